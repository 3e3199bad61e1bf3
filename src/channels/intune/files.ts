import type { Artefact } from '../../ir/artefact.js';
import type { Catalog, Check, RunsAs } from '../../ir/catalog.js';
import type { Plan, ScriptPlan } from '../../ir/plan.js';
import { sha256 } from '../../bytes/sha256.js';
import { unsignedArtefact } from '../../bytes/unsigned-artefact.js';
import type { ChannelInput, Scripts } from '../channel.js';
import { makeJson } from '../make-file.js';
import { complianceRules } from './compliance-rules.js';
import { intuneWin } from './intunewin.js';
import { terraformFile } from './terraform.js';

/**
 * Each JSON is the body of a POST to Microsoft Graph (beta) under /deviceManagement/deviceHealthScripts,
 * deviceManagementScripts and deviceComplianceScripts, and /deviceAppManagement/mobileApps; field names are those of Graph.
 */
export function intuneFiles({ plan, scripts, fill }: ChannelInput): readonly Artefact[] {
  const remediations = detections(plan).map((script) => remediation(plan, scripts, script));
  return [
    ...remediations.map(({ folder, body }) => makeJson(`${folder}remediation.json`, body)),
    ...terraform(plan, remediations),
    ...platformScript(plan, scripts),
    ...win32App(plan, scripts, fill),
    ...compliance(plan, scripts),
  ];
}

/** Fields of every script in Graph that runs for the computer. With the signature check on, the execution policy of the device decides, which refuses scripts by default. */
const host = {
  runAsAccount: 'system',
  enforceSignatureCheck: false,
  runAs32Bit: false,
  roleScopeTagIds: ['0'],
} as const;

/** Detections of remediations: of all checks, and of each. */
function detections({ scripts }: Plan): readonly ScriptPlan[] {
  const ways = ['intune-list', 'intune-user', 'intune-pair'];
  return scripts.filter(({ role, phase }) => role.kind === 'deployed' && ways.includes(role.way) && phase === 'detect');
}

function base64(artefact: Artefact | undefined): string {
  return Buffer.from(artefact?.bytes ?? []).toString('base64');
}

/** The body of a request, and the folder that its scripts stand in, with a slash at its end. */
interface Remediation {
  readonly folder: string;
  readonly body: {
    readonly displayName: string;
    readonly description: string;
    readonly publisher: string;
    readonly runAsAccount: 'system' | 'user';
    readonly remediationScriptContent?: string;
  };
}

function terraform({ catalog: { product } }: Plan, remediations: readonly Remediation[]): readonly Artefact[] {
  if (!remediations.some(({ body }) => body.remediationScriptContent !== undefined)) return [];
  const folder = `${product}/intune/`;
  return [
    terraformFile(
      `${folder}remediations.tf.json`,
      remediations.map(({ folder: inside, body }) => ({
        ...body,
        folder: inside.slice(folder.length, -1),
        repairs: body.remediationScriptContent !== undefined,
      })),
    ),
  ];
}

function remediation({ catalog }: Plan, scripts: Scripts, script: ScriptPlan): Remediation {
  const folder = script.path.slice(0, -'detect.ps1'.length);
  const repair = scripts.get(`${folder}repair.ps1`);
  const only = script.role.kind === 'deployed' ? script.role.only : null;
  const body = {
    '@odata.type': '#microsoft.graph.deviceHealthScript',
    publisher: catalog.publisher,
    version: catalog.version,
    displayName: remediationName(catalog, only, script.runsAs),
    description: only ? describeCheck(only) : `${script.checks.length} checks of ${catalog.title.en} in one run.`,
    detectionScriptContent: base64(scripts.get(script.path)),
    // A package with this field repairs, whatever an assignment says.
    ...(repair ? { remediationScriptContent: base64(repair) } : {}),
    ...host,
    // "Run this script using the logged-on credentials": as the person signed in, or not at all while nobody is.
    runAsAccount: script.runsAs === 'user' ? ('user' as const) : ('system' as const),
    deviceHealthScriptType: 'deviceHealthScript',
    detectionScriptParameters: [],
    remediationScriptParameters: [],
  };
  return { folder, body };
}

/**
 * By this and the publisher Intune, deploy.ps1, Terraform and Microsoft365DSC find a remediation again.
 * @param only the check of a pair; null for a list.
 * @param runsAs of a list, whose checks it has.
 */
