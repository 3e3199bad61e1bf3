import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceHash } from '../../../src/assemble/source-hash.js';
import { includePackages } from '../../../src/cli/commands/include.js';
import { listScenarios } from '../../../src/cli/list-scenarios.js';
import { outlineOf } from '../../../src/cli/checklist-outline.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { loadProject } from '../../../src/load/load-project.js';
import { positionOf } from '../../../src/source/source-file.js';
import { runFrontEnd, withFiles } from '../../support/front-end.js';

const recipe = (id: string): string => `recipe: ${id}
takes: { name: { type: service-name, says: { en: Service, ja: サービス } } }
says:
  stopped: { en: 'The service {Service} is stopped.', ja: 'サービス {Service} が停止しています。' }
scenarios: [stopped.fail]
`;
const body = `param([string] $Name)
New-Finding -Status Problem -Reason 'stopped' -Evidence @{ Service = $Name }
`;
const scenario = `param($Windows, $With)\n@{ Reason = 'stopped' }\n`;

/** The files of a package with one recipe, below a folder. */
function packageAt(folder: string, name: string, id: string, more = ''): Record<string, string> {
  return {
    [`${folder}/recipes.yaml`]: `package: ${name}\n${more}`,
    [`${folder}/recipes/${id}.yaml`]: recipe(id),
    [`${folder}/recipes/${id}.detect.ps1`]: body,
    [`${folder}/scenarios/${id}/stopped.fail.ps1`]: scenario,
    [`${folder}/words/de.yaml`]: `recipes:
  ${id}: { takes: { name: Dienst }, says: { stopped: 'Der Dienst {Service} ist angehalten.' } }
`,
    [`${folder}/facts.yaml`]: `facts:
  - id: spooler
    value: spooler
    sources: [{ url: https://example.com/, confidence: read }]
    checked-on: 2026-11-01
    review-by: 2099-01-01
`,
  };
}

function checklist(include: string, use: string, languages = '[en, ja]'): Record<string, string> {
  const title = languages.includes('ja') ? '{ en: Title, ja: 題 }' : '{ en: Title, de: Titel }';
  return {
    'list/checks.yaml': `product: sample
title: ${title}
publisher: Sample authors
languages: ${languages}
scripts: [{ name: diagnose, phase: detect, editions: [ps1] }]
include:
${include}  - checks/services.yaml
`,
    'list/checks/services.yaml': `group: services
title: ${title}
checks:
  - id: print-spooler
    item: 1
    title: ${title}
    why: ${title}
    severity: low
    use: ${use}
    with: { name: { fact: ${use.split('/')[0]}/spooler } }
  - id: other-check
    item: 2
    title: ${title}
    why: ${title}
    severity: low
    detect:
      ps1: |
        New-Finding -Status Ok
`,
    'list/checks/scenarios/other-check/any.pass.ps1': 'param($Windows)\n',
  };
}

const shared = '  - { folder: ../shared }\n';
const sound = {
  ...checklist(shared, 'shared-recipes/stopped-service'),
  ...packageAt('shared', 'shared-recipes', 'stopped-service'),
};

const says = ({ code, message, span }: Diagnostic): string =>
  `${code} ${span.source.path}:${positionOf(span.source, span.start).line} ${message}`;

async function include(root: string): Promise<readonly string[]> {
  const { value, diagnostics } = await includePackages(join(root, 'list/checks.yaml'));
  return [...diagnostics.map(says), ...value];
}

function check(root: string): readonly string[] {
  return runFrontEnd(join(root, 'list/checks.yaml')).diagnostics.map(says);
}

