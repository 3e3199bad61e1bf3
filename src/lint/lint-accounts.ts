import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { editions, type Argument, type Body, type Catalog, type Check, type Edition } from '../ir/catalog.js';
import type { Library } from '../ir/library.js';
import { argumentOf } from '../powershell/command-arguments.js';
import { nodesOf, parsePs1 } from '../powershell/parse-ps1.js';
import { variableIn } from '../powershell/literals.js';
import { writtenTexts } from '../powershell/written-texts.js';
import { memoize } from '../source/memoize.js';
import { lineSpan } from '../source/source-file.js';
import { diagnoseLine, placeDiagnostic, type LineDiagnostic } from './line-diagnostic.js';

/**
 * Holds each repair against the account that it runs as: one of the computer touches nothing below HKCU, and one of the person
 * signed in nothing else. A recipe may serve both, so it is looked at for each check that uses it; what a check gives it is
 * refused at the value. What neither the body nor the checklist shows, the action refuses on the PC.
 */
export function lintAccounts(catalog: Catalog, library: Library): readonly Diagnostic[] {
  const said = new Set<string>();
  return catalog.checks
    .flatMap((check) => editions.flatMap((edition) => lintRepair(catalog, library, check, edition)))
    .filter(({ message, span }) => {
      const key = `${span.source.path} ${span.start} ${message}`;
      return !said.has(key) && said.add(key) !== undefined;
    });
}

function lintRepair(catalog: Catalog, library: Library, check: Check, edition: Edition): readonly Diagnostic[] {
  const step = check.steps[edition].repair;
  const body = step?.kind === 'body' ? step.body : step && catalog.recipes.get(step.recipe)?.bodies[edition].repair;
  if (!step || !body) return [];
  if (check.runsAs === 'machine') {
    return [
      ...usersPlacesIn(body).map((each) => placed(body, each)),
      ...step.arguments.filter(({ value }) => ofUser.test(String(value))).map((each) => refuseValue(each, usersPlace)),
    ];
  }
  return changesIn(body).flatMap((change): readonly Diagnostic[] => {
    const action = library.functions.ps1.find(({ name }) => name.toLowerCase() === change.action.toLowerCase())?.action;
    if (!action) return [];
    if (!action.asUser) {
      const message = `"${change.action}" changes the computer, and a check with runs-as: user changes HKCU alone.`;
      return [placed(body, { ...change.at, message })];
    }
    const given = step.arguments.find(({ name }) => name.replaceAll('-', '') === change.parameter);
    const isOfComputer = (text: string): boolean =>
      /^(?:Registry::)?(?:HK|[A-Za-z]:|\\|\$env:)/i.test(text) && !ofUser.test(text);
    if (given) return isOfComputer(String(given.value)) ? [refuseValue(given, computersPlace)] : [];
    return change.paths.some(isOfComputer) ? [placed(body, { ...change.at, message: computersPlace })] : [];
  });
}

const ofUser = /\bHKCU\b|HKEY_CURRENT_USER/i;
const usersPlace =
  'A repair of the computer runs elevated, where HKCU is not that of the person signed in; write runs-as: user at the check.';
const computersPlace = 'A check with runs-as: user changes nothing but values below HKCU:\\.';

function refuseValue({ span }: Argument, message: string): Diagnostic {
  return diagnose('lint/account', message, span);
}

function placed(body: Body, diagnostic: LineDiagnostic): Diagnostic {
  return placeDiagnostic(diagnostic, lineSpan(body.source, body.firstLine + diagnostic.row), -body.indent);
}

/** Lines of a body, in either edition, that name something of a person and are no comments. */
const usersPlacesIn = memoize(({ text }: Body): readonly LineDiagnostic[] =>
  text.split('\n').flatMap((line, row) => {
    const [found] = /^\s*(?:#|::|rem\b)/i.test(line) ? [] : (ofUser.exec(line) ?? []);
    return found === undefined
      ? []
      : [diagnoseLine('lint/account', usersPlace, row, line.indexOf(found), found.length)];
  }),
);

interface Change {
  readonly action: string;
  readonly at: LineDiagnostic;
  /** Name in lower case of the variable that -Path is; empty where it is none. */
  readonly parameter: string;
  /** What -Path shows to be, as `writtenTexts` has it. */
  readonly paths: readonly string[];
}

/** The calls of a PowerShell body that could be of an action. */
const changesIn = memoize(({ text }: Body): readonly Change[] =>
  parsePs1(text, (root) => {
    return nodesOf(root, ['command']).flatMap((node): readonly Change[] => {
      const action = node.childForFieldName('command_name')?.text;
      if (action === undefined) return [];
      const { row, column } = node.startPosition;
      const argument = argumentOf(node, 'Path');
      const variable = variableIn(argument?.text ?? '') ?? '';
      return [
        {
          action,
          at: diagnoseLine('lint/account', '', row, column, action.length),
          parameter: variable,
          paths: argument === null ? [] : writtenTexts(argument).map(({ text }) => text),
        },
      ];
    });
  }),
);
