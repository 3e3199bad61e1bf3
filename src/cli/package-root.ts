import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of the package: templates/ and the bundled checklist stand there. The same from src/ and build/. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

export const compilerVersion = (JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8')) as { version: string })
  .version;
