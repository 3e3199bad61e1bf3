import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { winget } from '../../../src/channels/winget/channel.js';
import { document } from '../../../src/channels/winget/document.js';
import type { Plan } from '../../../src/ir/plan.js';
import { spoiler } from './spoiler.js';

interface Document {
  $schema: string;
  metadata: Record<string, Record<string, unknown>>;
  resources: { name: string; type: string; metadata: Record<string, unknown>; properties: Record<string, unknown> }[];
}

const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'dsc-document.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** What the schema says of a document, as "<place> <what>". */
function faultsIn(content: unknown): readonly string[] {
  validate(content);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the document for WinGet and DSC, by the schema of its documents', async () => {
  const { plan, bytesOf } = await spoiler(winget);
  const read = (): Document => parse(bytesOf('windows-update.winget').toString()) as Document;

  it('E94 is one that DSC takes, with no two resources of one name', () => {
    const content = read();
    expect(content.resources.length).toBeGreaterThan(40);
    expect(faultsIn(content)).toEqual([]);
    const names = content.resources.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('E94 is one whatever the words of a checklist are', () => {
    const words = '- "a": #b\n&c *d !e %f @g `h` {{i}} [x()] \\ \t';
    const change = <T extends { readonly check: { readonly title: object } }>(each: T): T => ({
      ...each,
      check: { ...each.check, title: { ...each.check.title, en: words } },
    });
    const hostile: Plan = {
      ...plan,
      channels: plan.channels.map((channel) => ({
        ...channel,
        ways: channel.ways.map((way) => ({ ...way, checks: way.checks.map(change) })),
      })),
    };
    const content = parse(document(hostile)) as Document;
    expect(faultsIn(content)).toEqual([]);
    expect(new Set(content.resources.map(({ metadata }) => metadata['description']))).toEqual(new Set([words]));
  });

  it.each<readonly [string, (content: Document) => void, string]>([
    ['a hyphen in a name', ({ resources }) => void (resources[0]!.name = 'disk-space'), '/resources/0/name'],
    ['an empty name', ({ resources }) => void (resources[0]!.name = ''), '/resources/0/name'],
    ['no name', ({ resources }) => void delete (resources[0] as { name?: string }).name, "property 'name'"],
    ['a type of four parts', ({ resources }) => void (resources[1]!.type = 'A.B.C.D/E'), '/resources/1/type'],
    ['a type without an owner', ({ resources }) => void (resources[1]!.type = 'Script'), '/resources/1/type'],
    ['another schema', (content) => void (content.$schema = 'https://example.com/'), '/$schema'],
    ['a script that is no text', ({ resources }) => void (resources[2]!.properties['setScript'] = 1), '/setScript'],
    ['no test', ({ resources }) => void delete resources[2]!.properties['testScript'], "property 'testScript'"],
    [
      'a context in capitals',
      ({ metadata }) => void (metadata['Microsoft.DSC'] = { securityContext: 'Elevated' }),
      '/securityContext',
    ],
  ])('E94 is none with %s', (_, spoil, says) => {
    const content = read();
    spoil(content);
    expect(faultsIn(content).join('\n')).toContain(says);
  });
});
