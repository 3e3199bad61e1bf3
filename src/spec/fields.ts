import { z } from 'zod';

/** The kinds of value that several files of a checklist share. Rules that need more than one field stand in resolve. */

export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const id = z
  .string()
  .max(60)
  .regex(idPattern, 'must be lower-case words joined by hyphens, such as "download-cache"');

/** A recipe or a fact: one of the checklist by its id, one that a package brings by "<package>/<id>". */
export const reference = z
  .string()
  .max(121)
  .regex(
    /^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    'must be lower-case words joined by hyphens, or such a name of a package, "/" and one of its own',
  );

/** A text of one language. */
export const text = z.string().min(1);

const english = 'English, 7-bit ASCII only: it stands in help, scripts of channels and the cmd edition as it is.';
const everyLanguage = 'A text in every language of the index, on one line.';

/** Texts by language: which languages there are, the index says. */
export const words = z
  .object({ en: text.describe(english).optional() })
  .catchall(text)
  .describe(everyLanguage);

/** Words of a few lines at most, such as a title. @param most characters in each language. */
export function shortWords(most: number): typeof words {
  const limited = text.max(most);
  return z
    .object({ en: limited.describe(`${english} At most ${most} characters.`).optional() })
    .catchall(limited)
    .describe(everyLanguage);
}

export const says = z
  .record(id, words)
  .describe('Sentences that the bodies refer to by key. {Name} stands for an entry of the evidence.');

/** Hosts go over the wire as they stand, so an address is ASCII and has no blanks. */
export const address = z
  .string()
  .max(2000)
  .regex(
    /^https?:\/\/[\x21-\x7e]+$/,
    'must be an http or https address in ASCII, such as "https://learn.microsoft.com/"',
  );

export const date = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a date such as "2026-11-22"')
  .describe('A date, year-month-day.');

export const literal = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
  .describe('A text, a number, true or false, or a list of texts.');

export const argument = z
  .union([
    literal,
    z.strictObject({
      fact: reference.describe('Id of an entry of checks/facts.yaml, or <package>/<id> for one that a package brings.'),
    }),
    z.strictObject({ input: id.describe('Name of an entry of the inputs of the check.') }),
  ])
  .describe(
    'A value, { fact: <id> } for a value of checks/facts.yaml or of a package, or { input: <name> } for what a person gives the script.',
  );

export const argumentsField = z
  .record(id, argument)
  .describe('Arguments by name. They enter a script as typed literals, in the order given here or by the recipe.');

export const needs = z
  .array(z.enum(['admin', 'full-language', 'internet', 'network-tests']))
  .describe(
    'What a phase cannot do without: elevation, full language mode of PowerShell, a way to the internet, or that the ' +
      'user allows traffic for tests with -IncludeNetworkTests.',
  );

export const edition = z.enum(['ps1', 'cmd']);
export const phase = z.enum(['detect', 'repair', 'collect']);

export const notALanguage = 'must be a language tag of BCP 47, such as "de" or "pt-BR"';

/** Language, script, region and variants of a tag, each spelt as BCP 47 recommends. What a tag is an old form of, resolve says. */
export const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$/, notALanguage);
