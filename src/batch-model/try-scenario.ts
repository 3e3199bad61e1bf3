import { ModelError } from './expand.js';
import { runScript, usualEnvironment, type Run } from './run.js';
import { childrenOf, healthyWindows, remove, write, type Language, type Windows } from './windows.js';

/** What a scenario in batch tries. */
export interface BatchSubject {
  /** Text of the emitted .cmd that detects, or collects where the scenario is about that. */
  readonly script: string;
  /** Text of the emitted .cmd that repairs; null where it has no repair of the check. */
  readonly repair: string | null;
  readonly item: number;
  readonly id: string;
  /** As the script shows it. */
  readonly title: string;
  /** What the body gets, which the scenario gets as %1 and so on. */
  readonly arguments: readonly string[];
}

export interface BatchScenario {
  readonly outcome: 'pass' | 'fail' | 'unknown' | 'collect';
  /** Batch that changes a healthy Windows; what must be found stands in remarks of it. */
  readonly text: string;
  /** Batch that runs in front of it; empty for none. */
  readonly common: string;
}

/** What programs say differs in each, and no script may read a word of it. */
const languages: readonly Language[] = ['de', 'ja', 'ja read as 437'];

const statuses: Readonly<Record<Exclude<BatchScenario['outcome'], 'collect'>, readonly string[]>> = {
  pass: ['OK', 'NA'],
  fail: ['PROBLEM'],
  unknown: ['UNKNOWN'],
};

/**
 * Tries a scenario on emitted batch, by the rules of cmd.exe.
 * @returns what is wrong, a sentence each; nothing where all is as the scenario promises.
 */
export function tryBatchScenario(subject: BatchSubject, scenario: BatchScenario): readonly string[] {
  const found = languages.flatMap((language) => {
    try {
      return tryIn(language, subject, scenario);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      return [`The simulated cmd.exe does not know this: ${error.message}`];
    }
  });
  return [...new Set(found)];
}

function tryIn(language: Language, subject: BatchSubject, scenario: BatchScenario): readonly string[] {
  const { outcome } = scenario;
  const { wanted, wrong } = expectationOf(scenario);
  if (wrong.length > 0) return wrong;
  const windows: Windows = { ...healthyWindows(), language };
  write(windows, standIns, null);
  for (const text of [scenario.common, scenario.text]) {
    const prepared = runScript(windows, `@echo off\n${text}`, {
      script: 'C:\\scenario.cmd',
      given: subject.arguments.map((value) => `"${value}"`).join(' '),
      environment: usualEnvironment,
      searchesPath: true,
    });
    if (prepared.output + prepared.errors !== '')
      return [`The scenario says: ${prepared.output}${prepared.errors}`.trim()];
  }
  provideStandIns(windows);

  if (outcome === 'collect') return tryCollecting(windows, subject, wanted);
  const start = stateOf(windows);
  const detected = detect(windows, subject);
  if (typeof detected === 'string') return [detected];
  const differences = [
    ...(statuses[outcome].includes(detected.status)
      ? []
      : [`Status is "${detected.status}" [${detected.evidence}], which is no ${outcome}`]),
    ...(isLike(detected.status, wanted.status) ? [] : [`Status is "${detected.status}", not "${wanted.status}"`]),
    ...(isLike(detected.evidence, wanted.evidence)
      ? []
      : [`Evidence is "${detected.evidence}", not "${wanted.evidence}"`]),
    ...(stateOf(windows) === start ? [] : ['A detection only reads, and this one changed something.']),
  ];
  if (differences.length > 0 || outcome !== 'fail' || subject.repair === null) return differences;
  return tryRepair(windows, subject, subject.repair, wanted.repair);
}

/** A repair leaves what it only shows, and after it the check is in order; or it ends as the scenario says, and changes nothing. */
function tryRepair(windows: Windows, subject: BatchSubject, repair: string, wanted: string | null): readonly string[] {
  const start = stateOf(windows);
  const shown = run(windows, repair, `/check ${subject.id} /whatif`);
  if (stateOf(windows) !== start) return ['/whatif changed something.'];
  if (shown.code !== 0 && String(shown.code) !== wanted) return [`/whatif ended with ${shown.code}: ${shown.output}`];
  const done = run(windows, repair, `/check ${subject.id}`);
  if (done.errors !== '') return [`The repair writes to handle 2: ${done.errors.trim()}`];
  if (wanted !== null) {
    if (String(done.code) !== wanted) return [`The repair ended with ${done.code}, not ${wanted}: ${done.output}`];
    return stateOf(windows) === start ? [] : ['It is no repair for this PC, and changed something.'];
  }
  if (done.code !== 0 && done.code !== 3010) return [`The repair ended with ${done.code}: ${done.output}`];
  const after = detect(windows, subject);
  if (typeof after === 'string') return [after];
  return after.status === 'OK'
    ? []
    : [`After the repair the status is "${after.status}" [${after.evidence}], not "OK"`];
}

