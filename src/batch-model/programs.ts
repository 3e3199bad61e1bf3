import { ModelError } from './expand.js';
import { said } from './words.js';
import { addKey, fullKey, ownList, setValue, valueOf, write, type Windows } from './windows.js';

export interface Answer {
  readonly output?: string;
  readonly code: number;
}

/** The words of a command line, as programs of Windows take them apart. */
export function wordsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?:"[^"]*"|[^\s"])+/g), ([word]) => word.replaceAll('"', ''));
}

type Program = (windows: Windows, words: readonly string[], input: string, line: string) => Answer;

const done: Answer = { code: 0 };

/** Programs by the name of their file. What is not here, or is asked in another way, is refused. */
export const programs: Readonly<Record<string, Program>> = {
  reg(windows, words) {
    const [verb, key = '', ...rest] = words;
    if (verb === 'query') return queried(windows, key, rest);
    if (verb === 'add') return added(windows, key, rest);
    if (verb === 'delete') return deleted(windows, key, rest);
    throw new ModelError(`reg ${words.join(' ')}`);
  },
  sc(windows, words) {
    const [verb = '', name = '', ...rest] = words;
    const service = windows.services.get(name.toLowerCase());
    if (verb === 'create') {
      windows.services.set(name.toLowerCase(), { name, state: 1, security: ownList, dependents: [] });
      setValue(windows, `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`, 'Start', 'REG_DWORD', '0x3');
      return done;
    }
    if (!service) return { code: 1060, output: said(windows.language, 'notInstalled') };
    if (verb === 'query')
      return {
        code: 0,
        // Recorded in English, German and Hungarian alike: sc query translates no word.
        output: `\nSERVICE_NAME: ${service.name} \n        TYPE               : 30  WIN32  \n        STATE              : ${service.state}  ${service.state === 4 ? 'RUNNING' : 'STOPPED'} \n        WIN32_EXIT_CODE    : 0  (0x0)\n        SERVICE_EXIT_CODE  : 0  (0x0)\n        CHECKPOINT         : 0x0\n        WAIT_HINT          : 0x0\n`,
      };
    if (verb === 'start' || verb === 'stop') {
      const wanted = verb === 'start' ? 4 : 1;
      if (service.state === wanted) return { code: verb === 'start' ? 1056 : 1062 };
      service.state = wanted;
      return { code: 0, output: `\nSERVICE_NAME: ${service.name} \n` };
    }
    if (verb === 'config' && rest[0] === 'start=') {
      const number = { auto: '0x2', 'delayed-auto': '0x2', demand: '0x3', disabled: '0x4' }[rest[1] ?? ''];
      if (number === undefined) throw new ModelError(`sc ${words.join(' ')}`);
      const key = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service.name}`;
      setValue(windows, key, 'Start', 'REG_DWORD', number);
      const isDelayed = rest[1] === 'delayed-auto';
      if (number === '0x2') setValue(windows, key, 'DelayedAutostart', 'REG_DWORD', isDelayed ? '0x1' : '0x0');
      return done;
    }
    if (verb === 'delete') {
      windows.services.delete(name.toLowerCase());
      return deleted(windows, `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service.name}`, ['/f']);
    }
    if (verb === 'sdshow') return { code: 0, output: `\n${service.security}\n` };
    if (verb === 'sdset') {
      service.security = rest[0] ?? '';
      return done;
    }
    if (verb === 'enumdepend')
      return {
        code: 0,
        // Recorded on a German PC: a title may be missing.
        output:
          `[SC] EnumDependentServices: entriesread = ${service.dependents.length}\n` +
          service.dependents
            .map(
              (each, index) =>
                `\nSERVICE_NAME: ${each}\n${index === 0 ? '' : `DISPLAY_NAME: ${said(windows.language, 'title')}\n`}        TYPE               : 20  WIN32_SHARE_PROCESS  \n        STATE              : 4  RUNNING \n                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)\n`,
            )
            .join(''),
      };
    throw new ModelError(`sc ${words.join(' ')}`);
  },
  tasklist: (windows) => ({
    code: 0,
    output: windows.processes.map((name) => `"${name}","4711","Services","0","9.999 K"\n`).join(''),
  }),
  whoami: () => ({ code: 0, output: '"pc\\user","S-1-5-21-1-2-3-1001"\n' }),
  fltmc: () => done,
  icacls: () => done,
  // Two names with one text are two names of one file here.
  fsutil(windows, words) {
    const [area, verb, path = ''] = words;
    if (area !== 'hardlink' || verb !== 'list') throw new ModelError(`fsutil ${words.join(' ')}`);
    const file = windows.files.get(path.toLowerCase());
    if (!file) return { code: 1, output: said(windows.language, 'noSuchFile') };
    const names = [...windows.files.values()].filter(
      (each) => each.path.endsWith('\\seal.txt') && each.text === file.text,
    );
    return { code: 0, output: names.map((each) => `${each.path.slice(2)}\n`).join('') };
  },
  ping: () => done,
  w32tm: (windows, words) =>
    words[0] === '/stripchart' ? { code: 0, output: said(windows.language, 'time', '+00.0123456') } : done,
  dism: (_windows, words) =>
    words.includes('/CheckHealth') ? { code: 0, output: '\nNo component store corruption detected.\n' } : done,
  sfc: () => done,
  // No event is logged.
  wevtutil: () => done,
  route: () => ({ code: 0, output: '          0.0.0.0          0.0.0.0      192.168.0.1     192.168.0.2     25\n' }),
  curl: () => done,
  xcopy(windows, words) {
    const [from = '', to = ''] = words;
    const file = windows.files.get(from.toLowerCase());
    if (typeof file?.text !== 'string') return { code: 4 };
    write(windows, `${to}${from.slice(from.lastIndexOf('\\') + 1)}`, file.text);
    return done;
  },
  find(windows, words, input) {
    const ignoresCase = words[0] === '/i';
    const wanted = words[ignoresCase ? 1 : 0] ?? '';
    const path = words[ignoresCase ? 2 : 1];
    const text = path === undefined ? input : (windows.files.get(path.toLowerCase())?.text ?? '');
    const lines = text
      .split(/\r?\n/)
      .slice(0, -1)
      .filter((line) => (ignoresCase ? line.toLowerCase().includes(wanted.toLowerCase()) : line.includes(wanted)));
    return { code: lines.length > 0 ? 0 : 1, output: lines.map((line) => `${line}\n`).join('') };
  },
};

function queried(windows: Windows, key: string, rest: readonly string[]): Answer {
  const full = fullKey(key);
  const found = windows.registry.get(full.toLowerCase());
  if (!found) return { code: 1 };
  const line = ({ name, type, data }: { name: string; type: string; data: string }): string =>
    `    ${name}    ${type}    ${data}\n`;
  if (rest[0] === '/v') {
    if (valueOf(windows, key, rest[1] as string) === undefined) return { code: 1 };
    return { code: 0, output: `\n${found.key}\n${line(found.values.get((rest[1] as string).toLowerCase())!)}\n` };
  }
  if (rest.length > 0 && rest[0] !== '/s') throw new ModelError(`reg query ${key} ${rest.join(' ')}`);
  const block = (each: typeof found): string =>
    each.values.size === 0 ? '' : `\n${each.key}\n${[...each.values.values()].map(line).join('')}`;
  const all = [...windows.registry.values()].filter(({ key: each }) =>
    each.toLowerCase().startsWith(`${full.toLowerCase()}\\`),
  );
  // With /s each key below has a block of its own, also one without values.
  if (rest[0] === '/s')
    return { code: 0, output: `${block(found)}${all.map((each) => block(each) || `\n${each.key}\n`).join('')}\n` };
  const below = all.filter(({ key: each }) => !each.slice(full.length + 1).includes('\\'));
  const own = block(found);
  return { code: 0, output: `${own}\n${below.map((each) => `${each.key}\n`).join('')}` };
}

/** `/v name`, `/t type` and `/d data` in any order, as tests prepare a PC by them; scripts write them whole. */
function added(windows: Windows, key: string, rest: readonly string[]): Answer {
  const given = (option: string): string | undefined =>
    rest.includes(option) ? rest[rest.indexOf(option) + 1] : undefined;
  if (rest.at(-1) !== '/f') throw new ModelError(`reg add ${key} asks`);
  const name = given('/v');
  if (name === undefined) addKey(windows, key);
  else {
    const type = given('/t') ?? 'REG_SZ';
    const data = given('/d') ?? '';
    const shown = type === 'REG_DWORD' ? `0x${Number(data).toString(16)}` : data;
    setValue(windows, key, name, type, shown);
  }
  return done;
}

function deleted(windows: Windows, key: string, rest: readonly string[]): Answer {
  const full = fullKey(key).toLowerCase();
  const found = windows.registry.get(full);
  if (rest.at(-1) !== '/f') throw new ModelError(`reg delete ${key} asks`);
  if (rest[0] === '/v') return found?.values.delete((rest[1] as string).toLowerCase()) === true ? done : { code: 1 };
  if (rest.length !== 1) throw new ModelError(`reg delete ${key} ${rest.join(' ')}`);
  for (const each of [...windows.registry.keys()])
    if (each === full || each.startsWith(`${full}\\`)) windows.registry.delete(each);
  return found ? done : { code: 1 };
}
