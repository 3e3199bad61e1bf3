import { codes } from '../diagnostics/codes.js';
import { editions, type Catalog } from '../ir/catalog.js';
import type { Library } from '../ir/library.js';
import { formatKeys } from '../spec/format-reference.js';

const heading = `# What others build on: keys of the format, functions of the library, diagnostics, and the Windows Update checklist.
# Written by "npm run docs", which adds what is new. What is gone or changed stays here, and a test fails, until
# CHANGELOG.md names the line, in backticks, under "Removed" of the version to come.
`;

/** A line for each thing that a checklist, a script around ours, or a person may rely on. */
export function publicLines({ functions }: Library, catalog: Catalog): readonly string[] {
  const library = editions.flatMap((edition) =>
    functions[edition].flatMap(({ name, kind, phases, parameters }) => [
      `library ${edition} ${kind} ${name}`,
      ...phases.map((phase) => `library ${edition} ${name} for ${phase}`),
      ...parameters.flatMap((each) => linesOfParameter(`library ${edition} ${name}`, each, each.required)),
    ]),
  );
  const scripts = catalog.scripts.flatMap((script) => [
    `script ${script.name}: ${script.phase}`,
    ...script.editions.map((edition) => `script ${script.name}.${edition}`),
  ]);
  const checks = catalog.checks.flatMap(({ id, item, steps }) => [
    `check ${item} ${id}`,
    ...editions.flatMap((edition) =>
      Object.keys(steps[edition]).map((phase) => `check ${item} ${id}: ${phase} in ${edition}`),
    ),
  ]);
  const recipes = [...catalog.recipes.values()].flatMap(({ id, parameters }) => [
    `recipe ${id}`,
    ...parameters.flatMap((each) => linesOfParameter(`recipe ${id}`, each, each.default === null)),
  ]);
  return [
    ...formatKeys().map((key) => `format ${key}`),
    ...library,
    ...Object.keys(codes).map((code) => `diagnostic ${code}`),
    ...scripts,
    ...checks,
    ...recipes,
  ];
}

function linesOfParameter(
  owner: string,
  { name, type, of }: { readonly name: string; readonly type: string; readonly of: readonly string[] },
  isRequired: boolean,
): readonly string[] {
  return [
    `${owner} ${name}: ${type}${isRequired ? ', required' : ''}`,
    ...of.map((word) => `${owner} ${name} = ${word}`),
  ];
}

/** The lines of a report. */
export function linesOf(report: string): readonly string[] {
  return report.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
}

/** Lines that a changelog names, in backticks, under "Removed" of its first version. */
export function removedIn(changelog: string): ReadonlySet<string> {
  const [, newest = ''] = changelog.split(/^## /m);
  const sections = newest.split(/^### /m).filter((section) => /^Removed\r?\n/.test(section));
  return new Set(sections.flatMap((section) => Array.from(section.matchAll(/`([^`]+)`/g), ([, line = '']) => line)));
}

/** What a report has and is not there any more, although no changelog says so. */
export function lost(report: string, lines: readonly string[], removed: ReadonlySet<string>): readonly string[] {
  const present = new Set(lines);
  return linesOf(report).filter((line) => !present.has(line) && !removed.has(line));
}

/** The text of docs/public-report.txt: all that there is, and what was lost unsaid. */
export function reportText(before: string, lines: readonly string[], removed: ReadonlySet<string>): string {
  const all = [...new Set([...lines, ...lost(before, lines, removed)])].sort();
  return `${heading}\n${all.join('\n')}\n`;
}
