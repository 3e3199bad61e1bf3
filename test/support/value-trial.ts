import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile, type Compiled } from '../../src/compile.js';
import { loadTemplates } from '../../src/load/load-templates.js';
import { repository } from '../compile-bundled.js';

/** Names of the arguments of each check of the trial, which take its values eight at a time. */
export const argumentNames = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export interface Trial {
  readonly made: Compiled;
  /** Line of checks/g.yaml on which each value stands. */
  readonly lines: readonly number[];
}

/**
 * Compiles a checklist whose checks have bodies of both shells in both phases, and take the values that are given.
 * @param root an empty folder, or one of an earlier trial.
 * @param editions of its scripts, as YAML.
 * @param repair batch body; `%~1` to `%~8` are the values.
 */
export async function tryValues(
  root: string,
  values: readonly string[],
  editions: string,
  repair: string,
): Promise<Trial> {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const ids = Array.from({ length: Math.ceil(values.length / argumentNames.length) }, (_, index) => `check-${index}`);
  const texts = ['group: g', 'title: { en: G, ja: 群 }', 'checks:'];
  const lines: number[] = [];
  for (const [index, id] of ids.entries()) {
    texts.push(`  - id: ${id}`, `    item: ${index + 1}`, `    title: { en: T${index}, ja: 題${index} }`);
    texts.push('    why: { en: W., ja: 理由です。 }', '    severity: low');
    texts.push('    risk: { disruption: none, minutes: 1, restart: false }', '    use: show', '    with:');
    for (const [at, name] of argumentNames.entries()) {
      const value = values[index * argumentNames.length + at] ?? '';
      lines.push(texts.push(`      ${name}: ${JSON.stringify(value)}`));
    }
  }
  write('checks/g.yaml', `${texts.join('\n')}\n`);
  write(
    'checks.yaml',
    `product: trial
title: { en: Trial, ja: 試し }
publisher: Test
languages: [en, ja]
scripts:
  - { name: diagnose, phase: detect, editions: ${editions} }
  - { name: reset, phase: repair, editions: ${editions}, defaults: [${ids.join(', ')}] }
include: [checks/g.yaml]
`,
  );
  const takes = argumentNames.map((name) => `  ${name}: { type: string, says: { en: V, ja: 値 } }`).join('\n');
  const parameters = argumentNames.map((name) => `[string] $${name.toUpperCase()}`).join(', ');
  write('checks/recipes/show.yaml', `recipe: show\ntakes:\n${takes}\nchanges: Nothing.\nscenarios: [any.pass]\n`);
  write('checks/scenarios/show/any.pass.ps1', '\n');
  write('checks/recipes/show.detect.ps1', `param(${parameters})\nNew-Finding -Status Ok -Evidence @{ A = $A }\n`);
  const repairs = 'Set-RegistryValue -Path "HKLM:\\SOFTWARE\\Trial" -Name "A" -Value "REG_SZ:$A"';
  write('checks/recipes/show.repair.ps1', `param(${parameters})\n${repairs}\n`);
  write('checks/recipes/show.detect.cmd', 'set "STATUS=OK"\nset "EVIDENCE=%~1"\n');
  write('checks/recipes/show.repair.cmd', repair);
  const made = await compile(
    {
      indexPath: join(root, 'checks.yaml'),
      templates: loadTemplates(repository),
      version: '0.1.0',
      today: '2026-01-01',
      signing: null,
      development: false,
    },
    { until: 'channels' },
  );
  return { made, lines };
}

/** A batch body that keeps each value in a variable: SEEN_A to SEEN_H. */
export const keepValues = argumentNames
  .map((name, index) => `set "SEEN_${name.toUpperCase()}=%~${index + 1}"\n`)
  .join('');
