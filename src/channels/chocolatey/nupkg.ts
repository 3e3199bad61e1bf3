import { createHash } from 'node:crypto';
import { escapeMarkup } from '../../bytes/escape-markup.js';
import { zip } from '../zip.js';

/** What stands in a package: path with forward slashes and bytes. */
interface Part {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A package as NuGet reads it, a ZIP by the Open Packaging Conventions (ECMA-376, part 2): the description at its root, what points at it, a type for
 * each extension, and the files.
 * @param nuspec the description, by the name that its id has.
 * @param files extensions in ASCII letters and digits.
 */
export function nupkg(nuspec: Part, files: readonly Part[]): Uint8Array {
  const parts = [nuspec, ...files];
  const extensions = new Set(parts.map(({ path }) => path.slice(path.lastIndexOf('.') + 1)));
  const text = (path: string, content: string): Part => ({ path, bytes: Buffer.from(`${declaration}${content}`) });
  // An id of the relation alone, so the same content has the same one.
  const id = `R${createHash('sha256').update(nuspec.path).digest('hex').slice(0, 16).toUpperCase()}`;
  return zip(
    [
      text(
        '_rels/.rels',
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
          `<Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/${escapeMarkup(nuspec.path)}" Id="${id}"/>` +
          '</Relationships>',
      ),
      text(
        '[Content_Types].xml',
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          [...extensions]
            .map((extension) => `<Default Extension="${escapeMarkup(extension)}" ContentType="application/octet"/>`)
            .join('') +
          '</Types>',
      ),
      ...parts,
    ],
    'deflated',
  );
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
