// Finds checks and error codes in what a person typed or pasted. No element of the page is touched here.
var mendsheetSearch = (function () {
  'use strict';

  /** The other spellings of a code. */
  function spellings(code) {
    const value = parseInt(code, 16);
    return [`0x${code}`, String(value | 0), String(value)];
  }

  /** The codes of a text, in order, each once. */
  function codesIn({ byCode, byName }, text) {
    return mendsheetCodes.readCodes(
      text,
      (hresult) => byCode.has(hresult),
      (name) => byName.get(name) ?? '',
    );
  }

  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const isJapanese = (text) => /[\u3040-\u30ff\u3400-\u9fff]/.test(text);

  /** What is looked through, folded once. */
  function prepare(data) {
    return {
      checks: data.checks.map((check, index) => ({
        index,
        item: String(check.item),
        title: fold(`${check.title} ${check.names} ${check.id}`),
        words: fold(check.words),
      })),
      codes: data.codes.map(([code, name, meaning, checks], index) => ({
        index,
        code,
        checks,
        text: fold(`${name} ${meaning}`),
      })),
      byCode: new Map(data.codes.map(([code], index) => [code, index])),
      byName: new Map(data.codes.map(([code, name]) => [name, code])),
    };
  }

  /** Words of a query; Japanese, which has no blanks, in pairs of characters. */
  function wordsOf(query) {
    return query
      .split(/[\s,.;:!?"'`()[\]{}<>=|\u3001\u3002\u300c\u300d\u30fb]+/)
      .filter((word) => word.length > 1)
      .map((word) => ({ word, pairs: isJapanese(word) ? pairsOf(word) : [] }));
  }

  function pairsOf(word) {
    return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
  }

  /** How much of a word a text has: 1 for all of it, the share of its pairs where most of them are there, else 0. */
  function fit({ word, pairs }, text) {
    if (text.includes(word)) return 1;
    const share = pairs.filter((pair) => text.includes(pair)).length / Math.max(2, pairs.length);
    return share >= 0.6 ? share : 0;
  }

  /**
   * @returns {{codes: {code: string, extend: string, index: number|null}[], checks: number[]}} codes of the text, known and unknown, or
   *   those whose name or meaning fits; checks by place in the data, best first.
   */
  function search(prepared, text) {
    const query = fold(text).trim();
    if (query === '') return { codes: [], checks: [] };
    const named = codesIn(prepared, text).map(({ hresult, extend }) => ({
      code: hresult,
      extend,
      index: prepared.byCode.get(hresult) ?? null,
    }));
    if (named.length > 0) return { codes: named, checks: checksOf(prepared, named) };
    const beginning = /^(?:0x)?([0-9a-f]{4,7})$/.exec(query)?.[1];
    const begun = beginning ? prepared.codes.filter(({ code }) => code.startsWith(beginning.toUpperCase())) : [];
    if (begun.length > 0) return { codes: begun, checks: [] };
    if (/^\d{1,3}$/.test(query)) {
      return { codes: [], checks: prepared.checks.filter(({ item }) => item === query).map(({ index }) => index) };
    }
    const words = wordsOf(query);
    if (words.length === 0) return { codes: [], checks: [] };
    return {
      codes: ranked(prepared.codes, words, ({ text }) => [text]),
      checks: ranked(prepared.checks, words, ({ title, words }) => [title, words]).map(({ index }) => index),
    };
  }

  /** Those that most words fit, best first. What stands in the first of an entry's texts weighs three times. */
  function ranked(entries, words, textsOf) {
    return entries
      .map((entry) => {
        const fits = words.map((word) => textsOf(entry).map((text) => fit(word, text)));
        const met = fits.reduce((sum, each) => sum + Math.max(...each), 0);
        const points = fits.reduce((sum, each) => sum + Math.max(each[0] * 3, ...each), 0);
        return { entry, met, points };
      })
      .filter(({ met }) => met >= words.length * 0.6)
      .sort((a, b) => b.points - a.points || a.entry.index - b.entry.index)
      .map(({ entry }) => entry);
  }

  function checksOf(prepared, codes) {
    return [...new Set(codes.flatMap(({ index }) => (index === null ? [] : prepared.codes[index].checks)))];
  }

  return { spellings, prepare, search };
})();
