import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Body, Catalog, Check } from '../ir/catalog.js';
import type { Library, LibraryFunction } from '../ir/library.js';
import { argumentOf } from '../powershell/command-arguments.js';
import { variableIn } from '../powershell/literals.js';
import { nodesOf, parsePs1 } from '../powershell/parse-ps1.js';
import { splattedTo } from '../powershell/splatting.js';
import { memoize } from '../source/memoize.js';
import { refuseForm, shortened } from './literal-forms.js';

/**
 * Holds what a check gives to the body of a repair against the actions that the body hands it to. The body alone does not
 * show it: a recipe sets any key, and the check says which.
 */
export function lintGivenValues(catalog: Catalog, library: Library): readonly Diagnostic[] {
  const actions = library.functions.ps1.filter(({ action }) => action !== null);
  return catalog.checks.flatMap((check) => lintRepair(catalog, actions, check));
}

function lintRepair(catalog: Catalog, actions: readonly LibraryFunction[], check: Check): readonly Diagnostic[] {
  const step = check.steps.ps1.repair;
  const body = step?.kind === 'body' ? step.body : step && catalog.recipes.get(step.recipe)?.bodies.ps1.repair;
  if (!step || !body) return [];
  return handedOn(body).flatMap(({ action, parameters }) => {
    const called = actions.find(({ name }) => name.toLowerCase() === action);
    return parameters.flatMap(({ name, variable }): readonly Diagnostic[] => {
      const given = step.arguments.find((each) => each.name.replaceAll('-', '').toLowerCase() === variable);
      const form = called?.parameters.find((each) => each.name.toLowerCase() === name)?.form ?? null;
      // An input without a default has none here; a person gives it.
      const isOpen = given !== undefined && given.input !== null && given.value === '';
      if (!given || isOpen || typeof given.value !== 'string' || form === null) return [];
      const takes = refuseForm(form, given.value);
      if (takes === null) return [];
      const message = `"${given.name}" goes to "${called?.name ?? action}", which takes ${takes}; not "${shortened(given.value)}".`;
      return [diagnose('lint/argument', message, given.span)];
    });
  });
}

interface HandedOn {
  /** Name of what is called, in lower case. */
  readonly action: string;
  /** Parameters that get a variable as it is, both in lower case. */
  readonly parameters: readonly { readonly name: string; readonly variable: string }[];
}

const handedOn = memoize(({ text }: Body): readonly HandedOn[] =>
  parsePs1(text, (root) =>
    nodesOf(root, ['command']).flatMap((node): readonly HandedOn[] => {
      const action = node.childForFieldName('command_name')?.text.toLowerCase();
      if (action === undefined) return [];
      const names = nodesOf(node, ['command_parameter']).map((each) => each.text.replace(/^-|:$/g, ''));
      const given = [
        ...names.map((name) => ({ name, text: argumentOf(node, name)?.text ?? '' })),
        ...(splattedTo(node) ?? []).map(({ name, value }) => ({ name, text: value })),
      ];
      const parameters = given.flatMap(({ name, text }) => {
        const variable = variableIn(text);
        return variable === null ? [] : [{ name: name.toLowerCase(), variable }];
      });
      return [{ action, parameters }];
    }),
  ),
);
