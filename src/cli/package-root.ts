import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of the package: templates/ and the bundled checklist stand there. The same from src/ and build/. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

const manifest = JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};

/** Names of the packages that this one stands on. */
export const requirements: readonly string[] = Object.keys({
  ...manifest.dependencies,
  ...manifest.optionalDependencies,
});

export const compilerVersion = manifest.version;

/**
 * How the person who started this program starts it again. By its bare name npx would ask the registry for a package that
 * is not ours, so what is printed to be copied names the package. npm sets the variable (docs.npmjs.com, "npm exec").
 */
export const program = process.env['npm_lifecycle_event'] === 'npx' ? `npx ${manifest.name}` : 'mendsheet';
