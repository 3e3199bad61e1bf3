import type { ParameterType } from '../ir/catalog.js';

/** What a value of each type of parameter is, to follow "needs" in a sentence and to stand in the reference. */
export const parameterTypes: Readonly<Record<ParameterType, string>> = {
  string: 'a text of printable ASCII, at most 1,000 characters',
  integer: 'a whole number of 32 bits',
  boolean: 'true or false',
  enum: 'one of the words of its "of:"',
  'service-name': 'the short name of a service: letters, digits, ".", "_" and "-"',
  'registry-path': 'a key such as "HKLM:\\SOFTWARE\\Name", without wildcards',
  path: 'a path without wildcards, quotation marks and ".."',
  url: 'an http or https address in ASCII without blanks',
  'host-name': 'a host name such as "sls.update.microsoft.com"',
  hresult: '"0x" and eight hexadecimal digits, in quotes',
  sddl: 'a security descriptor in SDDL, such as "D:(A;;FA;;;SY)"',
  'string-list': 'a list of texts of printable ASCII, none of them empty',
};
