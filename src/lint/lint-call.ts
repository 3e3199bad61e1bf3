import { suggestNames } from '../diagnostics/suggest.js';
import type { LibraryFunction, LibraryParameter } from '../ir/library.js';
import { bindingsIn, splattedIn } from '../powershell/command-arguments.js';
import { literalOf, type Literal } from '../powershell/literals.js';
import type { Node } from '../powershell/parse-ps1.js';
import { splattedTo } from '../powershell/splatting.js';
import { unknownPart, writtenTexts } from '../powershell/written-texts.js';
import { wayOf51 } from './later.js';
import { refuseForm, shortened } from './literal-forms.js';
import { commonParameters, neededParameters, type CommandParameter, type WindowsCommand } from './body-rules.js';
import { refuse, type Refusal } from './refusal.js';

/** A parameter that a call gives, whichever way. */
interface Given {
  readonly name: string;
  readonly node: Node;
  readonly argument: Node | null;
}

/** Holds a call of a function of the register against its row: names, what is missing, and what shows of the values. */
export function libraryCall(command: Node, called: LibraryFunction): readonly Refusal[] {
  const { name, parameters } = called;
  const { given, others, refusals } = givenTo(command, name, parameters, false);
  const isGiven = ({ name: wanted }: LibraryParameter): boolean => given.some((each) => isSame(each.name, wanted));
  const missing = parameters.filter((each) => each.required && !isGiven(each)).map((each) => `-${each.name}`);
  return [
    ...refusals,
    ...others.flatMap((at) =>
      refuse('argument', `"${name}" takes its arguments by name, and "${firstLine(at)}" stands behind none.`, { at }),
    ),
    ...(missing.length > 0 && others.length === 0 && refusals.length === 0
      ? refuse('missing-parameter', `"${name}" needs ${inWords(missing)}.`)
      : []),
    ...given.flatMap((each) => wrongValue(name, each, parameters)),
  ];
}

/** Holds a call of a reading command of Windows against what is known of it. */
export function commandCall(command: Node, name: string, { parameters, places }: WindowsCommand): readonly Refusal[] {
  const { given, others, refusals } = givenTo(command, name, parameters, true);
  const free = places.map((names) => names.filter((each) => !given.some(({ name: named }) => isSame(named, each))));
  const [tooMany = null] = free.some((names) => names.includes('*'))
    ? []
    : others.slice(Math.max(0, ...free.map((names) => names.length)));
  const isPiped = command.parent?.namedChildren.find((child) => child?.type !== 'comment')?.id !== command.id;
  const open = (neededParameters[name] ?? []).filter(
    (group) => !group.some((wanted) => given.some((each) => isSame(each.name, wanted))),
  );
  // What stands behind no name, and what comes from a pipe, fills the others in their order.
  const [group = null] = open.slice(others.length + (isPiped ? 1 : 0));
  return [
    ...refusals,
    ...(tooMany
      ? refuse('argument', `"${name}" has no place for ${firstLine(tooMany)} in Windows PowerShell 5.1.`, {
          at: tooMany,
        })
      : []),
    ...(group && refusals.length === 0
      ? refuse('missing-parameter', `"${name}" needs ${group.map((each) => `-${each}`).join(' or ')}.`)
      : []),
  ];
}

/** What a call gives by name, in a table or not, and what is wrong with the names alone. */
function givenTo(
  command: Node,
  name: string,
  parameters: readonly (CommandParameter | LibraryParameter)[],
  isOfWindows: boolean,
): { readonly given: readonly Given[]; readonly others: readonly Node[]; readonly refusals: readonly Refusal[] } {
  const known = [...parameters, ...commonParameters];
  const find = (wanted: string) => known.find((each) => isSame(each.name, wanted));
  const isSwitch = (wanted: string): boolean => {
    const found = find(wanted);
    return found !== undefined && 'isSwitch' in found && found.isSwitch;
  };
  const { named, others } = bindingsIn(command, isSwitch);
  const splatted = splattedTo(command);
  const given: readonly Given[] = [...named, ...(splatted ?? [])];
  const refusals: Refusal[] = [];
  if (splatted === null) {
    const form = 'a table that the body writes out, @{ Name = ... }, and changes nowhere';
    refusals.push(...refuse('unknown-parameter', `"${name}" takes behind "@" only ${form}.`));
  }
  given.forEach(({ name: written, node, argument }, at) => {
    const parameter = find(written);
    if (!parameter) {
      const where = isOfWindows ? ' in Windows PowerShell 5.1' : '';
      const suggestions = suggestNames(
        written,
        parameters.map((each) => each.name),
      ).map((each) => `-${each}`);
      const way = isOfWindows ? wayOf51(`${name} -${written}`) : '';
      const message = `"${name}" has no parameter "-${written}"${where}.${way}`;
      refusals.push(...refuse('unknown-parameter', message, { at: node, suggestions: way === '' ? suggestions : [] }));
      return;
    }
    // Tables of several branches may each give it.
    const isTwice = at < named.length && given.findIndex((each) => isSame(each.name, written)) < at;
    if (isTwice) refusals.push(...refuse('argument', `"${name}" is given -${parameter.name} twice.`, { at: node }));
    if (argument === null && !isSwitch(written))
      refusals.push(...refuse('argument', `"${name}" gets nothing for -${parameter.name}.`, { at: node }));
    if (argument !== null && 'isSwitch' in parameter)
      refusals.push(...wrongWord(name, parameter, literalOf(argument), argument));
  });
  return { given, others: others.filter(({ text }) => !splattedIn(command).includes(text.slice(1))), refusals };
}

