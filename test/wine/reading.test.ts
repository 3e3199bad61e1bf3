import { afterAll, beforeAll, describe } from 'vitest';
import { collectSuite } from './collect.suite.js';
import { diagnoseSuite } from './diagnose.suite.js';
import { quotingSuite } from './quoting.suite.js';
import { describeWithTool } from '../tools.js';
import { preparePc } from './prepare-pc.js';
import { missingWine, type WinePc } from './wine-pc.js';

/** Filled before the first test; the suites get it as a function since they are declared before that. */
let pc: WinePc;
// One prefix for all of them: making one takes longer than most tests. Those that change a PC run beside these.
describeWithTool('the emitted .cmd in Wine', missingWine(), () => {
  beforeAll(() => {
    ({ pc } = preparePc());
  });
  afterAll(() => pc?.close());

  describe('arguments from the checklist', () => quotingSuite(() => pc));
  describe('diagnose.cmd', () => diagnoseSuite(() => pc));
  describe('collect-logs.cmd', () => collectSuite(() => pc, 'Wine'));
});
