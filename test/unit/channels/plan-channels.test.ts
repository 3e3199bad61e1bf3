import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog, Check, Edition, Phase } from '../../../src/ir/catalog.js';
import { channels } from '../../../src/channels/list.js';
import { checksOfWay } from '../../../src/ir/channel.js';
import { planChannels } from '../../../src/plan/plan-channels.js';
import { planScripts } from '../../../src/plan/plan-scripts.js';
import { wrapChannels } from '../../../src/channels/wrap.js';
import { fillFile } from '../../../src/render/fill-file.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { bundled, repository } from '../../compile-bundled.js';

let catalog: Catalog;
let model: Check;

beforeAll(async () => {
  const compiled = await bundled();
  if (!compiled.catalog) throw new Error('The bundled checklist does not compile.');
  catalog = compiled.catalog;
  model = catalog.checks.find(({ id }) => id === 'bits-start-type')!;
});

/** What one channel decides of checks like a harmless repair of a minute, changed as given. */
function decide(name: string, ...changes: readonly Partial<Check>[]): readonly string[] {
  const checks = changes.map((change, index) => ({ ...model, id: `c${index}`, ...change }));
  const defaults = checks.map(({ id }) => id).filter((id) => id.startsWith('c'));
  const scripts = catalog.scripts.map((script) => ({ ...script, defaults }));
  return checksOfWay(planChannels({ ...catalog, checks, scripts }, channels), name).map(
    ({ detects, repairs, why }) => `${detects ? 'D' : '-'}${repairs ? 'R' : '-'} ${why}`,
  );
}

const risk = (change: Partial<Check['risk']>): Partial<Check> => ({ risk: { ...model.risk, ...change } });

describe('what a channel takes', () => {
  it('is a harmless repair, everywhere but where nothing is repaired', () => {
    expect(decide('gpo-startup', {})).toEqual(['DR ']);
    expect(decide('intune-list', {})).toEqual(['DR ']);
    expect(decide('intune-compliance', {})).toEqual(['D- this channel only detects']);
  });

  it('is never a repair of 40 minutes at startup', () => {
    expect(decide('gpo-startup', risk({ minutes: 40 }))).toEqual([
      'D- its repair takes up to 40 minutes, a check has 2 here',
    ]);
    expect(decide('gpo-task', risk({ minutes: 40 }))).toEqual(['DR ']);
    expect(decide('intune-pair', risk({ minutes: 40 }))).toEqual(['DR ']);
    expect(decide('intune-platform', risk({ minutes: 40 }))[0]).toContain('40 minutes');
  });

  it('is at startup no more than the time of all startup scripts allows', () => {
    const decided = decide('gpo-startup', ...Array.from({ length: 6 }, () => risk({ minutes: 2 })));
    expect(decided.map((text) => text.slice(0, 2))).toEqual(['DR', 'DR', 'DR', 'DR', 'D-', 'D-']);
    expect(decided.at(-1)).toContain('used up');
  });

  it('depends on restart and disruption', () => {
    expect(decide('gpo-startup', risk({ restart: true }))).toEqual(['D- its repair needs a restart']);
    expect(decide('intune-list', risk({ restart: true }))).toEqual(['DR ']);
    expect(decide('gpo-startup', risk({ disruption: 'medium' }))).toEqual(['D- its repair disrupts work (medium)']);
    expect(decide('gpo-task', risk({ disruption: 'high' }))).toEqual(['D- its repair disrupts work (high)']);
  });

  it('depends on the account', () => {
    const user = { where: { ...model.where, account: ['user'] as const } };
    expect(decide('intune-list', user)).toEqual(['-- it looks at a user, and this runs as SYSTEM']);
    expect(decide('ansible', user)).toEqual(['DR ']);
  });

  it('is nothing that a person has to be asked about, and what an input has a default for', () => {
    const input = {
      name: 'uninstall-update',
      matches: '^KB[0-9]+$',
      says: { en: 'Which one.', ja: '対象' },
      default: '',
    };
    const left = { inputs: [{ ...input, unattended: 'left-out' as const, detects: false }] };
    expect(decide('intune-list', left)).toEqual(['-- a person has to say what it is about']);
    expect(decide('ansible', left)).toEqual(['-- a person has to say what it is about']);
    const standing = { ...input, unattended: 'default' as const, detects: false };
    expect(decide('ansible', { inputs: [standing] })).toEqual(['DR ']);
    expect(decide('ansible', { inputs: [standing, ...left.inputs] })).toEqual([
      '-- a person has to say what it is about',
    ]);
  });

  it('is in a whole list only what a script repairs without being asked', () => {
    expect(decide('intune-list', { id: 'asked' })).toEqual(['D- it is repaired only where someone asks for it']);
    expect(decide('intune-pair', { id: 'asked' })).toEqual(['DR ']);
  });

  it('is no repair where only a person can do it', () => {
    const { repair: _, ...ps1 } = model.steps.ps1;
    const guided = { steps: { ...model.steps, ps1 }, guided: { steps: [], result: null, open: null } };
    expect(decide('intune-pair', guided)).toEqual(['D- only a person can repair it']);
  });
});

