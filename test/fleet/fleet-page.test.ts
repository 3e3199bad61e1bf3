/// <reference lib="dom" />
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Snapshot } from '../../src/fleet/snapshot.js';
import { refusalReasons } from '../../src/fleet/read-input.js';
import { checkStates } from '../../src/fleet/snapshot.js';
import { loadPageTemplates } from '../../src/load/load-page-templates.js';
import { repository } from '../compile-bundled.js';
import { describeWithTool } from '../tools.js';
import { makeFleet } from './make-fleet.mjs';

const work = mkdtempSync(join(tmpdir(), 'mendsheet-fleet-page-'));
const out = join(work, 'fleet');
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const homes = ['index.html', 'index.de.html', 'index.ja.html'];
let snapshot: Snapshot;

beforeAll(() => {
  const checks = ['disk-space', 'clock', 'event-log', 'not-in-the-checklist'];
  const { inputs, inventory, asOf } = makeFleet(join(work, 'made'), { devices: 400, seed: 3, checks });
  const args = ['fleet', inputs, '--out', out, '--inventory', inventory, '--as-of', asOf, '--names'];
  const { status, stderr } = spawnSync(process.execPath, [join(repository, 'build/cli/main.js'), ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, expect.stringContaining('index.html')]);
  const [name = ''] = readdirSync(join(out, 'snapshots'));
  snapshot = JSON.parse(readFileSync(join(out, 'snapshots', name), 'utf8')) as Snapshot;
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const pages = (): readonly string[] =>
  readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));

it('the words of a fleet take the same values in every language, and have one for each key that a report can bring', () => {
  const { words, languages } = loadPageTemplates(`${repository}/`, 'fleet');
  expect([...languages].sort()).toEqual(['de', 'en', 'ja']);
  const code = readFileSync('src/fleet/fleet-page.ts', 'utf8');
  for (const [key, texts] of words) {
    const values = Object.values(texts).map((text) => (text.match(/\{\w+\}/g) ?? []).sort().join());
    expect([key, new Set(values).size]).toEqual([key, 1]);
    const isMade = /^(?:nav|state\.|means\.|aside\.|repair\.)|Heading$/.test(key);
    expect([key, isMade || code.includes(`'${key}'`) || code.includes(`'#${key}'`)]).toEqual([key, true]);
  }
  for (const reason of refusalReasons) expect(words.has(`aside.${reason}`)).toBe(true);
  for (const state of checkStates) expect(words.has(`state.${state}`)).toBe(true);
});

it('the page is under a megabyte, has no code, and links to nothing that is not there', () => {
  expect(pages().length).toBeGreaterThan(100);
  for (const path of pages()) {
    const text = readFileSync(join(out, path), 'utf8');
    expect([path, text.length < 1_000_000, /<script|<style|\sstyle=|\son[a-z]+=|javascript:/.exec(text)?.[0]]).toEqual([
      path,
      true,
      undefined,
    ]);
    const missing = Array.from(text.matchAll(/\s(?:href|src)="([^"#]+)/g), ([, target = '']) =>
      join(out, dirname(path), decodeURI(target)),
    ).filter((file) => !existsSync(file));
    expect([path, missing]).toEqual([path, []]);
  }
});

it('each number that is a link has as many rows behind it, on the page and in the file for spreadsheets', () => {
  const text = readFileSync(join(out, 'index.html'), 'utf8');
  const links = Array.from(text.matchAll(/href="(lists\/en\/(\d+)\.html)">([\d,]+)</g));
  expect(links.length).toBeGreaterThan(40);
  for (const [, path = '', number = '', shown = ''] of links) {
    const count = Number(shown.replaceAll(',', ''));
    const list = readFileSync(join(out, path), 'utf8');
    expect([path, (list.match(/<tr>/g) ?? []).length - 1]).toEqual([path, Math.min(count, 100)]);
    const csv = join(out, 'lists', `${number}.csv`);
    if (existsSync(csv))
      expect([number, readFileSync(csv, 'utf8').trimEnd().split('\r\n').length - 1]).toEqual([number, count]);
    else expect(list).toContain('mendsheet fleet --format csv');
  }
});

it('gives spreadsheets nothing to run', () => {
  const tables = readdirSync(join(out, 'lists')).filter((name) => name.endsWith('.csv'));
  const text = tables.map((name) => readFileSync(join(out, 'lists', name), 'utf8')).join('\r\n');
  expect(text).toContain("'=cmd|");
  expect(/(?:^|[\r\n,])"?[=+@]/.exec(text)?.[0]).toBeUndefined();
});

describeWithTool('the page of a fleet in Chromium', executablePath ? undefined : 'chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath: executablePath ?? '', args });
  });
  afterAll(async () => browser?.close());

  async function visit(path: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    page.on('console', (message) => complaints.push(`${path}: ${message.text()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(`${path} asks for ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(out, path)).href);
    return page;
  }
  const complaints: string[] = [];
  afterAll(() => expect(complaints).toEqual([]));

  it.each(homes)('%s opens from a file with the numbers of the snapshot, and a number opens its list', async (home) => {
    const page = await visit(home, 1280, 'light');
    const numbers = await page.locator('#states tbody tr td:nth-of-type(1)').allInnerTexts();
    const { states } = snapshot;
    expect(numbers.map((text) => Number(text.replace(/\D/g, '')))).toEqual([
      ...[
        states.problem,
        states.undecided,
        states.ok,
        states.notApplicable,
        states.stale,
        states.undated,
        states.notReported,
      ],
    ]);
    await page.locator('#states tbody tr td a').first().click();
    expect(await page.locator('h1').innerText()).toContain(String(states.problem));
    await page.locator('main p a').last().click();
    expect(new URL(page.url()).pathname.endsWith(home)).toBe(true);
    await page.locator('.languages a').first().click();
    expect(new URL(page.url()).pathname.endsWith(home)).toBe(false);
    await page.context().close();
  });

  const list = (): string => pages().find((path) => path.startsWith('lists/ja')) ?? '';
  it.each([1280, 768, 375])(
    'has nothing for axe to find at %i pixels, and no line that leaves the page',
    async (width) => {
      for (const path of [...homes, list()])
        for (const scheme of width === 768 ? (['light', 'dark'] as const) : (['light'] as const)) {
          const page = await visit(path, width, scheme);
          expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([
            path,
            0,
          ]);
          await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
          await page.evaluate(axe);
          const violations = await page.evaluate(async () => {
            const { axe: run } = globalThis as unknown as {
              axe: {
                run: (options: {
                  preload: boolean;
                }) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
              };
            };
            return (await run.run({ preload: false })).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
          });
          expect([path, scheme, violations]).toEqual([path, scheme, []]);
          await page.context().close();
        }
    },
  );
});
