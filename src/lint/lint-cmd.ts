import { suggestNames } from '../diagnostics/suggest.js';
import type { Phase } from '../ir/catalog.js';
import type { LibraryFunction } from '../ir/library.js';
import { inPlace } from './in-place.js';
import { namesReadBare } from '../batch/cmd-holes.js';
import type { CmdCommand, CmdLine } from '../batch/cmd-lines.js';
import { argumentsOfCall, outsideQuotes, readCmdLines } from '../batch/cmd-lines.js';
import { bodyCommands, runtimeVariables } from './cmd-rules.js';
import { textsOf, valuesSet } from './cmd-values.js';
import { lineDiagnostics } from './lint-cmd-lines.js';
import { diagnoseLine, type LineDiagnostic } from './line-diagnostic.js';
import { isDeclaredCall, type ToolCalls } from './lint-reads.js';
import { unknownPart } from '../powershell/written-texts.js';
import { refuseForm, shortened } from './literal-forms.js';
import { readingTools } from './reading-tools.js';

/**
 * Holds a batch body against cmd-rules.ts: it reads through a closed list of programs, changes only through the labels
 * of its phase, and writes no file. Labels of its own are welcome. Pure; finds everything.
 *
 * @param scope what a body of its phase may call.
 */
export function lintCmd(text: string, scope: CmdScope): readonly LineDiagnostic[] {
  const lines = readCmdLines(text);
  const own = new Set(lines.flatMap(({ label }) => (label === null ? [] : [label.toLowerCase()])));
  const bare = namesReadBare(text, scope.bareElsewhere);
  const values = valuesSet(lines);
  return [
    ...lineDiagnostics(lines),
    ...lines
      .flatMap(({ commands }) => commands)
      .flatMap((command) => commandDiagnostics(command, { ...scope, own, bare, values })),
    ...lines.filter(endsOwnLabel).map((line) => fallThrough(line)),
  ].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** A label in the middle of a body is reached by the line above it too, unless that one leaves. */
function endsOwnLabel(line: CmdLine, index: number, lines: readonly CmdLine[]): boolean {
  if (line.label === null) return false;
  const previous = lines.slice(0, index).findLast(({ isComment, text }) => !isComment && text.trim() !== '');
  if (!previous || previous.label !== null) return false;
  // A loop label is entered from above on purpose; one that only `call` reaches is not.
  const called = lines.some(({ commands }) => commands.some(({ text }) => calls(text, line.label as string)));
  return called && !leaves(previous);
}

export function leaves(line: CmdLine): boolean {
  const last = line.commands.at(-1);
  return last !== undefined && !last.conditional && last.depth === 0 && /^(?:goto\b|exit\s+\/b\b)/i.test(last.text);
}

function calls(text: string, label: string): boolean {
  return new RegExp(String.raw`^call\s+:${label}(?![\w-])`, 'i').test(text);
}

function fallThrough(line: CmdLine): LineDiagnostic {
  return diagnoseLine(
    'cmd/fall-through',
    `The line above runs on into the label ":${line.label}".`,
    line.row,
    0,
    line.text.length,
  );
}

/** What a batch body may call besides the general rules. */
export interface CmdScope {
  readonly phase: Phase;
  /** Labels of the register, by name. */
  readonly library: ReadonlyMap<string, LibraryFunction>;
  /** What the register has in place of things that no body may use, by these in lower case. */
  readonly instead: ReadonlyMap<string, LibraryFunction>;
  /** Variables that bodies of the checklist have outside quotes, in capitals: all bodies of a script share their variables. */
  readonly bareElsewhere: ReadonlySet<string>;
  /** Programs that the checklist declares. */
  readonly tools: readonly ToolCalls[];
}

interface Labels extends CmdScope {
  /** Of the body itself, in lower case. */
  readonly own: ReadonlySet<string>;
  /** Variables that it has outside quotes. */
  readonly bare: ReadonlySet<string>;
  /** What its variables get. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

function commandDiagnostics(command: CmdCommand, labels: Labels): readonly LineDiagnostic[] {
  const { text, row, column } = command;
  const at = (code: string, message: string): LineDiagnostic => diagnoseLine(code, message, row, column, text.length);
  const diagnostics = redirections(text).map((target) => at('cmd/redirection', `A body writes no file: "${target}".`));
  const word = /^(?:"([^"]*)"|([^\s"]+))/.exec(text);
  const name = (word?.[1] ?? word?.[2] ?? '').toLowerCase();
  const rest = text.slice(word?.[0].length ?? 0).trim();
  const tool = /^%sys%\\([a-z0-9]+\.exe)$/.exec(name)?.[1];
  if (command.inSet && text.startsWith('"'))
    diagnostics.push(
      at(
        'cmd/tool-not-allowed',
        `cmd.exe takes off the first and the last quotation mark: write "${tool ?? name}" without.`,
      ),
    );
  if (tool !== undefined) {
    const form = readingTools[tool];
    if (labels.tools.some((declared) => declared.name === tool)) {
      if (!isDeclaredCall(labels.tools, tool, wordsOfCall(rest)))
        diagnostics.push(
          at('cmd/tool-not-allowed', `"${tool} ${rest}" is no call that the index declares, written out in full.`),
        );
    } else if (form === undefined || (form !== null && !form.test(rest)))
      diagnostics.push(
        at('cmd/tool-not-allowed', `"${tool} ${rest}" is not a reading call.${hint(tool, rest, labels)}`),
      );
    else if (tool === 'wevtutil.exe' && /^qe\b/i.test(rest) && !/\bProvider\[@Name='[^']+'\]/.test(rest))
      diagnostics.push(at('cmd/event-query', 'This query finds events of other providers with the same numbers too.'));
  } else if (!bodyCommands.has(name)) {
    diagnostics.push(
      at('cmd/tool-not-allowed', `"${name}" is not a command that bodies use.${hint(name, rest, labels)}`),
    );
  } else if (name === 'call' || name === 'goto') {
    const refused = targetRefusals(name, rest, labels);
    diagnostics.push(
      ...refused.map(({ message, suggestions }) =>
        diagnoseLine('cmd/unknown-target', message, row, column, text.length, suggestions),
      ),
      ...(refused.length === 0 && name === 'call'
        ? callRefusals(rest, labels).map((message) => at('cmd/arguments', message))
        : []),
    );
  } else if (name === 'exit' && !/^\/b\b/i.test(rest)) {
    diagnostics.push(at('cmd/exit', '"exit" without /b would end the console of the caller.'));
  } else if (name === 'set') {
    const variables = variablesSet(rest, labels.bare);
    if (variables === null) diagnostics.push(at('cmd/set-form', `"${text}" is not of the form set "NAME=value".`));
    for (const variable of variables ?? [])
      if (runtimeVariables.has(variable.toUpperCase()))
        diagnostics.push(at('cmd/runtime-variable', `"${variable}" belongs to the runtime.`));
  }
  return diagnostics;
}

/** The arguments of a program, without what becomes of its output. */
function wordsOfCall(rest: string): readonly string[] {
  const words = rest.replace(/(?:(?:^|\s+)\d?>{1,2}\s*(?:nul|&[12]))+$/i, '').trim();
  return words === '' ? [] : words.split(/\s+/).map((word) => word.replace(/^"([^"]*)"$/, '$1'));
}

/** What the register has in place of a program, or of a program with its first word. */
function hint(program: string, rest: string, { phase, instead }: Labels): string {
  const name = program.replace(/^.*\\/, '').replace(/\.exe$/, '');
  const [word = ''] = rest.toLowerCase().split(/\s/);
  return inPlace(instead.get(`${name} ${word}`) ?? instead.get(name), phase);
}

/** Names of the variables that the words behind `set` give a value; null for a form in which that does not show. */
function variablesSet(rest: string, bare: ReadonlySet<string>): readonly string[] | null {
  const words = rest.replace(/\s*(?:\d?>{1,2}\s*(?:nul|&[12]))+$/i, '');
  const sum = /^\/a\s+(.*)$/i.exec(words)?.[1];
  if (sum !== undefined) {
    const isPlain = /^(?:"[\w\s%~:,()+*/=-]+"|[\w\s%~:,()+*/=-]+)$/.test(sum);
    return isPlain ? Array.from(sum.matchAll(/([A-Za-z_]\w*)\s*[+*/%-]?=/g), ([, name]) => name as string) : null;
  }
  // %NAME:"=x% is replaced before anything is parsed: its quotation mark never stands there.
  const given = /^(?:"([A-Za-z_]\w*)=((?:[^"]|%\w+:"=[^"%]*%)*)"|([A-Za-z_]\w*)=([^"&|>^]*))$/.exec(words);
  const name = given?.[1] ?? given?.[3];
  if (name === undefined) return null;
  return bare.has(name.toUpperCase()) && /[&|>^]/.test(given?.[2] ?? '') ? null : [name];
}

