import { beforeAll, describe, expect, it } from 'vitest';
import { createHighlight, type Highlight } from '../../../src/page/highlight.js';

let highlight: Highlight;
beforeAll(async () => {
  highlight = await createHighlight();
});

const plain = (markup: string): string =>
  markup
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

const script = `# A & B <c>
param([string] $Name)

function Get-Thing {
    # why
    $text = "a $Name 'b'"
    return 'it''s' + $text
}

function Get-Other { 1 }
# SIG # Begin signature block
# MII
# SIG # End signature block
`;

describe('highlighting', () => {
  it('loses no character and no line', () => {
    const lines = highlight(script, 'ps1').map(({ html }) => plain(html));
    expect(`${lines.join('\n')}\n`).toBe(script);
    const batch = '@echo off\nrem <a> & b\n:label_1\nif "%~1"=="x" goto :eof\n\nexit /b 0\n';
    expect(
      `${highlight(batch, 'cmd')
        .map(({ html }) => plain(html))
        .join('\n')}\n`,
    ).toBe(batch);
  });

  it('marks comments, strings, variables and commands', () => {
    const all = highlight(script, 'ps1')
      .map(({ html }) => html)
      .join('\n');
    expect(all).toContain('<span class="c"># A &amp; B &lt;c&gt;</span>');
    expect(all).toMatch(/<span class="v">\$(?:<\/span><span class="v">)?text/);
    expect(all).toContain('class="s"');
    expect(all).toMatch(/<span class="f">Get-Thing/);
    expect(all).toContain('<span class="c"># MII</span>');
  });

  it('gives equal text equal markup, wherever it stands', () => {
    const [first] = highlight('function Get-Other { 1 }\n', 'ps1');
    expect(highlight(script, 'ps1')[9]).toEqual(first);
  });
});
