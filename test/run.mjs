// The one test command: types first, since vitest does not look at them, then every suite.
// --require-tools makes a suite that lacks its tool fail instead of skip; all else goes on to vitest.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const bin = (name) => {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : Object.values(bin)[0]);
};
const run = (program, args, env = process.env) =>
  spawnSync(process.execPath, [bin(program), ...args], { stdio: 'inherit', env }).status ?? 1;

const given = process.argv.slice(2);
const requireTools = given.includes('--require-tools');
const rest = given.filter((argument) => argument !== '--require-tools');
const env = { ...process.env, ...(requireTools ? { MENDSHEET_REQUIRE_TOOLS: '1' } : {}) };

// The command line is tested as users run it, compiled.
process.exitCode =
  run('typescript', ['-p', 'tsconfig.json']) ||
  run('typescript', ['-p', 'test/tsconfig.json']) ||
  run('vitest', ['run', ...rest], env);
