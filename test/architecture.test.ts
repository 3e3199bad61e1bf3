import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The import table of docs/architecture.md: what each folder of src/ may import; "types" of the stage before. */
const table: Readonly<Record<string, { readonly code: readonly string[]; readonly types?: readonly string[] }>> = {
  source: { code: [] },
  diagnostics: { code: ['source'] },
  ir: { code: ['source'] },
  powershell: { code: ['source'] },
  batch: { code: [] },
  'batch-model': { code: [] },
  names: { code: ['ir'] },
  bytes: { code: ['ir', 'source'] },
  workers: { code: [] },
  sign: { code: [] },
  load: { code: ['source', 'diagnostics', 'ir', 'bytes'] },
  spec: { code: ['source', 'diagnostics', 'ir', 'names'], types: ['load'] },
  resolve: { code: ['source', 'diagnostics', 'ir', 'names', 'powershell'], types: ['spec'] },
  lint: { code: ['source', 'diagnostics', 'ir', 'powershell', 'batch', 'names', 'workers'] },
  plan: { code: ['source', 'diagnostics', 'ir', 'names', 'bytes', 'powershell', 'batch'], types: ['load'] },
  render: { code: ['source', 'diagnostics', 'ir', 'names', 'bytes', 'powershell', 'batch'] },
  finish: { code: ['source', 'diagnostics', 'ir', 'bytes', 'lint', 'sign'] },
  channels: { code: ['source', 'diagnostics', 'ir', 'names', 'bytes', 'workers'] },
  assemble: { code: ['diagnostics', 'ir', 'bytes', 'sign', 'page'], types: ['load', 'finish'] },
  emit: { code: ['ir'] },
  page: { code: ['source', 'ir', 'names', 'bytes', 'powershell'], types: ['load'] },
  fleet: { code: ['load', 'source', 'spec', 'ir', 'page'] },
  host: { code: ['sign', 'diagnostics'] },
  'compile.ts': {
    code: [
      ...['diagnostics', 'ir', 'load', 'spec', 'resolve', 'lint', 'plan', 'render', 'finish', 'channels', 'assemble'],
    ],
  },
  cli: {
    code: [
      ...[
        'compile.ts',
        'channels',
        'diagnostics',
        'ir',
        'batch-model',
        'bytes',
        'load',
        'assemble',
        'emit',
        'fleet',
        'host',
        'page',
        'sign',
        'spec',
        'names',
        'source',
      ],
    ],
  },
};

