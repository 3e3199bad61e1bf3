import { join } from 'node:path';
import { repository } from '../compile-bundled.js';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('redaction', join(import.meta.dirname, 'Redaction.Tests.ps1'), {
  Collect: join(product, 'collect-logs.ps1'),
  Probes: join(import.meta.dirname, 'redaction-probes.tsv'),
  Simulator: join(repository, 'src', 'simulator'),
});
