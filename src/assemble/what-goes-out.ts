import type { Artefact } from '../ir/artefact.js';
import type { Plan } from '../ir/plan.js';

/** Without the files of channels: each goes out in the archive of its channel, and not beside it as well. */
export function outsideArchives(
  { catalog: { product }, channels }: Plan,
  artefacts: readonly Artefact[],
): readonly Artefact[] {
  return artefacts.filter(({ path }) => !channels.some(({ spec }) => path.startsWith(`${product}/${spec.name}/`)));
}

/** A plan without the scripts that no service would take, so that a page says nothing of them. */
export function onlyBuilt(plan: Plan, artefacts: readonly Artefact[]): Plan {
  const built = new Set(artefacts.map(({ path }) => path));
  return { ...plan, scripts: plan.scripts.filter(({ path }) => built.has(path)) };
}
