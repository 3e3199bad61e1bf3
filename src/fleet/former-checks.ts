import type { Check } from '../ir/catalog.js';
import { sqlText, type Database } from './database.js';

/** A check that reports of earlier versions of a checklist call otherwise. */
export interface FormerCheck {
  readonly product: string;
  readonly former: string;
  readonly check: string;
}

/** The ids that the checks of a checklist had before. */
export function formerChecksOf(
  product: string,
  checks: readonly Pick<Check, 'id' | 'formerly'>[],
): readonly FormerCheck[] {
  return checks.flatMap(({ id, formerly }) => formerly.map((former) => ({ product, former, check: id })));
}

/**
 * Keeps in a database what checks were called before, in place of what it had of that checklist: queries of later have no checklist at
 * hand, and count as the page does.
 * @param product Null where no checklist is at hand, which changes nothing.
 */
export async function keepFormerChecks(
  database: Database,
  product: string | null,
  formers: readonly FormerCheck[],
): Promise<void> {
  await database.run('CREATE TABLE IF NOT EXISTS former_checks (product VARCHAR, former VARCHAR, check_id VARCHAR)');
  if (product === null) return;
  const rows = formers.map((each) => `(${[each.product, each.former, each.check].map(sqlText).join(', ')})`);
  const insert = rows.length === 0 ? '' : `INSERT INTO former_checks VALUES ${rows.join(', ')};`;
  await database.run(`BEGIN; DELETE FROM former_checks WHERE product = ${sqlText(product)}; ${insert} COMMIT`);
}

/** What a database keeps of them; none of one that an earlier version made. */
export async function readFormerChecks(database: Database): Promise<readonly FormerCheck[]> {
  const made = await database.rows("SELECT 1 AS made FROM duckdb_tables() WHERE table_name = 'former_checks'");
  if (made.length === 0) return [];
  const rows = await database.rows('SELECT product, former, check_id FROM former_checks ORDER BY ALL');
  return rows.map(({ product, former, check_id }) => {
    return { product: String(product), former: String(former), check: String(check_id) };
  });
}

/**
 * The id of now as SQL, in the words that every engine has, for one that a report may have from earlier. Products and ids are as
 * checklists have them: letters, digits and hyphens.
 * @param id SQL that gives the id of a report.
 */
export function currentCheckSql(id: string, formers: readonly FormerCheck[]): string {
  if (formers.length === 0) return id;
  const cases = formers.map(
    ({ product, former, check }) =>
      `WHEN product = ${sqlText(product)} AND ${id} = ${sqlText(former)} THEN ${sqlText(check)}`,
  );
  return `CASE ${cases.join(' ')} ELSE ${id} END`;
}
