import { z } from 'zod';

const texts = z.array(z.string());
const status = z.enum(['Ok', 'Problem', 'Unknown', 'NotApplicable']);

/** What a script wrote with -OutputFormat Json, by templates/result.schema.json, as far as it is told again. */
const resultSchema = z.object({
  format: z.literal('mendsheet-result/1'),
  product: z.string(),
  language: z.string(),
  notices: texts,
  checks: z.array(
    z.object({
      id: z.string(),
      item: z.number(),
      title: z.string(),
      status,
      reason: z.string(),
      reasonKey: z.string(),
      evidence: z.record(z.string(), z.unknown()),
      outcome: z.enum(['None', 'Preview', 'Unchanged', 'Repaired', 'NotConfirmed', 'Failed', 'Blocked']),
      failure: z.string(),
      changes: texts,
    }),
  ),
  changes: texts,
  answer: z
    .object({
      check: z.string(),
      sure: z.enum(['certain', 'likely', 'possible']),
      cause: z.string(),
      why: z.string(),
      do: z.string(),
      hresults: texts,
    })
    .nullable(),
  codes: z.array(z.object({ hresult: z.string(), name: z.string(), meaning: z.string() })),
});

export type ScriptResult = z.infer<typeof resultSchema>;

/** The result in a text; null where it is none. */
export function readResult(text: string): ScriptResult | null {
  try {
    return resultSchema.safeParse(JSON.parse(text.replace(/^\ufeff/, ''))).data ?? null;
  } catch {
    return null;
  }
}
