import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { escapeMarkup } from '../../src/bytes/escape-markup.js';
import { nupkg } from '../../src/channels/chocolatey/nupkg.js';
import { sha256 } from '../../src/bytes/sha256.js';
import { findPowerShell, isMissing } from '../../src/host/pwsh.js';
import { describeWithTool } from '../tools.js';

/** What NuGet's own library, which PowerShell brings along, reads of a package. Its schema judges the description. */
const reader = String.raw`
param($Package)
$ErrorActionPreference = 'Stop'
$module = Get-Module -ListAvailable -Name Microsoft.PowerShell.PSResourceGet | Select-Object -First 1
foreach ($name in 'Common', 'Versioning', 'Frameworks', 'Packaging') {
    Add-Type -Path "$($module.ModuleBase)/dependencies/NuGet.$name.dll"
}
$archive = [NuGet.Packaging.PackageArchiveReader]::new($Package)
$identity = $archive.GetIdentity()
$nuspec = $archive.NuspecReader
$found = @{}
foreach ($file in $archive.GetFiles()) {
    $stream = $archive.GetStream($file)
    $memory = [IO.MemoryStream]::new()
    $stream.CopyTo($memory)
    $found[$file] = [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($memory.ToArray())).ToLowerInvariant()
}
$null = [NuGet.Packaging.Manifest]::ReadFrom($archive.GetNuspec(), $true)
$title, $authors, $description = $nuspec.GetTitle(), $nuspec.GetAuthors(), $nuspec.GetDescription()
$archive.Dispose()
$opc = [IO.Packaging.Package]::Open($Package, 'Open', 'Read')
$parts = @($opc.GetParts() | ForEach-Object { "$($_.Uri) $($_.ContentType)" })
$targets = @($opc.GetRelationships() | ForEach-Object { "$($_.TargetUri)" })
@{
    Id = $identity.Id; Version = "$($identity.Version)"; Files = $found; Parts = $parts; Targets = $targets
    Authors = $authors; Title = $title; Description = $description
} | ConvertTo-Json -Depth 4
`;

interface Package {
  readonly Id: string;
  readonly Version: string;
  readonly Files: Readonly<Record<string, string>>;
  readonly Parts: readonly string[];
  readonly Targets: readonly string[];
  readonly Authors: string;
  readonly Title: string;
  readonly Description: string;
}

describeWithTool('the package for Chocolatey, read by NuGet', inject('missing').powershell ?? undefined, () => {
  let folder = '';
  const product = join(inject('dist'), 'windows-update');
  const file = join(product, 'chocolatey/mendsheet-windows-update.0.1.0.nupkg');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mendsheet-nupkg-'));
    writeFileSync(join(folder, 'read.ps1'), reader);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function read(path: string): Promise<Package> {
    const shell = await findPowerShell();
    if (isMissing(shell)) throw new Error(shell.hint);
    const [program, ...first] = shell.command;
    const { stdout } = await execa(program, [...first, '-NoProfile', '-File', join(folder, 'read.ps1'), path]);
    return JSON.parse(stdout) as Package;
  }

  it('has an id, a version and a description that NuGet takes, and the scripts byte for byte', async () => {
    const found = await read(file);
    expect(found).toMatchObject({
      Id: 'mendsheet-windows-update',
      Version: '0.1.0',
      Authors: 'Mendsheet contributors',
      Title: 'Windows Update',
      Targets: ['/mendsheet-windows-update.nuspec'],
    });
    expect(found.Description.length).toBeLessThanOrEqual(4000);
    const names = ['diagnose', 'reset-components', 'collect-logs'];
    const expected = [
      ...names.flatMap((name) => [`${name}.ps1`, `${name}.cmd`]),
      ...names.map((name) => `de/${name}.ps1`),
    ];
    for (const name of expected)
      expect([name, found.Files[`tools/${name}`]]).toEqual([name, sha256(readFileSync(join(product, name)))]);
    expect(
      Object.keys(found.Files)
        .filter((name) => name.startsWith('tools/'))
        .sort(),
    ).toEqual([...expected, 'VERIFICATION.txt'].map((name) => `tools/${name}`).sort());
    // Every file has a type, or Windows does not see it.
    expect(found.Parts.length).toBe(expected.length + 3);
  });

  it('names the hash of every script that it brings, and runs none', () => {
    const content = unzipSync(new Uint8Array(readFileSync(file)));
    const scripts = Object.keys(content).filter((name) => /\.(?:ps1|cmd)$/.test(name));
    expect(scripts.filter((name) => /chocolatey/i.test(name))).toEqual([]);
    const text = Buffer.from(content['tools/VERIFICATION.txt'] ?? []).toString('utf8');
    for (const name of scripts) expect(text).toContain(`${sha256(content[name] ?? '')} ${name}\r\n`);
  });

  it.each([
    ['1.4.0-beta1', 'A & B <c>'],
    ['10.0.0', '"quoted" \'too\''],
  ])('holds for other checklists: %s, %s', async (version, title) => {
    const template = readFileSync(join(product, 'chocolatey/mendsheet-windows-update.nuspec'), 'utf8');
    const nuspec = template
      .replace('<version>0.1.0<', `<version>${version}<`)
      .replace('<title>Windows Update<', `<title>${escapeMarkup(title)}<`);
    const path = join(folder, 'other.nupkg');
    writeFileSync(path, nupkg({ path: 'mendsheet-windows-update.nuspec', bytes: Buffer.from(nuspec) }, []));
    expect(await read(path)).toMatchObject({ Version: version, Title: title });
  });

  it('would be refused with a description that NuGet does not know', async () => {
    const path = join(folder, 'wrong.nupkg');
    const nuspec =
      '<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd"><metadata><id>a</id></metadata></package>';
    writeFileSync(path, nupkg({ path: 'a.nuspec', bytes: Buffer.from(nuspec) }, []));
    await expect(read(path)).rejects.toThrow();
  });
});
