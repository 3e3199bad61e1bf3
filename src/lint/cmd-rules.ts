/** Commands of cmd.exe itself that a body may use: they compute, choose and jump, or list what is there. */
export const bodyCommands: ReadonlySet<string> = new Set(['set', 'call', 'goto', 'exit', 'dir', 'type', 'ver', 'rem']);

/** Variables that belong to the runtime: a body that sets one could turn the journal or the exit code. */
export const runtimeVariables: ReadonlySet<string> = new Set(
  (
    'PRODUCT VERSION SCRIPT TWIN SWITCHES PRODUCT_GUARD SYS SELF STATE STATE_KEY BASE CLOSED RESULT WHATIF UNDO LIST ' +
    'QUIET ALLOW_MANAGED OUT CHOSEN SKIPPED VISIT APPLIES GUARDED BLOCKED RESTART RUN JOURNAL ENTRY LINE ACTION_FAILED ' +
    'RENEWED STOPPED_SERVICES REPAIRED FAILED UNDECIDED PROBLEMS BUNDLE BUNDLE_PART BUNDLE_PROBLEMS TITLE ' +
    'SYSTEMROOT PROGRAMDATA SYSTEMDRIVE COMSPEC PATH PATHEXT TEMP WINDIR PROGRAMFILES ERRORLEVEL CD DATE TIME RANDOM ' +
    'CMDCMDLINE CMDEXTVERSION'
  ).split(' '),
);

/** What no batch of ours holds, with the reason; matched against a line without its quoted parts. */
export const forbidden: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /\bwmic\b/i, reason: 'wmic is absent from current Windows' },
  { pattern: /\b(?:cscript|wscript|mshta)\b/i, reason: 'VBScript is being removed from Windows' },
  { pattern: /\b(?:powershell|pwsh)\b/i, reason: 'this edition is for computers where PowerShell is blocked' },
  { pattern: /\bbitsadmin\b/i, reason: 'bitsadmin is deprecated and can delete the transfers of others' },
  { pattern: /\bcertutil\b/i, reason: 'certutil is what malware decodes itself with' },
  { pattern: /\b(?:del|erase)\b/i, reason: 'nothing is deleted: folders and files are set aside' },
  { pattern: /\b(?:rd|rmdir)\s+\/s\b/i, reason: 'nothing is deleted: folders are set aside' },
  { pattern: /\bformat\s+[a-z]:/i, reason: 'nothing is deleted' },
  {
    pattern: /\breg(?:\.exe)?"?\s+(?:delete|import|restore|unload)\b/i,
    reason: 'registry values are changed by actions only',
  },
  {
    pattern: /\b(?:net\s+session|openfiles)\b/i,
    reason: 'it needs a service that may be off; fltmc.exe tells elevation',
  },
  { pattern: /%cmdcmdline\b/i, reason: 'it holds quotation marks, which turn what stands behind them into commands' },
  { pattern: /\bchcp\b/i, reason: 'it changes the console of the caller' },
  { pattern: /%(?:date|time)(?::[^%]*)?%/i, reason: 'its form depends on the language' },
];
