import { checkSlug } from '../ir/check-slug.js';
import type { SnippetPlan } from '../ir/plan.js';
import type { TracedLine } from './origin-map.js';
import type { Build } from './script-view-ps1.js';

/** All that templates/cmd/snippet/*.hbs can see. */
export interface CmdSnippetView {
  readonly version: string;
  readonly product: string;
  readonly id: string;
  /** What it is, for whom, and the hash of everything else, which is known only afterwards. */
  readonly banner: string;
  readonly title: string;
  readonly guard: readonly TracedLine[];
  readonly body: readonly TracedLine[];
}

export function cmdSnippetView(plan: SnippetPlan, build: Build, hash: string): CmdSnippetView {
  const { check, product, undoneBy } = plan;
  const name = `${product}/${checkSlug(check)}`;
  return {
    version: build.version,
    product,
    id: check.id,
    banner: `Mendsheet ${build.version} snippet ${name}, repair, for a command prompt opened as administrator. sha256 ${hash}`,
    title: `${check.title.en}. To bring back what was: ${undoneBy}.cmd /undo, or ${undoneBy}.ps1 -Undo`,
    guard: plan.pasted?.guard ?? [],
    body: plan.pasted?.body ?? [],
  };
}
