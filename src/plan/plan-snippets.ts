import { editions, type Body, type Catalog, type Check, type Edition } from '../ir/catalog.js';
import { checkSlug } from '../names/check-slug.js';
import type { Library } from '../ir/library.js';
import type { Plan, SnippetPlan } from '../ir/plan.js';
import { memoize } from '../source/memoize.js';
import type { Templates } from '../load/templates.js';
import { commandsIn, rowsInStrings } from '../powershell/read-ps1.js';
import { planArguments } from './plan-arguments.js';
import { selectParts } from './select-parts.js';

/** One snippet a check and shell, where a console can take it: the repair where there is one, else the detection. */
export function planSnippets(catalog: Catalog, templates: Templates): Pick<Plan, 'snippets' | 'withoutSnippet'> {
  const snippets: SnippetPlan[] = [];
  const withoutSnippet: Plan['withoutSnippet'][number][] = [];
  for (const check of catalog.checks) {
    for (const shell of editions) {
      const planned = planSnippet(catalog, templates, check, shell);
      if (typeof planned === 'string') withoutSnippet.push({ check, shell, why: planned });
      else if (planned) snippets.push(planned);
    }
  }
  return { snippets, withoutSnippet };
}

/** Null for a check that the shell cannot do, a reason for one that only its scripts can do. */
function planSnippet(
  catalog: Catalog,
  templates: Templates,
  check: Check,
  shell: Edition,
): SnippetPlan | string | null {
  const phase = check.steps[shell].repair ? 'repair' : 'detect';
  const step = check.steps[shell][phase];
  const library = templates[shell].snippet;
  if (!step || !library) return null;
  if (check.runsAs === 'user') return 'it runs as the person signed in, and a block is pasted as administrator';
  const recipe = step.kind === 'recipe' ? catalog.recipes.get(step.recipe) : undefined;
  const body = step.kind === 'body' ? step.body : recipe?.bodies[shell][phase];
  if (!body) return null;
  const guard = phase === 'repair' && catalog.guard?.bodies[shell] ? catalog.guard : null;
  const template = library[phase];
  if (!template) return 'a prompt cannot read what the check looks at, line by line';
  const guardBody = guard?.bodies[shell];
  const undoneBy = catalog.scripts.find(({ phase: each, runsAs }) => each === 'repair' && runsAs === 'machine') ?? null;
  if (shell === 'ps1') {
    const [scriptsOnly] = [body, guardBody].flatMap((each) => (each ? scriptsOnlyIn(templates.library, each) : []));
    if (scriptsOnly) return `"${scriptsOnly}" works in scripts only`;
    if ([body, ...(guardBody ? [guardBody] : [])].some(hasBlankInString))
      return 'a text in it has an empty line, which a console takes for the end of the block';
  } else if (!undoneBy?.editions.includes('cmd'))
    return 'no script of this edition, which the snippet would run, repairs';
  const texts = [template, body, ...(guardBody ? [guardBody] : [])];
  return {
    kind: 'snippet',
    path: `${catalog.product}/snippets/${checkSlug(check)}.${shell}.txt`,
    product: catalog.product,
    phase,
    shell,
    check,
    body,
    arguments: planArguments(step.arguments, new Set()),
    guard,
    says: recipe?.says ?? check.says,
    parts: selectParts(texts, library, shell).flatMap(({ parts }) => parts),
    template,
    undoneBy: undoneBy?.name ?? null,
  };
}

/** Empty lines are left out of what is pasted, and those of a string are part of a value. */
function hasBlankInString(body: Body): boolean {
  const lines = body.text.split('\n');
  return [...rowsInStrings(body)].some((row) => lines[row] === '');
}

/** What a body of PowerShell calls that no snippet may hold. */
function scriptsOnlyIn(library: Library, body: Body): readonly string[] {
  const names = namesForScripts(library);
  return commandsIn(body).flatMap((name) => names.get(name) ?? []);
}

/** By their names in lower case. */
const namesForScripts = memoize(
  ({ functions }: Library) =>
    new Map(
      functions.ps1.filter(({ inSnippets }) => !inSnippets).map(({ name }) => [name.toLowerCase(), name] as const),
    ),
);
