import {
  base,
  closed,
  find,
  isUsers,
  move,
  namesOf,
  ours,
  put,
  replace,
  runs,
  state,
  take,
  type Found,
  type World,
} from './world.js';

/** What a check looks for. A protocol can be tried without one kind, to see that the attacker gets through then. */
export type Check = 'seal' | 'link' | 'owner' | 'rights' | 'token';

/** Where a run is: its world, the number that it has chosen, and how it went on. */
export interface Run {
  readonly world: World;
  readonly number?: string;
  readonly token?: string;
  readonly ends?: 'refused' | 'done' | 'attacked';
}

export interface Step {
  /** The part of the emitted script, and what it says there. */
  readonly part: string;
  readonly says: string;
  readonly does: (run: Run, without: Check | null) => Run;
}

const refused = (run: Run): Run => ({ ...run, ends: 'refused' });

/** Whether users had a hand in the folder that an elevated write ends in. */
const isTheirs = (world: World, path: string): boolean => {
  const parent = find(world, path.slice(0, path.lastIndexOf('/')));
  return parent !== null && (parent.viaLink || isUsers(parent.thing));
};

const unless = (check: Check, fails: (world: World) => boolean): Step['does'] => {
  return (run, without) => (without !== check && fails(run.world) ? refused(run) : run);
};

const isLink = (path: string, itself = true): ((world: World) => boolean) => {
  return (world) => find(world, path, itself)?.thing.kind === 'link';
};

/** Owner and rights are read at once, of what a link leads to. */
const descriptor = (path: (run: Run) => string, isOptional = false): Step['does'] => {
  return (run, without) => {
    const found = find(run.world, path(run));
    if (!found) return isOptional ? run : refused(run);
    if (without !== 'owner' && found.thing.owner === 'users') return refused(run);
    return without !== 'rights' && found.thing.isOpen ? refused(run) : run;
  };
};

const makesFolder = (path: (run: Run) => string, isNeeded: (run: Run) => boolean = () => true): Step['does'] => {
  return (run) => {
    if (!isNeeded(run)) return run;
    if (isTheirs(run.world, path(run))) return { ...run, ends: 'attacked' };
    const world = put(run.world, path(run), ours);
    return world ? { ...run, world } : refused(run);
  };
};

const isAbsent = (path: string): ((run: Run) => boolean) => {
  return ({ world }) => find(world, path, true) === null;
};

const isFirst = ({ number }: Run): boolean => number === 'first';

/** Made in a closed place and moved: the same in all editions. A run remembers whether it is one that makes it. */
function making(
  part: string,
  says: Readonly<Record<'looks' | 'closed' | 'seal' | 'new' | 'name' | 'moves', string>>,
): readonly Step[] {
  return [
    { part, says: says.looks, does: (run) => (isAbsent(base)(run) ? { ...run, number: 'first' } : run) },
    {
      part,
      says: says.closed,
      does: makesFolder(
        () => closed,
        (run) => isFirst(run) && isAbsent(closed)(run),
      ),
    },
    {
      part,
      says: says.seal,
      does: (run) => {
        if (!isFirst(run)) return run;
        const seal = { ...ours, kind: 'file', text: 'seal' } as const;
        return { ...run, world: put(run.world, `${closed}/seal`, seal) ?? run.world };
      },
    },
    { part, says: says.new, does: makesFolder(() => `${closed}/new`, isFirst) },
    {
      part,
      says: says.name,
      does: (run) => {
        const seal = find(run.world, `${closed}/seal`);
        if (!isFirst(run) || !seal) return run;
        return { ...run, world: put(run.world, `${closed}/new/seal`, seal.id) ?? run.world };
      },
    },
    {
      part,
      says: says.moves,
      does: (run) => (isFirst(run) ? { ...run, world: move(run.world, `${closed}/new`, base) } : run),
    },
  ];
}

const isSealed: Step['does'] = unless('seal', (world) => {
  const seal = find(world, `${closed}/seal`);
  return !seal || !namesOf(world, seal.id).includes(`${base}/seal`);
});

const chooses: Step['does'] = (run) => {
  const found = find(run.world, runs);
  const numbers = Object.keys(found?.thing.names ?? {}).map(Number);
  return { ...run, number: `${1 + Math.max(0, ...numbers)}` };
};

const writesToken: Step['does'] = (run) => {
  const number = run.number ?? '';
  return { ...run, world: { ...run.world, tokens: { ...run.world.tokens, [number]: `token${number}` } } };
};

