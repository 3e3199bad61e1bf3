import type { Edition, Localized, Phase } from './catalog.js';

/** The register of all that a body may call, as templates/library.yaml has it. */
export interface Library {
  /** Kinds of lines in a journal, in the order of its documentation. */
  readonly journal: readonly JournalKind[];
  /** By edition, in reading order: readers, actions, collectors. */
  readonly functions: Readonly<Record<Edition, readonly LibraryFunction[]>>;
}

/** What an action writes before it acts, and what undo makes of it. The texts are Markdown, in English. */
export interface JournalKind {
  /** Such as "stop-service". */
  readonly name: string;
  readonly target: string;
  readonly before: string;
  readonly after: string;
  readonly undo: Localized;
  /** Whether undo brings back what was. */
  readonly undone: boolean;
}

/** A function of PowerShell or a label of batch. */
export interface LibraryFunction {
  /** Name of the function or the label, and of its part. */
  readonly name: string;
  readonly edition: Edition;
  /** Where it stands in the register: what reads, what changes a PC, what puts something into a bundle. */
  readonly kind: 'reader' | 'action' | 'collector';
  /** Line of the register on which it stands. */
  readonly line: number;
  /** Folder below templates/<edition>/parts/ in which its part lies, or in one below that. */
  readonly folder: string;
  /** The part that it follows in a script; null for the function before it in the same folder. */
  readonly behind: string | null;
  /** Phases whose bodies may call it. */
  readonly phases: readonly Phase[];
  /** Whether snippets may hold it. */
  readonly inSnippets: boolean;
  /** What it reads, gathers or changes; in Markdown and English for one that changes nothing. */
  readonly does: string;
  /** What it does to a PC; null for one that changes nothing. */
  readonly action: Action | null;
  readonly parameters: readonly LibraryParameter[];
  /** What bodies may not use and find this in place of: "Stop-Service", "net stop" of batch, "[IO.File]", ".Stop()". */
  readonly replaces: readonly string[];
  /** A line of a body that calls it. */
  readonly example: string;
  /** Sentences of its own, by the key under which its part asks for them. */
  readonly says: ReadonlyMap<string, Localized>;
}

export interface Action {
  readonly changes: Localized;
  readonly journal: JournalKind;
  /** What undo does with it, which may be more exact than the words of the kind. */
  readonly undo: Localized;
  /** Whether checks that run as the person signed in may call it. */
  readonly asUser: boolean;
}

/** Forms of texts and numbers beyond their type: those that an action takes and undo finds in its journal, and those of other functions. */
export const literalForms = [
  'registry-key',
  'registry-name',
  'registry-data',
  'full-path',
  'service',
  'access-list',
  'any-key',
  'any-text',
  'pattern',
  'file-name',
  'host-name',
  'port',
  'days',
  'date',
  'get-command',
  'parameter-name',
] as const;
export type LiteralForm = (typeof literalForms)[number];

export interface LibraryParameter {
  readonly name: string;
  /** A type of PowerShell, such as "string[]"; `text`, `word`, `words` or `number` for batch, whose labels have all but a text outside quotes. */
  readonly type: string;
  /** What a text must be beyond its type; null where any will do. */
  readonly form: LiteralForm | null;
  /** The values that it takes; empty where the type says it all. */
  readonly of: readonly string[];
  readonly required: boolean;
  /** What it is where it is left out; null where that is nothing. */
  readonly default: number | null;
  readonly says: string;
}

/** What the register has in place of a thing that bodies may not use, by that thing in lower case. */
export function replacementsIn(library: Library, edition: Edition): ReadonlyMap<string, LibraryFunction> {
  return new Map(
    library.functions[edition].flatMap((each) => each.replaces.map((name) => [name.toLowerCase(), each] as const)),
  );
}

/** What a body of a phase may call in an edition. */
export function callableIn(library: Library, edition: Edition, phase: Phase): readonly LibraryFunction[] {
  return library.functions[edition].filter(({ phases }) => phases.includes(phase));
}
