import type { Phase } from '../ir/catalog.js';
import type { LibraryFunction } from '../ir/library.js';

/** A sentence that names what a body of a phase calls, or what another phase has for it. Empty where there is nothing. */
export function inPlace(instead: LibraryFunction | undefined, phase: Phase): string {
  if (!instead) return '';
  const name = instead.edition === 'cmd' ? `:${instead.name}` : instead.name;
  if (instead.phases.includes(phase)) return ` Call ${name}.`;
  return ` A ${instead.phases.join(' or ')} body calls ${name} for that.`;
}
