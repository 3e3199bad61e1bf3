import { describe, expect, it } from 'vitest';
import { declaredParameters, fileBody, highestArgument } from '../../../src/resolve/read-body.js';

const bodyOf = (text: string, edition: 'ps1' | 'cmd' = 'ps1') =>
  fileBody({ path: `x.${edition}`, text }, edition).value;

describe('declaredParameters', () => {
  it.each<[string, string[] | null]>([
    ['Get-Service', null],
    ['$x = { param($Inner) }', null],
    ['param()\nGet-Date', []],
    ['param([string] $Name, [string] $Wanted)', ['Name', 'Wanted']],
    [
      '# a comment\n\nPARAM (\n  [Parameter(Mandatory)] [string[]] $Urls,\n  # the limit, $NotOne\n  [int] $Limit = 5\n)',
      ['Urls', 'Limit'],
    ],
    [
      'param([ValidateSet(\'a, $b\', "c, $d")] $Name = (Get-Item $env:TEMP), $Other = @{ A = $null })',
      ['Name', 'Other'],
    ],
  ])('of %j are %j', (text, expected) => {
    expect(declaredParameters(bodyOf(text))).toEqual(expected);
  });
});

describe('highestArgument', () => {
  it.each<[string, number | null]>([
    ['echo %~1 %~2', 2],
    ['echo %~dp3', 3],
    ['for %%~1 in (a) do echo %%~9', null],
    ['echo %PATH%', null],
  ])('of %j is %j', (text, expected) => {
    expect(highestArgument(bodyOf(text, 'cmd'))?.number ?? null).toBe(expected);
  });
});

describe('fileBody', () => {
  it('ends with one line end', () => {
    expect(bodyOf('Get-Date').text).toBe('Get-Date\n');
    expect(bodyOf('Get-Date\n').text).toBe('Get-Date\n');
  });

  it('points at the first character that may not be there', () => {
    const source = { path: 'x.ps1', text: "Get-Date\n'日本'\n" };
    const [diagnostic] = fileBody(source, 'ps1').diagnostics;
    expect(diagnostic).toMatchObject({ code: 'resolve/body-text', span: { start: 10, end: 11 } });
  });
});
