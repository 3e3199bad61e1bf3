import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Suites that start other programs (PowerShell, Wine, .NET) say their own, longer limits.
    testTimeout: 20_000,
    // Half of the suites wait for PowerShell, the other half for Wine.
    maxWorkers: 2,
    hookTimeout: 120_000,
    globalSetup: ['test/product.ts'],
    reporters: ['default', './test/closing-line.ts'],
  },
});
