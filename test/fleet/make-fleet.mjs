// A fleet with known faults: 30 days of weekly exports of a remediation in every form that consoles write, reports in JSON, an inventory
// with PCs that never reported, clocks that are off, duplicates, and 1 % of damage. What is in it is counted here from the events,
// by loops over lists, so that nothing of the counting is shared with what is tested.
import { closeSync, cpSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';

const asOf = '2026-11-30 00:00:00';
const end = Date.parse('2026-11-30T00:00:00Z');
const dayLength = 86_400_000;
const weeks = 4;
const letters = { Ok: 'O', Problem: 'P', Unknown: 'U', NotApplicable: 'N' };

function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const text = (time) => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

export function makeFleet(folder, { devices, seed, checks }) {
  const next = chance(seed);
  const ids =
    typeof checks === 'number'
      ? Array.from({ length: checks }, (_, at) => `check-${String(at).padStart(2, '0')}`)
      : checks;
  const inputs = join(folder, 'inputs');
  mkdirSync(join(inputs, 'reports/again'), { recursive: true });
  const events = [];
  const refused = {};
  const refuse = (reason) => (refused[reason] = (refused[reason] ?? 0) + 1);
  const fleet = Array.from({ length: devices }, (_, at) => makeDevice(at, next, ids));
  const rowOf = new Map();
  for (let week = 0; week < weeks; week += 1) {
    const name = `week-${week}.csv`;
    const file = openSync(join(inputs, name), 'w');
    const isWide = week % 2 === 1;
    const write = (line) => writeSync(file, Buffer.from(line, isWide ? 'utf16le' : 'utf8'));
    write(
      '\ufeffDeviceId,DeviceName,UserName,PreRemediationDetectionScriptOutput,PostRemediationDetectionScriptOutput,ModifiedTime\r\n',
    );
    let batch = '';
    for (const device of fleet) {
      if (week <= device.lastWeek && next() < 0.95) rowOf.set(device, runDevice(device, week, next, events));
      const row = rowOf.get(device);
      if (row) batch += row;
      if (batch.length > 1_000_000) batch = void write(batch) ?? '';
    }
    write(batch);
    closeSync(file);
    const path = join(inputs, name);
    // As it is, once more under another name, and packed.
    if (week === 1) cpSync(path, join(inputs, 'week-1 (2).csv'));
    if (week === 2) {
      writeFileSync(join(inputs, 'week-2.zip'), zipSync({ [name]: readFileSync(path) }, { level: 1 }));
      rmSync(path);
    }
  }
  refused.cutSummary = countCut(inputs);
  writeReports(join(inputs, 'reports'), Math.ceil(devices / 20), ids, next, events, refuse);
  const inventory = join(folder, 'inventory.csv');
  const never = Math.ceil(devices / 25);
  const expected = [
    ...fleet.map(({ id, name, ring }) => `${id},${name},${ring}`),
    ...Array.from({ length: never }, (_, at) => `never-${at},NEW-${at},broad`),
  ];
  writeFileSync(inventory, `Device ID,Device name,Ring\r\n${expected.join('\r\n')}\r\n`);
  return { inputs, inventory, asOf, known: count(events, fleet, never, refused, ids) };
}

function makeDevice(at, next, ids) {
  const hex = (digits) =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return {
    id: `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    name: at % 997 === 0 ? `=cmd|'/c calc'!A${at}` : `PC-${at}`,
    ring: at % 10 === 0 ? 'pilot' : 'broad',
    build: [19045, 22631, 26100][at % 3],
    // Some are silent from a week on.
    lastWeek: next() < 0.1 ? Math.floor(next() * 2) : weeks,
    fault: at % 3 === 0 ? ids[at % ids.length] : null,
    broken: at % 3 === 0,
    ids,
  };
}

/** One run of a remediation: detection, and for the ring that repairs, detection again. */
function runDevice(device, week, next, events) {
  // Some have the fault from the second week on.
  const isBroken = device.broken && (week > 0 || next() < 0.7);
  const time = end - (weeks - week) * 7 * dayLength + Math.floor(next() * 7 * 86_400) * 1000;
  const look = (isNowBroken) =>
    Object.fromEntries(
      device.ids.map((id, at) => {
        if (id === device.fault) return [id, isNowBroken ? 'Problem' : 'Ok'];
        if (at === 1) return [id, 'NotApplicable'];
        return [id, at === 2 && next() < 0.02 ? 'Unknown' : 'Ok'];
      }),
    );
  const before = look(isBroken);
  const line = (statuses) => {
    const verdict = Object.values(statuses).includes('Problem')
      ? 'Problem'
      : Object.values(statuses).includes('Unknown')
        ? 'Unknown'
        : 'Ok';
    const entries = Object.entries(statuses).map(
      ([id, status]) => `${id}=${letters[status]}${status === 'Problem' ? ':broken:0x80070005' : ''}`,
    );
    return `mendsheet/1 windows-update 0.1.0 detect ${device.build}.${4000 + week} ${verdict} | ${entries.join(' ')} | ${verdict}`;
  };
  const key = `${device.id} ${time}`;
  let pre = line(before);
  let post = '';
  const isCut = next() < 0.01;
  if (isCut) pre = pre.slice(0, pre.length / 2);
  else events.push({ device: device.id, time, later: 0, key, statuses: before, outcomes: {} });
  const repairs = (device.ring === 'pilot' || week >= 2) && next() < 0.7;
  if (isBroken && repairs) {
    const works = next() < 0.8;
    const after = look(!works);
    post = line(after);
    // A repair that held may break again.
    device.broken = !works || next() < 0.2;
    events.push({
      ...{ device: device.id, time, later: 1, key: `${key} after`, statuses: after },
      outcomes: isCut ? {} : outcomesOf(before, after),
    });
  }
  const quoted = (value) => `"${value.replaceAll('"', '""')}"`;
  return `${device.id},${quoted(device.name)},someone@example.com,${quoted(pre)},${quoted(post)},${text(time)}\r\n`;
}

function outcomesOf(before, after) {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([id]) => before[id] === 'Problem')
      .map(([id, status]) => [
        id,
        status === 'Problem' ? 'Failed' : status === 'Unknown' ? 'NotConfirmed' : 'Repaired',
      ]),
  );
}

