import type { SourceFile, Span } from '../source/source-file.js';
import type { SourceTree } from '../source/source-tree.js';

/** The files of a checklist as they stand, before anything is known of their shape. */
export interface Project {
  /** Absolute path of the folder that holds the index. */
  readonly root: string;
  readonly index: YamlFile;
  /** In the order of the include list. */
  readonly groups: readonly YamlFile[];
  /** checks/recipes/*.yaml, by name. */
  readonly recipes: readonly YamlFile[];
  readonly facts: YamlFile | null;
  /** The table of error codes that the index names; null when there is none, or none that can be read. */
  readonly errorCodes: SourceTree | null;
  /** Translation files that the index names, by language; null for one that cannot be read. */
  readonly translations: ReadonlyMap<string, YamlFile | null>;
  /** The words of the tool in languages that it lacks, likewise. */
  readonly messages: ReadonlyMap<string, YamlFile | null>;
  /** Every .ps1 and .cmd file below checks/ that is no scenario, by path. */
  readonly bodies: readonly SourceFile[];
  /** Paths of checks/scenarios/**, relative to the root. */
  readonly scenarios: readonly string[];
  /** True when nothing was reported as an error. */
  readonly isSound: boolean;
  /** Paths of files that could not be read, which has been reported: what they hold is not missing. */
  readonly unread: ReadonlySet<string>;
}

export interface YamlFile extends SourceTree {
  /** Where the include list names the file; null for files that are found by their place. */
  readonly includedAt: Span | null;
}
