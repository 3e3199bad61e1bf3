import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('PowerShell runtime', join(import.meta.dirname, 'Runtime.Tests.ps1'), { Folder: product });
