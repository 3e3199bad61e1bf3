import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Step } from '../support/action-file.js';

interface Job {
  readonly needs?: string | readonly string[];
  readonly environment?: string | { readonly name: string };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly (Step & { readonly with?: Readonly<Record<string, unknown>> })[];
}

const workflows = readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`);
const files = [
  ...workflows,
  '.github/actions/tools/action.yml',
  'action.yml',
  'examples/company/.github/workflows/checklist.yml',
];
const { jobs, permissions } = parse(readFileSync('.github/workflows/release.yml', 'utf8')) as {
  readonly jobs: Readonly<Record<string, Job>>;
  readonly permissions: object;
};
const needsOf = (name: string): readonly string[] => [jobs[name]?.needs ?? []].flat();
const scriptsOf = (name: string): string => (jobs[name]?.steps ?? []).map(({ run }) => run ?? '').join('\n');

describe('workflows', () => {
  it.each(files)('of %s take actions by commit, which nobody can move as a tag can be moved', (file) => {
    const uses = Array.from(
      readFileSync(file, 'utf8').matchAll(/\buses: (\S+)(?: # (\S+))?$/gm),
      ([, what = '', tag = '']) => ({ what, tag }),
    );
    // Actions of this repository are what is checked out, or what a company has pinned by the version of its package.
    const foreign = uses.filter(({ what }) => !what.startsWith('./') && !what.startsWith('mendsheet/mendsheet@v'));
    expect(
      foreign.filter(({ what, tag }) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(what) || !/^v\d+\.\d+\.\d+$/.test(tag)),
    ).toEqual([]);
  });

  it('take one commit for one action', () => {
    const all = files.flatMap((file) =>
      Array.from(
        readFileSync(file, 'utf8').matchAll(/\buses: ([\w-]+\/[\w-]+)@([0-9a-f]{40})/g),
        ([, name, commit]) => `${name} ${commit}`,
      ),
    );
    const distinct = [...new Set(all)];
    expect(new Set(distinct.map((each) => each.split(' ')[0])).size).toBe(distinct.length);
    expect(distinct.length).toBeGreaterThan(6);
  });

  it.each(workflows)('of %s leave no credential in a checkout that is not for pushing', (file) => {
    const { jobs: own } = parse(readFileSync(file, 'utf8')) as { readonly jobs: Readonly<Record<string, Job>> };
    const steps = Object.values(own).flatMap((job) =>
      job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
    );
    expect(steps.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});

describe('the workflow of a release', () => {
  it('signs in a job without packages of tests, after tests and two approvals', () => {
    const signing = Object.keys(jobs).filter((name) => scriptsOf(name).includes('--release'));
    expect(signing).toEqual(['sign']);
    expect(scriptsOf('sign')).toContain('npm ci --omit=dev --omit=optional');
    expect(scriptsOf('sign')).not.toMatch(/npm test|npx |npm run/);
    expect(needsOf('sign')).toEqual(['test', 'compile', 'approve']);
    const environments = ['approve', 'sign'].map((name) => jobs[name]?.environment);
    expect(environments).toEqual(['release-approval', 'release']);
  });

  it('gives nobody else the identity that signs, and no job a stored secret', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const text = readFileSync('.github/workflows/release.yml', 'utf8');
    expect(text).not.toMatch(/\bsecrets\./);
    const identified = Object.keys(jobs).filter((name) => jobs[name]?.permissions?.['id-token'] === 'write');
    expect(identified).toEqual(['sign', 'release', 'package', 'page']);
    expect(Object.keys(jobs).filter((name) => jobs[name]?.environment === 'release')).toEqual(['sign']);
  });

  it('signs by a key command of this repository, with stamps of named authorities', () => {
    const [, command = ''] = /--key-command (\S+)/.exec(scriptsOf('sign')) ?? [];
    expect(existsSync(command)).toBe(true);
    expect(scriptsOf('sign')).toContain('--timestamp-certificate');
  });

  it('publishes what another job verified, with its bill of materials, and looks for known vulnerabilities', () => {
    expect(needsOf('release')).toEqual(['sign']);
    expect(scriptsOf('release')).toMatch(
      / verify dist .*--require-timestamp --rebuild[^]*gh release create [^\n]*sbom\.cdx\.json/,
    );
    expect(scriptsOf('test')).toContain('npm audit');
  });

  it('lets no text of an event into a script', () => {
    for (const name of Object.keys(jobs)) expect(scriptsOf(name)).not.toContain('${{');
  });
});

describe('docs/threat-model.md', () => {
  const text = readFileSync('docs/threat-model.md', 'utf8');
  const rows = text.split('\n').filter((line) => /^\| (?!Boundary|-)/.test(line));

  it('names for each boundary a test that is there', () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const cells = row.split('|').map((cell) => cell.trim());
      const tests = Array.from((cells[4] ?? '').matchAll(/`([^`]+)`/g), ([, path = '']) => path);
      expect([cells[1], tests.length > 0, tests.filter((path) => !existsSync(path))]).toEqual([cells[1], true, []]);
    }
  });

  it('is where SECURITY.md says', () => {
    const links = Array.from(
      readFileSync('SECURITY.md', 'utf8').matchAll(/\]\(([\w/.-]+)\)/g),
      ([, path = '']) => path,
    );
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
    expect(links).toContain('docs/threat-model.md');
  });
});
