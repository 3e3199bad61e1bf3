import { defineConfig } from 'vitest/config';

/**
 * What judges mutants of src: tests of units and of signing that need nothing but Node. Those that read the texts of src, the compiled
 * build/ or what the repository holds cannot see a mutant, or see the instrumented text; goldens never count.
 */
const unseen = [
  'test/sign/{foreign,fuzz,independent,remote-keys}.test.ts',
  'test/unit/{later-stages,state-protocol,look,watch-checklist,serve}.test.ts',
  'test/unit/page/{search,words}.test.ts',
  'test/unit/plan/fingerprint*.test.ts',
];

export default defineConfig({
  test: {
    include: ['test/{unit,passes,diagnostics}/**/*.test.ts', 'test/sign/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...unseen],
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
