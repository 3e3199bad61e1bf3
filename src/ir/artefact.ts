import type { SourceFile } from '../source/source-file.js';
import type { Edition } from './catalog.js';

/** Where a line of emitted text came from. */
export interface Origin {
  readonly source: SourceFile;
  /** 1-based line of `source`. */
  readonly line: number;
  /** Columns that the emitted line is indented more than the line of `source`; may be negative. */
  readonly shift: number;
}

/** Lines of emitted text that follow each other in their source as well. */
export interface TracedBlock {
  /** 0-based row of the first line. */
  readonly row: number;
  readonly count: number;
  /** Of the first line. */
  readonly origin: Origin;
}

/** A part of an emitted text. What hundreds of texts share, such as a function of the library, is the same object in all of them. */
export interface Piece {
  readonly text: string;
  /** In the order of their rows, which are those of the piece; what stands between them is lines of a template. */
  readonly blocks: readonly TracedBlock[];
}

/**
 * How emitted text becomes bytes. "utf-8" has a byte order mark, without which Windows PowerShell 5.1 would read it in the code page
 * of the machine (docs/adr/0015). "ascii" is 7 bits and has none.
 */
export type Encoding = 'ascii' | 'utf-8';

/**
 * Text as rendered: LF line ends, a final LF. It is kept as the pieces that it is made of, one behind the other, most of which other
 * texts have as well; `renderedText` puts it together where somebody has to read all of it. A piece with blocks fills whole lines.
 */
export interface RenderedText {
  readonly path: string;
  readonly kind: 'script' | 'snippet';
  readonly edition: Edition;
  readonly encoding: Encoding;
  readonly pieces: readonly Piece[];
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

/** A file of dist/ as it is written. */
export interface OutputFile {
  /** Path below the output folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