export function remediationName({ title }: Catalog, only: Check | null, runsAs: RunsAs = 'machine'): string {
  const all = runsAs === 'user' ? 'all checks of the user' : 'all checks';
  return `${title.en}: ${only ? only.title.en : all}`;
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

/** Intune's agent is a 32-bit program, so that System32 would be the 32-bit one. */
const native = '%SystemRoot%\\Sysnative\\';
const shell = 'WindowsPowerShell\\v1.0\\powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass';

/**
 * An app that counts as installed while none of its checks is a problem. As a required app it repairs again when one is.
 * Removing it undoes the newest run, and leaves a mark in the registry by which it counts as removed, however healthy the PC
 * is; installing takes the mark away. The organisation that deploys it manages the PC.
 */
function win32App(
  { catalog, scripts: planned }: Plan,
  scripts: Scripts,
  fill: ChannelInput['fill'],
): readonly Artefact[] {
  const { product, title, publisher } = catalog;
  const folder = `${product}/intune/win32/`;
  const [detect, repair] = ['detect.ps1', 'repair.ps1'].map((name) => scripts.get(folder + name));
  const undoneBy = planned.find(({ path }) => path === repair?.path)?.undoneBy;
  const undo = scripts.get(`${product}/${undoneBy}.ps1`);
  if (!detect || !repair || !undo) return [];
  const content = [
    { path: 'repair.ps1', bytes: repair.bytes },
    // Not by its own name: a checklist may call it "repair" too.
    { path: 'undo.ps1', bytes: undo.bytes },
  ];
  const mark = `HKLM\\SOFTWARE\\Mendsheet\\${product} /v AppRemoved`;
  const reg = '%SystemRoot%\\System32\\reg.exe';
  const bytes = intuneWin('repair.ps1', content, (values) =>
    fill('intune/Detection.xml.hbs', values).trimEnd().replaceAll('\n', '\r\n'),
  );
  const app = {
    '@odata.type': '#microsoft.graph.win32LobApp',
    displayName: `${title.en}: repairs`,
    description: `Counts as installed while no check is a problem. Installing repairs; removing undoes the newest run.`,
    publisher,
    displayVersion: catalog.version,
    // By this deploy.ps1 tells whether Intune has the content already.
    notes: `SHA-256 ${sha256(bytes)}`,
    fileName: `${product}.intunewin`,
    setupFilePath: 'repair.ps1',
    installCommandLine:
      `${native}cmd.exe /d /s /c "${reg} delete ${mark} /f >nul 2>&1 & ` +
      `%SystemRoot%\\System32\\${shell} -File repair.ps1 -ExitCodes Installer"`,
    // After 20 there is nothing more to bring back, however often it is tried. A script that does not start leaves the 1.
    uninstallCommandLine:
      `${native}${shell} -Command "$LASTEXITCODE = 1; & .\\undo.ps1 -Undo -AllowManaged; ` +
      `if ($LASTEXITCODE -in 0, 20) { reg.exe add ${mark} /t REG_DWORD /d 1 /f }; exit $LASTEXITCODE"`,
    installExperience: { runAsAccount: 'system', deviceRestartBehavior: 'basedOnReturnCode', maxRunTimeInMinutes: 60 },
    returnCodes: [
      { returnCode: 0, type: 'success' },
      { returnCode: 1707, type: 'success' },
      { returnCode: 3010, type: 'softReboot' },
      { returnCode: 1641, type: 'hardReboot' },
      { returnCode: 1618, type: 'retry' },
      // Undo says why it cannot run now: a restart is pending, or another run is active.
      { returnCode: 13, type: 'retry' },
      { returnCode: 14, type: 'retry' },
      { returnCode: 1, type: 'failed' },
    ],
    allowedArchitectures: 'x64,arm64',
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
  return [unsignedArtefact(`${folder}${product}.intunewin`, bytes), makeJson(`${folder}app.json`, app)];
}

/** The script beside it gives a number a check: 0 nothing wrong, 1 undecided, 2 a problem. */
function compliance({ catalog, scripts: planned }: Plan, scripts: Scripts): readonly Artefact[] {
  const folder = `${catalog.product}/intune/compliance/`;
  const script = planned.find(({ role }) => role.kind === 'deployed' && role.way === 'intune-compliance');
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
  return [
    makeJson(`${folder}compliance-script.json`, body),
    unsignedArtefact(`${folder}rules.json`, Buffer.from(complianceRules(script.checks.map(({ check }) => check)))),
  ];
}