/** What collecting puts into the folder of the check, and says that it could not; the PC stays as it is. */
function tryCollecting(windows: Windows, subject: BatchSubject, wanted: Expectation): readonly string[] {
  const start = stateOf(windows);
  const { code, output, errors } = run(windows, subject.script, `/check ${subject.id} /out ${bundle}`);
  if (errors !== '') return [`Collecting writes to handle 2: ${errors.trim()}`];
  const place = `${bundle}\\${subject.item}-${subject.id}`.toLowerCase();
  const made = new Map(
    childrenOf(windows, place).map(({ path, text }) => [
      path.slice(place.length + 1),
      (text ?? '').replaceAll('\r\n', '\n'),
    ]),
  );
  const missing = (windows.files.get(`${bundle}\\problems.txt`.toLowerCase())?.text ?? '').split(/\r?\n/).slice(0, -1);
  remove(windows, bundle);
  const expected = missing.length === 0 ? 0 : 2;
  return [
    ...(code === expected ? [] : [`Collecting ended with ${code}, not ${expected}: ${output.trim()}`]),
    ...[...made.keys()]
      .filter((name) => !wanted.files.some((file) => isSame(file.name, name)))
      .map((name) => `"${name}" is in the bundle, and no "rem File:" names it.`),
    ...wanted.files.flatMap(({ name, pattern }) => {
      const text = [...made].find(([each]) => isSame(each, name))?.[1];
      if (text === undefined) return [`"${name}" is not in the bundle, which has "${[...made.keys()].join(', ')}".`];
      return isLike(text, pattern) ? [] : [`"${name}" has "${text}", not "${pattern}".`];
    }),
    ...(missing.length === wanted.missing.length && missing.every((each, at) => isLike(each, wanted.missing[at] ?? ''))
      ? []
      : [`Not collected is "${missing.join('", "')}", not "${wanted.missing.join('", "')}".`]),
    ...(stateOf(windows) === start ? [] : ['Collecting only reads, and this changed something.']),
  ];
}

/** Where the bundle of a scenario goes. */
const bundle = 'C:\\bundle';

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

interface Expectation {
  readonly status: string | null;
  readonly evidence: string | null;
  /** The exit code of a repair that is none for this PC. */
  readonly repair: string | null;
  /** What is collected, by name, with a pattern of its text in which "*" stands for any. */
  readonly files: readonly { readonly name: string; readonly pattern: string }[];
  /** Patterns of what could not be collected, in their order. */
  readonly missing: readonly string[];
}

/** A remark whose first word has a colon: a demand, or a slip in one, which would demand nothing in silence. */
const demand = /^[ \t]*(@?rem[ \t]+|::[ \t]*)([a-z]{2,})[ \t]*:(?![\\/]) *(.*?) *$/gim;

/** What may be demanded, by the ending; a refusal of a repair where the check has one. */
const demands: Readonly<Record<BatchScenario['outcome'], readonly string[]>> = {
  pass: ['Status', 'Evidence'],
  fail: ['Status', 'Evidence', 'Repair'],
  unknown: ['Status', 'Evidence'],
  collect: ['File', 'Problem'],
};

/**
 * `rem Status:`, `rem Evidence:` and `rem Repair:`, each once at most; where something is collected, a `rem File: <name> = <pattern>` for each
 * file and a `rem Problem:` for each that is missing. Remarks that begin with no word and a colon are free.
 */
