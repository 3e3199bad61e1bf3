import { resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import { formatDiagnostics, reportFormats, type ReportFormat } from '../diagnostics/reporters.js';
import { hasColor, say, sayLines, writeReport } from '../host/terminal.js';
import { SignError } from '../sign/sign-error.js';
import { packageRoot } from './package-root.js';

export const exitCodes = { done: 0, diagnostics: 1, usage: 2, bug: 70 } as const;

/** Something that a person can put right outside the checklist: a missing file or tool, a wrong password. */
export class UsageError extends Error {}

/** Ends a command in one way: words on stderr and a code of the table. Used for handlers and for yargs itself. */
export function endWithError(message: string | null, error: unknown, showHelp: () => void): never {
  if (error === undefined || error === null || (error instanceof Error && error.name === 'YError')) {
    showHelp();
    // yargs says in lines of its own what is wrong with which option.
    sayLines(`\n${message ?? (error as Error).message}`);
    process.exit(exitCodes.usage);
  }
  if (error instanceof UsageError || error instanceof SignError || (isFileError(error) && !isOfPackage(error))) {
    say`mendsheet: ${isFileError(error) ? fileErrorText(error) : error.message}`;
    process.exit(exitCodes.usage);
  }
  sayLines(error instanceof Error ? (error.stack ?? error.message) : String(error));
  say`\nThis is a bug of mendsheet. Please report it with the text above and, if you can, the checklist.`;
  process.exit(exitCodes.bug);
}

/** A file of the package that is not there is a broken installation or our bug, and no mistake of who runs it. */
function isOfPackage({ path }: NodeJS.ErrnoException): boolean {
  return path !== undefined && resolve(path).startsWith(`${resolve(packageRoot)}${sep}templates${sep}`);
}

/** Options that may stand several times; what else is given twice is a slip, and neither value may win in silence. */
const repeated: readonly string[] = ['_', '--', 'timestamp', 'inputs'];

/** @throws UsageError for an option that is given more than once. */
export function refuseRepeated(options: Readonly<Record<string, unknown>>): void {
  const [command] = options['_'] as readonly unknown[];
  for (const [name, value] of Object.entries(options))
    if (Array.isArray(value) && !repeated.includes(name) && !(command === 'diagnose' && name === 'check'))
      throw new UsageError(`--${name} is given ${value.length} times, and takes one value.`);
}

/** @throws UsageError for an empty text: a variable of a shell that holds nothing, which would stand for the folder here. */
export function refuseEmpty(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options))
    if ([value].flat().some((each) => typeof each === 'string' && each.trim() === ''))
      throw new UsageError(`An empty text is given for "${name === '_' ? 'command' : name}".`);
}

/**
 * Arguments without the "--" that ends options: yargs gives a command none of what stands behind it.
 * @throws UsageError for what would be taken for an option then.
 */
export function joinSeparated(given: readonly string[]): readonly string[] {
  const at = given.indexOf('--');
  if (at === -1) return given;
  const behind = given.slice(at + 1);
  const taken = behind.find((each) => /^-[^\d]/.test(each));
  if (taken !== undefined) throw new UsageError(`"${taken}" would be taken for an option. A file is "./${taken}".`);
  return [...given.slice(0, at), ...behind];
}

/** What the system says no to, in words, by the code of its error. */
const fileErrors: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder',
  EACCES: 'This user may not open',
  EPERM: 'This user may not change',
  EISDIR: 'A folder stands where a file is wanted',
  ENOTDIR: 'A file stands where a folder is wanted',
  ENOSPC: 'The disk is full',
  EROFS: 'The disk can only be read',
  EEXIST: 'Already there',
  ELOOP: 'Links lead in a circle',
  ENAMETOOLONG: 'The name is too long',
  EBUSY: 'Another program has it open',
  EMFILE: 'Too many files are open',
};

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && Object.hasOwn(fileErrors, String(error.code));
}

/** A message of the system begins with a code and ends with a call, neither of which helps anybody. */
export function fileErrorText({ code = '', path }: NodeJS.ErrnoException): string {
  return path === undefined ? `${fileErrors[code]}.` : `${fileErrors[code]}: ${path}`;
}

export const reportOptions = {
  format: {
    choices: reportFormats,
    default: 'pretty' as const,
    describe: 'How diagnostics are written',
  },
  'max-problems': {
    type: 'number' as const,
    default: 50,
    describe: 'How many diagnostics are written',
    coerce: wholeNumber,
  },
} as const;

function wholeNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new UsageError('--max-problems takes a whole number, such as 50.');
}

/** Writes diagnostics (json on stdout, as data; else on stderr) and gives the exit code they ask for. */
export function report(diagnostics: readonly Diagnostic[], format: ReportFormat, limit: number): number {
  if (diagnostics.length > 0 || format === 'json') {
    const text = formatDiagnostics(diagnostics, { format, color: hasColor(), limit });
    writeReport(text, format === 'pretty' ? 'stderr' : 'stdout');
  }
  return hasErrors(diagnostics) ? exitCodes.diagnostics : exitCodes.done;
}
