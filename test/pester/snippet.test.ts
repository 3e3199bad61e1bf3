import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('snippets', join(import.meta.dirname, 'Snippet.Tests.ps1'), { Folder: product });
