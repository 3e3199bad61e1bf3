import type { Artefact } from '../ir/artefact.js';
import type { Check } from '../ir/catalog.js';
import type { Plan, ScriptPlan } from '../ir/plan.js';
import type { Channel, ChannelFault, ChannelFile, Scripts } from './channel.js';
import { intuneWin } from './intunewin.js';
import { makeJson } from './make-file.js';
import { unsignedArtefact } from '../bytes/unsigned-artefact.js';
import { sizeFits, summaryFits, unattendedRules } from './script-rules.js';

/**
 * Intune: remediations, a platform script, a Win32 app and custom compliance. Each JSON is the body of a POST to
 * Microsoft Graph (beta) under /deviceManagement/deviceHealthScripts, deviceManagementScripts and
 * deviceComplianceScripts, and /deviceAppManagement/mobileApps; field names are those of Graph.
 */
export const intune: Channel = {
  folder: 'intune',
  make: (plan, scripts) => [
    ...scriptsNamed(plan, 'detect.ps1')
      .filter(({ path }) => !path.endsWith('/win32/detect.ps1'))
      .map((script) => remediation(plan, scripts, script)),
    ...platformScript(plan, scripts),
    ...win32App(plan, scripts),
    ...compliance(plan, scripts),
  ],
  serveTogether: false,
  fitRules: [summaryFits, sizeFits],
  scriptRules: unattendedRules,
  rules: [
    { code: 'channel/graph-content', faults: (files) => files.flatMap((file) => contentFaults(file, files)) },
    { code: 'channel/graph-host', faults: (files) => files.flatMap(hostFaults) },
    { code: 'channel/win32-app', faults: (files) => files.flatMap((file) => appFaults(file, files)) },
    { code: 'channel/compliance-rules', faults: (files, plan) => files.flatMap((file) => ruleFaults(file, plan)) },
  ],
};

/** Fields of every script in Graph. With the signature check on, the execution policy of the device decides, which refuses scripts by default. */
const host = {
  runAsAccount: 'system',
  enforceSignatureCheck: false,
  runAs32Bit: false,
  roleScopeTagIds: ['0'],
} as const;

function scriptsNamed({ scripts, catalog }: Plan, name: string): readonly ScriptPlan[] {
  const folder = `${catalog.product}/intune/`;
  return scripts.filter(({ path }) => path.startsWith(folder) && path.endsWith(`/${name}`));
}

function base64(artefact: Artefact | undefined): string {
  return Buffer.from(artefact?.bytes ?? []).toString('base64');
}

function remediation({ catalog }: Plan, scripts: Scripts, script: ScriptPlan): Artefact {
  const folder = script.path.slice(0, -'detect.ps1'.length);
  const repair = scripts.get(`${folder}repair.ps1`);
  const [first] = script.checks;
  const only = folder.endsWith('/all/') ? null : (first?.check ?? null);
  return makeJson(`${folder}remediation.json`, {
    '@odata.type': '#microsoft.graph.deviceHealthScript',
    publisher: catalog.publisher,
    version: catalog.version,
    displayName: `${catalog.title.en}: ${only ? only.title.en : 'all checks'}`,
    description: only ? describeCheck(only) : `${script.checks.length} checks of ${catalog.title.en} in one run.`,
    detectionScriptContent: base64(scripts.get(script.path)),
    // A package with this field repairs, whatever an assignment says.
    ...(repair ? { remediationScriptContent: base64(repair) } : {}),
    ...host,
    deviceHealthScriptType: 'deviceHealthScript',
    detectionScriptParameters: [],
    remediationScriptParameters: [],
  });
}

function describeCheck({ why, risk }: Check): string {
  const restart = risk.restart ? ', restart needed' : '';
  return `${why.en} Repair: up to ${risk.minutes} minutes, disruption ${risk.disruption}${restart}.`;
}

function platformScript({ catalog }: Plan, scripts: Scripts): readonly Artefact[] {
  const folder = `${catalog.product}/intune/platform/`;
  const repair = scripts.get(`${folder}repair.ps1`);
  if (!repair) return [];
  const body = {
    '@odata.type': '#microsoft.graph.deviceManagementScript',
    displayName: `${catalog.title.en}: repair once`,
    description: `Repairs once what detection finds. Intune runs it again only when it changes.`,
    scriptContent: base64(repair),
    fileName: 'repair.ps1',
    ...host,
  };
  return [makeJson(`${folder}platform-script.json`, body)];
}

