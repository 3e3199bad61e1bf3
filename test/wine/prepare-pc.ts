import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inject } from 'vitest';
import { furnish } from './pc-state.js';
import { createWinePc, type WinePc } from './wine-pc.js';

/** A PC with the bundled checklist's scripts in C:\scripts. */
export function preparePc(): { readonly pc: WinePc } {
  const dist = inject('dist');
  const pc = createWinePc();
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (/^[^/\\]+[/\\][^/\\]+\.cmd$/.test(path))
      pc.write(`C:\\scripts\\${basename(path)}`, readFileSync(join(dist, path), 'latin1'));
  }
  furnish(pc);
  return { pc };
}
