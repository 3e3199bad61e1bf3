import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from './compile-bundled.js';

/** Marks of the source list: "upgrade" to another version of Windows, "update" by Windows Update. */
type Mark = 'upgrade' | 'update';
const both: readonly Mark[] = ['upgrade', 'update'];

/** The items of the list that the bundled checklist was made from, in its order, with the marks they carry there. */
const items: readonly (readonly [item: number, about: string, marks: readonly Mark[]])[] = [
  [1, 'clock', both],
  [2, 'licence', both],
  [3, 'internet connection', both],
  [4, 'free disk space', both],
  [5, 'download folder', ['update']],
  [6, 'services', both],
  [7, 'system requirements', ['upgrade']],
  [8, 'state of the system', ['upgrade']],
  [9, 'speed of the line', both],
  [10, 'troubleshooter', both],
  [11, 'system integrity', both],
  [12, 'BITS repair', both],
  [13, 'clean-up', both],
  [14, 'download cache', both],
  [15, 'component reset', both],
  [16, 'restore point', []],
  [17, 'single update', ['update']],
  [18, 'servicing stack', ['update']],
  [19, 'clean boot', both],
  [20, 'antivirus software', both],
  [21, 'network configuration', both],
  [22, 'uninstalling an update', []],
  [23, 'clean installation', ['upgrade']],
  [24, 'installation media', ['upgrade']],
  [25, 'event log', []],
  [26, 'Windows Update log', both],
  [27, 'SetupDiag', both],
  [28, 'update server', []],
  [29, 'closing notes', ['upgrade']],
];

/** Points of the closing notes: legacy USB, fast startup, added features, user profile, updates during setup. */
const closingNotes = 5;

interface PlannedCheck {
  readonly id: string;
  readonly item: number;
  readonly applies: readonly string[];
  readonly links: readonly string[];
  readonly title: Readonly<Record<string, string>>;
  readonly why: Readonly<Record<string, string>>;
  readonly guided: { readonly steps: readonly Readonly<Record<string, string>>[] } | null;
  readonly phases: Readonly<Record<string, readonly string[]>>;
}

const main = join(repository, 'build/cli/main.js');
const run = spawnSync(process.execPath, [main, 'plan', '--format', 'json'], { cwd: repository, encoding: 'utf8' });
const { checks } = JSON.parse(run.stdout) as { readonly checks: readonly PlannedCheck[] };

describe('mendsheet plan', () => {
  it.each(items)('has item %i, %s, as the list has it', (item, _, marks) => {
    const own = checks.filter((check) => check.item === item);
    expect(own.map(({ id }) => id)).not.toEqual([]);
    const applies = new Set(own.flatMap((check) => check.applies));
    expect([...applies].sort()).toEqual(
      marks.map((mark) => ({ upgrade: 'feature-upgrade', update: 'quality-update' })[mark]).sort(),
    );
  });

  it('has all points of the closing notes', () => {
    expect(checks.filter(({ item }) => item === 29)).toHaveLength(closingNotes);
  });

  it.each(checks.map((check) => [check.id, check] as const))(
    '%s detects, speaks both languages and names a source',
    (_, check) => {
      expect(check.phases['ps1']).toContain('detect');
      expect(check.links.length).toBeGreaterThan(0);
      for (const words of [check.title, check.why, ...(check.guided?.steps ?? [])]) {
        expect(words['en']).toMatch(/^[\x20-\x7e]+$/);
        expect(words['ja']).toMatch(/./);
      }
      // A title may be a name; a sentence in Japanese has Japanese in it.
      expect(check.why['ja']).toMatch(/[\u3040-\u30ff]/);
      // A link into another language would show half of the readers a page they cannot read.
      for (const link of check.links) expect(link).not.toMatch(/\/(?:en-us|ja-jp)\//i);
      for (const link of check.links) expect(link).toMatch(/^https:/);
    },
  );
});
