import type { z } from 'zod';
import { parameterTypes } from '../names/parameter-types.js';
import { longestInlineBody } from './inline-bodies.js';
import { definitionOf, unwrap } from './schema-walk.js';
import {
  errorCodeSchema,
  factsSchema,
  groupSchema,
  indexSchema,
  packageSchema,
  recipeSchema,
  translationSchema,
} from './schema.js';

const heading = `# The checklist format

<!-- Generated from src/spec by \`npm run docs\`. Change it there. -->

A checklist is an index file, usually \`checks.yaml\`, and a folder \`checks/\` beside it.

| file | what it is |
|---|---|
| \`checks.yaml\` | the index: product, languages, scripts, ordered list of group files |
| \`checks/<group>.yaml\` | a group of checks with its words in English, and in other languages side by side |
| \`checks/words/<language>.yaml\` | all words in one language, for a translator, where the index names the file |
| \`checks/<group>/<check>.<phase>.ps1\`, \`.cmd\` | bodies of a check, found by name |
| \`checks/recipes/<recipe>.yaml\` | parameters and words of a recipe |
| \`checks/recipes/<recipe>.<phase>.ps1\`, \`.cmd\` | bodies of a recipe, found by name |
| \`checks/packages/<package>/\` | recipes and facts from elsewhere, which \`mendsheet include\` copies |
| \`checks/packages/lock.yaml\` | which packages there are, from where, and the hash of each file |
| \`checks/error-codes.csv\` | what error codes mean and which checks they point to |
| \`checks/facts.yaml\` | values taken from outside, with sources and dates |
| \`checks/guard.ps1\`, \`checks/guard.cmd\` | reasons of the product not to change a machine |
| \`checks/scenarios/<check or recipe>/<name>.<pass, fail, unknown or collect>.ps1\` | machines to test with; \`.json\` for a capture of one, \`.cmd\` for batch bodies |
| \`checks/scenarios/windows.ps1\`, \`.cmd\` | what every scenario begins with, such as the answers of commands that \`reads:\` declares |

The phases are \`detect\`, \`repair\` and \`collect\`. Files are UTF-8, at most 1 MiB each. Of YAML, anchors, aliases, merge
keys, tags and several documents in a file are not read. An editor with a YAML language server completes and checks keys
when the first line of a file is \`# yaml-language-server: $schema=./.schema.json\` (\`.index-schema.json\`,
\`.recipe-schema.json\`, \`.facts-schema.json\`, \`.words-schema.json\` and \`.package-schema.json\` serve the other files).

## How a phase is done

Each phase of a check is done in one of three ways, or not at all.

1. \`use: <recipe>\` with typed \`with:\`, \`use: <package>/<recipe>\` for one of a package. At the check, it stands for every phase that the recipe has bodies for; under
   \`detect:\`, \`repair:\` or \`collect:\`, for that phase alone. \`repair: none\` leaves out what the recipe would do.
2. A body file that is named after the check and the phase.
3. An inline body under the phase, such as \`detect: { ps1: ..., cmd: ... }\`, written as a \`|\` block of at most
   ${longestInlineBody} lines.

A value in \`with:\` is a literal, \`{ fact: <id> }\`, \`{ fact: <package>/<id> }\` or \`{ input: <name> }\`. Arguments have kebab-case names. A PowerShell body gets them as
PascalCase parameters, and its \`param\` block declares exactly these; a batch body gets them as \`%~1\`, \`%~2\` in the order
of \`takes:\`, or of \`with:\` for a body of the check's own. Truth values are 1 and 0 there, lists are words with blanks
between. Bodies are 7-bit ASCII without tabs: words for people stand in \`says:\`.

## Kinds of value

*Words* are a text in every language of the index, \`{ en: Clock, ja: 時計 }\`, each on one line (fold long ones with \`>-\`);
English is 7-bit ASCII. *Arguments* are values by name: texts, whole numbers, \`true\`, \`false\`, lists of texts,
\`{ fact: <id> }\` or \`{ input: <name> }\`. The keys below \`repair\` and \`collect\` are those below \`detect\`.
`;

