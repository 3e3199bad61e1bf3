import type { SourceFile } from '../source/source-file.js';
import type { Edition } from './catalog.js';

/** Where a line of emitted text came from; null for a line of a template. */
export interface Origin {
  readonly source: SourceFile;
  /** 1-based line of `source`. */
  readonly line: number;
  /** Columns that the emitted line is indented more than the line of `source`; may be negative. */
  readonly shift: number;
}

/** Text as rendered: LF line ends, a final LF; `origins[n]` belongs to line n + 1. */
export interface RenderedText {
  readonly path: string;
  readonly kind: 'script' | 'snippet';
  readonly edition: Edition;
  readonly text: string;
  readonly origins: readonly (Origin | null)[];
}

/** A file of dist/, as bytes. */
export interface Artefact {
  /** Path below dist/, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Lower-case hex of the bytes before signing; equals `sha256` where nothing was signed. */
  readonly unsignedSha256: string;
  /** Lower-case hex of `bytes`. */
  readonly sha256: string;
  readonly signed: boolean;
}
