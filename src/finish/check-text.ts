import { diagnose } from '../diagnostics/diagnose.js';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { RenderedText } from '../ir/artefact.js';
import type { Edition } from '../ir/catalog.js';
import { lineSpan, type SourceFile } from '../source/source-file.js';

/** Columns of a line: 115 at rest and the indentation of a function. Batch truncates lines over 8,191; 2,000 leaves room for what variables expand to. */
const longestLine: Readonly<Record<Edition, number>> = { ps1: 120, cmd: 2000 };

/** A sentence of the message tables is one line, since ConvertFrom-StringData knows no continuation; so is an error code. */
const isData = /^(?:[A-Za-z][\w.-]* = |[0-9A-F]{4}\|)/;

const rules: readonly {
  readonly code: DiagnosticCode;
  readonly says: string;
  readonly test: (line: string) => boolean;
}[] = [
  {
    code: 'finish/not-ascii',
    says: 'The line has a character outside printable ASCII.',
    test: (line) => /[^\x20-\x7e]/.test(line),
  },
  {
    code: 'finish/signature-marker',
    says: 'The line has the marker of a signature block.',
    test: (line) => /SIG # (?:Begin|End) signature block/i.test(line),
  },
  { code: 'finish/layout', says: 'The line ends in white space.', test: (line) => /\s$/.test(line) },
];

/** The same rules over a text as a whole, which nearly every text passes; only one that fails is gone through by lines. */
function isClean({ text, edition }: RenderedText, limit: number): boolean {
  if (/[^\x20-\x7e\n]|[ \t](?:\n|$)|\n\n\n|SIG # (?:Begin|End) signature block/i.test(text)) return false;
  let start = 0;
  for (let end = text.indexOf('\n'); start < text.length; end = text.indexOf('\n', start)) {
    const stop = end === -1 ? text.length : end;
    if (stop - start > limit && !(edition === 'ps1' && isData.test(text.slice(start, stop)))) return false;
    start = stop + 1;
  }
  return true;
}

/**
 * Holds rendered text against the contract of emitted files, line by line. A fault is reported where the line came
 * from; in text that no input line gave, at the rendered line itself, which is our bug.
 */
export function checkText(rendered: RenderedText): readonly Diagnostic[] {
  // A paste block is counted in lines, so its lines may be longer.
  const limit = rendered.kind === 'snippet' ? 500 : longestLine[rendered.edition];
  if (isClean(rendered, limit)) return [];
  const asSource: SourceFile = { path: rendered.path, text: rendered.text };
  const lines = rendered.text.split('\n');
  return lines.flatMap((line, index) => {
    const place = (): ReturnType<typeof lineSpan> => {
      const origin = rendered.origins[index];
      return origin ? lineSpan(origin.source, origin.line) : lineSpan(asSource, index + 1);
    };
    const found = rules.filter(({ test }) => test(line)).map(({ code, says }) => diagnose(code, says, place()));
    if (line.length > limit && !(rendered.edition === 'ps1' && isData.test(line))) {
      found.push(diagnose('finish/line-too-long', `The line has ${line.length} columns.`, place()));
    }
    const twoBlank = line === '' && lines[index - 1] === '' && index < lines.length - 1;
    return twoBlank ? [...found, diagnose('finish/layout', 'Two blank lines follow each other.', place())] : found;
  });
}
