import { describe, expect, it } from 'vitest';
import { neededParameters, readingCommands } from '../../../src/lint/body-rules.js';
import windowsCommands from '../../../src/lint/windows-commands.json' with { type: 'json' };

const rows = Object.entries(windowsCommands);

describe('the table of commands of Windows PowerShell 5.1', () => {
  it('says of each row where it was read, in documentation of Windows or of 5.1 itself', () => {
    const where =
      /^https:\/\/learn\.microsoft\.com\/powershell\/module\/[\w.]+\/([\w-]+)\?view=(?:powershell-5\.1|windowsserver20\d\d-ps|sccm-ps|graph-powershell-1\.0)$/;
    expect(rows.filter(([name, { source }]) => where.exec(source)?.[1] !== name.toLowerCase())).toEqual([]);
  });

  it('has places of parameters that it has', () => {
    const strange = rows.flatMap(([name, { parameters, places }]) => {
      const names = parameters.split(' ').map((each) => each.replace(/[?=].*$/, ''));
      return places
        .flatMap((each) => each.split(' '))
        .filter((each) => each !== '*' && !names.includes(each))
        .map((each) => `${name} -${each}`);
    });
    expect(strange).toEqual([]);
  });

  it('has what commands cannot do without', () => {
    const unknown = Object.entries(neededParameters).flatMap(([name, groups]) =>
      groups.flat().filter((wanted) => !readingCommands.get(name)?.parameters.some((each) => each.name === wanted)),
    );
    expect(unknown).toEqual([]);
  });

  it.each([
    'Get-Content AsByteStream',
    'ConvertFrom-Json AsHashtable',
    'ForEach-Object Parallel',
    'Join-Path AdditionalChildPath',
    'Get-Date AsUTC',
  ])('does not have what came later: %s', (each) => {
    const [name = '', parameter] = each.split(' ');
    expect(readingCommands.get(name)?.parameters.map((known) => known.name)).not.toContain(parameter);
  });
});
