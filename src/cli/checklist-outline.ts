import { resolve } from 'node:path';
import { loadProject } from '../load/load-project.js';
import { memberOf } from '../load/read-includes.js';
import type { YamlFile } from '../load/project.js';
import type { SourceFile } from '../source/source-file.js';
import { UsageError } from './run-command.js';

/** What a checklist has by its files, also where they have mistakes: somebody who is writing it wants to go on. */
export interface ChecklistOutline {
  readonly index: YamlFile;
  /** That texts are written in side by side: those of the index without a translation file; English and Japanese where it says nothing that can be read. */
  readonly languages: readonly string[];
  /** Group files that can be read, by the name of the group. */
  readonly groups: ReadonlyMap<string, YamlFile>;
  /** As checks name them: those of a package as "<package>/<recipe>". */
  readonly recipes: ReadonlyMap<string, RecipeOutline>;
  readonly checks: readonly { readonly id: string; readonly item: number; readonly path: string }[];
}

/** A recipe that can be read. */
export interface RecipeOutline {
  /** Parameters that have no default. */
  readonly needs: readonly string[];
  readonly repairs: boolean;
}

/** @throws UsageError for an index that cannot be read. */
export function outlineOf(indexPath: string): ChecklistOutline {
  const { value: project } = loadProject(resolve(indexPath));
  if (!project) throw new UsageError(`${indexPath} cannot be read. "mendsheet check" says why.`);
  const languages = listOf(memberOf(project.index.value, 'languages')).filter(
    (each) => typeof each === 'string' && !project.translations.has(each),
  ) as string[];
  return {
    index: project.index,
    languages: languages.length > 0 ? [...new Set(languages)] : ['en', 'ja'],
    groups: new Map(project.groups.map((group) => [nameIn(group, 'group'), group] as const)),
    recipes: new Map([
      ...recipesIn(project.recipes, project.bodies, ''),
      ...project.packages.flatMap(({ file, recipes, bodies }) =>
        file ? recipesIn(recipes, bodies, `${nameIn(file, 'package')}/`) : [],
      ),
    ]),
    checks: project.groups.flatMap(({ value, source }) =>
      listOf(memberOf(value, 'checks')).map((check) => ({
        id: String(memberOf(check, 'id')),
        item: Number(memberOf(check, 'item')) || 0,
        path: source.path,
      })),
    ),
  };
}

/** @param prefix what checks put before the names. */
function recipesIn(
  recipes: readonly YamlFile[],
  bodies: readonly SourceFile[],
  prefix: string,
): readonly (readonly [string, RecipeOutline])[] {
  return recipes.map((recipe) => {
    const name = nameIn(recipe, 'recipe');
    const repairs = bodies.some(({ path }) => /\/recipes\/(.+)\.repair\.\w+$/.exec(path)?.[1] === name);
    return [`${prefix}${name}`, { needs: neededBy(recipe), repairs }];
  });
}

/** The name that a file gives what it holds; else that of the file. */
function nameIn({ value, source }: YamlFile, key: string): string {
  const name = memberOf(value, key);
  return typeof name === 'string' ? name : source.path.replace(/^.*\/|\.yaml$/g, '');
}

function neededBy({ value }: YamlFile): readonly string[] {
  const takes = memberOf(value, 'takes');
  return typeof takes === 'object' && takes !== null
    ? Object.entries(takes).flatMap(([name, each]) => (memberOf(each, 'default') === undefined ? [name] : []))
    : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
