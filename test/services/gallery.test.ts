import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findPowerShell, isMissing } from '../../src/host/pwsh.js';
import { signScript } from '../../src/sign/authenticode/sign-script.js';
import { createDevelopmentKey } from '../../src/sign/x509/development-certificate.js';
import { readPemSigner } from '../../src/sign/keys/pem.js';
import { scriptGuid } from '../../src/names/script-guid.js';
import { describeWithTool } from '../tools.js';

/** What the two modules of galleries say of a script, before and after a way through a repository that is a folder. */
const trip = String.raw`
param($Folder, $Name)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
# The folder of installed scripts is not on the path.
$WarningPreference = 'SilentlyContinue'
Import-Module -Name Microsoft.PowerShell.PSResourceGet, PowerShellGet
$path = "$Folder/$Name.ps1"
$old = Test-ScriptFileInfo -Path $path
Register-PSResourceRepository -Name made -Uri "$Folder/repository" -Trusted -Force
Publish-PSResource -Path $path -Repository made
Install-PSResource -Name $Name -Repository made
$found = Get-InstalledPSResource -Name $Name
$script = "$($found.InstalledLocation)/$Name.ps1"
if (-not $script.StartsWith("$Folder")) { throw "installed into $script" }
$help = Get-Help -Name $script
@{
    Test = Test-PSScriptFileInfo -Path $path
    Guid = "$($old.Guid)"
    OldVersion = "$($old.Version)"
    OldAuthor = "$($old.Author)"
    Version = "$($found.Version)"
    Author = "$($found.Author)"
    Description = $found.Description
    Installed = [Convert]::ToBase64String([IO.File]::ReadAllBytes($script))
    Synopsis = $help.Synopsis
    Parameters = @((Get-Command -Name $script).Parameters.Keys)
} | ConvertTo-Json
`;

interface Trip {
  readonly Test: boolean;
  readonly Guid: string;
  readonly OldVersion: string;
  readonly OldAuthor: string;
  readonly Version: string;
  readonly Author: string;
  readonly Description: string;
  readonly Installed: string;
  readonly Synopsis: string;
  readonly Parameters: readonly string[];
}

const missing = inject('missing').powershell ?? undefined;

describeWithTool('a script for people on its way through a gallery', missing, () => {
  let folder = '';
  let sign: (content: Uint8Array) => Promise<Uint8Array>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mendsheet-gallery-'));
    for (const name of ['repository', 'home']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'trip.ps1'), trip);
    const key = await createDevelopmentKey({ hostName: 'test', notBefore: new Date('2026-01-01'), days: 3650 });
    const signer = await readPemSigner({ key: key.privateKeyPem, certificates: key.certificatePem });
    sign = (content) => signScript(content, signer);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What comes of it in a home of its own: registered repositories and installed scripts stand there. */
  async function send(name: string, content: Uint8Array): Promise<Trip> {
    writeFileSync(join(folder, `${name}.ps1`), content);
    const shell = await findPowerShell();
    if (isMissing(shell)) throw new Error(shell.hint);
    const [program, ...first] = shell.command;
    const home = join(folder, 'home');
    const { stdout } = await execa(program, [...first, '-NoProfile', '-File', join(folder, 'trip.ps1'), folder, name], {
      env: { HOME: home, USERPROFILE: home, LOCALAPPDATA: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
    });
    return JSON.parse(stdout) as Trip;
  }

  it.each([
    ['diagnose', ''],
    ['reset-components', ''],
    ['collect-logs', ''],
    ['diagnose', 'de/'],
  ])('comes back byte for byte, with its help: %s %s', async (name, language) => {
    const content = readFileSync(join(inject('dist'), `windows-update/${language}${name}.ps1`));
    const signed = await sign(content);
    const back = await send(`windows-update-${language === '' ? '' : 'de-'}${name}`, signed);
    expect(back).toMatchObject({
      Test: true,
      Guid: scriptGuid('Mendsheet contributors', 'windows-update', name),
      OldVersion: '0.1.0',
      OldAuthor: 'Mendsheet contributors',
      Version: expect.stringMatching(/^0\.1\.0(\.0)?$/),
      Author: 'Mendsheet contributors',
    });
    expect(Buffer.from(back.Installed, 'base64').equals(signed)).toBe(true);
    expect(back.Synopsis).toMatch(/^Windows Update: /);
    // Galleries take 4,000 characters (nuspec reference on learn.microsoft.com, 2026-11-29).
    expect(back.Description.length).toBeLessThanOrEqual(4000);
    expect(back.Description).toMatch(/nothing|Nothing|collects/i);
    expect(back.Parameters).toContain('Language');
  });
});
