import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeEmitted,
  encodedSize,
  encodeRendered,
  encodeText,
  renderedText,
} from '../../../src/bytes/encode-text.js';
import type { Piece } from '../../../src/ir/artefact.js';

const characters = fc.constantFrom('\n', 'a', ' ', '\u00e9', '\u66f4', '\u{20b9f}');
const texts = fc.array(fc.array(characters).map((each) => each.join('')));

describe('a text that is kept as pieces', () => {
  it('becomes the bytes that it becomes as a whole, and says how many beforehand', () => {
    fc.assert(
      fc.property(texts, (each) => {
        const pieces = each.map((text): Piece => ({ text, blocks: [] }));
        const rendered = { pieces, encoding: 'utf-8' as const };
        const bytes = encodeRendered(rendered);
        expect(bytes).toEqual(encodeText(renderedText(rendered), 'utf-8'));
        expect(encodedSize(rendered)).toBe(bytes.length);
        expect(decodeEmitted(bytes)).toBe(each.join(''));
      }),
    );
  });

  it('has its byte order mark once, and none in ASCII', () => {
    const shared: Piece = { text: 'exit 0\n', blocks: [] };
    const pieces = [shared, shared];
    expect(Buffer.from(encodeRendered({ pieces, encoding: 'utf-8' })).toString('hex')).toBe(
      `efbbbf${Buffer.from('exit 0\r\nexit 0\r\n').toString('hex')}`,
    );
    expect(Buffer.from(encodeRendered({ pieces, encoding: 'ascii' })).toString()).toBe('exit 0\r\nexit 0\r\n');
    expect(encodedSize({ pieces, encoding: 'ascii' })).toBe(16);
    expect(encodedSize({ pieces: [], encoding: 'utf-8' })).toBe(3);
  });
});
