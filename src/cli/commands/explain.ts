import type { Command } from '../command.js';
import { codes, type DiagnosticCode } from '../../diagnostics/codes.js';
import { wrapText } from '../../diagnostics/terminal.js';
import { suggestNames } from '../../diagnostics/suggest.js';
import { wordsIn, type Catalog, type ErrorCode } from '../../ir/catalog.js';
import { decodeCode, readCodes, type ReadCode } from '../../page/read-codes.js';
import { explainFunction, functionNames } from '../explain-function.js';
import { compileChecklist, indexOption, readTemplates } from '../open-checklist.js';
import { exitCodes, report, UsageError } from '../run-command.js';
import { printText, widthOfOutput } from '../../host/terminal.js';

interface ExplainArguments {
  readonly index: string;
  readonly code: string;
  readonly language: AnswerLanguage;
}

/** In which the command speaks itself. */
const answerLanguages = ['en', 'ja', 'de'] as const;

export const explainCommand: Command<ExplainArguments> = {
  builder: (yargs) =>
    yargs
      .positional('code', {
        type: 'string',
        demandOption: true,
        describe: 'The code as it was printed, or a text with codes such as a line of a log',
      })
      .options({
        ...indexOption,
        language: {
          choices: answerLanguages,
          default: usualLanguage(),
          defaultDescription: 'that of this computer',
          describe: 'Language of the answer',
        },
      })
      .parserConfiguration({ 'parse-positional-numbers': false })
      .strict(),
  handler: async ({ code, index, language }) => {
    const width = widthOfOutput(100, 100);
    if (Object.hasOwn(codes, code)) {
      void printText(explainDiagnostic(code as DiagnosticCode, width));
      return;
    }
    const { library } = readTemplates();
    const known = explainFunction(code, library, width);
    if (known !== '') {
      void printText(known);
      return;
    }
    // Whether a text has codes at all is known without the table, but for names and numbers that could be anything.
    const { diagnostics, catalog } = await compileChecklist(index, 'catalog');
    if (!catalog) {
      process.exitCode = report(diagnostics, 'pretty', 50) || exitCodes.diagnostics;
      return;
    }
    const read = readCodesOf(code, catalog);
    if (read.length === 0) throw new UsageError(unreadable(code, functionNames(library)));
    void printText(read.map((each) => explainCode(each, catalog, language, width)).join('\n'));
  },
};

function usualLanguage(): AnswerLanguage {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  return answerLanguages.find((language) => locale.split('-')[0] === language) ?? 'en';
}

function unreadable(text: string, functions: readonly string[]): string {
  const [near] = suggestNames(text, [...Object.keys(codes), ...functions]);
  return `"${text}" is neither a diagnostic, a function of the library nor an error code.${near ? ` Did you mean "${near}"?` : ''}`;
}

function explainDiagnostic(code: DiagnosticCode, width: number): string {
  const entry = codes[code];
  const example = entry.example
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return `${code} (${entry.severity}): ${entry.title}\n\n${wrapText(entry.help, width)}\n\n${example}\n`;
}

/** The codes of a text, as the table of a checklist knows them. */
export function readCodesOf(text: string, { errorCodes }: Catalog): readonly ReadCode[] {
  const known = new Set(errorCodes.map(({ hresult }) => hresult.slice(2)));
  const named = new Map(errorCodes.map(({ name, hresult }) => [name, hresult.slice(2)]));
  return readCodes(
    text,
    (hresult) => known.has(hresult),
    (name) => named.get(name) ?? '',
  );
}

