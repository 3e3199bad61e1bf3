import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withChannelTable } from '../channels/channel-table.js';
import { codeReference } from '../diagnostics/code-reference.js';
import { withEngineReference } from '../fleet/engine-reference.js';
import { loadTemplates } from '../load/load-templates.js';
import { formatReference } from '../spec/format-reference.js';
import { jsonSchemas } from '../spec/json-schema.js';
import { billOfMaterials, type Lock } from './bill-of-materials.js';
import { claimList } from './claim-list.js';
import { libraryReference, withJournalTable } from './library-reference.js';
import { compileChecklist } from './open-checklist.js';
import { packageRoot } from './package-root.js';
import { publicLines, removedIn, reportText } from './public-report.js';

const { library, claims } = loadTemplates(packageRoot);
const lock = JSON.parse(readFileSync(path.join(packageRoot, 'package-lock.json'), 'utf8')) as Lock;
const journal = readFileSync(path.join(packageRoot, 'docs/journal.md'), 'utf8');

const report = readFileSync(path.join(packageRoot, 'docs/public-report.txt'), 'utf8');
const changelog = readFileSync(path.join(packageRoot, 'CHANGELOG.md'), 'utf8');
const { catalog } = await compileChecklist(path.join(packageRoot, 'checks.yaml'), 'catalog');
if (!catalog) throw new Error('The checklist of the repository does not compile.');

/** Writes the generated files of the repository: `npm run docs`. A test holds them against what would be written. */
const files = [
  ...jsonSchemas(),
  { path: 'docs/checks-format.md', text: formatReference() },
  { path: 'docs/diagnostics.md', text: codeReference() },
  { path: 'sbom.cdx.json', text: billOfMaterials(lock) },
  { path: 'docs/library.md', text: libraryReference(library) },
  { path: 'docs/public-report.txt', text: reportText(report, publicLines(library, catalog), removedIn(changelog)) },
  { path: 'docs/what-waits-for-windows.md', text: claimList(claims) },
  { path: 'docs/journal.md', text: withJournalTable(journal, library) },
  {
    path: 'docs/channels.md',
    text: withChannelTable(readFileSync(path.join(packageRoot, 'docs/channels.md'), 'utf8')),
  },
  {
    path: 'docs/fleet.md',
    text: withEngineReference(readFileSync(path.join(packageRoot, 'docs/fleet.md'), 'utf8')),
  },
];

for (const file of files) {
  const target = path.join(packageRoot, file.path);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, file.text);
}
