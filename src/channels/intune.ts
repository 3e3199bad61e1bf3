import type { Artefact } from '../ir/artefact.js';
import type { Check } from '../ir/catalog.js';
import type { Plan, ScriptPlan } from '../ir/plan.js';
import type { Channel, ChannelFault, Scripts } from './channel.js';
import { makeJson } from './make-file.js';
import { scriptRules } from './script-rules.js';

/**
 * Intune remediations: a detection and a repair as the service runs them, and the body of a POST to
 * /deviceManagement/deviceHealthScripts (Microsoft Graph, beta) that creates the script package.
 */
export const intune: Channel = {
  folder: 'intune',
  make: (plan, scripts) => detections(plan).map((script) => remediation(plan, scripts, script)),
  rules: [
    ...scriptRules,
    {
      code: 'channel/graph-content',
      faults: (files) => remediations(files).flatMap((file) => contentFaults(file, files)),
    },
    { code: 'channel/graph-host', faults: (files) => remediations(files).flatMap(hostFaults) },
  ],
};

/** As Microsoft Graph names the fields of a deviceHealthScript that a caller sets. */
interface DeviceHealthScript {
  readonly '@odata.type': '#microsoft.graph.deviceHealthScript';
  readonly publisher: string;
  readonly version: string;
  readonly displayName: string;
  readonly description: string;
  readonly detectionScriptContent: string;
  /** Absent where nothing is repaired: a package with this field repairs. */
  readonly remediationScriptContent?: string;
  readonly runAsAccount: 'system';
  readonly enforceSignatureCheck: boolean;
  readonly runAs32Bit: false;
  readonly roleScopeTagIds: readonly string[];
  readonly deviceHealthScriptType: 'deviceHealthScript';
  readonly detectionScriptParameters: readonly never[];
  readonly remediationScriptParameters: readonly never[];
}

function detections({ scripts, catalog }: Plan): readonly ScriptPlan[] {
  const folder = `${catalog.product}/intune/`;
  return scripts.filter(({ path }) => path.startsWith(folder) && path.endsWith('/detect.ps1'));
}

function remediation({ catalog }: Plan, scripts: Scripts, script: ScriptPlan): Artefact {
  const folder = script.path.slice(0, -'detect.ps1'.length);
  const repair = scripts.get(`${folder}repair.ps1`);
  const [first] = script.checks;
  const only = folder.endsWith('/all/') ? null : (first?.check ?? null);
  const body: DeviceHealthScript = {
    '@odata.type': '#microsoft.graph.deviceHealthScript',
    publisher: catalog.publisher,
    version: catalog.version,
    displayName: `${catalog.title.en}: ${only ? only.title.en : 'all checks'}`,
    description: only ? describeCheck(only) : `${script.checks.length} checks of ${catalog.title.en} in one run.`,
    detectionScriptContent: base64(scripts.get(script.path)),
    ...(repair ? { remediationScriptContent: base64(repair) } : {}),
    runAsAccount: 'system',
    // With the check on, Intune runs the script under the execution policy of the device, which refuses it by default.
    enforceSignatureCheck: false,
    runAs32Bit: false,
    roleScopeTagIds: ['0'],
    deviceHealthScriptType: 'deviceHealthScript',
    detectionScriptParameters: [],
    remediationScriptParameters: [],
  };
  return makeJson(`${folder}remediation.json`, body);
}

function describeCheck({ why, risk }: Check): string {
  const restart = risk.restart ? ', restart needed' : '';
  return `${why.en} Repair: up to ${risk.minutes} minutes, disruption ${risk.disruption}${restart}.`;
}

function base64(artefact: Artefact | undefined): string {
  return Buffer.from(artefact?.bytes ?? []).toString('base64');
}

function remediations(files: readonly Artefact[]): readonly Artefact[] {
  return files.filter(({ path }) => path.endsWith('/remediation.json'));
}

function read({ bytes }: Artefact): Partial<Record<keyof DeviceHealthScript, unknown>> {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<DeviceHealthScript>;
  } catch {
    return {};
  }
}

/** Both contents decode to the very bytes beside the JSON; without a repair beside it, the JSON has none. */
function contentFaults(file: Artefact, files: readonly Artefact[]): readonly ChannelFault[] {
  const folder = file.path.slice(0, -'remediation.json'.length);
  const body = read(file);
  const fields = { detectionScriptContent: 'detect.ps1', remediationScriptContent: 'repair.ps1' } as const;
  return Object.entries(fields).flatMap(([field, name]): readonly ChannelFault[] => {
    const content = body[field as keyof typeof fields];
    const script = files.find(({ path }) => path === folder + name);
    if (!script && content === undefined) return [];
    const same = script && typeof content === 'string' && Buffer.from(content, 'base64').equals(script.bytes);
    return same ? [] : [{ path: file.path, message: `"${field}" is not what stands in ${name}.` }];
  });
}

function hostFaults(file: Artefact): readonly ChannelFault[] {
  const { runAs32Bit, runAsAccount } = read(file);
  const fault = (message: string): readonly ChannelFault[] => [{ path: file.path, message }];
  if (runAs32Bit !== false) return fault('"runAs32Bit" is not false, so the 32-bit PowerShell would run the scripts.');
  return runAsAccount === 'system' ? [] : fault('"runAsAccount" is not "system".');
}
