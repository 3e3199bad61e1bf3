import type { Node } from '../powershell/parse-ps1.js';

/** What a rule has against a node of a PowerShell body. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** Where it stands; the node of the rule without it. */
  readonly at?: Node;
  /** Names that were probably meant. */
  readonly suggestions?: readonly string[];
}

/** @param code without "lint/". */
export function refuse(
  code: string,
  message: string,
  more: Pick<Refusal, 'at' | 'suggestions'> = {},
): readonly Refusal[] {
  return [{ code: `lint/${code}`, message, ...more }];
}
