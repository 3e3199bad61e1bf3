import { channelCodes } from './codes/channels.js';
import { cmdCodes } from './codes/cmd.js';
import type { CodeEntry } from './codes/entry.js';
import { finishCodes } from './codes/finish.js';
import { includeCodes } from './codes/include.js';
import { lintCodes } from './codes/lint.js';
import { loadCodes } from './codes/load.js';
import { planCodes } from './codes/plan.js';
import { renderCodes } from './codes/render.js';
import { resolveCodes } from './codes/resolve.js';
import { specCodes } from './codes/spec.js';

/** Every code that a stage may report, or a command. The first part of a code names it. */
export const codes = {
  ...loadCodes,
  ...specCodes,
  ...resolveCodes,
  ...planCodes,
  ...renderCodes,
  ...lintCodes,
  ...cmdCodes,
  ...finishCodes,
  ...channelCodes,
  ...includeCodes,
} as const satisfies Record<string, CodeEntry>;

export type DiagnosticCode = keyof typeof codes;
