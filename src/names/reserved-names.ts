const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** Owners of messages and functions that the compiler names itself. */
const ownNames = new Set(['guard', 'product-guard']);

/**
 * Why a name of a checklist cannot be used, as a sentence; null where it can.
 * @param isOwner whether it names a check or a recipe, which become functions.
 */
export function refuseName(name: string, isOwner: boolean): string | null {
  if (devices.test(name)) return `"${name}" is the name of a device of Windows.`;
  return isOwner && ownNames.has(name) ? `"${name}" is kept for the guard of the product.` : null;
}

/** What a check and a recipe share with all others: PowerShell knows no case, and hyphens go. */
export function functionKey(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}
