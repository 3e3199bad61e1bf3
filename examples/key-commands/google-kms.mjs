#!/usr/bin/env node
// Signs a digest with a key of Google Cloud KMS: https://cloud.google.com/kms/docs/reference/rest, asymmetricSign. The command line
// gcloud would hash its input again, so the service is asked itself.
import { readFileSync } from 'node:fs';

const {
  KEY_VERSION,
  GOOGLE_TOKEN,
  MENDSHEET_ALGORITHM = '',
  KMS_ENDPOINT = 'https://cloudkms.googleapis.com',
} = process.env;
if (!KEY_VERSION || !GOOGLE_TOKEN) throw new Error('KEY_VERSION and GOOGLE_TOKEN are needed.');
const response = await fetch(`${KMS_ENDPOINT}/v1/${KEY_VERSION}:asymmetricSign`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${GOOGLE_TOKEN}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ digest: { [`sha${MENDSHEET_ALGORITHM.slice(2)}`]: readFileSync(0).toString('base64') } }),
});
if (!response.ok) throw new Error(`The service answered with ${response.status}.`);
const { signature } = await response.json();
process.stdout.write(Buffer.from(signature, 'base64'));
