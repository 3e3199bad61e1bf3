import type { SourceFile } from '../source/source-file.js';
import type { Edition } from './catalog.js';

/** What a template is filled with: `render` has a type and a list of fields for each. */
export type ViewName = `${Edition}-head` | `${Edition}-script` | `${Edition}-snippet`;

/** A file of templates/ with mustaches in it. It names fields of its view and no others. */
export interface Template<View extends ViewName = ViewName> extends SourceFile {
  readonly view: View;
}

export type SnippetTemplate = Template<'ps1-snippet'> | Template<'cmd-snippet'>;

/** What a script is made of: the skeleton of its edition, and its first and last region. */
export interface ScriptTemplatesOf<E extends Edition> {
  readonly edition: E;
  readonly script: Template<`${E}-script`>;
  readonly head: Template<`${E}-head`>;
  readonly main: SourceFile;
}

export type ScriptTemplates = ScriptTemplatesOf<'ps1'> | ScriptTemplatesOf<'cmd'>;
