import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../compile-bundled.js';
import { authorityExtensions, makeCertificate, timeStampingExtensions } from '../sign/support/openssl.js';
import { opensslResponder, startTimestampServer, type TimestampServer } from '../sign/support/timestamp-server.js';
import { action, type Job, type Step } from '../support/action-file.js';
import { describeWithTool, missingDotnet, missingOpenssl, run, tryRun } from '../tools.js';

/** The package as people get it: packed from the working tree, installed into folders that know nothing of the clone. */
const work = mkdtempSync(join(tmpdir(), 'mendsheet-package-'));
const source = join(work, 'source');
const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { readonly version: string };
const missingPester = inject('missing').powershell ?? inject('missing').pester ?? undefined;
const lacking = ['npm', 'bash'].filter((program) => tryRun(program, ['--version']) === undefined);
const missingShell = lacking.length > 0 ? lacking.join(' and ') : undefined;
const missingGit = tryRun('git', ['--version']) === undefined ? 'git' : undefined;

afterAll(() => rmSync(work, { recursive: true, force: true }));

let tarball: string;
let packed: { readonly size: number; readonly paths: readonly string[] };

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the npm that runs this suite tells its children about itself is not for the npm that is tried. */
const npmSettings = /^npm_(?!config_(?:registry|cafile|cache|userconfig|globalconfig|proxy|https_proxy|noproxy)$)/i;
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !npmSettings.test(name))),
  XDG_CONFIG_HOME: join(work, 'config'),
  XDG_CACHE_HOME: join(work, 'cache'),
  NO_COLOR: '1',
  npm_config_prefer_offline: 'true',
};

/** Runs a line, or the script of a step, as GitHub's runner starts bash. Not synchronous: a server may answer from here. */
function bash(script: string, cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const options = { cwd, env: { ...environment, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
    execFile('bash', args, options, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
    );
  });
}

/** The same for what has to succeed; throws with all that was said. */
async function succeed(script: string, cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const ended = await bash(script, cwd, env);
  if (ended.status !== 0) throw new Error(`${script}\nended with ${ended.status}:\n${ended.stdout}\n${ended.stderr}`);
  return ended;
}

function newFolder(name: string): string {
  const folder = join(work, name);
  mkdirSync(folder);
  return folder;
}

/** What npx runs must lie in the folder: it may ask nobody. */
const offline = { npm_config_offline: 'true' };

