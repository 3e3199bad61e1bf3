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
import { namesBareIn } from '../batch/cmd-holes.js';
import { memoize } from '../source/memoize.js';
import { lineSpan, type SourceFile } from '../source/source-file.js';
import { placeDiagnostic, type LineDiagnostic } from './line-diagnostic.js';
import type { WindowsCommand } from './body-rules.js';
import { lintAccounts } from './lint-accounts.js';
import { lintGivenValues } from './lint-given-values.js';
import { lintCmd } from './lint-cmd.js';
import { lintEndings, lintFindings, lintVerdicts, type FindingWords } from './lint-findings.js';
import { lintPs1 } from './lint-ps1.js';
import { lintReads } from './lint-reads.js';
import { lintRisks } from './lint-risks.js';

/**
 * Lints every body of a catalog once, however many scripts it goes into. Diagnostics stand at the lines of the input; the
 * catalog comes out as it is.
 */
export function lintBodies(catalog: Catalog, library: Library): Result<Catalog> {
  const diagnosticsIn = diagnosticsWith(library);
  const bodies = [...bodiesOf(catalog)];
  const bareElsewhere = namesBareIn(bodies.flatMap(({ body, edition }) => (edition === 'cmd' ? [body.text] : [])));
  const { comClasses, readCommands, readTools: tools } = catalog;
  const commands = new Map(readCommands.map((command) => [command.name, known(command)] as const));
  const declared = JSON.stringify([
    comClasses,
    [...commands],
    tools.map(({ name, calls }) => [name, calls.map(({ words }) => words)]),
  ]);
  const elsewhere = { ps1: declared, cmd: `${[...bareElsewhere].join()} ${declared}` };
  const diagnostics = bodies.flatMap(({ body, phase, edition, owner, words }) => {
    const scope = {
      phase,
      comClasses,
      commands,
      tools,
      library: callable(library)[edition][phase],
      instead: instead(library)[edition],
      bareElsewhere,
    };
    const key = `${edition} ${phase} ${body.firstLine} ${elsewhere[edition]}`;
    const earlier = diagnosticsIn(body.source);
    const found = earlier.get(key) ?? (edition === 'ps1' ? lintPs1(body.text, scope) : lintCmd(body.text, scope));
    earlier.set(key, found);
    const isDetection = phase === 'detect' && owner !== 'guard';
    const endings = isDetection ? (edition === 'ps1' ? lintEndings(body.text) : lintVerdicts(body.text)) : [];
    const reasons = edition === 'ps1' ? lintFindings(body, words) : [];
    return [...found, ...endings, ...reasons].map((diagnostic) => {
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

/** A declared command as the rules take one: its parameters stand behind their names alone. */
function known({ parameters }: DeclaredCommand): WindowsCommand {
  return { parameters: parameters.map(({ name, isSwitch }) => ({ name, isSwitch, of: [] })), places: [] };
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

interface BodyUse {
  readonly body: Body;
  readonly phase: Phase;
  readonly edition: Edition;
  readonly owner: 'check' | 'recipe' | 'guard';
  readonly words: FindingWords;
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
