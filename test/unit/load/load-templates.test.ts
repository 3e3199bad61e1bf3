import { cpSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { withFiles } from '../../support/front-end.js';

/** A copy of the package's templates that a test may spoil. */
function spoiled(spoil: (templates: string) => void): () => void {
  return () =>
    withFiles({}, (root) => {
      const templates = path.join(root, 'templates');
      cpSync('templates', templates, { recursive: true });
      cpSync('src/channels', path.join(root, 'src/channels'), { recursive: true });
      spoil(templates);
      loadTemplates(root);
    });
}

describe('loadTemplates', () => {
  it('reads the templates of the package', () => {
    const { ps1, cmd, messages } = loadTemplates(process.cwd());
    for (const { regions } of [ps1, cmd]) {
      const parts = regions.flatMap((region) => region.parts);
      expect(parts.length).toBeGreaterThan(5);
      for (const { name, source } of parts) expect(path.posix.parse(source.path).name).toBe(name);
    }
    expect(messages.size).toBeGreaterThan(5);
    expect(ps1.scripts.repair.head.path).toBe('templates/ps1/head/repair.ps1.hbs');
    expect(cmd.scripts.detect.main.path).toBe('templates/cmd/main/detect.cmd');
  });

  it.each<[string, (templates: string) => void, RegExp]>([
    [
      'a part that is not listed',
      (at) => writeFileSync(path.join(at, 'ps1/parts/runtime/Get-Extra.ps1'), ''),
      /Get-Extra\.ps1 is not listed/,
    ],
    [
      'a listed part that is missing',
      (at) => rmSync(path.join(at, 'cmd/main/detect.cmd')),
      /cmd\/main\/detect\.cmd is missing/,
    ],
    [
      'a part of the same name in two regions',
      (at) => {
        writeFileSync(path.join(at, 'ps1/parts/actions/Get-Message.ps1'), '');
        const list = path.join(at, 'ps1/parts.yaml');
        writeFileSync(
          list,
          readFileSync(list, 'utf8').replace('- Confirm-Change\n', '- Confirm-Change\n      - Get-Message\n'),
        );
      },
      /lists get-message twice/,
    ],
    [
      'a message without Japanese',
      (at) => writeFileSync(path.join(at, 'messages.yaml'), 'busy: { en: Busy }'),
      /"busy" needs a text "en" and a text "ja"/,
    ],
    [
      'a list with a mistake',
      (at) => writeFileSync(path.join(at, 'ps1/parts.yaml'), 'regions: [\n'),
      /parts\.yaml:\d+: /,
    ],
    [
      'a need that names no part',
      (at) => writeFileSync(path.join(at, 'ps1/parts.yaml'), 'regions: []\nneeds: { a: [b] }'),
      /is not listed|names "a", which is no part/,
    ],
  ])('throws for %s, which is our bug', (_, spoil, message) => {
    expect(spoiled(spoil)).toThrow(message);
  });
});
