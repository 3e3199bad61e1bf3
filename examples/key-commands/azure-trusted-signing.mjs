#!/usr/bin/env node
// Signs a digest with Azure Trusted Signing (Artifact Signing), which works it off while we ask: the REST interface of its data plane,
// version 2022-06-15-preview. With --certificates it writes the certificates of today's signer, as the service gives them.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const { SIGNING_ENDPOINT, SIGNING_ACCOUNT, SIGNING_PROFILE, AZURE_TOKEN, MENDSHEET_ALGORITHM = 'RS256' } = process.env;
if (!SIGNING_ENDPOINT || !SIGNING_ACCOUNT || !SIGNING_PROFILE || !AZURE_TOKEN)
  throw new Error('SIGNING_ENDPOINT, SIGNING_ACCOUNT, SIGNING_PROFILE and AZURE_TOKEN are needed.');
const wantsCertificates = process.argv.includes('--certificates');
const digest = wantsCertificates ? Buffer.alloc(32) : readFileSync(0);
const base = `${SIGNING_ENDPOINT.replace(/\/$/, '')}/codesigningaccounts/${SIGNING_ACCOUNT}/certificateprofiles/${SIGNING_PROFILE}/sign`;
const version = 'api-version=2022-06-15-preview';
const headers = { Authorization: `Bearer ${AZURE_TOKEN}`, 'Content-Type': 'application/json' };

async function read(response) {
  if (!response.ok) throw new Error(`The service answered with ${response.status}.`);
  return response.json();
}

const body = JSON.stringify({ signatureAlgorithm: MENDSHEET_ALGORITHM, digest: digest.toString('base64') });
let state = await read(await fetch(`${base}?${version}`, { method: 'POST', headers, body }));
const { operationId } = state;
for (let round = 0; state.status === 'InProgress' && round < 100; round++) {
  await wait(Math.min(1000, 50 + 10 * round));
  state = await read(await fetch(`${base}/${operationId}?${version}`, { headers }));
}
if (state.status !== 'Succeeded') throw new Error(`The service did not sign: ${state.status}.`);
process.stdout.write(Buffer.from(wantsCertificates ? state.signingCertificate : state.signature, 'base64'));
