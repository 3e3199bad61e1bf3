import { changed, expandLoops, expandPercent, ModelError, variable, type Environment } from './expand.js';
import { parseLine, SyntaxFault, type Condition, type Node, type Redirection } from './parse.js';
import { programs, wordsOf, type Answer } from './programs.js';
import { childrenOf, rename, write, type Windows } from './windows.js';
import { said } from './words.js';

export interface Run {
  readonly code: number;
  /** What went to handle 1 and to handle 2 of the console, with plain line ends. */
  readonly output: string;
  readonly errors: string;
}

export interface Start {
  /** Full path of the script. */
  readonly script: string;
  /** The command line behind its name, as the script gets it. */
  readonly given: string;
  readonly environment: Readonly<Record<string, string>>;
  /** How cmd.exe itself was started; Explorer does it in a way of its own. */
  readonly commandLine?: string;
  /** Whether a bare name is looked for in System32, as for a person at a prompt. Emitted scripts name programs by their path. */
  readonly searchesPath?: boolean;
}

/** What a logged-on administrator's prompt hands on. */
export const usualEnvironment: Readonly<Record<string, string>> = {
  SystemRoot: 'C:\\Windows',
  SystemDrive: 'C:',
  windir: 'C:\\Windows',
  ProgramData: 'C:\\ProgramData',
  ProgramFiles: 'C:\\Program Files',
  ComSpec: 'C:\\Windows\\System32\\cmd.exe',
  PATH: 'C:\\Windows\\System32;C:\\Windows',
  PATHEXT: '.COM;.EXE;.BAT;.CMD',
  TEMP: 'C:\\Windows\\Temp',
  PROCESSOR_ARCHITECTURE: 'AMD64',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
};

type Sink = (text: string) => void;
type Handles = readonly [input: string, output: Sink, errors: Sink];
type Loops = ReadonlyMap<string, string>;

class Goto {
  constructor(readonly label: string) {}
}
class Exit {
  constructor(readonly code: number) {}
}

/** Told of every row that runs, counted from 0, where somebody asks for it (test/mutate). */
export const visits: { note: ((script: string, row: number) => void) | null } = { note: null };

/** More steps than the longest wait of a script takes. */
const mostSteps = 400_000;

/**
 * Runs a script as cmd.exe documents itself, and refuses (`ModelError`) whatever is not modelled. A syntax fault ends the
 * script with 255 and a line on handle 2, as in Windows.
 */
