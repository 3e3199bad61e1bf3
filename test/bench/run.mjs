// npm run bench: what building, signing, parsing and running cost on this machine. Ratios come first, each of two things
// measured beside each other in this run, since absolute times say more about the machine than about the program.
// Nothing in npm test looks at a time.
//   npm run bench [-- <part>...]   such as "-- desk"; "-- large-checklist", "-- large-fleet" and "-- made-fleet" run where they are named alone
//   npm run bench -- --help        the parts
//   npm run bench -- --json        the figures as JSON, in place of a table
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { makeChecklist } from './make-checklist.mjs';
import { firstLoad, measureSearch } from './search.mjs';

/** The parts, with what each measures. */
const parts = {
  starting: ['Commands in a new process, the first time and again, against a Node that does nothing', starting],
  building: ['The bundled checklist from YAML to unsigned text, cold and warm; a signed build; sizes', building],
  watching: ['One changed body under check --watch', watching],
  growth: ['Hostile input, ten times as much of it', growth],
  signing: ['200 scripts signed, against one osslsigncode process a file', signing],
  parsing: ['The largest scripts, parsed in a new PowerShell', parsing],
  running: ['diagnose.ps1 over a simulated Windows, against an empty script', running],
  desk: ['mendsheet diagnose of a bundle', desk],
  page: ['The search and the first load of the download page', page],
  fleet: ['Reports of 100,000 PCs into Parquet, 10,000 in JSON, decode of a million lines', fleet],
  scaling: ['Made checklists of 29, 1,000 and 10,000 checks, by stage', scaling],
  'large-checklist': [
    'Made checklists of 1,000 and 10,000 checks built, signed and watched, only where it is named',
    largeChecklist,
  ],
  'large-fleet': ['Reports of 300,000 PCs and a million, only where it is named', largeFleet],
  'made-fleet': ['The made fleet of the suite in 100,000 PCs, only where it is named', madeFleet],
};
const onlyNamed = new Set(['large-checklist', 'large-fleet', 'made-fleet']);

const options = process.argv.slice(2).filter((each) => each.startsWith('-'));
const chosen = process.argv.slice(2).filter((each) => !each.startsWith('-'));
const unknown = [
  ...options.filter((each) => each !== '--help' && each !== '--json'),
  ...chosen.filter((each) => !(each in parts)),
];
if (options.includes('--help') || unknown.length > 0) {
  const lines = Object.entries(parts).map(([name, [what]]) => `  ${name.padEnd(12)} ${what}`);
  const usage = `npm run bench [-- [--json] [<part>...]]\n\nMeasures all parts, or those that are named:\n\n${lines.join('\n')}\n\nThe figures are written to build/bench.json as well.\n`;
  if (unknown.length > 0) process.stderr.write(`There is no ${unknown.join(', ')}.\n\n${usage}`);
  else process.stdout.write(usage);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'build/cli/main.js');
const work = mkdtempSync(join(tmpdir(), 'mendsheet-bench-'));
const dist = join(work, 'dist');
const rows = [];
const { findPowerShell, isMissing } = await import(join(root, 'build/host/pwsh.js'));
const powerShell = await findPowerShell();
const shell = isMissing(powerShell) ? null : powerShell.command;
const shellVersion = isMissing(powerShell) ? null : powerShell.version;
const [program, ...first] = shell ?? [];

/** Notes a figure. `target` has its limit as `most`, `below` or `least`, in the unit of the figure. */
function note(what, value, unit, target = {}) {
  rows.push({ what, value: Number(value.toPrecision(4)), unit, ...target });
}

function medianOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function timed(run) {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** Medians of several things, in milliseconds. They take turns, so that a slow minute of the machine meets all of them. */
async function medians(times, runs) {
  const taken = runs.map(() => []);
  for (let round = 0; round < times; round++)
    for (const [index, run] of runs.entries()) taken[index].push(await timed(run));
  return taken.map(medianOf);
}

function must(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', cwd: root, ...options });
  if (result.error || result.status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${result.error ?? result.stderr}`);
  return result.stdout;
}

const has = (program, args) => !spawnSync(program, args).error;

/** Says in the table what could not be measured for want of a tool. */
function skip(what, tools) {
  rows.push({ what, skipped: `needs ${tools}` });
}

async function compiler() {
  const [{ compile }, { loadTemplates }] = await Promise.all(
    ['compile', 'load/load-templates'].map((name) => import(join(root, `build/${name}.js`))),
  );
  const input = {
    templates: loadTemplates(root),
    version: '0',
    today: '2026-11-22',
    signing: null,
    development: false,
  };
  return async (indexPath, known) => {
    const { diagnostics, clean } = await compile({ indexPath, ...input }, { until: 'look', clean: known });
    const mistake = diagnostics.find(({ severity }) => severity === 'error');
    if (mistake) throw new Error(mistake.message);
    return clean;
  };
}

/** What a person waits for who starts a command, against a Node that does nothing; again is with nothing changed. */
async function starting() {
  const empty = join(work, 'empty.mjs');
  writeFileSync(empty, '');
  const env = { ...process.env, XDG_CACHE_HOME: join(work, 'cache'), LOCALAPPDATA: join(work, 'cache') };
  const command =
    (...words) =>
    () =>
      must(process.execPath, [main, ...words], { env });
  const code = ['explain', '0x80070422'];
  // Nothing is kept of a program that was built within the last two seconds.
  await new Promise((later) => setTimeout(later, 2000));
  for (const words of [['check'], code, ['plan']]) command(...words)();
  const [node, version, again, explained, planned, first] = await medians(9, [
    () => must(process.execPath, [empty]),
    command('--version'),
    command('check'),
    command(...code),
    command('plan'),
    command('check', '--no-cache'),
  ]);
  note('--version against a Node that does nothing', version / node, 'times', { most: 1.5 });
  note('check of the bundled checklist, nothing changed', again / node, 'times', { most: 3 });
  note('explain of an error code, nothing changed', explained / node, 'times', { most: 3 });
  note('plan, nothing changed', planned / node, 'times');
  note('check of the bundled checklist from nothing', first / node, 'times', { most: 6 });
  const [built, nodeBeside] = await medians(3, [
    command('build', '--out', join(work, 'started')),
    () => must(process.execPath, [empty]),
  ]);
  note('build, signed, with all channels and the page', built / nodeBeside, 'times', { most: 20 });
}

/** The bundled checklist from YAML to unsigned text, in a new process and in one that has done it before. */
async function building(look) {
  const empty = join(work, 'empty.mjs');
  writeFileSync(empty, '');
  const index = join(root, 'checks.yaml');
  for (let round = 0; round < 10; round++) await look(index, null);
  const [cold, node, warm] = await medians(21, [
    () => must(process.execPath, [main, 'check', '--no-cache']),
    () => must(process.execPath, [empty]),
    () => look(index, null),
  ]);
  note('bundled checklist to unsigned text, cold process against one of Node that does nothing', cold / node, 'times');
  note('the same, cold against warm', cold / warm, 'times');
  note('bundled checklist, cold process, YAML to unsigned text', cold, 'ms', { below: 1000 });
  note('the same in a warm process', warm, 'ms');
  const [build] = await medians(3, [() => must(process.execPath, [main, 'build', '--out', dist])]);
  note('the same with signing, channels, download page and writing, cold', build, 'ms');
  for (const [name, below] of [
    ['diagnose.ps1', 422.5],
    ['reset-components.ps1', 332.5],
  ]) {
    note(`${name}, signed`, statSync(join(dist, 'windows-update', name)).size / 1000, 'KB', { below });
  }
  const archive = unzipSync(readFileSync(join(dist, 'windows-update/windows-update-intune.zip')));
  const sizes = Object.entries(archive).flatMap(([path, bytes]) => (path.endsWith('.ps1') ? [bytes.length] : []));
  note('largest script for Intune', Math.max(...sizes) / 1000, 'KB', { below: 200 });
}

/** MiB that the heap of a made checklist may have: V8 would else let it grow for as long as the machine has memory. */
const heap = 704;

/** Made checklists up to unsigned text, a process each. Small and large take turns. */
function scaling() {
  const indexes = [29, 1000, 10_000].map((count) => makeChecklist(root, join(work, `made-${count}`), count));
  const run = (index) =>
    JSON.parse(must(process.execPath, [`--max-old-space-size=${heap}`, join(root, 'test/bench/stages.mjs'), index]));
  const [tiny, small, large] = indexes;
  // Each large run stands between two small ones: a machine that changes its speed on the way changes all three.
  const smallRuns = [run(small)];
  const largeRuns = [];
  const ratios = [];
  for (let round = 0; round < 3; round++) {
    const larger = run(large);
    const after = run(small);
    ratios.push((2 * larger.total) / (smallRuns.at(-1).total + after.total));
    largeRuns.push(larger);
    smallRuns.push(after);
  }
  note('10,000 made checks against 1,000, time', medianOf(ratios), 'times', { most: 11 });
  const peak = Math.max(...largeRuns.map((each) => each.peak));
  note('10,000 made checks, memory at its peak', peak / 2 ** 20, 'MiB', { below: 1024 });
  for (const { checks, texts, characters, stages, total } of [run(tiny), smallRuns.at(-1), largeRuns.at(-1)]) {
    note(`${checks} made checks (${texts} texts, ${Math.round(characters / 1e6)} MB)`, total, 'ms');
    for (const [name, milliseconds] of Object.entries(stages)) note(`  ${name}`, milliseconds, 'ms');
  }
}

/** One body of the bundled checklist edited again and again, as under `check --watch`. */
async function watching(look) {
  const folder = join(work, 'watched');
  for (const name of ['checks.yaml', 'checks']) cpSync(join(root, name), join(folder, name), { recursive: true });
  const body = join(folder, 'checks/basics/clock.detect.ps1');
  const text = readFileSync(body, 'utf8');
  let clean = new Map();
  const taken = [];
  let round = 0;
  const change = async () => {
    writeFileSync(body, `${text}# ${round++}\n`);
    clean = await look(join(folder, 'checks.yaml'), clean);
  };
  clean = await look(join(folder, 'checks.yaml'), clean);
  for (let each = 0; each < 40; each++) taken.push(await timed(change));
  const [one, whole] = await medians(15, [change, () => look(join(folder, 'checks.yaml'), null)]);
  note('one changed check under --watch against all of the checklist again', one / whole, 'times');
  note('one changed check under --watch', one, 'ms', { below: 100 });
  note('the same, median of the first five changes', medianOf(taken.slice(0, 5)), 'ms');
}

/** 200 scripts of 30 kB, with a key of either kind: this library in one process, and a process of osslsigncode for each. */
async function signing() {
  const what = 'signing 200 scripts: one osslsigncode process a file against one of this program';
  if (!has('osslsigncode', ['--version']) || !has('openssl', ['version']))
    return skip(what, 'osslsigncode and openssl');
  await signingWith('RSA-3072', ['rsa:3072'], { least: 20 });
  await signingWith('P-256', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], { least: 60 });
}

