import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { phases } from '../src/ir/catalog.js';
import { bundled, repository } from './compile-bundled.js';

const { catalog } = await bundled();

/** What a scenario's name says that detection makes of it: "empty-battery.fail.ps1". */
function endingsIn(owner: string): readonly string[] {
  const folder = join(repository, 'checks/scenarios', owner);
  return existsSync(folder) ? readdirSync(folder).map((name) => name.split('.').at(-2) ?? '') : [];
}

it.each((catalog?.checks ?? []).map((check) => [check.id, check] as const))(
  '%s is tried where it is fine, where it is a problem and where nobody can tell',
  (id, { steps }) => {
    const recipes = phases.flatMap((phase) => {
      const step = steps.ps1[phase];
      return step?.kind === 'recipe' ? [step.recipe] : [];
    });
    const endings = new Set([id, ...recipes].flatMap(endingsIn));
    expect([...endings].sort()).toEqual(['fail', 'pass', 'unknown']);
  },
);
