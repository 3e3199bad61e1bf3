import type { Language } from '../ir/catalog.js';

/** The scripts for people in English and at most one other language. */
export interface LanguageSet {
  /** Below the product's folder, with a slash at its end; empty for the product's folder itself. */
  readonly folder: string;
  readonly languages: readonly Language[];
}

/**
 * The sets of a product: a script with every language would be too large to be read before it runs. The first language
 * beside English stands in the product's folder, each further one in a folder of its name.
 */
export function languageSets(languages: readonly Language[]): readonly LanguageSet[] {
  const [first, ...others] = languages.filter((language) => language !== 'en');
  return [
    { folder: '', languages: first === undefined ? ['en'] : ['en', first] },
    ...others.map((language) => ({ folder: `${language}/`, languages: ['en', language] })),
  ];
}
