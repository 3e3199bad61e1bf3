import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { runPester, type TestResult } from '../../src/host/pester-runner.js';
import { isMissing } from '../../src/host/pwsh.js';
import { repository } from '../compile-bundled.js';
import { describeWithTool } from '../tools.js';

/** Folder of the bundled product that this run has compiled; without signatures. */
export const product = join(inject('dist'), 'windows-update');

/** Folders of the bundled checklist that hold folders of scenarios: its own, and that of its recipes. */
const scenarioRoots = ['checks/scenarios', 'checks/windows-recipes/scenarios'].map((path) => join(repository, path));

/** Paths of all scenarios of the bundled checklist. */
export const scenarios: readonly string[] = scenarioRoots
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ps1'))
      .map((path) => join(root, path)),
  )
  .sort();

interface PesterTest {
  readonly line: number;
  readonly name: string;
}

/**
 * A file of Pester tests as vitest tests, one for each `It`. Pester starts when the first of them runs, once, with those
 * that this run has chosen (`-t`). An `It` with several cases passes when all of them do.
 * @param name What the suite is about.
 * @param path Absolute path of the file.
 * @param data Its parameters.
 * @param zone Time zone to run in, by its name in the IANA list; that of this process by default.
 */
export function pesterSuite(name: string, path: string, data: object, zone?: string): void {
  describeWithTool(name, inject('missing').pester ?? undefined, () => {
    let results: readonly TestResult[] = [];
    beforeAll(async ({}, suite) => {
      const chosen = chosenIn(suite);
      const tests = testsOf(path).filter((test) => chosen.has(test.name));
      results = await pesterResults(
        path,
        data,
        tests.map(({ line }) => line),
        zone,
      );
    }, 30 * 60_000);
    for (const test of testsOf(path)) {
      it(test.name, ({ skip }) => {
        const cases = results.filter(({ line }) => line === test.line);
        // What fails around the tests has no line: it must not pass for no tests at all.
        const broken = [...cases, ...results.filter(({ line }) => line === null)].filter(
          ({ outcome }) => outcome === 'failed' || outcome === 'inconclusive',
        );
        expect(broken.map((each) => `${each.name}: ${each.message}`)).toEqual([]);
        expect(cases.length, 'Pester ran no case of it').toBeGreaterThan(0);
        skip(
          cases.every(({ outcome }) => outcome !== 'passed'),
          'Pester skips it on this machine',
        );
      });
    }
  });
}

/** Names of the tests of a suite that this run has chosen. */
export function chosenIn({
  tasks,
}: {
  readonly tasks: readonly { readonly mode: string; readonly name: string }[];
}): ReadonlySet<string> {
  return new Set(tasks.filter(({ mode }) => mode === 'run').map(({ name }) => name));
}

/** Runs those tests of a file that begin on the given lines, in a time zone. @throws Error when Pester is missing. */
export async function pesterResults(
  path: string,
  data: object,
  lines: readonly number[] | null,
  zone?: string,
): Promise<readonly TestResult[]> {
  const usual = process.env['TZ'];
  if (zone !== undefined) process.env['TZ'] = zone;
  const results = await runPester(path, data, lines);
  if (usual === undefined) delete process.env['TZ'];
  else process.env['TZ'] = usual;
  if (isMissing(results)) throw new Error(results.hint);
  return results;
}

/** Every `It` of a file, named with the blocks around it, as their indentation nests them. */
function testsOf(path: string): readonly PesterTest[] {
  const around: { readonly indent: number; readonly name: string }[] = [];
  const found: PesterTest[] = [];
  for (const [index, text] of readFileSync(path, 'utf8').split('\n').entries()) {
    const [, blanks = '', keyword, quoted = ''] = /^( *)(Describe|Context|It) '((?:[^']|'')*)'/.exec(text) ?? [];
    if (keyword === undefined) continue;
    while ((around.at(-1)?.indent ?? -1) >= blanks.length) around.pop();
    const name = quoted.replaceAll("''", "'");
    if (keyword === 'It') found.push({ line: index + 1, name: [...around.map((each) => each.name), name].join(' > ') });
    else around.push({ indent: blanks.length, name });
  }
  return found;
}
