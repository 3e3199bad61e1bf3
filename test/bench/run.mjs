// npm run bench: what building, signing and parsing cost on this machine. Ratios are measured in one run, against
// something that runs beside them, since absolute times say more about the machine than about the program.
// Nothing in npm test looks at a time.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeChecklist } from './make-checklist.mjs';
import { firstLoad, measureSearch } from './search.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'mendsheet-bench-'));
const rows = [];

/** The median of some runs of a function, in milliseconds. */
function median(times, run) {
  const taken = Array.from({ length: times }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)];
}

function must(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', cwd: root, ...options });
  if (result.error || result.status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${result.error ?? result.stderr}`);
  return result.stdout;
}

const has = (program, args) => !spawnSync(program, args).error;
const row = (what, figure, target = '') => rows.push({ what, figure, target });

function building() {
  const main = join(root, 'build/cli/main.js');
  const cold = median(5, () => must(process.execPath, [main, 'check']));
  row('bundled checklist, cold process, YAML to unsigned text', `${Math.round(cold)} ms`, 'under 1 s');
  const build = median(3, () => must(process.execPath, [main, 'build', '--out', join(work, 'dist')]));
  row('the same, with signing, channels, download page and writing', `${Math.round(build)} ms`);
  for (const [name, target] of sizes) {
    const bytes = statSync(join(work, 'dist/windows-update', name)).size;
    row(`size of ${name}, signed`, `${Math.round(bytes / 1000)} KB`, target);
  }
}

const sizes = [
  ['diagnose.ps1', 'under 250 KB'],
  ['reset-components.ps1', 'under 200 KB'],
  ['collect-logs.ps1', ''],
];

/** A tenth and the whole of the largest checklist, whose times are compared; and one of the size of the bundled one. */
const counts = [29, 1000, 10_000];

/**
 * Made checklists up to unsigned text, a process each. The heap is held below 1 GiB, since V8 would else let it grow
 * for as long as the machine has memory.
 */
function scaling() {
  const results = counts.map((count) => {
    const index = makeChecklist(root, join(work, `made-${count}`), count);
    return JSON.parse(must(process.execPath, ['--max-old-space-size=768', join(root, 'test/bench/stages.mjs'), index]));
  });
  const [, small, large] = results;
  row('10,000 checks against 1,000, time', `${(large.total / small.total).toFixed(1)} times`, 'at most 11 times');
  row('10,000 checks, memory at its peak', `${Math.round(large.peak / 2 ** 20)} MiB`, 'under 1,024 MiB');
  for (const { checks, texts, characters, stages, total } of results) {
    const size = `${texts} texts, ${Math.round(characters / 1e6)} MB`;
    row(`${checks} made checks (${size})`, `${Math.round(total)} ms`);
    for (const [name, milliseconds] of Object.entries(stages)) row(`  ${name}`, `${Math.round(milliseconds)} ms`);
  }
}

/** One body of the bundled checklist edited again and again, as under `check --watch`. */
async function watching() {
  const [{ inspect }, { loadTemplates }] = await Promise.all(
    ['compile', 'load/load-templates'].map((name) => import(join(root, `build/${name}.js`))),
  );
  const folder = join(work, 'watched');
  for (const name of ['checks.yaml', 'checks']) cpSync(join(root, name), join(folder, name), { recursive: true });
  const about = {
    templates: loadTemplates(root),
    version: '0',
    today: '2026-11-22',
    signing: null,
    development: false,
  };
  const body = join(folder, 'checks/basics/clock.detect.ps1');
  const text = readFileSync(body, 'utf8');
  const clean = new Map();
  const taken = [];
  for (let round = 0; round < 25; round++) {
    writeFileSync(body, `${text}# ${round}\n`);
    const started = performance.now();
    const { diagnostics } = await inspect({ indexPath: join(folder, 'checks.yaml'), ...about }, clean);
    if (diagnostics.length > 0) throw new Error(diagnostics[0].message);
    taken.push(performance.now() - started);
  }
  const warm = taken.slice(5).sort((a, b) => a - b);
  row('one changed check under --watch', `${Math.round(warm[10])} ms`, 'under 100 ms');
}

