import type { CmdCommand, CmdLine } from '../batch/cmd-lines.js';
import { diagnoseLine, type LineDiagnostic } from './line-diagnostic.js';

/** Variables that a script finds there although it sets none of them: what templates/cmd/script.cmd.hbs leaves of Windows. */
const ofWindows: ReadonlySet<string> = new Set(
  (
    'SYSTEMROOT WINDIR PROGRAMDATA PROGRAMFILES TEMP TMP USERPROFILE APPDATA LOCALAPPDATA USERDOMAIN USERNAME COMPUTERNAME ' +
    'SESSIONNAME PROCESSOR_ARCHITEW6432 CMDCMDLINE RANDOM'
  ).split(' '),
);

/** A loop passes over lines that begin with its eol, a semicolon unless it says another; separators in front do not count. */
export function loopDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  return lines.flatMap(({ text, row, isComment }): readonly LineDiagnostic[] => {
    if (isComment) return [];
    return Array.from(text.matchAll(/\bfor\s+\/f\s+(?:"([^"]*)"\s+)?%%\w\s+in\s*\((.)/gi)).flatMap(
      ({ 0: loop, 1: options = '', 2: opening, index }) => {
        const eol = /(?:^|\s)eol=(.)/.exec(options)?.[1];
        const separators = /(?:^|\s)delims=(.*)$/.exec(options)?.[1] ?? ' \t';
        const diagnostic = (message: string): LineDiagnostic =>
          diagnoseLine('cmd/loop-eol', message, row, index, loop.length);
        if (eol === undefined) return [diagnostic('This loop passes over every line that begins with a semicolon.')];
        // So many separators are the characters that a value may hold: the loop asks whether it holds another one.
        if (opening === '"' && separators.length > 8 && !separators.includes(eol))
          return [diagnostic(`A value that begins with "${eol}" is passed over, and not looked at.`)];
        return [];
      },
    );
  });
}

/** `call` expands its line once more: percent signs in what a program said, or in a name of a file, are read for variables. */
export function callDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  return withLoops(lines).flatMap(({ line: { text, row }, loops }) => {
    const outside = loops.find(({ isOwn }) => !isOwn);
    if (!outside) return [];
    return Array.from(text.matchAll(/\bcall\s+:[^&|]*/gi))
      .filter(({ 0: called }) =>
        Array.from(called.matchAll(/%%(?:~[a-z]*?)?([a-z])(?![a-z])/gi)).some(
          ([, name = '']) => name >= outside.variable,
        ),
      )
      .map(({ 0: called, index }) =>
        diagnoseLine('cmd/call-reads-again', 'What a program said is read again by call.', row, index, called.length),
      );
  });
}

/** Whether a loop takes a text of the script apart, and not what a command says or a file holds. */
function isOwnText(options: string, opening: string): boolean {
  return /\busebackq\b/i.test(options) ? opening === "'" : opening === '"';
}

/**
 * `if errorlevel 1` asks for 1 and above: behind a program, whose codes may be negative, a failure passes for success. Behind a label that
 * always ends with 0, such as one that answers by a variable, every question for the code has one answer.
 */
