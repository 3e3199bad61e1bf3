import { readMessages, readTemplateFiles, take } from './template-files.js';
import type { PageTemplates } from './templates.js';

/** Reads templates/page/ of the package; mistakes are thrown, as by `loadTemplates`. */
export function loadPageTemplates(packageRoot: string): PageTemplates {
  const files = readTemplateFiles(packageRoot, 'templates/page/');
  return { words: readMessages(take(files, 'words.yaml')), assets: files };
}
