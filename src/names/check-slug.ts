import type { Check } from '../ir/catalog.js';

/** What files and folders about one check are called: "14-download-cache". */
export function checkSlug({ item, id }: Check): string {
  return `${item}-${id}`;
}

/** Below the product's folder: the archive that a check's own scripts go out in, under the names by which they call each other. */
export function checkArchive(check: Check): string {
  return `checks/${checkSlug(check)}.zip`;
}
