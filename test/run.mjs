// The one test command: types first, since vitest does not look at them, then the suites.
//   --project unit|compile|tools   one of the three alone (vitest.config.ts says what is in them)
//   --require-tools[=names]        a suite that lacks its tool fails instead of skipping; with names, such as
//                                  --require-tools=wine,pester, that holds for these tools alone
// All else goes on to vitest: `npm test -- clock` runs the files named so, `npm test -- -t 'part of a name'` single tests.
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
const isRequirement = (argument) => /^--require-tools(=|$)/.test(argument);
const requirement = given.find(isRequirement);
const rest = given.filter((argument) => !isRequirement(argument));
const env = { ...process.env };
if (requirement) {
  const names = (requirement.split('=')[1] ?? 'all').toLowerCase();
  const tools =
    'all powershell pester psscriptanalyzer wine chromium osslsigncode openssl dotnet softhsm2 pkcs11js npm git ansible xmllint duckdb clickhouse';
  const unknown = names.split(',').filter((name) => !tools.split(' ').includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`--require-tools knows no ${unknown.map((name) => `"${name}"`).join(', ')}: ${tools}\n`);
    process.exit(64);
  }
  env.MENDSHEET_REQUIRE_TOOLS = names;
}

const started = performance.now();
process.on('exit', () => process.stderr.write(`${Math.round((performance.now() - started) / 1000)} s in all\n`));

// The command line is tested as users run it, compiled.
process.exitCode =
  run('typescript', ['-p', 'tsconfig.json']) ||
  run('typescript', ['-p', 'test/tsconfig.json']) ||
  run('vitest', ['run', ...rest], env);
