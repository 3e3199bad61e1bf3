const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** Owners of messages and functions that the compiler names itself. */
const ownNames = new Set(['guard', 'product-guard']);

/** Folders below checks/ that hold something else than the bodies of a group. */
const ownFolders = new Set(['packages', 'recipes', 'scenarios', 'words']);

/**
 * Why a name of a checklist cannot be used, as a sentence; null where it can.
 * @param kind what it names: an owner is a check or a recipe, which become functions.
 */
export function refuseName(name: string, kind: 'owner' | 'group' | 'other'): string | null {
  if (devices.test(name)) return `"${name}" is the name of a device of Windows.`;
  if (kind === 'group' && ownFolders.has(name))
    return `checks/${name}/ has a use of its own, so no group is called so.`;
  return kind === 'owner' && ownNames.has(name) ? `"${name}" is kept for the guard of the product.` : null;
}

/** What a check and a recipe share with all others: PowerShell knows no case, and hyphens go. */
export function functionKey(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}
