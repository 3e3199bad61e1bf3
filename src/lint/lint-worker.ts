import { answerJobs } from '../workers/answer-jobs.js';
import { lintText, lintVerdict, type BodyToLint, type LintScopes } from './lint-body.js';

/** Lints bodies beside the compiler. */
answerJobs(({ bodies, scopes }: { readonly bodies: readonly BodyToLint[]; readonly scopes: LintScopes }) =>
  bodies.map((body) => ({ text: lintText(body, scopes), verdict: lintVerdict(body) })),
);
