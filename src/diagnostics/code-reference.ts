import { codes } from './codes.js';
import type { CodeEntry } from './codes/entry.js';
import { anchorOf } from './reporters.js';

const heading = `# Diagnostics

<!-- Generated from src/diagnostics/codes by \`npm run docs\`. Change it there. -->

A diagnostic is about the input of the compiler: it has a code, a place that a person can edit, and one sentence that
says what is wrong. All mistakes are reported in one run. An error stops the build before anything is written; a warning
does not. \`mendsheet explain <code>\` prints an entry of this list.
`;

/** The text of docs/diagnostics.md. */
export function codeReference(): string {
  const names = Object.keys(codes).sort();
  const stages = [...new Set(names.map((name) => name.slice(0, name.indexOf('/'))))];
  const sections = stages.map((stage) => {
    const own = names.filter((name) => name.startsWith(`${stage}/`));
    return `## ${stage}\n\n${own.map(describeCode).join('\n')}`;
  });
  return `${heading}\n${sections.join('\n')}`;
}

/** An anchor of our own, since sites differ in what they make of a slash in a heading. */
function describeCode(name: string): string {
  const entry: CodeEntry = codes[name as keyof typeof codes];
  return `<a id="${anchorOf(name)}"></a>

### ${name}

${entry.title} (${entry.severity}). ${entry.help}

\`\`\`text
${entry.example}
\`\`\`
`;
}
