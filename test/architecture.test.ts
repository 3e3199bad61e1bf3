import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The import table of docs/architecture.md: what each folder of src/ may import; "types" of the stage before. */
const table: Readonly<Record<string, { readonly code: readonly string[]; readonly types?: readonly string[] }>> = {
  source: { code: [] },
  diagnostics: { code: ['source'] },
  ir: { code: ['source'] },
  sign: { code: [] },
  load: { code: ['source', 'diagnostics', 'ir'] },
  spec: { code: ['source', 'diagnostics', 'ir'], types: ['load'] },
  resolve: { code: ['source', 'diagnostics', 'ir'], types: ['spec', 'load'] },
  plan: { code: ['source', 'diagnostics', 'ir'], types: ['load'] },
  render: { code: ['source', 'diagnostics', 'ir'], types: ['plan'] },
  finish: { code: ['source', 'diagnostics', 'ir', 'sign'], types: ['render'] },
  channels: { code: ['source', 'diagnostics', 'ir'] },
  emit: { code: ['source', 'diagnostics', 'ir', 'sign'], types: ['finish'] },
  page: { code: ['source', 'ir'], types: ['load', 'emit'] },
  host: { code: ['source', 'diagnostics', 'ir', 'sign'] },
  'compile.ts': {
    code: ['source', 'diagnostics', 'ir', 'load', 'spec', 'resolve', 'plan', 'render', 'finish', 'channels'],
    types: ['sign'],
  },
  cli: { code: ['compile.ts', 'channels', 'diagnostics', 'ir', 'load', 'emit', 'host', 'page', 'sign', 'spec'] },
};

/** Third-party and Node modules that have one owner each. */
const owners: readonly { readonly module: RegExp; readonly folders: readonly string[] }[] = [
  { module: /^yaml$/, folders: ['load', 'channels'] },
  { module: /^zod$/, folders: ['spec'] },
  { module: /^handlebars$/, folders: ['render'] },
  { module: /^yargs/, folders: ['cli'] },
  { module: /^execa$/, folders: ['host'] },
  { module: /^web-tree-sitter$/, folders: ['finish'] },
  { module: /^@peculiar\//, folders: ['sign'] },
  { module: /^shiki/, folders: ['page'] },
  { module: /^node:fs/, folders: ['load', 'emit', 'cli', 'host'] },
  { module: /^node:child_process$/, folders: ['host'] },
];

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
  readonly typesOnly: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => path.endsWith('.ts'));

const imports: readonly Import[] = files.flatMap((file) =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(type\s+)?([^;]*?)from\s+'([^']+)'/gms),
    ([, type, names = '', target = '']) => ({
      file,
      folder: folderOf(file),
      target,
      typesOnly: type !== undefined || /^\{(?:\s*type\s[^,}]+,?)+\s*\}\s*$/.test(names.trim()),
    }),
  ),
);

function folderOf(file: string): string {
  return relative('src', file).split('/')[0] ?? '';
}

describe('the import table', () => {
  it('names every folder of src', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in table))).toEqual([]);
  });

  it('holds for imports between folders', () => {
    const broken = imports.filter(({ file, folder, target, typesOnly }) => {
      if (!target.startsWith('.')) return false;
      const to = folderOf(join(dirname(file), target.replace(/\.js$/, '.ts')));
      const { code = [], types = [] } = table[folder] ?? {};
      return to !== folder && !code.includes(to) && !(typesOnly && types.includes(to));
    });
    expect(broken).toEqual([]);
  });

  it.each(owners)('gives $module to $folders alone', ({ module, folders }) => {
    expect(imports.filter(({ target, folder }) => module.test(target) && !folders.includes(folder))).toEqual([]);
  });

  it('keeps the clock, the environment and chance out of the stages', () => {
    const stages = [
      'source',
      'diagnostics',
      'ir',
      'load',
      'spec',
      'resolve',
      'plan',
      'render',
      'finish',
      'channels',
      'emit',
      'page',
      'compile.ts',
    ];
    const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.env\b/;
    const found = files.filter((file) => stages.includes(folderOf(file)) && impure.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });
});

function pipelineSection(): string {
  return readFileSync('docs/architecture.md', 'utf8').split('## The pipeline')[1]?.split('\n## ')[0] ?? '';
}

describe('docs/architecture.md', () => {
  it('lists the stages in the order of compile.ts', () => {
    const order = Array.from(
      readFileSync('src/compile.ts', 'utf8').matchAll(/^import .* from '\.\/(\w+)\//gm),
      ([, folder]) => folder ?? '',
    );
    const called = [
      'loadProject',
      'validateProject',
      'resolveCatalog',
      'lintBodies',
      'planScripts',
      'renderPlan',
      'finish',
      'wrapChannels',
    ];
    const body = readFileSync('src/compile.ts', 'utf8').split('async function planFiles')[1] ?? '';
    const positions = called.map((name) => body.indexOf(`${name}(`));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    const documented = Array.from(pipelineSection().matchAll(/^\| `(\w+)` +\|/gm), ([, stage]) => stage ?? '');
    expect(documented).toEqual(['load', 'spec', 'resolve', 'plan', 'render', 'finish', 'channels', 'emit']);
    expect(order).toEqual(expect.arrayContaining(documented.filter((stage) => stage !== 'emit')));
  });
});
