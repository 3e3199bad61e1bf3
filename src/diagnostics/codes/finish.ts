import type { CodeEntry } from './entry.js';

/** Codes of the finish stage: what emitted bytes must be like. */
export const finishCodes = {
  'finish/not-ascii': {
    severity: 'error',
    title: 'A character that an emitted file cannot hold',
    help:
      'Scripts of channels, snippets and batch are 7-bit ASCII: the one form that services, Windows PowerShell 5.1 and every ' +
      'code page read alike. PowerShell scripts that people download hold letters of every language.',
    example: '# caf\u00e9',
  },
  'finish/hidden-character': {
    severity: 'error',
    title: 'A character in a script that nobody can see',
    help: 'Controls, tabs, marks of direction, characters without width and of private use: a reader would not see what PowerShell reads.',
    example: '# pass<U+200B>word',
  },
  'finish/signature-marker': {
    severity: 'error',
    title: 'A signature marker inside a script',
    help: 'The line that starts a signature block ends the script for Windows. Remove it from the body.',
    example: '# SIG # Begin signature block',
  },
  'finish/line-too-long': {
    severity: 'error',
    title: 'A line that is too long',
    help: 'People read a script before they run it: 120 columns are the limit for PowerShell, of which a function takes four, and 2,000 for batch. Values that stand alone on a line may be longer.',
    example: '$text = ...   # 300 columns',
  },
  'finish/layout': {
    severity: 'error',
    title: 'White space that the house style does not have',
    help: 'Four spaces a level, no tabs, no white space at the end of a line, at most one blank line in a row.',
    example: 'Get-Item   ',
  },
  'finish/too-large': {
    severity: 'warning',
    title: 'A script over 420 KB',
    help: 'Nobody reads so much before running it, and most channels refuse it. Divide the checklist into several products.',
    example: 'diagnose.ps1 over 420 KB',
  },
} as const satisfies Record<string, CodeEntry>;
