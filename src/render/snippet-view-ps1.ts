import type { SnippetPlan } from '../ir/plan.js';
import type { Text } from '../source/memoize.js';
import { indentPs1 } from './indent-ps1.js';
import { joinLines, linesOfBody, linesOfSource, type TracedLine, type TracedText } from './origin-map.js';
import { psArgumentsAt } from './call-ps1.js';
import type { Build } from './script-view-ps1.js';

/** All that templates/ps1/snippet/*.hbs can see. */
export interface Ps1SnippetView {
  readonly version: string;
  readonly product: string;
  readonly item: number;
  readonly id: string;
  readonly title: string;
  /** The start of the SHA-256 of the whole text, in which sixteen zeros stand here. */
  readonly hash: string;
  readonly says: readonly Sentence[];
  readonly guardSays: readonly Sentence[];
  readonly guard: TracedText | null;
  readonly parts: readonly { readonly lines: TracedText }[];
  readonly body: TracedText;
  /** What follows the body's script block: empty, or a blank and the arguments. */
  readonly arguments: string;
  readonly undoneBy: string;
}

interface Sentence {
  readonly key: string;
  readonly text: string;
}

export function ps1SnippetView(plan: SnippetPlan, build: Build, hash: string): Ps1SnippetView {
  const guardBody = plan.guard?.bodies.ps1;
  return {
    version: build.version,
    product: plan.product,
    item: plan.check.item,
    id: plan.check.id,
    title: plan.check.title.en,
    hash,
    says: sentences(plan.says),
    guardSays: sentences(plan.guard?.says ?? {}),
    guard: guardBody ? dense(guardBody, linesOfBody(guardBody), 12) : null,
    parts: plan.parts.map(({ source }) => ({ lines: dense(source, linesOfSource(source), 4) })),
    body: dense(plan.body, linesOfBody(plan.body), plan.phase === 'repair' ? 12 : 8),
    arguments: plan.arguments.length === 0 ? '' : ` ${psArgumentsAt(plan.arguments, plan.phase === 'repair' ? 8 : 4)}`,
    undoneBy: plan.undoneBy ?? '',
  };
}

function sentences(says: SnippetPlan['says']): readonly Sentence[] {
  return Object.entries(says).map(([key, text]) => ({ key, text: text.en }));
}

/** Indented, and without empty lines: a console without PSReadLine takes an empty line for the end of the block. */
function dense(source: Text, lines: readonly TracedLine[], columns: number): TracedText {
  return joinLines(indentPs1(source, lines, columns).filter(({ text }) => text !== ''));
}
