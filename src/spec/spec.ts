import type { SourceFile, Span } from '../source/source-file.js';
import type { PackageFile } from '../load/project.js';
import type { Located } from '../source/located.js';
import type { SourceTree } from '../source/source-tree.js';
import type { Language } from '../ir/catalog.js';
import type {
  CheckSpec,
  ErrorCodeSpec,
  FactSpec,
  IndexSpec,
  LockSpec,
  MessagesSpec,
  PackageFileSpec,
  RecipeSpec,
  TranslationSpec,
  Words,
} from './schema.js';

/** A checklist whose shape is known. What is optional in the format is still optional here. */
export interface Spec {
  readonly index: Located<IndexSpec>;
  readonly groups: readonly GroupEntry[];
  readonly recipes: readonly Located<RecipeSpec>[];
  readonly facts: readonly Located<FactSpec>[];
  readonly packages: readonly PackageEntry[];
  /** Null where there is no lock, or none that can be read. */
  readonly lock: Located<LockSpec> | null;
  /** Rows of the table of error codes; null when the checklist has none. */
  readonly errorCodes: readonly Located<ErrorCodeSpec>[] | null;
  /** By language; null for a file with mistakes that have been reported. */
  readonly translations: ReadonlyMap<Language, Located<TranslationSpec> | null>;
  readonly messages: ReadonlyMap<Language, Located<MessagesSpec> | null>;
  /** Body files below checks/, by path. */
  readonly bodies: readonly SourceFile[];
  /** Paths of checks/scenarios/**. */
  readonly scenarios: readonly string[];
  /** The included files, to say in diagnostics how a file came to be read. */
  readonly included: readonly { readonly source: SourceFile; readonly includedAt: Span | null }[];
  readonly broken: Broken;
}

/** A package of recipes that lies in the checklist. */
export interface PackageEntry {
  /** As its recipes.yaml says; the name of its folder where that says nothing readable. */
  readonly id: string;
  /** Its folder, relative to the root of the checklist. */
  readonly at: string;
  /** Whether the folder is the checklist's own, and no copy. */
  readonly isOwn: boolean;
  /** Null where it is missing or has mistakes that have been reported. */
  readonly file: Located<PackageFileSpec> | null;
  readonly recipes: readonly Located<RecipeSpec>[];
  readonly facts: readonly Located<FactSpec>[];
  /** Its words by language; null for a file with mistakes that have been reported. */
  readonly translations: ReadonlyMap<Language, Located<Pick<TranslationSpec, 'recipes'>> | null>;
  readonly bodies: readonly SourceFile[];
  /** Paths relative to the root of the checklist. */
  readonly scenarios: readonly string[];
  readonly files: ReadonlyMap<string, PackageFile>;
}

export interface GroupEntry {
  readonly id: string;
  /** Null where what is written there has been reported. */
  readonly title: Words | null;
  readonly tree: SourceTree;
  readonly checks: readonly Located<CheckSpec>[];
}

/** What exists but is not in the Spec because of mistakes that have been reported: nobody may call it missing. */
export interface Broken {
  /** True when anything at all was left out. */
  readonly any: boolean;
  readonly index: boolean;
  /** Whether the index says nothing readable of languages. */
  readonly languages: boolean;
  readonly checks: ReadonlySet<string>;
  /** Ids of groups of which some check has no readable id. */
  readonly groups: ReadonlySet<string>;
  /** Of a package, as checks name them. */
  readonly recipes: ReadonlySet<string>;
  readonly facts: boolean;
  /** Whether there is a lock that cannot be read. */
  readonly lock: boolean;
  /** Names of packages that have mistakes. */
  readonly packages: ReadonlySet<string>;
  /** Paths of files that could not be read. */
  readonly files: ReadonlySet<string>;
}
