#!/usr/bin/env node
// Signs a digest with a key of Azure Key Vault: https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign
import { readFileSync } from 'node:fs';

const { KEY_ID, AZURE_TOKEN, MENDSHEET_ALGORITHM } = process.env;
if (!KEY_ID || !AZURE_TOKEN) throw new Error('KEY_ID and AZURE_TOKEN are needed.');
const response = await fetch(`${KEY_ID}/sign?api-version=7.4`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${AZURE_TOKEN}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ alg: MENDSHEET_ALGORITHM, value: readFileSync(0).toString('base64url') }),
});
if (!response.ok) throw new Error(`The vault answered with ${response.status}.`);
const { value } = await response.json();
process.stdout.write(Buffer.from(value, 'base64url'));
