import type { RenderedText } from '../ir/artefact.js';
import type { Catalog, Edition } from '../ir/catalog.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Plan, PlannedArgument, ScriptPlan, SnippetPlan } from '../ir/plan.js';
import { sha256 } from '../ir/sha256.js';
import { renderTemplate } from './engine.js';
import { cmdArgument } from './quote-cmd.js';
import { psLiteral } from './quote-ps1.js';
import { cmdHeadView, cmdScriptView } from './script-view-cmd.js';
import { cmdSnippetView } from './snippet-view-cmd.js';
import { ps1SnippetView } from './snippet-view-ps1.js';
import { ps1HeadView, ps1ScriptView, type Build } from './script-view-ps1.js';

/**
 * Renders the scripts and snippets of a plan, each when it is asked for, so that no more than one text has to be held
 * at a time. Pure: the same plan gives the same text.
 */
export function* renderPlan(plan: Plan, build: Build): Generator<RenderedText> {
  for (const script of plan.scripts) yield renderScript(script, build, plan.catalog);
  for (const snippet of plan.snippets) yield renderSnippet(snippet, build);
}

/** Values that an edition cannot carry: all that a user can have done wrong in what is rendered. */
export function uncarriedValues(plan: Plan): readonly Diagnostic[] {
  return plan.scripts.flatMap((script) => uncarried(script));
}

function renderScript(plan: ScriptPlan, build: Build, catalog: Catalog): RenderedText {
  const title = catalog.title.en;
  const { head, script } = plan.templates;
  const views = {
    ps1: () => ps1ScriptView(plan, build, renderTemplate(head, ps1HeadView(plan, build, catalog)).text),
    cmd: () => cmdScriptView(plan, build, title, renderTemplate(head, cmdHeadView(plan, build, title)).text),
  };
  const { text, blocks } = renderTemplate(script, views[plan.edition]());
  return { path: plan.path, kind: 'script', edition: plan.edition, encoding: plan.encoding, text, blocks };
}

/** Where the first line of a snippet has the start of its SHA-256, while that is worked out. */
const noHash = '0'.repeat(16);

function renderSnippet(plan: SnippetPlan, build: Build): RenderedText {
  const view = { ps1: ps1SnippetView, cmd: cmdSnippetView }[plan.edition];
  const { text, blocks } = renderTemplate(plan.template, view(plan, build, noHash));
  const hash = sha256(text).slice(0, noHash.length);
  return {
    path: plan.path,
    kind: 'snippet',
    edition: plan.edition,
    encoding: 'ascii',
    text: text.replace(noHash, hash),
    blocks,
  };
}

function uncarried(script: ScriptPlan): readonly Diagnostic[] {
  const calls = script.checks.flatMap(({ calls }) => Object.values(calls).flatMap((call) => call?.arguments ?? []));
  return calls.flatMap((argument) => {
    const problem = literalProblem(script.edition, argument);
    if (problem === null) return [];
    const message = `"${argument.parameter}" has a value that the ${script.edition} edition cannot carry: ${problem}.`;
    return [
      {
        code: 'render/value-not-carried',
        severity: 'error',
        message,
        span: argument.span,
        related: [],
        suggestions: [],
      },
    ];
  });
}

function literalProblem(edition: Edition, { value }: PlannedArgument): string | null {
  if (edition === 'cmd') {
    const result = cmdArgument(value);
    return 'problem' in result ? result.problem : null;
  }
  try {
    psLiteral(value);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
