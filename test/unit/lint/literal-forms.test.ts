import { describe, expect, it } from 'vitest';
import { literalForms } from '../../../src/ir/library.js';
import { refuseForm } from '../../../src/lint/literal-forms.js';
import { unknownPart } from '../../../src/powershell/written-texts.js';
import { formTexts } from '../../support/form-texts.js';

const some = unknownPart;

describe('a text that an action gets', () => {
  it('has a form for each that the register names', () => {
    expect(Object.keys(formTexts).sort()).toEqual([...literalForms].sort());
  });

  for (const form of literalForms) {
    it.each(formTexts[form].taken)(`${form} takes %j`, (text) => expect(refuseForm(form, text)).toBeNull());
    it.each(formTexts[form].refused)(`${form} refuses %j`, (text) => expect(refuseForm(form, text)).not.toBeNull());
  }

  it.each([
    ['registry-key', `HKLM:\\SOFTWARE\\${some}`],
    ['registry-key', `HKLM:\\${some}\\A`],
    ['registry-key', some],
    ['registry-key', `${some}\\A`],
    ['registry-name', `A${some}`],
    ['registry-data', `REG_SZ:${some}`],
    ['registry-data', `REG_DWORD:0x${some}`],
    ['registry-data', `${some}:0x1`],
    ['full-path', `${some}\\Example\\cache`],
    ['full-path', some],
    ['service', `A${some}`],
    ['access-list', `D:${some}`],
  ] as const)('%s waits for a run to know %j', (form, text) => expect(refuseForm(form, text)).toBeNull());

  it.each([
    ['registry-key', `HKLM:\\SOFTWARE\\Policies\\${some}`],
    ['registry-key', `HKLM:\\SOFTWARE\\..\\${some}`],
    ['registry-key', `HKCU:\\Environment\\${some}`],
    ['registry-key', `HKLM:/SOFTWARE/${some}`],
    ['registry-data', `DWORD:${some}`],
    ['full-path', `${some}/cache`],
    ['full-path', `${some}\\cache\\`],
    ['full-path', `cache\\${some}`],
  ] as const)('%s refuses %j whatever a run knows', (form, text) => expect(refuseForm(form, text)).not.toBeNull());
});
