import { readManifest } from '../emit/check-product.js';
import type { OutputFile } from '../emit/write-dist.js';
import type { Plan } from '../ir/plan.js';
import { loadPageTemplates } from '../load/load-page-templates.js';
import { pageFiles } from '../page/page-files.js';
import { readTemplates } from './open-checklist.js';
import { packageRoot } from './package-root.js';
import { UsageError } from './run-command.js';

/**
 * The download page over a finished product.
 * @param product files by path relative to the product's folder, its manifest among them.
 * @returns files by path below dist/.
 */
export function makePage(plan: Plan, product: readonly OutputFile[]): Promise<readonly OutputFile[]> {
  // The page's own folder stands beside the product's.
  if (plan.catalog.product === 'page') throw new UsageError('A product cannot be called "page": dist/page/ is taken.');
  const files = new Map(product.map(({ path, bytes }) => [path, bytes] as const));
  const manifest = readManifest(files.get('manifest.json'));
  if (!manifest) throw new Error('A product has a manifest.');
  return pageFiles({
    plan,
    library: readTemplates().library,
    templates: loadPageTemplates(packageRoot),
    manifest,
    files,
  });
}
