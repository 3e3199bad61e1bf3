import { readFileSync } from 'node:fs';
import { getExpressionAst, getReferencesInExpression } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { intune } from '../../../src/channels/intune/channel.js';
import { terraformFile } from '../../../src/channels/intune/terraform.js';
import { spoiler } from './spoiler.js';

interface Script {
  readonly display_name: string;
  readonly detection_script_content: string;
  readonly remediation_script_content: string;
}

/** Attributes that a person may set, by resource.go of the provider (deploymenttheory/terraform-provider-microsoft365, read 2026-11-30). */
const attributes: Readonly<Record<string, 'required' | 'optional'>> = {
  display_name: 'required',
  description: 'optional',
  publisher: 'required',
  run_as_32_bit: 'optional',
  run_as_account: 'required',
  enforce_signature_check: 'optional',
  detection_script_content: 'required',
  remediation_script_content: 'required',
  role_scope_tag_ids: 'optional',
  assignments: 'optional',
  timeouts: 'optional',
};
/** Of Terraform itself, for every resource. */
const metaArguments = ['count', 'for_each', 'depends_on', 'lifecycle', 'provider'];
const kind = 'microsoft365_graph_beta_device_management_windows_remediation_script';
const resourcesIn = (text: string): Readonly<Record<string, Script>> =>
  (JSON.parse(text) as { resource: Record<string, Record<string, Script>> }).resource[kind] ?? {};

