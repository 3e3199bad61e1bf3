import type { DiagnosticCode } from '../diagnostics/codes.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Artefact, RenderedText } from '../ir/artefact.js';
import { encodedSize } from '../bytes/encode-text.js';
import type { Plan, ScriptPlan } from '../ir/plan.js';
import { lineSpan, type Span } from '../source/source-file.js';
import { channelArchive, checkArchives } from './archive.js';
import type { Channel, ChannelFile, ChannelInput } from './channel.js';
import { channels } from './list.js';
import { packArchives } from './pack-archives.js';
import { nameClashes } from './name-clashes.js';
import { plannedScript, sizeMessage, summaryFits, unsignedSize } from './script-rules.js';

/**
 * Leaves out what a channel would not take, and wraps the rest for each channel.
 * @param finished every script and snippet of the plan, signed as people get them.
 * @param workers how many threads may compress archives.
 * @returns those that go out, and the files that channels add to them.
 */
export async function wrapChannels(
  plan: Plan,
  finished: readonly Artefact[],
  fill: ChannelInput['fill'],
  workers = 1,
): Promise<Result<readonly Artefact[]>> {
  const { value: fitting, diagnostics } = leaveOutUnfit(plan, finished);
  return {
    value: [...fitting, ...(await makeChannelFiles(plan, fitting, fill, workers))],
    diagnostics: [...nameClashes(plan), ...diagnostics],
  };
}

/**
 * Leaves out what a channel would not take, such as a list of more checks than its size allows: the script, and those
 * that serve with it. What stays serves by itself, above all the pairs of one check.
 */
export function leaveOutUnfit(plan: Plan, finished: readonly Artefact[]): Result<readonly Artefact[]> {
  const found = finished.flatMap((file) => {
    const script = plannedScript(plan, file);
    return script ? [...ruleDiagnostics(plan, script), ...sizeDiagnostics(plan, file, unsignedSize(file))] : [];
  });
  const unfit = new Set(found.map(({ unit }) => unit));
  const value = finished.filter(
    (file) => !ownersOf(plan, file).some((channel) => unfit.has(unitOf(plan, channel, file))),
  );
  return { value, diagnostics: found.map(({ diagnostic }) => diagnostic) };
}

/** What of a plan channels would not take, whatever its texts are like. */
export function planDiagnostics(plan: Plan): readonly Diagnostic[] {
  const unfit = plan.scripts.flatMap((script) => ruleDiagnostics(plan, script)).map(({ diagnostic }) => diagnostic);
  return [...nameClashes(plan), ...unfit];
}

interface FitDiagnostic {
  /** Folder of what is left out with the script. */
  readonly unit: string;
  readonly diagnostic: Diagnostic;
}

function ruleDiagnostics(plan: Plan, script: ScriptPlan): readonly FitDiagnostic[] {
  return ownersOf(plan, script).flatMap((channel) =>
    [summaryFits, ...channel.fitRules].flatMap(({ code, message }) =>
      fitDiagnostic(plan, channel, script, code, message(script, plan.catalog)),
    ),
  );
}

function sizeDiagnostics(plan: Plan, file: Pick<ChannelFile, 'path'>, size: number): readonly FitDiagnostic[] {
  return ownersOf(plan, file).flatMap((channel) => {
    const message = channel.largestScript === null ? null : sizeMessage(size, channel.largestScript);
    return fitDiagnostic(plan, channel, file, 'channel/script-too-large', message);
  });
}

function fitDiagnostic(
  plan: Plan,
  channel: Channel,
  { path }: Pick<ChannelFile, 'path'>,
  code: DiagnosticCode,
  message: string | null,
): readonly FitDiagnostic[] {
  if (message === null) return [];
  const unit = unitOf(plan, channel, { path });
  const script = plannedScript(plan, { path });
  const span = (script && spanOf(plan, script)) ?? lineSpan({ path, text: '' }, 1);
  return [{ unit, diagnostic: diagnose(code, `${message} "${unit}" is left out.`, span) }];
}

/** What of the checklist a script is made of: its check, or the script for people whose checks it lists. */
function spanOf({ catalog }: Plan, { role, phase }: ScriptPlan): Span | undefined {
  if (role.kind === 'deployed' && role.only) return role.only.span;
  return catalog.scripts.find((script) => script.phase === phase)?.span;
}

function ownersOf(plan: Plan, { path }: Pick<ChannelFile, 'path'>): readonly Channel[] {
  return channels.filter((channel) => path.startsWith(folderOf(plan, channel)));
}

function folderOf({ catalog }: Plan, { name }: Channel): string {
  return `${catalog.product}/${name}/`;
}

function unitOf(plan: Plan, channel: Channel, { path }: Pick<ChannelFile, 'path'>): string {
  return channel.serveTogether ? folderOf(plan, channel) : path.slice(0, path.lastIndexOf('/') + 1);
}

/**
 * The files that channels add to finished scripts, whether or not services would take these, and the archives: one of each channel,
 * and one of the scripts of each check.
 */
export async function makeChannelFiles(
  plan: Plan,
  finished: readonly Artefact[],
  fill: ChannelInput['fill'],
  workers = 1,
): Promise<readonly Artefact[]> {
  const scripts = new Map(finished.map((artefact) => [artefact.path, artefact] as const));
  const present = { ...plan, scripts: plan.scripts.filter(({ path }) => scripts.has(path)) };
  const ofChannels = channels.flatMap((channel) => {
    const files = channel.files({ plan: present, scripts, fill });
    const own = finished.filter(({ path }) => path.startsWith(folderOf(plan, channel)));
    return [{ files, archives: channelArchive(plan.catalog, channel, [...own, ...files]) }];
  });
  const archives = [...ofChannels.flatMap((each) => each.archives), ...checkArchives(plan, scripts)];
  return [...ofChannels.flatMap(({ files }) => files), ...(await packArchives(archives, workers))];
}

/** What a service would not take of one script of its channel, beside what `planDiagnostics` says; nothing for any other text. */
export function scriptDiagnostics(plan: Plan, text: RenderedText): readonly Diagnostic[] {
  return sizeDiagnostics(plan, text, encodedSize(text)).map(({ diagnostic }) => diagnostic);
}