/** A place with these files, in which the packages are included already. */
async function included(
  files: Readonly<Record<string, string>>,
  use: (root: string, packages: string) => unknown,
): Promise<void> {
  await withFiles(files, async (root) => {
    const copy = mkdtempCopy(root);
    try {
      const lines = await include(copy);
      expect(lines.at(-1)).toContain('The lock is checks/packages/lock.yaml');
      await use(copy, join(copy, 'list/checks/packages'));
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
}

/** `withFiles` removes its folder when it returns, which is before a promise is settled. */
function mkdtempCopy(root: string): string {
  const copy = `${root}-copy`;
  cpSync(root, copy, { recursive: true });
  return copy;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The first step of a path in a package that is called like a device. */
function nameIn(file: string): string {
  return file.split('/').find((step) => /^(?:nul|con)\b/.test(step)) ?? '';
}

describe('a package of recipes', () => {
  it('brings its bodies, words, facts and scenarios, and is read from its copy alone', () =>
    included(sound, (root, packages) => {
      rmSync(join(root, 'shared'), { recursive: true });
      const { catalog, diagnostics } = runFrontEnd(join(root, 'list/checks.yaml'));
      expect(diagnostics.map(says)).toEqual([]);
      const found = catalog?.recipes.get('stopped-service');
      expect(found?.says['stopped']).toEqual({
        en: 'The service {Service} is stopped.',
        ja: 'サービス {Service} が停止しています。',
      });
      expect(found?.bodies.ps1.detect?.text).toBe(body);
      expect(catalog?.checks[0]?.steps.ps1.detect?.arguments).toMatchObject([{ name: 'name', value: 'spooler' }]);
      const project = loadProject(join(root, 'list/checks.yaml')).value;
      expect(listScenarios(project!, catalog!)).toEqual([
        { path: 'checks/scenarios/other-check/any.pass.ps1', owner: 'other-check' },
        { path: 'checks/packages/shared-recipes/scenarios/stopped-service/stopped.fail.ps1', owner: 'stopped-service' },
      ]);
      expect(readdirSync(packages).sort()).toEqual(['lock.yaml', 'shared-recipes']);
    }));

  it('gives the languages that the checklist has, from beside the English and from its files of words', () =>
    included({ ...sound, ...checklist(shared, 'shared-recipes/stopped-service', '[en, de]') }, (root) => {
      const { catalog, diagnostics } = runFrontEnd(join(root, 'list/checks.yaml'));
      expect(diagnostics.map(says)).toEqual([]);
      expect(catalog?.recipes.get('stopped-service')?.says['stopped']).toEqual({
        en: 'The service {Service} is stopped.',
        de: 'Der Dienst {Service} ist angehalten.',
      });
    }));

  it('lacks a language at its line, until a translation file of the checklist has the words', () =>
    included(
      {
        ...sound,
        'list/checks.yaml': sound['list/checks.yaml']!.replace(
          '[en, ja]',
          '[en, ja, fr]\ntranslations: { fr: checks/words/fr.yaml }',
        ),
        'list/checks/words/fr.yaml': `title: Titre
groups: { services: Titre }
checks: { print-spooler: { title: Titre, why: Titre }, other-check: { title: Titre, why: Titre } }
`,
      },
      (root) => {
        expect(check(root).map((each) => each.replace(/ .*fr\.yaml:\d+/, ''))).toEqual([
          'resolve/missing-translation "recipes: stopped-service: takes: name" is missing.',
          'resolve/missing-translation "recipes: stopped-service: says: stopped" is missing.',
        ]);
        const words = 'recipes: { stopped-service: { takes: { name: Service }, says: { stopped: "{Service}" } } }\n';
        const path = join(root, 'list/checks/words/fr.yaml');
        writeFileSync(path, readFileSync(path, 'utf8') + words);
        expect(check(root)).toEqual([]);
      },
    ));

  it('is known to new checks by its name', () =>
    included(sound, (root) => {
      expect([...outlineOf(join(root, 'list/checks.yaml')).recipes]).toEqual([
        ['shared-recipes/stopped-service', { needs: ['name'], repairs: false }],
      ]);
    }));

  it('is part of what a product was made from, with its lock', () =>
    included(sound, (root, packages) => {
      const hash = (): string => sourceHash(loadProject(join(root, 'list/checks.yaml')).value!);
      const first = hash();
      const path = join(packages, 'shared-recipes/scenarios/stopped-service/stopped.fail.ps1');
      writeFileSync(path, `${scenario}# More.\n`);
      const second = hash();
      const lock = join(packages, 'lock.yaml');
      writeFileSync(lock, `${readFileSync(lock, 'utf8')}# More.\n`);
      expect(new Set([first, second, hash()]).size).toBe(3);
    }));

  it('is not copied again where all is as before, and says what is other', () =>
    included(sound, async (root) => {
      expect(await include(root)).toContain('shared-recipes: 6 files, as before');
      write(join(root, 'shared/recipes/stopped-service.detect.ps1'), `# Other.\n${body}`);
      rmSync(join(root, 'shared/words'), { recursive: true });
      write(join(root, 'shared/LICENSE'), 'MIT\n');
      expect(check(root)).toEqual([]);
      expect(await include(root)).toEqual([
        'shared-recipes: 6 files, changed',
        '  new  LICENSE',
        '  changed  recipes/stopped-service.detect.ps1',
        '  gone  words/de.yaml',
        expect.stringContaining('The lock is'),
      ]);
      expect(check(root)).toEqual([]);
    }));

  it('goes when nothing includes it any more', () =>
    included(sound, async (root, packages) => {
      const plain = checklist('', 'shared-recipes/stopped-service');
      for (const [path, text] of Object.entries(plain)) write(join(root, path), text);
      expect(check(root)).toEqual(
        expect.arrayContaining([
          expect.stringContaining('checks/packages/lock.yaml:4 checks.yaml does not include this.'),
        ]),
      );
      expect(await include(root)).toEqual(['The index includes no package.']);
      expect(existsSync(packages)).toBe(false);
    }));
});

describe('the lock', () => {
  const file = 'shared-recipes/recipes/stopped-service.detect.ps1';
  const changes: readonly (readonly [what: string, change: (packages: string) => void, said: readonly string[]])[] = [
    [
      'a file that was changed',
      (packages) => writeFileSync(join(packages, file), `${body}# More.\n`),
      [`resolve/locked-file checks/packages/${file}:1 This file is not as it was locked.`],
    ],
    [
      'a scenario that was changed',
      (packages) => writeFileSync(join(packages, 'shared-recipes/scenarios/stopped-service/stopped.fail.ps1'), '\n'),
      [
        'resolve/locked-file checks/packages/shared-recipes/scenarios/stopped-service/stopped.fail.ps1:1 This file is not as it was locked.',
      ],
    ],
    [
      'a file that is missing',
      (packages) => rmSync(join(packages, 'shared-recipes/facts.yaml')),
      [
        'resolve/locked-file checks/packages/lock.yaml:8 The file checks/packages/shared-recipes/facts.yaml is not there.',
      ],
    ],
    [
      'a file that was added',
      (packages) => write(join(packages, 'shared-recipes/scenarios/stopped-service/more.pass.ps1'), scenario),
      [
        'resolve/locked-file checks/packages/shared-recipes/scenarios/stopped-service/more.pass.ps1:1 The lock does not know this file.',
      ],
    ],
    [
      'a file that no package has',
      (packages) => write(join(packages, 'shared-recipes/evil.exe'), ''),
      ['load/package-file checks/packages/shared-recipes/evil.exe:1 No package has a file called "evil.exe".'],
    ],
    [
      'a file beside the packages',
      (packages) => write(join(packages, 'more.yaml'), 'group: more\n'),
      [
        'load/package-file checks/packages/more.yaml:1 "checks/packages/more.yaml" is no package: checks/packages/ has packages and their lock alone.',
      ],
    ],
    [
      'names that differ by case',
      (packages) => write(join(packages, 'shared-recipes/recipes/Stopped-Service.detect.ps1'), body),
      [
        'load/package-file checks/packages/shared-recipes/recipes/Stopped-Service.detect.ps1:1 No package has a file called "recipes/Stopped-Service.detect.ps1".',
      ],
    ],
    [
      'a package that is missing',
      (packages) => rmSync(join(packages, 'shared-recipes'), { recursive: true }),
      ['resolve/locked-file checks/packages/lock.yaml:6 The package "shared-recipes" is not there.'],
    ],
    [
      'a package that it does not know',
      (packages) => cpSync(join(packages, 'shared-recipes'), join(packages, 'other'), { recursive: true }),
      [
        'resolve/duplicate-id checks/packages/shared-recipes/recipes.yaml:1 There are two packages "shared-recipes".',
        'resolve/locked-file checks/packages/other/recipes.yaml:1 The package "shared-recipes" stands in a folder named "other".',
      ],
    ],
    [
      'a hash that was edited with its file',
      (packages) =>
        writeFileSync(
          join(packages, 'lock.yaml'),
          readFileSync(join(packages, 'lock.yaml'), 'utf8').replace(/'[0-9a-f]{64}'/, "'0'"),
        ),
      ['spec/bad-form checks/packages/lock.yaml:8 "facts.yaml" must be a SHA-256 in lower-case hexadecimal digits.'],
    ],
    [
      'another form of the lock',
      (packages) =>
        writeFileSync(
          join(packages, 'lock.yaml'),
          readFileSync(join(packages, 'lock.yaml'), 'utf8').replace('format: 1', 'format: 2'),
        ),
      ['spec/out-of-range checks/packages/lock.yaml:2 "format" must be at most 1.'],
    ],
    [
      'a lock that knows more',
      (packages) => {
        const lock = readFileSync(join(packages, 'lock.yaml'), 'utf8');
        writeFileSync(join(packages, 'lock.yaml'), `${lock}  more:\n    files: {}\n`);
      },
      [
        'resolve/locked-file checks/packages/lock.yaml:14 The package "more" is not there.',
        'resolve/not-locked checks/packages/lock.yaml:14 Nothing includes the package "more". Run "mendsheet include", and look at what it changes.',
      ],
    ],
    [
      'an include that is under another name there',
      (packages) =>
        writeFileSync(
          join(packages, 'lock.yaml'),
          readFileSync(join(packages, 'lock.yaml'), 'utf8').replace('is: shared-recipes', 'is: other'),
        ),
      [
        'resolve/not-locked checks/packages/lock.yaml:4 The lock has no package "other". Run "mendsheet include", and look at what it changes.',
        'resolve/not-locked checks/packages/lock.yaml:6 Nothing includes the package "shared-recipes". Run "mendsheet include", and look at what it changes.',
      ],
    ],
    [
      'no lock',
      (packages) => rmSync(join(packages, 'lock.yaml')),
      [
        'resolve/locked-file checks/packages/shared-recipes/recipes.yaml:1 The lock does not know the package in checks/packages/shared-recipes/.',
        'resolve/not-locked checks.yaml:7 There is no lock for what is included here. Run "mendsheet include", and look at what it changes.',
      ],
    ],
  ];
  it.each(changes)('refuses %s at its line', (_what, change, said) =>
    included(sound, (root, packages) => {
      expect(check(root)).toEqual([]);
      change(packages);
      expect([...check(root)].sort()).toEqual([...said].sort());
    }),
  );

  it('refuses an include that it does not know, and says nothing of what that would bring', () =>
    included(sound, (root) => {
      write(join(root, 'list/checks.yaml'), sound['list/checks.yaml']!.replace('../shared', '../elsewhere'));
      const path = join(root, 'list/checks/services.yaml');
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('shared-recipes/', 'other/'));
      expect(check(root)).toEqual([
        'resolve/not-locked checks.yaml:7 The lock does not know what is included here. Run "mendsheet include", and look at what it changes.',
        'resolve/not-locked checks/packages/lock.yaml:4 checks.yaml does not include this. Run "mendsheet include", and look at what it changes.',
      ]);
    }));

  it('is not disturbed by line ends and byte order marks that Git or an editor write', () =>
    included(sound, (root, packages) => {
      const paths = readdirSync(packages, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path));
      expect(paths.length).toBe(7);
      for (const path of paths) {
        const text = readFileSync(join(packages, path), 'utf8');
        writeFileSync(join(packages, path), `\ufeff${text.replaceAll('\n', '\r\n')}`);
      }
      expect(check(root)).toEqual([]);
    }));

  it('keeps what was edited or added in a copy from being lost', () =>
    included(sound, async (root, packages) => {
      write(join(packages, 'shared-recipes/notes.txt'), 'mine');
      writeFileSync(join(packages, file), `# Mine.\n${body}`);
      await expect(include(root)).rejects.toThrow(
        'In checks/packages/, the lock does not have shared-recipes/notes.txt, shared-recipes/recipes/stopped-service.detect.ps1 as it is',
      );
      expect(readFileSync(join(packages, 'shared-recipes/notes.txt'), 'utf8')).toBe('mine');
      rmSync(join(packages, 'shared-recipes/notes.txt'));
      rmSync(join(packages, file));
      await include(root);
      expect(check(root)).toEqual([]);
    }));
});

describe('packages that include others', () => {
  const base = packageAt('base', 'base-recipes', 'other-service');
  const using = {
    ...sound,
    'shared/recipes.yaml': 'package: shared-recipes\ninclude: [{ folder: ../base }]\n',
    ...base,
  };

  it('bring them along, locked the same way', () =>
    included(using, (root, packages) => {
      const path = join(root, 'list/checks/services.yaml');
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace('shared-recipes/stopped-service', 'base-recipes/other-service'),
      );
      expect(check(root)).toEqual([]);
      writeFileSync(join(packages, 'base-recipes/recipes/other-service.detect.ps1'), `${body}# More.\n`);
      expect(check(root)).toEqual([
        'resolve/locked-file checks/packages/base-recipes/recipes/other-service.detect.ps1:1 This file is not as it was locked.',
      ]);
      expect(readFileSync(join(packages, 'lock.yaml'), 'utf8')).toContain(
        "      - { folder: '../base', is: base-recipes }\n",
      );
    }));

  const refused: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    said: readonly string[],
  ])[] = [
    [
      'a package that includes itself',
      { ...sound, 'shared/recipes.yaml': 'package: shared-recipes\ninclude: [{ folder: . }]\n' },
      ['include/circle ../shared/recipes.yaml:2 "." leads back to itself.'],
    ],
    [
      'packages in a circle',
      { ...using, 'base/recipes.yaml': 'package: base-recipes\ninclude: [{ folder: ../shared }]\n' },
      ['include/circle ../base/recipes.yaml:2 "../shared" leads back to itself.'],
    ],
    [
      'two versions of one package',
      { ...using, 'base/recipes.yaml': 'package: shared-recipes\n' },
      [
        'include/two-packages checks.yaml:7 "../shared" and "../base" are both called "shared-recipes", and are not the same.',
      ],
    ],
    [
      'a package that is included twice',
      { ...sound, ...checklist(shared + shared, 'shared-recipes/stopped-service') },
      ['load/include-twice checks.yaml:8 "../shared" is included twice.'],
    ],
    [
      'one folder in three spellings',
      {
        ...sound,
        ...checklist(
          '  - { folder: ./../shared }\n  - { folder: ../shared }\n  - { folder: ../shared/ }\n',
          'shared-recipes/stopped-service',
        ),
      },
      ['../shared', '../shared/'].map(
        (name, at) =>
          `load/include-twice checks.yaml:${8 + at} "${name}" brings the package "shared-recipes", as "./../shared" does; one of them suffices.`,
      ),
    ],
    [
      'names of devices, each where it is given',
      {
        ...sound,
        ...packageAt('shared', 'lpt1', 'nul'),
        'shared/scenarios/nul/com1.pass.ps1': scenario,
        'shared/words/con.yaml': '',
      },
      [
        'resolve/reserved-name ../shared/recipes.yaml:1 "lpt1" is the name of a device of Windows.',
        ...['recipes/nul.detect.ps1', 'recipes/nul.yaml', 'scenarios/nul/com1.pass.ps1', 'words/con.yaml'].map(
          (file) => `resolve/reserved-name ../shared/${file}:1 Windows takes "${nameIn(file)}" for a device.`,
        ),
      ],
    ],
    [
      'a folder that is not there',
      { ...sound, ...checklist('  - { folder: ../shard }\n', 'shared-recipes/stopped-service') },
      ['include/not-found checks.yaml:7 There is no folder "../shard".'],
    ],
    [
      'a folder that is no package',
      { ...sound, 'shared/recipes.yaml': '', ...checklist('  - { folder: .. }\n', 'shared-recipes/stopped-service') },
      ['include/not-found checks.yaml:7 ".." is no package of recipes: it has no recipes.yaml.'],
    ],
    [
      'an npm package that is not installed',
      { ...sound, ...checklist("  - { package: '@contoso/recipes' }\n", 'shared-recipes/stopped-service') },
      ['include/not-found checks.yaml:7 "@contoso/recipes" is not installed: no node_modules here or above has it.'],
    ],
    [
      'absolute paths',
      {
        ...sound,
        ...checklist('  - { folder: /etc }\n  - { folder: "C:/recipes" }\n', 'shared-recipes/stopped-service'),
      },
      [
        'spec/bad-form checks.yaml:7 "folder" must be a folder relative to the file that names it, with forward slashes.',
        'spec/bad-form checks.yaml:8 "folder" must be a folder relative to the file that names it, with forward slashes.',
      ],
    ],
    [
      'a name of a package that is a path',
      {
        ...sound,
        ...checklist("  - { package: '../shared' }\n  - { package: 'a/../../b' }\n", 'shared-recipes/stopped-service'),
      },
      [7, 8].map(
        (line) =>
          `spec/bad-form checks.yaml:${line} "package" must be the name of an npm package, such as "@contoso/recipes", and may go on with a folder in it.`,
      ),
    ],
    [
      'names of files in other letters',
      {
        ...sound,
        'shared/recipes/Stopped.detect.ps1': body,
        'shared/words/\u202ede.yaml': '',
        'shared/README.md': 'is no part',
      },
      [
        'load/package-file ../shared/recipes/Stopped.detect.ps1:1 No package has a file called "recipes/Stopped.detect.ps1".',
        'load/package-file ../shared/words/\u202ede.yaml:1 No package has a file called "words/\u202ede.yaml".',
      ],
    ],
    [
      'a huge file',
      { ...sound, 'shared/facts.yaml': '#'.repeat(2 * 1024 * 1024) },
      [
        'load/too-large ../shared/facts.yaml:1 "../shared/facts.yaml" has 2.0 MiB; a file of a checklist may have 1 MiB.',
      ],
    ],
    [
      'a name that is none',
      { ...sound, 'shared/recipes.yaml': 'package: ../evil\n' },
      [
        'spec/bad-form ../shared/recipes.yaml:1 "package" must be lower-case words joined by hyphens, such as "download-cache".',
      ],
    ],
  ];
  it.each(refused)('are refused at their line: %s; and nothing is written', async (_what, files, said) => {
    await withFiles(files, async (root) => {
      const copy = mkdtempCopy(root);
      try {
        expect(await include(copy)).toEqual(said);
        expect(existsSync(join(copy, 'list/checks/packages'))).toBe(false);
      } finally {
        rmSync(copy, { recursive: true, force: true });
      }
    });
  });

  it('come from anywhere but the folder of the copies', () =>
    included(sound, async (root, packages) => {
      const at = 'checks/packages/shared-recipes';
      const locked = readFileSync(join(packages, 'lock.yaml'), 'utf8');
      const index = join(root, 'list/checks.yaml');
      for (const folder of [at, `./${at}/`, `checks/../${at}`]) {
        writeFileSync(index, sound['list/checks.yaml']!.replace('../shared', folder));
        const refusal = new RegExp(
          `^include/copy checks.yaml:7 "${folder}" is in checks/packages/, .* move it to another folder`,
        );
        expect(await include(root)).toEqual([expect.stringMatching(refusal)]);
        expect(check(root).filter((each) => each.includes('checks.yaml:7'))).toEqual([expect.stringMatching(refusal)]);
      }
      symlinkSync(packages, join(root, 'alias'));
      writeFileSync(index, sound['list/checks.yaml']!.replace('../shared', '../alias/shared-recipes'));
      expect(await include(root)).toEqual([
        expect.stringMatching('^include/copy checks.yaml:7 "../alias/shared-recipes" is in'),
      ]);
      expect(readFileSync(join(packages, 'lock.yaml'), 'utf8')).toBe(locked);
    }));

  it('names a package that is gone by no other one that is locked as well', () =>
    included({ ...sound, ...packageAt('second', 'shared-recipez', 'third-service') }, async (root, packages) => {
      const index = join(root, 'list/checks.yaml');
      writeFileSync(
        index,
        sound['list/checks.yaml']!.replace('  - { folder: ../shared }\n', `${shared}  - { folder: ../second }\n`),
      );
      expect((await include(root)).at(-1)).toContain('The lock is');
      rmSync(join(packages, 'shared-recipez'), { recursive: true });
      const { diagnostics } = runFrontEnd(index);
      expect(diagnostics.map((each) => [says(each), each.suggestions])).toEqual([
        [expect.stringMatching('^resolve/locked-file .* The package "shared-recipez" is not there.'), []],
      ]);
    }));

  it('are not read through a link that leads out of them', () =>
    withFiles(sound, async (root) => {
      const copy = mkdtempCopy(root);
      write(join(copy, 'secret.ps1'), body);
      symlinkSync('../../secret.ps1', join(copy, 'shared/recipes/stopped-service.repair.ps1'));
      symlinkSync('../secret.ps1', join(copy, 'shared/LICENSE'));
      const said = await include(copy);
      rmSync(copy, { recursive: true, force: true });
      expect([...said].sort()).toEqual([
        'load/include-outside ../shared/LICENSE:1 "../shared/LICENSE" is a link to a place outside the package.',
        'load/include-outside ../shared/recipes/stopped-service.repair.ps1:1 "recipes/stopped-service.repair.ps1" is a link to a place outside the checklist.',
      ]);
    }));
});

