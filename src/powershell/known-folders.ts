/** Folders that Windows names in the environment, and PowerShell in variables of its own, by name in lower case: where they are on most PCs. */
const folders: Readonly<Record<string, string>> = {
  'env:systemdrive': 'C:',
  'env:homedrive': 'C:',
  'env:systemroot': 'C:\\Windows',
  'env:windir': 'C:\\Windows',
  'env:programdata': 'C:\\ProgramData',
  'env:allusersprofile': 'C:\\ProgramData',
  'env:programfiles': 'C:\\Program Files',
  'env:programw6432': 'C:\\Program Files',
  'env:programfiles(x86)': 'C:\\Program Files (x86)',
  'env:commonprogramfiles': 'C:\\Program Files\\Common Files',
  'env:commonprogramw6432': 'C:\\Program Files\\Common Files',
  'env:commonprogramfiles(x86)': 'C:\\Program Files (x86)\\Common Files',
  'env:public': 'C:\\Users\\Public',
  'env:userprofile': 'C:\\Users\\User',
  'env:homepath': '\\Users\\User',
  'env:appdata': 'C:\\Users\\User\\AppData\\Roaming',
  'env:localappdata': 'C:\\Users\\User\\AppData\\Local',
  home: 'C:\\Users\\User',
  pshome: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0',
};

/** Where a folder is that a variable of PowerShell names, such as "$env:SystemRoot"; null for any other variable. */
export function folderOf(variable: string): string | null {
  return folderNamed(variable.replace(/^\$\{?|\}$/g, ''));
}

/** The same by the name alone, such as "env:SystemRoot". */
export function folderNamed(name: string): string | null {
  const known = name.toLowerCase();
  return Object.hasOwn(folders, known) ? (folders[known] ?? null) : null;
}
