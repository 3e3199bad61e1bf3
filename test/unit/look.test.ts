import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.js';
import { loadTemplates } from '../../src/load/load-templates.js';
import { repository, reviewDay } from '../compile-bundled.js';

const folder = mkdtempSync(join(tmpdir(), 'mendsheet-look-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['checks.yaml', 'checks']) cpSync(join(repository, name), join(folder, name), { recursive: true });
const templates = loadTemplates(repository);

describe('a look, again and again as a watch does', () => {
  let clean: ReadonlyMap<string, string> = new Map();
  const look = async (): Promise<readonly string[]> => {
    const input = { indexPath: join(folder, 'checks.yaml'), templates, version: '0', today: reviewDay };
    const looked = await compile({ ...input, signing: null, development: false }, { until: 'look', clean });
    // As `check --watch` does: what was known stays true where a mistake keeps it from the texts.
    clean = looked.clean ?? clean;
    return looked.diagnostics.map(({ code, span }) => `${code} ${span.source.path}`);
  };
  const edit = (path: string, change: (text: string) => string): (() => void) => {
    const before = readFileSync(join(folder, path), 'utf8');
    expect(change(before)).not.toBe(before);
    writeFileSync(join(folder, path), change(before));
    return () => writeFileSync(join(folder, path), before);
  };

  it('finds each mistake when it is made, and no longer when it is gone', async () => {
    expect(await look()).toEqual([]);
    const texts = clean.size;
    expect(texts).toBeGreaterThan(40);

    const mendBody = edit('checks/basics/clock.detect.ps1', (text) => `${text}Remove-Item -Path 'C:\\x'\n`);
    expect(await look()).toContain('lint/command-not-allowed checks/basics/clock.detect.ps1');
    mendBody();
    expect(await look()).toEqual([]);

    const mendLine = edit('checks/basics/clock.detect.ps1', (text) => `${text}# ${'long '.repeat(40)}end\n`);
    expect(await look()).toContain('finish/line-too-long checks/basics/clock.detect.ps1');
    expect(await look()).toContain('finish/line-too-long checks/basics/clock.detect.ps1');
    mendLine();
    expect(await look()).toEqual([]);
    expect(clean.size).toBe(texts);

    // It stands in no script, and so in no fingerprint.
    const mendWords = edit('checks/basics.yaml', (text) => text.replace('"時計が', `"${'x'.repeat(100_000)}時計が`));
    expect(await look()).toContain('channel/compliance-rules checks.yaml');
    expect(await look()).toContain('channel/compliance-rules checks.yaml');
    mendWords();
    expect(await look()).toEqual([]);

    const mendFact = edit('checks.yaml', (text) => text.replace('checks/servers.yaml', 'checks/serverz.yaml'));
    expect(await look()).toContain('load/missing-file checks.yaml');
    mendFact();
    expect(await look()).toEqual([]);
  });

  it('renders only what a change reaches', async () => {
    await look();
    const before = new Map(clean);
    const mend = edit('checks/basics/clock.detect.ps1', (text) => `${text}# One more line.\n`);
    expect(await look()).toEqual([]);
    mend();
    const changed = [...clean].filter(([path, print]) => before.get(path) !== print).map(([path]) => path);
    expect(changed).toContain('windows-update/diagnose.ps1');
    expect(changed).toContain('windows-update/checks/1-clock/detect.ps1');
    expect(changed).not.toContain('windows-update/checks/4-disk-space/detect.ps1');
  });
});
