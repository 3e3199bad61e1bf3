import { diagnose } from '../diagnostics/diagnose.js';
import { hasErrors, type Diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { Artefact, RenderedText } from '../ir/artefact.js';
import { sha256 } from '../bytes/sha256.js';
import { lineSpan } from '../source/source-file.js';
import type { Signer } from '../sign/keys/signer.js';
import type { Timestamper } from '../sign/timestamp/timestamp-client.js';
import { checkCmd } from './check-cmd.js';
import { checkLines } from './check-lines.js';
import { encodedSize, encodeRendered } from '../bytes/encode-text.js';

export interface Signing {
  readonly signer: Signer;
  /** When given, every signature carries a timestamp, or the build fails. */
  readonly timestamp: Timestamper | undefined;
}

/** Bytes that a signed script may have before people are warned. */
const largestScript = 420_000;

/** How many signatures are under way before the first of them is waited for. */
const signedTogether = 16;

/**
 * Turns rendered text into the bytes that people get: checked, CRLF, and signed where the kind of file can be signed.
 * @param signing null leaves everything unsigned, as for golden files.
 * @param programName stands in the signature as what was signed.
 */
export async function finish(
  texts: Iterable<RenderedText>,
  signing: Signing | null,
  programName: string,
): Promise<Result<readonly Artefact[]>> {
  const diagnostics: Diagnostic[] = [];
  const artefacts: Promise<Artefact>[] = [];
  const sign = signing && (await signerOf(signing, programName));
  for (const text of texts) {
    diagnostics.push(...checkRendered(text));
    if (hasErrors(diagnostics)) continue;
    artefacts.push(finishOne(text, sign));
    // The key works off the main thread, beside the rendering of the next texts. Timestamp servers are asked one by one.
    if (signing?.timestamp || artefacts.length % signedTogether === 0)
      await Promise.all(artefacts.slice(-signedTogether));
  }
  if (hasErrors(diagnostics)) {
    await Promise.allSettled(artefacts);
    return { value: [], diagnostics: onePerPlace(diagnostics) };
  }
  const value = await Promise.all(artefacts);
  diagnostics.push(...value.flatMap(({ path, bytes }) => sizeDiagnostics(path, bytes.length)));
  return { value, diagnostics: onePerPlace(diagnostics) };
}

/** What in a text breaks the contract of emitted files, as far as it can be told without signing. */
export function checkRendered(text: RenderedText): readonly Diagnostic[] {
  return [...checkLines(text), ...checkCmd(text), ...sizeDiagnostics(text.path, encodedSize(text))];
}

/** A line of the library stands in many scripts; its diagnostic is one. */
export function onePerPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(
    diagnostics.map((each) => [`${each.code} ${each.span.source.path} ${each.span.start}`, each] as const),
  );
  return [...seen.values()];
}

type Sign = (content: Uint8Array) => Promise<Uint8Array>;

/** What signs is read when something is signed: it imports more modules than all of the compiler. */
async function signerOf({ signer, timestamp }: Signing, programName: string): Promise<Sign> {
  const { signScript } = await import('../sign/authenticode/sign-script.js');
  return (content) => signScript(content, signer, { programName, timestamp });
}

async function finishOne(rendered: RenderedText, sign: Sign | null): Promise<Artefact> {
  const content = encodeRendered(rendered);
  const signed = sign !== null && rendered.kind === 'script' && rendered.edition === 'ps1';
  const bytes = signed ? await sign(content) : content;
  const unsignedSha256 = sha256(content);
  return { path: rendered.path, bytes, unsignedSha256, sha256: signed ? sha256(bytes) : unsignedSha256, signed };
}

function sizeDiagnostics(path: string, size: number): readonly Diagnostic[] {
  if (size <= largestScript) return [];
  const place = lineSpan({ path, text: '' }, 1);
  return [diagnose('finish/too-large', `"${path}" has more than ${largestScript} bytes.`, place)];
}