async function signingWith(kind, key, target) {
  const [{ readPemSigner }, { signScript }] = await Promise.all(
    ['keys/pem', 'authenticode/sign-script'].map((name) => import(join(root, `build/sign/${name}.js`))),
  );
  const [keyFile, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(work, `${kind}.${name}`));
  const about = ['-subj', '/CN=Bench', '-days', '30', '-addext', 'extendedKeyUsage=codeSigning'];
  const usage = ['-addext', 'keyUsage=critical,digitalSignature', '-addext', 'basicConstraints=critical,CA:FALSE'];
  const made = ['-newkey', ...key, '-nodes', '-keyout', keyFile, '-out', certificate];
  must('openssl', ['req', '-x509', '-sha256', ...made, ...about, ...usage]);
  const signer = readPemSigner({ key: readFileSync(keyFile, 'utf8'), certificates: readFileSync(certificate, 'utf8') });
  const line = "Write-Output 'a line of a script that is as long as such lines are'\r\n";
  const scripts = Array.from({ length: 200 }, (_, index) => {
    const path = join(work, `script-${index}.ps1`);
    writeFileSync(path, `# ${index}\r\n${line.repeat(450)}`);
    return path;
  });
  const signOne = async (path) => writeFileSync(`${path}.signed`, await signScript(readFileSync(path), signer));
  const keys = ['-certs', certificate, '-key', keyFile, '-h', 'sha256'];
  const [own, theirs] = await medians(5, [
    () => Promise.all(scripts.map(signOne)),
    () => {
      for (const path of scripts) {
        const out = path.replace('.ps1', '.other.ps1');
        rmSync(out, { force: true });
        must('osslsigncode', ['sign', ...keys, '-in', path, '-out', out]);
      }
    },
  ]);
  const what = `signing 200 scripts, ${kind}: one osslsigncode process a file against one of this program`;
  note(what, theirs / own, 'times', target);
  note(`signing 200 scripts with this program, ${kind}`, own, 'ms');
}

