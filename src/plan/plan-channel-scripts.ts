import type { Catalog, Check } from '../ir/catalog.js';
import { checksOfWay, type ChannelPlan, type ChannelScript } from '../ir/channel.js';
import { checkSlug } from '../names/check-slug.js';
import type { ScriptPlan, ScriptRole } from '../ir/plan.js';
import type { ScriptTemplates } from '../ir/template.js';
import type { Templates } from '../load/templates.js';
import { planScript } from './plan-script.js';

/** The scripts that channels run in place of those for people. A script that would hold no check is left out. */
export function planChannelScripts(
  catalog: Catalog,
  templates: Templates,
  channels: readonly ChannelPlan[],
): readonly ScriptPlan[] {
  return channels.flatMap((channel) => {
    const make = (script: ChannelScript, folder: string, role: ScriptRole, checks: readonly Check[]): ScriptPlan =>
      planScript(catalog, templates, {
        script: {
          name: script.name.replace('{product}', catalog.product),
          phase: script.kind === 'installer' ? 'detect' : script.phase,
          defaults: checks.map(({ id }) => id),
        },
        role,
        edition: 'ps1',
        folder: `${channel.spec.name}/${folder}`,
        languages: ['en'],
        candidates: checks,
        templates: templatesOf(templates, script.template),
      });
    const made = channel.spec.scripts.flatMap((script): readonly ScriptPlan[] => {
      if (script.kind === 'installer') return [];
      const holds = script.kind === 'list' ? script.holds : script.phase === 'detect' ? 'detected' : 'repaired';
      const checks = takenBy(channel, script.way, holds);
      if (script.kind === 'each')
        return checks.map((check) => make(script, `${checkSlug(check)}/`, roleOf(channel, script.way, check), [check]));
      return checks.length === 0 ? [] : [make(script, script.folder, roleOf(channel, script.way, null), checks)];
    });
    const installers = made.length === 0 ? [] : channel.spec.scripts.filter(({ kind }) => kind === 'installer');
    return [
      ...made,
      ...installers.map((script) => make(script, '', { kind: 'installer', channel: channel.spec.name }, [])),
    ];
  });
}

function roleOf({ spec, ways }: ChannelPlan, way: string, only: Check | null): ScriptRole {
  const minutes = ways.find(({ name }) => name === way)?.limits.minutes ?? 0;
  return { kind: 'deployed', channel: spec.name, way, minutes, only };
}

function templatesOf(templates: Templates, name: string): ScriptTemplates {
  const files = templates.ps1.channels.get(name);
  if (!files) throw new Error(`No channel template "${name}": its .head.ps1.hbs or its .main.ps1 is missing.`);
  return files;
}

function takenBy(channel: ChannelPlan, way: string, holds: 'detected' | 'repaired'): readonly Check[] {
  return checksOfWay([channel], way)
    .filter(({ detects, repairs }) => (holds === 'detected' ? detects : repairs))
    .map(({ check }) => check);
}