export function runScript(windows: Windows, text: string, start: Start): Run {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  let environment: Environment = new Map(
    Object.entries(start.environment).map(([name, value]) => [name.toUpperCase(), { name, value }]),
  );
  const saved: Environment[] = [];
  let delayed = false;
  let errorlevel = 0;
  /** Variables of the loops that called the label which runs: bodies of loops there see them, lines outside of loops do not. */
  let outer: Loops = new Map();
  let steps = 0;
  let random = 1;
  let output = '';
  let errors = '';
  const console: Handles = ['', (each) => (output += each), (each) => (errors += each)];
  let args: readonly string[] = [start.script, ...argumentsOf(start.given)];

  const set = (name: string, value: string): number => {
    if (value.length > 8191) throw new ModelError(`"${name}" holds ${value.length} characters`);
    const wasThere = environment.has(name.toUpperCase());
    if (value === '') environment.delete(name.toUpperCase());
    else environment.set(name.toUpperCase(), { name: environment.get(name.toUpperCase())?.name ?? name, value });
    return value === '' && !wasThere ? 1 : 0;
  };

  const lookUp = (name: string): string | undefined => {
    const own = variable(environment, name);
    if (own !== undefined) return own;
    if (/^errorlevel$/i.test(name)) return String(errorlevel);
    if (/^random$/i.test(name)) return String((random = (random * 214013 + 2531011) % 32768));
    if (/^cmdcmdline$/i.test(name)) return start.commandLine ?? '"C:\\Windows\\System32\\cmd.exe" ';
    if (/^(?:cd|date|time|cmdextversion)$/i.test(name)) throw new ModelError(`%${name}%`);
    return undefined;
  };

  const modify = (modifiers: string, given: string): string => {
    const plain = given.replace(/^"/, '').replace(/"$/, '');
    if (modifiers === '') return plain;
    if (plain === '') return '';
    const full = fullPath(plain);
    const slash = full.lastIndexOf('\\');
    const file = full.slice(slash + 1);
    const dot = file.lastIndexOf('.');
    const found = windows.files.get(full.replace(/\\$/, '').toLowerCase());
    return Array.from(modifiers.toLowerCase(), (each) => {
      if (each === 'f') return full;
      if (each === 'd') return full.slice(0, 2);
      if (each === 'p') return full.slice(2, slash + 1);
      if (each === 'n') return dot === -1 ? file : file.slice(0, dot);
      if (each === 'x') return dot === -1 ? '' : file.slice(dot);
      if (each === 'z') return found?.text === null || !found ? '' : String(found.text.length);
      if (each === 'a') return found ? (found.text === null ? 'd----------' : '--a--------') : '';
      throw new ModelError(`~${modifiers}`);
    }).join('');
  };

  const expanded = (line: string): string => {
    if (/^\s*(?::|@?rem(?:\s|$))/i.test(line)) return line;
    const made = expandPercent(line, lookUp, args, args.slice(1).join(' '), modify);
    if (made.length > 8191) throw new ModelError(`a line of ${made.length} characters`);
    return made;
  };

  /** Phase 4 and 5 of a text. */
  const filled = (raw: string, loops: Loops): string => {
    const made = expandLoops(raw, loops, modify);
    if (!delayed) return made;
    return made.replace(/!([^!:]+)(?::([^!]*))?!/g, (_, name: string, change: string | undefined) => {
      const value = lookUp(name);
      return value === undefined ? '' : change === undefined ? value : changed(value, change);
    });
  };

  /** Files that a command has open for writing: nobody else opens one to write until it ends. */
  function heldBy(redirections: readonly Redirection[], loops: Loops): readonly { isLocked?: boolean }[] {
    const files = redirections
      .filter(({ how }) => how === '>' || how === '>>')
      .flatMap(
        ({ target }) => windows.files.get(fullPath(filled(target, loops).replaceAll('"', '')).toLowerCase()) ?? [],
      );
    for (const file of files) file.isLocked = true;
    return files;
  }

  function redirected(redirections: readonly Redirection[], loops: Loops, handles: Handles): Handles | null {
    const made: [string, Sink, Sink] = [...handles];
    for (const { handle, how, target } of redirections) {
      if (how === '>&') {
        made[handle as 1 | 2] = made[Number(target) as 1 | 2];
        continue;
      }
      const path = filled(target, loops).replaceAll('"', '');
      if (how === '<') {
        if (!/^nul$/i.test(path)) throw new ModelError(`input from ${path}`);
        made[0] = '';
        continue;
      }
      if (/^nul$/i.test(path)) {
        made[handle as 1 | 2] = () => undefined;
        continue;
      }
      const full = fullPath(path);
      const known = windows.files.get(full.toLowerCase());
      const parent = windows.files.get(full.slice(0, full.lastIndexOf('\\')).toLowerCase());
      const isDrive = /^[a-z]:\\[^\\]*$/i.test(full);
      const says =
        path === '' || /[<>|?*]/.test(full.slice(2)) || (!parent && !isDrive)
          ? 'The system cannot find the path specified.'
          : known?.isLocked === true
            ? 'The process cannot access the file because it is being used by another process.'
            : known?.text === null
              ? 'Access is denied.'
              : null;
      if (says !== null) {
        handles[2](`${says}\n`);
        errorlevel = 1;
        return null;
      }
      if (how === '>' || !known) write(windows, full, '');
      made[handle as 1 | 2] = (each) => {
        write(windows, full, `${windows.files.get(full.toLowerCase())?.text ?? ''}${each.replaceAll('\n', '\r\n')}`);
      };
    }
    return made;
  }

  /** Runs a parsed line. What it returns is what `&&` and `||` ask for. */
  function run(node: Node, loops: Loops, handles: Handles): number {
    if (++steps > mostSteps) throw new ModelError('the script does not come to an end');
    switch (node.kind) {
      case 'simple': {
        const made = redirected(node.redirections, loops, handles);
        if (!made) return 1;
        const held = heldBy(node.redirections, loops);
        try {
          return command(filled(node.text, loops), loops, made);
        } finally {
          for (const file of held) file.isLocked = false;
        }
      }
      case 'block': {
        const made = redirected(node.redirections, loops, handles);
        let code = made ? 0 : 1;
        if (made) for (const each of node.nodes) code = run(each, loops, made);
        return code;
      }
      case 'chain':
        return chained(node, loops, handles);
      case 'if': {
        const holds = judged(node.condition, node.ignoreCase, loops) !== node.not;
        if (holds) return run(node.then, loops, handles);
        return node.otherwise ? run(node.otherwise, loops, handles) : 0;
      }
      case 'for':
        return looped(node, loops, handles);
    }
  }

  function chained(node: Extract<Node, { kind: 'chain' }>, loops: Loops, handles: Handles): number {
    if (node.operator === '|') {
      // Each side runs in a shell of its own.
      const before = { environment, errorlevel };
      environment = new Map(environment);
      let between = '';
      run(node.left, loops, [handles[0], (each) => (between += each), handles[2]]);
      environment = new Map(before.environment);
      errorlevel = run(node.right, loops, [between, handles[1], handles[2]]);
      environment = before.environment;
      return errorlevel;
    }
    const code = run(node.left, loops, handles);
    if (node.operator === '&&' && code !== 0) return code;
    if (node.operator === '||' && code === 0) return code;
    return run(node.right, loops, handles);
  }

  function judged(condition: Condition, ignoreCase: boolean, loops: Loops): boolean {
    if (condition.kind === 'compare') {
      const [left, right] = [condition.left, condition.right].map((each) => filled(each, loops)) as [string, string];
      return compared(left, condition.operator, right, ignoreCase);
    }
    const operand = filled(condition.operand, loops);
    if (condition.kind === 'errorlevel') {
      if (!/^\d+$/.test(operand)) throw new ModelError(`if errorlevel ${operand}`);
      return errorlevel >= Number(operand);
    }
    if (condition.kind === 'defined')
      return environment.has(operand.toUpperCase()) || /^(?:errorlevel|cd|date|time|random)$/i.test(operand);
    const path = operand.replaceAll('"', '');
    if (path === '') return false;
    if (/[*?]/.test(path)) throw new ModelError(`if exist ${path}`);
    const found = windows.files.get(fullPath(path).replace(/\\$/, '').toLowerCase());
    return path.endsWith('\\') ? found?.text === null || /^[a-z]:\\$/i.test(path) : found !== undefined;
  }

  function looped(node: Extract<Node, { kind: 'for' }>, loops: Loops, handles: Handles): number {
    let code = 0;
    const each = (values: readonly (readonly [string, string])[]): void => {
      code = run(node.body, new Map([...outer, ...loops, ...values]), handles);
    };
    const given = filled(node.set, loops);
    if (node.way === '/l') {
      const numbers = given.split(',').map((text) => Number(text.trim()));
      const [from, step, to] = numbers as [number, number, number];
      if (numbers.length !== 3 || numbers.some((number) => !Number.isInteger(number)) || step === 0)
        throw new ModelError(`for /l in (${given})`);
      for (let value = from; step > 0 ? value <= to : value >= to; value += step)
        each([[node.variable, String(value)]]);
    } else if (node.way === '') {
      for (const word of argumentsOf(given)) {
        if (/[*?]/.test(word)) throw new ModelError(`for in (${given}) looks for files`);
        each([[node.variable, word]]);
      }
    } else {
      const { skips, tokens, delims, eol, usesBack } = optionsOf(node.options);
      for (const line of linesOfSet(given, usesBack, handles).slice(skips)) {
        const found = tokensOf(line, delims, eol, tokens);
        if (found)
          each(found.map((text, index) => [String.fromCharCode(node.variable.charCodeAt(0) + index), text] as const));
      }
    }
    return code;
  }

  function linesOfSet(given: string, usesBack: boolean, handles: Handles): readonly string[] {
    const [string, shell] = usesBack ? [/^'([\s\S]*)'$/, /^`([\s\S]*)`$/] : [/^"([\s\S]*)"$/, /^'([\s\S]*)'$/];
    const text = string.exec(given)?.[1];
    if (text !== undefined) return text === '' ? [] : [text];
    const asked = shell.exec(given)?.[1];
    if (asked !== undefined) return linesOf(inShell(asked, handles));
    const path = fullPath(given.replaceAll('"', ''));
    const file = windows.files.get(path.toLowerCase());
    if (typeof file?.text !== 'string') {
      handles[2](`The system cannot find the file ${path}.\n`);
      return [];
    }
    return linesOf(file.text);
  }

  /** What another cmd.exe answers, which a loop starts as ComSpec, with AutoRun. */
  function inShell(asked: string, handles: Handles): string {
    if (!/^C:\\Windows\\System32\\cmd\.exe$/i.test(variable(environment, 'COMSPEC') ?? ''))
      throw new ModelError(`a loop starts ${variable(environment, 'COMSPEC')}`);
    if (asked.trimStart().startsWith('"')) throw new ModelError(`cmd /c takes marks away: ${asked}`);
    if (windows.autoRun === null) return '';
    const before = { environment, errorlevel, args };
    environment = new Map(environment);
    let answer = windows.autoRun.map((line) => `${line}\n`).join('');
    const node = parseLine(asked, () => null);
    if (node) run(node, new Map(), ['', (each) => (answer += each), handles[2]]);
    ({ environment, errorlevel, args } = before);
    return answer;
  }

  function command(text: string, loops: Loops, handles: Handles, isCalled = false): number {
    const name = /^(?:"[^"]*"[^\s]*|[^\s,;=/"]+)/.exec(text)?.[0] ?? '';
    const rest = text.slice(name.length);
    const lower = name.toLowerCase();
    const own = commands[lower.startsWith('echo.') ? 'echo' : lower];
    if (own) return own(lower.startsWith('echo.') ? '.' : rest, loops, handles);
    const path = name.replaceAll('"', '');
    if (/\.cmd$/i.test(path)) return batchFile(path, rest, handles, isCalled);
    if (/^C:\\Windows\\Sysnative\\cmd\.exe$/i.test(path)) return otherShell(path, rest, handles);
    const bare = start.searchesPath === true ? /^([\w-]+)(?:\.exe)?$/i : /(?!)/;
    const program = (/^C:\\Windows\\System32\\([\w-]+)\.exe$/i.exec(path) ?? bare.exec(path))?.[1]?.toLowerCase();
    if (program === undefined || !windows.files.has(`c:\\windows\\system32\\${program}.exe`)) {
      handles[2](`'${name}' is not recognized as an internal or external command,\noperable program or batch file.\n`);
      return (errorlevel = 9009);
    }
    const standIn = windows.programs.get(program);
    const real = programs[program];
    if (!standIn && !real) throw new ModelError(`no model of ${program}.exe`);
    windows.calls.push(`${program} ${rest.trim()}`);
    const given = standIn?.(rest.trim());
    const answer: Answer = given
      ? { output: given.output ?? '', code: given.code ?? 0 }
      : real!(windows, wordsOf(rest), handles[0], rest);
    handles[1](answer.output ?? '');
    return (errorlevel = answer.code);
  }

  /** Another script, in the same shell; one that is not called never comes back. */
  function batchFile(path: string, rest: string, handles: Handles, isCalled: boolean): number {
    const full = fullPath(path);
    const file = windows.files.get(full.toLowerCase());
    if (typeof file?.text !== 'string') throw new ModelError(`no file ${full}`);
    const ended = runScript(windows, file.text, {
      script: full,
      given: rest.trim(),
      environment: Object.fromEntries([...environment.values()].map(({ name, value }) => [name, value])),
      searchesPath: start.searchesPath ?? false,
    });
    handles[1](ended.output);
    handles[2](ended.errors);
    errorlevel = ended.code;
    if (!isCalled) throw new Exit(errorlevel);
    return errorlevel;
  }

  /** The native shell that a 32-bit one starts, with /s: the outer marks of what follows /c are taken away, and no others. */
  function otherShell(path: string, rest: string, handles: Handles): number {
    const line = /^\s+(?:\/[a-z]+(?::\w+)?\s+)*?\/s \/c "([\s\S]*)"\s*$/i.exec(rest)?.[1];
    if (line === undefined) throw new ModelError(`${path}${rest}`);
    if (!windows.files.has(path.toLowerCase())) throw new ModelError(`no file ${path}`);
    // A command line is expanded too, though not its arguments: there are none.
    const node = parseLine(expandPercent(line, lookUp, [], '', modify), () => null);
    try {
      if (node) run(node, new Map(), handles);
    } catch (signal) {
      if (!(signal instanceof Exit)) throw signal;
      errorlevel = signal.code;
    }
    return errorlevel;
  }

  const commands: Readonly<Record<string, (rest: string, loops: Loops, handles: Handles) => number>> = {
    rem: () => 0,
    pause(_rest, _loops, handles) {
      handles[1]('Press any key to continue . . . ');
      return 0;
    },
    echo(rest, _loops, handles) {
      if (/^\s+off\s*$/i.test(rest)) return 0;
      if (rest.trim() === '') throw new ModelError('echo of nothing says whether echo is on');
      handles[1](`${rest === '.' ? '' : rest.slice(1)}\n`);
      return 0;
    },
    set(rest, _loops, handles) {
      const text = rest.trimStart();
      if (/^\/a\s/i.test(text)) return (errorlevel = reckoned(text.slice(3), handles));
      if (/^\/p/i.test(text)) throw new ModelError(`set ${text}`);
      const inner = text.startsWith('"') ? text.slice(1, Math.max(1, text.lastIndexOf('"'))) : text;
      const equals = inner.indexOf('=', 1);
      if (equals !== -1) return (errorlevel = set(inner.slice(0, equals), inner.slice(equals + 1)));
      const found = [...environment.values()].filter((each) => each.name.toUpperCase().startsWith(inner.toUpperCase()));
      if (found.length === 0 && inner !== '') {
        handles[2](`Environment variable ${inner} not defined\n`);
        return (errorlevel = 1);
      }
      for (const each of found) handles[1](`${each.name}=${each.value}\n`);
      return (errorlevel = 0);
    },
    call(rest, loops, handles) {
      if (/(?:^|[\s,;=])\/\?(?:$|[\s,;=])/.test(rest)) throw new ModelError(`call shows its help: ${rest}`);
      const again = expandPercent(rest.replaceAll('^', '^^'), lookUp, args, args.slice(1).join(' '), modify);
      const node = parseLine(`call ${again.trimStart()}`, () => null);
      if (node?.kind !== 'simple' || node.redirections.length > 0) throw new ModelError(`call ${again}`);
      const text = node.text.slice(4).trimStart();
      if (!text.startsWith(':')) return command(text, loops, handles, true);
      const [label = '', ...given] = argumentsOf(text);
      const before = { args, depth: saved.length, delayed, outer };
      outer = new Map([...outer, ...loops]);
      args = [label, ...given];
      runFrom(lineOf(label.slice(1), handles), handles);
      ({ args, outer } = before);
      while (saved.length > before.depth) environment = saved.pop() as Environment;
      delayed = before.delayed;
      return errorlevel;
    },
    goto(rest) {
      throw new Goto((/^\s*:?([^\s:&|<>]+)/.exec(rest)?.[1] ?? '').toLowerCase());
    },
    exit(rest) {
      const code = /^\s*\/b(?:\s+(-?\d+))?\s*$/i.exec(rest);
      if (!code) throw new ModelError(`exit${rest}`);
      throw new Exit(code[1] === undefined ? errorlevel : Number(code[1]) | 0);
    },
    shift(rest) {
      if (rest.trim() !== '/1') throw new ModelError(`shift${rest}`);
      args = [args[0] as string, ...args.slice(2)];
      return 0;
    },
    setlocal(rest) {
      saved.push(environment);
      environment = new Map(environment);
      if (/\bEnableDelayedExpansion\b/i.test(rest)) delayed = true;
      if (/\bDisableDelayedExpansion\b/i.test(rest)) delayed = false;
      return (errorlevel = 0);
    },
    endlocal() {
      environment = saved.pop() ?? environment;
      delayed = false;
      return 0;
    },
    md(rest, _loops, handles) {
      const path = fullPath(rest.trim().replaceAll('"', ''));
      if (windows.files.has(path.toLowerCase())) {
        handles[2](`A subdirectory or file ${path} already exists.\n`);
        return (errorlevel = 1);
      }
      windows.calls.push(`md ${path}`);
      write(windows, path, null);
      return (errorlevel = 0);
    },
    rd(rest, _loops, handles) {
      const path = fullPath(rest.trim().replaceAll('"', ''));
      const found = windows.files.get(path.toLowerCase());
      if (found?.text !== null || childrenOf(windows, path).length > 0) {
        handles[2](found ? 'The directory is not empty.\n' : 'The system cannot find the file specified.\n');
        return 1;
      }
      windows.calls.push(`rd ${path}`);
      windows.files.delete(path.toLowerCase());
      return 0;
    },
    ren(rest, _loops, handles) {
      const [from = '', to = ''] = wordsOf(rest);
      const path = fullPath(from);
      const wanted = `${path.slice(0, path.lastIndexOf('\\') + 1)}${to}`;
      if (!windows.files.has(path.toLowerCase()) || windows.files.has(wanted.toLowerCase())) {
        handles[2]('The system cannot find the file specified.\n');
        return (errorlevel = 1);
      }
      windows.calls.push(`ren ${path} ${to}`);
      rename(windows, path, wanted);
      return (errorlevel = 0);
    },
    move(rest, _loops, handles) {
      const [from = '', to = '', more] = wordsOf(rest);
      const path = fullPath(from);
      const wanted = fullPath(to);
      if (more !== undefined || windows.files.get(path.toLowerCase())?.text !== null)
        throw new ModelError(`move${rest}`);
      const target = windows.files.get(wanted.toLowerCase());
      if (typeof target?.text === 'string') {
        handles[2]('Access is denied.\n');
        return (errorlevel = 1);
      }
      windows.calls.push(`move ${path} ${wanted}`);
      // Onto a folder it goes inside.
      rename(windows, path, target ? `${wanted}\\${path.slice(path.lastIndexOf('\\') + 1)}` : wanted);
      handles[1]('        1 dir(s) moved.\n');
      return (errorlevel = 0);
    },
    copy(rest, _loops, handles) {
      const [from = '', to = ''] = wordsOf(rest);
      const file = windows.files.get(fullPath(from).toLowerCase());
      if (typeof file?.text !== 'string') {
        handles[2]('The system cannot find the file specified.\n');
        return (errorlevel = 1);
      }
      write(windows, fullPath(to), file.text);
      handles[1]('        1 file(s) copied.\n');
      return (errorlevel = 0);
    },
    mklink(rest, _loops, handles) {
      const [kind, link = '', of = ''] = wordsOf(rest);
      const file = windows.files.get(fullPath(of).toLowerCase());
      if (kind !== '/h' || typeof file?.text !== 'string' || windows.files.has(fullPath(link).toLowerCase()))
        throw new ModelError(`mklink${rest}`);
      write(windows, fullPath(link), file.text);
      handles[1](`Hardlink created for ${link} <<===>> ${of}\n`);
      return (errorlevel = 0);
    },
    type(rest, _loops, handles) {
      const path = rest.trim().replaceAll('"', '');
      const file = windows.files.get(fullPath(path).toLowerCase());
      if (!/^nul$/i.test(path) && typeof file?.text !== 'string') {
        handles[2]('The system cannot find the file specified.\n');
        return (errorlevel = 1);
      }
      handles[1](file?.text ?? '');
      return (errorlevel = 0);
    },
    dir(rest, _loops, handles) {
      if (variable(environment, 'DIRCMD') !== undefined) throw new ModelError('DIRCMD changes what dir says');
      const words = wordsOf(rest);
      const switches = words.filter((word) => word.startsWith('/')).join(' ');
      const path = fullPath(words.find((word) => !word.startsWith('/')) ?? '');
      if (switches === '/-c /ad') {
        handles[1](said(windows.language, 'folder', windows.freeBytes));
        return (errorlevel = 0);
      }
      if (switches !== '/b /a' && switches !== '/b /ad' && switches !== '/b /a-d /o-d')
        throw new ModelError(`dir${rest}`);
      const [folder, pattern] =
        switches !== '/b /a-d /o-d'
          ? [path, '*']
          : [path.slice(0, path.lastIndexOf('\\')), path.slice(path.lastIndexOf('\\') + 1)];
      const expression = new RegExp(`^${pattern.replace(/[.+()$]/g, '\\$&').replaceAll('*', '.*')}$`, 'i');
      const found = childrenOf(windows, folder).filter(
        (each) =>
          (switches === '/b /a' || (each.text === null) === (switches === '/b /ad')) &&
          expression.test(each.path.slice(folder.length + 1)),
      );
      if (found.length === 0) {
        handles[2]('File Not Found\n');
        return (errorlevel = 1);
      }
      handles[1](found.map((each) => `${each.path.slice(each.path.lastIndexOf('\\') + 1)}\n`).join(''));
      return (errorlevel = 0);
    },
  };

  function reckoned(text: string, handles: Handles): number {
    const match = /^\s*"?([A-Za-z_]\w*)\s*(\+|-|\*)?=\s*(.*?)"?\s*$/.exec(text);
    if (!match) throw new ModelError(`set /a${text}`);
    const [, name = '', operator, sum = ''] = match;
    const value = (each: string): number => {
      // Of a variable the number that it begins with.
      if (/^[A-Za-z_]\w*$/.test(each))
        return value(/^-?(?:0x[0-9a-f]+|\d+)/i.exec(variable(environment, each) ?? '')?.[0] ?? '0');
      if (/^-/.test(each)) return -value(each.slice(1));
      if (!/^(?:0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.test(each)) throw new SyntaxFault(`Invalid number: ${each}`);
      const number = /^0[0-7]+$/.test(each) ? Number.parseInt(each, 8) : Number(each);
      if (number > 0xffffffff || (!/^0x/i.test(each) && number > 0x7fffffff))
        throw new SyntaxFault(`Invalid number: ${each}`);
      return number | 0;
    };
    try {
      const terms = sum.split(/(?<=[\w)])\s*([+*-])\s*/);
      let made = value(terms[0] as string);
      for (let at = 1; at < terms.length; at += 2) {
        const next = value(terms[at + 1] as string);
        if (terms.length > 3) throw new ModelError(`set /a${text}`);
        made = terms[at] === '+' ? made + next : terms[at] === '-' ? made - next : Math.imul(made, next);
      }
      const old = operator === undefined ? 0 : value(name);
      const result =
        operator === '+' ? old + made : operator === '-' ? old - made : operator === '*' ? old * made : made;
      set(name, String(result | 0));
      return 0;
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
      handles[2](`${fault.message}\n`);
      return 1;
    }
  }

  function lineOf(label: string, handles: Handles): number {
    const index = lines.findIndex(
      (line) => /^\s*:([^\s:+,;=]+)/.exec(line)?.[1]?.toLowerCase() === label.toLowerCase(),
    );
    if (index !== -1) return index + 1;
    handles[2](`The system cannot find the batch label specified - ${label}\n`);
    throw new ModelError(`no label ${label}`);
  }

  function runFrom(first: number, handles: Handles): void {
    let at = first;
    for (;;) {
      try {
        while (at < lines.length) {
          visits.note?.(start.script, at);
          const line = lines[at++] as string;
          const node = parseLine(expanded(line), () => (at < lines.length ? expanded(lines[at++] as string) : null));
          if (node) run(node, new Map(), handles);
        }
        return;
      } catch (signal) {
        if (signal instanceof Goto) at = signal.label === 'eof' ? lines.length : lineOf(signal.label, handles);
        else if (signal instanceof Exit) {
          errorlevel = signal.code;
          return;
        } else throw signal;
      }
    }
  }

  try {
    runFrom(0, console);
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault;
    errors += `${fault.message}\n`;
    errorlevel = 255;
  }
  return { code: errorlevel, output: output.replaceAll('\r\n', '\n'), errors: errors.replaceAll('\r\n', '\n') };
}

