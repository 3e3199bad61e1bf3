import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../src/ir/catalog.js';
import { callableIn, replacementsIn } from '../../../src/ir/library.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { waysOf51 } from '../../../src/lint/later.js';
import { lintPs1 } from '../../../src/lint/lint-ps1.js';

const { library } = loadTemplates(process.cwd());
const callable = (phase: Phase) => new Map(callableIn(library, 'ps1', phase).map((each) => [each.name, each] as const));

const instead = replacementsIn(library, 'ps1');

function lint(text: string, phase: Phase = 'detect'): readonly string[] {
  const scope = {
    phase,
    comClasses: ['Microsoft.Update.Session'],
    commands: new Map(),
    tools: [],
    library: callable(phase),
    instead,
  };
  return lintPs1(text, scope).map(({ code }) => code);
}

describe('what a body may do', () => {
  it.each([
    "$value = Get-RegistryValue -Path 'HKLM:\\SOFTWARE\\X' -Name 'Y'",
    "if (-not (Test-Path -LiteralPath 'C:\\x')) { return New-Finding -Status Unknown -Reason 'missing' }",
    '$sum = Get-ChildItem -LiteralPath $path -Recurse -File | Measure-Object -Property Length -Sum',
    "$names = @('a', 'b' | ForEach-Object -Process { $_.ToUpperInvariant() })",
    "$evidence['Free'] = [math]::Round($bytes / 1073741824, 1)",
    "$session = New-Object -ComObject 'Microsoft.Update.Session'",
    'try { $x = [Net.Dns]::GetHostAddresses($name) } catch { $x = @() }',
    'Get-Item -LiteralPath $path -ErrorAction SilentlyContinue 2>$null',
  ])('%s', (text) => expect(lint(text)).toEqual([]));

  it('runs a program in its reading form', () => {
    const call = 'Invoke-ReadOnlyTool -Path "$env:SystemRoot\\System32\\sc.exe" -ArgumentList \'qc\', $Name';
    expect(lint(call)).toEqual([]);
  });

  it('calls an action in a repair alone', () => {
    expect(lint("Move-ItemAside -Path 'C:\\x'", 'repair')).toEqual([]);
    expect(lint("Move-ItemAside -Path 'C:\\x'")).toEqual(['lint/command-not-allowed']);
    expect(lint("Add-BundleFile -Path 'C:\\x'", 'repair')).toEqual(['lint/command-not-allowed']);
  });
});

describe('what no service could run with nobody there', () => {
  it.each([
    ['E06', "$answer = Read-Host -Prompt 'Go on?'", 'lint/command-not-allowed'],
    ['E06', '$who = Get-Credential', 'lint/command-not-allowed'],
    ['E06', "$null = $Host.UI.PromptForChoice('', '', $choices, 0)", 'lint/method-not-allowed'],
    ['E06', '$null = [Console]::ReadKey()', 'lint/type-not-allowed'],
    ['E06', 'pause', 'lint/command-not-allowed'],
    ['E06', "Install-Module -Name 'PSWindowsUpdate'", 'lint/command-not-allowed'],
    ['E09', 'Restart-Computer -Force', 'lint/command-not-allowed'],
    ['E09', 'shutdown.exe /r /t 0', 'lint/command-not-allowed'],
    ['E09', 'logoff', 'lint/command-not-allowed'],
    [
      'E09',
      'Invoke-ReadOnlyTool -Path "$env:SystemRoot\\System32\\shutdown.exe" -ArgumentList \'/r\'',
      'lint/tool-not-allowed',
    ],
    ['E11', "Write-Host -Object 'Done.'", 'lint/command-not-allowed'],
    ['E11', "Write-Warning -Message 'Hm.'", 'lint/command-not-allowed'],
    ['E11', "Write-Error -Message 'Oh.'", 'lint/command-not-allowed'],
    ['E11', "$x = @'\nwords\n'@ | Write-Host", 'lint/command-not-allowed'],
    ['E11', '<# words\nmore #>\nWrite-Host', 'lint/command-not-allowed'],
    ['E20', '#Requires -RunAsAdministrator\n$a = 1', 'lint/requires'],
    ['E20', 'if ($a) {\n    #requires -Version 7\n}', 'lint/requires'],
    ['E21', 'if ($a) { exit 2 }', 'lint/exit'],
    ['E21', '[Environment]::Exit(2)', 'lint/type-not-allowed'],
  ])('%s %s', (_rule, text, code) => {
    expect(lint(text)).toContain(code);
    expect(lint(text, 'repair')).toContain(code);
  });

  it.each([
    "$x = @'\nWrite-Host says\n'@",
    '# Write-Host says\n$a = 1',
    '<# Write-Host says\nand Write-Host #>\n$a = 1',
  ])('takes words for no command: %j', (text) => expect(lint(text)).toEqual([]));
});

describe('what an argument says', () => {
  it.each([
    [
      "Invoke-ReadOnlyTool -Path 'C:\\x.exe' -ArgumentList '-Path \"$env:SystemRoot\\System32\\find.exe\"'",
      'lint/tool-not-allowed',
    ],
    [
      'Invoke-ReadOnlyTool -Path "$env:SystemRoot\\System32\\sc.exe" -ArgumentList $all # -ArgumentList \'query\'',
      'lint/tool-not-allowed',
    ],
    [
      "New-Object -ComObject $name -Strict:('' -eq \"-ComObject 'Microsoft.Update.Session'\")",
      'lint/com-class-not-declared',
    ],
    ['New-Object -TypeName $name -ArgumentList "-TypeName \'string\'"', 'lint/type-not-allowed'],
  ])('counts where it stands, not where a text names it: %s', (text, code) => expect(lint(text)).toContain(code));
});

