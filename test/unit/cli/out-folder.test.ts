import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sumsText } from '../../../src/assemble/manifest.js';
import { productFiles } from '../../../src/assemble/product-files.js';
import { sha256 } from '../../../src/bytes/sha256.js';
import { refuseOutFolder } from '../../../src/cli/out-folder.js';
import { UsageError } from '../../../src/cli/run-command.js';
import { writeDist } from '../../../src/emit/write-dist.js';
import type { OutputFile } from '../../../src/ir/artefact.js';
import type { SignerDescription } from '../../../src/ir/manifest.js';

let work = '';
const at = (path: string): string => join(work, path);
const index = (): string => at('list/checks.yaml');

/** Files of a build, as small as one can be. */
function build(product = 'printing', signer: SignerDescription | null = null): readonly OutputFile[] {
  const about = {
    product,
    version: '1.0.0',
    compiler: '0.1.0',
    source: '',
    signer,
    artefacts: [],
    companions: new Map([['result.schema.json', '{}\n']]),
    packages: [],
  };
  const own = productFiles(about).map(({ path, bytes }) => ({ path: `${product}/${path}`, bytes }));
  const page = [{ path: 'index.html', bytes: Buffer.from(`<title>${product}</title>`) }];
  const listed = [...page, ...own.filter(({ path }) => path.endsWith('/SHA256SUMS'))];
  const sums = sumsText(listed.map(({ path, bytes }) => ({ path, sha256: sha256(bytes) })));
  return [...own, ...page, { path: 'SHA256SUMS', bytes: Buffer.from(sums) }];
}

function put(path: string, text = ''): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

const refused = (path: string): void => expect(() => refuseOutFolder(at(path), index())).toThrow(UsageError);
const allowed = (path: string): void => expect(() => refuseOutFolder(at(path), index())).not.toThrow();

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'mendsheet-out-'));
  put('list/checks.yaml');
  put('list/checks/services.yaml');
});

afterEach(() => rmSync(work, { recursive: true, force: true }));

describe('refuseOutFolder', () => {
  it('refuses the current folder and those above it', () => {
    for (const path of ['.', './', '..', '../..', '/', process.cwd()])
      expect(() => refuseOutFolder(path, index())).toThrow('is the current folder, or holds it');
  });

  it('refuses the folder of the checklist, those above it, and those of its files', () => {
    for (const path of ['list', 'list/', '.', 'list/checks', 'list/checks/new/deep', 'list/checks/../checks'])
      refused(path);
  });

  it('refuses what holds anything of others, and says what', () => {
    put('documents/letters/1.txt');
    put('repository/.git/config');
    mkdirSync(at('nested/empty'), { recursive: true });
    put('manifests/printing/manifest.json', '{}');
    put('file');
    for (const path of ['documents', 'repository', 'nested', 'manifests', 'file']) refused(path);
    expect(() => refuseOutFolder(at('documents'), index())).toThrow('holds "letters/1.txt"');
  });

  it('refuses a place where no folder can be made, and ends', () => {
    writeFileSync(at('file.txt'), 'x');
    expect(() => refuseOutFolder(at('file.txt/below/it'), index())).toThrow('cannot be made there (ENOTDIR)');
    if (existsSync('/proc/self'))
      expect(() => refuseOutFolder('/proc/mendsheet/below', index())).toThrow('cannot be made there');
  });

  it('sees through links', () => {
    symlinkSync(at('list'), at('link'));
    symlinkSync(at('elsewhere'), at('nowhere'));
    refused('link');
    refused('link/checks/new');
    refused('nowhere');
  });

  it('allows a folder that is not there, an empty one, and one of a build, whatever it was of', async () => {
    mkdirSync(at('empty'));
    allowed('empty');
    allowed('not/there/yet');
    allowed('list/dist');
    await writeDist(at('list/dist'), build());
    put('list/dist/.DS_Store');
    allowed('list/dist');
    await writeDist(at('list/dist'), build('other'));
    allowed('list/dist');
  });

  it('allows the folder of a signed build, also of one whose manifest says nothing of timestamps yet', async () => {
    const before = {
      development: true,
      subject: 'CN=a',
      issuer: 'CN=a',
      thumbprint: '00',
      notAfter: '2030-01-01T00:00:00Z',
    };
    for (const signer of [before, { ...before, timestamped: false }, { ...before, timestamped: true }]) {
      await writeDist(at('dist'), build('printing', signer));
      allowed('dist');
    }
  });

  it('refuses a build to which someone has put a file of his own', async () => {
    for (const path of ['notes.txt', 'printing/notes.txt', 'printing/.git/HEAD', 'other/manifest.json']) {
      await writeDist(at('dist'), build());
      allowed('dist');
      put(`dist/${path}`);
      refused('dist');
      rmSync(at('dist'), { recursive: true });
    }
  });
});

describe('writeDist', () => {
  it('leaves nothing of the build before, and no folder beside it', async () => {
    await writeDist(at('list/dist'), build());
    await writeDist(at('list/dist'), build('other'));
    expect(readdirSync(at('list/dist')).sort()).toEqual(['SHA256SUMS', 'index.html', 'other']);
    expect(readdirSync(at('list')).sort()).toEqual(['checks', 'checks.yaml', 'dist']);
  });

  it('removes what a killed build left, and no folder of someone', async () => {
    put('list/.dist.mendsheet-new-1/a');
    put('list/.dist.mendsheet-old-1/a');
    put('list/dist.old-2024/letter.txt');
    put('list/dist.new-7/letter.txt');
    await writeDist(at('list/dist'), build());
    expect(readdirSync(at('list')).sort()).toEqual(['checks', 'checks.yaml', 'dist', 'dist.new-7', 'dist.old-2024']);
  });

  it('keeps what was there when the new one cannot be written', async () => {
    await writeDist(at('dist'), build());
    put('list/.dist.mendsheet-old-1/a');
    const torn = [
      { path: 'a', bytes: Buffer.from('') },
      { path: 'a/b', bytes: Buffer.from('') },
    ];
    await expect(writeDist(at('dist'), torn)).rejects.toThrow();
    expect(readFileSync(at('dist/index.html'), 'utf8')).toContain('printing');
    expect(existsSync(at('list/.dist.mendsheet-old-1/a'))).toBe(true);
    expect(readdirSync(at('.')).filter((name) => name.includes('.mendsheet-'))).toEqual([]);
  });

  it('puts back what was there when the new one cannot take its place', async () => {
    await writeDist(at('dist'), build());
    // Of no files no folder is made, so that there is nothing to swap in when the old one is already aside.
    await expect(writeDist(at('dist'), [])).rejects.toThrow(/ENOENT/);
    expect(readFileSync(at('dist/index.html'), 'utf8')).toContain('printing');
    expect(readdirSync(at('.')).filter((name) => name.includes('.mendsheet-'))).toEqual([]);
  });

  it('makes nothing where nothing was when the new one cannot take its place', async () => {
    await expect(writeDist(at('fresh'), [])).rejects.toThrow(/ENOENT/);
    expect(existsSync(at('fresh'))).toBe(false);
  });
});
