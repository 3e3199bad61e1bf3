// What reading and counting a fleet takes in a process of its own: node fleet.mjs <export> <folder>, figures as JSON.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { memoryLimit, openDatabase } from '../../build/fleet/database.js';
import { takeSnapshot } from '../../build/fleet/snapshot.js';
import { clearWork, updateDataset } from '../../build/fleet/update-dataset.js';
import { makeViews } from '../../build/fleet/views.js';

const [, , table, out] = process.argv;
mkdirSync(out, { recursive: true });
const database = await openDatabase(join(out, 'fleet.duckdb'), {
  memory_limit: memoryLimit,
  temp_directory: join(out, 'work', 'spilled'),
});
clearWork(out);
const timed = async (run) => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};
const cpuBefore = process.cpuUsage();
const read = await timed(() => updateDataset(database, out, [table], false, () => {}));
const { user, system } = process.cpuUsage(cpuBefore);
const views = await timed(() => makeViews(database, out, { asOf: '2026-12-01 00:00:00', staleDays: 14 }, []));
const snapshot = await timed(() => takeSnapshot(database));
const again = await timed(() => updateDataset(database, out, [table], false, () => {}));
database.close();
// The unit of maxRSS is 1,024 bytes.
const peak = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ read, cpu: (user + system) / 1000, views, snapshot, again, peak }));
