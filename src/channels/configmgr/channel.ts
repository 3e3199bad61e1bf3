import { limits } from '../../ir/channel.js';
import type { Channel } from '../channel.js';
import { copyFile, makeJson } from '../make-file.js';
import { words } from './words.js';

/**
 * Configuration Manager: a configuration item (discovery, remediation, and what to enter in the console) and scripts
 * for "Run Scripts". Its clients refuse scripts without a trusted signature by default, so a signed file is loaded with
 * Open and never pasted.
 */
export const configmgr: Channel = {
  name: 'configmgr',
  words,
  ways: [
    {
      name: 'configmgr-item',
      // 60 seconds unless a client setting says more (600 at most), so it takes what is done in a minute.
      limits: limits({ minutes: 1, minutesEach: 1, restart: false, disruption: 'low' }),
      row: {
        title: 'ConfigMgr, item',
        files: 'configmgr/item/',
        limit: '60 seconds unless you say more',
        repairs: 'what takes a minute, needs no restart and disturbs nobody',
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
    {
      kind: 'list',
      way: 'configmgr-item',
      phase: 'detect',
      holds: 'detected',
      template: 'configmgr/verdict',
      folder: 'item/',
      name: 'discovery',
    },
    {
      kind: 'list',
      way: 'configmgr-item',
      phase: 'repair',
      holds: 'repaired',
      template: 'repair',
      folder: 'item/',
      name: 'remediation',
    },
  ],
  files: ({ plan: { catalog }, scripts }) => {
    const folder = `${catalog.product}/configmgr/`;
    // "Run Scripts" takes what Intune runs: its lists have at most ten parameters of text.
    const runs = ['detect.ps1', 'repair.ps1'].flatMap((name) => {
      const script = scripts.get(`${catalog.product}/intune/all/${name}`);
      return script ? [copyFile(script, `${folder}run/${name}`)] : [];
    });
    const hasRemediation = scripts.has(`${folder}item/remediation.ps1`);
    if (!scripts.has(`${folder}item/discovery.ps1`)) return runs;
    return [
      ...runs,
      makeJson(`${folder}item/item.json`, {
        name: catalog.title.en,
        settingType: 'Script',
        dataType: 'String',
        discoveryScript: 'discovery.ps1',
        remediationScript: hasRemediation ? 'remediation.ps1' : null,
        runAs64Bit: true,
        runAsSignedInUser: false,
        rule: { type: 'Value', operator: 'Equals', value: 'Ok', remediate: hasRemediation },
      }),
    ];
  },
  serveTogether: false,
  largestScript: 200_000,
  fitRules: [],
};
