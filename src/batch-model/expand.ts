/** What the model does not know, or what cmd.exe would end the script for: never passed over. */
export class ModelError extends Error {}

/** Names without regard to case, as the environment has them. */
export type Environment = Map<string, { readonly name: string; readonly value: string }>;

export function variable(environment: Environment, name: string): string | undefined {
  return environment.get(name.toUpperCase())?.value;
}

/** Of the text of an argument or a variable of `for`: what its modifiers ask for. */
export type Modify = (modifiers: string, text: string) => string;

/**
 * Phase 1 of a line in a batch file: `%%`, `%*`, `%~f1`, `%NAME%`, `%NAME:~1,2%` and `%NAME:a=b%`, from left to right and
 * once. Nothing here looks at quotation marks, brackets or words.
 */
export function expandPercent(
  line: string,
  lookUp: (name: string) => string | undefined,
  args: readonly string[],
  all: string,
  modify: Modify,
): string {
  let made = '';
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    if (!rest.startsWith('%')) {
      made += line[at++];
      continue;
    }
    const argument = /^%(?:~([fdpnxsatz]*))?([0-9])/i.exec(rest);
    const named = /^%([^%:\n]*)(%|:)/.exec(rest);
    if (rest.startsWith('%%')) {
      made += '%';
      at += 2;
    } else if (rest.startsWith('%*')) {
      made += all;
      at += 2;
    } else if (argument) {
      const text = args[Number(argument[2])] ?? '';
      made += argument[1] === undefined ? text : modify(argument[1], text);
      at += argument[0].length;
    } else if (!named || named[1] === '') {
      // Without a partner it goes away.
      at++;
    } else {
      const value = lookUp(named[1] as string);
      at += named[0].length;
      if (named[2] === '%') made += value ?? '';
      // Of an undefined one only "%NAME:" goes away, and what follows is read as text.
      else if (value !== undefined) {
        const end = line.indexOf('%', at);
        if (end === -1) throw new ModelError(`a percent sign without a partner: ${line}`);
        made += changed(value, line.slice(at, end));
        at = end + 1;
      }
    }
  }
  return made;
}

/** `~from,length`, or `search=replacement` without regard to case; a `*` in front takes all before it too. */
export function changed(value: string, change: string): string {
  const part = /^~(-?\d+)(?:,(-?\d+))?$/.exec(change);
  if (part) {
    const from = Number(part[1]) < 0 ? Math.max(0, value.length + Number(part[1])) : Number(part[1]);
    if (part[2] === undefined) return value.slice(from);
    const length = Number(part[2]);
    return length < 0 ? value.slice(from, Math.max(from, value.length + length)) : value.slice(from, from + length);
  }
  const split = change.indexOf('=', 1);
  if (split === -1) throw new ModelError(`no change of a variable: ${change}`);
  const [search, replacement] = [change.slice(0, split).toLowerCase(), change.slice(split + 1)];
  if (search.startsWith('*')) {
    const found = value.toLowerCase().indexOf(search.slice(1));
    return found === -1 ? value : replacement + value.slice(found + search.length - 1);
  }
  let made = '';
  for (let at = 0; at < value.length;) {
    if (value.toLowerCase().startsWith(search, at)) {
      made += replacement;
      at += search.length;
    } else made += value[at++];
  }
  return made;
}

/** Phase 4: variables of the loops around it, `%v` or `%~fv`, the longest run of modifiers first. */
export function expandLoops(text: string, loops: ReadonlyMap<string, string>, modify: Modify): string {
  return text.replace(/%(?:~([A-Za-z]+)|([A-Za-z]))/g, (whole, run: string | undefined, letter: string | undefined) => {
    if (letter !== undefined) return loops.get(letter) ?? whole;
    for (let length = (run as string).length; length > 0; length--) {
      const [modifiers, name] = [(run as string).slice(0, length - 1), (run as string)[length - 1] as string];
      const value = loops.get(name);
      if (value !== undefined && /^[fdpnxsatz]*$/.test(modifiers))
        return modify(modifiers, value) + (run as string).slice(length);
    }
    return whole;
  });
}
