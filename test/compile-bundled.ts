import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compile, type CompileInput, type Compiled } from '../src/compile.js';
import { loadTemplates } from '../src/load/load-templates.js';

export const repository = join(import.meta.dirname, '..');

/** A day on which no fact of the bundled checklist is due for review, so that tests do not age. */
export const reviewDay = '2026-11-22';

/** Compiles the bundled checklist up to what channels make of it, unsigned unless it is told how to sign, at a version that goldens do not outlive. */
export function compileBundled(signing: CompileInput['signing'] = null): Promise<Compiled> {
  return compile(
    {
      indexPath: join(repository, 'checks.yaml'),
      templates: loadTemplates(repository),
      version: '0.1.0',
      today: reviewDay,
      signing,
      development: false,
    },
    { until: 'channels' },
  );
}

/**
 * Emitted files as bytes by path below dist/: of the bundled checklist, or of the folder that MENDSHEET_PRODUCT names, where
 * test/mutate has put a product with a fault.
 */
export async function emittedFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = process.env['MENDSHEET_PRODUCT'];
  if (folder === undefined) return new Map(((await bundled()).artefacts ?? []).map(({ path, bytes }) => [path, bytes]));
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

let once: Promise<Compiled> | undefined;

/** The same without signatures, compiled once a process: for tests that only look at it, of which each would take seconds. */
export function bundled(): Promise<Compiled> {
  return (once ??= compileBundled());
}
