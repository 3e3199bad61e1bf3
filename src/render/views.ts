import type { ViewName } from '../ir/template.js';
import type { TracedText } from './origin-map.js';
import type { CmdHeadView, CmdScriptView } from './script-view-cmd.js';
import type { Ps1HeadView, Ps1ScriptView } from './script-view-ps1.js';
import type { CmdSnippetView } from './snippet-view-cmd.js';
import type { Ps1SnippetView } from './snippet-view-ps1.js';

/** What each kind of template is filled in with. */
export interface Views {
  readonly 'ps1-head': Ps1HeadView;
  readonly 'ps1-script': Ps1ScriptView;
  readonly 'ps1-snippet': Ps1SnippetView;
  readonly 'cmd-head': CmdHeadView;
  readonly 'cmd-script': CmdScriptView;
  readonly 'cmd-snippet': CmdSnippetView;
}

/**
 * Names of fields as a value, since a template is text that no type holds: `true` for what a mustache or a helper takes
 * as it is, a table for what has fields itself. A list stands for each of its entries.
 */
export type FieldsOf<T> = T extends string | number | boolean | TracedText
  ? true
  : T extends readonly (infer Entry)[]
    ? FieldsOf<Entry>
    : { readonly [Name in keyof T]-?: FieldsOf<NonNullable<T[Name]>> };

const regions = { name: true, lines: true } as const;
const checkLine = { item: true, id: true, title: true } as const;
const functions = { heading: true, functions: { lines: true, last: true } } as const;
const labels = { label: true, lines: true } as const;
const sentences = { key: true, text: true } as const;

/** The fields of every view: what a template may name. The compiler holds it against the types, a test the templates. */
export const viewFields: { readonly [Name in ViewName]: FieldsOf<Views[Name]> } = {
  'ps1-head': {
    version: true,
    product: true,
    script: true,
    title: true,
    other: true,
    uiCulture: true,
    help: true,
    checks: { ...checkLine, otherTitle: true },
    checkIds: true,
    defaultIds: true,
    allDefault: true,
    guard: true,
    inputs: { name: true, parameter: true, pattern: true, says: true, standing: true },
    checklistVersion: true,
    runsAsUser: true,
    limitMinutes: true,
    repairScript: true,
    collectScript: true,
    undoneBy: true,
    networkTests: true,
  },
  'ps1-script': {
    version: true,
    product: true,
    script: true,
    developmentCertificate: true,
    regionNames: true,
    gallery: { version: true, guid: true, author: true },
    head: true,
    allDefault: true,
    messages: { key: true, text: { en: true } },
    languages: true,
    regions,
    recipes: functions,
    ownFunctions: functions,
    table: { lines: true },
    detections: { lines: true },
    tells: true,
    linkOrigin: true,
    otherName: true,
    errorCodes: { beginning: true, rows: true },
    readsCodes: true,
    main: true,
  },
  'ps1-snippet': {
    version: true,
    product: true,
    item: true,
    id: true,
    title: true,
    hash: true,
    says: sentences,
    guardSays: sentences,
    guard: true,
    parts: { lines: true },
    body: true,
    arguments: true,
    undoneBy: true,
  },
  'cmd-head': { version: true, product: true, title: true, script: true, guard: true },
  'cmd-script': {
    version: true,
    product: true,
    script: true,
    head: true,
    main: true,
    checks: {
      item: true,
      id: true,
      label: true,
      title: true,
      comment: true,
      functions: labels,
      appliesCall: true,
      testCall: true,
      repairCall: true,
      exportCall: true,
      minutes: true,
      restart: true,
      default: true,
    },
    former: { id: true, now: true },
    notEvaluated: checkLine,
    recipes: labels,
    regions,
    guardBody: true,
  },
  'cmd-snippet': { id: true, script: true, banner: true, title: true },
};
