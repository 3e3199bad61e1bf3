/** Windows takes digits written high for digits here, and no letter case, no ending and no blank behind makes a file of a device. */
const devices = /^(?:con|conin\$|conout\$|prn|aux|nul|(?:com|lpt)[\d\u00b9\u00b2\u00b3]) *(?:[.:]|$)/i;
/** Owners of messages and functions that the compiler names itself. */
const ownNames = new Set(['guard', 'product-guard']);

/** Folders below checks/ that hold something else than the bodies of a group. */
const ownFolders = new Set(['packages', 'recipes', 'scenarios', 'words']);

/**
 * Why a name of a checklist cannot be used, as a sentence; null where it can.
 * @param kind what it names: an owner is a check or a recipe, which become functions.
 */
export function refuseName(name: string, kind: 'owner' | 'group' | 'other'): string | null {
  if (deviceIn(name) !== null) return `"${name}" is the name of a device of Windows.`;
  if (kind === 'group' && ownFolders.has(name))
    return `checks/${name}/ has a use of its own, so no group or package is there.`;
  return kind === 'owner' && ownNames.has(name) ? `"${name}" is kept for the guard of the product.` : null;
}

/** The steps of a path up to the first one that Windows takes for a device; null for none. */
export function deviceIn(path: string): string | null {
  const steps = path.split('/');
  const at = steps.findIndex((step) => devices.test(step));
  return at === -1 ? null : steps.slice(0, at + 1).join('/');
}

/**
 * Files and folders that no Windows can have, the first of each, with a sentence that says so.
 * @param named ids that are refused where they are given, and with them what is called after them.
 */
export function refuseFiles<T extends { readonly path: string }>(
  files: readonly T[],
  named: ReadonlySet<string> = new Set(),
): readonly { readonly file: T; readonly refusal: string }[] {
  const seen = new Set<string>();
  return files.flatMap((file) => {
    const device = deviceIn(file.path);
    if (device === null || seen.has(device)) return [];
    seen.add(device);
    const name = device.slice(device.lastIndexOf('/') + 1);
    const isScenario = /(?:^|\/)scenarios\/[^/]+\/[^/]+$/.test(device);
    if (!isScenario && named.has(name.replace(/\..*$/, ''))) return [];
    return [{ file, refusal: `Windows takes "${name}" for a device.` }];
  });
}

/** What a check and a recipe share with all others: PowerShell knows no case, and hyphens go. */
export function functionKey(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}
