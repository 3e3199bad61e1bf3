import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSummaries } from '../../../src/fleet/summary-line.js';

// Lines as the emitted scripts wrote them on the simulated Windows.
const detected =
  'mendsheet/1 windows-update 0.1.0 detect 26100.4652 Problem | clock=O disk-space=P:full update-server=U:agent-silent:0x80040154 usosvc-start-type=N:notThisKind | Problem';
const repaired =
  'mendsheet/1 windows-update 0.1.0 repair 26100.4652 Unknown | !exit:1 msiserver-start-type=P>O/R download-cache=P>U/N:unreadable | Unknown';
const refused = 'mendsheet/1 windows-update 0.1.0 detect - Unknown | !defect:System.IO.IOException:1091 | Unknown';

describe('readSummaries', () => {
  it('gives the statuses of a detection', () => {
    const [summary] = readSummaries(detected);
    expect(summary).toMatchObject({ product: 'windows-update', mode: 'detect', verdict: 'Problem', notes: [] });
    expect(summary?.windows).toEqual({ build: 26100, revision: 4652 });
    expect(summary?.checks.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'clock Ok',
      'disk-space Problem',
      'update-server Unknown',
      'usosvc-start-type NotApplicable',
    ]);
    expect(summary?.checks[2]).toMatchObject({ reasonKey: 'agent-silent', hresults: ['0x80040154'], outcome: 'None' });
  });

  it('gives what a repair did', () => {
    const [summary] = readSummaries(repaired);
    expect(summary?.notes).toEqual(['exit:1']);
    expect(summary?.checks).toMatchObject([
      { id: 'msiserver-start-type', before: 'Problem', status: 'Ok', outcome: 'Repaired' },
      { id: 'download-cache', before: 'Problem', status: 'Unknown', outcome: 'NotConfirmed', reasonKey: 'unreadable' },
    ]);
  });

  it('says why a script could not run', () => {
    expect(readSummaries(refused)).toMatchObject([
      { windows: null, verdict: 'Unknown', checks: [], notes: ['defect:System.IO.IOException:1091'] },
    ]);
  });

  it('finds the lines in an exported table', () => {
    const table = `DeviceName,PreRemediationDetectionScriptOutput\r\nPC-1,"${detected}"\r\nPC-2,"${refused}"\r\nPC-3,""\r\n`;
    expect(readSummaries(table).map(({ verdict }) => verdict)).toEqual(['Problem', 'Unknown']);
  });

  it.each([
    ['a cut line', detected.slice(20)],
    ['a line that was cut at its end', detected.slice(0, -10)],
    ['two verdicts that differ', detected.replace(/Problem$/, 'Ok')],
    ['a status that does not exist', detected.replace('clock=O', 'clock=X')],
    ['another version of the format', detected.replace('/1', '/2')],
  ])('passes over %s', (_, text) => expect(readSummaries(text)).toEqual([]));

  it('does not fail on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(readSummaries(`${text}${detected}`))));
    expect(readSummaries('mendsheet/1 '.repeat(20_000))).toEqual([]);
  });
});
