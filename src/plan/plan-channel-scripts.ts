import type { Catalog, Check } from '../ir/catalog.js';
import { checkSlug } from '../names/check-slug.js';
import type { ChannelName, ChannelPlan, ScriptPlan } from '../ir/plan.js';
import type { ScriptTemplates, Templates } from '../load/templates.js';
import { planScript } from './plan-script.js';

/** A script of a channel's own: which template makes it, of which checks, and where it goes. */
interface ChannelScript {
  readonly channel: ChannelName;
  /** Name of the files templates/ps1/channel/<template>.head.ps1.hbs and .main.ps1. */
  readonly template: string;
  readonly phase: 'detect' | 'repair';
  readonly folder: string;
  readonly name: string;
  /** Whether a detection holds only what the channel repairs. */
  readonly repaired?: true;
}

/** Scripts that hold all checks their channel takes. Other channels carry copies of these. */
function listScripts(product: string): readonly ChannelScript[] {
  const startup = 'gpo/Machine/Scripts/Startup/';
  return [
    { channel: 'intune-list', template: 'detect', phase: 'detect', folder: 'intune/all/', name: 'detect' },
    { channel: 'intune-list', template: 'repair', phase: 'repair', folder: 'intune/all/', name: 'repair' },
    { channel: 'intune-platform', template: 'repair', phase: 'repair', folder: 'intune/platform/', name: 'repair' },
    // Only what the app repairs decides whether it is installed.
    {
      channel: 'intune-win32',
      template: 'detect',
      phase: 'detect',
      folder: 'intune/win32/',
      name: 'detect',
      repaired: true,
    },
    { channel: 'intune-win32', template: 'repair', phase: 'repair', folder: 'intune/win32/', name: 'repair' },
    {
      channel: 'intune-compliance',
      template: 'compliance',
      phase: 'detect',
      folder: 'intune/compliance/',
      name: 'discovery',
    },
    { channel: 'gpo-startup', template: 'repair', phase: 'repair', folder: startup, name: `${product}-startup` },
    { channel: 'gpo-task', template: 'repair', phase: 'repair', folder: startup, name: `${product}-repair` },
    { channel: 'configmgr-item', template: 'verdict', phase: 'detect', folder: 'configmgr/item/', name: 'discovery' },
    { channel: 'configmgr-item', template: 'repair', phase: 'repair', folder: 'configmgr/item/', name: 'remediation' },
    { channel: 'winget', template: 'detect', phase: 'detect', folder: 'winget/', name: 'detect' },
    { channel: 'winget', template: 'repair', phase: 'repair', folder: 'winget/', name: 'repair' },
  ];
}

/**
 * The scripts that channels run in place of those for people. A script that would hold no check is left out, and so is
 * every phase of which the checklist emits no PowerShell.
 */
export function planChannelScripts(
  catalog: Catalog,
  templates: Templates,
  channels: readonly ChannelPlan[],
): readonly ScriptPlan[] {
  const make = (script: ChannelScript, checks: readonly Check[]): ScriptPlan =>
    planScript(catalog, templates, {
      script: { name: script.name, phase: script.phase, defaults: checks.map(({ id }) => id) },
      edition: 'ps1',
      folder: script.folder,
      candidates: checks,
      channel: {
        limitMinutes: channels.find(({ name }) => name === script.channel)?.limits.minutes ?? 0,
        speaks: script.phase === 'repair',
        templates: templatesOf(templates, script.template),
      },
    });
  const wanted = (['detect', 'repair'] as const).filter((phase) =>
    catalog.scripts.some((script) => script.phase === phase && script.editions.includes('ps1')),
  );
  const lists = listScripts(catalog.product)
    .filter(({ phase }) => wanted.includes(phase))
    .flatMap((script) => {
      const checks = checksOf(channels, script.channel, script.repaired ? 'repair' : script.phase);
      return checks.length === 0 ? [] : [make(script, checks)];
    });
  const pairs = wanted.flatMap((phase) =>
    checksOf(channels, 'intune-pair', phase).map((check) =>
      make({ channel: 'intune-pair', template: phase, phase, folder: `intune/${checkSlug(check)}/`, name: phase }, [
        check,
      ]),
    ),
  );
  const forGroupPolicy = lists.some(({ path }) => path.includes('/gpo/'));
  return [...lists, ...pairs, ...(forGroupPolicy ? [planInstall(catalog, templates)] : [])];
}

/** The script that lays the files for Group Policy into a GPO; an administrator starts it. */
function planInstall(catalog: Catalog, templates: Templates): ScriptPlan {
  return planScript(catalog, templates, {
    script: { name: 'install', phase: 'detect', defaults: [] },
    edition: 'ps1',
    folder: 'gpo/',
    candidates: [],
    channel: { limitMinutes: 0, speaks: true, templates: templatesOf(templates, 'install') },
  });
}

function templatesOf(templates: Templates, name: string): ScriptTemplates {
  const files = templates.ps1.channels.get(name);
  if (!files) throw new Error(`templates/ps1/channel/${name}.* is missing.`);
  return files;
}

function checksOf(
  channels: readonly ChannelPlan[],
  channel: ChannelName,
  phase: 'detect' | 'repair',
): readonly Check[] {
  const checks = channels.find(({ name }) => name === channel)?.checks ?? [];
  return checks.filter((each) => (phase === 'detect' ? each.detects : each.repairs)).map(({ check }) => check);
}
