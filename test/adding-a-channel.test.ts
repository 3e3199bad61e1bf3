import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from './compile-bundled.js';
import { unpackArchives } from './support/unpack-archives.js';

/** A copy of the program, in which docs/adding-a-channel.md is followed to the letter and nothing else is touched. */
const work = mkdtempSync(join(tmpdir(), 'mendsheet-channel-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Blocks of the page that say in their first line, a comment, which file they are. */
const blocks = Array.from(
  readFileSync(join(repository, 'docs/adding-a-channel.md'), 'utf8').matchAll(
    /^```\w+\n(?:\/\/|#|\{\{!) (src\/\S+)(?: \}\})?\n([^]*?)^```$/gm,
  ),
  ([, path = '', text = '']) => ({ path, text }),
);
const touched = new Map(blocks.map(({ path, text }) => [path, text]));
const unpacked = join(work, 'unpacked');

function filesBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(join(work, folder), { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(work.length + 1), readFileSync(path, 'latin1')]),
  );
}

let before: ReadonlyMap<string, string>;

beforeAll(() => {
  for (const name of [
    ...['src', 'templates', 'checks', 'checks.yaml', 'package.json', 'package-lock.json', 'sbom.cdx.json'],
    ...['tsconfig.json', 'docs', 'CHANGELOG.md'],
  ])
    cpSync(join(repository, name), join(work, name), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(work, 'node_modules'));
  before = filesBelow('src');
  for (const [path, text] of touched) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  const list = join(work, 'src/channels/list.ts');
  const names = ['jobs', 'checkmk'];
  const imports = names.map((name) => `import { ${name} } from './${name}/channel.js';\n`).join('');
  writeFileSync(list, imports + readFileSync(list, 'utf8').replace(/\];\n$/, `, ${names.join(', ')}];\n`));
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json');
  run('build/cli/main.js', 'build');
  unpackArchives(join(work, 'dist/windows-update'), unpacked);
});

function run(...command: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command], {
    cwd: work,
    encoding: 'utf8',
    env: { ...process.env, XDG_CONFIG_HOME: join(work, 'config'), APPDATA: join(work, 'config') },
  });
  expect([status, stdout + stderr]).toEqual([0, expect.anything()]);
  return stdout;
}

describe('adding a channel from the documentation alone', () => {
  it('touches its folder and the list', () => {
    const after = filesBelow('src');
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
    expect(changed.sort()).toEqual([
      'src/channels/checkmk/channel.ts',
      'src/channels/checkmk/local.head.ps1.hbs',
      'src/channels/checkmk/local.main.ps1',
      'src/channels/jobs/channel.ts',
      'src/channels/jobs/words.ts',
      'src/channels/list.ts',
    ]);
  });

  it('gives a channel that wraps signed scripts', () => {
    for (const name of ['detect.ps1', 'repair.ps1'])
      expect(readFileSync(join(unpacked, 'jobs', name))).toEqual(readFileSync(join(unpacked, 'intune/all', name)));
    expect(JSON.parse(readFileSync(join(unpacked, 'jobs/job.json'), 'utf8'))).toMatchObject({ problemExitCode: 1 });
  });

  it('gives a channel with a signed script of its own, of the checks that it takes', () => {
    const text = readFileSync(join(unpacked, 'checkmk/windows-update.ps1'), 'latin1');
    expect(text).toContain('function Get-LocalCheckLine {');
    expect(text).toContain('# SIG # Begin signature block');
    expect(text).toContain("Id = 'disk-space'");
    expect(text).not.toContain('function Confirm-Change');
    expect(text).toContain('$script:LimitMinutes = 1\r\n');
  });

  it('shows both in the plan and on the page in each language', () => {
    const plan = run('build/cli/main.js', 'plan');
    expect(plan).toMatch(/^jobs +50 +54 +\d+ +\d+$/m);
    expect(plan).toMatch(/^checkmk +1 +54 +\d+ +\d+$/m);
    const pages = ['index.html', 'index.ja.html', 'index.de.html']
      .map((name) => readFileSync(join(work, 'dist', name), 'utf8'))
      .join('');
    for (const words of [
      '>Job scheduler<',
      '>ジョブ スケジューラー<',
      '>Auftragsplanung<',
      'One is called windows-update.',
      'id="deploy-checkmk"',
    ])
      expect(pages).toContain(words);
  });

  it('gives both a row of the documentation', () => {
    run('build/cli/write-docs.js');
    const page = readFileSync(join(work, 'docs/channels.md'), 'utf8');
    expect(page).toMatch(/^\| Job scheduler +\| `jobs\/` +\| as you set it: 60 minutes +\|/m);
    expect(page).toMatch(/^\| Checkmk, local check +\| `checkmk\/` +\| 1 minute +\|/m);
  });

  it('gives files that hold in a rebuild', () => {
    run('build/cli/main.js', 'verify', 'dist', '--rebuild');
  });
});
