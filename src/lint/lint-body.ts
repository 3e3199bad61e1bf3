import type { Edition, Phase } from '../ir/catalog.js';
import type { Text } from '../source/memoize.js';
import type { LineDiagnostic } from './line-diagnostic.js';
import { lintCmd, type CmdScope } from './lint-cmd.js';
import { lintEndings, lintFindings, lintVerdicts, type FindingWords } from './lint-findings.js';
import { lintPs1, type BodyScope } from './lint-ps1.js';

/** A body, whose it is, and the words that it may name. */
export interface BodyToLint {
  readonly body: Text;
  readonly edition: Edition;
  readonly phase: Phase;
  readonly owner: 'check' | 'recipe' | 'guard';
  readonly words: FindingWords;
}

/** What bodies of each phase may call in each edition. */
export type LintScopes = Readonly<Record<Edition, Readonly<Record<Phase, BodyScope & CmdScope>>>>;

/** What the rules for bodies say of one, which depends on its text and its scope alone. */
export function lintText({ body, edition, phase }: BodyToLint, scopes: LintScopes): readonly LineDiagnostic[] {
  const scope = scopes[edition][phase];
  return edition === 'ps1' ? lintPs1(body.text, scope) : lintCmd(body.text, scope);
}

/** What is to be said of its findings, for which its words count as well. */
export function lintVerdict({ body, edition, phase, owner, words }: BodyToLint): readonly LineDiagnostic[] {
  const isDetection = phase === 'detect' && owner !== 'guard';
  const endings = isDetection ? (edition === 'ps1' ? lintEndings(body.text) : lintVerdicts(body.text)) : [];
  return [...endings, ...(edition === 'ps1' ? lintFindings(body, words) : [])];
}
