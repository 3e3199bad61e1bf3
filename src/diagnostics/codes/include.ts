import type { CodeEntry } from './entry.js';

/** Codes of "mendsheet include", which reads packages of recipes where they come from. */
export const includeCodes = {
  'include/not-found': {
    severity: 'error',
    title: 'A package that is not there',
    help:
      'An npm package is looked for in node_modules of the folder that includes it and of those above: "npm install" puts it there. ' +
      'A folder is relative to the file that names it, and has a recipes.yaml.',
    example: "include: [{ package: '@contoso/recipes' }]   # and no node_modules/@contoso/recipes",
  },
  'include/outside': {
    severity: 'error',
    title: 'A package that leads out of its place',
    help:
      'What comes from npm includes folders of its own package alone, or other packages by their name. A folder below checks/ is no ' +
      'link to another place.',
    example: 'include: [{ folder: ../../other-project }]   # in a package of node_modules',
  },
  'include/circle': {
    severity: 'error',
    title: 'Packages that include each other in a circle',
    help: 'A package brings others along, and none of them leads back to it. Take one of these includes out.',
    example: 'package: printing-recipes\ninclude: [{ folder: . }]',
  },
  'include/copy': {
    severity: 'error',
    title: 'An include of a copy',
    help:
      'The folder checks/packages/ is written by "mendsheet include" alone: a package cannot come from where it is copied to. Name the folder or the ' +
      'npm package that it came from, or move it to another folder below checks/, where it is read as it stands.',
    example: 'include: [{ folder: checks/packages/contoso-recipes }]',
  },
  'include/two-packages': {
    severity: 'error',
    title: 'Two packages of one name',
    help:
      'A checklist has one version of a package, since checks name its recipes by the name of the package. Install one version for all ' +
      'that include it, or rename one of them in its recipes.yaml.',
    example: "include: [{ package: '@contoso/recipes' }, { folder: ../recipes }]   # both say package: contoso-recipes",
  },
} as const satisfies Record<string, CodeEntry>;
