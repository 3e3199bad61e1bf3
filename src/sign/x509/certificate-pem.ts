import { type Certificate, parseCertificate } from './certificate.js';

const certificateBlock = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g;

/** All certificates in a PEM text, in its order; other blocks are passed over. Throws SignError `certificate-invalid`. */
export function readPemCertificates(text: string): readonly Certificate[] {
  return [...text.matchAll(certificateBlock)].map(([, base64]) => {
    return parseCertificate(Buffer.from((base64 as string).replaceAll(/\s/g, ''), 'base64'));
  });
}

/** A certificate as PEM, LF line ends. */
export function encodeCertificatePem(certificate: Certificate): string {
  const lines =
    Buffer.from(certificate.der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
