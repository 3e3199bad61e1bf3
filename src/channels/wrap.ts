import type { DiagnosticCode } from '../diagnostics/codes.js';
import { diagnose } from '../diagnostics/diagnose.js';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.js';
import type { Artefact, RenderedText } from '../ir/artefact.js';
import { encodeText } from '../bytes/encode-text.js';
import type { Plan, ScriptPlan } from '../ir/plan.js';
import { lineSpan } from '../source/source-file.js';
import type { Channel, ChannelFile, ChannelInput } from './channel.js';
import { channels } from './list.js';
import { plannedScript, readScript, sizeFault, summaryFits, unattendedRules } from './script-rules.js';

/**
 * Wraps finished scripts for each channel and holds those of channels against what services take.
 * @param finished every script and snippet of the plan, signed as people get them.
 * @returns the files that channels add to those.
 */
export function wrapChannels(
  plan: Plan,
  finished: readonly Artefact[],
  fill: ChannelInput['fill'],
): Outcome<readonly Artefact[]> {
  const made = makeChannelFiles(plan, finished, fill);
  const diagnostics = [...finished, ...made].flatMap((file) => contractFaults(plan, file));
  return { value: hasErrors(diagnostics) ? [] : made, diagnostics };
}

/**
 * Leaves out what a channel would not take, such as a list of more checks than its size allows: the script, and those
 * that serve with it. What stays serves by itself, above all the pairs of one check.
 */
export function leaveOutUnfit(plan: Plan, finished: readonly Artefact[]): Outcome<readonly Artefact[]> {
  const faults = finished.flatMap((file) => {
    const script = plannedScript(plan, file);
    return script ? [...ruleFaults(plan, script), ...sizeFaults(plan, file)] : [];
  });
  const unfit = new Set(faults.map(({ unit }) => unit));
  const value = finished.filter(
    (file) => !ownersOf(plan, file).some((channel) => unfit.has(unitOf(plan, channel, file))),
  );
  return { value, diagnostics: faults.map(({ diagnostic }) => diagnostic) };
}

/** What of a plan channels would not take, whatever its texts are like. */
export function planFaults(plan: Plan): readonly Diagnostic[] {
  return plan.scripts.flatMap((script) => ruleFaults(plan, script)).map(({ diagnostic }) => diagnostic);
}

interface FitFault {
  /** Folder of what is left out with the script. */
  readonly unit: string;
  readonly diagnostic: Diagnostic;
}

function ruleFaults(plan: Plan, script: ScriptPlan): readonly FitFault[] {
  return ownersOf(plan, script).flatMap((channel) =>
    [summaryFits, ...channel.fitRules].flatMap(({ code, fault }) =>
      fitFault(plan, channel, script, code, fault(script, plan.catalog)),
    ),
  );
}

function sizeFaults(plan: Plan, file: ChannelFile): readonly FitFault[] {
  return ownersOf(plan, file).flatMap((channel) => {
    const message = channel.largestScript === null ? null : sizeFault(file, channel.largestScript);
    return fitFault(plan, channel, file, 'channel/script-too-large', message);
  });
}

function fitFault(
  plan: Plan,
  channel: Channel,
  { path }: Pick<ChannelFile, 'path'>,
  code: DiagnosticCode,
  message: string | null,
): readonly FitFault[] {
  if (message === null) return [];
  const unit = unitOf(plan, channel, { path });
  return [{ unit, diagnostic: diagnose(code, `${message} "${unit}" is left out.`, lineSpan({ path, text: '' }, 1)) }];
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

/** The files that channels add to finished scripts, whether or not services would take these. */
export function makeChannelFiles(
  plan: Plan,
  finished: readonly Artefact[],
  fill: ChannelInput['fill'],
): readonly Artefact[] {
  const scripts = new Map(finished.map((artefact) => [artefact.path, artefact] as const));
  const present = { ...plan, scripts: plan.scripts.filter(({ path }) => scripts.has(path)) };
  return channels.flatMap((channel) => channel.files({ plan: present, scripts, fill }));
}

/**
 * What in one script of a channel its service would not take, before it is signed and wrapped, beside what `planFaults`
 * says; nothing for any other text.
 */
export function scriptFaults(plan: Plan, { path, text, encoding }: RenderedText): readonly Diagnostic[] {
  if (ownersOf(plan, { path }).length === 0) return [];
  const file = { path, bytes: encodeText(text, encoding) };
  return [...sizeFaults(plan, file).map(({ diagnostic }) => diagnostic), ...contractFaults(plan, file)];
}

/** What in a file of a channel's folder breaks what services take; nothing for any other file. */
export function contractFaults(plan: Plan, file: ChannelFile): readonly Diagnostic[] {
  const script = ownersOf(plan, file).length === 0 ? null : readScript(file, plan);
  if (!script) return [];
  const at = lineSpan({ path: file.path, text: Buffer.from(file.bytes).toString('latin1').replaceAll('\r', '') }, 1);
  return unattendedRules.flatMap(({ code, faults }) => faults(script).map((message) => diagnose(code, message, at)));
}