describe('parameters of the library', () => {
  it('are those of the register', () => {
    expect(lint("Get-RegistryValue -Path 'HKLM:\\SOFTWARE\\X' -Nam 'Y'")).toEqual(['lint/unknown-parameter']);
    expect(lint("Invoke-ReadOnlyTool -File 'x.exe'")).toEqual(['lint/unknown-parameter', 'lint/tool-not-allowed']);
    expect(lint("Start-StoppedService -Name 'x' -TimeoutSeconds 5 -ErrorAction Stop", 'repair')).toEqual([]);
  });
});

/** "row:column code message | suggestions" of each fault, rows and columns from 1. */
function faults(text: string, phase: Phase = 'detect'): readonly string[] {
  const scope = { phase, comClasses: [], commands: new Map(), tools: [], library: callable(phase), instead };
  return lintPs1(text, scope).map(({ row, column, code, message, suggestions }) =>
    [`${row + 1}:${column + 1} ${code} ${message}`, ...suggestions].join(' | '),
  );
}

describe('a call of the library', () => {
  it('is told which parameter was probably meant, at its own line', () => {
    expect(faults("Get-RegistryValue -Path 'HKLM:\\x' -Nmae 'y'")).toEqual([
      '1:35 lint/unknown-parameter "Get-RegistryValue" has no parameter "-Nmae". | -Name',
    ]);
  });

  it.each([
    ["Set-RegistryValue -Path 'HKLM:\\SOFTWARE\\x' -Name 'y' -Value 'DWORD:1'", '1:61', 'absent, or a type'],
    ["Set-RegistryValue -Path 'HKLM:\\SOFTWARE\\x' -Name 'y' -Value 1", '1:61', 'absent, or a type'],
    [
      "Set-RegistryValue -Path \"HKLM:\\SOFTWARE\\Policies\\$x\" -Name 'y' -Value 'absent'",
      '1:25',
      'no key with "Policies"',
    ],
    ["Set-RegistryValue -Path ('HKLM:\\SAM\\' + $x) -Name 'y' -Value 'absent'", '1:26', 'a key below'],
    ["$key = 'HKLM:/SOFTWARE/x'\nSet-RegistryValue -Path $key -Name 'y' -Value 'absent'", '1:8', 'a key with "\\"'],
    [
      "$with = @{ Path = 'Registry::HKEY_LOCAL_MACHINE\\SOFTWARE\\x'; Name = 'y'; Value = 'absent' }\nSet-RegistryValue @with",
      '1:19',
      'a key below',
    ],
    ["foreach ($each in 'C:\\Spool', 'C:\\Spool\\') { Move-ItemAside -Path $each }", '1:31', 'a full path'],
    ["foreach ($each in @('C:/a')) { Move-ItemAside -Path $each }", '1:21', 'a full path'],
    ['Move-ItemAside -Path "$env:ProgramData/Example"', '1:22', 'a full path'],
    ["Stop-RunningService -Name '/all'", '1:27', 'the name of a service'],
    ["Set-ServiceSecurity -Name 'Spooler' -Sddl 'O:SYD:(A;;CC;;;SY)'", '1:43', 'an access list'],
  ])('is held against what its action takes: %s', (text, place, takes) => {
    expect(faults(text, 'repair')).toEqual([expect.stringMatching(new RegExp(`^${place} lint/argument .* takes `))]);
    expect(faults(text, 'repair')[0]).toContain(takes);
  });

  it.each([
    ["Add-BundleEventLog -Channel 'System' -Days 400", '1 to 365 days'],
    ["Add-BundleText -Name 'CON' -Text 'a'", 'the name of a file'],
    ["Add-BundleCommand -Command 'Remove-Item' -PathParameter 'Path' -Name 'a.txt'", 'a command that starts with Get-'],
    ["Add-BundleText -Name '' -Text 'a'", 'the name of a file'],
    ["Add-BundleFile -Path ''", 'no empty text'],
  ])('of a collector is held against what it takes: %s', (text, takes) => {
    expect(faults(text, 'collect')).toEqual([expect.stringContaining(` takes ${takes}`)]);
  });

  it.each([
    ["$null = Get-RegistryValue -Path 'HKLM\\SOFTWARE' -Name 'a'", 'a key such as'],
    ["$null = Get-RegistryValue -Path 'HKLM:\\SOFTWARE' -Name ''", 'no empty text'],
    ["$null = Test-TcpPort -HostName 'http://a/b' -Port 80", 'the name or address'],
    ["$port = 99999\n$null = Test-TcpPort -HostName 'a' -Port $port", 'a port'],
  ])('of a reader is held against what it takes: %s', (text, takes) => {
    expect(faults(text)).toEqual([expect.stringContaining(` takes ${takes}`)]);
  });

  it.each([
    ["$s = 'Bad'\nNew-Finding -Status $s", '1:6'],
    ["$s = 'Ok'\nif ($x) { $s = 'Bad' }\nNew-Finding -Status $s", '2:16'],
    ["$s = if ($x) { 'Ok' } else { 'Bad' }\nNew-Finding -Status $s", '1:30'],
    ["New-Finding -Status $(if ($x) { 'Ok' } else { 'Bad' })", '1:47'],
    ["$f = @{\n    # how it is\n    Status = 'Bad'\n}\nNew-Finding @f", '3:14'],
  ])('is held against the words of a parameter where they stand: %s', (text, place) => {
    const message = '"New-Finding" takes Ok, Problem, Unknown or NotApplicable, not "Bad".';
    expect(faults(text)).toEqual([`${place} lint/argument -Status of ${message}`]);
  });

  it.each([
    "$s = if ($x) { 'Ok' } else { 'Problem' }\nNew-Finding -Status $s",
    "$s = 'Ok'\nif ($x) { $s = 'Problem' }\nNew-Finding -Status $s",
    "$s = 'first'\n$s = 'Ok'\nNew-Finding -Status $s",
  ])('takes those that there are: %s', (text) => expect(faults(text)).toEqual([]));

  it.each([
    ["$p = 'C:\\Windows'\nMove-ItemAside -Path $p", '1:6', 'C:\\Windows'],
    ['$p = "$env:SystemRoot\\System32"\nMove-ItemAside -Path $p', '1:6', 'C:\\Windows\\System32'],
    ['Move-ItemAside -Path $env:USERPROFILE', '1:22', 'C:\\Users\\User'],
    ['Move-ItemAside -Path ${env:ProgramFiles(x86)}', '1:22', 'C:\\Program Files (x86)'],
    ["Move-ItemAside -Path (Join-Path -Path 'D:\\' -ChildPath 'users')", '1:23', 'D:\\users'],
    ["$d = $env:SystemDrive\n$p = Join-Path $d 'Windows\\Fonts'\nMove-ItemAside -Path $p", '2:6', 'C:\\Windows\\Fonts'],
    ["$d = @{ Path = 'E:\\ProgramData' }\nMove-ItemAside @d", '1:16', 'E:\\ProgramData'],
    ["'C:\\a', 'C:\\Boot' | ForEach-Object -Process { Move-ItemAside -Path $_ }", '1:9', 'C:\\Boot'],
  ])('sets no folder aside that Windows needs: %s', (text, place, path) => {
    const found = faults(text, 'repair');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      new RegExp(`^${place} lint/argument -Path of "Move-ItemAside" takes no folder of Windows`),
    );
    expect(found[0]).toContain(`not "${path}".`);
  });

  it('of a reader may be an empty text where that says something', () => {
    expect(faults("$null = Get-UpdateSubject -Title ''")).toEqual([]);
  });

  it.each([
    "$value = 'x'\n$value = \"REG_SZ:$value\"\nSet-RegistryValue -Path 'HKLM:\\SOFTWARE\\x' -Name 'y' -Value $value",
    '$value = "REG_SZ:$($a.B)"\nSet-RegistryValue -Path "HKLM:\\$root" -Name $name -Value $value',
    "foreach ($key in $keys) { Set-RegistryValue -Path $key -Name 'y' -Value 'REG_SZ:' }",
    "foreach ($key in 'HKLM:\\SOFTWARE\\x', 'HKLM:\\SYSTEM\\y') { Set-RegistryValue -Path $key -Name 'y' -Value 'absent' }",
    "$a, $key = 'x', (Get-Date)\nSet-RegistryValue -Path $key -Name 'y' -Value 'absent'",
    "$key += 'x'\nSet-RegistryValue -Path $key -Name 'y' -Value 'absent'",
    'Set-RegistryValue -Path $key.Name -Name "$($x)" -Value \'absent\'',
    "Move-ItemAside -Path (Join-Path -Path $env:ProgramData -ChildPath 'Spool')",
    'Move-ItemAside -Path "$env:ProgramData\\Spool"',
  ])('is not refused for what a run alone knows: %s', (text) => expect(faults(text, 'repair')).toEqual([]));

  it.each([
    ['Get-RegistryValue', 'detect', '"Get-RegistryValue" needs -Path and -Name.'],
    ["Get-RegistryValue -Path 'HKLM:\\x'", 'repair', '"Get-RegistryValue" needs -Name.'],
    ["$a = @{ Path = 'HKLM:\\x' }\nGet-RegistryValue @a", 'detect', '"Get-RegistryValue" needs -Name.'],
    ["Add-BundleText -Name 'x.txt'", 'collect', '"Add-BundleText" needs -Text.'],
    ["Set-RegistryValue -Path 'HKLM:\\SOFTWARE\\x' -Name 'y'", 'repair', '"Set-RegistryValue" needs -Value.'],
  ] as const)('has all that it needs: %s', (text, phase, message) => {
    expect(faults(text, phase)).toEqual([expect.stringContaining(`lint/missing-parameter ${message}`)]);
  });

  it.each([
    ['New-Finding -Status Bad', 'detect', '"New-Finding" takes Ok, Problem, Unknown or NotApplicable, not "Bad".'],
    ["New-Finding -Status 'Unknwon'", 'detect', 'not "Unknwon". | Unknown'],
    ["$f = @{ Status = 'Bad' }\nNew-Finding @f", 'detect', 'not "Bad".'],
    ["New-Finding -Status Ok -Evidence 'x'", 'detect', "takes a table, @{ Name = ... }, not 'x'."],
    ["Start-StoppedService -Name 'a', 'b'", 'repair', "takes one text, not 'a', 'b'."],
    ["Start-StoppedService -Name @('a')", 'repair', "takes one text, not @('a')."],
    ["Start-StoppedService -Name 'a' -TimeoutSeconds soon", 'repair', 'takes a whole number, not soon.'],
    ["Start-StoppedService -Name 'a' -TimeoutSeconds 1.5", 'repair', 'takes a whole number, not 1.5.'],
    ["Add-BundleFile -Path 'x' -Newest 99999999999", 'collect', 'takes a whole number, not 99999999999.'],
    ["Get-EventRecord -Log 'a' -Provider 'b' -Id 1, 'x' -Since $s", 'detect', 'takes whole numbers'],
    ["New-GuardStop -Code 2 -Reason 'x'", 'detect', 'takes 1, 12, 13 or 14, not "2".'],
    ["Get-SubkeyName 'HKLM:\\x'", 'detect', 'stands behind none.'],
    ["Get-SubkeyName -Path 'a' -path 'b'", 'detect', 'is given -Path twice.'],
    ['Get-RegistryValue -Path -Name', 'detect', '"Get-RegistryValue" gets nothing for -Path.'],
    ['Get-Item -LiteralPath $x -ErrorAction Inquire', 'detect', 'takes SilentlyContinue, Ignore, Continue or Stop'],
    ['Test-Path -LiteralPath $x -PathType Folder', 'detect', 'takes Any, Container or Leaf, not "Folder".'],
    ["Join-Path 'a' 'b' 'c'", 'detect', '"Join-Path" has no place for \'c\' in Windows PowerShell 5.1.'],
    ["Join-Path -Path 'a' -ChildPath 'b' 'c'", 'detect', '"Join-Path" has no place for \'c\''],
    ["Get-Content -LiteralPath 'a' -Encoding utf8NoBOM", 'detect', 'not "utf8NoBOM".'],
    ['Get-Item -LiteralPath', 'detect', '"Get-Item" gets nothing for -LiteralPath.'],
  ] as const)('has no value that its parameter does not take: %s', (text, phase, message) => {
    expect(faults(text, phase).join('\n')).toContain('lint/argument ');
    expect(faults(text, phase).join('\n')).toContain(message);
  });

  it.each([
    "Get-RegistryValue -path 'HKLM:\\x' -NAME 'y'",
    "Get-EventRecord -Log 'a' -Provider 'b' -Id 20,21 -Since (Get-Date).AddDays(-7)",
    "Get-LogCode -Line @(Read-LogLine -Path 'a' -Pattern 'b' -TimeoutSeconds '30')",
    'New-Finding -Status $status -Reason "$reason" -Evidence $null -HResult $codes',
    "$f = @{ Status = 'Problem' }\nNew-Finding @f -Reason 'x'",
    "Add-BundleFile -Path 'x' -MaxBytes 10mb",
    'Get-ChildItem -Recurse $path | Select-Object -Unique -First 3',
    "'a' | Select-String -Pattern 'b' -Quiet",
    '$x | ConvertFrom-Json',
    "Join-Path $a 'b'",
    "Get-Item -Path:'C:\\x'",
  ])('may be written as %s', (text) => {
    expect(faults(text, text.startsWith('Add-') ? 'collect' : 'detect')).toEqual([]);
  });

  it.each([
    ['Join-Path -Path $a', '"Join-Path" needs -ChildPath.'],
    ['Split-Path -Leaf', '"Split-Path" needs -Path or -LiteralPath.'],
    ["Select-String 'a'", '"Select-String" needs -Path or -LiteralPath or -InputObject.'],
    ['if ($a) { Start-Sleep }', '"Start-Sleep" needs -Seconds or -Milliseconds.'],
  ])('of Windows has what nobody is there to type: %s', (text, message) => {
    expect(faults(text)).toEqual([expect.stringContaining(`lint/missing-parameter ${message}`)]);
  });

  it.each([
    [
      'Stop-Service -Name wuauserv',
      'repair',
      '"Stop-Service" is not a command that a repair body may use. Call Stop-RunningService.',
    ],
    ['stop-service wuauserv', 'detect', 'A repair body calls Stop-RunningService for that.'],
    ["Get-WinEvent -LogName 'System'", 'collect', 'Call Get-EventRecord.'],
    ['Remove-Item -Path C:\\x', 'repair', 'Call Move-ItemAside.'],
    ['$service.Stop()', 'repair', 'Call Stop-RunningService.'],
    ["[IO.File]::Delete('C:\\x')", 'repair', 'Call Move-ItemAside.'],
    ['Get-Item C:\\x > C:\\y', 'collect', 'Call Add-BundleText.'],
    ["Write-Host 'x'", 'detect', 'Call New-Finding.'],
    ['gci C:\\x', 'detect', '"gci" is an alias. Write Get-ChildItem.'],
    ['pnputil.exe /enum-drivers', 'detect', 'A program that only reads runs through Invoke-ReadOnlyTool.'],
    ['Invoke-ReadOnlyTool -Path "$env:SystemRoot\\System32\\net.exe"', 'repair', 'Call Stop-RunningService.'],
  ] as const)('stands in place of %s', (text, phase, hint) => {
    expect(faults(text, phase).join()).toContain(hint);
  });

  it('names the command that was probably meant', () => {
    expect(faults("$x = Get-RegistryVale -Path 'a' -Name 'b'")[0]).toMatch(/ \| Get-RegistryValue$/);
  });
});

