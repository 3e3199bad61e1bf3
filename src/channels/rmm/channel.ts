import { limits } from '../../ir/channel.js';
import type { Artefact } from '../../ir/artefact.js';
import type { ScriptPlan } from '../../ir/plan.js';
import { checkSlug } from '../../names/check-slug.js';
import { keysOfChecks, type Channel, type ChannelInput, type Scripts } from '../channel.js';
import { copyFile, makeJson } from '../make-file.js';
import { sizeMessage, unsignedSize } from '../script-rules.js';
import { rmmTools, type RmmTool } from './tools.js';
import { words } from './words.js';

/**
 * Tools of remote monitoring and management. Each takes a script and shows what it wrote; what differs is data (tools.ts): exit codes, markers
 * and lengths. Where the script of all checks is too long for one of them, there are those of one check.
 */
export const rmm: Channel = {
  name: 'rmm',
  words,
  ways: [
    {
      name: 'rmm-list',
      limits: limits({ minutes: 50, minutesEach: 50 }),
      row: {
        title: 'Remote management, a list',
        files: 'rmm/',
        limit: 'as you set it: 60 minutes',
        repairs: 'what a repair script repairs by default',
      },
    },
    {
      name: 'rmm-check',
      limits: limits({ minutes: 50, minutesEach: 50, together: false }),
      row: {
        title: 'Remote management, a check',
        files: 'rmm/<item>-<id>/',
        limit: 'as you set it: 60 minutes',
        repairs: 'that check',
      },
    },
  ],
  scripts: [
    {
      kind: 'list',
      way: 'rmm-list',
      phase: 'detect',
      holds: 'detected',
      template: 'rmm/detect',
      folder: '',
      name: 'detect',
    },
    { kind: 'each', way: 'rmm-check', phase: 'detect', template: 'rmm/detect', name: 'detect' },
  ],
  files: (input) => {
    const { product } = input.plan.catalog;
    const detections = input.plan.scripts.filter(({ role }) => role.kind === 'deployed' && role.channel === 'rmm');
    if (detections.length === 0) return [];
    const repairs = detections.flatMap((script) => repairOf(input, script));
    const scripts: Scripts = new Map(repairs.map((file) => [file.path, file] as const).concat([...input.scripts]));
    const files = [...detections.map(({ path }) => path), ...repairs.map(({ path }) => path)];
    return [
      ...repairs,
      makeJson(`${product}/rmm/tools.json`, { tools: rmmTools.map((tool) => entry(tool, product, files, scripts)) }),
    ];
  },
  keys: (plan) => keysOfChecks(plan, { way: 'rmm-check', of: 'folders of rmm', from: 'id', name: checkSlug }),
  serveTogether: false,
  largestScript: null,
  fitRules: [],
};

/** The repair of Intune's for the same checks, which ends with 0 or 1 and writes one line too. */
function repairOf({ plan: { catalog }, scripts }: ChannelInput, { path }: ScriptPlan): readonly Artefact[] {
  const inside = path.slice(`${catalog.product}/rmm/`.length).replace(/detect\.ps1$/, 'repair.ps1');
  const repair = scripts.get(`${catalog.product}/intune/${inside.includes('/') ? inside : `all/${inside}`}`);
  return repair ? [copyFile(repair, `${catalog.product}/rmm/${inside}`)] : [];
}

function entry(tool: RmmTool, product: string, files: readonly string[], scripts: Scripts): object {
  const { name, largestScript, largestOutput, exitCode, markers, note, sources } = tool;
  const unfit = (path: string): string | null => {
    const script = scripts.get(path);
    return script && largestScript !== null ? sizeMessage(unsignedSize(script), largestScript) : null;
  };
  const inside = (path: string): string => path.slice(`${product}/rmm/`.length);
  const fitting = files.filter((path) => unfit(path) === null);
  const repairs = fitting.some((path) => path.endsWith('/repair.ps1'));
  return {
    name,
    note: repairs ? note : `${note} Detection only: no repair script is short enough for it.`,
    detect: {
      arguments: [...(exitCode === 1 ? [] : [`-ProblemCode ${exitCode}`]), ...(markers ? ['-Markers'] : [])].join(' '),
      exitCodes: { found: exitCode, unknownCheck: exitCode + 63, otherwise: 0 },
    },
    repair: repairs ? { exitCodes: { repaired: 0, otherwise: 1 } } : null,
    limits: { charactersOfScript: largestScript, charactersOfOutput: largestOutput },
    scripts: fitting.map(inside),
    leftOut: files.flatMap((path) => {
      const reason = unfit(path);
      return reason === null ? [] : [{ script: inside(path), reason }];
    }),
    sources,
  };
}
