import { readLibrary } from './read-library.js';
import { readMessages, readTemplateFile, readTemplateFiles, take, takeFolder } from './template-files.js';
import type { PageTemplates } from './templates.js';

/** Reads templates/page/ of the package, and the register of actions; mistakes are thrown, as by `loadTemplates`. */
export function loadPageTemplates(packageRoot: string): PageTemplates {
  const files = readTemplateFiles(packageRoot, 'page/');
  const words = readMessages(take(files, 'page/words.yaml'));
  const library = readLibrary(readTemplateFile(packageRoot, 'library.yaml'));
  return { words, library, assets: takeFolder(files, 'page/') };
}
