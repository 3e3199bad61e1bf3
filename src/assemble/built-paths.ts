import { productsInSums, readSums } from './check-page.js';
import { isUnlisted, readManifest } from './check-product.js';

/**
 * Says of paths whether the build that wrote a folder wrote them too, by its own lists.
 * @param read a file of the folder by its path below it, with forward slashes; undefined where there is none.
 */
export function builtPaths(read: (path: string) => Uint8Array | undefined): (path: string) => boolean {
  const sums = read('SHA256SUMS');
  const products = productsInSums(sums).flatMap((name) => {
    const manifest = readManifest(read(`${name}/manifest.json`));
    return manifest ? [{ name, listed: new Set(manifest.files.map(({ path }) => path)) }] : [];
  });
  const page = new Set(products.length > 0 ? [...readSums(sums).keys(), 'SHA256SUMS', 'SHA256SUMS.p7s'] : []);
  return (path) =>
    page.has(path) ||
    products.some(({ name, listed }) => {
      const own = path.startsWith(`${name}/`) ? path.slice(name.length + 1) : '';
      return listed.has(own) || isUnlisted(own, name);
    });
}
