import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../src/fleet/snapshot.js';

/** The numbers of the last run over a fleet's folder. */
export function snapshotIn(out: string): Snapshot {
  const [name = ''] = readdirSync(join(out, 'snapshots')).sort().reverse();
  return JSON.parse(readFileSync(join(out, 'snapshots', name), 'utf8')) as Snapshot;
}
