import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'Configuration Manager', ja: 'Configuration Manager', de: 'Configuration Manager' },
  when: {
    en: 'PCs with the client of Configuration Manager (ConfigMgr, SCCM, MECM)',
    ja: 'Configuration Manager (ConfigMgr、SCCM、MECM) のクライアントがある PC',
    de: 'PCs mit dem Client von Configuration Manager (ConfigMgr, SCCM, MECM)',
  },
  steps: [
    {
      en: 'Where the console of Configuration Manager is installed, run import.ps1 with -SiteCode, first with -WhatIf. It makes one configuration item with a setting for each check, and a baseline.',
      ja: 'Configuration Manager コンソールがインストールされた PC で、-SiteCode を指定して import.ps1 を実行します。最初は -WhatIf を付けてください。チェックごとの設定を含む構成項目とベースラインが作成されます。',
      de: 'Führen Sie import.ps1 dort, wo die Konsole von Configuration Manager installiert ist, mit -SiteCode aus, zuerst mit -WhatIf. Das Skript legt ein Konfigurationselement mit einer Einstellung je Prüfung und eine Baseline an.',
    },
    {
      en: 'Deploy the baseline to a small collection, or give its name with -CollectionName. Compliant is the value Ok.',
      ja: 'ベースラインを少数の PC のコレクションに展開します。-CollectionName で指定することもできます。値が Ok の場合を準拠とします。',
      de: 'Stellen Sie die Baseline für eine kleine Sammlung bereit, oder geben Sie deren Namen mit -CollectionName an. Konform ist der Wert Ok.',
    },
    {
      en: 'For a new version, run it again: scripts are renewed, and rules and deployments stay.',
      ja: '新しいバージョンでは、もう一度実行してください。スクリプトだけが更新され、規則と展開は変わりません。',
      de: 'Für eine neue Version führen Sie es noch einmal aus: Skripts werden erneuert, Regeln und Bereitstellungen bleiben.',
    },
  ],
};
