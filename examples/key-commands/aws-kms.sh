#!/bin/sh
# Signs a digest with a key of AWS KMS: https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
set -eu
: "${KEY_ID:?id, address or alias of the key}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
case "$MENDSHEET_ALGORITHM" in
  RS*) algorithm="RSASSA_PKCS1_V1_5_SHA_${MENDSHEET_ALGORITHM#RS}" ;;
  ES*) algorithm="ECDSA_SHA_${MENDSHEET_ALGORITHM#ES}" ;;
  *) echo "No such algorithm: $MENDSHEET_ALGORITHM" >&2; exit 2 ;;
esac
cat > "$folder/digest"
aws kms sign --key-id "$KEY_ID" --message "fileb://$folder/digest" --message-type DIGEST \
  --signing-algorithm "$algorithm" --query Signature --output text
