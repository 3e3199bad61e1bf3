import type { ErrorCode, YAMLError } from 'yaml';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { positionOf, type SourceFile } from '../source/source-file.js';

/** What each mistake means to somebody who does not know how a YAML parser works inside. */
const sentences: Partial<Record<ErrorCode, string>> = {
  BAD_DIRECTIVE: 'A line that starts with "%" is a YAML directive, and this is none.',
  BAD_DQ_ESCAPE: 'This is no escape that a double-quoted text knows; single quotes take a backslash as it is.',
  BAD_INDENT: 'The indentation of this line fits none of the lines above it.',
  BAD_SCALAR_START: 'A text cannot start with this character unless it is quoted.',
  BLOCK_AS_IMPLICIT_KEY:
    'A key stands inside the value of another key: quote a text that holds ": ", or look at the indentation.',
  BLOCK_IN_FLOW: 'Inside [ ] and { } a value cannot be written as indented lines.',
  KEY_OVER_1024_CHARS: 'A key is longer than 1,024 characters, so a ":" or a quote is probably missing.',
  MISSING_CHAR: 'A closing quote, bracket, brace or comma, or a space or a line end, is missing here.',
  MULTILINE_IMPLICIT_KEY: 'A key goes over several lines, so a ":" or a quote is probably missing.',
  RESOURCE_EXHAUSTION: 'The file is too complex to be read.',
  UNEXPECTED_TOKEN: 'This cannot stand here.',
};

const unclosed = 'A "}" or "]" is missing before this.';

/** The diagnostic of a mistake that the YAML library found. */
export function describeSyntaxError(error: YAMLError, source: SourceFile): Diagnostic {
  const start = Math.min(error.pos[0], source.text.length);
  const end = Math.max(start, Math.min(error.pos[1], source.text.length));
  const span = { source, start, end };
  const line = source.text.slice(start - (positionOf(source, start).column - 1), end + 1);
  if (error.code === 'TAB_AS_INDENT' || /^[ ]*\t/.test(line)) {
    return diagnose('load/yaml-tab', 'A tab is used for indentation.', span);
  }
  // The library takes a missing bracket for wrong indentation of what follows.
  const isUnclosed = /^Flow (map|sequence)/.test(error.message);
  const message = isUnclosed ? unclosed : (sentences[error.code] ?? 'This is not YAML.');
  return diagnose('load/yaml-syntax', message, span);
}
