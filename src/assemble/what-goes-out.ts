import type { Artefact } from '../ir/artefact.js';
import type { Plan } from '../ir/plan.js';

/** Without the files of channels and the scripts of single checks: each goes out in an archive, and not beside it as well. */
export function outsideArchives(
  { catalog: { product }, channels, scripts }: Plan,
  artefacts: readonly Artefact[],
): readonly Artefact[] {
  const singles = new Set(scripts.filter(({ role }) => role.kind === 'single').map(({ path }) => path));
  return artefacts.filter(
    ({ path }) => !singles.has(path) && !channels.some(({ spec }) => path.startsWith(`${product}/${spec.name}/`)),
  );
}

/** A plan without the scripts that no service would take, so that a page says nothing of them. */
export function onlyBuilt(plan: Plan, artefacts: readonly Artefact[]): Plan {
  const built = new Set(artefacts.map(({ path }) => path));
  return { ...plan, scripts: plan.scripts.filter(({ path }) => built.has(path)) };
}
