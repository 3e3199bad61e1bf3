import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Catalog } from '../../src/ir/catalog.js';
import { loadProject } from '../../src/load/load-project.js';
import { resolveCatalog } from '../../src/resolve/index.js';
import { validateProject } from '../../src/spec/validate.js';

/** The day of every build in tests: facts are due for review against it. */
export const today = '2026-11-22';

export interface FrontEnd {
  readonly catalog: Catalog | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything from files to the catalog. */
export function runFrontEnd(indexPath: string): FrontEnd {
  const project = loadProject(indexPath);
  if (!project.value) return { catalog: null, diagnostics: project.diagnostics };
  const spec = validateProject(project.value);
  const catalog = resolveCatalog(spec.value, today);
  const diagnostics = [project, spec, catalog].flatMap((outcome) => outcome.diagnostics);
  return { catalog: catalog.value, diagnostics };
}

/** Writes files into a new folder, hands it to `use` and removes it. Contents are text, or bytes as they are. */
export function withFiles<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (root: string) => T): T {
  const root = mkdtempSync(path.join(tmpdir(), 'mendsheet-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), content);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
