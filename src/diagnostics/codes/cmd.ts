import type { CodeEntry } from './entry.js';

/** Codes of the linter for batch, in bodies and in whole emitted scripts. */
export const cmdCodes = {
  'cmd/tool-not-allowed': {
    severity: 'error',
    title: 'A command that batch bodies do not use',
    help:
      'A body reads through a closed list of programs, named by full path ("%SYS%\\\\reg.exe" query ...), and changes a computer ' +
      'only by calling an action.',
    example: 'sc config wuauserv start= auto',
  },
  'cmd/event-query': {
    severity: 'error',
    title: 'A query of an event log that names no provider',
    help:
      'Numbers of events are not unique in a log: in System several providers write 19, 20 and 44. Begin the query with ' +
      "*[System[Provider[@Name='...'] and, and take the log from the manifest of that provider.",
    example: '"%SYS%\\wevtutil.exe" qe System "/q:*[System[EventID=20]]" /f:xml',
  },
  'cmd/unknown-target': {
    severity: 'error',
    title: 'A jump to a label that is not there',
    help:
      'A body calls its own labels and those of the library: reading ones in every phase, actions in a repair, collectors ' +
      'in a collection. docs/cmd-edition.md lists them.',
    example: 'call :set_asid "C:\\\\x"',
  },
  'cmd/arguments': {
    severity: 'error',
    title: 'A call of a label with other arguments than it takes',
    help:
      'A label reads its arguments by place, so one too few or too many makes it work on something else. cmd.exe splits at blanks, ' +
      'commas, semicolons and equals signs outside quotes. "mendsheet explain <label>" shows what a label takes.',
    example: 'call :set_aside C:\\Program Files\\Example',
  },
  'cmd/verdict': {
    severity: 'error',
    title: 'A detection without a verdict',
    help: 'A detection in batch sets STATUS to OK, PROBLEM, UNKNOWN or NA. Where it sets none, the check is undecided.',
    example: 'set "STATUS=BAD"',
  },
  'cmd/duplicate-label': {
    severity: 'error',
    title: 'A label that is there twice',
    help: 'All bodies of a script share one file, and labels differ by more than case. Start them with the name of the check.',
    example: ':next',
  },
  'cmd/fall-through': {
    severity: 'error',
    title: 'Lines that run on into a label',
    help: 'Batch does not stop at a label. End the lines above it with exit /b or goto.',
    example: 'set "A=1"\n:helper',
  },
  'cmd/exit': {
    severity: 'error',
    title: 'An exit that closes the console',
    help: 'A plain exit without /b ends the cmd.exe of whoever called the script. Write exit /b and a number.',
    example: 'exit 1',
  },
  'cmd/redirection': {
    severity: 'error',
    title: 'A body that writes a file',
    help: 'Bodies write no files; send what is not wanted to nul. Collectors copy files into the bundle.',
    example: 'dir > list.txt',
  },
  'cmd/runtime-variable': {
    severity: 'error',
    title: 'A variable of the runtime',
    help: 'All parts of a batch share their variables. This one steers the journal, the lock or the exit code: take another name.',
    example: 'set "RESULT=0"',
  },
  'cmd/set-form': {
    severity: 'error',
    title: 'A set whose effect does not show',
    help:
      'Write set "NAME=value" or set /a "NAME=sum", with a plain name. The value has no quotation mark, and none of & | > ^ ' +
      'where %NAME% stands outside quotes: cmd.exe would take what is behind one of them for a command.',
    example: 'set "X=& del C:\\x"',
  },
  'cmd/forbidden': {
    severity: 'error',
    title: 'A tool or variable that no emitted batch holds',
    help: 'Some tools are gone from current Windows, some delete, some answer in words of a language. The message says which.',
    example: 'wmic os get caption',
  },
  'cmd/unquoted-path': {
    severity: 'error',
    title: 'A path without quotation marks',
    help: 'A folder may hold blanks and ampersands, and what follows an ampersand would be run. Write "%STATE%\\\\lock".',
    example: 'cd %TEMP%',
  },
  'cmd/delayed-expansion': {
    severity: 'error',
    title: 'Delayed expansion outside a marked region',
    help: 'With it, every ! in a value is lost. Turn it on between "rem delayed expansion: on" and "rem delayed expansion: off".',
    example: 'setlocal EnableDelayedExpansion',
  },
  'cmd/block-variable': {
    severity: 'error',
    title: 'A variable read in the block that sets it',
    help: 'Batch expands %NAME% in a whole bracketed block before it runs the first line of it. Move the block into a label.',
    example: 'if exist x (\n    set "A=1"\n    echo %A%\n)',
  },
  'cmd/loop-eol': {
    severity: 'error',
    title: 'A loop that passes over lines unseen',
    help:
      'A loop leaves out each line that begins with its eol, which is a semicolon unless it is named. Name one that no line begins ' +
      'with; in a loop that asks whether a value holds other characters, one of the separators, which are gone by then.',
    example: 'for /f "delims=0123456789" %%x in ("%~1") do exit /b 1',
  },
  'cmd/quotation-mark': {
    severity: 'error',
    title: 'A folder of the caller, used as it came',
    help:
      'Whoever sets "TEMP" to a text with a quotation mark and "&" runs what stands behind it, with the rights of the script. Take the marks ' +
      'out first: if defined TEMP set "TEMP=%TEMP:"=%".',
    example: 'set "BUNDLE=%TEMP%\\logs"',
  },
  'cmd/read-again': {
    severity: 'error',
    title: 'A value from outside where cmd.exe reads it once more',
    help:
      'The body of a loop is read for its variable after "%NAME%" is in it, so that "%s" in a value becomes a word of the loop; a call reads its ' +
      'line for percent signs and doubles carets; bare in the set of a loop "&" acts. Look through the value first, or read the variable on a ' +
      'line of its own.',
    example: 'for %%s in (%SWITCHES%) do if "%~1"=="/%%s" set "SWITCH=%%s"',
  },
  'cmd/call-reads-again': {
    severity: 'error',
    title: 'What a program said, passed on by call',
    help:
      'The line of a call is expanded once more: "%TEMP%" in the name of a file becomes a folder, and each caret is doubled. Set a variable ' +
      'in the loop, call the label without it, and let the label read the variable.',
    example: 'for /f "eol=| delims=" %%f in (\'dir /b\') do call :note "%%f"',
  },
  'cmd/exit-code': {
    severity: 'error',
    title: 'A question for an exit code that does not answer it',
    help:
      'The question if errorlevel 1 is true for 1 and above. Codes such as 0x800f081f are negative, so a failure passes for success. Compare ' +
      '"%errorlevel%" with "0" in the line below the program. A label that always ends with 0 answers by a variable: ask that, as ' +
      '`if defined IS` behind reg_is.',
    example: '"%SYS%\\dism.exe" /Online /Cleanup-Image /RestoreHealth\nif not errorlevel 1 set "STEP=done"',
  },
  'cmd/bare-comparison': {
    severity: 'error',
    title: 'A comparison that is no comparison while its variable is empty',
    help:
      'A line is parsed whole, with what its variables hold by then, and an empty one leaves "if geq 32", which ends the script. ' +
      'Quote texts on both sides; compare numbers in a variable that only set /a or a number has given.',
    example: 'if defined SIZE if %SIZE% geq 32 echo large',
  },
  'cmd/changed-in-condition': {
    severity: 'error',
    title: 'A part of a variable in a condition',
    help:
      'Where the variable is empty, only "%NAME:" goes away: the rest is read as text, and its percent sign takes the next one for ' +
      'its partner, so that the condition ends the script. Set the part in a line of its own, and compare that.',
    example: 'if "%TEXT:~0,2%"=="D:" set "SECURITY=%TEXT%"',
  },
  'cmd/inherited-variable': {
    severity: 'error',
    title: 'A variable that nothing sets',
    help: 'It is empty, or holds what somebody has set before the script began. Set it first, also to nothing.',
    example: 'if "%CODE%"=="0" set "STEP=done"',
  },
  'cmd/line-too-long': {
    severity: 'error',
    title: 'A line that cmd.exe might cut off',
    help: 'Batch reads 8,191 characters after expansion. 2,000 in the source leave room for that.',
    example: 'set "LIST=..."   (3,000 columns)',
  },
  'cmd/not-ascii': {
    severity: 'error',
    title: 'A character outside ASCII in batch',
    help: 'Batch reads a file in the code page of the console, which differs between computers.',
    example: 'echo caf\u00e9',
  },
} as const satisfies Record<string, CodeEntry>;
