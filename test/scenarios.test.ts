import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodesOf, parsePs1, type Node } from '../src/powershell/parse-ps1.js';
import type { Catalog, Check } from '../src/ir/catalog.js';
import { bundled, repository } from './compile-bundled.js';
import { runFrontEnd } from './support/front-end.js';

/** Checklists of the repository, by the folder that they stand in. */
const checklists: readonly { readonly folder: string; readonly catalog: Catalog | null }[] = [
  { folder: '.', catalog: (await bundled()).catalog },
  { folder: 'examples/printing', catalog: runFrontEnd(join(repository, 'examples/printing/checks.yaml')).catalog },
];

interface Scenario {
  readonly owner: string;
  readonly name: string;
  /** What the name says that detection makes of it: "fail" of "empty-battery.fail.ps1". */
  readonly ending: string;
  /** Entries of the table that the scenario ends with, as they are written; null where it has none. */
  readonly table: ReadonlyMap<string, string> | null;
}

/** Scenarios of what a check or recipe detects; those of what it collects lie in the same folder. */
function scenariosOf(checklist: string, owner: string): readonly Scenario[] {
  const folders = ['checks', 'checks/windows-recipes', 'checks/packages/windows-recipes'].map((home) =>
    join(repository, checklist, home, 'scenarios', owner),
  );
  const folder = folders.find((each) => existsSync(each)) ?? '';
  const names = folder === '' ? [] : readdirSync(folder).filter((name) => /(?<!\.collect)\.ps1$/.test(name));
  return names.map((name) => ({
    owner,
    name,
    ending: name.split('.').at(-2) ?? '',
    table: tableOf(readFileSync(join(folder, name), 'utf8')),
  }));
}

/** Nodes of one type in reading order, also where the grammar cannot read all of a text. */
function ofType(root: Node, type: string): readonly Node[] {
  return nodesOf(root, [type]).filter((node) => node.type === type);
}

/** The table that is the last statement of a text: a comment or a table that something is done with is none. */
function tableOf(text: string): ReadonlyMap<string, string> | null {
  return parsePs1(text, (root) => {
    const last = ofType(root, 'statement_list')[0]?.namedChildren.findLast((child) => child !== null);
    const table = last && ofType(last, 'hash_literal_expression')[0];
    if (!last || table?.text !== last.text) return null;
    return new Map(
      ofType(table, 'hash_entry')
        .filter((entry) => isOf(entry, table))
        .map((entry) => [entry.namedChildren[0]?.text ?? '', entry.namedChildren[1]?.text ?? '']),
    );
  });
}

/** Whether an entry stands in a table itself, not in one inside of it. */
function isOf(entry: Node, table: Node): boolean {
  let around = entry.parent;
  while (around && around.type !== 'hash_literal_expression') around = around.parent;
  return around?.startIndex === table.startIndex;
}

describe('the table at the end of a scenario', () => {
  it('is read where it is the last statement alone', () => {
    expect(tableOf("param($W)\n$W.A = @{ Reason = 'a' }\n")).toBeNull();
    expect(tableOf("param($W)\n# @{ Reason = 'a' }\n$W.A = 1\n")).toBeNull();
    expect(tableOf("$W.A = 1\n@{ Reason = 'a'; Evidence = @{ Reason = 'b'; C = 1 } }\n")).toEqual(
      new Map([
        ['Reason', "'a'"],
        ['Evidence', "@{ Reason = 'b'; C = 1 }"],
      ]),
    );
  });
});

const reasonOf = ({ table }: Scenario): string | undefined => table?.get('Reason');

/** Those keys that no scenario must find. */
function untried(keys: readonly string[], scenarios: readonly Scenario[]): readonly string[] {
  const found = new Set(scenarios.map(reasonOf));
  return keys.filter((key) => !found.has(`'${key}'`));
}

describe.each(checklists)('in $folder', ({ folder, catalog }) => {
  const checks = catalog?.checks ?? [];
  const cases = checks.filter(({ steps }) => steps.ps1.detect).map((check) => [check.id, check] as const);

  /** Scenarios that try the detection of a check: its own, and those of the recipe that detects, which run with its arguments. */
  function tried({ id, steps }: Check): readonly Scenario[] {
    const step = steps.ps1.detect;
    const ofRecipe = step?.kind === 'recipe' ? scenariosOf(folder, step.recipe) : [];
    return [...scenariosOf(folder, id), ...ofRecipe];
  }

  it.each(cases)('%s is tried where it is fine, where it is a problem and where nobody can tell', (_id, check) => {
    const endings = new Set(tried(check).map(({ ending }) => ending));
    expect([...endings].sort()).toEqual(['fail', 'pass', 'unknown']);
  });

  it.each(cases)('%s has a scenario for each of its sentences, and each says which one it must find', (_id, check) => {
    const silent = tried(check).filter((scenario) => reasonOf(scenario) === undefined);
    expect(silent.map(({ owner, name }) => `${owner}/${name}`)).toEqual([]);
    expect(untried(Object.keys(check.says), tried(check))).toEqual([]);
  });

  it.each([...(catalog?.recipes ?? [])])('the recipe %s has a scenario for each of its sentences', (id, { says }) => {
    const users = checks.filter(({ steps: { ps1 } }) => ps1.detect?.kind === 'recipe' && ps1.detect.recipe === id);
    expect(untried(Object.keys(says), users.flatMap(tried))).toEqual([]);
  });

  it.each(cases)('%s says why, wherever it is a problem or nobody can tell', (_id, check) => {
    const dumb = tried(check).filter(({ ending, table }) => ending !== 'pass' && table?.get('Reason') === "''");
    expect(dumb.map(({ owner, name }) => `${owner}/${name}`)).toEqual([]);
  });
});
