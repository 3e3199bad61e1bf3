import { appendFileSync, cpSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
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

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
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
      (at) => writeFileSync(path.join(at, 'ps1/parts/runtime/report/Get-Extra.ps1'), ''),
      /Get-Extra\.ps1 is not listed/,
    ],
    [
      'a second part of the same name in another folder',
      (at) => writeFileSync(path.join(at, 'ps1/parts/runtime/words/Get-Run.ps1'), ''),
      /Get-Run\.ps1 is not listed/,
    ],
    [
      'a part that is not in the folder of its region',
      (at) => rmSync(path.join(at, 'ps1/parts/runtime/journal/Read-Journal.ps1')),
      /ps1\/parts\/runtime\/Read-Journal\.ps1 is missing/,
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
      'a mustache behind a backslash, which makes it text',
      (at) => appendFileSync(path.join(at, 'ps1/head/repair.ps1.hbs'), "\n$path = 'C:\\{{product}}'\n"),
      /templates\/ps1\/head\/repair\.ps1\.hbs:\d+: .*product/,
    ],
    [
      'a mustache in a part, which is no template',
      (at) => appendFileSync(path.join(at, 'ps1/parts/actions/Confirm-Change.ps1'), '# {{#if product}}\n'),
      /Confirm-Change\.ps1:\d+: .*if product/,
    ],
    [
      'a mustache in the main of batch',
      (at) => appendFileSync(path.join(at, 'cmd/main/detect.cmd'), 'echo {{version}}\r\n'),
      /detect\.cmd:\d+: .*version/,
    ],
    [
      'a mustache behind a backslash in the folder of a channel',
      (at) => appendFileSync(path.join(at, '../src/channels/gpo/ScheduledTasks.xml.hbs'), '<!-- \\{{product}} -->\n'),
      /src\/channels\/gpo\/ScheduledTasks\.xml\.hbs:\d+: .*product/,
    ],
    [
      'a mustache in the main of a channel',
      (at) => appendFileSync(path.join(at, '../src/channels/gpo/install.main.ps1'), '# {{product}}\n'),
      /src\/channels\/gpo\/install\.main\.ps1:\d+: .*product/,
    ],
    [
      'a message that a language lacks',
      (at) => edit(path.join(at, 'messages/ja.yaml'), '  onBattery:', '  onBatery:'),
      /messages\/ja\.yaml: "onBattery" is missing/,
    ],
    [
      'a message that English lacks',
      (at) =>
        edit(path.join(at, 'messages/en.yaml'), '  onBattery: This PC runs on battery. Connect it to power.\n', ''),
      /messages\/de\.yaml: "onBattery" is no key of templates\/messages\/en\.yaml/,
    ],
    [
      'a placeholder that a language has lost',
      (at) => edit(path.join(at, 'messages/ja.yaml'), '  doStop: サービス {Name} を', '  doStop: サービスを'),
      /"doStop" has the placeholders none in "ja", in "en" \{Name\}/,
    ],
    [
      'a language without help of a script',
      (at) => edit(path.join(at, 'messages/ja.yaml'), '\n  kit: |-', '\n  kid: |-'),
      /messages\/ja\.yaml: "help: kit" is missing/,
    ],
    [
      'a message of a channel that a language lacks',
      (at) => appendFileSync(path.join(at, '../src/channels/gpo/messages.yaml'), 'late: { en: Late, de: Zu spät }\n'),
      /gpo\/messages\.yaml: "late" is missing in "ja"/,
    ],
    [
      'a message of a channel under the key of another',
      (at) =>
        appendFileSync(
          path.join(at, '../src/channels/gpo/messages.yaml'),
          'busy: { en: Busy, ja: 使用中, de: Besetzt }\n',
        ),
      /Two files of messages have the key "busy"/,
    ],
    [
      'a list with a mistake',
      (at) => writeFileSync(path.join(at, 'ps1/parts.yaml'), 'regions: [\n'),
      /parts\.yaml:\d+: /,
    ],
    [
      'a need that names no part',
      (at) => edit(path.join(at, 'ps1/parts.yaml'), 'needs: {}', 'needs: { a: [b] }'),
      /names "a", which is no part/,
    ],
    [
      'a row of the register with a key that it does not know',
      (at) => edit(path.join(at, 'library.yaml'), 'undone: true', 'undone: true\n    colour: red'),
      /library\.yaml:\d+: "colour" is no key here/,
    ],
    [
      'a row without one that it needs',
      (at) => edit(path.join(at, 'library.yaml'), '      example: Get-WebDate', '      # Get-WebDate'),
      /library\.yaml:\d+: "example" is missing/,
    ],
    [
      'an action with a line that no journal knows',
      (at) => edit(path.join(at, 'library.yaml'), 'journal: set-clock', 'journal: set-watch'),
      /library\.yaml:\d+: "set-watch" is no kind of the journal/,
    ],
    [
      'an action that a detection may call',
      (at) => edit(path.join(at, 'library.yaml'), 'where: [repair, snippet]', 'where: [detect, repair, snippet]'),
      /library\.yaml:\d+: "detect" is none of repair, snippet/,
    ],
    [
      'an action without Japanese',
      (at) => edit(path.join(at, 'library.yaml'), '        ja: 時計を合わせます\n', ''),
      /library\.yaml:\d+: "ja" is missing/,
    ],
    [
      'a row in a folder that no region has',
      (at) => edit(path.join(at, 'library.yaml'), 'folder: actions', 'folder: deeds'),
      /library\.yaml:\d+: "Set-ServiceStartType" lies in "deeds"/,
    ],
    [
      'a row behind a part that is not there',
      (at) => edit(path.join(at, 'library.yaml'), 'behind: Get-Machine', 'behind: Get-Device'),
      /library\.yaml:\d+: "Get-RegistryValue" stands behind "Get-Device"/,
    ],
    [
      'a form for snippets of what no row lets in',
      (at) => writeFileSync(path.join(at, 'ps1/snippet/parts/Add-BundleText.ps1'), ''),
      /snippet\/parts\/Add-BundleText\.ps1 is not listed/,
    ],
  ])('throws for %s, which is our bug', (_, spoil, message) => {
    expect(spoiled(spoil)).toThrow(message);
  });
});
