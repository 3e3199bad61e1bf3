import { sha256 } from '../bytes/sha256.js';
import type { Plan } from '../ir/plan.js';
import type { Channel, ChannelFault, ChannelFile } from './channel.js';
import { escapeMarkup } from '../bytes/escape-markup.js';
import { unsignedArtefact } from '../bytes/unsigned-artefact.js';
import { summaryFits, unattendedRules } from './script-rules.js';

/**
 * Group Policy: what stands in the folder of a Group Policy object. A startup script for what is done in a moment, since
 * all startup scripts of a PC share 600 seconds, and a scheduled task for the rest. The lists of scripts follow
 * [MS-GPSCR] 2.2, the task [MS-GPPREF] 2.2.1.18.
 */
export const groupPolicy: Channel = {
  folder: 'gpo',
  make: ({ catalog, scripts }) => {
    const startup = `${catalog.product}-startup.ps1`;
    const repair = `${catalog.product}-repair.ps1`;
    const has = (name: string): boolean =>
      scripts.some(({ path }) => path.endsWith(`/gpo/Machine/Scripts/Startup/${name}`));
    const folder = `${catalog.product}/gpo/Machine/`;
    if (!has(repair)) return [];
    return [
      unsignedArtefact(`${folder}Scripts/psscripts.ini`, scriptList(has(startup) ? [startup] : [])),
      unsignedArtefact(`${folder}Scripts/scripts.ini`, scriptList([])),
      unsignedArtefact(
        `${folder}Preferences/ScheduledTasks/ScheduledTasks.xml`,
        Buffer.from(scheduledTask(catalog, repair)),
      ),
    ];
  },
  serveTogether: true,
  fitRules: [summaryFits],
  scriptRules: unattendedRules,
  rules: [
    { code: 'channel/gpo-list', faults: (files) => files.flatMap((file) => listFaults(file, files)) },
    { code: 'channel/gpo-task', faults: (files) => files.flatMap((file) => taskFaults(file, files)) },
    { code: 'channel/startup-time', faults: startupFaults },
  ],
};

/** Minutes that Windows gives all startup scripts together. */
const startupMinutes = 10;

/** Where the UNC path of the GPO goes; install.ps1 writes it. */
const place = '\\\\DOMAIN\\SYSVOL\\DOMAIN\\Policies\\{GPO}';

