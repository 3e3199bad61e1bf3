import type { HighlighterCore } from 'shiki/core';
import type { Edition } from '../ir/catalog.js';
import { escapeMarkup } from '../bytes/escape-markup.js';
import type { Html } from './html.js';

/** Marks up source text, a piece of HTML for each line, without its line end. */
export type Highlight = (text: string, edition: Edition) => readonly Html[];

/**
 * What tokens can be, as a theme: shiki answers with colours, which stand for the classes of page.css here, since the
 * page's policy takes no inline style.
 */
const classes = ['', 'c', 's', 'k', 'v', 'f', 'n'] as const;
const scopes: Readonly<Record<Exclude<(typeof classes)[number], ''>, readonly string[]>> = {
  c: ['comment', 'punctuation.definition.comment', 'keyword.operator.documentation', 'keyword.command.rem'],
  s: ['string', 'punctuation.definition.string'],
  k: ['keyword.control', 'keyword.other', 'storage', 'keyword.command'],
  v: ['variable', 'punctuation.definition.variable'],
  f: ['support.function', 'entity.name.function', 'entity.name.label'],
  n: ['constant.numeric', 'constant.language', 'support.type', 'storage.type.powershell', 'entity.name.type'],
};
const colorOf = (name: string): string => `#00000${classes.indexOf(name as (typeof classes)[number])}`;
const theme = {
  name: 'classes',
  type: 'light' as const,
  fg: colorOf(''),
  bg: '#ffffff',
  settings: [
    { settings: { foreground: colorOf('') } },
    ...Object.entries(scopes).map(([name, scope]) => ({ scope: [...scope], settings: { foreground: colorOf(name) } })),
  ],
};

const grammars: Readonly<Record<Edition, string>> = { ps1: 'powershell', cmd: 'bat' };

/**
 * Emitted scripts share most of their functions: each distinct one is looked at once. The library is loaded here, since
 * every command imports this file and only a build makes pages.
 */
export async function createHighlight(): Promise<Highlight> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }, { default: batch }, { default: powershell }] =
    await Promise.all([
      import('shiki/core'),
      import('shiki/engine/javascript'),
      import('shiki/langs/bat.mjs'),
      import('shiki/langs/powershell.mjs'),
    ]);
  const engine = createJavaScriptRegexEngine();
  const highlighter = await createHighlighterCore({ themes: [theme], langs: [powershell, batch], engine });
  const known = new Map<string, readonly Html[]>();
  return (text, edition) =>
    chunks(text, edition).flatMap((chunk) => {
      const key = `${edition}\0${chunk}`;
      const lines = known.get(key) ?? linesOf(highlighter, chunk, edition);
      known.set(key, lines);
      return lines;
    });
}

/** Where a function, a label or a signature begins at the first column nothing is open, so text can be cut there. */
const beginnings: Readonly<Record<Edition, RegExp>> = {
  ps1: /\n(?=function |#region |#endregion|# SIG # Begin )/,
  cmd: /\n(?=:[a-z])/,
};

function chunks(text: string, edition: Edition): readonly string[] {
  return text.replace(/\n$/, '').split(beginnings[edition]);
}

function linesOf(highlighter: HighlighterCore, chunk: string, edition: Edition): readonly Html[] {
  if (chunk.startsWith('# SIG # Begin ')) return chunk.split('\n').map((line) => token(line, 'c'));
  // No time limit: shiki gives up on a line after half a second, so a busy machine would get other bytes.
  return highlighter
    .codeToTokensBase(chunk, { lang: grammars[edition], theme: theme.name, tokenizeTimeLimit: 0 })
    .map((tokens) => ({
      html: mergeTokens(tokens)
        .map(({ text, kind }) => token(text, kind).html)
        .join(''),
    }));
}

interface Token {
  readonly text: string;
  readonly kind: string;
}

/** Neighbours of one kind become one; blanks take the kind of what stands before them. */
function mergeTokens(tokens: readonly { readonly content: string; readonly color?: string | undefined }[]): Token[] {
  const merged: Token[] = [];
  for (const { content, color } of tokens) {
    const kind = classes[Number(color?.slice(-1))] ?? '';
    const last = merged.at(-1);
    if (last && (last.kind === kind || content.trim() === '')) {
      merged[merged.length - 1] = { text: last.text + content, kind: last.kind };
    } else merged.push({ text: content, kind });
  }
  return merged;
}

function token(text: string, kind: string): Html {
  const escaped = escapeMarkup(text);
  return { html: kind === '' ? escaped : `<span class="${kind}">${escaped}</span>` };
}
