import { diagnose } from '../diagnostics/diagnose.js';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.js';
import type { Artefact, RenderedText } from '../ir/artefact.js';
import { sha256 } from '../ir/sha256.js';
import { lineSpan } from '../source/source-file.js';
import { signScript } from '../sign/sign-script.js';
import type { Timestamper } from '../sign/sign-message.js';
import type { Signer } from '../sign/signer.js';
import { checkCmd } from './check-cmd.js';
import { checkText } from './check-text.js';
import { encodeText } from './encode.js';

export interface Signing {
  readonly signer: Signer;
  /** When given, every signature carries a timestamp, or the build fails. */
  readonly timestamp: Timestamper | undefined;
}

/** Bytes that a signed script may have: what the narrowest channel takes. */
const largestScript = 250_000;

/**
 * Turns rendered text into the bytes that people get: checked, CRLF, and signed where the kind of file can be signed.
 * @param signing null leaves everything unsigned, as for golden files.
 * @param programName stands in the signature as what was signed.
 */
export async function finish(
  texts: readonly RenderedText[],
  signing: Signing | null,
  programName: string,
): Promise<Outcome<readonly Artefact[]>> {
  const diagnostics = once([...texts.flatMap(checkText), ...texts.flatMap(checkCmd)]);
  if (hasErrors(diagnostics)) return { value: [], diagnostics };
  const artefacts = await finishAll(texts, signing, programName);
  return { value: artefacts, diagnostics: texts.flatMap((text, index) => sizeFaults(text, artefacts[index])) };
}

/** A line of the library stands in many scripts; its fault is one. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(
    diagnostics.map((each) => [`${each.code} ${each.span.source.path} ${each.span.start}`, each] as const),
  );
  return [...seen.values()];
}

/** Signing overlaps, since the key works off the main thread; timestamp servers are asked one after the other. */
async function finishAll(
  texts: readonly RenderedText[],
  signing: Signing | null,
  programName: string,
): Promise<readonly Artefact[]> {
  if (!signing?.timestamp) return Promise.all(texts.map((text) => finishOne(text, signing, programName)));
  const artefacts: Artefact[] = [];
  for (const text of texts) artefacts.push(await finishOne(text, signing, programName));
  return artefacts;
}

async function finishOne(rendered: RenderedText, signing: Signing | null, programName: string): Promise<Artefact> {
  const content = encodeText(rendered.text);
  const signs = signing !== null && rendered.kind === 'script' && rendered.edition === 'ps1';
  const bytes = signs
    ? await signScript(content, signing.signer, { programName, timestamp: signing.timestamp })
    : content;
  const unsignedSha256 = sha256(content);
  return { path: rendered.path, bytes, unsignedSha256, sha256: signs ? sha256(bytes) : unsignedSha256, signed: signs };
}

function sizeFaults(rendered: RenderedText, artefact: Artefact | undefined): readonly Diagnostic[] {
  if (!artefact || artefact.bytes.length <= largestScript) return [];
  const place = lineSpan({ path: rendered.path, text: rendered.text }, 1);
  return [diagnose('finish/too-large', `"${rendered.path}" has ${artefact.bytes.length} bytes.`, place)];
}
