import type { Edition } from '../ir/catalog.js';
import type { SiteScript } from './site.js';

/** How a script looks, shows what it would do, repairs, or puts back. */
export type Purpose = 'run' | 'preview' | 'undo';

/**
 * A line that works as pasted into a console that was just opened as administrator: it goes to the folder where browsers put
 * downloads, and lets the one window run what is signed.
 */
export function fromDownloads(edition: Edition, command: string): string {
  return edition === 'cmd'
    ? `cd /d "%USERPROFILE%\\Downloads" & ${command}`
    : `Set-Location "$HOME\\Downloads"; Set-ExecutionPolicy -Scope Process -ExecutionPolicy RemoteSigned -Force; ${command}`;
}

/** The call of a script in the folder of the console, for some checks or, without any, as it runs by itself. */
export function callOf({ name }: SiteScript, edition: Edition, purpose: Purpose, checks: readonly string[]): string {
  const [file, choice, preview, undo] =
    edition === 'cmd'
      ? [`${name}.cmd`, '/check', '/whatif', '/undo']
      : [`.\\${name}.ps1`, '-Check', '-WhatIf', '-Undo'];
  const chosen = checks.length === 0 ? [] : [choice, checks.join(edition === 'cmd' ? ' ' : ', ')];
  const words = { run: chosen, preview: [...chosen, preview], undo: [undo] }[purpose];
  return [file, ...words].join(' ');
}
