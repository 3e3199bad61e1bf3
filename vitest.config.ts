import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Suites that have nothing to say without a program beside Node: each skips, with a line, where its program is missing. */
const tools = ['test/{pester,wine,package,parser-host,services}/**/*.test.ts'];

/**
 * Suites that build the bundled checklist, load all templates again and again, run the compiled command line, or go through hundreds of
 * made inputs or orders.
 */
const compile = [
  'test/*.test.ts',
  'test/sign/**/*.test.ts',
  'test/unit/{braces,front-end.property,later-stages,state-protocol}.test.ts',
  'test/unit/load/load-templates.test.ts',
  'test/fleet/*.test.ts',
  'test/unit/look.test.ts',
  'test/unit/channels/*.test.ts',
  'test/unit/page/{search,words}.test.ts',
  'test/unit/plan/fingerprint*.test.ts',
  'test/unit/render/{help,quote-ps1,snippet-hash}.test.ts',
];

const project = (
  name: string,
  include: string[],
  exclude: readonly string[] = [],
  more: object = {},
): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, include, exclude: [...configDefaults.exclude, ...exclude], ...more },
});

/**
 * What takes minutes, the longest first: whatever starts last is waited for by one worker while the other has nothing to do.
 * These files are short and would come last by size, which is all that vitest knows in a fresh clone.
 */
const longest = [
  'pester/advice',
  'pester/capture',
  'pester/runtime',
  'wine/changing',
  'wine/reading',
  'wine/engine',
  'package/package',
  'pester/random',
  'pester/diagnose-cli',
];
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const first = longest.flatMap((name) => sorted.filter((file) => file.moduleId.endsWith(`/test/${name}.test.ts`)));
    return [...first, ...sorted.filter((file) => !first.includes(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Half of the suites wait for PowerShell, the other half for Wine.
    maxWorkers: 2,
    // Nothing is asserted about time. These only end a test that hangs, on a machine that has eight other things to do.
    testTimeout: 300_000,
    hookTimeout: 900_000,
    // Without it, what a browser is to show has one second.
    expect: { poll: { timeout: 120_000 } },
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      // The architecture test reads files and nothing else: it belongs to the inner loop.
      project('unit', ['test/{unit,passes,diagnostics}/**/*.test.ts', 'test/architecture.test.ts'], compile.slice(1), {
        isolate: false,
      }),
      project('compile', compile, ['test/architecture.test.ts'], { isolate: false }),
      project('tools', tools, [], { globalSetup: ['test/product.ts'] }),
    ],
  },
});
