import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes } from '../../src/diagnostics/codes.js';
import { compareDiagnostics, hasErrors, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatDiagnostics } from '../../src/diagnostics/reporters.js';
import { readYaml } from '../../src/load/read-yaml.js';
import type { Span } from '../../src/source/source-file.js';
import type { TreeNode } from '../../src/source/source-tree.js';
import { runFrontEnd, withFiles } from '../support/front-end.js';

/** A sound checklist that uses most of the format: what is mutated is close to right, so that it gets far. */
const sound: Readonly<Record<string, string>> = {
  'checks.yaml': `product: sample
title: { en: Sample, ja: 見本 }
version: '1.0.0'
publisher: Sample authors
languages: [en, ja]
scripts:
  - { name: diagnose, phase: detect, editions: [ps1, cmd] }
  - { name: reset, phase: repair, editions: [ps1], defaults: [bits] }
include: [checks/services.yaml]
applies: { feature-upgrade: { en: feature updates, ja: 機能更新プログラム } }
guard: { says: { managed: { en: 'Managed by {Server}.', ja: '{Server} が管理しています。' } } }
`,
  'checks/services.yaml': `group: services
title: { en: Services, ja: サービス }
checks:
  - id: bits
    item: 6
    title: { en: Start type, ja: スタートアップの種類 }
    why:
      en: >-
        A disabled service
        cannot be started.
      ja: 無効なサービスは起動できません。
    severity: high
    applies: [feature-upgrade]
    where: { builds: { min: 19041, max: 26200 }, kind: [client], architecture: [x64] }
    needs: [admin]
    risk: { disruption: low, minutes: 1, restart: false }
    links: [https://learn.microsoft.com/]
    explains: ['0x80070422']
    use: start-type
    with: { name: bits, wanted: { fact: bits-start } }
  - id: clock
    item: 1
    title: { en: Clock, ja: 時計 }
    why: { en: It matters., ja: 大切です。 }
    severity: low
    detect:
      ps1: |
        param([int] $Minutes)
        New-Finding -Status Ok
      with: { minutes: 5 }
`,
  'checks/recipes/start-type.yaml': `recipe: start-type
takes:
  name: { type: service-name, says: { en: Name, ja: 名前 } }
  wanted: { type: enum, of: [automatic, demand], default: demand }
says:
  disabled: { en: '{Name} is disabled.', ja: '{Name} が無効です。' }
scenarios: [disabled.fail]
`,
  'checks/facts.yaml': `facts:
  - id: bits-start
    value: demand
    sources: [{ url: https://example.com/, confidence: read }]
    checked-on: 2026-01-01
    review-by: 2027-01-01
`,
  'checks/recipes/start-type.detect.ps1':
    'param([string] $Name, [string] $Wanted)\nNew-Finding -Status Ok -Reason disabled -Evidence @{ Name = $Name }\n',
  'checks/recipes/start-type.repair.ps1':
    'param([string] $Name, [string] $Wanted)\nSet-ServiceStartType -Name $Name -StartType $Wanted\n',
  'checks/guard.ps1': 'New-GuardStop -Code 12 -Reason managed -Evidence @{ Server = 1 }\n',
  'checks/scenarios/start-type/disabled.fail.ps1': '\n',
  'checks/scenarios/clock/right.pass.ps1': '\n',
};

