import { plainDisk } from './disk.js';
import { joinLanguages, readData, readTemplateFiles, takeLanguages } from './template-files.js';
import type { PageTemplates } from './templates.js';

/**
 * Reads templates/page/ of the package, or templates/fleet/, which has words and files for the page of a fleet; mistakes are thrown, as
 * by `loadTemplates`.
 */
export function loadPageTemplates(packageRoot: string, of: 'page' | 'fleet' = 'page'): PageTemplates {
  const files = readTemplateFiles(plainDisk, packageRoot, `templates/${of}/`);
  const words = takeLanguages(files, 'words/');
  const texts = new Map([...words].map(([language, file]) => [language, { path: file.path, texts: readData(file) }]));
  return { languages: [...words.keys()], words: joinLanguages(texts), assets: files };
}
