import { X509Certificate } from 'node:crypto';
import { parseCertificate, type Certificate } from '../../../src/sign/x509/certificate.js';
import { createDevelopmentKey } from '../../../src/sign/x509/development-certificate.js';
import { readPemSigner } from '../../../src/sign/keys/pem.js';
import { type Signer } from '../../../src/sign/keys/signer.js';

export const sampleScript = Buffer.from("Set-StrictMode -Version 3.0\r\nWrite-Host 'A line'\r\nexit 0\r\n");

/** Letters of two scripts, a character beyond 16 bits and a curly quote, in UTF-8 behind a byte order mark. */
export const markedScript = Buffer.from(
  "\ufeff# 𠮟る、caf\u00e9\r\nWrite-Host '何も変更していません’’。'\r\nexit 0\r\n",
);

/** A signer of its own, without any outside program, and the certificate to trust. */
export async function developmentSigner(): Promise<{ signer: Signer; certificate: Certificate; pem: string }> {
  const key = await createDevelopmentKey({ hostName: 'test', notBefore: new Date(Date.now() - 60_000) });
  const signer = readPemSigner({ key: key.privateKeyPem, certificates: key.certificatePem });
  return { signer, certificate: key.certificate, pem: key.certificatePem };
}

export function certificateFromPem(pem: string): Certificate {
  return parseCertificate(new X509Certificate(pem).raw);
}

/** The same bytes with a few of them replaced. */
export function replaceBytes(
  file: Uint8Array,
  at: number,
  removed: number,
  inserted: Uint8Array = new Uint8Array(),
): Buffer {
  return Buffer.concat([file.subarray(0, at), inserted, file.subarray(at + removed)]);
}

export function reasonsOf(result: { readonly failures: readonly { readonly reason: string }[] }): string[] {
  return [...new Set(result.failures.map((failure) => failure.reason))].sort();
}
