import { zoneSuites } from './zone-suites.js';

zoneSuites('Asia/Tokyo');
