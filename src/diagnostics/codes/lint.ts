import type { CodeEntry } from './entry.js';

/** Codes of the linters that hold bodies against the closed lists. */
export const lintCodes = {
  'lint/unreadable': {
    severity: 'error',
    title: 'PowerShell whose structure cannot be read',
    help:
      'A body is checked by a parser that knows most of the language. Either there is a mistake here, or a rare form: ' +
      "write lists in a call as @('a', 'b'), call ForEach-Object with a block, and give what is computed in a text to a variable first. " +
      'It is said too of what Windows PowerShell 5.1 does not read, so that no script of the body would start: the operators ?? ??= ?. ?[ && || and ' +
      '? : of PowerShell 7, a line that begins with "|", its numbers such as 0b1 and 5ul, `e and `u{...} in a text, $IsWindows and the like; a table with ' +
      'a key twice, a colon right behind a variable in a text, and a jump to a label.',
    example: 'Get-Item -Path a, b',
  },
  'lint/command-not-allowed': {
    severity: 'error',
    title: 'A command that bodies do not use',
    help:
      'A body reads, and changes a computer only through an action of the library. Aliases, native programs and commands ' +
      'outside the list of reading commands are refused; see docs/adding-a-check.md for the lists.',
    example: 'Remove-Item -Path $folder -Recurse',
  },
  'lint/unknown-parameter': {
    severity: 'error',
    title: 'A parameter that a command does not have',
    help:
      'Scripts run on Windows PowerShell 5.1; docs/library.md has the parameters of the library. Write parameter names ' +
      'in full.',
    example: 'Get-Date -AsUTC',
  },
  'lint/missing-parameter': {
    severity: 'error',
    title: 'A call without a parameter that it cannot do without',
    help:
      'Windows PowerShell would ask the person in front of it for the value; a script that nobody watches ends there. ' +
      '"mendsheet explain <function>" shows what a function of the library takes.',
    example: "Get-RegistryValue -Path 'HKLM:\\SOFTWARE\\Example'",
  },
  'lint/argument': {
    severity: 'error',
    title: 'An argument that a parameter does not take',
    help:
      'The call would fail on every computer: there is no value behind the parameter, two of them, one of another type, or a word that ' +
      'is none of its words. Functions of the library take all arguments by name; "mendsheet explain <function>" shows them.',
    example: "New-Finding -Status 'Bad'",
  },
  'lint/pattern': {
    severity: 'error',
    title: 'A pattern that .NET does not read',
    help:
      'A regular expression, a wildcard or a format that cannot be read ends the body on every PC. Regular expressions are those of .NET: ' +
      'put a backslash in front of what stands for itself, or give Select-String -SimpleMatch, and -split the option SimpleMatch.',
    example: "$line -match '(a'",
  },
  'lint/unknown-reason': {
    severity: 'error',
    title: 'A finding whose sentence is missing',
    help:
      'A reason is a key of `says:` of the check, of the recipe whose body it is, or of the guard. Without the sentence a reader would ' +
      'see a verdict and no reason.',
    example: "New-Finding -Status 'Problem' -Reason 'nope'",
  },
  'lint/placeholder': {
    severity: 'error',
    title: 'A placeholder that nothing fills',
    help:
      'The entries of -Evidence fill the placeholders of the sentence, and of what `answers:` advises for it, by their names, in which case ' +
      'counts. What is left over would stand in the report as it is, in braces.',
    example:
      "New-Finding -Status 'Problem' -Reason 'full' -Evidence @{ Fre = 1 }   # full: { en: Only {Free} GB are free. }",
  },
  'lint/no-finding': {
    severity: 'error',
    title: 'A detection that can end without a finding',
    help:
      'Each way through a detection ends with New-Finding, returns one, or throws. End with the finding that holds where no condition ' +
      'above did: Ok, or Unknown where nothing was decided.',
    example: "if ($broken) { New-Finding -Status 'Problem' -Reason 'broken' }",
  },
  'lint/call-operator': {
    severity: 'error',
    title: 'A call through a value',
    help: 'The operators & and . run whatever a value holds. Call a function by name; programs run through Invoke-ReadOnlyTool.',
    example: '& $tool',
  },
  'lint/tool-not-allowed': {
    severity: 'error',
    title: 'A program, or a call of one, that does not only read',
    help: 'Invoke-ReadOnlyTool runs a closed list of programs of System32, each only with the words that make it read. A change is an action.',
    example: "Invoke-ReadOnlyTool -Path $tool -ArgumentList 'sdset', 'wuauserv', $rights",
  },
  'lint/method-not-allowed': {
    severity: 'error',
    title: 'A method that bodies do not call',
    help: 'Methods of objects can change a computer as commands can. Only reading and computing ones are allowed.',
    example: '$service.Stop()',
  },
  'lint/type-not-allowed': {
    severity: 'error',
    title: 'A .NET type that bodies do not use',
    help: 'Static members of types can change a computer. Only reading and computing types are allowed.',
    example: "[IO.File]::Delete('C:\\\\x')",
  },
  'lint/com-class-not-declared': {
    severity: 'error',
    title: 'A COM class that the index does not declare',
    help: 'Name it under `reads: { com-classes: [...] }` in the index, where a reviewer sees it, and only if reading it changes nothing.',
    example: "New-Object -ComObject 'Shell.Application'",
  },
  'lint/declaration': {
    severity: 'error',
    title: 'A declaration of something that does more than read',
    help:
      'The index declares under `reads:` what only reads: commands that begin with Get- or Test-, and calls of programs that list or show ' +
      'something, each with its page. What changes a computer is an action of the library, which asks, writes its line to the ' +
      'journal and can be undone.',
    example: "reads: { tools: { pnputil.exe: { calls: ['/delete-driver <word>'], source: 'https://...' } } }",
  },
  'lint/account': {
    severity: 'error',
    title: 'A change with the rights of another account',
    help:
      'A repair of the computer runs elevated, where HKCU may be that of whoever confirmed the window, or of SYSTEM: a check that changes what ' +
      'belongs to the person signed in says `runs-as: user`. It changes values below HKCU then, and nothing of the computer.',
    example:
      "Set-RegistryValue -Path 'HKCU:\\SOFTWARE\\Example' -Name 'Mode' -Value 'REG_DWORD:0x1'   # without runs-as: user",
  },
  'lint/risk': {
    severity: 'error',
    title: 'A repair that costs more than its check says',
    help:
      'People and services choose repairs by `risk:` of the check. A tool that resets the network, takes parts of Windows away or keeps ' +
      'updates from being uninstalled is no repair of low disruption, and one that waits for a restart says so.',
    example:
      "Invoke-RepairTool -Tool 'netsh' -ArgumentList 'winsock', 'reset' -TimeoutSeconds 60   # risk: { disruption: low, ... }",
  },
  'lint/outer-assignment': {
    severity: 'error',
    title: 'An assignment outside the body',
    help: 'Environment variables and variables of other scopes belong to the computer or to the library. Return a finding instead.',
    example: '$env:Path = $null',
  },
  'lint/member-assignment': {
    severity: 'error',
    title: 'An assignment to a property',
    help: "Setting a property can change the thing behind the object, such as a file's time. Collect values by $table['Name'].",
    example: '$file.IsReadOnly = $false',
  },
  'lint/redirection': {
    severity: 'error',
    title: 'A redirection to a file',
    help: 'Bodies write no files. Collectors add to a bundle; what a tool prints comes back from Invoke-ReadOnlyTool.',
    example: 'ipconfig > C:\\out.txt',
  },
  'lint/exit': {
    severity: 'error',
    title: 'An exit inside a body',
    help: 'Only the end of a script exits, with a code of the table. A body returns a finding or throws.',
    example: 'exit 1',
  },
  'lint/definition': {
    severity: 'error',
    title: 'A definition inside a body',
    help: 'A body becomes one function. What two bodies share is a recipe.',
    example: 'function Get-Helper { }',
  },
  'lint/requires': {
    severity: 'error',
    title: 'A #Requires line in a body',
    help:
      'Windows PowerShell reads it wherever it stands, for the whole script: where its condition does not hold, the script ' +
      'ends before its first line, and Intune starts the repair. Say what a check needs with "needs" and "where".',
    example: '#Requires -RunAsAdministrator',
  },
} as const satisfies Record<string, CodeEntry>;
