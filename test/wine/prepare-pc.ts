import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inject } from 'vitest';
import { furnish } from './pc-state.js';
import { createWinePc, type WinePc } from './wine-pc.js';

/** A PC with the bundled checklist's scripts in C:\scripts, and its snippets by the id of their check. */
export function preparePc(): { readonly pc: WinePc; readonly snippets: ReadonlyMap<string, string> } {
  const dist = inject('dist');
  const pc = createWinePc();
  const snippets = new Map<string, string>();
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const text = (): string => readFileSync(join(dist, path), 'latin1');
    if (/^[^/\\]+[/\\][^/\\]+\.cmd$/.test(path)) pc.write(`C:\\scripts\\${basename(path)}`, text());
    const id = /[/\\]\d+-([\w-]+)\.cmd\.txt$/.exec(path)?.[1];
    if (id) snippets.set(id, text());
  }
  furnish(pc);
  return { pc, snippets };
}