describe('an npm package', () => {
  const modules = 'list/node_modules/@contoso/recipes';
  const installed = {
    ...checklist("  - { package: '@contoso/recipes/printing' }\n", 'contoso-recipes/stopped-service'),
    ...packageAt(`${modules}/printing`, 'contoso-recipes', 'stopped-service', 'include: [{ package: base }]\n'),
    [`${modules}/package.json`]: '{ "name": "@contoso/recipes", "version": "1.2.0" }\n',
    ...packageAt(`${modules}/node_modules/base`, 'base-recipes', 'other-service'),
    [`${modules}/node_modules/base/package.json`]: '{ "name": "base", "version": "0.3.0" }\n',
  };

  it('is found as Node finds it, with what it includes, and locked with its version', () =>
    included(installed, (root, packages) => {
      rmSync(join(root, 'list/node_modules'), { recursive: true });
      const { catalog, diagnostics } = runFrontEnd(join(root, 'list/checks.yaml'));
      expect(diagnostics.map(says)).toEqual([]);
      expect(catalog?.packages.map(({ id, npm }) => [id, npm])).toEqual([
        ['base-recipes', { name: 'base', version: '0.3.0' }],
        ['contoso-recipes', { name: '@contoso/recipes', version: '1.2.0' }],
      ]);
      expect(readFileSync(join(packages, 'lock.yaml'), 'utf8')).toContain("    version: '1.2.0'\n");
    }));

  it('does not reach into folders beside it', () =>
    withFiles(
      {
        ...installed,
        [`${modules}/printing/recipes.yaml`]:
          'package: contoso-recipes\ninclude: [{ folder: ../../../../../shared }]\n',
        ...packageAt('shared', 'shared-recipes', 'x'),
      },
      async (root) => {
        const copy = mkdtempCopy(root);
        const said = await include(copy);
        rmSync(copy, { recursive: true, force: true });
        expect(said).toEqual([
          'include/outside node_modules/@contoso/recipes/printing/recipes.yaml:2 "../../../../../shared" is outside the npm package that includes it.',
        ]);
      },
    ));
});

