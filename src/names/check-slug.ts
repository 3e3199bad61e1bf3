import type { Check } from '../ir/catalog.js';

/** What files and folders about one check are called: "14-download-cache". */
export function checkSlug({ item, id }: Check): string {
  return `${item}-${id}`;
}
