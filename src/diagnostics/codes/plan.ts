import type { CodeEntry } from './entry.js';

/** Codes of the plan stage. */
export const planCodes = {
  'plan/name-taken': {
    severity: 'error',
    title: 'A check or recipe whose function is one of the library',
    help: 'A check "tcp-port" would become the function Test-TcpPort, which the library has. Give the check another id.',
    example: 'id: tcp-port',
  },
} as const satisfies Record<string, CodeEntry>;
