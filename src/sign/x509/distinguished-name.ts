import { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } from '@peculiar/asn1-x509';
import { decodeBer } from '../asn1/der-codec.js';

const commonNameOid = '2.5.4.3';

/** The short names that Windows prints (CertNameToStr, CERT_X500_NAME_STR). */
const shortNames: ReadonlyMap<string, string> = new Map([
  [commonNameOid, 'CN'],
  ['2.5.4.4', 'SN'],
  ['2.5.4.5', 'SERIALNUMBER'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'S'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.12', 'T'],
  ['2.5.4.17', 'PostalCode'],
  ['2.5.4.42', 'G'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'E'],
]);

/**
 * A name as Windows shows it: `CN=Contoso, O=Contoso Ltd, C=JP`, the most specific part first.
 * Values with separators or outer blanks stand in double quotes.
 *
 * `der` is an encoded Name. Throws SignError `der-invalid` when it is none.
 */
export function formatName(der: Uint8Array): string {
  const name = decodeBer(der, Name, 'A distinguished name');
  return [...name]
    .reverse()
    .map((part) => [...part].map(formatAttribute).join(' + '))
    .join(', ');
}

/** The first common name in an encoded Name, or undefined. */
export function commonNameOf(der: Uint8Array): string | undefined {
  const attributes = decodeBer(der, Name, 'A distinguished name').flatMap((part) => [...part]);
  return attributes.find((attribute) => attribute.type === commonNameOid)?.value.toString();
}

/** A name that holds one common name, as UTF8String. */
export function makeCommonName(commonName: string): Name {
  const value = new AttributeValue({ utf8String: commonName });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: commonNameOid, value })])]);
}

function formatAttribute(attribute: AttributeTypeAndValue): string {
  const name = shortNames.get(attribute.type) ?? `OID.${attribute.type}`;
  return `${name}=${quoteValue(attribute.value.toString())}`;
}

function quoteValue(value: string): string {
  const isPlain = value !== '' && !/[",+=<>#;\r\n]|^\s|\s$/.test(value);
  return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}
