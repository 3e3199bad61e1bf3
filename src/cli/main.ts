#!/usr/bin/env node
import { endWithReader, printText } from '../host/terminal.js';
import { compilerVersion } from './package-root.js';

endWithReader();

// The parser of options is two thirds of what this question would cost, and scripts of packages ask it often.
if (process.argv.length === 3 && process.argv[2] === '--version') void printText(`${compilerVersion}\n`);
else await import('./command-line.js');
