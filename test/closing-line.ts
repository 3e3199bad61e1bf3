import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that tools can read: "12 passed, 0 failed, 3 skipped". */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      // A file or a hook that fails takes its tests with it: they count as skipped, the failure as one.
      counts.failed += [module, ...module.children.allSuites()].filter((each) => each.errors().length > 0).length;
      for (const test of module.children.allTests()) counts[test.result().state]++;
    }
    process.on('exit', () => {
      process.stdout.write(
        `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped\n`,
      );
    });
  }
}
