import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compile, type Compiled } from '../src/compile.js';
import { loadTemplates } from '../src/load/load-templates.js';
import { positionOf } from '../src/source/source-file.js';
import { repository } from './compile-bundled.js';
import { batchRefuses, hostileText, hostileTextForPrompt } from './support/hostile-values.js';

const root = mkdtempSync(join(tmpdir(), 'mendsheet-values-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const upper = names.map((name) => name.toUpperCase());
const parameters = upper.map((name) => `[string] $${name}`).join(', ');

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

interface Trial {
  readonly made: Compiled;
  /** Positions, in the list of values, of those that have an error at their line. */
  readonly refused: ReadonlySet<number>;
  readonly codes: ReadonlySet<string>;
}

/** Compiles a checklist in which eight values at a time go to a check with bodies of both shells and both phases. */
async function tryValues(values: readonly string[], editions: string): Promise<Trial> {
  const ids = Array.from({ length: Math.ceil(values.length / names.length) }, (_, index) => `check-${index}`);
  write(
    'checks.yaml',
    `product: trial
title: { en: Trial, ja: 試し }
publisher: Test
languages: [en, ja]
scripts:
  - { name: diagnose, phase: detect, editions: ${editions} }
  - { name: reset, phase: repair, editions: ${editions}, defaults: [${ids.join(', ')}] }
include: [checks/g.yaml]
`,
  );
  const lines = ['group: g', 'title: { en: G, ja: 群 }', 'checks:'];
  const lineOf: number[] = [];
  for (const [index, id] of ids.entries()) {
    lines.push(`  - id: ${id}`, `    item: ${index + 1}`, `    title: { en: T${index}, ja: 題${index} }`);
    lines.push('    why: { en: W., ja: 理由です。 }', '    severity: low');
    lines.push('    risk: { disruption: none, minutes: 1, restart: false }', '    use: show', '    with:');
    for (const [at, name] of names.entries()) {
      lineOf.push(lines.push(`      ${name}: ${JSON.stringify(values[index * names.length + at] ?? '')}`));
    }
  }
  write('checks/g.yaml', `${lines.join('\n')}\n`);
  const takes = names.map((name) => `  ${name}: { type: string, says: { en: V, ja: 値 } }`).join('\n');
  write('checks/recipes/show.yaml', `recipe: show\ntakes:\n${takes}\nchanges: Nothing.\n`);
  write('checks/recipes/show.detect.ps1', `param(${parameters})\nNew-Finding -Status Ok -Evidence @{ A = $A }\n`);
  write('checks/recipes/show.repair.ps1', `param(${parameters})\nStart-StoppedService -Name $A\n`);
  const sets = upper.map((name, index) => `set "${name}=%~${index + 1}"\n`).join('');
  write('checks/recipes/show.detect.cmd', `${sets}set "STATUS=OK"\n`);
  write('checks/recipes/show.repair.cmd', `${sets}call :start_service "Spooler"\n`);
  const made = await compile({
    indexPath: join(root, 'checks.yaml'),
    templates: loadTemplates(repository),
    version: '0.1.0',
    today: '2026-01-01',
    signing: null,
    development: false,
  });
  const errors = made.diagnostics.filter(({ severity }) => severity === 'error');
  const places = errors.map(({ span }) => lineOf.indexOf(positionOf(span.source, span.start).line));
  expect(errors.filter((_, index) => places[index] === -1).map(({ code, message }) => `${code} ${message}`)).toEqual(
    [],
  );
  return { made, refused: new Set(places), codes: new Set(errors.map(({ code }) => code)) };
}

/** Takes away what each run refuses, as an author would, until nothing is refused. */
async function settle(
  values: readonly string[],
  editions: string,
): Promise<Trial & { readonly kept: readonly string[] }> {
  const trial = await tryValues(values, editions);
  for (const index of trial.refused) expect(values[index]).toMatch(batchRefuses);
  if (trial.refused.size === 0) return { ...trial, kept: values };
  return settle(
    values.filter((_, index) => !trial.refused.has(index)),
    editions,
  );
}

function texts(made: Compiled, pattern: RegExp): readonly string[] {
  const found = (made.artefacts ?? []).filter(({ path }) => pattern.test(path));
  return found.map(({ bytes }) => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'));
}

function eights<T>(values: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: values.length / names.length }, (_, index) => values.slice(index * 8, index * 8 + 8));
}

function once(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** The values that stand behind the parameters of a function, wherever PowerShell calls it. */
function ps1Values(text: string): readonly string[] {
  const literal = String.raw`'((?:[^']|'')*)'`;
  const call = new RegExp(
    upper.map((name) => String.raw`(?:-${name} |${name} = )${literal}`).join(String.raw`\s*`),
    'g',
  );
  return Array.from(text.matchAll(call), (match) => match.slice(1).map((each) => each.replaceAll("''", "'"))).map(
    (each) => JSON.stringify(each),
  );
}

const issue = 'x%COMSPEC%^y';

describe('2,000 hostile values', () => {
  // 500 values at a time: a compliance policy takes a hundred checks.
  const samples = [1, 2, 3, 4].map((seed) => ({
    seed,
    isForPrompt: seed < 4,
    values: fc.sample(seed < 4 ? hostileTextForPrompt : hostileText, { numRuns: 500, seed }),
  }));
  const runs = samples.flatMap((each) => ['[ps1]', '[ps1, cmd]'].map((editions) => ({ ...each, editions })));

  it.each(runs)(
    'arrive equal in every output of $editions, or are refused at their line: $seed',
    { timeout: 600_000 },
    async ({ values, isForPrompt, editions }) => {
      const { made, kept } = await settle([...values, issue], editions);
      const filled = [...kept, ...Array.from({ length: (8 - (kept.length % 8)) % 8 }, () => '')];
      expect(kept.filter((value) => batchRefuses.test(value))).toEqual([]);
      expect(kept.length).toBeGreaterThan(200);
      const sets = eights(filled);
      const wanted = once(sets.map((each) => JSON.stringify(each)));
      for (const path of [
        /\/reset\.ps1$/,
        /\/diagnose\.ps1$/,
        /\/checks\/.*\/detect\.ps1$/,
        /\/checks\/.*\/repair\.ps1$/,
        /\/snippets\/.*\.ps1\.txt$/,
      ]) {
        expect([path, once(texts(made, path).flatMap(ps1Values))]).toEqual([path, wanted]);
      }
      // Channels take some of the checks; what they take is whole.
      const elsewhere = texts(made, /^trial\/(?!checks|snippets)[^/]+\/.*\.ps1$/).flatMap(ps1Values);
      expect(elsewhere.length).toBeGreaterThan(0);
      expect(elsewhere.filter((each) => !wanted.includes(each))).toEqual([]);

      const labels = sets.map((each) => `call :test_show ${each.map((value) => `"${value}"`).join(' ')}`);
      const scripts = texts(made, /\/(?:reset|diagnose)\.cmd$/);
      expect(scripts).toHaveLength(editions.includes('cmd') ? 2 : 0);
      for (const script of scripts) for (const line of labels) expect(script).toContain(`if "%~1"=="test" ${line}\n`);

      const pasted = texts(made, /\/snippets\/.*\.cmd\.txt$/).map((block) =>
        JSON.stringify(upper.map((name) => new RegExp(`^if defined LOCKED set "${name}=(.*)"$`, 'm').exec(block)?.[1])),
      );
      const forPrompt = sets.filter((each) => !each.some((value) => value.includes('!')));
      expect(forPrompt.length).toBeGreaterThan(isForPrompt ? 20 : 0);
      expect(pasted.sort()).toEqual(forPrompt.map((each) => JSON.stringify(each)).sort());
      const left = made.plan?.withoutSnippet.map(({ why }) => why) ?? [];
      expect(left).toEqual(
        Array.from({ length: sets.length - forPrompt.length }, () => 'a value holds an exclamation mark'),
      );
    },
  );

  it('are refused at their line where only a paste block would have them', async () => {
    const { refused, codes } = await tryValues([issue, 'plain'], '[ps1]');
    expect([...refused]).toEqual([0]);
    expect([...codes]).toEqual(['render/value-not-carried']);
  });
});

describe('a value that a body of batch has outside quotation marks', () => {
  async function codesFor(value: string, body: string): Promise<readonly string[]> {
    await tryValues(['plain'], '[ps1, cmd]');
    write('checks/recipes/show.repair.cmd', body);
    write(
      'checks/g.yaml',
      `group: g
title: { en: G, ja: 群 }
checks:
  - id: check-0
    item: 1
    title: { en: T, ja: 題 }
    why: { en: W., ja: 理由です。 }
    severity: low
    risk: { disruption: none, minutes: 1, restart: false }
    use: show
    with:
${names.map((name) => `      ${name}: ${JSON.stringify(name === 'a' ? value : '')}`).join('\n')}
`,
    );
    const { diagnostics } = await compile({
      indexPath: join(root, 'checks.yaml'),
      templates: loadTemplates(repository),
      version: '0.1.0',
      today: '2026-01-01',
      signing: null,
      development: false,
    });
    return diagnostics.map(({ code, span }) => `${code}:${positionOf(span.source, span.start).line}`);
  }

  it.each([
    ['one two', 'for %%n in (%~1) do call :start_service "%%n"\n', []],
    ['one & calc', 'for %%n in (%~1) do call :start_service "%%n"\n', ['render/value-not-carried:12']],
    ['one & calc', 'set "X=%~1"\n', []],
    ['(x)', 'if %~1==x set "X=1"\n', ['render/value-not-carried:12']],
    ['a,b', 'if "%~1"=="%~1" set X=%~1\n', ['render/value-not-carried:12']],
  ])('%j in %j: %j', async (value, body, expected) => {
    expect(await codesFor(value, body)).toEqual(expected);
  });
});
