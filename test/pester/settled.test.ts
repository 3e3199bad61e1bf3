import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('what is settled, and what is read of it', join(import.meta.dirname, 'Settled.Tests.ps1'), {
  Folder: product,
});
