import type { Phase } from '../ir/catalog.js';
import type { LibraryFunction } from '../ir/library.js';
import type { LineDiagnostic } from './line-diagnostic.js';
import { commonParameters, readingCommands, readingMethods, readingTypes, replacedCommands } from './body-rules.js';
import { argumentOf, leadingTexts, parametersIn, singleText } from '../powershell/command-arguments.js';
import { nodesOf, parsePs1, type Node } from '../powershell/parse-ps1.js';
import { readingTools } from './reading-tools.js';

/** What a body may call besides the general rules. */
export interface BodyScope {
  readonly phase: Phase;
  /** What bodies of this phase may call, by name. */
  readonly library: ReadonlyMap<string, LibraryFunction>;
  /** COM classes that the checklist declares it reads. */
  readonly comClasses: readonly string[];
}

/**
 * Holds a PowerShell body against body-rules.ts: only reading commands, types and methods, functions of the register
 * for its phase, no way round them (call operator, redirection, member assignment, dynamic names). Pure; finds everything.
 */
export function lintPs1(text: string, scope: BodyScope): readonly LineDiagnostic[] {
  return parsePs1(text, (root) =>
    nodesOf(root, Object.keys(rules)).flatMap((node) => {
      const found = rules[node.type]?.(node, scope) ?? unreadable(node);
      if (found.length === 0) return [];
      const { row, column } = node.startPosition;
      const length = Math.min(node.text.indexOf('\n') >>> 0, node.text.length);
      return found.map(({ code, message }) => ({ code, message, row, column, length }));
    }),
  );
}

type Refusal = Pick<LineDiagnostic, 'code' | 'message'>;
type Rule = (node: Node, scope: BodyScope) => readonly Refusal[];

function refuse(code: string, message: string): readonly Refusal[] {
  return [{ code: `lint/${code}`, message }];
}

function unreadable(node: Node): readonly Refusal[] {
  if (!node.isError && !node.isMissing) return [];
  return refuse('unreadable', 'The structure of this text cannot be read.');
}

const rules: Readonly<Record<string, Rule>> = {
  command: lintCommand,
  invokation_expression: lintMethod,
  type_literal: lintType,
  assignment_expression: lintAssignment,
  redirection: (node) => (node.text.trim() === '2>$null' || node.text.trim() === '2>&1' ? [] : redirected(node)),
  generic_token: (node) => (/^[\d*]?>/.test(node.text) && node.text !== '2>$null' ? redirected(node) : []),
  flow_control_statement: (node) =>
    /^exit\b/i.test(node.text) ? refuse('exit', '"exit" would end the whole script; a body returns.') : [],
  comment: ({ text }) =>
    /^#requires\b/i.test(text)
      ? refuse('requires', `"${text.trim()}" would keep every script that holds the body from starting.`)
      : [],
  function_statement: () => refuse('definition', 'A body is one function and defines none.'),
  class_statement: () => refuse('definition', 'A body is one function and defines no class.'),
  trap_statement: () => refuse('definition', '"trap" hides where an error is handled; use try and catch.'),
};

function redirected(node: Node): readonly Refusal[] {
  return refuse('redirection', `"${node.text.trim()}" writes to a file.`);
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
    const own = new Set(called.parameters.map((parameter) => parameter.name));
    return [
      ...unknownParameters(node, name, own, ''),
      ...(name === 'Invoke-ReadOnlyTool' ? lintReadOnlyTool(node) : []),
    ];
  }
  const parameters = readingCommands.get(name);
  if (!parameters) {
    const instead = replacedCommands[name];
    const hint = instead === undefined ? '' : ` Call ${instead}.`;
    return refuse('command-not-allowed', `"${name}" is not a command that a ${scope.phase} body may use.${hint}`);
  }
  return [
    ...unknownParameters(node, name, parameters, ' in Windows PowerShell 5.1'),
    ...(name === 'New-Object' ? lintNewObject(node, scope) : []),
    ...(name === 'ForEach-Object' ? lintForEachObject(node) : []),
  ];
}

function unknownParameters(command: Node, name: string, known: ReadonlySet<string>, where: string): readonly Refusal[] {
  return parametersIn(command)
    .filter((parameter) => !known.has(parameter) && !commonParameters.has(parameter))
    .flatMap((parameter) => refuse('unknown-parameter', `"${name}" has no parameter "-${parameter}"${where}.`));
}

/** A program that only reads: written out by its path in System32, with the words in front that make it read. */
function lintReadOnlyTool(node: Node): readonly Refusal[] {
  const path = argumentOf(node, 'Path')?.text ?? '';
  const tool = /^"\$env:SystemRoot\\System32\\([a-z0-9]+\.exe)"$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const form = readingTools[tool];
  if (tool === 'wevtutil.exe') return refuse('tool-not-allowed', 'Events are read with Get-EventRecord here.');
  if (form === undefined)
    return refuse('tool-not-allowed', 'Invoke-ReadOnlyTool takes "$env:SystemRoot\\System32\\<a reading tool>" here.');
  const given = argumentOf(node, 'ArgumentList');
  const written = given ? leadingTexts(given).join(' ') : '';
  return form === null || form.test(written)
    ? []
    : refuse('tool-not-allowed', `"${tool} ${written}" is not a reading call.`);
}

/** Objects are made of reading types, or of COM classes that the checklist names; both written out. */
function lintNewObject(node: Node, scope: BodyScope): readonly Refusal[] {
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
  const elements = node.childForFieldName('command_elements');
  const blocksOnly = (elements?.namedChildren ?? []).every(
    (child) => child === null || (child.type !== 'generic_token' && child.text !== '-MemberName'),
  );
  return blocksOnly
    ? []
    : refuse('command-not-allowed', 'ForEach-Object takes a script block here, not the name of a member.');
}

function lintMethod(node: Node): readonly Refusal[] {
  const name = node.namedChildren.find((child) => child?.type === 'member_name')?.text ?? '';
  if (readingMethods.has(name.toLowerCase())) return [];
  return refuse('method-not-allowed', `"${name}" is not a method that a body may call.`);
}

function lintType(node: Node): readonly Refusal[] {
  const name = node.text.slice(1, -1).replace(/^System\.(?!Collections|Array|IO|Unauth|Management)/i, '');
  if (readingTypes.has(name.toLowerCase()) || readingTypes.has(name.toLowerCase().replace(/\[\]$/, ''))) return [];
  return refuse('type-not-allowed', `"[${name}]" is not a type that a body may use.`);
}

function lintAssignment(node: Node): readonly Refusal[] {
  const left = node.namedChildren[0];
  if (!left) return [];
  const scoped = /^\$(?:\{?)(env|global|script|using):/i.exec(left.text);
  if (scoped) return refuse('outer-assignment', `"${left.text}" changes something outside the body.`);
  if (left.descendantsOfType('member_access').length === 0) return [];
  return refuse(
    'member-assignment',
    `"${left.text}" may change the object it belongs to; collect values in a hashtable by ['Name'].`,
  );
}

function firstLine(node: Node): string {
  return node.text.split('\n', 1)[0] ?? '';
}
