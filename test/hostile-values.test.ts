import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Compiled } from '../src/compile.js';
import { positionOf } from '../src/source/source-file.js';
import { batchRefuses, hostileText } from './support/hostile-values.js';
import { argumentNames, keepValues, tryValues } from './support/value-trial.js';

const root = mkdtempSync(join(tmpdir(), 'mendsheet-values-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const upper = argumentNames.map((name) => name.toUpperCase());

interface Tried {
  readonly made: Compiled;
  /** Positions, in the list of values, of those that have an error at their line. */
  readonly refused: ReadonlySet<number>;
  readonly codes: ReadonlySet<string>;
}

async function attempt(values: readonly string[], editions: string, repair = keepValues): Promise<Tried> {
  const { made, lines } = await tryValues(root, values, editions, repair);
  const errors = made.diagnostics.filter(({ severity }) => severity === 'error');
  const places = errors.map(({ span }) => lines.indexOf(positionOf(span.source, span.start).line));
  const elsewhere = errors.filter((_, index) => places[index] === -1);
  expect(elsewhere.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  return { made, refused: new Set(places), codes: new Set(errors.map(({ code }) => code)) };
}

/** Takes away what each run refuses, as an author would, until nothing is refused. */
async function settle(
  values: readonly string[],
  editions: string,
): Promise<{ readonly made: Compiled; readonly kept: readonly string[] }> {
  const { made, refused } = await attempt(values, editions);
  for (const index of refused) expect(values[index]).toMatch(batchRefuses);
  if (refused.size === 0) return { made, kept: values };
  return settle(
    values.filter((_, index) => !refused.has(index)),
    editions,
  );
}

function texts(made: Compiled, pattern: RegExp): readonly string[] {
  const found = (made.artefacts ?? []).filter(({ path }) => pattern.test(path));
  return found.map(({ bytes }) => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'));
}

/** The values of each check, the last ones filled up. */
function checksOf(values: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(values.length / 8) }, (_, index) =>
    upper.map((_name, at) => values[index * 8 + at] ?? ''),
  );
}

function once(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** The values that stand behind the parameters of a function, wherever PowerShell calls it. */
function ps1Values(text: string): readonly string[] {
  const literal = String.raw`'((?:[^']|'')*)'`;
  const call = new RegExp(
    upper.map((name) => String.raw`(?:-${name} |${name} = )${literal}`).join(String.raw`;?\s*`),
    'g',
  );
  return Array.from(text.matchAll(call), (match) =>
    JSON.stringify(match.slice(1).map((each) => each.replaceAll("''", "'"))),
  );
}

const issue = 'x%COMSPEC%^y';

describe('2,000 hostile values', () => {
  // 500 values at a time: a compliance policy takes a hundred checks.
  const samples = [1, 2, 3, 4].map((seed) => ({ seed, values: fc.sample(hostileText, { numRuns: 500, seed }) }));
  const runs = samples.flatMap((each) => ['[ps1]', '[ps1, cmd]'].map((editions) => ({ ...each, editions })));

  it.each(runs)(
    'arrive equal in every output of $editions, or are refused at their line: $seed',
    { timeout: 600_000 },
    async ({ values, editions }) => {
      const { made, kept } = await settle([...values, issue], editions);
      expect(kept.filter((value) => batchRefuses.test(value))).toEqual([]);
      expect(kept.length).toBeGreaterThan(200);
      const checks = checksOf(kept);
      const wanted = once(checks.map((each) => JSON.stringify(each)));
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

      const scripts = texts(made, /\/(?:reset|diagnose)\.cmd$/);
      expect(scripts).toHaveLength(editions.includes('cmd') ? 2 : 0);
      const calls = checks.map((each) => `call :test_show ${each.map((value) => `"${value}"`).join(' ')}`);
      for (const script of scripts) for (const call of calls) expect(script).toContain(`if "%~1"=="test" ${call}\n`);

      // A block for a command prompt runs the script, and holds no value.
      const pasted = texts(made, /\/snippets\/.*\.cmd\.txt$/);
      expect(pasted).toHaveLength(editions.includes('cmd') ? checks.length : 0);
      for (const block of pasted)
        expect(block).toMatch(/^if exist "\.\\reset\.cmd" "\.\\reset\.cmd" \/check check-\d+$/m);
    },
  );

  it.each([
    ['look like delayed expansion', ['a!PATH!b', '!X:~0,1!'], []],
    ['hold the marker of a signature', ['SIG # Begin signature block', '# sig # end signature block'], [0, 1]],
    ['are as long as a value may be', ['x'.repeat(1000)], []],
    [
      'are too long for a line together',
      Array.from({ length: 8 }, (_, index) => `${index}`.repeat(300)),
      [0, 1, 2, 3, 4, 5, 6, 7],
    ],
  ])('that %s are refused at their line, if at all', { timeout: 600_000 }, async (_name, values, expected) => {
    const { refused } = await attempt(values, '[ps1, cmd]');
    expect([...refused].sort()).toEqual(expected);
  });

  it('are refused at their line where only a snippet would have them', async () => {
    const { refused, codes } = await attempt([issue, 'plain'], '[ps1]');
    expect([...refused]).toEqual([0]);
    expect([...codes]).toEqual(['render/value-not-carried']);
  });
});

describe('a value that a body of batch has outside quotation marks', () => {
  const loop = 'for %%n in (%~1) do set "LAST=%%n"\n';
  it.each([
    ['one two', loop, []],
    ['one & calc', loop, [0]],
    ['one & calc', 'set "X=%~1"\n', []],
    ['(x)', 'if %~1==x set "X=1"\n', [0]],
    ['a,b', 'if "%~1"=="%~1" set X=%~1\n', [0]],
  ])('%j in %j is refused: %j', async (value, repair, expected) => {
    const { refused } = await attempt([value], '[ps1]', repair);
    expect([...refused]).toEqual(expected);
  });
});
