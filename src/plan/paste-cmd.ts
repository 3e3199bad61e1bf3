import type { Body, Literal } from '../ir/catalog.js';
import type { Part, PastedLine } from '../ir/plan.js';

/** Lines for a prompt, or why a body cannot be written for one. */
export type Pasted = { readonly lines: readonly PastedLine[] } | { readonly problem: string };

/**
 * A batch body as lines that are pasted to a prompt. There, no label can be called or gone to, a line runs as soon as it
 * is there, and a variable of `for` has one percent sign. So each call of a library label becomes the lines of the part
 * with its name, `%~1` its value, and `exit /b` a variable that the lines below it ask for.
 *
 * @param condition stands before every line, such as "if defined LOCKED "; empty for none.
 * @param values of the body's arguments, in order; `render` has refused those that batch cannot carry.
 */
export function pasteBody(body: Body, values: readonly Literal[], parts: readonly Part[], condition: string): Pasted {
  const known = new Map(parts.map((part) => [part.name, part]));
  const lines: PastedLine[] = [];
  let depth = 0;
  let isLeft = false;
  let stopped: readonly string[] = [];
  for (const [index, raw] of body.text.trimEnd().split('\n').entries()) {
    const origin = { source: body.source, line: body.firstLine + index, shift: -body.indent };
    if (/^\s*(?:rem\b.*)?$/i.test(raw)) continue;
    const filled = withArguments(raw, values);
    const problem = problemOf(filled);
    if (problem) return { problem };
    const row = forPrompt(filled);
    const call = callOf(row, depth);
    const start = depth === 0 ? condition + (isLeft ? 'if not defined OVER ' : '') : '';
    if (call) {
      const part = known.get(call.label);
      if (!part) return { problem: `":${call.label}" has no form for a prompt` };
      // In the set of a loop these would be looked for among the files of the folder.
      if (call.given.some((text) => /[*?]/.test(text))) return { problem: 'an argument holds a wildcard' };
      if (call.label === 'stop_service') stopped = [...call.given, ...stopped];
      // What was stopped starts in the other order: the last one first.
      const each = call.label === 'restart_stopped_services' ? stopped.map((name) => [name]) : [call.given];
      for (const given of each) lines.push(...linesOf(part, given, start, call.indent));
    } else {
      if (/\bcall\b/i.test(row)) return { problem: 'it calls a label in the middle of a line' };
      const text = row.replace(/\bexit\s+\/b(?:\s+\d+)?/gi, 'set "OVER=1"');
      if (text !== row && !isLeft) {
        lines.push({ text: `${condition}set "OVER="`, origin });
        isLeft = true;
      }
      lines.push({ text: `${start}${text}`, origin });
      depth += bracketsIn(row);
    }
  }
  return { lines };
}

interface Call {
  readonly label: string;
  readonly given: readonly string[];
  readonly indent: string;
}

function problemOf(row: string): string | null {
  if (/^\s*:/.test(row)) return 'it has labels of its own';
  if (/\bgoto\b/i.test(row)) return 'it jumps';
  // Behind /v:on an exclamation mark would be read as the start of a variable.
  if (row.includes('!')) return 'it holds an exclamation mark';
  return null;
}

/** Variables with exclamation marks, since a block is expanded as a whole before its first line runs. */
function forPrompt(row: string): string {
  return row.replace(/%%|%([A-Za-z_]\w*(?::[^%]*)?)%/g, (_, name: string | undefined) => (name ? `!${name}!` : '%'));
}

function withArguments(row: string, values: readonly Literal[]): string {
  return row.replace(/%~([1-9])/g, (_, number: string) => {
    const value = values[Number(number) - 1];
    if (typeof value === 'boolean') return value ? '1' : '0';
    return Array.isArray(value) ? value.join(' ') : String(value ?? '');
  });
}

function callOf(row: string, depth: number): Call | null {
  const match = /^(\s*)call\s+:([A-Za-z_]\w*)((?:\s+(?:"[^"]*"|[^\s"&|<>()]+))*)\s*$/i.exec(row);
  if (!match) return null;
  const [, indent = '', label = '', rest = ''] = match;
  return { label, given: rest.match(/"[^"]*"|\S+/g) ?? [], indent: depth === 0 ? '' : indent };
}

function linesOf(part: Part, given: readonly string[], start: string, indent: string): readonly PastedLine[] {
  return part.source.text
    .trimEnd()
    .split('\n')
    .map((text, index) => ({
      text: (/^[\s)]/.test(text) ? indent : indent + start) + withGiven(text, given),
      origin: { source: part.source, line: index + 1, shift: 0 },
    }));
}

function withGiven(text: string, given: readonly string[]): string {
  // A command in the set of a loop is handed to another cmd.exe, which has no exclamation marks.
  const isHanded = text.includes("('");
  const values = given.map((value) => value.replaceAll('"', '').replace(/!(\w+)!/g, isHanded ? '%$1%' : '!$1!'));
  return text
    .replaceAll('%~nx1', values[0]?.split('\\').at(-1) ?? '')
    .replace(/%~([1-9])/g, (_, number: string) => values[Number(number) - 1] ?? '');
}

/** How many brackets the row leaves open; those of a set of `for` close on their row. */
function bracketsIn(row: string): number {
  const plain = row.replace(/"[^"]*"/g, '').replace(/\^./g, '');
  return (plain.match(/\(/g)?.length ?? 0) - (plain.match(/\)/g)?.length ?? 0);
}
