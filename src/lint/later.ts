import frameworkMembers from './framework-members.json' with { type: 'json' };

/*
 * What came after Windows PowerShell 5.1 and .NET Framework 4.7.2. framework-members.json holds what these have: the static members
 * of the types that bodies may use ("Name" for a value, "Name:counts" for a method with the numbers of arguments that it takes, and
 * "3+" for three or more), and those numbers for the methods of any object. test/parser-host holds it against the assemblies.
 */

/** Numbers of arguments that a method takes; null for a value. */
type Counts = readonly string[] | null;

function readMembers(written: string): ReadonlyMap<string, Counts> {
  return new Map(
    written.split(' ').map((member) => {
      const [name = '', counts] = member.split(':');
      return [name.toLowerCase(), counts === undefined ? null : counts.split(',')] as const;
    }),
  );
}

const staticMembers: ReadonlyMap<string, ReadonlyMap<string, Counts>> = new Map(
  Object.entries(frameworkMembers.static).map(([type, written]) => [type, readMembers(written)] as const),
);
const instanceMethods = readMembers(frameworkMembers.instance);

function takes(counts: Counts, given: number): boolean {
  return counts?.some((each) => (each.endsWith('+') ? given >= parseInt(each, 10) : given === Number(each))) ?? false;
}

/** Whether a type has a static member in 5.1, with so many arguments where it is called; true where the table has no such type. */
export function hasStatic(type: string, member: string, given: number | null): boolean {
  const members = staticMembers.get(type);
  if (members === undefined) return true;
  const counts = members.get(member);
  return counts !== undefined && (given === null || counts === null || takes(counts, given));
}

/** Whether any object of 5.1 has a method that takes so many arguments; true where the table has none of that name. */
export function hasInstance(method: string, given: number): boolean {
  const counts = instanceMethods.get(method);
  return counts === undefined || takes(counts, given);
}

/** What .NET has as properties since then, and objects of 5.1 do not. */
export const laterProperties: ReadonlySet<string> = new Set([
  'linktarget',
  'unixfilemode',
  'microsecond',
  'nanosecond',
]);

/**
 * How the same is written in 5.1, by what is not there: "type.member", ".member", a command, "command -parameter", or an operator,
 * all in lower case.
 */
export const waysOf51: Readonly<Record<string, string>> = {
  '??': 'Write if ($null -eq $a) { $b } else { $a }.',
  '??=': 'Write if ($null -eq $a) { $a = $b }.',
  '?.': 'Ask for $null first: if ($null -ne $a) { $a.Name }.',
  '&&': 'Write two lines, and look at what the first gives.',
  '?:': 'Write if ($a) { 1 } else { 2 }.',
  'math.clamp': 'Write [math]::Min([math]::Max($x, $least), $most).',
  'convert.tohexstring': "Write [BitConverter]::ToString($bytes) -replace '-'.",
  'io.path.getrelativepath': 'Write $path.Substring($folder.Length + 1).',
  'io.path.join': 'Write Join-Path -Path $folder -ChildPath $name.',
  'datetime.unixepoch': 'Write [DateTimeOffset]::FromUnixTimeSeconds(0).',
  'stringsplitoptions.trimentries': "Write ($text -split ',') | ForEach-Object -Process { $_.Trim() }.",
  '.contains': 'Write $text.IndexOf($part, [StringComparison]::OrdinalIgnoreCase) -ge 0.',
  '.replacelineendings': 'Write $text -replace "`r?`n", "`n".',
  '.linktarget': 'Write $item.Target.',
  'join-string': "Write $list -join ', '.",
  'get-uptime': 'Write (Get-CimInstance -ClassName Win32_OperatingSystem).LastBootUpTime.',
  'test-json': 'Write try { $null = ConvertFrom-Json -InputObject $text } catch { $isJson = $false }.',
  'get-error': 'Write $_.Exception in a catch block.',
  'get-content -asbytestream': 'Write Format-Hex -Path $path.',
  'convertfrom-json -ashashtable': 'Read the properties of what it gives: $object.Name.',
  'convertfrom-json -depth': 'Leave it out: 5.1 reads all levels.',
  'convertto-json -asarray': 'Write ConvertTo-Json -InputObject @($list).',
  'foreach-object -parallel': 'Write $list | ForEach-Object -Process { $_ }, one after the other.',
  'split-path -leafbase': "Write (Split-Path -Path $path -Leaf) -replace '\\.[^.]*$'.",
  'split-path -extension': "Write $path -replace '^.*(\\.[^.\\\\]*)$', '$1'.",
  'join-path -additionalchildpath': 'Write Join-Path -Path (Join-Path -Path $a -ChildPath $b) -ChildPath $c.',
  'get-date -asutc': 'Write (Get-Date).ToUniversalTime().',
  'get-date -unixtimeseconds': 'Write [DateTimeOffset]::FromUnixTimeSeconds($seconds).',
  'select-string -raw': 'Write (Select-String -Path $path -Pattern $pattern).Line.',
  'select-string -noemphasis': 'Leave it out: 5.1 emphasises nothing.',
  'get-childitem -followsymlink': 'Leave it out: 5.1 follows no links.',
  'sort-object -top': 'Write Sort-Object -Property $name | Select-Object -First 3.',
  'sort-object -bottom': 'Write Sort-Object -Property $name | Select-Object -Last 3.',
  'select-object -skipindex': 'Write $list | Where-Object -FilterScript { $_.Name }, with what tells them apart.',
  'measure-object -standarddeviation': 'Compute it from what Measure-Object -Average gives.',
};

/** The 5.1 way of a thing that is not there, with a blank in front; empty where none is known. */
export function wayOf51(thing: string): string {
  const known = thing.toLowerCase();
  return Object.hasOwn(waysOf51, known) ? ` ${waysOf51[known] ?? ''}` : '';
}
