import { defineConfig } from 'vitest/config';

/**
 * What judges mutants of src: tests of units that need nothing but Node, and those of signing for what signs and verifies, which is a
 * library of its own. Those that read the texts of src, the compiled
 * build/ or what the repository holds cannot see a mutant, or see the instrumented text; goldens never count.
 */
const unseen = [
  'test/sign/{foreign,fuzz,independent,remote-keys,structural-changes}.test.ts',
  'test/unit/{later-stages,state-protocol,look,watch-checklist,serve}.test.ts',
  'test/unit/page/{search,words}.test.ts',
  'test/unit/plan/fingerprint*.test.ts',
];

export default defineConfig({
  test: {
    include:
      process.env['MENDSHEET_MUTATED'] === 'signing'
        ? ['test/sign/**/*.test.ts']
        : ['test/{unit,passes,diagnostics}/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...unseen],
    setupFiles: ['test/mutate/leave-out.ts'],
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