/** The code with its name and meaning, and the checks that it points to, most likely first. */
function explainCode({ hresult, extend }: ReadCode, catalog: Catalog, asked: AnswerLanguage, width: number): string {
  // A checklist need not have the language of whoever asks.
  const language = catalog.languages.includes(asked) ? asked : 'en';
  const say = words[language];
  const row = (key: string): ErrorCode | undefined => catalog.errorCodes.find((code) => code.hresult === key);
  const code = `0x${hresult}`;
  const entry = row(code);
  const { isError, facility, win32, ntstatus } = decodeCode(hresult);
  const value = Number.parseInt(hresult, 16);
  const parts = extend === '' ? [] : [row(`*-0x${extend[0]}`), row(`*-0x${extend.slice(3)}`)];
  const ids = entry?.checks ?? catalog.checks.filter(({ explains }) => explains.includes(code)).map(({ id }) => id);
  const checks = ids.flatMap((id) => catalog.checks.filter((check) => check.id === id));
  const facts = [
    entry ? wordsIn(entry.meaning, language) : say.unknown,
    ...parts.flatMap((part, at) =>
      part ? [`${at === 0 ? say.phase : say.operation}${wordsIn(part.meaning, language)}`] : [],
    ),
    `${value | 0}, ${value}`,
    ...(entry ? [] : [say.decoded(isError, facility)]),
    ...(win32 === null ? [] : [say.win32(win32)]),
    ...(ntstatus === null || ntstatus === code ? [] : [say.ntstatus(ntstatus)]),
  ];
  return [
    `${code}${extend === '' ? '' : `-0x${extend}`} ${entry?.name ?? ''}`.trimEnd(),
    ...facts.map((fact) => wrapText(`  ${fact}`, width, '  ')),
    checks.length > 0 ? say.from : say.none,
    ...checks.map(({ item, id, title, why }) =>
      wrapText(`  ${item} ${id}: ${say.check(wordsIn(title, language), wordsIn(why, language))}`, width, '     '),
    ),
    '',
  ].join('\n');
}

interface Words {
  readonly unknown: string;
  readonly phase: string;
  readonly operation: string;
  readonly decoded: (isError: boolean, facility: string) => string;
  readonly win32: (value: number) => string;
  readonly ntstatus: (value: string) => string;
  readonly from: string;
  readonly none: string;
  readonly check: (title: string, why: string) => string;
}

type AnswerLanguage = (typeof answerLanguages)[number];

const words: Readonly<Record<AnswerLanguage, Words>> = {
  en: {
    unknown: 'This checklist does not know the code.',
    phase: 'Phase: ',
    operation: 'Operation: ',
    decoded: (isError, facility) => `It says ${isError ? 'failure' : 'success'}; facility ${facility}.`,
    win32: (value) => `It wraps Win32 error ${value} (net helpmsg ${value}).`,
    ntstatus: (value) => `It wraps NTSTATUS ${value}.`,
    from: 'It can come from:',
    none: 'No check of this checklist explains it.',
    check: (title, why) => `${title}. ${why}`,
  },
  ja: {
    unknown: 'このチェックリストには登録されていないコードです。',
    phase: 'フェーズ：',
    operation: '処理：',
    decoded: (isError, facility) => `${isError ? '失敗' : '成功'}を表すコードです。発生元：${facility}`,
    win32: (value) => `Win32 エラー ${value} を表します (net helpmsg ${value} で説明を表示できます)。`,
    ntstatus: (value) => `NTSTATUS ${value} を表します。`,
    from: '関係するチェック：',
    none: '関係するチェックはありません。',
    check: (title, why) => `${title}。${why}`,
  },
  de: {
    unknown: 'Diese Checkliste kennt den Code nicht.',
    phase: 'Phase: ',
    operation: 'Vorgang: ',
    decoded: (isError, facility) =>
      `Er steht für einen ${isError ? 'Fehler' : 'Erfolg'}; Bereich (Facility): ${facility}.`,
    win32: (value) => `Er umschließt den Win32-Fehler ${value} (net helpmsg ${value}).`,
    ntstatus: (value) => `Er umschließt den NTSTATUS-Wert ${value}.`,
    from: 'Er kann von diesen Prüfungen herrühren:',
    none: 'Keine Prüfung dieser Checkliste erklärt ihn.',
    check: (title, why) => `${title}. ${why}`,
  },
};
