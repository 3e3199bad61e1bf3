import type { LiteralForm } from '../ir/library.js';
import { deviceIn } from '../names/reserved-names.js';
import { refusePattern } from './net-pattern.js';
import { unknownPart } from '../powershell/written-texts.js';

/**
 * Why an action would refuse a text on every PC, to follow "-Path takes"; null where none shows. The forms are those that
 * templates/ps1/parts/runtime/journal/Test-JournalEntry.ps1 and Test-RegistryTarget.ps1, here and of as-user/, hold the
 * journal's lines against.
 */
export function refuseForm(form: LiteralForm, text: string): string | null {
  return refusals[form](text);
}

/** A text as a message quotes it. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

const ownedKeys = [
  'Policies',
  'PolicyManager',
  'Group Policy',
  'Enrollments',
  'Component Based Servicing',
  'RebootRequired',
];

const isKnown = (part: string): boolean => !part.includes(unknownPart);
const isOwned = (part: string): boolean => ownedKeys.some((each) => each.toLowerCase() === part.toLowerCase());

/** Whether a number lies between two, both included; one that a run alone knows may. */
function isWithin(text: string, least: number, most: number): boolean {
  return !isKnown(text) || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most);
}

const roots = [
  ['HKLM:', ['SOFTWARE', 'SYSTEM']],
  ['HKCU:', ['SOFTWARE', 'Control Panel', 'Printers']],
] as const;

const refusals: Readonly<Record<LiteralForm, (text: string) => string | null>> = {
  'registry-key': (text) => {
    const [hive = '', top, ...below] = text.split('\\');
    if (text.includes('/')) return 'a key with "\\" between its parts';
    if (!isKnown(hive)) return null;
    const [, tops] = roots.find(([name]) => name === hive.toUpperCase()) ?? [];
    const all = roots.flatMap(([name, each]) => each.map((root) => `${name}\\${root}`));
    const isBelow = top !== undefined && (!isKnown(top) || (below.length > 0 && tops?.some((root) => root === top)));
    if (!tops || !isBelow) return `a key below ${all.slice(0, -1).join(', ')} or ${all.at(-1)}, written so`;
    const parts = [top, ...below].filter(isKnown);
    if (parts.some((part) => /^\.{1,2}$/.test(part))) return 'a key without "." and ".."';
    if (parts.some((part) => !/^[A-Za-z0-9_. {}()-]+$/.test(part)))
      return 'a key of letters, digits, blanks and . _ - ( ) { }, without "\\" at its end';
    const owned = parts.find(isOwned);
    return owned === undefined ? null : `no key with "${owned}", which a policy, management or servicing keeps`;
  },
  'registry-name': (text) => {
    if (!isKnown(text)) return null;
    if (isOwned(text)) return `no value called "${text}", which a policy, management or servicing keeps`;
    return /^[A-Za-z0-9_. -]+$/.test(text) ? null : 'a name of letters, digits, blanks and . _ -';
  },
  'registry-data': (text) => {
    const says =
      'absent, or a type and its data, such as REG_DWORD:0x1f (lower case, no zeros in front) or REG_SZ:text';
    const [type = ''] = text.split(':', 1);
    if (!isKnown(type) || (!isKnown(text) && /^REG_[A-Z_]+:/.test(text) && dataForms.has(type))) return null;
    return text === 'absent' || dataForms.get(type)?.test(text.slice(type.length)) === true ? null : says;
  },
  'full-path': (text) => {
    const parts = text.split('\\');
    const says = 'a full path such as C:\\Example\\cache, with "\\" between its parts and none at its end';
    if (text.includes('/') || (isKnown(parts[0] ?? '') && !/^[A-Za-z]:$/.test(parts[0] ?? ''))) return says;
    if (isKnown(text) && parts.length < 2) return says;
    const below = parts.slice(1).join('/').toLowerCase();
    if (systemFolders.some((folder) => folder.test(below)))
      return 'no folder of Windows, of all programs or of a person as a whole';
    if (/\.mendsheet\d+$/.test(below)) return 'nothing that was set aside before';
    // The last character of a part is no dot and no blank, which Windows drops.
    return parts
      .slice(1)
      .every((part) => !isKnown(part) || /^[^\\/:*?"<>|\x01-\x1f]*[^\\/:*?"<>|\x01-\x1f. ]$/.test(part))
      ? null
      : says;
  },
  service: (text) =>
    !isKnown(text) || /^[A-Za-z0-9_.$][A-Za-z0-9_. $-]{0,250}$/.test(text) ? null : 'the name of a service',
  'access-list': (text) =>
    !isKnown(text) || /^D:[A-Za-z0-9;()-]+$/.test(text) ? null : 'an access list (D: of SDDL) alone',
  'any-key': (text) => {
    const [hive = '', first = ''] = text.split('\\');
    if (!isKnown(hive)) return null;
    return /^HK(?:LM|CU|CR|U|CC):$/i.test(hive) && first !== '' ? null : 'a key such as HKLM:\\SOFTWARE\\Example';
  },
  'any-text': () => null,
  pattern: (text) => {
    const why = isKnown(text) ? refusePattern(text) : null;
    return why === null ? null : `a regular expression, and this one ${why}`;
  },
  'file-name': (text) =>
    isKnown(text) && (!/^[A-Za-z0-9](?:[A-Za-z0-9 ._-]*[A-Za-z0-9_-])?$/.test(text) || deviceIn(text) !== null)
      ? 'the name of a file alone, of letters, digits, blanks and . _ -'
      : null,
  'host-name': (text) =>
    !isKnown(text) || /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f]*(?::[0-9A-Fa-f]*){2,7})$/.test(text)
      ? null
      : 'the name or address of a server alone',
  port: (text) => (isWithin(text, 1, 65535) ? null : 'a port, 1 to 65535'),
  days: (text) => (isWithin(text, 1, 365) ? null : '1 to 365 days'),
  date: (text) => (!isKnown(text) || /^\d{4}-\d{2}-\d{2}$/.test(text) ? null : 'a day as yyyy-MM-dd'),
  'get-command': (text) => (!isKnown(text) || /^Get-[A-Za-z]+$/i.test(text) ? null : 'a command that starts with Get-'),
  'parameter-name': (text) => (!isKnown(text) || /^[A-Za-z]+$/.test(text) ? null : 'the name of a parameter'),
};

/** Folders without which a PC does not start, or nobody signs in or finds their files: below the drive, in lower case and with "/". */
const systemFolders: readonly RegExp[] = [
  /^windows(?:\/(?:system32(?:\/(?:config|drivers|driverstore))?|syswow64|winsxs|servicing|boot|fonts|installer))?$/,
  /^program files(?: \(x86\))?(?:\/(?:common files|windowsapps))?$/,
  /^programdata(?:\/microsoft(?:\/windows)?)?$/,
  /^users(?:\/[^/]+(?:\/appdata(?:\/(?:local|locallow|roaming))?)?)?$/,
  /^(?:boot|efi|recovery|system volume information)$/,
];

const dataForms: ReadonlyMap<string, RegExp> = new Map([
  ['REG_DWORD', /^:0x(?:0|[1-9a-f][0-9a-f]{0,7})$/],
  ['REG_QWORD', /^:0x(?:0|[1-9a-f][0-9a-f]{0,15})$/],
  ['REG_BINARY', /^:(?:[0-9A-F]{2})*$/],
  ['REG_SZ', /^:[^]*$/],
  ['REG_EXPAND_SZ', /^:[^]*$/],
  ['REG_MULTI_SZ', /^:[^]*$/],
]);
