import { clickHouseViews, ownTables, shardTable } from './click-house-tables.js';
import { kustoColumns, streamColumns, trinoColumns } from './engine-types.js';
import { datasetColumns } from './update-dataset.js';

/** Where docs/fleet.md has the definitions: between these lines. */
const start = '<!-- Generated from the columns in src/fleet by `npm run docs`. Change them there. -->\n\n';
const end = '\n\n<!-- End of what is generated. -->';

/** docs/fleet.md with the definitions of now in it. What it throws is our bug: there is no place for them. */
export function withEngineReference(page: string): string {
  const from = page.indexOf(start) + start.length;
  const to = page.indexOf(end, from);
  if (from < start.length || to === -1) throw new Error('docs/fleet.md has no place for the definitions of tables.');
  return page.slice(0, from) + definitions() + page.slice(to);
}

function definitions(): string {
  const tables = (['runs', 'results'] as const).map((name) => [name, datasetColumns[name]] as const);
  const trino = tables.map(
    ([name, columns]) =>
      `CREATE TABLE hive.fleet.${name} (\n${folded([...trinoColumns(columns), 'day varchar'])}\n) WITH ` +
      `(external_location = 's3://bucket/fleet/${name}', format = 'PARQUET', partitioned_by = ARRAY['day']);\n` +
      `CALL hive.system.sync_partition_metadata('fleet', '${name}', 'ADD');`,
  );
  const kusto = tables.map(
    ([name, columns]) =>
      `.create external table ${name} (\n${folded(kustoColumns(columns))}\n) kind=storage partition by (day:datetime) ` +
      `pathformat=("day=" datetime_pattern("yyyy-MM-dd", day)) dataformat=parquet\n` +
      `(h@"https://account.blob.core.windows.net/fleet/${name};managed_identity=system")`,
  );
  const { started, ...results } = datasetColumns.results;
  const stream = 'Custom-MendsheetResults_CL';
  const columns = [...streamColumns({ TimeGenerated: started ?? '' }), ...streamColumns(results)];
  const rule = {
    streamDeclarations: { [stream]: { columns } },
    dataFlows: [{ streams: [stream], destinations: ['workspace'], transformKql: 'source', outputStream: stream }],
  };
  const views = clickHouseViews('reports', []).map(([name]) => `\`${name}\``);
  return [
    '**ClickHouse**, as `--to` makes it on each server, and beside it on the first one. The views over them are ' +
      `${views.slice(0, -1).join(', ')} and ${views.at(-1)}.`,
    fenced('sql', [shardTable.trim(), ...ownTables].join(';\n') + ';'),
    '**Trino** (Hive connector):',
    fenced('sql', trino.join('\n')),
    '**Azure Data Explorer**, over the folder in a storage account that the cluster may read:',
    fenced('kusto', kusto.join('\n\n')),
    '**Log Analytics**, the stream of a data collection rule, and the table `MendsheetResults_CL` with the same columns:',
    // A list of one name stands on its line.
    fenced('json', JSON.stringify(rule, null, 2).replace(/\[\s+("[^"]*")\s+\]/g, '[$1]')),
  ].join('\n\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** Columns with commas, in lines of a width that people read. */
function folded(columns: readonly string[]): string {
  const lines: string[] = [];
  for (const [at, column] of columns.entries()) {
    const text = at < columns.length - 1 ? `${column},` : column;
    const last = lines.at(-1);
    if (last !== undefined && last.length + text.length < 110) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(`  ${text}`);
  }
  return lines.join('\n');
}
