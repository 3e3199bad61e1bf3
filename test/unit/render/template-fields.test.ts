import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { editions, phases } from '../../../src/ir/catalog.js';
import type { Template, ViewName } from '../../../src/ir/template.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { viewFields } from '../../../src/render/views.js';

/** `true` for what is taken as it is, a table for what has fields. */
type Fields = true | { readonly [name: string]: Fields };

interface Use {
  /** From the view on: "checks.id". */
  readonly path: string;
  readonly isKnown: boolean;
}

/** Every field that a template names, block by block, as it stands in what the blocks around it are over. */
function usesIn(text: string, fields: Fields): readonly Use[] {
  return usesOf(Handlebars.parse(text).body, [{ path: '', fields }]);
}

interface Level {
  readonly path: string;
  readonly fields: Fields;
}

function usesOf(statements: readonly hbs.AST.Statement[], levels: readonly Level[]): readonly Use[] {
  return statements.flatMap((statement): readonly Use[] => {
    if (statement.type === 'MustacheStatement') {
      const { path, params } = statement as hbs.AST.MustacheStatement;
      return (params.length === 0 ? [path] : params).flatMap((each) => useOf(each, levels).uses);
    }
    if (statement.type !== 'BlockStatement') return [];
    const block = statement as hbs.AST.BlockStatement;
    const [over] = block.params;
    if (!over) throw new Error('A block is over something.');
    const { uses, level } = useOf(over, levels);
    const name = (block.path as hbs.AST.PathExpression).original;
    expect(['each', 'if', 'unless']).toContain(name);
    const inner = name === 'each' ? [level, ...levels] : levels;
    return [...uses, ...usesOf(block.program?.body ?? [], inner), ...usesOf(block.inverse?.body ?? [], levels)];
  });
}

function useOf(
  expression: hbs.AST.Expression,
  levels: readonly Level[],
): { readonly uses: readonly Use[]; readonly level: Level } {
  const start = levels[0] ?? { path: '', fields: true };
  if (expression.type !== 'PathExpression') return { uses: [], level: start };
  const { depth, parts, data } = expression as hbs.AST.PathExpression;
  if (data) return { uses: [], level: start };
  let level = levels[depth] ?? { path: '?', fields: true as const };
  const uses: Use[] = [];
  for (const part of parts.map(String)) {
    const fields: Fields | undefined =
      level.fields === true || !Object.hasOwn(level.fields, part) ? undefined : level.fields[part];
    const path = level.path === '' ? part : `${level.path}.${part}`;
    uses.push({ path, isKnown: fields !== undefined });
    level = { path, fields: fields ?? true };
  }
  return { uses, level };
}

const templates = loadTemplates(process.cwd());
const all = editions.flatMap((edition): readonly Template[] => {
  const { scripts, channels, snippet } = templates[edition];
  const ofScripts = [...phases.map((phase) => scripts[phase]), ...channels.values()];
  return [
    ...new Set<Template>(ofScripts.flatMap(({ script, head }) => [script, head])),
    ...(snippet ? [snippet.repair, ...(snippet.detect ? [snippet.detect] : [])] : []),
  ];
});

function unknownIn({ text, view }: Pick<Template, 'text' | 'view'>): readonly string[] {
  return usesIn(text, viewFields[view] as Fields).flatMap(({ path, isKnown }) => (isKnown ? [] : [path]));
}

describe('a template', () => {
  it('is looked at, whichever folder it stands in', () => {
    const names = all.map(({ path }) => path);
    for (const name of [
      'templates/ps1/script.ps1.hbs',
      'templates/cmd/head/repair.cmd.hbs',
      'src/channels/gpo/install.head.ps1.hbs',
    ])
      expect(names).toContain(name);
    const views = new Set<ViewName>(all.map(({ view }) => view));
    expect([...views].sort()).toEqual(Object.keys(viewFields).sort());
  });

  it.each(all.map((template) => [template.path, template] as const))(
    'names fields of its view alone: %s',
    (_, template) => {
      expect(unknownIn(template)).toEqual([]);
    },
  );

  it.each<[string, ViewName, readonly string[]]>([
    ['{{versoin}}', 'ps1-head', ['versoin']],
    ['{{psString productt}}', 'ps1-head', ['productt']],
    ['{{#if guards}}{{/if}}', 'cmd-head', ['guards']],
    ['{{#if guard}}{{x}}{{else}}{{y}}{{/if}}', 'cmd-head', ['x', 'y']],
    ['{{#unless allDefault}}{{z}}{{/unless}}', 'ps1-head', ['z']],
    ['{{#each checks}}{{id}}{{why}}{{/each}}', 'ps1-head', ['checks.why']],
    ['{{#each checks}}{{version}}{{/each}}', 'ps1-head', ['checks.version']],
    ['{{#each checks}}{{../version}}{{../../version}}{{/each}}', 'ps1-head', ['?.version']],
    [
      '{{#each recipes}}{{#each functions}}{{lines lines}}{{lines line}}{{/each}}{{/each}}',
      'ps1-script',
      ['recipes.functions.line'],
    ],
    ['{{#each table}}{{#each lines}}{{{this}}}{{{that}}}{{/each}}{{/each}}', 'ps1-script', ['table.lines.that']],
    ['{{title.length}}', 'ps1-head', ['title.length']],
    ['{{toString}}', 'ps1-head', ['toString']],
    ['{{limitMinutes}}', 'cmd-head', ['limitMinutes']],
  ])('would be found with %s in it', (text, view, unknown) => {
    expect(unknownIn({ text, view })).toEqual(unknown);
  });

  it('of each kind leaves out no field: what none names need not be made', () => {
    const whole = /^(?:messages|errorCodes\.rows)\b/;
    const unused = Object.entries(viewFields).flatMap(([view, fields]) => {
      const named = new Set(
        all
          .filter((each) => each.view === view)
          .flatMap(({ text }) => usesIn(text, fields as Fields).map(({ path }) => path)),
      );
      return pathsOf(fields as Fields, '')
        .filter((path) => !named.has(path) && !whole.test(path))
        .map((path) => `${view} ${path}`);
    });
    expect(unused).toEqual([]);
  });
});

describe('a file that a channel fills in', () => {
  const files = [...templates.channelFiles].filter(([name]) => name.endsWith('.xml.hbs'));

  it('is there', () => {
    expect(files.length).toBeGreaterThan(1);
  });

  it.each(files)('takes each value through the quoting of XML: %s', (_, { text }) => {
    const mustaches = Handlebars.parse(text).body.filter(
      ({ type }) => !['ContentStatement', 'CommentStatement'].includes(type),
    );
    expect(mustaches.length).toBeGreaterThan(0);
    for (const each of mustaches) {
      const { type, path, params } = each as hbs.AST.MustacheStatement;
      expect([type, (path as hbs.AST.PathExpression).original, params.length]).toEqual(['MustacheStatement', 'xml', 1]);
    }
  });
});

function pathsOf(fields: Fields, path: string): readonly string[] {
  if (fields === true) return [];
  return Object.entries(fields).flatMap(([name, inner]) => {
    const own = path === '' ? name : `${path}.${name}`;
    return [own, ...pathsOf(inner, own)];
  });
}
