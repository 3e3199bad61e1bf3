import { describe, expect, it } from 'vitest';
import { bundled } from './compile-bundled.js';

describe('snippets', () => {
  it('end with an empty line and hold none, so that a console runs the block when it is pasted', async () => {
    const { artefacts } = await bundled();
    const snippets = (artefacts ?? []).filter(({ path }) => path.endsWith('.ps1.txt'));
    expect(snippets.length).toBeGreaterThan(10);
    for (const { bytes } of snippets) {
      const text = Buffer.from(bytes).toString('ascii');
      expect(text.endsWith('}\r\n\r\n')).toBe(true);
      expect(text.slice(0, -4)).not.toContain('\r\n\r\n');
    }
  });
});
