import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '../src/ir/catalog.js';
import { repository } from './compile-bundled.js';
import { runFrontEnd } from './support/front-end.js';
import { describeWithTool } from './tools.js';

/**
 * examples/printing, a second checklist: the compiler knows nothing of what it is about. Its scenarios run in
 * test/pester/printing.test.ts.
 */
const work = mkdtempSync(join(tmpdir(), 'mendsheet-printing-'));
const dist = join(work, 'dist');
const example = join(repository, 'examples/printing');
const index = join(example, 'checks.yaml');
const { catalog, diagnostics } = runFrontEnd(index);
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

function mendsheet(...words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { PATH: process.env['PATH'], HOME: work, XDG_CONFIG_HOME: work, APPDATA: work, NO_COLOR: '1' };
  const main = join(repository, 'build/cli/main.js');
  return spawnSync(process.execPath, [main, ...words], { cwd: work, encoding: 'utf8', env });
}

beforeAll(() => expect(mendsheet('build', '--index', index, '--out', dist)).toMatchObject({ status: 0 }));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the checklist about printing', () => {
  it('has 13 checks, and nothing is said of it', () => {
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    expect(catalog?.checks.map(({ item }) => item)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
  });

  it('does all phases, and speaks three languages', () => {
    const steps = (catalog?.checks ?? []).flatMap((check) => Object.keys(check.steps.ps1));
    expect(new Set(steps)).toEqual(new Set(['detect', 'repair', 'collect']));
    expect(catalog?.languages).toEqual(['en', 'ja', 'de']);
  });

  it('has a copy of the recipes as they are in the repository, with their scenarios', () => {
    const copy = join(example, 'checks/packages/windows-recipes');
    const own = join(repository, 'checks/windows-recipes');
    const pathsIn = (folder: string): readonly string[] =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
        .sort();
    expect(pathsIn(copy)).toEqual(pathsIn(own));
    for (const path of pathsIn(own))
      expect([path, readFileSync(join(copy, path), 'utf8')]).toEqual([path, readFileSync(join(own, path), 'utf8')]);
  });

  it('says in the provenance of its product which copy it was made from', () => {
    const text = readFileSync(join(dist, 'printing/provenance.intoto.json'), 'utf8');
    const { predicate } = JSON.parse(text) as {
      predicate: {
        buildDefinition: { resolvedDependencies: readonly { name?: string; uri?: string; digest?: object }[] };
      };
    };
    expect(predicate.buildDefinition.resolvedDependencies).toContainEqual({
      name: 'windows-recipes',
      uri: expect.stringMatching(/^pkg:npm\/%40mendsheet\/cli@\d/),
      digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('gives scripts in which nothing of the Windows Update checklist stands', () => {
    const scripts = ['diagnose', 'repair', 'repair-user', 'collect'].flatMap((name) => [
      `${name}.ps1`,
      `${name}.cmd`,
      `de/${name}.ps1`,
    ]);
    for (const script of scripts.filter((path) => !/^de.*cmd$|^repair-user\.cmd$/.test(path))) {
      const text = readFileSync(join(dist, 'printing', script), 'utf8');
      expect([script, /wuauserv|SoftwareDistribution|reset-components|Windows Update/i.exec(text)?.[0]]).toEqual([
        script,
        undefined,
      ]);
    }
  });

  it('verifies, also against a build of its own', () => {
    expect(mendsheet('verify', dist, '--rebuild', '--index', index)).toMatchObject({ status: 0 });
  });
});

describeWithTool(
  'the page of the checklist about printing',
  executablePath === undefined ? 'Chromium' : undefined,
  () => {
    it.each(['en', 'ja', 'de'])('opens in %s and has every check', async (language) => {
      const browser = await chromium.launch({ executablePath: executablePath as string });
      try {
        const page = await browser.newPage();
        const faults: string[] = [];
        page.on('pageerror', ({ message }) => faults.push(message));
        page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
        const start = join(dist, language === 'en' ? 'index.html' : `index.${language}.html`);
        await page.goto(pathToFileURL(start).href);
        const text = await page.locator('body').innerText();
        const titles = (catalog?.checks ?? []).map(({ title }) => wordsIn(title, language));
        expect(titles.filter((title) => !text.includes(title))).toEqual([]);
        expect(faults).toEqual([]);
      } finally {
        await browser.close();
      }
    });

    it('says what a check applies to, in the words of the checklist', () => {
      const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
      const all = pages.map((path) => readFileSync(join(dist, path), 'utf8')).join('');
      for (const title of catalog?.applies.values() ?? [])
        for (const language of ['en', 'ja', 'de']) expect(all).toContain(wordsIn(title, language));
    });
  },
);
