#!/bin/sh
# Signs a digest with a key of a PKCS#11 token, SoftHSM or hardware. Needs pkcs11-tool of OpenSC.
set -eu
: "${PKCS11_MODULE:?path of the library of the token}" "${PKCS11_TOKEN:?label of the token}" "${PKCS11_ID:?id of the key, in hexadecimal}"
: "${PKCS11_PIN:?}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# RSA signs a DigestInfo (RFC 8017 9.2, note 1), which has the name of the digest in front of it; ECDSA the digest itself.
case "$MENDSHEET_ALGORITHM" in
  RS256) mechanism=RSA-PKCS prefix='\060\061\060\015\006\011\140\206\110\001\145\003\004\002\001\005\000\004\040' ;;
  RS384) mechanism=RSA-PKCS prefix='\060\101\060\015\006\011\140\206\110\001\145\003\004\002\002\005\000\004\060' ;;
  RS512) mechanism=RSA-PKCS prefix='\060\121\060\015\006\011\140\206\110\001\145\003\004\002\003\005\000\004\100' ;;
  ES256 | ES384) mechanism=ECDSA prefix='' ;;
  *) echo "No such algorithm: $MENDSHEET_ALGORITHM" >&2; exit 2 ;;
esac
{ printf "$prefix"; cat; } > "$folder/input"
# The PIN is read from the variable by pkcs11-tool: an argument would be seen by every process.
pkcs11-tool --module "$PKCS11_MODULE" --token-label "$PKCS11_TOKEN" --id "$PKCS11_ID" --pin env:PKCS11_PIN \
  --sign --mechanism "$mechanism" --input-file "$folder/input" --output-file "$folder/output" > "$folder/said" 2>&1 || {
  cat "$folder/said" >&2
  exit 1
}
cat "$folder/output"
