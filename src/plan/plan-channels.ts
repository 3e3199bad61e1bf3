import { disruptions, type Catalog, type Check } from '../ir/catalog.js';
import type { ChannelCheck, ChannelLimits, ChannelName, ChannelPlan } from '../ir/plan.js';

/**
 * What each channel gives a run. Sources: time limits of Intune remediations (60 minutes), platform scripts (30) and
 * compliance scripts (10) in its documentation; all startup scripts of Group Policy share 600 seconds; the minutes here
 * leave room for detecting. A configuration item of ConfigMgr has 60 seconds unless a client setting says more (600
 * at most), so it takes what is done in a minute.
 */
export const channelLimits: Readonly<Record<ChannelName, ChannelLimits>> = {
  'intune-pair': limits({ minutes: 50, minutesEach: 50, together: false }),
  'intune-list': limits({ minutes: 50, minutesEach: 50 }),
  'intune-platform': limits({ minutes: 25, minutesEach: 25, once: true }),
  'intune-win32': limits({ minutes: 50, minutesEach: 50 }),
  'intune-compliance': limits({ minutes: 8, minutesEach: 8, repairs: false }),
  'gpo-startup': limits({ minutes: 8, minutesEach: 2, once: true, restart: false, disruption: 'low' }),
  'gpo-task': limits({ minutes: 110, minutesEach: 110 }),
  'configmgr-item': limits({ minutes: 1, minutesEach: 1, restart: false, disruption: 'low' }),
  'configmgr-run': limits({ minutes: 50, minutesEach: 50 }),
  winget: limits({ minutes: 110, minutesEach: 110, together: false, account: 'user' }),
  ansible: limits({ minutes: 110, minutesEach: 110, account: 'user' }),
};

function limits(given: Pick<ChannelLimits, 'minutes' | 'minutesEach'> & Partial<ChannelLimits>): ChannelLimits {
  return {
    repairs: true,
    together: true,
    once: false,
    restart: true,
    disruption: 'medium',
    account: 'system',
    ...given,
  };
}

/** Decides from the data of each check which channels take it. */
export function planChannels(catalog: Catalog): readonly ChannelPlan[] {
  const names = Object.keys(channelLimits) as ChannelName[];
  return names.map((name) => planChannel(catalog, name, channelLimits[name]));
}

function planChannel(catalog: Catalog, name: ChannelName, given: ChannelLimits): ChannelPlan {
  const defaults = new Set(catalog.scripts.flatMap((script) => (script.phase === 'repair' ? script.defaults : [])));
  let used = 0;
  const checks = catalog.checks.map((check): ChannelCheck => {
    const noDetection = reasonAgainstDetecting(check, given);
    if (noDetection) return { check, detects: false, repairs: false, why: noDetection };
    const noRepair = reasonAgainstRepairing(check, given, defaults, used);
    if (noRepair) return { check, detects: true, repairs: false, why: noRepair };
    if (given.once) used += check.risk.minutes;
    return { check, detects: true, repairs: true, why: '' };
  });
  return { name, limits: given, checks };
}

function reasonAgainstDetecting(check: Check, { account }: ChannelLimits): string | null {
  if (!check.steps.ps1.detect) return 'PowerShell cannot detect it';
  if (check.needs.includes('network-tests')) return 'it loads the network, which a person has to ask for';
  const accounts = check.where.account;
  if (accounts.length === 0 || accounts.includes(account)) return null;
  return account === 'system' ? 'it looks at a user, and this runs as SYSTEM' : 'it needs SYSTEM';
}

function reasonAgainstRepairing(
  check: Check,
  given: ChannelLimits,
  defaults: ReadonlySet<string>,
  used: number,
): string | null {
  const { minutes, restart, disruption } = check.risk;
  if (!given.repairs) return 'this channel only detects';
  if (!check.steps.ps1.repair) return check.guided ? 'only a person can repair it' : 'it is detected only';
  if (given.together && !defaults.has(check.id)) return 'it is repaired only where someone asks for it';
  if (minutes > given.minutesEach)
    return `its repair takes up to ${minutes} minutes, a check has ${given.minutesEach} here`;
  if (restart && !given.restart) return 'its repair needs a restart';
  if (disruptions.indexOf(disruption) > disruptions.indexOf(given.disruption))
    return `its repair disrupts work (${disruption})`;
  if (used + minutes > given.minutes)
    return `the ${given.minutes} minutes of a run are used up by the checks before it`;
  return null;
}
