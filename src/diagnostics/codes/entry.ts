import type { Severity } from '../diagnostic.js';

/** What is known of a diagnostic code beside the places where it is met. */
export interface CodeEntry {
  readonly severity: Severity;
  /** A short noun phrase, the heading in docs/diagnostics.md. */
  readonly title: string;
  /** Why it is a mistake and what to do about it; plain sentences for an author of checks. */
  readonly help: string;
  /** Input that gives the diagnostic, as short as it can be. */
  readonly example: string;
}
