import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { action, type Job } from '../support/action-file.js';

describe('action.yml', () => {
  const { steps } = action.runs;
  const scripts = steps.flatMap(({ run: script }) => script ?? []);

  it('checks, tests, builds and verifies with the version of the lock file, in this order', () => {
    expect(action.runs.using).toBe('composite');
    const commands = scripts.flatMap((script) => Array.from(script.matchAll(/^ *(np[mx] .+)$/gm), ([, line]) => line));
    expect(commands).toEqual([
      'npm ci --ignore-scripts',
      'npx --no @mendsheet/cli check --index="$INDEX" --format=github',
      'npx --no @mendsheet/cli test --index="$INDEX"',
      'npx --no @mendsheet/cli build "${arguments[@]}"',
      'npx --no @mendsheet/cli verify "$OUT" "${arguments[@]}"',
    ]);
  });

  it('lets no input into a script but as a variable in quotation marks', () => {
    const texts = [...scripts, ...workflowScripts('examples/company/.github/workflows/checklist.yml')];
    for (const script of texts) {
      expect(script).not.toContain('${{');
      // A here-string takes a variable as one text; [@] and quotation marks keep words whole.
      const bare = script.replaceAll(/"[^"]*"|'[^']*'/g, '').match(/\$\{?[A-Za-z_].*/g) ?? [];
      expect(bare).toEqual([]);
    }
    for (const { env = {}, shell, run: script } of steps) {
      if (script) expect(shell).toBe('bash');
      for (const value of Object.values(env)) expect(value).toMatch(/^\$\{\{ inputs\.[a-z-]+ \}\}$/);
    }
  });

  it('uses each of its inputs, describes it, and has a default', () => {
    const used = new Set(Array.from(JSON.stringify(steps).matchAll(/inputs\.([a-z-]+)/g), ([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { description, default: value } of Object.values(action.inputs))
      expect([description.length > 10, typeof value]).toEqual([true, 'string']);
    const page = readFileSync('docs/company.md', 'utf8');
    const documented = Array.from(page.matchAll(/^\| `([a-z-]+)` +\|/gm), ([, name]) => name);
    expect(documented).toEqual(Object.keys(action.inputs));
  });
});

function workflowScripts(path: string): readonly string[] {
  const { jobs } = parse(readFileSync(path, 'utf8')) as { readonly jobs: Readonly<Record<string, Job>> };
  return Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run: script }) => script ?? []));
}
