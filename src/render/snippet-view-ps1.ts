import type { SnippetPlan } from '../ir/plan.js';
import { indentPs1 } from './indent-ps1.js';
import { traceBody, traceSource, type TracedLine } from './origin-map.js';
import { psArgumentsAt } from './call-ps1.js';
import type { Build } from './script-view-ps1.js';

/** All that templates/ps1/snippet/*.hbs can see. */
export interface Ps1SnippetView {
  readonly version: string;
  readonly product: string;
  readonly item: number;
  readonly id: string;
  readonly title: string;
  /** Stands in for the hash of everything else, which is known only afterwards. */
  readonly hash: string;
  readonly says: readonly Sentence[];
  readonly guardSays: readonly Sentence[];
  readonly guard: readonly TracedLine[];
  readonly parts: readonly { readonly lines: readonly TracedLine[] }[];
  readonly body: readonly TracedLine[];
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
    guard: guardBody ? dense(traceBody(guardBody), 12) : [],
    parts: plan.parts.map(({ source }) => ({ lines: dense(traceSource(source), 4) })),
    body: dense(traceBody(plan.body), plan.phase === 'repair' ? 12 : 8),
    arguments: plan.arguments.length === 0 ? '' : ` ${psArgumentsAt(plan.arguments, plan.phase === 'repair' ? 8 : 4)}`,
    undoneBy: plan.undoneBy ?? '',
  };
}

function sentences(says: SnippetPlan['says']): readonly Sentence[] {
  return Object.entries(says).map(([key, text]) => ({ key, text: text.en }));
}

/** Indented, and without empty lines: a console without PSReadLine takes an empty line for the end of the block. */
function dense(lines: readonly TracedLine[], columns: number): readonly TracedLine[] {
  return indentPs1(lines, columns).filter(({ text }) => text !== '');
}
