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
  const spoken = make('p', 'announce');
  spoken.setAttribute('role', 'status');
  document.body.append(spoken);
  const announce = (text) => {
    spoken.textContent = text;
  };

  /** Some browsers keep no store for file: addresses. */
  function remembered(name, value) {
    try {
      if (value !== undefined) localStorage.setItem(`mendsheet-${name}`, value);
      return localStorage.getItem(`mendsheet-${name}`);
    } catch {
      return null;
    }
  }

  function rememberLanguage() {
    for (const a of all('.languages a')) {
      a.addEventListener('click', () => {
        remembered('language', a.hreflang);
        a.hash = location.hash;
      });
    }
  }

  /** A button beside each line and script to copy, which says to the ear what it copies. */
  function enableCopying() {
    for (const place of all('.command, .chosen-command, .snippet')) {
      // A snippet that cannot be unpacked has its file alone.
      if (place.matches('.snippet') && typeof DecompressionStream === 'undefined') continue;
      const code = $('code', place);
      const button = make('button', 'copy', mendsheetWords.copy);
      button.type = 'button';
      const what = $('p', place)?.textContent ?? $('pre', place).getAttribute('aria-label');
      button.setAttribute('aria-label', fill(mendsheetWords.copyWhat, { What: what }));
      button.addEventListener('click', () => void copyFrom(code, button));
      const caption = $('figcaption', place);
      if (caption) caption.append(button);
      else $('pre', place).after(button);
    }
  }

  async function copyFrom(code, button) {
    // A browser reads a file's CRLF as LF; what is copied has the file's line ends again.
    const done = await copy(code.textContent.replaceAll('\n', '\r\n'));
    const { copied, copyFailed } = mendsheetWords;
    announce('');
    announce(done ? copied : copyFailed);
    if (!done) return getSelection().selectAllChildren(code);
    button.textContent = copied;
    button.classList.add('done');
    setTimeout(() => {
      button.textContent = mendsheetWords.copy;
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
    let prepared;
    form.hidden = false;
    const show = () => {
      // Taken apart for the first search: who reads on does not wait for it.
      prepared ??= mendsheetSearch.prepare(mendsheetData);
      const found = mendsheetSearch.search(prepared, input.value);
      results.hidden = input.value.trim() === '';
      results.replaceChildren(...(results.hidden ? [] : answer(results.dataset, found)));
      return found;
    };
    const remember = () => {
      const { targets, codes } = show();
      const checks = targets.filter((index) => mendsheetData.targets[index].item > 0);
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
      const query = /^#(?:q=(.+)|((?:0x)?[0-9a-f]{8}))$/i.exec(location.hash);
      if (query === null) return;
      input.value = decode(query[1] ?? query[2]);
      show();
      input.focus();
    };
    addEventListener('hashchange', fromAddress);
    fromAddress();
  }

  /** The list of all codes: what does not have the typed text is left out, and an address may name a code in any case. */
  function enableFilter() {
    const input = $('#filter');
    if (!input) return;
    input.form.hidden = false;
    const lines = all('#code-list li').map((line) => [line, line.textContent.toLowerCase()]);
    input.form.addEventListener('submit', (event) => event.preventDefault());
    input.addEventListener('input', () => {
      const text = input.value.normalize('NFKC').trim().toLowerCase();
      for (const [line, own] of lines) line.hidden = !own.includes(text);
    });
    const fromAddress = () => {
      const code = /^#(?:0x)?([0-9a-f]{8})$/i.exec(location.hash)?.[1]?.toUpperCase();
      const wanted = code && document.getElementById(`0x${code}`);
      if (wanted && location.hash !== `#${wanted.id}`) location.replace(`#${wanted.id}`);
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
    const { codes, targets, isWords } = found;
    if (isWords && codes.length > 0 && targets.length > 0)
      return [...answer(words, { codes: [], targets }), ...answer(words, { codes, targets: [] })];
    const shown = codes.slice(0, 8);
    const parts = shown.map((each) => codeCard(words, each));
    if (codes.length > shown.length) {
      const more = make('a', '', fill(words.more, { Count: codes.length - shown.length }));
      more.href = words.codes;
      parts.push(make('p', 'more', more));
    }
    const isCode = codes.some(({ index }) => index !== null);
    const isNothing = targets.length === 0 && codes.length === 0;
    if (isNothing) parts.push(make('p', '', words.nothing));
    const lines = isNothing ? mendsheetData.lastResort : targets.slice(0, 12);
    if (lines.length > 0) {
      if (isCode) parts.push(make('p', 'first', words.first));
      parts.push(make('ol', 'found', ...lines.map((index) => targetLine(words, mendsheetData.targets[index]))));
    }
    return parts;
  }

  function codeCard(words, { code, extend, index }) {
    const [name, meaning, leading] = index === null ? ['', '', []] : mendsheetData.codes[index].slice(1);
    const [hex, ...others] = mendsheetSearch.spellings(code);
    const head = make('p', 'code-head');
    const link = make('a', '', make('code', '', hex));
    link.href = words.codes.replace(/[^/]*$/, `codes/${hex.toLowerCase()}.html`);
    head.append(index === null ? make('code', '', hex) : link, ' ', make('span', 'symbol', name));
    const card = make('div', 'code-card', head);
    card.append(make('p', '', index === null ? words.unknown : meaning));
    if (extend) card.append(make('p', '', fill(words.phase, partsOf(extend))));
    if (index === null) card.append(make('p', 'hint', decoded(words, code)));
    if (index !== null && leading.length === 0) card.append(make('p', 'hint', words.noCheck));
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

  function targetLine(words, target) {
    const link = make('a', '', target.title);
    // Each visitor loads the targets: what number and id say stands there once.
    link.href = target.to ?? `${mendsheetData.pages}${target.item}-${target.id}.html`;
    const line = make('li', '', make('span', 'number', target.item > 0 ? String(target.item) : '?'), ' ', link);
    if (target.repairs) line.append(' ', make('span', 'does', words.repairs));
    return line;
  }

  /** Makes tabs of sections that say the same in several ways. What a visitor chose stays chosen on other pages. */
  function enableTabs() {
    all('.tabs').forEach((group, place) => {
      const panels = all('.tab', group);
      if (panels.length < 2) return;
      const list = make('div', 'tab-list');
      list.setAttribute('role', 'tablist');
      const buttons = panels.map((panel, at) => {
        const heading = $('h3', panel);
        const button = make('button', '', heading.textContent);
        heading.hidden = true;
        button.type = 'button';
        button.id = `tab-${place}-${at}`;
        panel.id = `panel-${place}-${at}`;
        button.setAttribute('role', 'tab');
        button.setAttribute('aria-controls', panel.id);
        panel.setAttribute('role', 'tabpanel');
        panel.setAttribute('aria-labelledby', button.id);
        button.addEventListener('click', () => {
          remembered('tab', String(at));
          show(at);
        });
        return button;
      });
      const show = (chosen) => {
        buttons.forEach((button, at) => {
          button.setAttribute('aria-selected', String(at === chosen));
          button.tabIndex = at === chosen ? 0 : -1;
          panels[at].hidden = at !== chosen;
        });
      };
      list.addEventListener('keydown', ({ key }) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
        if (!step) return;
        const next = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
        buttons[next].click();
        buttons[next].focus();
      });
      list.append(...buttons);
      group.prepend(list);
      show(Math.min(Number(remembered('tab') ?? 0) || 0, panels.length - 1));
    });
  }

  function enableChoosing() {
    const [bar, panel] = [$('.chosen-bar'), $('.chosen')];
    if (!panel) return;
    const boxes = all('.checks input');
    for (const box of boxes) {
      box.hidden = false;
      box.addEventListener('change', () => update());
    }
    const update = () => {
      const chosen = boxes.filter((box) => box.checked);
      panel.hidden = bar.hidden = chosen.length === 0;
      $('.chosen-count', bar).textContent = fill(bar.dataset.count, { Count: chosen.length });
      $('.chosen-link', bar).hash = `check=${chosen.map((box) => box.value).join(',')}`;
      for (const block of all('.chosen-command', panel)) {
        const { file, phase } = block.dataset;
        const ids = chosen.filter((box) => box.dataset.in.split(' ').includes(file)).map((box) => box.value);
        block.hidden = ids.length === 0;
        $('code', block).replaceChildren(...wholeWords(commandFor(file, phase, ids)));
      }
      const cmd = $('.chosen-cmd', panel);
      cmd.hidden = all('.chosen-command', cmd).every((block) => block.hidden);
    };
    $('[data-clear]', bar).addEventListener('click', () => {
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

  /** Browsers break lines behind hyphens, and "-" at the end of a line is no option: words with one stay whole where there is room. */
  function wholeWords(command) {
    return command.split(/( )/).map((word) => (word.includes('-') ? make('span', '', word) : word));
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

  for (const code of all('.command code')) code.replaceChildren(...wholeWords(code.textContent));
  rememberLanguage();
  enableCopying();
  enableTabs();
  enableSearch();
  enableFilter();
  enableChoosing();
  enableLineLinks();
})();
