import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { checkPage, productsInSums } from '../assemble/check-page.js';
import { checkProduct, readManifest } from '../assemble/check-product.js';
import { takeAgain, type ProductFailure } from '../assemble/hash-failures.js';
import { verifyDetached } from '../sign/cms/detached-cms.js';
import { verifyCatalog } from '../sign/catalog/verify-catalog.js';
import type { VerifyOptions } from '../sign/cms/verify-message.js';
import { verifyScript } from '../sign/authenticode/verify-script.js';
import { UsageError } from './run-command.js';

/** Every file of a product's folder by path relative to it, with forward slashes. */
export type ProductFiles = ReadonlyMap<string, Uint8Array>;

/** What a folder holds: the products in it, and all files outside of them, which is what the download page consists of. */
export interface Dist {
  /** Folders of products. */
  readonly products: readonly string[];
  /** By path below the folder, each product's SHA256SUMS among them; null for the folder of a product. */
  readonly page: ProductFiles | null;
}

/** @throws UsageError for a folder without any product. */
export function readDist(folder: string): Dist {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some(({ name }) => name === 'manifest.json')) return { products: [folder], page: null };
  const files = readProduct(folder);
  const named = new Set(productsInSums(files.get('SHA256SUMS')));
  const products = entries
    .filter((entry) => entry.isDirectory() && (named.has(entry.name) || files.has(`${entry.name}/manifest.json`)))
    .map(({ name }) => name);
  if (products.length === 0) throw new UsageError(`${folder} holds no manifest.json and no product folder.`);
  const ofProduct = (path: string): boolean => products.some((name) => path.startsWith(`${name}/`));
  const page = [...files].filter(([path]) => !ofProduct(path) || path.split('/').slice(1).join('/') === 'SHA256SUMS');
  return { products: products.map((name) => join(folder, name)), page: new Map(page) };
}

/** All that can be wrong with the files outside the products. */
export function verifyPage(files: ProductFiles, options: VerifyOptions): readonly ProductFailure[] {
  return [...checkPage(files), ...sumsSignatureFailures(files, options)];
}

/** @throws UsageError for links and devices, which could make one thing be verified and another be run. */
export function readProduct(folder: string): ProductFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => {
    const stat = lstatSync(join(folder, path));
    if (!stat.isFile() && !stat.isDirectory())
      throw new UsageError(`${join(folder, path)} is a link or device; a build holds plain files only.`);
    return stat.isFile();
  });
  return new Map(
    paths.map((path) => [relative('.', path).split(sep).join('/'), readFileSync(join(folder, path))] as const),
  );
}

/** All that can be wrong with a product's folder: files, hashes, and every signature over them. */
export function verifyProduct(files: ProductFiles, options: VerifyOptions): readonly ProductFailure[] {
  const product = readManifest(files.get('manifest.json'))?.product ?? 'product';
  const catalogName = `${product}.cat`;
  const members = [...files].filter(([path]) => path !== catalogName).map(([path, content]) => ({ path, content }));
  return [
    ...checkProduct(files),
    ...signatureFailures(files, catalogName, (bytes) => verifyCatalog(bytes, members, options).failures),
    ...sumsSignatureFailures(files, options),
    ...[...files].flatMap(([path, bytes]) =>
      path.endsWith('.ps1') ? verifyScript(bytes, options).failures.map((failure) => ({ path, ...failure })) : [],
    ),
  ];
}

function sumsSignatureFailures(files: ProductFiles, options: VerifyOptions): readonly ProductFailure[] {
  const sums = files.get('SHA256SUMS') ?? new Uint8Array();
  return signatureFailures(files, 'SHA256SUMS.p7s', (bytes) => verifyDetached(sums, bytes, options).failures);
}

function signatureFailures(
  files: ProductFiles,
  path: string,
  verify: (bytes: Uint8Array) => readonly { readonly message: string; readonly advice: string }[],
): readonly ProductFailure[] {
  const bytes = files.get(path);
  if (bytes) return verify(bytes).map((failure) => ({ path, ...failure }));
  return [{ path, message: 'The signature is missing.', advice: takeAgain }];
}
