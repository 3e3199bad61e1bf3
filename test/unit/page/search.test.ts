import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { codeReader } from '../../../src/page/page-files.js';
import { repository } from '../../compile-bundled.js';

interface Found {
  readonly codes: readonly { readonly code: string; readonly index: number | null }[];
  readonly targets: readonly number[];
}
interface Search {
  readonly spellings: (code: string) => readonly string[];
  readonly prepare: (data: object) => object;
  readonly search: (prepared: object, text: string) => Found;
}

/** The script as browsers run it. What it returns is copied, since it was made in another realm. */
const text = readFileSync(join(repository, 'templates/page/search.js'), 'utf8');
const { spellings, prepare, search } = runInNewContext(`${codeReader()}${text}; mendsheetSearch`) as Search;

const data = prepare({
  targets: [
    {
      symptoms: '',
      item: 1,
      id: 'clock',
      title: 'Clock',
      names: '日付と時刻',
      words: 'The clock is ahead of the time.',
    },
    {
      symptoms: '',
      item: 14,
      id: 'download-cache',
      title: 'Download cache',
      names: '',
      words: '更新プログラムの検索に失敗し続けます。',
    },
    { symptoms: '', item: 6, id: 'bits', title: 'Start type of BITS', names: '', words: 'A service is disabled.' },
    { symptoms: '', item: 7, id: 'start-kind', title: '', names: 'サービスの開始', words: '無効になっています。' },
    {
      symptoms: 'stuck at 0% / undoing changes / 変更を元に戻しています',
      item: 8,
      id: 'clean-up',
      title: '',
      names: 'ディスク クリーンアップ',
      words: 'サーバーで sfc /scannow を実行します。',
    },
    { item: 0, id: '', title: 'Collect logs', names: '', symptoms: 'ask for help', words: '' },
  ],
  lastResort: [5],
  stop: ['the', 'and', 'der', 'des'],
  codes: [
    ['80070422', 'ERROR_SERVICE_DISABLED', 'A service is disabled', [2]],
    ['80070643', 'ERROR_INSTALL_FAILURE', 'An installer failed', [1, 2]],
    ['8024402C', 'WU_E_PT_WINHTTP_NAME_NOT_RESOLVED', 'A name was not resolved', []],
  ],
});
const find = (query: string): Found => JSON.parse(JSON.stringify(search(data, query))) as Found;

describe('an error code', () => {
  it('is one in all its spellings', () => {
    const answers = [
      '0x80070643',
      '80070643',
      '-2147023293',
      '2147944003',
      '０ｘ８００７０６４３',
      '0xFFFFFFFF80070643',
    ].map(find);
    for (const answer of answers)
      expect(answer).toEqual({ codes: [{ code: '80070643', extend: '', index: 1 }], targets: [1, 2] });
    expect([...spellings('80070643')]).toEqual(['0x80070643', '-2147023293', '2147944003']);
  });

  it('is found in a line of a log and in the words of the Settings app', () => {
    const lines = [
      '2026/11/22 10:01:02.1234567 1234  5678  Agent  *FAILED* [80070643] Install of update {1A2B3C4D-0000-1111-2222-80070422ABCD}',
      'There were some problems installing updates (0x80070643). Try again later.',
      'エラーが発生しました（0x80070643）。',
      '2026-11-22 10:00:00, Error CBS Failed, [HRESULT = 0x80070643 - ERROR_INSTALL_FAILURE]',
      '<Data Name="errorCode">0x80070643</Data>',
      'ResultCode = -2147023293;',
    ];
    for (const line of lines) expect([line, find(line).codes.map(({ code }) => code)]).toEqual([line, ['80070643']]);
  });

  it('is not seen in GUIDs, dates, long numbers and builds', () => {
    const none = [
      '{8B4F3C2D-1111-2222-3333-444455556666}',
      '20261122',
      '18446744073709551615',
      '10.0.26100.4061',
      '4294967296',
    ];
    for (const text of none) expect([text, find(text).codes]).toEqual([text, []]);
  });

  it('that the table lacks is named as such', () => {
    expect(find('0x8007ABCD')).toEqual({ codes: [{ code: '8007ABCD', extend: '', index: null }], targets: [5] });
  });

  it('is meant by one with a wrong, missing or doubled digit, and with letters for digits', () => {
    for (const query of ['0x8007643', '0x8007O643', '0x800706433', '0x80O70643'])
      expect([query, find(query).codes[0]?.code]).toEqual([query, '80070643']);
    expect(find('0x1234567').codes).toEqual([]);
  });

  it('is offered while it is typed, and by its name', () => {
    expect(find('0x8007').codes).toHaveLength(2);
    expect(find('error_install').codes).toMatchObject([{ code: '80070643' }]);
  });
});

