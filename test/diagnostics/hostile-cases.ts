import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A checklist made by the test: bytes, links and sizes that would not survive a repository. */
export interface HostileCase {
  /** Also the folder of its expected.txt. */
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly prepare?: (root: string) => void;
}

const index = [
  'product: sample',
  'title: { en: Sample, ja: 見本 }',
  'publisher: Sample authors',
  'languages: [en, ja]',
  'scripts: [{ name: diagnose, phase: detect, editions: [ps1] }]',
  'include: [checks/services.yaml]',
  '',
].join('\n');

const group = [
  'group: services',
  'title: { en: Services, ja: サービス }',
  'checks:',
  '  - id: clock',
  '    item: 1',
  '    title: { en: Clock, ja: 時計 }',
  '    why: { en: A wrong clock breaks TLS., ja: 時刻がずれていると TLS が失敗します。 }',
  '    severity: high',
  '',
].join('\n');

const sound = {
  'checks.yaml': index,
  'checks/services.yaml': group,
  'checks/services/clock.detect.ps1': 'New-Finding -Status Ok\n',
};

function withGroup(content: string | Uint8Array): HostileCase['files'] {
  return { ...sound, 'checks/services.yaml': content };
}

function joined(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string)));
}

const billionLaughs = [
  'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...Array.from('bcdefghi', (name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[at]}`).join(', ')}]`),
  'group: *i',
  '',
].join('\n');

