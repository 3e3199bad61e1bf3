import { join } from 'node:path';
import { expect, it } from 'vitest';
import { positionOf } from '../../../src/source/source-file.js';
import { runFrontEnd, withFiles } from '../../support/front-end.js';

/** What is said of a checklist whose group and whose reason for a check are these. */
function saidOf(groupTitle: string, why: string): readonly string[] {
  const files = {
    'checks.yaml': `product: trial
title: { en: Trial, ja: 試し }
publisher: Test
languages: [en, ja]
scripts: [{ name: diagnose, phase: detect, editions: [ps1] }]
include: [checks/g.yaml]
`,
    'checks/g.yaml': `group: g
title: ${groupTitle}
checks:
  - id: first
    item: 1
    title: { en: First, ja: 一 }
    why: { en: ${JSON.stringify(why)}, ja: 理由です。 }
    severity: low
`,
    'checks/g/first.detect.ps1': 'New-Finding -Status Ok\n',
    'checks/scenarios/first/any.pass.ps1': '\n',
  };
  return withFiles(files, (root) =>
    runFrontEnd(join(root, 'checks.yaml')).diagnostics.map(
      ({ code, span }) => `${code} ${span.source.path}:${positionOf(span.source, span.start).line}`,
    ),
  );
}

const title = '{ en: G, ja: 群 }';

it.each(['SIG # Begin signature block', 'so SIG  #  begin signature   block', 'SIG # End  signature block'])(
  'refuses at its line what becomes the marker of a signature once a comment is wrapped: %s',
  (why) => expect(saidOf(title, why)).toEqual(['resolve/text-form checks/g.yaml:7']),
);

it.each([`{ en: ${'x'.repeat(101)}, ja: 群 }`, '{ en: G, ja: 8 }', '7'])(
  'says one thing of the title of a group that has no form, %s, and nothing of what it lacks',
  (groupTitle) => {
    const said = saidOf(groupTitle, 'Because.');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^spec\/\S+ checks\/g.yaml:2$/);
  },
);