describe('forms of Windows PowerShell 5.1', () => {
  it.each([
    '1..10',
    '$x = 0..($a.Count - 1)',
    "Get-Service | Where-Object Name -eq 'x'",
    '$x = 1kb + 2MB',
    '$x = 4000000000L + 0xFFL - 5D + 1E3 + 0XFF + 10LKB; $y = -5L',
    '$x = "${y}: $y::z $y`: $env:TEMP: $y.z: `$y: ``e"',
    "$x = @{ 'a b' = 1; 'a c' = 2; $q = 1; $r = 2; c = @{ a = 1 }; d = @{ a = 1 } }",
    '$x = Get-Service 2> $null',
    "switch ($a) { 'x' { 1 } default { 2 } }",
  ])('are read: %s', (text) => expect(faults(text)).toEqual([]));

  it.each([
    ["switch ($a) { 1 { 2 } default { Stop-Service -Name 'x' } }", '"Stop-Service" is not a command'],
    ['1..3 | ForEach-Object -Process { Remove-Item -Path $_ }', '"Remove-Item" is not a command'],
    ['$x = 1GB; iex $y', '"iex" is not a command'],
    ['$x = $a ? 1 : 2', 'This form came with PowerShell 7'],
    ['$a ??= 1', 'This form came with PowerShell 7'],
    ['$x = $a?.b', 'This form came with PowerShell 7'],
    ['Get-Service && Get-Process', 'This form came with PowerShell 7'],
    ['$x = "$(Get-Service || Get-Process)"', 'This form came with PowerShell 7'],
    ['$x = 5ul', 'This form came with PowerShell 7'],
    ['$x = $IsWindows', 'is nothing in Windows PowerShell 5.1'],
    ['$x = "a $("`e")"', 'a plain "e"'],
    ['$x = "``$y`u{41}"', 'a plain "u{"'],
    ['$x = "$y: a"', 'Write "${y}:"'],
    ['$x = @"\n$env:\n"@', 'Write "${env}:"'],
    ['$x = "$y:a"', 'reads from a drive "y:"'],
    ["$x = @{ Mode = 1; 'mode' = 2 }", 'has "mode" twice'],
    ['Get-Service > $null', 'Write "$null = "'],
    ['Get-Service *>$null', 'Write "$null = "'],
    ["Get-Process | Select-Object -Property Id, @{ Name = 'N'; Expression = { $_.Id } }", "Write it as @('a', 'b')."],
    ['Get-Item -Path a, b', "Write it as @('a', 'b')."],
    ['$x = "a $(1..3) b"', 'Give it to a variable'],
  ])('are refused for what they do, and else for the true reason: %s', (text, reason) => {
    expect(faults(text).join()).toContain(reason);
  });
});

