// What the search of the download page costs, in this process: the same script, without a browser around it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

const queries = [
  '0x80070643',
  'clock',
  'the update fails to download',
  '更新プログラムの検索に失敗する',
  'error 2147944003 in line',
  'widnows updtae cannnot conect to servver',
  'アップデトサーバーエラーでディクスがいっぱい',
  'Updateverlaufsprotokoll Festplattenspeicherbelegung Netzwerkadaptereinstellung haengt rückgaengig',
  'うぃんどうずあっぷでーとがくるくるしておわらない',
  'x'.repeat(4000),
  '更新プログラムを構成できませんでした。変更を元に戻しています。'.repeat(100),
];

/**
 * Milliseconds of the slowest of some queries, over a page's own data and over as much as 1,000 checks would have.
 * @param dist a build that has the page.
 */
export function measureSearch(dist) {
  const script = ['codes', 'search'].map((name) => readFileSync(join(dist, `page/${name}.js`), 'utf8')).join('');
  return ['en', 'ja', 'de'].map((language) => {
    const text = readFileSync(join(dist, 'page', language, 'search-data.js'), 'utf8');
    const { search, data } = runInNewContext(`${text}${script}; ({ search: mendsheetSearch, data: mendsheetData })`);
    const many = Array.from({ length: 1000 }, (_, index) => {
      const target = data.targets[index % data.targets.length];
      return { ...target, id: `${target.id}-${index}`, item: index, title: `${target.title} ${index}` };
    });
    const codes = Array.from({ length: 600 }, (_, index) => data.codes[index] ?? data.codes[index - data.codes.length]);
    return {
      language,
      checks: data.targets.filter(({ item }) => item > 0).length,
      codes: data.codes.length,
      own: slowest(search, data),
      thousand: slowest(search, { ...data, targets: many, codes }),
    };
  });
}

function slowest(search, data) {
  const prepared = search.prepare(data);
  const taken = queries.map((query) => {
    const times = Array.from({ length: 7 }, () => {
      const started = performance.now();
      search.search(prepared, query);
      return performance.now() - started;
    });
    return times.sort((a, b) => a - b)[3];
  });
  return Math.max(...taken);
}

/** Compressed bytes of what a browser asks for at first. */
export function firstLoad(dist, home, language) {
  const files = [
    home,
    'page/page.css',
    'page/page.js',
    'page/codes.js',
    'page/search.js',
    `page/${language}/search-data.js`,
  ];
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
}
