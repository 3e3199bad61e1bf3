import { readFileSync } from 'node:fs';
import { askSecret } from '../host/terminal.js';

/**
 * The password of a key: from MENDSHEET_KEY_PASSWORD_FILE, from MENDSHEET_KEY_PASSWORD, or typed at a terminal without
 * being shown. Never an argument, where every process of the computer could read it. Undefined when there is none.
 */
export async function keyPassword(what: string): Promise<string | undefined> {
  const file = process.env['MENDSHEET_KEY_PASSWORD_FILE'];
  if (file !== undefined) return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  return process.env['MENDSHEET_KEY_PASSWORD'] ?? askSecret(`Password of ${what}: `);
}