export function exitCodeDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  const diagnostics: LineDiagnostic[] = [];
  const silent = labelsEndingWithZero(lines);
  let above: CmdCommand | undefined;
  for (const line of lines) {
    if (line.label !== null) above = undefined;
    const asked = line.isComment ? [] : line.text.matchAll(/\bif\s+(?:not\s+)?(errorlevel\s+\d+|"?%errorlevel%)/gi);
    for (const match of asked) {
      // What stands in percent signs was read before the first command of the line ran.
      const isInLine = !match[1]?.includes('%');
      const own = isInLine ? line.commands.findLast(({ column, inSet }) => !inSet && column < match.index) : undefined;
      const before = own ?? above;
      const label = before && silentCall(before, silent);
      const report = (message: string): unknown =>
        diagnostics.push(diagnoseLine('cmd/exit-code', message, line.row, match.index, match[0].length));
      if (label) report(`":${label}" always ends with 0, so this question has one answer.`);
      else if (isInLine && before && startsProgram(before.text))
        report('A negative exit code of the program above passes for success.');
    }
    above = line.commands.findLast(({ inSet }) => !inSet) ?? above;
  }
  return diagnostics;
}

/** The label that a command calls whatever happened before, where it always ends with 0. */
function silentCall({ text, conditional, depth }: CmdCommand, silent: ReadonlySet<string>): string | null {
  const label = /^call\s+:([\w-]+)(?=\s|$)/i.exec(text)?.[1] ?? '';
  return !conditional && depth === 0 && silent.has(label.toLowerCase()) ? label : null;
}

/** Labels, in lower case, that leave by `exit /b 0` alone, also through the labels that they jump to or run on into. */
function labelsEndingWithZero(lines: readonly CmdLine[]): ReadonlySet<string> {
  const sections: { readonly label: string; readonly commands: CmdCommand[] }[] = [];
  for (const { label, isComment, commands } of lines) {
    if (label !== null) sections.push({ label: label.toLowerCase(), commands: [] });
    else if (!isComment) sections.at(-1)?.commands.push(...commands);
  }
  const silent = new Set(sections.map(({ label }) => label));
  // A label is taken out with those that end through it, until nothing changes.
  for (let size = -1; size !== silent.size;) {
    size = silent.size;
    sections.forEach(({ label, commands }, at) => {
      const last = commands.at(-1);
      const isLeft =
        last !== undefined && !last.conditional && last.depth === 0 && /^(?:goto\b|exit\b)/i.test(last.text);
      const next = isLeft ? label : (sections[at + 1]?.label ?? '');
      const targets = commands.flatMap(({ text }) =>
        /^goto\b/i.test(text) ? [/^goto\s+:?([\w-]*)/i.exec(text)?.[1]?.toLowerCase() ?? ''] : [],
      );
      const codes = commands.filter(({ text }) => /^exit\b/i.test(text) && !/^exit\s+\/b\s+0$/i.test(text));
      if (codes.length > 0 || [next, ...targets].some((each) => !silent.has(each))) silent.delete(label);
    });
  }
  return silent;
}

function startsProgram(text: string): boolean {
  return /^(?:"[^"]*\.exe"|[^\s"]+\.exe(?=\s|$))/i.test(text) || /^"%TOOL%"/i.test(text);
}

/**
 * A line and the block that it opens are parsed before any of it runs, so `if defined N if %N% geq 1` is an error where N
 * is empty. A variable stands bare in a comparison only where the script gives it nothing but numbers.
 */
export function comparisonDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  const given = valuesOf(lines);
  const isNumber = (name: string): boolean => {
    const values = given.get(name.toUpperCase());
    return values !== undefined && [...values].every((value) => value === null || /^-?\d+$/.test(value));
  };
  return lines.flatMap(({ text, row, isComment }) => {
    if (isComment) return [];
    const plain = text.replace(/"[^"]*"/g, (quoted) => `"${' '.repeat(quoted.length - 2)}"`);
    return Array.from(
      plain.matchAll(/\bif\s+(?:\/i\s+)?(?:not\s+)?(\S*?)\s*(?:==|\s(?:equ|neq|lss|leq|gtr|geq)\s)\s*(\S*)/gi),
    ).flatMap((match) =>
      Array.from(`${match[1]} ${match[2]}`.matchAll(/(?<!%)%([A-Za-z_]\w*)(:[^%]*)?%/g))
        .filter(([, name = '', change]) => change !== undefined || !isNumber(name))
        .map(([name]) =>
          diagnoseLine(
            'cmd/bare-comparison',
            `"${name}" may be empty when this line is parsed.`,
            row,
            match.index,
            match[0].length,
          ),
        ),
    );
  });
}

/** Of an empty variable `%NAME:~0,2%` leaves its end behind, and a percent sign that takes the next one for its partner. */
export function changedDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  return lines.flatMap(({ text, row, isComment }) =>
    isComment
      ? []
      : Array.from(
          text.matchAll(/\bif\s+(?:\/i\s+)?(?:not\s+)?[^\s]*?(?<!%)(%[A-Za-z_]\w*:[^%]*%)/gi),
          ({ 0: { length }, 1: change, index }) =>
            diagnoseLine(
              'cmd/changed-in-condition',
              `"${change}" breaks the line where its variable is empty.`,
              row,
              index,
              length,
            ),
        ).filter(({ column, length }) => !/\bif\s+(?:not\s+)?defined\b/i.test(text.slice(column, column + length))),
  );
}

/** What nothing sets is what somebody else has set. */
export function inheritedDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  const given = valuesOf(lines);
  return lines.flatMap(({ text, row, isComment, label }) => {
    if (isComment || label !== null) return [];
    const reads = [...text.matchAll(/(?<!%)%([A-Za-z_]\w*)(?::[^%]*)?%|\bif\s+(?:not\s+)?defined\s+(\w+)(?![\w%~])/gi)];
    return reads
      .map((match) => ({
        name: (match[1] ?? match[2] ?? '').toUpperCase(),
        index: match.index,
        length: match[0].length,
      }))
      .filter(({ name }) => name !== 'ERRORLEVEL' && !ofWindows.has(name) && !given.has(name))
      .map(({ name, index, length }) =>
        diagnoseLine('cmd/inherited-variable', `Nothing in this script sets "${name}".`, row, index, length),
      );
  });
}

