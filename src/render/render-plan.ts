import type { Result } from '../diagnostics/diagnostic.js';
import type { Piece, RenderedText } from '../ir/artefact.js';
import type { Catalog } from '../ir/catalog.js';
import type { Plan, ScriptPlan, SnippetPlan } from '../ir/plan.js';
import { renderedText } from '../bytes/encode-text.js';
import { sha256 } from '../bytes/sha256.js';
import { renderTemplate } from './engine.js';
import { cmdHeadView, cmdScriptView } from './script-view-cmd.js';
import { cmdSnippetView } from './snippet-view-cmd.js';
import { ps1SnippetView } from './snippet-view-ps1.js';
import { ps1HeadView, ps1ScriptView, type Build } from './script-view-ps1.js';
import { uncarriedValues } from './uncarried-values.js';

/**
 * The texts of the scripts and snippets of a plan, each rendered when it is asked for, so that no more than one has to be
 * held at a time; after an error, none may be asked for. Values that an edition cannot carry are refused. Pure: the same
 * plan gives the same texts.
 */
export function renderPlan(plan: Plan, build: Build): Result<Iterable<RenderedText>> {
  return { value: renderTexts(plan, build), diagnostics: uncarriedValues(plan.catalog, plan.library) };
}

function* renderTexts({ catalog, scripts, snippets }: Plan, build: Build): Generator<RenderedText> {
  for (const script of scripts) yield renderScript(script, build, catalog);
  for (const snippet of snippets) yield renderSnippet(snippet, build);
}

function renderScript(plan: ScriptPlan, build: Build, catalog: Catalog): RenderedText {
  const pieces = filledScript(plan, build, catalog);
  return { path: plan.path, kind: 'script', edition: plan.edition, encoding: plan.encoding, pieces };
}

function filledScript(plan: ScriptPlan, build: Build, catalog: Catalog): readonly Piece[] {
  const { templates } = plan;
  const title = catalog.title.en;
  if (templates.edition === 'ps1') {
    const head = renderedText({ pieces: renderTemplate(templates.head, ps1HeadView(plan, build, catalog)) });
    return renderTemplate(templates.script, ps1ScriptView(plan, build, catalog, head));
  }
  const head = renderedText({ pieces: renderTemplate(templates.head, cmdHeadView(plan, build, title)) });
  return renderTemplate(templates.script, cmdScriptView(plan, build, head));
}

/** Where the first line of a snippet has the start of its SHA-256, while that is worked out. */
const noHash = '0'.repeat(16);

function renderSnippet(plan: SnippetPlan, build: Build): RenderedText {
  const { template } = plan;
  const pieces =
    template.view === 'ps1-snippet'
      ? renderTemplate(template, ps1SnippetView(plan, build, noHash))
      : renderTemplate(template, cmdSnippetView(plan, build, noHash));
  const hash = sha256(renderedText({ pieces })).slice(0, noHash.length);
  // The id of a check may have as many zeros. The first line is no shared piece.
  const withHash = (each: string): string => each.replace(` sha256 ${noHash}`, ` sha256 ${hash}`);
  const [first, ...others] = pieces;
  return {
    path: plan.path,
    kind: 'snippet',
    edition: plan.shell,
    encoding: 'ascii',
    pieces: first ? [{ ...first, text: withHash(first.text) }, ...others] : [],
  };
}
