import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import { formatDiagnostics } from '../../../src/diagnostics/reporters.js';
import type { Span } from '../../../src/source/source-file.js';

const source = { path: 'checks/a,b:c%.yaml', text: 'one\nserverity: 1\nthree\n' };
const span: Span = { source, start: 4, end: 13 };
const index: Span = { source: { path: 'checks.yaml', text: 'include: [x]\n' }, start: 10, end: 11 };

const unknown = diagnose('spec/unknown-key', '"serverity" is 100% wrong.', span, {
  suggestions: ['severity'],
  related: [{ message: 'included from', span: index }],
});
const warning = diagnose('load/not-included', '"x\r\n::error::y" is not listed.', { ...span, start: 0, end: 16 });

const plain = { format: 'pretty', color: false, limit: 50 } as const;

describe('formatDiagnostics', () => {
  it('shows people a place, a sentence, a frame and where to read on', () => {
    expect(formatDiagnostics([unknown], plain)).toBe(
      [
        'error  spec/unknown-key   checks/a,b:c%.yaml:2:1',
        '  "serverity" is 100% wrong. Did you mean "severity"?',
        '',
        '    1 | one',
        '    2 | serverity: 1',
        '      | ^^^^^^^^^',
        '    3 | three',
        '',
        '  included from checks.yaml:1:11',
        '  see docs/diagnostics.md#spec-unknown-key',
        '',
        '1 error',
        '',
      ].join('\n'),
    );
  });

  it('sorts by place, and says how many it does not show', () => {
    const text = formatDiagnostics([unknown, warning], { ...plain, limit: 1 });
    expect(text).toMatch(/^warning {2}load\/not-included/);
    expect(text).not.toContain('spec/unknown-key');
    expect(text).toMatch(/\n1 error, 1 warning, of which 1 not shown\n$/);
  });

  it('colours only when asked to', () => {
    const text = formatDiagnostics([unknown], { ...plain, color: true });
    expect(text).toContain('\u001b[31merror\u001b[39m');
    expect(text.replace(/\u001b\[\d+m/g, '')).toBe(formatDiagnostics([unknown], plain));
  });

  it('escapes workflow commands, so that input cannot write one', () => {
    expect(formatDiagnostics([unknown, warning], { ...plain, format: 'github' })).toBe(
      '::warning file=checks/a%2Cb%3Ac%25.yaml,line=1,endLine=2,title=load/not-included::' +
        '"x<U+000D><U+000A>::error::y" is not listed.\n' +
        '::error file=checks/a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=1,endColumn=10,title=spec/unknown-key::' +
        '"serverity" is 100%25 wrong. Did you mean "severity"?\n',
    );
  });

  it('gives machines everything, whatever the limit', () => {
    const data = JSON.parse(formatDiagnostics([unknown, warning], { ...plain, format: 'json', limit: 1 })) as unknown;
    expect(data).toMatchObject({
      diagnostics: [
        { code: 'load/not-included', severity: 'warning', line: 1, endLine: 2 },
        {
          code: 'spec/unknown-key',
          severity: 'error',
          message: '"serverity" is 100% wrong.',
          file: 'checks/a,b:c%.yaml',
          line: 2,
          column: 1,
          endLine: 2,
          endColumn: 10,
          suggestions: ['severity'],
          related: [{ message: 'included from', file: 'checks.yaml', line: 1, column: 11 }],
        },
      ],
    });
  });

  it('says nothing when there is nothing to say', () => {
    expect(formatDiagnostics([], plain)).toBe('');
    expect(formatDiagnostics([], { ...plain, format: 'github' })).toBe('');
    expect(JSON.parse(formatDiagnostics([], { ...plain, format: 'json' }))).toEqual({ diagnostics: [] });
  });
});
