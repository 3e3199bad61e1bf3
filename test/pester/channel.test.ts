import { join } from 'node:path';
import { pesterSuite, product } from './pester-suite.js';

// What services run, from the first line to the exit, on a simulated PC.
pesterSuite('deployed scripts', join(import.meta.dirname, 'Channel.Tests.ps1'), { Folder: product });
