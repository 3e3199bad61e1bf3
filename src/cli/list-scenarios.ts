import type { Catalog } from '../ir/catalog.js';
import type { Project } from '../load/project.js';

export interface ScenarioFile {
  /** Relative to the root of the checklist. */
  readonly path: string;
  /** The check or recipe that it tries. */
  readonly owner: string;
}

/** Every scenario of a checklist, and those that packages bring with the recipes that checks use. */
export function listScenarios({ scenarios, packages }: Project, { recipes }: Catalog): readonly ScenarioFile[] {
  const used = new Set([...recipes.values()].map(({ span }) => span.source.path));
  const brought = packages.flatMap(({ at, scenarios: own }) =>
    own.map(fileOf).filter(({ owner }) => used.has(`${at}/recipes/${owner}.yaml`)),
  );
  // What every scenario begins with is none itself.
  const isScenario = ({ path }: ScenarioFile): boolean =>
    /\.(?:ps1|json|cmd)$/.test(path) && !/\/scenarios\/windows\.\w+$/.test(path);
  return [...scenarios.map(fileOf), ...brought].filter(isScenario);
}

function fileOf(path: string): ScenarioFile {
  return { path, owner: path.split('/').at(-2) ?? '' };
}
