// Brings the page to life: search, choosing checks, copying. All of it can be read and downloaded without this.
(function () {
  'use strict';
  const $ = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  const announce = (text) => {
    const place = $('.announce');
    if (place) place.textContent = text;
  };

  /** Some browsers keep no store for file: addresses. */
  function remembered(value) {
    try {
      if (value !== undefined) localStorage.setItem('mendsheet-language', value);
      return localStorage.getItem('mendsheet-language');
    } catch {
      return null;
    }
  }

  // Who comes in by the front door is shown the language chosen before, else the browser's. A link to a page in a
  // language keeps its language.
  function chooseLanguage() {
    for (const a of all('[data-language]')) {
      a.addEventListener('click', () => {
        remembered(a.dataset.language);
        a.hash = location.hash;
      });
    }
    if (!/(?:\/|\/index\.html)$/.test(location.pathname)) return;
    const wanted = remembered() ?? navigator.language;
    const speaks = (tag) => wanted === tag || wanted.startsWith(`${tag}-`);
    if (speaks(document.documentElement.lang)) return;
    const other = all('link[hreflang]').find(({ hreflang }) => speaks(hreflang));
    if (other) location.replace(other.href + location.hash);
  }

  function enableCopying() {
    for (const button of all('button.copy')) {
      button.hidden = false;
      button.addEventListener('click', () => void copyFrom(button));
    }
  }

  async function copyFrom(button) {
    const code = document.getElementById(button.dataset.copy);
    // A browser reads a file's CRLF as LF; what is copied has the file's line ends again.
    const done = await copy(code.textContent.replaceAll('\n', '\r\n'));
    const { copied, copyFailed } = document.body.dataset;
    announce('');
    announce(done ? copied : copyFailed);
    if (!done) return getSelection().selectAllChildren(code);
    const label = button.dataset.label ?? button.textContent;
    button.dataset.label = label;
    button.textContent = copied;
    button.classList.add('done');
    setTimeout(() => {
      button.textContent = label;
      button.classList.remove('done');
    }, 1600);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByEvent(text);
    }
  }

  /** For a plain http: address, where browsers give no clipboard. */
  function copyByEvent(text) {
    let taken = false;
    const give = (event) => {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      taken = true;
    };
    document.addEventListener('copy', give);
    try {
      document.execCommand('copy');
    } finally {
      document.removeEventListener('copy', give);
    }
    return taken;
  }

  function enableSearch() {
    const form = $('form.search');
    const results = $('#results');
    if (!form || !results || typeof mendsheetData === 'undefined') return;
    const input = $('input', form);
    const prepared = mendsheetSearch.prepare(mendsheetData);
    form.hidden = false;
    const show = () => {
      const found = mendsheetSearch.search(prepared, input.value);
      results.hidden = input.value.trim() === '';
      results.replaceChildren(...(results.hidden ? [] : answer(results.dataset, found)));
      return found;
    };
    const remember = () => {
      const { checks, codes } = show();
      announce(
        input.value.trim() === '' ? '' : fill(results.dataset.count, { Checks: checks.length, Codes: codes.length }),
      );
      const hash = input.value.trim() === '' ? '' : `#q=${encodeURIComponent(input.value.trim().slice(0, 300))}`;
      history.replaceState(null, '', hash || location.pathname + location.search);
    };
    let timer;
    input.addEventListener('input', () => {
      show();
      clearTimeout(timer);
      timer = setTimeout(remember, 400);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(timer);
      remember();
      $('a', results)?.focus();
    });
    const fromAddress = () => {
      const query = /^#q=(.+)$/.exec(location.hash)?.[1];
      if (query === undefined) return;
      input.value = decode(query);
      show();
    };
    addEventListener('hashchange', fromAddress);
    fromAddress();
  }

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** What stands below the search field: for words the checks first, since a meaning of a code may only happen to have them. */
  function answer(words, found) {
    const { codes, checks, isWords } = found;
    if (isWords && codes.length > 0 && checks.length > 0)
      return [...answer(words, { codes: [], checks }), ...answer(words, { codes, checks: [] })];
    const shown = codes.slice(0, 8);
    const parts = shown.map((each) => codeCard(words, each));
    if (codes.length > shown.length) {
      const more = make('a', '', fill(words.more, { Count: codes.length - shown.length }));
      more.href = `${words.pages}error-codes.html`;
      parts.push(make('p', 'more', more));
    }
    const isCode = codes.some(({ index }) => index !== null);
    if (checks.length > 0) {
      if (isCode) parts.push(make('p', 'first', words.first));
      parts.push(
        make('ol', 'found', ...checks.slice(0, 12).map((index) => checkLine(words, mendsheetData.checks[index]))),
      );
    } else if (codes.length === 0) parts.push(make('p', '', words.nothing));
    return parts;
  }

  function codeCard(words, { code, extend, index }) {
    const [name, meaning, checks] = index === null ? ['', '', []] : mendsheetData.codes[index].slice(1);
    const [hex, ...others] = mendsheetSearch.spellings(code);
    const head = make('p', 'code-head');
    const link = make('a', '', make('code', '', hex));
    link.href = `${words.pages}error-codes.html#${hex}`;
    head.append(index === null ? make('code', '', hex) : link, ' ', make('span', 'symbol', name));
    const card = make('div', 'code-card', head);
    card.append(make('p', '', index === null ? words.unknown : meaning));
    if (extend) card.append(make('p', '', fill(words.phase, partsOf(extend))));
    if (index === null) card.append(make('p', 'hint', decoded(words, code)));
    if (index !== null && checks.length === 0) card.append(make('p', 'hint', words.noCheck));
    card.append(make('p', 'spellings', others.join(' \u00b7 ')));
    return card;
  }

  /** What the two parts of a code of Windows Setup mean; the numbers themselves where the table lacks them. */
  function partsOf(extend) {
    const meaning = (part) => mendsheetData.parts[part] ?? part;
    return { Phase: meaning(extend[0]), Operation: meaning(extend.slice(3)) };
  }

  function decoded(words, code) {
    const { facility, win32, ntstatus } = mendsheetCodes.decodeCode(code);
    if (ntstatus !== null) return fill(words.wraps, { Error: `NTSTATUS ${ntstatus}` });
    if (win32 !== null) return fill(words.wraps, { Error: `Win32 ${win32}` });
    return fill(words.decoded, { Facility: facility });
  }

  function checkLine(words, check) {
    const link = make('a', '', check.title);
    link.href = words.pages + check.page;
    const line = make('li', '', make('span', 'number', String(check.item)), ' ', link);
    if (check.repairs) line.append(' ', make('span', 'does', words.repairs));
    return line;
  }

  function enableChoosing() {
    const panel = $('.chosen');
    if (!panel) return;
    const boxes = all('.checks input');
    for (const box of boxes) {
      box.hidden = false;
      box.addEventListener('change', () => update());
    }
    const update = () => {
      const chosen = boxes.filter((box) => box.checked);
      panel.hidden = chosen.length === 0;
      $('.chosen-count', panel).textContent = fill(panel.dataset.count, { Count: chosen.length });
      $('.chosen-link', panel).hash = `check=${chosen.map((box) => box.value).join(',')}`;
      for (const block of all('.chosen-command', panel)) {
        const { file, phase } = block.dataset;
        const ids = chosen.filter((box) => box.dataset.in.split(' ').includes(file)).map((box) => box.value);
        block.hidden = ids.length === 0;
        $('code', block).textContent = commandFor(file, phase, ids);
      }
      const cmd = $('.chosen-cmd', panel);
      cmd.hidden = all('.chosen-command', cmd).every((block) => block.hidden);
    };
    $('[data-clear]', panel).addEventListener('click', () => {
      for (const box of boxes) box.checked = false;
      update();
      $('#checks-heading').scrollIntoView();
      boxes[0]?.focus();
    });
    const fromAddress = () => {
      const ids = /^#check=([\w,-]+)$/.exec(location.hash)?.[1]?.split(',');
      if (!ids) return;
      for (const box of boxes) box.checked = ids.includes(box.value);
      update();
      $('#checks').scrollIntoView({ behavior: 'instant' });
    };
    addEventListener('hashchange', fromAddress);
    // A browser that goes back fills in what was chosen.
    update();
    fromAddress();
  }

  function commandFor(file, phase, ids) {
    if (file.endsWith('.cmd')) return `${file} /check ${ids.join(' ')}${phase === 'repair' ? ' /whatif' : ''}`;
    return `.\\${file} -Check ${ids.join(', ')}${phase === 'repair' ? ' -WhatIf' : ''}`;
  }

  /** A click on the number of a line makes the address point to it. */
  function enableLineLinks() {
    $('.whole')?.addEventListener('click', (event) => {
      const line = event.target.closest('.line');
      if (line && event.clientX - line.getBoundingClientRect().left < 56) location.hash = line.id;
    });
  }

  chooseLanguage();
  enableCopying();
  enableSearch();
  enableChoosing();
  enableLineLinks();
})();
