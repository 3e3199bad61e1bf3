import { describe, expect, it } from 'vitest';
import { lintCmd } from '../../../src/lint/lint-cmd.js';
import { lintCmdScript } from '../../../src/lint/lint-cmd-script.js';
import type { Phase } from '../../../src/ir/catalog.js';
import { callableIn, replacementsIn } from '../../../src/ir/library.js';
import { loadTemplates } from '../../../src/load/load-templates.js';

const { library } = loadTemplates(process.cwd());

const scope = (phase: Phase) => ({
  phase,
  library: new Map(callableIn(library, 'cmd', phase).map((each) => [each.name, each] as const)),
  instead: replacementsIn(library, 'cmd'),
  bareElsewhere: new Set<string>(),
  tools: [],
});

/** "row:column code", rows and columns from 1 as people count them. */
function inBody(text: string, phase: Phase = 'detect'): readonly string[] {
  return lintCmd(text, scope(phase)).map(({ row, column, code }) => `${row + 1}:${column + 1} ${code}`);
}

function inScript(text: string): readonly string[] {
  return lintCmdScript(text).map(({ row, column, code }) => `${row + 1}:${column + 1} ${code}`);
}

describe('a batch body', () => {
  it.each([
    ['a reading program', '"%SYS%\\reg.exe" query "HKLM\\SOFTWARE" /v X >nul 2>&1'],
    [
      'a program in the set of a for',
      `for /f "eol=| tokens=2 delims=:" %%a in ('%SYS%\\sc.exe query "bits" 2^>nul') do set "X=%%a"`,
    ],
    ['a chain of reading programs', '"%SYS%\\reg.exe" query "HKLM\\A" 2>nul | "%SYS%\\find.exe" /i "x" >nul'],
    ['a test before a command', 'if /i not "%VALUE%"=="0x1" if defined FLAG set "STATUS=OK"& exit /b 0'],
    ['labels of its own', 'call :probe "a"\nexit /b 0\n:probe name\nset "X=%~1"'],
    ['a loop', 'set "N=0"\n:again\nset /a N+=1\nif %N% lss 3 goto :again'],
    [
      'a query that names its provider',
      '"%SYS%\\wevtutil.exe" qe System "/q:*[System[Provider[@Name=\'X\'] and EventID=1]]" /f:xml 2>nul',
    ],
    [
      'a question for the error level of a label',
      '"%SYS%\\reg.exe" query "HKLM\\A" >nul\ncall :reg_key "HKLM\\A"\nif errorlevel 1 exit /b 0',
    ],
    ['a part of a variable that is there', 'if defined A set "B=%A:~2%"'],
    ['words that name a tool', 'set "EVIDENCE=powershell and wmic were not asked"'],
  ])('may hold %s', (_name, text) => {
    expect(inBody(text)).toEqual([]);
  });

  it.each([
    ['call :set_aside "%SystemRoot%\\System32"', 'repair', 'takes no folder of Windows'],
    ['set "D=%SystemDrive%"\nset "P=%D%\\Users"\ncall :set_aside "%P%"', 'repair', 'not "C:\\Users".'],
    ['set "P=C:\\a"\nif defined X set "P=C:/b"\ncall :set_aside "%P%"', 'repair', 'not "C:/b".'],
    ['set "T=format"\ncall :repair_tool %T% c:', 'repair', 'is one of w32tm, dism, sfc, not "format".'],
    ['call :set_aside C:\\Program Files\\x', 'repair', '":set_aside" takes path, and gets 2.'],
    ['call :set_aside', 'repair', '":set_aside" takes path, and gets nothing.'],
    ['call :reg_value "HKLM\\X"', 'detect', '":reg_value" takes key name, and gets 1.'],
    ['call :plain_text x', 'detect', '":plain_text" takes no arguments, and gets 1.'],
    ['call :reg_key HKLM\\A=B', 'detect', '":reg_key" takes key, and gets 2.'],
    ['call :bundle_event_log System week', 'collect', '"days" of ":bundle_event_log" is a number, not "week".'],
    [
      'call :enable_service bits manual same',
      'repair',
      'is one of automatic, delayed-automatic, demand, not "manual".',
    ],
    ['call :repair_tool sfc', 'repair', '":repair_tool" takes tool arguments, and gets 1.'],
    ['if defined A (call :stop_service bits fast) else ver', 'repair', '":stop_service" takes name, and gets 2.'],
  ] as const)('gives a label what it takes: %s', (text, phase, message) => {
    const faults = lintCmd(text, scope(phase));
    expect(faults.map(({ code }) => code)).toEqual(['cmd/arguments']);
    expect(faults[0]?.message).toContain(message);
  });

  it.each([
    ['call :repair_tool dism /Online /Cleanup-Image /RestoreHealth', 'repair'],
    ['call :reg_value "HKLM\\A B, C" Mode >nul 2>&1', 'detect'],
    ['call :bundle_event_log "System" %DAYS%', 'collect'],
    ['call :reg_key "HKLM\\A"& if errorlevel 1 exit /b 0', 'detect'],
    ['call :own a b c\nexit /b 0\n:own\nset "X=%~1"', 'detect'],
  ] as const)('may call %s', (text, phase) => expect(inBody(text, phase)).toEqual([]));

  it.each([
    ['"%SYS%\\sc.exe" stop bits', 'detect', 'A repair body calls :stop_service for that.'],
    ['net start bits', 'repair', 'Call :start_service.'],
    ['rd /s /q "C:\\x"', 'repair', 'Call :set_aside.'],
    ['"%SYS%\\reg.exe" export "HKLM\\X" x', 'collect', 'Call :bundle_registry.'],
  ] as const)('is told what the library has for %s', (text, phase, hint) => {
    expect(
      lintCmd(text, scope(phase))
        .map(({ message }) => message)
        .join(),
    ).toContain(hint);
  });

  it('sets nothing that acts where another body has the variable outside quotes', () => {
    const text = 'set "NAME=a & ver"';
    expect(inBody(text)).toEqual([]);
    const found = lintCmd(text, { ...scope('detect'), bareElsewhere: new Set(['NAME']) });
    expect(found.map(({ code }) => code)).toEqual(['cmd/set-form']);
  });

  it('is told which label was probably meant', () => {
    expect(lintCmd('call :set_asid "C:\\x"', scope('repair'))[0]?.suggestions).toEqual([':set_aside']);
  });

  it('changes a computer only through the actions of a repair', () => {
    const text = 'call :stop_service bits\ncall :set_aside "%SystemRoot%\\X"\n';
    expect(inBody(text, 'repair')).toEqual([]);
    expect(inBody(text, 'detect')).toEqual(['1:1 cmd/unknown-target', '2:1 cmd/unknown-target']);
    expect(inBody(text, 'collect')).toEqual(['1:1 cmd/unknown-target', '2:1 cmd/unknown-target']);
  });

  it.each([
    ['"%SYS%\\sc.exe" config bits start= auto', '1:1 cmd/tool-not-allowed'],
    ['"%SYS%\\reg.exe" add "HKLM\\X" /v Y /f', '1:1 cmd/tool-not-allowed'],
    ['"%SYS%\\sc.exe" stop bits', '1:1 cmd/tool-not-allowed'],
    ['"%SYS%\\shutdown.exe" /r', '1:1 cmd/tool-not-allowed'],
    ['sc query bits', '1:1 cmd/tool-not-allowed'],
    ['"%SYS%\\wevtutil.exe" qe System "/q:*[System[(EventID=19 or EventID=20)]]" /f:xml', '1:1 cmd/event-query'],
    ['"%SYS%\\wevtutil.exe" qe Setup /c:1', '1:1 cmd/event-query'],
    ['"%SYS%\\wevtutil.exe" qe System "/q:*[System[Provider[@Name=\'\']]]"', '1:1 cmd/event-query'],
    ['echo hello', '1:1 cmd/tool-not-allowed'],
    ['ren "C:\\a" b', '1:1 cmd/tool-not-allowed'],
    ['if defined A (ren "C:\\a" b) else set "X=1"', '1:15 cmd/tool-not-allowed'],
    ['set "A=1"& md "C:\\a"', '1:12 cmd/tool-not-allowed'],
    [`for /f %%a in ('"C:\\tools\\x.exe"') do set "X=%%a"`, '1:17 cmd/tool-not-allowed'],
    ['for %%a in (1 2) do net start %%a', '1:21 cmd/tool-not-allowed'],
    ['call other.cmd', '1:1 cmd/unknown-target'],
    ['goto :nowhere', '1:1 cmd/unknown-target'],
    ['exit 1', '1:1 cmd/exit'],
    ['dir > list.txt', '1:1 cmd/redirection'],
    ['set "RESULT=0"', '1:1 cmd/runtime-variable'],
    ['set /a ENTRY+=1', '1:1 cmd/runtime-variable'],
    ['dir %TEMP%', '1:5 cmd/unquoted-path'],
    ['set "NOW=%DATE%"', '1:10 cmd/forbidden'],
    ['set "X=%TIME:~0,2%"', '1:8 cmd/forbidden'],
    ['set "X=!Y!"', '1:8 cmd/delayed-expansion'],
    ['set "X=caf\u00e9"', '1:11 cmd/not-ascii'],
    ['for /f "tokens=1" %%a in ("%X%") do set "Y=%%a"', '1:1 cmd/loop-eol'],
    ['for /f %%a in ("%X%") do set "Y=%%a"', '1:1 cmd/loop-eol'],
    ['if defined X for /f "delims=" %%a in (\'ver\') do set "Y=%%a"', '1:14 cmd/loop-eol'],
    ['for /f "eol=; delims=0123456789" %%x in ("%~1") do exit /b 1', '1:1 cmd/loop-eol'],
    [`for /f "eol=|" %%a in ('dir /b') do call :say "%%a"`, '1:37 cmd/call-reads-again'],
    [`for /f "eol=| tokens=1,2" %%a in ('dir /b') do call :say "x%%~nb"`, '1:48 cmd/call-reads-again'],
    [`for /f "eol=| usebackq" %%a in ("C:\\x") do call :say %%a`, '1:44 cmd/call-reads-again'],
    [`for /f "eol=|" %%a in ('dir /b') do (\n    set "X=1"\n    call :say "%%a"\n)`, '3:5 cmd/call-reads-again'],
    ['"%SYS%\\dism.exe" /Online\nif not errorlevel 1 set "STEP=done"', '2:1 cmd/exit-code'],
    ['"%SYS%\\reg.exe" query "HKLM\\A" >nul 2>&1& if errorlevel 1 exit /b 0', '1:43 cmd/exit-code'],
    ['if "%TEXT:~0,2%"=="D:" set "SECURITY=%TEXT%"', '1:1 cmd/changed-in-condition'],
    ['if /i not "%A:l=%"=="%A%" exit /b 1', '1:1 cmd/changed-in-condition'],
  ])('does not hold: %s', (text, expected) => {
    expect(inBody(text)).toContain(expected);
  });

  it.each([
    // Names that do not show.
    ['set S^YS=C:\\x', '1:1 cmd/set-form'],
    ['set "%X%=C:\\x"', '1:1 cmd/set-form'],
    ['for %%a in (SYS) do set "%%a=C:\\x"', '1:21 cmd/set-form'],
    ['set /p SYS=<C:\\x', '1:1 cmd/set-form'],
    ['set /a "X=1,SYS=2"', '1:1 cmd/runtime-variable'],
    ['set "WinDir=C:\\x"', '1:1 cmd/runtime-variable'],
    // Values that become commands where %X% stands.
    ['set "X=& ver"\ntype %X%', '1:1 cmd/set-form'],
    ['set "X=>C:\\y"\nset "Y=a %X%"\ntype "a"%Y%', '1:1 cmd/set-form'],
    ['set X="\ntype "%X% & ver"', '1:1 cmd/set-form'],
    ['type "%CMDCMDLINE:~0,1% & ver "', '1:7 cmd/forbidden'],
    // Commands that stand where none seem to.
    ['rem & md C:\\x', '1:7 cmd/tool-not-allowed'],
    ['@rem &md C:\\x', '1:7 cmd/tool-not-allowed'],
    ['for /f "usebackq" %%a in (`md C:\\x`) do set "X=%%a"', '1:28 cmd/tool-not-allowed'],
    [`for /f %%a in ('"%SYS%\\reg.exe" query "a & md b"') do set "X=%%a"`, '1:17 cmd/tool-not-allowed'],
    ['type ^" > C:\\x ^"', '1:1 cmd/redirection'],
    ['%SYS%\\w32tm.exe /query /resync', '1:1 cmd/tool-not-allowed'],
  ])('has no way round: %s', (text, expected) => {
    expect(inBody(text, 'repair')).toContain(expected);
  });

  it.each(['rem a & b', 'set /a "A=1,B=%A%*2"', 'set "A=<x> & y"\ntype "%A%"', 'set /a N+=1 2>nul', 'set "A=1" >nul'])(
    'leaves %s',
    (text) => {
      expect(inBody(text)).toEqual([]);
    },
  );

  it('finds a variable that is read in the block that sets it', () => {
    expect(inBody('if exist "C:\\x" (\n    set "A=1"\n    set "B=%A%"\n)\nset "C=%A%"')).toEqual([
      '3:12 cmd/block-variable',
    ]);
    expect(inBody('if exist "C:\\x" (\n    set "A=1"\n    call :use\n)\nexit /b 0\n:use\nset "B=%A%"')).toEqual([]);
  });

  it('finds lines that run on into a label that is called', () => {
    expect(inBody('call :probe\nset "A=1"\n:probe\nset "B=1"')).toEqual(['3:1 cmd/fall-through']);
  });

  it('reports every fault, in the order of the lines', () => {
    expect(inBody('sc stop bits\nexit 1\nset "RUN=1"')).toEqual([
      '1:1 cmd/tool-not-allowed',
      '2:1 cmd/exit',
      '3:1 cmd/runtime-variable',
    ]);
  });
});

