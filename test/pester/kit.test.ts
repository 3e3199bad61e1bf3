import { join } from 'node:path';
import { repository } from '../compile-bundled.js';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('kit', join(import.meta.dirname, 'Kit.Tests.ps1'), {
  Kit: join(product, 'windows-kit.ps1'),
  Simulator: join(repository, 'src', 'simulator'),
});
