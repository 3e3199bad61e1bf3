import { describe, expect, it } from 'vitest';
import { parsePs1 } from '../../../src/powershell/parse-ps1.js';
import {
  commandsIn,
  declaredParameters,
  firstRow,
  hasStatement,
  isReadable,
  rowsInStrings,
  wordsIn,
} from '../../../src/powershell/read-ps1.js';

describe('parsePs1', () => {
  it('still reads a text whose tree was let go for hundreds of others', () => {
    const read = (number: number) => parsePs1(`Get-Item -Path 'a${number}'`, (root) => root.text);
    for (let number = 0; number < 700; number += 1) expect(read(number)).toContain(`a${number}'`);
    expect(read(0)).toBe("Get-Item -Path 'a0'");
  });
});

describe('declaredParameters', () => {
  it.each<[string, readonly string[] | null]>([
    ['Get-Service', null],
    ['$x = { param($Inner) }', null],
    ['function Get-X { param($Inner) }', null],
    ["'param($Quoted)'", null],
    ['# param($Commented)\nGet-Date', null],
    ['param()\nGet-Date', []],
    ['param([string] $Name, [string] $Wanted)', ['Name', 'Wanted']],
    ['param(${Braced}, $script)\n$x', ['Braced', 'script']],
    ['<# help, param($No) #>\n[CmdletBinding()]\nparam($Behind)\nGet-Date', ['Behind']],
    [
      '# a comment\n\nPARAM (\n  [Parameter(Mandatory)] [string[]] $Urls,\n  # the limit, $NotOne\n  [int] $Limit = 5\n)',
      ['Urls', 'Limit'],
    ],
    [
      'param([ValidateSet(\'a, $b\', "c, $d")] $Name = (Get-Item $env:TEMP), $Other = @{ A = $null })',
      ['Name', 'Other'],
    ],
    ["param($Text = @'\n), $Inside\n'@, $Next)", ['Text', 'Next']],
    ['param([ValidateScript({ $_ -gt $Low })] $Number, $Block = { param($Deep) $Deep })', ['Number', 'Block']],
  ])('of %j are %j', (text, expected) => {
    expect(declaredParameters({ text })).toEqual(expected);
  });
});

describe('commandsIn', () => {
  it.each<[string, readonly string[]]>([
    ['Get-One | Set-Two', ['get-one', 'set-two']],
    ['GET-ONE; get-one', ['get-one']],
    ['# Get-Commented\n<# Get-Commented #>\n$x', []],
    ["'Get-Quoted'; @'\nGet-Quoted\n'@", []],
    ['"$(Get-Nested -Path (Get-Deep))"', ['get-nested', 'get-deep']],
    ['@"\n$(Get-InHere)\n"@', ['get-inhere']],
    ['& Get-Called', ['get-called']],
    ['[void](Get-Bracketed).Name', ['get-bracketed']],
    ['@{ A = Get-InTable; B = @(Get-InArray) }', ['get-intable', 'get-inarray']],
    ['$sum = $a-$b', []],
  ])('of %j are %j', (text, expected) => {
    expect([...commandsIn({ text })].sort()).toEqual([...expected].sort());
  });

  it('are every word that could be one, where the grammar gives up', () => {
    const text = 'if ($a -cin Get-Lost) { Get-Found }\n';
    expect(isReadable({ text })).toBe(false);
    expect(commandsIn({ text })).toEqual(expect.arrayContaining(['get-found']));
  });
});

describe('wordsIn', () => {
  it.each<[string, readonly string[]]>([
    ['Write-Line -Key busy', ['busy']],
    ["Write-Line -Key 'title.clock'", ['title.clock']],
    ["@{ Ok = 'stateOk' }", ['stateOk']],
    ["'two words'", []],
    ["# 'commented' -Key commented\n$x", []],
  ])('of %j are %j', (text, expected) => {
    expect(wordsIn({ text })).toEqual(expected);
  });
});

describe('what a text begins with', () => {
  it.each<[string, number | null, boolean]>([
    ['', null, false],
    ['# a\n', null, false],
    ['<# a\nb #>\n', null, false],
    ['#Requires -Version 5.1\n\n', null, false],
    ['# a\nparam($x)\n', 1, false],
    ['# a\nparam($x)\n# b\n', 1, false],
    ['<# a\nb #>\nparam($x)\n\n$x\n', 2, true],
    ['\n\nGet-Date\n', 2, true],
    ["'text'\n", 0, true],
  ])('of %j is row %j, and that it does something is %j', (text, row, does) => {
    expect([firstRow({ text }), hasStatement({ text })]).toEqual([row, does]);
  });
});

describe('rowsInStrings', () => {
  it.each<[string, readonly number[]]>([
    ["$a = @'\nb\n'@\n$c", [1, 2]],
    ['$a = @"\nb\n"@\n$c', [1, 2]],
    ["$a = 'b\nc\nd'\n$e", [1, 2]],
    ['$a = "b\n$(Get-Date)\nd"\n$e', [1, 2]],
    ["$a -replace '[^/]*@'\n$c", []],
    ["# @'\n$c\n# '@", []],
    ["<#\n@'\n#>\n$c\n$d = '\n'@", [5]],
    ["Set-X -A @'\nb\n'@ -B @'\nc\n'@\n$d", [1, 2, 3, 4]],
  ])('of %j are %j', (text, expected) => {
    expect([...rowsInStrings({ text })]).toEqual(expected);
  });
});
