import type { Phase } from '../ir/catalog.js';
import type { LibraryFunction } from '../ir/library.js';
import { inPlace } from './in-place.js';
import { suggestNames } from '../diagnostics/suggest.js';
import { diagnoseLine, type LineDiagnostic } from './line-diagnostic.js';
import { commandCall, libraryCall } from './lint-call.js';
import {
  formatOfOperator,
  patternOfCast,
  patternOfCommand,
  patternOfMethod,
  patternOfOperator,
  patternsOfSwitch,
} from './lint-patterns.js';
import { refuse, type Refusal } from './refusal.js';
import {
  aliases,
  forbiddenVariables,
  mostArguments,
  readingCommands,
  readingMethods,
  readingTypes,
  staticMethods,
  tableTypes,
  type WindowsCommand,
} from './body-rules.js';
import { argumentOf, argumentsIn, leadingTexts, parametersIn, singleText } from '../powershell/command-arguments.js';
import { splattedTo, type Splatted } from '../powershell/splatting.js';
import { nodesOf, parsePs1, type Node } from '../powershell/parse-ps1.js';
import { hasInstance, hasStatic, laterProperties, wayOf51 } from './later.js';
import { unknownPart, writtenTexts } from '../powershell/written-texts.js';
import { entriesOf, keyIn } from '../powershell/tables.js';
import { isDeclaredCall, type ToolCalls } from './lint-reads.js';
import { readingTools } from './reading-tools.js';

/** What a body may call besides the general rules. */
export interface BodyScope {
  readonly phase: Phase;
  /** What bodies of this phase may call, by name. */
  readonly library: ReadonlyMap<string, LibraryFunction>;
  /** What the register has in place of things that no body may use, by these in lower case. */
  readonly instead: ReadonlyMap<string, LibraryFunction>;
  /** COM classes that the checklist declares it reads. */
  readonly comClasses: readonly string[];
  /** Commands that it declares. */
  readonly commands: ReadonlyMap<string, WindowsCommand>;
  /** Programs that it declares. */
  readonly tools: readonly ToolCalls[];
}

/**
 * Holds a PowerShell body against body-rules.ts: only reading commands, types and methods, functions of the register
 * for its phase, no way round them (call operator, redirection, member assignment, dynamic names). Pure; finds everything.
 */
export function lintPs1(text: string, scope: BodyScope): readonly LineDiagnostic[] {
  return parsePs1(text, (root) =>
    oneALine(root, scope).flatMap(({ node, found }) => {
      if (found.length === 0) return [];
      return found.map(({ code, message, at = node, suggestions = [] }) => {
        const { row, column } = at.startPosition;
        const length = Math.min(at.text.indexOf('\n') >>> 0, at.text.length);
        return diagnoseLine(code, message, row, column, length, suggestions);
      });
    }),
  );
}

/** What each node has against it. Of a line that cannot be read that is said once, whatever the reader made of its rest. */
function oneALine(
  root: Node,
  scope: BodyScope,
): readonly { readonly node: Node; readonly found: readonly Refusal[] }[] {
  const unread = new Set<number>();
  return nodesOf(root, Object.keys(rules)).map((node) => {
    const rule = rules[node.type];
    if (rule) return { node, found: isUnread(node) ? [] : rule(node, scope) };
    const found = unreadable(node);
    const isKnown = unread.has(node.startPosition.row);
    if (found.length > 0) unread.add(node.startPosition.row);
    return { node, found: isKnown ? [] : found };
  });
}

/** Whether it is a number in the place of a command's name, which is a consequence where the text cannot be read before it. */
function isUnread(node: Node): boolean {
  return node.type === 'command' && /^\d/.test(node.text) && node.tree.rootNode.hasError;
}

type Rule = (node: Node, scope: BodyScope) => readonly Refusal[];

function unreadable(node: Node): readonly Refusal[] {
  if (!node.isError && !node.isMissing) return [];
  let root = node;
  while (root.parent) root = root.parent;
  const lines = root.text.split('\n');
  const line = lines[node.startPosition.row] ?? '';
  const below = lines.slice(node.startPosition.row + 1).find((each) => each.trim() !== '') ?? '';
  if (/^\s*\|/.test(line) || /^\s*\|/.test(below)) return refuse('unreadable', pipeInFront);
  return refuse(
    'unreadable',
    forms.find(({ pattern }) => pattern.test(line))?.says ?? 'The structure of this text cannot be read.',
  );
}

