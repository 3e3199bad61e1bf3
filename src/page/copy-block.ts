import { html, type Html } from './html.js';
import type { Say } from './words.js';

/** A line to copy: the command, what it does, and a button that scripts bring to life. */
export function commandLine(say: Say, id: string, command: string, does: Html | null): Html {
  // What a line does says more to the ear than the line, unless it has marks of its own, which an attribute cannot hold.
  const what = does && !does.html.includes('<') ? does : html`${command}`;
  return html`<div class="command">
    <pre><code id="${id}">${command}</code></pre>
    ${copyButton(say, id, what)} ${does && html`<p>${does}</p>`}
  </div>`;
}

/** Hidden without scripts, since nothing else can reach the clipboard. */
export function copyButton(say: Say, id: string, what: Html): Html {
  return html`<button type="button" class="copy" data-copy="${id}" aria-label="${say('copyWhat', { What: what })}" hidden>
    ${say('copy')}
  </button>`;
}
