import type { OutputFile } from '../ir/artefact.js';
import type { Library } from '../ir/library.js';
import type { Plan } from '../ir/plan.js';
import type { PageTemplates } from '../load/templates.js';
import { pageFiles } from '../page/page-files.js';
import { readManifest } from './check-product.js';

/**
 * The download page over a finished product.
 * @param product files by path relative to the product's folder, its manifest among them.
 * @returns files by path below dist/.
 */
export function makePage(
  plan: Plan,
  library: Library,
  templates: PageTemplates,
  product: readonly OutputFile[],
): readonly OutputFile[] {
  const files = new Map(product.map(({ path, bytes }) => [path, bytes] as const));
  const manifest = readManifest(files.get('manifest.json'));
  if (!manifest) throw new Error('A product has a manifest.');
  return pageFiles({ plan, library, templates, manifest, files });
}
