import type { CodeEntry } from './entry.js';

/** Codes of the load stage: files, bytes and YAML as such, before anything is known of checks. */
export const loadCodes = {
  'load/missing-file': {
    severity: 'error',
    title: 'A file that is not there',
    help: 'Paths of `include:` are relative to the folder of the index and use forward slashes.',
    example: 'include: [checks/servces.yaml]',
  },
  'load/not-a-group': {
    severity: 'error',
    title: 'An included file that is no group',
    help: 'Files of groups and packages stand in `include:`. Recipes, facts and scenarios are found by where they stand below checks/.',
    example: 'include: [checks/services.yaml, checks/recipes/start-type.yaml]',
  },
  'load/not-a-file': {
    severity: 'error',
    title: 'A folder or a device where a file is needed',
    help: 'Every input is a regular file. Rename the folder, or name the file inside it.',
    example: 'include: [checks/services]',
  },
  'load/unreadable-file': {
    severity: 'error',
    title: 'A file that the system does not let us read',
    help: 'Look at the permissions of the file and of the folders above it.',
    example: 'include: [checks/services.yaml]   # mode 000',
  },
  'load/too-large': {
    severity: 'error',
    title: 'A file over the size limit',
    help: 'A file of a checklist may have 1 MiB. Real ones have a few KiB: divide the group into several files.',
    example: 'include: [checks/backup-of-disk.yaml]',
  },
  'load/too-many-files': {
    severity: 'error',
    title: 'A checks folder with too many entries',
    help: 'At most 200,000 entries and eight levels of folders under checks/ are read. Move what is no part of the checklist out of it.',
    example: 'checks/node_modules/...',
  },
  'load/not-utf8': {
    severity: 'error',
    title: 'Bytes that are not UTF-8',
    help: 'Save the file as UTF-8. Shift_JIS (code page 932) and UTF-16 are not read, since guessing would damage text without a word.',
    example: 'title: <bytes 83 54 81 5B>',
  },
  'load/control-character': {
    severity: 'error',
    title: 'A character that cannot be seen',
    help:
      'Control characters, characters that turn the direction of text, have no width, choose another form of a letter or are for ' +
      'private use are refused: they make a file look different from what it does. Line ends may be LF or CRLF.',
    example: 'title: Services<U+202E>',
  },
  'load/empty-file': {
    severity: 'error',
    title: 'A YAML file without content',
    help: 'An index, group, recipe or fact file holds at least its required keys. Remove the file if it is not needed.',
    example: '# only a comment',
  },
  'load/yaml-syntax': {
    severity: 'error',
    title: 'Text that is not YAML',
    help: 'Only the first such mistake of a file is reported, since those after it are often its consequences.',
    example: 'title: { en: Services',
  },
  'load/yaml-tab': {
    severity: 'error',
    title: 'A tab used for indentation',
    help: 'YAML is indented with spaces. Bodies are too.',
    example: 'checks:\n\t- id: clock',
  },
  'load/yaml-documents': {
    severity: 'error',
    title: 'Several YAML documents in one file',
    help: 'A file holds one document. Give the second one a file of its own.',
    example: 'group: a\n---\ngroup: b',
  },
  'load/yaml-depth': {
    severity: 'error',
    title: 'YAML nested too deeply',
    help: 'Nothing in a checklist needs more than 32 levels.',
    example: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
  },
  'load/yaml-alias': {
    severity: 'error',
    title: 'An anchor or an alias',
    help:
      'Anchors (`&name`) and aliases (`*name`) are not read: a value stands where it is used, so that every mistake has one place. ' +
      'Share bodies through a recipe and values through checks/facts.yaml.',
    example: 'why: &text { en: ..., ja: ... }',
  },
  'load/yaml-merge-key': {
    severity: 'error',
    title: 'A merge key',
    help: 'The key `<<` is not read, for the reason given at load/yaml-alias. Write the keys out.',
    example: '<<: *defaults',
  },
  'load/yaml-tag': {
    severity: 'error',
    title: 'A YAML tag',
    help: 'Tags such as `!!str` are not read. Quote a value to make it text.',
    example: 'version: !!str 1.0',
  },
  'load/yaml-key': {
    severity: 'error',
    title: 'A key that is not text',
    help: 'Keys are words. Quote a key that YAML would take for a number, a truth value or nothing.',
    example: '{ 12: twelve }',
  },
  'load/duplicate-key': {
    severity: 'error',
    title: 'A key given twice',
    help: 'The second one would silently replace the first. Remove one of them.',
    example: 'severity: high\nseverity: low',
  },
  'load/csv-syntax': {
    severity: 'error',
    title: 'A line of a table that is no row',
    help:
      'Fields are separated by commas. One that has a comma or a quotation mark is put in quotation marks, and a quotation ' +
      'mark inside it is written twice. A field ends on the line it begins on.',
    example: '0x80070422,ERROR_SERVICE_DISABLED,"a needed service is disabled',
  },
  'load/include-outside': {
    severity: 'error',
    title: 'An included path outside the checklist',
    help: 'Files stay in the folder of the index or below it, also after symbolic links are followed.',
    example: 'include: [../other/services.yaml]',
  },
  'load/include-circle': {
    severity: 'error',
    title: 'Files that include each other in a circle',
    help: 'Only the index includes files, and never itself.',
    example: 'include: [checks.yaml]   # in checks.yaml',
  },
  'load/include-nested': {
    severity: 'error',
    title: 'An include outside the index',
    help: 'The order of the include list of the index is the order of diagnosis, so all files are listed there.',
    example: 'group: services\ninclude: [checks/more.yaml]',
  },
  'load/include-twice': {
    severity: 'error',
    title: 'A file included twice',
    help: 'Each file is listed once; a symbolic link to it is the same file.',
    example: 'include: [checks/services.yaml, checks/services.yaml]',
  },
  'load/package-file': {
    severity: 'error',
    title: 'A file that no package of recipes has',
    help:
      'A package has recipes.yaml, facts.yaml, recipes/<recipe>.yaml with bodies <recipe>.<phase>.ps1 and .cmd, words/<language>.yaml and ' +
      'scenarios/<recipe>/<state>.<pass, fail or unknown>.ps1, .cmd or .json, and its licence. Names are in lower case. ' +
      'Below checks/packages/, nothing else stands: "mendsheet include" writes it.',
    example: 'checks/packages/windows-recipes/recipes/Service.detect.ps1',
  },
  'load/not-included': {
    severity: 'warning',
    title: 'A group file that nothing includes',
    help: 'A YAML file in checks/ that is not in the include list takes no part in the build. List it or move it away.',
    example: 'checks/printers.yaml   # not in the include list of checks.yaml',
  },
  'load/unused-table': {
    severity: 'warning',
    title: 'A table that nothing names',
    help: 'A CSV file in checks/ is read only as the `error-codes:` of the index. Name it there, or move it away.',
    example: 'checks/error-codes.csv   # and no error-codes: in checks.yaml',
  },
} as const satisfies Record<string, CodeEntry>;