export const hostileCases: readonly HostileCase[] = [
  { name: 'made-no-index', files: {} },
  { name: 'made-index-folder', files: { 'checks.yaml/readme.txt': '' } },
  { name: 'made-crlf-and-bom', files: { ...sound, 'checks.yaml': `\ufeff${index.replaceAll('\n', '\r\n')}` } },
  { name: 'made-utf16', files: withGroup(Buffer.from(`\ufeff${group}`, 'utf16le')) },
  { name: 'made-shift-jis', files: withGroup(joined('group: services\r\ntitle: { en: S, ja: ', [0x83, 0x54, 0x81, 0x5b], ' }\n')) },
  { name: 'made-truncated-character', files: withGroup(joined('group: services\n# ', [0xe3, 0x81])) },
  { name: 'made-nul-bytes', files: withGroup('group: services\0\0\n') },
  { name: 'made-escape-sequence', files: withGroup('group: "\u001b]0;owned\u0007services"\n') },
  { name: 'made-bidirectional', files: withGroup('group: services # \u202e secivres :puorg\n') },
  { name: 'made-no-width', files: withGroup('group: services # pass\u200bword\u{e0041} \ue000\n') },
  { name: 'made-lone-carriage-return', files: withGroup('group: services\rtitle: x\n') },
  { name: 'made-fifty-megabytes', files: sound, prepare: (root) => truncateSync(path.join(root, 'checks/services.yaml'), 50 * 1024 * 1024) },
  { name: 'made-large-body', files: { ...sound, 'checks/services/clock.detect.ps1': 'x'.repeat(1024 * 1024 + 1) } },
  { name: 'made-billion-laughs', files: withGroup(billionLaughs) },
  { name: 'made-deep-flow', files: withGroup('['.repeat(100_000)) },
  { name: 'made-deep-block', files: withGroup('- '.repeat(100_000)) },
  { name: 'made-deep-indentation', files: withGroup(Array.from({ length: 900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')) },
  { name: 'made-long-line', files: withGroup(`${group}    colour: red # ${'長い'.repeat(200)}\n${' '.repeat(4)}${'x'.repeat(300)}: 1\n`) },
  {
    name: 'made-hostile-names',
    files: withGroup(`${group}    "\\e[2Jcolour": red\n    "100%::set-output": "\\n::error::x"\n`),
  },
  {
    name: 'made-link-outside',
    files: sound,
    prepare: (root) => {
      const outside = path.join(tmpdir(), `${path.basename(root)}-outside`);
      mkdirSync(outside, { recursive: true });
      writeFileSync(path.join(outside, 'services.yaml'), group);
      rmSync(path.join(root, 'checks/services.yaml'));
      symlinkSync(path.join(outside, 'services.yaml'), path.join(root, 'checks/services.yaml'));
      symlinkSync(outside, path.join(root, 'checks/elsewhere'));
      process.once('exit', () => rmSync(outside, { recursive: true, force: true }));
    },
  },
  {
    name: 'made-link-circle',
    files: { ...sound, 'checks.yaml': index.replace('services.yaml]', 'services.yaml, checks/self.yaml, checks/same.yaml, checks/loop.yaml]') },
    prepare: (root) => {
      symlinkSync('../checks.yaml', path.join(root, 'checks/self.yaml'));
      symlinkSync('services.yaml', path.join(root, 'checks/same.yaml'));
      symlinkSync('loop.yaml', path.join(root, 'checks/loop.yaml'));
      symlinkSync('..', path.join(root, 'checks/up'));
    },
  },
  {
    name: 'made-device-names',
    files: {
      ...sound,
      'checks.yaml': index
        .replace('[en, ja]', '[en, ja, fr]\ntranslations: { fr: checks/words/prn.yaml }')
        .replace('services.yaml]', 'services.yaml, { folder: checks/aux }]'),
      'checks/services.yaml': group.replace('    item: 1\n', '    formerly: [time, con, guard]\n    item: 1\n'),
      'checks/words/prn.yaml': 'title: Titre\n',
      'checks/services/lpt9.detect.ps1': 'New-Finding -Status Ok\n',
      'checks/scenarios/clock/nul.pass.ps1': 'param($Windows)\n',
      'checks/scenarios/com1/any.pass.ps1': 'param($Windows)\n',
      'checks/aux/recipes.yaml': 'package: own-recipes\n',
      'checks/aux/recipes/con.yaml': 'recipe: con\nscenarios: [con.pass]\n',
      'checks/aux/recipes/con.detect.ps1': 'New-Finding -Status Ok\n',
      'checks/aux/scenarios/con/con.pass.ps1': 'param($Windows)\n',
    },
  },
  {
    name: 'made-recipe-gone',
    files: {
      ...sound,
      'checks.yaml': index.replace('[ps1] }]', '[ps1], defaults: [clock] }]'),
      'checks/services.yaml': `${group}    use: start-type\n`,
      'checks/services/clock.detect.ps1': '',
      'checks/recipes/start-type.detect.ps1': 'New-Finding -Status Ok\n',
      'checks/recipes/start-type.repair.ps1': 'New-Finding -Status Ok\n',
      'checks/scenarios/start-type/a.pass.ps1': '',
      'checks/scenarios/start-type/b.pass.ps1': '',
      'checks/scenarios/clok/a.pass.ps1': '',
      'checks/scenarios/clok/b.pass.ps1': '',
    },
    prepare: (root) => rmSync(path.join(root, 'checks/services/clock.detect.ps1')),
  },
  {
    name: 'made-other-roles',
    files: {
      ...sound,
      'checks.yaml': index.replace(
        'services.yaml]',
        'services.yaml, ./checks/recipes/other.yaml, checks/facts.yaml, { folder: checks/recipes }, { folder: checks/words }]',
      ),
      'checks/facts.yaml': 'facts: []\n',
      'checks/recipes/other.yaml': 'recipe: other\n',
      'checks/recipes/other.detect.ps1': 'New-Finding -Status Ok\n',
      'checks/words/recipes.yaml': 'package: own-recipes\n',
    },
  },
  {
    name: 'made-many-levels',
    files: { ...sound, [`checks/${'a/'.repeat(12)}deep.ps1`]: 'New-Finding -Status Ok\n' },
  },
  // A folder stands for what cannot be read: permissions mean nothing to an administrator, who may run this.
  {
    name: 'made-body-folder',
    files: { 'checks.yaml': index, 'checks/services.yaml': group, 'checks/services/clock.detect.ps1/readme.txt': '' },
    prepare: (root) => chmodSync(path.join(root, 'checks'), 0o755),
  },
];
