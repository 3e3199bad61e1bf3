// An export of a remediation as Intune gives it: a row a PC with 46 checks, a tenth of them with the detection after a repair.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export function makeExport(path, devices) {
  let state = 1;
  const chance = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const checks = Array.from({ length: 46 }, (_, at) => `made-check-number-${at}`);
  const file = openSync(path, 'w');
  let rows =
    'DeviceId,DeviceName,PreRemediationDetectionScriptOutput,PostRemediationDetectionScriptOutput,ModifiedTime\r\n';
  for (let at = 0; at < devices; at += 1) {
    const statuses = checks.map(() => {
      const drawn = chance();
      return drawn < 0.93 ? 'O' : drawn < 0.96 ? 'P:made-reason:0x80070005' : drawn < 0.98 ? 'U:failed' : 'N';
    });
    const line = (own) => {
      const verdict = own.some((status) => status.startsWith('P')) ? 'Problem' : 'Unknown';
      return `mendsheet/1 windows-update 0.1.0 detect 26100.${1000 + (at % 50)} ${verdict} | ${own.map((status, which) => `${checks[which]}=${status}`).join(' ')} | ${verdict}`;
    };
    const id = `${at.toString(16).padStart(8, '0')}-0000-4000-8000-${Math.floor(chance() * 2 ** 40)
      .toString(16)
      .padStart(12, '0')}`;
    const time = new Date(Date.UTC(2026, 10, 1) + Math.floor(chance() * 30 * 86_400) * 1000).toISOString().slice(0, 19);
    const after = at % 10 === 0 ? line(statuses.map((status) => (status.startsWith('P') ? 'O' : status))) : '';
    rows += `${id},PC-${at},"${line(statuses)}","${after}",${time.replace('T', ' ')}\r\n`;
    if (rows.length > 1_000_000) rows = void writeSync(file, rows) ?? '';
  }
  writeSync(file, rows);
  closeSync(file);
  return path;
}

/** Reports of diagnose.ps1 in a folder, as many as PCs. */
export function makeReports(folder, devices) {
  mkdirSync(folder);
  for (let at = 0; at < devices; at += 1) {
    const time = new Date(Date.UTC(2026, 10, 1) + ((at * 7919) % (30 * 86_400)) * 1000).toISOString().slice(0, 19);
    const checks = Array.from({ length: 46 }, (_, number) => {
      const isProblem = (at * 31 + number * 17) % 29 === 0;
      const status = isProblem ? 'Problem' : 'Ok';
      return {
        ...{ id: `made-check-number-${number}`, item: number, title: `Made check ${number}`, status, before: status },
        ...{ reason: isProblem ? 'Made reason.' : '', reasonKey: isProblem ? 'made-reason' : '', outcome: 'None' },
        ...{ hresults: isProblem ? ['0x80070005'] : [], evidence: { Value: at }, failure: '', changes: [] },
        milliseconds: (at * 13 + number) % 400,
      };
    });
    const hex = at.toString(16).padStart(32, '0');
    const run = `${hex.slice(0, 8)}-0000-4000-8000-${hex.slice(20)}`;
    const report = {
      ...{ format: 'mendsheet-result/2', product: 'windows-update', version: '0.1.0', checklist: '0.1.0' },
      ...{ script: 'diagnose.ps1', sha256: 'A'.repeat(64), device: hex, run, follows: null, channel: 'manual' },
      ...{ mode: 'detect', language: 'en', startedUtc: `${time}Z`, finishedUtc: `${time}Z`, milliseconds: 60_000 },
      ...{ offsetMinutes: 540, bootedUtc: null, exitCode: 1, notices: [], checks, changes: [], answer: null },
      windows: {
        build: 26100,
        revision: 1000 + (at % 50),
        edition: 'Professional',
        kind: 'client',
        architecture: 'x64',
      },
      ...{ account: { kind: 'system', elevated: true }, codes: [], ranking: [], generations: [], journal: null },
    };
    writeFileSync(join(folder, `${hex}.json`), JSON.stringify(report, null, 2));
  }
  return folder;
}

/** Summary lines with a dozen checks, one a line. */
export function makeLines(path, count) {
  const file = openSync(path, 'w');
  let text = '';
  for (let at = 0; at < count; at += 1) {
    const checks = Array.from(
      { length: 12 },
      (_, number) => `check-${number}=${(at + number) % 9 === 0 ? 'P:made' : 'O'}`,
    );
    text += `mendsheet/1 windows-update 0.1.0 detect 26100.${at % 5000} Problem | ${checks.join(' ')} | Problem\n`;
    if (text.length > 1_000_000) text = void writeSync(file, text) ?? '';
  }
  writeSync(file, text);
  closeSync(file);
  return path;
}
