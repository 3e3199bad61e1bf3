import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import type { Command } from '../command.js';
import { usualIndex } from '../open-checklist.js';
import { packageRoot, program } from '../package-root.js';
import { UsageError } from '../run-command.js';
import { newScenario } from '../new-scenario.js';
import { newCheckEntry, newCheckFiles } from '../scaffold/new-check.js';
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
    const files = new Map([...newChecklistFiles(product), ...bundledFiles()]);
    writeNew(folder, files);
    const index = join(folder, 'checks.yaml');
    const named = usualIndex() === index ? '' : ` --index ${index}`;
    say`Next: ${program} build${named} && ${program} test${named}`;
  },
};

const checkCommand: CommandModule<object, { readonly name: string; readonly recipe: string | undefined }> = {
  command: 'check <name>',
  describe: 'A new check, named <group>/<id>, in the checklist here',
  builder: (yargs) =>
    yargs
      .positional('name', {
        type: 'string',
        demandOption: true,
        describe: 'Group and id, such as services/spooler-start-type',
      })
      .option('recipe', { type: 'string', describe: 'Recipe that does its phases' })
      .strict(),
  handler: async ({ name, recipe }) => {
    const [group = '', id = '', ...rest] = name.split('/');
    if (rest.length > 0) throw new UsageError('A check is named by its group and its id: <group>/<id>.');
    const root = dirname(usualIndex());
    const groupFile = join(root, 'checks', `${requireId(group)}.yaml`);
    if (!existsSync(groupFile))
      throw new UsageError(`There is no ${groupFile}. Make it and name it under "include" in checks.yaml.`);
    const text = readFileSync(groupFile, 'utf8');
    if (new RegExp(`^\\s*- id: ${requireId(id)}\\s*$`, 'm').test(text))
      throw new UsageError(`${groupFile} has a check "${id}" already.`);
    if (recipe === undefined) writeNew(root, newCheckFiles(group, id));
    writeFileSync(
      groupFile,
      `${text.replace(/\n*$/, '\n')}${newCheckEntry(id, nextItem(join(root, 'checks')), recipe ?? null)}`,
    );
    say`Added ${id} to ${groupFile}. Fill in what says TODO, then: ${program} check`;
  },
};

const recipeCommand: CommandModule<object, { readonly id: string }> = {
  command: 'recipe <id>',
  describe: 'A new recipe with a detect body and scenarios',
  builder: (yargs) =>
    yargs.positional('id', { type: 'string', demandOption: true, describe: 'Name of the recipe' }).strict(),
  handler: async ({ id }) => {
    const index = usualIndex();
    if (!existsSync(index)) throw new UsageError('There is no checks.yaml here.');
    writeNew(dirname(index), newRecipeFiles(requireId(id)));
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
      .command(recipeCommand)
      .command(scenarioCommand)
      .demandCommand(1, 'Name what to start.')
      .strict(),
  handler: () => {},
};

function requireId(text: string): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) && text.length <= 60) return text;
  throw new UsageError(`"${text}" is not a name here: lower-case words joined by hyphens, such as "download-cache".`);
}

/** Schemas for the editor, and the first recipe with its bodies and scenarios, by path in the new checklist. */
function bundledFiles(): ReadonlyMap<string, string> {
  const checks = join(packageRoot, 'checks');
  const paths = [
    ...readdirSync(checks).filter((name) => /^\..*schema\.json$/.test(name)),
    ...readdirSync(join(checks, 'recipes'))
      .filter((name) => name.startsWith(`${firstRecipe}.`))
      .map((name) => `recipes/${name}`),
    ...readdirSync(join(checks, 'scenarios', firstRecipe)).map((name) => `scenarios/${firstRecipe}/${name}`),
  ];
  return new Map(paths.map((path) => [`checks/${path}`, readFileSync(join(checks, path), 'utf8')] as const));
}

/** Writes files that must not exist yet: all of them or, when one is there, none. */
function writeNew(folder: string, files: ReadonlyMap<string, string>): void {
  const taken = [...files.keys()].filter((path) => existsSync(join(folder, path)));
  if (taken.length > 0) throw new UsageError(`Already there: ${taken.join(', ')}. Nothing was written.`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'wx' });
    say`new  ${join(folder, path)}`;
  }
}

/** One more than the highest item number in the group files of a folder. */
function nextItem(checks: string): number {
  const texts = readdirSync(checks)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(checks, name), 'utf8'));
  const items = texts.flatMap((text) =>
    Array.from(text.matchAll(/^\s*item:\s*(\d+)/gm), ([, number]) => Number(number)),
  );
  return Math.max(0, ...items) + 1;
}
