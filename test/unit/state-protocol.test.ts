import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/load/load-templates.js';
import { repository } from '../compile-bundled.js';
import {
  afterRun,
  batchRepair,
  deleted,
  scriptRepair,
  scriptUndo,
  snippetRepair,
  type Check,
  type Run,
  type Step,
} from '../state-model/protocols.js';
import {
  attacks,
  base,
  find,
  move,
  ours,
  put,
  replace,
  runs,
  state,
  textOf,
  type World,
} from '../state-model/world.js';

const folder = (names: Readonly<Record<string, string>> = {}): typeof ours => ({ ...ours, names });
const open = { ...ours, isOpen: true } as const;
const theirs = { ...open, owner: 'users' } as const;

/** A PC without this product. `other` is a folder of administrators that is open to all, with what looks like a run in it. */
const fresh: World = {
  tokens: {},
  things: {
    root: folder({ data: 'data', programs: 'programs', system: 'system' }),
    data: folder({ fake: 'fake', other: 'other' }),
    programs: folder(),
    system: folder(),
    fake: { ...theirs, names: {} },
    other: { ...open, names: { product: 'other-product' } },
    'other-product': { ...open, names: { runs: 'other-runs' } },
    'other-runs': { ...open, names: { 1: 'other-run' } },
    'other-run': { ...open, names: { journal: 'other-journal' } },
    'other-journal': { kind: 'file', owner: 'administrators', isOpen: true, text: 'nothing' },
  },
};

const edit = (world: World, path: string, change: (thing: typeof ours) => object): World => {
  const found = find(world, path, true);
  if (!found) throw new Error(path);
  return replace(world, found, { ...found.thing, ...change(found.thing as typeof ours) });
};
const placed = (world: World | null): World => {
  if (!world) throw new Error('Something stands there.');
  return world;
};

/** PCs with a run behind them, and what an administrator who means no harm has done since. */
function starts(protocol: readonly Step[]): Readonly<Record<string, World>> {
  const good = afterRun(fresh, protocol);
  const forged = { kind: 'file', owner: 'administrators', isOpen: false, text: 'forged' } as const;
  const restored = placed(put(good, `${runs}/2`, ours));
  return {
    'has no run behind it': fresh,
    'has a run behind it': good,
    'has lost the folder': deleted(good, base),
    'has lost the folder of the product': deleted(good, state),
    'has the folder under another name': move(good, base, 'data/Mendsheet.old'),
    'has got a run from a backup that users could write to': placed(put(restored, `${runs}/2/journal`, forged)),
    'had a link put there while the folder was open': placed(
      put(deleted(good, runs), runs, { kind: 'link', owner: 'users', isOpen: false, to: 'system' }),
    ),
    'had a journal put there while the folder was open': edit(good, `${runs}/1/journal`, () => ({
      owner: 'users',
      text: 'forged',
    })),
    'has rights of users in the folder of the product': edit(good, state, () => ({ isOpen: true })),
    'has rights of users in the folder above': edit(good, base, () => ({ isOpen: true })),
    'has given the folder of the product to a user': edit(good, state, () => ({ owner: 'users' })),
  };
}

/**
 * Every interleaving of a protocol with an attacker who may do as much as he likes between any two steps: what he has done when a run
 * does what he chose, step by step; null when none ever does.
 */
function attackOn(world: World, protocol: readonly Step[], without: Check | null): readonly string[] | null {
  const seen = new Set<string>();
  const open: { run: Run; step: number; path: readonly string[] }[] = [{ run: { world }, step: 0, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { run, step, path } = next;
    const key = `${step} ${run.number ?? ''} ${textOf(run.world)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const current = protocol[step];
    if (!current) continue;
    for (const [name, changed] of attacks(run.world))
      open.push({ run: { ...run, world: changed }, step, path: [...path, name] });
    const after = current.does(run, without);
    const told = [...path, `[${current.says}]`];
    if (after.ends === 'attacked') return told;
    if (!after.ends) open.push({ run: after, step: step + 1, path: told });
  }
  return null;
}

const protocols: readonly {
  readonly name: string;
  readonly protocol: readonly Step[];
  /** The run that lies behind, of the same edition. */
  readonly before: readonly Step[];
  readonly checks: readonly Check[];
  readonly blind?: RegExp;
}[] = [
  {
    name: 'repair of the script',
    protocol: scriptRepair,
    before: scriptRepair,
    checks: ['seal', 'link', 'owner', 'rights'],
  },
  {
    name: 'undo of the script',
    protocol: scriptUndo,
    before: scriptRepair,
    checks: ['seal', 'owner', 'rights', 'token'],
  },
  { name: 'undo of the script after batch', protocol: scriptUndo, before: batchRepair, checks: ['seal', 'token'] },
  {
    name: 'repair of a snippet',
    protocol: snippetRepair,
    before: snippetRepair,
    checks: ['seal', 'link', 'owner', 'rights'],
  },
  // Batch cannot see that somebody has opened the folder since (ADR 17).
  {
    name: 'repair of batch',
    protocol: batchRepair,
    before: batchRepair,
    checks: ['seal', 'link'],
    blind: /rights of users|to a user/,
  },
];

describe.each(protocols)('$name, with a user who acts between any two steps', ({ protocol, before, checks, blind }) => {
  const worlds = Object.entries(starts(before)).filter(([name]) => !blind?.test(name));

  it.each(worlds)('never does what the user chose on a PC that %s', (_name, world) => {
    expect(attackOn(world, protocol, null)).toBeNull();
  });

  it.each(checks)('does so when it leaves out the check of: %s', (check) => {
    expect(worlds.some(([, world]) => attackOn(world, protocol, check) !== null)).toBe(true);
  });

  it('comes to its end when nobody interferes', () => {
    const ended = protocol.reduce<Run>((run, step) => (run.ends ? run : step.does(run, null)), {
      world: afterRun(fresh, before),
    });
    expect(ended.ends).toBe('done');
  });
});

describe('the steps of the model', () => {
  const templates = loadTemplates(repository);
  const parts = [...templates.ps1.regions, ...templates.cmd.regions].flatMap((region) => region.parts);
  const textOfPart = (name: string): string =>
    name === 'snippet'
      ? (templates.ps1.snippet?.repair.text ?? '')
      : (parts.find((part) => part.name === name)?.source.text ?? '');

  it.each(protocols)('stand in the emitted parts in this order: $name', ({ protocol }) => {
    for (const part of new Set(protocol.map((step) => step.part))) {
      const text = textOfPart(part);
      let at = 0;
      for (const { says } of protocol.filter((step) => step.part === part)) {
        const found = text.indexOf(says, at);
        expect(found, `${part}: ${says}`).not.toBe(-1);
        at = found;
      }
    }
  });

  it('are those that a run takes before it reads or writes a journal', () => {
    expect(textOfPart('Initialize-StateFolder')).toContain('Add-SealedFolder -Path $base');
    expect(textOfPart('secure_state_folder')).toMatch(/call :make_state_folder[\s\S]*goto :trust_state_folder/);
    for (const part of ['Get-UndoableRun', 'Remove-AsideItem', 'Write-UnfinishedRun']) {
      expect(textOfPart(part)).toContain('Read-RunJournal -Run');
      expect(textOfPart(part)).not.toContain('Read-Journal ');
    }
  });
});
