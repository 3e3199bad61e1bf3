/// <reference lib="dom" />
import { createHash, X509Certificate } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
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
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { runInNewContext } from 'node:vm';
import { gzipSync, inflateRawSync } from 'node:zlib';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { unzipSync } from 'fflate';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channels } from '../src/channels/list.js';
import type { Manifest } from '../src/ir/manifest.js';
import { serveFolder } from '../src/cli/serve-folder.js';
import { repository } from './compile-bundled.js';
import { brokenSums } from './support/check-sums.js';
import { describeWithTool } from './tools.js';

/** The download page as visitors have it: built by the command line, opened from a file and from a server. */
const work = mkdtempSync(join(tmpdir(), 'mendsheet-page-'));
const dist = join(work, 'dist');
const product = join(dist, 'windows-update');
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let manifest: Manifest;
const pages = (): readonly string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));

function mendsheet(args: readonly string[]): { status: number | null; stderr: string } {
  const env = { PATH: process.env['PATH'], HOME: work, XDG_CONFIG_HOME: work, APPDATA: work, NO_COLOR: '1' };
  const main = join(repository, 'build/cli/main.js');
  return spawnSync(process.execPath, [main, ...args], { cwd: repository, encoding: 'utf8', env });
}

beforeAll(() => {
  expect(mendsheet(['build', '--out', dist])).toMatchObject({ status: 0 });
  manifest = JSON.parse(readFileSync(join(product, 'manifest.json'), 'utf8')) as Manifest;
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the files of the page', () => {
  it('link to nothing that is not there', () => {
    const missing = pages().flatMap((path) => {
      const text = readFileSync(join(dist, path), 'utf8');
      return Array.from(text.matchAll(/\s(?:href|src)="([^"#:]+)(?:#([^"]*))?"/g), ([, target = '', fragment]) => {
        const file = join(dist, path, '..', decodeURI(target));
        if (!existsSync(file)) return [path, target];
        const isThere = fragment === undefined || readFileSync(file, 'utf8').includes(`id="${fragment}"`);
        return isThere ? [] : [path, `${target}#${fragment}`];
      }).filter((each) => each.length > 0);
    });
    expect(missing).toEqual([]);
  });

  it('have no code or style in their elements, and a policy that lets none run', () => {
    for (const path of pages()) {
      const text = readFileSync(join(dist, path), 'utf8');
      expect([path, /<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|javascript:/.exec(text)?.[0]]).toEqual([
        path,
        undefined,
      ]);
      expect(text).toMatch(/<meta\s+http-equiv="Content-Security-Policy"\s+content="default-src &#39;none&#39;;/);
    }
  });

  it('show the letters of a script, and not its byte order mark', () => {
    const script = readFileSync(join(product, 'diagnose.ps1'), 'utf8');
    const [sentence = ''] = /[\u3040-\u30ff]{3}[^\r\n']*\u3002/.exec(script) ?? [];
    const shown = readFileSync(join(dist, 'page/source/diagnose.ps1.js'), 'utf8');
    const { whole = '' } = runInNewContext(`${shown} mendsheetTexts`) as Record<string, string>;
    const text = inflateRawSync(Buffer.from(whole, 'base64')).toString('utf8');
    expect(`\ufeff${text.replaceAll('\n', '\r\n')}`).toBe(script);
    expect(sentence).not.toBe('');
    expect(text).toContain(sentence);
    for (const path of pages())
      expect([path, readFileSync(join(dist, path), 'utf8').includes('\ufeff')]).toEqual([path, false]);
  });

  it('are well-formed: another parser reads them, every element closed', async () => {
    const some = pages().filter((path) => !/^page\/(?:source|\w+\/codes)\//.test(path));
    const others = [
      'page/source/collect-logs.ps1.html',
      'page/en/codes/0x80070643.html',
      'page/ja/codes/0xc1900101.html',
    ];
    for (const path of [...some, ...others]) {
      await expect(format(readFileSync(join(dist, path), 'utf8'), { parser: 'html' })).resolves.toContain('</html>');
    }
  });

  it('name the certificate by the hash that nobody can forge', () => {
    const pem = readFileSync(join(work, 'mendsheet/development.pem'), 'utf8');
    const { fingerprint256 } = new X509Certificate(
      /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/.exec(pem)![0],
    );
    const expected = fingerprint256.replaceAll(':', '').toLowerCase();
    expect(manifest.signer?.sha256).toBe(expected);
    for (const name of ['index.html', 'index.ja.html', 'index.de.html'])
      expect(readFileSync(join(dist, name), 'utf8')).toContain(`<code>${expected}</code>`);
  });

  it('name every download with the hash and size that the manifest has', () => {
    const byPath = new Map(manifest.files.map((file) => [file.path, file]));
    const texts = pages().map((path) => readFileSync(join(dist, path), 'utf8'));
    const blocks = texts.flatMap((text) => text.split('<div class="file">').slice(1));
    expect(blocks.length).toBeGreaterThan(60);
    for (const block of blocks) {
      const [, path = ''] = /windows-update\/([^"]+)"/.exec(block) ?? [];
      const [, hash] = /class="sha256">([0-9a-f]{64})</.exec(block) ?? [];
      expect([path, hash]).toEqual([path, byPath.get(path)?.sha256]);
      expect(block.toLowerCase().split(hash ?? '-').length).toBeGreaterThan(3);
    }
  });

  it('hand out no two files of one name on a page, so that none takes the place of another in a folder of downloads', () => {
    const found = pages().map((path) => {
      const links = Array.from(
        readFileSync(join(dist, path), 'utf8').matchAll(/<a [^>]*href="([^"]+)" download="([^"]+)"/g),
        ([, href = '', name = '']) => [name.toLowerCase(), href] as const,
      );
      const hrefs = new Map(
        links.map(([name]) => [name, new Set(links.filter(([each]) => each === name).map(([, href]) => href))]),
      );
      return {
        path,
        count: links.length,
        doubled: [...hrefs].filter(([, each]) => each.size > 1).map(([name]) => name),
      };
    });
    expect(found.filter(({ doubled }) => doubled.length > 0)).toEqual([]);
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(300);
    const check = readFileSync(join(dist, 'page/en/14-download-cache.html'), 'utf8');
    expect(check).toContain(
      'href="../../windows-update/checks/14-download-cache.zip" download="14-download-cache.zip"',
    );
    const own = Object.keys(unzipSync(new Uint8Array(readFileSync(join(product, 'checks/14-download-cache.zip')))));
    expect(own).toEqual(['detect.ps1', 'repair.ps1']);
    for (const name of own) expect(check).toContain(`<code>${name}</code>`);
  });

  it('say for whom a check is, and lead to the places of its steps and to what one sees then, in each language', () => {
    for (const [language, home, both, result] of [
      ['en', 'people at home', 'people at home, organisations', 'What you should see: '],
      ['ja', '家庭', '家庭、組織', '確認できる結果：'],
      ['de', 'Privatleute', 'Privatleute, Organisationen', 'Das sollten Sie sehen: '],
    ] as const) {
      const read = (name: string): string => readFileSync(join(dist, `page/${language}/${name}.html`), 'utf8');
      const said = (page: string): string | undefined => /<dd>((?:people|家庭|Privat)[^<]*)<\/dd>/.exec(page)?.[1];
      expect([said(read('23-clean-install')), said(read('20-antivirus'))]).toEqual([home, both]);
      const antivirus = read('20-antivirus');
      expect(antivirus).toContain('<a href="ms-settings:appsfeatures"><code>ms-settings:appsfeatures</code></a>');
      expect(antivirus).toContain(`<p>${result}`);
      expect(antivirus.slice(antivirus.indexOf(`<p>${result}`))).toMatch(
        /^<p>[^<]*<a href="windowsdefender:"><code>windowsdefender:<\/code><\/a>/,
      );
      expect(read('14-download-cache')).not.toContain(result);
    }
  });

  it('name the certificate that signs, beside the page, as Windows and as others read it', () => {
    const cer = readFileSync(join(dist, 'publisher.cer'));
    expect(createHash('sha256').update(cer).digest('hex')).toBe(manifest.signer?.sha256);
    expect(new X509Certificate(readFileSync(join(dist, 'publisher.pem'))).raw.equals(cer)).toBe(true);
  });

  it('tell search engines what each is, and where, if the checklist says where', () => {
    for (const path of pages().filter((each) => !each.startsWith('page/source/')))
      expect([path, /<meta name="description" content="[^"]{10}/.test(readFileSync(join(dist, path), 'utf8'))]).toEqual(
        [path, true],
      );
    expect(existsSync(join(dist, 'sitemap.xml'))).toBe(false);
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toContain('rel="canonical"');
    const copy = join(work, 'published');
    mkdirSync(copy);
    cpSync(join(repository, 'checks'), join(copy, 'checks'), { recursive: true });
    const index = readFileSync(join(repository, 'checks.yaml'), 'utf8');
    writeFileSync(
      join(copy, 'checks.yaml'),
      index.replace('\nscripts:', "\naddress: 'https://example.com/fix/'\nscripts:"),
    );
    const out = join(copy, 'dist');
    expect(mendsheet(['build', '--index', join(copy, 'checks.yaml'), '--out', out]).status).toBe(0);
    const locations = Array.from(
      readFileSync(join(out, 'sitemap.xml'), 'utf8').matchAll(/<loc>https:\/\/example\.com\/fix\/([^<]+)<\/loc>/g),
      ([, path = '']) => path,
    );
    expect(locations.length).toBe(pages().filter((each) => !each.startsWith('page/source/')).length);
    expect(locations.filter((path) => !existsSync(join(out, path)))).toEqual([]);
    const code = readFileSync(join(out, 'page/ja/codes/0x80070643.html'), 'utf8');
    expect(code).toContain('<link rel="canonical" href="https://example.com/fix/page/ja/codes/0x80070643.html" />');
    expect(code).toContain('hreflang="en" href="https://example.com/fix/page/en/codes/0x80070643.html"');
    expect(code).toContain('; connect-src &#39;self&#39;"');
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toContain('connect-src');
    expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toContain('Sitemap: https://example.com/fix/sitemap.xml');
  });

  it('are small: with the product at most 22.5 MB, a page of a code 3.5 KB, and one of a check 20 KB', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .map((path) => ({ path, stat: statSync(join(dist, path)) }))
      .filter(({ stat }) => stat.isFile());
    const sizeOf = (some: typeof files): number => some.reduce((sum, { stat }) => sum + stat.size, 0);
    expect(sizeOf(files)).toBeLessThan(22_500_000);
    const codes = files.filter(({ path }) => /\/codes\//.test(path));
    expect(sizeOf(codes) / codes.length).toBeLessThan(3500);
    const checks = files.filter(({ path }) => /^page\/\w+\/\d.*\.html$/.test(path));
    expect(sizeOf(checks) / checks.length).toBeLessThan(20_000);
  });

  it('hold nothing twice: what an archive of a channel has lies in no folder beside it', () => {
    const files = manifest.files.map(({ path }) => path);
    for (const { name } of channels) {
      expect(files).toContain(`windows-update-${name}.zip`);
      expect(files.filter((path) => path.startsWith(`${name}/`))).toEqual([]);
    }
    const folders = Object.keys(unzipSync(new Uint8Array(readFileSync(join(product, 'windows-update-intune.zip')))));
    const page = readFileSync(join(dist, 'page/en/14-download-cache.html'), 'utf8');
    expect(page).toMatch(/Folder <code>14-download-cache<\/code> in <a [^>]*windows-update-intune\.zip"/);
    expect(folders).toContain('windows-update-intune/14-download-cache/detect.ps1');
    // A check of which a service takes nothing promises no folder.
    for (const path of pages().filter((each) => /^page\/en\/\d/.test(each))) {
      const slug = path.slice('page/en/'.length, -'.html'.length);
      const isNamed = readFileSync(join(dist, path), 'utf8').includes('windows-update-intune.zip');
      const isThere = folders.some((each) => each.startsWith(`windows-update-intune/${slug}/`));
      expect([slug, isNamed]).toEqual([slug, isThere]);
    }
  });

  it('are the same bytes in a second build, and verified to the last one', () => {
    const sums = readFileSync(join(dist, 'SHA256SUMS'));
    expect(mendsheet(['build', '--out', dist]).status).toBe(0);
    expect(readFileSync(join(dist, 'SHA256SUMS'))).toEqual(sums);
    expect(brokenSums(dist)).toEqual([]);
  });

  it('speak one language each, and say the same things in all', () => {
    const shape = (language: string): readonly string[] =>
      readdirSync(join(dist, 'page', language)).filter((name) => name.endsWith('.html'));
    expect(shape('ja')).toEqual(shape('en'));
    expect(shape('de')).toEqual(shape('en'));
    const withoutOthers = (path: string): string =>
      readFileSync(join(dist, path), 'utf8').replace(/<a[^>]*hreflang="[^]*?<\/a>/g, '');
    for (const name of shape('en')) {
      expect(withoutOthers(`page/en/${name}`)).not.toMatch(/[\u3040-\u30ffäöüß]/);
      expect(withoutOthers(`page/de/${name}`)).not.toMatch(/[\u3040-\u30ff]/);
    }
  });

  it('offer each language the scripts that speak it, and tell the languages apart', () => {
    const german = readFileSync(join(dist, 'index.de.html'), 'utf8');
    expect(german).toContain('href="windows-update/de/diagnose.ps1"');
    expect(german).not.toContain('href="windows-update/diagnose.ps1"');
    expect(german).toContain('href="windows-update/diagnose.cmd"');
    expect(german).toContain('-Language en | de');
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toContain('windows-update/de/');
    for (const tag of ['en', 'ja', 'de']) expect(german).toContain(`<link rel="alternate" hreflang="${tag}"`);
    const alone = (language: string): boolean =>
      readFileSync(join(dist, `page/${language}/14-download-cache.html`), 'utf8').includes('id="alone"');
    expect([alone('en'), alone('ja'), alone('de')]).toEqual([true, true, false]);
    expect(existsSync(join(dist, 'page/source/de/diagnose.ps1.html'))).toBe(true);
  });

  it('send at most 60 KB compressed at first', () => {
    for (const [home, language] of [
      ['index.html', 'en'] as const,
      ['index.ja.html', 'ja'] as const,
      ['index.de.html', 'de'] as const,
    ]) {
      const first = [
        home,
        'page/page.css',
        'page/page.js',
        'page/codes.js',
        'page/search.js',
        `page/${language}/search-data.js`,
        `page/${language}/words.js`,
        'page/icon.svg',
        'page/early.js',
      ];
      const bytes = first.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0);
      expect([home, bytes <= 60_000]).toEqual([home, true]);
    }
  });
});

describe('the search', () => {
  interface Data {
    readonly pages: string;
    readonly targets: readonly {
      readonly item: number;
      readonly id: string;
      readonly to?: string;
      readonly symptoms: string;
    }[];
    readonly codes: readonly (readonly [string, ...unknown[]])[];
    readonly lastResort: readonly number[];
  }
  interface Search {
    readonly data: Data;
    find(text: string): {
      readonly targets: readonly number[];
      readonly codes: readonly { readonly index: number | null }[];
    };
  }
  /** The scripts of the page as browsers run them. */
  function searchIn(language: string): Search {
    const texts = ['codes.js', 'search.js', `${language}/search-data.js`].map((name) =>
      readFileSync(join(dist, 'page', name), 'utf8'),
    );
    const run = `${texts.join('')}; var prepared = mendsheetSearch.prepare(mendsheetData);
      ({ data: mendsheetData, find: (text) => mendsheetSearch.search(prepared, text) })`;
    return runInNewContext(run) as Search;
  }
  /** Sentences of Windows, of people and of logs, each with the checks and sections that are right. */
  const sentencesIn = (name: string): readonly string[][] =>
    readFileSync(join(repository, 'test/page', name), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
  const sentences = sentencesIn('sentences.tsv');
  /** Those that lead to nothing right among the first three checks, sections and codes, with what they lead to. */
  function wrongOf(some: readonly string[][]): readonly string[] {
    const searches = new Map(['en', 'ja', 'de'].map((language) => [language, searchIn(language)]));
    return some.flatMap(([language = '', sentence = '', right = '']) => {
      const { data, find } = searches.get(language)!;
      const { targets, codes } = find(sentence);
      const shown = targets.length + codes.length === 0 ? data.lastResort : targets.slice(0, 3);
      const names = [
        ...Array.from(shown, (index) => data.targets[index]!.id || data.targets[index]!.to!.split('#')[1]!),
        ...Array.from(
          codes.slice(0, 3),
          ({ index }) => `0x${index === null ? '' : data.codes[index]![0].toLowerCase()}`,
        ),
      ];
      return names.some((name) => right.split(',').includes(name)) ? [] : [`${sentence}: ${names.join(', ')}`];
    });
  }

  it('leads to what is right among the first three, for 400 sentences in three languages', () => {
    expect(sentences.length).toBeGreaterThan(400);
    expect(new Set(sentences.map((line) => line.slice(0, 2).join('\t'))).size).toBe(sentences.length);
    expect(wrongOf(sentences)).toEqual([]);
  });

  it.each(['en', 'ja', 'de'])(
    'leads there for nine of ten sentences in %s that were written without a look at what it knows',
    (language) => {
      const later = sentencesIn('sentences-later.tsv').filter(([each]) => each === language);
      expect(later.length).toBeGreaterThan(40);
      const wrong = wrongOf(later);
      expect([wrong, wrong.length <= later.length / 10]).toEqual([wrong, true]);
    },
  );

  it('knows codes by what Windows says with them', () => {
    const wrong = wrongOf(sentencesIn('sentences-of-codes.tsv'));
    expect([wrong, wrong.length <= 1]).toEqual([wrong, true]);
  });

  it.each([
    ['0x800fo922', ['800F0922']],
    ['error 0x800fo922 again', ['800F0922']],
    ['0x8007643', ['80070643']],
    ['#0x800f0922', ['800F0922']],
  ])('reads the code of %s, and takes no neighbour for it', (text, codes) => {
    const { data, find } = searchIn('en');
    expect(Array.from(find(text).codes, ({ index }) => data.codes[index ?? -1]?.[0])).toEqual(codes);
  });

  it('finds words that are typed as kana, and words whose ending doubles a letter', () => {
    expect(searchIn('ja').find('うぃんどうずあっぷでーと').targets).not.toHaveLength(0);
    const named = ({ data, find }: Search, text: string): readonly string[] =>
      Array.from(find(text).targets.slice(0, 3), (index) => data.targets[index]!.id);
    expect(named(searchIn('en'), 'windows update service keeps stopping')).toContain('wuauserv-start-type');
  });

  it('knows every check that its sentences name, and leads nowhere else', () => {
    const { data } = searchIn('en');
    const known = data.targets.map(({ id, to }) => id || to?.split('#')[1]);
    const named = new Set(sentences.flatMap(([, , right = '']) => right.split(',')));
    expect([...named].filter((name) => !known.includes(name))).toEqual([]);
    expect(data.targets.filter(({ symptoms }) => symptoms === '')).toEqual([]);
    for (const { item, id, to = `${data.pages}${item}-${id}.html` } of data.targets) {
      const [file = '', fragment] = to.split('#');
      expect([to, existsSync(join(dist, file))]).toEqual([to, true]);
      if (fragment) expect(readFileSync(join(dist, file), 'utf8')).toContain(`id="${fragment}"`);
    }
  });

  it('finds its way out where it finds nothing', () => {
    const { data, find } = searchIn('ja');
    expect(find('xyzzy').targets).toHaveLength(0);
    expect(Array.from(data.lastResort, (index) => data.targets[index]!.to)).toEqual([
      'index.ja.html#script-diagnose',
      'index.ja.html#script-collect-logs',
    ]);
  });
});

describe('mendsheet verify', () => {
  const copy = join(work, 'copy');
  const changes: readonly (readonly [string, () => void])[] = [
    ['a changed page', () => appendFileSync(join(copy, 'index.html'), ' ')],
    ['a changed script', () => writeFileSync(join(copy, 'page/page.js'), 'alert(1)')],
    ['a missing page', () => rmSync(join(copy, 'page/en/1-clock.html'))],
    ['a file beside the page', () => writeFileSync(join(copy, 'extra.html'), '')],
    [
      'a folder beside the product',
      () => {
        mkdirSync(join(copy, 'other'));
        writeFileSync(join(copy, 'other/x.cmd'), '');
      },
    ],
    ['other hashes', () => appendFileSync(join(copy, 'SHA256SUMS'), `${'0'.repeat(64)}  none\n`)],
    ['no hashes', () => rmSync(join(copy, 'SHA256SUMS'))],
    ['no signature', () => rmSync(join(copy, 'SHA256SUMS.p7s'))],
    [
      'no page at all',
      () =>
        ['index.html', 'index.ja.html', 'index.de.html', 'page'].map((name) =>
          rmSync(join(copy, name), { recursive: true }),
        ),
    ],
    ['a product without its manifest', () => rmSync(join(copy, 'windows-update/manifest.json'))],
  ];

  it('accepts dist/ as it was built', () => expect(mendsheet(['verify', dist])).toMatchObject({ status: 0 }));

  it.each(changes)('refuses dist/ with %s', (_, change) => {
    cpSync(dist, copy, { recursive: true });
    change();
    expect(mendsheet(['verify', copy]).status).toBe(1);
    rmSync(copy, { recursive: true });
  });
});

const missing = executablePath ? undefined : 'chromium';

describeWithTool('the page in Chromium', missing, () => {
  let browser: Browser;
  let origin: string;
  let served: ReturnType<typeof serveFolder>;

  beforeAll(async () => {
    // Chromium does not start its sandbox for root, which containers run tests as.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath: executablePath ?? '', args });
    served = serveFolder(dist, false);
    await new Promise<void>((resolve) => served.server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(served.server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await browser?.close();
    served?.server.close();
  });

  const fileAddress = (path: string): string => pathToFileURL(dist).href + '/' + path;

  /** A page that fails the test for an error, for a word of the console, and for a request to anywhere else. */
  async function visit(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...options });
    if (address.startsWith('http') && options.javaScriptEnabled !== false)
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const page = await context.newPage();
    const complain = (what: string): void => void complaints.push(`${address}: ${what}`);
    page.on('pageerror', (error) => complain(error.message));
    page.on('console', (message) => complain(message.text()));
    page.on('request', (request) => {
      const isOwn = [pathToFileURL(dist).href, origin].some((own) => request.url().startsWith(`${own}/`));
      if (!isOwn) complain(`asks for ${request.url()}`);
    });
    await page.goto(address);
    return page;
  }
  const complaints: string[] = [];
  afterAll(() => expect(complaints).toEqual([]));

  const search = (page: Page): ReturnType<Page['locator']> => page.locator('#query');
  const places: readonly (readonly [string, (path: string) => string])[] = [
    ['a file: address', fileAddress],
    ['a server', (path) => `${origin}/${path}`],
  ];

  describe.each(places)('from %s', (_, at) => {
    it('answers a code in four spellings with its meaning and its checks', async () => {
      const page = await visit(at('index.html'));
      const answers: string[] = [];
      for (const spelling of ['0x80070422', '80070422', '-2147023838', '2147943458']) {
        await search(page).fill(spelling);
        answers.push(await page.locator('#results').innerText());
      }
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('ERROR_SERVICE_DISABLED');
      expect(answers[0]).toContain('Start type of Windows Update');
      await page.context().close();
    });

    it('follows a search to a check, and keeps the language that was chosen', async () => {
      const page = await visit(at('index.html'));
      await page.locator('.languages a[lang="ja"]').click();
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ja');
      await search(page).fill('ダウンロード キャッシュ');
      await page.locator('#results a').first().click();
      await page.locator('article').waitFor();
      expect(await page.locator('h1').innerText()).toContain('ダウンロード キャッシュ');
      await page.locator('.brand').click();
      expect(await page.locator('html').getAttribute('lang')).toBe('ja');
      await page.context().close();
    });

    it('opens deep links: a search, a choice, a code, a line of a script', async () => {
      const page = await visit(at(`index.html#q=${encodeURIComponent('clock is ahead')}`));
      expect(await page.locator('#results a').first().innerText()).toBe('Clock');
      await page.goto(at('index.html#check=clock,download-cache'));
      await page.reload();
      expect(await page.locator('.chosen code').first().textContent()).toBe(
        '.\\diagnose.ps1 -Check clock, download-cache',
      );
      for (const spelling of ['0x80070422', '0x8007066a', '8007066A']) {
        await page.goto(at(`page/ja/error-codes.html#${spelling}`));
        const wanted = spelling.replace('0x', '').toUpperCase();
        await expect.poll(() => page.locator('li:target').innerText()).toContain(`0x${wanted}`);
      }
      await page.goto(at('index.html#0x800f0922'));
      expect(await page.locator('#results .code-card').innerText()).toContain('0x800F0922');
      await page.goto(at('page/source/diagnose.ps1.html#L12'));
      await expect.poll(() => page.locator('.line:target').count()).toBe(1);
      await page.context().close();
    });

    it('gives the command for chosen checks, each script with those that it has', async () => {
      const page = await visit(at('index.html'));
      await page.locator('input[value="disk-space"]').check();
      await page.locator('input[value="download-cache"]').check();
      const commands = await page.locator('.chosen-command:visible code').allTextContents();
      expect(commands).toEqual([
        '.\\diagnose.ps1 -Check disk-space, download-cache',
        '.\\reset-components.ps1 -Check download-cache -WhatIf',
      ]);
      await page.context().close();
    });
  });

  it('copies exactly the bytes of each snippet file', async () => {
    const page = await visit(`${origin}/page/en/14-download-cache.html`);
    const checks = readdirSync(join(dist, 'page/en')).filter((name) => /^\d/.test(name));
    let copied = 0;
    for (const name of checks) {
      await page.goto(`${origin}/page/en/${name}`);
      for (const button of await page.locator('.snippet button.copy').all()) {
        await button.click();
        await expect.poll(() => button.innerText()).toBe('Copied');
        const edition = await button.locator('xpath=ancestor::figure').locator('code').getAttribute('data-edition');
        const text = await page.evaluate(() => navigator.clipboard.readText());
        const file = readFileSync(join(product, 'snippets', name.replace('.html', `.${edition}.txt`)), 'latin1');
        expect([name, text === file]).toEqual([name, true]);
        copied++;
      }
    }
    expect(copied).toBeGreaterThanOrEqual(checks.length - 2);
    await page.context().close();
  });

  it('copies the same bytes where a browser gives no clipboard to scripts', async () => {
    const page = await visit(`${origin}/page/en/14-download-cache.html`);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await page.locator('.snippet button.copy').first().click();
    await expect.poll(() => page.locator('.announce').textContent()).toBe('Copied');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toBe(readFileSync(join(product, 'snippets/14-download-cache.ps1.txt'), 'latin1'));
    await page.context().close();
  });

  it('hands out every download with the hash of the manifest', async () => {
    const page = await visit(`${origin}/index.html`);
    const expected = (path: string): string | undefined => manifest.files.find((file) => file.path === path)?.sha256;
    const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    for (const name of ['index.html', 'page/en/14-download-cache.html']) {
      await page.goto(`${origin}/${name}`);
      // By a click where the page shows the hash; Chromium stops after ten of them, so what is left is asked for.
      for (const link of (await page.locator('.file a[download]').all()).slice(0, 9)) {
        const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
        const path = new URL(download.url()).pathname.slice('/windows-update/'.length);
        expect([path, hashOf(readFileSync(await download.path()))]).toEqual([path, expected(path)]);
      }
      for (const link of await page.locator('a[download]').all()) {
        const url = await link.evaluate((element) => (element as HTMLAnchorElement).href);
        if (!url.includes('/windows-update/')) continue;
        const path = new URL(url).pathname.slice('/windows-update/'.length);
        expect([path, hashOf(await (await page.request.get(url)).body())]).toEqual([path, expected(path)]);
      }
    }
    await page.context().close();
  });

  it.each([
    ['ja-JP', 'ja'],
    ['de-AT', 'de'],
  ])('shows browsers of %s their language at the front door, and a chosen one instead', async (locale, language) => {
    const page = await visit(`${origin}/`, { locale });
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
    await page.locator('.languages a[lang="en"]').click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(`${origin}/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().close();
  });

  it('can be read and downloaded from without scripts', async () => {
    const page = await visit(fileAddress('index.ja.html'), { javaScriptEnabled: false });
    expect(await page.locator('button:visible, form:visible, input:visible').count()).toBe(0);
    // Three scripts in two editions, and an archive a channel.
    expect(await page.locator('.file a[download]:visible').count()).toBe(6 + channels.length);
    await page.locator('.languages a[lang="en"]').click();
    await page.getByRole('link', { name: /Download cache/ }).click();
    // A page that is shown without scripts has no text of scripts, and leads to the files.
    expect(await page.locator('.source:visible').count()).toBe(0);
    const snippet = await page
      .locator('.snippet a')
      .first()
      .evaluate((link) => (link as HTMLAnchorElement).href);
    await page.goto(snippet);
    expect(await page.locator('body').innerText()).toContain('Move-ItemAside');
    await page.goBack();
    await page.getByRole('link', { name: 'Error codes' }).click();
    expect(await page.locator('#code-list li').count()).toBeGreaterThan(500);
    await page.context().close();
  });

  it('is used with the keyboard alone', async () => {
    const page = await visit(`${origin}/index.html`);
    const focused = (): Promise<string> =>
      page.evaluate(
        () =>
          document.activeElement?.id || document.activeElement?.className || document.activeElement?.textContent || '',
      );
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('query');
    await page.keyboard.type('80070422');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('#results') !== null)).toBe(true);
    expect(await page.locator('.announce').textContent()).toMatch(/found/);
    // From the bar at the top the first check is one link and one step away, not fifty.
    await page.goto(`${origin}/index.html`);
    await page.locator('.bar a[href="#checks"]').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('checkbox');
    await page.locator('input[value="clock"]').focus();
    await page.keyboard.press('Space');
    expect(await page.locator('.chosen').isVisible()).toBe(true);
    await page.goto(`${origin}/page/en/1-clock.html`);
    await page.locator('.snippet button.copy').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.announce').textContent()).toBe('Copied');
    await page.context().close();
  });

  const looks = [
    { viewport: { width: 320, height: 640 }, colorScheme: 'light' as const },
    { viewport: { width: 768, height: 900 }, colorScheme: 'dark' as const },
    { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const },
    { viewport: { width: 1920, height: 1080 }, colorScheme: 'light' as const },
  ];
  const samples = [
    'index.html',
    'index.ja.html#q=0x80070422',
    'index.html#check=clock,download-cache',
    'page/ja/14-download-cache.html',
    'index.de.html',
    'page/de/28-update-policy.html',
    'page/en/1-clock.html',
    'page/source/collect-logs.cmd.html',
    'page/ja/codes/0x80070643.html',
    'page/en/error-codes.html',
  ];

  it.each(['en', 'ja', 'de'])('fits the width of a telephone on every page: %s', async (language) => {
    const page = await visit(fileAddress('index.html'), { viewport: { width: 320, height: 640 } });
    const names = readdirSync(join(dist, 'page', language)).filter((name) => name.endsWith('.html'));
    expect(names.length).toBeGreaterThan(50);
    const wide: string[] = [];
    for (const name of names) {
      await page.goto(fileAddress(`page/${language}/${name}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(name);
    }
    expect(wide).toEqual([]);
    await page.context().close();
  });

  it.each(looks)('has no fault that axe-core knows, and fits its width: $viewport.width $colorScheme', async (look) => {
    const page = await visit(fileAddress('index.html'), { ...look, reducedMotion: 'reduce' });
    for (const sample of samples) {
      await page.goto(fileAddress(sample));
      await page.reload();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([sample, wide <= 0]).toEqual([sample, true]);
      // Evaluated by the test's connection, which the page's policy does not concern.
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as {
            axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run({ preload: false });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect([sample, found]).toEqual([sample, []]);
    }
    await page.context().close();
  });

  it('prints a check without controls, with addresses, on at most two pages', async () => {
    const page = await visit(fileAddress('page/en/14-download-cache.html'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible, nav:visible').count()).toBe(0);
    const margin = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };
    for (const language of ['en', 'ja', 'de']) {
      for (const name of readdirSync(join(dist, 'page', language)).filter((each) => /^\d/.test(each))) {
        await page.goto(fileAddress(`page/${language}/${name}`));
        const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1');
        const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
        expect([language, name, sheets > 0 && sheets <= 2]).toEqual([language, name, true]);
      }
    }
    await page.context().close();
  });

  it('never covers what has the focus, at any tab stop of a small window, with checks chosen', async () => {
    const page = await visit(fileAddress('index.html#check=clock,download-cache'), {
      viewport: { width: 320, height: 256 },
      reducedMotion: 'reduce',
    });
    await page.locator('.chosen-bar').waitFor();
    await page.locator('.skip').focus();
    const covered: string[] = [];
    let last = '';
    for (let stop = 0; stop < 400; stop++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        if (element === document.body) return null;
        const { left, top, width, height } = element.getBoundingClientRect();
        const line = element.getClientRects()[0];
        const [x, y] = line
          ? [
              line.left + Math.min(line.width, innerWidth - line.left) / 2,
              line.top + Math.min(line.height, innerHeight) / 2,
            ]
          : [left + width / 2, top + height / 2];
        const above = document.elementFromPoint(x, y);
        const isSeen = above !== null && (element.contains(above) || above.contains(element));
        return { name: element.outerHTML.slice(0, 120), isSeen, y };
      });
      if (seen === null) break;
      if (!seen.isSeen) covered.push(seen.name);
      last = seen.name;
    }
    expect(covered).toEqual([]);
    expect(last).not.toBe('');
    await page.context().close();
  });

  it('shows the same in tabs of editions, which keys reach and other pages remember', async () => {
    const page = await visit(`${origin}/page/en/14-download-cache.html`);
    const shown = (): Promise<string> => page.locator('.recipe:visible code').first().innerText();
    expect(await shown()).toContain('.\\diagnose.ps1 -Check download-cache');
    await page.locator('[role=tab][aria-selected=true]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toBe('cd /d "%USERPROFILE%\\Downloads" & diagnose.cmd /check download-cache');
    await page.goto(`${origin}/page/en/1-clock.html`);
    expect(await shown()).toContain('diagnose.cmd /check clock');
    expect(await page.locator('[role=tab]').count()).toBe(2);
    await page.context().close();
  });

  it('has a page for each code, and a list that is filtered', async () => {
    const page = await visit(fileAddress('page/en/error-codes.html'));
    await page.locator('#filter').fill('install_failure');
    expect(await page.locator('#code-list li:visible').count()).toBe(1);
    await page.locator('#code-list li:visible a').click();
    expect(await page.locator('h1').innerText()).toContain('0x80070643');
    expect(await page.locator('article').innerText()).toContain('Installation failed');
    expect(await page.locator('.command code').innerText()).toMatch(
      /^Set-Location "\$HOME\\Downloads"; .*\.\\diagnose\.ps1 -Check /,
    );
    expect(readdirSync(join(dist, 'page/ja/codes')).length).toBe(readdirSync(join(dist, 'page/en/codes')).length);
    await page.context().close();
  });

  it('loads nothing of another language than that of the page before it leads on', async () => {
    const context = await browser.newContext({ locale: 'ja-JP' });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${origin}/`);
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ja');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/page/en/'))).toEqual([]);
    await context.close();
  });

  describe('five tasks, from the first page to the end', () => {
    /** What a visitor does, counted: a sentence typed or a link followed. */
    const tasks: readonly (readonly [string, string, readonly string[], string])[] = [
      ['a code on the screen', '0x80070643', ['#results .code-head a'], '.\\diagnose.ps1 -Check '],
      ['stuck at 0 %', 'stuck at 0%', ['#results .found a'], '.\\diagnose.ps1 -Check download-progress'],
      [
        'PowerShell is blocked',
        'PowerShell is blocked',
        ['#results .found a'],
        'Right-click it and choose Run as administrator',
      ],
      ['undo', 'undo the repair', ['#results .found a'], '.\\reset-components.ps1 -Undo'],
      ['Intune for 500 PCs', 'Intune for 500 PCs', ['#results .found a'], 'windows-update-intune.zip'],
    ];

    it.each(tasks)('%s: one search and one link', async (_, sentence, links, end) => {
      const page = await visit(`${origin}/index.html`);
      await search(page).fill(sentence);
      for (const link of links) await page.locator(link).first().click();
      const anchor = new URL(page.url()).hash;
      const place = anchor === '' || anchor.startsWith('#q=') ? page.locator('main') : page.locator(anchor);
      expect(await place.innerText()).toContain(end);
      await expect
        .poll(() => place.evaluate((element) => element.getBoundingClientRect().top < innerHeight))
        .toBe(true);
      await page.context().close();
    });
  });

  it('is reloaded when served live, by a policy that allows just that', async () => {
    const live = serveFolder(dist, true);
    await new Promise<void>((resolve) => live.server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(live.server.address() as AddressInfo).port}/index.html`;
    const page = await (await browser.newContext()).newPage();
    const connected = page.waitForRequest((request) => request.url().endsWith('/.mendsheet/events'));
    await page.goto(address);
    await connected;
    await page.evaluate(() => (document.title = 'old'));
    await expect
      .poll(async () => {
        live.reload();
        return page.title();
      })
      .not.toBe('old');
    await page.context().close();
    live.server.close();
  });
});
