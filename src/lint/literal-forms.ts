import type { LiteralForm } from '../ir/library.js';
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
};

const dataForms: ReadonlyMap<string, RegExp> = new Map([
  ['REG_DWORD', /^:0x(?:0|[1-9a-f][0-9a-f]{0,7})$/],
  ['REG_QWORD', /^:0x(?:0|[1-9a-f][0-9a-f]{0,15})$/],
  ['REG_BINARY', /^:(?:[0-9A-F]{2})*$/],
  ['REG_SZ', /^:[^]*$/],
  ['REG_EXPAND_SZ', /^:[^]*$/],
  ['REG_MULTI_SZ', /^:[^]*$/],
]);
