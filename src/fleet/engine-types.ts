/** What the types of the dataset are called in other engines. */
interface EngineTypes {
  readonly clickHouse: string;
  readonly trino: string;
  readonly kusto: string;
}

const types: Readonly<Record<string, EngineTypes>> = {
  VARCHAR: { clickHouse: 'String', trino: 'varchar', kusto: 'string' },
  'VARCHAR[]': { clickHouse: 'Array(String)', trino: 'array(varchar)', kusto: 'dynamic' },
  TIMESTAMP: { clickHouse: 'Nullable(DateTime)', trino: 'timestamp(6)', kusto: 'datetime' },
  INTEGER: { clickHouse: 'Nullable(Int32)', trino: 'integer', kusto: 'int' },
  BIGINT: { clickHouse: 'Nullable(Int64)', trino: 'bigint', kusto: 'long' },
};

function typesOf(type: string): EngineTypes {
  const found = types[type];
  if (!found) throw new Error(`No engine has a name for ${type}.`);
  return found;
}

/** A type of DuckDB in ClickHouse. Texts are never null in the dataset, numbers and times may be. */
export function clickHouseType(type: string): string {
  return typesOf(type).clickHouse;
}

/** Columns with their types as a definition of Trino has them. */
export function trinoColumns(columns: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(columns).map(([name, type]) => `${name} ${typesOf(type).trino}`);
}

/** The same for a stream of a data collection rule, whose types are those of Kusto. */
export function streamColumns(
  columns: Readonly<Record<string, string>>,
): readonly { readonly name: string; readonly type: string }[] {
  return Object.entries(columns).map(([name, type]) => ({ name, type: typesOf(type).kusto }));
}

/** The same for Azure Data Explorer. */
export function kustoColumns(columns: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(columns).map(([name, type]) => `${name}:${typesOf(type).kusto}`);
}
