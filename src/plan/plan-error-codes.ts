import type { Check, ErrorCode } from '../ir/catalog.js';
import type { PlannedErrorCode } from '../ir/plan.js';

/**
 * The table of error codes for a script with these checks. A reference is as short as it can be, since there are
 * hundreds of rows: an item number stands for its checks.
 */
export function planErrorCodes(codes: readonly ErrorCode[], checks: readonly Check[]): readonly PlannedErrorCode[] {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const byItem = new Map<number, string[]>();
  for (const { id, item } of checks) byItem.set(item, [...(byItem.get(item) ?? []), id]);
  return codes.map((code) => {
    // Of what Windows Setup appends to a code, nobody asks for the name.
    if (code.hresult.startsWith('*')) return { code: { ...code, name: '' }, references: [] };
    const meant = new Set(code.checks.filter((id) => byId.has(id)));
    const references = Array.from(meant, (id) => {
      const item = byId.get(id)?.item ?? 0;
      return byItem.get(item)?.every((each) => meant.has(each)) ? String(item) : id;
    });
    return { code, references: [...new Set(references)] };
  });
}