function expectationOf({ outcome, text, common }: BatchScenario): {
  readonly wanted: Expectation;
  readonly wrong: readonly string[];
} {
  const rowsOf = (written: string): readonly { mark: string; word: string; name: string; value: string }[] =>
    Array.from(written.matchAll(demand), ([, mark = '', word = '', value = '']) => ({
      ...{ mark, word, value },
      name: word.toLowerCase(),
    }));
  const rows = rowsOf(text);
  const own = demands[outcome].map((each) => each.toLowerCase());
  const valuesOf = (name: string): readonly string[] => rows.flatMap((row) => (row.name === name ? [row.value] : []));
  const valueOf = (name: string): string | null => valuesOf(name)[0] ?? null;
  const files = valuesOf('file').map((value) => {
    const [name = '', ...pattern] = value.split(' = ');
    return { name, pattern: pattern.join(' = ') };
  });
  const wrong = [
    ...rows
      .map(({ name }) => name)
      .filter((name, at, names) => outcome !== 'collect' && own.includes(name) && names.indexOf(name) !== at)
      .map((name) => `The scenario says twice what its ${name} must be.`),
    ...rows
      .filter(({ name, mark }) => !own.includes(name) || mark.startsWith(':'))
      .map(
        ({ mark, word }) =>
          `"${mark.trim()} ${word}:" is none of the demands of such a scenario, which are "rem ${demands[outcome].join(':", "rem ')}:".`,
      ),
    ...rowsOf(common).map(({ word }) => `"${word}:" stands in windows.cmd, and only a scenario demands something.`),
    ...files
      .filter(({ pattern }) => pattern === '')
      .map(({ name }) => `"rem File: ${name}" needs " = " and a pattern.`),
  ];
  const wanted = {
    status: valueOf('status'),
    evidence: valueOf('evidence'),
    repair: valueOf('repair'),
    files,
    missing: valuesOf('problem'),
  };
  return { wanted, wrong };
}

/** Whether a text is as written, with "*" for any other text. */
function isLike(text: string, pattern: string | null): boolean {
  if (pattern === null) return true;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

/** Where a scenario writes batch that answers in place of a program of the same name. */
const standIns = 'C:\\stand-in';

/** A scenario stands in for dism.exe with a C:\stand-in\dism.cmd. */
function provideStandIns(windows: Windows): void {
  for (const { path, text } of [...windows.files.values()]) {
    const tool = /^C:\\stand-in\\([\w-]+)\.cmd$/i.exec(path)?.[1]?.toLowerCase();
    if (tool === undefined || text === null) continue;
    write(windows, `C:\\Windows\\System32\\${tool}.exe`, '');
    windows.programs.set(tool, (given) => {
      const exe = `C:\\Windows\\System32\\${tool}.exe`;
      return runScript(windows, text, {
        script: path,
        given: `${exe} ${given}`,
        environment: usualEnvironment,
        searchesPath: true,
      });
    });
  }
}

function run(windows: Windows, text: string, given: string): Run {
  return runScript(windows, text, { script: 'C:\\scripts\\script.cmd', given, environment: usualEnvironment });
}

/** What the line of a check says; a sentence where there is none. */
function detect(
  windows: Windows,
  subject: BatchSubject,
): { readonly status: string; readonly evidence: string } | string {
  const { output, errors } = run(windows, subject.script, `/check ${subject.id}`);
  if (errors !== '') return `The detection writes to handle 2: ${errors.trim()}`;
  const mark = `${subject.item} ${subject.id}: ${subject.title}`;
  const line = output.split(/\r?\n/).find((each) => each.slice(statusColumns).startsWith(mark));
  if (line === undefined) return `The detection says nothing of "${subject.id}": ${output.trim()}`;
  const evidence = line.slice(statusColumns + mark.length);
  return { status: line.slice(0, statusColumns).trim(), evidence: evidence.replace(/^ \[(.*)\]$/s, '$1') };
}

/** Columns in front of the number of a check, as say_status.cmd writes them. */
const statusColumns = 14;

/** All that a run can change, without its own traces. */
function stateOf({ files, registry, services }: Windows): string {
  const isOwn = (path: string): boolean =>
    /^c:\\(?:program(?:data| files)\\mendsheet|windows\\temp)(?:\\|$)|^hkey_local_machine\\software\\mendsheet(?:\\|$)/.test(
      path,
    );
  const kept = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
    [...map].filter(([path]) => !isOwn(path)).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([
    kept(files).map(([path, { text }]) => [path, text]),
    kept(registry).map(([key, { values }]) => [key, [...values.values()]]),
    [...services.values()],
  ]);
}
