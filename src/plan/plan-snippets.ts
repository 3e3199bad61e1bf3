import { editions, type Catalog, type Check, type Edition } from '../ir/catalog.js';
import type { SnippetPlan } from '../ir/plan.js';
import type { Templates } from '../load/templates.js';
import { planArguments } from './plan-arguments.js';
import { selectParts } from './select-parts.js';

/** One snippet a check and edition: the repair where there is one, else the detection. */
export function planSnippets(catalog: Catalog, templates: Templates): readonly SnippetPlan[] {
  return catalog.checks.flatMap((check) =>
    editions.flatMap((edition) => planSnippet(catalog, templates, check, edition) ?? []),
  );
}

function planSnippet(catalog: Catalog, templates: Templates, check: Check, edition: Edition): SnippetPlan | null {
  const phase = check.steps[edition].repair ? 'repair' : 'detect';
  const step = check.steps[edition][phase];
  const library = templates[edition].snippet;
  if (!step || !library) return null;
  const recipe = step.kind === 'recipe' ? catalog.recipes.get(step.recipe) : undefined;
  const body = step.kind === 'body' ? step.body : recipe?.bodies[edition][phase];
  if (!body) return null;
  const guard = phase === 'repair' && catalog.guard?.bodies[edition] ? catalog.guard : null;
  const template = library[phase];
  const guardBody = guard?.bodies[edition];
  const texts = [template, body, ...(guardBody ? [guardBody] : [])];
  return {
    path: `${catalog.product}/snippets/${check.item}-${check.id}.${edition}.txt`,
    product: catalog.product,
    phase,
    edition,
    check,
    body,
    arguments: planArguments(step.arguments, false),
    guard,
    says: recipe?.says ?? check.says,
    parts: selectParts(texts, library, edition).flatMap(({ parts }) => parts),
    template,
    undoneBy: catalog.scripts.find((script) => script.phase === 'repair')?.name ?? null,
  };
}
