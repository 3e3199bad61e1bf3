import type { Result } from '../diagnostics/diagnostic.js';
import type { Catalog, Check, Edition, ScriptSpec } from '../ir/catalog.js';
import type { ChannelSpec } from '../ir/channel.js';
import type { Plan, ScriptPlan } from '../ir/plan.js';
import type { ScriptTemplates } from '../ir/template.js';
import type { Templates } from '../load/templates.js';
import { checkSlug } from '../names/check-slug.js';
import { checkNames } from './check-names.js';
import { checkPaths } from './check-paths.js';
import { findEmptyScripts } from './find-empty-scripts.js';
import { languageSets, type LanguageSet } from './language-sets.js';
import { planChannels } from './plan-channels.js';
import { planChannelScripts } from './plan-channel-scripts.js';
import { planScript } from './plan-script.js';
import { planSnippets } from './plan-snippets.js';
import { speakLanguages } from './speak-languages.js';

/**
 * Decides every file that will be emitted and all that goes into it. Nothing is rendered here, so `mendsheet plan`
 * can show the decisions. A check or recipe whose function would take the name of another one is refused, and so is a
 * script that would take the place of another file.
 */
export function planScripts(catalog: Catalog, given: Templates, channelSpecs: readonly ChannelSpec[]): Result<Plan> {
  const { value: templates, diagnostics } = speakLanguages(given, catalog);
  const [first, ...others] = languageSets(catalog.languages).map((set) => planSet(catalog, templates, set));
  const kit = templates.ps1.kit;
  const isForPowerShell = catalog.scripts.some(({ editions }) => editions.includes('ps1'));
  const kits = kit && isForPowerShell ? [planKit(catalog, templates, kit)] : [];
  const channels = planChannels(catalog, channelSpecs);
  const plan: Plan = {
    catalog,
    library: templates.library,
    messages: templates.messages,
    scripts: [...(first ?? []), ...kits, ...others.flat(), ...planChannelScripts(catalog, templates, channels)],
    ...planSnippets(catalog, templates),
    channels,
  };
  const found = [...findEmptyScripts(catalog), ...checkNames(catalog, templates), ...checkPaths(plan)];
  return { value: plan, diagnostics: [...diagnostics, ...found] };
}

/**
 * The scripts for people in a pair of languages. Batch speaks English alone, so it stands in the product's folder only, and
 * so do the scripts of single checks: `-Check` of a script in any language does what they do (ADR 20).
 */
function planSet(catalog: Catalog, templates: Templates, { folder, languages }: LanguageSet): readonly ScriptPlan[] {
  const scripts = catalog.scripts.flatMap((script) =>
    script.editions
      .filter((edition) => edition === 'ps1' || folder === '')
      .map((edition) =>
        planScript(catalog, templates, {
          script,
          role: { kind: 'checklist' },
          edition,
          folder,
          languages,
          candidates: heldBy(script, catalog.checks),
          templates: templatesOf(templates, edition, script),
        }),
      ),
  );
  const single = catalog.scripts
    .filter((script) => folder === '' && script.phase !== 'collect' && script.editions.includes('ps1'))
    .flatMap((script) =>
      heldBy(script, catalog.checks)
        .filter((check) => check.steps.ps1[script.phase])
        .map((check) =>
          planScript(catalog, templates, {
            script: { ...script, name: script.phase, defaults: [check.id] },
            role: { kind: 'single', check },
            edition: 'ps1',
            folder: `checks/${checkSlug(check)}/`,
            languages,
            candidates: [check],
            templates: templatesOf(templates, 'ps1', script),
          }),
        ),
    );
  return [...scripts, ...single];
}

/** What repairs, repairs with the rights of one account. */
function heldBy({ phase, runsAs }: ScriptSpec, checks: readonly Check[]): readonly Check[] {
  return phase === 'repair' ? checks.filter((check) => check.runsAs === runsAs) : checks;
}

function templatesOf(templates: Templates, edition: Edition, { phase, runsAs }: ScriptSpec): ScriptTemplates {
  const { scripts, asUser } = templates[edition];
  return (phase === 'repair' && runsAs === 'user' && asUser?.repair) || scripts[phase];
}

/** What tries the other scripts of a product on a real Windows; it holds no checks. */
function planKit(catalog: Catalog, templates: Templates, kit: ScriptTemplates): ScriptPlan {
  const [{ languages } = { languages: ['en'] }] = languageSets(catalog.languages);
  return planScript(catalog, templates, {
    script: { name: 'windows-kit', phase: 'detect', defaults: [] },
    role: { kind: 'kit' },
    edition: 'ps1',
    folder: '',
    languages,
    candidates: [],
    templates: kit,
  });
}
