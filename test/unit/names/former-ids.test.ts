import { expect, it } from 'vitest';
import { findCheck } from '../../../src/cli/find-check.js';
import { runFrontEnd, withFiles } from '../../support/front-end.js';

const files = {
  'checks.yaml': `product: trial
title: { en: Trial }
publisher: Test
languages: [en]
scripts: [{ name: diagnose, phase: detect, editions: [ps1], defaults: [disk-space] }]
include: [checks/g.yaml]
`,
  'checks/g.yaml': `group: g
title: { en: G }
checks:
  - id: free-space
    formerly: [disk-space, room]
    item: 1
    title: { en: T }
    why: { en: W. }
    severity: low
  - id: disk-spice
    item: 2
    title: { en: T }
    why: { en: W. }
    severity: low
`,
  'checks/g/free-space.detect.ps1': 'New-Finding -Status Ok\n',
  'checks/g/disk-spice.detect.ps1': 'New-Finding -Status Ok\n',
  'checks/scenarios/room/any.pass.ps1': '\n',
  'checks/scenarios/disk-spice/any.pass.ps1': '\n',
};

it('leads from an earlier id in a checklist to that of now, before any like it', () =>
  withFiles(files, (root) => {
    const { diagnostics } = runFrontEnd(`${root}/checks.yaml`);
    expect(diagnostics.map(({ code, suggestions }) => [code, suggestions])).toEqual([
      ['resolve/unknown-default', ['free-space']],
      ['resolve/scenario', ['free-space']],
    ]);
  }));

it('finds a check for a person by any id that it had', () => {
  const { 'checks/scenarios/room/any.pass.ps1': _, ...sound } = files;
  const index = files['checks.yaml'].replace('defaults: [disk-space]', 'defaults: [free-space]');
  withFiles({ ...sound, 'checks.yaml': index }, (root) => {
    const checks = runFrontEnd(`${root}/checks.yaml`).catalog?.checks ?? [];
    for (const id of ['free-space', 'disk-space', 'room']) expect(findCheck(checks, id).id).toBe('free-space');
    expect(findCheck(checks, 'disk-spice').id).toBe('disk-spice');
    expect(() => findCheck(checks, 'free-spce')).toThrow('There is no check "free-spce". Did you mean "free-space"?');
    expect(() => findCheck(checks, 'x')).toThrow('"mendsheet plan" lists them.');
  });
});
