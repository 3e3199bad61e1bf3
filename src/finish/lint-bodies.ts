import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import { phases, type Body, type Catalog, type Edition, type Phase } from '../ir/catalog.js';
import { lineSpan } from '../source/source-file.js';
import { lintCmd } from './lint-cmd.js';
import { lintPs1, type BodyFault } from './lint-ps1.js';
import type { Ps1Parser } from './parse-ps1.js';

/** Lints every body of a catalog once, however many scripts it goes into. Findings stand at the lines of the input. */
export function lintBodies(catalog: Catalog, parser: Ps1Parser): readonly Diagnostic[] {
  return [...bodiesOf(catalog)].flatMap(({ body, phase, edition }) => {
    const faults =
      edition === 'ps1'
        ? lintPs1(body.text, { phase, comClasses: catalog.comClasses }, parser)
        : lintCmd(body.text, phase);
    return faults.map((fault) => atBody(fault, body));
  });
}

interface BodyUse {
  readonly body: Body;
  readonly phase: Phase;
  readonly edition: Edition;
}

function* bodiesOf(catalog: Catalog): Generator<BodyUse> {
  for (const { steps } of catalog.checks) {
    for (const edition of ['ps1', 'cmd'] as const) {
      for (const phase of phases) {
        const step = steps[edition][phase];
        if (step?.kind === 'body') yield { body: step.body, phase, edition };
      }
    }
  }
  for (const { bodies } of catalog.recipes.values()) {
    for (const edition of ['ps1', 'cmd'] as const) {
      for (const phase of phases) {
        const body = bodies[edition][phase];
        if (body) yield { body, phase, edition };
      }
    }
  }
  for (const edition of ['ps1', 'cmd'] as const) {
    const body = catalog.guard?.bodies[edition];
    if (body) yield { body, phase: 'detect', edition };
  }
}

function atBody(fault: BodyFault, body: Body): Diagnostic {
  const line = lineSpan(body.source, body.firstLine + fault.row);
  const start = Math.min(line.start + body.indent + fault.column, line.end);
  const span = { ...line, start, end: Math.min(start + fault.length, line.end) };
  return diagnose(fault.code as DiagnosticCode, fault.message, span);
}
