import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cmdArgument } from '../../src/render/quote-cmd.js';
import { batchRefuses, hostileText } from '../support/hostile-values.js';
import type { WinePc } from './wine-pc.js';

/** The text that a label sees after it was passed on once more; brackets keep blanks at the ends. */
const labels = `
:outer
call :inner "%~1"
exit /b 0
:inner
set "SEEN=%~1"
for /f "delims=" %%s in ("[%SEEN%]") do echo %%s
exit /b 0
`;

export function quotingSuite(pc: () => WinePc): void {
  it('come back equal through two calls, or are refused', () => {
    const values = fc.sample(hostileText, { numRuns: 2400, seed: 20261122 });
    const fixed = [
      '',
      ' ',
      'a b',
      '&calc',
      '"',
      '100%',
      '%TEMP%',
      'a^b',
      '!PATH!',
      '(x)',
      'x)',
      '/?',
      'http://x/?y',
      'C:\\',
      '=',
      ';',
    ];
    const carried: { readonly value: string; readonly text: string }[] = [];
    for (const value of [...fixed, ...values]) {
      const result = cmdArgument(value);
      if ('text' in result) carried.push({ value, text: result.text });
      else expect(value, result.reason).toMatch(batchRefuses);
    }
    // The generator must not spend itself on what is refused.
    expect(carried.length).toBeGreaterThan(500);
    for (let at = 0; at < carried.length; at += 100) {
      const part = carried.slice(at, at + 100);
      pc().write(
        'C:\\quoting.cmd',
        [
          '@echo off',
          'setlocal DisableDelayedExpansion',
          ...part.map(({ text }) => `call :outer ${text}`),
          'exit /b 0',
          labels,
        ].join('\n'),
      );
      const { output } = pc().run('C:\\quoting.cmd');
      expect(output.split('\n').slice(0, -1)).toEqual(part.map(({ value }) => `[${value}]`));
    }
  });
}
