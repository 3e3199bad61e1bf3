import { describe, expect, it } from 'vitest';
import { lintEndings, lintFindings, lintVerdicts } from '../../../src/lint/lint-findings.js';

const sentence = (en: string) => ({ en, ja: en });
const says = { full: sentence('{Free} GB of {Size} are free.'), slow: sentence('It is slow.') };

function refused(text: string, answers: Parameters<typeof lintFindings>[1]['answers'] = []): readonly string[] {
  return lintFindings({ text }, { says, answers }).map(({ code, message, row, column, suggestions }) =>
    [`${row + 1}:${column + 1} ${code} ${message}`, ...suggestions].join(' | '),
  );
}

describe('the words of a finding', () => {
  it('are there', () => {
    expect(refused("$a = 1\nNew-Finding -Status 'Problem' -Reason 'slwo'")).toEqual([
      '2:39 lint/unknown-reason New-Finding names "slwo", for which "says:" has no sentence. | slow',
    ]);
    expect(refused("$f = @{ Reason = 'nope' }\nNew-Finding -Status 'Ok' @f")[0]).toMatch(/^1:18 lint\/unknown-reason/);
    expect(refused('New-GuardStop -Code 12 -Reason nope')[0]).toContain('New-GuardStop names "nope"');
    // A name that every object has is no sentence.
    expect(refused("New-Finding -Status 'Ok' -Reason 'constructor'")[0]).toContain('lint/unknown-reason');
  });

  it.each([
    ["$r = 'nope'\nNew-Finding -Status Ok -Reason $r", '1:6'],
    ["$r = 'slow'\nif ($x) { $r = 'nope' }\nNew-Finding -Status Ok -Reason $r", '2:16'],
    ["$r = 'nope'\n$f = @{ Status = 'Ok'; Reason = $r }\nNew-Finding @f", '1:6'],
    ["$f = @{\n    # why\n    Reason = 'nope'\n}\nNew-Finding @f", '3:14'],
    ["$r = if ($x) { 'slow' } elseif ($y) { 'nope' }\nNew-Finding -Status Ok -Reason $r", '1:39'],
    ["New-Finding -Status Ok -Reason $(if ($x) { 'slow' } else { 'nope' })", '1:60'],
    ["New-Finding -Status Ok -Reason @('slow', 'nope')[$i]", '1:42'],
    ["New-Finding -Status Ok -Reason (@{ a = 'slow'; b = 'nope' }[$k])", '1:52'],
    ["$m = @{ a = 'slow' }\n$m['b'] = 'nope'\nNew-Finding -Status Ok -Reason $m[$k]", '2:11'],
    ["$r = switch ($x) { 1 { 'slow' } default { 'nope' } }\nNew-Finding -Status Ok -Reason $r", '1:43'],
    ["$r = try { 'slow' } catch { 'nope' }\nNew-Finding -Status Ok -Reason $r", '1:29'],
    ["$r, $s = 'nope', 'slow'\nNew-Finding -Status Ok -Reason $r", '1:10'],
    ["$a = 'nope'\n$r = $a\nNew-Finding -Status Ok -Reason $r", '1:6'],
    ["$r = 'no' + 'pe'\nNew-Finding -Status Ok -Reason $r", '1:6'],
    ['$p = \'no\'\nNew-Finding -Status Ok -Reason "${p}pe"', '2:32'],
    ["foreach ($r in 'slow', 'nope') { New-Finding -Status Ok -Reason $r }", '1:24'],
    ["$all = @('slow', 'nope')\nforeach ($r in $all) { New-Finding -Status Ok -Reason $r }", '1:18'],
    ["foreach ($r in @(@{ Key = 'nope' })) { New-Finding -Status Ok -Reason $r.Key }", '1:27'],
    ["'slow', 'nope' | Where-Object { $_ } | ForEach-Object { New-Finding -Status Ok -Reason $_ }", '1:9'],
    ["foreach ($i in $all) { New-Finding -Status Ok -Reason $r; $r = 'nope' }", '1:64'],
  ])('are looked at where they come from: %s', (text, place) => {
    expect(refused(text)).toEqual([
      `${place} lint/unknown-reason New-Finding names "nope", for which "says:" has no sentence.`,
    ]);
  });

  it.each([
    "$r = 'nope'\n$r = 'slow'\nNew-Finding -Status Ok -Reason $r",
    "New-Finding -Status Ok -Reason $r\n$r = 'nope'",
    "if ($x) { $r = 'nope'; return }\nNew-Finding -Status Ok -Reason $r",
    "if ($x) { $r = 'nope'; $r } else { New-Finding -Status Ok -Reason $r }",
    "$m = @{ a = 'slow'; b = 'nope' }\nNew-Finding -Status Ok -Reason $m.a",
    "$m = @{ a = 'slow'; b = 'nope' }\nNew-Finding -Status Ok -Reason $m['a']",
    "$r = 'nope'.Trim()\nNew-Finding -Status Ok -Reason $r",
    "$r = Get-It -Name 'nope'\nNew-Finding -Status Ok -Reason $r",
    '$r = "$x-nope"\nNew-Finding -Status Ok -Reason $r',
    "$r = 'nope', 'nope'\nNew-Finding -Status Ok -Reason $r",
    "foreach ($r in 'nope') { $r }\nforeach ($r in 'slow') { New-Finding -Status Ok -Reason $r }",
    "switch ('nope') { 'x' { New-Finding -Status Ok -Reason $_ } }",
    "$r = 1\n$r += 'nope'\nNew-Finding -Status Ok -Reason $r",
    '$r = $r\nNew-Finding -Status Ok -Reason $r',
  ])('are left where no such text comes to them: %s', (text) => expect(refused(text)).toEqual([]));

  it('have a value for each placeholder whichever variable names them', () => {
    expect(
      refused("$r = 'slow'\nif ($x) { $r = 'full' }\nNew-Finding -Status Ok -Reason $r -Evidence @{ Size = 1 }"),
    ).toEqual(['2:16 lint/placeholder The sentence "full" has {Free}, which no evidence of this finding fills.']);
  });

  it.each([
    "New-Finding -Status 'Problem' -Reason 'full'",
    "New-Finding -Status 'Problem' -Reason 'full' -Evidence @{ Free = 1 }",
    "New-Finding -Status 'Problem' -Reason 'full' -Evidence @{ Free = 1; size = 2 }",
    "$e = [ordered]@{ Free = 1 }\n$x = $e.Size\nNew-Finding -Status 'Problem' -Reason 'full' -Evidence $e",
    "$e = @{}\n$e['Free'] = 1\nNew-Finding -Status 'Problem' -Reason 'full' -Evidence $e",
    "$f = @{ Status = 'Ok'; Reason = 'full'; Evidence = @{ Free = 1 } }\nNew-Finding @f",
  ])('have a value for each placeholder: %s', (text) => {
    expect(refused(text).join()).toContain('lint/placeholder The sentence "full" has {Size}, which no evidence');
  });

  it('have one for what the answer to them advises', () => {
    const answers = [
      {
        on: ['slow'],
        when: [],
        sure: 'likely' as const,
        first: null,
        forbids: [],
        says: null,
        do: sentence('Wait for {Name}.'),
      },
    ];
    const text = "New-Finding -Status 'Problem' -Reason 'slow' -Evidence @{ Nmae = 1 }";
    expect(refused(text, answers)).toEqual([expect.stringMatching(/lint\/placeholder .*\{Name\}.* \| Nmae$/)]);
    expect(refused(text)).toEqual([]);
  });

  it.each([
    "New-Finding -Status 'Problem' -Reason 'full' -Evidence @{ Free = 1; 'Size' = 2 }",
    "$e = @{ Free = 1 }\n$e['Size'] = 2\nNew-Finding -Status 'Problem' -Reason 'full' -Evidence $e",
    "$e = @{ Free = 1 }\nif ($a) { $e = @{ Size = 2 } }\nNew-Finding -Status 'Problem' -Reason 'full' -Evidence $e",
    // Only a run says what these hold.
    "$e = @{}\n$e[$name] = 1\nNew-Finding -Status 'Problem' -Reason 'full' -Evidence $e",
    "$e = @{}\n$e.Add($name, 1)\nNew-Finding -Status 'Problem' -Reason 'full' -Evidence $e",
    "$e = @{} + $others\nNew-Finding -Status 'Problem' -Reason 'full' -Evidence $e",
    "New-Finding -Status 'Problem' -Reason 'full' -Evidence (Get-It)",
    "New-Finding -Status 'Problem' -Reason $reason",
    "New-Finding -Status 'Ok' -Reason ''",
    "New-Finding -Status 'Ok'",
  ])('may come as %s', (text) => expect(refused(text)).toEqual([]));
});

