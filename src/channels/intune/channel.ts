import { limits } from '../../ir/channel.js';
import { checkSlug } from '../../names/check-slug.js';
import { keysOfChecks, type Channel } from '../channel.js';
import { complianceFits, settingName } from './compliance-rules.js';
import { intuneFiles, remediationName } from './files.js';
import { resourceName } from './terraform.js';
import { words } from './words.js';

/**
 * Intune: remediations, a platform script, a Win32 app and custom compliance. Limits of a run: remediations have 60 minutes,
 * platform scripts 30, compliance scripts 10 in its documentation; the minutes here leave room for detecting.
 */
export const intune: Channel = {
  name: 'intune',
  words,
  ways: [
    {
      name: 'intune-pair',
      limits: limits({ minutes: 50, minutesEach: 50, together: false, runsAs: ['machine', 'user'] }),
      row: {
        title: 'Intune remediation, a check',
        files: 'intune/<item>-<id>/',
        limit: '60 minutes',
        repairs: 'that check',
      },
    },
    {
      name: 'intune-list',
      limits: limits({ minutes: 50, minutesEach: 50 }),
      row: {
        title: 'Intune remediation, a list',
        files: 'intune/all/',
        limit: '60 minutes',
        repairs: 'what a repair script repairs by default',
      },
    },
    {
      name: 'intune-user',
      limits: limits({ minutes: 50, minutesEach: 50, runsAs: ['user'] }),
      row: {
        title: 'Intune remediation, a list as the user',
        files: 'intune/user/',
        limit: '60 minutes',
        repairs: 'what a repair script with runs-as: user repairs by default',
      },
    },
    {
      name: 'intune-platform',
      limits: limits({ minutes: 25, minutesEach: 25, once: true }),
      row: {
        title: 'Intune platform script',
        files: 'intune/platform/',
        limit: '30 minutes, once',
        repairs: 'the same, as far as it fits',
      },
    },
    {
      name: 'intune-win32',
      limits: limits({ minutes: 50, minutesEach: 50 }),
      row: {
        title: 'Intune Win32 app',
        files: 'intune/win32/',
        limit: '60 minutes',
        repairs: 'the same, and again when a problem comes back',
      },
    },
    {
      name: 'intune-compliance',
      limits: limits({ minutes: 8, minutesEach: 8, repairs: false }),
      row: {
        title: 'Intune custom compliance',
        files: 'intune/compliance/',
        limit: '10 minutes',
        repairs: 'nothing: it reports',
      },
    },
  ],
  scripts: [
    {
      kind: 'list',
      way: 'intune-list',
      phase: 'detect',
      holds: 'detected',
      template: 'detect',
      folder: 'all/',
      name: 'detect',
    },
    {
      kind: 'list',
      way: 'intune-list',
      phase: 'repair',
      holds: 'repaired',
      template: 'repair',
      folder: 'all/',
      name: 'repair',
    },
    ...(['detect', 'repair'] as const).map((phase) => ({
      kind: 'list' as const,
      way: 'intune-user',
      phase,
      holds: phase === 'detect' ? ('detected' as const) : ('repaired' as const),
      template: phase,
      folder: 'user/',
      name: phase,
    })),
    {
      kind: 'list',
      way: 'intune-platform',
      phase: 'repair',
      holds: 'repaired',
      template: 'repair',
      folder: 'platform/',
      name: 'repair',
    },
    // Only what the app repairs decides whether it is installed.
    {
      kind: 'list',
      way: 'intune-win32',
      phase: 'detect',
      holds: 'repaired',
      template: 'intune/app',
      folder: 'win32/',
      name: 'detect',
    },
    {
      kind: 'list',
      way: 'intune-win32',
      phase: 'repair',
      holds: 'repaired',
      template: 'repair',
      folder: 'win32/',
      name: 'repair',
    },
    {
      kind: 'list',
      way: 'intune-compliance',
      phase: 'detect',
      holds: 'detected',
      template: 'intune/compliance',
      folder: 'compliance/',
      name: 'discovery',
    },
    { kind: 'each', way: 'intune-pair', phase: 'detect', template: 'detect', name: 'detect' },
    { kind: 'each', way: 'intune-pair', phase: 'repair', template: 'repair', name: 'repair' },
    { kind: 'installer', template: 'intune/deploy', name: 'deploy' },
  ],
  files: intuneFiles,
  keys: (plan) => {
    const { catalog } = plan;
    const ofPair = { way: 'intune-pair', from: 'id' } as const;
    const of = 'remediations of Intune';
    return [
      ...(['machine', 'user'] as const).map((each) => ({ of, name: remediationName(catalog, null, each), span: null })),
      ...keysOfChecks(plan, { ...ofPair, of, from: 'title', name: (check) => remediationName(catalog, check) }),
      ...['all', 'user', 'platform', 'win32', 'compliance'].map((name) => ({
        of: 'folders of Intune',
        name,
        span: null,
      })),
      ...keysOfChecks(plan, { ...ofPair, of: 'folders of Intune', name: checkSlug }),
      ...keysOfChecks(plan, {
        ...ofPair,
        of: 'resources of Terraform',
        name: (check) => resourceName(checkSlug(check)),
      }),
      ...keysOfChecks(plan, {
        way: 'intune-compliance',
        of: 'settings of custom compliance',
        from: 'id',
        name: settingName,
      }),
    ];
  },
  serveTogether: false,
  largestScript: 200_000,
  fitRules: [complianceFits],
};
