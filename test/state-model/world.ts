/**
 * Folders, files and links with owner and rights, as small as the protocols of the state folder see them. "Administrators" stands for
 * SYSTEM too, "users" for every account without their rights.
 */
export interface Thing {
  readonly kind: 'folder' | 'file' | 'link';
  /** Who owns it: whoever that is may always change the rights. */
  readonly owner: 'administrators' | 'users';
  /** Whether users may change, replace and delete it and what is in it. */
  readonly isOpen: boolean;
  /** Of a folder: names of things. A file with two names stands twice. */
  readonly names?: Readonly<Record<string, string>>;
  /** Of a file: "forged", or who wrote it; and the token that it names. */
  readonly text?: string;
  readonly token?: string;
  /** Of a link: the path that it leads to. */
  readonly to?: string;
}

export interface World {
  readonly things: Readonly<Record<string, Thing>>;
  /** Tokens of runs by number, which users can read and only administrators can write. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** Places: users may make things in `data` and delete there what is theirs; in the others they may do nothing. */
export const base = 'data/Mendsheet';
export const state = `${base}/product`;
export const runs = `${state}/runs`;
export const closed = 'programs/Mendsheet';

export interface Found {
  readonly id: string;
  readonly thing: Thing;
  /** Whether a link stood on the way. */
  readonly viaLink: boolean;
}

/** What a path leads to, through links but for a last one when it is asked about itself; null where nothing stands. */
export function find(world: World, path: string, itself = false): Found | null {
  let id = 'root';
  let viaLink = false;
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const next = world.things[id]?.names?.[part];
    const thing = next === undefined ? undefined : world.things[next];
    if (next === undefined || !thing) return null;
    id = next;
    if (thing.kind !== 'link' || (itself && index === parts.length - 1)) continue;
    const target = find(world, thing.to ?? '');
    if (!target) return null;
    id = target.id;
    viaLink = true;
  }
  const thing = world.things[id];
  return thing ? { id, thing, viaLink } : null;
}

