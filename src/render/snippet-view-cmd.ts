import { checkSlug } from '../names/check-slug.js';
import type { SnippetPlan } from '../ir/plan.js';
import { joinLines, type TracedText } from './origin-map.js';
import { pasteLines } from './paste-cmd.js';
import { cmdValue } from './quote-cmd.js';
import type { Build } from './script-view-ps1.js';

/** All that templates/cmd/snippet/*.hbs can see. */
export interface CmdSnippetView {
  readonly version: string;
  readonly product: string;
  readonly id: string;
  /** What it is, for whom, and the start of the SHA-256 of the whole text, in which sixteen zeros stand there. */
  readonly banner: string;
  readonly title: string;
  readonly guard: TracedText;
  readonly body: TracedText;
}

export function cmdSnippetView(plan: SnippetPlan, build: Build, hash: string): CmdSnippetView {
  const { check, product, undoneBy } = plan;
  const values = plan.arguments.map(({ value }) => cmdValue(value));
  const name = `${product}/${checkSlug(check)}`;
  return {
    version: build.version,
    product,
    id: check.id,
    banner: `Mendsheet ${build.version} snippet ${name}, repair, for a command prompt opened as administrator. sha256 ${hash}`,
    title: `${check.title.en}. To bring back what was: ${undoneBy}.cmd /undo, or ${undoneBy}.ps1 -Undo`,
    guard: joinLines(pasteLines(plan.pasted?.guard ?? [], [], '')),
    body: joinLines(pasteLines(plan.pasted?.body ?? [], values, 'if defined LOCKED ')),
  };
}
