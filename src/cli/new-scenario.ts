import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { currentScript, openBundle, refuse } from './commands/diagnose.js';
import { packageRoot } from './package-root.js';
import { UsageError } from './run-command.js';
import { isMissing } from '../host/pwsh.js';
import { shrinkCapture } from '../host/replay.js';
import { readCapture, type Capture } from '../spec/capture.js';
import { say } from '../host/terminal.js';

/** Bytes that a scenario may have: somebody reads it before it is committed. */
const mostBytes = 20_000;

const endings: Readonly<Record<Capture['results'][number]['status'], string>> = {
  Ok: 'pass',
  NotApplicable: 'pass',
  Problem: 'fail',
  Unknown: 'unknown',
};

/**
 * Writes a scenario out of a bundle: the fewest reads that keep what a check finds, which are shown for review.
 * @throws UsageError for a bundle that is refused, a check that it does not know, and a scenario that would be too large.
 */
export async function newScenario(index: string, name: string, bundle: string, check: string): Promise<void> {
  const { capture } = openBundle(bundle);
  const result = capture.results.find((each) => each.check === check);
  if (!result) throw new UsageError(`The bundle says nothing of a check "${check}".`);
  const target = join(dirname(index), 'checks/scenarios', check, `${name}.${endings[result.status]}.json`);
  if (existsSync(target)) throw new UsageError(`Already there: ${target}. Nothing was written.`);
  const folder = mkdtempSync(join(tmpdir(), 'mendsheet-scenario-'));
  try {
    const current = await currentScript(index, capture, folder);
    if (current === null) return;
    const whole = join(folder, 'capture.json');
    writeFileSync(whole, JSON.stringify(capture));
    const parts = join(packageRoot, 'templates/ps1/parts/capture');
    const text = await shrinkCapture(whole, parts, current.path, check).catch((error: unknown) =>
      refuse(bundle, error),
    );
    if (isMissing(text)) throw new UsageError(`This needs PowerShell 7.5 or later: ${text.hint}.`);
    const less = readCapture(text);
    if (typeof less === 'string') throw new Error(less);
    const lines = scenarioText(less);
    if (Buffer.byteLength(lines) > mostBytes)
      throw new UsageError(
        `The scenario would have ${Buffer.byteLength(lines)} bytes, and at most ${mostBytes} are kept.`,
      );
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, lines, { flag: 'wx' });
    for (const read of less.reads) {
      say`${read.command} ${JSON.stringify(read.arguments)}`;
      for (const number of read.answers) say`    ${JSON.stringify(less.answers[number])}`;
    }
    say`new  ${target}: ${less.reads.length} of ${capture.reads.length} reads. Look through them before you pass them on.`;
    if (!capture.redacted) say`The bundle was made with -Full: these are the real names of that PC.`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An answer and a read a line, so that a change shows as one. */
function scenarioText({ answers, reads, ...head }: Capture): string {
  const list = (items: readonly unknown[]): string => `[\n${items.map((each) => JSON.stringify(each)).join(',\n')}\n]`;
  const fields = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${[...fields, `"answers": ${list(answers)}`, `"reads": ${list(reads)}`].join(',\n')}\n}\n`;
}
