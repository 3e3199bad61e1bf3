import { describe, expect, it } from 'vitest';
import { cmdHoles } from '../../src/batch/cmd-holes.js';
import { libraryReference } from '../../src/cli/library-reference.js';
import { compile } from '../../src/compile.js';
import { lintCmd } from '../../src/lint/lint-cmd.js';
import { lintPs1 } from '../../src/lint/lint-ps1.js';
import { readingCommands } from '../../src/lint/body-rules.js';
import { callableIn, type LibraryFunction } from '../../src/ir/library.js';
import { loadTemplates } from '../../src/load/load-templates.js';
import { parsePs1, type Node } from '../../src/powershell/parse-ps1.js';
import { repository, reviewDay } from '../compile-bundled.js';

const templates = loadTemplates(repository);
const { library } = templates;
const { ps1, cmd } = library.functions;
const kinds = library.journal.map(({ name }) => name).sort();

const partOf = (name: string): string => {
  const parts = [...templates.ps1.regions, ...templates.cmd.regions].flatMap((region) => region.parts);
  return parts.find((part) => part.name === name)?.source.text ?? '';
};

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...new Set(Array.from(text.matchAll(pattern), (match) => match[1] ?? ''))].sort();
}

/** Names, types, values and defaults of the parameters that a function declares. */
function declared(text: string): readonly object[] {
  const read = (node: Node): object => {
    const attributes = node.descendantsOfType('attribute').map((each) => each?.text ?? '');
    const value = /ValidateSet\(([^)]*)\)/.exec(node.text);
    const initial = / = (.+)$/s.exec(node.text)?.[1] ?? null;
    const number = /^@?\(?(\d+)\)?$/.exec(initial ?? '')?.[1];
    return {
      name: /\$(\w+)/.exec(node.text)?.[1],
      type: node.descendantsOfType('type_literal').at(-1)?.text.slice(1, -1),
      of: (value?.[1] ?? '').split(',').flatMap((each) => each.trim().replaceAll("'", '') || []),
      required: attributes.some((each) => each.includes('Mandatory')),
      default: number === undefined ? null : Number(number),
    };
  };
  return parsePs1(text, (root) =>
    root.descendantsOfType('script_parameter').flatMap((node) => (node ? [read(node)] : [])),
  );
}

