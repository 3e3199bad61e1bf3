import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Plan } from '../ir/plan.js';

/**
 * Scripts that would stand where something else does: two at one path, which Windows compares without regard to case, and a language whose
 * folder is that of a channel.
 */
export function checkPaths({ catalog, scripts, channels }: Plan): readonly Diagnostic[] {
  const paths = new Set<string>();
  const doubled = scripts.flatMap(({ path, name }) => {
    const place = path.toLowerCase();
    const isFirst = !paths.has(place);
    paths.add(place);
    if (isFirst) return [];
    const span = catalog.scripts.find((script) => script.name === name)?.span ?? catalog.languagesSpan;
    return [diagnose('plan/file-taken', `"${path}" is another file of the product already.`, span)];
  });
  const folders = channels.map(({ spec }) => spec.name);
  const languages = catalog.languages.filter((language) =>
    scripts.some(
      ({ path, role }) =>
        folders.includes(language) && role.kind === 'checklist' && path.startsWith(`${catalog.product}/${language}/`),
    ),
  );
  return [
    ...doubled,
    ...languages.map((language) =>
      diagnose(
        'plan/file-taken',
        `The scripts in "${language}" would stand in the folder of a channel.`,
        catalog.languagesSpan,
      ),
    ),
  ];
}
