import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from './compile-bundled.js';

/** A step of the tutorial: a file that the reader writes, or a command with what it prints. */
type Step =
  | { readonly kind: 'file'; readonly line: number; readonly path: string; readonly text: string }
  | { readonly kind: 'command'; readonly line: number; readonly command: string; readonly prints: readonly string[] };

/** A fence of a language is a file, whose path ends the sentence above it; a console has commands and their output. */
function stepsOf(markdown: string): readonly Step[] {
  const lines = markdown.split('\n');
  const steps: Step[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const language = /^```(\w+)$/.exec(lines[at] ?? '')?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf('```', at + 1);
    const inside = lines.slice(at + 1, end);
    if (language === 'console') steps.push(...commandsOf(inside, at + 2));
    else {
      const path = /`([^`]+)`(?:, [^`]*)?:$/.exec(lines[at - 2] ?? '')?.[1];
      if (path === undefined) throw new Error(`docs/tutorial.md:${at + 1} does not say which file this is.`);
      steps.push({ kind: 'file', line: at + 1, path, text: `${inside.join('\n')}\n` });
    }
    at = end;
  }
  return steps;
}

function commandsOf(lines: readonly string[], first: number): readonly Step[] {
  const starts = lines.flatMap((line, at) => (line.startsWith('$ ') ? [at] : []));
  return starts.map((at, index) => ({
    kind: 'command',
    line: first + at,
    command: (lines[at] ?? '').slice(2),
    prints: lines.slice(at + 1, starts[index + 1] ?? lines.length),
  }));
}

/** What a page shows as a pattern: "..." is anything, alone also several lines, and times differ. */
function patternOf(prints: readonly string[]): RegExp {
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lines = prints.map((line) =>
    line === '...'
      ? '[^]*?'
      : `${escape(line)
          .replaceAll('\\.\\.\\.', '.*')
          .replace(/\\\([\d\\.]+ (m?s)\\\)/, '\\([\\d.]+ $1\\)')}\\n`,
  );
  return new RegExp(`^${lines.join('')}$`);
}

const work = mkdtempSync(join(tmpdir(), 'mendsheet-tutorial-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the tutorial, in an empty folder', () => {
  let folder = work;
  const steps = stepsOf(readFileSync(join(repository, 'docs/tutorial.md'), 'utf8'));

  it('has commands and files', () => {
    expect(steps.filter(({ kind }) => kind === 'command').length).toBeGreaterThan(8);
    expect(steps.filter(({ kind }) => kind === 'file').length).toBeGreaterThan(5);
  });

  for (const step of steps) {
    if (step.kind === 'file')
      it(`line ${step.line}: writes ${step.path}`, () => {
        mkdirSync(dirname(join(folder, step.path)), { recursive: true });
        writeFileSync(join(folder, step.path), step.text);
      });
    else
      it(`line ${step.line}: ${step.command}`, ({ skip }) => {
        const [program, ...words] = step.command.split(' ');
        if (program === 'cd') {
          folder = join(folder, words[0] ?? '');
          return;
        }
        expect([program, words[0]]).toEqual(['npx', '@mendsheet/cli']);
        const isTrial = words[1] === 'test';
        const { status, stdout, stderr } = spawnSync(
          process.execPath,
          [join(repository, 'build/cli/main.js'), ...words.slice(1)],
          {
            cwd: folder,
            encoding: 'utf8',
            // PowerShell and its modules are those of the person who runs this.
            env: {
              PATH: process.env['PATH'],
              HOME: isTrial ? homedir() : work,
              XDG_CONFIG_HOME: work,
              XDG_CACHE_HOME: join(work, 'cache'),
              APPDATA: work,
              NO_COLOR: '1',
            },
          },
        );
        if (isTrial && stderr.includes('This needs ')) skip(stderr.trim());
        expect(`${stdout}${stderr}`).toMatch(patternOf(step.prints));
        expect(status).toBe(step.prints.some((line) => line.startsWith('error ')) ? 1 : 0);
      });
  }
});