interface TargetRefusal {
  readonly message: string;
  readonly suggestions: readonly string[];
}

function targetRefusals(word: string, rest: string, { phase, library, own }: Labels): readonly TargetRefusal[] {
  const target = /^:?([A-Za-z_][\w-]*)/.exec(rest)?.[1];
  const refuse = (message: string, known: Iterable<string> = []): readonly TargetRefusal[] => [
    { message, suggestions: target === undefined ? [] : suggestNames(target, known).map((name) => `:${name}`) },
  ];
  if (target === undefined) return refuse(`"${word} ${rest}" names no label.`);
  if (word === 'call' && !rest.startsWith(':'))
    return refuse(`"call ${target}" would run a file; a label starts with a colon.`, [...library.keys(), ...own]);
  if (own.has(target.toLowerCase()) || (word === 'goto' && target.toLowerCase() === 'eof')) return [];
  if (word === 'goto') return refuse(`The body has no label ":${target}".`, own);
  if (library.has(target)) return [];
  return refuse(`":${target}" is no label that a ${phase} body may call.`, [...library.keys(), ...own]);
}

/** What is wrong with the arguments of a label of the library: their number, and words and numbers that are written out. */
function callRefusals(rest: string, { library, own, values }: Labels): readonly string[] {
  const [, label = '', behind = ''] = /^:([A-Za-z_][\w-]*)(.*)$/.exec(rest) ?? [];
  const called = library.get(label);
  if (!called || own.has(label.toLowerCase()) || /%\*/.test(behind)) return [];
  const { parameters } = called;
  const given = argumentsOfCall(behind);
  const least = parameters.filter(({ required }) => required).length;
  const most = parameters.some(({ type }) => type === 'words') ? Infinity : parameters.length;
  if (given.length < least || given.length > most) {
    const names = parameters.map(({ name }) => name).join(' ');
    return [
      `":${label}" takes ${parameters.length === 0 ? 'no arguments' : names}, and gets ${given.length || 'nothing'}.`,
    ];
  }
  return parameters.flatMap(({ name, type, form, of }, at) => {
    const value = given[at]?.replaceAll('"', '') ?? '';
    const takes = (text: string): string | null => {
      const wrong = form && refuseForm(form, text);
      if (wrong !== null) return `takes ${wrong};`;
      if (text.includes(unknownPart)) return null;
      if (of.length > 0) return of.includes(text.toLowerCase()) ? null : `is one of ${of.join(', ')},`;
      return type === 'number' && !/^\d+$/.test(text) ? 'is a number,' : null;
    };
    return textsOf(value, values).flatMap((text) => {
      const wrong = takes(text);
      const shown = shortened(text.replaceAll(unknownPart, '...'));
      return wrong === null ? [] : [`"${name}" of ":${label}" ${wrong} not "${shown}".`];
    });
  });
}

/** Targets of redirections that are neither the null device nor another handle. */
function redirections(text: string): readonly string[] {
  const plain = outsideQuotes(text).replace(/\^./g, '  ');
  return Array.from(
    plain.matchAll(/>{1,2}/g),
    (match) =>
      text
        .slice(match.index + match[0].length)
        .trim()
        .split(/\s/)[0] ?? '',
  ).filter((target) => !/^(?:nul|&[12])$/i.test(target));
}
