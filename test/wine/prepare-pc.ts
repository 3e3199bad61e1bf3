import { compileBundled } from '../compile-bundled.js';
import { furnish } from './pc-state.js';
import { createWinePc, type WinePc } from './wine-pc.js';

/** A PC with the bundled checklist's scripts in C:\scripts. */
export async function preparePc(): Promise<{ readonly pc: WinePc }> {
  const { artefacts, diagnostics } = await compileBundled();
  if (!artefacts)
    throw new Error(`The bundled checklist does not compile: ${diagnostics.map(({ message }) => message).join('\n')}`);
  const pc = createWinePc();
  for (const { path, bytes } of artefacts) {
    const text = Buffer.from(bytes).toString('latin1');
    if (/^[^/]+\/[^/]+\.cmd$/.test(path)) pc.write(`C:\\scripts\\${path.split('/').at(-1)}`, text);
  }
  furnish(pc);
  return { pc };
}
