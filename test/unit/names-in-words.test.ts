import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../compile-bundled.js';

/** A person reads titles: an id of a check belongs behind `-Check` alone, and into what is said of a parameter. */
const read = (path: string): unknown => parse(readFileSync(join(repository, path), 'utf8'));
const yamlIn = (folder: string): readonly string[] =>
  readdirSync(join(repository, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`);
const groups = yamlIn('checks');
const ids = groups
  .flatMap((path) => (read(path) as { checks?: readonly { id: string }[] }).checks ?? [])
  .map(({ id }) => id)
  .filter((id) => id.includes('-'));
const unasked = new RegExp(String.raw`(?<!-(?:Check|Skip) )(?<![\w./\\-])(?:${ids.join('|')})(?![\w-])`, 'u');

/** The sentences of checks, wherever a language keeps them: what they say, why, what to do, and the steps by hand. */
function sentencesOf(node: unknown, at: string, within = false): readonly string[] {
  if (typeof node === 'string') return within ? [`${at}: ${node}`] : [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'inputs' ? [] : sentencesOf(value, `${at}/${key}`, within || /^(?:says|why|do|steps|title)$/.test(key)),
  );
}

const sentences = [...groups, ...yamlIn('checks/words')].flatMap((path) => sentencesOf(read(path), path));

describe('sentences of checks', () => {
  it('name checks by their titles', () => {
    expect(sentences.filter((each) => unasked.test(each))).toEqual([]);
  });

  it('are found where they stand, and ids in them', () => {
    expect(sentences.length).toBeGreaterThan(1200);
    expect(ids.length).toBeGreaterThan(30);
    expect('See system-requirement.').toMatch(unasked);
    expect('Run it with -Check component-store -Force.').not.toMatch(unasked);
  });
});