/** Third-party and Node modules that have one owner each. */
const owners: readonly { readonly module: RegExp; readonly folders: readonly string[] }[] = [
  { module: /^yaml$/, folders: ['load', 'channels'] },
  { module: /^zod$/, folders: ['spec'] },
  { module: /^handlebars$/, folders: ['render'] },
  { module: /^yargs/, folders: ['cli'] },
  { module: /^execa$/, folders: ['host'] },
  { module: /^chokidar$/, folders: ['cli'] },
  { module: /^get-east-asian-width$/, folders: ['diagnostics'] },
  { module: /^web-tree-sitter$/, folders: ['powershell'] },
  { module: /^@peculiar\//, folders: ['sign'] },
  { module: /^@duckdb\//, folders: ['fleet'] },
  { module: /^node:fs/, folders: ['load', 'emit', 'cli', 'host', 'fleet'] },
  { module: /^node:child_process$/, folders: ['host'] },
  { module: /^node:worker_threads$/, folders: ['workers'] },
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

const imports: readonly Import[] = files.flatMap((file) => importsIn(file, readFileSync(file, 'utf8')));

/** What a file imports: `import` and `export ... from`, an import for its effects alone, and `import()`. */
function importsIn(file: string, text: string): readonly Import[] {
  const code = text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const fixed = code.matchAll(/^(?:import|export)\s+(type\s+)?(?:([^;'"]*?)\s*from\s+)?'([^']+)'/gm);
  const atRunTime = code.matchAll(/(typeof\s+)?\bimport\(\s*'([^']+)'\s*\)/g);
  return [
    ...Array.from(fixed, ([, type, names = '', target = '']) => ({
      file,
      folder: folderOf(file),
      target,
      typesOnly: type !== undefined || /^\{(?:\s*type\s[^,}]+,?)+\s*\}$/.test(names.trim()),
    })),
    ...Array.from(atRunTime, ([, type, target = '']) => ({
      file,
      folder: folderOf(file),
      target,
      typesOnly: type !== undefined,
    })),
  ];
}

function folderOf(file: string): string {
  return relative('src', file).split('/')[0] ?? '';
}

describe('the import table', () => {
  it('sees every form of an import', () => {
    const text = [
      `import { a } from './a.js';`,
      `import type { B } from './b.js';`,
      `import { type C, type D } from './c.js';`,
      `import d, {\n  e,\n} from './d.js';`,
      `import './e.js';`,
      `export { f } from './f.js';`,
      `export * from './g.js';`,
      `  const { h } = await import('./h.js');`,
      `type I = typeof import('./i.js');`,
      `// import './never.js';`,
    ].join('\n');
    const seen = importsIn('src/x/y.ts', text).map(({ target, typesOnly }) => `${target}${typesOnly ? ' types' : ''}`);
    expect(seen).toEqual([
      ...['./a.js', './b.js types', './c.js types', './d.js', './e.js', './f.js', './g.js', './h.js', './i.js types'],
    ]);
  });

  it('sees all that the word import stands for in src', () => {
    const words = files.flatMap((file) =>
      Array.from(
        readFileSync(file, 'utf8')
          .replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
          .matchAll(/^import\b|\bimport\(|^export (?:type )?(?:\*|\{[^}]*\}) from/gm),
        () => file,
      ),
    );
    expect(imports.length).toBe(words.length);
  });

  it('allows nothing that no file needs', () => {
    const used = new Set(
      imports
        .filter(({ target }) => target.startsWith('.'))
        .map(({ file, folder, target, typesOnly }) => {
          const to = folderOf(join(dirname(file), target.replace(/\.js$/, '.ts')));
          return `${folder} -> ${to}${typesOnly && !(table[folder]?.code ?? []).includes(to) ? ' types' : ''}`;
        }),
    );
    const allowed = Object.entries(table).flatMap(([folder, { code, types = [] }]) => [
      ...code.map((to) => `${folder} -> ${to}`),
      ...types.map((to) => `${folder} -> ${to} types`),
    ]);
    expect(allowed.filter((each) => !used.has(each))).toEqual([]);
  });

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

  it('asks the disk of a compile through load/disk.ts alone, where every answer can be recorded', () => {
    const readers = imports.filter(({ folder, target }) => folder === 'load' && target.startsWith('node:fs'));
    // What reads bundles serves no compile.
    const others = ['src/load/read-bundle.ts', 'src/load/read-zip.ts'];
    expect(readers.map(({ file }) => file).filter((file) => !others.includes(file))).toEqual(['src/load/disk.ts']);
  });

  it('keeps the clock, the environment and chance out of the stages', () => {
    const stages = [
      'source',
      'diagnostics',
      'ir',
      'powershell',
      'batch',
      'names',
      'bytes',
      'load',
      'spec',
      'resolve',
      'lint',
      'plan',
      'render',
      'finish',
      'channels',
      'assemble',
      'emit',
      'page',
      'compile.ts',
    ];
    const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.env\b/;
    const found = files.filter((file) => stages.includes(folderOf(file)) && impure.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });
});

/**
 * The layers of src/sign/, lowest first: what each folder, and each file beside them, may import. It only names what stands above it
 * in this list, so there is no circle.
 */
const signLayers: readonly (readonly [string, readonly string[]])[] = [
  ['sign-error.ts', []],
  ['verification-failure.ts', []],
  ['asn1', ['sign-error.ts']],
  ['signature', ['asn1', 'sign-error.ts']],
  ['x509', ['signature', 'asn1', 'sign-error.ts', 'verification-failure.ts']],
  ['keys', ['x509', 'signature', 'asn1', 'sign-error.ts']],
  ['pkcs7', ['signature', 'asn1', 'sign-error.ts']],
  ['timestamp', ['pkcs7', 'x509', 'signature', 'asn1', 'sign-error.ts', 'verification-failure.ts']],
  ['cms', ['timestamp', 'pkcs7', 'keys', 'x509', 'signature', 'asn1', 'sign-error.ts', 'verification-failure.ts']],
  [
    'authenticode',
    ['cms', 'timestamp', 'pkcs7', 'keys', 'signature', 'asn1', 'sign-error.ts', 'verification-failure.ts'],
  ],
  ['catalog', ['authenticode', 'cms', 'keys', 'asn1', 'sign-error.ts', 'verification-failure.ts']],
];

describe('src/sign', () => {
  const layerOf = (file: string): string => relative('src/sign', file).split('/')[0] ?? '';
  const own = imports
    .filter(({ folder }) => folder === 'sign')
    .map((each) => ({ ...each, to: join(dirname(each.file), each.target.replace(/\.js$/, '.ts')) }));
  const inner = own.filter(({ target }) => target.startsWith('.'));

  it('names every folder, each after those that it may import', () => {
    const names = signLayers.map(([name]) => name);
    const found = files.filter((file) => folderOf(file) === 'sign').map(layerOf);
    expect([...new Set(found)].sort()).toEqual([...names].sort());
    const upwards = signLayers.filter(([, allowed], index) =>
      allowed.some((name) => !names.slice(0, index).includes(name)),
    );
    expect(upwards).toEqual([]);
  });

  it('imports in one direction only', () => {
    const allowed = new Map(signLayers);
    const broken = inner.filter(({ file, to }) => {
      return layerOf(to) !== layerOf(file) && !allowed.get(layerOf(file))?.includes(layerOf(to));
    });
    expect(broken).toEqual([]);
  });

  it('uses every import that the list allows', () => {
    const used = (from: string, to: string) =>
      inner.some((each) => layerOf(each.file) === from && layerOf(each.to) === to);
    const unused = signLayers.flatMap(([from, allowed]) =>
      allowed.filter((to) => !used(from, to)).map((to) => `${from} -> ${to}`),
    );
    expect(unused).toEqual([]);
  });

  it('could be published by itself: it imports Node, the ASN.1 classes and its own files alone', () => {
    const foreign = own.filter(({ target, to }) =>
      target.startsWith('.') ? folderOf(to) !== 'sign' : !/^(node:(?:crypto|buffer)$|@peculiar\/asn1-)/.test(target),
    );
    expect(foreign).toEqual([]);
  });

  it('has no barrel files', () => {
    const barrels = files.filter(
      (file) => folderOf(file) === 'sign' && /^export .* from /m.test(readFileSync(file, 'utf8')),
    );
    expect(barrels).toEqual([]);
  });
});

/** One word for one thing: what names of src do not say, what they say in its place, and where the word means another thing. */
const otherWords: readonly {
  /** Of a name's words in lower case, "find der fault" for `findDerFault`. */
  readonly never: RegExp;
  readonly say: string;
  readonly except?: { readonly files: RegExp; readonly since: string };
}[] = [
  { never: /\bremember/, say: 'memoize' },
  {
    never: /\boutcomes?\b/,
    say: 'result',
    except: {
      files:
        /^src\/(?:fleet\/.+|cli\/retell-result|cli\/commands\/test|cli\/try-batch|batch-model\/try-scenario|host\/pester-runner|spec\/result)\.ts$/,
      since: 'of a repair or a test',
    },
  },
  {
    never: /\bfaults?\b/,
    say: 'diagnostic',
    except: { files: /^src\/(?:sign\/(?:asn1|pkcs7|x509)|batch-model)\//, since: 'of DER, and of a line for cmd.exe' },
  },
  {
    never: /\bproblems?\b/,
    say: 'diagnostic',
    except: {
      files: /^src\/(?:sign\/|fleet\/|cli\/commands\/|cli\/(?:new-scenario|retell-result)\.ts$)/,
      since: 'of a key, the option --max-problems, and a status of findings',
    },
  },
  {
    never: /\bfailures?\b/,
    say: 'diagnostic',
    except: {
      files:
        /^src\/(?:sign\/|assemble\/(?:check|hash)-|spec\/result\.ts|cli\/(?:rebuild|release-options|retell-result|verify-folder|commands\/(?:build|verify))\.ts)/,
      since: 'of a product that is verified, and of an action',
    },
  },
  {
    never: /\bmistakes?\b/,
    say: 'diagnostic',
    except: { files: /read-library\.ts$/, since: 'in the register, which is ours' },
  },
  { never: /\bissues?\b/, say: 'diagnostic', except: { files: /^src\/spec\//, since: 'the word of zod' } },
  { never: /\b(?:un)?paste[sd]?\b|\bpasteblock/, say: 'snippet' },
  { never: /\bsnippet editions?\b|\bedition of snippet/, say: 'shell' },
  { never: /\blocali[sz]e\b/, say: 'check texts' },
  {
    never: /\bdisplay\b/,
    say: 'terminal',
    except: { files: /^src\/(?:channels\/intune|batch-model)\//, since: 'the word of Graph and of sc.exe' },
  },
  { never: /\butils?\b|\bhelpers?\.ts$|\bcommon\.ts$/, say: 'the name of what the file gives' },
];

/** The names that a text declares or uses, as words in lower case. Words inside comments and strings are for people. */
function namesIn(text: string): readonly string[] {
  const code = text.replace(
    /\/\*[^]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/(?![*/ ])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[gimsuy]*/g,
    ' ',
  );
  return [...new Set(code.match(/[A-Za-z_$][\w$]*/g))].map(wordsOf);
}

function wordsOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[_$-]/g, ' ')
    .trim()
    .toLowerCase();
}

const names = new Map(
  files.map((file) => [file, [...namesIn(readFileSync(file, 'utf8')), wordsOf(file.split('/').at(-1) ?? '')]] as const),
);

describe('the words of the code', () => {
  it('are taken from every name', () => {
    expect(namesIn('const findDerFault = a.JSONText_of; // outcome\n`problem`; type X = "y";')).toEqual([
      ...['const', 'find der fault', 'a', 'json text of', 'type', 'x', 'y'],
    ]);
  });

  it.each(otherWords)('are $say, and never $never', ({ never, except }) => {
    const said = [...names].flatMap(([file, own]) =>
      except?.files.test(file) ? [] : own.filter((name) => never.test(name)).map((name) => `${file}: ${name}`),
    );
    expect(said).toEqual([]);
  });

  it.each(otherWords.filter(({ except }) => except))('have a reason to say $never elsewhere', ({ never, except }) => {
    const excepted = [...names].filter(([file]) => except?.files.test(file));
    expect(excepted.some(([, own]) => own.some((name) => never.test(name)))).toBe(true);
  });

  it('say snippet in what people read, too', () => {
    const texts = ['src', 'templates', 'docs', 'checks'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(?:ts|md|ya?ml|ps1|cmd|hbs)$/.test(path))
        .map((path) => join(folder, path)),
    );
    const said = [...texts, 'README.md'].filter((path) => /\bpaste[ -]blocks?\b/i.test(readFileSync(path, 'utf8')));
    expect(texts.length).toBeGreaterThan(400);
    expect(said).toEqual([]);
  });

  it('are those that docs/architecture.md explains', () => {
    const section = readFileSync('docs/architecture.md', 'utf8').split('## Words')[1]?.split('\n## ')[0] ?? '';
    const explained = Array.from(section.matchAll(/\*\*([\w ]+)\*\*/g), ([, word = '']) => word);
    const said = new Set([...names.values()].flat().flatMap((name) => name.split(/[ .]/)));
    expect(explained.length).toBeGreaterThan(15);
    expect(explained.filter((word) => !said.has(word))).toEqual([]);
    const meant = otherWords.map(({ say }) => say).filter((say) => !say.startsWith('the name'));
    expect(meant.filter((say) => !say.split(' ').every((word) => said.has(word)))).toEqual([]);
  });

  it('keep ir/ to what stages hand on and what that is made from', () => {
    expect(files.filter((file) => folderOf(file) === 'ir').sort()).toEqual([
      'src/ir/artefact.ts',
      'src/ir/catalog.ts',
      'src/ir/channel.ts',
      'src/ir/library.ts',
      'src/ir/manifest.ts',
      'src/ir/plan.ts',
      'src/ir/template.ts',
    ]);
  });
});

describe('the terminal', () => {
  it('is written to by src/host/terminal.ts alone, which escapes what comes from outside', () => {
    const ways =
      /\bprocess\s*\.\s*(?:stdout|stderr)\b|\bprocess\[['"]std|\bconsole\s*(?:\.\s*\w+\s*\(|\[)|\bstd(?:out|err)\b[^;]*from 'node:process'|'inherit'|writeSync\(\s*[12]\b/;
    const used = (text: string): boolean => ways.test(text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ''));
    const forbidden = [
      'process.stdout.write(x)',
      'process\n.stderr.write(x)',
      'console.log(x)',
      "import { stderr } from 'node:process'",
      "execa(a, { stdio: 'inherit' })",
      'writeSync(2, x)',
    ];
    expect(forbidden.filter((text) => !used(text))).toEqual([]);
    expect(files.filter((file) => used(readFileSync(file, 'utf8')))).toEqual(['src/host/terminal.ts']);
  });
});

describe('a test', () => {
  const limitsOf = (text: string): readonly number[] =>
    Array.from(text.matchAll(/\b\w*timeout: ([\d_]+)|(?:\}|\)), ([\d_]{5,})\);/gi), ([, named, last]) =>
      Number((named ?? last ?? '').replaceAll('_', '')),
    );

  it('has the time of the whole suite or more, and what it waits for most of a minute', () => {
    const config = readFileSync('vitest.config.ts', 'utf8');
    const least = Number(/testTimeout: ([\d_]+)/.exec(config)?.[1]?.replaceAll('_', ''));
    const poll = Number(/poll: \{ timeout: ([\d_]+)/.exec(config)?.[1]?.replaceAll('_', ''));
    expect([least >= 300_000, poll >= 60_000]).toEqual([true, true]);
    expect(limitsOf("it('x', { timeout: 1_000 }, f);\n}, 60_000);\nbeforeAll(() => f(), 20_000);")).toEqual([
      1000, 60_000, 20_000,
    ]);
    const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.startsWith('mutate'),
    );
    const hasty = tests.filter((file) =>
      limitsOf(readFileSync(join('test', file), 'utf8')).some((limit) => limit < least),
    );
    expect(hasty).toEqual(['architecture.test.ts']);
  });
});

describe('a program that we start', () => {
  it('gets the environment of src/host/child-environment.ts, in which no key is named', () => {
    const calls = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      const count = (pattern: RegExp): number => (text.match(pattern) ?? []).length;
      const options = count(/\bextendEnv: false,\s*env: childEnvironment\(/g);
      return count(/\bexeca\(/g) > 0 ? [[file, options > 0 && !/\benv: (?!childEnvironment\()/.test(text)]] : [];
    });
    expect(calls).toEqual([
      ['src/host/key-command.ts', true],
      ['src/host/nuget-tools.ts', true],
      ['src/host/pwsh.ts', true],
    ]);
  });
});

describe('text of batch', () => {
  it('is made by the quoting module alone', () => {
    const casts = files.filter((file) => /\bas (?:unknown as )?CmdText\b/.test(readFileSync(file, 'utf8')));
    expect(casts).toEqual(['src/render/quote-cmd.ts']);
  });

  it('takes nothing from a view but through a helper that quotes, or as text of that module', () => {
    const views = ['src/render/script-view-cmd.ts', 'src/render/snippet-view-cmd.ts'];
    const quoted = views.flatMap((file) =>
      Array.from(readFileSync(file, 'utf8').matchAll(/readonly (\w+): CmdText(?: \| null)?;/g), ([, name]) => name),
    );
    expect(quoted.length).toBeGreaterThan(2);
    // The head was rendered from a template of this folder, under the same rule.
    const allowed = new Set([...quoted, 'head', 'else']);
    const templates = readdirSync('templates/cmd', { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.hbs'),
    );
    expect(templates.length).toBeGreaterThan(4);
    const bare = templates.flatMap((path) =>
      Array.from(
        readFileSync(join('templates/cmd', path), 'utf8').matchAll(/\{\{\{?\s*([^}]*?)\s*\}/g),
        ([, inner = '']) => inner,
      )
        .filter((inner) => !/^(?:[#/]|(?:cmd[A-Z]\w*|lines) \w+$)/.test(inner) && !allowed.has(inner))
        .map((inner) => `${path} {{${inner}}}`),
    );
    expect(bare).toEqual([]);
  });
});

function pipelineSection(): string {
  return readFileSync('docs/architecture.md', 'utf8').split('## The pipeline')[1]?.split('\n## ')[0] ?? '';
}

/** Folders whose functions `compile` calls, each when it is called first. */
function calledStages(): readonly string[] {
  const text = readFileSync('src/compile.ts', 'utf8');
  const [, body = ''] = /^export async function compile\([^]*?\{\n([^]*?)^\}/m.exec(text) ?? [];
  const stageOf = new Map(
    Array.from(
      text.matchAll(/\bimport (?!type)\{([^}]*)\} from '\.\/(\w+)\/|const \{([^}]*)\} = await import\('\.\/(\w+)\//g),
      ([, names, folder, lateNames, lateFolder]) => ({
        names: (names ?? lateNames ?? '').split(',').map((name) => name.trim()),
        folder: folder ?? lateFolder ?? '',
      }),
    ).flatMap(({ names, folder }) => names.map((name) => [name, folder] as const)),
  );
  const called = Array.from(body.matchAll(/\b(\w+)\(/g), ([, name = '']) => stageOf.get(name) ?? '');
  return [...new Set(called)].filter((folder) => folder !== '' && !['diagnostics', 'ir'].includes(folder));
}

describe('docs/architecture.md', () => {
  const diagram = Array.from(pipelineSection().matchAll(/--(\w+)-->/g), ([, stage = '']) => stage);
  const rows = Array.from(pipelineSection().matchAll(/^\| `(\w+)` +\|/gm), ([, stage = '']) => stage);

  it('has at most 150 lines', () => {
    expect(readFileSync('docs/architecture.md', 'utf8').split('\n').length).toBeLessThanOrEqual(151);
  });

  it('shows the stages that compile.ts calls, in their order, in its diagram and its table', () => {
    expect(calledStages().length).toBeGreaterThan(7);
    expect(diagram).toEqual(calledStages());
    expect(rows).toEqual(calledStages());
  });

  it('leaves no stage out that compile.ts imports', () => {
    const imported = imports
      .filter(({ file, typesOnly }) => file === 'src/compile.ts' && !typesOnly)
      .map(({ target }) => target.split('/')[1] ?? '')
      .filter((folder) => !['diagnostics', 'ir'].includes(folder));
    expect([...new Set(imported)].sort()).toEqual([...rows].sort());
  });

  it('has a row for each folder in its table of imports', () => {
    const section = readFileSync('docs/architecture.md', 'utf8').split('## Who may import whom')[1]?.split('\n## ')[0];
    const named = Array.from(section?.matchAll(/^\|([^|]+)\|/gm) ?? [], ([, cell = '']) => cell).flatMap((cell) =>
      Array.from(cell.matchAll(/`([\w.-]+)`/g), ([, name = '']) => name),
    );
    expect([...named].sort()).toEqual(Object.keys(table).sort());
  });
});

describe('docs/dependencies.md', () => {
  it('lists every dependency of the program with its licence', () => {
    const manifest = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, never>;
    const { dependencies = {}, optionalDependencies = {} } = manifest('package.json');
    const names = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)];
    const [used = ''] = readFileSync('docs/dependencies.md', 'utf8').split('## What we keep ourselves');
    const rows = Array.from(used.matchAll(/^\| `([^`]+)`.*\| (\S+) +\|$/gm), ([, name = '', licence = '']) => [
      name,
      licence,
    ]);
    expect(rows.map(([name]) => name).sort()).toEqual([...names].sort());
    // An optional package may not be there.
    for (const [name, licence] of rows) {
      const path = join('node_modules', name ?? '', 'package.json');
      if (existsSync(path)) expect([name, manifest(path)['license']]).toEqual([name, licence]);
    }
  });

  it('lists nothing that the program does without, and no file that is elsewhere', () => {
    const { dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, object>;
    const loaded = files.map((file) => readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '')).join('\n');
    const idle = Object.keys(dependencies).filter((name) => !new RegExp(`['"]${name}(?:['"/])`).test(loaded));
    expect(idle).toEqual([]);
    const [, kept = ''] = readFileSync('docs/dependencies.md', 'utf8').split('## What we keep ourselves');
    const places = Array.from(kept.matchAll(/^\|[^|]+\| `([^`]+)`/gm), ([, place = '']) => join('src', place));
    expect(places.length).toBeGreaterThan(3);
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
  });
});
