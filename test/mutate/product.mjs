// The bundled product once, and once more with a fault in each file that has the mutated text.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../../build/compile.js';
import { loadTemplates } from '../../build/load/load-templates.js';
import { rowsInStrings } from '../../build/powershell/read-ps1.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Sources of emitted code: parts, mains and bodies. Words, heads with holes and the kit for developers are none. */
export function sourcesOf() {
  return ['templates', 'checks'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter(
        (path) =>
          /\.(?:ps1|cmd)$/.test(path) &&
          !/^checks\/(?:windows-recipes\/)?scenarios|^templates\/ps1\/kit|\/kit\//.test(path),
      )
      .sort(),
  );
}

/** The emitted files as text with LF line ends, by path below the product's folder. */
export async function compiledTexts() {
  const { artefacts, diagnostics } = await compile(
    {
      indexPath: join(root, 'checks.yaml'),
      templates: loadTemplates(root),
      version: '0.1.0',
      today: '2026-11-22',
      signing: null,
      development: false,
    },
    { until: 'channels' },
  );
  if (!artefacts) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const made = new Map(artefacts.map(({ path, bytes }) => [path, bytes]));
  // The suite of actions loads them one by one, without a script around them.
  for (const name of readdirSync(join(root, 'templates/ps1/parts/actions')).filter((each) => each.endsWith('.ps1'))) {
    const text = readFileSync(join(root, 'templates/ps1/parts/actions', name), 'utf8');
    made.set(`parts/actions/${name}`, Buffer.from(asEmitted(text)));
  }
  return made;
}

/** How a source stands in emitted text: bodies of PowerShell and the parts of snippets are indented into a block, all else is taken over. */
export function emittedForm(path, text) {
  const trimmed = text.replace(/\n+$/, '');
  if (!/^(?:checks|templates\/ps1\/snippet)\/.*\.ps1$/.test(path)) return trimmed;
  const kept = rowsInStrings({ text: trimmed });
  return trimmed
    .split('\n')
    .map((line, row) => (line === '' || kept.has(row) ? line : `    ${line}`))
    .join('\n');
}

/** Texts of the emitted files: hundreds of sources are looked for in each. */
const decoded = new WeakMap();
function textOf(bytes) {
  if (!decoded.has(bytes)) decoded.set(bytes, Buffer.from(bytes).toString('utf8'));
  return decoded.get(bytes);
}

const asEmitted = (text) => text.replaceAll('\n', '\r\n');

/** Writes all files of a product to a folder. */
export function writeProduct(folder, files) {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** The emitted files in which the source of a mutant stands, with the mutant in its place. */
export function filesWithMutant(files, { path, start, end, replacement }) {
  return filesWith(files, path, (text) => text.slice(0, start) + replacement + text.slice(end));
}

/**
 * The emitted files in which a source stands, with another text in its place.
 * @param change Makes the new text of the source; it stands once in each file.
 */
export function filesWith(files, path, change) {
  const text = readFileSync(join(root, path), 'utf8');
  const form = asEmitted(emittedForm(path, text));
  const wanted = asEmitted(emittedForm(path, change(text)));
  const found = new Map();
  for (const [name, bytes] of files) {
    if (name.endsWith('.ps1') !== path.endsWith('.ps1') && !/\.cmd(?:\.txt)?$/.test(name)) continue;
    const emitted = textOf(bytes);
    const at = emitted.indexOf(form);
    if (at !== -1)
      found.set(name, Buffer.from(emitted.slice(0, at) + wanted + emitted.slice(at + form.length), 'utf8'));
  }
  return found;
}