const languageNotes = `## Languages

A text of another language stands beside the English one, \`{ en: Clock, ja: 時計 }\`, or in a translation file that
\`translations:\` of the index names. Either way it is there for every text, or the build says what is missing:

\`\`\`yaml
languages: [en, ja, de]
translations: { de: checks/words/de.yaml }
\`\`\`

A script speaks at most two languages, so that it can be read before it runs: English, and the first other one of the list in
the product's folder (\`diagnose.ps1\`), each further one in a folder of its own (\`de/diagnose.ps1\`). \`-Language\` chooses
between the two; without it, the language of Windows does, where the script has it, else English. Batch, snippets and
scripts of channels speak English.

The tool itself speaks English, Japanese and German. In another language, a checklist brings what the tool says: copy
\`templates/messages/ja.yaml\` of the package, translate it after \`en.yaml\` beside it, and name it under \`messages:\`. The
download page is made in the languages that the tool speaks. Windows tells a script its language by a name such as zh-TW: a tag that
begins such a name is the one to choose (\`de\`, \`zh-TW\`).
`;

const packageNotes = `## Packages of recipes

A package is a folder with recipes, and all that belongs to them: bodies, words in every language, scenarios, facts.

| file | what it is |
|---|---|
| \`recipes.yaml\` | what the package is called, and which others it brings along |
| \`recipes/\` | recipes and their bodies, as in \`checks/recipes/\` |
| \`scenarios/\` | their scenarios, as in \`checks/scenarios/\`, with a \`windows.ps1\` and \`windows.cmd\` of its own |
| \`words/<language>.yaml\` | what they say in one language, as in a translation file: \`recipes:\` alone |
| \`facts.yaml\` | facts, as in \`checks/facts.yaml\` |
| \`LICENSE\`, \`NOTICE\` | on which terms they may be copied |

The index includes one from a folder, or from an npm package that \`npm install\` has put into \`node_modules\`. Checks name what it brings:

\`\`\`yaml
include:
  - package: '@mendsheet/cli/checks/windows-recipes' # a folder in an npm package
  - folder: ../shared-recipes
  - checks/services.yaml
\`\`\`

\`\`\`yaml
use: windows-recipes/service-start-type
with: { name: dosvc, wanted: { fact: shared-recipes/dosvc-start-type } }
\`\`\`

\`mendsheet include\` copies every package that is included, and those that packages include, to \`checks/packages/\`, and writes the
hash of each file to \`checks/packages/lock.yaml\`. Both are committed. \`check\`, \`build\`, \`test\` and all others read the copies alone,
without \`node_modules\` and without a network, and refuse at its line what is not as the lock says: a file that was changed, is
missing or was added, an include that the lock does not know, and a package that nothing includes. An update is \`npm install\` and \`mendsheet include\`, and
shows as a difference that can be reviewed.

A folder below \`checks/\` is the checklist's own: it is read where it stands, every recipe of it is looked at, and its files change
without the lock. So a checklist keeps recipes that others include.

Of a copied package, a script gets the recipes and facts that checks name, and nothing is said of the others. A checklist needs its texts in
all its own languages: what the package lacks stands in the translation file of the checklist. What bodies read beyond the general lists, the
index declares under \`reads:\`, since a package grants itself nothing. A recipe is a function of its own name in a script, so no two of one name
can be used: copy one of them to \`checks/recipes/\` under another name.
`;

const tableNotes = `A CSV file (RFC 4180) with these columns in any order, named in the first line, and a row for each code. Every language of the
index has a column of its name, or the meanings in its translation file. A field that has a comma or a quotation mark stands in quotation marks; a field ends on its line. An
item number under \`checks\` means every check of that item. A diagnosing .ps1 carries the table, so meanings are short: at
most 60 characters, 30 in Japanese.
`;

/** The text of docs/checks-format.md. */
export function formatReference(): string {
  const types = Object.entries(parameterTypes).map(([name, needs]) => `| \`${name}\` | ${needs} |`);
  return [
    heading,
    section('The index', indexSchema),
    section('A group file', groupSchema),
    languageNotes,
    section('A translation file', translationSchema),
    section('A recipe file', recipeSchema),
    `### Types of parameters\n\n| type | a value is |\n|---|---|\n${types.join('\n')}\n`,
    packageNotes,
    section('The file of a package', packageSchema),
    section('The fact file', factsSchema),
    `${section('The table of error codes', errorCodeSchema)}\n${tableNotes}`,
  ].join('\n');
}

