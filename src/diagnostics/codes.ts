import type { CodeEntry } from './codes/entry.js';
import { loadCodes } from './codes/load.js';

/** Every code that a stage may report. The first part of a code names the stage. */
export const codes = { ...loadCodes } as const satisfies Record<string, CodeEntry>;

export type DiagnosticCode = keyof typeof codes;
