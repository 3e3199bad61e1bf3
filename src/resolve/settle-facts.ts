import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Fact, Literal } from '../ir/catalog.js';
import type { FactSpec } from '../spec/schema.js';
import { placeOf, type Located } from '../source/located.js';
import { factsIn, type Context, type Draft, type FactDraft } from './draft.js';

/*
 * settle-facts
 * needs: nothing.
 * guarantees: every fact in the draft has one value, or null where none is settled; its dates are days of the calendar.
 */

export function settleFacts(draft: Draft, { today }: Context): Result<Draft> {
  const diagnostics: Diagnostic[] = [];
  const facts = new Map<string, FactDraft>();
  for (const { entry, name: id } of factsIn(draft.spec)) {
    const earlier = facts.get(id);
    if (earlier) {
      const related = [{ message: 'given first at', span: placeOf(earlier.entry, 'id') }];
      diagnostics.push(
        diagnose('resolve/duplicate-id', `There are two facts "${id}".`, placeOf(entry, 'id'), { related }),
      );
      continue;
    }
    diagnostics.push(...checkDates(entry, today));
    const settled = settleValue(entry);
    diagnostics.push(...settled.diagnostics);
    facts.set(id, { entry, fact: settled.value === null ? null : factOf(entry.value, id, settled.value) });
  }
  return { value: { ...draft, facts }, diagnostics };
}

function factOf(spec: FactSpec, id: string, value: Literal): Fact {
  return {
    id,
    value,
    builds: spec.builds ?? 'all',
    sources: spec.sources.map(({ url, confidence }) => ({ url, confidence })),
    checkedOn: spec['checked-on'],
    reviewBy: spec['review-by'],
  };
}

function settleValue(entry: Located<FactSpec>): Result<Literal | null> {
  const { id, value, sources } = entry.value;
  const said = sources.flatMap((source, at) => (source.value === undefined ? [] : [{ value: source.value, at }]));
  const settled = value ?? said[0]?.value;
  if (settled === undefined) {
    const message = `Neither the fact "${id}" nor one of its sources gives a value.`;
    return { value: null, diagnostics: [diagnose('resolve/fact-undecided', message, placeOf(entry, 'id'))] };
  }
  const other = said.find((source) => !isSame(source.value, settled));
  if (!other) return { value: settled, diagnostics: [] };
  const span = placeOf(entry, 'sources', other.at, 'value');
  if (value === undefined) {
    const related = [{ message: 'another source says', span: placeOf(entry, 'sources', said[0]?.at ?? 0, 'value') }];
    const message = `The sources of the fact "${id}" disagree, and it has no value of its own.`;
    return { value: null, diagnostics: [diagnose('resolve/fact-undecided', message, span, { related })] };
  }
  const related = [{ message: 'the value in use is at', span: placeOf(entry, 'value') }];
  const message = `A source of the fact "${id}" disagrees with its value.`;
  return { value: settled, diagnostics: [diagnose('resolve/fact-disagreement', message, span, { related })] };
}

function isSame(a: Literal, b: Literal): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function checkDates(entry: Located<FactSpec>, today: string): Diagnostic[] {
  const { id, 'checked-on': checkedOn, 'review-by': reviewBy } = entry.value;
  const wrong = (['checked-on', 'review-by'] as const).find((key) => !isDay(entry.value[key]));
  if (wrong) {
    const message = `"${entry.value[wrong]}" is no day of the calendar.`;
    return [diagnose('resolve/fact-dates', message, placeOf(entry, wrong))];
  }
  if (reviewBy <= checkedOn) {
    const message = `The review of the fact "${id}" does not come after ${checkedOn}, when it was checked.`;
    return [diagnose('resolve/fact-dates', message, placeOf(entry, 'review-by'))];
  }
  if (reviewBy >= today) return [];
  return [
    diagnose('resolve/fact-review', `The fact "${id}" was to be reviewed by ${reviewBy}.`, placeOf(entry, 'review-by')),
  ];
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