describe('a check', () => {
  it('is found by item, id, title, its other language, and what it says', () => {
    expect(find('14').targets).toEqual([1]);
    expect(find('download-cache').targets[0]).toBe(1);
    expect(find('CLOCK').targets).toEqual([0]);
    expect(find('時刻').targets).toEqual([0]);
    expect(find('service disabled').targets).toEqual([2]);
  });

  it('is found by a Japanese sentence that says it in other words', () => {
    expect(find('更新プログラムの検索に失敗する').targets).toEqual([1]);
    expect(find('プリンターが動かない').targets).toEqual([]);
  });

  it('is found however the words around it end, and wherever blanks stand', () => {
    expect(find('時刻がおかしい、日付も').targets).toEqual([0]);
    expect(find('サービスが無効')).toMatchObject({ targets: [3] });
    expect(find('ディスククリーンアップできません').targets).toEqual([4]);
    expect(find('ﾃﾞｨｽｸ ｸﾘｰﾝｱｯﾌﾟ').targets).toEqual([4]);
    expect(find('サーバ').targets).toEqual([4]);
    expect(find('a disabled service, nothing works').targets[0]).toBe(2);
  });

  it('is found before others by the word that tells most', () => {
    // "service" and "disabled" are everywhere, BITS is in one title.
    expect(find('BITS service disabled').targets[0]).toBe(2);
    expect(find('sfc /scannow').targets).toEqual([4]);
  });

  it('is found although a letter is wrong, missing, doubled or swapped', () => {
    for (const query of ['disabeld', 'disablled', 'disbled', 'disahled'])
      expect([query, find(query).targets]).toEqual([query, [2]]);
    expect(find('disposed').targets).toEqual([]);
  });

  it('is found by a symptom however it is written, and by a line that has one among other things', () => {
    for (const query of [
      'stuck at 0 percent',
      '0 %',
      'stuck at 37%',
      'it says that it is undoing changes, for hours now',
    ])
      expect([query, find(query).targets[0]]).toEqual([query, 4]);
    expect(
      find('コンピューターの電源を切らないでください。変更を元に戻しています。しばらくお待ちください').targets[0],
    ).toBe(4);
  });

  it.each([
    ['Download hängt', ['download haengt', 'download hangt', 'DOWNLOAD HÄNGT']],
    ['Größe der Schlüssel', ['groesse der schluessel', 'grosse schlussel']],
    ['Dienst wurde gestartet', ['dienst starten', 'startet der dienst']],
    ['Drucker blockiert', ['blockierte drucker', 'Drucker blockieren']],
    ['Protokoll lesen', ['wo ist das updateprotokoll', 'Protokolldatei']],
    ['Treiberverlauf', ['verlauf der treiber']],
    ['くるくる回る', ['画面がくるくるしてる']],
    ['プリンターが動かない', ['ぷりんたーがうごかない', 'プリンタがうごきません']],
    ['前の状態に戻す', ['もどしたい']],
    ['保存できない', ['保存できへん', '保存できん']],
    ['TLS 1.2', ['tls 1.2 off']],
    ['改ざん', ['改竄された']],
  ])('is found by %s in other spellings, endings and compounds', (symptom, queries) => {
    const known = prepare({
      targets: ['never asked for', '1 / 2 / 0.0.0.0', symptom, 'nothing / else'].map((symptoms, item) => ({
        item,
        id: '',
        title: '',
        names: '',
        symptoms,
        words: '',
      })),
      lastResort: [],
      stop: ['the', 'der', 'des', 'ist', 'das'],
      codes: [],
    });
    for (const query of queries) expect([query, [...search(known, query).targets]]).toEqual([query, [2]]);
  });

  it('is found by a percentage without its sign where a thing stands still, and by no other number', () => {
    for (const query of ['stuck at 0', 'hängt bei 37', '99で止まった', '0のまま動かない'])
      expect([query, find(query).targets[0]]).toEqual([query, 4]);
    expect(find('at 5 o clock').targets).not.toContain(4);
    expect(find('Windows 11 で止まる').targets).not.toContain(4);
  });

  it('comes with the codes that words find', () => {
    expect(find('an installer failed')).toMatchObject({ codes: [{ code: '80070643' }], targets: [1, 2] });
  });

  it('comes behind those of a code where the words of its line name it', () => {
    expect(find('0x80070422 undoing changes').targets).toEqual([2, 4]);
  });

  it('is found although a katakana is wrong, or stands in a longer word', () => {
    expect(find('ディクスクリーンアップ').targets).toEqual([4]);
    expect(find('サーバーエラー').targets).toEqual([4]);
  });

  it('is not found by nothing', () => {
    for (const query of ['', '   ', '。', '()']) expect(find(query)).toEqual({ codes: [], targets: [] });
  });
});

it('answers any text without an error', async () => {
  const { default: fc } = await import('fast-check');
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => void find(query)));
});
