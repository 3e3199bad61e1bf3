import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../src/bytes/sha256.js';
import { lastAnswer, type Answer } from '../src/cli/last-answer.js';
import { isUnchanged, recordingDisk } from '../src/cli/recording-disk.js';
import { compile } from '../src/compile.js';
import { diagnose } from '../src/diagnostics/diagnose.js';
import { packDiagnostics } from '../src/diagnostics/packed.js';
import { plainDisk, type Disk } from '../src/load/disk.js';
import { loadTemplates } from '../src/load/load-templates.js';
import type { Templates } from '../src/load/templates.js';
import { repository, reviewDay } from './compile-bundled.js';

const work = mkdtempSync(join(tmpdir(), 'mendsheet-answers-'));
const cache = join(work, 'cache');
const before = { XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'], LOCALAPPDATA: process.env['LOCALAPPDATA'] };
beforeAll(() => Object.assign(process.env, { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache }));
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(work, { recursive: true, force: true });
});

function entries(): readonly string[] {
  const found = existsSync(cache) ? readdirSync(cache, { recursive: true, encoding: 'utf8' }) : [];
  return found.map((name) => join(cache, name)).filter((path) => statSync(path).isFile());
}

describe('an answer that is kept', () => {
  const folder = join(work, 'few');
  const index = join(folder, 'checks.yaml');
  const said = diagnose('load/unused-table', 'Nothing names the table.', {
    source: { path: 'checks/a.csv', text: 'a,b\n1,2\n' },
    start: 4,
    end: 7,
  });
  const answer = { diagnostics: [said], value: { texts: 2 } };
  const isValue = (value: unknown): value is { texts: number } => typeof value === 'object';
  let asked = 0;
  const readIndex = async (disk: Disk): Promise<typeof answer> => {
    asked += 1;
    disk.read(index);
    return answer;
  };
  const ask = (more: object = {}): Promise<Answer<{ texts: number }>> =>
    lastAnswer({ command: 'try', options: ['a', 1, null], index, cache: true, isValue, ...more }, readIndex);
  const asks = async (more: object = {}): Promise<number> => {
    const earlier = asked;
    expect(packDiagnostics((await ask(more)).diagnostics)).toEqual(packDiagnostics(answer.diagnostics));
    return asked - earlier;
  };
  beforeAll(() => {
    mkdirSync(folder);
    writeFileSync(index, 'product: a\n');
  });

  it('is given again as it was, to the same question alone, and never where nobody wants it', async () => {
    expect(await asks()).toBe(1);
    const again = await ask();
    expect(asked).toBe(1);
    expect(again.value).toEqual(answer.value);
    expect(packDiagnostics(again.diagnostics)).toEqual(packDiagnostics(answer.diagnostics));
    expect(await asks({ cache: false })).toBe(1);
    expect(await asks({ options: ['a', 2, null] })).toBe(1);
    expect(await asks({ command: 'other' })).toBe(1);
    expect(await asks({ index: join(work, 'few', '..', 'few', 'checks.yaml') })).toBe(0);
    expect(readdirSync(folder)).toEqual(['checks.yaml']);
  });

  it('ends with its file', async () => {
    await ask();
    writeFileSync(index, 'product: b\n');
    expect(await asks()).toBe(1);
    expect(await asks()).toBe(0);
    writeFileSync(index, 'product: a\n');
    expect(await asks()).toBe(1);
  });

  it('ends with the day and the version of Node', async () => {
    await ask();
    const [kept = ''] = entries();
    for (const [name, other] of [
      [process.version, 'v99.0.0'],
      [new Date().toISOString().slice(0, 10), '1999-01-01'],
    ] as const) {
      const json = readFileSync(kept, 'utf8').slice(65);
      expect(json).toContain(name);
      const changed = json.replace(name, other);
      for (const each of entries()) writeFileSync(each, `${sha256(changed)}\n${changed}`);
      expect(await asks()).toBe(1);
    }
  });

  it.each([
    ['nothing', () => ''],
    ['half of it', (text: string) => text.slice(0, text.length / 2)],
    ['a letter of it is another', (text: string) => text.replace('"texts":2', '"texts":3')],
    ['more behind it', (text: string) => `${text} `],
    ['no JSON', () => whole('{"asked":')],
    ['a list', () => whole('[]')],
    ['null', () => whole('null')],
    [
      'nothing that was asked',
      (text: string) => whole(text.slice(65).replace(/"asked":"(?:[^"\\]|\\.)*"/, '"asked":""')),
    ],
    ['a span outside its text', (text: string) => whole(text.slice(65).replace('[0,4,7]', '[0,4,7000]'))],
    ['a text that is not there', (text: string) => whole(text.slice(65).replace('[0,4,7]', '[1,4,7]'))],
    [
      'the number of a text that is a word',
      (text: string) => whole(text.slice(65).replace('[0,4,7]', '["length",4,7]')),
    ],
    ['a strange severity', (text: string) => whole(text.slice(65).replace('"severity":"', '"severity":"x'))],
    ['a question that no disk knows', (text: string) => whole(text.slice(65).replace('["read",', '["constructor",'))],
    [
      'a file without an end',
      (text: string) => whole(text.slice(65).replace('"seen":[', '"seen":[["read","/dev/zero",""],')),
    ],
    ['ten million levels', () => whole('['.repeat(10_000_000))],
    ['more than an entry may have', (text: string) => whole(text.slice(65) + ' '.repeat(17 * 1024 * 1024))],
  ] as const)('is asked for again where the file holds %s', async (_what, change) => {
    await ask();
    for (const file of entries()) writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(await asks()).toBe(1);
    expect(await asks()).toBe(0);
  });

  it('is asked for again where a folder or a link stands in place of the file', async () => {
    await ask();
    for (const [at, file] of entries().entries()) {
      const elsewhere = join(work, `elsewhere-${at}`);
      renameSync(file, elsewhere);
      symlinkSync(elsewhere, file);
    }
    expect(await asks()).toBe(1);
    for (const file of entries()) {
      rmSync(file);
      mkdirSync(file);
    }
    expect(await asks()).toBe(1);
    rmSync(cache, { recursive: true });
  });

  it.skipIf(process.platform === 'win32')('is not kept in a folder that others can write to', async () => {
    await ask();
    const own = dirname(entries()[0] ?? '');
    chmodSync(own, 0o777);
    expect(await asks()).toBe(1);
    expect(await asks()).toBe(1);
    chmodSync(own, 0o700);
    expect(await asks()).toBe(0);
  });

  it('is not kept below the checklist, and not where the cache cannot be written', async () => {
    process.env['XDG_CACHE_HOME'] = process.env['LOCALAPPDATA'] = join(folder, 'cache');
    expect(await asks()).toBe(1);
    expect(await asks()).toBe(1);
    expect(readdirSync(folder)).toEqual(['checks.yaml']);
    writeFileSync(join(work, 'no-folder'), '');
    process.env['XDG_CACHE_HOME'] = process.env['LOCALAPPDATA'] = join(work, 'no-folder');
    expect(await asks()).toBe(1);
    process.env['XDG_CACHE_HOME'] = process.env['LOCALAPPDATA'] = cache;
  });

  it('makes room: what is old goes, and the oldest of what is too much', async () => {
    await ask();
    const own = dirname(entries()[0] ?? '');
    const make = (letter: string, days: number, bytes: number, ending = '.json'): string => {
      const file = join(own, `${letter.repeat(64)}${ending}`);
      writeFileSync(file, Buffer.alloc(bytes));
      const time = Date.now() / 1000 - days * 24 * 60 * 60;
      utimesSync(file, time, time);
      return file;
    };
    const large = 15 * 1024 * 1024;
    const kept = ['a', 'b', 'c', 'd'].map((letter, at) => make(letter, at + 1, large));
    const gone = [make('e', 10, large), make('f', 31, 1), make('0', 40, 1, '.123.new')];
    const foreign = join(own, 'notes.txt');
    writeFileSync(foreign, '');
    await ask({ options: ['another'] });
    expect(kept.filter((file) => !existsSync(file))).toEqual([]);
    expect(gone.filter((file) => existsSync(file))).toEqual([]);
    expect(existsSync(foreign)).toBe(true);
    rmSync(cache, { recursive: true });
  });

  it('is whole, whichever of many processes wrote it last', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => ask({ options: [at % 2] })));
    for (const file of entries())
      expect(readFileSync(file, 'utf8').slice(0, 64)).toBe(sha256(readFileSync(file, 'utf8').slice(65)));
    expect(entries()).toHaveLength(2);
  });

  it('is not kept when a file changed on the way', async () => {
    const question = { command: 'on the way', options: [], index, cache: true, isValue };
    for (let round = 0; round < 2; round += 1) {
      let isAsked = false;
      await lastAnswer(question, async (disk) => {
        isAsked = true;
        disk.read(index);
        writeFileSync(index, `product: c${round}\n`);
        disk.read(index);
        return answer;
      });
      expect(isAsked).toBe(true);
    }
  });
});

