import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('The answer of a diagnosis', join(import.meta.dirname, 'Answers.Tests.ps1'), { Folder: product });
