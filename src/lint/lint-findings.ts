import { suggestNames } from '../diagnostics/suggest.js';
import { placeholdersOf, type Answer, type Localized } from '../ir/catalog.js';
import { findingCalls, rowWithoutFinding } from '../powershell/findings.js';
import type { Text } from '../source/memoize.js';
import { diagnoseLine, type LineDiagnostic } from './line-diagnostic.js';

/** The words that the findings of a body may name. */
export interface FindingWords {
  readonly says: Readonly<Record<string, Localized>>;
  /** What a check advises for its findings, which may name their evidence too. */
  readonly answers: readonly Answer[];
}

/** Holds the findings of a PowerShell body against the words of its check, recipe or guard. */
export function lintFindings(body: Text, { says, answers }: FindingWords): readonly LineDiagnostic[] {
  const found = findingCalls(body).flatMap(({ command, reasons, evidence }) =>
    reasons.flatMap(({ key, row, column, length }): readonly LineDiagnostic[] => {
      const words = Object.hasOwn(says, key) ? says[key] : undefined;
      if (!words) {
        const message = `${command} names "${key}", for which "says:" has no sentence.`;
        return [
          diagnoseLine('lint/unknown-reason', message, row, column, length, suggestNames(key, Object.keys(says))),
        ];
      }
      if (evidence === null) return [];
      const advice = answers.flatMap(({ on, do: act }) => (act && on.includes(key) ? [act] : []));
      const texts = [words, ...advice].flatMap((text) => Object.values(text));
      return placeholdersOf(texts.join(' '))
        .filter((name) => !evidence.has(name))
        .map((name) => {
          const message = `The sentence "${key}" has {${name}}, which no evidence of this finding fills.`;
          return diagnoseLine('lint/placeholder', message, row, column, length, suggestNames(name, evidence));
        });
    }),
  );
  return eachOnce(found);
}

/** A text that several calls take is said once. */
function eachOnce(found: readonly LineDiagnostic[]): readonly LineDiagnostic[] {
  const said = new Set<string>();
  return found.filter(({ row, column, message }) => {
    const key = `${row} ${column} ${message}`;
    return !said.has(key) && said.add(key) !== undefined;
  });
}

/** Says where a detection in PowerShell can end without a finding. */
export function lintEndings(text: string): readonly LineDiagnostic[] {
  const row = rowWithoutFinding(text);
  if (row === null) return [];
  const length = (text.split('\n')[row] ?? '').length;
  return [diagnoseLine('lint/no-finding', 'The detection can end here without a finding.', row, 0, length)];
}

const verdicts = ['OK', 'PROBLEM', 'UNKNOWN', 'NA'];

/** Says where a detection in batch gives a verdict that is none, or that it gives none at all. */
export function lintVerdicts(text: string): readonly LineDiagnostic[] {
  const lines = text.split('\n');
  const found = lines.flatMap((line, row) =>
    Array.from(line.matchAll(/\bset\s+"?STATUS=([^"&|]*)/gi), (match) => ({
      match,
      value: (match[1] ?? '').trim(),
      row,
    })),
  );
  if (found.length === 0)
    return [diagnoseLine('cmd/verdict', 'The detection sets no STATUS.', 0, 0, (lines[0] ?? '').length)];
  return found
    .filter(({ value }) => value !== '' && !value.includes('%') && !verdicts.includes(value))
    .map(({ match, value, row }) => {
      const message = `STATUS is OK, PROBLEM, UNKNOWN or NA, not "${value}".`;
      const near = suggestNames(value, verdicts);
      return diagnoseLine('cmd/verdict', message, row, match.index, match[0].length, near);
    });
}