describe('a row of the register', () => {
  it.each(ps1)('$name has the parameters of its part', ({ name, parameters }) => {
    const rows = parameters.map(({ name: parameter, type, of, required, default: usual }) => {
      return { name: parameter, type, of, required, default: usual };
    });
    expect(declared(partOf(name))).toEqual(rows);
  });

  it.each(cmd)('$name has the arguments of its label', ({ name, parameters }) => {
    const header = new RegExp(`^:${name}(.*)$`, 'm').exec(partOf(name))?.[1];
    expect(header?.trim()).toBe(parameters.map((parameter) => parameter.name).join(' '));
  });

  // A text may hold what cmd.exe takes for a command, so it has to stay in quotes.
  it.each(cmd)('$name has only words and numbers outside quotes', ({ name, parameters }) => {
    const [, own = partOf(name)] = partOf(name).split(/\n(?=:)/);
    const { bare } = cmdHoles(own);
    const texts = parameters.filter(({ type }, index) => type === 'text' && bare.has(index + 1));
    expect(texts.map((each) => each.name)).toEqual([]);
  });

  it.each([...ps1, ...cmd])('$name has an example that a body can take', ({ edition, phases, example }) => {
    for (const phase of phases) {
      const callable = new Map(callableIn(library, edition, phase).map((each) => [each.name, each] as const));
      const faults =
        edition === 'cmd'
          ? lintCmd(example, { phase, library: callable, instead: new Map(), bareElsewhere: new Set(), tools: [] })
          : lintPs1(example, {
              phase,
              comClasses: [],
              commands: new Map(),
              tools: [],
              library: callable,
              instead: new Map(),
            });
      expect(faults).toEqual([]);
    }
  });

  it('stands in place of a thing that no body may use, and alone', () => {
    for (const edition of [ps1, cmd]) {
      const replaced = edition.flatMap(({ replaces }) => replaces.map((each) => each.toLowerCase()));
      expect(replaced.filter((each, at) => replaced.indexOf(each) !== at)).toEqual([]);
      const allowed = [...readingCommands.keys()].map((each) => each.toLowerCase());
      expect(replaced.filter((each) => allowed.includes(each))).toEqual([]);
    }
  });

  it('says once what a name is', () => {
    const names = [...ps1, ...cmd].map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

/** What an action writes into the journal, itself or through the actions that it calls. */
function written({ name, edition }: LibraryFunction): readonly string[] {
  const text = partOf(name);
  const own =
    edition === 'ps1' ? matches(text, /(?:-Action |Action = )'([\w-]+)'/g) : matches(text, /journal_plan ([\w-]+)/g);
  const called = edition === 'ps1' ? [] : matches(text, /(?:call|goto) :(\w+)/g);
  const others = cmd.filter((each) => each.action && each.name !== name && called.includes(each.name));
  return [...new Set([...own, ...others.flatMap(written)])];
}

describe('the reference of the register', () => {
  it('shows a reader among the readers, also one for collect bodies alone', () => {
    const [reader] = ps1.filter(({ kind }) => kind === 'reader');
    if (!reader) throw new Error('The register has no reader.');
    const own = { ...reader, name: 'Get-Trial', phases: ['collect'] as const };
    const text = libraryReference({ ...library, functions: { ps1: [own], cmd: [] } });
    expect(text).toMatch(/## PowerShell: readers\n\n### Get-Trial\n[^]*## PowerShell: collectors\n/);
  });
});

describe('the journal', () => {
  const actions = [...ps1, ...cmd].filter(({ action }) => action !== null);

  it.each(actions)('has the lines of $name as the register says', (row) => {
    expect(written(row)).toEqual([row.action?.journal.name]);
  });

  it('has no kind that nothing writes', () => {
    expect([...new Set(actions.map(({ action }) => action?.journal.name))].sort()).toEqual(kinds);
  });

  it('is written by actions alone', () => {
    const parts = [...templates.ps1.regions, ...templates.cmd.regions].flatMap((region) => region.parts);
    const writers = parts.filter(({ source }) =>
      /Add-JournalPlan -|Add-JournalPlan @|call :journal_plan /.test(source.text),
    );
    expect(writers.map(({ name }) => name).filter((name) => !actions.some((each) => each.name === name))).toEqual([]);
  });

  it('has the same lines in snippets', () => {
    for (const { name, edition, action } of actions) {
      const text = templates[edition].snippet?.regions.flatMap(({ parts }) => parts).find((part) => part.name === name)
        ?.source.text;
      if (text === undefined) continue;
      const own = matches(
        text,
        edition === 'ps1' ? /(?:JournalledChange|-Action) '([\w-]+)'/g : /\^\|plan\^\|([\w-]+)/g,
      );
      expect([name, own]).toEqual([name, [action?.journal.name]]);
    }
  });
});

describe('undo', () => {
  it('of PowerShell takes the kinds of the register into a trusted journal, and no other', () => {
    expect(matches(partOf('Test-JournalEntry'), /^ {8}'([\w-]+)' \{/gm)).toEqual(kinds);
  });

  it('of PowerShell announces every kind, and says of which nothing comes back', () => {
    expect(partOf('Confirm-Undo')).toContain('Get-UndoText');
    const text = partOf('Get-UndoText');
    expect([...matches(text, /^ {8}'([\w-]+)' += /gm)].sort()).toEqual(kinds);
    expect([...matches(text, /^ {8}'([\w-]+)' += '(?:cannot|restorePointStays)/gm)].sort()).toEqual(
      library.journal
        .filter(({ undone }) => !undone)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('of PowerShell restores what it announces', () => {
    const restored = matches(partOf('Restore-Entry'), /^ {12}'([\w-]+)' \{/gm);
    const services = matches(partOf('Undo-Run').split('$names =')[0]?.split('$services =')[1] ?? '', /'([\w-]+)'/g);
    expect([...restored, ...services].sort()).toEqual(
      library.journal
        .filter(({ undone }) => undone)
        .map(({ name }) => name)
        .sort(),
    );
  });
});

describe('snippets of PowerShell', () => {
  it('have every function that they call', async () => {
    const { artefacts } = await compile(
      {
        indexPath: `${repository}/checks.yaml`,
        templates,
        version: '0.1.0',
        today: reviewDay,
        signing: null,
        development: false,
      },
      { until: 'channels' },
    );
    const blocks = (artefacts ?? []).filter(({ path }) => path.endsWith('.ps1.txt'));
    expect(blocks.length).toBeGreaterThan(40);
    const ours = new Set(templates.ps1.regions.flatMap(({ parts }) => parts.map(({ name }) => name)));
    const missing = blocks.flatMap(({ path, bytes }) => {
      const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
      const defined = new Set(matches(text, /^ *function ([A-Z][\w-]+)/gm));
      return matches(text.replace(/^\s*#.*$/gm, ''), /(?<![-\w'"$./])([A-Z][a-z]+-[A-Z]\w+)/g)
        .filter((name) => ours.has(name) && !defined.has(name) && !readingCommands.has(name))
        .map((name) => `${path} ${name}`);
    });
    expect(missing).toEqual([]);
  });
});
