import { beforeEach } from 'vitest';

/**
 * Tests that go through every byte or bit of a signed file: hundreds of thousands of verifications each, which every mutant of verification
 * would meet. StrykerJS sets the pattern of names itself, so that these have to skip themselves.
 */
const exhaustive = /every (?:single-byte )?change|any changed (?:byte|bit)|every changed byte|100000 rounds/;

beforeEach(({ task, skip }) => {
  const names = [];
  for (let each: { name: string; suite?: unknown } | undefined = task; each; each = each.suite as typeof each)
    names.unshift(each.name);
  if (exhaustive.test(names.join(' '))) skip();
});
