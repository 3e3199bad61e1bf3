// What judges faults of PowerShell: scenarios and Pester tests, of which a mutant meets only those that run its statement.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { askPowerShell, findPowerShell, isMissing, simulatorPath } from '../../build/host/pwsh.js';
import { restorePester } from '../../build/host/nuget-tools.js';
import { filesWith, filesWithMutant, root, sourcesOf, writeProduct } from './product.mjs';

const work = join(root, '.mutate');
const scenarioRoots = ['checks/scenarios', 'checks/windows-recipes/scenarios'].map((path) => join(root, path));

/** Suites that look at behaviour. Random PCs and the zones of the world say nothing that these do not. */
export const pesterSuites =
  'Edges Runtime Actions Answers Channel Defects Events Redaction Repair Snippet States Capture'.split(' ');

/** Whole path of a scenario, of which one folder has the path. */
function scenarioAt(path) {
  return scenarioRoots.map((folder) => join(folder, path)).find((each) => existsSync(each));
}

/** Groups of tests that are looked up one by one. */
export const groupsOfTests = () => [
  ...[...new Set(scenarioPaths().map((each) => each.split('/')[0]))].map((owner) => `scenario/${owner}`),
  ...pesterSuites,
];

/** Paths of scenarios, relative to their folder. */
function scenarioPaths() {
  return scenarioRoots
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ps1'))
    .sort();
}

/** Parameters of a file of Pester tests, as its *.test.ts gives them. */
function dataOf(suite, product, tree, scenarios) {
  const at = (name) => join(product, 'windows-update', name);
  const paths = scenarios.map(scenarioAt);
  return (
    {
      scenario: { Diagnose: at('diagnose.ps1'), Repair: at('reset-components.ps1'), Scenario: paths },
      Actions: { Folder: at(''), Parts: join(product, 'parts/actions') },
      Redaction: {
        Collect: at('collect-logs.ps1'),
        Probes: join(root, 'test/pester/redaction-probes.tsv'),
        Simulator: join(tree, 'src/simulator'),
      },
      Repair: { Repair: at('reset-components.ps1'), Scenario: paths },
      Capture: { Collect: at('collect-logs.ps1'), Diagnose: at('diagnose.ps1'), Scenario: paths, Repository: root },
    }[suite] ?? { Folder: at('') }
  );
}

const fileOf = (suite, tree) =>
  suite === 'scenario' ? join(tree, 'src/simulator/Scenario.Tests.ps1') : join(tree, `test/pester/${suite}.Tests.ps1`);

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A PowerShell that tries one product after another, and is started anew when one hangs. */
export async function createWorker() {
  const shell = await findPowerShell();
  if (isMissing(shell)) throw new Error(shell.hint);
  const asked = await askPowerShell('Invoke-Tests.ps1', { path: null, data: {} });
  if (isMissing(asked)) throw new Error(asked.hint);
  const pester = (await restorePester()) ?? '-';
  const [program, ...first] = shell.command;
  const assembly = join(work, `simulator-${process.pid}.dll`);
  let child = null;
  let tried = 0;
  const start = (env) => {
    const script = join(root, 'test/mutate/Invoke-Trial.ps1');
    child = spawn(program, [...first, '-NoProfile', '-NonInteractive', '-File', script, '-Pester', pester], {
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
      env: { ...process.env, MENDSHEET_SHELL: JSON.stringify(shell.command), NO_COLOR: '1', TZ: 'UTC', ...env },
    });
    child.lines = createInterface({ input: child.stdout });
  };
  const stop = () => {
    if (!child) return;
    // The whole group: a test may have started others.
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    child = null;
  };
  /** Gives the answer of Invoke-Trial.ps1, or a kill by the clock. */
  const ask = (request, limit, env = {}) =>
    new Promise((resolve) => {
      if (!child || tried++ > 40) {
        stop();
        tried = 0;
        start(env);
      }
      const own = child;
      const finish = (answer, ends) => {
        clearTimeout(timer);
        own.lines.removeAllListeners('line');
        own.removeAllListeners('exit');
        if (ends) stop();
        resolve(answer);
      };
      const timer = setTimeout(
        () => finish({ killed: true, by: 'the clock', says: 'timed out', tests: [] }, true),
        limit,
      );
      own.once('exit', () => finish({ killed: true, by: 'the process', says: 'PowerShell ended', tests: [] }, true));
      own.lines.on('line', (line) => {
        if (line.startsWith('MENDSHEET-TRIAL ')) finish(JSON.parse(line.slice(16)), false);
      });
      own.stdin.write(`${JSON.stringify(request)}\n`);
    });
  /** Compiles C# to an assembly. */
  const compile = (sources, to) =>
    new Promise((resolve) => {
      const text = `Add-Type -Path ${sources.map((each) => `'${each}'`).join(', ')} -OutputAssembly '${to}'`;
      spawn(program, [...first, '-NoProfile', '-Command', text], { stdio: 'ignore' }).once('exit', resolve);
    });
  if (!existsSync(assembly))
    await compile(
      ['Registry', 'Security', 'Events'].map((part) => simulatorPath(`Simulated${part}.cs`)),
      assembly,
    );
  process.env.MENDSHEET_SIMULATOR = assembly;
  return { ask, stop, compile, forget: () => rmSync(assembly, { force: true }) };
}

