import { joinLanguages, readData, readTemplateFiles, takeLanguages } from './template-files.js';
import type { PageTemplates } from './templates.js';

/** Reads templates/page/ of the package; mistakes are thrown, as by `loadTemplates`. */
export function loadPageTemplates(packageRoot: string): PageTemplates {
  const files = readTemplateFiles(packageRoot, 'templates/page/');
  const words = takeLanguages(files, 'words/');
  const texts = new Map([...words].map(([language, file]) => [language, { path: file.path, texts: readData(file) }]));
  return { languages: [...words.keys()], words: joinLanguages(texts), assets: files };
}