/** What grows with hostile input must grow with it alone: ten times as much takes about ten times as long. */
async function growth() {
  const [{ readYaml }, { refuseValue }] = await Promise.all(
    ['load/read-yaml', 'resolve/argument-value'].map((name) => import(join(root, `build/${name}.js`))),
  );
  const keys = (count) => Array.from({ length: count }, (_, at) => `key-${at}: 1`).join('\n');
  const [many, few] = await medians(5, [
    () => readYaml({ path: 'many', text: keys(60_000) }),
    () => readYaml({ path: 'few', text: keys(6_000) }),
  ]);
  note('60,000 keys of YAML against 6,000', many / few, 'times', { most: 15 });
  const backtracking = (length) => {
    for (const unit of ['D:', 'a.', 'a-', '\\a ', '(A)', '%A%'])
      for (const type of ['sddl', 'host-name', 'registry-path', 'path', 'url'])
        for (let round = 0; round < 100; round++)
          refuseValue({ type, of: [] }, `${unit.repeat(length).slice(0, length)}'`);
  };
  const [long, short] = await medians(5, [() => backtracking(900), () => backtracking(90)]);
  note('values of 900 characters made to backtrack against 90', long / short, 'times', { most: 15 });
}

/** How long the official parser takes over the largest scripts, in a PowerShell that has parsed nothing before. */
function parsing() {
  if (!shell) return skip('parsing', 'PowerShell');
  for (const name of ['diagnose.ps1', 'reset-components.ps1', 'intune/all/detect.ps1', 'intune/all/repair.ps1']) {
    const script = join(dist, 'windows-update', name);
    const text = `$e = $null; $t = $null; $w = [Diagnostics.Stopwatch]::StartNew(); $null = [Management.Automation.Language.Parser]::ParseFile('${script}', [ref] $t, [ref] $e); $w.ElapsedMilliseconds`;
    const taken = Array.from({ length: 5 }, () => Number(must(program, [...first, '-NoProfile', '-Command', text])));
    note(`${name}, parsed in a new PowerShell`, medianOf(taken), 'ms', { below: 150 });
  }
}

/** Diagnose over a simulated Windows, whose commands answer at once, beside a script that does nothing in the same. */
async function running() {
  if (!shell) return skip('running', 'PowerShell');
  const empty = join(work, 'empty.ps1');
  writeFileSync(empty, '$script:ExitCode = 70\r\nexit 0\r\n');
  const harness = join(root, 'src/simulator/Invoke-Simulated.ps1');
  let round = 0;
  const simulated =
    (script, given = {}) =>
    () => {
      const pc = ['-Script', script, '-Root', join(work, `pc-${round++}`), '-Arguments', JSON.stringify(given)];
      spawnSync(program, [...first, '-NoProfile', '-NonInteractive', '-File', harness, ...pc], { encoding: 'utf8' });
    };
  const diagnose = join(dist, 'windows-update/diagnose.ps1');
  const [run, one, start] = await medians(7, [
    simulated(diagnose),
    simulated(diagnose, { Check: 'disk-space' }),
    simulated(empty),
  ]);
  note('diagnose.ps1, all probes simulated, against an empty script', run / start, 'times');
  note('diagnose.ps1, all probes simulated, beyond an empty script', run - start, 'ms', { below: 1500 });
  note('diagnose.ps1 -Check of one check, beyond an empty script', one - start, 'ms', { below: 300 });
}

