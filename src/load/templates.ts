import type { Edition, Language, Localized, Phase, ToolLanguage } from '../ir/catalog.js';
import type { Library } from '../ir/library.js';
import type { Region } from '../ir/plan.js';
import type { ScriptTemplatesOf, Template } from '../ir/template.js';
import type { SourceFile } from '../source/source-file.js';

/** Everything under templates/, as data. Paths of the source files are relative to the package root. */
export interface Templates {
  /** What scripts can say, by key, in every one of `languages`. */
  readonly messages: ReadonlyMap<string, Localized>;
  /** Keys of messages that only scripts of channels say, which speak English. */
  readonly ofChannels: ReadonlySet<string>;
  /** The languages that the tool speaks: English first, then the others by tag. */
  readonly languages: ReadonlyMap<Language, ToolLanguage>;
  /** What bodies may call, from templates/library.yaml. */
  readonly library: Library;
  readonly ps1: EditionTemplates<'ps1'>;
  readonly cmd: EditionTemplates<'cmd'>;
  /** What no one has seen on a real Windows yet, from templates/ps1/kit/claims.yaml, in the order in which the kit looks. */
  readonly claims: readonly Claim[];
  /** What channels fill in themselves, by path relative to src/channels/: "gpo/ScheduledTasks.xml.hbs". */
  readonly channelFiles: ReadonlyMap<string, SourceFile>;
  /** Files outside the folders of the editions and of the page, by path relative to templates/. */
  readonly others: ReadonlyMap<string, SourceFile>;
}

/** Something that this project says of its scripts, and that only a real Windows settles. */
export interface Claim {
  /** By which the kit names it. */
  readonly id: string;
  readonly claim: string;
  readonly how: string;
  /** Whether it is settled with changes alone. */
  readonly changes: boolean;
  /** Where and when it was seen; null as long as it was not. */
  readonly settled: string | null;
}

/** What the download page is made of, beside the checklist. */
export interface PageTemplates {
  /** That it is made in: those of `words`. */
  readonly languages: readonly Language[];
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

/** What snippets are made of: compact forms of the parts that bodies call, and in PowerShell the others as well. */
export interface SnippetTemplates<E extends Edition = Edition> extends PartLibrary {
  /** Null where the edition has snippets for repairs alone. */
  readonly detect: Template<`${E}-snippet`> | null;
  readonly repair: Template<`${E}-snippet`>;
}

/** What scripts that run as the person signed in are made of, where that is something else than for those of the computer. */
export interface UserTemplates<E extends Edition = Edition> {
  readonly repair: ScriptTemplatesOf<E>;
  /** All parts of the edition, some of them in another form: they keep a journal of that person, and change less. */
  readonly parts: PartLibrary;
}

export interface EditionTemplates<E extends Edition = Edition> extends PartLibrary {
  /** What scripts for people are made of. All have one skeleton: the table of contents of every script of the edition. */
  readonly scripts: Readonly<Record<Phase, ScriptTemplatesOf<E>>>;
  /** What scripts of channels are made of, by the name that channels call them; empty where none takes the edition. */
  readonly channels: ReadonlyMap<string, ScriptTemplatesOf<E>>;
  /** What tries a product on a real Windows; null where the edition has none. */
  readonly kit: ScriptTemplatesOf<E> | null;
  /** What repairs as the person who is signed in; null where no script of the edition does. */
  readonly asUser: UserTemplates<E> | null;
  /** Null where the edition has no snippets. */
  readonly snippet: SnippetTemplates<E> | null;
  /** Files of the edition that have no role of the above, by path relative to templates/<edition>/. */
  readonly others: ReadonlyMap<string, SourceFile>;
}
