/** Object identifiers of attributes that every signed message has (RFC 5652 11). */
export const contentTypeOid = '1.2.840.113549.1.9.3';
export const messageDigestOid = '1.2.840.113549.1.9.4';

/** Where a timestamp stands: Microsoft's attribute in Authenticode, the one of RFC 3161 appendix A in plain CMS. */
export const authenticodeTimestampOid = '1.3.6.1.4.1.311.3.3.1';
export const cmsTimestampOid = '1.2.840.113549.1.9.16.2.14';