interface PackAnswer {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** The commands of the README's section, without what npm installs from the registry and what never ends. */
function readmeCommands(): readonly string[] {
  const section = readFileSync('README.md', 'utf8').split('## Your own checklist')[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('```')[1]?.split('\n').slice(1, -1) ?? [];
  return lines.map((line) => line.replace(/\s+#.*$/, '')).filter((line) => !/--watch|^npm install/.test(line));
}

describeWithTool('the package', missingShell, () => {
  beforeAll(async () => {
    // Without what is ignored anyway; how the program was compiled here is not what is packed.
    const left = new Set(['.git', 'build', 'coverage', 'dist', 'node_modules']);
    cpSync(repository, source, { recursive: true, filter: (path) => path === repository || !left.has(basename(path)) });
    symlinkSync(join(repository, 'node_modules'), join(source, 'node_modules'));
    const { stdout } = await succeed(`npm pack --json --ignore-scripts=false --pack-destination '${work}'`, source);
    // A list up to npm 11, an object by name after it.
    const [answer] = Object.values(JSON.parse(stdout.slice(stdout.search(/^[[{]/m))) as Record<string, PackAnswer>);
    tarball = join(work, answer?.filename ?? '');
    packed = { size: answer?.size ?? Infinity, paths: (answer?.files ?? []).map(({ path }) => path) };
  });

  describe('the pack', () => {
    it('takes at most 5 MB', () => {
      expect(packed.size).toBeLessThan(5e6);
    });

    it('holds the program, its templates, the simulator and the Windows Update checklist, and nothing else', () => {
      const wanted = [
        /^(?:package\.json|README(?:\.ja)?\.md|LICENSE|CHANGELOG\.md|checks\.yaml|sbom\.cdx\.json)$/,
        /^build\/.+(?:\.js|\.d\.ts|(?:windows-commands|framework-members)\.json)$/,
        /^templates\//,
        /^src\/channels\/.+\.(?:hbs|ps1|yaml)$/,
        /^src\/simulator\/.+\.(?:ps1|psm1|psd1|cs|csv|md|csproj|(?:lock|config)\.json)$/,
        /^\.config\/dotnet-tools\.json$/,
        /^checks\/(?:.+\.(?:yaml|csv|ps1|cmd|json)|windows-recipes\/LICENSE)$/,
      ];
      expect(packed.paths.filter((path) => !wanted.some((pattern) => pattern.test(path)))).toEqual([]);
      expect(wanted.filter((pattern) => !packed.paths.some((path) => pattern.test(path)))).toEqual([]);
    });

    it('holds no test, no golden, no source map, and no module that has no source', () => {
      // Scenario.Tests.ps1 is what "mendsheet test" runs.
      const unwanted = /(?:^|\/)tests?\/|golden|\.test\.|\.map$|(?<!\/Scenario)\.Tests\.ps1$|\/obj\//;
      expect(packed.paths.filter((path) => unwanted.test(path))).toEqual([]);
      const modules = packed.paths.filter((path) => /^build\/.*\.js$/.test(path));
      const sources = modules.map((path) => path.replace(/^build(.*)\.js$/, 'src$1.ts'));
      expect(sources.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
    });

    it('goes to the registry as it is, with provenance from the workflow of a release', async () => {
      const { stdout } = await succeed('npm publish --dry-run --json --provenance=false --ignore-scripts', source);
      expect(stdout).toContain(`"@mendsheet/cli@${version}"`);
      const { publishConfig } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
      expect(publishConfig).toEqual({ access: 'public', provenance: true });
      const workflow = parse(readFileSync('.github/workflows/release.yml', 'utf8'));
      const jobs = Object.values(workflow.jobs as Record<string, Job>);
      const publishing = jobs.filter(({ steps }) => steps.some(({ run: script }) => script?.includes('npm publish')));
      expect(publishing).toHaveLength(1);
      expect(publishing[0]?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
      expect(publishing[0]?.needs).toBe('release');
      expect(publishing[0]?.steps.at(-1)?.run).toBe('npm publish --provenance --ignore-scripts=false');
    });
  });

  describe('installed into an empty folder', () => {
    let folder: string;
    const installed = (): string => join(folder, 'node_modules/@mendsheet/cli');
    const filesOf = (): string[] => readdirSync(installed(), { recursive: true, encoding: 'utf8' }).sort();

    beforeAll(async () => {
      folder = newFolder('empty');
      await succeed(`npm install --no-audit --no-fund '${tarball}'`, folder);
      // Whoever may only read it can use it: root is not held by this, so a test looks at the files as well.
      for (const path of filesOf().map((each) => join(installed(), each))) {
        const { mode } = statSync(path);
        if (statSync(path).isFile()) chmodSync(path, mode & ~0o222);
      }
    });

    it('is asked for in the README as it is here', () => {
      expect(readmeCommands()).toEqual([
        'npx @mendsheet/cli new checklist printing',
        'npx @mendsheet/cli build',
        'npx @mendsheet/cli test',
        'npx @mendsheet/cli include',
      ]);
    });

    it('starts a checklist and builds it, from one folder, with the words that it prints itself', async () => {
      const [begin = '', build = '', test = ''] = readmeCommands();
      const { stderr } = await succeed(`${begin} && ${build}`, folder, offline);
      expect(stderr).toContain(`Next: ${build} && ${test}\n`);
      expect(existsSync(join(folder, 'dist/printing/diagnose.ps1'))).toBe(true);
      expect(existsSync(join(work, 'config/mendsheet/development.pem'))).toBe(true);
      const check = await succeed(
        'npx @mendsheet/cli check && npx @mendsheet/cli verify dist --rebuild',
        folder,
        offline,
      );
      expect(check.stderr).toContain('no mistakes');
      // What npm links is called by its own name.
      expect((await succeed('node_modules/.bin/mendsheet --version', folder)).stdout).toBe(`${version}\n`);
    });

    describeWithTool('with PowerShell and Pester', missingPester, () => {
      it('tries the scenarios, and writes nothing into the package', async () => {
        const before = filesOf();
        const { stderr } = await succeed(readmeCommands()[2] ?? '', folder, offline);
        expect(stderr).toMatch(/^(\d+) of \1 passed$/m);
        expect(stderr).not.toMatch(/^failed/m);
        expect(filesOf()).toEqual(before);
      });
    });

    describeWithTool('below the build rules of a company', missingDotnet(), () => {
      it('reads none of them for its PowerShell modules', async () => {
        const rule = (text: string): string => `<Project><PropertyGroup>${text}</PropertyGroup></Project>`;
        const names = ['Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props'];
        for (const [index, name] of names.entries())
          writeFileSync(join(folder, name), rule(`<Rule${index}>1</Rule${index}>`));
        const project = join(installed(), 'src/simulator/modules/modules.csproj');
        const asked = names.map((_, index) => `-getProperty:Rule${index}`).join(' ');
        const { stdout } = await succeed(`dotnet msbuild '${project}' ${asked} -getProperty:TargetFramework`, folder);
        for (const name of names) rmSync(join(folder, name));
        expect(JSON.parse(stdout)).toEqual({
          Properties: { Rule0: '', Rule1: '', Rule2: '', TargetFramework: 'net10.0' },
        });
      });
    });

    it('is imported by a program, and keeps the rest to itself', async () => {
      writeFileSync(
        join(folder, 'program.mjs'),
        `import { compileChecklist } from '@mendsheet/cli';
import { createExternalSigner } from '@mendsheet/cli/sign/external-key';
import { readPemSigner } from '@mendsheet/cli/sign/pem';
import { verifyScript } from '@mendsheet/cli/sign/verify-script';
import manifest from '@mendsheet/cli/package.json' with { type: 'json' };
const { artefacts } = await compileChecklist('printing/checks.yaml', 'channels');
const { diagnostics } = await compileChecklist('printing/checks.yaml', 'look');
const inner = await import('@mendsheet/cli/build/cli/main.js').catch(({ code }) => code);
const kinds = [createExternalSigner, readPemSigner, verifyScript].map((each) => typeof each);
console.log(JSON.stringify([artefacts.length > 20, diagnostics, inner, kinds, manifest.version]));
`,
      );
      const { stdout } = await succeed('node --no-warnings program.mjs', folder);
      const functions = ['function', 'function', 'function'];
      expect(JSON.parse(stdout)).toEqual([true, [], 'ERR_PACKAGE_PATH_NOT_EXPORTED', functions, version]);
    });

    it('brings its types along', async () => {
      writeFileSync(
        join(folder, 'program.ts'),
        `import { compileChecklist, type Compiled } from '@mendsheet/cli';
import { readPemSigner } from '@mendsheet/cli/sign/pem';
const signer = readPemSigner({ key: '', certificates: '' });
const compiled: Promise<Compiled> = compileChecklist('checks.yaml', 'assemble', {
  signing: { signer, timestamp: undefined },
});
// @ts-expect-error An index is a path.
void [compiled, compileChecklist(1, 'plan')];
`,
      );
      const compiler = join(repository, 'node_modules/typescript');
      const { bin } = JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8')) as { bin: { tsc: string } };
      const types = join(repository, 'node_modules/@types');
      const options = `--noEmit --strict --module nodenext --skipLibCheck --types node --typeRoots '${types}'`;
      await succeed(`node '${join(compiler, bin.tsc)}' ${options} program.ts`, folder);
    });
  });

  describe('a command without --index', () => {
    const main = join(repository, 'build/cli/main.js');
    const mendsheet = (args: string, folder: string): Promise<Ended> => bash(`node '${main}' ${args}`, folder);

    it('takes the checklist here before any other one, and asks where there are several', async () => {
      const folder = newFolder('several');
      expect((await mendsheet('check', folder)).stderr).toContain('make one with "mendsheet new checklist <folder>"');
      const first = await mendsheet('new checklist vpn', folder);
      expect(first.stderr).toContain('Next: mendsheet build && mendsheet test\n');
      expect((await mendsheet('plan --format json', folder)).stdout).toContain('"product": "vpn"');
      expect((await mendsheet('new recipe registry-value', folder)).status).toBe(0);
      expect((await mendsheet('new check services/queue --recipe registry-value', folder)).status).toBe(0);
      expect(existsSync(join(folder, 'vpn/checks/recipes/registry-value.yaml'))).toBe(true);
      expect(readFileSync(join(folder, 'vpn/checks/services.yaml'), 'utf8')).toContain('item: 2\n');

      const second = await mendsheet('new checklist office', folder);
      expect(second.stderr).toContain(
        'Next: mendsheet build --index office/checks.yaml && mendsheet test --index office/checks.yaml\n',
      );
      const asked = await mendsheet('check', folder);
      expect(asked.status).toBe(2);
      expect(asked.stderr).toContain('Name one with --index: office/checks.yaml, vpn/checks.yaml.');
      expect((await mendsheet('check --index office/checks.yaml', folder)).status).toBe(0);
      // What is named is never replaced by what is there.
      rmSync(join(folder, 'vpn'), { recursive: true });
      expect((await mendsheet('check --index checks.yaml', folder)).status).toBe(2);

      const here = await mendsheet('new checklist .', folder);
      expect(here.stderr).toContain('Next: mendsheet build && mendsheet test\n');
      expect((await mendsheet('plan --format json', folder)).stdout).toContain('"product": "several"');
    });
  });

  describeWithTool('a dependency on a git repository', missingGit, () => {
    it('is compiled while it is installed', async () => {
      const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
      const repositoryOf = join(work, 'bare.git');
      const git = (...args: readonly string[]): Buffer => run('git', ['-C', source, ...identity, ...args]);
      git('init', '--quiet');
      // node_modules is a link here, which the pattern for a folder does not match.
      git('add', '--all', '--', '.', ':!node_modules');
      git('commit', '--quiet', '--message', 'The working tree');
      git('clone', '--quiet', '--bare', source, repositoryOf);
      const folder = newFolder('git');
      await succeed(`npm install --no-audit --no-fund 'git+file://${repositoryOf}'`, folder);
      const installed = readdirSync(join(folder, 'node_modules/@mendsheet/cli'), { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(folder, 'node_modules/@mendsheet/cli', path)).isFile())
        .filter((path) => !path.startsWith('node_modules/'));
      expect(installed.sort()).toEqual([...packed.paths].sort());
      const { stdout } = await succeed('npx @mendsheet/cli --version', folder, offline);
      expect(stdout).toBe(`${version}\n`);
    });
  });

  describe('examples/company', () => {
    const example = join(repository, 'examples/company');
    const workflow = readFileSync(join(example, '.github/workflows/checklist.yml'), 'utf8');
    const steps = action.runs.steps.flatMap(({ name }) => name ?? []);
    let folder: string;

    /**
     * The steps of the action with these inputs, until one fails. Each has the state
     * that an earlier test has left, as a step has that of the steps before.
     */
    async function runAction(
      given: Readonly<Record<string, string>>,
      names: readonly string[],
    ): Promise<readonly Ended[]> {
      const inputs: Readonly<Record<string, string | undefined>> = {
        ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
        ...given,
      };
      const filled = (text: string): string =>
        text.replaceAll(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name) => inputs[name] ?? '');
      const ended: Ended[] = [];
      for (const { name = '', run: script, env = {}, 'working-directory': below = '.' } of action.runs.steps) {
        if (script === undefined || !names.includes(name) || (name === 'Test' && missingPester !== undefined)) continue;
        const variables = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, filled(value)]));
        ended.push(await bash(script, join(folder, filled(below)), variables));
        if (ended.at(-1)?.status !== 0) break;
      }
      return ended;
    }

    const expectSuccess = (ended: readonly Ended[]): void =>
      expect(ended.map(({ status, stderr }) => (status === 0 ? 0 : stderr))).toEqual(ended.map(() => 0));

    beforeAll(async () => {
      folder = join(work, 'company');
      cpSync(example, folder, { recursive: true, filter: (path) => !/\/(?:node_modules|dist)$/.test(path) });
      // The version that it names is not in the registry yet, when this is its test.
      await succeed(`npm install --save-dev --package-lock-only '${tarball}'`, folder);
      expectSuccess(await runAction({}, steps.slice(0, 1)));
    });

    it('names the version of this package, for the compiler and for the action', () => {
      const { devDependencies } = JSON.parse(readFileSync(join(example, 'package.json'), 'utf8'));
      expect(devDependencies).toEqual({ '@mendsheet/cli': version });
      const uses = Array.from(workflow.matchAll(/uses: mendsheet\/mendsheet@(\S+)/g), ([, at]) => at);
      expect(uses).toEqual([`v${version}`, `v${version}`]);
      expect(readFileSync('docs/company.md', 'utf8')).toContain(`mendsheet/mendsheet@v${version}`);
    });

    it('gives the action inputs that it has', () => {
      const { jobs } = parse(workflow) as { jobs: Record<string, { steps: { uses: string; with?: object }[] }> };
      const given = Object.values(jobs).flatMap(({ steps }) =>
        steps.filter(({ uses }) => uses.startsWith('mendsheet/')).flatMap((step) => Object.keys(step.with ?? {})),
      );
      expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
      expect(given).toContain('key-command');
    });

    it('has the recipe as the package has it', () => {
      for (const name of readdirSync(join(example, 'checks/recipes')))
        expect(readFileSync(join(example, 'checks/recipes', name), 'utf8')).toBe(
          readFileSync(`checks/windows-recipes/recipes/${name}`, 'utf8').replace('$schema=../../.', '$schema=../.'),
        );
      const scenarios = join(example, 'checks/scenarios/service-start-type');
      expect(readdirSync(scenarios)).toEqual(readdirSync('checks/windows-recipes/scenarios/service-start-type'));
    });

    it('names schemas for the editor that are there once it is installed', () => {
      const yaml = ['checks.yaml', 'checks/printing.yaml'];
      for (const path of yaml) {
        const [, schema = ''] = /\$schema=(\S+)/.exec(readFileSync(join(folder, path), 'utf8')) ?? [];
        expect([path, existsSync(join(folder, dirname(path), schema))]).toEqual([path, true]);
      }
    });

    it('passes the action without a key, as a change does', async () => {
      expectSuccess(await runAction({}, steps.slice(1)));
      expect(existsSync(join(folder, 'dist/workplace/diagnose.ps1'))).toBe(true);
    });

    it('stops at the first mistake, and takes no input for a command', async () => {
      const index = readFileSync(join(folder, 'checks.yaml'), 'utf8');
      writeFileSync(join(folder, 'checks.yaml'), index.replace('phase: detect', 'phase: detct'));
      const broken = await runAction({}, ['Check', 'Build and sign']);
      writeFileSync(join(folder, 'checks.yaml'), index);
      expect(broken.map(({ status }) => status)).toEqual([1]);
      expect(broken[0]?.stdout).toContain('::error file=checks.yaml');
      for (const step of ['Check', 'Build and sign', 'Verify']) {
        const hostile = 'checks.yaml"; touch taken; $(touch taken) `touch taken` #';
        const [ended] = await runAction({ index: hostile, 'key-command': hostile, certificates: hostile }, [step]);
        expect([step, ended?.status]).toEqual([step, 2]);
      }
      expect(existsSync(join(folder, 'taken'))).toBe(false);
    });

    it('refuses a release whose key is missing', async () => {
      const ended = await runAction({ certificates: 'publisher.pem', timestamps: 'http://timestamp.example/' }, [
        'Build and sign',
      ]);
      expect(ended.at(-1)).toMatchObject({ status: 2, stdout: expect.stringContaining('::error::') });
    });

    describeWithTool('with a key command', missingOpenssl(), () => {
      let server: TimestampServer;
      let release: Readonly<Record<string, string>>;

      beforeAll(async () => {
        const keys = newFolder('keys');
        const root = makeCertificate(keys, { name: 'Root', kind: 'P-256', extensions: authorityExtensions });
        const publisher = makeCertificate(keys, { name: 'Publisher', kind: 'rsa:3072', issuer: root });
        const stamping = {
          name: 'Authority',
          kind: 'rsa:3072',
          issuer: root,
          extensions: timeStampingExtensions,
        } as const;
        server = await startTimestampServer(opensslResponder(keys, makeCertificate(keys, stamping), root.certificate));
        const { with: given } = releaseStep();
        writeFileSync(
          join(folder, given['key-command'] ?? ''),
          `#!/bin/sh\nexec openssl pkeyutl -sign -inkey '${publisher.keyFile}' -pkeyopt digest:sha256\n`,
          { mode: 0o755 },
        );
        writeFileSync(join(folder, given['certificates'] ?? ''), `${publisher.certificate}${root.certificate}`);
        writeFileSync(join(folder, given['timestamp-certificates'] ?? ''), root.certificate);
        release = { ...given, timestamps: `http://127.0.0.1:9/ ${server.url}` };
      });

      afterAll(() => server.close());

      const releaseStep = (): { readonly with: Readonly<Record<string, string>> } => {
        const { jobs } = parse(workflow);
        return jobs.release.steps.find((step: Step) => step.uses?.startsWith('mendsheet/'));
      };

      it('is built, signed and verified as its workflow does for a tag', async () => {
        expectSuccess(await runAction(release, ['Build and sign', 'Verify']));
        const { signer } = JSON.parse(readFileSync(join(folder, 'dist/workplace/manifest.json'), 'utf8'));
        expect(signer).toMatchObject({ development: false, subject: expect.stringContaining('Publisher') });
        expect(server.count()).toBeGreaterThan(5);
      });

      it('fails without timestamps', async () => {
        const ended = await runAction({ ...release, timestamps: '' }, ['Build and sign']);
        expect(ended.at(-1)).toMatchObject({ status: 2, stderr: expect.stringContaining('--timestamp') });
      });
    });
  });
});
