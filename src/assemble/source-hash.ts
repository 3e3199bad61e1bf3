import { createHash } from 'node:crypto';
import type { Project } from '../load/project.js';

/** SHA-256 over paths and texts of every input file, lower-case hex: equal for equal checklists. */
export function sourceHash(project: Project): string {
  const { index, groups, recipes, facts, errorCodes, translations, messages, lock } = project;
  const others = [facts, errorCodes, lock, ...translations.values(), ...messages.values()].flatMap(
    (each) => each ?? [],
  );
  const trees = [index, ...groups, ...recipes, ...others];
  const files = trees.map(({ source }) => source);
  const hash = createHash('sha256');
  const brought = project.packages.flatMap((each) => [...each.files.values()].map(({ source }) => source));
  for (const { path, text } of [...files, ...project.bodies, ...brought].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\0${text.length}\0${text}\0`);
  }
  return hash.digest('hex');
}
