import { checkSlug } from '../names/check-slug.js';
import type { SnippetPlan } from '../ir/plan.js';
import type { Build } from './script-view-ps1.js';

/** All that templates/cmd/snippet/*.hbs can see. */
export interface CmdSnippetView {
  readonly id: string;
  /** Name of the script that the block runs, without its extension. */
  readonly script: string;
  /** What it is, for whom, and the start of the SHA-256 of the whole text, in which sixteen zeros stand there. */
  readonly banner: string;
  readonly title: string;
}

export function cmdSnippetView(plan: SnippetPlan, build: Build, hash: string): CmdSnippetView {
  const { check, product } = plan;
  // Only a check that a script of this edition repairs has a block.
  const script = plan.undoneBy ?? '';
  const name = `${product}/${checkSlug(check)}`;
  return {
    id: check.id,
    script,
    banner: `Mendsheet ${build.version} snippet ${name}, repair, for a command prompt opened as administrator. sha256 ${hash}`,
    title: `${check.title.en}. To bring back what was: ${script}.ps1 -Undo`,
  };
}
