import { z } from 'zod';

const texts = z.array(z.string());
const status = z.enum(['Ok', 'Problem', 'Unknown', 'NotApplicable']);

/** What a script wrote with -OutputFormat Json, by templates/result.schema.json, as far as it is told again. */
const resultSchema = z.object({
  format: z.enum(['mendsheet-result/1', 'mendsheet-result/2']),
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
      isFirst: z.boolean().optional(),
      forbids: texts.optional(),
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

const outcome = z.enum(['None', 'Preview', 'Unchanged', 'Repaired', 'NotConfirmed', 'Failed', 'Blocked']);
const id = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const key = z.string().regex(/^[\w-]{0,100}$/);
const word = z.string().regex(/^[\w.+-]{0,64}$/);
const hash = z.string().regex(/^[0-9A-Fa-f]{64}$/);
const time = z.iso.datetime();
const hresult = z.string().regex(/^0x[0-9A-F]{8}(?:-0x[0-9A-F]{5})?$/);
const count = z.int().min(0).max(0x7fffffff);

const commonFields = {
  product: id,
  script: z.string().max(100),
  mode: z.enum(['detect', 'preview', 'repair', 'undo', 'remove']),
  finishedUtc: time,
  windows: z.object({ build: count, revision: count, edition: word, kind: z.enum(['client', 'server']) }),
  exitCode: z.int(),
  checks: z
    .array(
      z.object({
        id,
        status,
        reasonKey: key,
        hresults: z.array(hresult).max(50),
        before: status,
        outcome,
        milliseconds: count,
      }),
    )
    .max(1000)
    // One that says two things of a check says nothing of it, and counts would go by chance.
    .refine((checks) => new Set(checks.map((check) => check.id)).size === checks.length),
};

/** What a fleet keeps of a result: no sentence, no evidence, and of the PC only what the report says who it is. */
const reportSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('mendsheet-result/1'), ...commonFields }),
  z.object({
    format: z.literal('mendsheet-result/2'),
    ...commonFields,
    checklist: word,
    sha256: hash.nullable(),
    device: z
      .string()
      .regex(/^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
      .nullable(),
    run: z.guid(),
    // Early versions of the format had neither.
    follows: z.guid().nullable().default(null),
    channel: id.nullable().default(null),
    startedUtc: time,
    milliseconds: z.int(),
    offsetMinutes: z.int().min(-840).max(840),
    bootedUtc: time.nullable(),
  }),
]);

export type FleetReport = z.infer<typeof reportSchema>;

/**
 * Reads a report for a fleet, which anybody may have written.
 * @returns the report, or what is wrong with it: a key that pages and tables count by.
 */
export function readReport(text: string): FleetReport | ReportRefusal {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'notJson';
  }
  const read = reportSchema.safeParse(data);
  if (read.success) return read.data;
  const format = typeof data === 'object' && data !== null && 'format' in data ? String(data.format) : '';
  if (!format.startsWith('mendsheet-result/')) return 'notReport';
  return /^mendsheet-result\/[12]$/.test(format) ? 'invalidReport' : 'unknownFormat';
}

export type ReportRefusal = 'notJson' | 'notReport' | 'invalidReport' | 'unknownFormat';
