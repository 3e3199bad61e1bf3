import { disruptions, powershellScript, type Catalog, type Check, type ScriptSpec } from '../ir/catalog.js';
import type { ChannelCheck, ChannelLimits, ChannelPlan, ChannelSpec } from '../ir/channel.js';

/** Decides from the data of each check which ways of which channels take it. */
export function planChannels(catalog: Catalog, channels: readonly ChannelSpec[]): readonly ChannelPlan[] {
  return channels.map((spec) => ({
    spec,
    ways: spec.ways.map(({ name, limits }) => ({ name, limits, checks: takenChecks(catalog, limits) })),
  }));
}

function takenChecks(catalog: Catalog, given: ChannelLimits): readonly ChannelCheck[] {
  const detecting = powershellScript(catalog, 'detect');
  let used = 0;
  return catalog.checks.map((check): ChannelCheck => {
    const noDetection = detecting
      ? reasonAgainstDetecting(check, given)
      : 'no PowerShell script of this checklist detects';
    if (noDetection) return { check, detects: false, repairs: false, why: noDetection };
    const noRepair = reasonAgainstRepairing(check, given, powershellScript(catalog, 'repair', check.runsAs), used);
    if (noRepair) return { check, detects: true, repairs: false, why: noRepair };
    if (given.once) used += check.risk.minutes;
    return { check, detects: true, repairs: true, why: '' };
  });
}

function reasonAgainstDetecting(check: Check, { account, runsAs }: ChannelLimits): string | null {
  if (!check.steps.ps1.detect) return 'PowerShell cannot detect it';
  if (!runsAs.includes(check.runsAs)) {
    if (check.runsAs === 'machine') return 'it is about the computer, and this runs as the person signed in';
    return `it is about the person signed in, and this runs as ${account === 'system' ? 'SYSTEM' : 'an administrator'}`;
  }
  if (check.needs.includes('network-tests')) return 'it loads the network, which a person has to ask for';
  if (check.inputs.some(({ unattended }) => unattended === 'left-out')) return 'a person has to say what it is about';
  const accounts = check.where.account;
  if (check.runsAs === 'user') return null;
  if (accounts.length === 0 || accounts.includes(account)) return null;
  return account === 'system' ? 'it looks at a user, and this runs as SYSTEM' : 'it needs SYSTEM';
}

function reasonAgainstRepairing(
  check: Check,
  given: ChannelLimits,
  repairing: ScriptSpec | null,
  used: number,
): string | null {
  const { minutes, restart, disruption } = check.risk;
  if (!given.repairs) return 'this channel only detects';
  if (!check.steps.ps1.repair) return check.guided ? 'only a person can repair it' : 'it is detected only';
  if (!repairing) return 'no PowerShell script of this checklist repairs';
  if (given.together && !repairing.defaults.includes(check.id)) return 'it is repaired only where someone asks for it';
  if (minutes > given.minutesEach)
    return `its repair takes up to ${minutes} minutes, a check has ${given.minutesEach} here`;
  if (restart && !given.restart) return 'its repair needs a restart';
  if (disruptions.indexOf(disruption) > disruptions.indexOf(given.disruption))
    return `its repair disrupts work (${disruption})`;
  if (used + minutes > given.minutes)
    return `the ${given.minutes} minutes of a run are used up by the checks before it`;
  return null;
}
