import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readZip, ZipError, type ZipLimits } from './read-zip.js';

/** The two files of a bundle that a diagnosis reads; nothing else of it is opened. */
export interface BundleTexts {
  readonly capture: string;
  /** Null where there is a capture alone. */
  readonly manifest: string | null;
}

/** Bytes of the manifest: some hundred files, and what could not be collected. */
const mostManifest = 2_000_000;

/** collect-logs takes 500 MB unless it is told otherwise, and logs are a tenth of it when packed. */
const limits: ZipLimits = { members: 5000, total: 4_000_000_000, ratio: 500, depth: 16 };

/**
 * Reads a bundle of collect-logs: the zip file, the folder that it was unpacked into, or capture.json alone.
 * @param mostCapture Bytes that capture.json may have.
 * @throws ZipError for a bundle that is refused, with the reason.
 */
export function readBundle(path: string, mostCapture: number): BundleTexts {
  const sizes = new Map([
    ['capture.json', mostCapture],
    ['manifest.json', mostManifest],
  ]);
  if (lstatSync(path).isDirectory()) {
    const texts = [...sizes].map(([name, most]) => readPlain(join(path, name), most));
    return bundleOf(texts[0] ?? null, texts[1] ?? null);
  }
  if (path.toLowerCase().endsWith('.json')) return bundleOf(readPlain(path, mostCapture), null);
  const members = readZip(path, sizes, limits);
  const [capture, manifest] = [...sizes.keys()].map((name) => members.get(name)?.toString('utf8') ?? null);
  return bundleOf(capture ?? null, manifest ?? null);
}

function bundleOf(capture: string | null, manifest: string | null): BundleTexts {
  if (capture === null)
    throw new ZipError(
      'It holds no capture.json: collect-logs.ps1 of an earlier version made it, or collect-logs.cmd.',
    );
  return { capture: withoutMark(capture), manifest: manifest === null ? null : withoutMark(manifest) };
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

/** Null where there is none. A link could lead anywhere. */
function readPlain(path: string, most: number): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return null;
  if (!found.isFile()) throw new ZipError(`${path} is no plain file.`);
  if (found.size > most) throw new ZipError(`${path} has ${found.size} bytes, and at most ${most} are taken.`);
  return readFileSync(path, 'utf8');
}
