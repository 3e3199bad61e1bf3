import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('defects of other scripts', join(import.meta.dirname, 'Defects.Tests.ps1'), { Folder: product });