function wrongValue(
  name: string,
  { name: written, argument }: Given,
  parameters: readonly LibraryParameter[],
): readonly Refusal[] {
  const parameter = parameters.find((each) => isSame(each.name, written));
  if (!parameter || !argument) return [];
  const literal = literalOf(argument);
  const word = wrongWord(name, parameter, literal, argument);
  const isLeftOut = literal.kind === 'nothing' && !parameter.required;
  if (word.length > 0 || isLeftOut) return word;
  if (fits(literal, parameter.type)) return wrongForm(name, parameter, argument);
  const message = `-${parameter.name} of "${name}" takes ${kinds[parameter.type] ?? parameter.type}, not ${firstLine(argument)}.`;
  return refuse('argument', message, { at: argument });
}

/** A text that the action would refuse on every PC. */
function wrongForm(
  name: string,
  { name: parameter, form, required, type }: LibraryParameter,
  argument: Node,
): readonly Refusal[] {
  if (form === null) {
    // Windows PowerShell takes an empty text for none where a parameter is mandatory.
    const isEmpty =
      required &&
      type.startsWith('string') &&
      literalOf(argument).kind === 'text' &&
      /^(''|"")$/.test(argument.text.trim());
    return isEmpty ? refuse('argument', `-${parameter} of "${name}" takes no empty text.`, { at: argument }) : [];
  }
  return writtenTexts(argument).flatMap(({ text, node }) => {
    const takes = refuseForm(form, text);
    const shown = shortened(text.replaceAll(unknownPart, '...'));
    const message = `-${parameter} of "${name}" takes ${takes ?? ''}; not "${shown}".`;
    return takes === null ? [] : refuse('argument', message, { at: node });
  });
}

/** A word that is none of those that a parameter takes. */
function wrongWord(
  name: string,
  parameter: Pick<LibraryParameter, 'name' | 'of'>,
  literal: Literal,
  at: Node,
): readonly Refusal[] {
  if (parameter.of.length === 0) return [];
  const isTaken = (text: string): boolean =>
    text.includes(unknownPart) || parameter.of.some((each) => isSame(each, text));
  const texts = literal.kind === 'number' ? [{ text: String(literal.value), node: at }] : writtenTexts(at);
  return texts
    .filter(({ text }) => !isTaken(text))
    .flatMap(({ text, node }) => {
      const message = `-${parameter.name} of "${name}" takes ${inWords(parameter.of, 'or')}, not "${text}".`;
      return refuse('argument', message, { at: node, suggestions: suggestNames(text, parameter.of) });
    });
}

const kinds: Readonly<Record<string, string>> = {
  string: 'one text',
  'string[]': 'texts',
  int: 'a whole number',
  int64: 'a whole number',
  'int[]': 'whole numbers',
  datetime: 'a time',
  hashtable: 'a table, @{ Name = ... }',
};

/** Whether Windows PowerShell would make a value of a type from what is written, so far as that shows. */
function fits(literal: Literal, type: string): boolean {
  if (literal.kind === 'unknown') return true;
  if (type.endsWith('[]')) {
    const items = literal.kind === 'list' ? (literal.items ?? []) : [literal];
    return items.every((item) => fits(item, type.slice(0, -2)));
  }
  switch (type) {
    case 'string':
      return literal.kind === 'text' || literal.kind === 'number';
    case 'int':
    case 'int64':
      if (literal.kind === 'number') return Number.isInteger(literal.value) && Math.abs(literal.value) <= largest[type];
      return literal.kind === 'text' && (literal.value === null || /^\s*[+-]?\d+\s*$/.test(literal.value));
    case 'datetime':
      return literal.kind === 'text' && (literal.value === null || /\d/.test(literal.value));
    case 'hashtable':
      return literal.kind === 'table';
    default:
      return true;
  }
}

const largest = { int: 0x7fffffff, int64: Number.MAX_SAFE_INTEGER };

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function inWords(names: readonly string[], last = 'and'): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((each) => each !== '').join(` ${last} `);
}

function firstLine({ text }: Node): string {
  return text.split('\n', 1)[0] ?? '';
}