/** The words that `%1` and so on are: apart at blanks, commas, semicolons and equals signs outside quotation marks. */
export function argumentsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?:"[^"]*(?:"|$)|[^\s,;="])+/g), ([word]) => word);
}

function fullPath(path: string): string {
  const plain = path.replaceAll('/', '\\');
  const from = /^[a-z]:/i.test(plain) ? plain : plain.startsWith('\\') ? `C:${plain}` : `C:\\scripts\\${plain}`;
  const parts: string[] = [];
  for (const part of from.split('\\')) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part.replace(/[. ]+$/, '') || part);
  }
  return parts.join('\\') + (from.endsWith('\\') || parts.length === 1 ? '\\' : '');
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line, index, all) => (index < all.length - 1 ? line.replace(/\r$/, '') : line))
    .filter((line) => line !== '');
}

interface Options {
  readonly skips: number;
  readonly tokens: { readonly numbers: readonly number[]; readonly rest: boolean };
  readonly delims: string;
  readonly eol: string;
  readonly usesBack: boolean;
}

function optionsOf(text: string): Options {
  let left = text;
  let [skips, delims, eol, usesBack] = [0, ' \t', ';', false];
  let numbers: number[] = [1];
  let rest = false;
  while (left.trim() !== '') {
    left = left.trimStart();
    const found = /^(?:usebackq|skip=(\d+)|eol=(.)|tokens=([\d,*-]+)|delims=(.*))/i.exec(left);
    if (!found) throw new ModelError(`for /f "${text}"`);
    if (found[0].toLowerCase() === 'usebackq') usesBack = true;
    if (found[1] !== undefined) skips = Number(found[1]);
    if (found[2] !== undefined) eol = found[2];
    if (found[4] !== undefined) delims = found[4];
    if (found[3] !== undefined) {
      rest = found[3].endsWith('*');
      numbers = found[3]
        .replace(/,?\*$/, '')
        .split(',')
        .filter((each) => each !== '')
        .flatMap((each) => {
          const [from, to = from] = each.split('-').map(Number) as [number, number?];
          return Array.from({ length: (to as number) - from + 1 }, (_, index) => from + index);
        });
    }
    left = left.slice(found[0].length);
  }
  return { skips, tokens: { numbers, rest }, delims, eol, usesBack };
}

