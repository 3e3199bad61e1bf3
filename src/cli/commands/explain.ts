import type { Command } from '../command.js';
import { codes, type DiagnosticCode } from '../../diagnostics/codes.js';
import { wrapText } from '../../diagnostics/terminal.js';
import { suggestNames } from '../../diagnostics/suggest.js';
import { wordsIn, type Audience, type Check, type ErrorCode, type Language } from '../../ir/catalog.js';
import { decodeCode, readCodes, type ReadCode } from '../../page/read-codes.js';
import { explainedFunctions, explainFunction, functionNames, type ExplainedFunction } from '../explain-function.js';
import { indexOption } from '../checklist-index.js';
import { cacheOption, lastAnswer, type Answer } from '../last-answer.js';
import { exitCodes, report, UsageError } from '../run-command.js';
import { printText, widthOfOutput } from '../../host/terminal.js';

interface ExplainArguments {
  readonly index: string;
  readonly code: string;
  readonly language: AnswerLanguage;
  readonly cache: boolean;
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
        ...cacheOption,
        language: {
          choices: answerLanguages,
          default: usualLanguage(),
          defaultDescription: 'that of this computer',
          describe: 'Language of the answer',
        },
      })
      .parserConfiguration({ 'parse-positional-numbers': false })
      .strict(),
  handler: async ({ code, index, language, cache }) => {
    const width = widthOfOutput(100, 100);
    if (Object.hasOwn(codes, code)) {
      void printText(explainDiagnostic(code as DiagnosticCode, width));
      return;
    }
    // No function is called like a number.
    const known = /^(?:0x[0-9a-f]+|-?\d+)$/i.test(code) ? '' : explainFunction(code, await readFunctions(cache), width);
    if (known !== '') {
      void printText(known);
      return;
    }
    // Nothing else is written so: a checklist with mistakes, which this is asked about, has no say in it.
    if (/^[a-z]+\/[a-z-]+$/.test(code))
      throw new UsageError(unreadable(code, functionNames(await readFunctions(cache))));
    // Whether a text has codes at all is known without the table, but for names and numbers that could be anything.
    const { diagnostics, value: table } = await readTable(index, cache);
    if (!table) {
      process.exitCode = report(diagnostics, 'pretty', 50) || exitCodes.diagnostics;
      return;
    }
    const read = readCodesOf(code, table);
    if (read.length === 0) throw new UsageError(unreadable(code, functionNames(await readFunctions(cache))));
    void printText(read.map((each) => explainCode(each, table, language, width)).join('\n'));
  },
};

/** What the command knows of functions. */
async function readFunctions(cache: boolean): Promise<readonly ExplainedFunction[]> {
  const isValue = (value: unknown): value is readonly ExplainedFunction[] => Array.isArray(value);
  const question = { command: 'explain function', options: [], index: null, cache, isValue };
  const { value } = await lastAnswer(question, async (disk) => {
    const { readTemplates } = await import('../open-checklist.js');
    return { diagnostics: [], value: explainedFunctions(readTemplates(disk).library) };
  });
  return value ?? [];
}

/** What the command knows of the codes of a checklist: plain data, which can be kept. */
interface CodeTable {
  readonly languages: readonly Language[];
  readonly errorCodes: readonly Pick<ErrorCode, 'hresult' | 'name' | 'meaning' | 'checks'>[];
  readonly checks: readonly Pick<Check, 'item' | 'id' | 'title' | 'why' | 'audience' | 'explains'>[];
}

function readTable(index: string, cache: boolean): Promise<Answer<CodeTable>> {
  const isValue = (value: unknown): value is CodeTable => typeof value === 'object';
  return lastAnswer({ command: 'explain code', options: [], index, cache, isValue }, async (disk) => {
    const { compileChecklist } = await import('../open-checklist.js');
    const { diagnostics, catalog } = await compileChecklist(index, 'catalog', { disk });
    if (!catalog) return { diagnostics, value: null };
    const value = {
      languages: catalog.languages,
      errorCodes: catalog.errorCodes.map(({ hresult, name, meaning, checks }) => ({ hresult, name, meaning, checks })),
      checks: catalog.checks.map(({ item, id, title, why, audience, explains }) => ({
        item,
        id,
        title,
        why,
        audience,
        explains,
      })),
    };
    return { diagnostics, value };
  });
}

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
export function readCodesOf(text: string, { errorCodes }: Pick<CodeTable, 'errorCodes'>): readonly ReadCode[] {
  const known = new Set(errorCodes.map(({ hresult }) => hresult.slice(2)));
  const named = new Map(errorCodes.map(({ name, hresult }) => [name, hresult.slice(2)]));
  return readCodes(
    text,
    (hresult) => known.has(hresult),
    (name) => named.get(name) ?? '',
  );
}

/** The code with its name and meaning, and the checks that it points to, most likely first. */
function explainCode({ hresult, extend }: ReadCode, catalog: CodeTable, asked: AnswerLanguage, width: number): string {
  // A checklist need not have the language of whoever asks.
  const language = catalog.languages.includes(asked) ? asked : 'en';
  const say = words[language];
  const row = (key: string): CodeTable['errorCodes'][number] | undefined =>
    catalog.errorCodes.find((code) => code.hresult === key);
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
    ...checks.map(({ item, id, title, why, audience }) => {
      const [whom, ...others] = audience;
      const only = whom && others.length === 0 ? say.only[whom] : '';
      return wrapText(
        `  ${item} ${id}${only}: ${say.check(wordsIn(title, language), wordsIn(why, language))}`,
        width,
        '     ',
      );
    }),
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
  /** Beside the name of a check that is not for everybody. */
  readonly only: Readonly<Record<Audience, string>>;
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
    only: { home: ' (at home)', organisation: ' (in organisations)' },
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
    only: { home: ' (家庭)', organisation: ' (組織)' },
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
    only: { home: ' (für Privatleute)', organisation: ' (für Organisationen)' },
  },
};