/** A bundle of a simulated PC, diagnosed at a desk: the script that made it first, then that of the checklist. */
async function desk() {
  if (!shell) return skip('diagnosing a bundle', 'PowerShell');
  const script = join(dist, 'windows-update/collect-logs.ps1');
  const pc = join(work, 'pc-bundle');
  const harness = join(root, 'src/simulator/Invoke-Simulated.ps1');
  const given = ['-Arguments', JSON.stringify({ OutputPath: 'C:\\Windows\\Temp\\bundle.zip' })];
  const collect = [...first, '-NoProfile', '-NonInteractive', '-File', harness, '-Script', script, '-Root', pc];
  spawnSync(program, [...collect, ...given], { encoding: 'utf8' });
  const bundle = join(pc, 'Windows/Temp/bundle.zip');
  const diagnose = [main, 'diagnose', bundle, '--format', 'json'];
  const [both, current] = await medians(5, [
    () => must(process.execPath, [...diagnose, '--original', script]),
    () => must(process.execPath, diagnose),
  ]);
  note('mendsheet diagnose of a bundle, with the script that made it', both, 'ms', { below: 5000 });
  note('the same, without it', current, 'ms');
}

/** What a command takes in a process of its own: milliseconds of the clock and of processors, and bytes of memory at its peak. */
function measured(...args) {
  const figures = join(work, 'figures.json');
  const own = [join(root, 'test/bench/fleet.mjs'), figures, ...args];
  const { status, stderr } = spawnSync(process.execPath, own, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`mendsheet ${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(readFileSync(figures, 'utf8'));
}

const hasDuckDb = () => existsSync(join(root, 'node_modules/@duckdb/node-api'));

/** A fleet from an export of a remediation, with all views, lists and pages. */
async function fleetOf(devices, look = () => {}) {
  const { makeExport } = await import('./make-export.mjs');
  const table = makeExport(join(work, `fleet-${devices}.csv`), devices);
  const out = join(work, `fleet-${devices}`);
  const figures = measured('fleet', table, '--out', out, '--as-of', '2026-12-01 00:00:00');
  await look(table, out);
  for (const path of [table, out]) rmSync(path, { recursive: true });
  return figures;
}

/** Exports and reports into Parquet, numbers and pages, a process each: the time for one PC must not grow with their number. */
async function fleet() {
  const what = 'a fleet of 100,000 PCs against one of 10,000, processor time for each PC';
  if (!hasDuckDb()) return skip(what, 'DuckDB');
  const before = await fleetOf(10_000);
  let again = null;
  const large = await fleetOf(100_000, (table, out) => {
    again = measured('fleet', table, '--out', out, '--as-of', '2026-12-01 00:00:00');
  });
  const after = await fleetOf(10_001);
  note(what, large.cpu / (5 * (before.cpu + after.cpu)), 'times', { most: 1.2 });
  note('100,000 PCs x 46 checks from an export of Intune, with all views and the page', large.clock, 'ms', {
    below: 60_000,
  });
  note('  processor time of that', large.cpu, 'ms');
  note('  memory at its peak', large.peak / 2 ** 20, 'MiB', { below: 1500 });
  note('  the same export once more, nothing in it new', again.clock, 'ms');
  await reports();
  await decoding();
}

/** Reports in JSON, one a PC, as scripts write them onto a share. */
async function reports() {
  const { makeReports } = await import('./make-export.mjs');
  const folder = makeReports(join(work, 'reports'), 10_000);
  const out = join(work, 'reports-fleet');
  const { clock, cpu, peak } = measured('fleet', folder, '--out', out, '--as-of', '2026-12-01 00:00:00');
  note('10,000 reports in JSON x 46 checks, with all views and the page', clock, 'ms', { below: 15_000 });
  note('  processor time of that', cpu, 'ms');
  note('  memory at its peak', peak / 2 ** 20, 'MiB');
  for (const path of [folder, out]) rmSync(path, { recursive: true });
}

/** Summary lines of a million PCs, as text. */
async function decoding() {
  const { makeLines } = await import('./make-export.mjs');
  const lines = makeLines(join(work, 'lines.txt'), 1_000_000);
  const { cpu, peak } = measured('decode', lines, '--format', 'ndjson');
  note('decode of 1,000,000 lines, memory at its peak', peak / 2 ** 20, 'MiB', { below: 300 });
  note('  processor time of that', cpu, 'ms');
  rmSync(lines);
}

/** Made checklists as a user builds them: with one thread and with all, signed, and written to the disk, which is measured beside it. */
async function largeChecklist(look) {
  const figures = join(work, 'figures.json');
  const time = (...args) => {
    const timer = join(root, 'test/bench/fleet.mjs');
    const { status, stderr } = spawnSync(process.execPath, [timer, figures, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) throw new Error(`mendsheet ${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
    return JSON.parse(readFileSync(figures, 'utf8'));
  };
  for (const count of [1000, 10_000]) {
    const index = makeChecklist(root, join(work, `large-${count}`), count);
    const checks = `${count.toLocaleString('en')} made checks`;
    const check = (workers) =>
      time('check', '--no-cache', '--index', index, '--workers', workers, '--max-problems', '0');
    const [alone, together] = [check('1'), check('2')];
    note(`${checks}, check with two threads against one`, together.clock / alone.clock, 'times');
    note(`${checks}, check with one thread`, alone.clock, 'ms');
    note('  memory at its peak', alone.peak / 2 ** 20, 'MiB');
    note(`${checks}, check with two threads`, together.clock, 'ms');
    note('  memory at its peak', together.peak / 2 ** 20, 'MiB');
    const out = join(work, `large-${count}-dist`);
    const build = (workers) =>
      time('build', '--index', index, '--out', out, '--workers', workers, '--max-problems', '0');
    const built = build('2');
    if (count === 1000) {
      const alone = build('1');
      note(`${checks}, build with two threads against one`, built.clock / alone.clock, 'times');
      note(`${checks}, build with one thread`, alone.clock, 'ms');
    }
    note(`${checks}, build with two threads`, built.clock, 'ms');
    note('  memory at its peak', built.peak / 2 ** 20, 'MiB');
    const copied = await timed(() => cpSync(out, `${out}-copy`, { recursive: true }));
    note('  the same files copied from one folder to another', copied, 'ms');
    for (const path of [out, `${out}-copy`]) rmSync(path, { recursive: true });
    const body = readdirSync(join(work, `large-${count}`), { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith('.detect.ps1'),
    );
    note(
      `${checks}, one changed body under --watch`,
      await changeOf(look, index, join(work, `large-${count}`, body)),
      'ms',
    );
  }
}

/** Milliseconds from a change of a body to what is said of it, in a program that has looked before: the median of five changes. */
async function changeOf(look, index, body) {
  const text = readFileSync(body, 'utf8');
  let clean = await look(index, new Map());
  const taken = [];
  for (let round = 0; round < 5; round++) {
    writeFileSync(body, `${text}# ${round}\n`);
    taken.push(await timed(async () => (clean = await look(index, clean))));
  }
  return medianOf(taken);
}

/** Fleets of 300,000 PCs and a million, and what the page asks, which takes many minutes and is measured where it is asked for alone. */
async function largeFleet() {
  const what = 'a fleet of 300,000 PCs against one of 100,000, processor time for each PC';
  if (!hasDuckDb()) return skip(what, 'DuckDB');
  const small = await fleetOf(100_000);
  for (const devices of [300_000, 1_000_000]) {
    const large = await fleetOf(devices, (_, out) => pageQueries(devices, out));
    const name = devices.toLocaleString('en');
    note(what.replace('300,000', name), large.cpu / devices / (small.cpu / 100_000), 'times', { most: 1.2 });
    note(`  memory of ${name} at its peak against that of 100,000`, large.peak / small.peak, 'times');
    note(`  ${name} PCs, processor time`, large.cpu, 'ms');
  }
}

/** What the page asks of a fleet, query by query. */
async function pageQueries(devices, out) {
  const [{ memoryLimit, openForQueries }, { takeSnapshot }, { makeReadersViews }] = await Promise.all(
    ['database', 'snapshot', 'views'].map((name) => import(join(root, `build/fleet/${name}.js`))),
  );
  const settings = { memory_limit: memoryLimit, temp_directory: join(out, 'work') };
  const folders = ['runs', 'results'].map((name) => `${join(out, name)}/`);
  const database = await openForQueries(join(out, 'fleet.duckdb'), settings, folders, null);
  await makeReadersViews(database, out);
  const [{ results }] = await database.rows('SELECT count(*) AS results FROM results');
  const taken = [];
  const timedRows = async (sql) => {
    const started = performance.now();
    const answer = await database.rows(sql);
    taken.push({ sql, time: performance.now() - started });
    return answer;
  };
  await takeSnapshot({ ...database, rows: timedRows });
  database.close();
  taken.sort((a, b) => b.time - a.time);
  const what = `${devices.toLocaleString('en')} PCs, ${results.toLocaleString('en')} results: the slowest query of the page`;
  note(`  ${what}`, taken[0].time, 'ms');
  note('    the next one', taken[1].time, 'ms');
}

/** The made fleet of the suite in a hundred thousand PCs, with the same assertions, in DuckDB and in ClickHouse. */
function madeFleet() {
  const tests = [
    'test/fleet/fleet.test.ts',
    'test/services/click-house.test.ts',
    '-t',
    'a made fleet|a fleet in ClickHouse',
  ];
  const limits = ['--testTimeout=7200000', '--hookTimeout=7200000', '--teardownTimeout=600000'];
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...tests, ...limits],
    {
      cwd: root,
      env: { ...process.env, MENDSHEET_FLEET_DEVICES: '100000' },
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error('The made fleet was not counted as it was made.');
  note('the made fleet of 100,000 PCs, counted as it was made by both engines', performance.now() - started, 'ms');
}

/** The download page, as far as it can be measured without a browser. */
function page() {
  for (const { language, checks, codes, own, thousand } of measureSearch(dist)) {
    note(`search, ${language}: ${checks} checks and ${codes} codes, slowest query`, own, 'ms', { below: 16 });
    note(`search, ${language}: 1,000 checks and 600 codes, slowest query`, thousand, 'ms', { below: 16 });
  }
  note('first load of index.ja.html, compressed', firstLoad(dist, 'index.ja.html', 'ja') / 1000, 'KB', { below: 60 });
}

function targetOf({ most, below, least, unit }) {
  if (most !== undefined) return `at most ${most} ${unit}`;
  if (below !== undefined) return `below ${below} ${unit}`;
  return least === undefined ? '' : `at least ${least} ${unit}`;
}

function isMissed({ value, most = Infinity, below = Infinity, least = -Infinity }) {
  return value > most || value >= below || value < least;
}

function printTable() {
  const isRatio = ({ unit }) => unit === 'times';
  const sorted = [...rows.filter(isRatio), ...rows.filter((row) => !isRatio(row))];
  const width = Math.max(...sorted.map(({ what }) => what.length));
  for (const row of sorted) {
    const figure =
      row.skipped ??
      `${row.value < 10 ? row.value.toFixed(2) : row.value < 100 ? row.value.toFixed(1) : Math.round(row.value)} ${row.unit}`;
    const missed = !row.skipped && isMissed(row) ? '  MISSED' : '';
    process.stdout.write(
      `${`${row.what.padEnd(width)}  ${figure.padStart(12)}  ${targetOf(row)}${missed}`.trimEnd()}\n`,
    );
  }
}

try {
  const started = performance.now();
  const look = await compiler();
  // What most of them measure is made once.
  if (chosen.length > 0) must(process.execPath, [main, 'build', '--out', dist]);
  const isWanted = (name) => (chosen.length === 0 ? !onlyNamed.has(name) : chosen.includes(name));
  for (const [name, [, run]] of Object.entries(parts)) if (isWanted(name)) await run(look);
  const seconds = Math.round((performance.now() - started) / 1000);
  const [cpu] = cpus();
  const machine = `${cpus().length} x ${cpu?.model ?? 'unknown processor'}, Node ${process.version}`;
  const found = { machine, seconds, versions: { ...process.versions, powershell: shellVersion }, rows };
  const json = `${JSON.stringify(found, null, 2)}\n`;
  writeFileSync(join(root, 'build/bench.json'), json);
  if (options.includes('--json')) process.stdout.write(json);
  else {
    printTable();
    process.stdout.write(`\n${seconds} s on ${machine}\n`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
