import { readCmdLines } from '../batch/cmd-lines.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { editions, phases, type Catalog, type Edition, type Phase, type Step } from '../ir/catalog.js';
import type { EditionTemplates, Templates } from '../load/templates.js';
import { functionName } from '../names/name-functions.js';
import { definedFunctions } from '../powershell/read-ps1.js';
import { memoize, type Text } from '../source/memoize.js';
import type { Span } from '../source/source-file.js';

/**
 * Function names that checks and recipes would take from the library: the script would then call the wrong one. What
 * checks and recipes take from each other was found before, since that needs no templates.
 */
export function checkNames(catalog: Catalog, templates: Templates): readonly Diagnostic[] {
  const ofChecks = editions.flatMap((edition) => {
    const taken = libraryNames(templates[edition]);
    return names(catalog, edition).flatMap(({ name, span }) =>
      taken.has(name.toLowerCase())
        ? [diagnose('plan/name-taken', `"${name}" is a function of the library already.`, span)]
        : [],
    );
  });
  return [...ofChecks, ...checkReads(catalog, templates)];
}

/** Commands that a checklist declares, and that would be functions of the script: a body could call what is not for bodies. */
function checkReads(catalog: Catalog, templates: Templates): readonly Diagnostic[] {
  const taken = new Set([
    ...libraryNames(templates.ps1),
    ...names(catalog, 'ps1').map(({ name }) => name.toLowerCase()),
  ]);
  const message = (name: string): string => `"${name}" is a function of the scripts already.`;
  return catalog.readCommands
    .filter(({ name }) => taken.has(name.toLowerCase()))
    .map(({ name, span }) => diagnose('plan/name-taken', message(name), span));
}

interface Named {
  readonly name: string;
  readonly span: Span;
}

function names(catalog: Catalog, edition: Edition): readonly Named[] {
  const own = (step: Step | undefined): boolean => step?.kind === 'body';
  return phases.flatMap((phase: Phase) => [
    ...catalog.checks
      .filter((check) => own(check.steps[edition][phase]))
      .map((check) => ({ name: functionName(edition, phase, { check }), span: check.span })),
    ...[...catalog.recipes.values()]
      .filter((recipe) => recipe.bodies[edition][phase])
      .map((recipe) => ({ name: functionName(edition, phase, { recipe: recipe.id }), span: recipe.span })),
  ]);
}

function libraryNames({ regions, scripts, channels }: EditionTemplates): ReadonlySet<string> {
  const parts = regions.flatMap(({ parts: each }) => each.map(({ name }) => name));
  const inMains = [...Object.values(scripts), ...channels.values()].flatMap(({ edition, main }) =>
    edition === 'ps1' ? definedFunctions(main) : labelsOf(main),
  );
  const names = [...parts, ...inMains, 'Test-ProductGuard', 'test_product_guard', 'all_checks'];
  return new Set(names.map((name) => name.toLowerCase()));
}

const labelsOf = memoize(({ text }: Text) => readCmdLines(text).flatMap(({ label }) => label ?? []));
