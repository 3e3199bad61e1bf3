import Handlebars from 'handlebars';
import type { Piece } from '../ir/artefact.js';
import type { Language, Literal } from '../ir/catalog.js';
import { escapeMarkup } from '../bytes/escape-markup.js';
import type { Message } from '../ir/plan.js';
import { memoize } from '../source/memoize.js';
import type { Template, ViewName } from '../ir/template.js';
import type { SourceFile } from '../source/source-file.js';
import { createOriginMarks } from './origin-map.js';
import { cmdComment, cmdNumber, cmdWord, cmdWords } from './quote-cmd.js';
import { psArrayAt, psHelp, psLiteral, psMessages, psString, psTableRow } from './quote-ps1.js';
import type { Views } from './views.js';
import { wrapWords } from '../source/wrap-words.js';

/** Where a list in a head may begin at most: behind `$script:DefaultChecks = `. */
const headColumn = 30;

/** The closed list of what a template can call, beside `lines`, which each rendering brings since it carries origins. */
const helpers = {
  psString: (value: string) => psString(value),
  psHelp: (line: string) => psHelp(line),
  psArray: (values: readonly string[]) => psArrayAt(values, headColumn, 0),
  psArrayIn: (values: readonly string[], indent: number) => psArrayAt(values, indent, indent),
  psLiteral: (value: Literal) => psLiteral(value),
  psMessages: (messages: readonly Message[], languages: readonly Language[]) => psMessages(messages, languages),
  psTableRow: (fields: readonly string[]) => psTableRow(fields),
  cmdWord: (value: string) => cmdWord(value),
  cmdNumber: (value: number) => cmdNumber(value),
  cmdWords: (text: string) => cmdWords(text),
  cmdComment: (text: string) => cmdComment(text),
  xml: (text: string) => escapeMarkup(text),
  comment: (text: string) =>
    wrapWords(text, 108)
      .map((line) => `# ${line}`)
      .join('\n'),
};

/** Fills in a template with the view that it is for. */
export function renderTemplate<View extends ViewName>(template: Template<View>, view: Views[View]): readonly Piece[] {
  return fillIn(template, view);
}

/**
 * The one Handlebars environment for scripts and files of channels. Strict: an unknown name throws. No HTML escaping:
 * values come in only through the quoting helpers. What it throws is our bug, since templates are ours and their input is
 * settled.
 * @returns what the text is made of, one behind the other.
 */
export function fillIn(template: SourceFile, view: object): readonly Piece[] {
  const marks = createOriginMarks();
  return marks.unmark(compiled(template)(view, { helpers: { ...helpers, lines: marks.mark } }));
}

const compiled = memoize(({ text }: SourceFile) =>
  Handlebars.compile<object>(text, {
    strict: true,
    noEscape: true,
    preventIndent: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries([...Object.keys(helpers), 'lines'].map((name) => [name, true])),
  }),
);
