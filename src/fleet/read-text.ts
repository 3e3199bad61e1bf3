import { createReadStream } from 'node:fs';

/** Characters of a line, or of a row of a table; what is longer is passed over. */
export const longestLine = 1_000_000;

/**
 * The text of a file piece by piece: UTF-8, or UTF-16, as consoles and Windows PowerShell write.
 * @throws what opening and reading a file throws.
 */
export function textOfFile(path: string): AsyncIterable<string> {
  return decoded(createReadStream(path, { highWaterMark: 1 << 20 }));
}

/** The same of bytes, such as those of a member of an archive. */
export function textOfBytes(bytes: Buffer): AsyncIterable<string> {
  const size = 1 << 20;
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  return decoded(pieces);
}

async function* decoded(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
}

/** The same at once, of bytes that fit into a text. A mark is no part of it. */
export function wholeText(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** Of a text by its first bytes: those of a mark, or of a sign of ASCII in UTF-16, since no text has a zero. */
function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)
    ? 'utf-16be'
    : 'utf-8';
}

/** The first line of a text, and the text again from its beginning. */
export async function withFirstLine(
  text: AsyncIterable<string>,
): Promise<{ readonly firstLine: string; readonly whole: AsyncIterable<string> }> {
  const chunks = text[Symbol.asyncIterator]();
  const first = await chunks.next();
  const start = first.done === true ? '' : first.value;
  const whole = (async function* () {
    try {
      yield start;
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
    } finally {
      await chunks.return?.();
    }
  })();
  return { firstLine: /^\ufeff?([^\r\n]*)/.exec(start)?.[1] ?? '', whole };
}

/** The lines of a text; the end of one that is too long alone is among them. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > longestLine) rest = '';
  }
  yield rest;
}
