import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import { editions, phases, type Argument, type Body, type Edition } from '../ir/catalog.js';
import { findingCalls } from '../powershell/findings.js';
import { textsIn } from '../powershell/read-ps1.js';
import { hasKey, keyPlaceOf, placeOf, type Located } from '../source/located.js';
import type { Span } from '../source/source-file.js';
import type { CheckSpec } from '../spec/schema.js';
import type { Bodies, CheckDraft, Draft } from './draft.js';

/*
 * find-unused
 * needs: all passes before it, without an error.
 * guarantees: nothing. It warns of what is written and does nothing: sentences, reasons, inputs, recipes, risks, and what `reads`
 * declares.
 */

export function findUnused(draft: Draft): Result<Draft> {
  const used = new Set(draft.checks.flatMap(recipesOf));
  const guard = { ...draft.spec.index, path: ['guard'] };
  const guardBodies = editions.flatMap((edition) => usesOf(edition, draft.guardBodies[edition]));
  const diagnostics = [
    ...unusedDeclarations(draft, used, guardBodies),
    ...unusedWords(draft.spec.index.value.guard?.says, guard, guardBodies),
    ...[...draft.recipes.values()].flatMap(({ id, entry, bodies }) =>
      used.has(id)
        ? unusedWords(entry.value.says, entry, bodiesIn(bodies))
        : [diagnose('resolve/unused-recipe', `No check uses the recipe "${id}".`, placeOf(entry, 'recipe'))],
    ),
    ...draft.checks.flatMap((check) => [
      ...unusedWords(check.entry.value.says, check.entry, bodiesOf(check)),
      ...unknownReasons(check, draft),
      ...unusedInputs(check),
      ...idleRisk(check),
    ]),
  ];
  return { value: draft, diagnostics };
}

function recipesOf({ steps }: CheckDraft): readonly string[] {
  const all = editions.flatMap((edition) => phases.map((phase) => steps[edition][phase]));
  return all.flatMap((step) => (step?.kind === 'recipe' ? [step.recipe] : []));
}

interface BodyUse {
  readonly edition: Edition;
  readonly body: Body;
}

function usesOf(edition: Edition, body: Body | undefined): readonly BodyUse[] {
  return body ? [{ edition, body }] : [];
}

function bodiesIn(bodies: Bodies): readonly BodyUse[] {
  return editions.flatMap((edition) => phases.flatMap((phase) => usesOf(edition, bodies[edition][phase])));
}

function bodiesOf({ steps }: CheckDraft): readonly BodyUse[] {
  return editions.flatMap((edition) =>
    phases.flatMap((phase) => {
      const step = steps[edition][phase];
      return step?.kind === 'body' ? [{ edition, body: step.body }] : [];
    }),
  );
}

/** Commands, programs and COM classes of `reads` whose names stand in no body that gets into a script. */
function unusedDeclarations(
  { spec: { index }, checks, recipes }: Draft,
  used: ReadonlySet<string>,
  guard: readonly BodyUse[],
): readonly Diagnostic[] {
  const { 'com-classes': classes = [], commands = {}, tools = {} } = index.value.reads ?? {};
  const ofRecipes = [...recipes.values()].flatMap(({ id, bodies }) => (used.has(id) ? bodiesIn(bodies) : []));
  const texts = [...guard, ...ofRecipes, ...checks.flatMap(bodiesOf)].map(({ body }) => body.text.toLowerCase());
  const unused = (name: string): boolean => !texts.some((text) => text.includes(name.toLowerCase()));
  const said = (name: string, span: Span): Diagnostic =>
    diagnose('resolve/unused-declaration', `No body uses "${name}".`, span);
  const about = new Set(checks.flatMap(({ entry }) => entry.value.applies ?? []));
  return [
    ...Object.keys(index.value.applies ?? {})
      .filter((name) => !about.has(name))
      .map((name) =>
        diagnose('resolve/unused-declaration', `No check applies to "${name}".`, keyPlaceOf(index, 'applies', name)),
      ),
    ...classes.flatMap((name, at) => (unused(name) ? [said(name, placeOf(index, 'reads', 'com-classes', at))] : [])),
    ...Object.entries({ commands, tools }).flatMap(([kind, declared]) =>
      Object.keys(declared)
        .filter(unused)
        .map((name) => said(name, keyPlaceOf(index, 'reads', kind, name))),
    ),
  ];
}

