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

  // Blanks between katakana are a matter of taste (ディスク クリーンアップ), and so is the last long vowel (サーバ).
  const fold = (text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/(?<=[\u30a1-\u30fc])[\s\u30fb]+(?=[\u30a1-\u30fc])/g, '')
      .replace(/(?<=[\u30a1-\u30fc]{2})\u30fc(?![\u30a1-\u30fc])/g, '');

  /**
   * The words of a text that tell one from another: words of Latin letters and digits without the usual endings, runs of
   * katakana, and kanji in pairs. Hiragana are mostly endings and particles; a run of four is a word.
   * @returns {Map<string, string>} by term the word that it is of.
   */
  function termsOf(folded) {
    const terms = new Map();
    for (const [run] of folded.matchAll(
      /[a-z0-9][a-z0-9_+%-]*|[\u30a1-\u30fc]{2,}|[\u3400-\u9fff\u3005]+|[\u3041-\u3096]{4,}/g,
    )) {
      if (/^[\u3400-\u9fff]./.test(run)) {
        for (let at = 0; at + 1 < run.length; at++) terms.set(run.slice(at, at + 2), run);
      } else if (!/^[a-z]/.test(run)) terms.set(run, run);
      else if (run.length > 2 && !stop.has(run)) {
        const stem = run.replace(/(?:ies|ing|ed|es|s|e)$/, '');
        terms.set(stem.length > 2 ? stem : run, run);
      }
    }
    return terms;
  }

  const stop = new Set(
    'the and for that this with are was were not but you your can cannot from have has had will what when where why how again still been being its it does did'.split(
      ' ',
    ),
  );

  /** What is looked through, taken apart once. */
  function prepare(data) {
    const entry = (index, ...texts) => ({ index, texts: texts.map((text) => termsOf(fold(text))) });
    const checks = data.checks.map((check, index) => ({
      ...entry(
        index,
        `${check.title} ${check.names} ${check.id.replaceAll('-', ' ')} ${check.id} ${check.symptoms ?? ''}`,
        check.words,
      ),
      item: String(check.item),
    }));
    const codes = data.codes.map(([code, name, meaning, leading], index) => ({
      ...entry(index, name, meaning),
      name: name.toLowerCase(),
      code,
      checks: leading,
    }));
    return {
      checks,
      codes,
      weights: { checks: rarities(checks), codes: rarities(codes) },
      byCode: new Map(data.codes.map(([code], index) => [code, index])),
      byName: new Map(data.codes.map(([code, name]) => [name, code])),
    };
  }

  /** By term: how much it tells. What stands in every other entry tells next to nothing. */
  function rarities(entries) {
    const counts = new Map();
    for (const { texts } of entries) {
      for (const term of new Set(texts.flatMap((terms) => [...terms.keys()])))
        counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    return new Map([...counts].map(([term, count]) => [term, Math.log(1 + entries.length / count) - Math.log(2)]));
  }

  /** The term of a word that is nowhere, as it was to be: one letter more, less, another, or two of them swapped. */
  function corrected([term, word], entries, weights) {
    if (weights.has(term) || !/^[a-z]{5,}$/.test(word)) return term;
    for (const { texts } of entries)
      for (const terms of texts)
        for (const [known, as] of terms) if (isNear(word, as) || isNear(word, known)) return known;
    return term;
  }

  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1 || b.length < 4) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const [left, right] = [a.slice(at), b.slice(at)];
    return (
      left.slice(1) === right.slice(1) ||
      left === right.slice(1) ||
      left.slice(1) === right ||
      (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
    );
  }

  /** Codes of the table that a code with one wrong, missing or doubled digit, or with letters for digits, was to be. */
  function mistyped({ codes }, query) {
    const digits = /^(?:[0o]?x)?([0-9a-foil]{7,9})$/.exec(query)?.[1];
    if (!digits) return [];
    const read = digits.replaceAll('o', '0').replaceAll(/[il]/g, '1').toUpperCase();
    return codes.filter(({ code }) => code === read || isNear(read, code));
  }

  /**
   * @returns {{codes: {code: string, extend: string, index: number|null}[], checks: number[], isWords: boolean|undefined}} codes of the
   *   text, known and unknown, or those whose name or meaning fits its words; checks by place in the data, best first.
   */
  function search(prepared, text) {
    const query = fold(text).trim();
    if (query === '') return { codes: [], checks: [] };
    const told = codesIn(prepared, text).map(({ hresult, extend }) => ({
      code: hresult,
      extend,
      index: prepared.byCode.get(hresult) ?? null,
    }));
    if (told.length > 0) return { codes: told, checks: checksOf(prepared, told) };
    const beginning = /^(?:0x)?([0-9a-f]{4,7})$/.exec(query)?.[1];
    const begun = beginning ? prepared.codes.filter(({ code }) => code.startsWith(beginning.toUpperCase())) : [];
    if (begun.length > 0) return { codes: begun, checks: [] };
    if (/^\d{1,3}$/.test(query)) {
      return { codes: [], checks: prepared.checks.filter(({ item }) => item === query).map(({ index }) => index) };
    }
    const near = mistyped(prepared, query);
    if (near.length > 0) {
      const meant = near.map(({ code, index }) => ({ code, extend: '', index }));
      return { codes: meant, checks: checksOf(prepared, meant) };
    }
    const terms = [...termsOf(query)];
    if (terms.length === 0) return { codes: [], checks: [] };
    const { checks, codes, weights } = prepared;
    const named = /^[a-z]\w*_\w*$/.test(query) ? codes.filter(({ name }) => name.includes(query)) : [];
    return {
      isWords: true,
      codes: named.length > 0 ? named : ranked(codes, terms, weights.codes, 0.6),
      checks: ranked(checks, terms, weights.checks, 0.3).map(({ index }) => index),
    };
  }

  /**
   * Those that most of what the query tells fits, best first. What stands in the first of an entry's texts weighs three times.
   * @param least share of the query that has to be in an entry; words that no entry has do not count.
   */
  function ranked(entries, terms, weights, least) {
    const asked = [...new Set(terms.map((term) => corrected(term, entries, weights)))].filter((term) =>
      weights.has(term),
    );
    const all = asked.reduce((sum, term) => sum + weights.get(term), 0);
    return entries
      .map((entry) => {
        let [met, points] = [0, 0];
        for (const term of asked) {
          const isFirst = entry.texts[0].has(term);
          if (!isFirst && !entry.texts[1].has(term)) continue;
          met += weights.get(term);
          points += weights.get(term) * (isFirst ? 3 : 1);
        }
        return { entry, met, points };
      })
      .filter(({ met }) => met > 0 && met >= all * least)
      .sort((a, b) => b.points - a.points || a.entry.index - b.entry.index)
      .map(({ entry }) => entry);
  }

  function checksOf(prepared, codes) {
    return [...new Set(codes.flatMap(({ index }) => (index === null ? [] : prepared.codes[index].checks)))];
  }

  return { spellings, prepare, search };
})();