describe('the resources for Terraform', async () => {
  const { bytesOf, files } = await spoiler(intune);
  const resources = resourcesIn(bytesOf('remediations.tf.json').toString('utf8'));
  const there = new Set(files.map(({ path }) => path.slice('windows-update/intune/'.length)));

  it('E91 have every attribute that the provider asks for, and none that it does not know', () => {
    expect(Object.keys(resources).length).toBeGreaterThan(15);
    for (const [name, resource] of Object.entries(resources)) {
      expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
      const given = Object.keys(resource).filter((key) => !metaArguments.includes(key));
      expect(given.filter((key) => !(key in attributes))).toEqual([]);
      expect(Object.keys(attributes).filter((key) => attributes[key] === 'required' && !given.includes(key))).toEqual(
        [],
      );
    }
  });

  it('E91 read the signed files beside them, one for each pair that repairs', () => {
    const read = Object.values(resources).flatMap((each) => [
      each.detection_script_content,
      each.remediation_script_content,
    ]);
    const paths = read.map((text) => /^\$\{file\("\$\{path\.module\}\/([^"]+)"\)\}$/.exec(text)?.[1] ?? text);
    expect(paths.filter((path) => !there.has(path))).toEqual([]);
    const pairs = [...there].filter((path) => /^(?:all|\d+-[^/]+)\/repair\.ps1$/.test(path));
    expect(paths.filter((path) => path.endsWith('/repair.ps1')).sort()).toEqual(pairs.sort());
  });

  it('take words of a checklist for words', () => {
    const hostile = 'a ${file("x")} %{if true} $${y} "q" \\';
    const one = {
      folder: '1-a',
      displayName: hostile,
      description: hostile,
      publisher: hostile,
      runAsAccount: 'system',
      repairs: true,
    } as const;
    const text = Buffer.from(terraformFile('x.tf.json', [one]).bytes).toString('utf8');
    const [script] = Object.values(resourcesIn(text));
    // Terraform reads "$${" as "${" and "%%{" as "%{", and nothing else.
    expect(script?.display_name.replace(/([$%])\1(?=\{)/g, '$1')).toBe(hostile);
    expect(script?.display_name).not.toMatch(/(?<![$%])[$%]\{/);
  });
});

/** Every string of a document, with the keys that lead to it. */
function stringsIn(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${place}/${key}`));
}

/** A string of Terraform's JSON syntax, which is a template, as one in the syntax that its parser reads: nothing is escaped in either. */
const template = (text: string): string => `<<MENDSHEET\n${text}\nMENDSHEET\n`;

/** What Terraform's own parser sees in a template; it throws where that is none. */
async function kindsIn(text: string): Promise<readonly string[]> {
  const root = await getExpressionAst('main.tf', template(text));
  return (root?.children ?? []).map(({ type }) => String(type));
}

describe('the module for Terraform, read by its parser', async () => {
  const { bytesOf } = await spoiler(intune);
  const module = JSON.parse(bytesOf('remediations.tf.json').toString('utf8')) as Record<string, object>;
  const declared = ['var.packages', 'var.group_ids', 'var.time', 'local.assignments', 'path.module', 'id'];

  it('E96 has no string that is no template, and names nothing that is not declared', async () => {
    const strings = stringsIn(module);
    expect(strings.length).toBeGreaterThan(100);
    for (const [place, text] of strings) {
      expect((await kindsIn(text)).length, place).toBeGreaterThan(0);
      const names = await getReferencesInExpression('main.tf', template(text));
      expect(
        names.map(({ value }) => value).filter((name) => !declared.includes(name)),
        place,
      ).toEqual([]);
    }
    await expect(kindsIn('${file("x"}')).rejects.toThrow();
    expect(await kindsIn('a ${file("x")}')).toContain('function');
  });

  it.each([
    'a ${file("x")} b',
    '%{ if true }yes%{ endif }',
    '$${y} %%{z} $$${y}',
    '${',
    '%{',
    '$',
    'x$',
    '<<EOT\n${file("x")}\nEOT',
    '<<-EOT',
    '"q" \\ \\n \'',
    '{{ x }} #{y} //',
    '日本 ${x}',
  ])('E96 takes words for words: %s', async (words) => {
    const one = {
      folder: '1-a',
      displayName: words,
      description: words,
      publisher: words,
      runAsAccount: 'system',
      repairs: true,
    } as const;
    const text = Buffer.from(terraformFile('x.tf.json', [one]).bytes).toString('utf8');
    const [script] = Object.values(resourcesIn(text));
    const written = script?.display_name ?? '';
    expect((await kindsIn(written)).filter((kind) => kind !== 'literalValue')).toEqual([]);
    expect(await getReferencesInExpression('main.tf', template(written))).toEqual([]);
    expect(written.replace(/([$%])\1(?=\{)/g, '$1')).toBe(words);
  });

  it('E96 refuses a package that is not there, before it makes anything', () => {
    const { packages } = module['variable'] as Record<string, { validation: { condition: string } }>;
    const [, list = '[]'] = /setsubtract\(var\.packages, (\[.*\])\)/.exec(packages?.validation.condition ?? '') ?? [];
    const folders = JSON.parse(list) as readonly string[];
    expect(folders).toContain('all');
    const used = Array.from(JSON.stringify(module['resource']).matchAll(/contains\(var\.packages, \\"([^"\\]+)/g));
    expect(used.map(([, folder]) => folder).sort()).toEqual([...folders].sort());
  });
});

describe('the module for Terraform of other products', () => {
  const one = {
    folder: '1-a',
    displayName: 'A',
    description: 'a',
    publisher: 'p',
    runAsAccount: 'system' as const,
    repairs: true,
  };
  const moduleOf = (...remediations: (typeof one)[]): { variable: Record<string, { default: unknown }> } =>
    JSON.parse(Buffer.from(terraformFile('x.tf.json', remediations).bytes).toString('utf8')) as never;

  it('E96 has no package by default that it refuses: where the list is too long, or only detects', () => {
    expect(moduleOf({ ...one, folder: 'all' }, one).variable['packages']?.default).toEqual(['all']);
    expect(moduleOf(one).variable['packages']?.default).toEqual([]);
    expect(moduleOf({ ...one, folder: 'all', repairs: false }, one).variable['packages']?.default).toEqual([]);
  });

  it('E91 gives a description no more than the 1,500 characters that the provider takes', () => {
    for (const [given, length] of [
      [1500, 1500],
      [1501, 1500],
    ] as const) {
      const text = Buffer.from(terraformFile('x', [{ ...one, description: '\u{1F4A5}'.repeat(given) }]).bytes);
      const [script] = Object.values(resourcesIn(text.toString('utf8'))) as unknown as { description: string }[];
      expect(Array.from(script?.description ?? '').length).toBe(length);
    }
  });

  it('E91 assigns nothing where no group is given, so that assignments of others stay', () => {
    const { locals } = moduleOf(one) as unknown as { locals: { assignments: string } };
    expect(locals.assignments).toMatch(/^\$\{length\(var\.group_ids\) == 0 \? null : \[for /);
  });
});

describe('the resources for Microsoft365DSC in the documentation', () => {
  /** Properties by MSFT_IntuneDeviceRemediation.schema.mof of Microsoft365DSC, read 2026-11-30. */
  const properties = [
    ...[
      'Description',
      'DetectionScriptContent',
      'DeviceHealthScriptType',
      'DisplayName',
      'EnforceSignatureCheck',
      'Publisher',
    ],
    ...['RemediationScriptContent', 'RoleScopeTagIds', 'RunAs32Bit', 'RunAsAccount', 'Id', 'Ensure'],
    ...['ApplicationId', 'TenantId', 'CertificateThumbprint', 'Assignments'],
  ];
  /** Classes of what stands in Assignments, by IntuneDeviceRemediation of Microsoft365DSC and its example 1-Create, read 2026-11-30. */
  const classes: Readonly<Record<string, readonly string[]>> = {
    IntuneDeviceRemediation: properties,
    MSFT_IntuneDeviceRemediationPolicyAssignments: ['Assignment', 'RunRemediationScript', 'RunSchedule'],
    MSFT_DeviceManagementConfigurationPolicyAssignments: [
      ...['dataType', 'groupId', 'groupDisplayName', 'collectionId'],
      ...['deviceAndAppManagementAssignmentFilterType', 'deviceAndAppManagementAssignmentFilterId'],
    ],
    MSFT_IntuneDeviceRemediationRunSchedule: ['DataType', 'Date', 'Interval', 'Time', 'UseUtc'],
  };

  it('E91 set properties that the resource has, from fields that remediation.json has', async () => {
    const [, block = ''] =
      /^( {4}Configuration Mendsheet \{\n[^]*?^ {4}\})$/m.exec(readFileSync('docs/channels.md', 'utf8')) ?? [];
    const open: string[] = [];
    const set: string[] = [];
    for (const line of block.split('\n')) {
      const [, name] = /^ +(\w+) += (?!Get-|\$_)/.exec(line) ?? [];
      if (name) set.push(`${open.at(-1)} ${name}`);
      if (line.endsWith('{')) open.push(/(\w+)(?: \$folder)? \{$/.exec(line)?.[1] ?? '');
      if (/^ *\}$/.test(line)) open.pop();
    }
    expect(set).toEqual(
      expect.arrayContaining(
        ['Id', 'DisplayName', 'DetectionScriptContent', 'RemediationScriptContent', 'Assignments', 'Ensure'].map(
          (name) => `IntuneDeviceRemediation ${name}`,
        ),
      ),
    );
    const known = Object.entries(classes).flatMap(([of, names]) => names.map((name) => `${of} ${name}`));
    expect(set.filter((each) => !known.includes(each))).toEqual([]);
    expect(new Set(set.map((each) => each.split(' ')[0])).size).toBe(Object.keys(classes).length);
    const fields = Array.from(block.matchAll(/\$body\.(\w+)/g), ([, name]) => name ?? '');
    const { jsonOf } = await spoiler(intune);
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((name) => !(name in jsonOf('all/remediation.json')))).toEqual([]);
  });
});
