import type { ChannelInput } from './channels/channel.js';
import { channels } from './channels/list.js';
import { makeChannelFiles, planDiagnostics, scriptDiagnostics, wrapChannels } from './channels/wrap.js';
import { compareDiagnostics, hasErrors, type Diagnostic, type Result } from './diagnostics/diagnostic.js';
import { checkRendered, finish, onePerPlace, type Signing } from './finish/finish.js';
import type { Artefact, OutputFile, RenderedText } from './ir/artefact.js';
import type { Catalog } from './ir/catalog.js';
import type { Plan, ScriptPlan } from './ir/plan.js';
import { lintBeside } from './lint/lint-bodies.js';
import type { Disk } from './load/disk.js';
import { loadProject } from './load/load-project.js';
import type { Project } from './load/project.js';
import type { PageTemplates, Templates } from './load/templates.js';
import { fingerprints, leaveOutKnown } from './plan/fingerprint.js';
import { planScripts } from './plan/plan-scripts.js';
import { fillFile } from './render/fill-file.js';
import { renderPlan } from './render/render-plan.js';
import { resolveCatalog } from './resolve/index.js';
import { validateProject } from './spec/validate.js';

export interface CompileInput {
  /** Path of checks.yaml. */
  readonly indexPath: string;
  /** What reads the checklist; the disk as it is where none is given. */
  readonly disk?: Disk;
  readonly templates: Templates;
  /** Version of the compiler. */
  readonly version: string;
  /** Today as an ISO date, against which facts are due for review. */
  readonly today: string;
  /** Null leaves everything unsigned. */
  readonly signing: Signing | null;
  /** Whether banners and the manifest say that a development certificate signs. */
  readonly development: boolean;
  /** Threads that may work beside each other; this one alone where it is not said. They start from files of the built package. */
  readonly workers?: number;
}

/** How far to go: to the last stage that is named here, with what that one needs. */
export type CompileEnd =
  /** Settles what the checklist means, and looks neither into its bodies nor for what it does not use. */
  | { readonly until: 'catalog' }
  /** Decides, and makes no text. */
  | { readonly until: 'plan' }
  /**
   * Looks at each text and lets it go: finds what a build would refuse, and keeps no file.
   * @param clean fingerprints, by path, of texts about which nothing was said before; they are not looked at again. Null
   *   for one look, which needs none.
   */
  | { readonly until: 'look'; readonly clean: ReadonlyMap<string, string> | null }
  /** The script of the checklist that detects, alone, in each pair of its languages. */
  | { readonly until: 'diagnosis' }
  /** The scripts and snippets, and what channels make of them. */
  | { readonly until: 'channels' }
  /** Every file of dist/. */
  | {
      readonly until: 'assemble';
      readonly page: PageTemplates;
      /** What lies beside the scripts of every product, by name. */
      readonly companions: ReadonlyMap<string, string>;
    };

/** How far a checklist came. What a stage with errors would have made, and all behind it, is null. */
export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  readonly project: Project | null;
  readonly catalog: Catalog | null;
  readonly plan: Plan | null;
  /** The `clean` of the next look. */
  readonly clean: ReadonlyMap<string, string> | null;
  readonly artefacts: readonly Artefact[] | null;
  readonly files: readonly OutputFile[] | null;
}

/**
 * The compiler, a line for each stage. A stage that found errors is the last one to run, so that the stages behind it may
 * take what they get as settled. What `lint`, `plan` and `render` refuse does not need each other, so that a run says all
 * of it.
 */
