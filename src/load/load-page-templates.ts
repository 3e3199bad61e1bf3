import { readMessages, readTemplateFiles, take, takeFolder } from './template-files.js';
import type { PageTemplates } from './templates.js';

/** Reads templates/page/ of the package; mistakes are thrown, as by `loadTemplates`. */
export function loadPageTemplates(packageRoot: string): PageTemplates {
  const files = readTemplateFiles(packageRoot, 'page/');
  return { words: readMessages(take(files, 'page/words.yaml')), assets: takeFolder(files, 'page/') };
}
