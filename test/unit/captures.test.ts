import { describe, expect, it } from 'vitest';
import { compareResults } from '../../src/cli/compare-results.js';
import { readCapture } from '../../src/spec/capture.js';

const capture = {
  format: 'mendsheet-capture/1',
  product: 'example',
  version: '1.0.0',
  script: 'collect-logs.ps1',
  sha256: 'A'.repeat(64),
  arguments: { MaximumMegabytes: { int64: '500' } },
  startedUtc: '2026-11-28T22:00:00Z',
  zone: 'Etc/UTC;0;(UTC);UTC;UTC;;',
  culture: '',
  powershell: '5.1.26100.1',
  environment: { SystemRoot: 'C:\\Windows', ProgramFiles: null },
  redacted: false,
  absent: [],
  answers: [
    { output: [4, { bytes: '00FF' }, { object: { Name: 'x', Times: [{ datetime: '2026-11-28T22:00:00Z' }] } }] },
    null,
  ],
  reads: [{ check: 'clock', command: 'Get-Date', arguments: {}, answers: [0, 1] }],
  results: [{ check: 'clock', status: 'Problem', reason: 'ahead', hresults: ['0x80070005'], evidence: { Minutes: 3 } }],
};

describe('readCapture', () => {
  it('takes what collect-logs writes', () => {
    expect(readCapture(JSON.stringify(capture))).toEqual(capture);
  });

  it.each<[why: string, text: string, reason: RegExp]>([
    ['is too large', ' '.repeat(5_250_001), /characters/],
    ['is no JSON', '{', /no JSON/],
    ['lies too deep', `${'['.repeat(60)}${']'.repeat(60)}`, /levels deep/],
    ['has brackets enough for a stack', '['.repeat(1_000_000), /levels deep/],
    ['has another format', JSON.stringify({ ...capture, format: 'mendsheet-capture/2' }), /schema\.json: format/],
    ['has a field that nobody knows', JSON.stringify({ ...capture, script2: '' }), /script2/],
    ['has a hash that is none', JSON.stringify({ ...capture, sha256: '../x' }), /sha256/],
    ['has a culture that is a path', JSON.stringify({ ...capture, culture: '../x' }), /culture/],
    ['names an answer that is not there', JSON.stringify({ ...capture, answers: [] }), /not there/],
  ])('refuses a text that %s', (_why, text, reason) => {
    expect(readCapture(text)).toMatch(reason);
  });

  it('refuses a small one that would fill the memory', () => {
    let deep: unknown = 1.5;
    for (let level = 0; level < 30; level += 1) deep = [deep];
    const text = JSON.stringify({
      ...capture,
      answers: [{ output: Array.from({ length: 10_000 }, () => deep) }, null],
    });
    const before = process.memoryUsage().rss;
    expect(readCapture(text)).toMatch(/schema\.json: answers/);
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
    const [read] = capture.reads;
    expect(readCapture(JSON.stringify({ ...capture, reads: Array.from({ length: 20_001 }, () => read) }))).toMatch(
      /reads/,
    );
    const asked = Array.from({ length: 20_001 }, () => 0);
    expect(readCapture(JSON.stringify({ ...capture, reads: [{ ...read, answers: asked }] }))).toMatch(/reads/);
  });

  it('takes brackets in texts for texts', () => {
    const text = JSON.stringify({ ...capture, product: `${'['.repeat(99)}\\"` });
    expect(readCapture(text)).toMatchObject({ format: 'mendsheet-capture/1' });
  });
});

describe('compareResults', () => {
  const before = [
    { check: 'clock', status: 'Problem' as const, reason: 'ahead', hresults: [], evidence: {} },
    { check: 'proxy', status: 'Ok' as const, reason: '', hresults: [], evidence: {} },
  ];
  const now = (check: string, status: string, reason: string, missing: readonly string[] = []) => ({
    check,
    status,
    reason,
    hresults: [],
    missing,
  });

  it('says nothing of what is found again, and of checks that one side does not know', () => {
    expect(compareResults(before, [now('clock', 'Problem', 'ahead'), now('new', 'Ok', '')], [])).toEqual([]);
  });

  it('tells a missing input from redaction and from a changed rule', () => {
    const found = compareResults(
      before,
      [now('clock', 'Ok', ''), now('proxy', 'Unknown', 'notCaptured', ['Get-NetAdapter {}'])],
      ['proxy'],
    );
    expect(found).toEqual([
      { check: 'clock', before: 'Problem (ahead)', now: 'Ok', cause: 'rule-changed', missing: [] },
      {
        check: 'proxy',
        before: 'Ok',
        now: 'Unknown (notCaptured)',
        cause: 'input-missing',
        missing: ['Get-NetAdapter {}'],
      },
    ]);
    expect(compareResults(before, [now('clock', 'Ok', '')], ['clock'])[0]?.cause).toBe('redaction');
    // The script of the PC tells the reason alone.
    expect(compareResults(before, [now('clock', 'Unknown', 'notCaptured')], ['clock'])[0]?.cause).toBe('input-missing');
  });
});
