/** The files of a new checklist beside the recipe it starts with. Paths are relative to its folder. */
export function newChecklistFiles(product: string): ReadonlyMap<string, string> {
  return new Map([
    ['checks.yaml', indexText(product)],
    ['checks/services.yaml', groupText],
  ]);
}

const indexText = (product: string): string => `# yaml-language-server: $schema=checks/.index-schema.json
product: ${product}
title: { en: ${product}, ja: ${product} }
version: '0.1.0'
publisher: Your name
languages: [en, ja]

scripts:
  - name: diagnose
    phase: detect
    editions: [ps1, cmd]
  - name: reset-components
    phase: repair
    editions: [ps1, cmd]
    defaults: [spooler-start-type]

include:
  - checks/services.yaml
`;

const groupText = `# yaml-language-server: $schema=.schema.json
group: services
title: { en: Services, ja: サービス }
checks:
  - id: spooler-start-type
    item: 1
    title: { en: Start type of the print spooler, ja: 印刷スプーラーのスタートアップの種類 }
    why:
      en: A disabled spooler cannot be started, so nothing can be printed.
      ja: スプーラーが無効になっていると開始できないため、印刷ができません。
    severity: high
    risk: { disruption: low, minutes: 1, restart: false }
    use: service-start-type
    with: { name: spooler, wanted: automatic }
`;
