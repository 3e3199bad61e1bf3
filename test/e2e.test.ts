import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPowerShell, isMissing } from '../src/host/pwsh.js';
import { makeChecklist } from './bench/make-checklist.mjs';
import { repository } from './compile-bundled.js';
import { brokenSums } from './support/check-sums.js';
import { unpackArchives } from './support/unpack-archives.js';
import { describeWithTool, missingOsslsigncode } from './tools.js';

/** The command line as users run it: compiled, in a process of its own, with a home folder of its own. */
const work = mkdtempSync(join(tmpdir(), 'mendsheet-e2e-'));
const main = join(repository, 'build/cli/main.js');
const powerShell = await findPowerShell();

function mendsheet(args: readonly string[], cwd = work): { status: number | null; stdout: string; stderr: string } {
  const env = {
    PATH: process.env['PATH'],
    HOME: work,
    XDG_CONFIG_HOME: join(work, 'config'),
    APPDATA: join(work, 'config'),
    NO_COLOR: '1',
  };
  return spawnSync(process.execPath, [main, ...args], { cwd, encoding: 'utf8', env });
}

beforeAll(() => {
  cpSync(join(repository, 'checks.yaml'), join(work, 'checks.yaml'));
  cpSync(join(repository, 'checks'), join(work, 'checks'), { recursive: true });
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('a process of mendsheet', () => {
  it('lets V8 optimise nothing of the grammar, which its end would wait for', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--trace-wasm-compilation-times', main, 'check'], {
      cwd: work,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('using Liftoff');
    expect(stdout).not.toContain('using TurboFan');
  });
});

describe('mendsheet build of a long checklist', () => {
  it('makes everything but the lists that services would not take', () => {
    const folder = join(work, 'long');
    makeChecklist(`${repository}/`, folder, 110);
    // Its checks have no scenarios, which makes a warning each.
    const { status, stderr } = mendsheet(['build', '--out', 'dist', '--max-problems', '1000'], folder);
    expect(status).toBe(0);
    expect(stderr).toContain('"windows-update/intune/all/" is left out.');
    expect(stderr).not.toContain('error ');
    const product = join(folder, 'dist/windows-update');
    const unpacked = join(folder, 'unpacked');
    unpackArchives(product, unpacked);
    const pairs = readdirSync(join(unpacked, 'intune')).filter((name) => /^\d/.test(name));
    expect(pairs.length).toBeGreaterThan(50);
    expect(existsSync(join(unpacked, 'intune', pairs[0] ?? '', 'remediation.json'))).toBe(true);
    for (const gone of ['intune/all', 'intune/compliance', 'configmgr/run'])
      expect([gone, existsSync(join(unpacked, gone))]).toEqual([gone, false]);
    expect(existsSync(join(product, 'reset-components.ps1'))).toBe(true);
    expect(mendsheet(['verify', 'dist', '--rebuild'], folder).status).toBe(0);
  });
});

describe('mendsheet build', () => {
  const product = join(work, 'dist/windows-update');

  it('makes a private development key, says so, and writes signed scripts', () => {
    const { status, stdout, stderr } = mendsheet(['build']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('Signed with the development certificate of this computer');
    const key = join(work, 'config/mendsheet/development.pem');
    if (process.platform !== 'win32') expect(statSync(key).mode & 0o777).toBe(0o600);
    for (const name of ['diagnose', 'reset-components', 'collect-logs']) {
      expect(readFileSync(join(product, `${name}.ps1`), 'latin1')).toContain('# SIG # Begin signature block');
      expect(existsSync(join(product, `${name}.cmd`))).toBe(true);
    }
  });

  it('names every file in the manifest and in SHA256SUMS', () => {
    const manifest = JSON.parse(readFileSync(join(product, 'manifest.json'), 'utf8')) as {
      files: { path: string }[];
      signer: object;
    };
    const present = readdirSync(product, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    // Beside what it lists: itself, SHA256SUMS, and their two signatures.
    expect(manifest.files).toHaveLength(present.length - 4);
    expect(manifest.signer).toMatchObject({ development: true });
    expect(brokenSums(product)).toEqual([]);
  });

  it('gives the same bytes again, and leaves nothing stale', () => {
    const bytes = (): Buffer[] =>
      ['SHA256SUMS', 'SHA256SUMS.p7s', 'windows-update.cat', 'diagnose.ps1'].map((name) =>
        readFileSync(join(product, name)),
      );
    const before = bytes();
    const files = readdirSync(work).sort();
    const list = join(product, 'manifest.json');
    writeFileSync(list, readFileSync(list, 'utf8').replace('"diagnose.cmd"', '"stale.cmd"'));
    writeFileSync(join(product, 'stale.cmd'), '');
    rmSync(join(product, 'diagnose.cmd'));
    expect(mendsheet(['build']).status).toBe(0);
    expect(bytes()).toEqual(before);
    expect(existsSync(join(product, 'stale.cmd'))).toBe(false);
    expect(readdirSync(work).sort()).toEqual(files);
  });

  it.each(['.', '..', 'checks', 'documents', 'checks/new'])(
    'does not write to %s, and leaves all that is there',
    (out) => {
      mkdirSync(join(work, 'documents'), { recursive: true });
      writeFileSync(join(work, 'documents/letter.txt'), 'Dear');
      const files = readdirSync(work, { recursive: true }).sort();
      const { status, stderr } = mendsheet(['build', '--out', out]);
      expect(status).toBe(2);
      expect(stderr).toContain(`--out ${out} `);
      expect(readdirSync(work, { recursive: true }).sort()).toEqual(files);
    },
  );

  it('leaves the old dist alone when the checklist has a mistake', () => {
    const before = readFileSync(join(product, 'SHA256SUMS'), 'utf8');
    mkdirSync(join(work, 'broken/checks'), { recursive: true });
    const index = readFileSync(join(work, 'checks.yaml'), 'utf8').replace('phase: detect', 'phase: detct');
    writeFileSync(join(work, 'broken.yaml'), index);
    const { status, stderr } = mendsheet(['build', '--index', 'broken.yaml']);
    expect(status).toBe(1);
    expect(stderr).toContain('broken.yaml:');
    expect(stderr).toContain('detect');
    expect(readFileSync(join(product, 'SHA256SUMS'), 'utf8')).toBe(before);
  });
});

describe('mendsheet verify', () => {
  const script = join(work, 'dist/windows-update/diagnose.ps1');

  function verifyChanged(change: (bytes: Buffer) => Buffer): { status: number | null; stderr: string } {
    const copy = join(work, 'changed.ps1');
    writeFileSync(copy, change(readFileSync(script)));
    return mendsheet(['verify', copy]);
  }

  it('accepts what was built, file and folder', () => {
    expect(mendsheet(['verify', script]).status).toBe(0);
    expect(mendsheet(['verify', 'dist']).status).toBe(0);
  });

  it('refuses a changed byte', () => {
    const { status, stderr } = verifyChanged((bytes) => {
      bytes[2000] = bytes[2000] === 0x61 ? 0x62 : 0x61;
      return bytes;
    });
    expect(status).toBe(1);
    expect(stderr).toContain('not the one that was signed');
  });

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    [
      'no byte order mark',
      (bytes) => bytes.subarray(3),
      'The byte order mark at the start is missing; it was signed with one.',
    ],
    ['UTF-16', (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'), 'The file is UTF-16'],
    [
      'LF',
      (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\r\n', '\n')),
      'The line ends of the file were changed',
    ],
    ['a second byte order mark', (bytes) => Buffer.concat([bytes.subarray(0, 3), bytes]), 'A second byte order mark'],
  ])('refuses a script that was saved with %s, and says so', (_, change, message) => {
    const { status, stderr } = verifyChanged(change);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });

  it('refuses text behind the signature', () => {
    const { status, stderr } = verifyChanged((bytes) =>
      Buffer.concat([bytes, Buffer.from("Write-Output 'added'\r\n")]),
    );
    expect(status).toBe(1);
    expect(stderr).toContain('behind the signature');
  });

  it('refuses a folder with a changed, a missing or an added file', () => {
    const copy = join(work, 'copy');
    const product = join(copy, 'windows-update');
    for (const change of [
      () => writeFileSync(join(product, 'diagnose.cmd'), 'echo'),
      () => rmSync(join(product, 'reset-components.cmd')),
      () => writeFileSync(join(product, 'extra.cmd'), ''),
      () => writeFileSync(join(product, 'manifest.json'), '{}'),
      () => rmSync(join(product, 'windows-update.cat')),
      () => rmSync(join(product, 'SHA256SUMS.p7s')),
    ]) {
      rmSync(copy, { recursive: true, force: true });
      cpSync(join(work, 'dist'), copy, { recursive: true });
      change();
      expect(mendsheet(['verify', 'copy']).status).toBe(1);
    }
  });

  it('compares with a rebuild, and refuses what the checklist does not say', () => {
    expect(mendsheet(['verify', 'dist', '--rebuild']).status).toBe(0);
    const group = join(work, 'checks/basics.yaml');
    const text = readFileSync(group, 'utf8');
    writeFileSync(group, text.replace('title: { en: Clock', 'title: { en: Watch'));
    const { status, stderr } = mendsheet(['verify', 'dist', '--rebuild']);
    writeFileSync(group, text);
    expect(status).toBe(1);
    expect(stderr).toContain('The checklist makes other bytes than these');
  });

  it('refuses the signature of somebody else', () => {
    const other = spawnSync(process.execPath, [main, 'keys', 'show'], {
      encoding: 'utf8',
      env: { ...process.env, XDG_CONFIG_HOME: join(work, 'other'), APPDATA: join(work, 'other') },
    });
    writeFileSync(join(work, 'other.pem'), other.stdout);
    const { status, stderr } = mendsheet(['verify', script, '--certificate', 'other.pem']);
    expect(status).toBe(1);
    expect(stderr).toContain('Find out who signed the file');
  });
});

describeWithTool('osslsigncode', missingOsslsigncode(), () => {
  it('accepts every signed script against the signing certificate', () => {
    writeFileSync(join(work, 'signer.pem'), mendsheet(['keys', 'show']).stdout);
    const files = readdirSync(join(work, 'dist'), { recursive: true, encoding: 'utf8' });
    const single = files
      .filter((path) => /[/\\]checks[/\\][^/\\]+\.zip$/.test(path))
      .flatMap((path) =>
        Object.entries(unzipSync(readFileSync(join(work, 'dist', path)))).flatMap(([name, bytes]) => {
          if (!name.endsWith('.ps1')) return [];
          const file = join('single', path, name);
          mkdirSync(dirname(join(work, file)), { recursive: true });
          writeFileSync(join(work, file), bytes);
          return [file];
        }),
      );
    const whole = files.filter((path) => path.endsWith('.ps1')).map((path) => join('dist', path));
    expect(single.length).toBeGreaterThan(50);
    expect(whole.length).toBeGreaterThan(5);
    for (const path of [...whole, ...single]) {
      const result = spawnSync(
        'osslsigncode',
        ['verify', '-in', join(work, path), '-CAfile', join(work, 'signer.pem')],
        { encoding: 'utf8' },
      );
      expect([path, result.status, result.stdout.includes('Signature verification: ok')]).toEqual([path, 0, true]);
    }
  });

  it('refuses a script without its byte order mark', () => {
    const bytes = readFileSync(join(work, 'dist/windows-update/diagnose.ps1'));
    writeFileSync(join(work, 'changed.ps1'), bytes.subarray(3));
    const args = ['verify', '-in', join(work, 'changed.ps1'), '-CAfile', join(work, 'signer.pem')];
    expect(spawnSync('osslsigncode', args).status).not.toBe(0);
  });

  it('refuses a script with a changed byte', () => {
    const bytes = readFileSync(join(work, 'dist/windows-update/diagnose.ps1'));
    bytes[2000] = bytes[2000] === 0x61 ? 0x62 : 0x61;
    writeFileSync(join(work, 'changed.ps1'), bytes);
    const args = ['verify', '-in', join(work, 'changed.ps1'), '-CAfile', join(work, 'signer.pem')];
    expect(spawnSync('osslsigncode', args).status).not.toBe(0);
  });
});

describe('the other commands', () => {
  it('print data on stdout and talk on stderr', () => {
    const plan = mendsheet(['plan', '--format', 'json']);
    expect(JSON.parse(plan.stdout)).toMatchObject({ product: 'windows-update' });
    expect(plan.stderr).toBe('');
    expect(JSON.parse(mendsheet(['plan', '--format', 'json', '--check', 'download-cache']).stdout)).toMatchObject({
      id: 'download-cache',
      item: 14,
    });
  });

  it('show the plan in 80 columns, a line for all scripts of one check, with no script, channel or reason left out', () => {
    const { stdout } = mendsheet(['plan']);
    expect(stdout.split('\n').filter(({ length }) => length > 80)).toEqual([]);
    const plan = JSON.parse(mendsheet(['plan', '--format', 'json']).stdout) as {
      readonly scripts: readonly object[];
      readonly channels: readonly { readonly name: string; readonly checks: readonly { readonly why: string }[] }[];
    };
    const counts = Array.from(
      stdout.matchAll(/^\S*\.(?:ps1|cmd)\n? +(\d+) +[\d-]+ +[\d-]+ +[\d-]+ +[\d-]+$/gm),
      ([, count]) => Number(count),
    );
    expect(counts.length).toBeLessThan(50);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(plan.scripts.length);
    const words = stdout.replaceAll(/\s+/g, ' ');
    for (const { name, checks } of plan.channels) {
      expect(words).toContain(`${name} `);
      for (const { why } of checks) expect(words).toContain(why);
    }
  });

  it('explain the summary line of a deployed script, alone and in a table', () => {
    const line = 'mendsheet/1 windows-update 0.1.0 detect 26100.1 Problem | disk-space=P:full | Problem';
    expect(JSON.parse(mendsheet(['decode', line]).stdout)).toMatchObject({
      checks: [{ id: 'disk-space', status: 'Problem' }],
    });
    const table = join(work, 'export.csv');
    writeFileSync(table, `Device,Output\r\nPC-1,"${line}"\r\n`);
    expect(JSON.parse(mendsheet(['decode', table]).stdout)).toMatchObject([{ verdict: 'Problem' }]);
    expect(mendsheet(['decode', 'mendsheet/1 cut']).status).toBe(2);
    const archive = join(work, 'lines.zip');
    writeFileSync(archive, zipSync({ 'lines.csv': [readFileSync(table), { level: 0 }] }));
    expect(mendsheet(['decode', archive])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('"mendsheet fleet" reads those') as unknown,
    });
  });

  it('explain diagnostics and error codes in every spelling', () => {
    expect(mendsheet(['explain', 'spec/unknown-key']).stdout).toMatch(/^spec\/unknown-key \(error\): /);
    const spellings = ['0x80070422', '80070422', '-2147023838', '2147943458'];
    const answers = spellings.map((code) => mendsheet(['explain', code, '--language', 'en']).stdout);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('ERROR_SERVICE_DISABLED\n  Needed service is disabled\n');
    expect(answers[0]).not.toMatch(/[\u3040-\u30ff]/);
    expect(Math.max(...(answers[0] ?? '').split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const line = 'Error 0xC1900101 - 0x4000D, then HRESULT_FROM_WIN32(ERROR_SERVICE_DISABLED).';
    const both = mendsheet(['explain', line, '--language', 'ja']).stdout;
    expect(both).toContain('フェーズ：2 回目の起動 (OOBE)\n  処理：データの移行');
    expect(both).toContain('必要なサービスが無効');
    expect(mendsheet(['explain', '0x8007ABCD', '--language', 'en']).stdout).toContain('Win32 error 43981');
    expect(answers[0]).toContain('wuauserv-start-type: ');
    for (const [language, whom] of [
      ['en', '(in organisations)'],
      ['ja', '(組織)'],
      ['de', '(für Organisationen)'],
    ] as const)
      expect(mendsheet(['explain', '0x8024401C', '--language', language]).stdout).toContain(
        `28 update-server ${whom}: `,
      );
  });

  it('say why a check has no snippet for a command prompt', () => {
    const { status, stderr } = mendsheet(['snippet', 'disk-space', '--cmd']);
    expect(status).toBe(2);
    expect(stderr).toContain('Run diagnose.cmd /check disk-space.');
  });

  it('print a snippet with the bytes that dist has', () => {
    const printed = mendsheet(['snippet', 'download-cache']).stdout;
    expect(printed).toBe(readFileSync(join(work, 'dist/windows-update/snippets/14-download-cache.ps1.txt'), 'ascii'));
  });

  it('end with 2 and a name that was meant when used wrongly', () => {
    const { status, stderr } = mendsheet(['snippet', 'download-cash']);
    expect(status).toBe(2);
    expect(stderr).toContain('"download-cache"');
    expect(mendsheet(['buidl']).status).toBe(2);
    const unknown = mendsheet(['test', '--check', 'nope', '--index', join(repository, 'checks.yaml')]);
    expect([unknown.status, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('There is no check or recipe "nope".'),
    ]);
    expect(mendsheet(['check', '--index', 'nowhere.yaml']).status).toBe(2);
  });

  it('never print a stack trace for an unreadable file', () => {
    const { status, stderr } = mendsheet(['verify', 'nowhere.ps1']);
    expect(status).toBe(2);
    expect(stderr).not.toContain('    at ');
  });
});

describe('a command line with a slip', () => {
  it.each([
    [['check', '--index', 'a.yaml', '--index', 'b.yaml'], '--index is given 2 times'],
    [['plan', '--check', 'clock', '--check', 'disk-space'], '--check is given 2 times'],
    [['build', '--out', ''], 'An empty text is given for "out"'],
    [['build', '--out'], 'Not enough arguments following: out'],
    [['check', '--index', ' '], 'An empty text is given for "index"'],
    [['check', '--no-index'], 'There is no option --no-index'],
    [['check', '--no-max-problems'], 'There is no option --no-max-problems'],
    [['explain', ''], 'An empty text is given for "code"'],
    [['fleet', 'reports', ''], 'An empty text is given for "inputs"'],
    [['explain', '--', 'spec/unknown-kex'], '"spec/unknown-kex" is neither a diagnostic'],
    [['explain', 'lint/acount'], 'Did you mean "lint/account"?'],
    [['serve', '--port', '99999'], '--port takes a whole number from 0 to 65535'],
    [['serve', '--port', 'abc'], '--port takes a whole number from 0 to 65535'],
    [['verify', '--', '-x'], '"-x" would be taken for an option. A file is "./-x"'],
    [['check', '--max-problems', 'abc'], '--max-problems takes a whole number'],
    [['check', '--max-problems', '-1'], '--max-problems takes a whole number'],
    [['check', '--max-problems', '1.5'], '--max-problems takes a whole number'],
    [['check', '--format', 'xml'], 'Invalid values'],
    [['check', '--nothing'], 'Unknown argument'],
  ])('%j is told so, with 2', (words, reason) => {
    const { status, stdout, stderr } = mendsheet(words);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(reason)]);
    expect(stderr).not.toMatch(/^ {4}at /m);
    // A line end of the parser's own words is one.
    expect(stderr).not.toContain('<U+');
  });

  it('ends without a trace where nobody reads on', async () => {
    const child = spawn(process.execPath, [main, 'plan', '--format', 'json'], { cwd: work });
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect([said, signal]).toEqual(['', null]);
    expect(code).not.toBe(70);
  });
});

describe('mendsheet new', () => {
  const folder = join(work, 'printing');

  it('starts a checklist of another field that compiles as it is', () => {
    expect(mendsheet(['new', 'checklist', 'printing']).status).toBe(0);
    const { status, stderr } = mendsheet(['check'], folder);
    expect([status, stderr.includes('no mistakes')]).toEqual([0, true]);
  });

  it('adds a recipe and checks, which build with nothing changed under src or templates', () => {
    expect(mendsheet(['new', 'recipe', 'registry-value'], folder).status).toBe(0);
    expect(mendsheet(['new', 'check', 'services/default-printer', '--recipe', 'registry-value'], folder).status).toBe(
      0,
    );
    expect(mendsheet(['new', 'check', 'services/print-queue'], folder).status).toBe(0);
    const group = join(folder, 'checks/services.yaml');
    const filled = readFileSync(group, 'utf8')
      .replace('path: TODO', "path: 'HKLM:\\SOFTWARE\\Printing'")
      .replaceAll('TODO', 'Print');
    writeFileSync(group, filled);
    const { status, stderr } = mendsheet(['build'], folder);
    expect([status, stderr]).toEqual([0, expect.stringContaining('3 checks')]);
    expect(readFileSync(join(folder, 'dist/printing/diagnose.ps1'), 'latin1')).toContain('Test-RegistryValue');
    expect(mendsheet(['verify', 'dist'], folder).status).toBe(0);
  });

  it.skipIf(isMissing(powerShell))('tries its scenarios on a simulated Windows', () => {
    // The modules of the person who runs this stand in the real home folder.
    const { status, stderr } = spawnSync(process.execPath, [main, 'test', '--check', 'service-start-type'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([
      stderr.includes('This needs Pester') ? 2 : 0,
      expect.stringMatching(/passed|needs Pester/),
    ]);
  });

  it('makes a group with its first check, which the index names', () => {
    expect(mendsheet(['new', 'group', 'queue/paper-size'], folder).status).toBe(0);
    expect(readFileSync(join(folder, 'checks.yaml'), 'utf8')).toMatch(
      / {2}- checks\/services\.yaml\n {2}- checks\/queue\.yaml\n/,
    );
    const { status, stderr } = mendsheet(['check'], folder);
    expect([status, stderr]).toEqual([0, expect.stringContaining('no mistakes')]);
  });

  it.each([
    [['check', 'services/con'], 'is the name of a device of Windows'],
    [['check', 'services/guard'], 'is kept for the guard'],
    [['check', 'nul/clock'], 'is the name of a device of Windows'],
    [['check', 'services/Clock'], 'is not a name here'],
    [['check', `services/${'clock-'.repeat(10)}x`], 'has 61 characters, and a name here at most 60'],
    [['check', 'services/print-queue'], 'checks/services.yaml has a check "print-queue" already'],
    [['check', 'queue/print-queue'], 'checks/services.yaml has a check "print-queue" already'],
    [['check', 'services/printqueue'], 'checks/services.yaml has a check "print-queue" already'],
    [['check', 'services/registry-value'], 'There is a recipe "registry-value" already'],
    [['check', 'services/other', '--recipe', 'registry-valu'], 'Did you mean "registry-value"?'],
    [['check', 'servces/other'], 'There is no group "servces". Did you mean "services"?'],
    [['check', 'other'], '<group>/<id>'],
    [['check', 'services/a/b'], '<group>/<id>'],
    [['group', 'services/other'], 'There is a group "services" already'],
    [['group', 'com1/other'], 'is the name of a device of Windows'],
    [['group', 'scenarios/other'], 'has a use of its own'],
    [['group', 'packages/other'], 'has a use of its own'],
    [['group', 'fresh/print-queue'], 'has a check "print-queue" already'],
    [['recipe', 'print-queue'], 'has a check "print-queue" already'],
    [['recipe', 'aux'], 'is the name of a device of Windows'],
    [['foo', 'bar'], 'There is nothing called "foo" to start. There are checklist, group'],
    [['chekc', 'a/b'], 'Did you mean "check"?'],
    [['checklist', 'checks.yaml/more/printing'], 'cannot be made there (ENOTDIR)'],
    [['checklist', 'prn'], 'is the name of a device of Windows'],
    [['checklist', 'checks'], 'lies among the files of the checklist'],
    [['checklist', 'checks/scenarios/more/printing'], 'lies among the files of the checklist'],
    [['checklist', '../printing/Checks/more'], 'lies among the files of the checklist'],
  ])('refuses %j, and writes nothing', (words, reason) => {
    const below = (): readonly string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((path) =>
          statSync(join(folder, path)).isFile() ? path + readFileSync(join(folder, path), 'latin1') : path,
        );
    const before = below();
    const { status, stderr } = mendsheet(['new', ...words], folder);
    expect([status, stderr]).toEqual([2, expect.stringContaining(reason)]);
    expect(below()).toEqual(before);
  });

  it('starts a list that is empty, and speaks the languages of the index', () => {
    const own = join(work, 'english');
    mkdirSync(join(own, 'checks'), { recursive: true });
    const scripts = 'scripts: [{ name: diagnose, phase: detect, editions: [ps1] }]';
    writeFileSync(
      join(own, 'checks.yaml'),
      `product: english\ntitle: { en: English }\npublisher: P\nlanguages: [en]\n${scripts}\ninclude: [checks/g.yaml]\n`,
    );
    writeFileSync(join(own, 'checks/g.yaml'), 'group: g\nchecks: []\ntitle: { en: G }\n');
    expect(mendsheet(['new', 'check', 'g/first'], own).status).toBe(0);
    expect(mendsheet(['new', 'check', 'g/second'], own).status).toBe(0);
    expect(mendsheet(['new', 'group', 'h/third'], own).status).toBe(0);
    const { status, stderr } = mendsheet(['check'], own);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^3 checks/)]);
  });

  it('takes no files of checks/ into a new checklist, and starts one beside checks/', () => {
    const other = join(work, 'notes');
    mkdirSync(join(other, 'checks'), { recursive: true });
    writeFileSync(join(other, 'checks/mine.yaml'), 'group: mine\n');
    const { status, stderr } = mendsheet(['new', 'checklist', 'notes']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('has files already, such as "mine.yaml"')]);
    expect(readdirSync(other, { recursive: true })).toEqual(['checks', 'checks/mine.yaml']);
    expect(mendsheet(['new', 'checklist', 'examples/second'], folder).status).toBe(0);
    expect(mendsheet(['check'], folder).status).toBe(0);
  });

  it('writes nothing over what is there', () => {
    const before = readFileSync(join(folder, 'checks.yaml'), 'utf8');
    expect(mendsheet(['new', 'checklist', 'printing']).status).toBe(2);
    expect(readFileSync(join(folder, 'checks.yaml'), 'utf8')).toBe(before);
  });
});
