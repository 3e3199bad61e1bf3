import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderedText } from '../../../src/bytes/encode-text.js';
import { renderPlan } from '../../../src/render/render-plan.js';
import { bundled } from '../../compile-bundled.js';

const { artefacts, plan } = await bundled();
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

  it('has them at its end, also where the id of a check looks like the zeros', () => {
    const id = `x${'0'.repeat(16)}`;
    const renamed = (plan?.snippets ?? []).map((each) => ({ ...each, check: { ...each.check, id } }));
    expect(renamed.map(({ shell }) => shell)).toEqual(expect.arrayContaining(['ps1', 'cmd']));
    const build = { version: '1.0.0', developmentCertificate: false };
    const texts = plan ? [...renderPlan({ ...plan, scripts: [], snippets: renamed }, build).value] : [];
    for (const each of texts) {
      const text = renderedText(each);
      const [first = ''] = text.split('\n');
      expect(first).toContain(id);
      expect(first).not.toMatch(/ sha256 0{16}$/);
    }
  });

  it('tells blocks apart', () => {
    const digits = snippets.map(({ bytes }) => / sha256 (\w+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1]);
    expect(snippets.length).toBeGreaterThan(20);
    expect(new Set(digits).size).toBe(digits.length);
  });
});
