import type { Localized, Phase } from '../ir/catalog.js';
import type { Library } from '../ir/library.js';
import type { SourceFile } from '../source/source-file.js';

/** Everything under templates/, as data. Paths of the source files are relative to the package root. */
export interface Templates {
  /** The words of the runtime, by key. */
  readonly messages: ReadonlyMap<string, Localized>;
  /** What bodies may call, from templates/library.yaml. */
  readonly library: Library;
  readonly ps1: EditionTemplates;
  readonly cmd: EditionTemplates;
  /** Files outside the folders of the editions and of the page, by path relative to templates/. */
  readonly others: ReadonlyMap<string, SourceFile>;
}

/** What the download page is made of, beside the checklist. */
export interface PageTemplates {
  readonly words: ReadonlyMap<string, Localized>;
  /** Style sheet, scripts and pictures, which go out as they are, by file name. */
  readonly assets: ReadonlyMap<string, SourceFile>;
}

/** Parts and how they hang together. */
export interface PartLibrary {
  readonly regions: readonly Region[];
  /** References between parts that a scan of their text cannot see, by part name. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
}

/** What paste blocks are made of: compact forms of the parts that bodies call, and in PowerShell the others as well. */
export interface SnippetTemplates extends PartLibrary {
  /** Null where the edition has paste blocks for repairs alone. */
  readonly detect: SourceFile | null;
  readonly repair: SourceFile;
}

/** The first and the last region of a script. */
export interface ScriptTemplates {
  readonly head: SourceFile;
  readonly main: SourceFile;
}

export interface EditionTemplates extends PartLibrary {
  /** The skeleton: the table of contents of every script of the edition. */
  readonly script: SourceFile;
  readonly heads: Readonly<Record<Phase, SourceFile>>;
  readonly mains: Readonly<Record<Phase, SourceFile>>;
  /** What scripts of channels are made of, by the name that `plan` calls them; empty where no channel takes the edition. */
  readonly channels: ReadonlyMap<string, ScriptTemplates>;
  /** Null where the edition has no paste blocks. */
  readonly snippet: SnippetTemplates | null;
  /** Files of the edition that have no role of the above, by path relative to templates/<edition>/. */
  readonly others: ReadonlyMap<string, SourceFile>;
}

export interface Region {
  readonly name: string;
  /** In reading order. */
  readonly parts: readonly Part[];
}

/** One function or label block, which a script holds only if something in it reaches the part. */
export interface Part {
  /** Name of the function or the label, and of the file without its extension. */
  readonly name: string;
  readonly source: SourceFile;
}