/** UTF-16LE with a byte order mark, an empty first line as the editor writes it, numbers from 0 without a gap. */
function scriptList(names: readonly string[]): Uint8Array {
  const entries = names.flatMap((name, index) => [`${index}CmdLine=${name}`, `${index}Parameters=`]);
  const text = ['', '[Startup]', ...entries, ''].join('\r\n');
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

/** Class ids of preference items, which Windows knows a file by. */
const classes = {
  ScheduledTasks: '{CC63F200-7309-4ba0-B154-A71CD118DBCC}',
  TaskV2: '{D8896631-B747-47a7-84A6-C155337F3BC8}',
} as const;

/** SYSTEM; its name is translated in other languages of Windows. */
const system = 'S-1-5-18';

/** A day on which the item changed. Preferences are applied again and again, so it decides nothing. */
const changed = '2026-01-01 00:00:00';

function scheduledTask({ product, title, publisher }: Plan['catalog'], script: string): string {
  const name = `Mendsheet ${product}`;
  const arguments_ = `-NoProfile -NonInteractive -ExecutionPolicy AllSigned -File "${place}\\Machine\\Scripts\\Startup\\${script}"`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<ScheduledTasks clsid="${classes.ScheduledTasks}">`,
    `  <TaskV2 clsid="${classes.TaskV2}" name="${name}" image="2" changed="${changed}" uid="${uid(name)}" userContext="0" removePolicy="0">`,
    `    <Properties action="U" name="${name}" runAs="${system}" logonType="S4U">`,
    '      <Task version="1.3">',
    '        <RegistrationInfo>',
    `          <Author>${escapeMarkup(publisher)}</Author>`,
    `          <Description>${escapeMarkup(title.en)}: repairs what detection finds.</Description>`,
    '        </RegistrationInfo>',
    '        <Principals>',
    '          <Principal id="Author">',
    `            <UserId>${system}</UserId>`,
    '            <LogonType>S4U</LogonType>',
    '            <RunLevel>HighestAvailable</RunLevel>',
    '          </Principal>',
    '        </Principals>',
    '        <Settings>',
    '          <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '          <DisallowStartIfOnBatteries>true</DisallowStartIfOnBatteries>',
    '          <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '          <AllowHardTerminate>true</AllowHardTerminate>',
    '          <StartWhenAvailable>true</StartWhenAvailable>',
    '          <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>',
    '          <AllowStartOnDemand>true</AllowStartOnDemand>',
    '          <Enabled>true</Enabled>',
    '          <Hidden>false</Hidden>',
    '          <ExecutionTimeLimit>PT3H</ExecutionTimeLimit>',
    '          <Priority>7</Priority>',
    '        </Settings>',
    '        <Triggers>',
    '          <CalendarTrigger>',
    '            <StartBoundary>2026-01-01T12:00:00</StartBoundary>',
    '            <Enabled>true</Enabled>',
    '            <ScheduleByDay>',
    '              <DaysInterval>1</DaysInterval>',
    '            </ScheduleByDay>',
    '            <RandomDelay>PT2H</RandomDelay>',
    '          </CalendarTrigger>',
    '        </Triggers>',
    '        <Actions Context="Author">',
    '          <Exec>',
    '            <Command>%SystemRoot%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe</Command>',
    `            <Arguments>${escapeMarkup(arguments_)}</Arguments>`,
    '          </Exec>',
    '        </Actions>',
    '      </Task>',
    '    </Properties>',
    '  </TaskV2>',
    '</ScheduledTasks>',
    '',
  ].join('\r\n');
}

/** An id that stays the same from build to build, so that clients see the same item. */
function uid(name: string): string {
  const hex = sha256(Buffer.from(`mendsheet task ${name}`)).toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

function listFaults(file: ChannelFile, files: readonly ChannelFile[]): readonly ChannelFault[] {
  if (!/\/(?:ps)?scripts\.ini$/.test(file.path)) return [];
  const fault = (message: string): readonly ChannelFault[] => [{ path: file.path, message }];
  const bytes = Buffer.from(file.bytes);
  if (bytes[0] !== 0xff || bytes[1] !== 0xfe) return fault('The list is not UTF-16LE with a byte order mark.');
  const lines = bytes
    .subarray(2)
    .toString('utf16le')
    .split('\r\n')
    .filter((line) => line !== '');
  const sections = lines.filter((line) => line.startsWith('['));
  if (sections.length === 0 || sections.some((section) => section !== '[Startup]'))
    return fault('A list for computers has the section [Startup] alone here.');
  const entries = lines.slice(1);
  const names = entries.filter((_, index) => index % 2 === 0).map((line) => line.replace(/^\d+CmdLine=/, ''));
  const expected = names.flatMap((name, index) => [`${index}CmdLine=${name}`, `${index}Parameters=`]);
  if (entries.join('\n') !== expected.join('\n'))
    return fault('Entries are not numbered from 0 without a gap, each with its parameters.');
  const isPowerShell = file.path.endsWith('/psscripts.ini');
  if (names.some((name) => name.endsWith('.ps1') !== isPowerShell))
    return fault('PowerShell scripts stand in psscripts.ini, and no others do.');
  const missing = names.find((name) => !files.some(({ path }) => path.endsWith(`/Scripts/Startup/${name}`)));
  return missing ? fault(`"${missing}" is not in the folder Startup.`) : [];
}

function taskFaults(file: ChannelFile, files: readonly ChannelFile[]): readonly ChannelFault[] {
  if (!file.path.endsWith('/ScheduledTasks.xml')) return [];
  const fault = (message: string): readonly ChannelFault[] => [{ path: file.path, message }];
  const text = Buffer.from(file.bytes).toString('utf8');
  for (const [, element = '', id] of text.matchAll(/<(\w+) clsid="([^"]*)"/g)) {
    if (classes[element as keyof typeof classes] !== id) return fault(`"${id}" is not the class id of ${element}.`);
  }
  const accounts = Array.from(
    text.matchAll(/runAs="([^"]*)"|<UserId>([^<]*)<\/UserId>/g),
    (match) => match[1] ?? match[2],
  );
  if (accounts.length !== 2 || accounts.some((account) => account !== system))
    return fault('The task does not name SYSTEM by its SID; its name is translated in other languages.');
  const call = /<Arguments>([^<]*)<\/Arguments>/.exec(text)?.[1] ?? '';
  if (/-enc|hidden|-command/i.test(call)) return fault('The task hides what it runs.');
  const script = /\\Startup\\([^\\&]+\.ps1)&quot;$/.exec(call)?.[1];
  const isThere = files.some(({ path }) => path.endsWith(`/Scripts/Startup/${script}`));
  return isThere ? [] : fault('The task runs no script of this folder.');
}

/** Windows gives up on all startup scripts together after ten minutes. */
function startupFaults(files: readonly ChannelFile[], plan: Plan): readonly ChannelFault[] {
  return plan.scripts
    .filter(({ path }) => path.endsWith('-startup.ps1') && files.some((file) => file.path === path))
    .flatMap(({ path, checks }) => {
      const minutes = checks.reduce((sum, { check }) => sum + check.risk.minutes, 0);
      const message = `Its repairs take up to ${minutes} minutes; all startup scripts have ${startupMinutes}.`;
      return minutes > startupMinutes ? [{ path, message }] : [];
    });
}