export async function compile(input: CompileInput, end: CompileEnd): Promise<Compiled> {
  const found: Diagnostic[] = [];
  const project = take(loadProject(input.indexPath, input.disk), found);
  if (!project) return compiled(found, {});

  const spec = take(validateProject(project), found);
  const resolved = take(resolveCatalog(spec, input.today, end.until !== 'catalog'), found);
  if (!resolved || hasErrors(found)) return compiled(found, { project });
  if (end.until === 'catalog') return compiled(found, { project, catalog: resolved });

  // Workers lint while this thread goes on.
  const linting = lintBeside(resolved, input.templates.library, input.workers ?? 1);
  const plan = take(planScripts(resolved, input.templates, channels), found);
  if (end.until === 'plan') {
    const catalog = take(await linting, found);
    return compiled(found, { project, catalog, plan });
  }
  const wanted = wantedOf(plan, end);
  const build = { version: input.version, developmentCertificate: input.development };
  const texts = take(renderPlan(wanted, build), found);
  if (end.until === 'look') {
    // A text may fail over what the linter refuses, and then that is what there is to say.
    const looked = hasErrors(found) ? null : attempt(() => lookAt(plan, texts));
    const planned = { project, catalog: take(await linting, found), plan };
    if (!looked || hasErrors(found)) return compiled(found, planned);
    const unclean = take(looked(), found);
    return compiled(found, { ...planned, clean: end.clean && cleanTexts(plan, unclean) });
  }
  const catalog = take(await linting, found);
  const planned = { project, catalog, plan };
  if (hasErrors(found)) return compiled(found, planned);

  const finished = take(await finish(texts, input.signing, catalog.title.en), found);
  if (hasErrors(found)) return compiled(found, planned);

  if (end.until === 'diagnosis') return compiled(found, { ...planned, artefacts: finished });

  const artefacts = take(await wrapChannels(plan, finished, fillWith(input.templates), input.workers), found);
  if (hasErrors(found)) return compiled(found, planned);
  if (end.until === 'channels') return compiled(found, { ...planned, artefacts });

  // What signs a product and makes its page is read for a build alone: it is more code than all of the compiler.
  const { assemble } = await import('./assemble/assemble.js');
  const { templates, version, signing, development } = input;
  const product = { project, plan, artefacts, library: templates.library, compiler: version, signing, development };
  const { page, companions } = end;
  const files = take(await assemble({ ...product, page, companions }), found);
  return compiled(found, { ...planned, artefacts, files });
}

/** A plan without what need not be rendered. */
function wantedOf(plan: Plan, end: CompileEnd): Plan {
  if (end.until === 'look' && end.clean) return leaveOutKnown(plan, end.clean);
  if (end.until !== 'diagnosis') return plan;
  const isWanted = ({ role, phase, edition }: ScriptPlan): boolean =>
    role.kind === 'checklist' && phase === 'detect' && edition === 'ps1';
  const [first, ...others] = plan.scripts.filter(isWanted);
  const scripts = first ? [first, ...others.filter(({ name }) => name === first.name)] : [];
  return { ...plan, scripts, snippets: [] };
}

/** The value of a stage; what it has to say goes to what was `found`. */
function take<T>({ value, diagnostics }: Result<T>, found: Diagnostic[]): T {
  found.push(...diagnostics);
  return value;
}

function compiled(found: readonly Diagnostic[], made: Partial<Compiled>): Compiled {
  const nothing = { project: null, catalog: null, plan: null, clean: null, artefacts: null, files: null };
  return { ...nothing, ...made, diagnostics: [...found].sort(compareDiagnostics) };
}

/**
 * What a build would say of texts behind `render`, one text at a time.
 * @returns paths of the texts about which there is something to say.
 */
function lookAt(plan: Plan, texts: Iterable<RenderedText>): Result<ReadonlySet<string>> {
  const diagnostics = [...planDiagnostics(plan)];
  const value = new Set<string>();
  for (const text of texts) {
    const own = [...checkRendered(text), ...scriptDiagnostics(plan, text)];
    diagnostics.push(...own);
    if (own.length > 0) value.add(text.path);
  }
  return { value, diagnostics: onePerPlace(diagnostics) };
}

/** Does something now. @returns what gives its value, or throws what it threw. */
function attempt<Value>(work: () => Value): () => Value {
  try {
    const value = work();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function cleanTexts(plan: Plan, unclean: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map([...fingerprints(plan)].filter(([path]) => !unclean.has(path)));
}

/** The files that channels add to finished scripts, whether or not services would take these. */
export function channelFiles(
  plan: Plan,
  finished: readonly Artefact[],
  templates: Templates,
  workers: number,
): Promise<readonly Artefact[]> {
  return makeChannelFiles(plan, finished, fillWith(templates), workers);
}

function fillWith({ channelFiles: files }: Templates): ChannelInput['fill'] {
  return (name, values) => fillFile(files, name, values);
}
