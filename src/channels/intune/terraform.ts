import type { Artefact } from '../../ir/artefact.js';
import { makeJson } from '../make-file.js';

/** A remediation as the body of its request says it, and the folder that it stands in. */
export interface TerraformRemediation {
  readonly folder: string;
  readonly displayName: string;
  readonly description: string;
  readonly publisher: string;
  readonly runAsAccount: 'system' | 'user';
  readonly repairs: boolean;
}

/**
 * The remediations as resources of Terraform's provider deploymenttheory/microsoft365 (windows_remediation_script, its schema read 2026-11-30), in
 * Terraform's JSON syntax. Scripts are read from their files, byte for byte. The provider asks for a repair, so what only detects is left out.
 */
export function terraformFile(path: string, remediations: readonly TerraformRemediation[]): Artefact {
  const repairing = remediations.filter(({ repairs }) => repairs);
  const folders = repairing.map(({ folder }) => folder);
  const resources = repairing.map(({ folder, displayName, description, publisher, runAsAccount }) => [
    resourceName(folder),
    {
      count: `\${contains(var.packages, "${folder}") ? 1 : 0}`,
      display_name: literal(displayName),
      description: literal(shortened(description)),
      publisher: literal(publisher),
      run_as_account: runAsAccount,
      run_as_32_bit: false,
      enforce_signature_check: false,
      role_scope_tag_ids: ['0'],
      detection_script_content: scriptOf(folder, 'detect'),
      remediation_script_content: scriptOf(folder, 'repair'),
      assignments: '${local.assignments}',
    },
  ]);
  return makeJson(path, {
    terraform: { required_providers: { microsoft365: { source: 'deploymenttheory/microsoft365' } } },
    variable: {
      packages: {
        type: 'set(string)',
        // A list that is too long for Intune is left out.
        default: folders.includes('all') ? ['all'] : [],
        description: 'Folders beside this file.',
        // One that is not there would make nothing, and say so to nobody.
        validation: must(
          `length(setsubtract(var.packages, ${JSON.stringify(folders)})) == 0`,
          'Each package must be a folder beside this file that repairs: all, or one of a check with repair.ps1 in it.',
        ),
      },
      group_ids: {
        type: 'set(string)',
        default: [],
        description: 'Object ids of groups in Microsoft Entra.',
        validation: must(
          'alltrue([for id in var.group_ids : can(regex("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$", id))])',
          'Each group must be given by its object id.',
        ),
      },
      time: {
        type: 'string',
        default: '12:00:00',
        description: 'When it runs each day, in the time of each device.',
        validation: must(
          'can(regex("^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$", var.time))',
          'The time must have hours, minutes and seconds, such as 12:30:00.',
        ),
      },
    },
    locals: {
      assignments:
        '${length(var.group_ids) == 0 ? null : [for id in var.group_ids : { type = "groupAssignmentTarget", group_id = id, ' +
        'daily_schedule = { interval = 1, time = var.time, use_utc = false } }]}',
    },
    resource: { microsoft365_graph_beta_device_management_windows_remediation_script: Object.fromEntries(resources) },
  });
}

/** A rule for a variable, and the sentence that Terraform ends with where it is broken. */
function must(condition: string, message: string): object {
  return { condition: `\${${condition}}`, error_message: message };
}

/** A name of Terraform's begins with a letter and has no hyphen here. */
export function resourceName(folder: string): string {
  return `folder_${folder.replaceAll('-', '_')}`;
}

/** Words within the 1,500 characters that the provider takes of a description. */
function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= 1500 ? text : `${characters.slice(0, 1497).join('')}...`;
}

function scriptOf(folder: string, name: string): string {
  return `\${file("\${path.module}/${folder}/${name}.ps1")}`;
}

/** Words of a checklist, in which "${" and "%{" begin nothing. */
function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}
