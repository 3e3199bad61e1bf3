import { setTimeout as wait } from 'node:timers/promises';

/** Where a fleet is sent to: servers of ClickHouse, of which the first answers queries. */
export interface ClickHouseTarget {
  readonly hosts: readonly string[];
  readonly isSecure: boolean;
  readonly database: string;
  /** As the first server's settings call the servers together; null for one server. */
  readonly cluster: string | null;
  readonly user: string;
  readonly password: string;
}

/** That a server did not answer, or not in time. */
export class ClickHouseSilent extends Error {}

/** That a server refused: `code` is ClickHouse's number, 0 where it gave none. */
export class ClickHouseRefusal extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

/** What the name of a target looks like, for whoever gave another. */
export const targetForm =
  'clickhouse://host:port/database, or clickhouse://first:port,second:port/database?cluster=name';

const hostForm = /^(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;

/**
 * Reads where a fleet is to be sent. A user and a password in it count before those of the environment.
 * @returns null for what is no such place; whoever says so must not repeat it, since it may hold a password.
 */
export function readTarget(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): ClickHouseTarget | null {
  const form =
    /^(?<scheme>clickhouses?):\/\/(?:(?<user>[^/?@:]*)(?::(?<password>[^/?@]*))?@)?(?<hosts>[^/?@]+)\/(?<database>[A-Za-z_]\w{0,63})(?:\?cluster=(?<cluster>[A-Za-z_][\w-]{0,63}))?$/;
  const found = form.exec(text)?.groups;
  if (!found) return null;
  const isSecure = found['scheme'] === 'clickhouses';
  const hosts = (found['hosts'] ?? '').split(',');
  if (!hosts.every((host) => hostForm.test(host)) || new Set(hosts).size < hosts.length) return null;
  if (hosts.length > 1 && found['cluster'] === undefined) return null;
  const user = decoded(found['user']);
  const password = decoded(found['password']);
  if (user === null || password === null) return null;
  return {
    hosts: hosts.map((host) => (/:\d+$/.test(host) ? host : `${host}:${isSecure ? 8443 : 8123}`)),
    isSecure,
    database: found['database'] ?? '',
    cluster: found['cluster'] ?? null,
    user: user || environment['MENDSHEET_CLICKHOUSE_USER'] || 'default',
    password: password || environment['MENDSHEET_CLICKHOUSE_PASSWORD'] || '',
  };
}

function decoded(text = ''): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** How often a server is asked that does not answer, and how long it is waited for between. */
const pauses = [500, 1000, 2000, 4000];

/** Milliseconds that a statement may take. */
const longest = 600_000;

/** Characters of an answer: what is asked here has some hundred lines. */
const longestAnswer = 16_000_000;

/**
 * Asks a server. Every statement of a load may be sent again, so one that was not answered is.
 * @param body Of an INSERT, the rows.
 * @returns the answer, as lines of values with tabs.
 * @throws ClickHouseSilent, ClickHouseRefusal. Their messages name the server, never what it was asked with.
 */
export async function askClickHouse(
  target: ClickHouseTarget,
  host: string,
  statement: string,
  { body = '', database = target.database }: { readonly body?: string; readonly database?: string } = {},
): Promise<string> {
  for (const pause of [...pauses, null]) {
    try {
      return await askOnce(target, host, statement, body, database);
    } catch (error) {
      if (!(error instanceof ClickHouseSilent) || pause === null) throw error;
      await wait(pause);
    }
  }
  throw new Error('The last try neither answered nor failed.');
}

async function askOnce(
  { isSecure, user, password }: ClickHouseTarget,
  host: string,
  statement: string,
  body: string,
  database: string,
): Promise<string> {
  // The answer comes when all of it is known, so that its status tells of all of it.
  const query = new URLSearchParams({ database, query: statement, wait_end_of_query: '1' });
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${isSecure ? 'https' : 'http'}://${host}/?${query}`, {
      method: 'POST',
      headers: { 'X-ClickHouse-User': user, 'X-ClickHouse-Key': password },
      body,
      // Another server has no business with the password.
      redirect: 'manual',
      signal: AbortSignal.timeout(longest),
    });
    text = await textOf(response);
  } catch (error) {
    throw new ClickHouseSilent(`${host} does not answer: ${reasonOf(error)}`);
  }
  if ([502, 503, 504].includes(response.status)) throw new ClickHouseSilent(`${host} answers ${response.status}.`);
  if (response.ok) return text;
  const said = text.replace(/^Code: \d+[.,] (?:e\.displayText\(\) = )?/, '').replace(/, e\.what\(\) = [^]*$/, '');
  const code = Number(/^Code: (\d+)/.exec(text)?.[1] ?? 0);
  throw new ClickHouseRefusal(`${host} answers ${response.status}: ${said.trim().slice(0, 300)}`, code);
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > longestAnswer) throw new Error('an answer without end');
  }
  return text;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
