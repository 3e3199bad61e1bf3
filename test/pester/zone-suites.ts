import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pesterSuite, product, scenarios } from './pester-suite.js';
import { scenarioSuite } from './scenario-suite.js';

/** What asks for a time, once more in another time zone (a name of the IANA list): the suites run in UTC otherwise. */
export function zoneSuites(zone: string): void {
  pesterSuite(`event logs in ${zone}`, join(import.meta.dirname, 'Events.Tests.ps1'), { Folder: product }, zone);
  const timed = scenarios.filter((path) => /Events\.Add|CreationTimeUtc/.test(readFileSync(path, 'utf8')));
  scenarioSuite(`scenarios with events in ${zone}`, {}, timed, zone);
}
