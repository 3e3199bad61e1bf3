import { limits } from '../../ir/channel.js';
import { keysOfChecks, type Channel } from '../channel.js';
import { document, resourceName } from './document.js';
import { words } from './words.js';
import { unsignedArtefact } from '../../bytes/unsigned-artefact.js';

/**
 * WinGet Configuration and DSC v3: one document, in which each check is a resource that calls the signed scripts. They
 * lie in a folder that only administrators can write.
 */
export const winget: Channel = {
  name: 'winget',
  words,
  ways: [
    {
      name: 'winget',
      limits: limits({ minutes: 110, minutesEach: 110, together: false, account: 'user' }),
      row: { title: 'WinGet / DSC v3', files: 'winget/', limit: 'none', repairs: 'every check that can be repaired' },
    },
  ],
  scripts: [
    { kind: 'list', way: 'winget', phase: 'detect', holds: 'detected', template: 'detect', folder: '', name: 'detect' },
    { kind: 'list', way: 'winget', phase: 'repair', holds: 'repaired', template: 'repair', folder: '', name: 'repair' },
  ],
  files: ({ plan, scripts }) => {
    const { product } = plan.catalog;
    if (!scripts.has(`${product}/winget/detect.ps1`)) return [];
    return [unsignedArtefact(`${product}/winget/${product}.winget`, Buffer.from(document(plan)))];
  },
  keys: (plan) =>
    keysOfChecks(plan, { way: 'winget', of: 'resources of DSC', from: 'id', name: ({ id }) => resourceName(id) }),
  serveTogether: true,
  largestScript: null,
  fitRules: [],
};
