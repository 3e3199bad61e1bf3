import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, inject, it } from 'vitest';
import { describeWithTool, tryRun } from '../tools.js';

const missing = tryRun('xmllint', ['--version']) === undefined ? 'xmllint (libxml2-utils)' : undefined;

/** What xmllint says of a text by a schema of this folder. */
function judgedBy(schema: string, xml: string): string {
  return spawnSync('xmllint', ['--noout', '--schema', `test/services/${schema}`, '-'], { input: xml, encoding: 'utf8' })
    .stderr;
}

describeWithTool('the scheduled task of Group Policy, held against the schema of its parts', missing, () => {
  const file = join(inject('dist'), 'windows-update/gpo/Machine/Preferences/ScheduledTasks/ScheduledTasks.xml');
  const text = readFileSync(file, 'utf8');
  const judge = (xml: string): string => judgedBy('tasks.xsd', xml);

  it('has every element where Windows looks for it', () => {
    expect(judge(text)).toBe('- validates\n');
  });

  it('would not pass with the delay behind the schedule, which the editor drops', () => {
    const moved = text
      .replace(/\s*<RandomDelay>.*<\/RandomDelay>/, '')
      .replace('</ScheduleByDay>', '</ScheduleByDay><RandomDelay>PT2H</RandomDelay>');
    expect(judge(moved)).toContain('RandomDelay');
    expect(judge(text.replace('action="U"', 'action="X"'))).toContain('action');
  });
});

describeWithTool('the backup of a Group Policy object, held against what Windows writes', missing, () => {
  const folder = join(inject('dist'), 'windows-update/gpo');
  const read = (name: string): string => readFileSync(join(folder, 'backup', name), 'utf8');

  it('has every element in its place', () => {
    expect(judgedBy('gpo-backup.xsd', read('Backup.xml'))).toBe('- validates\n');
    for (const name of ['manifest.xml', 'bkupInfo.xml'])
      expect([name, judgedBy('gpo-manifest.xsd', read(name))]).toEqual([name, '- validates\n']);
  });

  it('would not pass with a file that is named by what it could be called, or settings in another order', () => {
    const text = read('Backup.xml');
    expect(judgedBy('gpo-backup.xsd', text.replace(/\\psscripts\.ini"/g, '\\*.*"'))).toContain('Location');
    const moved = text.replace(/(<Options>.*?<\/Options>)(<UserVersionNumber>.*?<\/UserVersionNumber>)/, '$2$1');
    expect(judgedBy('gpo-backup.xsd', moved)).toContain('UserVersionNumber');
  });

  it('names one backup in all three, and every file that is there', () => {
    const ids = ['manifest.xml', 'bkupInfo.xml'].map((name) => /<ID>([^<]+)</.exec(read(name))?.[1]);
    expect(new Set(ids).size).toBe(1);
    const objects = ['manifest.xml', 'bkupInfo.xml', 'Backup.xml'].map(
      (name) => /<(?:GPOGuid|GroupPolicyCoreSettings><ID)>([^<]+)</.exec(read(name))?.[1],
    );
    expect(new Set(objects).size).toBe(1);
    const named = Array.from(
      read('Backup.xml').matchAll(/<FSObjectFile [^>]*Location="DomainSysvol\\GPO\\([^"]+)"/g),
      (match) => (match[1] ?? '').replaceAll('\\', '/'),
    );
    const there = readdirSync(join(folder, 'Machine'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    expect(there.length).toBe(5);
    expect(named.sort()).toEqual(there.sort());
  });
});
