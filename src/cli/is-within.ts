import { sep } from 'node:path';

/** Whether `inner` is `outer` or lies in it. Both are absolute and written alike: neither links nor case are looked at. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}
