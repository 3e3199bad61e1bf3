/** Why a key, a certificate or a signature could not be read or made. Stable: callers may switch on it. */
export type SignErrorCode =
  | 'content-invalid'
  | 'certificate-invalid'
  | 'certificate-missing'
  | 'key-unreadable'
  | 'key-encrypted'
  | 'key-mismatch'
  | 'key-unsupported'
  | 'password-wrong'
  | 'pfx-unreadable'
  | 'pfx-unsupported'
  | 'signature-wrong'
  | 'timestamp-failed'
  | 'der-invalid';

/**
 * A failure of this library that its caller can explain to a person.
 *
 * The message is one sentence that says what is wrong and, where there is one, what to do. It never holds a password, a
 * key, or the text of an error from below, since those may quote their input.
 */
export class SignError extends Error {
  readonly code: SignErrorCode;

  constructor(code: SignErrorCode, message: string) {
    super(message);
    this.name = 'SignError';
    this.code = code;
  }
}
