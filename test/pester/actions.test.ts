import { join } from 'node:path';
import { repository } from '../compile-bundled.js';
import { pesterSuite, product } from './pester-suite.js';

pesterSuite('actions', join(import.meta.dirname, 'Actions.Tests.ps1'), {
  Folder: product,
  Parts: join(repository, 'templates', 'ps1', 'parts', 'actions'),
});
