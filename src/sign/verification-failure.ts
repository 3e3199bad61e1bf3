/** Why a signature is refused. Stable: tools and documentation may refer to these words. */
export type FailureReason = keyof typeof adviceByReason;

/** One reason to refuse a signed file. */
export interface VerificationFailure {
  readonly reason: FailureReason;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** One sentence: what a person does about it. */
  readonly advice: string;
}

const restore = 'Take the file again from where it was published, byte for byte, and do not run this copy.';
const signAgain = 'Ask the publisher to sign the file again.';
const certificate = 'Sign with a certificate that fits, and publish the file again.';

const adviceByReason = {
  'block-missing': 'Sign the file, or take the signed one from where it was published.',
  'text-after-block': 'Do not run this file: text behind the signature is not covered by it. Take the file again.',
  'second-block': 'Sign the text without its old signature.',
  'marker-in-body': 'Remove the signature marker from the text and sign it again.',
  'block-damaged': restore,
  'block-not-canonical': restore,
  'body-not-ascii': 'Write the text in 7-bit ASCII, or in UTF-8 with a byte order mark, and sign it again.',
  'body-not-utf8': 'Write the text in UTF-8 with a byte order mark and sign it again.',
  'body-control': 'Remove the control character from the text and sign it again.',
  'second-mark': 'Remove the second byte order mark and sign the text again.',
  'mark-missing':
    'Copy the file byte for byte: an editor or a tool that saves it as UTF-8 without byte order mark breaks it.',
  'mark-added':
    'Copy the file byte for byte: an editor or a tool that saves it as UTF-8 with byte order mark breaks it.',
  'file-utf16': 'Copy the file byte for byte: an editor or a redirection that saves it as UTF-16 breaks it.',
  'body-not-crlf': 'Copy the file without changing its line ends, or write it with CRLF and sign it again.',
  'signature-not-der': restore,
  'signature-structure': signAgain,
  'algorithm-refused': signAgain,
  'digest-mismatch': restore,
  'attributes-mismatch': restore,
  'signature-mismatch': restore,
  'signature-not-canonical': restore,
  'certificate-missing': restore,
  'certificate-unreadable': restore,
  'certificate-unused': signAgain,
  'certificate-repeated': restore,
  'certificate-unordered': restore,
  'certificate-use': certificate,
  'certificate-expired':
    'Sign with a certificate in its validity, and add a timestamp so that the signature outlives it.',
  'certificate-not-yet-valid': 'Check the clock of this computer; else sign with a certificate in its validity.',
  'certificate-weak': certificate,
  'chain-broken': 'Give the issuing certificates that are missing, or take the file again.',
  'signer-untrusted': 'Find out who signed the file; trust that certificate only if you know its publisher.',
  'signer-unexpected': 'Do not run this file unless the publisher announced the new certificate.',
  'timestamp-broken': 'Ask the publisher to sign the file again with a timestamp.',
  'timestamp-missing': 'Take the file again from where it was published: a timestamp can be taken off by anyone.',
  'timestamp-unlisted': 'Take the file again from where it was published: a timestamp can be added by anyone.',
  'timestamp-early': 'Take the release that the publisher offers now.',
  'timestamp-future': 'Check the clock of this computer; if it is right, do not run this file.',
  'timestamp-untrusted': 'Trust the certificate of the timestamp authority, if you know it.',
  'file-changed': restore,
  'file-missing': 'Take all files again from where they were published.',
  'file-unlisted': 'Remove the file: the publisher did not put it there.',
} as const;

/** A failure with the advice that belongs to its reason. */
export function failure(reason: FailureReason, message: string): VerificationFailure {
  return { reason, message, advice: adviceByReason[reason] };
}
