import { scenarioSuite } from './scenario-suite.js';

scenarioSuite('scenarios where tools speak German, Japanese and Turkish, under Turkish rules for letters', {
  Culture: 'tr-TR',
});