function whole(json: string): string {
  return `${sha256(json)}\n${json}`;
}

describe('a stamp', () => {
  it('is another after each way to change a file, and nothing is kept of one that was just written', () => {
    const file = join(work, 'stamped');
    writeFileSync(file, 'one');
    const { atime, mtime } = statSync(file);
    const first = plainDisk.stamp(file);
    writeFileSync(file, 'two');
    utimesSync(file, atime, mtime);
    expect(plainDisk.stamp(file)).not.toBe(first);
    const second = plainDisk.stamp(file);
    writeFileSync(`${file}-new`, 'two');
    renameSync(`${file}-new`, file);
    expect(plainDisk.stamp(file)).not.toBe(second);
    const disk = recordingDisk(() => true);
    expect(disk.read(file).toString()).toBe('two');
    expect(disk.seen()).toBeNull();
  });
});

/**
 * A checklist with everything that one can have, one of its files outside checks/, and the templates. Edits of all kinds, one after the
 * other, many of them taken back: what is remembered must be what a look from nothing says, and so must what a watch says.
 */
describe('200 edits', () => {
  const folder = join(work, 'edited');
  const root = join(folder, 'package');
  const list = join(folder, 'printing');
  const index = join(list, 'checks.yaml');

  it('are never missed by what is remembered, nor by a watch', async () => {
    cpSync(join(repository, 'templates'), join(root, 'templates'), { recursive: true });
    cpSync(join(repository, 'src/channels'), join(root, 'src/channels'), { recursive: true });
    cpSync(join(repository, 'examples/printing/checks.yaml'), index);
    cpSync(join(repository, 'examples/printing/checks'), join(list, 'checks'), { recursive: true });
    mkdirSync(join(list, 'more'));
    renameSync(join(list, 'checks/security.yaml'), join(list, 'more/security.yaml'));
    writeFileSync(
      index,
      readFileSync(index, 'utf8')
        .replace('checks/security.yaml', 'more/security.yaml')
        .replace('\ninclude:', '\nerror-codes: checks/codes.csv\n\ninclude:'),
    );
    writeFileSync(
      join(list, 'checks/codes.csv'),
      'hresult,name,category,checks,en,ja,de\n0x80070709,ERROR_PRINTER_NOT_FOUND,other,,Printer is not there,プリンターなし,Kein Drucker\n',
    );
    const random = randomFrom(24);
    const missed: string[] = [];
    const known = { fresh: '', seen: recordingDisk(() => false).seen() ?? [] };
    let clean: ReadonlyMap<string, string> = new Map();
    let watched = '';
    const look = async (disk: Disk, templates: Templates, from: ReadonlyMap<string, string>) => {
      const input = {
        indexPath: index,
        disk,
        templates,
        version: '0',
        today: reviewDay,
        signing: null,
        development: false,
      };
      return compile(input, { until: 'look', clean: from });
    };
    const own = loadTemplates(root);
    const texts: string[] = [];
    const afterEdit = async (what: string, isOfTemplates: boolean): Promise<void> => {
      const isKnown = known.fresh !== '' && isUnchanged(known.seen);
      const disk = recordingDisk(() => false);
      const fresh = await said(async () => look(disk, loadTemplates(root, disk), new Map()));
      if (isKnown && fresh.text !== known.fresh) missed.push(`remembered: ${what}`);
      const seen = disk.seen();
      if (!seen) throw new Error('Nobody else changes these files.');
      if (!isUnchanged(seen)) missed.push(`does not keep: ${what}`);
      Object.assign(known, { fresh: fresh.text, seen });
      texts.push(fresh.text);
      // A watch reads the templates when it starts.
      if (isOfTemplates) return;
      const seenByWatch = await look(plainDisk, own, clean);
      clean = seenByWatch.clean ?? clean;
      watched = JSON.stringify(packDiagnostics(seenByWatch.diagnostics));
      const fromNothing = await look(plainDisk, own, new Map());
      if (watched !== JSON.stringify(packDiagnostics(fromNothing.diagnostics))) missed.push(`watch: ${what}`);
    };
    await afterEdit('nothing', false);
    expect(texts).toEqual([expect.stringContaining('"texts":{')]);
    const kinds = Object.keys(places) as (keyof typeof places)[];
    const done = new Set<string>();
    for (let count = 0; count < 200;) {
      const kind = kinds[(count / 2) % kinds.length] as keyof typeof places;
      const base = places[kind].of === 'package' ? root : list;
      const files = filesBelow(base).filter((file) => places[kind].named.test(file));
      const file = files[Math.floor(random() * files.length)];
      if (file === undefined) throw new Error(`There is no ${kind}.`);
      const [name, edit] = edits[Math.floor(random() * edits.length)] as (typeof edits)[number];
      const undo = edit(join(base, file), random);
      done.add(name).add(kind);
      const isOfTemplates = places[kind].of === 'package';
      await afterEdit(`${name} ${file}`, isOfTemplates);
      undo();
      await afterEdit(`${name} ${file}, taken back`, isOfTemplates);
      count += 2;
    }
    expect(missed).toEqual([]);
    // Edits that change nothing would prove nothing.
    expect(new Set(texts).size).toBeGreaterThan(60);
    expect([...done].sort()).toEqual([...kinds, ...edits.map(([name]) => name)].sort());
  });
});