describe('a checklist of which a script is not emitted for PowerShell', () => {
  /** The files of channels, and the text of all of them, where scripts of a phase are emitted in these editions. */
  async function channelText(phase: Phase, editions: readonly Edition[]): Promise<Record<string, string>> {
    const scripts = catalog.scripts.flatMap((script) => {
      if (script.phase !== phase) return [script];
      return editions.length === 0 ? [] : [{ ...script, editions }];
    });
    const templates = loadTemplates(repository);
    const { value: plan } = planScripts({ ...catalog, scripts }, templates, channels);
    const artefacts = (await bundled()).artefacts ?? [];
    const planned = new Set(plan.scripts.map(({ path }) => path));
    const finished = artefacts.filter(({ path }) => planned.has(path));
    const { value } = await wrapChannels(plan, finished, (name, values) =>
      fillFile(templates.channelFiles, name, values),
    );
    return Object.fromEntries(
      value
        .filter(({ path }) => channels.some((channel) => path.startsWith(`windows-update/${channel.name}/`)))
        .map(({ path, bytes }) => [path.slice('windows-update/'.length), Buffer.from(bytes).toString('latin1')]),
    );
  }

  it.each([['cmd'], []] as const)('names no check in any channel where nothing detects: %s', async (...editions) => {
    const files = await channelText('detect', editions);
    expect(Object.keys(files).filter((path) => !path.startsWith('chocolatey/'))).toEqual([]);
  });

  it.each([['cmd'], []] as const)('names no repair in any channel where nothing repairs: %s', async (...editions) => {
    const files = await channelText('repair', editions);
    const names = Object.keys(files).filter((path) => !path.startsWith('chocolatey/'));
    expect(names).toContain('intune/all/detect.ps1');
    expect(names).toContain('winget/windows-update.winget');
    expect(names.filter((path) => /repair|remediation\.ps1|^ansible|^gpo|\.tf\.json$|win32/.test(path))).toEqual([]);
    expect(files['winget/windows-update.winget']).not.toContain('repair.ps1');
    expect(files['winget/windows-update.winget']).toContain('Only a person can repair');
  });

  it('tells of no script for people that nobody gets: what is to be repaired, and by what', () => {
    const templates = loadTemplates(repository);
    const scripts = catalog.scripts.map((script) =>
      script.phase === 'repair' ? { ...script, editions: ['cmd'] as const } : script,
    );
    const { value: plan } = planScripts({ ...catalog, scripts }, templates, channels);
    const people = plan.scripts.filter(({ phase, edition }) => phase === 'detect' && edition === 'ps1');
    expect(people.length).toBeGreaterThan(50);
    expect(people.filter(({ repairScript }) => repairScript !== '')).toEqual([]);
    expect(people.flatMap(({ checks }) => checks).filter(({ repairable }) => repairable)).toEqual([]);
    const whole = planScripts(catalog, templates, channels).value.scripts.find(({ path }) =>
      path.endsWith('/diagnose.ps1'),
    );
    expect(whole?.repairScript).toBe('reset-components');
    expect(whole?.checks.some(({ repairable }) => repairable)).toBe(true);
  });
});
