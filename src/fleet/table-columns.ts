import { hashedName, type Phase, type Whence } from './run-row.js';

/** A row of an exported table, by the names of its columns. */
export type TableRow = Readonly<Record<string, string>>;

/** Which columns of a table say who, when and what. */
export interface TableColumns {
  readonly ids: readonly { readonly name: string; readonly kind: 'entra' | 'intune' }[];
  readonly names: readonly string[];
  readonly times: readonly string[];
  readonly phases: ReadonlyMap<string, Phase>;
}

// Names without blanks and signs, in lower case. Intune: report DeviceRunStatesByProactiveRemediation and its table in the console,
// learn.microsoft.com/mem/intune/fundamentals/reports-export-graph-available-reports; lastStateUpdateDateTime is Graph's name, of
// deviceHealthScriptDeviceState. ConfigMgr: Resource ID and Device Name of its views; SQL gives them without a blank.
const entraIds = ['entradeviceid', 'microsoftentradeviceid', 'azureaddeviceid', 'aaddeviceid'];
const intuneIds = ['deviceid', 'intunedeviceid', 'manageddeviceid', 'resourceid'];
const deviceNames = ['devicename', 'computername', 'machinename', 'computer', 'name'];
const times = [
  'modifiedtime',
  'laststateupdatedatetime',
  'lastupdatetime',
  'lastmodified',
  'statustime',
  'lastsynctime',
];

/** Finds the columns of a table by the names that consoles give them, with or without blanks. */
export function columnsOf(header: readonly string[]): TableColumns {
  const plain = new Map(header.map((name) => [name.toLowerCase().replace(/[^a-z]/g, ''), name]));
  const present = (names: readonly string[]): readonly string[] => names.flatMap((name) => plain.get(name) ?? []);
  return {
    ids: [
      ...present(intuneIds).map((name) => ({ name, kind: 'intune' as const })),
      ...present(entraIds).map((name) => ({ name, kind: 'entra' as const })),
    ],
    names: present(deviceNames),
    times: present(times),
    phases: new Map([...plain].map(([key, name]) => [name, phaseOf(key)])),
  };
}

function phaseOf(key: string): Phase {
  if (key.startsWith('pre')) return 'before';
  return key.startsWith('post') ? 'after' : '';
}

/** Whom and when a row tells of; null where it names no PC. */
export function whenceOf(row: TableRow, columns: TableColumns, keepsNames: boolean): Whence | null {
  const name = firstValue(row, columns.names);
  const started = parseTime(firstValue(row, columns.times));
  const named = { name: keepsNames ? name : '', started };
  for (const { name: column, kind } of columns.ids) {
    const id = deviceId(row[column] ?? '');
    if (id !== null) return { ...named, device: id, kind: /^\d+$/.test(id) ? 'configmgr' : kind };
  }
  return name === '' ? null : { ...named, device: hashedName('name', name), kind: 'name' };
}

/** Every id that a row of an inventory has for its PC, the one to call it by in front. */
export function aliasesOf(row: TableRow, columns: TableColumns): readonly string[] {
  const ids = columns.ids.flatMap(({ name }) => deviceId(row[name] ?? '') ?? []);
  const names = columns.names.flatMap((name) => {
    const value = (row[name] ?? '').trim();
    return value === '' ? [] : [hashedName('name', value), hashedName('file', value)];
  });
  return [...new Set([...ids, ...names])];
}

/** What the first of these columns that is not empty says. */
export function firstValue(row: TableRow, names: readonly string[]): string {
  return names.map((name) => (row[name] ?? '').trim()).find((value) => value !== '') ?? '';
}

function deviceId(value: string): string | null {
  const id = value
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
  return /^[0-9a-z][0-9a-z-]{0,63}$/.test(id) && !/^0[0-]*$/.test(id) ? id : null;
}

/**
 * Reads a time of a service as UTC: ISO with or without a zone, and the American form of consoles.
 * @returns "2026-11-28 10:00:00", or null for what could be read in two ways, or in none.
 */
export function parseTime(text: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = iso;
    const offset = zone === 'Z' ? 'Z' : zone.replace(/(\d\d):?(\d\d)$/, '$1:$2');
    return utc(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`, Number(day), zone);
  }
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d))? ?([AP])M$/i.exec(text);
  if (!american) return null;
  const [, month = '', day = '', year, hour, minute, second = '00', half = 'A'] = american;
  const hours = (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  const two = (value: string | number): string => String(value).padStart(2, '0');
  return utc(`${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}Z`, Number(day), 'Z');
}

/** Null for a day that the month does not have, which JavaScript would take for one of the next month. */
function utc(iso: string, day: number, zone: string): string | null {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime()) || (zone === 'Z' && time.getUTCDate() !== day)) return null;
  return time.toISOString().slice(0, 19).replace('T', ' ');
}
