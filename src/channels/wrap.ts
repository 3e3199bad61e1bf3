import { diagnose } from '../diagnostics/diagnose.js';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.js';
import type { Artefact, RenderedText } from '../ir/artefact.js';
import { encodeText } from '../ir/encode-text.js';
import type { Plan } from '../ir/plan.js';
import { lineSpan } from '../source/source-file.js';
import type { Channel, ChannelFile, ChannelInput } from './channel.js';
import { channels } from './list.js';
import { plannedScript, readScript, unattendedRules } from './script-rules.js';

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
  const faults = finished.flatMap((file) => fitFaults(plan, file));
  const unfit = new Set(faults.map(({ unit }) => unit));
  const value = finished.filter(
    (file) => !ownersOf(plan, file).some((channel) => unfit.has(unitOf(plan, channel, file))),
  );
  return { value, diagnostics: faults.map(({ diagnostic }) => diagnostic) };
}

interface FitFault {
  /** Folder of what is left out with the script. */
  readonly unit: string;
  readonly diagnostic: Diagnostic;
}

function fitFaults(plan: Plan, file: ChannelFile): readonly FitFault[] {
  const script = plannedScript(plan, file);
  if (!script) return [];
  return ownersOf(plan, file).flatMap((channel) => {
    const unit = unitOf(plan, channel, file);
    return channel.fitRules.flatMap(({ code, fault }) => {
      const message = fault(file, script, plan.catalog);
      if (message === null) return [];
      const span = lineSpan({ path: file.path, text: '' }, 1);
      return [{ unit, diagnostic: diagnose(code, `${message} "${unit}" is left out.`, span) }];
    });
  });
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

/** What in one script of a channel breaks its contract, before it is signed and wrapped; nothing for any other text. */
export function scriptFaults(plan: Plan, { path, text }: RenderedText): readonly Diagnostic[] {
  if (ownersOf(plan, { path }).length === 0) return [];
  const script = { path, bytes: encodeText(text) };
  return [...fitFaults(plan, script).map(({ diagnostic }) => diagnostic), ...contractFaults(plan, script)];
}

/** What in a file of a channel's folder breaks what services take; nothing for any other file. */
export function contractFaults(plan: Plan, file: ChannelFile): readonly Diagnostic[] {
  const script = ownersOf(plan, file).length === 0 ? null : readScript(file, plan);
  if (!script) return [];
  const at = lineSpan({ path: file.path, text: Buffer.from(file.bytes).toString('latin1').replaceAll('\r', '') }, 1);
  return unattendedRules.flatMap(({ code, faults }) => faults(script).map((message) => diagnose(code, message, at)));
}
