import { createHash } from 'node:crypto';
import type { ChannelInput } from './channels/channel.js';
import { channels } from './channels/list.js';
import { leaveOutUnfit, makeChannelFiles, planFaults, scriptFaults, wrapChannels } from './channels/wrap.js';
import { hasErrors, compareDiagnostics, type Diagnostic } from './diagnostics/diagnostic.js';
import { checkRendered, finish, once, type Signing } from './finish/finish.js';
import { lintBodies } from './finish/lint-bodies.js';
import type { Artefact } from './ir/artefact.js';
import type { Catalog } from './ir/catalog.js';
import type { Plan } from './ir/plan.js';
import { loadProject } from './load/load-project.js';
import type { Project } from './load/project.js';
import type { Templates } from './load/templates.js';
import { checkNames } from './plan/check-names.js';
import { fingerprint } from './plan/fingerprint.js';
import { planScripts } from './plan/plan-scripts.js';
import { fillFile } from './render/fill-file.js';
import { renderPlan } from './render/render-plan.js';
import type { Build } from './render/script-view-ps1.js';
import { uncarriedValues } from './render/uncarried-values.js';
import { resolveCatalog } from './resolve/index.js';
import { validateProject } from './spec/validate.js';

export interface CompileInput {
  /** Path of checks.yaml. */
  readonly indexPath: string;
  readonly templates: Templates;
  /** Version of the compiler. */
  readonly version: string;
  /** Today as an ISO date, against which facts are due for review. */
  readonly today: string;
  /** Null leaves the scripts unsigned. */
  readonly signing: Signing | null;
  /** Whether banners say that a development certificate signs. */
  readonly development: boolean;
}

/** How far a checklist came. What a stage with errors would have made, and all behind it, is null. */
export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  readonly project: Project | null;
  readonly catalog: Catalog | null;
  readonly plan: Plan | null;
  readonly artefacts: readonly Artefact[] | null;
}

interface Planned {
  readonly found: Diagnostic[];
  readonly result: (made: Pick<Partial<Compiled>, 'artefacts'>) => Compiled;
  readonly plan: Plan | null;
}

/**
 * The compiler up to its plan, a constant for each stage. A stage that found errors is the last one to run, so that
 * the stages behind it may take what they get as settled; the linters of bodies run beside planning, since neither
 * needs the other.
 */
function planFiles(input: CompileInput): Planned {
  const found: Diagnostic[] = [];
  const planned = (stages: Partial<Compiled>): Planned => ({
    found,
    result: (made) => ({ ...nothing, ...stages, ...made, diagnostics: found.sort(compareDiagnostics) }),
    plan: stages.plan ?? null,
  });

  const loaded = loadProject(input.indexPath);
  found.push(...loaded.diagnostics);
  const project = loaded.value;
  if (!project) return planned({});

  const validated = validateProject(project);
  found.push(...validated.diagnostics);
  if (!validated.value) return planned({ project });

  const resolved = resolveCatalog(validated.value, input.today);
  found.push(...resolved.diagnostics);
  const catalog = resolved.value;
  if (!catalog || hasErrors(found)) return planned({ project });

  found.push(...lintBodies(catalog, input.templates.library), ...checkNames(catalog, input.templates));
  const plan = planScripts(catalog, input.templates, channels);
  found.push(...uncarriedValues(catalog));
  return planned({ project, catalog, plan });
}

/** Compiles a checklist to the bytes of every file, or says every mistake in it. */
export async function compile(input: CompileInput): Promise<Compiled> {
  const { found, result, plan } = planFiles(input);
  if (!plan || hasErrors(found)) return result({});

  const texts = renderPlan(plan, buildOf(input));
  const finished = await finish(texts, input.signing, plan.catalog.title.en);
  found.push(...finished.diagnostics);
  if (hasErrors(found)) return result({});

  const fitting = leaveOutUnfit(plan, finished.value);
  const wrapped = wrapChannels(plan, fitting.value, fillWith(input.templates));
  found.push(...fitting.diagnostics, ...wrapped.diagnostics);
  return result(hasErrors(found) ? {} : { artefacts: [...fitting.value, ...wrapped.value] });
}

/**
 * Finds what `compile` would refuse, and keeps no file: each text is looked at and let go.
 * @param clean fingerprints, by path, of texts that had no fault; those are not rendered again, and new ones are added.
 *   Null for one look, which needs none.
 */
export async function inspect(input: CompileInput, clean: Map<string, string> | null): Promise<Compiled> {
  const { found, result, plan } = planFiles(input);
  if (!plan || hasErrors(found)) return result({});
  const prints = new Map(
    clean && [...plan.scripts, ...plan.snippets].map((each) => [each.path, fingerprint(each, plan.catalog)] as const),
  );
  const isNew = ({ path }: { readonly path: string }): boolean => !clean || clean.get(path) !== prints.get(path);
  const changed = { ...plan, scripts: plan.scripts.filter(isNew), snippets: plan.snippets.filter(isNew) };
  const faults: Diagnostic[] = [...planFaults(plan)];
  for (const text of renderPlan(changed, buildOf(input))) {
    const own = [...checkRendered(text), ...scriptFaults(plan, text)];
    faults.push(...own);
    const print = prints.get(text.path);
    if (own.length === 0 && print !== undefined) clean?.set(text.path, print);
  }
  found.push(...once(faults));
  return result({});
}

function buildOf({ version, development }: CompileInput): Build {
  return { version, developmentCertificate: development };
}

/** The files that channels add to finished scripts, whether or not services would take these. */
export function channelFiles(plan: Plan, finished: readonly Artefact[], templates: Templates): readonly Artefact[] {
  return makeChannelFiles(plan, finished, fillWith(templates));
}

function fillWith({ channelFiles: files }: Templates): ChannelInput['fill'] {
  return (name, values) => fillFile(files, name, values);
}

const nothing: Omit<Compiled, 'diagnostics'> = {
  project: null,
  catalog: null,
  plan: null,
  artefacts: null,
};

/** SHA-256 over paths and texts of every input file, lower-case hex: equal for equal checklists. */
export function sourceHash(project: Project): string {
  const { index, groups, recipes, facts, errorCodes } = project;
  const trees = [index, ...groups, ...recipes, ...(facts ? [facts] : []), ...(errorCodes ? [errorCodes] : [])];
  const files = trees.map(({ source }) => source);
  const hash = createHash('sha256');
  for (const { path, text } of [...files, ...project.bodies].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${path}\0${text.length}\0${text}\0`);
  }
  return hash.digest('hex');
}
