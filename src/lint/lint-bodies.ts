import type { Result } from '../diagnostics/diagnostic.js';
import {
  editions,
  phases,
  type Body,
  type Catalog,
  type DeclaredCommand,
  type Edition,
  type Phase,
} from '../ir/catalog.js';
import { callableIn, replacementsIn, type Library, type LibraryFunction } from '../ir/library.js';
import { runInWorkers } from '../workers/run-in-workers.js';
import { namesBareIn } from '../batch/cmd-holes.js';
import { memoize } from '../source/memoize.js';
import { lineSpan, type SourceFile } from '../source/source-file.js';
import { placeDiagnostic, type LineDiagnostic } from './line-diagnostic.js';
import type { WindowsCommand } from './body-rules.js';
import { lintAccounts } from './lint-accounts.js';
import { lintGivenValues } from './lint-given-values.js';
import { lintText, lintVerdict, type BodyToLint, type LintScopes } from './lint-body.js';
import { lintReads } from './lint-reads.js';
import { lintRisks } from './lint-risks.js';

/**
 * Lints every body of a catalog once, however many scripts it goes into. Diagnostics stand at the lines of the input; the
 * catalog comes out as it is.
 */
export function lintBodies(catalog: Catalog, library: Library): Result<Catalog> {
  return lintAll(catalog, library, bodiesToLint(catalog, library), []);
}

/**
 * The same. Where there are many bodies, workers do it beside whatever this thread does until it awaits the answer.
 * @param workers how many threads there may be with this one.
 */
export async function lintBeside(catalog: Catalog, library: Library, workers: number): Promise<Result<Catalog>> {
  const toLint = bodiesToLint(catalog, library);
  const { bodies, scopes, known } = toLint;
  const fresh = [...bodies.keys()].filter((at) => known.of(bodies[at] as BodyUse) === undefined);
  if (workers < 2 || fresh.length < worthWorkers) return lintAll(catalog, library, toLint, []);
  const said = await lintInWorkers(
    fresh.map((at) => bodies[at] as BodyUse),
    scopes,
    workers,
  );
  const beside: Said[] = [];
  for (const [index, at] of fresh.entries()) beside[at] = said[index] as Said;
  return lintAll(catalog, library, toLint, beside);
}

/** @param beside what workers said already of each body, in their order. */
function lintAll(
  catalog: Catalog,
  library: Library,
  { bodies, scopes, known }: ToLint,
  beside: readonly Said[],
): Result<Catalog> {
  const diagnostics = bodies.flatMap((each, at) => {
    const { body } = each;
    const found = known.of(each) ?? beside[at]?.text ?? lintText(each, scopes);
    known.keep(each, found);
    return [...found, ...(beside[at]?.verdict ?? lintVerdict(each))].map((diagnostic) => {
      const line = lineSpan(body.source, body.firstLine + diagnostic.row);
      return placeDiagnostic(diagnostic, line, -body.indent);
    });
  });
  return {
    value: catalog,
    diagnostics: [
      ...lintReads(catalog, library),
      ...diagnostics,
      ...lintAccounts(catalog, library),
      ...lintGivenValues(catalog, library),
      ...lintRisks(catalog),
    ],
  };
}

/** Every body with what it may call, and what was said of it before. */
interface ToLint {
  readonly bodies: readonly BodyUse[];
  readonly scopes: LintScopes;
  readonly known: KnownDiagnostics;
}

function bodiesToLint(catalog: Catalog, library: Library): ToLint {
  const bodies = [...bodiesOf(catalog)];
  const scopes = scopesOf(catalog, library, bodies);
  return { bodies, scopes, known: knownDiagnostics(library, scopes) };
}

/** Bodies from which a worker pays, which reads the grammars first. */
const worthWorkers = 400;

/** Bodies that a worker gets at once. */
const ofOrder = 50;

interface Said {
  readonly text: readonly LineDiagnostic[];
  readonly verdict: readonly LineDiagnostic[];
}

async function lintInWorkers(
  bodies: readonly BodyUse[],
  scopes: LintScopes,
  workers: number,
): Promise<readonly Said[]> {
  const orders = Array.from({ length: Math.ceil(bodies.length / ofOrder) }, (_, at) =>
    bodies.slice(at * ofOrder, (at + 1) * ofOrder),
  );
  const script = new URL('lint-worker.js', import.meta.url);
  const jobs = orders.map((each) => ({ order: { bodies: each.map(withoutPlace), scopes }, weight: each.length }));
  return (await runInWorkers<unknown, readonly Said[]>(script, jobs, workers - 1)).flat();
}