/** Null for a line that `for /f` passes over: one without the token that is asked for first, or one that begins with eol. */
function tokensOf(
  line: string,
  delims: string,
  eol: string,
  { numbers, rest }: Options['tokens'],
): readonly string[] | null {
  let at = 0;
  const skip = (): void => {
    while (at < line.length && delims.includes(line[at] as string)) at++;
  };
  skip();
  // Separators in front are gone by now, so an eol that is one of them never meets anything.
  if (at >= line.length || line[at] === eol) return null;
  const last = Math.max(0, ...numbers);
  const found: string[] = [];
  for (let number = 1; number <= last && at < line.length; number++) {
    const from = at;
    while (at < line.length && !delims.includes(line[at] as string)) at++;
    found.push(line.slice(from, at));
    skip();
  }
  if (numbers.length > 0 && found[Math.min(...numbers) - 1] === undefined) return null;
  return [...numbers.map((number) => found[number - 1] ?? ''), ...(rest ? [line.slice(at)] : [])];
}

function compared(left: string, operator: string, right: string, ignoreCase: boolean): boolean {
  const number = /^-?(?:0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i;
  const value = (text: string): number => {
    const read = /^-?0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
    return Math.max(-0x80000000, Math.min(0x7fffffff, read));
  };
  if (operator === '==') return ignoreCase ? left.toLowerCase() === right.toLowerCase() : left === right;
  const [a, b] =
    number.test(left) && number.test(right)
      ? [value(left), value(right)]
      : ignoreCase
        ? [left.toLowerCase(), right.toLowerCase()]
        : [left, right];
  switch (operator) {
    case 'equ':
      return a === b;
    case 'neq':
      return a !== b;
    case 'lss':
      return a < b;
    case 'leq':
      return a <= b;
    case 'gtr':
      return a > b;
    default:
      return a >= b;
  }
}
