import { describe, expect, it } from 'vitest';
import { readCmdLines } from '../../../src/batch/cmd-lines.js';
import { textsOf, valuesSet } from '../../../src/lint/cmd-values.js';
import { argumentOf } from '../../../src/powershell/command-arguments.js';
import { nodesOf, parsePs1 } from '../../../src/powershell/parse-ps1.js';
import { unknownPart, writtenTexts } from '../../../src/powershell/written-texts.js';

const steps = Array.from({ length: 60 }, (_, at) => at);

/** What reaches -Reason behind some lines. */
function reasonsBehind(...lines: readonly string[]): readonly string[] {
  return parsePs1([...lines, `New-Finding -Reason $v${steps.length}`, ''].join('\n'), (root) => {
    const argument = argumentOf(nodesOf(root, ['command']).at(-1)!, 'Reason');
    return argument ? writtenTexts(argument).map(({ text }) => text) : [];
  });
}

describe('variables that each hold the one before twice', () => {
  it.each([
    ['in double quotes', (at: number) => `"$v${at}$v${at}"`],
    ['put together', (at: number) => `$v${at} + $v${at}`],
    ['in a list', (at: number) => `@($v${at}, $v${at})`],
    ['in branches', (at: number) => `if ($x) { $v${at} } else { $v${at} }`],
  ])('are followed so far and no further in PowerShell: %s', (_, twice) => {
    const texts = reasonsBehind("$v0 = 'x'", ...steps.map((at) => `$v${at + 1} = ${twice(at)}`));
    expect(texts.some((text) => text.includes(unknownPart))).toBe(true);
    expect(texts.length).toBeLessThanOrEqual(200);
  });

  it('are followed so far and no further in batch', () => {
    const lines = ['set "V0=x"', ...steps.map((at) => `set "V${at + 1}=%V${at}%%V${at}%"`)];
    const texts = textsOf(`%V${steps.length}%`, valuesSet(readCmdLines(`${lines.join('\n')}\n`)));
    expect(texts.some((text) => text.includes(unknownPart))).toBe(true);
  });

  it('are followed whole where they are few', () => {
    const short = ["$v0 = 'x'", '$v1 = "$v0$v0"', `$v${steps.length} = "$v1$v1"`];
    expect(reasonsBehind(...short)).toEqual(['xxxx']);
    const lines = readCmdLines('set "A=x"\nset "B=%A%%A%"\nset "C=%B%%B%"\n');
    expect(textsOf('%C%', valuesSet(lines))).toEqual(['xxxx']);
  });
});
