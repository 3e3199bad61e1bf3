import type { Literal, Parameter, ParameterType } from '../ir/catalog.js';
import { parameterTypes } from '../names/parameter-types.js';

/** Longer texts do not fit on a line of batch beside a call and its other arguments. */
const longestText = 1000;

const printable = /^[\x20-\x7e]*$/;

function isText(value: Literal, pattern: RegExp, longest = longestText): value is string {
  return typeof value === 'string' && value.length <= longest && printable.test(value) && pattern.test(value);
}

const hostName =
  /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;

/** A hive and names that are neither empty nor end in a blank. */
const registryPath = /^HK(LM|CU|CR|U|CC):(\\[^"*?<>|/\\]*[^"*?<>|/\\\s])+$/;

/** Characters that a Windows path may have, without the wildcards * and ? and without a quotation mark. */
const pathText = /^[^"*?<>|]+$/;
/** A drive, an environment variable, or a name below a folder that the body knows; "a:b" would be a stream, or a name
 * on another drive. Never two dots as a folder. */
const pathStart = /^([A-Za-z]:\\|%[A-Za-z()0-9]+%|[^\\/: ](?!:))/;

/**
 * The alphabet of each type of parameter. Values reach elevated scripts as quoted literals, so quoting is the first
 * line of defence and this is the second: no type lets a control character or anything outside ASCII through.
 */
const accepts: Readonly<Record<Exclude<ParameterType, 'enum'>, (value: Literal) => boolean>> = {
  string: (value) => isText(value, printable),
  integer: (value) => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 0x7fffffff,
  boolean: (value) => typeof value === 'boolean',
  'service-name': (value) => isText(value, /^[A-Za-z0-9_.-]{1,80}$/),
  'registry-path': (value) => isText(value, registryPath),
  path: (value) => isText(value, pathText, 260) && pathStart.test(value) && !leavesFolder(value),
  url: (value) => isText(value, /^https?:\/\/[^\s"'<>\\^`{|}]+$/) && hasHost(value),
  'host-name': (value) => isText(value, hostName),
  hresult: (value) => isText(value, /^0x[0-9A-Fa-f]{8}$/),
  sddl: (value) => isText(value, /^[OGDS]:[A-Za-z0-9();:-]*$/) && /^([^()]*\([^()]*\))*[^()]*$/.test(value),
  'string-list': (value) => isList(value) && value.every((item) => item !== '' && isText(item, printable)),
};

function isList(value: Literal): value is readonly string[] {
  return Array.isArray(value);
}

/** Two dots lead to another folder, and a second colon to a stream of a file. */
function leavesFolder(value: string): boolean {
  return value.split(/[\\/]/).includes('..') || value.includes(':', 2);
}

function hasHost(value: string): boolean {
  return URL.canParse(value) && hostName.test(new URL(value).hostname);
}

/** Why a value does not fit a parameter, to follow its name; null when it does. */
export function refuseValue(parameter: Pick<Parameter, 'type' | 'of'>, value: Literal): string | null {
  const { type, of } = parameter;
  if (type !== 'enum') return accepts[type](value) ? null : `needs ${parameterTypes[type]}`;
  const list = of.map((word) => `"${word}"`).join(', ');
  return typeof value === 'string' && of.includes(value) ? null : `needs one of ${list}`;
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
