import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { intune } from '../../../src/channels/intune/channel.js';
import { spoiler } from './spoiler.js';

/**
 * Bodies for Microsoft Graph held against its published types (@microsoft/microsoft-graph-types-beta): a field that Graph
 * does not know, and a value of another type, is an error of the compiler.
 */
const { files, jsonOf } = await spoiler(intune);

const typeOf: Readonly<Record<string, string>> = {
  'remediation.json': 'DeviceHealthScript',
  'platform-script.json': 'DeviceManagementScript',
  'compliance-script.json': 'DeviceComplianceScript',
  'app.json': 'Win32LobApp',
};
const bodies = files
  .map(({ path }) => path.slice('windows-update/intune/'.length))
  .flatMap((path) => {
    const type = typeOf[path.slice(path.lastIndexOf('/') + 1)];
    return type ? [{ path, type }] : [];
  });

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The body as code of type `type`; annotations of OData are no fields, and long texts only cost time. */
function declare(name: string, type: string, body: Readonly<Record<string, Json>>): string {
  const { rules = [], ...rest } = body;
  const shown = (value: object): string =>
    JSON.stringify(value, (key, each: unknown) =>
      key.startsWith('@odata') ? undefined : typeof each === 'string' ? each.slice(0, 100) : each,
    );
  // The types know one flag; Graph takes several, joined by commas.
  const text = shown(rest).replace('"allowedArchitectures":"x64,arm64"', '"allowedArchitectures":"x64"');
  const each = (rules as readonly { readonly '@odata.type': string }[]).map((rule, index) => {
    const [, kind = ''] = /^#microsoft\.graph\.win32LobApp(\w+)$/.exec(rule['@odata.type']) ?? [];
    return `export const ${name}Rule${index}: graph.Win32LobApp${kind} = ${shown(rule)};`;
  });
  return [`export const ${name}: graph.${type} = ${text};`, ...each].join('\n');
}

// Below the repository, where the compiler finds the package.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(process.cwd(), 'node_modules', '.graph-types-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of declarations. */
function errorsOf(declarations: readonly string[]): string {
  const file = join(folder, 'bodies.ts');
  writeFileSync(
    file,
    ["import type * as graph from '@microsoft/microsoft-graph-types-beta';", ...declarations].join('\n'),
  );
  const compiler = join(process.cwd(), 'node_modules/typescript/bin/tsc');
  const options = [
    '--ignoreConfig',
    '--strict',
    '--noEmit',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2022',
  ];
  return spawnSync(process.execPath, [compiler, ...options, '--types', '', file], { encoding: 'utf8' }).stdout;
}

it('takes every body that is sent to it', () => {
  expect(new Set(bodies.map(({ type }) => type)).size).toBe(Object.keys(typeOf).length);
  const declarations = bodies.map(({ path, type }, index) =>
    declare(`body${index}`, type, jsonOf(path) as Readonly<Record<string, Json>>),
  );
  expect(errorsOf(declarations)).toBe('');
});

it('refuses a field that it does not know, and a word that is none of its own', () => {
  const app = jsonOf('win32/app.json') as Readonly<Record<string, Json>>;
  expect(errorsOf([declare('a', 'Win32LobApp', { ...app, architectures: 'x64' })])).toContain('architectures');
  const returnCodes = [{ returnCode: 14, type: 'again' }];
  expect(errorsOf([declare('a', 'Win32LobApp', { ...app, returnCodes })])).toContain('again');
});

it('takes every field of the requests that upload the content of an app', () => {
  const text = readFileSync('src/channels/intune/deploy.main.ps1', 'utf8');
  const namesIn = (block: RegExp): readonly string[] =>
    Array.from((block.exec(text)?.[1] ?? '').matchAll(/(?:^|[\n;])\s*(\w+) = /g), ([, name]) => name ?? '');
  const keys: Readonly<Record<string, readonly string[]>> = {
    MobileAppContentFile: namesIn(/#microsoft\.graph\.mobileAppContentFile'\n([^}]*)\}/),
    FileEncryptionInfo: namesIn(/Opens = @\{([^}]*)\}/),
    Win32LobApp: namesIn(/\$changed = @\{\n[^;]*;([^}]*)\}/),
  };
  expect(Object.values(keys).map(({ length }) => length)).toEqual([4, 7, 8]);
  const keysOf = (type: string, names: readonly string[]): string =>
    `export const of${type}: (keyof graph.${type})[] = ${JSON.stringify(names)};`;
  expect(errorsOf(Object.entries(keys).map(([type, names]) => keysOf(type, names)))).toBe('');
  expect(errorsOf([keysOf('FileEncryptionInfo', ['encryptionKeys'])])).toContain('encryptionKeys');
});
