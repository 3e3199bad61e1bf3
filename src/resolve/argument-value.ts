import type { Literal, Parameter, ParameterType } from '../ir/catalog.js';

/**
 * The alphabet of each type of parameter. Values reach elevated scripts as quoted literals, so quoting is the first
 * line of defence and this is the second: no type lets a control character or anything outside ASCII through.
 */
interface TypeRule {
  /** What a value of the type is, to follow "needs". */
  readonly needs: string;
  readonly accepts: (value: Literal) => boolean;
}

/** Longer texts do not fit on a line of batch beside a call and its other arguments. */
const longestText = 1000;

const printable = /^[\x20-\x7e]*$/;

function isText(value: Literal, pattern: RegExp, longest = longestText): value is string {
  return typeof value === 'string' && value.length <= longest && printable.test(value) && pattern.test(value);
}

const hostName =
  /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;

/** Characters that a Windows path may have, without the wildcards * and ? and without a quotation mark. */
const pathText = /^[^"*?<>|]+$/;
/** A drive, an environment variable, or a name below a folder that the body knows; never two dots as a folder. */
const pathStart = /^([A-Za-z]:\\|%[A-Za-z()0-9]+%|[^\\/: ])/;

const rules: Readonly<Record<ParameterType, TypeRule>> = {
  string: {
    needs: `a text of printable ASCII, at most ${longestText} characters`,
    accepts: (value) => isText(value, printable),
  },
  integer: {
    needs: 'a whole number of 32 bits',
    accepts: (value) => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 0x7fffffff,
  },
  boolean: { needs: 'true or false', accepts: (value) => typeof value === 'boolean' },
  enum: { needs: 'one of its words', accepts: (value) => isText(value, printable) },
  'service-name': {
    needs: 'the short name of a service: letters, digits, ".", "_" and "-"',
    accepts: (value) => isText(value, /^[A-Za-z0-9_.-]{1,80}$/),
  },
  'registry-path': {
    needs: 'a key such as "HKLM:\\SOFTWARE\\Name", without wildcards',
    accepts: (value) =>
      isText(value, /^HK(LM|CU|CR|U|CC):\\[^"*?<>|/\\\s]([^"*?<>|/]*[^"*?<>|/\\\s])?$/) && !hasEmptyPart(value),
  },
  path: {
    needs: 'a path without wildcards, quotation marks and ".."',
    accepts: (value) => isText(value, pathText, 260) && pathStart.test(value) && !hasParent(value),
  },
  url: {
    needs: 'an http or https address in ASCII without blanks',
    accepts: (value) => isText(value, /^https?:\/\/[^\s"'<>\\^`{|}]+$/) && hasHost(value),
  },
  'host-name': { needs: 'a host name such as "sls.update.microsoft.com"', accepts: (value) => isText(value, hostName) },
  hresult: {
    needs: '"0x" and eight hexadecimal digits',
    accepts: (value) => isText(value, /^0x[0-9A-Fa-f]{8}$/),
  },
  sddl: {
    needs: 'a security descriptor in SDDL, such as "D:(A;;FA;;;SY)"',
    accepts: (value) => isText(value, /^([OGDS]:[A-Za-z0-9();:\-]*)+$/) && parenthesesMatch(value),
  },
  'string-list': {
    needs: 'a list of texts of printable ASCII, none of them empty',
    accepts: (value) => isList(value) && value.every((item) => item !== '' && isText(item, printable)),
  },
};

function isList(value: Literal): value is readonly string[] {
  return Array.isArray(value);
}

function hasEmptyPart(value: Literal): boolean {
  return typeof value === 'string' && value.includes('\\\\');
}

function hasParent(value: Literal): boolean {
  return typeof value === 'string' && value.split(/[\\/]/).includes('..');
}

function hasHost(value: Literal): boolean {
  return typeof value === 'string' && URL.canParse(value) && hostName.test(new URL(value).hostname);
}

function parenthesesMatch(value: Literal): boolean {
  return typeof value === 'string' && /^[^()]*(\([^()]*\)[^()]*)*$/.test(value);
}

/** Why a value does not fit a parameter, to follow its name; null when it does. */
export function refuseValue(parameter: Pick<Parameter, 'type' | 'of'>, value: Literal): string | null {
  const rule = rules[parameter.type];
  if (parameter.type === 'enum') {
    const list = parameter.of.map((word) => `"${word}"`).join(', ');
    return typeof value === 'string' && parameter.of.includes(value) ? null : `needs one of ${list}`;
  }
  return rule.accepts(value) ? null : `needs ${rule.needs}`;
}

/** The type of a value that is passed to a check's own body, which declares none. */
export function typeOfValue(value: Literal): ParameterType {
  switch (typeof value) {
    case 'number':
      return 'integer';
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    default:
      return 'string-list';
  }
}
