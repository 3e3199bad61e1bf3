import { stderr, stdin, stdout } from 'node:process';
import type { ReportText } from '../diagnostics/reporters.js';
import { escapeHidden, safeText } from '../diagnostics/terminal.js';

/**
 * The one way to a terminal: nothing else of the program writes to standard output or standard error. Names of files and certificates,
 * text of checklists and bundles, and messages of the system come from outside, and what they hold of controls, marks of direction and
 * characters without width is shown as its code.
 */

/**
 * Says something to people, on standard error: standard output is kept for data. What stands in a `${value}` is one line, whatever
 * it holds; line ends are those of the template.
 */
export function say(words: TemplateStringsArray, ...values: readonly (string | number)[]): void {
  stderr.write(`${lineOf(words, values)}\n`);
}

function lineOf(words: TemplateStringsArray, values: readonly (string | number)[]): string {
  return words.map((word, index) => `${word}${index < values.length ? safeText(String(values[index])) : ''}`).join('');
}

/** Says a text of several lines, each indented. */
export function sayLines(text: string, indent = ''): void {
  for (const line of text.split(/\r?\n/)) say`${indent}${line}`;
}

/** Writes a report of diagnostics, which is made for a terminal with all that it quotes. */
export function writeReport(text: ReportText, to: 'stdout' | 'stderr'): void {
  (to === 'stdout' ? stdout : stderr).write(text.endsWith('\n') ? text : `${text}\n`);
}

/**
 * Writes lines to standard output.
 * @returns when more can be written, for those who write a lot.
 */
export async function printText(text: string): Promise<void> {
  if (!stdout.write(escapeHidden(text, 'text'))) await new Promise((go) => stdout.once('drain', go));
}

/**
 * Writes text of JSON or HTML to standard output: it says the same, and a terminal that shows it does nothing.
 * @returns when more can be written, for those who write a lot.
 */
export async function printMarkup(text: string, language: 'json' | 'html'): Promise<void> {
  if (!stdout.write(escapeHidden(text, language))) await new Promise((go) => stdout.once('drain', go));
}

/** Writes a value as JSON to standard output. */
export function printJson(value: unknown): void {
  void printMarkup(`${JSON.stringify(value, null, 2)}\n`, 'json');
}

/**
 * Ends quietly, with the exit code so far, where whoever reads what is printed has had enough, as `head` does. Where nobody reads what is
 * said beside it, the work goes on: what a command makes is not made for that reader.
 */
export function endWithReader(): void {
  const onClosed = (then: () => void) => (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    then();
  };
  stdout.on(
    'error',
    onClosed(() => process.exit()),
  );
  stderr.on(
    'error',
    onClosed(() => {}),
  );
}

/** Columns of a line on standard output, for text that is wrapped. */
export function widthOfOutput(most: number, otherwise: number): number {
  return Math.min(stdout.columns ?? otherwise, most);
}

/** Whether what people read may have colours. */
export function hasColor(): boolean {
  return stderr.isTTY === true && !process.env['NO_COLOR'];
}

/** Asks for a secret, which is not shown; undefined where nobody sits before a terminal. */
export function askSecret(prompt: string): Promise<string | undefined> {
  if (!stdin.isTTY || !stderr.isTTY) return Promise.resolve(undefined);
  stderr.write(safeText(prompt));
  stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve) => {
    let text = '';
    const onData = (chunk: string): void => {
      for (const character of chunk) {
        if (character === '\u0003') process.exit(130);
        if (character === '\r' || character === '\n') {
          stdin.setRawMode(false).pause().off('data', onData);
          stderr.write('\n');
          resolve(text);
          return;
        }
        text = character === '\u007f' || character === '\b' ? text.slice(0, -1) : text + character;
      }
    };
    stdin.on('data', onData);
  });
}
