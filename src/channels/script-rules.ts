import type { Plan, ScriptPlan } from '../ir/plan.js';
import { memoize } from '../source/memoize.js';
import type { ChannelFile, FitRule } from './channel.js';

/**
 * What services take of a script, as far as the number and the names of checks decide it. Sources: what Intune documents of
 * remediation scripts, and what its users measured of exit codes and output. What a script may not do with nobody there is
 * settled before: no body that `lint` passes can bring it in, and tests hold the library to it.
 */

/** Characters of output that Intune keeps. */
const longestLine = 2048;

/** Null for a copy of a script of another folder. */
export function plannedScript(plan: Plan, { path }: Pick<ChannelFile, 'path'>): ScriptPlan | null {
  return scriptsByPath(plan).get(path) ?? null;
}

const scriptsByPath = memoize(({ scripts }: Plan) => new Map(scripts.map((script) => [script.path, script] as const)));

/** A list says the status of each check in one line, of which services keep the first 2,048 characters. */
export const summaryFits: FitRule = {
  code: 'channel/summary-too-long',
  message: (script, { version }) => {
    const length = longestSummary(script, version);
    if (length <= longestLine) return null;
    return `The statuses of ${script.checks.length} checks take ${length} characters of the ${longestLine} that are kept.`;
  },
};

/** Bytes of a script without its signature block. */
export function unsignedSize({ bytes }: Pick<ChannelFile, 'bytes'>): number {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('\r\n# SIG # Begin signature block');
  return block === -1 ? bytes.length : block;
}

/**
 * Why a script is too large for a service. The size without a signature decides, so that what is left out does not depend
 * on who signs: a block of three certificates, and three more of its timestamp, takes the 17,500 bytes that are kept for it.
 * @param size bytes of the script without a signature.
 * @param largest bytes that the service takes.
 */
export function sizeMessage(size: number, largest: number): string | null {
  return size > largest - 17_500 ? `The script has ${size} bytes; ${largest}, with a signature, are the limit.` : null;
}

/** Length of a summary line with every status and no reason, as Get-SummaryLine writes it at its longest. */
function longestSummary({ product, phase, checks }: ScriptPlan, version: string): number {
  const frame = `mendsheet/1 ${product} ${version} ${phase} 99999.99999 Problem | !exit:3010 | Problem`.length;
  const entry = phase === 'repair' ? '=P>P/F '.length : '=P '.length;
  return checks.reduce((sum, { check }) => sum + check.id.length + entry, frame);
}