/** A body without the file that it stands in, all of which would go along. */
function withoutPlace({ body: { text }, ...others }: BodyUse): BodyToLint {
  return { ...others, body: { text } };
}

function scopesOf(catalog: Catalog, library: Library, bodies: readonly BodyUse[]): LintScopes {
  const { comClasses, readCommands, readTools } = catalog;
  const bareElsewhere = namesBareIn(bodies.flatMap(({ body, edition }) => (edition === 'cmd' ? [body.text] : [])));
  const commands = new Map(readCommands.map((command) => [command.name, known(command)] as const));
  const tools = readTools.map(({ name, calls }) => ({ name, calls: calls.map(({ words }) => ({ words })) }));
  const scope = (edition: Edition, phase: Phase): LintScopes[Edition][Phase] => ({
    phase,
    comClasses,
    commands,
    tools,
    library: callable(library)[edition][phase],
    instead: instead(library)[edition],
    bareElsewhere,
  });
  const byPhase = (edition: Edition): LintScopes[Edition] => ({
    detect: scope(edition, 'detect'),
    repair: scope(edition, 'repair'),
    collect: scope(edition, 'collect'),
  });
  return { ps1: byPhase('ps1'), cmd: byPhase('cmd') };
}

/** A declared command as the rules take one: its parameters stand behind their names alone. */
function known({ parameters }: DeclaredCommand): WindowsCommand {
  return { parameters: parameters.map(({ name, isSwitch }) => ({ name, isSwitch, of: [] })), places: [] };
}

/** What was said of bodies of the same files before, where what they may call is the same as well. */
function knownDiagnostics(library: Library, { ps1, cmd }: LintScopes): KnownDiagnostics {
  const inFiles = diagnosticsWith(library);
  const { comClasses, commands, tools } = ps1.detect;
  const declared = JSON.stringify([comClasses, [...commands], tools]);
  const elsewhere = { ps1: declared, cmd: `${[...cmd.detect.bareElsewhere].join()} ${declared}` };
  const keyOf = ({ edition, phase, body }: BodyUse): string =>
    `${edition} ${phase} ${body.firstLine} ${elsewhere[edition]}`;
  return {
    of: (each) => inFiles(each.body.source).get(keyOf(each)),
    keep: (each, said) => void inFiles(each.body.source).set(keyOf(each), said),
  };
}

interface KnownDiagnostics {
  readonly of: (body: BodyUse) => readonly LineDiagnostic[] | undefined;
  readonly keep: (body: BodyUse, said: readonly LineDiagnostic[]) => void;
}

/** Diagnostics of the bodies of a file by edition, phase and place. A file that has not changed is the same object to a watch. */
const diagnosticsWith = memoize((_library: Library) =>
  memoize((_file: SourceFile) => new Map<string, readonly LineDiagnostic[]>()),
);

const instead = memoize((library: Library) => ({
  ps1: replacementsIn(library, 'ps1'),
  cmd: replacementsIn(library, 'cmd'),
}));

/** What bodies may call by edition, phase and name. */
const callable = memoize((library: Library) => {
  const byName = (edition: Edition, phase: Phase): ReadonlyMap<string, LibraryFunction> =>
    new Map(callableIn(library, edition, phase).map((each) => [each.name, each] as const));
  const byPhase = (edition: Edition): Readonly<Record<Phase, ReadonlyMap<string, LibraryFunction>>> => ({
    detect: byName(edition, 'detect'),
    repair: byName(edition, 'repair'),
    collect: byName(edition, 'collect'),
  });
  return { ps1: byPhase('ps1'), cmd: byPhase('cmd') };
});

interface BodyUse extends BodyToLint {
  readonly body: Body;
}

function* bodiesOf(catalog: Catalog): Generator<BodyUse> {
  for (const edition of editions) {
    for (const phase of phases) {
      for (const { steps, says, answers } of catalog.checks) {
        const step = steps[edition][phase];
        const words = { says, answers: answers ?? [] };
        if (step?.kind === 'body') yield { body: step.body, phase, edition, owner: 'check', words };
      }
      for (const { bodies, says } of catalog.recipes.values()) {
        const body = bodies[edition][phase];
        if (body) yield { body, phase, edition, owner: 'recipe', words: { says, answers: [] } };
      }
    }
    const { guard } = catalog;
    const body = guard?.bodies[edition];
    if (guard && body)
      yield { body, phase: 'detect', edition, owner: 'guard', words: { says: guard.says, answers: [] } };
  }
}
