import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { definitionOf, keysAt, unwrap } from '../../../src/spec/schema-walk.js';
import { runFrontEnd, withFiles } from '../../support/front-end.js';
import { factsSchema, groupSchema, indexSchema, recipeSchema } from '../../../src/spec/schema.js';

const schemas = { indexSchema, groupSchema, recipeSchema, factsSchema };

/** Every field of a schema with the path that leads to it. */
function fieldsOf(schema: z.ZodType, path = ''): (readonly [string, z.ZodType])[] {
  const { shape, element, valueType, options } = definitionOf(unwrap(schema));
  const fields = Object.entries(shape ?? {}).flatMap(([name, field]) => [
    [`${path}.${name}`, field] as const,
    ...fieldsOf(field, `${path}.${name}`),
  ]);
  const inner = [element, valueType, ...(options ?? [])].flatMap((each) => (each ? fieldsOf(each, path) : []));
  return [...fields, ...inner];
}

describe.each(Object.entries(schemas))('%s', (_, schema) => {
  it('describes every field, for editors and for the reference', () => {
    const silent = fieldsOf(schema).filter(([, field]) => !(field.description ?? unwrap(field).description));
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it('has keys in kebab-case only', () => {
    expect(fieldsOf(schema).filter(([path]) => !/^(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+$/.test(path))).toEqual([]);
  });
});

describe('keysAt', () => {
  it('finds the keys of a map below lists, names and choices', () => {
    expect(keysAt(groupSchema, ['checks', 3, 'detect'])).toEqual(['use', 'with', 'ps1', 'cmd']);
    expect(keysAt(groupSchema, ['checks', 3, 'with', 'name'])).toEqual(['fact']);
    expect(keysAt(recipeSchema, ['takes', 'name', 'says'])).toEqual(['en']);
    expect(keysAt(groupSchema, ['nowhere', 'at', 'all'])).toEqual([]);
  });
});

describe('the name of a product', () => {
  it.each(['page', 'Pages', 'pages', 'home-page'])('%s', (name) => {
    const isFree = indexSchema.shape.product.safeParse(name).success;
    expect([name, isFree]).toEqual([name, name === 'pages' || name === 'home-page']);
  });
});

// It stands in a comment of scripts and in a line of its own there.
it.each([
  ['Contoso, Ltd.', true],
  ['A', true],
  ['', false],
  [' ', false],
  ['Contoso ', false],
  ['Contoso #> Remove-Item', false],
  ['Contoso\n.GUID x', false],
  ['コントソ', false],
])('a publisher may be %j: %s', (name, isFree) => {
  expect(indexSchema.shape.publisher.safeParse(name).success).toBe(isFree);
});

describe('a tag of a language', () => {
  const said = (languages: string): readonly string[] =>
    withFiles({ 'checks.yaml': `product: a\nlanguages: ${languages}\n` }, (root) =>
      runFrontEnd(`${root}/checks.yaml`)
        .diagnostics.filter(({ code }) => code === 'spec/bad-form')
        .map(({ suggestions }) => suggestions.join()),
    );

  it.each([
    ['[en, zh-tw]', 'zh-TW'],
    ['[en, pt_br]', 'pt-BR'],
    ['[en, ZH-hant-TW]', 'zh-Hant-TW'],
    ['[en, a-language]', ''],
    ['[en, 日本語]', ''],
  ])('of %s is proposed as BCP 47 spells it', (languages, tag) => expect(said(languages)).toEqual([tag]));
});
