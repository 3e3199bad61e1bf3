import { scenarioSuite } from './scenario-suite.js';

scenarioSuite('scenarios', {});
