import { wordsIn, type Catalog, type Check, type Language, type Localized } from '../ir/catalog.js';
import { currentId } from '../names/former-ids.js';
import type { ScriptResult } from '../spec/result.js';

type CheckResult = ScriptResult['checks'][number];

export interface Retold {
  readonly lines: readonly string[];
  /** How many sentences stand as they were written, since nothing says what they were made of. */
  readonly kept: number;
}

/**
 * A result in another language of its checklist, from keys and evidence. What the script changed and noticed has no key and
 * stands as it was written, and so does a sentence that the checklist does not have any more.
 */
export function retellResult(
  result: ScriptResult,
  catalog: Catalog,
  messages: ReadonlyMap<string, Localized>,
  language: Language,
): Retold {
  let kept = 0;
  const keep = (text: string): string => {
    if (text !== '') kept += 1;
    return text;
  };
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}): string => {
    const text = messages.get(key);
    return text ? filled(wordsIn(text, language), values) : key;
  };
  // Of the whole checklist, and of a single check.
  const repairNames = [...catalog.scripts.filter(({ phase }) => phase === 'repair').map(({ name }) => name), 'repair'];
  const checkOf = (id: string): Check | undefined => {
    const now = currentId(id, catalog.checks);
    return catalog.checks.find((check) => check.id === now);
  };
  const titleOf = (one: { readonly id: string; readonly title: string }): string => {
    const check = checkOf(one.id);
    return check ? wordsIn(check.title, language) : keep(one.title);
  };
  const reasonOf = (one: CheckResult): string => {
    if (one.reasonKey === '') return '';
    const sentence = sentencesOf(catalog, checkOf(one.id))[one.reasonKey] ?? messages.get(one.reasonKey);
    return sentence ? filled(wordsIn(sentence, language), one.evidence) : keep(one.reason);
  };
  const meaningOf = (hresult: string, written: string): string => {
    const [code = '', extend] = hresult.split('-0x');
    const row = (key: string): string | null => {
      const found = catalog.errorCodes.find((each) => each.hresult === key);
      return found ? wordsIn(found.meaning, language) : null;
    };
    const meaning = row(code);
    if (meaning === null) return keep(written);
    if (extend === undefined) return meaning;
    return `${meaning} (${row(`*-0x${extend[0]}`) ?? ''} / ${row(`*-0x${extend.slice(3)}`) ?? ''})`;
  };

  const answer = result.answer && answerLines(result, result.answer);
  function answerLines({ checks }: ScriptResult, given: NonNullable<ScriptResult['answer']>): readonly string[] {
    const check = checkOf(given.check);
    const one = checks.find(({ id }) => id === given.check);
    // Which of its sentences the script took, its own language says.
    const known = catalog.languages.includes(result.language);
    const evidence = { ...one?.evidence, Codes: given.hresults };
    // What a sentence was filled with: a title is of the language that the sentence is in.
    type Filling = (language: Language) => Readonly<Record<string, unknown>>;
    type Candidate = readonly [Localized, Filling];
    const same = (written: string, candidates: readonly Candidate[]): string | null => {
      const found = candidates.find(
        ([text, values]) => known && filled(wordsIn(text, result.language), values(result.language)) === written,
      );
      return found ? filled(wordsIn(found[0], language), found[1](language)) : null;
    };
    const written = (text: Localized | null | undefined): readonly Candidate[] =>
      text ? [[text, () => evidence]] : [];
    const causes = (check?.answers ?? []).flatMap(({ says }) => written(says));
    const acts = [
      ...(check?.answers ?? []).flatMap(({ do: act }) => written(act)),
      ...catalog.checks.flatMap(({ id, title }) =>
        ['answerRepair', 'answerRead'].flatMap((key): readonly Candidate[] => {
          const text = messages.get(key);
          return text
            ? repairNames.map(
                (Script) => [text, (each) => ({ Check: id, Script, Title: wordsIn(title, each) })] as const,
              )
            : [];
        }),
      ),
    ];
    const code = result.codes.find(({ hresult }) => given.cause.startsWith(hresult));
    const cause =
      same(given.cause, causes) ??
      (one && given.cause === one.reason ? reasonOf(one) : null) ??
      (code ? `${code.hresult} ${code.name}`.trim() + `: ${meaningOf(code.hresult, code.meaning)}` : keep(given.cause));
    // Codes with their names and meanings, then titles of checks; a meaning may hold what stands between them.
    const parts: readonly (readonly [string, () => string])[] = [
      ...result.codes.map(({ hresult, name, meaning }) => {
        const head = `${hresult} ${name}`.trim();
        return [`${head} (${meaning})`, () => `${head} (${meaningOf(hresult, meaning)})`] as const;
      }),
      ...checks.map((each) => [each.title, () => titleOf(each)] as const),
    ];
    const why: string[] = [];
    for (let rest = given.why; rest !== '';) {
      const [end = rest] = rest.split(' / ', 1);
      const [from, say] = parts.find(([text]) => rest === text || rest.startsWith(`${text} / `)) ?? [end, () => end];
      why.push(say());
      rest = rest.slice(from.length + ' / '.length);
    }
    // What has to come before a repair stands in front of what to do.
    const before: string[] = [];
    let act = given.do;
    for (const each of checks) {
      if (!checkOf(each.id)?.holds.includes(each.reasonKey) || !act.startsWith(each.reason)) continue;
      before.push(reasonOf(each));
      act = act.slice(each.reason.length).trimStart();
    }
    const deed = [...before, same(act, acts) ?? keep(act)].join(language === 'ja' ? '' : ' ');
    const sure = { certain: 'answerCertain', likely: 'answerLikely', possible: 'answerPossible' }[given.sure];
    return [
      say('answerCause', { Sure: say(sure), Cause: cause }),
      say('answerWhy', { Why: why.join(' / ') }),
      say('answerDo', { Do: deed }),
      '',
    ];
  }

  const count = (status: string): number => result.checks.filter((one) => one.status === status).length;
  const counts = {
    Problem: count('Problem'),
    Ok: count('Ok'),
    Unknown: count('Unknown'),
    NotApplicable: count('NotApplicable'),
  };
  return {
    lines: [
      ...(answer ?? []),
      ...result.checks.flatMap((one) => [
        `${say(`state${one.outcome === 'None' ? one.status : one.outcome}`)}: ${one.item} ${titleOf(one)}`,
        ...[...one.changes.map(keep), keep(one.failure), reasonOf(one)]
          .filter((text) => text !== '')
          .map((text) => `    ${text}`),
      ]),
      ...result.codes.map(
        ({ hresult, name, meaning }) => `${hresult} ${name}`.trim() + `: ${meaningOf(hresult, meaning)}`,
      ),
      ...[...result.changes, ...result.notices].map(keep),
      '',
      say('summary', counts),
    ],
    kept,
  };
}

/** What a check says of its findings, or the recipe that detects for it. */
function sentencesOf(catalog: Catalog, check: Check | undefined): Readonly<Record<string, Localized>> {
  const step = check?.steps.ps1.detect;
  const recipe = step?.kind === 'recipe' ? catalog.recipes.get(step.recipe) : undefined;
  return recipe?.says ?? check?.says ?? {};
}

function filled(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{([A-Z]\w*)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(values, name)) return whole;
    const value = values[name];
    return (Array.isArray(value) ? value : [value]).map((each) => String(each ?? '')).join(', ');
  });
}
