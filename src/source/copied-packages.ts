import path from 'node:path';

/** The folder of the packages that were copied into a checklist, which "mendsheet include" alone writes. */
export const copiedPackages = 'checks/packages';

/** Whether a folder is that of the copies, or lies in it. @param folder relative to the root of the checklist, as written. */
export function isCopy(folder: string): boolean {
  return `${path.posix.normalize(folder)}/`.startsWith(`${copiedPackages}/`);
}

/** What is wrong with an include that leads to a copy. @param written as the include has it. */
export function copyRefusal(written: string): string {
  return (
    `"${written}" is in ${copiedPackages}/, where "mendsheet include" puts its copies and takes old ones away. Name the folder or npm ` +
    'package that it came from; to go on with it here, move it to another folder below checks/ and name that one.'
  );
}
