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

  /** Ways to write one word that people and Windows mix. */
  const spelt = [
    [/(\d)\s*(?:percent|prozent|パーセント)/g, '$1%'],
    [/(\d)\s+%/g, '$1%'],
    [/ウィ/g, 'ウイ'],
    [/アプデ/g, 'アップデート'],
    [/出来/g, 'でき'],
    // A percentage goes without its sign where a thing stands still (stuck at 0, 99で止まる).
    [
      /(?<=(?:stuck|stops|stopped|stays|hangs|hung|frozen|hängt|haengt|fest|steht|bleibt)\b.{0,20} (?:at|on|bei|auf) )(\d{1,3})(?![\w%.])/g,
      '$1%',
    ],
    [/(?<![\w.])(\d{1,3})(?=(?:で|のまま)(?:止|とま|動|うご|進|すす|固|かた))/g, '$1%'],
    [/でき(?:ません(?:でした)?|なかった|ず|へん|ん(?!で))/g, 'できない'],
    // Verbs that people leave in kana.
    [/とま(?=[らりるれっん])/g, '止ま'],
    [/うご(?=[かきくけい])/g, '動'],
    [/もど(?=[さしすせそらりるれっ])/g, '戻'],
    [/おわ(?=[らりるっん])/g, '終わ'],
    [/すすま/g, '進ま'],
    [/こわれ/g, '壊れ'],
    [/きえ(?=[なたてる])/g, '消え'],
    [/けし(?=[たて方か])/g, '消し'],
    [/つか(?=[いえわ](?:方|かた|ない|ませ))/g, '使'],
    [/繋が/g, 'つなが'],
    [/無く/g, 'なく'],
    [/竄/g, 'ざん'],
    [/下さい/g, 'ください'],
    [/wi-fi/g, 'wifi'],
    [/windowsupdate(?![\w.])/g, 'windows update'],
    [/([a-z])-(?=\d)/g, '$1'],
  ];

  // Blanks between katakana are a matter of taste (ディスク クリーンアップ), and so is the last long vowel (サーバ).
  const fold = (text) =>
    spelt
      .reduce((folded, [form, one]) => folded.replace(form, one), text.normalize('NFKC').toLowerCase())
      .replace(/(?<=[\u30a1-\u30fc])[\s\u30fb]+(?=[\u30a1-\u30fc])/g, '')
      .replace(/(?<=[\u30a1-\u30fc]{2})\u30fc(?![\u30a1-\u30fc])/g, '');

  /**
   * The words of a text that tell one from another: words of Latin letters and digits without the usual endings, runs of
   * katakana, and kanji in pairs. Hiragana are mostly endings and particles; a run of four is a word. Of a percentage, that
   * it is one tells too.
   * @param {Set<string>} stop words that tell nothing.
   * @returns {Map<string, string>} by term the word that it is of.
   */
  function termsOf(folded, stop) {
    const terms = new Map();
    for (const [run] of folded.matchAll(
      /[a-z0-9\u00df-\u00ff](?:[a-z0-9\u00df-\u00ff_+%-]|\.(?=\d))*|[\u30a1-\u30fc]{2,}|[\u3400-\u9fff\u3005]+|[\u3041-\u3096][\u3041-\u3096\u30fc]{3,}/g,
    )) {
      if (/^[\u3400-\u9fff]./.test(run)) {
        for (let at = 0; at + 1 < run.length; at++) terms.set(run.slice(at, at + 2), run);
      } else if (!/^[a-z\u00df-\u00ff]/.test(run)) {
        terms.set(run, run);
        if (/^[\d.]+%$/.test(run)) terms.set('%', run);
      } else if (run.length > 2) {
        const word = plain(run);
        if (stop.has(word)) continue;
        terms.set(stemOf(word), word);
      }
    }
    return terms;
  }

  /** A word without the usual beginnings and endings. The last letter is doubled by some of them (stops, stopping). */
  function stemOf(word) {
    const stem = word
      .replace(/^(ab|an|auf|aus|ein|fest|herunter|neu|runter|zuruck)ge(?=\w{4})/, '$1')
      .replace(/^ge(\w{3,}?)e?t$/, '$1')
      .replace(/(?:ies|ing|ed|es|en|(?<=ier|[td]e)t|s|e)$/, '')
      .replace(/([b-df-hj-np-tv-z])\1$/, '$1');
    return stem.length > 2 ? stem : word;
  }

  /** A word without the marks of letters, which are also written as an e behind them or left out (hängt, haengt, hangt). */
  function plain(word) {
    return word
      .normalize('NFD')
      .replace(/\u0308|(?<=[aou])e/g, '')
      .replaceAll('\u00df', 'ss');
  }

  /** What is looked through, taken apart once. */
  function prepare(data) {
    const stop = new Set(data.stop);
    const entry = (index, phrases, ...texts) => ({
      index,
      phrases: phrases.map((text) => [...termsOf(fold(text), stop).keys()]).filter(({ length }) => length > 0),
      texts: texts.map((text) => termsOf(fold(text), stop)),
    });
    const targets = data.targets.map((target, index) => ({
      ...entry(
        index,
        [target.title, ...target.symptoms.split(' / ')],
        `${target.title} ${target.names} ${target.id.replaceAll('-', ' ')} ${target.id} ${target.symptoms}`,
        target.words,
      ),
      item: String(target.item),
    }));
    const codes = data.codes.map(([code, name, meaning, leading, symptoms = ''], index) => ({
      ...entry(index, [meaning, ...symptoms.split(' / ')], `${name} ${symptoms}`, meaning),
      name: name.toLowerCase(),
      code,
      targets: leading,
    }));
    return {
      targets,
      codes,
      lastResort: data.lastResort,
      stop,
      words: { targets: vocabulary(targets), codes: vocabulary(codes) },
      byCode: new Map(data.codes.map(([code], index) => [code, index])),
      byName: new Map(data.codes.map(([code, name]) => [name, code])),
    };
  }

  /** By term: how much it tells, and a word that it is of. What stands in every other entry tells next to nothing. */
  function vocabulary(entries) {
    const known = new Map();
    for (const { texts } of entries) {
      const own = new Map(texts.flatMap((terms) => [...terms]));
      for (const [term, word] of own) known.set(term, { word, count: (known.get(term)?.count ?? 0) + 1 });
    }
    return new Map(
      [...known].map(([term, { word, count }]) => [
        term,
        { word, weight: Math.log(1 + entries.length / count) - Math.log(2) },
      ]),
    );
  }

  /**
   * The known terms that a term is taken for: itself; katakana that are in it, or that it is in (アップデートエラー); or the word
   * that it was to be, one letter more, less, another, or two of them swapped.
   */
  function understood([term, word], known) {
    if (known.has(term)) return [term];
    // Who types kana and converts nothing (あっぷでーと), and a word with its ending (くるくるしてる).
    const read = term.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
    if (read !== term)
      return [...known.keys()].filter(
        (each) =>
          /^(?:[\u30a1-\u30fc]{3,}|[\u3041-\u3096]{4,})$/.test(each) && (read.includes(each) || term.includes(each)),
      );
    const isKatakana = /^[\u30a1-\u30fc]{3,}$/.test(term);
    if (isKatakana) {
      const parts = [...known.keys()].filter(
        (each) => /^[\u30a1-\u30fc]{3,}$/.test(each) && (term.includes(each) || each.includes(term)),
      );
      if (parts.length > 0) return parts;
    }
    if (!isKatakana && !/^[a-z]{5,40}$/.test(word)) return [];
    for (const [each, { word: as }] of known) {
      if (Math.abs(as.length - word.length) > 1 && Math.abs(each.length - word.length) > 1) continue;
      if (isNear(word, as) || isNear(word, each)) return [each];
    }
    // German makes one word of two (Updateprotokoll, Virenscanner): what it begins or ends with, or else what begins or ends so.
    const parts = [];
    for (let at = 5; at + 1 < word.length; at++) parts.push(stemOf(word.slice(0, at)), stemOf(word.slice(-at)));
    const has = parts.filter((part) => known.has(part));
    if (has.length > 0) return has;
    return [...known].flatMap(([each, { word: as }]) => (as.startsWith(word) || as.endsWith(word) ? [each] : []));
  }

  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1 || b.length < 4) return false;
    // Most words differ from the start, and a search compares thousands.
    if (a[0] !== b[0] && a[1] !== b[1] && a[0] !== b[1] && a[1] !== b[0]) return false;
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

  /**
   * Codes of the table that a code with one wrong, missing or doubled digit, or with letters for digits, was to be: the query
   * itself, or a word of it that begins as codes do.
   */
  function mistyped({ codes }, query) {
    const digits = /^(?:[0o]?x)?([0-9a-foil]{7,9})$/.exec(query)?.[1] ?? /\b[0o]x([0-9a-foil]{7,9})\b/.exec(query)?.[1];
    if (!digits) return [];
    const read = digits.replaceAll('o', '0').replaceAll(/[il]/g, '1').toUpperCase();
    const meant = codes.filter(({ code }) => code === read);
    return meant.length > 0 ? meant : codes.filter(({ code }) => isNear(read, code));
  }

  /**
   * @returns {{codes: {code: string, extend: string, index: number|null}[], targets: number[], isWords: boolean|undefined}} codes of the
   *   text, known and unknown, or those whose name or meaning fits its words; checks and sections by place in the data, best first.
   */
  function search(prepared, text) {
    const query = fold(text).trim();
    if (query === '') return { codes: [], targets: [] };
    const told = codesIn(prepared, text).map(({ hresult, extend }) => ({
      code: hresult,
      extend,
      index: prepared.byCode.get(hresult) ?? null,
    }));
    if (told.length > 0) return { codes: told, targets: targetsOfLine(prepared, told, query) };
    const beginning = /^(?:0x)?([0-9a-f]{4,7})$/.exec(query)?.[1];
    const begun = beginning ? prepared.codes.filter(({ code }) => code.startsWith(beginning.toUpperCase())) : [];
    if (begun.length > 0) return { codes: begun, targets: [] };
    if (/^\d{1,3}$/.test(query)) {
      return { codes: [], targets: prepared.targets.filter(({ item }) => item === query).map(({ index }) => index) };
    }
    const near = mistyped(prepared, query);
    if (near.length > 0) {
      const meant = near.map(({ code, index }) => ({ code, extend: '', index }));
      return { codes: meant, targets: targetsOf(prepared, meant) };
    }
    const terms = [...termsOf(query, prepared.stop)];
    if (terms.length === 0) return { codes: [], targets: [] };
    const { targets, codes, words } = prepared;
    const named = /^[a-z]\w*_\w*$/.test(query) ? codes.filter(({ name }) => name.includes(query)) : [];
    const fitting = named.length > 0 ? named : ranked(codes, terms, words.codes, 0.6).map(({ entry }) => entry);
    const found = ranked(targets, terms, words.targets, 0.3).map(({ entry }) => entry.index);
    return {
      isWords: true,
      codes: fitting,
      targets: [...new Set([...found, ...targetsOf(prepared, fitting.slice(0, 3))])],
    };
  }

  /** Checks of the codes of a text, in front those that its words name too; then others that it names. */
  function targetsOfLine(prepared, told, query) {
    const words = query.replaceAll(/(?<![\da-z])(?:0x)?[0-9a-f]{8}(?![\da-z])/g, ' ');
    const whole = ranked(prepared.targets, [...termsOf(words, prepared.stop)], prepared.words.targets, 0.3).filter(
      ({ phrase }) => phrase >= 0.8,
    );
    const named = whole.sort((a, b) => b.phrase - a.phrase).map(({ entry }) => entry.index);
    const coded = targetsOf(prepared, told);
    const both = named.filter((index) => coded.includes(index));
    const all = new Set([...both, ...coded.slice(0, 2), ...named, ...coded]);
    return all.size > 0 ? [...all] : [...prepared.lastResort];
  }

  /**
   * Those that most of what the query tells fits, best first. What stands in the first of an entry's texts weighs three times, and
   * a phrase that the query has as a whole counts once more.
   * @param least share of the query that has to be in an entry that has no such phrase; words that no entry has do not count.
   * @returns {{entry: object, phrase: number}[]} with the share of its best phrase that the query has.
   */
  function ranked(entries, terms, known, least) {
    const asked = [...new Set(terms.flatMap((term) => understood(term, known)))];
    const weightOf = (term) => known.get(term)?.weight ?? 0;
    const sumOf = (some) => some.reduce((sum, term) => sum + weightOf(term), 0);
    const all = sumOf(asked);
    const has = new Set(asked);
    const fitting = entries
      .map((entry) => {
        let [met, points] = [0, 0];
        for (const term of asked) {
          const isFirst = entry.texts[0].has(term);
          if (!isFirst && !entry.texts[1].has(term)) continue;
          met += weightOf(term);
          points += weightOf(term) * (isFirst ? 3 : 1);
        }
        let [phrase, more] = [0, 0];
        for (const each of met > 0 ? entry.phrases : []) {
          let own = 0;
          for (const term of each) if (has.has(term)) own += weightOf(term);
          if (own === 0) continue;
          const share = own / (sumOf(each) || 1);
          more = Math.max(more, own * share);
          if (share > phrase && own > 1) phrase = share;
        }
        return { entry, met, phrase, points: points + more * 3 };
      })
      .filter(({ met, phrase }) => met > 0 && (met >= all * least || phrase >= 0.8))
      .sort((a, b) => b.points - a.points || a.entry.index - b.entry.index);
    // What has a fifth of the best one's points shares a word with the query, and no more.
    return fitting.filter(({ points }) => points >= fitting[0].points / 5);
  }

  function targetsOf(prepared, codes) {
    return [...new Set(codes.flatMap(({ index }) => (index === null ? [] : prepared.codes[index].targets)))];
  }

  return { spellings, prepare, search };
})();
