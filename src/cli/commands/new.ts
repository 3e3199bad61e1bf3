import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { suggestNames } from '../../diagnostics/suggest.js';
import { functionKey, refuseName } from '../../names/reserved-names.js';
import { outlineOf, type ChecklistOutline } from '../checklist-outline.js';
import type { Command } from '../command.js';
import { usualIndex } from '../checklist-index.js';
import { packageRoot, program } from '../package-root.js';
import { realPathOf } from '../out-folder.js';
import { makeFolder } from '../make-folder.js';
import { UsageError } from '../run-command.js';
import { newScenario } from '../new-scenario.js';
import { addToList } from '../scaffold/add-to-list.js';
import { newCheckEntry, newCheckFiles, type NewCheck } from '../scaffold/new-check.js';
import { newGroupText } from '../scaffold/new-group.js';
import { newChecklistFiles } from '../scaffold/new-checklist.js';
import { newRecipeFiles } from '../scaffold/new-recipe.js';
import { say } from '../../host/terminal.js';

/** The recipe that a new checklist starts with: general enough for any field that has services. */
const firstRecipe = 'service-start-type';

const checklistCommand: CommandModule<object, { readonly folder: string }> = {
  command: 'checklist <folder>',
  describe: 'A new checklist that compiles as it is',
  builder: (yargs) =>
    yargs
      .positional('folder', {
        type: 'string',
        demandOption: true,
        describe: 'Folder to make; its name names the product',
      })
      .strict(),
  handler: async ({ folder }) => {
    const product = requireId(basename(resolve(folder)));
    refuseOtherChecklist(folder);
    const files = new Map([...newChecklistFiles(product), ...bundledFiles()]);
    writeNew(folder, files);
    const index = join(folder, 'checks.yaml');
    const named = usualIndex() === index ? '' : ` --index ${index}`;
    say`Next: ${program} build${named} && ${program} test${named}`;
  },
};

/**
 * What lies below checks/ is read by the checklist around, or would be by the new one.
 * @throws UsageError for a folder among the files of another checklist, and for one whose checks/ has files already.
 */
function refuseOtherChecklist(folder: string): void {
  const target = realPathOf(folder);
  for (let around = dirname(target); ; around = dirname(around)) {
    const isAmong = relative(around, target).split(sep)[0]?.toLowerCase() === 'checks';
    if (isAmong && existsSync(join(around, 'checks.yaml')))
      throw new UsageError(
        `${folder} lies among the files of the checklist ${join(around, 'checks.yaml')}, which would take the new files for its own. ` +
          'Name a folder outside its checks/.',
      );
    if (dirname(around) === around) break;
  }
  const checks = join(folder, 'checks');
  const [found] = existsSync(checks) ? readdirSync(checks).filter((name) => !name.startsWith('.')) : [];
  if (found !== undefined && !existsSync(join(folder, 'checks.yaml')))
    throw new UsageError(
      `${checks} has files already, such as "${found}", which the new checklist would take for its own. Name a new folder.`,
    );
}

interface CheckArguments {
  readonly name: string;
  readonly recipe: string | undefined;
}

const checkCommand: CommandModule<object, CheckArguments> = {
  command: 'check <name>',
  describe: 'A new check, named <group>/<id>, in the checklist here',
  builder: (yargs) => nameOptions(yargs).strict(),
  handler: async ({ name, recipe }) => {
    const { group, check, outline, root } = planCheck(name, recipe);
    const file = outline.groups.get(group);
    if (!file)
      throw new UsageError(
        `There is no group "${group}"${didYouMean(group, outline.groups.keys())} ` +
          `Make it with its first check: ${program} new group ${name}`,
      );
    const text = addToList(file.source, 'checks', { block: `\n${newCheckEntry(check)}`, flow: null });
    if (text === null)
      throw new UsageError(
        `${file.source.path} has a form to which nothing can be added. Write "checks:" as its last key, with a list below.`,
      );
    if (recipe === undefined) writeNew(root, newCheckFiles(group, check.id));
    writeFileSync(join(root, file.source.path), text);
    say`Added ${check.id} to ${join(root, file.source.path)}. Fill in what says TODO, then: ${program} check`;
  },
};

