import type { Command } from '../command.js';
import { codes, type DiagnosticCode } from '../../diagnostics/codes.js';
import { suggestNames } from '../../diagnostics/suggest.js';
import type { Catalog } from '../../ir/catalog.js';
import { compileChecklist, indexOption } from '../open-checklist.js';
import { exitCodes, report, UsageError } from '../run-command.js';

interface ExplainArguments {
  readonly index: string;
  readonly code: string;
}

export const explainCommand: Command<ExplainArguments> = {
  builder: (yargs) =>
    yargs
      .positional('code', { type: 'string', demandOption: true, describe: 'The code, as it was printed' })
      .options(indexOption)
      .parserConfiguration({ 'parse-positional-numbers': false })
      .strict(),
  handler: async ({ code, index }) => {
    const hresult = parseHresult(code);
    if (hresult === null) {
      process.stdout.write(explainDiagnostic(code));
      return;
    }
    const { diagnostics, catalog } = await compileChecklist(index, 'plan');
    if (catalog) process.stdout.write(explainHresult(hresult, catalog));
    else process.exitCode = report(diagnostics, 'pretty', 50) || exitCodes.diagnostics;
  },
};

function explainDiagnostic(code: string): string {
  const entry = codes[code as DiagnosticCode];
  if (!entry) {
    const [near] = suggestNames(code, Object.keys(codes));
    throw new UsageError(
      `"${code}" is neither a diagnostic nor an error code.${near ? ` Did you mean "${near}"?` : ''}`,
    );
  }
  const example = entry.example
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return `${code} (${entry.severity}): ${entry.title}\n\n${entry.help}\n\n${example}\n`;
}

/**
 * An HRESULT in any of the spellings that Windows and people use: 0x80070422, 80070422, -2147023838, 2147943458.
 * @returns "0x" and eight upper-case digits, or null for anything else.
 */
export function parseHresult(text: string): string | null {
  const hex = /^(?:0x)?([0-9a-f]{8})$/i.exec(text)?.[1];
  const decimal = /^-?\d{9,10}$/.test(text) ? Number(text) : NaN;
  const value = hex === undefined ? decimal : Number.parseInt(hex, 16);
  if (!Number.isInteger(value) || value < -0x8000_0000 || value > 0xffff_ffff) return null;
  return `0x${(value >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}

/** The code with its name and meaning, and the checks that it points to, most likely first. */
function explainHresult(hresult: string, catalog: Catalog): string {
  const entry = catalog.errorCodes.find((code) => code.hresult === hresult);
  const wrapped = win32CodeOf(hresult);
  const ids = entry?.checks ?? catalog.checks.filter(({ explains }) => explains.includes(hresult)).map(({ id }) => id);
  const checks = ids.flatMap((id) => catalog.checks.filter((check) => check.id === id));
  return [
    `${hresult} ${entry ? entry.name : 'is not in the table of this checklist.'}`.trimEnd(),
    ...(entry ? [`  ${entry.meaning.en}`, `  ${entry.meaning.ja}`] : []),
    ...(wrapped === null ? [] : [`  It wraps Win32 error ${wrapped}.`]),
    checks.length > 0 ? 'It can come from:' : 'No check of this checklist explains it.',
    ...checks.map(({ item, id, title, why }) => {
      return `  ${item} ${id}: ${title.en}. ${why.en}\n     ${title.ja}: ${why.ja}`;
    }),
    '',
  ].join('\n');
}

/** The Win32 error code in an HRESULT of FACILITY_WIN32 (HRESULT_FROM_WIN32 of winerror.h); null for other ones. */
function win32CodeOf(hresult: string): number | null {
  return hresult.startsWith('0x8007') ? Number.parseInt(hresult.slice(6), 16) : null;
}
