import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { emittedFiles } from './compile-bundled.js';
import { expandPercent } from '../src/batch-model/expand.js';
import { parseLine } from '../src/batch-model/parse.js';
import { programs, wordsOf } from '../src/batch-model/programs.js';
import { runScript, usualEnvironment, type Run } from '../src/batch-model/run.js';
import { addKey, healthyWindows, setValue, write, type Windows } from '../src/batch-model/windows.js';

const state = 'C:\\ProgramData\\Mendsheet\\windows-update';

/** Emitted batch by its path below the product's folder. */
let texts: ReadonlyMap<string, string>;
beforeAll(async () => {
  texts = new Map(
    [...(await emittedFiles())]
      .filter(([path]) => /\.cmd(?:\.txt)?$/.test(path))
      .map(([path, bytes]) => [path.replace(/^[^/]+\//, ''), Buffer.from(bytes).toString('latin1')]),
  );
});

function run(windows: Windows, name: string, given = '', environment: Readonly<Record<string, string>> = {}): Run {
  const ended = runScript(windows, texts.get(`${name}.cmd`) ?? '', {
    script: `C:\\scripts\\${name}.cmd`,
    given,
    environment: { ...usualEnvironment, ...environment },
  });
  // What cmd.exe says while the lock is held goes where nobody looks.
  expect(windows.files.get(`${state}\\lock`.toLowerCase())?.text ?? '', given).toBe('');
  return ended;
}

/** Calls that change a PC. */
function changes(windows: Windows): readonly string[] {
  return windows.calls.filter((call) =>
    /^(?:sc (?:start|stop|config|sdset)|ren |dism .*\/(?:Restore|Start)|sfc |w32tm \/resync)/i.test(call),
  );
}

function disable(windows: Windows, service: string): void {
  setValue(windows, `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service}`, 'Start', 'REG_DWORD', '0x4');
}

describe('the model', () => {
  const said = (text: string, environment: Readonly<Record<string, string>> = {}): string => {
    const lines = `@echo off\r\n${text.replaceAll('\n', '\r\n')}\r\n`;
    const start = { script: 'C:\\scripts\\x.cmd', given: '', environment: { ...usualEnvironment, ...environment } };
    const { output, errors } = runScript(healthyWindows(), lines, start);
    return output + errors.replace(/: .*/, '');
  };

  it.each([
    [
      'parses a line whole, with a variable empty',
      'if defined SIZE if %SIZE% geq 32 echo big\necho end',
      '32 was unexpected at this time\n',
    ],
    ['runs what follows a condition with it', 'if defined NONE echo a& echo b\necho end', 'end\n'],
    ['expands a block before it runs', 'set "A=1"\nif defined A (\nset "A=2"\necho %A%\n)\necho %A%', '1\n2\n'],
    ['passes over lines that begin with a semicolon', 'for /f "delims=0" %%x in (";1") do echo %%x\necho end', 'end\n'],
    ['takes separators off before it asks for eol', 'for /f "eol=0 delims=0" %%x in ("0;1") do echo %%x', ';1\n'],
    ['takes a variable for the error level', 'cd-is-none 2>nul\necho %ERRORLEVEL%', '5\n'],
    ['lets call read percent signs again', 'set "A_1=x"\nset "N=1"\ncall set "V=%%A_%N%%%"\necho %V%', 'x\n'],
    [
      'clears the error level in a .cmd that sets a variable',
      'C:\\Windows\\System32\\reg.exe query HKLM\\None\nset "A=1"\nif errorlevel 1 echo 1',
      '',
    ],
    ['compares texts where one is no number', 'if 08 gtr 9 (echo text) else echo number', 'number\n'],
    [
      'shows loops of a label the variables of the loop that called it',
      'for %%a in (x) do call :sub\nexit /b 0\n:sub\nset "V=%%a"\necho %V%\nfor %%b in (y) do echo %V% %%b',
      '%a\nx y\n',
    ],
    ['reads a value in the body of a loop for its variable', 'set "V=%%s"\nfor %%s in (a) do echo %V%', 'a\n'],
    ['reckons in 32 bits', 'set /a N=65536*65536\necho %N%', '0\n'],
  ])('%s', (_name, text, expected) => {
    expect(said(text, { ERRORLEVEL: '5' })).toBe(expected);
  });
});

describe('every emitted line of batch', () => {
  it.each(['empty', 'set'])('parses with every variable %s', (way) => {
    expect(texts.size).toBeGreaterThan(10);
    const broken: string[] = [];
    for (const [path, text] of texts) {
      // Those that only numbers are put into; test/unit/finish/lint-cmd.test.ts holds comparisons to them.
      const others = new Set(Array.from(text.matchAll(/set "(\w+)=(?!\d+")/g), ([, name = '']) => name));
      const lookUp = (name: string): string | undefined =>
        !others.has(name) && new RegExp(`set (?:/a |")${name}\\b`).test(text) ? '1' : way === 'set' ? 'x y' : undefined;
      const lines = text.replaceAll('\r\n', '\n').split('\n');
      const args = Array.from({ length: 10 }, () => (way === 'set' ? 'x' : '1'));
      const expanded = (line: string): string =>
        /^\s*(?::|rem\b)/i.test(line) ? line : expandPercent(line, lookUp, args, '', (_, given) => given);
      for (let at = 0; at < lines.length;) {
        const row = at;
        const first = expanded(lines[at++] as string);
        try {
          parseLine(first, () => (at < lines.length ? expanded(lines[at++] as string) : null));
        } catch (fault) {
          broken.push(`${path}:${row + 1}: ${lines[row]}: ${(fault as Error).message}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});

describe('a run on a healthy PC', () => {
  it.each([
    ['diagnose', '', 2],
    ['diagnose', '/?', 0],
    ['diagnose', '/list', 0],
    ['diagnose', '/check disk-space', 0],
    ['diagnose', '/check windows-update-log', 2],
    ['diagnose', '/quiet /out "C:\\Windows\\Temp\\my report.txt"', 2],
    ['collect-logs', '', 0],
    ['collect-logs', '/?', 0],
    ['collect-logs', '/list', 0],
    ['collect-logs', '/out C:\\Windows\\Temp\\logs /check event-log', 0],
    ['reset-components', '', 0],
    ['reset-components', '/?', 0],
    ['reset-components', '/list', 0],
    ['reset-components', '/whatif', 0],
    ['reset-components', '/force /check download-cache /whatif', 0],
  ])('%s %s ends with %i, and nothing goes to handle 2', (name, given, code) => {
    const windows = healthyWindows();
    const ended = run(windows, name, given);
    expect(ended).toMatchObject({ code, errors: '' });
    expect(changes(windows)).toEqual([]);
  });

  it('copies a file below a million bytes, and registry keys with the policies', () => {
    const windows = healthyWindows();
    setValue(
      windows,
      'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate',
      'WUServer',
      'REG_SZ',
      'https://wsus',
    );
    expect(run(windows, 'collect-logs')).toMatchObject({ code: 0, errors: '' });
    expect(windows.calls.filter((call) => /^xcopy "[^"]*\\CBS\.log"/i.test(call))).toHaveLength(1);
    const key = [...windows.files.values()].find(({ path }) =>
      path.endsWith('Policies-Microsoft-Windows-WindowsUpdate.txt'),
    );
    expect(key?.text).toContain('WUServer    REG_SZ    https://wsus');
  });

  it('names each check once, and says what a repair is for', () => {
    const windows = healthyWindows();
    disable(windows, 'bits');
    const { code, output, errors } = run(windows, 'reset-components');
    expect([code, errors]).toEqual([0, '']);
    for (const id of ['wuauserv-start-type', 'download-cache', 'bits-rights'])
      expect(output.match(new RegExp(` ${id}: `, 'g')), id).toHaveLength(1);
    expect(output).toMatch(/^Repairing 6 bits-start-type: .* \[bits is disabled, 0x80070422\]$/m);
    expect(output.indexOf('wuauserv-rights')).toBeLessThan(output.indexOf('wuauserv-start-type'));
    expect(changes(windows)).toEqual(['sc config "bits" start= demand']);
  });
});

describe('what the caller has set', () => {
  const hostile: Readonly<Record<string, string>> = {
    ERRORLEVEL: '1',
    DIRCMD: '/w',
    COPYCMD: '/-y',
    ComSpec: 'C:\\Users\\a\\evil.exe',
    PATH: 'C:\\Users\\a',
    CMDEXTVERSION: '1',
    CMDCMDLINE: 'x',
    RANDOM: '3',
    DATE: '&',
    __COMPAT_LAYER: 'RunAsInvoker',
    PROCESSOR_ARCHITEW6432: 'AMD64',
    TEXT_EDITOR: 'C:\\Program Files\\N (x)\\n.exe',
    'WEIRD;NAME (x)': '"&echo x',
    ...Object.fromEntries(
      'FORCE UNDO QUIET OUT CHOSEN SKIPPED EXPECTS LACKS WHATIF'.split(' ').map((name) => [name, 'x']),
    ),
    ...Object.fromEntries(
      'VALUE STATUS EVIDENCE CODE START_TYPE STEP BODY JOURNAL_MARK_1'.split(' ').map((name) => [name, '0x4']),
    ),
    ALLOW_MANAGED: '1',
    GUARDED: '1',
    BLOCKED: '1',
  };

  it.each(['diagnose', 'reset-components', 'collect-logs'])('changes nothing about %s', (name) => {
    const made = [{}, hostile].map((environment) => {
      const windows = healthyWindows();
      disable(windows, 'bits');
      return { ended: run(windows, name, '', environment), calls: windows.calls };
    });
    expect(made[1]).toEqual(made[0]);
    expect(made[0]?.ended.errors).toBe('');
  });

  it('is not trusted where the shell of a loop does not answer', () => {
    const windows = healthyWindows();
    windows.autoRun = null;
    addKey(windows, 'HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{1}');
    disable(windows, 'bits');
    expect(run(windows, 'reset-components')).toMatchObject({ code: 11, output: '' });
    expect(changes(windows)).toEqual([]);
  });

  it('may write a line of AutoRun in front of each answer', () => {
    const windows = healthyWindows();
    windows.autoRun = ['Active code page: 65001'];
    const plain = run(healthyWindows(), 'diagnose');
    expect(run(windows, 'diagnose')).toEqual(plain);
  });

  it.each(['SystemRoot', 'windir', 'ProgramData', 'ProgramFiles', 'TEMP', 'TMP', 'SESSIONNAME', 'USERPROFILE'])(
    'is no command behind a quotation mark in %s',
    (name) => {
      for (const [script, given] of [
        ['diagnose', ''],
        ['collect-logs', ''],
        ['reset-components', '/force /check download-cache'],
      ] as const) {
        const windows = healthyWindows();
        const text = `${usualEnvironment[name] ?? 'C:\\x'}"&echo PWNED&rem "`;
        const environment = { [name]: text, ...(name === 'windir' ? { SystemRoot: '' } : {}) };
        const { code, output, errors } = run(windows, script, given, environment);
        // A path may hold the words.
        expect(output.split('\n'), `${script} ${name}`).not.toContain('PWNED');
        if (name === 'SystemRoot' || name === 'windir') expect(code, script).toBe(11);
        else expect(errors, `${script} ${name}`).toBe('');
      }
    },
  );

  it.each(['', 'evil', '..\\evil', '\\evil', '\\\\server\\share', 'C:evil', 'C:\\a b', 'C:\\%OS%'])(
    'is no folder from which something is started: SystemRoot=%s',
    (SystemRoot) => {
      const windows = healthyWindows();
      const ended = run(windows, 'reset-components', '', {
        SystemRoot,
        windir: SystemRoot,
        PROCESSOR_ARCHITEW6432: 'x',
      });
      expect(ended).toMatchObject({ code: 11, output: '' });
      expect(windows.calls).toEqual([]);
    },
  );

  it.each(['evil', '\\\\server\\share', '%OS%', 'C:\\a^b'])(
    'is no place for a journal: ProgramData=%s',
    (ProgramData) => {
      const windows = healthyWindows();
      const ended = run(windows, 'reset-components', '/force /check download-cache', { ProgramData });
      expect(ended).toMatchObject({ code: 11, errors: '' });
      expect(changes(windows)).toEqual([]);
    },
  );

  it.each(['C:\\Windows\\a%OS%b', 'C:\\Windows\\a^b', 'C:\\Windows\\a%sb'])(
    'is no folder for a bundle that batch does not carry: %s',
    (TEMP) => {
      for (const [given, environment] of [
        ['', { TEMP }],
        [`/out "${TEMP}"`, {}],
      ] as const) {
        const windows = healthyWindows();
        write(windows, TEMP, null);
        // Who is elevated has another place.
        windows.programs.set('fltmc', () => ({ code: 1 }));
        const { code, errors } = run(windows, 'collect-logs', given ? `/out "${TEMP}\\x"` : '', environment);
        expect([code, errors]).toEqual([64, expect.stringContaining('batch does not carry this path')]);
        expect(windows.calls.filter((call) => call.startsWith('md '))).toEqual([]);
      }
    },
  );

  it.each(['/check disk-space /out "C:\\R&D.txt"', '/check disk-space /out "C:\\a (b) ^ c.txt"', '/check "a&b"'])(
    'is a 32-bit shell, and %s goes over as it is',
    (given) => {
      const made = [{}, { PROCESSOR_ARCHITEW6432: 'AMD64' }].map((environment) => {
        const windows = healthyWindows();
        write(windows, 'C:\\Windows\\Sysnative\\cmd.exe', '');
        write(windows, 'C:\\scripts\\diagnose.cmd', texts.get('diagnose.cmd') ?? '');
        const { code, output, errors } = run(windows, 'diagnose', given, environment);
        return { code, output, errors, files: [...windows.files.values()].map(({ path }) => path) };
      });
      expect(made[1]).toEqual(made[0]);
    },
  );

  it('is no folder for the bundle of whoever is elevated, since SYSTEM has one that users may write to', () => {
    const windows = healthyWindows();
    const closed = 'C:\\Program Files\\Mendsheet';
    expect(run(windows, 'collect-logs')).toMatchObject({ code: 0, errors: '' });
    const { calls } = windows;
    const at = (start: string): number => calls.findIndex((call) => call.startsWith(start));
    expect(calls.filter((call) => /^md (?!C:\\Program Files\\Mendsheet(?:\\|$))/.test(call))).toEqual([]);
    expect(at(`icacls "${closed}" /inheritance:r`)).toBeGreaterThan(at(`md ${closed}`));
    expect(at(`md ${closed}\\`)).toBeGreaterThan(at(`icacls "${closed}" /inheritance:r`));
    // Rights for the person come last: until then nobody else writes there.
    expect(calls.findIndex((call) => / \/grant \*/.test(call))).toBeGreaterThan(
      calls.findLastIndex((call) => /^(?:md|xcopy|wevtutil) /.test(call)),
    );
  });

  it('keeps a place that cannot be closed from being written to', () => {
    const windows = healthyWindows();
    windows.programs.set('icacls', () => ({ code: 5 }));
    expect(run(windows, 'collect-logs')).toMatchObject({
      code: 64,
      errors: expect.stringContaining('cannot be made') as string,
    });
    expect(windows.calls.filter((call) => /^(?:md .*logs-|xcopy)/.test(call))).toEqual([]);
  });

  it('is a folder for the bundle, or none', () => {
    const windows = healthyWindows();
    const { TEMP: _, ...rest } = usualEnvironment;
    const ended = runScript(windows, texts.get('collect-logs.cmd') ?? '', {
      script: 'C:\\scripts\\collect-logs.cmd',
      given: '',
      environment: rest,
    });
    expect(ended.code).toBe(64);
    expect(windows.calls.filter((call) => call.startsWith('md '))).toEqual([]);
  });

  it.each(['ProgramData', 'SystemDrive', 'ComSpec', 'PATH', 'windir', 'SystemRoot'])('may lack %s', (name) => {
    const windows = healthyWindows();
    disable(windows, 'bits');
    const environment = Object.fromEntries(Object.entries(usualEnvironment).filter(([each]) => each !== name));
    const start = { script: 'C:\\scripts\\reset-components.cmd', given: '', environment };
    const { code, errors } = runScript(windows, texts.get('reset-components.cmd') ?? '', start);
    expect([code, errors]).toEqual([name === 'ProgramData' ? 11 : 0, '']);
    expect(changes(windows)).toEqual(name === 'ProgramData' ? [] : ['sc config "bits" start= demand']);
  });

  it.each(['diagnose', 'reset-components', 'collect-logs'])(
    'is no reason for %s to judge the Windows of the recovery environment',
    (name) => {
      const windows = healthyWindows();
      addKey(windows, 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\MiniNT');
      const { code, output } = run(windows, name);
      expect([code, output]).toEqual([11, expect.stringContaining('Windows PE')]);
      expect(windows.calls.filter((call) => !call.startsWith('reg query'))).toEqual([]);
    },
  );
});

describe('arguments', () => {
  it.each([
    '"" /check download-cache /whatif',
    '/check ""',
    '/check',
    '/skip',
    '/check /whatif',
    '/check disk-space /skip',
    '/out',
    '/out ""',
    '/out /whatif',
    '"',
    '/check ";) do echo X& rem "',
    ';,= /check',
    // What a loop over the switches would take for its variable.
    '/%s',
    '/%s download-cache',
    '/%~s x.txt',
    '/check %c',
    '/check disk-space /out *',
    '/check disk-space /out "C:\\Windows\\?.txt"',
  ])('%s are wrong usage, and nothing is touched', (given) => {
    const windows = healthyWindows();
    disable(windows, 'bits');
    const { code, output } = run(windows, 'reset-components', given);
    expect(code).toBe(64);
    expect(output).toMatch(/^reset-components\.cmd /);
    expect(windows.calls).toEqual([]);
  });

  const character = fc.constantFrom(...";,=!%^&|<>()'`~@#*?/-: abcXYZ019\u3042\u30c6\u00e9");
  const inQuotes = fc.string({ unit: character, maxLength: 30 }).map((text) => `"${text}"`);
  const bare = fc
    .string({ unit: fc.constantFrom(...";,=!^()'~@#*%-abcstXYZ019\u3042"), minLength: 1, maxLength: 12 })
    .filter((text) => !/\s/.test(text));
  const word = fc.oneof(
    inQuotes,
    bare,
    fc.constantFrom(
      '""',
      '/check',
      '/skip',
      '/out',
      '/force',
      '/undo',
      '/list',
      '/quiet',
      '/?',
      'disk-space',
      'download-cache',
    ),
    fc.constant('x'.repeat(2000)),
  );
  const value = fc.string({ unit: fc.oneof(character, fc.constant('"')), minLength: 1, maxLength: 30 });
  const names =
    'ERRORLEVEL DIRCMD ComSpec PATHEXT OUT CHOSEN FORCE RESULT VALUE KEPT UNASKED TEXT JOURNAL SYS STATE SELF a;b PROMPT ' +
    'SystemRoot windir ProgramData ProgramFiles TEMP SESSIONNAME PROCESSOR_ARCHITEW6432';

  it(
    'of 500 hostile kinds, in hostile environments, lead to no repair that was not asked for',
    { timeout: 600_000 },
    () => {
      const codes = new Set<number>();
      const trial = fc.record({
        words: fc.array(word, { minLength: 1, maxLength: 5 }),
        environment: fc.dictionary(fc.constantFrom(...names.split(' ')), value, { maxKeys: 5 }),
      });
      for (const { words, environment } of fc.sample(trial, { numRuns: 500, seed: 17 })) {
        const windows = healthyWindows();
        disable(windows, 'bits');
        const given = ['/whatif', ...words].join(' ');
        const ended = run(windows, 'reset-components', given, environment);
        codes.add(ended.code);
        if (ended.code === 20) expect(given).toMatch(/[/-]undo/i);
        expect([0, 1, 2, 3, 10, 11, 12, 13, 14, 20, 64, 3010], given).toContain(ended.code);
        expect(changes(windows), given).toEqual([]);
        expect(ended.errors, given).toMatch(/^(?:reset-components\.cmd: [^\n]*\n)?$/);
        if (ended.code !== 64 && ended.code !== 11) expect(ended.errors, given).toBe('');
      }
      // 20 is the answer to /undo, which batch leaves to the .ps1.
      expect([...codes].sort((a, b) => a - b)).toEqual([0, 11, 20, 64]);
    },
  );
});

describe('the end of a script', () => {
  const cmd = 'C:\\Windows\\System32\\cmd.exe';
  const ended = (commandLine: string, given = '', environment: Readonly<Record<string, string>> = {}): Run =>
    runScript(healthyWindows(), texts.get('diagnose.cmd') ?? '', {
      script: 'C:\\scripts\\diagnose.cmd',
      given: `/check disk-space ${given}`,
      environment: { ...usualEnvironment, SESSIONNAME: 'Console', ...environment },
      commandLine,
    });

  it.each([
    `${cmd} /c ""C:\\scripts\\diagnose.cmd" "`,
    `"C:\\WINDOWS\\system32\\cmd.exe" /C "C:\\scripts\\diagnose.cmd" `,
  ])('waits for a key where Explorer has started it: %s', (commandLine) => {
    expect(ended(commandLine)).toMatchObject({ code: 0, errors: '', output: expect.stringMatching(/Press any key/) });
    expect(ended(commandLine, '/quiet')).toMatchObject({ code: 0, errors: '', output: '' });
  });

  it.each([
    cmd,
    `${cmd} /c C:\\scripts\\diagnose.cmd /check disk-space`,
    `${cmd} /c "echo !SYS! & C:\\scripts\\diagnose.cmd ^| more "`,
    `${cmd} /c "%SELF%" "a"b"c "`,
  ])('waits for nobody otherwise: %s', (commandLine) => {
    const { code, output, errors } = ended(commandLine);
    expect([code, errors]).toEqual([0, '']);
    expect(output).not.toContain('Press any key');
  });
});

describe('a report', () => {
  it.each(['C:\\100%total.txt', 'C:\\%p%t.txt', 'C:\\a^b & c.txt', "C:\\it's (1).txt"])('may be named %s', (path) => {
    const windows = healthyWindows();
    const { code, output, errors } = run(windows, 'diagnose', `/check disk-space clock /out "${path}"`);
    expect([code, errors]).toEqual([0, '']);
    expect(windows.files.get(path.toLowerCase())?.text?.replaceAll('\r\n', '\n')).toBe(output);
  });
});

describe('what does not answer', () => {
  it.each(['diagnose', 'reset-components', 'collect-logs'])('is refused by %s where it is the registry', (name) => {
    const windows = healthyWindows();
    disable(windows, 'bits');
    // A policy forbids it, or a rule for applications.
    windows.programs.set('reg', () => ({ code: 1 }));
    const { code, output, errors } = run(windows, name);
    expect([code, errors]).toEqual([11, '']);
    expect(output).toContain('The registry cannot be read');
    expect(windows.calls.filter((call) => !call.startsWith('reg query'))).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['an error', 'ERROR: Not found\n'],
  ])('is no sign that nothing is installed: %s from tasklist', (_name, output) => {
    const windows = healthyWindows();
    windows.programs.set('tasklist', () => ({ code: 1, output }));
    const ended = run(windows, 'reset-components', '/force /check download-cache');
    expect(ended).toMatchObject({ code: 11, errors: '' });
    expect(changes(windows)).toEqual([]);
  });
});

describe('names and lists of Windows', () => {
  it('may hold what acts outside quotation marks: a condition in an access list is left to the .ps1', () => {
    for (const condition of ['(Member_of{SID(BA)} && @User.a==1)', '(@User.a || @User.b)', '(@User.a<1)']) {
      const windows = healthyWindows();
      windows.services.get('wuauserv')!.security = `D:(A;;CCLCRP;;;SY)(XA;;CC;;;AU;${condition})`;
      const { code, output, errors } = run(windows, 'reset-components', '/check wuauserv-rights');
      expect([code, errors]).toEqual([2, '']);
      expect(output).toMatch(/^UNKNOWN .*wuauserv-rights/m);
      expect(changes(windows)).toEqual([]);
    }
  });

  it.each(['D:NO_ACCESS_CONTROL', 'D:', 'D:P', 'D:AINO_ACCESS_CONTROLS:(AU;FA;CC;;;WD)', 'S:(AU;FA;CC;;;WD)'])(
    'may have no entry: the access list %s keeps nobody out that batch could name',
    (security) => {
      const windows = healthyWindows();
      windows.services.get('wuauserv')!.security = security;
      const { code, output, errors } = run(windows, 'reset-components', '/check wuauserv-rights');
      expect([code, errors]).toEqual([2, '']);
      expect(output).toMatch(/^UNKNOWN .*wuauserv-rights/m);
      expect(changes(windows)).toEqual([]);
    },
  );

  it.each(['a&b', 'a(b)', 'a)b', 'a,b', 'a=b'])('leaves no service stopped for a dependent named %s', (name) => {
    const windows = healthyWindows();
    windows.services.set(name.toLowerCase(), { name, state: 4, security: '', dependents: [] });
    addKey(windows, `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`);
    windows.services.get('bits')!.dependents = [name];
    const running = [...windows.services.values()].filter(({ state: number }) => number === 4).length;
    const { errors } = run(windows, 'reset-components', '/force /check download-cache');
    expect(errors).toBe('');
    expect([...windows.services.values()].filter(({ state: number }) => number === 4)).toHaveLength(running);
  });

  it('keeps the highest run that a number can count, and writes no second journal into it', () => {
    const windows = healthyWindows();
    expect(run(windows, 'reset-components', '/force /check download-cache').code).toBe(0);
    const path = `${state}\\runs\\1000000000`;
    write(windows, `${state}\\runs\\999999999`, null);
    write(windows, path, null);
    write(windows, `${path}\\journal.txt`, 'old');
    windows.calls.length = 0;
    expect(run(windows, 'reset-components', '/force /check download-cache').code).toBe(1);
    expect(windows.files.get(`${path}\\journal.txt`.toLowerCase())?.text).toBe('old');
    expect(changes(windows)).toEqual([]);
  });
});

describe('what the registry holds', () => {
  const cbs = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
  const version = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
  const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';
  const mobile = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update';
  const internet = 'HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
  const read: readonly (readonly [key: string, name: string])[] = [
    [version, 'CurrentBuildNumber'],
    [version, 'InstallationType'],
    [version, 'EditionID'],
    ['HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters', 'NtpServer'],
    ['HKLM\\SYSTEM\\CurrentControlSet\\Services\\bits', 'Start'],
    ['HKLM\\SYSTEM\\CurrentControlSet\\Services\\UsoSvc', 'DelayedAutostart'],
    ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment', 'PROCESSOR_ARCHITECTURE'],
    ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager', 'PendingFileRenameOperations'],
    ['HKLM\\SOFTWARE\\Microsoft\\Updates', 'UpdateExeVolatile'],
    [`${cbs}\\SessionsPending`, 'Exclusive'],
    [`${cbs}\\Packages\\Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.1.1.1`, 'CurrentState'],
    [policy, 'WUServer'],
    [mobile, 'UpdateServiceUrl'],
    [policy, 'DisableWindowsUpdateAccess'],
    [policy, 'SetPolicyDrivenUpdateSourceForQualityUpdates'],
    [`${policy}\\AU`, 'UseWUServer'],
    [`${policy}\\AU`, 'UseUpdateClassPolicySource'],
    [internet, 'ProxyEnable'],
    [internet, 'AutoConfigURL'],
    ['HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections', 'WinHttpSettings'],
    ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client', 'Enabled'],
    ['HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{1}', 'EnrollmentState'],
    ['HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{1}', 'ProviderID'],
  ];
  const data = fc.oneof(
    fc.constantFrom(
      '0x1',
      '0x0',
      '0x4',
      '',
      '26100',
      '08',
      '99999999999999',
      '-1',
      'https://wsus/',
      'http://a b&c',
      '/?',
      ';',
      '"',
    ),
    fc.string({ unit: fc.constantFrom(...';,=!%^&|<>()\'"`~*?/:\\ ab01\u3042'), maxLength: 40 }),
  );

  it('breaks no line, whatever it is', { timeout: 600_000 }, () => {
    const trial = fc.array(
      fc.record({ place: fc.constantFrom(...read), type: fc.constantFrom('REG_SZ', 'REG_DWORD'), text: data }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    for (const values of fc.sample(trial, { numRuns: 200, seed: 5 })) {
      for (const [name, given] of [
        ['diagnose', ''],
        ['reset-components', '/whatif'],
      ] as const) {
        const windows = healthyWindows();
        for (const { place, type, text } of values) setValue(windows, place[0], place[1], type, text);
        const { code, errors } = run(windows, name, given);
        const says = JSON.stringify(values);
        expect(errors, says).toBe('');
        expect([0, 1, 2, 12, 13], says).toContain(code);
        expect(changes(windows), says).toEqual([]);
      }
    }
  });
});

describe('what programs say', () => {
  it('breaks no line, whatever it is', { timeout: 600_000 }, () => {
    const line = fc.oneof(
      fc.string({ unit: fc.constantFrom(...';,=!%^&|<>()\'"`~*?/:\\ ab01+-.\u3042'), maxLength: 40 }),
      fc.constantFrom(
        '12:00:00, +08.0000000s',
        '12:00:00, -99999999999.0s',
        '12:00:00, Fehler: 0x800705B4',
        'STATUS : 4',
        ' D:(A;;0x1;;;SY)',
      ),
    );
    const answer = fc.record({ output: fc.array(line, { maxLength: 4 }), code: fc.constantFrom(0, 1, 5, -2146498529) });
    const tools = ['dism', 'route', 'sc', 'tasklist', 'w32tm', 'wevtutil', 'whoami', 'curl'];
    const trial = fc.dictionary(fc.constantFrom(...tools), answer, { minKeys: 1 });
    for (const answers of fc.sample(trial, { numRuns: 200, seed: 6 })) {
      for (const [name, given] of [
        ['diagnose', ''],
        ['reset-components', '/whatif'],
      ] as const) {
        const windows = healthyWindows();
        for (const [tool, { output, code }] of Object.entries(answers))
          windows.programs.set(tool, () => ({ output: output.map((each) => `${each}\n`).join(''), code }));
        const { code, errors } = run(windows, name, given);
        expect(errors, JSON.stringify(answers)).toBe('');
        expect([0, 1, 2, 11, 14], JSON.stringify(answers)).toContain(code);
        expect(changes(windows), JSON.stringify(answers)).toEqual([]);
      }
    }
  });
});

describe('a reason to change nothing', () => {
  const servicing = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
  const update = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate';
  const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';
  const mobile = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update';
  const manager = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
  const mdm = 'HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{1}';
  const installer = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress';
  const number = (key: string, name: string, value: number) => (windows: Windows) =>
    setValue(windows, key, name, 'REG_DWORD', `0x${value.toString(16)}`);
  const named = (key: string, name: string) => (windows: Windows) =>
    setValue(windows, key, name, 'REG_SZ', 'http://wsus.example:8530');
  const enrolled = (state: number, provider?: string) => (windows: Windows) => {
    number(mdm, 'EnrollmentState', state)(windows);
    if (provider !== undefined) setValue(windows, mdm, 'ProviderID', 'REG_SZ', provider);
  };
  const renames = (name: string, text: string) => (windows: Windows) =>
    setValue(windows, manager, name, 'REG_MULTI_SZ', text);
  const own = '\\??\\C:\\Windows\\WinSxS\\Temp\\PendingRenames\\1';
  const source = (kind: string, value: number) => (windows: Windows) => {
    number(policy, `SetPolicyDrivenUpdateSourceFor${kind}Updates`, value)(windows);
    number(`${policy}\\AU`, 'UseUpdateClassPolicySource', 1)(windows);
  };
  const free = (bytes: string) => (windows: Windows) => (windows.freeBytes = bytes);

  // Each term by itself, and what is just not one; null: the repair goes on.
  const terms: readonly (readonly [
    name: string,
    code: number | null,
    says: string,
    arrange: (windows: Windows) => unknown,
  ])[] = [
    [
      'Configuration Manager',
      12,
      'Configuration Manager',
      (w) => addKey(w, 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\CcmExec'),
    ],
    ['MDM', 12, 'through MDM', enrolled(1, 'MS DM Server')],
    ['an enrolment of the past', null, '', enrolled(0, 'MS DM Server')],
    ['an enrolment in another state', null, '', enrolled(2, 'MS DM Server')],
    ['an enrolment without a provider', null, '', enrolled(1)],
    ['an update server', 12, 'UseWUServer', number(`${policy}\\AU`, 'UseWUServer', 1)],
    ['an update server that is not used', null, '', number(`${policy}\\AU`, 'UseWUServer', 0)],
    ['an update server of an MDM', 12, 'UpdateServiceUrl', named(mobile, 'UpdateServiceUrl')],
    [
      'an update server of an MDM beside one that is not used',
      12,
      'UpdateServiceUrl',
      (w) => [named(mobile, 'UpdateServiceUrl')(w), named(policy, 'WUServer')(w)],
    ],
    ['an update server that is named and not used', null, '', named(policy, 'WUServer')],
    ['access switched off', 12, 'DisableWindowsUpdateAccess', number(policy, 'DisableWindowsUpdateAccess', 1)],
    ['access not switched off', null, '', number(policy, 'DisableWindowsUpdateAccess', 0)],
    ...['Feature', 'Quality', 'Driver', 'Other'].flatMap((kind): typeof terms => [
      [`a source for ${kind}`, 12, `(${kind})`, source(kind, 1)],
      [`Windows Update for ${kind}`, null, '', source(kind, 0)],
    ]),
    ['sources that nothing switches on', null, '', number(policy, 'SetPolicyDrivenUpdateSourceForQualityUpdates', 1)],
    ...['RebootPending', 'RebootInProgress', 'PackagesPending'].map((key): (typeof terms)[number] => [
      key,
      13,
      `Servicing ${key}`,
      (w) => addKey(w, `${servicing}\\${key}`),
    ]),
    ['a session of servicing', 13, 'Servicing session', number(`${servicing}\\SessionsPending`, 'Exclusive', 1)],
    ['a session that is over', null, '', number(`${servicing}\\SessionsPending`, 'Exclusive', 0)],
    [
      'an installer of updates',
      13,
      'Update installer',
      number('HKLM\\SOFTWARE\\Microsoft\\Updates', 'UpdateExeVolatile', 2),
    ],
    ['no installer of updates', null, '', number('HKLM\\SOFTWARE\\Microsoft\\Updates', 'UpdateExeVolatile', 0)],
    ['renames of servicing', 13, 'Servicing file renames', renames('PendingFileRenameOperations', own)],
    ['more renames of servicing', 13, 'Servicing file renames', renames('PendingFileRenameOperations2', own)],
    [
      'renames of a browser',
      null,
      '',
      renames('PendingFileRenameOperations', '\\??\\C:\\Program Files\\Browser\\old.exe'),
    ],
    [
      'renames elsewhere',
      null,
      '',
      renames('PendingFileRenameOperations2', '\\??\\C:\\Windows\\WinSxS\\Backup\\old.dll'),
    ],
    ['an update that waits', 13, 'Windows Update waits', (w) => addKey(w, `${update}\\Auto Update\\RebootRequired`)],
    ['a service that waits', 13, 'Windows Update waits', (w) => addKey(w, `${update}\\Services\\Pending\\{0A}`)],
    ...['SetupHost', 'SetupPrep', 'wusa'].map((name): (typeof terms)[number] => [
      name,
      14,
      `(${name})`,
      (w) => w.processes.push(`${name}.exe`),
    ]),
    ['DismHost', null, '', (w) => w.processes.push('DismHost.exe')],
    ['Windows Installer', 14, 'Windows Installer', (w) => addKey(w, installer)],
    ['servicing that does not end', 14, 'TiWorker', (w) => w.processes.push('TiWorker.exe')],
    [
      'no list of programs',
      11,
      'tasklist.exe does not answer',
      (w) => w.programs.set('tasklist', () => ({ output: '' })),
    ],
    ['a byte less than 537 million', 1, 'has only 536 MB left', free('536999999')],
    ['537 million bytes', null, '', free('537000000')],
    ['no byte', 1, 'has only 0 MB left', free('0')],
    ['more than 32 bits hold', null, '', free('98765432109876543')],
  ];
  it.each(terms)('is, or is none: %s (%s)', (_name, code, says, prepare) => {
    const windows = healthyWindows();
    prepare(windows);
    const ended = run(windows, 'reset-components', '/force /check download-cache');
    expect([ended.code, ended.errors]).toEqual([code ?? 0, '']);
    if (code === null) {
      expect(ended.output).not.toContain('Nothing was changed: ');
      expect(changes(windows)).not.toEqual([]);
    } else {
      expect(ended.output).toMatch(/^Nothing was changed: /m);
      expect(ended.output).toContain(says);
      expect(changes(windows)).toEqual([]);
    }
  });

  it.each(terms.filter(([, code]) => code !== null))(
    'by an organisation alone can be allowed: %s (%s)',
    (_name, code, says, prepare) => {
      const windows = healthyWindows();
      prepare(windows);
      const ended = run(windows, 'reset-components', '/force /check download-cache', { ALLOW_MANAGED: '1' });
      const allowed = run(windows, 'reset-components', '/force /allowmanaged /check download-cache');
      expect(ended.code).toBe(code);
      expect(allowed.code).toBe(code === 12 ? 0 : code);
      if (code === 12)
        expect(allowed.output).toMatch(
          new RegExp(`^Allowed although managed: .*${says.replace(/[()]/g, '\\$&')}`, 'm'),
        );
    },
  );

  it('is said once, the weightiest', () => {
    const windows = healthyWindows();
    windows.freeBytes = '0';
    const code = (arrange: (windows: Windows) => unknown): number => {
      arrange(windows);
      return run(windows, 'reset-components', '/force /check download-cache').code;
    };
    expect([
      code(() => undefined),
      code((w) => w.processes.push('wusa.exe')),
      code((w) => addKey(w, `${servicing}\\RebootInProgress`)),
      code(number(policy, 'DisableWindowsUpdateAccess', 1)),
    ]).toEqual([1, 14, 13, 12]);
  });
});

describe('limits', () => {
  /** The line of a check in a report. */
  const lineOf = (windows: Windows, check: string): string => {
    const { output, errors } = run(windows, 'diagnose', `/check ${check}`);
    expect(errors).toBe('');
    return new RegExp(`^.*\\b${check}\\b.*$`, 'm').exec(output)?.[0] ?? output;
  };

  it.each([
    ['2147999999', /PROBLEM.*2147 MB free on C:, 0x80070070/],
    ['2148000000', /OK.*2148 MB free on C:: little for a large monthly update/],
    ['10739999999', /OK.*: little for a large monthly update/],
    ['10740000000', /OK.*: not enough for a feature update/],
    ['21479999999', /OK.*: not enough for a feature update/],
    ['21480000000', /OK.*21480 MB free on C:\]?$/],
  ])('of free space: %s bytes', (bytes, line) => {
    const windows = healthyWindows();
    windows.freeBytes = bytes;
    expect(lineOf(windows, 'disk-space')).toMatch(line);
  });

  it('of free space that no listing tells: no verdict', () => {
    const windows = healthyWindows();
    windows.freeBytes = 'viele';
    expect(lineOf(windows, 'disk-space')).toMatch(/UNKNOWN.*the free space of C: cannot be read/);
  });

  it.each([
    ['+03600.9999999', /OK.*3600 s behind of time\.windows\.com/],
    ['+03601.0000000', /PROBLEM.*3601 s behind of time\.windows\.com/],
    ['-03600.9999999', /OK.*3600 s ahead of time\.windows\.com/],
    ['-03601.0000000', /PROBLEM.*3601 s ahead of time\.windows\.com/],
    ['+00.0000000', /OK.*\[0 s behind of/],
    ['+00000000008.0000000', /OK.*\[8 s behind of/],
    ['-99999999999.0000000', /PROBLEM.*99999999999 s ahead of/],
    ['08.0000000', /UNKNOWN/],
    ['+8x.0000000', /UNKNOWN/],
  ])('of the clock: %s s', (offset, line) => {
    const windows = healthyWindows();
    windows.programs.set('w32tm', () => ({ output: `time.windows.com wird verfolgt.\n19:23:06, ${offset}s\n` }));
    expect(lineOf(windows, 'clock')).toMatch(line);
  });

  const owned = '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)';
  it.each<[string, RegExp]>([
    [`D:${owned}`, /OK/],
    ['D:(A;;LCRP;;;BA)', /OK/],
    ['D:(A;;LC;;;BA)', /PROBLEM.*SY_RP BA_RP/],
    ['D:(A;;RP;;;BA)', /PROBLEM.*SY_LC BA_LC/],
    ['D:(A;;LCRP;;;SY)', /PROBLEM.*BA_LC BA_RP/],
    ...['AU', 'WD', 'BA'].map((who): [string, RegExp] => [`D:(A;;LCRP;;;${who})`, /OK/]),
    ...['BU', 'IU', 'SU', 'PU'].map((who): [string, RegExp] => [
      `D:(A;;LCRP;;;${who})`,
      /PROBLEM.*SY_LC SY_RP BA_LC BA_RP/,
    ]),
    ...['GA', 'FA', 'KA'].map((right): [string, RegExp] => [`D:(A;;${right};;;BA)`, /OK/]),
    ['D:(A;;GRGX;;;BA)', /OK/],
    ['D:(A;;GR;;;BA)', /PROBLEM.*SY_RP BA_RP/],
    ['D:(A;;GX;;;BA)', /PROBLEM.*SY_LC BA_LC/],
    ['D:(A;;CCDCSWWPDTLOCRSDRCWDWO;;;BA)', /PROBLEM.*SY_LC SY_RP BA_LC BA_RP/],
    [`D:(D;;RP;;;WD)${owned}`, /UNKNOWN/],
    [`D:(D;;RP;;;BU)${owned}`, /OK/],
    ['D:(A;;0x14;;;BA)', /UNKNOWN/],
  ])('of rights: %s', (security, line) => {
    const windows = healthyWindows();
    const service = windows.services.get('wuauserv');
    if (service) service.security = security;
    expect(lineOf(windows, 'wuauserv-rights').replaceAll(':', '_')).toMatch(line);
  });
});

describe('what a check of batch makes of answers', () => {
  const lineOf = (windows: Windows, check: string): string => {
    const { output, errors } = run(windows, 'diagnose', `/check ${check}`);
    expect(errors).toBe('');
    return new RegExp(`^.*\\b${check}\\b.*$`, 'm').exec(output)?.[0] ?? output;
  };
  const answering =
    (code: number, only = /^/) =>
    (windows: Windows) =>
      windows.programs.set('curl', (args) => ({ code: only.test(args) ? code : 0 }));
  const routes =
    (...rows: string[]) =>
    (windows: Windows) =>
      windows.programs.set('route', () => ({ output: rows.map((row) => `${row}\n`).join('') }));
  const proxy = 'HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';
  const winHttp = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections';
  const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';
  const mobile = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update';
  const all =
    (...steps: ((windows: Windows) => unknown)[]) =>
    (windows: Windows) =>
      steps.forEach((step) => step(windows));

  it.each<[string, (windows: Windows) => unknown, RegExp]>([
    ['all answer', answering(0), /OK.*all update servers answer/],
    ['a portal answers for all', answering(52), /OK.*all update servers answer/],
    ['no name is known', answering(6), /PROBLEM.*no answer from .*0x80072EFD/],
    ['none connects', answering(7), /PROBLEM.*no answer from .*0x80072EFD/],
    ['none answers in time', answering(28), /PROBLEM.*no answer from .*0x80072EFD/],
    ['one with TLS does not', answering(7, /https:\/\/.*:443/), /PROBLEM.*no answer from [^ ]+:443/],
    ['curl is missing', (w) => w.files.delete('c:\\windows\\system32\\curl.exe'), /UNKNOWN.*curl\.exe is missing/],
    ['no route', all(answering(7), routes('Netzwerkziel Maske')), /PROBLEM.*no way beyond this PC, 0x80240438/],
    ['a route of IPv6', all(answering(7), routes('  1  281 ::/0  fe80::1')), /PROBLEM.*no answer from/],
    [
      'an address of its own alone',
      all(answering(7), routes('169.254.0.0 255.255.0.0 On-link 169.254.1.2 281')),
      /PROBLEM.*169\.254.*0x80240438/,
    ],
    [
      'an address of its own beside a way',
      all(answering(7), routes('169.254.0.0 255.255.0.0 x y 281', '0.0.0.0 0.0.0.0 192.168.0.1 192.168.0.2 25')),
      /PROBLEM.*no answer from/,
    ],
    ['no routes are told', all(answering(7), routes()), /UNKNOWN/],
    ...['2', '3', '6', '7', 'A', 'F'].map((flags): [string, (windows: Windows) => unknown, RegExp] => [
      `a named proxy (${flags})`,
      all(answering(7), (w) => setValue(w, winHttp, 'WinHttpSettings', 'REG_BINARY', `28000000000000000${flags}00`)),
      /UNKNOWN.*behind a proxy/,
    ]),
    ...['1', '4', '5', '9'].map((flags): [string, (windows: Windows) => unknown, RegExp] => [
      `no named proxy (${flags})`,
      all(answering(7), (w) => setValue(w, winHttp, 'WinHttpSettings', 'REG_BINARY', `28000000000000000${flags}00`)),
      /PROBLEM.*no answer from/,
    ]),
    [
      'a proxy of the user',
      all(answering(7), (w) => setValue(w, proxy, 'ProxyEnable', 'REG_DWORD', '0x1')),
      /UNKNOWN.*behind a proxy/,
    ],
    [
      'a proxy that is switched off',
      all(answering(7), (w) => setValue(w, proxy, 'ProxyEnable', 'REG_DWORD', '0x0')),
      /PROBLEM.*no answer from/,
    ],
    [
      'a script for proxies',
      all(answering(7), (w) => setValue(w, proxy, 'AutoConfigURL', 'REG_SZ', 'http://x/proxy.pac')),
      /UNKNOWN.*behind a proxy/,
    ],
    [
      'a server of the organisation',
      all(answering(7), (w) => setValue(w, `${policy}\\AU`, 'UseWUServer', 'REG_DWORD', '0x1')),
      /UNKNOWN.*a server of the organisation is in use/,
    ],
    [
      'a server that an MDM names',
      all(answering(7), (w) => setValue(w, mobile, 'UpdateServiceUrl', 'REG_SZ', 'http://wsus.example:8530')),
      /UNKNOWN.*a server of the organisation is in use/,
    ],
    [
      'a server that is named and not used',
      all(answering(7), (w) => setValue(w, policy, 'WUServer', 'REG_SZ', 'http://wsus.example:8530')),
      /PROBLEM.*no answer from/,
    ],
  ])('of the internet: %s', (_name, arrange, line) => {
    const windows = healthyWindows();
    arrange(windows);
    expect(lineOf(windows, 'internet-connection')).toMatch(line);
  });

  it.each<[string, number, RegExp]>([
    ['https://wsus.example:8531', 0, /OK.*served by https:\/\/wsus\.example:8531, which answers/],
    ['HTTP://wsus.example:8530', 0, /OK.*which answers/],
    ['HTTPS://wsus.example', 0, /OK.*which answers/],
    ['http://wsus.example', 7, /PROBLEM.*does not answer, 0x8024401C/],
    ['http://wsus.example', 6, /PROBLEM|UNKNOWN/],
    ['http://wsus.example/', 0, /PROBLEM.*not valid.*0x80072EE6/],
    ['wsus.example', 0, /PROBLEM.*not valid/],
    ['ftp://wsus.example', 0, /PROBLEM.*not valid/],
    ['http:/wsus.example', 0, /PROBLEM.*not valid/],
    ['http://wsus example', 0, /UNKNOWN.*unusual/],
  ])('of an update server: %s with %i', (server, code, line) => {
    const windows = healthyWindows();
    setValue(windows, policy, 'WUServer', 'REG_SZ', server);
    setValue(windows, `${policy}\\AU`, 'UseWUServer', 'REG_DWORD', '0x1');
    answering(code)(windows);
    expect(lineOf(windows, 'update-server')).toMatch(line);
  });

  it.each<[string, string, string, RegExp]>([
    ['intact', 'No component store corruption detected.', 'quiet', /OK.*no damage is noted/],
    [
      'intact with notes of SFC',
      'No component store corruption detected.',
      '[SR] Cannot repair member file x',
      /UNKNOWN.*SFC/,
    ],
    [
      'intact with notes of drivers',
      'No component store corruption detected.',
      '[Pnp] Corrupt file: x',
      /UNKNOWN.*SFC/,
    ],
    ['repairable', 'The component store is repairable.', 'quiet', /PROBLEM.*is damaged/],
    [
      'repairable, with the code of copies for the way back',
      'The component store is repairable.',
      'Operation result: 0x800f0915',
      /UNKNOWN.*0x800f0915/,
    ],
    ['repairable, with another code', 'The component store is repairable.', 'Operation result: 0x800f081f', /PROBLEM/],
    ['lost', 'The component store cannot be repaired.', 'Operation result: 0x800f0915', /PROBLEM.*is damaged/],
    ['nothing', 'Fehler: 740', 'quiet', /UNKNOWN.*DISM did not say/],
  ])('of a component store: %s', (_name, says, log, line) => {
    const windows = healthyWindows();
    windows.programs.set('dism', () => ({ output: `\nDeployment Image\n\n${says}\n` }));
    write(windows, 'C:\\Windows\\Logs\\CBS\\CBS.log', `2026-11-01, Info CBS ${log}\r\n`);
    expect(lineOf(windows, 'component-store')).toMatch(line);
  });
});

describe('codes of the service manager', () => {
  const journal = (windows: Windows): string =>
    windows.files.get(`${state}\\runs\\1\\journal.txt`.toLowerCase())?.text ?? '';

  /** The service manager of the model, but for a verb and a service: these end with a code, and leave a state behind. */
  function answer(windows: Windows, verb: string, name: string, code: number, left: number): void {
    windows.programs.set('sc', (args) => {
      const words = wordsOf(args);
      if (words[0] !== verb || words[1]?.toLowerCase() !== name.toLowerCase())
        return programs['sc']!(windows, words, '', args);
      windows.services.get(name.toLowerCase())!.state = left;
      return { code };
    });
  }

  it.each([
    [0, 4, 'done'],
    [1056, 4, 'done'],
    [0, 1, 'failed'],
    [1056, 1, 'failed'],
    [5, 4, 'failed'],
    [1055, 4, 'failed'],
    [1057, 4, 'failed'],
    [1058, 1, 'failed'],
  ])('%i after a start that leaves it in state %i: %s', (code, left, mark) => {
    const windows = healthyWindows();
    windows.services.get('w32time')!.state = 1;
    windows.programs.set('w32tm', () => ({ output: '19:23:06, +09999.0000000s\n' }));
    answer(windows, 'start', 'W32Time', code, left);
    run(windows, 'reset-components', '/check clock');
    expect(journal(windows)).toMatch(
      new RegExp(`\\|plan\\|start-service\\|W32Time\\|stopped\\|running\\r\\n\\d+\\|${mark}\\|`),
    );
  });

  it.each([
    [0, 1, 'done'],
    [1061, 1, 'done'],
    [1062, 1, 'done'],
    [0, 4, 'failed'],
    [5, 1, 'failed'],
    [1060, 1, 'failed'],
    [1063, 1, 'failed'],
    [1052, 4, 'failed'],
  ])('%i after a stop that leaves it in state %i: %s', (code, left, mark) => {
    const windows = healthyWindows();
    answer(windows, 'stop', 'bits', code, left);
    run(windows, 'reset-components', '/force /check download-cache');
    expect(journal(windows)).toMatch(
      new RegExp(`\\|plan\\|stop-service\\|bits\\|running\\|stopped\\r\\n\\d+\\|${mark}\\|`, 'i'),
    );
  });
});

describe('a clock that batch could set', () => {
  const repaired = (arrange: (windows: Windows) => unknown): readonly string[] => {
    const windows = healthyWindows();
    windows.services.get('w32time')!.state = 1;
    windows.programs.set('w32tm', () => ({ output: '19:23:06, +09999.0000000s\n' }));
    arrange(windows);
    run(windows, 'reset-components', '/force /check clock');
    return changes(windows);
  };
  const product = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions';
  const parameters = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters';

  it.each<[string, (windows: Windows) => unknown, boolean]>([
    ['a client', (w) => setValue(w, product, 'ProductType', 'REG_SZ', 'WinNT'), true],
    ['a server', (w) => setValue(w, product, 'ProductType', 'REG_SZ', 'ServerNT'), true],
    ['a domain controller', (w) => setValue(w, product, 'ProductType', 'REG_SZ', 'LanmanNT'), false],
    ['synchronisation by servers', (w) => setValue(w, parameters, 'Type', 'REG_SZ', 'NTP'), true],
    ['no synchronisation', (w) => setValue(w, parameters, 'Type', 'REG_SZ', 'NoSync'), false],
  ])('is left alone, or is not: %s', (_name, arrange, isSet) => {
    const calls = repaired(arrange);
    expect(calls.some((call) => /^w32tm \/resync \/rediscover/.test(call))).toBe(isSet);
    expect(calls.some((call) => /^sc start "?W32Time/i.test(call))).toBe(isSet);
  });
});

describe('events of the last days', () => {
  const channel = 'Microsoft-Windows-WindowsUpdateClient/Operational';

  /** A log that answers queries by id as wevtutil does, newest first where that is asked for. */
  function logged(
    windows: Windows,
    events: readonly { log: string; id: number; code?: string; service?: string }[],
  ): void {
    windows.programs.set('wevtutil', (args) => {
      if (args.startsWith('gl ')) return {};
      const [, log = ''] = /^qe (\S+|"[^"]*")/.exec(args) ?? [];
      const ids = new Set(Array.from(args.matchAll(/EventID=(\d+)/g), ([, id]) => Number(id)));
      const found = events.filter((each) => each.log === log.replaceAll('"', '') && ids.has(each.id));
      const shown = args.includes('/c:1') ? found.slice(args.includes('/rd:true') ? -1 : 0).slice(0, 1) : found;
      const lines = shown.map(
        ({ id, code = '0x80240022', service = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' }) =>
          `<Event ><EventID>${id}</EventID><Data>${code}</Data><Data>${service}</Data></Event>`,
      );
      return { output: lines.map((line) => `${line}\n`).join('') };
    });
  }
  const verdict = (check: string, events: Parameters<typeof logged>[1]): string => {
    const windows = healthyWindows();
    logged(windows, events);
    const { output, errors } = run(windows, 'diagnose', `/check ${check}`);
    expect(errors).toBe('');
    return new RegExp(`^.*\\b${check}\\b.*$`, 'm').exec(output)?.[0] ?? output;
  };

  it.each([
    ['System', 20, 'PROBLEM'],
    ['System', 24, 'UNKNOWN'],
    [channel, 25, 'PROBLEM'],
    [channel, 31, 'UNKNOWN'],
    ['System', 19, 'OK'],
    ['System', 23, 'OK'],
    [channel, 26, 'OK'],
    [channel, 41, 'OK'],
    // In the other log they are somebody else's.
    [channel, 20, 'OK'],
    ['System', 25, 'OK'],
  ])('one in %s with the number %i: %s', (log, id, status) => {
    expect(verdict('event-log', [{ log, id }])).toMatch(new RegExp(`\\b${status}\\b`));
  });

  it.each([
    ['a failure behind a success', [19, 20], 'PROBLEM'],
    ['a success behind a failure', [20, 19], 'UNKNOWN'],
    ['a search that works again', [25, 26], 'UNKNOWN'],
    ['a search that fails again', [26, 25], 'PROBLEM'],
  ] as const)('%s', (_name, ids, status) => {
    const log = ids[0] < 25 ? 'System' : channel;
    expect(
      verdict(
        'event-log',
        ids.map((id) => ({ log, id })),
      ),
    ).toMatch(new RegExp(`\\b${status}\\b`));
  });

  it.each(['{855E8A7C-ECB4-4CA3-B045-1DFA50104289}', '{117CAB2D-82B1-4B5A-A08C-4D62DBEE7782}'])(
    'the failure of an app of %s is no failure of an update',
    (service) => {
      expect(verdict('event-log', [{ log: 'System', id: 20, service }])).toMatch(/\bUNKNOWN\b/);
    },
  );
});

describe('the lock', () => {
  it('is held while a run works, so that another one touches nothing, and let go of at its end', () => {
    const windows = healthyWindows();
    const given = '/force /check download-cache';
    let second: Run | undefined;
    let isBusy = false;
    const list = windows.calls as string[];
    list.push = (...calls: string[]) => {
      const length = Array.prototype.push.apply(list, calls);
      // Another run begins in the middle of this one: when the store is renamed.
      if (!isBusy && calls.some((call) => call.startsWith('ren '))) {
        isBusy = true;
        second = runScript(windows, texts.get('reset-components.cmd') ?? '', {
          script: 'C:\\scripts\\reset-components.cmd',
          given,
          environment: usualEnvironment,
        });
      }
      return length;
    };
    expect(run(windows, 'reset-components', given).code).toBe(0);
    expect(second).toMatchObject({ code: 14, errors: expect.stringContaining('Another run is active') as string });
    expect(run(windows, 'reset-components', given).code).toBe(0);
  });
});

describe('undo', () => {
  // Whatever stands there, and whatever is given with it.
  it.each(['/undo', '/undo /whatif', '/undo /force', '/undo /check download-cache', '/check download-cache /undo'])(
    '%s ends with 20, names the script that can, and touches nothing',
    (given) => {
      const windows = healthyWindows();
      write(
        windows,
        `${state}\\runs\\9\\journal.txt`,
        [
          '0|run|2|windows-update|reset-components.cmd|0.1.0|1-1-1-1-1-1',
          '1|plan|service-security|wuauserv|D:(A;;GA;;;WD)|D:(A;;CC;;;SY)',
          '',
        ].join('\r\n'),
      );
      setValue(windows, 'HKLM\\SOFTWARE\\Mendsheet\\windows-update\\Runs', '9', 'REG_SZ', '1-1-1-1-1-1');
      const before = new Map(windows.files);
      const { code, output, errors } = run(windows, 'reset-components', given);
      expect([code, errors]).toEqual([20, '']);
      expect(output).toContain('-File .\\reset-components.ps1 -Undo');
      expect(windows.calls).toEqual([]);
      expect(windows.files).toEqual(before);
    },
  );
});

describe('the state folder', () => {
  const base = 'C:\\ProgramData\\Mendsheet';
  const repair = '/force /check download-cache';
  const started = (windows: Windows, onCall: (call: string) => void = () => undefined): Run => {
    const list = windows.calls as string[];
    list.push = (...calls: string[]) => {
      const length = Array.prototype.push.apply(list, calls);
      calls.forEach(onCall);
      return length;
    };
    return runScript(windows, texts.get('reset-components.cmd') ?? '', {
      script: 'C:\\scripts\\reset-components.cmd',
      given: repair,
      environment: usualEnvironment,
    });
  };
  const refused = (windows: Windows, ended: Run): void => {
    expect(ended).toMatchObject({ code: 1, errors: '' });
    expect(ended.output).toContain(`remove it and run this again: ${base}`);
    expect(changes(windows)).toEqual([]);
  };

  it('is made in a closed place, moved to its own, and taken for ours by the next run', () => {
    const windows = healthyWindows();
    expect(started(windows)).toMatchObject({ code: 0, errors: '' });
    const at = (start: string): number => windows.calls.findIndex((call) => call.startsWith(start));
    const moved = at('move C:\\Program Files\\Mendsheet\\new');
    expect(at('icacls "C:\\Program Files\\Mendsheet" /inheritance:r')).toBeLessThan(moved);
    expect(moved).toBeLessThan(at(`md ${state}`));
    expect(windows.calls.some((call) => call === `md ${base}`)).toBe(false);
    expect(run(windows, 'reset-components', repair)).toMatchObject({ code: 0, errors: '' });
    expect(windows.calls.filter((call) => call.startsWith('move '))).toHaveLength(1);
  });

  it('binds each run by a token of the registry, which stands there before its journal', () => {
    const windows = healthyWindows();
    started(windows);
    const runs = windows.registry.get('hkey_local_machine\\software\\mendsheet\\windows-update\\runs');
    const token = runs?.values.get('1')?.data ?? '';
    expect(token).toMatch(/^\d+(?:-\d+){5}$/);
    const journal = windows.files.get(`${state}\\runs\\1\\journal.txt`.toLowerCase())?.text ?? '';
    expect(journal.split('\r\n')[0]).toBe(`0|run|2|windows-update|reset-components.cmd|0.1.0|${token}`);
  });

  it.each<[string, (windows: Windows) => void]>([
    ['somebody else has made', (windows) => write(windows, base, null)],
    ['somebody else has made, with a seal of his own', (windows) => write(windows, `${base}\\seal.txt`, 'x')],
    [
      'was deleted and made by somebody else',
      (windows) => {
        expect(run(windows, 'reset-components', repair).code).toBe(0);
        for (const path of [...windows.files.keys()])
          if (path.startsWith(base.toLowerCase())) windows.files.delete(path);
        windows.calls.length = 0;
        write(windows, `${base}\\windows-update\\runs\\1\\journal.txt`, 'planted');
      },
    ],
  ])('is refused when %s it', (_name, prepare) => {
    const windows = healthyWindows();
    prepare(windows);
    refused(windows, started(windows));
  });

  it('is refused when somebody makes it at any moment before it has got to its place', () => {
    const calls = ((): number => {
      const windows = healthyWindows();
      started(windows);
      return windows.calls.findIndex((call) => call.startsWith('move '));
    })();
    expect(calls).toBeGreaterThan(3);
    for (let moment = 0; moment < calls; moment++) {
      const windows = healthyWindows();
      let seen = 0;
      const ended = started(windows, () => {
        if (seen++ === moment) write(windows, base, null);
      });
      refused(windows, ended);
    }
  });
});

describe('exit codes of repair tools', () => {
  it.each<[string, number, number, RegExp]>([
    ['a negative one is a failure', -2146498529, 1, /FAILED: dism ended with code -2146498529/],
    ['3010 is success with a restart', 3010, 3010, /Running dism/],
    ['1641 as well', 1641, 3010, /Running dism/],
    ['0 is success', 0, 0, /Running sfc/],
  ])('%s', (_name, code, result, says) => {
    const windows = healthyWindows();
    let isMended = false;
    windows.programs.set('dism', (args) => {
      if (args.includes('/RestoreHealth')) {
        isMended = code >= 0;
        return { code, output: '[==== 100.0% ====]\n' };
      }
      return {
        output: isMended ? 'No component store corruption detected.\n' : 'The component store is repairable.\n',
      };
    });
    const ended = run(windows, 'reset-components', '/check component-store');
    expect([ended.code, ended.errors]).toEqual([result, '']);
    expect(ended.output).toMatch(says);
    expect(ended.output).toContain('[==== 100.0% ====]');
    expect(windows.calls.some((call) => call.startsWith('sfc '))).toBe(code === 0);
  });
});
