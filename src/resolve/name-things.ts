import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { functionKey, refuseFiles, refuseName } from '../names/reserved-names.js';
import type { Span } from '../source/source-file.js';
import { spanOf, startOf } from '../source/source-tree.js';
import { placeOf } from '../source/located.js';
import { recipesIn, type Draft } from './draft.js';

/*
 * name-things
 * needs: nothing.
 * guarantees: ids are unique among their kind, those of checks among their former ones too, give different function names, are no
 * names that Windows or the runtime keeps for itself, files are named after what they hold, and none after a device.
 */

interface Named {
  readonly kind: 'check' | 'recipe' | 'group' | 'script' | 'product' | 'package';
  readonly name: string;
  readonly span: Span;
}

export function nameThings(draft: Draft): Result<Draft> {
  const { checks, recipes, groups, scripts, products, packages } = collectNames(draft);
  const named = [...products, ...packages, ...groups, ...scripts, ...recipes, ...checks];
  const diagnostics = [
    ...findTakenFolders(draft),
    ...[checks, recipes, groups, scripts].flatMap(findDuplicates),
    ...findClashes([...recipes, ...checks]),
    ...named.flatMap(findReserved),
    ...findDevices(draft, new Set(named.map(({ name }) => name))),
    ...findMisnamedFiles(draft),
    ...findFormerIds(draft, checks),
  ];
  return { value: draft, diagnostics };
}

type Kinds = 'checks' | 'recipes' | 'groups' | 'scripts' | 'products' | 'packages';

function collectNames({ spec }: Draft): Record<Kinds, Named[]> {
  const { index } = spec;
  const checks = spec.groups.flatMap((group) =>
    group.checks.map((entry): Named => ({ kind: 'check', name: entry.value.id, span: placeOf(entry, 'id') })),
  );
  return {
    checks,
    recipes: recipesIn(spec).map(({ entry }) => ({
      kind: 'recipe',
      name: entry.value.recipe,
      span: placeOf(entry, 'recipe'),
    })),
    groups: spec.groups.map(({ id, tree }) => ({ kind: 'group', name: id, span: spanOf(tree, ['group']) })),
    scripts: index.value.scripts.map(({ name }, at) => ({
      kind: 'script',
      name,
      span: placeOf(index, 'scripts', at, 'name'),
    })),
    products: spec.broken.index
      ? []
      : [{ kind: 'product', name: index.value.product, span: placeOf(index, 'product') }],
    packages: spec.packages.flatMap(({ id, file }) =>
      file ? [{ kind: 'package', name: id, span: placeOf(file, 'package') }] : [],
    ),
  };
}

function findDuplicates(names: readonly Named[]): Diagnostic[] {
  const first = new Map<string, Named>();
  const diagnostics: Diagnostic[] = [];
  for (const named of names) {
    const earlier = first.get(named.name);
    if (!earlier) {
      first.set(named.name, named);
      continue;
    }
    const related = [{ message: 'given first at', span: earlier.span }];
    const message = `There are two ${named.kind}s "${named.name}".`;
    diagnostics.push(diagnose('resolve/duplicate-id', message, named.span, { related }));
  }
  return diagnostics;
}

/** PowerShell names know no case, and messages are keyed by id, so recipes and checks share one space of names. */
function findClashes(names: readonly Named[]): Diagnostic[] {
  const first = new Map<string, Named>();
  const diagnostics: Diagnostic[] = [];
  for (const named of names) {
    const key = functionKey(named.name);
    const earlier = first.get(key);
    first.set(key, earlier ?? named);
    if (!earlier || (earlier.kind === named.kind && earlier.name === named.name)) continue;
    const related = [{ message: `the ${earlier.kind} "${earlier.name}" is at`, span: earlier.span }];
    const message = `The ${named.kind} "${named.name}" and the ${earlier.kind} "${earlier.name}" become the same function.`;
    diagnostics.push(diagnose('resolve/name-clash', message, named.span, { related }));
  }
  return diagnostics;
}

