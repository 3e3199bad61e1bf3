import { join } from 'node:path';
import { pesterSuite, product, scenarios } from './pester-suite.js';

pesterSuite('advice', join(import.meta.dirname, 'Advice.Tests.ps1'), { Folder: product, Scenario: scenarios });
