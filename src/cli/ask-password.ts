import { readFileSync } from 'node:fs';
import { stdin, stderr } from 'node:process';

/**
 * The password of a key: from MENDSHEET_KEY_PASSWORD_FILE, from MENDSHEET_KEY_PASSWORD, or typed at a terminal without
 * being shown. Never an argument, where every process of the computer could read it. Undefined when there is none.
 */
export async function keyPassword(what: string): Promise<string | undefined> {
  const file = process.env['MENDSHEET_KEY_PASSWORD_FILE'];
  if (file !== undefined) return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  return (
    process.env['MENDSHEET_KEY_PASSWORD'] ?? (stdin.isTTY && stderr.isTTY ? typed(`Password of ${what}: `) : undefined)
  );
}

function typed(prompt: string): Promise<string> {
  stderr.write(prompt);
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
