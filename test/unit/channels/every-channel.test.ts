import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { channels } from '../../../src/channels/list.js';
import { wrapChannels } from '../../../src/channels/wrap.js';
import { nodesOf, parsePs1 } from '../../../src/powershell/parse-ps1.js';
import { commandsIn } from '../../../src/powershell/read-ps1.js';
import { fillFile } from '../../../src/render/fill-file.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { bundled, repository } from '../../compile-bundled.js';

const { plan, artefacts } = await bundled();
if (!plan || !artefacts) throw new Error('The bundled checklist does not compile.');
const textOf = (path: string): string =>
  Buffer.from(artefacts.find((each) => each.path === path)?.bytes ?? []).toString('latin1');
const deployed = plan.scripts.filter(({ role }) => role.kind === 'deployed');

/** The channel that alone names a word, in files of its folder; null where another template does, or no one. */
function onlyChannel(word: string): string | null {
  const isNamed = new RegExp(`(?<![\\w-])${word}(?![\\w-])`);
  const namers = new Set(
    texts
      .filter(({ name, text }) => !name.endsWith(`/${word}.ps1`) && isNamed.test(text))
      .map(({ name }) => /^src\/channels\/(\w+)\//.exec(name)?.[1] ?? null),
  );
  const [only = null] = namers;
  return namers.size === 1 ? only : null;
}

const texts = ['templates/ps1', 'src/channels'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ps1|hbs)$/.test(path))
    .map((path) => ({ name: `${folder}/${path}`, text: readFileSync(join(repository, folder, path), 'utf8') })),
);

describe('what one channel alone needs', () => {
  it('is no function that all share', () => {
    const shared = texts.flatMap(({ name }) => /^templates\/ps1\/parts\/channel\/(.+)\.ps1$/.exec(name)?.[1] ?? []);
    expect(shared.length).toBeGreaterThan(5);
    expect(shared.filter((name) => onlyChannel(name) !== null)).toEqual([]);
  });

  it('is no sentence that all share', () => {
    const english = readFileSync(join(repository, 'templates/messages/en.yaml'), 'utf8');
    const shared = Object.keys((parse(english) as { readonly says: object }).says);
    expect(shared.length).toBeGreaterThan(50);
    expect(shared.filter((key) => onlyChannel(key) !== null)).toEqual([]);
    expect(onlyChannel('gpoDone')).toBe('gpo');
    expect(loadTemplates(repository).messages.has('gpoDone')).toBe(true);
  });
});

