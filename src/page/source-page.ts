import type { Edition } from '../ir/catalog.js';
import { kilobytes, sourcePath } from './download-block.js';
import { html, type Html } from './html.js';
import { documentHead, homePath, link, type PageContext } from './layout.js';
import type { Download } from './site.js';

/** What colours scripts in the browser, so that a page holds no more than their text. */
export const sourceScript = 'page/source.js';

/** The text of a script for the `<code>` of a `.source`: between tags quotes mean nothing, and a script has many of them. */
export function sourceText(text: string): Html {
  return { html: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') };
}

/**
 * The whole text of one script. It is long and the same in every language, so one page serves them all, and its few words
 * stand there in each.
 */
export function sourcePage(
  contexts: readonly PageContext[],
  download: Download,
  edition: Edition,
  text: string,
): string {
  const path = sourcePath(download);
  const name = path.slice('page/source/'.length, -'.html'.length);
  const back = contexts.map(({ site, language, say }) => {
    const [target, words] = [`${homePath(site, language)}#download`, say('navDownload')];
    return html`<li lang="${language}"><a href="${link(path, target)}" hreflang="${language}">${words}</a></li> `;
  });
  const [first] = contexts;
  const title = html`${name}`;
  return html`${documentHead({ path, title, about: download.path, scripts: [sourceScript] }, 'en', [])}
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
<pre class="source whole" tabindex="0" role="region" aria-label="${name}"><code data-edition="${edition}">${sourceText(text)}</code></pre>
</main>
</body>
</html>
`.html;
}
