// What judges faults of batch: the model of cmd.exe, of whose tests a mutant meets only those that run its line.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readCmdLines } from '../../build/batch/cmd-lines.js';
import { emittedForm, filesWithMutant, root, sourcesOf, writeProduct } from './product.mjs';

const work = join(root, '.mutate');
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const scripts = ['diagnose', 'reset-components', 'collect-logs'];
/** One language tells a fault as well as three. */
const chosen = '^(?!.*in ja)';
const arguments_ = ['run', '--config', 'test/mutate/batch.config.ts', '--reporter=json'];

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Which tests run which line: `{ tests: { name: milliseconds }, rows: { source: { row: [names] } } }`, kept while tests and scripts are the same. */
export function coverageOfCmd(files, say) {
  const path = join(work, 'coverage-cmd.json');
  const texts = [
    ...['test/cmd-model', 'src/batch-model'].flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
    ),
    ...readdirSync(join(root, 'test/wine')).map((name) => `test/wine/${name}`),
    'test/cmd-model.test.ts',
    'test/cmd-states.test.ts',
  ].map((name) => readFileSync(join(root, name), 'utf8'));
  const emitted = scripts.map((name) => Buffer.from(files.get(`windows-update/${name}.cmd`)).toString('latin1'));
  const hash = hashOf([...texts, ...emitted].join('\0'));
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  if (kept?.hash === hash) return kept;
  say('Looking which tests of batch run which line.');
  mkdirSync(work, { recursive: true });
  const visited = join(work, 'visited');
  const report = join(work, 'batch.json');
  rmSync(visited, { force: true });
  const product = join(work, 'whole');
  writeProduct(product, files);
  spawnSync(process.execPath, [vitest, ...arguments_, `--outputFile=${report}`, '-t', chosen], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, MENDSHEET_VISITED: visited, MENDSHEET_PRODUCT: product },
  });
  const tests = {};
  for (const file of JSON.parse(readFileSync(report, 'utf8')).testResults)
    for (const test of file.assertionResults)
      if (test.status === 'passed') tests[test.fullName] = Math.round(test.duration ?? 0);
  const rows = {};
  const places = new Map(
    scripts.map((name, index) => [`${name}.cmd`, placesOf(emitted[index].replaceAll('\r\n', '\n'))]),
  );
  for (const line of readFileSync(visited, 'utf8').trimEnd().split('\n')) {
    const [row, script, test = ''] = line.split('\t');
    const place = places.get(script.split('\\').at(-1))?.get(Number(row));
    if (!place) continue;
    const own = ((rows[place.source] ??= {})[place.row] ??= []);
    const name = test.replaceAll(' > ', ' ');
    if (!own.includes(name)) own.push(name);
  }
  const made = { hash, tests, rows };
  writeFileSync(path, JSON.stringify(made));
  return made;
}

/** Source and its row for each row of an emitted script. */
function placesOf(emitted) {
  const places = new Map();
  for (const source of sourcesOf().filter((path) => path.endsWith('.cmd'))) {
    const form = emittedForm(source, readFileSync(join(root, source), 'utf8'));
    const at = emitted.indexOf(`\n${form}\n`);
    if (at === -1) continue;
    const first = emitted.slice(0, at + 1).split('\n').length - 1;
    for (let row = 0; row < form.split('\n').length; row++) places.set(first + row, { source, row });
  }
  return places;
}

/** Names of the tests that run the line of a mutant, the quickest first. */
function testsFor({ path, row }, map) {
  const line = readCmdLines(readFileSync(join(root, path), 'utf8'))[row];
  const names = map.rows[path]?.[line?.blockRow ?? row] ?? [];
  const all = names.includes('') ? Object.keys(map.tests) : names;
  return all.filter((name) => map.tests[name] !== undefined).sort((a, b) => map.tests[a] - map.tests[b]);
}

/** Tests that one run is told to run: a command line has no room for the names of all. */
const mostAtOnce = 60;

/** Tries a mutant: `{ status, by, tried, of }`. The budget is the milliseconds that its tests may take, as the map has them. */
export async function judgeCmd(mutant, { files, map, slot, budget }) {
  const names = testsFor(mutant, map);
  if (names.length === 0) return { status: 'no test runs it', by: '', tried: 0, of: 0 };
  const changed = filesWithMutant(files, mutant);
  if (changed.size === 0) return { status: 'not emitted', by: '', tried: 0, of: 0 };
  const product = join(work, `product-${slot}`);
  if (!existsSync(product)) writeProduct(product, files);
  writeProduct(product, changed);
  let tried = 0;
  let spent = 0;
  let killer = null;
  while (killer === null && tried < names.length && (spent <= budget || tried === 0)) {
    const taken = [];
    for (const name of names.slice(tried, tried + mostAtOnce)) {
      if (spent > budget && tried + taken.length > 0) break;
      taken.push(name);
      spent += map.tests[name];
    }
    tried += taken.length;
    killer = await killedBy(taken, { product, slot, limit: 180_000 + spent * 6 });
  }
  writeProduct(product, new Map([...changed.keys()].map((path) => [path, files.get(path)])));
  return { status: killer === null ? 'survived' : 'killed', by: killer ?? '', tried, of: names.length };
}

/** The test that fails on a product, or what else ended the run; null where all pass. */
function killedBy(names, { product, slot, limit }) {
  const pattern = `^(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`;
  const report = join(work, `batch-${slot}.json`);
  rmSync(report, { force: true });
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [vitest, ...arguments_, `--outputFile=${report}`, '--bail=1', '-t', pattern],
      { cwd: root, stdio: 'ignore', env: { ...process.env, MENDSHEET_PRODUCT: product } },
    );
    // The model ends a script that does not come to an end, which takes it a while.
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    child.once('exit', (code) => {
      clearTimeout(timer);
      const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
      const failed = results.flatMap((file) => file.assertionResults).find(({ status }) => status === 'failed');
      resolve(code === 0 ? null : (failed?.fullName ?? 'the clock'));
    });
  });
}
