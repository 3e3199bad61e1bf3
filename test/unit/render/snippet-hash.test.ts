import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bundled } from '../../compile-bundled.js';

const { artefacts } = await bundled();
const snippets = (artefacts ?? []).filter(({ path }) => path.includes('/snippets/'));

describe('the first line of a snippet', () => {
  it.each(snippets.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('latin1')] as const))(
    '%s begins its SHA-256 as docs/snippets.md says',
    (_path, text) => {
      const lines = text.replaceAll('\r\n', '\n');
      const digits = /^.* sha256 ([0-9a-f]{16})\n/.exec(lines)?.[1] ?? '';
      const zeros = lines.replace(digits, '0'.repeat(16));
      expect(createHash('sha256').update(zeros).digest('hex').slice(0, 16)).toBe(digits);
    },
  );

  it('tells blocks apart', () => {
    const digits = snippets.map(({ bytes }) => / sha256 (\w+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1]);
    expect(snippets.length).toBeGreaterThan(20);
    expect(new Set(digits).size).toBe(digits.length);
  });
});
