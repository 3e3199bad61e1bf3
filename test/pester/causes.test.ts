import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('causes of whole PCs', join(import.meta.dirname, 'Causes.Tests.ps1'), { Folder: product });