describe('a folder below checks/', () => {
  const own = {
    ...checklist('  - { folder: checks/shared }\n', 'shared-recipes/stopped-service'),
    ...packageAt('list/checks/shared', 'shared-recipes', 'stopped-service'),
    'list/checks/shared/README.md': 'About it.\n',
  };

  it('is read where it stands, and edited without the lock', () =>
    included(own, (root, packages) => {
      expect(readdirSync(packages)).toEqual(['lock.yaml']);
      expect(check(root)).toEqual([]);
      write(join(root, 'list/checks/shared/recipes/stopped-service.detect.ps1'), `# More.\n${body}`);
      expect(check(root)).toEqual([]);
    }));

  it('is looked at whole, as what the checklist has itself', () =>
    included(own, (root) => {
      write(join(root, 'list/checks/shared/recipes/idle.yaml'), recipe('idle'));
      write(join(root, 'list/checks/shared/recipes/none.detect.ps1'), body);
      expect([...check(root)].sort()).toEqual([
        'resolve/body-missing checks/shared/recipes/idle.yaml:1 The recipe "idle" has no body, such as checks/shared/recipes/idle.detect.ps1.',
        'resolve/body-orphan checks/shared/recipes/none.detect.ps1:1 "checks/shared/recipes/none.detect.ps1" is a body of nothing.',
        'resolve/scenario checks/shared/recipes/idle.yaml:5 The scenario "stopped.fail" has no file checks/shared/scenarios/idle/stopped.fail.ps1.',
      ]);
    }));
});