const groupCommand: CommandModule<object, CheckArguments> = {
  command: 'group <name>',
  describe: 'A new group with its first check, named <group>/<id>, in the checklist here',
  builder: (yargs) => nameOptions(yargs).strict(),
  handler: async ({ name, recipe }) => {
    const { group, check, outline, root, index } = planCheck(name, recipe);
    if (outline.groups.has(group))
      throw new UsageError(`There is a group "${group}" already: ${program} new check ${name}`);
    const path = `checks/${group}.yaml`;
    const text = addToList(outline.index.source, 'include', { block: `  - ${path}\n`, flow: path });
    if (text === null) throw new UsageError(`${index} has no list "include:" to which the group can be added.`);
    const files = recipe === undefined ? newCheckFiles(group, check.id) : new Map<string, string>();
    writeNew(root, new Map([[path, newGroupText(group, check)], ...files]));
    writeFileSync(index, text);
    say`Added ${path} to ${index}. Fill in what says TODO, then: ${program} check`;
  },
};

function nameOptions(yargs: Argv): Argv<CheckArguments> {
  return yargs
    .positional('name', {
      type: 'string',
      demandOption: true,
      describe: 'Group and id, such as services/spooler-start-type',
    })
    .option('recipe', { type: 'string', describe: 'Recipe that does its phases' });
}

/** What a new check is to be; nothing is written yet. @throws UsageError for a name or a recipe that cannot be. */
function planCheck(
  name: string,
  recipe: string | undefined,
): { group: string; check: NewCheck; outline: ChecklistOutline; root: string; index: string } {
  const [group = '', id = '', ...rest] = name.split('/');
  if (rest.length > 0 || !name.includes('/')) throw new UsageError('Name the group and the check: <group>/<id>.');
  const index = indexHere();
  requireId(group, 'group');
  const outline = outlineOf(index);
  requireFree(requireId(id, 'owner'), outline);
  const used = recipe === undefined ? null : outline.recipes.get(recipe);
  if (used === undefined)
    throw new UsageError(`There is no recipe "${recipe}"${didYouMean(String(recipe), outline.recipes.keys())}`);
  const item = Math.max(0, ...outline.checks.map((each) => each.item)) + 1;
  const how = recipe === undefined || used === null ? null : { id: recipe, ...used };
  return {
    group,
    check: { id, item, languages: outline.languages, recipe: how },
    outline,
    root: dirname(index),
    index,
  };
}

function didYouMean(name: string, known: Iterable<string>): string {
  const [near] = suggestNames(name, known);
  return near === undefined ? '.' : `. Did you mean "${near}"?`;
}

