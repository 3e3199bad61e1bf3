import { readFileSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { checkPage, productsInSums } from '../assemble/check-page.js';
import { checkProduct, readManifest } from '../assemble/check-product.js';
import { takeAgain, type ProductFailure } from '../assemble/hash-failures.js';
import { verifyDetached } from '../sign/cms/detached-cms.js';
import { verifyCatalog } from '../sign/catalog/verify-catalog.js';
import type { VerifyOptions } from '../sign/cms/verify-message.js';
import { verifyScript } from '../sign/authenticode/verify-script.js';
import type { Certificate } from '../sign/x509/certificate.js';
import { UsageError } from './run-command.js';

/** Every file of a product's folder by path relative to it, with forward slashes. */
export type ProductFiles = ReadonlyMap<string, Uint8Array>;

/** What a folder holds: the products in it, and all files outside of them, which is what the download page consists of. */
export interface Dist {
  /** Each with its folder, below the one that was read; empty for that folder itself. */
  readonly products: readonly { readonly folder: string; readonly files: ProductFiles }[];
  /** By path below the folder, each product's SHA256SUMS among them; null for the folder of a product. */
  readonly page: ProductFiles | null;
  /** What is there and no build makes. Paths below the folder. */
  readonly failures: readonly ProductFailure[];
}

/** @throws UsageError for a folder without any product. */
export function readDist(folder: string): Dist {
  const { files, failures } = readFolder(folder);
  const { products, page } = divideDist(files);
  if (products.length === 0) throw new UsageError(`${folder} holds no manifest.json and no product folder.`);
  return { products, page, failures };
}

/** Tells the products of a folder from its page. */
export function divideDist(files: ProductFiles): Pick<Dist, 'products' | 'page'> {
  if (files.has('manifest.json')) return { products: [{ folder: '', files }], page: null };
  const named = new Set(productsInSums(files.get('SHA256SUMS')));
  const folders = new Set([...files.keys()].filter((path) => path.includes('/')).map((path) => path.split('/', 1)[0]));
  const names = [...folders].flatMap((name = '') =>
    named.has(name) || files.has(`${name}/manifest.json`) ? name : [],
  );
  const products = names.map((name) => {
    const own = [...files].filter(([path]) => path.startsWith(`${name}/`));
    return { folder: name, files: new Map(own.map(([path, bytes]) => [path.slice(name.length + 1), bytes] as const)) };
  });
  const ofProduct = (path: string): boolean => names.some((name) => path.startsWith(`${name}/`));
  const page = [...files].filter(([path]) => !ofProduct(path) || path.split('/').slice(1).join('/') === 'SHA256SUMS');
  return { products, page: new Map(page) };
}

/**
 * All that can be wrong with the files outside the products.
 * @param products files of each, whose manifests say whether signatures have timestamps.
 */
export function verifyPage(
  files: ProductFiles,
  products: readonly ProductFiles[],
  options: VerifyOptions,
): readonly ProductFailure[] {
  return [...checkPage(files), ...sumsSignatureFailures(files, withTimestamps(options, products))];
}

/**
 * Anyone can take a timestamp off, which ends a signature with its certificate, or add one. Manifests, which signatures cover, say
 * whether there is one.
 */
function withTimestamps(options: VerifyOptions, products: readonly ProductFiles[]): VerifyOptions {
  const said = products.flatMap((files) => readManifest(files.get('manifest.json'))?.signer?.timestamped ?? []);
  const timestamped = said.length === 0 ? undefined : said.includes(true);
  return options.timestamped === true ? options : { ...options, timestamped };
}

/**
 * Reads every file below a folder. A build holds plain files, and folders that have some: a link or device could make one thing be
 * verified and another be run, a folder without files could stand for one that is missing.
 * @returns files by path below the folder, and a failure for all else that is there.
 */
export function readFolder(folder: string): {
  readonly files: ProductFiles;
  readonly failures: readonly ProductFailure[];
} {
  const files = new Map<string, Uint8Array>();
  const failures: ProductFailure[] = [];
  const refuse = (path: string, message: string): void => {
    failures.push({ path, message, advice: 'Remove it, or take the whole folder again from where it was published.' });
  };
  const read = (path: string, entry: Dirent): void => {
    if (entry.isDirectory()) return readBelow(path);
    if (!entry.isFile()) return refuse(path, 'It is a link or device; a build holds plain files only.');
    try {
      files.set(path, readFileSync(join(folder, ...path.split('/'))));
    } catch (error) {
      refuse(path, `It cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}).`);
    }
  };
  const readBelow = (path: string): void => {
    const entries = listFolder(join(folder, path));
    if (!entries) return refuse(path, 'The folder cannot be read.');
    if (entries.length === 0) refuse(path, 'The folder is empty; a build makes no such folder.');
    for (const entry of entries) read(path === '' ? entry.name : `${path}/${entry.name}`, entry);
  };
  readBelow('');
  return { files, failures };
}

/** Null for a folder that cannot be read. */
function listFolder(path: string): readonly Dirent[] | null {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return null;
  }
}

/** All that can be wrong with a product's folder: files, hashes, and every signature over them. */
export function verifyProduct(files: ProductFiles, given: VerifyOptions): readonly ProductFailure[] {
  const options = withTimestamps(given, [files]);
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

/** Who signed the SHA256SUMS of a folder, trusted or not; null where that cannot be read. */
export function signerOfSums(files: ProductFiles): Certificate | null {
  const empty = new Uint8Array();
  return verifyDetached(files.get('SHA256SUMS') ?? empty, files.get('SHA256SUMS.p7s') ?? empty).path[0] ?? null;
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
