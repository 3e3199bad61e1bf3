import type { CommandModule } from 'yargs';
import type { Command } from '../command.js';
import { encodeCertificatePem } from '../../sign/x509/certificate-pem.js';
import { describeCertificate } from '../../sign/x509/certificate.js';
import { program } from '../package-root.js';
import { createDevelopmentFile, keyOptions, openSigningKey, type KeyOptions } from '../signing-key.js';
import { say, printText } from '../../host/terminal.js';

const initCommand: CommandModule<object, object> = {
  command: 'init',
  describe: 'Make the development key of this computer',
  handler: async () => {
    say`Made ${await createDevelopmentFile()}, readable by you alone. It signs builds until a real key is configured.`;
  },
};

const showCommand: CommandModule<object, KeyOptions> = {
  command: 'show',
  describe: 'Print the signing certificate as PEM (stdout) and in words (stderr)',
  builder: (yargs) => yargs.options(keyOptions).strict(),
  handler: async (options) => {
    const { signer, development, close } = await openSigningKey(options);
    close();
    const [certificate] = signer.certificates;
    const { subject, issuer, serialNumber, thumbprint, sha256, notBefore, notAfter, key } =
      describeCertificate(certificate);
    say`${development ? 'Development certificate: ' : ''}${subject}\nissued by   ${issuer}\nserial      ${serialNumber}`;
    say`thumbprint  ${thumbprint} (SHA-1, as Windows shows it)\nSHA-256     ${sha256}`;
    say`valid       ${notBefore.toISOString().slice(0, 10)} to ${notAfter.toISOString().slice(0, 10)}\nkey         ${key}`;
    void printText(encodeCertificatePem(certificate));
  },
};

const trustCommand: CommandModule<object, KeyOptions> = {
  command: 'trust',
  describe: 'Print what an administrator runs so that computers trust the signer',
  builder: (yargs) => yargs.options(keyOptions).strict(),
  handler: async (options) => {
    const { signer, development, close } = await openSigningKey(options);
    close();
    void printText(trustText(describeCertificate(signer.certificates[0]).isSelfSigned, development));
  },
};

export const keysCommand: Command = {
  builder: (yargs) =>
    yargs.command(initCommand).command(showCommand).command(trustCommand).demandCommand(1, 'Name what to do.').strict(),
  handler: () => {},
};

/** certutil's store names are fixed words in every language of Windows. */
function trustText(selfSigned: boolean, development: boolean): string {
  const root = selfSigned
    ? [
        'rem A self-signed certificate is its own root. Whoever holds its key can sign anything this computer will then trust.',
        'certutil.exe -addstore Root mendsheet.cer',
      ]
    : ['rem The issuer must be trusted already, as the root of a public or company authority is.'];
  return [
    ...(development ? ['rem DEVELOPMENT CERTIFICATE: for test computers only.'] : []),
    `rem 1. Save the certificate:  ${program} keys show > mendsheet.cer`,
    'rem 2. On the computer, in a command prompt opened as administrator:',
    ...root,
    'certutil.exe -addstore TrustedPublisher mendsheet.cer',
    'rem With Group Policy: Computer Configuration > Policies > Windows Settings > Security Settings > Public Key Policies,',
    'rem import it under Trusted Publishers' + (selfSigned ? ' and Trusted Root Certification Authorities.' : '.'),
    '',
  ].join('\n');
}
