import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { retellResult } from '../../../src/cli/retell-result.js';
import { compileChecklist } from '../../../src/cli/open-checklist.js';
import type { Plan } from '../../../src/ir/plan.js';
import { readResult } from '../../../src/spec/result.js';
import { withFiles } from '../../support/front-end.js';

const files = {
  'checks.yaml': `product: trial
title: { en: Trial, de: Versuch }
publisher: Test
languages: [en, de]
scripts: [{ name: diagnose, phase: detect, editions: [ps1] }]
include: [checks/g.yaml]
error-codes: checks/error-codes.csv
`,
  'checks/error-codes.csv': `hresult,name,category,checks,en,de
0x80070005,E_ACCESSDENIED,access,spool,Access denied,Zugriff verweigert
`,
  'checks/g.yaml': `group: g
title: { en: Group, de: Gruppe }
checks:
  - id: server
    item: 8
    title: { en: Print server, de: Druckserver }
    why: { en: Because., de: Darum. }
    severity: low
    holds: [managed]
    says: { managed: { en: 'Ask {Owner}.', de: 'Fragen Sie {Owner}.' } }
  - id: spool
    formerly: [printing, queue]
    item: 7
    title: { en: Print queue, de: Druckwarteschlange }
    why: { en: Because., de: Darum. }
    severity: low
    says: { full: { en: 'It holds {Jobs} jobs.', de: 'Sie enthält {Jobs} Aufträge.' } }
    answers:
      - { reasons: [full], sure: likely, do: { en: 'Empty {Where}.', de: 'Leeren Sie {Where}.' } }
`,
  'checks/g/spool.detect.ps1':
    "New-Finding -Status Problem -Reason 'full' -Evidence @{ Jobs = 3; Where = 'C:\\Spool' }\n",
  'checks/g/server.detect.ps1': "New-Finding -Status Problem -Reason 'managed' -Evidence @{ Owner = 'IT' }\n",
  'checks/scenarios/spool/any.fail.ps1': '\n',
  'checks/scenarios/server/any.fail.ps1': '\n',
};

const result = {
  format: 'mendsheet-result/1',
  product: 'trial',
  language: 'de',
  notices: [],
  checks: [
    {
      id: 'spool',
      item: 7,
      title: 'Druckwarteschlange',
      status: 'Problem',
      reason: 'Sie enthält 3, 4 Aufträge.',
      reasonKey: 'full',
      evidence: { Jobs: [3, 4], Where: 'C:\\Spool' },
      outcome: 'None',
      failure: '',
      changes: [] as string[],
    },
  ],
  changes: [],
  answer: {
    check: 'spool',
    sure: 'likely',
    cause: 'Sie enthält 3, 4 Aufträge.',
    why: '0x80070005 E_ACCESSDENIED / Druckwarteschlange',
    do: 'Leeren Sie C:\\Spool.',
    hresults: ['0x80070005'],
  },
  codes: [{ hresult: '0x80070005', name: 'E_ACCESSDENIED', meaning: 'Zugriff verweigert' }],
};

describe('a result in another language', () => {
  let plan: Plan;
  beforeAll(async () => {
    const compiled = await withFiles(files, (root) => compileChecklist(join(root, 'checks.yaml'), 'plan'));
    if (!compiled.plan) throw new Error(JSON.stringify(compiled.diagnostics.map(({ message }) => message)));
    plan = compiled.plan;
  });

  function toldIn(language: string, given: unknown): { readonly lines: readonly string[]; readonly kept: number } {
    const read = readResult(JSON.stringify(given));
    if (!read) throw new Error('The result was not read.');
    return retellResult(read, plan.catalog, plan.messages, language);
  }

  it('is made of keys and evidence', () => {
    expect(toldIn('en', result)).toEqual({
      lines: [
        'Most probable cause (likely): It holds 3, 4 jobs.',
        'Why: 0x80070005 E_ACCESSDENIED / Print queue',
        'What to do: Empty C:\\Spool.',
        '',
        'Problem: 7 Print queue',
        '    It holds 3, 4 jobs.',
        '0x80070005 E_ACCESSDENIED: Access denied',
        '',
        '1 with a problem, 0 OK, 0 undecided, 0 not applicable.',
      ],
      kept: 0,
    });
  });

  it('knows the sentences of the tool by the title that they hold, codes by their meaning, and what comes before a repair', () => {
    const [spool] = result.checks;
    const server = {
      ...spool,
      id: 'server',
      item: 8,
      title: 'Druckserver',
      reason: 'Fragen Sie IT.',
      reasonKey: 'managed',
      evidence: { Owner: 'IT' },
    };
    const given = (doing: string): object => ({
      ...result,
      checks: [server, spool],
      answer: {
        ...result.answer,
        why: '0x80070005 E_ACCESSDENIED (Zugriff verweigert) / Druckwarteschlange / Druckserver',
        do: doing,
      },
    });
    const read = plan.messages.get('answerRead')!['de']!.replace('{Title}', 'Druckserver');
    const { lines, kept } = toldIn('en', given(read));
    expect(kept).toBe(0);
    expect(lines[1]).toBe('Why: 0x80070005 E_ACCESSDENIED (Access denied) / Print queue / Print server');
    expect(lines[2]).toBe('What to do: Follow what stands below at "Print server".');
    const held = toldIn('en', given('Fragen Sie IT. Leeren Sie C:\\Spool.'));
    expect(held.kept).toBe(0);
    expect(held.lines[2]).toBe('What to do: Ask IT. Empty C:\\Spool.');
  });

  it('knows a check by the ids that it had before', () => {
    for (const id of ['printing', 'queue'])
      expect(
        toldIn('en', {
          ...result,
          checks: result.checks.map((one) => ({ ...one, id })),
          answer: { ...result.answer, check: id },
        }),
      ).toEqual(toldIn('en', result));
  });

  it('says the same in the language that it has', () => {
    const { lines, kept } = toldIn('de', result);
    expect(kept).toBe(0);
    expect(lines).toContain('    Sie enthält 3, 4 Aufträge.');
    expect(lines).toContain('Abhilfe: Leeren Sie C:\\Spool.');
  });

  it('keeps what has no key, and counts it', () => {
    const [check] = result.checks;
    const changed = {
      ...result,
      answer: { ...result.answer, do: 'Etwas anderes.' },
      notices: ['Ein Hinweis.'],
      checks: [{ ...check, reasonKey: 'gone', changes: ['Dienst beenden'], failure: 'Misslungen.' }],
    };
    const { lines, kept } = toldIn('en', changed);
    expect(kept).toBe(6);
    for (const text of ['Dienst beenden', 'Misslungen.', 'Ein Hinweis.']) expect(lines.join('\n')).toContain(text);
  });

  it.each([
    ['no JSON', '{'],
    ['a summary line', 'mendsheet/1 trial 1.0.0 detect - Ok | | Ok'],
    ['another format', JSON.stringify({ ...result, format: 'mendsheet-result/3' })],
    ['checks that are none', JSON.stringify({ ...result, checks: [7] })],
    ['an answer without its words', JSON.stringify({ ...result, answer: { check: 'spool' } })],
  ])('is not read from %s', (_, text) => expect(readResult(text)).toBeNull());
});