/** 200 scripts of 30 kB with an RSA-3072 key: this library in one process, and a process of osslsigncode for each. */
async function signing() {
  if (!has('osslsigncode', ['--version']) || !has('openssl', ['version']))
    return row('signing', 'skipped: needs osslsigncode and openssl');
  const [{ createDevelopmentKey }, { readPemSigner }, { signScript }] = await Promise.all(
    ['development-certificate', 'pem', 'sign-script'].map((name) => import(join(root, `build/sign/${name}.js`))),
  );
  const { privateKeyPem, certificatePem } = await createDevelopmentKey({ hostName: 'bench', notBefore: new Date() });
  const signer = readPemSigner({ key: privateKeyPem, certificates: certificatePem });
  writeFileSync(join(work, 'key.pem'), privateKeyPem);
  writeFileSync(join(work, 'certificate.pem'), certificatePem);
  const scripts = Array.from({ length: 200 }, (_, index) => {
    const path = join(work, `script-${index}.ps1`);
    writeFileSync(
      path,
      `# ${index}\r\n${"Write-Output 'a line of a script that is as long as such lines are'\r\n".repeat(450)}`,
    );
    return path;
  });
  const started = performance.now();
  await Promise.all(
    scripts.map(async (path) => writeFileSync(`${path}.signed`, await signScript(readFileSync(path), signer))),
  );
  const own = performance.now() - started;
  const theirs = median(1, () => {
    for (const path of scripts) {
      const keys = ['-certs', join(work, 'certificate.pem'), '-key', join(work, 'key.pem')];
      must('osslsigncode', ['sign', ...keys, '-h', 'sha256', '-in', path, '-out', path.replace('.ps1', '.other.ps1')]);
    }
  });
  row(
    'signing 200 scripts, RSA-3072, against one osslsigncode process a file',
    `${(theirs / own).toFixed(1)} times as fast`,
    'at least 5',
  );
  row('  of these', `${Math.round(own)} ms against ${Math.round(theirs)} ms`);
}

/** The download page, as far as it can be measured without a browser. */
function page() {
  const dist = join(work, 'dist');
  for (const { language, checks, codes, own, thousand } of measureSearch(dist)) {
    row(
      `search, ${language}: ${checks} checks and ${codes} codes, slowest query`,
      `${own.toFixed(1)} ms`,
      'under 50 ms',
    );
    row(`search, ${language}: 1,000 checks`, `${thousand.toFixed(1)} ms`, 'under 100 ms');
  }
  row(
    'first load of index.ja.html, compressed',
    `${Math.round(firstLoad(dist, 'index.ja.html', 'ja') / 1000)} KB`,
    'under 150 KB',
  );
}

/** How long the official parser takes over the two largest scripts, in a PowerShell that has parsed nothing before. */
function parsing() {
  if (!has('pwsh', ['--version'])) return row('parsing', 'skipped: needs pwsh');
  for (const name of ['diagnose.ps1', 'reset-components.ps1']) {
    const script = join(work, 'dist/windows-update', name);
    const text = `$e = $null; $t = $null; $w = [Diagnostics.Stopwatch]::StartNew(); $null = [Management.Automation.Language.Parser]::ParseFile('${script}', [ref] $t, [ref] $e); $w.ElapsedMilliseconds`;
    const taken = Array.from({ length: 5 }, () => Number(must('pwsh', ['-NoProfile', '-Command', text]))).sort(
      (a, b) => a - b,
    );
    row(`${name}, parsed in a new pwsh`, `${taken[2]} ms`, 'under 150 ms');
  }
}

/** Diagnose over a simulated Windows, whose commands answer at once, beside a script that does nothing in the same. */
function running() {
  if (!has('pwsh', ['--version'])) return row('running', 'skipped: needs pwsh');
  const empty = join(work, 'empty.ps1');
  writeFileSync(empty, '$script:ExitCode = 70\r\nexit 0\r\n');
  const harness = join(root, 'test/pester/Invoke-Simulated.ps1');
  let round = 0;
  const simulated = (script) => () => {
    const args = [
      '-NoProfile',
      '-NonInteractive',
      '-File',
      harness,
      '-Script',
      script,
      '-Root',
      join(work, `pc-${round++}`),
    ];
    spawnSync('pwsh', args, { encoding: 'utf8' });
  };
  const start = median(5, simulated(empty));
  const run = median(5, simulated(join(work, 'dist/windows-update/diagnose.ps1')));
  row('diagnose.ps1, all probes simulated, beyond an empty script', `${Math.round(run - start)} ms`, 'under 1,500 ms');
}

try {
  building();
  scaling();
  await watching();
  await signing();
  parsing();
  running();
  page();
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, figure, target } of rows)
    process.stdout.write(`${what.padEnd(width)}  ${figure.padEnd(24)}  ${target}\n`);
  writeFileSync(join(root, 'build/bench.json'), `${JSON.stringify(rows, null, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
