import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** All PowerShell that goes into scripts, one entry a line. */
function emittedLines(): readonly string[] {
  return ['checks', 'templates/ps1', 'src/channels'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ps1(\.hbs)?$/.test(path) && !path.includes('scenarios'))
      .flatMap((path) =>
        readFileSync(join(root, folder, path), 'utf8')
          .split('\n')
          .map((line) => `${folder}/${path}: ${line.trim()}`),
      ),
  );
}

/** A pattern of years or days in the calendar of whoever runs the script; "s", "o" and "r" are the same for all. */
const inOwnCalendar = /\.ToString\('[^']*(?:yy|MM|dd)[^']*'\)|-Format '|Get-Date -UFormat/;

/** Text of Windows, in the form of whatever country, taken for a date as it comes. */
const guessed = /-as \[datetime\]|\[datetime\]::(?:Try)?Parse\((?!.*(?:\$culture|InvariantCulture))|Get-Date -Date/;

describe('dates in emitted PowerShell', () => {
  const lines = emittedLines();

  it('are written in one calendar', () => {
    expect(lines.length).toBeGreaterThan(3000);
    expect(lines.filter((line) => inOwnCalendar.test(line))).toEqual([]);
  });

  it('are read in a form that is named', () => {
    expect(lines.filter((line) => guessed.test(line))).toEqual([]);
  });

  it.each([
    ["$now.ToString('yyyy-MM-dd')", true],
    ["$now.ToString('s')", false],
    ["$now.ToString('yyyyMMdd', $culture)", false],
  ])('%s: %s', (line, isWrong) => {
    expect(inOwnCalendar.test(line)).toBe(isWrong);
  });

  it.each([
    ['$time = $text -as [datetime]', true],
    ['[datetime]::Parse($text)', true],
    ["[datetime]::Parse($text, $culture, 'RoundtripKind')", false],
  ])('%s: %s', (line, isWrong) => {
    expect(guessed.test(line)).toBe(isWrong);
  });
});
