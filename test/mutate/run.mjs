// npm run mutate: faults put into the code one at a time, to see which of them a test of behaviour notices. Golden files never count.
//   --sample [--seed N] [--count N]   a sample over all areas, 150 by default
//   --area ps1|cmd|src|signing        one area alone
//   --file <part of a path>           mutants of these files alone
//   --kind <part of a kind>           such as "number"
//   --again                           those that survived before, once more
//   --tests <part of a group's name>  of PowerShell: look up these groups of tests alone, such as "scenario/clock" or "Edges"
//   --report                          docs/mutation.md from what is kept, and no trial
// What was found is kept in .mutate/ by the text of the mutant and of the tests that met it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coverage, createWorker, judgePs1, testsFor } from './judge-ps1.mjs';
import { coverageOfCmd, judgeCmd } from './judge-cmd.mjs';
import { judgeSrc, mutantsOfSrc } from './judge-src.mjs';
import { mutantsOfCmd } from './mutants-cmd.mjs';
import { mutantsOfPs1 } from './mutants-ps1.mjs';
import { compiledTexts, root, sourcesOf } from './product.mjs';
import { writeReport } from './report.mjs';

const { values: options } = parseArgs({
  options: {
    sample: { type: 'boolean' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '150' },
    area: { type: 'string', multiple: true, default: [] },
    file: { type: 'string', multiple: true, default: [] },
    kind: { type: 'string', multiple: true, default: [] },
    again: { type: 'boolean' },
    tests: { type: 'string', multiple: true, default: [] },
    report: { type: 'boolean' },
    slots: { type: 'string', default: '2' },
    help: { type: 'boolean' },
  },
});
if (options.help) {
  const lines = readFileSync(new URL(import.meta.url), 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  process.stdout.write(
    `${lines
      .slice(0, end)
      .map((line) => line.slice(3))
      .join('\n')}\n`,
  );
  process.exit(0);
}
const work = join(root, '.mutate');
mkdirSync(work, { recursive: true });
const say = (text) => process.stderr.write(`${text}\n`);
const keptPath = join(work, 'results.json');
const readKept = () => (existsSync(keptPath) ? JSON.parse(readFileSync(keptPath, 'utf8')) : {});
const kept = readKept();
/** What this run has found. Another one may run beside it, so its results are read again before these are put in. */
const found = {};
const keep = () => writeFileSync(keptPath, JSON.stringify(Object.assign(kept, readKept(), found), null, 1));

/** A mutant by what it does to which line, so that it stays the same one while lines around it move. */
function keyOf(mutant) {
  const { path, line, column, from, replacement } = mutant;
  const hash = createHash('sha256')
    .update([path, line, column, from, replacement].join('\0'))
    .digest('hex')
    .slice(0, 10);
  return `${path} ${hash}`;
}

function ownMutants() {
  return sourcesOf().flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const area = path.endsWith('.cmd') ? 'cmd' : 'ps1';
    return (area === 'cmd' ? mutantsOfCmd(text) : mutantsOfPs1(text)).map((mutant) => {
      const before = text.slice(0, mutant.start).split('\n');
      const row = before.length - 1;
      const line = text.split('\n')[row];
      return {
        area,
        path,
        row,
        line: line.trim(),
        column: before.at(-1).trimStart().length,
        from: text.slice(mutant.start, mutant.end),
        ...mutant,
      };
    });
  });
}

