import { zoneSuites } from './zone-suites.js';

zoneSuites('America/Los_Angeles');
