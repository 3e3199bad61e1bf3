import { limits } from '../../ir/channel.js';
import type { Channel } from '../channel.js';
import { complianceFits } from './compliance-rules.js';
import { intuneFiles } from './files.js';
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
      limits: limits({ minutes: 50, minutesEach: 50, together: false }),
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
  serveTogether: false,
  largestScript: 200_000,
  fitRules: [complianceFits],
};
