import { expect, it } from 'vitest';
import { scriptGuid } from '../../../src/names/script-guid.js';

// Both were worked out with uuid5 of Python: uuid.uuid5(uuid.NAMESPACE_URL, 'https://github.com/mendsheet/mendsheet/...').
it.each([
  ['Mendsheet contributors', 'windows-update', 'diagnose', '9d694ecd-adc1-5797-8d7c-678d5395f76e'],
  ['A/B', 'c', 'd', '63370196-16ec-5126-a7fc-f8aeb088fb38'],
])('is the UUID of version 5 of the names: %s, %s, %s', (publisher, product, script, guid) => {
  expect(scriptGuid(publisher, product, script)).toBe(guid);
});
