import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('random PCs', join(import.meta.dirname, 'Random.Tests.ps1'), { Folder: product });
