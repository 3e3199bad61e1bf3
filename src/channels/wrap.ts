import { diagnose } from '../diagnostics/diagnose.js';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostics/diagnostic.js';
import type { Artefact, RenderedText } from '../ir/artefact.js';
import { encodeText } from '../ir/encode-text.js';
import type { Plan } from '../ir/plan.js';
import { lineSpan, type Span } from '../source/source-file.js';
import { ansible } from './ansible.js';
import type { Channel, ChannelFile } from './channel.js';
import { configManager } from './config-manager.js';
import { groupPolicy } from './group-policy.js';
import { intune } from './intune.js';
import { plannedScript, readScript } from './script-rules.js';
import { winget } from './winget.js';

/** Every channel. */
export const channels: readonly Channel[] = [intune, groupPolicy, configManager, winget, ansible];

/**
 * Wraps finished scripts for each channel and holds the result against the channel's contract.
 * @param finished every script and snippet of the plan, signed as people get them.
 * @returns the files that channels add to those.
 */
export function wrapChannels(plan: Plan, finished: readonly Artefact[]): Outcome<readonly Artefact[]> {
  const made = makeChannelFiles(plan, finished);
  const files = [...finished, ...made];
  const diagnostics = channels.flatMap((channel) => contractFaults(channel, files, plan));
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

function folderOf({ catalog }: Plan, { folder }: Channel): string {
  return `${catalog.product}/${folder}/`;
}

function unitOf(plan: Plan, channel: Channel, { path }: Pick<ChannelFile, 'path'>): string {
  return channel.serveTogether ? folderOf(plan, channel) : path.slice(0, path.lastIndexOf('/') + 1);
}

/** The files that channels add to finished scripts, whether or not they keep the contract. */
export function makeChannelFiles(plan: Plan, finished: readonly Artefact[]): readonly Artefact[] {
  const scripts = new Map(finished.map((artefact) => [artefact.path, artefact] as const));
  const present = { ...plan, scripts: plan.scripts.filter(({ path }) => scripts.has(path)) };
  return channels.flatMap((channel) => channel.make(present, scripts));
}

/** What in one script of a channel breaks its contract, before it is signed and wrapped; nothing for any other text. */
export function scriptFaults(plan: Plan, { path, text, encoding }: RenderedText): readonly Diagnostic[] {
  const owners = ownersOf(plan, { path });
  if (owners.length === 0) return [];
  const script = { path, bytes: encodeText(text, encoding) };
  const unfit = fitFaults(plan, script).map(({ diagnostic }) => diagnostic);
  return [...unfit, ...owners.flatMap((channel) => contractFaults(channel, [script], plan))];
}

/** What in a channel's folder breaks its contract. */
export function contractFaults(channel: Channel, files: readonly ChannelFile[], plan: Plan): readonly Diagnostic[] {
  const own = files.filter(({ path }) => path.startsWith(folderOf(plan, channel)));
  const at = ({ path, bytes }: ChannelFile): Span =>
    lineSpan({ path, text: Buffer.from(bytes).toString('latin1').replaceAll('\r', '') }, 1);
  const inScripts = own.flatMap((file) => {
    const script = readScript(file, plan);
    if (!script) return [];
    return channel.scriptRules.flatMap(({ code, faults }) =>
      faults(script).map((message) => diagnose(code, message, at(file))),
    );
  });
  const inFiles = channel.rules.flatMap(({ code, faults }) =>
    faults(own, plan).map(({ path, message }) => {
      const file = own.find((each) => each.path === path) ?? { path, bytes: new Uint8Array() };
      return diagnose(code, message, at(file));
    }),
  );
  return [...inScripts, ...inFiles];
}
