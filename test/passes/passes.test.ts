import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editions, phases, type Catalog, type Step } from '../../src/ir/catalog.js';
import { positionOf } from '../../src/source/source-file.js';
import { runFrontEnd, withFiles } from '../support/front-end.js';

/** A case is a file `<pass>/<case>.yaml`: a sentence, the files that differ from the plain checklist, what comes out. */
interface Case {
  readonly name: string;
  readonly in: Readonly<Record<string, string>>;
  readonly out?: unknown;
  readonly diagnostics?: readonly string[];
}

const plainIndex = `
product: sample
title: { en: Sample, ja: 見本 }
publisher: Sample authors
languages: [en, ja]
scripts: [{ name: diagnose, phase: detect, editions: [ps1, cmd] }]
include: [checks/services.yaml]
`;

/** The part of a catalog that a pass is answerable for, in a form that is easy to write down. */
const views: Readonly<Record<string, (catalog: Catalog) => unknown>> = {
  'attach-bodies': ({ checks }) =>
    eachStep(checks, (step) =>
      step.kind === 'body'
        ? { text: step.body.text, from: `${step.body.source.path}:${step.body.firstLine}+${step.body.indent}` }
        : undefined,
    ),
  'link-steps': ({ checks }) =>
    eachStep(checks, (step) => {
      const call = step.arguments.map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
      return [step.kind === 'recipe' ? step.recipe : 'own body', ...call].join(' ');
    }),
  'check-texts': ({ checks }) =>
    Object.fromEntries(checks.map(({ id, title, why, says }) => [id, { title, why, says }])),
  'settle-error-codes': ({ errorCodes }) => errorCodes,
  'settle-facts': ({ facts }) => Object.fromEntries(facts.map(({ id, value, builds }) => [id, { value, builds }])),
  'settle-scripts': ({ scripts }) => Object.fromEntries(scripts.map(({ name, defaults }) => [name, defaults])),
  'assemble-catalog': ({ version, comClasses, guard, recipes, checks }) => ({
    version,
    comClasses,
    guard: guard && { says: guard.says, bodies: Object.keys(guard.bodies) },
    recipes: [...recipes.keys()],
    checks: checks.map(({ id, needs, where, risk, explains, audience, guided }) => ({
      id,
      needs,
      where,
      risk,
      explains,
      audience,
      guided,
    })),
  }),
};

function eachStep(checks: Catalog['checks'], view: (step: Step) => unknown): Record<string, unknown> {
  const entries = checks.flatMap((check) =>
    editions.flatMap((edition) =>
      phases.flatMap((phase) => {
        const step = check.steps[edition][phase];
        const shown = step && view(step);
        return shown === undefined ? [] : [[`${check.id} ${phase} ${edition}`, shown] as const];
      }),
    ),
  );
  return Object.fromEntries(entries);
}

const folder = import.meta.dirname;
const passNames = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(passNames.map(({ name }) => name))('%s', (pass) => {
  const files = readdirSync(path.join(folder, pass));
  const cases = files.map((file) => parse(readFileSync(path.join(folder, pass, file), 'utf8')) as Case);
  it.each(cases)('$name', ({ in: input, out, diagnostics = [] }) => {
    withFiles({ 'checks.yaml': plainIndex, ...input }, (root) => {
      const result = runFrontEnd(path.join(root, 'checks.yaml'));
      // A case shows a pass, and brings no scenarios.
      const shown = result.diagnostics.filter(({ code }) => code !== 'resolve/untested');
      const said = shown.map(({ code, span }) => {
        return `${code} ${span.source.path}:${positionOf(span.source, span.start).line}`;
      });
      expect(said).toEqual(diagnostics);
      if (out === undefined) expect(result.catalog).toBeNull();
      else expect(result.catalog && views[pass]?.(result.catalog)).toEqual(out);
    });
  });
});