describe('a whole script', () => {
  it.each([
    ['a number that may be empty', 'set "N="\nif defined N if %N% geq 32 exit /b 0', ['2:14 cmd/bare-comparison']],
    ['a text for a number', 'set "N=%~1"\nif %N% equ 1 exit /b 0', ['2:1 cmd/bare-comparison']],
    ['a bare text', 'set "N=x"\nif %N%==x exit /b 0', ['2:1 cmd/bare-comparison']],
    ['numbers', 'set /a N=M\nset "M=0"\nset /a M+=1\nif %N% geq %M% exit /b 0\nif "%N%"=="%M%" exit /b 0', []],
    ['what a loop sets to a number', 'for %%v in (A B) do set "%%v=0"\nif %B% geq 1 exit /b 0', []],
    [
      'a variable that nobody sets',
      'if "%CODE%"=="0" exit /b 0\nif defined STEP exit /b 0',
      ['1:5 cmd/inherited-variable', '2:1 cmd/inherited-variable'],
    ],
    [
      'what Windows sets, without its quotation marks',
      'if defined TEMP set "TEMP=%TEMP:"=%"\nset "A=%TEMP%"\nexit /b %errorlevel%',
      [],
    ],
    [
      'what Windows sets, as it came',
      'set "A=%TEMP%"\nif not exist "%windir%\\x" exit /b 0\nif defined TEMP set "TEMP=%TEMP:"=%"',
      ['1:8 cmd/quotation-mark', '2:15 cmd/quotation-mark'],
    ],
    [
      'an argument in a loop',
      'set "GIVEN=%~1"\nfor %%s in (a b) do if "%GIVEN%"=="/%%s" set "SWITCH=%%s"\nset "X=%GIVEN%"\nexit /b 0\n:main\nexit /b 0',
      ['2:25 cmd/read-again'],
    ],
    [
      'an argument that was looked through, in a loop',
      'set "GIVEN=%~1"\nset "ASKED=%GIVEN%"\nfor /f "eol=a delims=abcdefghi" %%x in ("%ASKED%") do if not "%%x"=="" exit /b 64\n' +
        'for %%s in (a b) do if "%ASKED%"=="/%%s" set "SWITCH=%%s"\nif "%SWITCH%"=="a" exit /b 0\nexit /b 0\n:main\nexit /b 0',
      [],
    ],
    [
      'what a program said, in a call and in a block of a loop',
      `for /f "eol=|" %%a in ('ver') do set "KEY=%%a"\ncall :look "%KEY%"\nfor %%n in (a b) do (\n    call :note %%n\n    ` +
        'if "%KEY%"=="%%n" exit /b 0\n)\nexit /b 0\n:look\nexit /b 0\n:note\nexit /b 0',
      ['2:13 cmd/read-again', '5:9 cmd/read-again'],
    ],
    [
      'a part of it too, and what was made of it',
      `for /f "eol=|" %%a in ('ver') do set "KEY=%%a"\nset "PART=x%KEY:~2,4%"\ncall :look %PART%\nset "SIGN=%KEY:~2,1%"\n` +
        'call :look "%SIGN%"\nexit /b 0\n:look\nexit /b 0',
      ['3:12 cmd/read-again'],
    ],
    [
      'what only plain_text has passed, bare in the set of a loop',
      `for /f "eol=|" %%a in ('ver') do set "LIST=%%a"\nset "TEXT=%LIST%"\ncall :plain_text\nif errorlevel 1 exit /b 0\ncall :look "%LIST%"\n` +
        'for %%e in (%LIST%) do call :look "%%e"\nexit /b 0\n:look\nexit /b 0\n:plain_text\nif not defined TEXT exit /b 1\nexit /b 0',
      ['6:13 cmd/read-again'],
    ],
    [
      'a report that is named in a call, which reads it no second time',
      'set "OUT=%~1"\ncall :look >>"%OUT%"\nexit /b 0\n:main\nexit /b 0\n:look\nexit /b 0',
      [],
    ],
    [
      'an error level behind a program that is named without marks',
      '%SYS%\\reg.exe query "HKLM\\A" >nul\nif errorlevel 1 exit /b 0\nset "SYS=x"',
      ['2:1 cmd/exit-code'],
    ],
    [
      'a question for the code of a label that always ends with 0, which answers by a variable',
      'call :look\nif not errorlevel 1 set "B=1"\nexit /b 0\n:look\nset "IS=1"\nexit /b 0',
      ['2:1 cmd/exit-code'],
    ],
    [
      'such a question in marks, and on the line of the call',
      'call :look\nif not "%errorlevel%"=="0" exit /b 1\ncall :look& if errorlevel 1 exit /b 1\nexit /b 0\n:look\nexit /b 0',
      ['2:1 cmd/exit-code', '3:13 cmd/exit-code'],
    ],
    [
      'such a question where the label ends through another one',
      'call :look\nif errorlevel 1 exit /b 1\nexit /b 0\n:look\nif defined TEMP goto :other\nexit /b 0\n:other\nexit /b 0',
      ['2:1 cmd/exit-code'],
    ],
    [
      'a question for the code of a label that ends with another one somewhere',
      'call :look\nif errorlevel 1 exit /b 1\nexit /b 0\n:look\nif defined TEMP exit /b 1\nexit /b 0',
      [],
    ],
    [
      'a question behind a label that ends as its last command did, through another one, or at the end of the file',
      'call :a\nif errorlevel 1 exit /b 1\ncall :b\nif errorlevel 1 exit /b 1\ncall :c\nif errorlevel 1 exit /b 1\nexit /b 0\n' +
        ':a\ngoto :eof\n:b\ngoto :c\n:c\nset "X=1"',
      [],
    ],
    [
      'a question behind a call that is made only sometimes',
      'if defined TEMP call :look\nif errorlevel 1 exit /b 1\nexit /b 0\n:look\nexit /b 0',
      [],
    ],
    ['a jump to a label that is there', 'call :A\nexit /b 0\n:a\nexit /b 0', []],
    ['a missing label', 'call :nowhere\ngoto :gone\n', ['1:1 cmd/unknown-target', '2:1 cmd/unknown-target']],
    ['a target that is built, with a label it can meet', 'call :check_%~1\nexit /b 0\n:check_one\nexit /b 0', []],
    ['a target that is built, with none', 'call :check_%~1\nexit /b 0', ['1:1 cmd/unknown-target']],
    ['a label that is there twice', ':a\nexit /b 0\n:A\nexit /b 0', ['3:1 cmd/duplicate-label']],
    ['a function that is run into', 'call :a\nset "X=1"\n:a\nexit /b 0', ['3:1 cmd/fall-through']],
    ['an end that is conditional', 'call :a\nif defined TEMP exit /b 0\n:a\nexit /b 0', ['3:1 cmd/fall-through']],
    ['a loop', ':again\nif defined TEMP goto :again\nexit /b 0', []],
    ['an exit of the console', 'exit', ['1:1 cmd/exit']],
    [
      'deletion',
      'del "C:\\x"\nrd /s /q "C:\\x"\n"%SystemRoot%\\reg.exe" delete "HKLM\\X" /f',
      ['1:1 cmd/forbidden', '2:1 cmd/forbidden', '3:2 cmd/quotation-mark', '3:15 cmd/forbidden'],
    ],
    [
      'PowerShell by path',
      '"%SystemRoot%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe" -Command x',
      ['1:2 cmd/quotation-mark', '1:47 cmd/forbidden'],
    ],
    ['a folder that is removed when it is empty', 'rd "C:\\x" 2>nul', []],
    [
      'delayed expansion in its region',
      'rem delayed expansion: on\nsetlocal EnableDelayedExpansion\nset "A=!B!"\nendlocal\nrem delayed expansion: off',
      [],
    ],
    ['a value that looks like delayed expansion', 'call :say "a!PATH!b"\nexit /b 0\n:say\nexit /b 0', []],
    ['delayed expansion outside', 'setlocal EnableDelayedExpansion', ['1:10 cmd/delayed-expansion']],
    ['a line of 2,001 columns', `set "A=${'x'.repeat(1993)}"`, ['1:2001 cmd/line-too-long']],
  ])('%s', (_name, text, expected) => {
    expect(inScript(text)).toEqual(expected);
  });
});