/** Whether users may change a thing. */
export function isUsers({ owner, isOpen }: Thing): boolean {
  return owner === 'users' || isOpen;
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function change(world: World, id: string, made: Thing): World {
  return { ...world, things: { ...world.things, [id]: made } };
}

/** The same with a thing at a path, or another name for it; null where there is no folder for it, or something stands there. */
export function put(world: World, path: string, thing: Thing | string): World | null {
  const parent = find(world, parentOf(path));
  if (parent?.thing.kind !== 'folder' || parent.thing.names?.[nameOf(path)] !== undefined) return null;
  const id = typeof thing === 'string' ? thing : freeId(world, path);
  const withThing = typeof thing === 'string' ? world : change(world, id, thing);
  return change(withThing, parent.id, {
    ...parent.thing,
    names: sorted({ ...parent.thing.names, [nameOf(path)]: id }),
  });
}

/** The same with another thing in place of one. */
export function replace(world: World, { id }: Found, thing: Thing): World {
  return change(world, id, thing);
}

/** The same without that name. */
export function take(world: World, path: string): World {
  const parent = find(world, parentOf(path));
  if (!parent) return world;
  const names = { ...parent.thing.names };
  delete names[nameOf(path)];
  return change(world, parent.id, { ...parent.thing, names });
}

/** The same with a name moved; onto a folder it goes inside, as the commands of both shells do it. */
export function move(world: World, from: string, to: string): World {
  const moved = find(world, from, true);
  if (!moved) return world;
  const target = find(world, to);
  const wanted = target ? `${to}/${nameOf(from)}` : to;
  return put(take(world, from), wanted, moved.id) ?? world;
}

function freeId(world: World, path: string): string {
  for (let number = 0; ; number++) if (!world.things[`${path}#${number}`]) return `${path}#${number}`;
}

function sorted(names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Paths at which a thing really stands, whatever links lead there. */
export function namesOf(world: World, id: string): readonly string[] {
  const below = (folder: string, path: string): readonly string[] =>
    Object.entries(world.things[folder]?.names ?? {}).flatMap(([name, child]) => [
      ...(child === id ? [`${path}${name}`] : []),
      ...(world.things[child]?.kind === 'folder' ? below(child, `${path}${name}/`) : []),
    ]);
  return below('root', '');
}

/** One text for what cannot be told apart: ids and what has no name left do not count. */
export function textOf(world: World): string {
  const seen = new Map<string, number>();
  const say = (id: string): string => {
    const known = seen.get(id);
    if (known !== undefined) return `=${known}`;
    seen.set(id, seen.size);
    const { names, ...rest } = world.things[id] as Thing;
    const inside = Object.entries(names ?? {}).map(([name, child]) => `${name}:${say(child)}`);
    return `${Object.values(rest).join(',')}(${inside.join(' ')})`;
  };
  return `${say('root')} ${JSON.stringify(world.tokens)}`;
}

export const ours: Thing = { kind: 'folder', owner: 'administrators', isOpen: false };

/** Everything that a standard user can do to a world in one step. */
export function attacks(world: World): readonly (readonly [name: string, world: World])[] {
  const made: [string, World | null][] = [];
  const mayMake = (folder: string): boolean => {
    const found = find(world, folder);
    return found !== null && found.thing.kind === 'folder' && (found.id === 'data' || isUsers(found.thing));
  };
  const mayTake = (path: string): boolean => {
    const parent = find(world, parentOf(path));
    const thing = find(world, path, true);
    return parent !== null && thing !== null && (isUsers(parent.thing) || isUsers(thing.thing));
  };
  const forged = (number: string): Thing => ({
    kind: 'file',
    owner: 'users',
    isOpen: true,
    text: 'forged',
    ...(world.tokens[number] === undefined ? {} : { token: world.tokens[number] }),
  });
  const own: Thing = { ...ours, owner: 'users', isOpen: true };
  const folders = [base, state, runs, `${runs}/1`, `${runs}/2`];
  for (const path of folders) {
    if (mayMake(parentOf(path))) {
      made.push([`make ${path}`, put(world, path, own)]);
      for (const to of path === base ? ['system', closed] : ['system'])
        made.push([`link ${path} to ${to}`, put(world, path, { kind: 'link', owner: 'users', isOpen: true, to })]);
    }
    if (mayTake(path)) made.push([`delete ${path}`, take(world, path)]);
  }
  for (const number of ['1', '2']) {
    const path = `${runs}/${number}/journal`;
    if (mayMake(parentOf(path))) made.push([`write ${path}`, put(world, path, forged(number))]);
    const found = find(world, path, true);
    if (found && isUsers(found.thing)) {
      const token = forged(number).token;
      const text = { ...found.thing, text: 'forged', ...(token === undefined ? {} : { token }) };
      made.push([`change ${path}`, replace(world, found, text)]);
    }
  }
  if (mayMake(base)) made.push(['write a seal', put(world, `${base}/seal`, { ...own, kind: 'file', text: 'seal' })]);
  // A folder that belongs to administrators and is open, as installers make them: filled, put there, and closed to look like ours.
  if (find(world, 'data/other') && !find(world, base, true)) {
    const filled = ['', '/product', '/product/runs', '/product/runs/1', '/product/runs/1/journal'].reduce(
      (made, path) => {
        const found = find(made, `data/other${path}`);
        const { text, token } = forged('1');
        const filling = path.endsWith('journal') ? { text, ...(token === undefined ? {} : { token }) } : {};
        return found ? replace(made, found, { ...found.thing, ...(filling as object), isOpen: false }) : made;
      },
      world,
    );
    made.push(['put the open folder there', move(filled, 'data/other', base)]);
  }
  return made.filter((each): each is [string, World] => each[1] !== null);
}
