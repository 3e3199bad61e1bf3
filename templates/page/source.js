// Unpacks the texts of scripts, colours them and numbers their lines.
var mendsheetSource = (function () {
  'use strict';
  /** What a piece of text can be, by the class that page.css has for it: the first that fits at a place is it. */
  const kinds = {
    ps1: {
      c: /<#[^]*?#>|#[^\n]*/,
      s: /@'\n[^]*?\n'@|@"\n[^]*?\n"@|'(?:[^']|'')*'|"(?:[^"`]|""|`[^])*"/,
      v: /\$(?:\{[^}\n]*\}|(?:\w+:)?\w+|[$?^])/,
      f: /\b[A-Z][a-z]+-[A-Z]\w+/,
      k: /\b(?:begin|break|catch|continue|do|else|elseif|end|exit|filter|finally|for|foreach|function|if|in|param|process|return|switch|throw|trap|try|until|while)\b(?!-)/,
      n: /\[[A-Za-z_][\w.]*(?:\[\])?\]|\b(?:0x[0-9a-f]+|\d+)\b/,
    },
    cmd: {
      c: /(?<=^|\n)[ \t]*(?:@?rem\b|::)[^\n]*/,
      s: /"[^"\n]*"/,
      v: /%~?\w+%?|%%~?\w+|![\w:~,=-]+!/,
      f: /(?<=^|\n)[ \t]*:\w+/,
      k: /\b(?:call|cd|do|echo|else|endlocal|exit|for|goto|if|in|not|set|setlocal|shift)\b/,
      n: /\b\d+\b/,
    },
  };

  /**
   * The pieces of a text, in order; together they are the text.
   * @param {'ps1' | 'cmd'} edition
   * @returns {{text: string, kind: string}[]} with an empty kind for what is none of them.
   */
  function pieces(text, edition) {
    const all = Object.entries(kinds[edition]).map(([kind, { source }]) => `(?<${kind}>${source})`);
    const found = [];
    let from = 0;
    for (const match of text.matchAll(new RegExp(all.join('|'), edition === 'cmd' ? 'gi' : 'g'))) {
      if (match.index > from) found.push({ text: text.slice(from, match.index), kind: '' });
      found.push({ text: match[0], kind: Object.keys(match.groups).find((kind) => match.groups[kind] !== undefined) });
      from = match.index + match[0].length;
    }
    if (from < text.length) found.push({ text: text.slice(from), kind: '' });
    return found;
  }

  /** Puts a span for each line in place of the text, whose numbers come from the style sheet: copied text has none. */
  function mark(code) {
    const isWhole = code.closest('.whole') !== null;
    const lines = document.createDocumentFragment();
    let line;
    const begin = () => {
      line = document.createElement('span');
      line.className = 'line';
      if (isWhole) line.id = `L${lines.childElementCount + 1}`;
      lines.append(line);
    };
    begin();
    for (const { text, kind } of pieces(code.textContent, code.dataset.edition)) {
      for (const [index, part] of text.split('\n').entries()) {
        if (index > 0) {
          lines.append('\n');
          begin();
        }
        if (part === '') continue;
        const span = kind === '' ? null : document.createElement('span');
        if (span) {
          span.className = kind;
          span.textContent = part;
        }
        line.append(span ?? part);
      }
    }
    // A text that ends with its last line has no empty one behind it.
    if (line.textContent === '') line.remove();
    code.replaceChildren(lines);
  }

  /** The text of raw DEFLATE in Base64. */
  function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
  }

  async function show() {
    for (const code of document.querySelectorAll('.source code')) {
      code.textContent = await unpack(mendsheetTexts[code.id]);
      mark(code);
      code.parentElement.hidden = false;
    }
    // The line of the address was not there when the browser looked for it.
    if (/^#L\d+$/.test(location.hash)) location.replace(location.hash);
  }

  // An old browser that unpacks nothing has the files to read.
  if (typeof document !== 'undefined' && typeof DecompressionStream !== 'undefined') void show();
  return { pieces };
})();
