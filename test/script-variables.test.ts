import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileChecklist } from '../src/cli/open-checklist.js';
import { compileBundled, repository } from './compile-bundled.js';

/** What is read where a diagnosis is reported, in parts that other scripts carry for the rest of what they do. */
const ofDiagnosis = new Set(['repairname']);

/** Names that a text reads as $script:Name and neither gives a value nor has as a parameter. Names have no case. */
function unset(text: string): readonly string[] {
  const names = (pattern: RegExp, of = text): string[] =>
    [...of.matchAll(pattern)].map(([, name = '']) => name.toLowerCase());
  const parameters = names(/\$(\w+)/g, text.slice(0, text.search(/^Set-StrictMode /m)));
  const given = names(/\$script:(\w+)(?=[ \t]*[-+]?=(?!=))/gi);
  // $script:One, $script:Two = ...
  const together = [...text.matchAll(/(?:\$script:\w+, )+\$script:\w+ =/gi)].flatMap(([list]) =>
    names(/\$script:(\w+)/gi, list),
  );
  const known = new Set([...parameters, ...given, ...together, ...ofDiagnosis]);
  // Asked of checks that need it alone.
  if (!/'network-tests'(?! -in )/.test(text)) known.add('includenetworktests');
  return [...new Set(names(/\$script:(\w+)/gi))].filter((name) => !known.has(name));
}

describe('under strict mode, where a variable that was never set ends the run, a script of', () => {
  it.each([
    ['the Windows Update checklist', () => compileBundled()],
    ['examples/printing', () => compileChecklist(join(repository, 'examples/printing/checks.yaml'), 'channels')],
  ] as const)('%s reads none', { timeout: 300_000 }, async (_name, compiled) => {
    const { artefacts } = await compiled();
    const scripts = (artefacts ?? []).filter(({ path }) => path.endsWith('.ps1'));
    expect(scripts.length).toBeGreaterThan(50);
    const found = scripts.flatMap(({ path, bytes }) =>
      unset(Buffer.from(bytes).toString('utf8')).map((name) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('anything reads one that this test would find', () => {
    expect(
      unset('param($Given)\nSet-StrictMode -Version 3.0\n$script:Set = 1\n$script:Given, $SCRIPT:SET, $script:Other'),
    ).toEqual(['other']);
    expect(unset('Set-StrictMode -Version 3.0\nif ($script:Other -eq 1) { }')).toEqual(['other']);
  });
});
