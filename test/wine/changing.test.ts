import { afterAll, beforeAll, describe } from 'vitest';
import { resetSuite } from './reset.suite.js';
import { describeWithTool } from '../tools.js';
import { preparePc } from './prepare-pc.js';
import { missingWine, type WinePc } from './wine-pc.js';

/** Filled before the first test; the suites get it as a function since they are declared before that. */
let pc: WinePc;

// One prefix for all of them: making one takes longer than most tests. Those that read run beside these.
describeWithTool('the emitted .cmd in Wine', missingWine(), () => {
  beforeAll(() => {
    ({ pc } = preparePc());
  });
  afterAll(() => pc?.close());

  describe('reset-components.cmd', () => resetSuite(() => pc, 'Wine'));
});