describe('recipes of one name', () => {
  it('clash where both are used, and a copied one that nothing uses does not', () =>
    included(
      {
        ...sound,
        'list/checks/recipes/stopped-service.yaml': recipe('stopped-service'),
        'list/checks/recipes/stopped-service.detect.ps1': body,
        'list/checks/scenarios/stopped-service/stopped.fail.ps1': scenario,
      },
      (root) => {
        expect(check(root)).toEqual([
          'resolve/duplicate-id checks/packages/shared-recipes/recipes/stopped-service.yaml:1 There are two recipes "stopped-service".',
        ]);
        const path = join(root, 'list/checks/services.yaml');
        writeFileSync(path, readFileSync(path, 'utf8').replace('use: shared-recipes/', 'use: '));
        expect(check(root)).toEqual([]);
      },
    ));

  it('are suggested with the name of their package', () =>
    included(sound, (root) => {
      const path = join(root, 'list/checks/services.yaml');
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace('use: shared-recipes/stopped-service', 'use: shared-recipes/stoped-service'),
      );
      const { diagnostics } = runFrontEnd(join(root, 'list/checks.yaml'));
      expect(diagnostics.map(({ code, suggestions }) => [code, suggestions])).toEqual([
        ['resolve/unknown-recipe', ['shared-recipes/stopped-service']],
      ]);
    }));
});