/** Intune's agent is a 32-bit program, so System32 would be the 32-bit one. */
const shell =
  '%SystemRoot%\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File';

/**
 * An app that counts as installed while none of its checks is a problem. As a required app it repairs again when one is;
 * removing it undoes the newest run.
 */
function win32App({ catalog, scripts: planned }: Plan, scripts: Scripts): readonly Artefact[] {
  const { product, title, publisher } = catalog;
  const folder = `${product}/intune/win32/`;
  const [detect, repair] = ['detect.ps1', 'repair.ps1'].map((name) => scripts.get(folder + name));
  const undoneBy = planned.find(({ path }) => path === repair?.path)?.undoneBy;
  const undo = scripts.get(`${product}/${undoneBy}.ps1`);
  if (!detect || !repair || !undo) return [];
  const content = [
    { path: 'repair.ps1', bytes: repair.bytes },
    { path: `${undoneBy}.ps1`, bytes: undo.bytes },
  ];
  const app = {
    '@odata.type': '#microsoft.graph.win32LobApp',
    displayName: `${title.en}: repairs`,
    description: `Counts as installed while no check is a problem. Installing repairs; removing undoes the newest run.`,
    publisher,
    fileName: `${product}.intunewin`,
    setupFilePath: 'repair.ps1',
    installCommandLine: `${shell} repair.ps1 -ExitCodes Installer`,
    uninstallCommandLine: `${shell} ${undoneBy}.ps1 -Undo`,
    installExperience: { runAsAccount: 'system', deviceRestartBehavior: 'basedOnReturnCode', maxRunTimeInMinutes: 60 },
    returnCodes: [
      { returnCode: 0, type: 'success' },
      { returnCode: 1707, type: 'success' },
      { returnCode: 3010, type: 'softReboot' },
      { returnCode: 1641, type: 'hardReboot' },
      { returnCode: 1618, type: 'retry' },
      { returnCode: 1, type: 'failed' },
    ],
    applicableArchitectures: 'x64,arm64',
    minimumSupportedWindowsRelease: '1809',
    rules: [
      {
        '@odata.type': '#microsoft.graph.win32LobAppPowerShellScriptRule',
        ruleType: 'detection',
        enforceSignatureCheck: false,
        runAs32Bit: false,
        scriptContent: base64(detect),
        operationType: 'notConfigured',
        operator: 'notConfigured',
      },
      {
        '@odata.type': '#microsoft.graph.win32LobAppRegistryRule',
        ruleType: 'requirement',
        check32BitOn64System: false,
        keyPath: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
        valueName: 'InstallationType',
        operationType: 'string',
        operator: 'equal',
        comparisonValue: 'Client',
      },
    ],
  };
  const bytes = intuneWin(`${product}.intunewin`, 'repair.ps1', content);
  return [unsignedArtefact(`${folder}${product}.intunewin`, bytes), makeJson(`${folder}app.json`, app)];
}

/** The script beside it gives a number a check: 0 nothing wrong, 1 undecided, 2 a problem. */
function compliance({ catalog, scripts: planned }: Plan, scripts: Scripts): readonly Artefact[] {
  const folder = `${catalog.product}/intune/compliance/`;
  const script = planned.find(({ path }) => path === `${folder}discovery.ps1`);
  if (!script) return [];
  const body = {
    '@odata.type': '#microsoft.graph.deviceComplianceScript',
    publisher: catalog.publisher,
    version: catalog.version,
    displayName: `${catalog.title.en}: compliance`,
    description: 'Gives a number for each check: 0 nothing wrong, 1 undecided, 2 a problem.',
    detectionScriptContent: base64(scripts.get(script.path)),
    ...host,
  };
  const rules = script.checks.map(({ check }) => ({
    SettingName: check.id,
    Operator: 'LessThan',
    DataType: 'Int64',
    Operand: 2,
    MoreInfoUrl:
      check.links[0] ?? 'https://learn.microsoft.com/intune/intune-service/protect/compliance-use-custom-settings',
    RemediationStrings: [
      { Language: 'en_US', Title: check.title.en, Description: check.why.en },
      { Language: 'ja_JP', Title: check.title.ja, Description: check.why.ja },
    ],
  }));
  return [makeJson(`${folder}compliance-script.json`, body), makeJson(`${folder}rules.json`, { Rules: rules })];
}

/** Which fields of which JSON hold which script beside it. */
const contents: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'remediation.json': { detectionScriptContent: 'detect.ps1', remediationScriptContent: 'repair.ps1' },
  'platform-script.json': { scriptContent: 'repair.ps1' },
  'compliance-script.json': { detectionScriptContent: 'discovery.ps1' },
};

