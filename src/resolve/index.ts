import { addIncludeChain } from '../diagnostics/include-chain.js';
import { hasErrors, type Diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { Catalog } from '../ir/catalog.js';
import type { Spec } from '../spec/spec.js';
import { addTranslations } from './add-translations.js';
import { assembleCatalog } from './assemble-catalog.js';
import { attachBodies } from './attach-bodies.js';
import { startDraft, type Pass } from './draft.js';
import { findUntested } from './find-untested.js';
import { findUnused } from './find-unused.js';
import { guardSafety } from './guard-safety.js';
import { holdLock } from './hold-lock.js';
import { linkAnswers } from './link-answers.js';
import { linkApplies } from './link-applies.js';
import { linkScenarios } from './link-scenarios.js';
import { linkSteps } from './link-steps.js';
import { checkTexts } from './check-texts.js';
import { nameThings } from './name-things.js';
import { readParameters } from './read-parameters.js';
import { settleAccounts } from './settle-accounts.js';
import { settleErrorCodes } from './settle-error-codes.js';
import { nameInputs } from './name-inputs.js';
import { settleFacts } from './settle-facts.js';
import { settleScripts } from './settle-scripts.js';

/** The passes in their order; the head of each file says what it needs and what it guarantees. */
export const passes: readonly Pass[] = [
  holdLock,
  addTranslations,
  nameThings,
  nameInputs,
  settleFacts,
  attachBodies,
  readParameters,
  linkSteps,
  settleAccounts,
  linkApplies,
  linkAnswers,
  checkTexts,
  guardSafety,
  settleScripts,
  settleErrorCodes,
  linkScenarios,
];

/** Passes that only warn, of a checklist in which nothing is wrong: what an error left out, others would seem to lack. */
const lastPasses: readonly Pass[] = [findUnused, findUntested];

/**
 * Settles what a checklist means. All passes run, whatever those before them found. Null when anything is wrong, here
 * or in the stages before: a catalog has no gaps. `today` is the date of the build, YYYY-MM-DD, against which facts are
 * due for review. `whole` looks besides for what nothing uses and nothing tests.
 */
export function resolveCatalog(spec: Spec, today: string, whole = true): Result<Catalog | null> {
  const diagnostics: Diagnostic[] = [];
  let draft = startDraft(spec);
  for (const pass of passes) {
    const result = pass(draft, { today });
    draft = result.value;
    diagnostics.push(...result.diagnostics);
  }
  const isSettled = !spec.broken.any && !hasErrors(diagnostics);
  if (isSettled && whole) diagnostics.push(...lastPasses.flatMap((pass) => pass(draft, { today }).diagnostics));
  return { value: isSettled ? assembleCatalog(draft) : null, diagnostics: addIncludeChain(diagnostics, spec.included) };
}
