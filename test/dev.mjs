// npm run dev: looks at types, and at the bundled checklist, again at each save of src/, templates/, checks.yaml or checks/.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');
const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const start = (...args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });

let check;
let soon;
/** A compiler writes many files at one save: once all are written, the check starts anew with them. */
function checkAgain() {
  clearTimeout(soon);
  soon = setTimeout(() => {
    check?.kill();
    check = start(join(root, 'build/cli/main.js'), 'check', '--watch');
  }, 200);
}

const types = start(compiler, '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput');
for (const folder of ['build', 'templates']) watch(join(root, folder), { recursive: true }, checkAgain);
checkAgain();
process.on('exit', () => {
  types.kill();
  check?.kill();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
