import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/source-file.js';
import { placeOf } from '../source/located.js';
import type { PackageEntry } from '../spec/spec.js';
import { homeOf, missingRecipes, recipesIn, type Draft } from './draft.js';
import { suggestCheck } from './suggest-check.js';

/*
 * link-scenarios
 * needs: nothing.
 * guarantees: every scenario file belongs to a check or a recipe, and a recipe lists exactly the scenarios it has.
 */

const scenarioPath =
  /^.+\/scenarios\/([^/]+)\/([a-z0-9-]+\.(?:(?:pass|fail|unknown)(?=\.(?:ps1|json|cmd)$)|collect(?=\.(?:ps1|cmd)$)))\.\w+$/;

export function linkScenarios(draft: Draft): Result<Draft> {
  const { spec } = draft;
  const files = new Set([...spec.scenarios, ...spec.packages.flatMap(({ scenarios }) => scenarios)]);
  const ids = new Set(draft.checks.map(({ entry }) => entry.value.id));
  const isForTests = (path: string): boolean =>
    /\.(?:ps1|json|cmd)$/.test(path) && !/^[^]+\/scenarios\/windows\.(?:ps1|cmd)$/.test(path);
  // A folder that is called after nothing is so for each of its files, and one name mends all.
  const told = new Set<string>();
  const own = spec.packages.filter(({ isOwn }) => isOwn);
  const diagnostics = [
    ...spec.scenarios.filter(isForTests).flatMap((path) => checkFile(draft, null, ids, path, told)),
    ...own.flatMap((from) =>
      from.scenarios.filter(isForTests).flatMap((path) => checkFile(draft, from, ids, path, told)),
    ),
  ];
  for (const { entry, from } of recipesIn(spec)) {
    const { recipe: id, scenarios = [] } = entry.value;
    scenarios.forEach((name, at) => {
      const path = `${homeOf(from)}/scenarios/${id}/${name}.ps1`;
      if (files.has(path) || files.has(path.replace(/ps1$/, 'cmd'))) return;
      const message = `The scenario "${name}" has no file ${path}.`;
      diagnostics.push(diagnose('resolve/scenario', message, placeOf(entry, 'scenarios', at)));
    });
  }
  return { value: draft, diagnostics };
}

/**
 * @param from the package that the scenario lies in; null for one of the checklist's own.
 * @param told folders of which it has been said that they belong to nothing.
 */
function checkFile(
  { spec, recipes, checks }: Draft,
  from: PackageEntry | null,
  ids: ReadonlySet<string>,
  path: string,
  told: Set<string>,
): Diagnostic[] {
  // A scenario is PowerShell, batch or a capture for the test run; the stages before this one do not read it.
  const span: Span = { source: { path, text: '' }, start: 0, end: 0 };
  const [, owner = '', name = ''] = scenarioPath.exec(path) ?? [];
  if (owner === '') {
    return [diagnose('resolve/scenario', `"${path}" is not named as a scenario is.`, span)];
  }
  const recipe = recipes.get(owner);
  if (recipe?.from === from) {
    if (recipe.entry.value.scenarios?.includes(name)) return [];
    const message = `The recipe "${owner}" does not list the scenario "${name}".`;
    return [diagnose('resolve/scenario', message, placeOf(recipe.entry, 'recipe'))];
  }
  if (from) {
    if (from.recipes.some(({ value }) => value.recipe === owner) || spec.broken.packages.has(from.id)) return [];
    if (isTold(path, told)) return [];
    const message = `"${path}" belongs to "${owner}", which is no recipe of the package.`;
    return [diagnose('resolve/scenario', message, span)];
  }
  const isKnown =
    ids.has(owner) ||
    spec.broken.checks.has(owner) ||
    spec.broken.recipes.has(owner) ||
    missingRecipes(spec).has(owner);
  if (isKnown || spec.broken.groups.size > 0 || isTold(path, told)) return [];
  const suggestions = suggestCheck(owner, checks, recipes.keys());
  const message = `"${path}" belongs to "${owner}", which is no check and no recipe.`;
  return [diagnose('resolve/scenario', message, span, { suggestions })];
}

function isTold(path: string, told: Set<string>): boolean {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return told.has(folder) || !told.add(folder);
}
