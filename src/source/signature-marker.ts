/** The words that begin and end the signature of a script: wherever they stand, programs may look for one. */
export const signatureMarker = /SIG # (?:Begin|End) signature block/i;