describe('the list of channels', () => {
  const ways = channels.flatMap((channel) => channel.ways.map((way) => ({ channel, way })));

  it('names each folder and each way once', () => {
    for (const names of [channels.map(({ name }) => name), ways.map(({ way }) => way.name)])
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('gives each script a way of its own channel', () => {
    for (const { name, ways: own, scripts } of channels) {
      const named = scripts.flatMap((script) => (script.kind === 'installer' ? [] : [script.way]));
      expect(
        named.filter((way) => !own.some((each) => each.name === way)),
        name,
      ).toEqual([]);
    }
  });

  it('E13 gives no check more minutes than a run has', () => {
    for (const { way } of ways)
      expect([way.name, way.limits.minutesEach <= way.limits.minutes]).toEqual([way.name, true]);
  });

  it('says where files of a way stand, below the folder of its channel', () => {
    for (const { channel, way } of ways) expect(way.row.files).toMatch(new RegExp(`^${channel.name}/.*$`));
  });

  it('has words in every language, and steps', () => {
    for (const { words, name } of channels) {
      for (const text of [words.heading, ...words.steps])
        for (const each of Object.values(text)) expect(each).not.toBe('');
      expect(words.steps.length, name).toBeGreaterThan(1);
    }
  });
});

describe('every script that a service starts', () => {
  it('is there for every channel that plans scripts', () => {
    const found = new Set(deployed.map(({ role }) => (role.kind === 'deployed' ? role.channel : '')));
    expect([...found]).toEqual(channels.filter(({ scripts }) => scripts.length > 0).map(({ name }) => name));
  });

  /** Its own text and the library's, which no checklist changes: heads, mains and parts, by path. */
  const own = new Map(
    deployed
      .flatMap(({ templates, regions }) => [
        templates.script,
        templates.head,
        templates.main,
        ...regions.flatMap(({ parts }) => parts.map(({ source }) => source)),
      ])
      .map((source) => [source.path, source] as const),
  );
  /** Texts of which some command has such a name. */
  const calling = (names: RegExp): readonly string[] =>
    [...own.values()]
      .filter(({ path }) => path.endsWith('.ps1'))
      .flatMap((source) =>
        commandsIn(source)
          .filter((name) => names.test(name))
          .map((name) => `${source.path} ${name}`),
      );
  const exitsIn = (text: string): readonly string[] =>
    parsePs1(text, (root) =>
      nodesOf(root, ['flow_control_statement'])
        .filter((node) => node.type === 'flow_control_statement' && /^exit\b/i.test(node.text))
        .map((node) => node.text),
    );

  it('E01 E02 is 7-bit ASCII with CRLF and no byte order mark, as are the copies that channels carry', () => {
    const copies = artefacts.filter(({ path }) =>
      channels.some(({ name }) => path.startsWith(`windows-update/${name}/`)),
    );
    const scripts = copies.filter(({ path }) => path.endsWith('.ps1'));
    expect(scripts.length).toBeGreaterThan(deployed.length);
    const broken = scripts.filter(
      ({ bytes }) => !/^(?:[\x20-\x7e]*\r\n)+$/.test(Buffer.from(bytes).toString('latin1')),
    );
    expect(broken.map(({ path }) => path)).toEqual([]);
  });

  it('E06 asks nobody', () => {
    expect(own.size).toBeGreaterThan(50);
    expect(calling(/^(?:get-service|get-childitem)$/)).not.toEqual([]);
    expect(calling(/^(?:read-host|get-credential|out-gridview|install-\w+|find-module|pause|choice\b.*)$/)).toEqual([]);
    const methods = [...own.values()].filter(({ text }) => /\.(?:PromptFor\w+|ReadKey|ReadLine)\(/i.test(text));
    // Lines of a program's output and of a web answer are read, none of a console.
    expect(methods.filter(({ text }) => /\[Console\]|\$Host\b/i.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('E09 restarts nothing', () => {
    expect(calling(/^(?:restart-computer|stop-computer|shutdown(?:\.exe)?|logoff(?:\.exe)?)$/)).toEqual([]);
  });

  it('E11 writes nothing beside its line', () => {
    expect(calling(/^(?:write-(?:host|warning|error)|out-host)$/)).toEqual([]);
  });

  it('E20 has no #Requires', () => {
    const required = [...own.values()].filter(({ text }) => /^\s*#Requires\b/im.test(text));
    expect(required.map(({ path }) => path)).toEqual([]);
  });

  it('E21 ends with "exit 0" or "exit 1", and with an installer\'s code where that is asked for alone', () => {
    const mains = new Map(deployed.map(({ templates: { main } }) => [main.path, main] as const));
    const parts = [...own.values()].filter(({ path }) => path.endsWith('.ps1') && !mains.has(path));
    expect(parts.filter(({ text }) => exitsIn(text).length > 0).map(({ path }) => path)).toEqual([]);
    expect(mains.size).toBeGreaterThan(3);
    for (const { path, text } of mains.values()) {
      const forInstallers = /^ +if \(\$ExitCodes -eq 'Installer' -and \$code -eq (\d+)\) \{ exit \1 \}\n/gm;
      // A tool of remote management is told the code for a problem by whoever enters the script.
      const chosen =
        / +if \(\$isProblem\) \{ exit \$ProblemCode \}\n +if \(\$isWrong\) \{ exit \(\$ProblemCode \+ 63\) \}\n/;
      const exits = exitsIn(text.replace(forInstallers, '').replace(chosen, ''));
      expect([path, exits.filter((exit) => !/^exit [01]$/.test(exit))]).toEqual([path, []]);
      expect([path, /\n +exit [01]\n\}\n$/.test(text)]).toEqual([path, true]);
    }
  });

  it('E21 catches what goes wrong in its main, which it can hand to the 64-bit PowerShell', () => {
    for (const { path } of deployed) {
      const main = textOf(path).split('#region Main').at(-1) ?? '';
      const [answer = ''] = /^function Get-ChannelAnswer \{[^]*?^\}/m.exec(textOf(path).replaceAll('\r\n', '\n')) ?? [];
      const asked = main.includes('Get-ChannelAnswer') ? answer : main;
      expect([path, /\btry \{/.test(asked), /\bcatch \{/.test(asked), asked.includes('Get-RelaunchArgument')]).toEqual([
        path,
        true,
        true,
        true,
      ]);
    }
  });

  it('E22 carries nothing that changes a PC where it detects', () => {
    const changing = deployed
      .filter(({ phase }) => phase === 'detect')
      .filter(({ path }) => /^function (?:Confirm-Change|Add-JournalLine)\b/m.test(textOf(path)));
    expect(changing.map(({ path }) => path)).toEqual([]);
  });

  it('E13 repairs nothing that takes longer than the run', () => {
    const late = deployed.flatMap(({ path, role, phase, checks }) =>
      checks
        .filter(({ check }) => phase === 'repair' && role.kind === 'deployed' && check.risk.minutes > role.minutes)
        .map(({ check }) => `${path} ${check.id}`),
    );
    expect(late).toEqual([]);
  });
});

describe('words of a checklist in files of channels', () => {
  const hostile = [
    'a & b <c> "d" \'e\' `f`',
    'x: y # z',
    '- [a, {b}]',
    '%COMSPEC%^&|',
    "' OR ''='",
    'null',
    '0x1F',
    '  blanks  ',
    'tab\there',
    'back\\slash',
    '日本語のタイトル',
    'long '.repeat(60),
  ];
  const { channelFiles } = loadTemplates(repository);
  const unescape = (text: string): string =>
    text.replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
    );

  it.each(hostile)('arrive as they are: %j', async (text) => {
    const words = Object.fromEntries(plan.catalog.languages.map((language) => [language, text])) as { en: string };
    const catalog = { ...plan.catalog, title: words, publisher: text };
    const spoiled = plan.channels.map((channel) => ({
      ...channel,
      ways: channel.ways.map((way) => ({
        ...way,
        checks: way.checks.map((each) => ({ ...each, check: { ...each.check, title: words } })),
      })),
    }));
    const finished = artefacts.filter(({ path }) => plan.scripts.some((script) => script.path === path));
    const { value, diagnostics } = await wrapChannels(
      { ...plan, catalog, channels: spoiled },
      finished,
      (name, values) => fillFile(channelFiles, name, values),
    );
    // That all checks have one title is what names of channels cannot have, and nothing else is.
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['channel/name-clash']));
    const made = (end: string): string =>
      Buffer.from(value.find(({ path }) => path.endsWith(end))?.bytes ?? []).toString('utf8');
    const task = made('/ScheduledTasks.xml');
    expect(unescape(/<Author>([^<]*)<\/Author>/.exec(task)?.[1] ?? '')).toBe(text);
    expect(unescape(/<Description>([^<]*): repairs what/.exec(task)?.[1] ?? '')).toBe(text);
    const { resources } = parse(made('.winget')) as { resources: { metadata: { description: string } }[] };
    expect(new Set(resources.map(({ metadata }) => metadata.description))).toEqual(new Set([text]));
    expect(parse(made('/meta/main.yml'))).toMatchObject({ galaxy_info: { author: text } });
  });
});
