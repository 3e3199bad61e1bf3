// npm run bench: what building, signing and parsing cost on this machine. Ratios are measured in one run, against
// something that runs beside them, since absolute times say more about the machine than about the program.
// Nothing in npm test looks at a time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  row('the same with signing and writing', `${Math.round(build)} ms`);
  for (const name of ['diagnose.ps1', 'reset-components.ps1', 'collect-logs.ps1']) {
    row(
      `size of ${name}, signed`,
      `${Math.round(statSync(join(work, 'dist/windows-update', name)).size / 1000)} KB`,
      'under 200 KB',
    );
  }
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

/** How long the official parser takes over the largest script, beside an empty one. */
function parsing() {
  if (!has('pwsh', ['--version'])) return row('parsing', 'skipped: needs pwsh');
  const script = join(work, 'dist/windows-update/reset-components.ps1');
  const text = `$e = $null; $t = $null; $w = [Diagnostics.Stopwatch]::StartNew(); $null = [Management.Automation.Language.Parser]::ParseFile('${script}', [ref] $t, [ref] $e); $w.ElapsedMilliseconds`;
  const taken = Array.from({ length: 5 }, () => Number(must('pwsh', ['-NoProfile', '-Command', text]))).sort(
    (a, b) => a - b,
  );
  row('reset-components.ps1, parsed in a new pwsh', `${taken[2]} ms`, 'under 150 ms');
  const start = median(5, () => must('pwsh', ['-NoProfile', '-Command', 'exit 0']));
  const run = median(5, () =>
    spawnSync('pwsh', ['-NoProfile', '-File', join(work, 'dist/windows-update/diagnose.ps1')]),
  );
  row('diagnose.ps1 up to its first decision, beyond the start of pwsh', `${Math.round(run - start)} ms`);
}

try {
  building();
  await signing();
  parsing();
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, figure, target } of rows)
    process.stdout.write(`${what.padEnd(width)}  ${figure.padEnd(24)}  ${target}\n`);
  writeFileSync(join(root, 'build/bench.json'), `${JSON.stringify(rows, null, 2)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
