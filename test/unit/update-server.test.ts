import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../compile-bundled.js';

/** A body that asks for one of the values that name a server, or say that it is used. */
const asks = /(?:-Name '|call :reg_\w+ .*)\b(?:UseWUServer|WUServer|UpdateServiceUrl)(?=['\s]|$)/m;

describe('the update server that a PC uses', () => {
  it.each([
    ["Get-RegistryValue -Path $policy -Name 'UseWUServer'", true],
    ["Get-RegistryValue -Path $mobile -Name 'UpdateServiceUrl'", true],
    ['call :reg_value "%POLICY%" WUServer', true],
    ['call :reg_is "%POLICY%\\AU" UseWUServer 0x1', true],
    ["Get-RegistryValue -Path $policy -Name 'UpdateServiceUrlAlternate'", false],
    ['set "EVIDENCE=UseWUServer is 1, but WUServer is not set"', false],
  ])('is asked for, or is not: %s', (line, is) => {
    expect(asks.test(line)).toBe(is);
  });

  it('is asked for in one place in each edition, where a group policy and an MDM are heard', () => {
    const files = ['checks', 'templates']
      .flatMap((folder) =>
        readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
      )
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\.(?:ps1|cmd)$/.test(path) && !path.includes('/scenarios/'));
    expect(files.length).toBeGreaterThan(200);
    const asking = files.filter((path) => asks.test(readFileSync(join(repository, path), 'utf8')));
    expect(asking.sort()).toEqual([
      'templates/cmd/parts/runtime/update_server.cmd',
      'templates/ps1/parts/runtime/registry/Get-UpdateServer.ps1',
    ]);
  });
});
