import { html, type Html } from './html.js';

/** The same in several ways, of which a reader takes one: sections with headings, which page.js makes tabs of. */
export function tabs(panels: readonly { readonly label: Html; readonly body: Html }[]): Html {
  return html`<div class="tabs">
    ${panels.map(
      ({ label, body }) =>
        html`<section class="tab">
          <h3>${label}</h3>
          ${body}
        </section> `,
    )}
  </div>`;
}
