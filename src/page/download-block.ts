import { commandLine } from './copy-block.js';
import { html, type Html } from './html.js';
import { link, type PageContext } from './layout.js';
import type { Download } from './site.js';

/** A file to take: its button, where its text can be read, and what it can be held against, in one line each. */
export function downloadBlock(context: PageContext, from: string, download: Download, source: string | null): Html {
  const { site, say } = context;
  const { name, path, sha256, signed } = download;
  const { signer } = site.manifest;
  const proof = signer && (signed ? say('fileSigned', { Subject: signer.subject }) : say('fileCovered'));
  return html`<div class="file">
    <p class="take">
      <a class="button" href="${link(from, path)}" download="${name}" aria-label="${say('fileDownload', { Name: name })}">${name}</a>
      <span class="size">${say('fileSize', { Size: kilobytes(download) })}</span>
      ${source === null ? null : html`<a class="read" href="${link(from, source)}" aria-label="${say('fileReadName', { Name: name })}">${say('fileRead')}</a>`}
    </p>
    <p class="proof">${proof}</p>
    <p class="proof hash"><span>SHA-256</span> <code class="sha256">${sha256}</code></p>
    <details class="verify">
      <summary>${say('fileVerify', { Name: name })}</summary>
      ${verifyLines(context, download)}
    </details>
  </div>`;
}

function verifyLines({ say }: PageContext, { name, sha256, signed }: Download): Html {
  const windows = `(Get-FileHash "$HOME\\Downloads\\${name}").Hash -eq '${sha256}'`;
  const lines = [
    commandLine(windows, say('verifyHashWindows')),
    ...(signed
      ? [
          commandLine(
            `Get-AuthenticodeSignature "$HOME\\Downloads\\${name}" | Format-List Status, SignerCertificate`,
            say('verifySignatureWindows'),
          ),
        ]
      : []),
    commandLine(`cd ~/Downloads && echo '${sha256}  ${name}' | sha256sum --check`, say('verifyHashLinux')),
    ...(signed
      ? [
          commandLine(
            `cd ~/Downloads && osslsigncode verify -in ${name} -CAfile publisher.pem`,
            say('verifySignatureLinux'),
          ),
        ]
      : []),
  ];
  return html`<div class="commands">${lines}</div>`;
}

export function kilobytes({ bytes }: Download): string {
  return String(Math.max(1, Math.round(bytes / 1000)));
}

/** What a script is called where its text can be read: "de/diagnose.ps1". */
export function sourceName({ path }: Download): string {
  return path.slice(path.indexOf('/') + 1);
}

/** Where the text of a script can be read. */
export function sourcePath(download: Download): string {
  return `page/source/${sourceName(download)}.html`;
}
