import type { Encoding, Piece, RenderedText } from '../ir/artefact.js';
import { memoize } from '../source/memoize.js';

/** The whole of a rendered text, LF line ends. */
export function renderedText({ pieces }: Pick<RenderedText, 'pieces'>): string {
  return pieces.map(({ text }) => text).join('');
}

/** The bytes of a rendered text, with CRLF. It was checked before to hold only what its encoding can. */
export function encodeRendered({ pieces, encoding }: Pick<RenderedText, 'pieces' | 'encoding'>): Uint8Array {
  return Buffer.concat([mark[encoding], ...pieces.map(encodedPiece[encoding])]);
}

/** How many bytes `encodeRendered` makes, without making them. */
export function encodedSize({ pieces, encoding }: Pick<RenderedText, 'pieces' | 'encoding'>): number {
  return pieces.reduce((sum, piece) => sum + sizeOf(piece), mark[encoding].length);
}

/** The bytes of emitted text, with CRLF: of one that was not rendered. @param text LF line ends. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  return encodeRendered({ pieces: [{ text, blocks: [] }], encoding });
}

/** The inverse, of either encoding: without byte order mark, LF line ends. */
export function decodeEmitted(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
}

const mark: Readonly<Record<Encoding, Uint8Array>> = { ascii: Buffer.alloc(0), 'utf-8': Buffer.from('\ufeff') };

/** A piece ends behind a character, never in one, so that its bytes are the same in every text. */
const encodedPiece: Readonly<Record<Encoding, (piece: Piece) => Uint8Array>> = {
  ascii: memoize(({ text }) => Buffer.from(text.replaceAll('\n', '\r\n'), 'ascii')),
  'utf-8': memoize(({ text }) => Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8')),
};

const sizeOf = memoize(({ text }: Piece) => {
  let size = Buffer.byteLength(text);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) size += 1;
  return size;
});