/** Mulberry32: the same sample for the same seed, everywhere. */
function randomBy(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let made = Math.imul(state ^ (state >>> 15), state | 1);
    made ^= made + Math.imul(made ^ (made >>> 7), made | 61);
    return ((made ^ (made >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many of a list, each area with the same share: the largest would leave the others a handful. */
function sampled(all, count, seed) {
  const random = randomBy(seed);
  const areas = [...new Set(all.map(([, { area }]) => area))];
  const taken = [];
  for (const [index, area] of areas.entries()) {
    const left = all.filter(([, mutant]) => mutant.area === area);
    const share = Math.round(((index + 1) * count) / areas.length) - Math.round((index * count) / areas.length);
    for (let wanted = share; wanted > 0 && left.length > 0; wanted--)
      taken.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return taken;
}

/** All mutants there are, by their key. */
const mutants = new Map([...ownMutants(), ...(await mutantsOfSrc())].map((mutant) => [keyOf(mutant), mutant]));
if (options.report) {
  writeReport(kept, mutants);
  process.exit(0);
}
const wanted = [...mutants].filter(
  ([key, { area, path, kind }]) =>
    (options.area.length === 0 || options.area.includes(area)) &&
    (options.file.length === 0 || options.file.some((part) => path.includes(part))) &&
    (options.kind.length === 0 || options.kind.some((part) => kind.includes(part))) &&
    (!options.again || kept[key]?.status === 'survived' || kept[key]?.status === 'no test runs it'),
);
const chosen = options.sample ? sampled(wanted, Number(options.count), Number(options.seed)) : wanted;
const started = performance.now();
say(`${chosen.length} of ${wanted.length} mutants`);

const files = chosen.some(([, { area }]) => area === 'ps1' || area === 'cmd') ? await compiledTexts() : null;
const maps = {
  ps1: chosen.some(([, { area }]) => area === 'ps1') ? await coverage(files, say, options.tests) : null,
  cmd: chosen.some(([, { area }]) => area === 'cmd') ? coverageOfCmd(files, say) : null,
};
// How long the tests of a mutant may take, as the map has them; a report says where that left some out.
const budget = options.sample ? 40_000 : 120_000;

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

let testsHash;
/** Of all that judges src. */
function hashOfTests() {
  testsHash ??= hashOf(
    ['test/unit', 'test/passes', 'test/diagnostics', 'test/sign']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
      )
      .join('\0'),
  );
  return testsHash;
}

/** What a result rests on: the tests that met the mutant, and their texts as the maps know them. */
function restsOn(mutant) {
  const map = maps[mutant.area];
  if (mutant.area === 'cmd') return map.hash;
  if (mutant.area !== 'ps1') return `${hashOfTests()} ${hashOf(readFileSync(join(root, mutant.path), 'utf8'))}`;
  const names = testsFor(mutant, map);
  const units = [
    ...new Set(
      names.map((name) => (name.startsWith('scenario/') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0])),
    ),
  ];
  return hashOf(
    units
      .map((unit) => `${unit} ${map.suites[unit]}`)
      .sort()
      .join('\n'),
  );
}

const counts = {};
/** What came of this run, by file. */
const noted = new Map();
function note(key, mutant, result, rest) {
  found[key] = { area: mutant.area, kind: mutant.kind, ...result, rest };
  counts[result.status] = (counts[result.status] ?? 0) + 1;
  noted.set(mutant.path, [...(noted.get(mutant.path) ?? []), { ...mutant, ...result }]);
  const done = Object.values(counts).reduce((sum, each) => sum + each, 0);
  if (done % 10 !== 0) return;
  keep();
  say(`${done} of ${chosen.length}, ${Math.round((performance.now() - started) / 1000)} s: ${JSON.stringify(counts)}`);
}

const plain = (text) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 87)}...` : line || '(nothing)';
};
function sayResults() {
  for (const [path, results] of [...noted].sort(([a], [b]) => a.localeCompare(b))) {
    const killed = results.filter(({ status }) => status === 'killed').length;
    process.stdout.write(`${path}: ${killed} of ${results.length}\n`);
    for (const { row, kind, from, replacement, status, tried, of, by } of results.sort((a, b) => a.row - b.row)) {
      const partly = of > tried ? `, ${tried} of ${of} tests` : '';
      const fate = status === 'killed' ? `killed by ${by || 'a test'}` : `${status.toUpperCase()}${partly}`;
      process.stdout.write(`  ${row + 1}: ${kind}: ${plain(from)} => ${plain(replacement)}: ${fate}\n`);
    }
  }
}

// A result holds as long as the tests that meet the mutant are the same.
const open = chosen.filter(([key, mutant]) => {
  const before = kept[key];
  const holds = before && !options.again && before.rest === restsOn(mutant);
  if (holds) note(key, mutant, before, before.rest);
  return !holds;
});
const queue = open.filter(([, { area }]) => area === 'ps1' || area === 'cmd');
// Neighbours share what PowerShell has read already.
queue.sort(([, a], [, b]) => a.area.localeCompare(b.area) || a.path.localeCompare(b.path) || a.start - b.start);
const slots = Math.min(Number(options.slots), cpus().length);
await Promise.all(
  Array.from({ length: slots }, async (_, slot) => {
    let worker = null;
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [key, mutant] = next;
      const map = maps[mutant.area];
      if (mutant.area === 'ps1') worker ??= await createWorker();
      const judged =
        mutant.area === 'ps1'
          ? judgePs1(mutant, { files, map, worker, slot, budget })
          : judgeCmd(mutant, { files, map, slot, budget });
      note(key, mutant, await judged, restsOn(mutant));
    }
    worker?.stop();
  }),
);
const ofSrc = open.filter(([, { area }]) => area === 'src' || area === 'signing');
if (ofSrc.length > 0)
  for (const [key, result] of judgeSrc(ofSrc, say, slots))
    note(key, mutants.get(key), result, restsOn(mutants.get(key)));
keep();
writeReport(kept, mutants);
sayResults();
say(`${chosen.length} mutants in ${Math.round((performance.now() - started) / 1000)} s: ${JSON.stringify(counts)}`);
process.exit(0);
