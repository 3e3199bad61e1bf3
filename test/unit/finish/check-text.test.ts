import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/finish/check-text.js';
import { finish } from '../../../src/finish/finish.js';
import type { RenderedText, TracedBlock } from '../../../src/ir/artefact.js';
import { positionOf } from '../../../src/source/source-file.js';

function rendered(text: string, blocks: readonly TracedBlock[] = []): RenderedText {
  return { path: 'p/diagnose.ps1', kind: 'script', edition: 'ps1', text, blocks };
}

describe('the contract of emitted text', () => {
  it.each([
    ['# caf\u00e9\n', 'finish/not-ascii'],
    ['\tGet-Item\n', 'finish/not-ascii'],
    ['# SIG # Begin signature block\n', 'finish/signature-marker'],
    [`# ${'x'.repeat(120)}\n`, 'finish/line-too-long'],
    ['Get-Item \n', 'finish/layout'],
    ['a\n\n\nb\n', 'finish/layout'],
  ])('%j', (text, code) => expect(checkText(rendered(text)).map((each) => each.code)).toContain(code));

  it('lets a sentence of the message tables be one long line', () => {
    expect(checkText(rendered(`busy = ${'\\u3042'.repeat(100)}\n`))).toEqual([]);
  });

  it('reports at the line of the input that the emitted line came from', () => {
    const source = { path: 'checks/a/b.detect.ps1', text: 'one\ntwo \n' };
    const blocks = [{ row: 1, count: 1, origin: { source, line: 2, shift: 4 } }];
    const [fault] = checkText(rendered('function Test-B {\n    two \n}\n', blocks));
    expect(fault?.span.source).toBe(source);
    expect(positionOf(source, fault?.span.start ?? 0).line).toBe(2);
  });

  it('says the fault of a shared line once', async () => {
    const source = { path: 'templates/ps1/parts/x.ps1', text: 'bad \n' };
    const text = rendered('bad \n', [{ row: 0, count: 1, origin: { source, line: 1, shift: 0 } }]);
    const { diagnostics } = await finish([text, { ...text, path: 'p/other.ps1' }], null, 'P');
    expect(diagnostics).toHaveLength(1);
  });

  it('refuses a script that channels would not take', async () => {
    const { diagnostics } = await finish([rendered('# line\n'.repeat(40_000))], null, 'P');
    expect(diagnostics.map(({ code }) => code)).toEqual(['finish/too-large']);
  });
});
