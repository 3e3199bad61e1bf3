import { escapeMarkup } from '../../bytes/escape-markup.js';
import { unsignedArtefact } from '../../bytes/unsigned-artefact.js';
import type { Artefact } from '../../ir/artefact.js';

/** What a backup says of the object that it was made of. */
export interface GpoBackup {
  readonly name: string;
  /** Gives an id in braces that is the same from build to build. */
  readonly uid: (of: string) => string;
  /** Below the object's folder, with forward slashes, all of the computer: "Machine/Scripts/psscripts.ini". */
  readonly files: readonly string[];
  readonly startsScript: boolean;
}

/**
 * The three files that Import-GPO reads of a backup beside the object's own, which install.ps1 lays out with them. No form of them is
 * documented; this is that of backups made by Windows Server 2025, of which only what an import reads is said here.
 * @param folder below dist/, with a slash at its end.
 */
export function backupFiles(folder: string, backup: GpoBackup): readonly Artefact[] {
  const id = backup.uid(`backup ${backup.name}`);
  const instance = (attributes: string): string =>
    element(
      `BackupInst${attributes}`,
      element('GPOGuid', backup.uid(`object ${backup.name}`)),
      element('GPODomain', domain),
      element('GPODomainGuid', backup.uid('domain')),
      element('GPODomainController', `dc.${domain}`),
      element('BackupTime', '2026-01-01T00:00:00'),
      element('ID', id),
      element('Comment', ''),
      element('GPODisplayName', escapeMarkup(backup.name)),
    );
  const namespace = 'http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest';
  return [
    xmlFile(`${folder}Backup.xml`, scheme(backup)),
    xmlFile(`${folder}bkupInfo.xml`, instance(` xmlns="${namespace}"`)),
    xmlFile(
      `${folder}manifest.xml`,
      element(`Backups xmlns="${namespace}" xmlns:mfst="${namespace}" mfst:version="1.0"`, instance('')),
    ),
  ];
}

/** Names of nobody (RFC 2606): an import takes the object's settings and leaves where it came from. */
const domain = 'mendsheet.invalid';

/** O:BAG:BAD:(A;;GA;;;SY)(A;;GA;;;BA) as self-relative bytes. An import does not copy who may do what with the object. */
const securityDescriptor =
  '01 00 04 80 14 00 00 00 24 00 00 00 00 00 00 00 34 00 00 00 ' +
  '01 02 00 00 00 00 00 05 20 00 00 00 20 02 00 00 01 02 00 00 00 00 00 05 20 00 00 00 20 02 00 00 ' +
  '02 00 34 00 02 00 00 00 00 00 14 00 00 00 00 10 01 01 00 00 00 00 00 05 12 00 00 00 ' +
  '00 00 18 00 00 00 00 10 01 02 00 00 00 00 00 05 20 00 00 00 20 02 00 00';

const scripts = '{42B5FAAE-6536-11D2-AE5A-0000F87571E3}';

/**
 * What a client calls for the object, and the tool that made it, in ascending order as Active Directory keeps them: preferences as a whole,
 * scripts, scheduled tasks.
 */
function extensions(startsScript: boolean): string {
  const tasks = '{CAB54552-DEEA-4691-817E-ED4A4D1AFC72}';
  return [
    `[{00000000-0000-0000-0000-000000000000}${tasks}]`,
    ...(startsScript ? [`[${scripts}{40B6664F-4972-11D1-A7CA-0000F87571E3}]`] : []),
    `[{AADCED64-746C-4633-A97C-D61349046527}${tasks}]`,
  ].join('');
}

function scheme({ name, uid, files, startsScript }: GpoBackup): string {
  const namespace = 'http://www.microsoft.com/GroupPolicy/GPOOperations';
  const object = uid(`object ${name}`);
  const isScript = (file: string): boolean => file.startsWith('Machine/Scripts/');
  const settings = element(
    'GroupPolicyCoreSettings',
    element('ID', object),
    element('Domain', domain),
    element('SecurityDescriptor', securityDescriptor),
    element('DisplayName', escapeMarkup(name)),
    element('Options', '0'),
    element('UserVersionNumber', '0'),
    // Version 1, in Active Directory and in SYSVOL.
    element('MachineVersionNumber', '65537'),
    element('MachineExtensionGuids', extensions(startsScript)),
    element('UserExtensionGuids', ''),
    element('WMIFilter', ''),
  );
  return element(
    `GroupPolicyBackupScheme bkp:version="2.0" bkp:type="GroupPolicyBackupTemplate" xmlns:bkp="${namespace}" xmlns="${namespace}"`,
    element(
      'GroupPolicyObject',
      element('SecurityGroups', ''),
      element('FilePaths', ''),
      settings,
      element(
        `GroupPolicyExtension bkp:ID="${scripts}" bkp:DescName="Scripts"`,
        ...entries(object, files.filter(isScript)),
      ),
      // Windows keeps files of every extension that it has no code for under this one.
      element(
        'GroupPolicyExtension bkp:ID="{F15C46CD-82A0-4C2D-A210-5D0D3182A418}" bkp:DescName="Unknown Extension"',
        ...entries(
          object,
          files.filter((file) => !isScript(file)),
        ),
      ),
    ),
  );
}

/** What an extension has in the object of that id: each folder before what is in it. */
function entries(id: string, files: readonly string[]): readonly string[] {
  const folders = new Set(
    files.flatMap((file) => {
      const parts = file.split('/').slice(0, -1);
      return parts.slice(1).map((_, index) => parts.slice(0, index + 2).join('/'));
    }),
  );
  const entry = (kind: 'FSObjectDir' | 'FSObjectFile', path: string): string => {
    const inside = path.replaceAll('/', '\\');
    const places = {
      Path: inside.replace(/^Machine/, '%GPO_MACH_FSPATH%'),
      SourceExpandedPath: `\\\\dc.${domain}\\sysvol\\${domain}\\Policies\\${id}\\${inside}`,
      Location: `DomainSysvol\\GPO\\${inside}`,
    };
    const attributes = Object.entries(places).map(([name, place]) => ` bkp:${name}="${escapeMarkup(place)}"`);
    return element(kind + attributes.join(''));
  };
  return [
    ...[...folders].map((path) => entry('FSObjectDir', path)),
    ...files.map((path) => entry('FSObjectFile', path)),
  ];
}

/** An element of markup or of a text that is escaped already. */
function element(start: string, ...content: readonly string[]): string {
  const text = content.join('');
  return text === '' ? `<${start}/>` : `<${start}>${text}</${start.split(' ')[0]}>`;
}

function xmlFile(path: string, text: string): Artefact {
  return unsignedArtefact(path, Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\r\n${text}\r\n`));
}
