import { createHash } from 'node:crypto';
import { equalBytes } from '../asn1/bytes.js';
import { type SignatureVerification, verifyAuthenticode } from '../authenticode/verify-authenticode.js';
import { type VerifyOptions } from '../cms/verify-message.js';
import { failure, type VerificationFailure } from '../verification-failure.js';
import {
  type CatalogFile,
  catalogOid,
  catalogPath,
  encodeCatalog,
  readCatalogEntries,
  readCatalogTime,
} from './catalog.js';

/**
 * Verifies a signed catalog against files: all of the folder that it covers, without the catalog itself.
 *
 * Lists every file that was changed, is missing, or is not listed, beside all failures of the signature. A catalog of the same
 * files that was built in another way than signCatalog builds it is refused. Never throws.
 */
export function verifyCatalog(
  catalog: Uint8Array,
  files: readonly CatalogFile[],
  options: VerifyOptions = {},
): SignatureVerification {
  const result = verifyAuthenticode(catalog, catalogOid, options);
  if (!result.content) return result;
  return { ...result, failures: [...result.failures, ...memberFailures(result.content, files)] };
}

function memberFailures(content: Uint8Array, files: readonly CatalogFile[]): VerificationFailure[] {
  try {
    const failures = compareEntries(readCatalogEntries(content), files);
    if (failures.length > 0 || equalBytes(encodeCatalog(files, readCatalogTime(content)), content)) return failures;
  } catch {
    // Falls through: a list that cannot be read, or files that no catalog of ours can hold.
  }
  return [failure('signature-structure', 'The catalog is not one over these files.')];
}

function compareEntries(listed: ReadonlyMap<string, string>, files: readonly CatalogFile[]): VerificationFailure[] {
  const failures: VerificationFailure[] = [];
  const found = new Set<string>();
  for (const { path, content } of files) {
    const spelled = catalogPath(path);
    found.add(spelled);
    const expected = listed.get(spelled);
    if (expected === undefined) {
      failures.push(failure('file-unlisted', `The file "${path}" is not in the catalog.`));
    } else if (expected !== (content.length === 0 ? '' : createHash('sha256').update(content).digest('hex'))) {
      failures.push(failure('file-changed', `The file "${path}" is not the one in the catalog.`));
    }
  }
  for (const path of listed.keys()) {
    if (!found.has(path)) failures.push(failure('file-missing', `The file "${path}" of the catalog is not there.`));
  }
  return failures;
}
