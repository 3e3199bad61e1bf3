import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { pesterSuite, product } from './pester-suite.js';

const name = 'recorded truth';
const folder = process.env['MENDSHEET_GROUND_TRUTH'];

// Records of real PCs are not ours to publish, so this suite is for those who have some; CONTRIBUTING.md says what it expects.
if (folder !== undefined && existsSync(join(folder, 'events'))) {
  pesterSuite(name, join(import.meta.dirname, 'GroundTruth.Tests.ps1'), { Folder: product, Truth: folder });
} else {
  process.stderr.write(`skipped: ${name} (needs records in a folder that MENDSHEET_GROUND_TRUTH names)\n`);
  describe.skip(name, () => it('needs MENDSHEET_GROUND_TRUTH', () => undefined));
}
