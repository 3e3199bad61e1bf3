import type { Check, Edition, Phase } from '../ir/catalog.js';

/** Approved PowerShell verbs for the phases. */
const verbs: Readonly<Record<Phase, string>> = { detect: 'Test', repair: 'Repair', collect: 'Export' };

/** What a batch label begins with; the same words, since readers meet both editions. */
const labelPrefixes: Readonly<Record<Phase, string>> = { detect: 'test', repair: 'repair', collect: 'export' };

/** "download-cache" -> "DownloadCache". */
export function pascalCase(kebab: string): string {
  return kebab
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** "download-cache" -> "download_cache": labels cannot hold a hyphen safely in every place where cmd reads them. */
export function snakeCase(kebab: string): string {
  return kebab.replaceAll('-', '_');
}

/** The function (ps1) or label (cmd) that a phase of a check's own body, or of a recipe, is emitted as. */
export function functionName(
  edition: Edition,
  phase: Phase,
  owner: { readonly check: Check } | { readonly recipe: string },
): string {
  const id = 'check' in owner ? owner.check.id : owner.recipe;
  if (edition === 'ps1') return `${verbs[phase]}-${pascalCase(id)}`;
  const item = 'check' in owner ? `${owner.check.item}_` : '';
  return `${labelPrefixes[phase]}_${item}${snakeCase(id)}`;
}
