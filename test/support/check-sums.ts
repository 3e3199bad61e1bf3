import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder that are not what its SHA256SUMS says, as `sha256sum --check` would tell; needs no such program. */
export function brokenSums(folder: string): readonly string[] {
  return readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [, hash = '', path = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      return createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex') === hash
        ? []
        : [line];
    });
}
