import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import type { Argument, Body, Edition, Literal, Parameter } from '../ir/catalog.js';
import type { Span } from '../source/source-file.js';
import type { TreePath } from '../source/source-tree.js';
import type { ArgumentSpec } from '../spec/schema.js';
import { keyPlaceOf, placeOf } from '../source/located.js';
import { refuseValue, typeOfValue } from './argument-value.js';
import { checkBodyArguments } from './body-arguments.js';
import { pascalCase } from '../names/name-functions.js';
import type { CheckDraft, Draft, RecipeDraft } from './draft.js';
import { mayComeFromPackage } from './hold-lock.js';

/** Arguments of a recipe in the order of its parameters, with defaults filled in. */
export function recipeArguments(
  check: CheckDraft,
  withAt: TreePath | null,
  recipeAt: TreePath,
  recipe: RecipeDraft,
  edition: Edition,
  draft: Draft,
): Result<readonly Argument[]> {
  const given = withAt ? givenAt(check, withAt) : {};
  const diagnostics = Object.keys(given).flatMap((name) => checkName(check, withAt ?? [], name, recipe));
  const values: Argument[] = [];
  for (const parameter of recipe.parameters) {
    const spec = given[parameter.name];
    const at =
      spec === undefined ? placeOf(check.entry, ...recipeAt) : placeOf(check.entry, ...(withAt ?? []), parameter.name);
    if (spec === undefined && parameter.default === null) {
      const missing = `The recipe "${recipe.id}" needs the argument "${parameter.name}".`;
      const span = withAt ? keyPlaceOf(check.entry, ...withAt) : at;
      diagnostics.push(diagnose('resolve/missing-argument', missing, span));
      continue;
    }
    const input = spec === undefined ? null : inputOf(spec);
    const value = spec === undefined ? parameter.default : settle(check, spec, at, draft, diagnostics);
    if (value === null) continue;
    // A default has been held against its type where it stands, and what a person gives against the pattern of its input.
    const isGiven = spec !== undefined && (input === null || value !== '');
    if (isGiven) diagnostics.push(...checkValue(parameter, value, at, edition));
    values.push({ name: parameter.name, value, input, span: at });
  }
  return { value: values, diagnostics };
}

/** Arguments of a check's own body, in the order they are written. Their types are those of the values. */
export function bodyArguments(
  check: CheckDraft,
  withAt: TreePath | null,
  body: Body,
  edition: Edition,
  draft: Draft,
): Result<readonly Argument[]> {
  const given = withAt ? givenAt(check, withAt) : {};
  const diagnostics: Diagnostic[] = findSameNames(check, withAt ?? [], Object.keys(given));
  const values: Argument[] = [];
  for (const [name, spec] of Object.entries(given)) {
    const span = placeOf(check.entry, ...(withAt ?? []), name);
    const value = settle(check, spec, span, draft, diagnostics);
    if (value === null) continue;
    diagnostics.push(...checkValue({ name, type: typeOfValue(value), of: [] }, value, span, edition));
    values.push({ name, value, input: inputOf(spec), span });
  }
  const place = withAt ? keyPlaceOf(check.entry, ...withAt) : placeOf(check.entry, 'id');
  diagnostics.push(...checkBodyArguments(body, edition, Object.keys(given), place));
  return { value: values, diagnostics };
}

function givenAt({ entry }: CheckDraft, withAt: TreePath): Readonly<Record<string, ArgumentSpec>> {
  const [first] = withAt;
  if (first === 'with') return entry.value.with ?? {};
  const step = entry.value[first as 'detect' | 'repair' | 'collect'];
  return (typeof step === 'object' ? step.with : undefined) ?? {};
}

function checkName({ entry }: CheckDraft, withAt: TreePath, name: string, recipe: RecipeDraft): Diagnostic[] {
  const known = recipe.parameters.map((parameter) => parameter.name);
  if (known.includes(name)) return [];
  const suggestions = suggestNames(name, known);
  const message = `The recipe "${recipe.id}" takes no argument "${name}".`;
  return [diagnose('resolve/unknown-argument', message, keyPlaceOf(entry, ...withAt, name), { suggestions })];
}

function findSameNames({ entry }: CheckDraft, withAt: TreePath, names: readonly string[]): Diagnostic[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const key = pascalCase(name).toLowerCase();
    const earlier = seen.get(key);
    seen.set(key, name);
    if (earlier === undefined) return [];
    const message = `"${earlier}" and "${name}" become the same parameter ${pascalCase(name)}.`;
    return [diagnose('resolve/bad-parameter', message, keyPlaceOf(entry, ...withAt, name))];
  });
}

function inputOf(spec: ArgumentSpec): string | null {
  return typeof spec === 'object' && 'input' in spec ? spec.input : null;
}

/** The literal of an argument; null where a fact has none, which has been reported here or at the fact. */
function settle(
  check: CheckDraft,
  spec: ArgumentSpec,
  span: Span,
  draft: Draft,
  diagnostics: Diagnostic[],
): Literal | null {
  const input = inputOf(spec);
  if (input !== null) {
    const inputs = check.entry.value.inputs ?? {};
    if (Object.hasOwn(inputs, input)) return inputs[input]?.default ?? '';
    const suggestions = suggestNames(input, Object.keys(inputs));
    const message = `The check has no input "${input}".`;
    diagnostics.push(diagnose('resolve/unknown-input', message, span, { suggestions }));
    return null;
  }
  if (typeof spec !== 'object' || Array.isArray(spec)) return spec as Literal;
  const id = (spec as { fact: string }).fact;
  const known = draft.facts.get(id);
  if (known) return known.fact?.value ?? null;
  if (!draft.spec.broken.facts && !mayComeFromPackage(draft, id)) {
    const suggestions = suggestNames(id, draft.facts.keys());
    diagnostics.push(diagnose('resolve/unknown-fact', `There is no fact "${id}".`, span, { suggestions }));
  }
  return null;
}

function checkValue(
  parameter: Pick<Parameter, 'name' | 'type' | 'of'>,
  value: Literal,
  span: Span,
  edition: Edition,
): Diagnostic[] {
  const refusal = refuseValue(parameter, value) ?? (edition === 'cmd' ? refuseInBatch(value) : null);
  if (!refusal) return [];
  const suggestions = typeof value === 'string' ? suggestNames(value, parameter.of) : [];
  return [diagnose('resolve/argument-value', `"${parameter.name}" ${refusal}.`, span, { suggestions })];
}

/** A batch body gets a list as one argument with blanks between the items. */
function refuseInBatch(value: Literal): string | null {
  if (typeof value === 'string' && value.includes('"'))
    return 'cannot hold a quotation mark, since batch has no way to write it';
  if (typeof value !== 'object') return null;
  const isWordList = value.every((item) => !/[\s"]/.test(item));
  return isWordList ? null : 'cannot have items with blanks or quotation marks, since a batch body gets it as words';
}
