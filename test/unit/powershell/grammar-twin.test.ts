import { describe, expect, it } from 'vitest';
import { grammarTwin } from '../../../src/powershell/grammar-twin.js';
import { isReadable } from '../../../src/powershell/read-ps1.js';
import { parsePs1 } from '../../../src/powershell/parse-ps1.js';

const readable = (text: string): boolean => isReadable({ text });

describe('PowerShell 5.1 that the grammar does not know', () => {
  it.each([
    '1..10',
    '10..-1',
    '$x = 0..($a.Count - 1)',
    'foreach ($i in 1..$n) { $i }',
    '@(1..3) | ForEach-Object -Process { $_ }',
    '$x = 1kb + 2MB',
    'if ($size -gt 1.5GB) { 1 }',
    '$y = [math]::Round($x / 1TB, 1)',
    'switch ($a) { 1 { "x" } 2 { "y" } }',
    "switch -Regex ($a) { '^x' { 1 } { $_ -gt 1 } { 3 } default { 2 } }",
    "switch ($a) { 'x' { switch ($b) { 1 { 2 } 3 { 4 } } } 'y' { 5 } }",
    "switch ($a) { 'x' { if ($b) { 1 } else { 2 } } 'y' { @{ A = { 1 } } } }",
    "# 1..2 and 1GB\n$x = '1GB' # {\n$y = 1..2",
    '$a.ForEach({ $_ }); (1, 2).Where({ $_ }).foreach({ $_ })',
    '$event.Data.Process.In',
  ])('is read: %s', (text) => {
    expect(readable(text)).toBe(true);
    // Nodes are made of the text that the author wrote.
    expect(parsePs1(text, (root) => root.text.trim())).toBe(text.trim());
  });

  it('keeps its length and its lines, and everything in strings and comments', () => {
    const texts = [
      "'1GB 1..2'",
      '"1GB $(\'1..2\') 1..2"',
      '# switch ($a) { 1 { 2 } 3 { 4 } }\n$x',
      '<# 1GB\n1..2 #>\n$x',
      "@'\n1GB 1..2\n'@",
      "Get-Item -Path C:\\1GB, 'a'",
      '$a1GB = $b.1..2',
      '1..x',
    ];
    for (const text of texts) expect(grammarTwin(text)).toBe(text);
    const long = "switch ($a) {\n  1 { '1GB' } 2 { 1GB } }\n1..3";
    expect(grammarTwin(long)).toBe("switch ($a) {\n  1 { '1GB' };2 { 100 } }\n1-+3");
  });

  it('is not made of what is no PowerShell', () => {
    for (const text of ['$x = (1GB', '$x = $a ? 1GB : 2', 'switch ($a) { 1 { 2 } 3 }'])
      expect(readable(text)).toBe(false);
  });
});
