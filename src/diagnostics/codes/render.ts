import type { CodeEntry } from './entry.js';

/** Codes of the render stage. */
export const renderCodes = {
  'render/value-not-carried': {
    severity: 'error',
    title: 'A value that an edition cannot hold',
    help:
      'Batch cannot carry every character in an argument (the word /? makes call print its own help), and outside quotation marks no ' +
      'more than plain words; emitted files are ASCII. That holds for each body of the check, whichever outputs are made of it. Change ' +
      'the value, put the %~1 of the body in quotation marks, or give the check no cmd body.',
    example: "with: { text: 'help /? here' }",
  },
} as const satisfies Record<string, CodeEntry>;
