import type { CodeEntry } from './entry.js';

/** Codes of the channels stage: what services demand of scripts, as far as a checklist decides it. */
export const channelCodes = {
  'channel/script-too-large': {
    severity: 'warning',
    title: 'A list of checks over the size that its service takes',
    help: 'Intune and Configuration Manager take 200 KB. The list is left out, and all else is made: deploy single checks, or divide the checklist into several products.',
    example: 'intune/all/repair.ps1 over 200 KB',
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
  'channel/name-clash': {
    severity: 'error',
    title: 'Two things that a service would know by one name',
    help:
      'Intune and others find what was made before by its name, without regard to case, so the second would overwrite the first. Give the check another ' +
      'title, or another id where the name is made of that.',
    example: 'title: { en: Free disk space }   # and another check with "Free Disk Space"',
  },
} as const satisfies Record<string, CodeEntry>;
