import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Plan } from '../../ir/plan.js';
import type { Command } from '../command.js';
import { compareResults, type Difference } from '../compare-results.js';
import { replay, ReplayError, type Replayed, type ReplayRun } from '../../host/replay.js';
import { isMissing } from '../../host/pwsh.js';
import { readBundle } from '../../load/read-bundle.js';
import { ZipError } from '../../load/read-zip.js';
import { mostCaptureBytes, readCapture, type Capture } from '../../spec/capture.js';
import { indexOption } from '../checklist-index.js';
import { compileChecklist, readTemplates } from '../open-checklist.js';
import { packageRoot } from '../package-root.js';
import { guardId, previewRepairs } from '../preview-repairs.js';
import { exitCodes, report, UsageError } from '../run-command.js';
import { say, printText, printMarkup } from '../../host/terminal.js';

interface DiagnoseArguments {
  readonly bundle: string;
  readonly index: string;
  readonly script: string | undefined;
  readonly original: string | undefined;
  readonly check: readonly string[];
  readonly format: keyof typeof formats;
  readonly language: string;
  readonly output: string | undefined;
}

const formats = { text: 'Text', json: 'Json', html: 'Html', csv: 'Csv' } as const satisfies Record<
  string,
  ReplayRun['format']
>;

export const diagnoseCommand: Command<DiagnoseArguments> = {
  builder: (yargs) =>
    yargs
      .positional('bundle', {
        type: 'string',
        demandOption: true,
        describe: 'What collect-logs.ps1 made: the zip file, the folder it was unpacked into, or its capture.json',
      })
      .options(indexOption)
      .option('script', { type: 'string', describe: 'A diagnose.ps1 to run, in place of that of the checklist' })
      .option('original', {
        type: 'string',
        describe: 'The script that made the bundle, to try first; dist/<product>/collect-logs.ps1 where it is that',
      })
      .option('check', { array: true, type: 'string', default: [], describe: 'Only these checks' })
      .option('format', { choices: ['text', 'json', 'html', 'csv'], default: 'text', describe: 'Of the report' })
      .option('language', { type: 'string', default: 'en', describe: 'Of the report, one of the checklist' })
      .option('output', { type: 'string', describe: 'File to write the report to' })
      .strict(),
  handler: async (options) => {
    const { capture, differing } = openBundle(options.bundle);
    const folder = mkdtempSync(join(tmpdir(), 'mendsheet-diagnose-'));
    try {
      const original = findOriginal(capture, options.original);
      const run = { format: formats[options.format], language: options.language, check: options.check };
      const made: { current: CurrentScript | null } = { current: null };
      async function* runs(): AsyncGenerator<ReplayRun> {
        if (original !== null) yield { ...run, language: 'en', script: original };
        if (options.script === undefined)
          made.current = await currentScript(options.index, capture, folder, options.language);
        const script = options.script === undefined ? made.current?.path : resolve(options.script);
        if (script !== undefined) yield { ...run, script };
      }
      const path = join(folder, 'capture.json');
      writeFileSync(path, JSON.stringify(capture));
      const parts = join(packageRoot, 'templates/ps1/parts/capture');
      const replayed = await replay(path, parts, runs()).catch((error: unknown) => refuse(options.bundle, error));
      if (isMissing(replayed)) throw new UsageError(`This needs PowerShell 7.5 or later: ${replayed.hint}.`);
      const { current } = made;
      if (options.script === undefined && current === null) return;
      if (original === null)
        say`The script that made this bundle (SHA-256 ${capture.sha256}) is not at hand; see --original.`;
      else tell('The script that made this bundle', capture, replayed[0], differing);
      tell('The diagnosis of today', capture, replayed.at(-1), differing);
      if (current !== null) {
        const failing = (replayed.at(-1)?.results ?? []).filter(({ status }) => status === 'Problem');
        const ids = failing.map(({ check }) => check);
        const guard = capture.results.find(({ check }) => check === guardId) ?? null;
        for (const line of previewRepairs(current.plan, readTemplates(), ids, guard)) say`${line}`;
      }
      write(replayed.at(-1)?.lines ?? [], options.output, options.format);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/**
 * Reads and checks a bundle.
 * @throws UsageError for one that is refused.
 */
export function openBundle(path: string): { readonly capture: Capture; readonly differing: readonly string[] } {
  try {
    const texts = readBundle(path, mostCaptureBytes);
    const capture = readCapture(texts.capture);
    if (typeof capture === 'string') throw new UsageError(`${path}: ${capture}`);
    return { capture, differing: differingIn(texts.manifest) };
  } catch (error) {
    return refuse(path, error);
  }
}

/** Says of a bundle what is wrong with it; what is no fault of the bundle is thrown on. */
export function refuse(path: string, error: unknown): never {
  if (error instanceof ZipError || error instanceof ReplayError) throw new UsageError(`${path}: ${error.message}`);
  throw error;
}

/** Checks that found otherwise over the redacted capture than on the PC, as the manifest says. */
function differingIn(manifest: string | null): readonly string[] {
  try {
    const { capture } = JSON.parse(manifest ?? '{}') as { readonly capture?: { readonly differing?: unknown } };
    const differing = capture?.differing;
    return Array.isArray(differing) ? differing.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

interface CurrentScript {
  readonly path: string;
  readonly plan: Plan;
}

/**
 * Writes diagnose.ps1 of the checklist here, in a language, into a folder; null when the checklist has errors, which were reported.
 * @throws UsageError for a capture that a script of another checklist made, over which every check would lack its reads.
 */
export async function currentScript(
  index: string,
  { product }: Pick<Capture, 'product'>,
  folder: string,
  language = 'en',
): Promise<CurrentScript | null> {
  const { diagnostics, plan, artefacts } = await compileChecklist(index, 'diagnosis');
  process.exitCode = report(diagnostics, 'pretty', 50);
  if (!plan || !artefacts) return null;
  if (product !== plan.catalog.product) {
    throw new UsageError(`The bundle is of "${product}", and the checklist is "${plan.catalog.product}"; see --index.`);
  }
  const detects = plan.scripts.filter(({ phase, edition }) => phase === 'detect' && edition === 'ps1');
  const planned = detects.find(({ languages }) => languages.includes(language));
  if (detects.length > 0 && !planned) {
    throw new UsageError(`The checklist does not speak "${language}", only ${plan.catalog.languages.join(', ')}.`);
  }
  const artefact = artefacts.find(({ path }) => path === planned?.path);
  if (!artefact) throw new UsageError('The checklist emits no PowerShell script that detects.');
  const path = join(folder, artefact.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, artefact.bytes);
  return { path, plan };
}

/** The very script of the PC, by its hash; no other is run in its name. */
function findOriginal(capture: Capture, given: string | undefined): string | null {
  const path = resolve(given ?? join('dist', capture.product.replace(/[^a-z0-9-]/g, ''), 'collect-logs.ps1'));
  if (!existsSync(path)) {
    if (given !== undefined) throw new UsageError(`There is no ${given}.`);
    return null;
  }
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex').toUpperCase();
  if (hash === capture.sha256) return path;
  if (given !== undefined) throw new UsageError(`${given} is not the script that made this bundle: its hash differs.`);
  return null;
}

const words: Readonly<Record<Difference['cause'], string>> = {
  'rule-changed': 'the rule has changed',
  'input-missing': 'input is missing',
  redaction: 'redaction took away what decides',
};

function tell(who: string, { results }: Capture, replayed: Replayed | undefined, differing: readonly string[]): void {
  const now = replayed?.results ?? [];
  const earlier = new Set(results.map(({ check }) => check));
  if (!now.some(({ check }) => earlier.has(check))) {
    say`${who} tries no check of which the bundle says what was found on the PC.`;
    return;
  }
  const found = compareResults(results, now, differing);
  if (found.length === 0) {
    say`${who} finds here what was found on the PC.`;
    return;
  }
  say`${who} finds otherwise than was found on the PC:`;
  for (const { check, before, now, cause, missing } of found) {
    say`  ${check}: ${before}, now ${now}; ${words[cause]}${missing.length > 0 ? ` (${missing.join('; ')})` : ''}`;
  }
}

function write(lines: readonly string[], output: string | undefined, format: keyof typeof formats): void {
  const text = `${lines.join('\n')}\n`;
  if (output !== undefined) writeFileSync(output, text);
  else if (format === 'json' || format === 'html') void printMarkup(text, format);
  else void printText(text);
  process.exitCode = exitCodes.done;
}
