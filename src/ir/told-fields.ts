import type { ScriptPlan } from './plan.js';

/** Fields of the table of checks that tell people of a check. */
export const toldFields = ['Words', 'Risk', 'Minutes', 'Restart', 'Repairable'] as const;

/** Those that rows of a PowerShell script go without: scripts that nobody asks have no part that reads them. */
export function unreadFields({ regions, templates }: ScriptPlan): ReadonlySet<string> {
  const texts = [templates.main, ...regions.flatMap(({ parts }) => parts.map(({ source }) => source))];
  return new Set(toldFields.filter((field) => !texts.some(({ text }) => text.includes(`.${field}`))));
}
