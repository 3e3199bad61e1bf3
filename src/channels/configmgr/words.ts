import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'Configuration Manager', ja: 'Configuration Manager' },
  steps: [
    {
      en: 'Create a configuration item with a setting of the type Script and the data type String.',
      ja: '構成項目を作成し、設定の種類に「スクリプト」、データ型に「文字列」を選択します。',
    },
    {
      en: 'Load item/discovery.ps1 and item/remediation.ps1 with Open. Pasted text loses its signature.',
      ja: 'item/discovery.ps1 と item/remediation.ps1 は［開く］で読み込みます。貼り付けると署名が無効になります。',
    },
    {
      en: 'Compliant is the value Ok. Deploy a baseline with this item to a small collection.',
      ja: '値が Ok の場合を準拠とします。この項目を含むベースラインを、少数の PC のコレクションに展開します。',
    },
  ],
};
