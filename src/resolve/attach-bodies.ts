import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import { editions, phases, type Body, type Edition, type Phase } from '../ir/catalog.js';
import type { SourceFile, Span } from '../source/source-file.js';
import { startOf } from '../source/source-tree.js';
import { keyPlaceOf, placeOf } from '../source/located.js';
import type { PackageEntry, Spec } from '../spec/spec.js';
import {
  homeOf,
  missingRecipes,
  recipesIn,
  type Bodies,
  type CheckDraft,
  type Draft,
  type RecipeDraft,
} from './draft.js';
import { fileBody, inlineBody } from './read-body.js';

/*
 * attach-bodies
 * needs: nothing.
 * guarantees: every recipe and check has the bodies that are its own, each from one place, ASCII with spaces; every
 * body file belongs to something.
 */

export function attachBodies(draft: Draft): Result<Draft> {
  const shelf = new Shelf([...draft.spec.bodies, ...draft.spec.packages.flatMap(({ bodies }) => bodies)]);
  const recipes = new Map([...draft.recipes].map(([id, recipe]) => [id, attachRecipe(recipe, shelf)]));
  const checks = draft.checks.map((check) => attachCheck(check, shelf));
  const guardBodies = attachGuard(draft.spec, shelf);
  const orphans = findOrphans(draft.spec, shelf);
  const value = { ...draft, recipes, checks, guardBodies };
  return { value, diagnostics: [...shelf.diagnostics, ...orphans] };
}

/** The body files of the checklist, of which each can be taken; what is left belongs to nothing. */
class Shelf {
  readonly #files: Map<string, SourceFile>;
  readonly diagnostics: Diagnostic[] = [];
  /** Every path that was asked for, to suggest to files that nobody asked for. */
  readonly asked = new Set<string>();

  constructor(files: readonly SourceFile[]) {
    this.#files = new Map(files.map((file) => [file.path, file]));
  }

  take(path: string, edition: Edition): Body | null {
    this.asked.add(path);
    const file = this.#files.get(path);
    if (!file) return null;
    this.#files.delete(path);
    const { value, diagnostics } = fileBody(file, edition);
    this.diagnostics.push(...diagnostics);
    return value;
  }

