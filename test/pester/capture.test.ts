import { join } from 'node:path';
import { repository } from '../compile-bundled.js';
import { pesterSuite, product, scenarios } from './pester-suite.js';

pesterSuite('capture', join(repository, 'test', 'pester', 'Capture.Tests.ps1'), {
  Collect: join(product, 'collect-logs.ps1'),
  Diagnose: join(product, 'diagnose.ps1'),
  Scenario: scenarios,
  Repository: repository,
});
