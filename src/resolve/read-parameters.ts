import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { editions, phases, type Parameter } from '../ir/catalog.js';
import type { ParameterSpec } from '../spec/schema.js';
import { keyPlaceOf, placeOf } from '../source/located.js';
import { refuseValue } from './argument-value.js';
import { pascalCase } from '../names/name-functions.js';
import { settleWords } from './check-texts.js';
import { checkBodyArguments } from './body-arguments.js';
import type { Draft, RecipeDraft } from './draft.js';

/*
 * read-parameters
 * needs: attach-bodies.
 * guarantees: the parameters of recipes are settled, their defaults fit, and each body of a recipe takes them.
 */

export function readParameters(draft: Draft): Result<Draft> {
  const diagnostics: Diagnostic[] = [];
  const recipes = new Map<string, RecipeDraft>();
  for (const [id, recipe] of draft.recipes) {
    const parameters = Object.entries(recipe.entry.value.takes ?? {}).map(([name, spec]) => parameterOf(name, spec));
    diagnostics.push(...parameters.flatMap((parameter) => checkParameter(recipe, parameter)));
    diagnostics.push(...findSameNames(recipe, parameters));
    for (const edition of editions) {
      for (const phase of phases) {
        const body = recipe.bodies[edition][phase];
        const names = parameters.map(({ name }) => name);
        if (body) diagnostics.push(...checkBodyArguments(body, edition, names, keyPlaceOf(recipe.entry, 'takes')));
      }
    }
    recipes.set(id, { ...recipe, parameters });
  }
  return { value: { ...draft, recipes }, diagnostics };
}

function parameterOf(name: string, spec: ParameterSpec): Parameter {
  // Words of parameters are for readers of the documentation; without any, the name speaks for itself.
  return {
    name,
    type: spec.type,
    of: spec.of ?? [],
    default: spec.default ?? null,
    says: settleWords(spec.says ?? { en: name }),
  };
}

function checkParameter({ entry }: RecipeDraft, parameter: Parameter): Diagnostic[] {
  const { name, type, of } = parameter;
  const span = keyPlaceOf(entry, 'takes', name);
  if (type === 'enum' && of.length === 0) {
    return [diagnose('resolve/bad-parameter', `The enum "${name}" does not list its words in "of:".`, span)];
  }
  if (type !== 'enum' && of.length > 0) {
    const message = `"${name}" is no enum and cannot list words in "of:".`;
    return [diagnose('resolve/bad-parameter', message, keyPlaceOf(entry, 'takes', name, 'of'))];
  }
  const word = of.find((each) => !/^[\x21-\x7e]+$/.test(each));
  if (word !== undefined) {
    const message = `The word "${word}" of "${name}" is not printable ASCII without blanks.`;
    return [diagnose('resolve/bad-parameter', message, placeOf(entry, 'takes', name, 'of', of.indexOf(word)))];
  }
  const refusal = parameter.default === null ? null : refuseValue(parameter, parameter.default);
  if (!refusal) return [];
  const message = `The default of "${name}" does not fit: "${name}" ${refusal}.`;
  return [diagnose('resolve/bad-parameter', message, placeOf(entry, 'takes', name, 'default'))];
}

/** PowerShell parameters know neither hyphens nor case. */
function findSameNames({ entry }: RecipeDraft, parameters: readonly Parameter[]): Diagnostic[] {
  const seen = new Map<string, string>();
  return parameters.flatMap(({ name }) => {
    const key = pascalCase(name).toLowerCase();
    const earlier = seen.get(key);
    seen.set(key, name);
    if (earlier === undefined) return [];
    const message = `"${earlier}" and "${name}" become the same parameter ${pascalCase(name)}.`;
    return [diagnose('resolve/bad-parameter', message, keyPlaceOf(entry, 'takes', name))];
  });
}
