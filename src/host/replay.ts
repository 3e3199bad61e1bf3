import { askPowerShell, isMissing, type MissingTool } from './pwsh.js';

/** A capture that cannot be replayed, with the reason as a sentence. */
export class ReplayError extends Error {}

/** A script to run over a capture. */
export interface ReplayRun {
  /** Absolute path of a script that detects, or of the one that made the capture. */
  readonly script: string;
  readonly format: 'Text' | 'Json' | 'Html' | 'Csv';
  readonly language: string;
  /** Ids of checks; empty for the usual ones. */
  readonly check: readonly string[];
}

/** What a check found over a capture. */
export interface ReplayResult {
  readonly check: string;
  readonly status: string;
  /** Key of a sentence. */
  readonly reason: string;
  readonly hresults: readonly string[];
  /** Reads that the capture does not have. */
  readonly missing: readonly string[];
}

export interface Replayed {
  readonly code: number;
  /** What the script wrote. */
  readonly lines: readonly string[];
  readonly results: readonly ReplayResult[];
}

/**
 * Runs scripts over a capture, each in a PowerShell of its own beside the others: nothing of this machine is read, and what
 * was not captured ends its check as Unknown.
 * @param capture Absolute path of a capture that follows its schema.
 * @param parts Absolute path of templates/ps1/parts/capture.
 * @throws ReplayError for a capture that cannot be replayed, and Error when PowerShell gives no answer.
 */
export async function replay(
  capture: string,
  parts: string,
  runs: readonly ReplayRun[],
): Promise<readonly Replayed[] | MissingTool> {
  const answers = await Promise.all(runs.map((run) => ask({ capture, parts, run, shrink: null })));
  return answers.find(isMissing) ?? (answers as Replayed[]);
}

async function ask(request: object): Promise<unknown> {
  const answer = await askPowerShell('Invoke-Replay.ps1', request);
  const { refused } = answer as { readonly refused?: string };
  if (refused !== undefined) throw new ReplayError(refused);
  return answer;
}

/**
 * Cuts a capture to the reads, and the parts of long answers, without which a check would find otherwise.
 * @param capture Absolute path of a capture that follows its schema.
 * @param script Absolute path of a script that detects.
 * @returns the capture as JSON.
 */
export async function shrinkCapture(
  capture: string,
  parts: string,
  script: string,
  check: string,
): Promise<string | MissingTool> {
  const answer = await ask({ capture, parts, run: null, shrink: { script, check } });
  return isMissing(answer) ? answer : (answer as { readonly capture: string }).capture;
}
