import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileChecklist } from '../../../src/cli/open-checklist.js';

/** A checklist whose one check detects with a value that a person may give. */
function filesWith(input: string, detects = 'drive: { input: drive }'): Readonly<Record<string, string>> {
  return {
    'checks.yaml': `product: sample
title: { en: Sample }
publisher: Sample authors
languages: [en]
scripts:
  - { name: diagnose, phase: detect, editions: [ps1, cmd] }
  - { name: repair, phase: repair, editions: [ps1], defaults: [] }
include: [checks/disks.yaml]
`,
    'checks/disks.yaml': `group: disks
title: { en: Disks }
checks:
  - id: room
    item: 1
    title: { en: Room }
    why: { en: It is needed. }
    severity: low
    risk: { disruption: none, minutes: 1, restart: false }
    inputs:
      drive: { matches: '^[A-Z]$', says: { en: The drive to look at. }, ${input} }
    detect: { with: { ${detects} } }
    repair: { with: { drive: { input: drive } } }
`,
    'checks/disks/room.detect.ps1': `param([string] $Drive)
New-Finding -Status 'Ok' -Evidence @{ Drive = $Drive }
`,
    'checks/disks/room.detect.cmd': 'set "STATUS=OK"\nset "EVIDENCE=%~1"\nexit /b 0\n',
    'checks/disks/room.repair.ps1': `param([string] $Drive)
Set-RegistryValue -Path 'HKLM:\\SOFTWARE\\Contoso' -Name $Drive -Value 'absent'
`,
  };
}

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

async function compiled(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly textOf: (path: string) => string; readonly said: readonly string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'mendsheet-'));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const { artefacts, diagnostics } = await compileChecklist(join(root, 'checks.yaml'), 'channels');
  const textOf = (path: string): string => {
    const artefact = artefacts?.find((each) => each.path === `sample/${path}`);
    return artefact ? Buffer.from(artefact.bytes).toString('utf8') : '';
  };
  return { textOf, said: diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

const asked = "Test-Room -Drive $script:Given['drive']";

describe('a value that a person gives a detection', () => {
  it('is a parameter of what diagnoses, with its help, its pattern and its default', async () => {
    const { textOf } = await compiled(filesWith('default: C, detects: true'));
    for (const path of ['diagnose.ps1', 'checks/1-room/detect.ps1', 'repair.ps1', 'checks/1-room/repair.ps1']) {
      const text = textOf(path);
      expect([path, text.includes(asked)]).toEqual([path, true]);
      expect(text).toContain("[ValidatePattern('^[A-Z]\\z')]\r\n    [string] $Drive = 'C',");
      expect(text).toContain('.PARAMETER Drive\r\n    The drive to look at.');
      expect(text).toMatch(/\$script:Given = @\{\r\n {4}'drive' = \$Drive\r\n\}/);
    }
  });

  it('is its default where nobody is asked', async () => {
    const { textOf } = await compiled(filesWith('default: C, detects: true'));
    expect(textOf('intune/all/detect.ps1')).toContain("Test-Room -Drive 'C'");
    expect(textOf('intune/all/detect.ps1')).not.toContain('$script:Given');
    expect(textOf('diagnose.cmd')).toContain('"C"');
  });

  it('keeps the check out of channels where there is none', async () => {
    const { textOf } = await compiled(filesWith('unattended: left-out, detects: true'));
    expect(textOf('diagnose.ps1')).toContain(asked);
    expect(textOf('diagnose.ps1')).toContain('[string] $Drive,');
    expect(textOf('intune/all/detect.ps1')).toBe('');
  });

  it('is none where the input does not say so: scripts that only detect take no parameter', async () => {
    const { textOf } = await compiled(filesWith('default: C'));
    expect(textOf('diagnose.ps1')).toContain("Test-Room -Drive 'C'");
    expect(textOf('diagnose.ps1')).not.toContain('$Drive,');
    expect(textOf('repair.ps1')).toContain(asked);
  });

  it('is missed where no detection takes it, and where nothing says what holds without it', async () => {
    const idle = await compiled(filesWith('default: C, detects: true', 'drive: D'));
    expect(idle.said).toContain('resolve/unused-input No detection in PowerShell takes the input "drive".');
    const open = await compiled(filesWith('detects: true'));
    expect(open.said.join('\n')).toContain('resolve/input-without-value');
  });
});
