import type { CodeEntry } from './entry.js';

/** Codes of the channels stage: what the services that carry scripts demand. */
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
  'channel/unguarded': {
    severity: 'error',
    title: 'A deployed script whose errors end it with 1',
    help: 'An error that nothing catches ends PowerShell with 1, which starts a repair although nothing was found. The 32-bit PowerShell would see other folders and another registry.',
    example: 'a main without try and catch',
  },
  'channel/detection-changes': {
    severity: 'error',
    title: 'A detection that can change a PC',
    help: 'A detection carries no action and no journal, so that nobody need read it for what it might change.',
    example: 'function Confirm-Change in detect.ps1',
  },
  'channel/summary-too-long': {
    severity: 'warning',
    title: 'More statuses than one line of output holds',
    help: 'Services keep 2,048 characters. The list is left out, and all else is made: divide the checklist into several products, or shorten ids.',
    example: '120 checks with ids of 20 characters',
  },
  'channel/time-limit': {
    severity: 'error',
    title: 'A repair that its channel would cut off',
    help: 'The service ends a run at its time limit, half-way through a repair. Choose a channel that gives more time.',
    example: 'a repair of 40 minutes in a startup script',
  },
  'channel/graph-content': {
    severity: 'error',
    title: 'A package for Intune that does not hold the signed scripts',
    help: 'The contents of the JSON decode to the very bytes beside it. A package that only detects has no remediation content, since Intune runs what is there.',
    example: '"remediationScriptContent": ""',
  },
  'channel/graph-host': {
    severity: 'error',
    title: 'A package for Intune that runs in the wrong host',
    help: 'The 32-bit PowerShell sees other folders and another registry, and only SYSTEM may repair.',
    example: '"runAs32Bit": true',
  },
  'channel/gpo-list': {
    severity: 'error',
    title: 'A list of startup scripts that Group Policy passes over',
    help: 'The files psscripts.ini and scripts.ini are UTF-16LE with a byte order mark, have the section [Startup] for computers, and number their entries from 0 without a gap.',
    example: '1CmdLine=... without 0CmdLine=',
  },
  'channel/gpo-task': {
    severity: 'error',
    title: 'A scheduled task that Group Policy does not know or that hides what it runs',
    help: 'Preference items are known by their class ids, SYSTEM by S-1-5-18 in every language, and the task runs a signed file of the GPO in plain sight.',
    example: 'runAs="NT AUTHORITY\\System"',
  },
  'channel/startup-time': {
    severity: 'error',
    title: 'A startup script that takes longer than Windows waits',
    help: 'All startup scripts of a PC share 600 seconds. What takes longer goes into the scheduled task.',
    example: 'repairs of 12 minutes in one startup script',
  },
  'channel/win32-app': {
    severity: 'error',
    title: 'A Win32 app that Intune would install or judge wrongly',
    help: 'The agent is a 32-bit program: commands name the 64-bit PowerShell through Sysnative. The codes of the script are known to Intune, and the detection rule is the signed script.',
    example: '"installCommandLine": "powershell.exe -File repair.ps1"',
  },
  'channel/compliance-rules': {
    severity: 'error',
    title: 'Rules that a custom compliance policy refuses',
    help: 'A policy takes 100 rules and 100 KB. Each rule names a setting that the script gives, with its case, and has words for en_US.',
    example: '"SettingName": "Clock" where the script gives "clock"',
  },
  'channel/configmgr-parameters': {
    severity: 'error',
    title: 'Parameters that "Run Scripts" does not offer',
    help: 'The console of Configuration Manager offers at most ten parameters of text or whole numbers.',
    example: 'param([switch] $Force)',
  },
  'channel/configmgr-value': {
    severity: 'error',
    title: 'A rule that compares what the discovery never gives',
    help: 'The rule of a configuration item compares the output of the discovery with one text, in the 64-bit PowerShell.',
    example: '"value": "Compliant" where the script gives "Ok"',
  },
  'channel/dsc-test': {
    severity: 'error',
    title: 'A resource whose test gives no single boolean',
    help: 'A resource without a test counts as in the desired state, and one whose test gives anything else than one boolean fails.',
    example: 'testScript: with a second line of output',
  },
  'channel/ansible-changed': {
    severity: 'error',
    title: 'A task that reports changes it did not make, or skips check mode',
    help: 'Without a word of the script, win_powershell reports a change, and in check mode it runs only scripts that support ShouldProcess.',
    example: 'a script without $Ansible.Changed',
  },
} as const satisfies Record<string, CodeEntry>;
