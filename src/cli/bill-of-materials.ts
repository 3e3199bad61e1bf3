/** What is read of package-lock.json, version 3 (docs.npmjs.com, "package-lock.json"). */
export interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly version?: string;
  /** Subresource Integrity: "sha512-" and Base64. */
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * What the program is made of, as CycloneDX 1.6 in JSON (ECMA-424): every package that it needs at run time, with version, package
 * URL, licence and the hash that npm checks. Without time and serial number on purpose: the same lock file gives the same bytes.
 * @throws Error for a package without version or SHA-512, of which nothing could be held against a download.
 */
export function billOfMaterials(lock: Lock): string {
  const used = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  const root = lock.packages['']?.license;
  const own = purlOf(lock.name, lock.version);
  const references = new Map(used.map(([path, { version = '' }]) => [path, purlOf(nameOf(path), version)] as const));
  const dependsOn = (path: string, { dependencies = {}, optionalDependencies = {} }: LockedPackage): object => ({
    ref: references.get(path) ?? own,
    dependsOn: [
      ...new Set(
        Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) => {
          const found = resolvedFrom(path, name).find((each) => references.has(each));
          return found === undefined ? [] : (references.get(found) ?? []);
        }),
      ),
    ].sort(),
  });
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        ...namesOf(lock.name),
        version: lock.version,
        purl: own,
        ...(root === undefined ? {} : { licenses: [{ license: { id: root } }] }),
      },
    },
    components: distinct(used.map(([path, entry]) => component(nameOf(path), entry))),
    dependencies: distinct(
      [['', lock.packages[''] ?? {}] as const, ...used].map(([path, entry]) => dependsOn(path, entry)),
    ),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function component(name: string, { version, integrity, license, optional }: LockedPackage): object {
  const [, base64] = /^sha512-([A-Za-z0-9+/]{86}==)$/.exec(integrity ?? '') ?? [];
  if (version === undefined || base64 === undefined)
    throw new Error(`package-lock.json has no version or SHA-512 of ${name}.`);
  const purl = purlOf(name, version);
  return {
    type: 'library',
    'bom-ref': purl,
    ...namesOf(name),
    version,
    ...(optional ? { scope: 'optional' } : {}),
    hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }],
    ...(license === undefined
      ? {}
      : { licenses: [/ /.test(license) ? { expression: license } : { license: { id: license } }] }),
    purl,
  };
}

/** A package stands in several folders where others need it in several versions; each version is one component. */
function distinct<T extends object>(items: readonly T[]): readonly T[] {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item] as const));
  return [...byText.values()];
}

/** Where Node looks for a package that one in a folder asks for: below it, then beside it, and on upwards. */
function resolvedFrom(path: string, name: string): readonly string[] {
  const parts = path === '' ? [] : path.split('/node_modules/');
  return Array.from({ length: parts.length + 1 }, (_, up) => {
    const folder = parts.slice(0, parts.length - up).join('/node_modules/');
    return folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function namesOf(name: string): { readonly group?: string; readonly name: string } {
  const [scope, rest] = name.split('/');
  return rest === undefined ? { name } : { group: String(scope), name: rest };
}

/** Package URL of npm (purl-spec, "npm"): the @ of a scope is escaped. */
function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
