import type { CodeEntry } from './entry.js';

/** Codes of the channels stage: what services demand of scripts, as far as a checklist decides it. */
export const channelCodes = {
  'channel/script-bytes': {
    severity: 'error',
    title: 'A deployed script that some channel cannot read',
    help: 'Intune, signing tools and Windows PowerShell 5.1 agree only on 7-bit ASCII with CRLF and no byte order mark.',
    example: 'a byte order mark before the first line',
  },
  'channel/script-too-large': {
    severity: 'warning',
    title: 'A list of checks over the size that its service takes',
    help: 'Intune and Configuration Manager take 200 KB. The list is left out, and all else is made: deploy single checks, or divide the checklist into several products.',
    example: 'intune/all/repair.ps1 over 200 KB',
  },
  'channel/requires': {
    severity: 'error',
    title: 'A #Requires line in a script that a service runs',
    help: 'Where its condition does not hold, the script ends with 1 before its first line, and Intune starts the repair.',
    example: '#Requires -RunAsAdministrator',
  },
  'channel/prompt': {
    severity: 'error',
    title: 'A question to a person who is not there',
    help: 'Services run scripts with nobody at the screen. A question waits until the time is over and blocks what is behind it.',
    example: "Read-Host -Prompt 'Go on?'",
  },
  'channel/restarts': {
    severity: 'error',
    title: 'A restart out of a deployed script',
    help: 'A restart is for the service or the user to decide. The script says that one is needed.',
    example: 'Restart-Computer -Force',
  },
  'channel/stray-output': {
    severity: 'error',
    title: 'Output beside the summary line',
    help: 'Intune takes the last line of the console, whichever stream wrote it.',
    example: "Write-Host -Object 'Done.'",
  },
  'channel/exit-code': {
    severity: 'error',
    title: 'A way out of a deployed script with another code than 0 and 1',
    help: 'For Intune any other code than 0 is a problem that starts the repair, and a script without "exit" is healthy.',
    example: 'exit 2',
  },
  'channel/summary-too-long': {
    severity: 'warning',
    title: 'More statuses than one line of output holds',
    help: 'Services keep 2,048 characters. The list is left out, and all else is made: divide the checklist into several products, or shorten ids.',
    example: '120 checks with ids of 20 characters',
  },
  'channel/compliance-rules': {
    severity: 'warning',
    title: 'More rules than a custom compliance policy takes',
    help: 'A policy takes 100 rules and 100 KB, a rule for each check. Script and rules are left out, and all else is made: divide the checklist into several products.',
    example: '120 checks that Intune can detect',
  },
} as const satisfies Record<string, CodeEntry>;
