/** A simple command of batch text, such as `call :label "x"`; `if`, `for` and brackets around it are taken off. */
export interface CmdCommand {
  readonly row: number;
  readonly column: number;
  /** From the command word on, redirections included. */
  readonly text: string;
  /** How many bracketed blocks it stands in; 0 means that it is parsed when it runs. */
  readonly depth: number;
  /** It runs only sometimes, so that what follows on the next line may run although it says `exit` or `goto`. */
  readonly conditional: boolean;
  /** It stands in the set of a `for /f`, whose text is handed to another cmd.exe. */
  readonly inSet: boolean;
}

export interface CmdLine {
  readonly row: number;
  readonly text: string;
  /** Name of the label that the line is; null for any other line. */
  readonly label: string | null;
  readonly isComment: boolean;
  readonly commands: readonly CmdCommand[];
  /** Number of open brackets before the line, and the row on which the outermost of them opened. */
  readonly depth: number;
  readonly blockRow: number | null;
}

const operand = String.raw`(?:"[^"]*"|[^\s"=&|()]+)`;
const condition = new RegExp(
  String.raw`^if\s+(?:/i\s+)?(?:not\s+)?(?:/i\s+)?` +
    String.raw`(?:errorlevel\s+\S+|exist\s+${operand}|defined\s+\S+|${operand}\s*(?:==|\s(?:equ|neq|lss|leq|gtr|geq)\s)\s*${operand})\s*`,
  'i',
);
/** `rem` takes one word and leaves out the rest of the line; of a word that ends early, cmd.exe runs what follows. */
const comment = /^\s*@?rem(?:\s+[^\s&|<>^%]+(?:\s|$)|\s*$)/i;
const loop = /^for\s+(?:\/[a-z]\s+)?(?:"[^"]*"\s+)?%%\w\s+in\s*\(/i;

/**
 * Reads batch text as far as a linter needs: labels, comments, and the simple commands of each line with their place.
 * It knows quotes, carets, brackets, `if`, `else` and `for`; it expands nothing. Rows and columns start at 0.
 */
export function readCmdLines(text: string): readonly CmdLine[] {
  let depth = 0;
  let blockRow: number | null = null;
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, row): CmdLine => {
      const before = { depth, blockRow };
      const label = /^\s*:([A-Za-z_][\w-]*)/.exec(line)?.[1] ?? null;
      const isComment = comment.test(line);
      if (label !== null || isComment) return { row, text: line, label, isComment, commands: [], ...before };
      const reader = readCommands(line, row, depth);
      depth = reader.depth;
      if (depth === 0) blockRow = null;
      else blockRow ??= row;
      return { row, text: line, label, isComment, commands: reader.commands, ...before };
    });
}

function readCommands(
  line: string,
  row: number,
  startDepth: number,
  inSet = false,
  offset = 0,
): { readonly commands: readonly CmdCommand[]; readonly depth: number } {
  const commands: CmdCommand[] = [];
  let depth = startDepth;
  let conditional = false;
  let at = 0;
  while (at < line.length) {
    const rest = line.slice(at);
    const skipped = /^(?:[\s@&|,;]+|else\b)/i.exec(rest);
    const test = condition.exec(rest);
    const head = loop.exec(rest);
    if (skipped) {
      at += skipped[0].length;
      if (/\|\||&&/.test(skipped[0]) || /^else/i.test(skipped[0])) conditional = true;
    } else if (rest.startsWith('(') || (rest.startsWith(')') && depth > 0)) {
      depth += rest.startsWith('(') ? 1 : -1;
      at += 1;
    } else if (test) {
      conditional = true;
      at += test[0].length;
    } else if (head) {
      conditional = true;
      const end = closingBracket(rest, head[0].length);
      const set = rest.slice(head[0].length, end);
      const quoted = /^\s*(['`])(.*)\1\s*$/.exec(set);
      if (quoted) {
        const from = at + head[0].length + set.indexOf(quoted[1] as string) + 1;
        commands.push(
          ...readCommands((quoted[2] as string).replaceAll('^', ' '), row, 0, true, offset + from).commands,
        );
      }
      at += end + 1 + (/^\s*do\b/i.exec(rest.slice(end + 1))?.[0].length ?? 0);
    } else {
      const length = commandLength(rest, depth);
      commands.push({ row, column: offset + at, text: rest.slice(0, length).trimEnd(), depth, conditional, inSet });
      at += Math.max(length, 1);
    }
  }
  return { commands, depth };
}

/** Where the bracket closes that opened before `from`; the end of the text if it does not. */
function closingBracket(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === ')') return at;
  }
  return text.length;
}

function commandLength(text: string, depth: number): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '^') at++;
    else if (character === '&' && text[at - 1] !== '>') return at;
    else if (character === '|' || (character === ')' && depth > 0)) return at;
  }
  return text.length;
}

/** The text with everything between quotation marks blanked, so that what is left stands outside of them. */
export function outsideQuotes(text: string): string {
  return text.replace(/\^.|"[^"]*"?/g, (found) => (found.startsWith('^') ? found : ' '.repeat(found.length)));
}

/** The arguments that text behind `call :label` gives, as cmd.exe splits it: at blanks, commas, semicolons and equals signs. */
export function argumentsOfCall(text: string): readonly string[] {
  const plain = outsideQuotes(text);
  const end = /\s*(?:\d?[<>]|[&|])/.exec(plain)?.index ?? text.length;
  return text.slice(0, end).match(/(?:"[^"]*"?|\^.|[^\s,;="])+/g) ?? [];
}
