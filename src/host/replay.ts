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
 * Runs scripts over a capture, one after the other in one PowerShell, which starts while whoever calls still makes the next
 * one: nothing of this machine is read, and what was not captured ends its check as Unknown.
 * @param capture Absolute path of a capture that follows its schema.
 * @param parts Absolute path of templates/ps1/parts/capture.
 * @throws ReplayError for a capture that cannot be replayed, Error when PowerShell gives no answer, and what `runs` throws.
 */
export async function replay(
  capture: string,
  parts: string,
  runs: AsyncIterable<ReplayRun>,
): Promise<readonly Replayed[] | MissingTool> {
  const answer = await ask({ capture, parts, shrink: null }, runs);
  return isMissing(answer) ? answer : (answer as { readonly runs: readonly Replayed[] }).runs;
}

async function ask(request: object, runs: AsyncIterable<ReplayRun> | null): Promise<unknown> {
  const answer = await askPowerShell('Invoke-Replay.ps1', request, runs);
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
  const answer = await ask({ capture, parts, shrink: { script, check } }, null);
  return isMissing(answer) ? answer : (answer as { readonly capture: string }).capture;
}