const writesJournal: Step['does'] = (run) => {
  const path = `${runs}/${run.number}/journal`;
  if (isTheirs(run.world, path) || find(run.world, path, true)) return { ...run, ends: 'attacked' };
  const file = { ...ours, kind: 'file', text: 'ours', token: `token${run.number}` } as const;
  return { ...run, world: put(run.world, path, file) ?? run.world, ends: 'done' };
};

const ofRun = (name: string): ((run: Run) => string) => {
  return ({ number }) => `${runs}/${number}${name}`;
};

/** What Initialize-StateFolder looks at, in its order. */
const scriptTrust: readonly Step[] = [
  ...['(Test-TrustedItem -Path $base -Closed)'].flatMap((says): readonly Step[] => [
    { part: 'Initialize-StateFolder', says, does: unless('link', isLink(base)) },
    { part: 'Initialize-StateFolder', says, does: descriptor(() => base) },
  ]),
  { part: 'Initialize-StateFolder', says: '(Test-SealedFolder -Path $base)', does: isSealed },
];

const scriptBelow: readonly Step[] = [
  ...['(Test-TrustedItem -Path $script:StateFolder -Closed)'].flatMap((says): readonly Step[] => [
    { part: 'Initialize-StateFolder', says, does: unless('link', isLink(state)) },
    { part: 'Initialize-StateFolder', says, does: descriptor(() => state) },
  ]),
  ...['(Test-TrustedItem -Path $runs)'].flatMap((says): readonly Step[] => [
    { part: 'Initialize-StateFolder', says, does: unless('link', isLink(runs)) },
    { part: 'Initialize-StateFolder', says, does: descriptor(() => runs, true) },
  ]),
];

/** A repair with the script. */
export const scriptRepair: readonly Step[] = [
  ...making('Add-SealedFolder', {
    looks: 'param([Parameter(Mandatory)] [string] $Path)',
    closed: 'Add-ProtectedFolder -Path $closed',
    seal: 'Set-Content -LiteralPath "$closed\\seal.txt"',
    new: 'Add-ProtectedFolder -Path $new',
    name: "'hardlink', 'create'",
    moves: 'Move-Item -LiteralPath $new -Destination $Path',
  }),
  ...scriptTrust,
  {
    part: 'Initialize-StateFolder',
    says: 'Add-ProtectedFolder -Path $script:StateFolder',
    does: makesFolder(() => state, isAbsent(state)),
  },
  ...scriptBelow,
  { part: 'Add-RunFolder', says: '$highest = Get-Run', does: chooses },
  {
    part: 'Add-RunFolder',
    says: 'Set-ItemProperty -LiteralPath $key -Name "$number" -Value $script:RunId',
    does: writesToken,
  },
  {
    part: 'Add-RunFolder',
    says: 'New-Item -Path "$script:StateFolder\\runs\\$number" -ItemType Directory',
    does: (run) => {
      const made = makesFolder(() => runs, isAbsent(runs))(run, null);
      return made.ends ? made : makesFolder(ofRun(''))(made, null);
    },
  },
  { part: 'Add-RunFolder', says: 'Add-JournalLine -Path $script:Journal', does: writesJournal },
];

/** An undo with the script. */
export const scriptUndo: readonly Step[] = [
  ...scriptTrust,
  ...scriptBelow,
  {
    part: 'Get-UndoableRun',
    says: '$runs = Get-Run',
    does: (run) => {
      const numbers = Object.keys(find(run.world, runs)?.thing.names ?? {}).map(Number);
      return numbers.length === 0 ? { ...run, ends: 'done' } : { ...run, number: `${Math.max(...numbers)}` };
    },
  },
  ...['', '/journal'].flatMap((name): readonly Step[] => [
    {
      part: 'Read-RunJournal',
      says: 'Test-TrustedItem -Path $path',
      does: (run, without) => unless('link', isLink(ofRun(name)(run)))(run, without),
    },
    { part: 'Read-RunJournal', says: 'Test-TrustedItem -Path $path', does: descriptor(ofRun(name)) },
  ]),
  {
    part: 'Read-RunJournal',
    says: 'Read-Journal -Path $Run.Journal -Token (Get-RegistryValue',
    does: (run, without) => {
      const journal = find(run.world, ofRun('/journal')(run))?.thing;
      const token = run.world.tokens[run.number ?? ''];
      if (without !== 'token' && (token === undefined || journal?.token !== token)) return refused(run);
      return { ...run, ends: journal?.text === 'forged' ? 'attacked' : 'done' };
    },
  },
];

