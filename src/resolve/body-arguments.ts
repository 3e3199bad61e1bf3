import { counted } from '../diagnostics/counted.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import type { Body, Edition } from '../ir/catalog.js';
import { pascalCase } from '../names/name-functions.js';
import type { Span } from '../source/source-file.js';
import { declaredParameters, isReadable } from '../powershell/read-ps1.js';
import { highestArgument, startOfBody } from './read-body.js';

/**
 * Compares what a body takes with the arguments that it will be called with. All of them are always passed, so a
 * missing parameter would fail at run time, on the machine of a user. `givenAt` is where the arguments are named.
 */
export function checkBodyArguments(
  body: Body,
  edition: Edition,
  names: readonly string[],
  givenAt: Span,
): Diagnostic[] {
  return edition === 'ps1' ? checkParameterBlock(body, names, givenAt) : checkPositions(body, names, givenAt);
}

function checkParameterBlock(body: Body, names: readonly string[], givenAt: Span): Diagnostic[] {
  // The linter says what cannot be read in it; a param block could stand there.
  if (!isReadable(body)) return [];
  const declared = declaredParameters(body) ?? [];
  const wanted = names.map(pascalCase);
  const missing = wanted.find((name) => !isAmong(name, declared));
  const span = startOfBody(body);
  const related = [{ message: 'its arguments are at', span: givenAt }];
  if (missing !== undefined) {
    const message = `The body gets the argument "${missing}", but its param block does not declare $${missing}.`;
    return [diagnose('resolve/body-parameters', message, span, { related })];
  }
  const extra = declared.find((name) => !isAmong(name, wanted));
  if (extra === undefined) return [];
  const suggestions = suggestNames(extra, wanted);
  const message = `The body declares the parameter $${extra}, which it never gets.`;
  const isNamed = names.length > 0;
  return [diagnose('resolve/body-parameters', message, span, { suggestions, related: isNamed ? related : [] })];
}

/** PowerShell names know no case. */
function isAmong(name: string, names: readonly string[]): boolean {
  return names.some((other) => other.toLowerCase() === name.toLowerCase());
}

function checkPositions(body: Body, names: readonly string[], givenAt: Span): Diagnostic[] {
  const highest = highestArgument(body);
  if (!highest || highest.number <= names.length) return [];
  const count = names.length === 0 ? 'no arguments' : counted(names.length, 'argument');
  const message = `The body reads %~${highest.number}, but it gets ${count}.`;
  const related = names.length > 0 ? [{ message: 'its arguments are at', span: givenAt }] : [];
  return [diagnose('resolve/body-parameters', message, highest.span, { related })];
}