/** A quotation mark in what the caller has set makes commands of what stands behind it: it is taken out before the first use. */
export function quotationDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  const cleared = new Set<string>(['RANDOM', 'PROCESSOR_ARCHITEW6432', 'CMDCMDLINE']);
  return lines.flatMap(({ text, row, isComment, label }) => {
    if (isComment || label !== null) return [];
    for (const [, name = ''] of text.matchAll(/\bset\s+"\w+=%(\w+):"=%"/gi)) cleared.add(name.toUpperCase());
    return Array.from(text.matchAll(/(?<!%)%([A-Za-z_]\w*)(?::[^%]*)?%/g))
      .filter(([, name = '']) => ofWindows.has(name.toUpperCase()) && !cleared.has(name.toUpperCase()))
      .map(({ 0: read, 1: name, index }) =>
        diagnoseLine('cmd/quotation-mark', `"${name}" may hold a quotation mark.`, row, index, read.length),
      );
  });
}

/** What a script gives its variables, by name in upper case; null for the result of a sum. */
function valuesOf(lines: readonly CmdLine[]): ReadonlyMap<string, ReadonlySet<string | null>> {
  const given = new Map<string, Set<string | null>>();
  const give = (name: string, value: string | null): void => {
    const key = name.toUpperCase();
    given.set(key, (given.get(key) ?? new Set()).add(value));
  };
  for (const { text, isComment } of lines) {
    if (isComment) continue;
    for (const [, name = ''] of text.matchAll(/\bset\s+\/a\s+"?([A-Za-z_]\w*)\s*[+*-]?=/gi)) give(name, null);
    for (const [, name = '', value = ''] of text.matchAll(/\bset\s+"([A-Za-z_]\w*)=([^"]*)"/gi)) give(name, value);
    for (const [, name = '', value = ''] of text.matchAll(/\bset\s+([A-Za-z_]\w*)=(\S*)/gi)) give(name, value);
    for (const [, names = '', value = ''] of text.matchAll(
      /\bfor\s+%%(?:\w)\s+in\s+\(([^)]*)\)\s+do\s+set\s+"%%\w=([^"]*)"/gi,
    ))
      for (const name of names.split(/\s+/)) give(name, value);
  }
  return given;
}

/**
 * Variables that a script looks through: handed to plain_text and its like as TEXT, or asked by a loop for characters beyond those that
 * it lists, or for percent signs and carets.
 * @param bare whether nothing may be left that acts outside quotation marks.
 */
