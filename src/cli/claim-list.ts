import type { Claim } from '../load/templates.js';

/**
 * docs/what-waits-for-windows.md: what nobody has seen on a real Windows yet, and how to see it.
 * @param claims in their order in templates/ps1/kit/claims.yaml.
 */
export function claimList(claims: readonly Claim[]): string {
  const open = claims.filter(({ settled }) => settled === null).length;
  return `# What waits for Windows

<!-- Generated from templates/ps1/kit/claims.yaml by \`npm run docs\`. Change it there. -->

The suites run on Linux: PowerShell 7 with a simulated Windows, PowerShell for Windows in Wine, osslsigncode, .NET. What only a real
Windows settles stands here. \`windows-kit.ps1\` lies beside the scripts of every product; it looks at each claim and writes what it saw
into one file:

    .\\windows-kit.ps1 -OutputPath C:\\Temp\\evidence.json

It changes nothing. With \`-AllowChanges\`, elevated and on a PC that can be thrown away, it also does and undoes each repair. The
workflow \`ci\` runs it on hosted machines and keeps the file. A claim whose evidence somebody has read gets its \`settled\` in the list,
with the Windows, the PowerShell and the date.

${open} of ${claims.length} claims are open.

${claims.map(described).join('\n\n')}
`;
}

function described({ id, claim, how, changes, settled }: Claim): string {
  return [
    `## ${id}`,
    '',
    claim,
    '',
    `- How to settle it: ${how}`,
    ...(changes ? ['- Changes the PC: yes, and undoes that'] : []),
    `- Settled: ${settled ?? 'no'}`,
  ].join('\n');
}
