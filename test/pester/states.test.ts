import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('whole PCs', join(import.meta.dirname, 'States.Tests.ps1'), { Folder: product });
