import type { Check } from './catalog.js';

/** The folder of what is about one check: "14-download-cache". */
export function checkFolder({ item, id }: Check): string {
  return `${item}-${id}`;
}
