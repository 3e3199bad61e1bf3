import type { Catalog, Check } from '../ir/catalog.js';
import { checkFolder } from '../ir/check-folder.js';
import type { ChannelName, ChannelPlan, ScriptPlan } from '../ir/plan.js';
import type { Templates } from '../load/templates.js';
import { planScript } from './plan-script.js';

/** A script of a channel's own: which template makes it, of which checks, and where it goes. */
interface ChannelScript {
  readonly channel: ChannelName;
  /** Name of the files templates/ps1/channel/<template>.head.ps1.hbs and .main.ps1. */
  readonly template: string;
  readonly phase: 'detect' | 'repair';
  readonly folder: string;
  readonly name: string;
}

/** Scripts that hold all checks their channel takes. */
const listScripts: readonly ChannelScript[] = [
  { channel: 'intune-list', template: 'detect', phase: 'detect', folder: 'intune/all/', name: 'detect' },
  { channel: 'intune-list', template: 'repair', phase: 'repair', folder: 'intune/all/', name: 'repair' },
];

/**
 * The scripts that channels run in place of those for people. A script that would hold no check is left out, and so is
 * everything when the checklist emits no PowerShell.
 */
export function planChannelScripts(
  catalog: Catalog,
  templates: Templates,
  channels: readonly ChannelPlan[],
): readonly ScriptPlan[] {
  const make = (script: ChannelScript, checks: readonly Check[]): readonly ScriptPlan[] => {
    const files = templates.ps1.channels.get(script.template);
    if (!files) throw new Error(`templates/ps1/channel/${script.template}.* is missing.`);
    if (checks.length === 0) return [];
    const plan = planScript(catalog, templates, {
      script: { name: script.name, phase: script.phase, defaults: checks.map(({ id }) => id) },
      edition: 'ps1',
      folder: script.folder,
      candidates: checks,
      channel: { limitMinutes: limitOf(channels, script.channel), templates: files },
    });
    return [plan];
  };
  const emits = (phase: 'detect' | 'repair'): boolean =>
    catalog.scripts.some((script) => script.phase === phase && script.editions.includes('ps1'));
  const wanted = (['detect', 'repair'] as const).filter(emits);
  const lists = listScripts
    .filter(({ phase }) => wanted.includes(phase))
    .flatMap((script) => make(script, checksOf(channels, script)));
  const pairs = wanted.flatMap((phase) =>
    checksOf(channels, { channel: 'intune-pair', phase }).flatMap((check) =>
      make({ channel: 'intune-pair', template: phase, phase, folder: `intune/${checkFolder(check)}/`, name: phase }, [
        check,
      ]),
    ),
  );
  return [...lists, ...pairs];
}

function checksOf(
  channels: readonly ChannelPlan[],
  { channel, phase }: Pick<ChannelScript, 'channel' | 'phase'>,
): readonly Check[] {
  const checks = channels.find(({ name }) => name === channel)?.checks ?? [];
  return checks.filter((each) => (phase === 'detect' ? each.detects : each.repairs)).map(({ check }) => check);
}

function limitOf(channels: readonly ChannelPlan[], channel: ChannelName): number {
  return channels.find(({ name }) => name === channel)?.limits.minutes ?? 0;
}