/** How often rows whose summary was cut stand in the files that are read: each copy is put aside. */
function countCut(inputs) {
  const tables = ['week-0.csv', 'week-1.csv', 'week-1 (2).csv', 'week-3.csv'].map((name) =>
    readFileSync(join(inputs, name), name.startsWith('week-0') ? 'utf8' : 'utf16le'),
  );
  const [packed] = Object.values(unzipSync(readFileSync(join(inputs, 'week-2.zip'))));
  return [...tables, Buffer.from(packed).toString('utf8')].reduce((sum, table) => sum + cutIn(table), 0);
}

function cutIn(table) {
  return table.split('\r\n').filter((line) => {
    const [, pre = ''] = /,someone@example\.com,"([^"]*)"/.exec(line) ?? [];
    return pre !== '' && !/\| (?:Ok|Problem|Unknown)$/.test(pre);
  }).length;
}

/** Reports that a script wrote on PCs that nobody manages: some were cut off, some come from a clock years ahead. */
function writeReports(folder, many, ids, next, events, refuse) {
  for (let at = 0; at < many; at += 1) {
    const time =
      at % 20 === 7 ? Date.parse('2031-01-01T00:00:00Z') : end - Math.floor(next() * 29 * 86_400) * 1000 - 1000;
    const statuses = Object.fromEntries(ids.map((id) => [id, next() < 0.05 ? 'Problem' : 'Ok']));
    const report = {
      format: 'mendsheet-result/1',
      product: 'windows-update',
      script: 'diagnose.ps1',
      mode: 'detect',
      finishedUtc: new Date(time).toISOString().slice(0, 19) + 'Z',
      windows: { build: 26100, revision: 1, edition: 'Professional', kind: 'client' },
      exitCode: 0,
      checks: Object.entries(statuses).map(([id, status]) => ({
        ...{ id, status, reasonKey: '', hresults: [], before: status, outcome: 'None', milliseconds: 5 },
      })),
    };
    let content = JSON.stringify(report);
    const name = `LONE-${at}.json`;
    if (at % 50 === 3) {
      content = content.slice(0, content.length / 2);
      refuse('notJson');
    } else if (at % 50 === 4) {
      content = content.replace('"Ok"', '"Fine"');
      refuse('invalidReport');
    } else events.push({ device: `file ${at}`, time, later: 0, key: name, statuses, outcomes: {}, unmanaged: true });
    writeFileSync(join(folder, name), content);
    if (at % 10 === 0) writeFileSync(join(folder, 'again', name), content);
  }
}

