import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { describeWithTool, tryRun } from '../tools.js';

const missing = tryRun('xmllint', ['--version']) === undefined ? 'xmllint (libxml2-utils)' : undefined;

describeWithTool('the scheduled task of Group Policy, held against the schema of its parts', missing, () => {
  const file = join(inject('dist'), 'windows-update/gpo/Machine/Preferences/ScheduledTasks/ScheduledTasks.xml');
  const text = readFileSync(file, 'utf8');
  const judge = (xml: string): string =>
    spawnSync('xmllint', ['--noout', '--schema', 'test/services/tasks.xsd', '-'], { input: xml, encoding: 'utf8' })
      .stderr;

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
