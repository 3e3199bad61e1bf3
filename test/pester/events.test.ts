import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('event logs in UTC', join(import.meta.dirname, 'Events.Tests.ps1'), { Folder: product }, 'UTC');
