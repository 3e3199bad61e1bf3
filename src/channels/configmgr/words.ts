import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'Configuration Manager', ja: 'Configuration Manager', de: 'Configuration Manager' },
  steps: [
    {
      en: 'Create a configuration item with a setting of the type Script and the data type String.',
      ja: '構成項目を作成し、設定の種類に「スクリプト」、データ型に「文字列」を選択します。',
      de: 'Legen Sie ein Konfigurationselement mit einer Einstellung vom Typ „Skript“ und dem Datentyp „Zeichenfolge“ an.',
    },
    {
      en: 'Load item/discovery.ps1 and item/remediation.ps1 with Open. Pasted text loses its signature.',
      ja: 'item/discovery.ps1 と item/remediation.ps1 は［開く］で読み込みます。貼り付けると署名が無効になります。',
      de: 'Laden Sie item/discovery.ps1 und item/remediation.ps1 mit „Öffnen“. Eingefügter Text verliert seine Signatur.',
    },
    {
      en: 'Compliant is the value Ok. Deploy a baseline with this item to a small collection.',
      ja: '値が Ok の場合を準拠とします。この項目を含むベースラインを、少数の PC のコレクションに展開します。',
      de: 'Konform ist der Wert Ok. Stellen Sie eine Baseline mit diesem Element für eine kleine Sammlung bereit.',
    },
  ],
};
