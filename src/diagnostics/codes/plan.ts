import type { CodeEntry } from './entry.js';

/** Codes of the plan stage. */
export const planCodes = {
  'plan/name-taken': {
    severity: 'error',
    title: 'A check or recipe whose function is one of the library',
    help: 'A check "tcp-port" would become the function Test-TcpPort, which the library has. Give the check another id.',
    example: 'id: tcp-port',
  },
  'plan/empty-script': {
    severity: 'error',
    title: 'A script without a check',
    help: 'No check has the phase of the script in one of its editions. Scripts that repair hold what runs as they do.',
    example: '- { name: collect-logs, phase: collect, editions: [cmd] }',
  },
  'plan/file-taken': {
    severity: 'error',
    title: 'A script where another file stands',
    help: 'The script windows-kit.ps1 lies beside those of every product, and each channel has a folder. Give the script another name, or put the language first behind English, whose scripts need no folder.',
    example: 'scripts: [{ name: windows-kit, ... }]',
  },
  'plan/tool-words': {
    severity: 'error',
    title: 'A language that the tool cannot speak as a whole',
    help:
      'Scripts speak English, Japanese and German by themselves. For another language of the index, `messages:` names a file with every ' +
      'message of templates/messages/en.yaml under its key, with the same placeholders.',
    example: 'languages: [en, nl]   # and no messages: { nl: checks/words/tool.nl.yaml }',
  },
} as const satisfies Record<string, CodeEntry>;
