// What a command of the program takes in a process of its own, figures as JSON: node fleet.mjs <output file> <command> <arguments>.
// What the command prints goes to nobody.
import { writeFileSync } from 'node:fs';

const [, , figures, ...args] = process.argv;
process.argv = [process.argv[0], 'mendsheet', ...args];
const started = performance.now();
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  // The unit of maxRSS is 1,024 bytes.
  const peak = process.resourceUsage().maxRSS * 1024;
  const clock = performance.now() - started;
  writeFileSync(figures, JSON.stringify({ clock, cpu: (user + system) / 1000, peak, code: process.exitCode ?? 0 }));
});
await import('../../build/cli/main.js');
