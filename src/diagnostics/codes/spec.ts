import type { CodeEntry } from './entry.js';

/** Codes of the spec stage: the shape of index, group, recipe and fact files. */
export const specCodes = {
  'spec/unknown-key': {
    severity: 'error',
    title: 'A key that does not exist',
    help: 'docs/checks-format.md lists the keys of each kind of file. Keys are lower-case words joined by hyphens.',
    example: 'serverity: high',
  },
  'spec/missing-key': {
    severity: 'error',
    title: 'A required key that is missing',
    help: 'The place is the key, or the first line, of what the missing key belongs to.',
    example: '- id: clock\n  item: 1   # no title, why and severity',
  },
  'spec/wrong-type': {
    severity: 'error',
    title: 'A value of the wrong kind',
    help: 'YAML takes 1.0 and 0x80070422 for numbers and true for a truth value: quote them where a text is needed.',
    example: 'version: 1.0',
  },
  'spec/unknown-word': {
    severity: 'error',
    title: 'A word that is not in the list of allowed words',
    help: 'The key takes one of a few words, which docs/checks-format.md lists.',
    example: 'severity: hihg',
  },
  'spec/bad-form': {
    severity: 'error',
    title: 'A text of the wrong form',
    help: 'The message says what form is needed. Names and addresses go into scripts, files and the registry, so their alphabet is small.',
    example: 'id: Download Cache',
  },
  'spec/out-of-range': {
    severity: 'error',
    title: 'A value that is too small, too large, too long or empty',
    help: 'The message says the limit.',
    example: 'item: 0',
  },
  'spec/body-style': {
    severity: 'error',
    title: 'An inline body that is not written with "|"',
    help:
      'In a folded (`>`), plain or quoted text YAML joins or changes lines, so that neither a reader nor a diagnostic could ' +
      'tell which line of the script it became.',
    example: 'detect: { ps1: "New-Finding -Status Ok" }',
  },
  'spec/body-too-long': {
    severity: 'error',
    title: 'An inline body of more than six lines',
    help: 'Move it to a file of its own, whose path the message names. There editors, linters and tests can read it.',
    example: 'detect:\n  ps1: |\n    # seven lines ...',
  },
  'spec/doubled-entry': {
    severity: 'warning',
    title: 'An entry that is in its list twice',
    help: 'It counts once. One of the two may have been meant to be another.',
    example: 'defaults: [clock, clock]',
  },
} as const satisfies Record<string, CodeEntry>;
