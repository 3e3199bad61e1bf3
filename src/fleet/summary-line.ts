/**
 * What a summary line of a deployed script says: the line that Intune and other services show of a run, which
 * templates/ps1/parts/channel/Get-SummaryLine.ps1 writes and docs/channels.md describes. Names of fields and statuses are
 * those of result.schema.json.
 */
export interface Summary {
  readonly format: 'mendsheet-summary/1';
  readonly product: string;
  readonly checklistVersion: string;
  readonly mode: string;
  /** Null when the script ended before it knew. */
  readonly windows: { readonly build: number; readonly revision: number } | null;
  readonly verdict: 'Ok' | 'Problem' | 'Unknown';
  /** Keys of what was in the way: "notWindows", "busy", "defect:<type>:<line>", "exit:13". */
  readonly notes: readonly string[];
  readonly checks: readonly SummaryCheck[];
}

export interface SummaryCheck {
  readonly id: string;
  readonly status: Status;
  /** Empty where there is none, and where the line had no room for it. */
  readonly reasonKey: string;
  /** At most one, as "0x" and eight upper-case digits. */
  readonly hresults: readonly string[];
  readonly before: Status;
  readonly outcome: Outcome;
}

type Status = 'Ok' | 'Problem' | 'Unknown' | 'NotApplicable';
type Outcome = 'None' | 'Preview' | 'Unchanged' | 'Repaired' | 'NotConfirmed' | 'Failed' | 'Blocked';

const statuses: Readonly<Record<string, Status>> = { O: 'Ok', P: 'Problem', U: 'Unknown', N: 'NotApplicable' };
const outcomes: Readonly<Record<string, Outcome>> = {
  P: 'Preview',
  U: 'Unchanged',
  R: 'Repaired',
  N: 'NotConfirmed',
  F: 'Failed',
  B: 'Blocked',
};

const line =
  /mendsheet\/1 ([a-z][a-z0-9-]*) ([\w.+-]+) (detect|repair) (-|\d+\.\d+) (Ok|Problem|Unknown) \|([^|"\r\n]*)\| \5\b/g;

const entry =
  /^(?<id>[a-z][a-z0-9-]*)=(?:(?<before>[OPUN])>)?(?<status>[OPUN])(?:\/(?<outcome>[PURNFB]))?(?::(?<reason>[\w-]*))?(?::(?<code>0x[0-9A-F]{8}(?:-0x[0-9A-F]{5})?))?$/;

/**
 * Finds summary lines anywhere in a text, such as an exported table of device states, and reads them. What is no whole
 * line of this format is passed over.
 */
export function readSummaries(text: string): readonly Summary[] {
  return Array.from(text.matchAll(line)).flatMap(
    ([, product = '', version = '', mode = '', windows = '', verdict, middle = '']) => {
      const words = middle.split(' ').filter((word) => word !== '');
      const notes = words.filter((word) => word.startsWith('!')).map((word) => word.slice(1));
      const checks = words.filter((word) => !word.startsWith('!')).map(knownEntry);
      if (checks.some((check) => check === null) || namesTwice(checks)) return [];
      return {
        format: 'mendsheet-summary/1',
        product,
        checklistVersion: version,
        mode,
        windows: readWindows(windows),
        verdict: verdict as Summary['verdict'],
        notes,
        checks: checks as readonly SummaryCheck[],
      };
    },
  );
}

/** Whether a line says two things of one check: no script does, and which of them counts would be left to chance. */
function namesTwice(checks: readonly (SummaryCheck | null)[]): boolean {
  return new Set(checks.map((check) => check?.id)).size < checks.length;
}

function readWindows(text: string): Summary['windows'] {
  const [build, revision] = text.split('.').map(Number);
  return text === '-' || build === undefined || revision === undefined ? null : { build, revision };
}

/** Entries by their words: PCs of a fleet say the same few thousand, and each of them becomes one object that is never changed. */
const entries = new Map<string, SummaryCheck | null>();
const mostEntries = 20_000;

function knownEntry(word: string): SummaryCheck | null {
  const known = entries.get(word);
  if (known !== undefined) return known;
  // Whoever writes lines to fill it empties it.
  if (entries.size >= mostEntries) entries.clear();
  const read = readEntry(word);
  entries.set(word, read);
  return read;
}

function readEntry(word: string): SummaryCheck | null {
  const { id = '', before, status = '', outcome, reason = '', code } = entry.exec(word)?.groups ?? {};
  const now = statuses[status];
  if (!now) return null;
  return {
    id,
    status: now,
    reasonKey: reason,
    hresults: code ? [code] : [],
    before: statuses[before ?? ''] ?? now,
    outcome: outcomes[outcome ?? ''] ?? 'None',
  };
}
