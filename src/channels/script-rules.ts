import type { Plan, ScriptPlan } from '../ir/plan.js';
import { remember } from '../ir/remember.js';
import type { ChannelFault, ChannelFile, ChannelRule } from './channel.js';

/**
 * Rules for scripts that a service runs with nobody there. Each looks at the bytes that are shipped. Sources: what
 * Intune documents of remediation scripts, and what its users measured of exit codes and output.
 */

/** Bytes that Intune takes of a script. */
const largest = 200_000;

/** Characters of output that Intune keeps. */
const longestLine = 2048;

/** The text of a script without its signature, its comments and its messages, in which sentences are no commands. */
export const codeOf = remember(({ bytes }: ChannelFile): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .split(/\r?\n# SIG # Begin signature block/)[0]!
    .replace(/<#[\s\S]*?#>/g, '')
    .replace(/@'\r?\n[\s\S]*?\r?\n'@/g, "''")
    .replace(/^\s*#(?!Requires).*$/gim, ''),
);

/** install.ps1 is for the hands of an administrator. */
const isScript = ({ path }: ChannelFile): boolean => path.endsWith('.ps1') && !path.endsWith('/install.ps1');

/** A fault for each script in whose code a pattern is found. */
function forbids(pattern: RegExp, says: (found: string) => string): ChannelRule['faults'] {
  return (files) =>
    files.filter(isScript).flatMap((file): readonly ChannelFault[] => {
      const found = pattern.exec(codeOf(file));
      return found ? [{ path: file.path, message: says(found[0].trim()) }] : [];
    });
}

/** Detections and repairs of a channel's folder, as they were planned. */
function planned(plan: Plan, file: ChannelFile): ScriptPlan | undefined {
  return scriptsByPath(plan).get(file.path);
}

const scriptsByPath = remember(({ scripts }: Plan) => new Map(scripts.map((script) => [script.path, script] as const)));

export const unattendedRules: readonly ChannelRule[] = [
  {
    code: 'channel/script-bytes',
    faults: (files) =>
      files.filter(isScript).flatMap(({ path, bytes }) => {
        const text = Buffer.from(bytes).toString('latin1');
        const isClean = /^(?:[\x20-\x7e]*\r\n)*$/.test(text);
        return isClean ? [] : [{ path, message: 'The script is not 7-bit ASCII with CRLF and no byte order mark.' }];
      }),
  },
  {
    code: 'channel/requires',
    faults: forbids(/^\s*#Requires.*$/im, (found) => `"${found}" makes a detection fail before its first line.`),
  },
  {
    code: 'channel/prompt',
    faults: forbids(
      /\b(?:Read-Host|Get-Credential|Out-GridView|PromptFor\w+|ReadKey|ReadLine|Install-Module|Install-PackageProvider|Find-Module)\b|^\s*pause\s*$|\bchoice\.exe\b/im,
      (found) => `"${found}" waits for a person; where nobody is, the script hangs until its time is over.`,
    ),
  },
  {
    code: 'channel/restarts',
    faults: forbids(
      /\b(?:Restart-Computer|Stop-Computer|shutdown(?:\.exe)?|logoff(?:\.exe)?)(?=\s|$|')/i,
      (found) => `"${found}" ends the session of whoever works at the PC.`,
    ),
  },
  {
    code: 'channel/stray-output',
    faults: forbids(/\bWrite-(?:Host|Warning|Error)\b|\bOut-Host\b/i, (found) => {
      return `"${found}" writes to the console, where the service takes the last line for the result.`;
    }),
  },
  {
    code: 'channel/exit-code',
    faults: (files) => files.filter(isScript).flatMap((file) => exitFaults(file)),
  },
  {
    code: 'channel/unguarded',
    faults: (files) =>
      files.filter(isScript).flatMap((file) => {
        const main = codeOf(file).split('#region Main').at(-1) ?? '';
        const guarded = /\btry \{/.test(main) && /\bcatch \{/.test(main) && main.includes('Get-RelaunchArgument');
        const message = 'Main has no try and catch around it, or no way to the 64-bit PowerShell.';
        return guarded ? [] : [{ path: file.path, message }];
      }),
  },
  {
    code: 'channel/detection-changes',
    faults: (files, plan) =>
      files.flatMap((file) => {
        const script = planned(plan, file);
        const acts = script?.phase === 'detect' && /^function (?:Confirm-Change|Add-JournalLine)\b/m.test(codeOf(file));
        return acts ? [{ path: file.path, message: 'The detection carries functions that change a PC.' }] : [];
      }),
  },
  {
    code: 'channel/summary-too-long',
    faults: (files, plan) =>
      files.flatMap((file) => {
        const script = planned(plan, file);
        const length = script ? longestSummary(script, plan.catalog.version) : 0;
        const message = `The statuses of ${script?.checks.length} checks take ${length} characters of the ${longestLine} that are kept.`;
        return length > longestLine ? [{ path: file.path, message }] : [];
      }),
  },
  {
    code: 'channel/time-limit',
    faults: (files, plan) =>
      files.flatMap((file) => {
        const script = planned(plan, file);
        if (script?.phase !== 'repair' || script.limitMinutes === null) return [];
        const limit = script.limitMinutes;
        return script.checks
          .filter(({ check }) => check.risk.minutes > limit)
          .map(({ check }) => ({
            path: file.path,
            message: `The repair of "${check.id}" takes up to ${check.risk.minutes} minutes; a run has ${limit}.`,
          }));
      }),
  },
];

/** The same for services that take scripts of a limited size. */
export const scriptRules: readonly ChannelRule[] = [
  ...unattendedRules,
  {
    code: 'channel/script-too-large',
    faults: (files) =>
      files
        .filter((file) => isScript(file) && file.bytes.length > largest)
        .map(({ path, bytes }) => ({
          path,
          message: `The script has ${bytes.length} bytes; ${largest} is the limit.`,
        })),
  },
];

const installer = /^\s*if \(\$ExitCodes -eq 'Installer' -and [^{}]+\{ exit (?:1618|3010) \}$/;

/** Only `exit 0` and `exit 1` written out, the last statement one of them; installers' codes only where they are asked for. */
function exitFaults(file: ChannelFile): readonly ChannelFault[] {
  const code = codeOf(file);
  const fault = (message: string): readonly ChannelFault[] => [{ path: file.path, message }];
  const strange = code
    .split(/\r?\n/)
    .find((line) => /(?:^|[{;])\s*exit\b/.test(line) && !/\bexit [01](?: \})?\s*$/.test(line) && !installer.test(line));
  if (strange) return fault(`"${strange.trim()}" can end the script with a code other than 0 and 1.`);
  const last = code
    .replace(/#endregion\s*$/, '')
    .trim()
    .split(/\r?\n/)
    .filter((line) => !/^\s*(?:\}|#endregion)?\s*$/.test(line))
    .at(-1);
  return /^\s*exit [01]\s*$/.test(last ?? '') ? [] : fault('The script does not end with "exit 0" or "exit 1".');
}

/** Length of a summary line with every status and no reason, as Get-SummaryLine writes it at its longest. */
function longestSummary({ product, phase, checks }: ScriptPlan, version: string): number {
  const frame = `mendsheet/1 ${product} ${version} ${phase} 99999.99999 Problem | !exit:3010 | Problem`.length;
  const entry = phase === 'repair' ? '=P>P/F '.length : '=P '.length;
  return checks.reduce((sum, { check }) => sum + check.id.length + entry, frame);
}