const snippets = [
  '&a ', '*a', '<<: *a', '!!str ', '!!binary x', '? ', ': ', '- ', '|', '>', '>-', '|+2', '"', "'", '{', '}', '[', ']', ',', '#', '\t',
  '---', '...', '%YAML 1.1\n', '~', 'null', '.inf', '.nan', '0x80070422', '1e999', 'true', '__proto__: 1', 'constructor: 1',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[', '- - - - - - - - -', '\n', '\n\n', '  ', '\u0000', '\u001b[2J', '\u202e', '\ufeff', '\r',
  '時計', '🔧', '"\\ud800"', '"\\u0000"', 'fact: ', 'use: start-type', 'use: none', 'with: {}', 'none', 'checks/../checks.yaml', '../..',
  '{Name}', '{', 'x'.repeat(5000), '999999999999999999999999', '-1', '1.5', "'; calc; '",
]; // prettier-ignore

type Edit = { readonly at: number; readonly remove: number; readonly insert: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
  insert: fc.oneof(
    fc.constant(''),
    fc.constantFrom(...snippets),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
});

function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduce((result, { at, remove, insert }) => {
    const start = Math.floor(at * result.length);
    return result.slice(0, start) + insert + result.slice(start + remove);
  }, text);
}

function expectSound(root: string): void {
  const { catalog, diagnostics } = runFrontEnd(path.join(root, 'checks.yaml'));
  expect(catalog === null).toBe(hasErrors(diagnostics));
  diagnostics.forEach(expectPrintable);
  const sorted = [...diagnostics].sort(compareDiagnostics);
  expect(
    [...diagnostics]
      .reverse()
      .sort(compareDiagnostics)
      .map(({ code }) => code),
  ).toEqual(sorted.map(({ code }) => code));
  const text = formatDiagnostics(diagnostics, { format: 'pretty', color: false, limit: 1000 });
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  const commands = formatDiagnostics(diagnostics, { format: 'github', color: false, limit: 1000 });
  expect(commands.split('\n').filter((line) => line !== '')).toHaveLength(diagnostics.length);
  JSON.parse(formatDiagnostics(diagnostics, { format: 'json', color: false, limit: 0 }));
}

function expectPrintable({ code, message, span, related }: Diagnostic): void {
  expect(codes).toHaveProperty([code]);
  expect(message).toMatch(/\.$/);
  for (const place of [span, ...related.map((each) => each.span)]) {
    expect(place.start).toBeGreaterThanOrEqual(0);
    expect(place.end).toBeGreaterThanOrEqual(place.start);
    expect(place.end).toBeLessThanOrEqual(place.source.text.length);
  }
}

/** Where the values of a YAML text stand, without that of the whole text. */
function spansOf(file: string, text: string): readonly Span[] {
  const tree = readYaml({ path: file, text }).value;
  const below = (node: TreeNode): readonly Span[] =>
    Object.values(node.children).flatMap((child) => [
      { source: { path: file, text }, start: child.start, end: child.end },
      ...below(child),
    ]);
  return tree ? below(tree.root) : [];
}

describe('from files to the catalog', () => {
  it('compiles what the mutations start from', () => {
    withFiles(sound, (root) => {
      expect(runFrontEnd(path.join(root, 'checks.yaml')).diagnostics).toEqual([]);
    });
  });

  it('says something printable about any mutation, and never throws', () => {
    const mutation = fc.record({
      file: fc.constantFrom(...Object.keys(sound)),
      edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const files = { ...sound };
        for (const { file, edits } of mutations) files[file] = applyEdits(files[file] ?? '', edits);
        withFiles(files, expectSound);
      }),
      { numRuns: 400 },
    );
  });

  it.each(['*none', '{ <<: *none }', 'null'])('does not throw with %s in place of any one value', (hole) => {
    for (const [file, text] of Object.entries(sound).filter(([name]) => name.endsWith('.yaml'))) {
      for (const { start, end } of spansOf(file, text)) {
        const edited = `${text.slice(0, start)}${hole}${text.slice(start, end).endsWith('\n') ? '\n' : ''}${text.slice(end)}`;
        withFiles({ ...sound, [file]: edited }, expectSound);
      }
    }
  });

  it.each([
    ['SIG # Begin signature block', 'The text has the marker of a signature block.'],
    ['x'.repeat(101), 'A word of 101 characters fits into no line of a script.'],
  ])('refuses a sentence that no script can hold, where it stands', (sentence, message) => {
    const text = sound['checks/services.yaml']?.replace('It matters.', JSON.stringify(sentence)) ?? '';
    withFiles({ ...sound, 'checks/services.yaml': text }, (root) => {
      const { diagnostics } = runFrontEnd(path.join(root, 'checks.yaml'));
      expect(diagnostics.map((each) => [each.code, each.message])).toEqual([['resolve/text-form', message]]);
    });
  });

  it('reads any bytes', () => {
    const file = fc.constantFrom(...Object.keys(sound));
    fc.assert(
      fc.property(file, fc.uint8Array({ maxLength: 64 }), fc.nat(), (name, bytes, at) => {
        const whole = Buffer.from(sound[name] ?? '');
        const start = at % whole.length;
        const mixed = Buffer.concat([whole.subarray(0, start), bytes, whole.subarray(start)]);
        withFiles({ ...sound, [name]: mixed }, expectSound);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same catalog and the same words twice', () => {
    const index = readFileSync('checks.yaml', 'utf8');
    expect(index).not.toBe('');
    const [first, second] = [runFrontEnd('checks.yaml'), runFrontEnd('checks.yaml')];
    expect(second).toEqual(first);
  });
});