/**
 * Every key of the format as "<file> <key>: <kind>", with "required" behind what may not be left out, and each word that one may be as
 * "<file> <key> = <word>".
 */
export function formatKeys(): readonly string[] {
  const forms = {
    index: indexSchema,
    group: groupSchema,
    words: translationSchema,
    recipe: recipeSchema,
    package: packageSchema,
    facts: factsSchema,
    'error-codes': errorCodeSchema,
  };
  return Object.entries(forms).flatMap(([form, schema]) =>
    rowsOf(schema, '').flatMap(({ key, kind, isRequired }) => {
      const words = Array.from(kind.matchAll(/`([^`]+)`/g), ([, word = '']) => word);
      const plain = kind.replace(/`[^`]+`(?:, `[^`]+`)*/, 'word');
      return [
        `${form} ${key}: ${plain.replaceAll('`', '')}${isRequired ? ', required' : ''}`,
        ...words.map((word) => `${form} ${key} = ${word}`),
      ];
    }),
  );
}

function section(title: string, schema: z.ZodType): string {
  const rows = rowsOf(schema, '').map(({ key, kind, isRequired, text }) => {
    return `| \`${key}\` | ${kind} | ${isRequired ? 'yes' : ''} | ${text} |`;
  });
  return `## ${title}\n\n| key | kind | required | meaning |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

interface Row {
  readonly key: string;
  readonly kind: string;
  readonly isRequired: boolean;
  readonly text: string;
}

function rowsOf(schema: z.ZodType, prefix: string): Row[] {
  const shape = definitionOf(schema).shape ?? {};
  return Object.entries(shape).flatMap(([name, field]) => {
    const key = `${prefix}${name}`;
    const text = (field.description ?? unwrap(field).description ?? '').replaceAll('|', '\\|');
    const row = { key, kind: kindOf(field), isRequired: definitionOf(field).type !== 'optional', text };
    return [row, ...rowsBelow(field, key)];
  });
}

/** Rows of the maps inside a field. Words and arguments are the same everywhere and explained by their kind. */
function rowsBelow(field: z.ZodType, key: string): Row[] {
  const plain = unwrap(field);
  const { type, element, valueType, shape, options } = definitionOf(plain);
  if (kindOf(plain) === 'words' || kindOf(plain) === 'arguments' || /\.(repair|collect)$/.test(key)) return [];
  if (type === 'array' && element) return rowsBelow(element, `${key}[]`);
  if (type === 'record' && valueType) return rowsBelow(valueType, `${key}.<name>`);
  const maps = shape ? [plain] : (options ?? []).map(unwrap).filter((option) => definitionOf(option).shape);
  const rows = maps.flatMap((map) => rowsOf(map, `${key}.`));
  // What several forms have is required where each of them requires it.
  const first = [...new Map(rows.toReversed().map((row) => [row.key, row])).keys()].reverse();
  return first.map((name) => {
    const same = rows.filter((row) => row.key === name);
    return { ...(same[0] as Row), isRequired: same.length === maps.length && same.every((row) => row.isRequired) };
  });
}

/** What to write, in a word or two. */
function kindOf(field: z.ZodType): string {
  const plain = unwrap(field);
  const { type, element, valueType, shape, options, entries, values } = definitionOf(plain);
  switch (type) {
    case 'string':
      return 'text';
    case 'number':
      return 'whole number';
    case 'boolean':
      return '`true` or `false`';
    case 'enum':
      return Object.values(entries ?? {})
        .map((word) => `\`${word}\``)
        .join(', ');
    case 'literal':
      return (values ?? []).map((word) => `\`${String(word)}\``).join(', ');
    case 'array':
      return `list of ${element ? kindOf(element) : 'values'}`;
    case 'record':
      return valueType && kindOf(valueType) === 'words'
        ? 'map of words'
        : valueType && isChoice(valueType)
          ? 'arguments'
          : 'map';
    case 'union':
      // Texts, numbers, truth values and lists of texts alike.
      return options?.some((option) => ['literal', 'object'].includes(definitionOf(unwrap(option)).type))
        ? [...new Set(options.map(kindOf))].join(' or ')
        : 'value';
    default:
      return shape && 'en' in shape ? 'words' : 'map';
  }
}

function isChoice(schema: z.ZodType): boolean {
  return definitionOf(unwrap(schema)).type === 'union';
}
