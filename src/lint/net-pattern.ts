/*
 * What .NET refuses as a regular expression, after RegexParser of dotnet/runtime, which takes what the one of .NET Framework takes.
 * It says nothing where it is not sure: of patterns with free spacing (?x), and of references to numbered names.
 */

/** What is wrong with a pattern, to follow "the pattern"; null where .NET reads it, or may. */
export function refusePattern(pattern: string): string | null {
  if (/\(\?[a-z+-]*x/i.test(pattern)) return null;
  try {
    read(pattern, groupsIn(pattern));
    return null;
  } catch (error) {
    if (error instanceof RefusedPattern) return error.message;
    throw error;
  }
}

class RefusedPattern extends Error {}

interface Groups {
  readonly names: ReadonlySet<string>;
  /** How many numbers there are at most; null where they do not show. */
  readonly count: number | null;
}

function groupsIn(pattern: string): Groups {
  const starts = Array.from(pattern.matchAll(/\\[^]|\((?!\?)|\(\?[<'](?![=!])([^>']*)[>']/g));
  const names = new Set(starts.flatMap(({ 1: name }) => (name === undefined ? [] : (name.split('-', 1)[0] ?? []))));
  const isNumbered = [...names].some((name) => /^\d/.test(name)) || /\(\?[a-z+-]*n/i.test(pattern);
  return { names, count: isNumbered ? null : starts.filter(([start]) => start === '(').length + names.size };
}

const quantifier = /[*+?]|\{(\d+)(?:,(\d*))?\}/y;

function read(pattern: string, groups: Groups): void {
  let at = 0;
  let depth = 0;
  /** Whether something stands there that may be repeated, and whether it was. */
  let before: 'nothing' | 'unit' | 'repeated' = 'nothing';
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    quantifier.lastIndex = at;
    const repeats = quantifier.exec(pattern);
    if (repeats) {
      const [written, least, most] = repeats;
      if (before === 'nothing') throw new RefusedPattern(`has "${written}" behind nothing`);
      if (before === 'repeated') throw new RefusedPattern(`has "${written}" behind another quantifier`);
      if (least !== undefined && most && BigInt(least) > BigInt(most))
        throw new RefusedPattern(`has "${written}", whose first number is the greater one`);
      at += written.length;
      if (pattern[at] === '?') at += 1;
      before = 'repeated';
    } else if (character === '[') {
      at = endOfClass(pattern, at + 1);
      before = 'unit';
    } else if (character === '\\') {
      at = endOfEscape(pattern, at, groups);
      before = 'unit';
    } else if (character === '(') {
      const isComment = pattern.startsWith('(?#', at);
      const opened = endOfOpening(pattern, at);
      at = opened.end;
      depth += opened.isGroup ? 1 : 0;
      // What a comment hides, a quantifier behind it does not see.
      if (!isComment) before = 'nothing';
    } else if (character === ')') {
      if (depth === 0) throw new RefusedPattern('closes a bracket ")" that it does not open');
      depth -= 1;
      at += 1;
      before = 'unit';
    } else {
      at += 1;
      before = character === '|' ? 'nothing' : 'unit';
    }
  }
  if (depth > 0) throw new RefusedPattern('opens a bracket "(" that it does not close');
}

/** Behind the beginning of a group, or behind a comment or options, which are none. */
function endOfOpening(pattern: string, start: number): { readonly end: number; readonly isGroup: boolean } {
  const rest = pattern.slice(start);
  if (!rest.startsWith('(?')) return { end: start + 1, isGroup: true };
  const group = /^\(\?(?:[:=!>]|<[=!]|(?=\())/.exec(rest);
  if (group) return { end: start + group[0].length, isGroup: true };
  if (rest.startsWith('(?#')) {
    const close = rest.indexOf(')');
    if (close === -1) throw new RefusedPattern('has a comment "(?#" that does not end');
    return { end: start + close + 1, isGroup: false };
  }
  const named = /^\(\?(?:<([^>]*)>|'([^']*)')/.exec(rest);
  if (named) {
    const name = named[1] ?? named[2] ?? '';
    if (!/^(?:[^\W\d]\w*|[1-9]\d*)?(?:-\w+)?$/.test(name) && !/[^\x00-\x7f]/.test(name))
      throw new RefusedPattern(`has a group called "${name}"`);
    if (name === '') throw new RefusedPattern('has a group whose name is empty');
    return { end: start + named[0].length, isGroup: true };
  }
  const options = /^\(\?[imnsrcde+-]*([:)])/i.exec(rest);
  if (options) return { end: start + options[0].length, isGroup: options[1] === ':' };
  const written = /^\(\?P?[^\w\s]?\w?/.exec(rest)?.[0] ?? '(?';
  throw new RefusedPattern(`has "${written}", which begins no group`);
}

const letters = /^(?:[aefnrtvbBAGZzwWsSdD0-9]|[^\w])/;

/** Behind an escape outside of a class. */
function endOfEscape(pattern: string, start: number, groups: Groups): number {
  const rest = pattern.slice(start + 1);
  if (rest === '') throw new RefusedPattern('ends with a "\\" alone');
  const reference = /^k(?:<(\w+)>|'(\w+)')/.exec(rest);
  if (reference) {
    const name = reference[1] ?? reference[2] ?? '';
    if (!/^\d/.test(name) && !groups.names.has(name))
      throw new RefusedPattern(`has no group "${name}" for "\\${reference[0]}"`);
    return start + 1 + reference[0].length;
  }
  if (rest.startsWith('k')) {
    if (/^k[<'][^\x00-\x7f]/.test(rest)) return start + 2;
    throw new RefusedPattern('has "\\k" without a name in < >');
  }
  const digits = /^[1-9]\d*/.exec(rest)?.[0] ?? '';
  if (digits.length === 1 && groups.count !== null && Number(digits) > groups.count)
    throw new RefusedPattern(`has no group ${digits} for "\\${digits}"`);
  return endOfCharacter(pattern, start, letters);
}

const categories: ReadonlySet<string> = new Set(
  'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn'.split(' '),
);

/** Behind an escape of one character or of a kind of them. */
function endOfCharacter(pattern: string, start: number, plain: RegExp): number {
  const rest = pattern.slice(start + 1);
  if (/^[pP]/.test(rest)) {
    const [written, name = ''] = /^[pP]\{([\w-]+)\}/.exec(rest) ?? [];
    if (written === undefined) throw new RefusedPattern(`has "\\${rest.slice(0, 1)}" without a category in { }`);
    // Blocks have other names in each version of .NET.
    if (!categories.has(name) && !/^(?:Is|_xml)/.test(name))
      throw new RefusedPattern(`has no category "${name}" for "\\${written}"`);
    return start + 1 + written.length;
  }
  for (const [letter, least] of [
    ['x', 2],
    ['u', 4],
  ] as const) {
    if (!rest.startsWith(letter)) continue;
    if (!new RegExp(`^.[0-9a-fA-F]{${least}}`).test(rest))
      throw new RefusedPattern(`has "\\${letter}" without ${least} hexadecimal digits`);
    return start + 2 + least;
  }
  if (rest.startsWith('c')) {
    if (rest.length < 2) throw new RefusedPattern('has "\\c" without a letter');
    return start + 3;
  }
  if (!plain.test(rest)) throw new RefusedPattern(`has "\\${rest.slice(0, 1)}", which .NET does not know`);
  return start + 2;
}

const lettersInClass = /^(?:[aefnrtvb0-7]|[^\w])/;

/** Behind the bracket that closes a class. */
function endOfClass(pattern: string, start: number): number {
  let at = pattern[start] === '^' ? start + 1 : start;
  const first = at;
  /** The character in front of a "-"; null where no range has begun. */
  let from: string | null = null;
  const closeRange = (to: string | null): void => {
    if (from !== null && to !== null && from > to)
      throw new RefusedPattern(`has the range "${from}-${to}" in [ ], which runs backwards`);
    from = null;
  };
  while (at < pattern.length) {
    const isFirst = at === first;
    let character: string | null = pattern.charAt(at);
    let isEscaped = false;
    if (character === ']' && !isFirst) return at + 1;
    if (character === '\\' && at + 1 < pattern.length) {
      const next = pattern.charAt(at + 1);
      if (/[dDsSwWpP]/.test(next)) {
        if (from !== null) throw new RefusedPattern(`has "\\${next}" at the end of a range in [ ]`);
        at = endOfCharacter(pattern, at, /^[dDsSwW]/);
        continue;
      }
      const end = endOfCharacter(pattern, at, lettersInClass);
      // What other escapes stand for is not compared.
      character = /\w/.test(next) ? null : next;
      isEscaped = true;
      at = end;
      if (next === '-') {
        closeRange('-');
        continue;
      }
    } else {
      at += 1;
    }
    if (from !== null) {
      if (character === '[' && !isEscaped && !isFirst) {
        at = endOfSubtraction(pattern, at);
        from = null;
      } else closeRange(character);
    } else if (pattern[at] === '-' && at + 1 < pattern.length && pattern[at + 1] !== ']') {
      from = character ?? '\u0000';
      at += 1;
    } else if (character === '-' && !isEscaped && pattern[at] === '[' && !isFirst) {
      at = endOfSubtraction(pattern, at + 1);
    }
  }
  throw new RefusedPattern('opens a bracket "[" that it does not close');
}

function endOfSubtraction(pattern: string, start: number): number {
  const end = endOfClass(pattern, start);
  if (end < pattern.length && pattern[end] !== ']')
    throw new RefusedPattern('has something behind the class that it takes away in [ ]');
  return end;
}
