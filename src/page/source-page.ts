import { deflateSync } from 'fflate';
import type { Edition } from '../ir/catalog.js';
import { kilobytes, sourceName, sourcePath } from './download-block.js';
import { html, type Html } from './html.js';
import { documentHead, homePath, link, type PageContext } from './layout.js';
import type { Download } from './site.js';

/** What unpacks and colours scripts in the browser, behind a file of their texts. */
export const sourceScript = 'page/source.js';

/** The file with the texts of scripts that pages show under a name: "page/source/diagnose.ps1.js". */
export function textsPath(name: string): string {
  return `page/source/${name}.js`;
}

/**
 * Texts of scripts for source.js, by the id of the `<code>` that shows them: `var mendsheetTexts = { ... }`. Packed, since all pages
 * of all languages show some, and they are most of what a page would hold: raw DEFLATE, as browsers unpack it, in Base64.
 */
export function packedTexts(texts: Readonly<Record<string, string>>): string {
  const packed = Object.entries(texts).map(([id, text]) => {
    const bytes = deflateSync(new TextEncoder().encode(text), { level: 9 });
    return [id, Buffer.from(bytes).toString('base64')] as const;
  });
  return `var mendsheetTexts = ${JSON.stringify(Object.fromEntries(packed))};\n`;
}

/** Where source.js puts a text. Without scripts it stays hidden, and the file itself is what there is to read. */
export function sourceBlock(id: string, name: string, edition: Edition, className = 'source'): Html {
  return html`<pre class="${className}" tabindex="0" role="region" aria-label="${name}" hidden><code id="${id}" data-edition="${edition}"></code></pre>`;
}

/** The id under which a page of a script shows it. */
export const wholeText = 'whole';

/**
 * The whole text of one script. It is long and the same in every language, so one page serves them all, and its few words
 * stand there in each.
 */
export function sourcePage(contexts: readonly PageContext[], download: Download, edition: Edition): string {
  const path = sourcePath(download);
  const name = sourceName(download);
  const back = contexts.map(({ site, language, say }) => {
    const [target, words] = [`${homePath(site, language)}#download`, say('navDownload')];
    return html`<li lang="${language}"><a href="${link(path, target)}" hreflang="${language}">${words}</a></li> `;
  });
  const [first] = contexts;
  const title = html`${name}`;
  return html`${documentHead({ path, title, about: download.path, scripts: [textsPath(name), sourceScript] }, 'en', [])}
<body class="reading">
<header class="bar">
<a class="brand" href="${link(path, 'index.html')}">${first?.site.catalog.title.en ?? ''}</a>
<nav><ul>
${back}</ul></nav>
</header>
<main id="main">
<h1 class="file-name">${name}</h1>
<p class="proof"><a class="button" href="${link(path, download.path)}" download="${download.name}">${download.name}</a>
<span class="size">${kilobytes(download)} KB</span> <span class="hash"><span>SHA-256</span> <code class="sha256">${download.sha256}</code></span></p>
${sourceBlock(wholeText, name, edition, 'source whole')}
</main>
</body>
</html>
`.html;
}