/** A repair with a pasted block: all of it stands in one text. */
export const snippetRepair: readonly Step[] = [
  ...making('snippet', {
    looks: 'if (-not (Test-Path -Path $base))',
    closed: '$closed, $new | ForEach-Object { & $close $_ }',
    seal: 'Set-Content -Path "$closed\\seal.txt"',
    new: '"$closed\\seal.txt"',
    name: 'hardlink create "$new\\seal.txt"',
    moves: 'Move-Item -Path $new -Destination $base',
  }),
  ...[base, state, runs].flatMap((path): readonly Step[] => [
    {
      part: 'snippet',
      says: 'foreach ($path in $base, $state, "$state\\runs")',
      does: makesFolder(() => path, isAbsent(path)),
    },
    { part: 'snippet', says: 'foreach ($path in', does: unless('link', isLink(path)) },
    { part: 'snippet', says: 'foreach ($path in', does: descriptor(() => path) },
    { part: 'snippet', says: 'foreach ($path in', does: isSealed },
  ]),
  { part: 'snippet', says: '$numbers = Get-ChildItem -Path "$state\\runs" -Directory', does: chooses },
  { part: 'snippet', says: 'Set-ItemProperty -Path $key -Name "$number" -Value $token', does: writesToken },
  { part: 'snippet', says: 'New-Item -Path "$state\\runs\\$number" -ItemType Directory', does: makesFolder(ofRun('')) },
  { part: 'snippet', says: 'Add-JournalLine -Text (', does: writesJournal },
];

/** icacls takes a thing over, and what a link leads to. */
const takesOver = (path: string): Step['does'] => {
  return (run) => {
    const found: Found | null = find(run.world, path);
    return found ? { ...run, world: replace(run.world, found, { ...found.thing, ...pick(ours) }) } : refused(run);
  };
};
const pick = ({ owner, isOpen }: typeof ours): Pick<typeof ours, 'owner' | 'isOpen'> => ({ owner, isOpen });

/** A repair with batch, which cannot read owners and rights, and undoes nothing. */
export const batchRepair: readonly Step[] = [
  ...making('make_state_folder', {
    looks: ':make_state_folder',
    closed: 'md "%CLOSED%"',
    seal: '>"%CLOSED%\\seal.txt" echo',
    new: 'md "%NEW%"',
    name: 'mklink /h "%NEW%\\seal.txt" "%CLOSED%\\seal.txt"',
    moves: 'move "%NEW%" "%BASE%"',
  }),
  { part: 'trust_state_folder', says: 'call :no_link "%BASE%"', does: unless('link', isLink(base)) },
  { part: 'trust_state_folder', says: 'fsutil.exe hardlink list "%CLOSED%\\seal.txt"', does: isSealed },
  { part: 'trust_state_folder', says: 'md "%STATE%"', does: makesFolder(() => state, isAbsent(state)) },
  { part: 'trust_state_folder', says: 'call :close_folder "%STATE%"', does: unless('link', isLink(state)) },
  { part: 'trust_state_folder', says: 'call :close_folder "%STATE%"', does: takesOver(state) },
  { part: 'trust_state_folder', says: 'md "%STATE%\\runs"', does: makesFolder(() => runs, isAbsent(runs)) },
  { part: 'trust_state_folder', says: 'call :no_link "%STATE%\\runs"', does: unless('link', isLink(runs)) },
  { part: 'new_run', says: 'dir /b /ad "%STATE%\\runs"', does: chooses },
  { part: 'new_run', says: 'reg.exe" add "%STATE_KEY%\\Runs" /v %RUN%', does: writesToken },
  { part: 'new_run', says: 'md "%STATE%\\runs\\%RUN%"', does: makesFolder(ofRun('')) },
  {
    part: 'new_run',
    says: 'call :no_link "%STATE%\\runs\\%RUN%"',
    does: (run, without) => unless('link', isLink(ofRun('')(run)))(run, without),
  },
  { part: 'new_run', says: 'call :journal_write', does: writesJournal },
];

/** The world after a good run in the first of them, for the starts of the model. */
export function afterRun(world: World, protocol: readonly Step[]): World {
  const ended = protocol.reduce<Run>((run, step) => (run.ends ? run : step.does(run, null)), { world });
  if (ended.ends !== 'done') throw new Error(`The protocol ended ${ended.ends ?? 'nowhere'}.`);
  return ended.world;
}

/** The same without what stands at a path. */
export const deleted = take;
