import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billOfMaterials, type Lock } from '../../../src/cli/bill-of-materials.js';

interface Bill {
  readonly components: readonly {
    readonly group?: string;
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly scope?: string;
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const read = (of: Lock): Bill => JSON.parse(billOfMaterials(of)) as Bill;
const integrity = (text: string): string => `sha512-${createHash('sha512').update(text).digest('base64')}`;

describe('the bill of materials', () => {
  it('names every package that is installed with the program, as it is installed', () => {
    const { components } = read(lock);
    for (const [path, { dev, version }] of Object.entries(lock.packages)) {
      if (path === '' || dev) continue;
      const name = path.replace(/^.*node_modules\//, '');
      const found = components.find(
        (each) => `${each.group ? `${each.group}/` : ''}${each.name}` === name && each.version === version,
      );
      expect([path, found?.hashes[0]?.content]).toEqual([path, expect.stringMatching(/^[0-9a-f]{128}$/)]);
      if (!existsSync(path)) continue;
      expect(JSON.parse(readFileSync(`${path}/package.json`, 'utf8'))).toMatchObject({ name, version });
    }
  });

  it('names no tool of development, and says what is optional', () => {
    const names = read(lock).components.map(({ name }) => name);
    expect(names).not.toContain('vitest');
    expect(names).not.toContain('typescript');
    expect(read(lock).components.find(({ name }) => name === 'pkcs11js')?.scope).toBe('optional');
  });

  it('leads from the program to each package, and to nothing that is not there', () => {
    const { components, dependencies } = read(lock);
    const known = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn] as const));
    const reached = new Set<string>();
    const follow = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      for (const next of known.get(ref) ?? []) follow(next);
    };
    follow(dependencies[0]?.ref ?? '');
    expect([...reached].filter((ref) => !known.has(ref))).toEqual([]);
    expect(components.filter(({ purl }) => !reached.has(purl)).map(({ purl }) => purl)).toEqual([]);
  });

  it('tells two versions of a package apart, each with who needs it', () => {
    const made = read({
      name: '@a/b',
      version: '1.0.0',
      packages: {
        '': { dependencies: { x: '1', y: '1' } },
        'node_modules/x': { version: '1.0.0', integrity: integrity('x1') },
        'node_modules/y': { version: '1.0.0', integrity: integrity('y'), dependencies: { x: '2' } },
        'node_modules/y/node_modules/x': { version: '2.0.0', integrity: integrity('x2') },
      },
    });
    expect(made.components.map(({ purl }) => purl)).toEqual(['pkg:npm/x@1.0.0', 'pkg:npm/y@1.0.0', 'pkg:npm/x@2.0.0']);
    expect(made.dependencies.slice(0, 3)).toEqual([
      { ref: 'pkg:npm/%40a/b@1.0.0', dependsOn: ['pkg:npm/x@1.0.0', 'pkg:npm/y@1.0.0'] },
      { ref: 'pkg:npm/x@1.0.0', dependsOn: [] },
      { ref: 'pkg:npm/y@1.0.0', dependsOn: ['pkg:npm/x@2.0.0'] },
    ]);
  });

  it('is not made of a package of which nothing can be checked', () => {
    const packages = { '': {}, 'node_modules/x': { version: '1.0.0', integrity: 'sha1-AAAA' } };
    expect(() => billOfMaterials({ name: 'a', version: '1.0.0', packages })).toThrow('SHA-512 of x');
  });
});
