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
  /** What the index includes beside group files, copied or in place, by folder. */
  readonly packages: readonly PackageFiles[];
  /** The lock of the packages; null where there is none, or none that can be read. */
  readonly lock: YamlFile | null;
  /** Every .ps1 and .cmd file below checks/ that is no scenario and of no package, by path. */
  readonly bodies: readonly SourceFile[];
  /** Paths of checks/scenarios/**, relative to the root. Those of packages stand at these. */
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

/** A package of recipes as it lies in a checklist. */
export interface PackageFiles {
  /** Its folder, relative to the root of the checklist. */
  readonly at: string;
  /** Whether the folder is the checklist's own, where its author edits it, and no copy. */
  readonly isOwn: boolean;
  /** recipes.yaml; null where it is missing or cannot be read. */
  readonly file: YamlFile | null;
  readonly recipes: readonly YamlFile[];
  readonly facts: YamlFile | null;
  /** Its words in languages that do not stand beside the English, by language; null for a file that cannot be read. */
  readonly translations: ReadonlyMap<string, YamlFile | null>;
  readonly bodies: readonly SourceFile[];
  /** Paths of its scenarios, relative to the root of the checklist. */
  readonly scenarios: readonly string[];
  /** Every file of it that can be read, by its path in the package. */
  readonly files: ReadonlyMap<string, PackageFile>;
}

export interface PackageFile {
  readonly source: SourceFile;
  /** SHA-256 of the text with LF line ends, lower-case hex. */
  readonly sha256: string;
}
