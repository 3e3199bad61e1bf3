import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../compile-bundled.js';

/** Texts of all parts and templates of scripts, by path. */
const parts = ['templates/ps1', 'templates/cmd'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ps1|cmd|hbs)$/.test(path))
    .map((path) => ({
      path: `${folder}/${path.replaceAll('\\', '/')}`,
      text: readFileSync(join(repository, folder, path), 'utf8'),
    })),
);

describe('the library', () => {
  it('asks for events in one place of each edition, and never with a DateTime', () => {
    const asking = parts.filter(({ text }) => /^(?!\s*#).*\bGet-WinEvent\b/m.test(text));
    expect(asking.map(({ path }) => path).sort()).toEqual([
      'templates/ps1/parts/runtime/event/Read-EventLog.ps1',
      'templates/ps1/snippet/parts/Get-EventRecord.ps1',
    ]);
    // What Get-WinEvent does with a DateTime: PowerShell's GetEventCommand.cs, HandleStartTimeHashValue.
    for (const { text } of asking) expect(text).toContain("StartTime = $Since.ToUniversalTime().ToString('o')");
  });

  it('never makes a client of TCP without a family, which is for IPv4 alone in Windows PowerShell', () => {
    const clients = parts.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => /TcpClient/.test(line))
        .map((line) => ({ path, line })),
    );
    expect(clients).not.toEqual([]);
    expect(clients.filter(({ line }) => !/TcpClient -ArgumentList \$address\.AddressFamily/.test(line))).toEqual([]);
  });
});
