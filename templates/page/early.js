// Before anything is shown: makes room for what only scripts bring to life, and leads who comes in by the front door to the language
// chosen before, else the browser's. A link to a page in a language keeps its language.
(function () {
  'use strict';
  document.documentElement.classList.add('scripted');
  if (!/(?:\/|\/index\.html)$/.test(location.pathname)) return;
  let wanted = navigator.language;
  try {
    wanted = localStorage.getItem('mendsheet-language') ?? wanted;
  } catch {
    // Some browsers keep no store for file: addresses.
  }
  const speaks = (tag) => wanted === tag || wanted.startsWith(`${tag}-`);
  if (speaks(document.documentElement.lang)) return;
  const other = [...document.querySelectorAll('link[hreflang]')].find(({ hreflang }) => speaks(hreflang));
  if (other) location.replace(new URL(other.dataset.path, location.href).href + location.hash);
})();
