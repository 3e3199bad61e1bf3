import type { Language } from './windows.js';

/**
 * What programs say around the numbers that scripts read, with %1 for a number, a path or a name. German: w32tm and sc as recorded on
 * a German PC. The Japanese words are ours, since no script may read one; in code page 437 the second byte of a kanji or kana
 * becomes a letter, or one of \\ ^ | { } @, which cmd.exe must never meet outside quotation marks.
 */
const words: Readonly<Record<Language, Readonly<Record<Sentence, string>>>> = {
  de: {
    notInstalled: '[SC] OpenService FEHLER 1060:\n\nDer angegebene Dienst ist kein installierter Dienst.\n',
    noSuchFile: 'Fehler:  Das System kann die angegebene Datei nicht finden.\n',
    time: 'time.windows.com wird verfolgt [192.0.2.1:123].\n1 Proben werden gesammelt.\nEs ist 24.09.2026 19:23:06.\n19:23:06, %1s\n',
    folder:
      ' Volume in Laufwerk C: hat keine Bezeichnung.\n\n01.02.2026  10:00    <DIR>          Windows\n               0 Datei(en),              0 Bytes\n               4 Verzeichnis(se), %1 Bytes frei\n',
    title: 'Anwendungsidentit\u00e4t: ein Dienst',
  },
  ja: {
    notInstalled:
      '[SC] OpenService \u5931\u6557 1060:\n\n\u6307\u5b9a\u3055\u308c\u305f\u30b5\u30fc\u30d3\u30b9\u306f\u3042\u308a\u307e\u305b\u3093\u3002\n',
    noSuchFile: '\u30a8\u30e9\u30fc:  \u30d5\u30a1\u30a4\u30eb\u304c\u898b\u3064\u304b\u308a\u307e\u305b\u3093\u3002\n',
    time: 'time.windows.com [192.0.2.1:123] \u3092\u8ffd\u8de1\u4e2d\u3067\u3059\u3002\n1 \u500b\u306e\u30b5\u30f3\u30d7\u30eb\u3002\n\u73fe\u5728\u306f 2026/09/24 19:23:06 \u3067\u3059\u3002\n19:23:06, %1s\n',
    folder:
      ' \u30c9\u30e9\u30a4\u30d6 C \u306e\u30dc\u30ea\u30e5\u30fc\u30e0\u306b\u306f\u30e9\u30d9\u30eb\u304c\u3042\u308a\u307e\u305b\u3093\u3002\n\n2026/02/01  10:00    <DIR>          Windows\n               0 \u500b\u306e\u30d5\u30a1\u30a4\u30eb                   0 \u30d0\u30a4\u30c8\n               4 \u500b\u306e\u30c7\u30a3\u30ec\u30af\u30c8\u30ea  %1 \u30d0\u30a4\u30c8\u306e\u7a7a\u304d\u9818\u57df\n',
    title: '\u30a2\u30d7\u30ea\uff1a\u30b5\u30fc\u30d3\u30b9: \u8868\u793a\u540d',
  },
  'ja read as 437': {
    notInstalled: '[SC] OpenService \u00c4\u00b8\u00f6s 1060:\n\n\u00e2|\u00e2\\%^&\u00f2\\(!)\u00e2"\u00e9B\n',
    noSuchFile: '\u00e2G\u00e2\u00eb\u00e2|[:  \u00e2t\u00e2@\u00e2C\u00e2\u00ef\u00aa^\u00e9B\n',
    time: 'time.windows.com [192.0.2.1:123] \u00e9\u2261\u00c6\u00d4|\u00e9B\n1 \u00ee\u00c2^\u00e2T\u00e2\u00f4\u00e2v\u00e2\u00ef\u00e9B\n\u00ee\u2557\u00ec\u2593% 2026/09/24 19:23:06 \u00e9\u253c!\n19:23:06, %1s\n',
    folder:
      ' \u00e2h\u00e2\u00e8\u00e2C\u00e2u C \u00e9\u2560\u00e2{\u00e2\u00ea|\u00e2\u00c7\u00e9B\n\n2026/02/01  10:00    <DIR>          Windows\n               0 \u00ee\u00c2\u00e9\u2560\u00e2t^                   0 \u00e2o\u00e2C\u00e2g\n               4 \u00ee\u00c2\u00e9\u2560\u00e2f|\u00e2B  %1 \u00e2o\u00e2C\u00e2g&\u00e9\u2560\u00ef\u2557\n',
    title: '\u00e2A\u00e2v|\u00e2\u00e8: \u00f2\\\u00ee\u00aa%^!',
  },
};

export type Sentence = 'notInstalled' | 'noSuchFile' | 'time' | 'folder' | 'title';

/** A sentence of a program of this Windows. */
export function said(language: Language, sentence: Sentence, value = ''): string {
  return words[language][sentence].replace('%1', () => value);
}
