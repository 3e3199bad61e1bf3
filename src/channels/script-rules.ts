import type { Plan, ScriptPlan } from '../ir/plan.js';
import { memoize } from '../source/memoize.js';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { ChannelFile, FitRule, ScriptRule, ScriptText } from './channel.js';

/**
 * Rules for scripts that a service runs with nobody there. Each looks at the bytes that are shipped. Sources: what
 * Intune documents of remediation scripts, and what its users measured of exit codes and output.
 */

/** Characters of output that Intune keeps. */
const longestLine = 2048;

const signatureStart = '# SIG # Begin signature block';

/** What starts a here-string at the end of a line, where it does not stand in a quoted text itself. */
const opensHereString = /^(?:[^'"]|'[^']*'|"[^"]*")*@(['"])$/;

/** A sentence of the message table, which is the whole of its line. */
const isSentence = /^ {4}'[\w.-]+' = '(?:[^']|'')*'$/;

/**
 * The code of a script with LF line ends: without its signature, its comments, its sentences and what stands in its
 * here-strings, in which words are no commands. Marks of regions stay, since Main is one.
 */
export function codeOf(file: ChannelFile): string {
  const lines: string[] = [];
  let closing: string | null = null;
  for (const line of textOf(file).split(/\r?\n/)) {
    if (line === signatureStart) break;
    if (closing === '#>') closing = line.includes('#>') ? null : closing;
    else if (closing !== null && line.startsWith(closing)) {
      lines.push(line.slice(closing.length));
      closing = null;
    } else if (closing === null && line.startsWith('<#')) closing = '#>';
    else if (closing === null && !isComment(line) && !isSentence.test(line)) {
      const quote = /@['"]$/.test(line) ? opensHereString.exec(line)?.[1] : undefined;
      lines.push(line);
      if (quote) closing = `${quote}@`;
    }
  }
  return lines.join('\n');
}

function isComment(line: string): boolean {
  return /^ *#(?!Requires|region|endregion)/i.test(line);
}

function textOf({ bytes }: ChannelFile): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** Reads a script of a channel, planned or copied; null for any other file, and for one that an administrator starts. */
export function readScript(file: ChannelFile, plan: Plan): ScriptText | null {
  if (!file.path.endsWith('.ps1') || plannedScript(plan, file)?.role.kind === 'installer') return null;
  const code = codeOf(file);
  return { ...file, code, hasForbidden: anyForbidden.test(code) };
}

/** Null for a copy of a script of another folder. */
export function plannedScript(plan: Plan, { path }: Pick<ChannelFile, 'path'>): ScriptPlan | null {
  return scriptsByPath(plan).get(path) ?? null;
}

const scriptsByPath = memoize(({ scripts }: Plan) => new Map(scripts.map((script) => [script.path, script] as const)));

/** What may stand nowhere in the code of a script, and what it would do there. */
const forbidden: readonly {
  readonly code: DiagnosticCode;
  readonly pattern: RegExp;
  readonly says: (found: string) => string;
}[] = [
  {
    code: 'channel/requires',
    pattern: /^[^\S\n]*#Requires.*$/im,
    says: (found) => `"${found}" makes a detection fail before its first line.`,
  },
  {
    code: 'channel/prompt',
    pattern:
      /\b(?:Read-Host|Get-Credential|Out-GridView|PromptFor\w+|ReadKey|ReadLine|Install-Module|Install-PackageProvider|Find-Module)\b|^[^\S\n]*pause[^\S\n]*$|\bchoice\.exe\b/im,
    says: (found) => `"${found}" waits for a person; where nobody is, the script hangs until its time is over.`,
  },
  {
    code: 'channel/restarts',
    pattern: /\b(?:Restart-Computer|Stop-Computer|shutdown(?:\.exe)?|logoff(?:\.exe)?)(?=\s|$|')/im,
    says: (found) => `"${found}" ends the session of whoever works at the PC.`,
  },
  {
    code: 'channel/stray-output',
    pattern: /\bWrite-(?:Host|Warning|Error)\b|\bOut-Host\b/im,
    says: (found) => `"${found}" writes to the console, where the service takes the last line for the result.`,
  },
];

/** Nearly no script has any of it, so that one look spares four. */
const anyForbidden = new RegExp(forbidden.map(({ pattern }) => pattern.source).join('|'), 'im');

const forbiddenRules: readonly ScriptRule[] = forbidden.map(({ code, pattern, says }) => ({
  code,
  messages: (script) => {
    const found = script.hasForbidden ? pattern.exec(script.code) : null;
    return found ? [says(found[0].trim())] : [];
  },
}));

export const unattendedRules: readonly ScriptRule[] = [
  {
    code: 'channel/script-bytes',
    messages: (script) =>
      /^(?:[\x20-\x7e]*\r\n)*$/.test(textOf(script))
        ? []
        : ['The script is not 7-bit ASCII with CRLF and no byte order mark.'],
  },
  ...forbiddenRules,
  { code: 'channel/exit-code', messages: exitMessages },
];

/** A list says the status of each check in one line, of which services keep the first 2,048 characters. */
export const summaryFits: FitRule = {
  code: 'channel/summary-too-long',
  message: (script, { version }) => {
    const length = longestSummary(script, version);
    if (length <= longestLine) return null;
    return `The statuses of ${script.checks.length} checks take ${length} characters of the ${longestLine} that are kept.`;
  },
};

/**
 * Why a script is too large for a service. The size without a signature decides, so that what is left out does not depend
 * on who signs: a block with its chain and timestamp takes less than the 20,000 bytes that are kept for it.
 * @param largest bytes that the service takes.
 */
export function sizeMessage({ bytes }: ChannelFile, largest: number): string | null {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(`\r\n${signatureStart}`);
  const size = block === -1 ? bytes.length : block;
  return size > largest - 20_000 ? `The script has ${size} bytes; ${largest}, with a signature, are the limit.` : null;
}

const installer = /^\s*if \(\$ExitCodes -eq 'Installer' -and [^{}]+\{ exit (?:1618|3010) \}$/;

/** Only `exit 0` and `exit 1` written out, the last statement one of them; installers' codes only where they are asked for. */
function exitMessages({ code }: ScriptText): readonly string[] {
  const lines = code.split('\n');
  const strange = lines.find(
    (line) => /(?:^|[{;])\s*exit\b/.test(line) && !/\bexit [01](?: \})?\s*$/.test(line) && !installer.test(line),
  );
  if (strange) return [`"${strange.trim()}" can end the script with a code other than 0 and 1.`];
  const last = lines.findLast((line) => !/^\s*(?:\}|#endregion)?\s*$/.test(line));
  return /^\s*exit [01]\s*$/.test(last ?? '') ? [] : ['The script does not end with "exit 0" or "exit 1".'];
}

/** Length of a summary line with every status and no reason, as Get-SummaryLine writes it at its longest. */
function longestSummary({ product, phase, checks }: ScriptPlan, version: string): number {
  const frame = `mendsheet/1 ${product} ${version} ${phase} 99999.99999 Problem | !exit:3010 | Problem`.length;
  const entry = phase === 'repair' ? '=P>P/F '.length : '=P '.length;
  return checks.reduce((sum, { check }) => sum + check.id.length + entry, frame);
}
