import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import type { TestProject } from 'vitest/node';
import { askPowerShell, findPowerShell, isMissing, simulatorPath } from '../src/host/pwsh.js';
import { compileBundled } from './compile-bundled.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder that holds the bundled checklist as its users get it, but for the signatures. */
    readonly dist: string;
    /** What the suites of PowerShell lack on this machine; null when it is there. */
    readonly missing: {
      readonly powershell: string | null;
      readonly pester: string | null;
      readonly analyzer: string | null;
    };
  }
}

/** Once a run, for all suites that start programs: what is found on this machine, and the scripts that they try. */
export default async function setup(project: TestProject): Promise<() => void> {
  const shell = await findPowerShell();
  const lacks = async (script: string, request: object): Promise<string | null> => {
    const answer = await askPowerShell(script, request);
    return isMissing(answer) ? `${answer.tool}: ${answer.hint}` : null;
  };
  project.provide('missing', {
    powershell: isMissing(shell) ? `PowerShell: ${shell.hint}` : null,
    pester: await lacks('Invoke-Tests.ps1', { path: null, data: {} }),
    analyzer: await lacks('Invoke-Analysis.ps1', { kind: 'analyze', paths: [], settings: '' }),
  });

  const dist = mkdtempSync(join(tmpdir(), 'mendsheet-product-'));
  const { artefacts, diagnostics } = await compileBundled();
  if (!artefacts) throw new Error(`The bundled checklist has errors:\n${JSON.stringify(diagnostics, null, 2)}`);
  for (const { path, bytes } of artefacts) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), bytes);
  }
  project.provide('dist', dist);
  // Some hundred processes load the simulator; each would compile it.
  if (!isMissing(shell)) {
    const assembly = join(dist, 'simulator.dll');
    const sources = ['Registry', 'Security', 'Events'].map((part) => `'${simulatorPath(`Simulated${part}.cs`)}'`);
    const [program, ...first] = shell.command;
    const compile = `Add-Type -Path ${sources.join(', ')} -OutputAssembly '${assembly}'`;
    await execa(program, [...first, '-NoProfile', '-NonInteractive', '-Command', compile]);
    process.env['MENDSHEET_SIMULATOR'] = assembly;
  }
  return () => rmSync(dist, { recursive: true, force: true });
}
