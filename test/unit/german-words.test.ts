import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../compile-bundled.js';

/**
 * How German is written here: what Windows itself calls a thing, one name for one thing, and no turn of phrase that is English
 * word for word. What people type into a search is theirs, so symptoms and examples of the search are not held to it.
 */
const rules: readonly (readonly [string, RegExp])[] = [
  ['quotation marks are „ and “', /(?<![\w=])"|”|„[^“]*$/u],
  ['people are addressed as Sie', /(?<!\p{L})(?:du|dir|dich|deine?[mnrs]?)(?!\p{L})/iu],
  ['one blank at most, and none before a sign', / {2}| [,;:.!?](?=\s|$)/u],
  ['Berechtigungen, as Windows calls them', /Zugriffsrecht/u],
  ['Signaturgeber, as the properties of a file call it', /Unterzeichner/u],
  ['Stromnetz, one name for one thing', /Stromversorgung/u],
  ['Tool, as Windows calls it, one name for one thing', /Werkzeug(?!\p{L})/u],
  ['Datenträger & Volumes, as the Settings app calls it', /Datenträger und Volumes/u],
  ['a website, not its side', /von der Seite (?:des|der|von)(?! \p{L}+tabelle)/u],
  ['a match is „unentschieden“, a question is open', /[Uu]nentschieden/u],
  ['what only the Benutzer can do, not „ein Mensch“', /\p{L}*\bein(?:em|en)? Mensch/u],
  ['checked with something, not against it', /gegen (?:das|die|eine?) \p{L}*(?:[Ll]iste|Zertifikat|Tabelle)/u],
  ['a code stands for another, it does not wrap it', /[Uu]mschließt/u],
  ['rückgängig machen, not zurücknehmen', /zurücknehmen|nimmt \p{L}* ?zurück/u],
];

interface Words {
  readonly at: string;
  readonly text: string;
}

const theirs = /^(?:symptoms|intent\..*)$/;

function wordsOf(node: unknown, at: string): readonly Words[] {
  if (typeof node === 'string') return [{ at, text: node.trimEnd() }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (theirs.test(key) ? [] : wordsOf(value, `${at}/${key}`)));
}

const files = ['checks', 'templates'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|\/)de\.yaml$/.test(path))
    .map((path) => `${folder}/${path}`),
);
/** The library has its languages side by side. */
const ofLibrary = wordsOf(
  parse(readFileSync(join(repository, 'templates/library.yaml'), 'utf8')),
  'library.yaml',
).filter(({ at }) => at.endsWith('/de'));
const ofFiles = files.flatMap((path) => wordsOf(parse(readFileSync(join(repository, path), 'utf8')), path));

const all: readonly Words[] = [...ofFiles, ...ofLibrary];

describe('German words', () => {
  it.each(rules)('%s', (_, wrong) => {
    const found = all.filter(({ text }) => wrong.test(text));
    expect(found.map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
  });

  it('are found where they stand', () => {
    expect(files.length).toBeGreaterThan(4);
    expect(ofFiles.length).toBeGreaterThan(1200);
    expect(ofLibrary.length).toBeGreaterThan(15);
  });

  it.each([
    'Wählen Sie "Neu starten"',
    'Wählen Sie „Neu starten',
    'Starte deinen PC neu',
    'Es dauert  lange.',
    'Die Zugriffsrechte des Dienstes',
    'Vergleichen Sie den Unterzeichner',
    'an die Stromversorgung an',
    'mit dem Werkzeug des Herstellers',
    '„Datenträger und Volumes“',
    'von der Seite des Herstellers',
    'blieb unentschieden',
    'was nur ein Mensch tun kann',
    'jede Datei gegen die Liste',
    'gegen das Zertifikat geprüft',
    'Er umschließt einen Code',
    'nimmt das zurück',
    'eine Reparatur zurücknehmen',
  ])('are refused where they are wrong: %s', (text) => {
    expect(rules.filter(([, wrong]) => wrong.test(text))).not.toEqual([]);
  });
});