/** What was said of a checklist, or thrown of templates, with the fingerprints of all texts. */
async function said(look: () => Promise<Awaited<ReturnType<typeof compile>>>): Promise<{ readonly text: string }> {
  try {
    const { diagnostics, clean } = await look();
    return { text: JSON.stringify({ ...packDiagnostics(diagnostics), texts: clean && Object.fromEntries(clean) }) };
  } catch (error) {
    return { text: `thrown: ${String(error)}` };
  }
}

const places = {
  part: { of: 'package', named: /^templates\/ps1\/parts\/.*\.ps1$/ },
  'part of batch': { of: 'package', named: /^templates\/cmd\/parts\/.*\.cmd$/ },
  template: { of: 'package', named: /^templates\/(?:ps1|cmd)\/.*\.hbs$/ },
  messages: { of: 'package', named: /^templates\/messages\/.*\.yaml$/ },
  register: { of: 'package', named: /^templates\/(?:library|(?:ps1|cmd)\/parts)\.yaml$/ },
  channel: { of: 'package', named: /^src\/channels\/.*\.(?:hbs|ps1|yaml)$/ },
  index: { of: 'checklist', named: /^checks\.yaml$/ },
  group: { of: 'checklist', named: /^(?:checks\/[a-z]+|more\/security)\.yaml$/ },
  facts: { of: 'checklist', named: /^checks\/facts\.yaml$/ },
  recipe: { of: 'checklist', named: /^checks\/packages\/windows-recipes\/recipes\/.*\.yaml$/ },
  package: { of: 'checklist', named: /^checks\/packages\/(?:lock|windows-recipes\/recipes)\.yaml$/ },
  body: { of: 'checklist', named: /^checks\/(?!scenarios).*\.(?:ps1|cmd)$/ },
  table: { of: 'checklist', named: /\.csv$/ },
  words: { of: 'checklist', named: /^checks\/packages\/windows-recipes\/words\/de\.yaml$/ },
  scenario: { of: 'checklist', named: /^checks\/scenarios\// },
} as const;

type Edit = (file: string, random: () => number) => () => void;

/** Each gives what takes it back. */
const edits: readonly (readonly [string, Edit])[] = [
  ['a digit or a letter is another', inPlace((text, random) => changeOne(text, random))],
  [
    'another letter, and the time as before',
    (file, random) => {
      const { atime, mtime } = statSync(file);
      const undo = inPlace((text, each) => changeOne(text, each))(file, random);
      utimesSync(file, atime, mtime);
      return undo;
    },
  ],
  ['a line more', inPlace((text) => `${text}# more\n`)],
  [
    'a line less',
    inPlace((text, random) => {
      const lines = text.split('\n');
      lines.splice(Math.floor(random() * lines.length), 1);
      return lines.join('\n');
    }),
  ],
  ['other line ends', inPlace((text) => text.replaceAll('\n', '\r\n'))],
  ['empty', inPlace(() => '')],
  [
    'removed',
    (file) => {
      renameSync(file, `${file}-removed`);
      renameSync(`${file}-removed`, join(work, 'removed'));
      return () => renameSync(join(work, 'removed'), file);
    },
  ],
  [
    'renamed',
    (file) => {
      const other = join(dirname(file), `other-${file.slice(dirname(file).length + 1)}`);
      renameSync(file, other);
      return () => renameSync(other, file);
    },
  ],
  [
    'one more beside it',
    (file) => {
      const other = join(dirname(file), `more-${file.slice(dirname(file).length + 1)}`);
      cpSync(file, other);
      return () => rmSync(other);
    },
  ],
  [
    'a folder in its place',
    (file) => {
      renameSync(file, join(work, 'set-aside'));
      mkdirSync(file);
      return () => {
        rmSync(file, { recursive: true });
        renameSync(join(work, 'set-aside'), file);
      };
    },
  ],
  [
    'a link in its place',
    (file) => {
      renameSync(file, join(work, 'linked'));
      symlinkSync(join(work, 'linked'), file);
      return () => {
        rmSync(file);
        renameSync(join(work, 'linked'), file);
      };
    },
  ],
  [
    'another folder beside it',
    (file) => {
      const other = join(dirname(file), 'new-folder');
      mkdirSync(other);
      cpSync(file, join(other, `in-${file.slice(dirname(file).length + 1)}`));
      return () => rmSync(other, { recursive: true });
    },
  ],
];

function inPlace(change: (text: string, random: () => number) => string): Edit {
  return (file, random) => {
    const text = readFileSync(file);
    writeFileSync(file, change(text.toString('utf8'), random));
    return () => writeFileSync(file, text);
  };
}

function changeOne(text: string, random: () => number): string {
  const found = [...text.matchAll(/[a-z0-9]/g)];
  const at = found[Math.floor(random() * found.length)]?.index ?? 0;
  return `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
}

function filesBelow(base: string): readonly string[] {
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(base, path)).isFile())
    .sort();
}

/** The same numbers each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
