import { describe, expect, it } from 'vitest';
import { explainedFunctions, explainFunction, functionNames } from '../../../src/cli/explain-function.js';
import { loadTemplates } from '../../../src/load/load-templates.js';

const library = explainedFunctions(loadTemplates(process.cwd()).library);

describe('the explanation of a function', () => {
  it('says what it takes, and shows a call', () => {
    const text = explainFunction('get-registryvalue', library, 100);
    expect(text).toMatch(/^Get-RegistryValue \(PowerShell; detect bodies/);
    expect(text).toContain('  -Name (string; required): the value\n');
    expect(text).toMatch(/\n {4}Get-RegistryValue -Path \S+ -Name 'Mode'\n$/);
  });

  it('says what an action changes and how that is undone, and which words it takes', () => {
    const text = explainFunction('Invoke-RepairTool', library, 100);
    expect(text).toMatch(/Runs a repair tool of Windows\.\nUndo: Not undone/);
    expect(text).toContain('-Tool (string: w32tm, sfc, dism, netsh, wusa; required)');
    expect(text).toContain('-SuccessCode (int[]; default 0)');
  });

  it('is that of what stands in place of a command, in both editions', () => {
    expect(explainFunction('Stop-Service', library, 100)).toMatch(/^Stop-RunningService /);
    expect(explainFunction('net', library, 100)).toMatch(
      /^Stop-RunningService [^]*^:stop_service [^]*^:start_service /m,
    );
    expect(explainFunction(':set_aside', library, 100)).toMatch(/^:set_aside \(batch; repair bodies\)/);
  });

  it('fits into a narrow terminal', () => {
    for (const name of functionNames(library)) {
      const lines = explainFunction(name, library, 60).split('\n');
      const example = lines.findIndex((line) => /^ {4}\S/.test(line));
      // An example is a line of a body, to be copied; a word longer than a line keeps its own.
      const long = lines.slice(0, example).filter((line) => line.length > 60 && / \S+ \S/.test(line.trim()));
      expect(long).toEqual([]);
    }
  });

  it('is nothing for what the library has nothing of', () => {
    expect(explainFunction('Get-Nothing', library, 100)).toBe('');
    expect(explainFunction('', library, 100)).toBe('');
  });
});
