import { wrapText } from '../diagnostics/terminal.js';
import { editions } from '../ir/catalog.js';
import type { Library, LibraryFunction, LibraryParameter } from '../ir/library.js';

/** What is told of a function of the register: plain data, which can be kept. */
export type ExplainedFunction = Pick<
  LibraryFunction,
  'name' | 'edition' | 'phases' | 'inSnippets' | 'does' | 'parameters' | 'replaces' | 'example'
> & { readonly action: { readonly changes: string; readonly undo: string } | null };

export function explainedFunctions({ functions }: Library): readonly ExplainedFunction[] {
  return editions.flatMap((each) =>
    functions[each].map(({ name, edition, phases, inSnippets, does, action, parameters, replaces, example }) => ({
      ...{ name, edition, phases, inSnippets, does, parameters, replaces, example },
      action: action && { changes: action.changes.en, undo: action.undo.en },
    })),
  );
}

/**
 * What the register says of a function or a label (with or without its colon), or of what stands in place of a command that
 * bodies may not use; in each edition that has one. Empty where it knows nothing of the name. Case does not count.
 */
export function explainFunction(name: string, all: readonly ExplainedFunction[], width: number): string {
  const wanted = name.replace(/^:/, '').toLowerCase();
  const own = all.filter((each) => each.name.toLowerCase() === wanted);
  const others = all.filter(({ replaces }) => replaces.some((each) => isReplaced(each, wanted)));
  const found = own.length > 0 ? own : others;
  return found.map((each) => describe(each, width)).join('\n');
}

/** A command alone means all of its forms: "sc" means "sc stop" too. */
function isReplaced(replaced: string, wanted: string): boolean {
  return replaced.toLowerCase() === wanted || replaced.toLowerCase().startsWith(`${wanted} `);
}

/** Names that `explainFunction` knows. */
export function functionNames(all: readonly ExplainedFunction[]): readonly string[] {
  return all.flatMap(({ name, replaces }) => [name, ...replaces]);
}

function describe(
  { name, edition, phases, inSnippets, does, action, parameters, replaces, example }: ExplainedFunction,
  width: number,
): string {
  const line = (text: string, indent = ''): string => `${wrapText(plain(text), width, indent)}\n`;
  const places = [...phases.map((phase) => `${phase} bodies`), ...(inSnippets ? ['snippets'] : [])].join(', ');
  return [
    line(`${edition === 'cmd' ? ':' : ''}${name} (${edition === 'cmd' ? 'batch' : 'PowerShell'}; ${places})`),
    '\n',
    line(action ? `${action.changes}.` : does),
    ...(action ? [line(`Undo: ${action.undo}.`)] : []),
    ...(parameters.length > 0 ? ['\n'] : []),
    ...parameters.map((parameter) => line(`  ${describeParameter(parameter, edition)}`, '      ')),
    ...(replaces.length > 0 ? ['\n', line(`In place of ${replaces.join(', ')}.`)] : []),
    `\n    ${example}\n`,
  ].join('');
}

function describeParameter(
  { name, type, of, required, default: usual, says }: LibraryParameter,
  edition: ExplainedFunction['edition'],
): string {
  const values = of.length > 0 ? `: ${of.join(', ')}` : '';
  const need = required ? 'required' : usual === null ? 'optional' : `default ${usual}`;
  return `${edition === 'ps1' ? '-' : ''}${name} (${type}${values}; ${need}): ${says}`;
}

/** Markdown of the register as a terminal shows it. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
