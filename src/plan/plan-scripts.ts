import type { Result } from '../diagnostics/diagnostic.js';
import type { Catalog } from '../ir/catalog.js';
import type { ChannelSpec } from '../ir/channel.js';
import type { Plan, ScriptPlan } from '../ir/plan.js';
import type { ScriptTemplates } from '../ir/template.js';
import type { Templates } from '../load/templates.js';
import { checkSlug } from '../names/check-slug.js';
import { checkNames } from './check-names.js';
import { planChannels } from './plan-channels.js';
import { planChannelScripts } from './plan-channel-scripts.js';
import { planScript } from './plan-script.js';
import { planSnippets } from './plan-snippets.js';

/**
 * Decides every file that will be emitted and all that goes into it. Nothing is rendered here, so `mendsheet plan`
 * can show the decisions. A check or recipe whose function would take the name of another one is refused.
 */
export function planScripts(
  catalog: Catalog,
  templates: Templates,
  channelSpecs: readonly ChannelSpec[],
): Result<Plan> {
  const scripts = catalog.scripts.flatMap((script) =>
    script.editions.map((edition) =>
      planScript(catalog, templates, {
        script,
        role: { kind: 'checklist' },
        edition,
        folder: '',
        candidates: catalog.checks,
        templates: templates[edition].scripts[script.phase],
      }),
    ),
  );
  const single = catalog.scripts
    .filter((script) => script.phase !== 'collect' && script.editions.includes('ps1'))
    .flatMap((script) =>
      catalog.checks
        .filter((check) => check.steps.ps1[script.phase])
        .map((check) =>
          planScript(catalog, templates, {
            script: { ...script, name: script.phase, defaults: [check.id] },
            role: { kind: 'single', check },
            edition: 'ps1',
            folder: `checks/${checkSlug(check)}/`,
            candidates: [check],
            templates: templates.ps1.scripts[script.phase],
          }),
        ),
    );
  const kit = templates.ps1.kit;
  const kits = kit && scripts.some(({ edition }) => edition === 'ps1') ? [planKit(catalog, templates, kit)] : [];
  const channels = planChannels(catalog, channelSpecs);
  const plan: Plan = {
    catalog,
    library: templates.library,
    scripts: [...scripts, ...single, ...kits, ...planChannelScripts(catalog, templates, channels)],
    ...planSnippets(catalog, templates),
    channels,
  };
  return { value: plan, diagnostics: checkNames(catalog, templates) };
}

/** What tries the other scripts of a product on a real Windows; it holds no checks. */
function planKit(catalog: Catalog, templates: Templates, kit: ScriptTemplates): ScriptPlan {
  return planScript(catalog, templates, {
    script: { name: 'windows-kit', phase: 'detect', defaults: [] },
    role: { kind: 'kit' },
    edition: 'ps1',
    folder: '',
    candidates: [],
    templates: kit,
  });
}
