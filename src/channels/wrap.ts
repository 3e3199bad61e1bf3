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
import { readScript } from './script-rules.js';
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

/** The files that channels add to finished scripts, whether or not they keep the contract. */
export function makeChannelFiles(plan: Plan, finished: readonly Artefact[]): readonly Artefact[] {
  const scripts = new Map(finished.map((artefact) => [artefact.path, artefact] as const));
  return channels.flatMap((channel) => channel.make(plan, scripts));
}

/** What in one script of a channel breaks its contract, before it is signed and wrapped; nothing for any other text. */
export function scriptFaults(plan: Plan, { path, text }: RenderedText): readonly Diagnostic[] {
  const owners = channels.filter(({ folder }) => path.startsWith(`${plan.catalog.product}/${folder}/`));
  if (owners.length === 0) return [];
  const script = { path, bytes: encodeText(text) };
  return owners.flatMap((channel) => contractFaults(channel, [script], plan));
}

/** What in a channel's folder breaks its contract. */
export function contractFaults(channel: Channel, files: readonly ChannelFile[], plan: Plan): readonly Diagnostic[] {
  const folder = `${plan.catalog.product}/${channel.folder}/`;
  const own = files.filter(({ path }) => path.startsWith(folder));
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
