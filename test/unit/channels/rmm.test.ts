import { describe, expect, it } from 'vitest';
import { rmm } from '../../../src/channels/rmm/channel.js';
import { rmmTools } from '../../../src/channels/rmm/tools.js';
import { signScript } from '../../../src/sign/authenticode/sign-script.js';
import { createDevelopmentKey } from '../../../src/sign/x509/development-certificate.js';
import { readPemSigner } from '../../../src/sign/keys/pem.js';
import { spoiler } from './spoiler.js';

interface Entry {
  readonly name: string;
  readonly note: string;
  readonly repair: object | null;
  readonly detect: { readonly arguments: string; readonly exitCodes: object };
  readonly limits: { readonly charactersOfScript: number | null; readonly charactersOfOutput: number | null };
  readonly scripts: readonly string[];
  readonly leftOut: readonly { readonly script: string; readonly reason: string }[];
  readonly sources: readonly string[];
}

const { files, bytesOf, jsonOf, plan } = await spoiler(rmm);
const { tools } = jsonOf('tools.json') as unknown as { readonly tools: readonly Entry[] };
const scripts = files
  .map(({ path }) => path.slice('windows-update/rmm/'.length))
  .filter((path) => path.endsWith('.ps1'));

describe('what tools of remote management are told', () => {
  it('E89 is every script that is there, for each tool either to enter or left out with a reason', () => {
    expect(tools.map(({ name }) => name)).toEqual(rmmTools.map(({ name }) => name));
    expect(scripts.length).toBeGreaterThan(60);
    for (const { name, scripts: fitting, leftOut } of tools) {
      expect([name, [...fitting, ...leftOut.map(({ script }) => script)].sort()]).toEqual([name, [...scripts].sort()]);
      for (const { reason } of leftOut)
        expect(reason).toMatch(/^The script has \d+ bytes; \d+, with a signature, are the limit\.$/);
    }
  });

  it('E89 is no script that is longer with its signature than the tool takes', async () => {
    const key = await createDevelopmentKey({ hostName: 'test', notBefore: new Date('2026-01-01'), days: 3650 });
    const signer = await readPemSigner({ key: key.privateKeyPem, certificates: key.certificatePem });
    const limited = tools.filter(({ limits }) => limits.charactersOfScript !== null);
    expect(limited.length).toBeGreaterThan(1);
    for (const { scripts: fitting, limits } of limited) {
      const longest = fitting.reduce((a, b) => (bytesOf(a).length > bytesOf(b).length ? a : b));
      expect((await signScript(bytesOf(longest), signer)).length).toBeLessThanOrEqual(limits.charactersOfScript ?? 0);
    }
    const sight = tools.find(({ name }) => name === 'N-able N-sight RMM');
    expect(sight?.leftOut.map(({ script }) => script)).toEqual(expect.arrayContaining(['detect.ps1', 'repair.ps1']));
    expect(sight?.scripts).toContain('14-download-cache/detect.ps1');
  });

  it('says of a tool that no repair script fits that it detects alone', () => {
    for (const { name, note, repair, scripts: fitting } of tools) {
      const repairs = fitting.some((path) => path.endsWith('/repair.ps1'));
      expect([name, repair !== null, !note.includes('Detection only')]).toEqual([name, repairs, repairs]);
    }
    expect(tools.filter(({ repair }) => repair === null).map(({ name }) => name)).toEqual(['N-able N-sight RMM']);
  });

  it('E89 is no variable that N-central keeps for itself: $Result and $ResultString of the whole script', () => {
    const own = scripts.filter((path) =>
      /^\$(?:script:|global:)?result(?:string)?\b|\$(?:script|global):result(?:string)?\b/im.test(
        bytesOf(path).toString('latin1'),
      ),
    );
    expect(own).toEqual([]);
  });

  it('E89 is an exit code that the tool does not keep for itself, and the markers that it looks for', () => {
    const argumentsOf = (name: string): string | undefined =>
      tools.find((tool) => tool.name === name)?.detect.arguments;
    expect(argumentsOf('N-able N-sight RMM')).toBe('-ProblemCode 1001');
    expect(argumentsOf('Datto RMM')).toBe('-Markers');
    expect(argumentsOf('NinjaOne')).toBe('');
  });

  it('names where each limit was read, and calls no limit one that was not found', () => {
    for (const { name, limits, sources } of tools)
      if (sources.length === 0)
        expect([name, limits]).toEqual([name, { charactersOfScript: null, charactersOfOutput: null }]);
  });

  it('is a line that every tool keeps whole', () => {
    for (const { limits } of tools) expect(limits.charactersOfOutput ?? Infinity).toBeGreaterThan(2048 + 60);
  });

  it('is the repair of Intune for the same check, and none where nothing is repaired', () => {
    const repaired = plan.channels.flatMap(({ ways }) => ways).find(({ name }) => name === 'rmm-check')?.checks ?? [];
    for (const { check, repairs } of repaired)
      expect([check.id, scripts.includes(`${check.item}-${check.id}/repair.ps1`)]).toEqual([check.id, repairs]);
  });
});
