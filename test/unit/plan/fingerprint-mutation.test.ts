import { describe, expect, it } from 'vitest';
import { renderedText } from '../../../src/bytes/encode-text.js';
import type { Catalog } from '../../../src/ir/catalog.js';
import type { ScriptPlan, ScriptRole, SnippetPlan } from '../../../src/ir/plan.js';
import { fingerprint } from '../../../src/plan/fingerprint.js';
import { renderPlan } from '../../../src/render/render-plan.js';
import { compileBundled } from '../../compile-bundled.js';

const { plan } = await compileBundled();
if (!plan) throw new Error('The bundled checklist does not compile.');
const { catalog } = plan;

type Planned = ScriptPlan | SnippetPlan;

/** The smallest script or snippet of each kind that differs in what it is made of or in what it is for. */
const kinds = new Map<string, Planned>();
for (const each of [...plan.scripts, ...plan.snippets]) {
  const kind =
    each.kind === 'script'
      ? `${each.templates.head.path} for ${each.role.kind} ${each.role.kind === 'deployed' && each.role.only ? 'check' : ''}`
      : `${each.template.path}${each.arguments.length > 0 ? ' with arguments' : ''}`;
  const known = kinds.get(kind);
  if (!known || sizeOf(each) < sizeOf(known)) kinds.set(kind, each);
}
// One with an input, which a person gives.
const asking = plan.scripts.find(({ inputs, role }) => inputs.length > 0 && role.kind === 'single');
if (asking) kinds.set('an asking script', asking);

function sizeOf(each: Planned): number {
  return each.kind === 'script' ? each.messages.length + each.checks.length : each.body.text.length;
}

/** The text, or why there is none. */
function textOf(each: Planned, given: Catalog): string {
  const scripts = each.kind === 'script' ? [each] : [];
  const snippets = each.kind === 'snippet' ? [each] : [];
  try {
    return [
      ...renderPlan({ ...plan!, catalog: given, scripts, snippets }, { version: '0', developmentCertificate: false })
        .value,
    ]
      .map(renderedText)
      .join('');
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

interface Mutation {
  readonly path: string;
  readonly value: unknown;
}

/** Values in place of those that not every text or number can take, by the name of the field; null leaves one alone. */
const others: Readonly<Record<string, (value: unknown) => unknown>> = {
  // The checklist speaks both.
  language: (value) => (value === 'ja' ? 'de' : 'ja'),
  phase: (value) => (value === 'repair' ? 'detect' : 'repair'),
  defaultsIn: (value) => (value === 'head' ? 'table' : 'head'),
  minBuild: (value) => (typeof value === 'number' ? value + 1 : 1),
  maxBuild: (value) => (typeof value === 'number' ? value + 1 : 1),
};

/** What tells kinds of data apart, so that no other text can stand there. A test of its own changes roles. */
const fixed = new Set(['kind', 'edition', 'shell', 'view']);

/** Fields that hold a text or nothing. */
const perhapsText = new Set(['open', 'undoneBy', 'input']);

/** Every value in which one field is another one; of a list the first, the middle and the last entry. */
function* mutations(value: unknown, path: string, name: string): Generator<Mutation> {
  const other = others[name];
  if (other && !Array.isArray(value)) yield { path, value: other(value) };
  else if (typeof value === 'string') {
    if (!fixed.has(name)) yield { path, value: `${value}x` };
  } else if (typeof value === 'number') yield { path, value: value + 1 };
  else if (typeof value === 'boolean') yield { path, value: !value };
  else if (value === null) {
    if (perhapsText.has(name)) yield { path, value: 'x' };
  } else if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    if (list.length > 0) yield { path: `${path} without its last`, value: list.slice(0, -1) };
    for (const index of new Set([0, list.length >> 1, list.length - 1])) {
      if (index < 0 || index >= list.length) continue;
      for (const inner of mutations(list[index], `${path}[${index}]`, '')) {
        yield { path: inner.path, value: list.with(index, inner.value) };
      }
    }
  } else if (typeof value === 'object' && !(value instanceof Map)) {
    for (const [key, field] of Object.entries(value)) {
      for (const inner of mutations(field, `${path}.${key}`, key)) {
        yield { path: inner.path, value: { ...value, [key]: inner.value } };
      }
    }
  }
}

interface Difference {
  readonly path: string;
  readonly text: boolean;
  readonly print: boolean;
}

function differences(each: Planned): readonly Difference[] {
  const [text, print] = [textOf(each, catalog), fingerprint(each, catalog)];
  const compare = (path: string, changed: Planned, given: Catalog): Difference => ({
    path,
    text: textOf(changed, given) !== text,
    print: fingerprint(changed, given) !== print,
  });
  const ofPlan = Array.from(mutations(each, '', ''), ({ path, value }) => compare(path, value as Planned, catalog));
  const { product, title, version, publisher, languages } = catalog;
  const ofCatalog = Array.from(
    mutations({ product, title, version, publisher, languages }, 'catalog', ''),
    ({ path, value }) => compare(path, each, { ...catalog, ...(value as Partial<Catalog>) }),
  );
  return [...ofPlan, ...ofCatalog];
}

describe('the fingerprint, with one field of a plan changed', () => {
  it('is tried with every kind of text', () => {
    expect(kinds.size).toBeGreaterThan(20);
    expect(asking).toBeDefined();
  });

  it.each([...kinds])('changes exactly when the text does: %s', (_, each) => {
    const found = differences(each);
    expect(found.filter(({ text }) => text).length).toBeGreaterThan(5);
    expect(found.filter(({ text }) => !text).length).toBeGreaterThan(5);
    expect(found.filter(({ text, print }) => text !== print)).toEqual([]);
  });

  it('and another role: whatever the text depends on has changed as well', () => {
    const check = catalog.checks[0]!;
    const roles: readonly ScriptRole[] = [
      { kind: 'checklist' },
      { kind: 'single', check },
      { kind: 'deployed', channel: 'a', way: 'b', minutes: 3, only: null },
      { kind: 'deployed', channel: 'a', way: 'b', minutes: 3, only: check },
      { kind: 'installer', channel: 'a' },
    ];
    for (const each of kinds.values()) {
      if (each.kind === 'snippet') continue;
      for (const role of roles) {
        const changed = { ...each, role };
        const isSame = textOf(changed, catalog) === textOf(each, catalog);
        expect([each.path, role.kind, fingerprint(changed, catalog) === fingerprint(each, catalog)]).toEqual([
          each.path,
          role.kind,
          isSame,
        ]);
      }
    }
  });
});
