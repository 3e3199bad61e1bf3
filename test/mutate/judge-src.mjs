// Faults of src are StrykerJS's: it makes them, and tries them on the tests of units and of signing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { root } from './product.mjs';

const work = join(root, '.mutate');
const config = JSON.parse(readFileSync(join(root, 'test/mutate/stryker.config.json'), 'utf8'));

/** Every mutant that StrykerJS makes of src; "signing" are those of signing and verification. */
export async function mutantsOfSrc() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !config.wordsAlone.some((start) => path.startsWith(start)))
    .sort();
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, isDebugEnabled: () => false };
  // What its own command gives it by injection; of all that it asks for a log alone.
  const injector = { provideValue: () => injector, injectClass: (Made) => new Made(silent) };
  const options = { plugins: null, excludedMutations: config.mutator.excludedMutations, ignorers: [], noHeader: true };
  const { mutants } = await createInstrumenter(injector).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') })),
    options,
  );
  const texts = new Map(files.map((name) => [name, readFileSync(join(root, name), 'utf8').split('\n')]));
  return mutants.map(({ fileName, location: { start, end }, mutatorName, replacement }) => {
    const lines = texts.get(fileName);
    const from = textBetween(lines, start, end);
    const line = lines[start.line];
    return {
      area: fileName.startsWith('src/sign/') ? 'signing' : 'src',
      path: fileName,
      row: start.line,
      line: line.trim(),
      column: start.column - (line.length - line.trimStart().length),
      from,
      replacement,
      kind: mutatorName,
      place: { start, end },
      start: start.line,
    };
  });
}

function textBetween(lines, start, end) {
  if (start.line === end.line) return lines[start.line].slice(start.column, end.column);
  return [
    lines[start.line].slice(start.column),
    ...lines.slice(start.line + 1, end.line),
    lines[end.line].slice(0, end.column),
  ].join('\n');
}

/** Tries mutants of src, given by their key: results by key. Each area has tests of its own. */
export function judgeSrc(wanted, say, slots) {
  return ['signing', 'src'].flatMap((area) => {
    const own = wanted.filter(([, mutant]) => mutant.area === area);
    return own.length > 0 ? judgeArea(area, own, say, slots) : [];
  });
}

function judgeArea(area, wanted, say, slots) {
  mkdirSync(work, { recursive: true });
  const report = join(work, 'src.json');
  const { wordsAlone: _, ...stryker } = config;
  const mutate = [...new Set(wanted.map(([, { path, place }]) => `${path}:${at(place.start)}-${at(place.end)}`))];
  const own = join(work, 'stryker.config.json');
  writeFileSync(own, JSON.stringify({ ...stryker, mutate, concurrency: slots }));
  rmSync(report, { force: true });
  say(`StrykerJS tries ${wanted.length} mutants of ${area}.`);
  const bin = join(
    dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json')),
    'bin/stryker.js',
  );
  const log = spawnSync(process.execPath, [bin, 'run', own], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, MENDSHEET_MUTATED: area },
  });
  if (!existsSync(report) || log.status !== 0) throw new Error(log.stdout.slice(-3000) + log.stderr.slice(-3000));
  const made = JSON.parse(readFileSync(report, 'utf8'));
  const results = new Map();
  for (const [path, { mutants }] of Object.entries(made.files))
    for (const mutant of mutants)
      results.set(
        JSON.stringify([path, at(back(mutant.location.start)), at(back(mutant.location.end)), mutant.replacement]),
        mutant,
      );
  return wanted.flatMap(([key, { path, place, replacement }]) => {
    const mutant = results.get(JSON.stringify([path, at(place.start), at(place.end), replacement]));
    const status = statuses[mutant?.status];
    if (status === undefined) return [];
    return [
      [
        key,
        { status, by: mutant.killedBy?.[0] ?? '', tried: mutant.testsCompleted ?? 0, of: mutant.testsCompleted ?? 0 },
      ],
    ];
  });
}

const statuses = {
  Killed: 'killed',
  Timeout: 'killed',
  RuntimeError: 'killed',
  Survived: 'survived',
  NoCoverage: 'no test runs it',
};

const at = ({ line, column }) => `${line + 1}:${column}`;
const back = ({ line, column }) => ({ line: line - 1, column: column - 1 });
