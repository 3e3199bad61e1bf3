import type { Ended, WinePc } from '../wine/wine-pc.js';
import { ModelError } from '../../src/batch-model/expand.js';
import { programs, wordsOf } from '../../src/batch-model/programs.js';
import { runScript, usualEnvironment, type Start } from '../../src/batch-model/run.js';
import {
  childrenOf,
  healthyWindows,
  remove,
  write,
  type Language,
  type Windows,
} from '../../src/batch-model/windows.js';

/** A PC of the model behind the surface that the suites of Wine use. */
export interface ModelPc extends WinePc {
  readonly windows: Windows;
}

/** Wine's own names, which differ in case from those that Windows has. */
const environment = { ...usualEnvironment, SystemRoot: 'C:\\windows', windir: 'C:\\windows' };

/**
 * A healthy Windows without a network and without the programs that Wine lacks, so that the states of the suites are the
 * same ones.
 * @throws Error when something goes to handle 2 that a test has not sent elsewhere: Windows ends a script for less.
 */
export function createModelPc(language: Language): ModelPc {
  const windows = healthyWindows();
  windows.language = language;
  const execute = (lines: readonly string[], mayRefuse: readonly number[] = []): Ended => {
    const start: Start = { script: 'C:\\inner.cmd', given: '', environment, searchesPath: true };
    const { code, output, errors } = runScript(windows, ['@echo off', ...lines, ''].join('\r\n'), start);
    if (errors !== '' && !mayRefuse.includes(code)) throw new Error(`Handle 2: ${errors}`);
    return { code, output };
  };
  const exe = (tool: string): string => `C:\\Windows\\System32\\${tool}.exe`;
  const add = (path: string, text: string): void => write(windows, path, text.replace(/\r?\n/g, '\r\n'));
  const plain = (text: string | null): string => (text ?? '').replaceAll('\r\n', '\n');
  return {
    windows,
    // No rights, no Windows to work on, another run, wrong usage: the answer to these goes to handle 2.
    run: (script, args = '') => execute([`"${script.replaceAll('%', '%%')}" ${args}`], [10, 11, 14, 64]),
    start: (script) => {
      throw new ModelError(`nothing runs beside ${script}`);
    },
    endStarted: () => Promise.resolve(),
    batch: (...lines) => execute(lines),
    write: add,
    read: (path) => {
      const file = windows.files.get(path.toLowerCase());
      if (typeof file?.text !== 'string') throw new Error(`no file ${path}`);
      return plain(file.text);
    },
    link: (path) => {
      throw new ModelError(`no links: ${path}`);
    },
    exists: (path) => windows.files.has(path.toLowerCase()),
    list: (path) =>
      childrenOf(windows, path)
        .map((each) => each.path.slice(path.length + 1))
        .sort(),
    remove: (path) => remove(windows, path),
    tree: (path) =>
      Object.fromEntries(
        [...windows.files.values()]
          .filter((each) => each.text !== null && each.path.toLowerCase().startsWith(`${path.toLowerCase()}\\`))
          .map((each) => [each.path.slice(path.length + 1).replaceAll('\\', '/'), each.text as string] as const)
          .sort(([left], [right]) => (left < right ? -1 : 1)),
      ),
    provide: (tool, batch) => {
      write(windows, exe(tool), '');
      const script = `C:\\stand-in\\${tool}.cmd`;
      if (batch === undefined) remove(windows, script);
      else add(script, batch);
      windows.programs.set(tool, (given) => {
        if (batch === undefined) return { code: 0 };
        const ended = runScript(windows, windows.files.get(script.toLowerCase())?.text ?? '', {
          script,
          given: `${exe(tool)} ${given}`,
          environment,
          searchesPath: true,
        });
        if (ended.errors !== '') throw new Error(`${script}: ${ended.errors}`);
        return ended;
      });
    },
    withdraw: (tool) => {
      windows.programs.delete(tool);
      remove(windows, exe(tool));
    },
    close: () => undefined,
  };
}

/** What answers where a program was copied or moved to "<tool>-wine.exe", so that stand-ins can pass a call on. */
export function keepAside(pc: ModelPc, tool: string): void {
  pc.windows.programs.set(`${tool}-wine`, (given) => {
    const answer = programs[tool]!(pc.windows, wordsOf(given), '', given);
    return { output: answer.output ?? '', code: answer.code };
  });
}
