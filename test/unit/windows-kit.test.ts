import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { claimList } from '../../src/cli/claim-list.js';
import { loadTemplates } from '../../src/load/load-templates.js';

const { claims } = loadTemplates(process.cwd());
const main = readFileSync('templates/ps1/kit/windows-kit.main.ps1', 'utf8');

it('looks at every claim that waits for Windows, and at no other', () => {
  const steps = Array.from(main.matchAll(/Invoke-ClaimStep -Claim (['"])([\w.$-]+)\1/g), ([, , id = '']) => id);
  const looked = steps.flatMap((id) =>
    id.includes('$name') ? ['5.1', '7'].map((each) => id.replace('$name', each)) : [id],
  );
  expect([...looked].sort()).toEqual(claims.map(({ id }) => id).sort());
});

it('leaves what needs changes open where none are allowed', () => {
  const without = /foreach \(\$claim in ([^)]+)\)/.exec(main)?.[1]?.match(/[\w-]+/g) ?? [];
  expect([...without].sort()).toEqual(claims.flatMap(({ id, changes }) => (changes ? [id] : [])).sort());
});

it('is described claim by claim, with how to settle each', () => {
  const text = readFileSync('docs/what-waits-for-windows.md', 'utf8');
  expect(text).toBe(claimList(claims));
  for (const { id, claim, how } of claims)
    expect(text).toContain(`## ${id}\n\n${claim}\n\n- How to settle it: ${how}\n`);
});