const jumpToLabel =
  'A jump to a label cannot be read here. Leave the loops by a condition, or by a variable that the outer one looks at.';

const pipeInFront =
  'A line that begins with "|" came with PowerShell 7, and keeps a script from starting in 5.1. End the line above with "|".';

/** A form of PowerShell 7, by what `waysOf51` has in its place. */
function cameLater(form: string): string {
  return `This form came with PowerShell 7, and ends a script in Windows PowerShell 5.1.${wayOf51(form)}`;
}

/** Forms that cannot be read, and why; looked for in a line of which that is known. */
const forms: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  {
    pattern: /\b(?:break|continue)[ \t]+[A-Za-z_$]/i,
    says: jumpToLabel,
  },
  { pattern: /\?\?=/, says: cameLater('??=') },
  { pattern: /\?\?/, says: cameLater('??') },
  { pattern: /[\w)\]}]\?[.[]/, says: cameLater('?.') },
  { pattern: /\s(?:&&|\|\|)\s/, says: cameLater('&&') },
  { pattern: /\s\?\s[^{]*\s:\s/, says: cameLater('?:') },
  {
    pattern: /\s-?\w+(?:\s+\w+)?,\s*[\w@$('"]/,
    says: "A list of words without quotes cannot be read here. Write it as @('a', 'b').",
  },
];

const rules: Readonly<Record<string, Rule>> = {
  command: lintCommand,
  invokation_expression: (node, scope) => [...lintMethod(node, scope), ...patternOfMethod(node)],
  type_literal: lintType,
  assignment_expression: (node) => lintTarget(node.namedChildren[0] ?? null),
  foreach_statement: (node) => lintTarget(node.namedChildren.find((child) => child?.type === 'variable') ?? null),
  pre_increment_expression: lintTarget,
  pre_decrement_expression: lintTarget,
  post_increment_expression: lintTarget,
  post_decrement_expression: lintTarget,
  variable: lintVariable,
  comparison_expression: (node) => [...lintTypeOperator(node), ...patternOfOperator(node)],
  cast_expression: (node) => [...lintCast(node), ...patternOfCast(node)],
  switch_statement: patternsOfSwitch,
  format_expression: formatOfOperator,
  format_argument_expression: formatOfOperator,
  comparison_argument_expression: (node) => [...lintTypeOperator(node), ...patternOfOperator(node)],
  pipeline_chain_tail: () => refuse('unreadable', cameLater('&&')),
  member_access: lintMember,
  hash_literal_expression: lintTable,
  expandable_string_literal: lintExpandable,
  expandable_here_string_literal: lintExpandable,
  redirection: (node, scope) => (/^2>(?:\s*\$null|&1)$/i.test(node.text.trim()) ? [] : redirected(node, scope)),
  generic_token: (node, scope) => (node.text.includes('>') && node.text !== '2>$null' ? redirected(node, scope) : []),
  stop_parsing: () => refuse('call-operator', '"--%" keeps a reader from seeing what is called.'),
  flow_control_statement: lintJump,
  comment: ({ text }) =>
    /^#requires\b/i.test(text)
      ? refuse('requires', `"${text.trim()}" would keep every script that holds the body from starting.`)
      : [],
  function_statement: () => refuse('definition', 'A body is one function and defines none.'),
  class_statement: () => refuse('definition', 'A body is one function and defines no class.'),
  enum_statement: () => refuse('definition', 'A body is one function and defines no type.'),
  data_statement: () => refuse('definition', 'A body is one function and has no section "data".'),
  inlinescript_statement: () => refuse('definition', 'A body is one function and no workflow.'),
  parallel_statement: () => refuse('definition', 'A body is one function and no workflow.'),
  sequence_statement: () => refuse('definition', 'A body is one function and no workflow.'),
  trap_statement: () => refuse('definition', '"trap" hides where an error is handled; use try and catch.'),
};

function redirected(node: Node, scope: BodyScope): readonly Refusal[] {
  if (/>\s*\$null$/i.test(node.text.trim()))
    return refuse('redirection', `"${node.text.trim()}" is not read here. Write "$null = " in front of the call.`);
  const instead = inPlace(scope.instead.get('out-file'), scope.phase);
  return refuse('redirection', `"${node.text.trim()}" writes to a file.${instead}`);
}

function lintCommand(node: Node, scope: BodyScope): readonly Refusal[] {
  const nameNode = node.childForFieldName('command_name');
  if (!nameNode || nameNode.type !== 'command_name') {
    return refuse(
      'call-operator',
      `"${firstLine(node)}" runs something that a reader cannot see; call a function by its name.`,
    );
  }
  const name = nameNode.text;
  const called = scope.library.get(name);
  if (called) {
    return [
      ...libraryCall(node, called),
      ...variablesNamed(node),
      ...(name === 'Invoke-ReadOnlyTool' ? lintReadOnlyTool(node, scope) : []),
    ];
  }
  const command = readingCommands.get(name) ?? scope.commands.get(name);
  if (!command) return [refuseCommand(name, scope)];
  return [
    ...commandCall(node, name, command),
    ...variablesNamed(node),
    ...patternOfCommand(node, name),
    ...(name === 'New-Object' ? lintNewObject(node, scope) : []),
    ...(name === 'ForEach-Object' ? lintForEachObject(node) : []),
  ];
}

function refuseCommand(name: string, scope: BodyScope): Refusal {
  if (/^(?:0b[01]+|\d+(?:u[ysl]?|[ysn]))$/i.test(name)) return { code: 'lint/unreadable', message: cameLater(name) };
  if (/^\d/.test(name)) {
    const message = `"${name}" cannot be read here, as in a text in double quotes. Give it to a variable in a line of its own.`;
    return { code: 'lint/unreadable', message };
  }
  const alias = aliases[name.toLowerCase()];
  if (alias !== undefined)
    return { code: 'lint/command-not-allowed', message: `"${name}" is an alias. Write ${alias}.` };
  const instead = scope.instead.get(name.toLowerCase());
  const isProgram = /\.(?:exe|com|bat|cmd)$/i.test(name);
  const way = wayOf51(name);
  const hint = instead
    ? inPlace(instead, scope.phase)
    : isProgram
      ? ' A program that only reads runs through Invoke-ReadOnlyTool.'
      : way;
  return {
    code: 'lint/command-not-allowed',
    message: `"${name}" is not a command that a ${scope.phase} body may use.${hint}`,
    suggestions:
      instead || way !== ''
        ? []
        : suggestNames(name, [...scope.library.keys(), ...readingCommands.keys(), ...scope.commands.keys()]),
  };
}

/** What OutVariable and ErrorVariable name becomes a variable. */
function variablesNamed(command: Node): readonly Refusal[] {
  return [
    ...['OutVariable', 'ErrorVariable'].map((each) => argumentOf(command, each)?.text),
    ...(splattedTo(command) ?? []).map(variableOf),
  ]
    .filter((variable) => variable !== undefined && !/^'?\w+'?$/.test(variable))
    .flatMap((variable) => refuse('outer-assignment', `"${variable}" is no plain name of a variable.`));
}

function variableOf({ name, value }: Splatted): string | undefined {
  return /^(?:Out|Error)Variable$/i.test(name) ? value : undefined;
}

/** A program that only reads: written out by its path in System32, with the words in front that make it read. */
function lintReadOnlyTool(node: Node, scope: BodyScope): readonly Refusal[] {
  const path = argumentOf(node, 'Path')?.text ?? '';
  const tool = /^"\$env:SystemRoot\\System32\\([a-z0-9]+\.exe)"$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const form = readingTools[tool];
  if (tool === 'wevtutil.exe') return refuse('tool-not-allowed', 'Events are read with Get-EventRecord here.');
  const instead = scope.instead.get(/([\w-]+\.exe)\W*$/i.exec(path)?.[1]?.toLowerCase() ?? '');
  const hint = instead?.action ? inPlace(instead, scope.phase) : '';
  if (scope.tools.some(({ name }) => name === tool)) {
    const written = wordsIn(argumentOf(node, 'ArgumentList'));
    return written !== null && isDeclaredCall(scope.tools, tool, written)
      ? []
      : refuse(
          'tool-not-allowed',
          `This is no call of "${tool}" that the index declares, written out in single quotes.`,
        );
  }
  if (form === undefined)
    return refuse(
      'tool-not-allowed',
      `Invoke-ReadOnlyTool takes "$env:SystemRoot\\System32\\<a reading tool>" here.${hint}`,
    );
  const given = argumentOf(node, 'ArgumentList');
  const written = given ? leadingTexts(given).join(' ') : '';
  return form === null || form.test(written)
    ? []
    : refuse('tool-not-allowed', `"${tool} ${written}" is not a reading call.${hint}`);
}

/** The words of a list of texts in single quotes; null where it is written in any other way. */
function wordsIn(list: Node | null): readonly string[] | null {
  if (list === null) return [];
  const [, items = ''] = /^(?:@\()?\s*('[^']*'(?:\s*,\s*'[^']*')*)\s*\)?$/.exec(list.text) ?? [];
  return items === '' ? null : Array.from(items.matchAll(/'([^']*)'/g), ([, word = '']) => word);
}

/** Objects are made of reading types, or of COM classes that the checklist names; both written out. */
function lintNewObject(node: Node, scope: BodyScope): readonly Refusal[] {
  if (parametersIn(node).some((each) => /^property$/i.test(each)) || splattedTo(node)?.length !== 0)
    return refuse('type-not-allowed', 'New-Object sets no properties here, and takes nothing by "@".');
  const comObject = argumentOf(node, 'ComObject');
  if (comObject) {
    const com = singleText(comObject) ?? comObject.text;
    if (scope.comClasses.includes(com)) return [];
    return refuse('com-class-not-declared', `"${com}" is not among the COM classes that the index declares.`);
  }
  const typeName = argumentOf(node, 'TypeName');
  const type = typeName && (singleText(typeName) ?? typeName.text);
  if (type !== null && readingTypes.has(type.toLowerCase())) return [];
  return refuse('type-not-allowed', 'New-Object takes -TypeName or -ComObject with a name from the allowed lists.');
}

/** ForEach-Object with a name instead of a block calls any method of that name. */
function lintForEachObject(node: Node): readonly Refusal[] {
  return argumentsIn(node).every(({ text }) => text.startsWith('{'))
    ? []
    : refuse('command-not-allowed', 'ForEach-Object takes script blocks here, not the name of a member.');
}

/** A name says what a method does where the type is written out, or where no type that a body gets has another of that name. */
function lintMethod(node: Node, scope: BodyScope): readonly Refusal[] {
  const [owner, member] = node.namedChildren;
  const name = (member?.text ?? '').toLowerCase();
  const isStatic = node.children.some((child) => child?.text === '::');
  if (isStatic && owner?.type !== 'type_literal')
    return refuse('method-not-allowed', `"${firstLine(node)}" calls a method of a type that a reader cannot see.`);
  const given = argumentsOfCall(node);
  const type = isStatic ? typeIn(owner?.text ?? '') : '';
  const thing = `${type}.${name}`;
  if (name === 'replace' && !isStatic)
    return refuse('method-not-allowed', 'Files have a method "Replace" as well; use -replace.');
  if (!readingMethods.has(name) && !(isStatic && staticMethods.has(name)))
    return refuse(
      'method-not-allowed',
      `"${member?.text ?? ''}" is not a method that a body may call.${inPlace(scope.instead.get(`.${name}()`), scope.phase) || wayOf51(thing)}`,
    );
  const count = `${given} argument${given === 1 ? '' : 's'}`;
  if (given > (mostArguments[name] ?? given))
    return refuse('method-not-allowed', `"${member?.text ?? ''}" with ${count} is not a method that a body may call.`);
  if (isStatic ? hasStatic(type, name, given) : hasInstance(name, given))
    return name === 'split' && !isStatic ? lintSplit(node) : [];
  const where = isStatic ? `${owner?.text ?? ''} has no` : 'No object has a';
  return refuse(
    'method-not-allowed',
    `${where} method "${member?.text ?? ''}" with ${count} in Windows PowerShell 5.1.${wayOf51(thing)}`,
  );
}

/** The name of a type as the tables have it, out of its brackets: with "System." in front or without. */
function typeIn(literal: string): string {
  const name = literal.slice(1, -1).toLowerCase();
  return readingTypes.has(name) ? name : name.replace(/^system\./, '');
}

/** .NET Framework has no Split that takes a text: it takes each character of that for a separator. */
function lintSplit(node: Node): readonly Refusal[] {
  const list = node.namedChildren.find((child) => child?.type === 'argument_list');
  const first = list?.childForFieldName('argument_expression_list')?.namedChildren[0];
  return (first ? writtenTexts(first) : [])
    .filter(({ text }) => text.length > 1 && !text.includes(unknownPart))
    .flatMap(({ text, node: at }) => {
      const message = `"Split" takes "${text}" for single characters in Windows PowerShell 5.1, and for one text later. Use -split.`;
      return refuse('method-not-allowed', message, { at });
    });
}

/** Values of types that are read by their names, and properties of objects, which later versions have more of. */
function lintMember(node: Node): readonly Refusal[] {
  const [owner, member] = node.namedChildren;
  const name = (member?.text ?? '').toLowerCase();
  const isStatic = node.children.some((child) => child?.text === '::');
  if (isStatic && owner?.type === 'type_literal') {
    const type = typeIn(owner.text);
    if (hasStatic(type, name, null)) return [];
    return refuse(
      'method-not-allowed',
      `${owner.text} has no "${member?.text ?? ''}" in Windows PowerShell 5.1.${wayOf51(`${type}.${name}`)}`,
    );
  }
  if (isStatic || !laterProperties.has(name)) return [];
  // What the body writes elsewhere than behind a dot may be its own.
  if (new RegExp(`(?<![.\\w])${name}\\b`, 'i').test(node.tree.rootNode.text)) return [];
  return refuse(
    'method-not-allowed',
    `No object has a "${member?.text ?? ''}" in Windows PowerShell 5.1.${wayOf51(`.${name}`)}`,
  );
}

function argumentsOfCall(node: Node): number {
  const list = node.namedChildren.find((child) => child?.type === 'argument_list');
  return list?.childForFieldName('argument_expression_list')?.namedChildCount ?? 0;
}

function lintType(node: Node, scope: BodyScope): readonly Refusal[] {
  const name = typeIn(node.text);
  if (readingTypes.has(name) || readingTypes.has(name.replace(/\[\]$/, ''))) return [];
  const written = node.text.slice(1, -1).replace(/^System\./i, '');
  const instead = inPlace(scope.instead.get(`[${name}]`), scope.phase);
  return refuse('type-not-allowed', `"[${written}]" is not a type that a body may use.${instead}`);
}

/** Whatever gets a value: variables of the body alone, or values of a table by their names. */
function lintTarget(target: Node | null): readonly Refusal[] {
  if (!target) return [];
  const scoped = target
    .descendantsOfType('variable')
    .find((variable) => /^\$\{?(?!(?:local|private):)[^:]*:/i.test(variable?.text ?? ''));
  if (scoped) return refuse('outer-assignment', `"${scoped.text}" is not a variable of the body.`);
  const preference = target
    .descendantsOfType('variable')
    .find((variable) => /Preference\}?$/i.test(variable?.text ?? ''));
  if (preference) return refuse('outer-assignment', `"${preference.text}" changes how commands and actions work.`);
  if (target.descendantsOfType('member_access').length === 0) return [];
  return refuse(
    'member-assignment',
    `"${target.text}" may change the object it belongs to; collect values in a hashtable by ['Name'].`,
  );
}

/** Windows PowerShell reads no script in which a table has a key twice. */
function lintTable(table: Node): readonly Refusal[] {
  const seen = new Set<string>();
  return entriesOf(table).flatMap(({ key: at }) => {
    const key = keyIn(at);
    if (key === null) return [];
    const isTwice = seen.has(key.toLowerCase());
    seen.add(key.toLowerCase());
    return isTwice
      ? refuse('unreadable', `The table has "${key}" twice, which keeps a script from starting.`, { at })
      : [];
  });
}

/** What double quotes hold beside code: a colon that would belong to the variable in front of it, and later escapes. */
function lintExpandable(literal: Node): readonly Refusal[] {
  const { text, startIndex } = literal;
  const children = literal.namedChildren.filter((child) => child !== null);
  const behind = children.flatMap((child) => {
    const rest = text.slice(child.endIndex - startIndex);
    if (child.type !== 'variable' || !/^\$\w+$/.test(child.text) || !/^:(?!:)/.test(rest)) return [];
    const message = `The colon behind "${child.text}" keeps a script from starting. Write "\${${child.text.slice(1)}}:".`;
    return refuse('unreadable', message, { at: child });
  });
  const own = children.reduceRight(
    (left, child) => left.slice(0, child.startIndex - startIndex) + left.slice(child.endIndex - startIndex),
    text,
  );
  const later = /^(?:[^`]|`(?!e|u\{)[^])*(`e|`u\{)/.exec(own)?.[1];
  if (later === undefined) return behind;
  const message = `"${later}" came with PowerShell 7: in Windows PowerShell 5.1 it is a plain "${later.slice(1)}". Write $([char]0x...).`;
  return [...behind, ...refuse('unreadable', message)];
}

const laterVariables = /^\$\{?(?:Is(?:Windows|Linux|MacOS|CoreCLR)|PSStyle|EnabledExperimentalFeatures)\}?$/i;

/** What may stand in front of the colon of a variable: scopes, and drives that hold variables. */
const variableDrives = /^(?:alias|env|function|global|local|private|script|using|variable)$/i;

function lintVariable(node: Node): readonly Refusal[] {
  const drive = /^[$@](\w+):/.exec(node.text)?.[1];
  if (drive !== undefined && !variableDrives.test(drive))
    return refuse(
      'unreadable',
      `"${node.text}" reads from a drive "${drive}:". Write "\${${drive}}:" for a variable and a colon.`,
    );
  if (laterVariables.test(node.text))
    return refuse('unreadable', `"${node.text}" came with PowerShell 7, and is nothing in Windows PowerShell 5.1.`);
  const name = node.text.replace(/^[$@]\{?|\}$/g, '').replace(/^\w+:/, '');
  if (!forbiddenVariables.has(name.toLowerCase())) return [];
  return refuse('outer-assignment', `"${node.text}" reaches what belongs to the script, not to a body.`);
}

/** -as makes an object of any type whose name stands in a text. */
function lintTypeOperator(node: Node): readonly Refusal[] {
  const operator = node.namedChildren.find((child) => child?.type === 'comparison_operator')?.text ?? '';
  if (!/^-(?:as|is|isnot)$/i.test(operator)) return [];
  const type = node.namedChildren.at(-1)?.text ?? '';
  return /^\[[^[\]]+(?:\[\])?\]$/.test(type)
    ? []
    : refuse('type-not-allowed', `"${operator}" takes a type that is written out, such as [int].`);
}

/** A table that becomes an object sets the properties of that. */
function lintCast(node: Node): readonly Refusal[] {
  const [type, value] = node.namedChildren;
  const isTable = value?.namedChildren[0]?.type === 'hash_literal_expression';
  if (!isTable || tableTypes.has((type?.text.slice(1, -1) ?? '').toLowerCase())) return [];
  return refuse(
    'type-not-allowed',
    `"${type?.text ?? ''}" of a table sets properties; only [pscustomobject] may be made so.`,
  );
}

/** What ends a loop that is not the body's ends the loop of the script that calls it. */
function lintJump(node: Node): readonly Refusal[] {
  const word = /^\w+/.exec(node.text)?.[0].toLowerCase() ?? '';
  if (word === 'exit') return refuse('exit', '"exit" would end the whole script; a body returns.');
  if (word !== 'break' && word !== 'continue') return [];
  if (node.text.trim().toLowerCase() !== word) return refuse('unreadable', jumpToLabel);
  for (let around = node.parent; around && around.type !== 'script_block_expression'; around = around.parent)
    if (loops.has(around.type)) return [];
  return refuse('exit', `"${word}" stands in no loop of the body, so it would end one of the script.`);
}

const loops: ReadonlySet<string> = new Set([
  'for_statement',
  'foreach_statement',
  'while_statement',
  'do_statement',
  'switch_statement',
]);

function firstLine(node: Node): string {
  return node.text.split('\n', 1)[0] ?? '';
}
