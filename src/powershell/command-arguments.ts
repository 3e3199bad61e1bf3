import type { Node } from './parse-ps1.js';

/*
 * What a call in a syntax tree gives to its parameters. A text inside an argument that looks like a parameter is none.
 */

/** Names of the parameters that a command is given, as they are written and without "-". */
export function parametersIn(command: Node): readonly string[] {
  return elementsOf(command).flatMap(({ type, text }) => (type === 'command_parameter' ? [nameOf(text)] : []));
}

/** What a command is given, without the names of parameters. */
export function argumentsIn(command: Node): readonly Node[] {
  return elementsOf(command).filter(({ type }) => type !== 'command_parameter');
}

/** Names of the variables that a command is given by "@". */
export function splattedIn(command: Node): readonly string[] {
  return argumentsIn(command).flatMap((argument) => /^@(\w+)$/.exec(argument.text)?.[1] ?? []);
}

/** A parameter that a command is given, and what stands behind its name; null where nothing does. */
export interface GivenParameter {
  /** As it is written, without "-". */
  readonly name: string;
  readonly node: Node;
  readonly argument: Node | null;
}

/** What a command is given by name, in its order; and what stands behind no name. */
export function bindingsIn(
  command: Node,
  isSwitch: (name: string) => boolean,
): { readonly named: readonly GivenParameter[]; readonly others: readonly Node[] } {
  const named: GivenParameter[] = [];
  const others: Node[] = [];
  const elements = elementsOf(command).filter(
    // The grammar ends an argument at the bracket of a method's call, which stands right behind it.
    ({ type, text, startIndex }, at, all) =>
      type !== 'redirection' &&
      !/^\d?>/.test(text) &&
      (all[at - 1]?.type === 'command_parameter' || all[at - 1]?.endIndex !== startIndex),
  );
  for (let at = 0; at < elements.length; at += 1) {
    const node = elements[at] as Node;
    if (node.type !== 'command_parameter') {
      others.push(node);
      continue;
    }
    const name = nameOf(node.text);
    const next = elements[at + 1];
    const hasArgument = next !== undefined && next.type !== 'command_parameter';
    // A switch takes a value behind a colon alone.
    const takes = hasArgument && (node.text.endsWith(':') || !isSwitch(name));
    named.push({ name, node, argument: takes ? next : null });
    if (takes) at += 1;
  }
  return { named, others };
}

/** What stands behind a parameter; null where the parameter is not there, or is a switch. Names match in any case. */
export function argumentOf(command: Node, parameter: string): Node | null {
  const elements = elementsOf(command);
  const at = elements.findIndex(
    ({ type, text }) => type === 'command_parameter' && nameOf(text).toLowerCase() === parameter.toLowerCase(),
  );
  const argument = at === -1 ? undefined : elements[at + 1];
  return argument === undefined || argument.type === 'command_parameter' ? null : argument;
}

/** The texts in single quotes that a list begins with. */
export function leadingTexts(list: Node): readonly string[] {
  const items = list.type === 'array_literal_expression' ? list.namedChildren : [];
  const texts = items.map((item) => (item === null ? null : textOf(item)));
  const end = texts.indexOf(null);
  return (end === -1 ? texts : texts.slice(0, end)).filter((text) => text !== null);
}

/** What an argument that is one text in single quotes says; null for any other. */
export function singleText(argument: Node): string | null {
  const [text = null, ...others] = leadingTexts(argument);
  return others.length === 0 && argument.namedChildCount === 1 ? text : null;
}

function textOf(item: Node): string | null {
  const literal = /^'((?:[^']|'')*)'$/.exec(item.text)?.[1];
  const isString = item.descendantsOfType('verbatim_string_characters').length === 1;
  return isString && literal !== undefined ? literal.replaceAll("''", "'") : null;
}

function elementsOf(command: Node): readonly Node[] {
  const children = command.childForFieldName('command_elements')?.namedChildren ?? [];
  return children.filter(
    (child) => child !== null && child.type !== 'command_argument_sep' && child.type !== 'stop_parsing',
  ) as Node[];
}

function nameOf(parameter: string): string {
  return parameter.replace(/^-|:$/g, '');
}
