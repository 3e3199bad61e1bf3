import { editions, type Body, type Catalog, type Check, type Edition } from '../ir/catalog.js';
import { checkSlug } from '../names/check-slug.js';
import type { Library } from '../ir/library.js';
import type { Plan, SnippetPlan } from '../ir/plan.js';
import { memoize } from '../source/memoize.js';
import type { Templates } from '../load/templates.js';
import { commandsIn, rowsInStrings } from '../powershell/read-ps1.js';
import { planArguments } from './plan-arguments.js';
import { selectParts } from './select-parts.js';

/** One snippet a check and edition, where a console can take it: the repair where there is one, else the detection. */
export function planSnippets(catalog: Catalog, templates: Templates): Pick<Plan, 'snippets' | 'withoutSnippet'> {
  const snippets: SnippetPlan[] = [];
  const withoutSnippet: Plan['withoutSnippet'][number][] = [];
  for (const check of catalog.checks) {
    for (const edition of editions) {
      const planned = planSnippet(catalog, templates, check, edition);
      if (typeof planned === 'string') withoutSnippet.push({ check, edition, why: planned });
      else if (planned) snippets.push(planned);
    }
  }
  return { snippets, withoutSnippet };
}

/** Null for a check that the edition cannot do, a reason for one that only its scripts can do. */
function planSnippet(
  catalog: Catalog,
  templates: Templates,
  check: Check,
  edition: Edition,
): SnippetPlan | string | null {
  const phase = check.steps[edition].repair ? 'repair' : 'detect';
  const step = check.steps[edition][phase];
  const library = templates[edition].snippet;
  if (!step || !library) return null;
  const recipe = step.kind === 'recipe' ? catalog.recipes.get(step.recipe) : undefined;
  const body = step.kind === 'body' ? step.body : recipe?.bodies[edition][phase];
  if (!body) return null;
  const guard = phase === 'repair' && catalog.guard?.bodies[edition] ? catalog.guard : null;
  const template = library[phase];
  if (!template) return 'a prompt cannot read what the check looks at, line by line';
  const guardBody = guard?.bodies[edition];
  const undoneBy = catalog.scripts.find((script) => script.phase === 'repair') ?? null;
  if (edition === 'ps1') {
    const [scriptsOnly] = [body, guardBody].flatMap((each) => (each ? unpasted(templates.library, each) : []));
    if (scriptsOnly) return `"${scriptsOnly}" works in scripts only`;
    if ([body, ...(guardBody ? [guardBody] : [])].some(hasBlankInString))
      return 'a text in it has an empty line, which a console takes for the end of the block';
  } else if (!undoneBy?.editions.includes('cmd'))
    return 'no script of this edition, which the block would run, repairs';
  const texts = [template, body, ...(guardBody ? [guardBody] : [])];
  return {
    kind: 'snippet',
    path: `${catalog.product}/snippets/${checkSlug(check)}.${edition}.txt`,
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
    undoneBy: undoneBy?.name ?? null,
  };
}

/** Empty lines are left out of what is pasted, and those of a string are part of a value. */
function hasBlankInString(body: Body): boolean {
  const lines = body.text.split('\n');
  return [...rowsInStrings(body)].some((row) => lines[row] === '');
}

/** What a body of PowerShell calls that no paste block may hold. */
function unpasted(library: Library, body: Body): readonly string[] {
  const names = namesOfUnpasted(library);
  return commandsIn(body).flatMap((name) => names.get(name) ?? []);
}

/** By their names in lower case. */
const namesOfUnpasted = memoize(
  ({ functions }: Library) =>
    new Map(functions.ps1.filter(({ pastes }) => !pastes).map(({ name }) => [name.toLowerCase(), name] as const)),
);
