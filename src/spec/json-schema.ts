import { z } from 'zod';
import { captureSchema } from './capture.js';
import { factsSchema, groupSchema, indexSchema, packageSchema, recipeSchema, translationSchema } from './schema.js';

/** A generated file of the repository. */
export interface GeneratedFile {
  /** Relative to the root of the package. */
  readonly path: string;
  readonly text: string;
}

/**
 * The schemas that editors use, one for each kind of file. Draft 7, which the YAML language server reads best. They say
 * what spec says; what resolve says cannot be put into a schema.
 */
export function jsonSchemas(): GeneratedFile[] {
  return [
    schemaFile('checks/.schema.json', 'Group file of a Mendsheet checklist', groupSchema),
    schemaFile('checks/.index-schema.json', 'Index of a Mendsheet checklist', indexSchema),
    schemaFile('checks/.recipe-schema.json', 'Recipe of a Mendsheet checklist', recipeSchema),
    schemaFile('checks/.facts-schema.json', 'Facts of a Mendsheet checklist', factsSchema),
    schemaFile('checks/.package-schema.json', 'Package of recipes of a Mendsheet checklist', packageSchema),
    schemaFile('checks/.words-schema.json', 'Translation of a Mendsheet checklist', translationSchema),
    schemaFile('templates/capture.schema.json', 'What collect-logs.ps1 captured of a PC', captureSchema),
  ];
}

function schemaFile(path: string, title: string, schema: z.ZodType): GeneratedFile {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7' });
  return { path, text: `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n` };
}
