import { limits } from '../../ir/channel.js';
import { checkSlug } from '../../names/check-slug.js';
import { keysOfChecks, type Channel } from '../channel.js';
import { copyFile } from '../make-file.js';
import { words } from './words.js';

/**
 * Configuration Manager: for each check a discovery script, a remediation script where it can repair, and what imports them as
 * the settings of one configuration item; and scripts for "Run Scripts". Its clients refuse scripts without a trusted
 * signature by default, so that signed files are imported and never pasted.
 */
export const configmgr: Channel = {
  name: 'configmgr',
  words,
  ways: [
    {
      name: 'configmgr-item',
      // 60 seconds unless a client setting says more (600 at most), so it takes what is done in a minute.
      limits: limits({ minutes: 1, minutesEach: 1, together: false, restart: false, disruption: 'low' }),
      row: {
        title: 'ConfigMgr, item',
        files: 'configmgr/<item>-<id>/',
        limit: '60 seconds unless you say more',
        repairs: 'that check, where it takes a minute, needs no restart and disturbs nobody',
      },
    },
    {
      name: 'configmgr-run',
      limits: limits({ minutes: 50, minutesEach: 50 }),
      row: {
        title: 'ConfigMgr, Run Scripts',
        files: 'configmgr/run/',
        limit: '1 hour',
        repairs: 'what a repair script repairs by default',
      },
    },
  ],
  scripts: [
    { kind: 'each', way: 'configmgr-item', phase: 'detect', template: 'configmgr/verdict', name: 'discovery' },
    { kind: 'each', way: 'configmgr-item', phase: 'repair', template: 'repair', name: 'remediation' },
    { kind: 'installer', template: 'configmgr/import', name: 'import' },
  ],
  // "Run Scripts" takes what Intune runs: its lists have at most ten parameters of text.
  files: ({ plan: { catalog }, scripts }) =>
    ['detect.ps1', 'repair.ps1'].flatMap((name) => {
      const script = scripts.get(`${catalog.product}/intune/all/${name}`);
      return script ? [copyFile(script, `${catalog.product}/configmgr/run/${name}`)] : [];
    }),
  // import.ps1 names a setting after the folder, and finds one of an earlier version by the id alone.
  keys: (plan) => {
    const ofItem = { way: 'configmgr-item', from: 'id' } as const;
    return [
      { of: 'folders of Configuration Manager', name: 'run', span: null },
      ...keysOfChecks(plan, { ...ofItem, of: 'folders of Configuration Manager', name: checkSlug }),
      ...keysOfChecks(plan, { ...ofItem, of: 'settings of Configuration Manager', name: ({ id }) => id }),
    ];
  },
  serveTogether: false,
  largestScript: 200_000,
  fitRules: [],
};
