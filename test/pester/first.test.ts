import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('what comes first', join(import.meta.dirname, 'First.Tests.ps1'), { Folder: product });
