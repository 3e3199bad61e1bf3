import { expect, it } from 'vitest';
import { previewRepairs } from '../../../src/cli/preview-repairs.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { bundled, repository } from '../../compile-bundled.js';

const templates = loadTemplates(repository);

async function preview(
  failing: readonly string[],
  guard: Parameters<typeof previewRepairs>[3],
): Promise<readonly string[]> {
  const { plan } = await bundled();
  if (!plan) throw new Error('The bundled checklist has errors.');
  return previewRepairs(plan, templates, failing, guard);
}

const none = { status: 'Ok', evidence: {} } as const;

it('says nothing where there is nothing to repair', async () => {
  expect(await preview([], none)).toEqual([]);
});

it('says whether it knows that no guard stops a repair', async () => {
  const [known] = await preview(['wuauserv-start-type'], none);
  const [unknown] = await preview(['wuauserv-start-type'], null);
  const [undecided] = await preview(['wuauserv-start-type'], { ...none, status: 'Unknown' });
  expect(known).toBe('What reset-components.ps1 would do for these problems:');
  expect(unknown).toBe('What reset-components.ps1 would do for these problems, where no guard of that PC stops it:');
  expect(undecided).toBe(unknown);
});

it('names each guard that stops it, in the words of the checklist or of all scripts', async () => {
  const stops = [
    { table: { Code: 12, Reason: 'own-server', Evidence: { table: { Server: 'http://{host-1}:8530' } } } },
    { table: { Code: 1, Reason: 'diskFull', Evidence: { table: { Drive: 'C:', FreeMegabytes: { double: '12' } } } } },
    { table: { Code: 14, Reason: 'nobody-knows', Evidence: { table: {} } } },
    'no table',
  ];
  const lines = await preview(['wuauserv-start-type'], { ...none, status: 'Problem', evidence: { Stops: stops } });
  expect(lines.slice(0, 6)).toEqual([
    'reset-components.ps1 would have changed nothing on that PC:',
    '  This PC is set by policy to get its updates from a server of your organisation (http://{host-1}:8530). (exit code 12)',
    '  Drive C: has only 12 MB left. Free some space first. (exit code 1)',
    '  for the reason "nobody-knows" (exit code 14)',
    '  for the reason "" (exit code )',
    'What it would do for these problems without that:',
  ]);
});
