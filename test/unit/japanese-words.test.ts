import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parseDocument, isMap, isScalar, isSeq, type Node } from 'yaml';
import { repository } from '../compile-bundled.js';

/**
 * How Japanese is written here: one form for what can be written in several, and no turn of phrase that is English word for
 * word. What people type into a search is theirs, so symptoms, other names and examples of the search are not held to it.
 */
const rules: readonly (readonly [string, RegExp])[] = [
  ['brackets are half-width, in the style of Microsoft: " (説明) "', /[（）［］]/u],
  ['a blank stands before "(" and "["', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー」][([]/u],
  ['a blank stands behind ")" and "]"', /[)\]][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}「]/u],
  ['a colon is full-width: 「根拠：」', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー」]:(?!\/\/)/u],
  ['no blank stands behind a full-width sign', /[：、。](?: |　)/u],
  ['items of a list are parted by 、', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー」], ?/u],
  ['one blank at most', / {2}/u],
  [
    'no blank stands in a sentence',
    /[\p{Script=Hiragana}、。] [\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ],
  ['letters and digits are half-width, katakana are not', /[Ａ-Ｚａ-ｚ０-９｡-ﾟ]/u],
  ['ほかの', /(?<!その)他の/u],
  ['アクセス許可, as Windows calls it', /アクセス権(?!限)/u],
  ['「利用者」 or whoever it is, in place of a person', /(?:^|[、。」\s])(?:人が|人は)|人の操作/u],
  ['a tool knows nothing: 「記録できない」', /(?:ツール|プログラム自身)(?:だけ|のみ|でしか)/u],
  ['time goes on: 「元の時刻には戻せません」', /時間は進む/u],
  ['再起動待ち: nobody put it off', /保留されて|保留中の再起動|(?<!提供の)保留の有無/u],
  [
    'what the screen of Windows says stands in [ ]',
    /「(?:設定|再起動|シャットダウン|はい|いいえ|実行|詳細情報|管理者として実行|ターミナル|Windows PowerShell)(?: ?\([^」]*)?」/u,
  ],
  ['セキュリティ対策ソフト, one name for one thing', /ウイルス対策ソフト/u],
  ['発生元 of a code, one name for one thing', /ファシリティ/u],
  ['システム イベント ログ, as the Event Viewer calls it', /System イベント/u],
  ['once is enough', /(?:してください[、。]?){2}|(?:失敗.{0,6}失敗.{0,6}失敗)/u],
];

interface Words {
  readonly at: string;
  readonly text: string;
}

const theirs = /^(?:symptoms|names|examples|intent\..*)$/;
const isJapanese = (text: string): boolean => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

function wordsOf(node: unknown, at: string): readonly Words[] {
  if (isScalar(node)) {
    const { value } = node;
    return typeof value === 'string' && isJapanese(value) ? [{ at, text: value.trimEnd() }] : [];
  }
  if (isSeq(node)) return node.items.flatMap((each) => wordsOf(each, at));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = String((key as Node & { readonly value?: unknown }).value);
    return theirs.test(name) ? [] : wordsOf(value, `${at}/${name}`);
  });
}

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => `${folder}/${path}`);
}

/** Help texts are broken into lines by hand: a line of theirs is a text of its own. */
const ofYaml = ['checks.yaml', ...['checks', 'templates', 'src'].flatMap((each) => filesIn(each, /\.yaml$/))].flatMap(
  (path) =>
    wordsOf(parseDocument(readFileSync(join(repository, path), 'utf8')).contents, path).flatMap(({ at, text }) =>
      text.split('\n').map((line) => ({ at, text: line })),
    ),
);
/** The `ja:` of words that stand in code. */
const ofCode = filesIn('src', /\.ts$/).flatMap((path) =>
  Array.from(
    readFileSync(join(repository, path), 'utf8').matchAll(/\bja:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g),
    ([, single = '', double = '']) => ({ at: path, text: single + double }),
  ),
);
const ofCodes = (
  parseCsv(readFileSync(join(repository, 'checks/error-codes.csv'), 'utf8'), {
    columns: true,
    comment: '#',
  }) as Record<string, string>[]
).flatMap((row) =>
  Object.values(row)
    .filter(isJapanese)
    .map((text) => ({ at: `error-codes.csv ${Object.values(row)[0]}`, text })),
);
const all: readonly Words[] = [...ofYaml, ...ofCode, ...ofCodes];

describe('Japanese words', () => {
  it.each(rules)('%s', (_, wrong) => {
    const found = all.filter(({ text }) => wrong.test(text));
    expect(found.map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
  });

  it('are found where they stand', () => {
    expect(ofYaml.length).toBeGreaterThan(900);
    expect(ofCode.length).toBeGreaterThan(30);
    expect(ofCodes.length).toBeGreaterThan(500);
  });

  it.each([
    '（説明）',
    '説明(説明)',
    '次に[設定]を',
    'などから 機種',
    '(説明)説明',
    '根拠: 説明',
    '根拠： 説明',
    'ソフト, ソフト',
    'です。  次',
    'ＫＢ',
    '他のソフト',
    'アクセス権を',
    '。人が判断し',
    'ツールだけが把握',
    '時間は進むため',
    '再起動が保留されています',
    '保留中の再起動',
    '「再起動」を選んで',
    '「ターミナル (管理者)」を選んで',
    'ウイルス対策ソフトを',
    'ファシリティ 7 のコード',
    'System イベント ログを',
  ])('are refused where they are wrong: %s', (text) => {
    expect(rules.filter(([, wrong]) => wrong.test(text))).not.toEqual([]);
  });
});
