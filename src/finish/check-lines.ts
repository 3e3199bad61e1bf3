import { diagnose } from '../diagnostics/diagnose.js';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Encoding, Piece, RenderedText } from '../ir/artefact.js';
import type { Edition } from '../ir/catalog.js';
import { renderedText } from '../bytes/encode-text.js';
import { hiddenInLines } from '../source/hidden-character.js';
import { memoize } from '../source/memoize.js';
import { signatureMarker } from '../source/signature-marker.js';
import type { Span } from '../source/source-file.js';
import { spanOfEmitted } from './span-of-emitted.js';

/** Columns of a line: 115 at rest and the indentation of a function. Batch truncates lines over 8,191; 2,000 leaves room for what variables expand to. */
const longestLine: Readonly<Record<Edition, number>> = { ps1: 120, cmd: 2000 };

/** A value as a literal or an input of the script, alone or behind the name of what takes it. */
const given = String.raw`(?:\[[\w[\]]+\] )?(?:-?\w+ |\$?\w+ = )?(?:@?\(?'(?:[^']|'')*'\)*,?|-?\d+|\$(?:true|false)|@\(|\$script:Given\['[\w-]+'\])`;

/**
 * What may be as long as a checklist makes it. A sentence of the message tables is one line, so that it can be searched for; so are an
 * error code, the pattern and the value of an input, and values alone on a line.
 */
const isData = new RegExp(
  String.raw`^(?: {4}'[\w.-]+' = '| {4}'[\w-]+' = \$\w+$|[0-9A-F]{4}\|| {4}\[ValidatePattern\('(?:[^']|'')*'\)\]$` +
    String.raw`| *(?:\} |\) |param\()?${given}(?: ${given})*$)`,
);

/** Snippets have the sentences of their check inside a block. */
const isSentence = /^ {8}'[\w.-]+' = '(?:[^']|'')*'$/;

interface Rule {
  readonly code: DiagnosticCode;
  readonly says: string;
  readonly isBroken: (text: string) => boolean;
}

/** What a text may not have in its encoding. */
const charset: Readonly<Record<Encoding, Rule>> = {
  ascii: {
    code: 'finish/not-ascii',
    says: 'The line has a character outside printable ASCII.',
    isBroken: (text) => /[^\x20-\x7e\n]/.test(text),
  },
  'utf-8': {
    code: 'finish/hidden-character',
    says: 'The line has a character that cannot be seen.',
    // Most of a script is ASCII, and properties of characters are slow to ask for.
    isBroken: (text) => hiddenInLines.test(text.replace(/[\x20-\x7e\n]+/g, ' ')),
  },
};

/** What no text may have anywhere: a line of it, with its line end, is looked at like the whole. */
const rules: readonly Rule[] = [
  {
    code: 'finish/signature-marker',
    says: 'The line has the marker of a signature block.',
    isBroken: (text) => signatureMarker.test(text),
  },
  {
    code: 'finish/layout',
    says: 'The line ends in a space.',
    isBroken: (text) => text.includes(' \n') || text.endsWith(' '),
  },
];

/**
 * Whether a text passes as a whole, as nearly every text does; only one that fails is gone through by lines. Rules look at
 * characters and at single lines, and a shared piece fills whole lines: so it passes once for all texts that have it, and only
 * blank lines are counted across pieces.
 */
function isClean({ pieces, edition, encoding }: RenderedText, limit: number): boolean {
  return (
    !hasTwoBlankLines(pieces) &&
    pieces.every((piece) => {
      const { isSound, longLines } = examine(piece);
      return isCarried[encoding](piece) && isSound && !longLines.some((line) => isTooLong(line, edition, limit));
    })
  );
}

const isCarried: Readonly<Record<Encoding, (piece: Piece) => boolean>> = {
  ascii: memoize(({ text }) => !charset.ascii.isBroken(text)),
  'utf-8': memoize(({ text }) => !charset['utf-8'].isBroken(text)),
};

/** Whether three line ends follow each other in a text, in one piece of it or across pieces. */
function hasTwoBlankLines(pieces: readonly Piece[]): boolean {
  let before = 0;
  for (const piece of pieces) {
    const { first, last, isBlank, isBroken } = lineEndsOf(piece);
    if (isBroken || before + first >= 3) return true;
    before = isBlank ? before + first : last;
  }
  return false;
}

/** How many line ends a piece begins and ends with. */
const lineEndsOf = memoize(({ text }: Piece) => ({
  first: text.length - text.replace(/^\n+/, '').length,
  last: text.length - text.replace(/\n+$/, '').length,
  isBlank: /^\n*$/.test(text),
  isBroken: text.includes('\n\n\n'),
}));

const examine = memoize(({ text }: Piece) => ({
  isSound: !rules.some(({ isBroken }) => isBroken(text)),
  longLines: linesOver(text, Math.min(...Object.values(longestLine))),
}));

function linesOver(text: string, limit: number): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start) >>> 0;
    const stop = Math.min(end, text.length);
    if (stop - start > limit) lines.push(text.slice(start, stop));
    start = stop + 1;
  }
  return lines;
}

function isTooLong(line: string, edition: Edition, limit: number): boolean {
  return line.length > limit && !(edition === 'ps1' && isData.test(line));
}

/**
 * Holds rendered text against the contract of emitted files, line by line. A diagnostic is reported where the line came
 * from; in text that no input line gave, at the rendered line itself, which is our bug.
 */
export function checkLines(rendered: RenderedText): readonly Diagnostic[] {
  // A snippet is counted in lines, so its lines may be longer.
  const limit = rendered.kind === 'snippet' ? 500 : longestLine[rendered.edition];
  if (isClean(rendered, limit)) return [];
  const lines = renderedText(rendered).split('\n');
  return lines.flatMap((line, index) => {
    const place = (): Span => spanOfEmitted(rendered, index);
    const found = [charset[rendered.encoding], ...rules]
      .filter(({ isBroken }) => isBroken(`${line}\n`))
      .map(({ code, says }) => diagnose(code, says, place()));
    const isOfSnippet = rendered.kind === 'snippet' && isSentence.test(line);
    if (isTooLong(line, rendered.edition, limit) && !isOfSnippet) {
      const at = place();
      const written = at.source.text.slice(at.start, at.end);
      // A script indents a body: its author counts the columns of the line that they wrote.
      const shift = written.trim() === line.trim() ? line.length - written.trimEnd().length : 0;
      const message = `The line has ${line.length - shift} columns, and at most ${limit - shift} are allowed.`;
      found.push(diagnose('finish/line-too-long', message, at));
    }
    const twoBlank = line === '' && lines[index - 1] === '' && index < lines.length - 1;
    return twoBlank ? [...found, diagnose('finish/layout', 'Two blank lines follow each other.', place())] : found;
  });
}