/** Rows (0-based) of each source on which a statement begins, so that a probe can stand in front of it. */
async function statementRows() {
  const shell = await findPowerShell();
  if (isMissing(shell)) throw new Error(shell.hint);
  const [program, ...first] = shell.command;
  const paths = sourcesOf().filter((path) => path.endsWith('.ps1'));
  const asked = spawnSync(program, [...first, '-NoProfile', '-File', join(root, 'test/mutate/Get-StatementRow.ps1')], {
    input: JSON.stringify(paths.map((path) => join(root, path))),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const rows = JSON.parse(asked.stdout);
  return Object.fromEntries(paths.map((path) => [path, rows[join(root, path)]]));
}

/** A copy of the simulator and of the Pester tests in which each test says its name to the probes. */
function namedTests(folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const path of ['src/simulator', 'test/pester'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const path of ['templates', 'checks']) symlinkSync(join(root, path), join(folder, path));
  for (const suite of ['scenario', ...pesterSuites]) {
    const path = fileOf(suite, folder);
    const text = readFileSync(path, 'utf8')
      .split('\n')
      .map((line, row) => {
        if (suite === 'scenario' && /^ +It .*\{$/.test(line))
          return `${line} [MendsheetProbe]::Test = $env:MENDSHEET_TEST = "scenario/$Name"`;
        if (/^ +It .*\{$/.test(line))
          return `${line} [MendsheetProbe]::Test = $env:MENDSHEET_TEST = '${suite}/${row + 1}'`;
        if (/^ *BeforeAll \{$/.test(line))
          return `${line} [MendsheetProbe]::Test = $env:MENDSHEET_TEST = '${suite}/before ${row + 1}'`;
        return line;
      })
      .join('\n');
    writeFileSync(path, text);
  }
}

/** The tests of a file that begin below a row and inside of its block: those that a BeforeAll there is for. */
function testsBelow(suite, line) {
  const lines = readFileSync(fileOf(suite, root), 'utf8').split('\n');
  const depth = /^ */.exec(lines[line - 1])[0].length;
  const found = [];
  for (let row = line; row < lines.length; row++) {
    const indent = /^ */.exec(lines[row])[0].length;
    if (lines[row].trim() !== '' && indent < depth) break;
    if (/^ *It '/.test(lines[row])) found.push(`${suite}/${row + 1}`);
  }
  return found;
}

/**
 * Which tests run which statement: `{ tests: { name: milliseconds }, rows: { source: { row: [names] } }, texts: { source: hash } }`.
 * Kept between runs by the texts of a file of tests; a source that has changed since is looked up as a whole.
 * @param parts Parts of names of groups: only these are looked up; all where there are none.
 */
export async function coverage(files, say, parts) {
  const path = join(work, 'coverage.json');
  const kept = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { suites: {}, tests: {}, rows: {}, texts: {} };
  const simulator = hashOf(
    readdirSync(join(root, 'src/simulator'))
      .filter((name) => /\.(?:psm1|cs|csv|ps1)$/.test(name))
      .map((name) => readFileSync(join(root, 'src/simulator', name), 'utf8'))
      .join('\0'),
  );
  const owners = [...new Set(scenarioPaths().map((each) => each.split('/')[0]))];
  // The quick ones first.
  const units = [
    ...owners.map((owner) => {
      const scenarios = scenarioPaths().filter((each) => each.startsWith(`${owner}/`));
      const hash = hashOf(scenarios.map((each) => each + readFileSync(scenarioAt(each), 'utf8')).join('\0'));
      return { name: `scenario/${owner}`, suite: 'scenario', scenarios, hash };
    }),
    ...pesterSuites.map((suite) => ({
      name: suite,
      suite,
      scenarios: scenarioPaths(),
      hash: hashOf(readFileSync(fileOf(suite, root), 'utf8')),
    })),
  ];
  const isWanted = (name) => parts.length === 0 || parts.some((part) => name.includes(part));
  const stale = units.filter(({ name, hash }) => isWanted(name) && kept.suites[name] !== hash);
  if (stale.length === 0) return kept;
  say(`Looking which tests run which statement: ${stale.length} of ${units.length} groups of tests.`);
  const tree = join(work, 'tree');
  const product = join(work, 'probed');
  const probes = join(work, 'probes');
  namedTests(tree);
  const starts = await statementRows();
  const places = [];
  writeProduct(product, probed(files, starts, places));
  const worker = await createWorker();
  const hook = join(work, 'probe.dll');
  await worker.compile([join(root, 'test/mutate/Probe.cs')], hook);
  for (const { name, suite, scenarios, hash } of stale) {
    rmSync(probes, { recursive: true, force: true });
    mkdirSync(probes, { recursive: true });
    const run = { path: fileOf(suite, tree), data: dataOf(suite, product, tree, scenarios) };
    const answer = await worker.ask({ runs: [run], all: true }, 40 * 60_000, {
      MENDSHEET_PROBES: probes,
      DOTNET_STARTUP_HOOKS: hook,
    });
    const passed = {};
    for (const test of answer.tests) {
      const key =
        suite === 'scenario'
          ? test.name.replace(/^scenario\./, 'scenario/').replace(/ for [\w-]+$/, '')
          : `${suite}/${test.line}`;
      passed[key] = {
        ok: (passed[key]?.ok ?? true) && test.passed,
        took: (passed[key]?.took ?? 0) + test.milliseconds,
      };
    }
    const own = (key) => (suite === 'scenario' ? key.startsWith(`${name}/`) : key.startsWith(`${suite}/`));
    for (const key of Object.keys(kept.tests)) if (own(key)) delete kept.tests[key];
    for (const [key, { ok, took }] of Object.entries(passed)) if (ok) kept.tests[key] = took;
    for (const rows of Object.values(kept.rows))
      for (const row of Object.keys(rows)) rows[row] = rows[row].filter((key) => !own(key));
    const hits = readdirSync(probes).flatMap((file) => readFileSync(join(probes, file), 'utf8').trim().split('\n'));
    for (const hit of new Set(hits)) {
      const [, place, key] = /^(\d+) (.+)$/.exec(hit) ?? [];
      if (!key) continue;
      const { source, row } = places[Number(place)];
      const before = /^(\w+)\/before (\d+)$/.exec(key);
      const keys = before ? testsBelow(before[1], Number(before[2])) : [key.replace(/ for [\w-]+$/, '')];
      const rows = (kept.rows[source] ??= {});
      rows[row] = [...new Set([...(rows[row] ?? []), ...keys])];
    }
    kept.suites[name] = hash;
    say(
      `  ${name}: ${Object.keys(passed).length} tests${answer.killed ? `, failing: ${answer.by}: ${answer.says.slice(0, 200)}` : ''}`,
    );
    for (const source of Object.keys(starts)) kept.texts[source] = hashOf(readFileSync(join(root, source), 'utf8'));
    kept.starts = starts;
    writeFileSync(path, JSON.stringify({ ...kept, simulator }));
  }
  worker.stop();
  return kept;
}

/** The product with a probe in front of every statement of its parts and bodies. */
function probed(files, starts, places) {
  const made = new Map(files);
  for (const source of sourcesOf().filter((each) => each.endsWith('.ps1'))) {
    const change = (text) => {
      const rows = new Set(starts[source]);
      return text
        .split('\n')
        .map((line, row) =>
          rows.has(row)
            ? line.replace(
                /^(\s*)/,
                (_, blanks) => `${blanks}[MendsheetProbe]::Hit(${places.push({ source, row }) - 1}); `,
              )
            : line,
        )
        .join('\n');
    };
    for (const [path, bytes] of filesWith(made, source, change)) made.set(path, bytes);
  }
  return made;
}

/** The tests that run what a mutant changes, first those that look at it and the quickest of them. Of a source that has changed since the look, all that run any of it. */
export function testsFor({ path, row }, map) {
  const rows = map.rows[path] ?? {};
  const isKnown = map.texts[path] === hashOf(readFileSync(join(root, path), 'utf8'));
  const before = isKnown ? map.starts[path].filter((each) => each <= row) : [];
  // What stands in front of the first statement belongs to all of them.
  const names = before.length > 0 ? (rows[Math.max(...before)] ?? []) : [...new Set(Object.values(rows).flat())];
  // Scenarios pass through parts of which only a Pester test looks at the effect; of a body they are what looks.
  const isLate = (name) => name.startsWith('scenario/') !== path.startsWith('checks/');
  return names
    .filter((name) => map.tests[name] !== undefined)
    .sort((a, b) => Number(isLate(a)) - Number(isLate(b)) || map.tests[a] - map.tests[b]);
}

/**
 * Tries a mutant.
 * @param budget How many milliseconds of tests, as the map has them, are tried at most.
 * @returns `{ status, by, tried, of }`.
 */
export async function judgePs1(mutant, { files, map, worker, slot, budget }) {
  const names = testsFor(mutant, map);
  if (names.length === 0) return { status: 'no test runs it', by: '', tried: 0, of: 0 };
  const changed = filesWithMutant(files, mutant);
  if (changed.size === 0) return { status: 'not emitted', by: '', tried: 0, of: 0 };
  const product = join(work, `product-${slot}`);
  if (!existsSync(product)) writeProduct(product, files);
  const chosen = [];
  let spent = 0;
  for (const name of names) {
    if (spent > budget && chosen.length > 0) break;
    chosen.push(name);
    spent += map.tests[name] + 50;
  }
  const bySuite = Map.groupBy ? Map.groupBy(chosen, suiteOf) : grouped(chosen);
  const runs = [...bySuite].flatMap(([suite, keys]) => {
    if (suite === 'scenario') {
      // The first few by themselves: most mutants die there, and loading a file of tests costs the same for all.
      const paths = keys.map((key) => key.slice('scenario/'.length));
      return [paths.slice(0, 5), paths.slice(5)]
        .filter((each) => each.length > 0)
        .map((each) => ({ path: fileOf(suite, root), data: dataOf(suite, product, root, each) }));
    }
    const lines = keys.map((key) => Number(key.split('/')[1]));
    return [{ path: fileOf(suite, root), data: dataOf(suite, product, root, scenarioPaths()), lines }];
  });
  writeProduct(product, changed);
  try {
    const answer = await worker.ask({ runs }, 120_000 + spent * 6);
    return { status: answer.killed ? 'killed' : 'survived', by: answer.by, tried: chosen.length, of: names.length };
  } finally {
    writeProduct(product, new Map([...changed.keys()].map((path) => [path, files.get(path)])));
  }
}

const suiteOf = (key) => key.split('/')[0];
function grouped(keys) {
  const made = new Map();
  for (const key of keys) made.set(suiteOf(key), [...(made.get(suiteOf(key)) ?? []), key]);
  return made;
}
