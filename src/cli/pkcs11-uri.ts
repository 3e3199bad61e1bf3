import { UsageError } from './run-command.js';

export interface Pkcs11Place {
  readonly library: string;
  readonly token: string | undefined;
  readonly label: string | undefined;
}

/**
 * The parts of a pkcs11: URI (RFC 7512) that find a private key: `pkcs11:token=T;object=L?module-path=/path/to/library`.
 * @throws UsageError for attributes that are not known, and for a PIN, which belongs into the environment.
 */
export function parsePkcs11Uri(uri: string): Pkcs11Place {
  const [path = '', query = ''] = uri.slice('pkcs11:'.length).split('?', 2);
  const attributes = new Map([...path.split(';'), ...query.split('&')].filter(Boolean).map(readAttribute));
  const unknown = [...attributes.keys()].find((name) => !['token', 'object', 'type', 'module-path'].includes(name));
  if (unknown !== undefined)
    throw new UsageError(`"${unknown}" is not used in a pkcs11: URI here; token, object and module-path are.`);
  const library = attributes.get('module-path');
  if (!library) throw new UsageError('A pkcs11: URI needs the library of the token: ?module-path=/path/to/library');
  return { library, token: attributes.get('token'), label: attributes.get('object') };
}

function readAttribute(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  try {
    return [text.slice(0, at), decodeURIComponent(text.slice(at + 1))];
  } catch {
    throw new UsageError(`"${text}" is not an attribute of a pkcs11: URI.`);
  }
}