  get left(): SourceFile[] {
    return [...this.#files.values()];
  }
}

function attachRecipe(recipe: RecipeDraft, shelf: Shelf): RecipeDraft {
  const bodies = collectBodies((edition, phase) =>
    shelf.take(`${homeOf(recipe.from)}/recipes/${recipe.id}.${phase}.${edition}`, edition),
  );
  const hasBody = editions.some((edition) => Object.keys(bodies[edition]).length > 0);
  if (!hasBody) {
    const message = `The recipe "${recipe.id}" has no body, such as ${homeOf(recipe.from)}/recipes/${recipe.id}.detect.ps1.`;
    shelf.diagnostics.push(diagnose('resolve/body-missing', message, placeOf(recipe.entry, 'recipe')));
  }
  return { ...recipe, bodies };
}

function collectBodies(find: (edition: Edition, phase: Phase) => Body | null): Bodies {
  const bodies: Record<Edition, Partial<Record<Phase, Body>>> = { ps1: {}, cmd: {} };
  for (const edition of editions) {
    for (const phase of phases) {
      const body = find(edition, phase);
      if (body) bodies[edition][phase] = body;
    }
  }
  return bodies;
}

function attachCheck(check: CheckDraft, shelf: Shelf): CheckDraft {
  const { entry, group } = check;
  const bodies = collectBodies((edition, phase) => {
    const file = shelf.take(`checks/${group.id}/${entry.value.id}.${phase}.${edition}`, edition);
    const step = entry.value[phase];
    const text = typeof step === 'object' ? step[edition] : undefined;
    if (text === undefined) return file;
    const inline = inlineBody(entry.tree, [...entry.path, phase, edition], text, edition);
    if (file) shelf.diagnostics.push(twice(file, keyPlaceOf(entry, phase, edition)));
    else shelf.diagnostics.push(...inline.diagnostics);
    return inline.value;
  });
  return { ...check, bodies };
}

function twice(file: Body, span: Span): Diagnostic {
  const related = [{ message: 'the file is', span: { source: file.source, start: 0, end: 0 } }];
  const message = `This inline body and the file ${file.source.path} are the same phase.`;
  return diagnose('resolve/body-twice', message, span, { related });
}

function attachGuard(spec: Spec, shelf: Shelf): Draft['guardBodies'] {
  const bodies: Partial<Record<Edition, Body>> = {};
  for (const edition of editions) {
    const body = shelf.take(`checks/guard.${edition}`, edition);
    if (body) bodies[edition] = body;
  }
  const [found] = Object.values(bodies);
  const isDeclared = spec.index.value.guard !== undefined;
  if (isDeclared && !found && !isUnread(spec, 'checks/guard.')) {
    const message = 'The index has a guard, but there is no checks/guard.ps1 and no checks/guard.cmd.';
    shelf.diagnostics.push(diagnose('resolve/guard-body', message, keyPlaceOf(spec.index, 'guard')));
  }
  if (!isDeclared && found && !spec.broken.index) {
    const message = `${found.source.path} is a guard, but the index has no "guard:".`;
    shelf.diagnostics.push(diagnose('resolve/guard-body', message, startOf(found.source)));
  }
  return bodies;
}

/** True when a file whose path begins like this exists and could not be read. */
export function isUnread(spec: Spec, prefix: string): boolean {
  return [...spec.broken.files].some((path) => path.startsWith(prefix));
}

function findOrphans(spec: Spec, shelf: Shelf): Diagnostic[] {
  const groups = new Set(spec.groups.map(({ id }) => id));
  return shelf.left
    .filter((file) => !mayBelongToBroken(spec, groups, file.path))
    .map((file) => {
      const suggestions = suggestPaths(file.path, [...shelf.asked]);
      return diagnose('resolve/body-orphan', `"${file.path}" is a body of nothing.`, startOf(file), { suggestions });
    });
}

/** Folder, owner and the rest of a path such as checks/services/clock.detect.ps1. */
function partsOf(path: string): [folder: string, owner: string, rest: string] {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dot = file.indexOf('.');
  return [path.slice(0, path.lastIndexOf('/')), file.slice(0, dot), file.slice(dot)];
}

/** Paths with a slip in one part: a moved file, a misspelt owner, or a misspelt phase. */
function suggestPaths(path: string, asked: readonly string[]): string[] {
  const [folder, owner, rest] = partsOf(path);
  const near = asked.filter((candidate) => {
    const [otherFolder, otherOwner, otherRest] = partsOf(candidate);
    if (otherOwner === owner && otherRest === rest) return true;
    if (otherFolder !== folder) return false;
    const isNearOwner = otherRest === rest && suggestNames(owner, [otherOwner]).length > 0;
    return isNearOwner || (otherOwner === owner && suggestNames(rest, [otherRest]).length > 0);
  });
  return near.slice(0, 2);
}

/** Of two recipes of one id, which has been reported, the second one has no place in the draft. */
function isRecipeOf({ id }: PackageEntry, owner: string, spec: Spec): boolean {
  return recipesIn(spec).some(({ name }) => name === `${id}/${owner}`);
}

/**
 * What a copied package brings beyond what checks use is not looked at. Bodies of checks, recipes and groups that have mistakes have been left behind by them; they are no
 * orphans.
 */
function mayBelongToBroken(spec: Spec, groups: ReadonlySet<string>, path: string): boolean {
  const { broken } = spec;
  const [, folder = ''] = path.split('/');
  const [, owner] = partsOf(path);
  const from = spec.packages.find(({ at }) => path.startsWith(`${at}/`));
  if (from) return !from.isOwn || broken.recipes.has(`${from.id}/${owner}`) || isRecipeOf(from, owner, spec);
  if (folder === 'recipes') return broken.recipes.has(owner) || missingRecipes(spec).has(owner);
  const isGroupUnknown = broken.groups.size > 0 && !groups.has(folder);
  return isGroupUnknown || broken.groups.has(folder) || broken.checks.has(owner);
}
