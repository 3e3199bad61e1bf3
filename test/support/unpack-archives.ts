import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/**
 * Unpacks the archives of channels as people do, each to a folder with the name of its channel beside it.
 * @param product folder of a product in dist/.
 * @param to where the folders go.
 */
export function unpackArchives(product: string, to: string): void {
  const name = JSON.parse(readFileSync(join(product, 'manifest.json'), 'utf8')) as { readonly product: string };
  for (const archive of readdirSync(product).filter((each) => each.endsWith('.zip'))) {
    const files = unzipSync(new Uint8Array(readFileSync(join(product, archive))));
    for (const [path, bytes] of Object.entries(files)) {
      const file = join(to, path.slice(`${name.product}-`.length));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }
}
