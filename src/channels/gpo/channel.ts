import { limits } from '../../ir/channel.js';
import type { ScriptPlan } from '../../ir/plan.js';
import { sha256 } from '../../bytes/sha256.js';
import { unsignedArtefact } from '../../bytes/unsigned-artefact.js';
import type { Channel } from '../channel.js';
import { backupFiles } from './backup.js';
import { words } from './words.js';

const startup = 'Machine/Scripts/Startup/';

/**
 * Group Policy: what stands in the folder of a Group Policy object. A startup script for what is done in a moment, since
 * all startup scripts of a PC share 600 seconds, and a scheduled task for the rest. The lists of scripts follow
 * [MS-GPSCR] 2.2, the task [MS-GPPREF] 2.2.1.18.
 */
export const gpo: Channel = {
  name: 'gpo',
  words,
  ways: [
    {
      name: 'gpo-startup',
      limits: limits({ minutes: 8, minutesEach: 2, once: true, restart: false, disruption: 'low' }),
      row: {
        title: 'Group Policy, startup',
        files: 'gpo/Machine/Scripts/',
        limit: '10 minutes for all scripts',
        repairs: 'what takes 2 minutes at most, needs no restart and disturbs nobody',
      },
    },
    {
      name: 'gpo-task',
      limits: limits({ minutes: 110, minutesEach: 110 }),
      row: {
        title: 'Group Policy, task',
        files: 'gpo/Machine/Preferences/',
        limit: '3 hours',
        repairs: 'what a repair script repairs by default',
      },
    },
  ],
  scripts: [
    {
      kind: 'list',
      way: 'gpo-startup',
      phase: 'repair',
      holds: 'repaired',
      template: 'repair',
      folder: startup,
      name: '{product}-startup',
    },
    {
      kind: 'list',
      way: 'gpo-task',
      phase: 'repair',
      holds: 'repaired',
      template: 'repair',
      folder: startup,
      name: '{product}-repair',
    },
    { kind: 'installer', template: 'gpo/install', name: 'install' },
  ],
  files: ({ plan: { catalog, scripts }, fill }) => {
    const { product, publisher, title } = catalog;
    const fileOf = (way: string): string | null => fileName(scripts, way);
    const [atStartup, inTask] = [fileOf('gpo-startup'), fileOf('gpo-task')];
    if (inTask === null) return [];
    const folder = `${product}/gpo/Machine/`;
    const name = `Mendsheet ${product}`;
    const file = `${place}\\Machine\\Scripts\\Startup\\${inTask}`;
    const task = fill('gpo/ScheduledTasks.xml.hbs', {
      name,
      uid: uid(name),
      publisher,
      title: title.en,
      arguments: `-NoProfile -NonInteractive -ExecutionPolicy AllSigned -File "${file}"`,
    });
    const names = [
      ...['Scripts/psscripts.ini', 'Scripts/scripts.ini'],
      ...[atStartup, inTask].flatMap((script) => (script === null ? [] : [`Scripts/Startup/${script}`])),
      'Preferences/ScheduledTasks/ScheduledTasks.xml',
    ];
    return [
      ...backupFiles(`${product}/gpo/backup/`, {
        name,
        uid,
        files: names.map((each) => `Machine/${each}`),
        startsScript: atStartup !== null,
      }),
      unsignedArtefact(`${folder}Scripts/psscripts.ini`, scriptList(atStartup === null ? [] : [atStartup])),
      unsignedArtefact(`${folder}Scripts/scripts.ini`, scriptList([])),
      unsignedArtefact(
        `${folder}Preferences/ScheduledTasks/ScheduledTasks.xml`,
        Buffer.from(task.replaceAll('\n', '\r\n')),
      ),
    ];
  },
  keys: ({ scripts }) =>
    ['gpo-startup', 'gpo-task'].flatMap((way) => {
      const name = fileName(scripts, way);
      return name === null ? [] : [{ of: 'startup scripts of Group Policy', name, span: null }];
    }),
  serveTogether: true,
  largestScript: null,
  fitRules: [],
};

/** Where the UNC path of the GPO goes; install.ps1 writes it. */
const place = '\\\\DOMAIN\\SYSVOL\\DOMAIN\\Policies\\{GPO}';

function fileName(scripts: readonly ScriptPlan[], way: string): string | null {
  const script = scripts.find(({ role }) => role.kind === 'deployed' && role.way === way);
  return script ? `${script.name}.${script.edition}` : null;
}

/** UTF-16LE with a byte order mark, an empty first line as the editor writes it, numbers from 0 without a gap. */
function scriptList(names: readonly string[]): Uint8Array {
  const entries = names.flatMap((name, index) => [`${index}CmdLine=${name}`, `${index}Parameters=`]);
  const text = ['', '[Startup]', ...entries, ''].join('\r\n');
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

/** An id that stays the same from build to build, so that clients see the same item. */
function uid(name: string): string {
  const hex = sha256(Buffer.from(`mendsheet task ${name}`)).toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}
