import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import {
  editions,
  phases,
  type Body,
  type Catalog,
  type Check,
  type Edition,
  type Literal,
  type Step,
} from '../ir/catalog.js';
import { cmdHoles, namesBareIn } from '../batch/cmd-holes.js';
import type { Library } from '../ir/library.js';
import { pascalCase } from '../names/name-functions.js';
import { memoize } from '../source/memoize.js';
import { uncarriedByCmd } from './quote-cmd.js';
import { psLiteral } from './quote-ps1.js';

/**
 * Values that an edition cannot carry to a body of it, at their places: for every body that a check has, whichever of
 * its outputs (scripts, snippets, channels) the checklist asks for.
 */
export function uncarriedValues(catalog: Catalog, library: Library): readonly Diagnostic[] {
  const found = catalog.checks.flatMap((check) => uncarriedOf(catalog, check, library));
  // An argument of a whole check goes to each of its bodies.
  return [
    ...new Map(found.map((each) => [`${each.span.source.path} ${each.span.start} ${each.message}`, each])).values(),
  ];
}

function uncarriedOf(catalog: Catalog, { steps }: Check, library: Library): readonly Diagnostic[] {
  return editions.flatMap((edition) =>
    phases.flatMap((phase) => {
      const step = steps[edition][phase];
      if (!step) return [];
      const body = step.kind === 'body' ? step.body : catalog.recipes.get(step.recipe)?.bodies[edition][phase];
      return body ? uncarriedTo(catalog, body, step, edition, library) : [];
    }),
  );
}

function uncarriedTo(
  catalog: Catalog,
  body: Body,
  step: Step,
  edition: Edition,
  library: Library,
): readonly Diagnostic[] {
  const bare = edition === 'cmd' ? holesIn(library)(catalog)(body).bare : new Set<number>();
  const length = step.arguments.reduce((sum, { value }) => sum + String(value).length, 0);
  return step.arguments.flatMap(({ name, value, span }, index) => {
    if (edition === 'cmd' && length > longestCall) {
      const all = `The values of this step have ${length} characters; a line of batch takes ${longestCall} of them.`;
      return [diagnose('render/value-not-carried', all, span)];
    }
    const reason = edition === 'cmd' ? uncarriedByCmd(value, bare.has(index + 1)) : uncarriedByPs1(value);
    if (reason === null) return [];
    const message = `"${pascalCase(name)}" has a value that the ${edition} edition cannot carry: ${reason}.`;
    return [diagnose('render/value-not-carried', message, span)];
  });
}

/** Characters of all arguments of a label: a line has 2,000, with the label and quotation marks. */
const longestCall = 1600;

const holesIn = memoize((library: Library) => {
  const bareOf = new Map(
    library.functions.cmd.map(({ name, parameters }) => [
      name.toLowerCase(),
      new Set(parameters.flatMap(({ type }, index) => (type === 'text' ? [] : [index + 1]))),
    ]),
  );
  return memoize((catalog: Catalog) => {
    const bareElsewhere = namesBareIn(batchTexts(catalog));
    return memoize(({ text }: Body) =>
      cmdHoles(text, (label) => bareOf.get(label.toLowerCase()) ?? new Set(), bareElsewhere),
    );
  });
});

function batchTexts({ checks, recipes, guard }: Catalog): readonly string[] {
  const own = checks.flatMap(({ steps }) =>
    phases.flatMap((phase) => {
      const step = steps.cmd[phase];
      return step?.kind === 'body' ? [step.body] : [];
    }),
  );
  const borrowed = [...recipes.values()].flatMap(({ bodies }) => phases.flatMap((phase) => bodies.cmd[phase] ?? []));
  return [...own, ...borrowed, ...(guard?.bodies.cmd ? [guard.bodies.cmd] : [])].map(({ text }) => text);
}

function uncarriedByPs1(value: Literal): string | null {
  try {
    psLiteral(value);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
