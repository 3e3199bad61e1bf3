import { afterAll, beforeAll, describe } from 'vitest';
import { compileBundled } from '../compile-bundled.js';
import { describeWithTool } from '../tools.js';
import { collectSuite } from './collect.suite.js';
import { diagnoseSuite } from './diagnose.suite.js';
import { journalSuite } from './journal.suite.js';
import { furnish } from './pc-state.js';
import { pasteSuite } from './paste.suite.js';
import { quotingSuite } from './quoting.suite.js';
import { resetSuite } from './reset.suite.js';
import { undoSuite } from './undo.suite.js';
import { createWinePc, missingWine, type WinePc } from './wine-pc.js';

/** The last belt, for machines on which Wine cannot be kept from failing to start a program (see `steadily`). */
const again = { retry: 1, timeout: 240_000 } as const;

/** Filled before the first test; the suites get it as a function since they are declared before that. */
let pc: WinePc;
const snippets = new Map<string, string>();

// One prefix for everything: making one takes longer than most tests.
describeWithTool('the emitted .cmd in Wine', missingWine(), () => {
  beforeAll(async () => {
    const { artefacts, diagnostics } = await compileBundled();
    if (!artefacts)
      throw new Error(
        `The bundled checklist does not compile: ${diagnostics.map(({ message }) => message).join('\n')}`,
      );
    pc = createWinePc();
    for (const { path, bytes } of artefacts) {
      if (/^[^/]+\/[^/]+\.cmd$/.test(path))
        pc.write(`C:\\scripts\\${path.split('/').at(-1)}`, Buffer.from(bytes).toString('latin1'));
      const id = /\/\d+-([\w-]+)\.cmd\.txt$/.exec(path)?.[1];
      if (id) snippets.set(id, Buffer.from(bytes).toString('latin1'));
    }
    furnish(pc);
  }, 180_000);
  afterAll(() => pc?.close());

  describe('arguments from the checklist', again, () => quotingSuite(() => pc));
  describe('diagnose.cmd', again, () => diagnoseSuite(() => pc));
  describe('reset-components.cmd', again, () => resetSuite(() => pc));
  describe('undo', again, () => undoSuite(() => pc));
  describe('undo and foreign journals', again, () => journalSuite(() => pc));
  describe('paste blocks', again, () =>
    pasteSuite(
      () => pc,
      (id) => snippets.get(id) ?? '',
    ),
  );
  describe('collect-logs.cmd', again, () => collectSuite(() => pc));
});