/** Sentences whose keys stand in no body of their owner. One that takes a key from elsewhere may mean any. */
function unusedWords(
  says: CheckSpec['says'],
  owner: Located<unknown>,
  bodies: readonly BodyUse[],
): readonly Diagnostic[] {
  const keys = Object.keys(says ?? {});
  if (keys.length === 0) return [];
  const calls = bodies.flatMap(({ edition, body }) => (edition === 'ps1' ? findingCalls(body) : []));
  if (calls.some(({ isOpen, isReasonInText }) => isOpen && !isReasonInText)) return [];
  const words = new Set(bodies.flatMap(wordsOfBody));
  const missed = [...words].filter((word) => !keys.includes(word));
  return keys
    .filter((key) => !words.has(key))
    .map((key) => {
      const suggestions = suggestNames(key, missed);
      return diagnose('resolve/unused-words', `No body names the sentence "${key}".`, keyPlaceOf(owner, 'says', key), {
        suggestions,
      });
    });
}

/** Batch gives a key as a word among others; PowerShell as a whole text. */
function wordsOfBody({ edition, body }: BodyUse): readonly string[] {
  return edition === 'cmd' ? (body.text.match(/[a-z][a-z0-9-]*/g) ?? []) : textsIn(body);
}

/** Reasons of `answers`, `holds` and `beyond` that are no keys of the check or of its recipes. */
function unknownReasons(check: CheckDraft, { recipes }: Draft): readonly Diagnostic[] {
  const { answers = [], holds = [], beyond = [], says } = check.entry.value;
  const owners = [says, ...recipesOf(check).map((id) => recipes.get(id)?.entry.value.says)];
  const keys = owners.flatMap((owner) => Object.keys(owner ?? {}));
  const fields = {
    answers: answers.flatMap((answer) => ('reasons' in answer ? answer.reasons : (answer.when ?? []))),
    holds,
    beyond,
  };
  return Object.entries(fields).flatMap(([field, reasons]) =>
    reasons
      .filter((reason) => !keys.includes(reason))
      .map((reason) =>
        diagnose('resolve/unknown-reason', `No sentence has the key "${reason}".`, keyPlaceOf(check.entry, field), {
          suggestions: suggestNames(reason, keys),
        }),
      ),
  );
}

function unusedInputs({ entry, steps }: CheckDraft): readonly Diagnostic[] {
  const all = editions.flatMap((edition) => phases.flatMap((phase) => steps[edition][phase]?.arguments ?? []));
  return Object.entries(entry.value.inputs ?? {}).flatMap(([name, { detects }]) => {
    const isTaken = (values: readonly Argument[]): boolean => values.some(({ input }) => input === name);
    if (!isTaken(all))
      return [
        diagnose('resolve/unused-input', `Nothing takes the input "${name}".`, keyPlaceOf(entry, 'inputs', name)),
      ];
    if (detects === undefined || isTaken(steps.ps1.detect?.arguments ?? [])) return [];
    const message = `No detection in PowerShell takes the input "${name}".`;
    return [diagnose('resolve/unused-input', message, keyPlaceOf(entry, 'inputs', name, 'detects'))];
  });
}

function idleRisk({ entry, steps }: CheckDraft): readonly Diagnostic[] {
  const repairs = editions.some((edition) => steps[edition].repair);
  if (repairs || !hasKey(entry, 'risk')) return [];
  const message = `"${entry.value.id}" says a risk and repairs nothing.`;
  return [diagnose('resolve/risk-without-repair', message, keyPlaceOf(entry, 'risk'))];
}