function count(events, fleet, never, refused, ids) {
  const limit = end + dayLength;
  const dated = events.filter(({ time }) => time <= limit);
  const order = (a, b) => a.time - b.time || a.later - b.later;
  const byDevice = new Map();
  for (const event of [...dated].sort(order))
    byDevice.set(event.device, [...(byDevice.get(event.device) ?? []), event]);
  const known = new Set(events.map(({ device }) => device));
  const everyone = new Set([...known, ...fleet.map(({ id }) => id)]);
  const states = blank(['problem', 'undecided', 'ok', 'notApplicable', 'stale', 'undated', 'notReported']);
  const perCheck = new Map(ids.map((id) => [id, blank([...Object.keys(states), 'notLooked'])]));
  const repairs = new Map();
  const effects = new Map();
  states.notReported += never;
  for (const own of perCheck.values()) own.notReported += never;
  for (const device of everyone) {
    const own = byDevice.get(device) ?? [];
    const last = own.at(-1);
    const far = own.length === 0 ? (known.has(device) ? 'undated' : 'notReported') : null;
    const silent = far ?? (last.time < end - 14 * dayLength ? 'stale' : null);
    const now = last?.statuses ?? {};
    const values = Object.values(now);
    states[silent ?? (values.includes('Problem') ? 'problem' : values.includes('Unknown') ? 'undecided' : 'ok')] += 1;
    for (const id of ids) {
      const words = { Problem: 'problem', Unknown: 'undecided', Ok: 'ok', NotApplicable: 'notApplicable' };
      perCheck.get(id)[silent ?? words[now[id]]] += 1;
      const tries = own.filter(({ outcomes }) => outcomes[id]);
      const tried = tries.at(-1);
      if (tried) {
        const isHeld = tried.outcomes[id] === 'Repaired';
        const came = isHeld && now[id] === 'Problem' && last !== tried;
        const state = came ? 'cameBack' : isHeld || now[id] === 'Ok' ? 'repaired' : 'failed';
        const line = repairs.get(id) ?? { check: id, repaired: 0, failed: 0, cameBack: 0 };
        line[state] += 1;
        repairs.set(id, line);
      }
      countEffect(effects, id, own);
    }
  }
  const byDay = new Map();
  for (const event of [...dated].sort(order)) {
    const day = text(event.time).slice(0, 10);
    byDay.set(day, byDay.get(day) ?? []);
    byDay.get(day).push(event);
  }
  const trend = Array.from({ length: 30 }, (_, at) => {
    const day = text(end - (29 - at) * dayLength).slice(0, 10);
    const ofDay = byDay.get(day) ?? [];
    const lasts = new Map(ofDay.map((event) => [event.device, event]));
    return {
      day,
      devices: lasts.size,
      problem: [...lasts.values()].filter(({ statuses }) => Object.values(statuses).includes('Problem')).length,
      repaired: new Set(
        ofDay.filter(({ outcomes }) => Object.values(outcomes).includes('Repaired')).map(({ device }) => device),
      ).size,
    };
  });
  return {
    devices: everyone.size + never,
    states,
    runs: new Set(events.map(({ key }) => key)).size,
    refused: Object.entries(refused)
      .map(([reason, many]) => ({ reason, count: many }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    checks: ids.map((id) => ({ id, states: perCheck.get(id) })),
    repairs: [...repairs.values()],
    trend,
    effects: [...effects].map(([check, { repaired, notRepaired }]) => ({ check, repaired, notRepaired })),
  };
}

function countEffect(effects, id, own) {
  const isTry = ({ outcomes }) => outcomes[id] !== undefined;
  const found = own.findIndex((event) => event.statuses[id] === 'Problem' || isTry(event));
  if (found < 0) return;
  const first = own[found];
  const tried = own.find(isTry);
  const wasRepaired = tried !== undefined && tried.time <= first.time + 7 * dayLength;
  const since = wasRepaired ? tried.time : first.time;
  if (since + 7 * dayLength > end) return;
  const looks = own.filter(
    (event, at) => event.time <= since + 7 * dayLength && (wasRepaired ? event.time >= since : at > found),
  );
  const last = looks.at(-1);
  if (!last) return;
  const line = effects.get(id) ?? { repaired: [0, 0], notRepaired: [0, 0] };
  const share = wasRepaired ? line.repaired : line.notRepaired;
  share[1] += 1;
  if (last.statuses[id] === 'Ok') share[0] += 1;
  effects.set(id, line);
}

function blank(names) {
  return Object.fromEntries(names.map((name) => [name, 0]));
}
