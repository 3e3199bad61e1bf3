import type { Channel, ChannelFault, ChannelFile } from './channel.js';
import { copyFile, makeJson } from './make-file.js';
import { codeOf, sizeFits, summaryFits, unattendedRules } from './script-rules.js';

/**
 * Configuration Manager: a configuration item (discovery, remediation, and what to enter in the console) and scripts
 * for "Run Scripts". Its clients refuse scripts without a trusted signature by default, so a signed file is loaded with
 * Open and never pasted.
 */
export const configManager: Channel = {
  folder: 'configmgr',
  make: ({ catalog }, scripts) => {
    const folder = `${catalog.product}/configmgr/`;
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
  fitRules: [summaryFits, sizeFits],
  scriptRules: unattendedRules,
  rules: [
    { code: 'channel/configmgr-parameters', faults: (files) => files.flatMap(parameterFaults) },
    { code: 'channel/configmgr-value', faults: (files) => files.flatMap((file) => valueFaults(file, files)) },
  ],
};

/** "Run Scripts" offers at most ten parameters, of text or whole numbers. */
function parameterFaults(file: ChannelFile): readonly ChannelFault[] {
  if (!/\/run\/[^/]+\.ps1$/.test(file.path)) return [];
  const block = /^param\(([\s\S]*?)\)\n\nSet-StrictMode/m.exec(codeOf(file))?.[1] ?? '';
  const parameters = Array.from(block.matchAll(/\[(\w+(?:\[\])?)\] \$(\w+)/g));
  const wrong = parameters.find(([, type = '']) => !['string', 'int'].includes(type));
  if (wrong)
    return [
      { path: file.path, message: `"${wrong[2]}" is a [${wrong[1]}]; the console offers text and whole numbers.` },
    ];
  if (parameters.length > 0 && parameters.length <= 10) return [];
  return [{ path: file.path, message: `The script has ${parameters.length} parameters; 1 to 10 are possible.` }];
}

/** What the discovery says and what the rule compares are the same words of the same type. */
function valueFaults(file: ChannelFile, files: readonly ChannelFile[]): readonly ChannelFault[] {
  if (!file.path.endsWith('/item/item.json')) return [];
  const item = JSON.parse(Buffer.from(file.bytes).toString('utf8')) as {
    dataType: string;
    rule: { value: string };
    runAs64Bit: boolean;
  };
  const discovery = files.find(({ path }) => path.endsWith('/item/discovery.ps1'));
  const fault = (message: string): readonly ChannelFault[] => [{ path: file.path, message }];
  if (item.dataType !== 'String' || !discovery || !codeOf(discovery).includes(`'${item.rule.value}'`))
    return fault(`The discovery script never gives the text "${item.rule.value}".`);
  return item.runAs64Bit ? [] : fault('The scripts would run in the 32-bit PowerShell.');
}