describe('a detection', () => {
  const rows = (text: string): readonly number[] => lintEndings(text).map(({ row }) => row + 1);

  it.each([
    ['$x = 1', 1],
    ['if ($a) { New-Finding -Status Ok }', 1],
    ['if ($a) { New-Finding -Status Ok } elseif ($b) { New-Finding -Status Ok }', 1],
    ['if ($a) { New-Finding -Status Ok } else { $x = 1 }', 1],
    ['$a = 1\nforeach ($b in $c) { New-Finding -Status Ok }', 2],
    ['if ($a) { return }\nNew-Finding -Status Ok', 1],
    ['try { New-Finding -Status Ok } catch { $x = 1 }', 1],
    ['switch ($a) {\n    1 { New-Finding -Status Ok }\n    2 { New-Finding -Status Unknown }\n}', 1],
    ['$f = New-Finding -Status Ok', 1],
    ['New-Finding -Status Ok | Out-Null', 1],
    ['$a | ForEach-Object -Process { return New-Finding -Status Ok }', 1],
    ['Get-Item -LiteralPath C:\\x', 1],
  ])('that can end without a finding is told where: %s', (text, row) => expect(rows(text)).toEqual([row]));

  it.each([
    'New-Finding -Status Ok',
    'return New-Finding -Status Ok',
    '$f = New-Finding -Status Ok\n$f',
    'if ($a) { throw "x" }\nif ($b) { return New-Finding -Status Ok } else { New-Finding -Status Unknown }',
    'try { New-Finding -Status Ok } catch { New-Finding -Status Unknown }',
    'try { New-Finding -Status Ok } catch { throw }',
    'switch ($a) {\n    1 { New-Finding -Status Ok }\n    default { New-Finding -Status Unknown }\n}',
    'if ($a) { New-Finding -Status Ok; return }\nNew-Finding -Status Unknown',
    '$a | ForEach-Object -Process { if ($_) { return } }\nNew-Finding -Status Ok',
  ])('may end as %s', (text) => expect(rows(text)).toEqual([]));

  it('has the code lint/no-finding for it', () =>
    expect(lintEndings('$x = 1').map(({ code }) => code)).toEqual(['lint/no-finding']));

  it('in batch gives a verdict that there is', () => {
    const said = (text: string): readonly string[] =>
      lintVerdicts(text).map(({ code, row, column, suggestions }) =>
        [`${row + 1}:${column + 1} ${code}`, ...suggestions].join(' '),
      );
    expect(said('set "X=1"')).toEqual(['1:1 cmd/verdict']);
    expect(said('ver\nif defined X set "STATUS=PROBLM"& exit /b 0')).toEqual(['2:14 cmd/verdict PROBLEM']);
    expect(said('set STATUS=Ok')).toEqual(['1:1 cmd/verdict OK']);
    expect(said('set "STATUS=OK"\nif defined X set "STATUS=%Y%"\nset "STATUS="')).toEqual([]);
  });
});
