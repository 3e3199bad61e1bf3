import { html, type Html } from './html.js';

/** A line to copy: the command and what it does. Scripts put a button beside it, since nothing else can reach the clipboard. */
export function commandLine(command: string, does: Html | null): Html {
  return html`<div class="command">
    <pre><code>${command}</code></pre>
    ${does && html`<p>${does}</p>`}
  </div>`;
}
