import { defineConfig } from 'vitest/config';

/** What judges mutants of batch: the model of cmd.exe. Wine takes minutes and says the same of what both run. */
export default defineConfig({
  test: {
    include: ['test/cmd-model.test.ts', 'test/cmd-states.test.ts'],
    isolate: false,
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    setupFiles: process.env['MENDSHEET_VISITED'] === undefined ? [] : ['test/mutate/note-visits.ts'],
  },
});