/** Checks and recipes become functions, so none may have the name of another. */
function requireFree(id: string, { checks, recipes }: ChecklistOutline): void {
  const check = checks.find((each) => functionKey(each.id) === functionKey(id));
  if (check) throw new UsageError(`${check.path} has a check "${check.id}" already.`);
  const recipe = [...recipes.keys()].find((each) => functionKey(each.replace(/^.*\//, '')) === functionKey(id));
  if (recipe !== undefined)
    throw new UsageError(`There is a recipe "${recipe}" already, and both would be one function.`);
}

function indexHere(): string {
  const index = usualIndex();
  if (!existsSync(index))
    throw new UsageError(`There is no checks.yaml here. Make one: ${program} new checklist <folder>`);
  return index;
}

const recipeCommand: CommandModule<object, { readonly id: string }> = {
  command: 'recipe <id>',
  describe: 'A new recipe with a detect body and scenarios',
  builder: (yargs) =>
    yargs.positional('id', { type: 'string', demandOption: true, describe: 'Name of the recipe' }).strict(),
  handler: async ({ id }) => {
    const index = indexHere();
    const outline = outlineOf(index);
    requireFree(requireId(id, 'owner'), outline);
    writeNew(dirname(index), newRecipeFiles(id, outline.languages));
    say`Use it: ${program} new check <group>/<id> --recipe ${id}`;
  },
};

interface ScenarioArguments {
  readonly name: string;
  readonly from: string;
  readonly check: string;
}

const scenarioCommand: CommandModule<object, ScenarioArguments> = {
  command: 'scenario <name>',
  describe: 'A new scenario, cut out of the bundle of a PC (needs PowerShell 7.5)',
  builder: (yargs) =>
    yargs
      .positional('name', { type: 'string', demandOption: true, describe: 'Name of the scenario, such as lost-rights' })
      .option('from', { type: 'string', demandOption: true, describe: 'What collect-logs.ps1 made on that PC' })
      .option('check', { type: 'string', demandOption: true, describe: 'Id of the check that it is about' })
      .strict(),
  handler: ({ name, from, check }) => newScenario(usualIndex(), requireId(name), from, requireId(check)),
};

export const newCommand: Command = {
  builder: (yargs) =>
    yargs
      .command(checklistCommand)
      .command(checkCommand)
      .command(groupCommand)
      .command(recipeCommand)
      .command(scenarioCommand)
      .demandCommand(1, 'Name what to start.')
      .middleware(({ _: [, second], kind = second }) => refuseKind(kind as string | undefined), true)
      .strict(),
  handler: () => {},
};

const kinds = ['checklist', 'group', 'check', 'recipe', 'scenario'];

/** @throws UsageError for a kind that there is not, before what stands behind it is looked at. */
function refuseKind(kind: string | undefined): void {
  if (kind === undefined || kinds.includes(kind)) return;
  const [near] = suggestNames(kind, kinds);
  const advice =
    near === undefined
      ? `There are ${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1) ?? ''}.`
      : `Did you mean "${near}"?`;
  throw new UsageError(`There is nothing called "${kind}" to start. ${advice}`);
}

/** @param kind what it names, as for `refuseName`. */
function requireId(text: string, kind: Parameters<typeof refuseName>[1] = 'other'): string {
  const refusal = refuseName(text, kind);
  if (refusal !== null) throw new UsageError(refusal);
  const isForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
  if (isForm && text.length <= 60) return text;
  if (isForm) throw new UsageError(`"${text}" has ${text.length} characters, and a name here at most 60.`);
  throw new UsageError(`"${text}" is not a name here: lower-case words joined by hyphens, such as "download-cache".`);
}

/** Schemas for the editor, and the first recipe with its bodies and scenarios, by path in the new checklist. */
function bundledFiles(): ReadonlyMap<string, string> {
  const checks = join(packageRoot, 'checks');
  const recipes = join(checks, 'windows-recipes');
  const schemas = readdirSync(checks).filter((name) => /^\..*schema\.json$/.test(name));
  const paths = [
    ...readdirSync(join(recipes, 'recipes'))
      .filter((name) => name.startsWith(`${firstRecipe}.`))
      .map((name) => `recipes/${name}`),
    ...readdirSync(join(recipes, 'scenarios', firstRecipe)).map((name) => `scenarios/${firstRecipe}/${name}`),
  ];
  const textOf = (path: string): string =>
    readFileSync(join(recipes, path), 'utf8').replace('$schema=../../.', '$schema=../.');
  return new Map([
    ...schemas.map((name) => [`checks/${name}`, readFileSync(join(checks, name), 'utf8')] as const),
    ...paths.map((path) => [`checks/${path}`, textOf(path)] as const),
  ]);
}

/** Writes files that must not exist yet: all of them or, when one is there, none. */
function writeNew(folder: string, files: ReadonlyMap<string, string>): void {
  const taken = [...files.keys()].filter((path) => existsSync(join(folder, path)));
  if (taken.length > 0) throw new UsageError(`Already there: ${taken.join(', ')}. Nothing was written.`);
  for (const [path, text] of files) {
    makeFolder(dirname(join(folder, path)));
    writeFileSync(join(folder, path), text, { flag: 'wx' });
    say`new  ${join(folder, path)}`;
  }
}
