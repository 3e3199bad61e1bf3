import { editions } from '../ir/catalog.js';
import type { JournalKind, Library, LibraryFunction, LibraryParameter } from '../ir/library.js';

const heading = `# The library

<!-- Generated from templates/library.yaml by \`npm run docs\`. Change it there. -->

What bodies may call: functions of PowerShell, and labels of batch. Readers change nothing. Actions are the only way to a
change: each asks ShouldProcess (\`/whatif\` in batch), writes its line to [the journal](journal.md), acts, checks, and marks
the line. Collectors put something into the bundle of logs. Beside these a body uses what the linter knows of Windows to
read only.

A new one is a part, \`templates/<ps1 or cmd>/parts/<folder>/<name>.<ps1 or cmd>\`, a row in \`templates/library.yaml\`, and a
test. The row says all that this page says; linters, the download page and snippets follow it. Undo follows by the kind of the journal's line: a new kind takes more than a row, since
\`Test-JournalEntry\`, \`Get-UndoText\`, \`Confirm-Undo\` and \`Restore-Entry\` of \`parts/\` say how it is trusted and undone.
`;

const editionNames = { ps1: 'PowerShell', cmd: 'Batch' } as const;
const kinds = ['reader', 'action', 'collector'] as const;

/** The text of docs/library.md. */
export function libraryReference({ functions }: Library): string {
  const sections = editions.flatMap((edition) =>
    kinds.map((kind) => {
      const own = functions[edition].filter((each) => each.kind === kind).map(describe);
      return `## ${editionNames[edition]}: ${kind}s\n\n${own.join('\n')}`;
    }),
  );
  return [heading, ...sections].join('\n');
}

function describe(each: LibraryFunction): string {
  const { name, edition, does, action, parameters, example, phases, inSnippets, replaces } = each;
  const places = `For ${inWords(phases)} bodies${inSnippets ? ', and in snippets' : ''}.`;
  const facts = action
    ? [
        `- Changes: ${action.changes.en}.`,
        `- Undo: ${action.undo.en}.`,
        `- Journal: \`${lineOf(action.journal)}\``,
        ...(action.asUser ? ['- Also in a check with `runs-as: user`.'] : []),
      ]
    : [does];
  const table = parameters.length === 0 ? [] : [`${parameterTable(parameters)}\n`];
  return [
    `### ${name}\n`,
    `${facts.join('\n')}\n`,
    `${places}\n`,
    ...table,
    ...(replaces.length > 0 ? [`In place of ${replaces.map((each) => `\`${each}\``).join(', ')}.\n`] : []),
    `\`\`\`${edition === 'ps1' ? 'powershell' : 'bat'}\n${example}\n\`\`\`\n`,
  ].join('\n');
}

function inWords(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((each) => each !== '').join(' and ');
}

function lineOf({ name, target, before, after }: JournalKind): string {
  const fields = [target, before, after].map((text) => (/^`[^`]+`$/.test(text) ? text.slice(1, -1) : `<${text}>`));
  return `<n>|plan|${[name, ...fields].join('|')}`.replaceAll('`', '');
}

function parameterTable(parameters: readonly LibraryParameter[]): string {
  const rows = parameters.map(({ name, type, of, required, default: usual, says }) => {
    const values = of.length > 0 ? `: ${of.map((each) => `\`${each}\``).join(', ')}` : '';
    return [`\`${name}\``, `${type}${values}`, required ? 'yes' : usual === null ? '' : `${usual}`, says];
  });
  return markdownTable([['parameter', 'type', 'required, or default', 'meaning'], ...rows]);
}

/** docs/journal.md with its table of kinds as the register has them. */
export function withJournalTable(text: string, { journal }: Library): string {
  const rows = journal.map(({ name, target, before, after, undo }) => [`\`${name}\``, target, before, after, undo.en]);
  const table = markdownTable([['action', 'target', 'before', 'after', 'undo'], ...rows]);
  const replaced = text.replace(/^\| action +\|[^\n]*\n(?:\|[^\n]*\n)+/m, () => `${table}\n`);
  if (!/^\| action +\|/m.test(text)) throw new Error('docs/journal.md has no table of actions.');
  return replaced;
}

/** A table with its columns aligned; the first row is the head. */
function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), rule, ...others.map(line)].join('\n');
}
