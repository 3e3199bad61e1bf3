// Times every stage of the compiler on one checklist, up to unsigned text, in a process of its own so that the memory at
// its peak is this checklist's. Prints one line of JSON. Texts are rendered, checked and let go, as `mendsheet check` does.
//   node test/bench/stages.mjs <checks.yaml>
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const load = (path) => import(join(root, 'build', `${path}.js`));
const { channels } = await load('channels/list');
const { planDiagnostics, scriptDiagnostics } = await load('channels/wrap');
const { renderedText } = await load('bytes/encode-text');
const { checkRendered } = await load('finish/finish');
const { lintBodies } = await load('lint/lint-bodies');
const { loadProject } = await load('load/load-project');
const { loadTemplates } = await load('load/load-templates');
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
/** Runs a stage that has to find nothing wrong. */
function settled(name, run) {
  const { value, diagnostics } = timed(name, run);
  const [first] = diagnostics.filter(({ severity }) => severity === 'error');
  if (first) throw new Error(`${name}: ${first.message} (${first.span.source.path})`);
  return value;
}

const templates = timed('load', () => loadTemplates(root));
const project = settled('load', () => loadProject(process.argv[2]));
const spec = settled('spec', () => validateProject(project));
const resolved = settled('resolve', () => resolveCatalog(spec, '2026-11-22'));
const catalog = settled('lint', () => lintBodies(resolved, templates.library));
const plan = settled('plan', () => planScripts(catalog, templates, channels));
const rendering = settled('render', () => renderPlan(plan, { version: '0', developmentCertificate: false }));
// A script of a thousand checks is more than people read or a channel takes; everything else has to be clean.
const tooMuch = new Set([
  'finish/too-large',
  'channel/script-too-large',
  'channel/summary-too-long',
  'channel/compliance-rules',
]);
const said = timed('look', () => [...planDiagnostics(plan)]);
let texts = 0;
let characters = 0;
const each = rendering[Symbol.iterator]();
for (;;) {
  const { value: text, done } = timed('render', () => each.next());
  if (done) break;
  said.push(...timed('look', () => [...checkRendered(text), ...scriptDiagnostics(plan, text)]));
  texts += 1;
  characters += renderedText(text).length;
}
const [first] = said.filter(({ code }) => !tooMuch.has(code));
if (first) throw new Error(`${first.message} (${first.span.source.path})`);
const total = Object.values(stages).reduce((sum, each) => sum + each, 0);
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({ checks: catalog.checks.length, texts, characters, stages, total, peak: maxRSS * 1024 })}\n`,
);