function splitPath(path: string): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf('/') + 1;
  return [path.slice(0, slash), path.slice(slash)];
}

function read({ bytes }: ChannelFile): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Each content decodes to the very bytes beside the JSON; without a script beside it, the JSON has no such field. */
function contentFaults(file: ChannelFile, files: readonly ChannelFile[]): readonly ChannelFault[] {
  const [folder, json] = splitPath(file.path);
  const fields = Object.entries(contents[json] ?? {});
  const body = fields.length > 0 ? read(file) : {};
  return fields.flatMap(([field, name]): readonly ChannelFault[] => {
    const script = files.find(({ path }) => path === folder + name);
    const content = body[field];
    if (!script && content === undefined) return [];
    return holds(content, script) ? [] : [{ path: file.path, message: `"${field}" is not what stands in ${name}.` }];
  });
}

function holds(content: unknown, script: ChannelFile | undefined): boolean {
  return script !== undefined && typeof content === 'string' && Buffer.from(content, 'base64').equals(script.bytes);
}

function hostFaults(file: ChannelFile): readonly ChannelFault[] {
  if (!(splitPath(file.path)[1] in contents)) return [];
  const { runAs32Bit, runAsAccount } = read(file);
  const fault = (message: string): readonly ChannelFault[] => [{ path: file.path, message }];
  if (runAs32Bit !== false) return fault('"runAs32Bit" is not false, so the 32-bit PowerShell would run the scripts.');
  return runAsAccount === 'system' ? [] : fault('"runAsAccount" is not "system".');
}

function appFaults(file: ChannelFile, files: readonly ChannelFile[]): readonly ChannelFault[] {
  if (!file.path.endsWith('/win32/app.json')) return [];
  const fault = (message: string): readonly ChannelFault[] => [{ path: file.path, message }];
  const app = read(file);
  const commands = [app['installCommandLine'], app['uninstallCommandLine']].map(String);
  if (commands.some((command) => !command.startsWith(shell)))
    return fault('A command does not start the 64-bit PowerShell without questions.');
  const known = (app['returnCodes'] ?? []) as readonly { returnCode: number; type: string }[];
  const needed = { 0: 'success', 1: 'failed', 1618: 'retry', 3010: 'softReboot' };
  const missing = Object.entries(needed).find(
    ([code, type]) => !known.some((each) => String(each.returnCode) === code && each.type === type),
  );
  if (missing) return fault(`Return code ${missing[0]} is not "${missing[1]}".`);
  const rules = (app['rules'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const detections = rules.filter((rule) => rule['ruleType'] === 'detection');
  const script = files.find(({ path }) => path.endsWith('/win32/detect.ps1'));
  if (
    detections.length !== 1 ||
    !holds(detections[0]?.['scriptContent'], script) ||
    detections[0]?.['runAs32Bit'] !== false
  )
    return fault('The detection rule is not the script beside it in the 64-bit PowerShell.');
  return files.some(({ path }) => path.endsWith(`/win32/${String(app['fileName'])}`))
    ? []
    : fault('The content is missing.');
}

/** Limits of custom compliance policies. */
const mostRules = 100;
const largestRules = 100_000;

function ruleFaults(file: ChannelFile, plan: Plan): readonly ChannelFault[] {
  if (!file.path.endsWith('/compliance/rules.json')) return [];
  const fault = (message: string): readonly ChannelFault[] => [{ path: file.path, message }];
  const rules = (read(file)['Rules'] ?? []) as readonly {
    SettingName: string;
    RemediationStrings?: readonly { Language: string }[];
  }[];
  const given = plan.scripts.find(({ path }) => path.endsWith('/compliance/discovery.ps1'))?.checks ?? [];
  if (rules.length === 0 || rules.length > mostRules)
    return fault(`There are ${rules.length} rules; 1 to ${mostRules} are possible.`);
  if (file.bytes.length > largestRules)
    return fault(`The rules have ${file.bytes.length} bytes; ${largestRules} are possible.`);
  const unknown = rules.find((rule) => !given.some(({ check }) => check.id === rule.SettingName));
  if (unknown) return fault(`The script gives no "${unknown.SettingName}"; names are compared with their case.`);
  const silent = rules.find((rule) => !rule.RemediationStrings?.some(({ Language }) => Language === 'en_US'));
  return silent ? fault(`The rule "${silent.SettingName}" has no words for en_US.`) : [];
}
