import { z } from 'zod';

/** Characters that a capture has at most; collect-logs leaves out what is largest before it comes so far. */
export const mostCaptureBytes = 5_250_000;

/** How deep lists and tables of a capture may lie in each other. */
const mostDepth = 40;

/** A detection asks some hundred times in all: more than these have been made to take time. */
const mostReads = 20_000;
const mostAnswers = 20_000;

/** A value that Windows gave, as ConvertTo-CaptureValue.ps1 writes it. */
export type CapturedValue =
  null | string | boolean | number | readonly CapturedValue[] | { readonly [kind: string]: CapturedValue };

const value: z.ZodType<CapturedValue> = z
  .lazy(() => z.union([z.null(), z.string(), z.boolean(), z.int32(), z.array(value), z.record(z.string(), value)]))
  .meta({
    id: 'value',
    description:
      'Texts, truth values, numbers of 32 bits, nothing and lists are themselves. All else is a table with one entry named after its type (datetime, timespan, bytes in hexadecimal digits, int64, uint32, ...), with "table" for a table, or with "object" for the properties that the script names, beside "calls" for what methods without arguments gave and "path" for an object of COM whose methods are reads of their own.',
  });

const recordedError = z
  .strictObject({
    type: z.string().describe('Full name of the type of the exception'),
    hresult: z.int32(),
    id: z.string().optional().describe('Of the error of PowerShell, without its command'),
    inner: z.strictObject({ type: z.string(), hresult: z.int32() }).optional(),
  })
  .meta({ id: 'failure', description: 'An error without its text, which is translated and can hold names.' });

/**
 * What the schema says of a value, without its words for what is wrong: a union remembers each way in which each level failed, and
 * a small capture could fill the memory with that.
 */
function isCapturedValue(given: unknown): given is CapturedValue {
  if (given === null || typeof given === 'string' || typeof given === 'boolean') return true;
  if (typeof given === 'number') return Number.isInteger(given) && given >= -0x80000000 && given <= 0x7fffffff;
  return typeof given === 'object' && Object.values(given).every(isCapturedValue);
}

const hresult = z.string().regex(/^0x[0-9A-F]{8}$/);

/** The form of a capture, by what takes a value of it. */
function captureOf(value: z.ZodType<CapturedValue>) {
  const answer = z
    .strictObject({
      output: z.array(value).describe('What the command gave, one by one; an empty list is an absence'),
      error: recordedError.optional(),
      thrown: z.boolean().optional().describe('Whether the error ended the command'),
    })
    .meta({ id: 'answer' });

  return z.strictObject({
    format: z.literal('mendsheet-capture/1'),
    product: z.string(),
    version: z.string().describe('Of the checklist'),
    script: z.string().describe('Name of the script that made the capture'),
    sha256: z
      .string()
      .regex(/^[0-9A-F]{64}$/)
      .describe('Of the file of that script, with its signature'),
    arguments: z.record(z.string(), value).describe('That the script was given'),
    startedUtc: z.iso.datetime(),
    zone: z.string().max(20_000).describe('As TimeZoneInfo.ToSerializedString gives it'),
    culture: z.string().regex(/^[A-Za-z0-9-]{0,85}$/),
    powershell: z.string(),
    environment: z.record(z.string(), z.string().nullable()).describe('Variables that detections name'),
    redacted: z.boolean(),
    absent: z.array(z.string()).describe('Commands that this PC lacks'),
    answers: z.array(answer.nullable()).describe('Each once. Nothing stands for one that did not fit'),
    reads: z
      .array(
        z.strictObject({
          check: z
            .string()
            .describe(
              'Id of the check that asked; "-" for the look at the PC itself, "-guard" for what guards repairs',
            ),
          command: z.string().describe('Command, function of the library, or path of a method of COM'),
          arguments: z.record(z.string(), value).describe('By parameter; @0 is the first one without a name'),
          answers: z
            .array(z.int().min(0))
            .max(mostAnswers)
            .describe('Numbers of answers, one for each time it was asked'),
        }),
      )
      .max(mostReads),
    results: z
      .array(
        z.strictObject({
          check: z.string(),
          status: z.enum(['Ok', 'Problem', 'Unknown', 'NotApplicable']),
          reason: z.string().describe('Key of a sentence; empty without one'),
          hresults: z.array(hresult),
          evidence: z.record(z.string(), value),
        }),
      )
      .describe(
        'What the detections found on that PC, and last what guards repairs: a problem is what would stop them',
      ),
  });
}

/** What `collect-logs.ps1` writes as capture.json: what the detections asked one PC, and what it answered. */
export const captureSchema = captureOf(value);

const readableCapture = captureOf(z.custom<CapturedValue>(isCapturedValue));

export type Capture = z.infer<typeof captureSchema>;

/**
 * Reads a capture that anybody may have written.
 * @returns the capture, or a sentence that says what is wrong with it.
 */
export function readCapture(text: string): Capture | string {
  if (text.length > mostCaptureBytes)
    return `It has ${text.length} characters, and a capture at most ${mostCaptureBytes}.`;
  if (depthOf(text) > mostDepth) return `Its lists and tables lie more than ${mostDepth} levels deep.`;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'It is no JSON.';
  }
  const read = readableCapture.safeParse(data);
  if (!read.success) {
    const issue = read.error.issues[0];
    return `It does not follow capture.schema.json: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  }
  const { answers, reads } = read.data;
  const astray = reads.find((each) => each.answers.some((number) => number >= answers.length));
  return astray ? `A read of ${astray.check} names an answer that is not there.` : read.data;
}

/** How deep brackets lie in each other, outside of texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isText) {
      if (character === '\\') at += 1;
      else if (character === '"') isText = false;
    } else if (character === '"') isText = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, (depth += 1));
    else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
}
