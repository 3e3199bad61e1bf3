import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { argumentsOfCall, readCmdLines } from '../batch/cmd-lines.js';
import { editions, type Body, type Catalog, type Check, type Edition, type Risk } from '../ir/catalog.js';
import { argumentOf } from '../powershell/command-arguments.js';
import { nodesOf, parsePs1, type Node } from '../powershell/parse-ps1.js';
import { splattedTo } from '../powershell/splatting.js';
import { writtenWords } from '../powershell/written-texts.js';
import { memoize } from '../source/memoize.js';
import { lineSpan } from '../source/source-file.js';
import { diagnoseLine, placeDiagnostic, type LineDiagnostic } from './line-diagnostic.js';

const disruptions = ['none', 'low', 'medium', 'high'] as const;

/** What a call of a tool, or of an action, does to whoever uses the PC. */
interface Cost {
  /** Against "<tool> <arguments>" in lower case, or the name of an action. */
  readonly pattern: RegExp;
  readonly disruption: Risk['disruption'];
  readonly restart: boolean;
  readonly because: string;
}

/** After the pages of Microsoft on each command. The first that fits counts. */
const costs: readonly Cost[] = [
  {
    pattern: /^dism .*\/resetbase\b/,
    disruption: 'high',
    restart: false,
    because: 'no update that is installed can be uninstalled any more',
  },
  {
    pattern: /^dism .*\/(?:revertpendingactions|apply-|set-edition)/,
    disruption: 'high',
    restart: true,
    because: 'Windows is another afterwards',
  },
  { pattern: /^dism .*\/remove-/, disruption: 'high', restart: true, because: 'a part of Windows is gone' },
  {
    pattern: /^dism .*\/(?:add-|enable-feature|disable-feature)/,
    disruption: 'medium',
    restart: true,
    because: 'a part of Windows is another',
  },
  { pattern: /^wusa .*\/uninstall\b/, disruption: 'high', restart: true, because: 'an update is gone' },
  { pattern: /^wusa /, disruption: 'medium', restart: true, because: 'an update is installed' },
  {
    pattern: /^(?:netsh winsock .*reset|reset-winsockcatalog$)/,
    disruption: 'high',
    restart: true,
    because: 'VPN clients and filters lose their entries',
  },
  {
    pattern: /^netsh (?:int|interface) .*reset\b/,
    disruption: 'high',
    restart: true,
    because: 'addresses that somebody set are gone',
  },
  {
    pattern: /^netsh (?:advfirewall|firewall) .*(?:reset|import)\b/,
    disruption: 'high',
    restart: false,
    because: 'all rules of the firewall are gone',
  },
  {
    pattern: /^netsh (?:advfirewall|firewall) .*\boff\b/,
    disruption: 'high',
    restart: false,
    because: 'the firewall is off',
  },
  {
    pattern: /^netsh (?:wlan|lan) .*delete\b/,
    disruption: 'high',
    restart: false,
    because: 'networks that somebody set up are gone',
  },
  {
    pattern: /^netsh .*\b(?:reset|delete|set|add|import)\b/,
    disruption: 'medium',
    restart: false,
    because: 'the network is set up otherwise',
  },
  { pattern: /^w32tm .*\/unregister\b/, disruption: 'medium', restart: false, because: 'the clock is set no longer' },
];

/**
 * Holds what a check says of its repair's risk against the tools that the repair runs: nobody should start for "low" what takes a
 * network apart. Of a call that only a run knows, it says nothing.
 */
export function lintRisks(catalog: Catalog): readonly Diagnostic[] {
  return catalog.checks.flatMap((check) => editions.flatMap((edition) => lintRepair(catalog, check, edition)));
}

function lintRepair(catalog: Catalog, check: Check, edition: Edition): readonly Diagnostic[] {
  const step = check.steps[edition].repair;
  const body = step?.kind === 'body' ? step.body : step && catalog.recipes.get(step.recipe)?.bodies[edition].repair;
  if (!body) return [];
  const calls = edition === 'ps1' ? callsInPs1(body) : callsInCmd(body);
  return calls.flatMap((call) => {
    const cost = costs.find(({ pattern }) => pattern.test(call.message));
    if (!cost) return [];
    const { disruption, restart } = check.risk;
    const isLow = disruptions.indexOf(disruption) < disruptions.indexOf(cost.disruption);
    if (!isLow && (restart || !cost.restart)) return [];
    const least = `disruption: ${isLow ? cost.disruption : disruption}${cost.restart ? ', restart: true' : ''}`;
    const message = `"${call.message}" costs more than "${check.id}" says: ${cost.because}. Its risk is at least ${least}.`;
    return [placeDiagnostic({ ...call, message }, lineSpan(body.source, body.firstLine + call.row), -body.indent)];
  });
}

/** Calls of tools and actions, with what is called as the message. */
const callsInPs1 = memoize(({ text }: Body): readonly LineDiagnostic[] =>
  parsePs1(text, (root) =>
    nodesOf(root, ['command']).flatMap((node) => {
      const name = node.childForFieldName('command_name')?.text.toLowerCase();
      if (name === undefined) return [];
      const { row, column } = node.startPosition;
      const called = name === 'invoke-repairtool' ? toolCalled(node) : name;
      return [diagnoseLine('lint/risk', called, row, column, (node.text.split('\n', 1)[0] ?? '').length)];
    }),
  ),
);

function toolCalled(command: Node): string {
  const given = (name: string): readonly string[] => {
    const splatted = splattedTo(command)?.filter((each) => each.name.toLowerCase() === name.toLowerCase()) ?? [];
    const argument = argumentOf(command, name);
    return [...(argument ? [argument] : []), ...splatted.map((each) => each.argument)].flatMap(writtenWords);
  };
  return [...given('Tool'), ...given('ArgumentList')].join(' ').toLowerCase();
}

const callsInCmd = memoize(({ text }: Body): readonly LineDiagnostic[] =>
  readCmdLines(text)
    .flatMap(({ commands }) => commands)
    .flatMap(({ text: call, row, column }) => {
      const [, label = '', behind = ''] = /^call\s+:([\w-]+)(.*)$/i.exec(call) ?? [];
      if (label.toLowerCase() !== 'repair_tool') return [];
      const called = argumentsOfCall(behind).join(' ').replaceAll('"', '').toLowerCase();
      return [diagnoseLine('lint/risk', called, row, column, call.length)];
    }),
);