function findReserved({ kind, name, span }: Named): Diagnostic[] {
  const refusal = refuseName(
    name,
    kind === 'check' || kind === 'recipe' ? 'owner' : kind === 'group' ? 'group' : 'other',
  );
  return refusal === null ? [] : [diagnose('resolve/reserved-name', refusal, span)];
}

/** What is named after a check, a recipe or a package is refused with that name. */
function findDevices({ spec }: Draft, names: ReadonlySet<string>): Diagnostic[] {
  const trees = [...spec.groups, ...spec.recipes, ...spec.facts].map(({ tree }) => tree.source);
  const tables = [...(spec.errorCodes ?? []), ...spec.translations.values(), ...spec.messages.values()];
  const sources = [...trees, ...spec.bodies, ...tables.flatMap((each) => (each ? [each.tree.source] : []))];
  const ofPackages = spec.packages.flatMap(({ files }) => [...files.values()].map(({ source }) => source));
  // The stages before the test run do not read scenarios.
  const scenarios = spec.scenarios.map((path) => ({ path, text: '' }));
  return refuseFiles([...sources, ...ofPackages, ...scenarios], names).map(({ file, refusal }) =>
    diagnose('resolve/reserved-name', refusal, startOf(file)),
  );
}

/** A former id leads to one check of now, so it is the id of none, and is given once; what no id may be, none was. */
function findFormerIds({ spec }: Draft, checks: readonly Named[]): Diagnostic[] {
  const taken = new Map(checks.map((named) => [named.name, named.span] as const));
  return spec.groups.flatMap(({ checks: entries }) =>
    entries.flatMap((entry) =>
      (entry.value.formerly ?? []).flatMap((former, at) => {
        const span = placeOf(entry, 'formerly', at);
        const refusal = refuseName(former, 'owner');
        if (refusal !== null) return [diagnose('resolve/reserved-name', refusal, span)];
        const earlier = taken.get(former);
        if (earlier === undefined) taken.set(former, span);
        // What one list has twice, `spec` says.
        if (earlier === undefined || entry.value.formerly?.indexOf(former) !== at) return [];
        const message = `The former id "${former}" of "${entry.value.id}" is taken.`;
        return [
          diagnose('resolve/former-id', message, span, { related: [{ message: 'given first at', span: earlier }] }),
        ];
      }),
    ),
  );
}

function findMisnamedFiles({ spec }: Draft): Diagnostic[] {
  const groups = spec.groups.map(({ id, tree }) => ({ id, tree, key: 'group' }));
  const recipes = recipesIn(spec).map(({ entry: { value, tree } }) => ({ id: value.recipe, tree, key: 'recipe' }));
  return [...groups, ...recipes].flatMap(({ id, tree, key }) => {
    const { path } = tree.source;
    const file = path.slice(path.lastIndexOf('/') + 1);
    if (id === '' || file === `${id}.yaml`) return [];
    const message = `The ${key} "${id}" stands in a file named "${file}".`;
    const expected = path.slice(0, path.lastIndexOf('/') + 1) + `${id}.yaml`;
    return [diagnose('resolve/file-name', message, spanOf(tree, [key]), { suggestions: [expected] })];
  });
}

/** The folder of a group's bodies is no package's, nor is one that has a use of its own. */
function findTakenFolders({ spec }: Draft): Diagnostic[] {
  const misplaced = spec.packages.flatMap(({ at, isOwn, file }) => {
    const [, folder = ''] = at.split('/');
    // A device is refused with its files.
    const refusal = isOwn && refuseName(folder, 'other') === null ? refuseName(folder, 'group') : null;
    return refusal !== null && file ? [diagnose('resolve/reserved-name', refusal, placeOf(file, 'package'))] : [];
  });
  const taken = new Set(['packages', ...spec.packages.map(({ at }) => at.slice('checks/'.length))]);
  const groups = spec.groups.flatMap(({ id, tree }) => {
    if (!taken.has(id)) return [];
    const message = `The bodies of the group "${id}" would stand in checks/${id}/, where packages of recipes are.`;
    return [diagnose('resolve/reserved-name', message, spanOf(tree, ['group']))];
  });
  return [...misplaced, ...groups];
}
