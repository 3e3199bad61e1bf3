import { appendFileSync } from 'node:fs';
import { beforeEach, expect } from 'vitest';
import { visits } from '../../src/batch-model/run.js';

/** Writes `row<TAB>script<TAB>test` once for each, to the file that MENDSHEET_VISITED names; no test is what runs in front of tests. */
const file = process.env['MENDSHEET_VISITED'] ?? '';
const seen = new Set<string>();
let test = '';
beforeEach(() => {
  test = expect.getState().currentTestName ?? '';
});
visits.note = (script, row) => {
  const line = `${row}\t${script}\t${test}\n`;
  if (seen.has(line)) return;
  seen.add(line);
  appendFileSync(file, line);
};
