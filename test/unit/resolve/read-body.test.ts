import { describe, expect, it } from 'vitest';
import { fileBody, highestArgument } from '../../../src/resolve/read-body.js';

const bodyOf = (text: string, edition: 'ps1' | 'cmd' = 'ps1') =>
  fileBody({ path: `x.${edition}`, text }, edition).value;

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

  it.each([
    ['# nothing\n', 'ps1'],
    ['<# nothing\nat all #>\n', 'ps1'],
    ['param($Name)\n', 'ps1'],
    ['rem nothing\n:: at all\n', 'cmd'],
  ] as const)('says of %j that it has no command', (text, edition) => {
    const { diagnostics } = fileBody({ path: `x.${edition}`, text }, edition);
    expect(diagnostics).toMatchObject([{ code: 'resolve/body-empty' }]);
  });

  it('points at the first character that may not be there', () => {
    const source = { path: 'x.ps1', text: "Get-Date\n'日本'\n" };
    const [diagnostic] = fileBody(source, 'ps1').diagnostics;
    expect(diagnostic).toMatchObject({ code: 'resolve/body-text', span: { start: 10, end: 11 } });
  });
});
