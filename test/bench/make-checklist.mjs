// A checklist of any size, made of the bundled one: its checks again and again, each under a new id, with their bodies,
// recipes and the languages that stand in them. So a made check costs what a real one costs. A file of translations has
// no room for 1,000 checks.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const checksPerGroup = 8;
/** Checks of one origin share objects, and a checklist has no aliases. */
const plain = { aliasDuplicateObjects: false };

/** The same numbers for the same seed (mulberry32), so that a run can be repeated. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Writes a checklist of `count` checks into `folder` and returns the path of its index.
 * @param root folder of the bundled checklist
 */
export function makeChecklist(root, folder, count, seed = 1) {
  const random = randomFrom(seed);
  const index = parse(readFileSync(join(root, 'checks.yaml'), 'utf8'));
  const groups = index.include.filter((each) => typeof each === 'string');
  const templates = groups.flatMap((path) => {
    const { group, checks } = parse(readFileSync(join(root, path), 'utf8'));
    // What a person can give a repair is a parameter of the script, and its name can stand there once.
    return checks.filter(({ inputs }) => !inputs).map((check) => ({ group, check }));
  });
  mkdirSync(join(folder, 'checks'), { recursive: true });
  for (const name of readdirSync(join(root, 'checks'))) {
    const isGroup = groups.includes(`checks/${name}`) || groups.includes(`checks/${name}.yaml`);
    if (!isGroup && name !== 'scenarios')
      cpSync(join(root, 'checks', name), join(folder, 'checks', name), { recursive: true });
  }
  // Recipes come as a package, whole.
  const include = index.include.filter((each) => typeof each !== 'string');
  const ids = [];
  for (let from = 0; from < count; from += checksPerGroup) {
    const group = `group-${from / checksPerGroup}`;
    const made = Array.from({ length: Math.min(checksPerGroup, count - from) }, (_, at) => {
      const template = templates[Math.floor(random() * templates.length)];
      const id = `${template.check.id}-${from + at}`;
      copyBodies(join(root, 'checks', template.group), template.check.id, join(folder, 'checks', group), id);
      ids.push({ id, source: template.check.id });
      const title = { en: `${template.check.title.en} ${from + at}`, ja: `${template.check.title.ja} ${from + at}` };
      // Repairs that an answer forbids are named by the ids of the real checks.
      const answers = template.check.answers?.map(({ forbids, ...answer }) =>
        Array.isArray(forbids) || forbids === undefined ? answer : { ...answer, forbids },
      );
      return { ...template.check, ...(answers ? { answers } : {}), id, item: ((from + at) % 999) + 1, title };
    });
    writeFileSync(
      join(folder, 'checks', `${group}.yaml`),
      stringify({ group, title: { en: `Group ${group}`, ja: `グループ ${group}` }, checks: made }, plain),
    );
    include.push(`checks/${group}.yaml`);
  }
  const scripts = index.scripts.map((script) =>
    script.defaults
      ? { ...script, defaults: ids.filter(({ source }) => script.defaults.includes(source)).map(({ id }) => id) }
      : script,
  );
  const path = join(folder, 'checks.yaml');
  const { translations, ...rest } = index;
  const languages = index.languages.filter((language) => !(language in (translations ?? {})));
  writeFileSync(path, stringify({ ...rest, languages, scripts, include }, plain));
  return path;
}

function copyBodies(from, id, to, newId) {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from).filter((each) => each.startsWith(`${id}.`))) {
    mkdirSync(to, { recursive: true });
    const text = readFileSync(join(from, name), 'utf8');
    const number = newId.slice(newId.lastIndexOf('-') + 1);
    const path = join(to, `${newId}${name.slice(id.length)}`);
    writeFileSync(path, name.endsWith('.cmd') ? numberLabels(text, number) : text);
  }
}

/** Labels of one batch file share one name space, so each copy gets labels of its own. */
function numberLabels(batch, number) {
  const labels = Array.from(batch.matchAll(/^:(\w+)/gm), ([, label]) => label);
  return labels.reduce((text, label) => text.replace(new RegExp(`:${label}\\b`, 'g'), `:${label}_${number}`), batch);
}
