import { unsignedArtefact } from '../../bytes/unsigned-artefact.js';
import { limits } from '../../ir/channel.js';
import type { Channel } from '../channel.js';
import { nupkg } from './nupkg.js';
import { words } from './words.js';

/**
 * Chocolatey: a package of the scripts for people, which it unpacks to lib\<id>\tools below its folder, where administrators alone can write. It has no
 * chocolateyInstall.ps1: nothing runs, so that installing repairs nothing and removing takes the files away.
 */
export const chocolatey: Channel = {
  name: 'chocolatey',
  words,
  ways: [
    {
      name: 'chocolatey',
      limits: limits({ minutes: 110, minutesEach: 110, account: 'user', runsAs: ['machine', 'user'] }),
      row: {
        title: 'Chocolatey',
        files: 'chocolatey/',
        limit: 'none',
        repairs: 'nothing: a person starts the scripts that it brings',
      },
    },
  ],
  scripts: [],
  files: ({ plan: { catalog, scripts: planned }, scripts, fill }) => {
    const { product, publisher, title, version } = catalog;
    const files = planned
      .filter(({ role }) => role.kind === 'checklist')
      .flatMap(({ path }) => {
        const script = scripts.get(path);
        return script ? [{ path: partPath(product, path), bytes: script.bytes, sha256: script.sha256 }] : [];
      });
    if (files.length === 0) return [];
    const id = `mendsheet-${product}`;
    const nuspec = Buffer.from(
      fill('chocolatey/package.nuspec.hbs', {
        id,
        version,
        title: title.en,
        authors: publisher,
        summary: `${title.en}: signed scripts that find out what is wrong and repair it.`,
        description:
          `Signed scripts for Windows: ${files.map(({ path }) => path).join(', ')}. Installing this package runs none of them. ` +
          `They stand in lib\\${id}\\tools below the folder of Chocolatey. tools\\VERIFICATION.txt has their SHA-256 hashes.`,
        tags: `admin windows powershell ${product}`,
      }),
    );
    const verification = Buffer.from(
      [
        'VERIFICATION',
        '',
        'Each script carries an Authenticode signature: Get-AuthenticodeSignature -FilePath <file>.',
        'Its hash is that of the file of the same name in the published product: Get-FileHash -Path <file>.',
        'The commands "mendsheet verify" and "mendsheet verify --rebuild" of @mendsheet/cli compare a product with its checklist.',
        '',
        'SHA-256, file:',
        ...files.map(({ path, sha256 }) => `${sha256} ${path}`),
        '',
      ].join('\r\n'),
    );
    const content = [...files, { path: 'tools/VERIFICATION.txt', bytes: verification }];
    const folder = `${product}/chocolatey/`;
    return [
      unsignedArtefact(`${folder}${id}.nuspec`, nuspec),
      unsignedArtefact(`${folder}${id}.${version}.nupkg`, nupkg({ path: `${id}.nuspec`, bytes: nuspec }, content)),
    ];
  },
  keys: ({ catalog: { product, scripts: named }, scripts }) => [
    { of: 'files of the Chocolatey package', name: 'tools/VERIFICATION.txt', span: null },
    ...scripts
      .filter(({ role }) => role.kind === 'checklist')
      .map(({ path, name }) => ({
        of: 'files of the Chocolatey package',
        name: partPath(product, path),
        span: named.find((script) => script.name === name)?.span ?? null,
      })),
  ],
  serveTogether: true,
  largestScript: null,
  fitRules: [],
};

/** Where a script stands in the package. @param path below dist/. */
function partPath(product: string, path: string): string {
  return `tools/${path.slice(product.length + 1)}`;
}
