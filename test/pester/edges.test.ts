import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('edges', join(import.meta.dirname, 'Edges.Tests.ps1'), { Folder: product });
