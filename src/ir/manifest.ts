/** Who signed, as the manifest and the console say it; null for an unsigned build. */
export interface SignerDescription {
  /** True for a certificate that `keys init` or the build made for this machine alone. */
  readonly development: boolean;
  readonly subject: string;
  readonly issuer: string;
  /** SHA-1 of the certificate as Windows shows it, lower-case hex. */
  readonly thumbprint: string;
  /** SHA-256 of the certificate, lower-case hex: what one compares. Builds of before this was written do not say it. */
  readonly sha256?: string;
  /** ISO date and time. */
  readonly notAfter: string;
  /**
   * Whether every signature carries a timestamp: one that was taken off would not be missed otherwise. Builds of before this was
   * written do not say it.
   */
  readonly timestamped?: boolean;
}

/** manifest.json of a product. Without a date on purpose: the same input and key give the same bytes. */
export interface Manifest {
  readonly format: 1;
  readonly product: string;
  readonly version: string;
  readonly compiler: string;
  /** SHA-256 over every input file of the checklist, lower-case hex. */
  readonly source: string;
  readonly signer: SignerDescription | null;
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  /** Path relative to the product's folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly signed: boolean;
  /** SHA-256 of a signed file without its signature, which anyone who builds the same input gets; absent otherwise. */
  readonly unsignedSha256?: string;
}
