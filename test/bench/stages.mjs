// Times every stage of the compiler on one checklist, up to unsigned text, in a process of its own so that the memory at
// its peak is this checklist's. Prints one line of JSON. Texts are rendered, checked and let go, as `mendsheet check` does.
//   node test/bench/stages.mjs <checks.yaml>
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const load = (path) => import(join(root, 'build', `${path}.js`));
const { channels } = await load('channels/list');
const { planFaults, scriptFaults } = await load('channels/wrap');
const { checkRendered } = await load('finish/finish');
const { lintBodies } = await load('finish/lint-bodies');
const { loadProject } = await load('load/load-project');
const { loadTemplates } = await load('load/load-templates');
const { checkNames } = await load('plan/check-names');
const { planScripts } = await load('plan/plan-scripts');
const { renderPlan } = await load('render/render-plan');
const { resolveCatalog } = await load('resolve/index');
const { validateProject } = await load('spec/validate');

const stages = {};
/** Runs a stage and adds its milliseconds to those of its name. */
function timed(name, run) {
  const started = performance.now();
  const value = run();
  stages[name] = (stages[name] ?? 0) + performance.now() - started;
  return value;
}
function settled(name, { value, diagnostics }) {
  const [fault] = diagnostics.filter(({ severity }) => severity === 'error');
  if (fault) throw new Error(`${name}: ${fault.message} (${fault.span.source.path})`);
  return value;
}

const templates = timed('load', () => loadTemplates(root));
const project = settled(
  'load',
  timed('load', () => loadProject(process.argv[2])),
);
const spec = settled(
  'spec',
  timed('spec', () => validateProject(project)),
);
const catalog = settled(
  'resolve',
  timed('resolve', () => resolveCatalog(spec, '2026-11-22')),
);
const faults = [...timed('lint bodies', () => lintBodies(catalog, templates.library))];
faults.push(...timed('plan', () => checkNames(catalog, templates)));
const plan = timed('plan', () => planScripts(catalog, templates, channels));
faults.push(...timed('check texts', () => planFaults(plan)));
const tooMuch = new Set([
  'finish/too-large',
  'channel/script-too-large',
  'channel/summary-too-long',
  'channel/compliance-rules',
]);
let texts = 0;
let characters = 0;
const rendering = renderPlan(plan, { version: '0', developmentCertificate: false });
for (;;) {
  const { value: text, done } = timed('render', () => rendering.next());
  if (done) break;
  // A script of a thousand checks is more than people read or a channel takes; everything else has to be clean.
  const found = timed('check texts', () => [...checkRendered(text), ...scriptFaults(plan, text)]);
  faults.push(...found.filter(({ code }) => !tooMuch.has(code)));
  texts += 1;
  characters += text.text.length;
}
if (faults.length > 0) throw new Error(`${faults[0].message} (${faults[0].span.source.path})`);
const total = Object.values(stages).reduce((sum, each) => sum + each, 0);
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({ checks: catalog.checks.length, texts, characters, stages, total, peak: maxRSS * 1024 })}\n`,
);
