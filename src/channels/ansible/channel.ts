import { limits } from '../../ir/channel.js';
import { unsignedArtefact } from '../../bytes/unsigned-artefact.js';
import { keysOfChecks, type Channel } from '../channel.js';
import { copyFile } from '../make-file.js';
import { defaults, meta, roleName, tasks, variables } from './role.js';
import { words } from './words.js';

/** Ansible: a role that copies the signed scripts and runs them with ansible.windows.win_powershell. */
export const ansible: Channel = {
  name: 'ansible',
  words,
  ways: [
    {
      name: 'ansible',
      limits: limits({ minutes: 110, minutesEach: 110, account: 'user' }),
      row: { title: 'Ansible', files: 'ansible/roles/', limit: 'none', repairs: 'what you list' },
    },
  ],
  scripts: [],
  files: ({ plan, scripts }) => {
    const { product } = plan.catalog;
    const role = `${product}/ansible/roles/${roleName(product)}/`;
    const files = ['detect.ps1', 'repair.ps1'].flatMap((name) => {
      const script = scripts.get(`${product}/winget/${name}`);
      return script ? [copyFile(script, `${role}files/${name}`)] : [];
    });
    if (files.length < 2) return [];
    return [
      ...files,
      unsignedArtefact(`${role}meta/main.yml`, Buffer.from(meta(plan))),
      unsignedArtefact(`${role}defaults/main.yml`, Buffer.from(defaults(plan))),
      unsignedArtefact(`${role}vars/main.yml`, Buffer.from(variables(plan))),
      unsignedArtefact(`${role}tasks/main.yml`, Buffer.from(tasks(plan))),
    ];
  },
  // One role of fixed names; its lists hold ids.
  keys: (plan) => keysOfChecks(plan, { way: 'ansible', of: 'entries of Ansible', from: 'id', name: ({ id }) => id }),
  // Its scripts are copies of those of WinGet.
  serveTogether: true,
  largestScript: null,
  fitRules: [],
};
