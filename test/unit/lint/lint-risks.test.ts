import { describe, expect, it } from 'vitest';
import { lintBodies } from '../../../src/lint/lint-bodies.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { positionOf } from '../../../src/source/source-file.js';
import { runFrontEnd, withFiles } from '../../support/front-end.js';

const { library } = loadTemplates(process.cwd());

interface Repair {
  readonly body: string;
  readonly risk: string;
  readonly edition?: 'ps1' | 'cmd';
  /** Whether the body is that of a recipe. */
  readonly isShared?: boolean;
}

/** What is said of risks: "<file>:<line> <message>". */
function said({ body, risk, edition = 'ps1', isShared = false }: Repair): readonly string[] {
  const name = isShared ? 'checks/recipes/net' : 'checks/network/net';
  const files = {
    'checks.yaml': `product: sample
title: { en: Sample }
publisher: Sample authors
languages: [en]
scripts:
  - { name: diagnose, phase: detect, editions: [ps1, cmd] }
  - { name: repair, phase: repair, editions: [ps1, cmd], defaults: [] }
include: [checks/network.yaml]
`,
    'checks/network.yaml': `group: network
title: { en: Network }
checks:
  - id: ${isShared ? 'own' : 'net'}
    item: 1
    title: { en: The network }
    why: { en: It is needed. }
    severity: low
    risk: { ${risk} }
    detect:
      ps1: |
        New-Finding -Status 'Ok'
      cmd: |
        set "STATUS=OK"
${isShared ? '    repair: { use: net }\n' : ''}`,
    ...(isShared ? { 'checks/recipes/net.yaml': 'recipe: net\n' } : {}),
    [`${name}.repair.${edition}`]: `${body}\n`,
    ...(edition === 'cmd' ? { [`${name}.repair.ps1`]: '$null = 1\n' } : {}),
  };
  return withFiles(files, (root) => {
    const { catalog, diagnostics } = runFrontEnd(`${root}/checks.yaml`);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    if (!catalog) throw new Error('The checklist has mistakes of another kind.');
    return lintBodies(catalog, library)
      .diagnostics.filter(({ code }) => code === 'lint/risk')
      .map(({ span, message }) => `${span.source.path}:${positionOf(span.source, span.start).line} ${message}`);
  });
}

const low = 'disruption: low, minutes: 1, restart: false';
const tool = (name: string, words: string): string =>
  `$null = Invoke-RepairTool -Tool '${name}' -ArgumentList ${words} -TimeoutSeconds 60`;

describe('a repair that costs more than its check says', () => {
  it.each([
    [tool('netsh', "'advfirewall', 'reset'"), 'disruption: high.'],
    [tool('netsh', "'winsock', 'reset'"), 'disruption: high, restart: true.'],
    [tool('netsh', "'int', 'ip', 'reset'"), 'disruption: high, restart: true.'],
    [tool('netsh', "'advfirewall', 'set', 'allprofiles', 'state', 'off'"), 'disruption: high.'],
    [tool('dism', "'/Online', '/Cleanup-Image', '/StartComponentCleanup', '/ResetBase'"), 'disruption: high.'],
    [tool('dism', '\'/Online\', "/Remove-Package:$x"'), 'disruption: high, restart: true.'],
    [tool('wusa', "'/uninstall', '/kb:1'"), 'disruption: high, restart: true.'],
    [`$words = @('winsock', 'reset')\n${tool('netsh', '$words')}`, 'disruption: high, restart: true.'],
    [
      "$t = @{ Tool = 'netsh'; ArgumentList = 'winsock', 'reset'; TimeoutSeconds = 9 }\n$null = Invoke-RepairTool @t",
      'restart: true.',
    ],
    ['Reset-WinsockCatalog', 'disruption: high, restart: true.'],
  ])('is refused at the call: %s', (body, least) => {
    const [first = '', ...more] = said({ body, risk: low });
    expect(more).toEqual([]);
    expect(first).toMatch(new RegExp(`^checks/network/net\\.repair\\.ps1:${body.split('\n').length} `));
    expect(first).toContain(least);
  });

  it('is refused in batch', () => {
    const body = 'ver\ncall :repair_tool dism "/Online /Cleanup-Image /StartComponentCleanup /ResetBase"';
    expect(said({ body, risk: low, edition: 'cmd' })).toEqual([
      expect.stringMatching(
        /^checks\/network\/net\.repair\.cmd:2 .* costs more than "net" says: .* disruption: high\.$/,
      ),
    ]);
  });

  it('is refused in the recipe that it uses', () => {
    expect(said({ body: tool('netsh', "'winsock', 'reset'"), risk: low, isShared: true })).toEqual([
      expect.stringMatching(/^checks\/recipes\/net\.repair\.ps1:1 .* costs more than "own" says: /),
    ]);
  });

  it('is refused where it takes a restart alone that is not said', () => {
    const body = tool('netsh', "'winsock', 'reset'");
    expect(said({ body, risk: 'disruption: high, minutes: 1, restart: false' })).toHaveLength(1);
    expect(said({ body, risk: 'disruption: high, minutes: 1, restart: true' })).toEqual([]);
  });

  it.each([
    tool('dism', "'/Online', '/Cleanup-Image', '/RestoreHealth'"),
    tool('sfc', "'/scannow'"),
    tool('w32tm', "'/resync'"),
    tool('netsh', '$words'),
    "Start-StoppedService -Name 'Spooler'",
  ])('is not: %s', (body) => expect(said({ body, risk: low })).toEqual([]));
});
