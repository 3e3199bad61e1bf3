/*
 * What the grammar cannot read although it is PowerShell: numbers with letters in capitals (1GB, 1L, 1E3), ranges that begin with
 * a number (1..10), members that are called like a keyword (.ForEach()), and a switch whose clauses share a line. A twin of the text is of
 * the same length and structure, line for line, and has these in a form that the grammar knows. Quotes, brackets and operators
 * that call something stay as they are, and nodes say names as the text has them, so what a twin calls is what the text calls.
 */

const keywordsAsMembers =
  /^(?:begin|break|catch|class|continue|data|do|dynamicparam|else|elseif|end|enum|exit|filter|finally|for|foreach|from|function|if|in|param|process|return|switch|throw|trap|try|until|using|while|workflow)(?!\w)/i;

/** A text of the same length that the grammar may read where it cannot read this one. */
export function grammarTwin(text: string): string {
  const twin = [...Array(text.length).keys()].map((at) => text.charAt(at));
  const blocks: Block[] = [];
  let isSwitchAhead = false;
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const around = blocks.at(-1);
    const end = endOfSpecial(text, at);
    if (around && !/[\s;{}#]/.test(text.charAt(at))) around.hasCondition = true;
    if (end > at) {
      at = end;
      continue;
    }
    const rest = text.slice(at, at + 80);
    const isStart = at === 0 || !/[\w.$:\\/'"`-]/.test(text.charAt(at - 1));
    const number = isStart ? /^\d+(?:\.\d+)?([kmgtp]b)(?![\w.])/i.exec(rest) : null;
    const range = isStart || text.charAt(at - 1) === '-' ? /^(\d+)\.\.(?=[\d$(+-])/.exec(rest) : null;
    const keyword = /[\w)\]}]\.$/.test(text.slice(Math.max(0, at - 2), at)) ? keywordsAsMembers.exec(rest) : null;
    const written =
      isStart || text.charAt(at - 1) === '-'
        ? /^(?:0x[0-9a-f]+L?|\d+(?:\.\d+)?(?:e[+-]?\d+)?[ld]?)(?:[kmgtp]b)?(?![\w.])/i.exec(rest)
        : null;
    if (number) {
      for (let digit = at + number[0].length - 2; digit < at + number[0].length; digit += 1) twin[digit] = '0';
      at += number[0].length;
    } else if (written) {
      for (const character of written[0].toLowerCase()) twin[at++] = character;
    } else if (range) {
      const dots = at + (range[1]?.length ?? 0);
      twin[dots] = '-';
      twin[dots + 1] = '+';
      at = dots + 2;
    } else if (keyword) {
      twin[at + keyword[0].length - 1] = '_';
      at += keyword[0].length;
    } else if (isStart && /^switch\b/i.test(rest)) {
      isSwitchAhead = true;
      depth = 0;
      at += 'switch'.length;
    } else {
      const character = text.charAt(at);
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (character === '{') {
        const isSwitch = isSwitchAhead && depth === 0;
        const isClause = around?.kind === 'switch';
        blocks.push({
          kind: isSwitch ? 'switch' : isClause ? (around.hasCondition ? 'clause' : 'condition') : 'other',
          hasCondition: false,
        });
        if (depth === 0) isSwitchAhead = false;
      }
      if (character === '}') {
        const closed = blocks.pop()?.kind;
        const outer = blocks.at(-1);
        if (outer) outer.hasCondition = closed === 'condition';
        if (closed === 'clause' && /^ +[^\s};#]/.test(text.slice(at + 1, at + 80))) twin[at + 1] = ';';
      }
      at += 1;
    }
  }
  return twin.join('');
}

/** A block in braces: the body of a switch, in it the block of a clause or one that is its condition, or any other. */
interface Block {
  readonly kind: 'switch' | 'clause' | 'condition' | 'other';
  /** In a switch: whether the next block belongs to the condition in front of it. */
  hasCondition: boolean;
}

/** Where a string or a comment ends that begins at a place; the place itself where none does. */
function endOfSpecial(text: string, at: number): number {
  const two = text.slice(at, at + 2);
  if (two === '<#') return after(text, '#>', at + 2);
  if (text[at] === '#' && (at === 0 || /[\s(){};,|&]/.test(text.charAt(at - 1)))) return before(text, '\n', at);
  if (/^@['"][ \t]*\n/.test(text.slice(at, at + 20))) return after(text, `\n${text.charAt(at + 1)}@`, at + 2);
  if (text[at] === "'") return after(text, "'", at + 1);
  if (text[at] === '"') return endOfDouble(text, at);
  return text[at] === '`' ? Math.min(at + 2, text.length) : at;
}

/** In double quotes stands code as well, with strings of its own. */
function endOfDouble(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '`') at += 2;
    else if (text.startsWith('$(', at)) at = endOfCode(text, at + 2);
    else at += 1;
  }
  return Math.min(at + 1, text.length);
}

function endOfCode(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length && depth > 0) {
    const end = endOfSpecial(text, at);
    if (end > at) {
      at = end;
      continue;
    }
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    at += 1;
  }
  return at;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

function before(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found;
}
