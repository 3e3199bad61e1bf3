// An export of a remediation as Intune gives it: a row a PC with 46 checks, a tenth of them with the detection after a repair.
import { closeSync, openSync, writeSync } from 'node:fs';

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
