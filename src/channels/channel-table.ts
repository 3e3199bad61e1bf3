import { channels } from './list.js';

/** Where docs/channels.md has the table of ways: from this line to the next empty one. */
const start = '<!-- Generated from src/channels by `npm run docs`. Change it there. -->\n\n';

/** docs/channels.md with the table of now in it. What it throws is our bug: there is no place for the table. */
export function withChannelTable(page: string): string {
  const from = page.indexOf(start) + start.length;
  const to = page.indexOf('\n\n', from);
  if (from < start.length || to === -1) throw new Error('docs/channels.md has no place for the table of channels.');
  return page.slice(0, from) + table() + page.slice(to);
}

/** As prettier writes a table. */
function table(): string {
  const head = ['channel', 'folder of the channel', 'limit of a run', 'what it repairs'];
  const rows = channels.flatMap(({ ways }) =>
    ways.map(({ row }) => [row.title, `\`${row.files}\``, row.limit, row.repairs]),
  );
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