describe('what came after Windows PowerShell 5.1', () => {
  it.each([
    ['$x = [StringSplitOptions]::TrimEntries', 'has no "TrimEntries"', '.Trim()'],
    ["$x = $y.Contains('a', [StringComparison]::Ordinal)", 'method "Contains" with 2 arguments', '.IndexOf('],
    ['$x = [Math]::Clamp(1, 2, 3)', '"Clamp" is not a method', '[math]::Min('],
    ['$x = [System.Convert]::ToHexString($b)', '"ToHexString" is not a method', '[BitConverter]::ToString('],
    ["$x = [IO.Path]::Join('a', 'b')", 'has no method "Join" with 2 arguments', 'Join-Path'],
    ['$x = [System.IO.Path]::GetRelativePath($a, $b)', '"GetRelativePath" is not', '.Substring('],
    ['$x = [datetime]::UnixEpoch', 'has no "UnixEpoch"', 'FromUnixTimeSeconds(0)'],
    ["$x = $y.Split('::')", 'takes "::" for single characters', '-split'],
    ["$s = ', '\n$x = $y.Split($s)", 'takes ", " for single characters', '-split'],
    ['$x = $file.LinkTarget', 'No object has a "LinkTarget"', '.Target'],
    ["$x = $y | Join-String -Separator ','", '"Join-String" is not a command', '-join'],
    ['$y | ForEach-Object -Parallel { $_ }', 'no parameter "-Parallel"', 'ForEach-Object -Process'],
    ['Get-Content -LiteralPath $y -AsByteStream', 'no parameter "-AsByteStream"', 'Format-Hex'],
    ['$x = ConvertFrom-Json -InputObject $y -AsHashtable', 'no parameter "-AsHashtable"', 'properties'],
    ['$x = $a ?? 1', 'came with PowerShell 7', 'if ($null -eq $a)'],
    ['$a ??= 1', 'came with PowerShell 7', '$a = $b'],
    ['$x = $a ? 1 : 2', 'came with PowerShell 7', 'else { 2 }'],
    ['Get-Service && Get-Process', 'came with PowerShell 7', 'two lines'],
    ['Get-Service\n| Select-Object -First 1', 'A line that begins with "|"', 'End the line above'],
    ['$x = Get-Service\n\n    | Select-Object -First 1', 'A line that begins with "|"', 'End the line above'],
  ])('is refused with the way of 5.1: %s', (text, why, way) => {
    const [first = '', ...more] = faults(text);
    expect(more).toEqual([]);
    expect(first).toContain(why);
    expect(first).toContain(way);
  });

  it.each([
    '$x = [System.IO.Path]::DirectorySeparatorChar',
    '$x = [datetime]::Now - [timespan]::Zero',
    '$x = [text.encoding]::UTF8.GetString($b)',
    "$x = [string]::Join(',', $a, $b, $c)",
    "$x = $y.Split(',', [StringSplitOptions]::RemoveEmptyEntries)",
    "$x = 'a,b'.Split(',')",
    '$x = @{ LinkTarget = 1 }\n$x.LinkTarget',
  ])('is not %s', (text) => expect(faults(text)).toEqual([]));

  it('has a way that a body may go', () => {
    const written = Object.values(waysOf51).flatMap((way) => /^Write (.+)\.$/.exec(way)?.[1] ?? []);
    const code = written
      .filter((way) => /[$(]/.test(way) || /^\w+-\w+ -/.test(way))
      .map((way) => way.replace(/, (?:one|with) .*$/, ''));
    expect(code.length).toBeGreaterThan(20);
    expect(
      code.flatMap((way) => faults(way.replace(/ in a catch block$/, '')).map((fault) => `${way}: ${fault}`)),
    ).toEqual([]);
  });
});

describe('a pattern that .NET does not read', () => {
  it.each([
    ["$x = $y -match '['", '1:16', 'opens a bracket "["'],
    ["$x = $y -creplace 'a{2,1}', ''", '1:19', 'whose first number'],
    ["$x = $y -split '*'", '1:16', 'behind nothing'],
    ["switch -Regex ($y) { '(' { 1 } default { 2 } }", '1:22', 'opens a bracket "("'],
    ["$x = [regex] 'a**'", '1:14', 'behind another quantifier'],
    ["$x = [regex]::Replace($y, '\\Qa\\E', 'b')", '1:27', 'has "\\Q"'],
    ["$x = [regex]::new('(?P<a>b)')", '1:19', 'begins no group'],
    ["$x = New-Object -TypeName regex -ArgumentList '[z-a]'", '1:47', 'runs backwards'],
    ["Select-String -InputObject $y -Pattern 'a', '(b'", '1:45', 'opens a bracket "("'],
    ["$y | Select-String ')'", '1:20', 'closes a bracket ")"'],
    ["$y | Where-Object Name -Match '\\p{Letter}'", '1:31', 'no category "Letter"'],
    ["$p = '(a)\\2'\nif ($y -notmatch $p) { 1 }", '1:6', 'has no group 2'],
    ["foreach ($p in 'a', 'a++') { $y -match $p }", '1:21', 'behind another quantifier'],
    ["$x = $y -notlike '*[a'", '1:18', 'opens a bracket "["'],
    ["switch -Wildcard ($y) { 'a[' { 1 } default { 2 } }", '1:25', 'opens a bracket "["'],
    ["$x = '{0} {1}' -f 'a'", '1:6', 'has {1}, and gets one value'],
    ["$x = Test-Path -LiteralPath ('{2}' -f $a, $b)", '1:30', 'has {2}, and gets 2 values'],
    ["$x = '{0' -f $a", '1:6', 'has a "{" that belongs to no {0}'],
  ])('is said where it is written: %s', (text, place, why) => {
    expect(faults(text)).toEqual([expect.stringContaining(`${place} lint/pattern `)]);
    expect(faults(text)[0]).toContain(why);
  });

  it.each([
    "$x = $y -match '(?<a>\\d+)(?i)(?<=x)(?<!y)(?>z)(?:w)\\k<a>\\p{Lu}\\P{IsGreek}[a-z-[aeiou]]'",
    "$x = $y -match '(?(a)b|c)(?<open-a>x)\\x41\\u0041\\cA\\e[\\b\\d\\-x]]{{1}{,2}a{,3}'",
    "$x = $y -match '(?x) ( a'",
    "$x = $y -split '(', 0, 'SimpleMatch'",
    "Select-String -InputObject $y -Pattern '(' -SimpleMatch",
    "$x = [regex]::Match($y, '(', 'IgnorePatternWhitespace')",
    '$x = $y -match "($x"',
    "$x = '{0:x4} {{a}} {1,-3}' -f $a, $b",
    "$x = '{5}' -f $all",
    "$x = $y -like '[]a]*`['",
    "switch ($y) { '(' { 1 } default { 2 } }",
  ])('is not %s', (text) => expect(faults(text)).toEqual([]));
});

describe('ways to change a computer that are refused', () => {
  it.each([
    ['Remove-Item -Path C:\\x -Recurse', 'lint/command-not-allowed'],
    ['Get-ChildItem -Path C:\\x | Remove-Item', 'lint/command-not-allowed'],
    ['del C:\\x', 'lint/command-not-allowed'],
    ['net stop wuauserv', 'lint/command-not-allowed'],
    ['sc.exe config wuauserv start= auto', 'lint/command-not-allowed'],
    ['iex $text', 'lint/command-not-allowed'],
    ['Set-ItemProperty -Path HKLM:\\x -Name y -Value 1', 'lint/command-not-allowed'],
    ['$x = "a $(Stop-Service -Name wuauserv) b"', 'lint/command-not-allowed'],
    ['Write-Output (Stop-Service -Name wuauserv)', 'lint/command-not-allowed'],
    ['Get-Date -AsUTC', 'lint/unknown-parameter'],
    ['Get-Service -Name wuauserv | ForEach-Object -MemberName Stop', 'lint/command-not-allowed'],
    [
      "Invoke-ReadOnlyTool -Path \"$env:SystemRoot\\System32\\sc.exe\" -ArgumentList 'sdset', 'bits', $x",
      'lint/tool-not-allowed',
    ],
    ['Invoke-ReadOnlyTool -Path "$env:SystemRoot\\System32\\sc.exe" -ArgumentList $arguments', 'lint/tool-not-allowed'],
    ["Get-WinEvent -FilterHashtable @{ LogName = 'System'; StartTime = $since }", 'lint/command-not-allowed'],
    ["Get-WinEvent -LogName 'System'", 'lint/command-not-allowed'],
    [
      "Invoke-ReadOnlyTool -Path \"$env:SystemRoot\\System32\\wevtutil.exe\" -ArgumentList 'qe', 'System'",
      'lint/tool-not-allowed',
    ],
    ['Invoke-ReadOnlyTool -Path $tool', 'lint/tool-not-allowed'],
    ['Invoke-ReadOnlyTool @arguments', 'lint/tool-not-allowed'],
    ['Invoke-ReadOnlyTool -Path "$env:SystemRoot\\System32\\net.exe" -ArgumentList \'stop\'', 'lint/tool-not-allowed'],
    ["& 'C:\\x.exe'", 'lint/call-operator'],
    ['& $tool', 'lint/call-operator'],
    ['. C:\\x.ps1', 'lint/call-operator'],
    ['$service.Stop()', 'lint/method-not-allowed'],
    ['(Get-Item C:\\x).Delete()', 'lint/method-not-allowed'],
    ['$x.$name()', 'lint/method-not-allowed'],
    ["[IO.File]::Delete('C:\\x')", 'lint/type-not-allowed'],
    ['[Diagnostics.Process]::Start($x)', 'lint/type-not-allowed'],
    ['[scriptblock]::Create($x)', 'lint/type-not-allowed'],
    ["New-Object -ComObject 'WScript.Shell'", 'lint/com-class-not-declared'],
    ['New-Object -TypeName Net.WebClient', 'lint/type-not-allowed'],
    ['New-Object Net.WebClient', 'lint/type-not-allowed'],
    ['$env:Path = $null', 'lint/outer-assignment'],
    ['$global:x = 1', 'lint/outer-assignment'],
    ['$file.IsReadOnly = $false', 'lint/member-assignment'],
    ['(Get-Item C:\\x).LastWriteTime = $now', 'lint/member-assignment'],
    ['Get-Item C:\\x > C:\\y', 'lint/redirection'],
    ['Get-Item C:\\x >>C:\\y', 'lint/redirection'],
    ['exit 1', 'lint/exit'],
    ['function Get-Item { Stop-Computer }', 'lint/definition'],
    ['Get-Item -Path a, b', 'lint/unreadable'],
  ])('%s', (text, code) => expect(lint(text)).toContain(code));
});

/** Rows and codes, from 1. */
const places = (text: string): readonly string[] => faults(text).map((each) => each.replace(/:\d+ (\S+).*$/s, ' $1'));

describe('lines beside one that cannot be read', () => {
  it.each([
    ['$x = 1kb + 2MB\nforeach ($i in 1..3) { $i }\n$y = )', ['3 lint/unreadable']],
    ['switch ($x) { 1 { 2 } 3 { 4 } }\n$y = 1..(2', ['2 lint/unreadable']],
    ['$x = 1..3\n$y = $a ?? 2\n$z = 2MB', ['2 lint/unreadable']],
    ['$x.ForEach({ $_ })\n$y = 1..3', ['1 lint/method-not-allowed']],
    [':outer foreach ($i in 1..3) { foreach ($j in 1..3) { continue outer } }', ['1 lint/unreadable']],
  ])('are judged as they are: %s', (text, expected) => expect(places(text)).toEqual(expected));

  it.each(['continue outer', 'break outer', 'break $name'])('says of "%s" that it is a jump to a label', (jump) => {
    expect(faults(`:outer foreach ($i in 1..3) {\n    ${jump}\n}`)).toEqual([
      expect.stringContaining('A jump to a label cannot be read here.'),
    ]);
  });
});

describe('ways round the lists', () => {
  it.each([
    // Whatever gets a value, in each place where PowerShell lets it.
    ['[int] $global:x = 1', 'lint/outer-assignment'],
    ["[string] $env:SystemRoot = 'C:\\x'", 'lint/outer-assignment'],
    ['$a, $script:x = 1, 2', 'lint/outer-assignment'],
    ['($script:x) = 1', 'lint/outer-assignment'],
    ['$script:x++', 'lint/outer-assignment'],
    ['--$global:x', 'lint/outer-assignment'],
    ["foreach ($env:SystemRoot in 'C:\\x') { }", 'lint/outer-assignment'],
    ["$alias:Get-Item = 'Remove-Item'", 'lint/outer-assignment'],
    ['$function:Get-Item = { 1 }', 'lint/outer-assignment'],
    ['$variable:x = 1', 'lint/outer-assignment'],
    ["${C:\\x.txt} = 'text'", 'lint/outer-assignment'],
    ['$service.StartType++', 'lint/member-assignment'],
    ['--(Get-Item -LiteralPath $x).Attributes', 'lint/member-assignment'],
    ["Get-Item -LiteralPath 'x' -OutVariable global:x", 'lint/outer-assignment'],
    ["Get-Item -LiteralPath 'x' -ErrorVariable '+script:x'", 'lint/outer-assignment'],
    ["$h = @{ OutVariable = 'script:x' }\nGet-Item @h", 'lint/outer-assignment'],
    // What turns actions, or reaches what belongs to PowerShell.
    ['$WhatIfPreference = $false', 'lint/outer-assignment'],
    ['$ErrorActionPreference = 1', 'lint/outer-assignment'],
    ["$PSDefaultParameterValues['*:WhatIf'] = $false", 'lint/outer-assignment'],
    ["$ExecutionContext.InvokeProvider.Item.Remove('C:\\x')", 'lint/outer-assignment'],
    ["$ExecutionContext.InvokeProvider.Item.Remove('C:\\x', $true)", 'lint/method-not-allowed'],
    ["${PSCmdlet}.InvokeProvider.Item.New('C:\\x', 'y', 'File', 'z')", 'lint/method-not-allowed'],
    // Types and methods that only look like those of the lists.
    ["(Get-Item -LiteralPath 'C:\\x').Replace('C:\\y', 'C:\\z')", 'lint/method-not-allowed'],
    ["$t::Replace('C:\\x', 'C:\\y', 'C:\\z')", 'lint/method-not-allowed'],
    ["[string].Assembly.GetType('System.IO.File')", 'lint/method-not-allowed'],
    ["$type.new('C:\\x')", 'lint/method-not-allowed'],
    ["'C:\\x' -as 'System.IO.StreamWriter'", 'lint/type-not-allowed'],
    ['$x -as $type', 'lint/type-not-allowed'],
    ["[uri] @{ OriginalString = 'x' }", 'lint/type-not-allowed'],
    ["New-Object -TypeName 'uri' -ArgumentList 'x' -Property @{ A = 1 }", 'lint/type-not-allowed'],
    ["New-Object -TypeName 'uri' @h", 'lint/type-not-allowed'],
    ["'a' | ForEach-Object 'Delete'", 'lint/command-not-allowed'],
    ['Get-Item -LiteralPath $x | ForEach-Object $name', 'lint/command-not-allowed'],
    ["Get-Item -LiteralPath $x | ForEach-Object -Begin { } ('De' + 'lete')", 'lint/command-not-allowed'],
    // What is given by "@".
    ['Get-Item @h', 'lint/unknown-parameter'],
    ["$h = @{ Path = 'x' }\n$h['Force'] = $true\nGet-Item @h", 'lint/unknown-parameter'],
    ["$h = @{ ('Pa' + 'th') = 'x' }\nGet-Item @h", 'lint/unknown-parameter'],
    ["$h = if ($a) { @{ Path = 'x' } }\nGet-Item @h", 'lint/unknown-parameter'],
    // Forms that do not show what they do, or reach beyond the body.
    ['Get-Item C:\\x>C:\\y', 'lint/redirection'],
    ['Get-Item --% C:\\x > C:\\y', 'lint/call-operator'],
    ['enum Kind { A }', 'lint/definition'],
    ['parallel { 1 }', 'lint/definition'],
    ['break', 'lint/exit'],
    ["'a' | ForEach-Object -Process { continue }", 'lint/exit'],
    ['foreach ($x in 1) { $y | Where-Object { break } }', 'lint/exit'],
    [
      "Invoke-ReadOnlyTool -Path \"$env:SystemRoot\\System32\\w32tm.exe\" -ArgumentList '/query', '/resync'",
      'lint/tool-not-allowed',
    ],
  ])('%s', (text, code) => expect(lint(text, 'repair')).toContain(code));

  it('takes what is given by "@" for parameters', () => {
    const call = (table: string): string => `$h = ${table}\nMove-ItemAside @h`;
    expect(lint(call("@{ Path = 'C:\\x' }"), 'repair')).toEqual([]);
    expect(lint(call("@{ Path = 'C:\\x'; WhatIf = $false }"), 'repair')).toEqual(['lint/unknown-parameter']);
  });

  it.each([
    '$a, $b = 1, 2',
    '$local:a = 1',
    "$table = @{}\n$table['A']++\n$null = $table.Remove('A')",
    'foreach ($x in 1, 2) { if ($x -is [int]) { continue } }',
    'switch ($x) { 1 { break } }',
    '[pscustomobject] @{ A = 1 }',
    "[regex]::Replace($x, 'a', 'b') -replace 'c'",
    '$x.GetType().Name',
  ])('leaves %s', (text) => expect(lint(text)).toEqual([]));
});

it('says once that "--%" hides what is called', () => {
  for (const text of ['Get-Item -Path x --% /a "b', 'Invoke-ReadOnlyTool -Path $a --% /x'])
    expect(lint(text).filter((code) => code !== 'lint/tool-not-allowed')).toEqual(['lint/call-operator']);
});

it('reports row and column of what it refuses', () => {
  const scope = {
    phase: 'detect',
    comClasses: [],
    commands: new Map(),
    tools: [],
    library: callable('detect'),
    instead,
  } as const;
  const [first] = lintPs1("$a = 1\n  Remove-Item -Path 'x'\n", scope);
  expect(first).toMatchObject({ row: 1, column: 2, length: "Remove-Item -Path 'x'".length });
});