function lookedThrough(lines: readonly CmdLine[], bare: boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const asks = bare ? /\bcall\s+:bare_text\b/i : /\bcall\s+:(?:bare_text|plain_text|plain_path)\b/i;
  let given: string | null = null;
  let hasPassed = false;
  for (const { text, label, isComment } of lines) {
    if (isComment) continue;
    if (label !== null) hasPassed = false;
    if (asks.test(text)) {
      if (given !== null) found.add(given);
      hasPassed = true;
    }
    if (hasPassed) for (const [, name = ''] of text.matchAll(/\bset\s+"(\w+)=%TEXT%"/gi)) found.add(name.toUpperCase());
    given = /^set\s+"TEXT=%(\w+)%"$/i.exec(text.trim())?.[1]?.toUpperCase() ?? null;
    const loop = /\bfor\s+\/f\s+"[^"]*\bdelims=([^"]*)"\s+%%\w\s+in\s+\("\/?%(\w+)%\/?"\)\s+do\s+if\s+not\b/i.exec(
      text,
    );
    if (!loop) continue;
    const [, separators = '', name = ''] = loop;
    const listsOthers = separators.length > 8 && !/[%^]/.test(separators) && !(bare && /[&|<>()]/.test(separators));
    if (listsOthers || (!bare && /%%/.test(separators) && separators.includes('^'))) found.add(name.toUpperCase());
  }
  return found;
}

interface Loop {
  readonly variable: string;
  /** Its first variable is the first of several. */
  readonly hasMore: boolean;
  readonly set: string;
  readonly isOwn: boolean;
}

/** The body of a loop is read for its variable once "%NAME%" is in it, the line of a call for percent signs; bare in a set "&" acts. */
export function outsideDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  const [plain, bare] = [plainNames(lines, false), plainNames(lines, true)];
  return withLoops(lines).flatMap(({ line, loops, body }) => {
    const { text, row } = line;
    const places: readonly Place[] = [
      ...(loops.length > 0 ? [{ from: body, part: text.slice(body), known: plain }] : []),
      ...line.commands
        .filter((command) => /^call\s+:/i.test(command.text))
        .map(({ column, text: part }) => ({ from: column, part: blanked(part, />{1,2}\s*"[^"]*"/g), known: plain })),
      ...Array.from(text.matchAll(/\bfor\s+%%\w\s+in\s*\([^)]*\)/gi), ({ 0: part, index }) => ({
        from: index,
        part: blanked(part, /"[^"]*"/g),
        known: bare,
      })),
    ];
    const found = new Map<number, string>();
    for (const { from, part, known } of places)
      for (const { 0: read, 1: name = '', index } of part.matchAll(/(?<!%)%([A-Za-z_]\w*)(?::[^%]*)?%(?!%)/g))
        if (!known.has(name.toUpperCase())) found.set(from + index, read);
    return Array.from(found, ([column, read]) =>
      diagnoseLine(
        'cmd/read-again',
        `"${read}" is read once more here, and may come from outside.`,
        row,
        column,
        read.length,
      ),
    );
  });
}

/** A part of a line that cmd.exe reads once more, and the variables that may stand in it. */
interface Place {
  readonly from: number;
  readonly part: string;
  readonly known: ReadonlySet<string>;
}

function blanked(text: string, what: RegExp): string {
  return text.replace(what, (found) => ' '.repeat(found.length));
}

/** Each line that is no comment, with the loops whose body it stands in, or begins, and where that body begins in it. */
function withLoops(
  lines: readonly CmdLine[],
): readonly { readonly line: CmdLine; readonly loops: readonly Loop[]; readonly body: number }[] {
  let open: readonly Loop[] = [];
  return lines.flatMap((line) => {
    if (line.isComment || line.label !== null) return [];
    if (line.depth === 0) open = [];
    const wasOpen = open.length > 0;
    const heads = Array.from(line.text.matchAll(/\bfor\s+(\/f\s+)?(?:"([^"]*)"\s+)?%%(\w)\s+in\s*\((.*?)\)\s*do\b/gi));
    open = [
      ...open,
      ...heads.map(([, way, options = '', variable = '', set = '']) => ({
        variable,
        hasMore: way !== undefined,
        set,
        isOwn: way === undefined || isOwnText(options, set.trim()[0] ?? ''),
      })),
    ];
    const first = heads[0];
    return [{ line, loops: open, body: wasOpen ? 0 : first ? first.index + first[0].length : line.text.length }];
  });
}

/** Names of the variables whose every value is made of words of the script, of numbers, and of each other. */
function plainNames(lines: readonly CmdLine[], bare: boolean): ReadonlySet<string> {
  const known = lookedThrough(lines, bare);
  const main = lines.findIndex(({ label }) => label === 'main');
  const given = withLoops(lines).flatMap(({ line, loops }) =>
    Array.from(
      line.text.matchAll(/\bset\s+(?:"([A-Za-z_%]\w*)=((?:[^"]|%\w+:"=[^"%]*%)*)"|([A-Za-z_]\w*)=(\S*))/gi),
      (match) => ({
        name: (match[1] ?? match[3] ?? '').toUpperCase(),
        value: match[2] ?? match[4] ?? '',
        loops,
        row: line.row,
      }),
    ),
  );
  const plain = new Set([...valuesOf(lines).keys(), ...known, 'ERRORLEVEL', 'RANDOM', 'SYSTEMDRIVE']);
  const isPlain = (text: string, loops: readonly Loop[], row: number): boolean => {
    for (const [, modified] of text.matchAll(/%%(?:~[a-z]*?)?([A-Za-z])(?![A-Za-z])/g)) {
      const index = loops.findLastIndex(({ variable, hasMore }) =>
        hasMore ? variable <= (modified as string) : variable === modified,
      );
      const loop = loops[index];
      if (!loop?.isOwn || !isPlain(loop.set, loops.slice(0, index), row)) return false;
    }
    if (row < main && /(?<!%)%(?:~[a-z]*)?[0-9*]/.test(text)) return false;
    return Array.from(text.matchAll(/(?<!%)%([A-Za-z_]\w*)(:[^%]*)?%(?!%)/g)).every(
      ([, name = '', change = '']) => plain.has(name.toUpperCase()) || (!bare && /^:~-?\d+,1$/.test(change)),
    );
  };
  for (let size = -1; size !== plain.size;) {
    size = plain.size;
    for (const { name, value, loops, row } of given)
      if (!known.has(name) && !isPlain(value, loops, row)) plain.delete(name);
  }
  return plain;
}
