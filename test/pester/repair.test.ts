import { join } from 'node:path';
import { pesterSuite, product, scenarios } from './pester-suite.js';

pesterSuite('repairs', join(import.meta.dirname, 'Repair.Tests.ps1'), {
  Repair: join(product, 'reset-components.ps1'),
  Scenario: scenarios,
});
