import { html, type Html } from './html.js';
import { link, type PageContext } from './layout.js';
import type { Download } from './site.js';

/** A file to take: its button, where its text can be read, and what it can be held against. */
export function downloadBlock({ say }: PageContext, from: string, download: Download, source: string | null): Html {
  const { name, path, sha256, signed } = download;
  return html`<div class="file">
    <p class="take">
      <a
        class="button"
        href="${link(from, path)}"
        download="${name}"
        aria-label="${say('fileDownload', { Name: name })}"
        >${name}</a
      >
      <span class="size">${say('fileSize', { Size: kilobytes(download) })}</span>
      ${source === null ? null : html`<a class="read" href="${link(from, source)}" aria-label="${say('fileReadName', { Name: name })}">${say('fileRead')}</a>`}
    </p>
    <p class="proof">
      <span class="signed">${say(signed ? 'fileSigned' : 'fileCovered')}</span>
      <span class="hash"><abbr title="SHA-256">SHA-256</abbr> <code class="sha256">${sha256}</code></span>
    </p>
  </div>`;
}

export function kilobytes({ bytes }: Download): string {
  return String(Math.max(1, Math.round(bytes / 1000)));
}

/** Where the text of a script can be read. */
export function sourcePath({ path }: Download): string {
  return `page/source/${path.slice(path.indexOf('/') + 1)}.html`;
}
