import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'Group Policy', ja: 'グループ ポリシー', de: 'Gruppenrichtlinie' },
  when: {
    en: 'PCs of an Active Directory domain, without any other management',
    ja: 'ほかの管理ツールを使用していない Active Directory ドメインの PC',
    de: 'PCs einer Active Directory-Domäne ohne weitere Verwaltung',
  },
  steps: [
    {
      en: 'Make a Group Policy object for this product alone, and link it to an organisational unit with a few PCs.',
      ja: '本製品専用のグループ ポリシー オブジェクト（GPO）を作成し、少数の PC を含む組織単位にリンクします。',
      de: 'Legen Sie ein Gruppenrichtlinienobjekt nur für dieses Produkt an und verknüpfen Sie es mit einer Organisationseinheit mit wenigen PCs.',
    },
    {
      en: 'Run install.ps1 with -GpoPath and the path of its folder in SYSVOL, first with -WhatIf.',
      ja: 'SYSVOL にある GPO のフォルダーを -GpoPath に指定して install.ps1 を実行します。最初は -WhatIf を付けてください。',
      de: 'Führen Sie install.ps1 mit -GpoPath und dem Pfad des zugehörigen Ordners in SYSVOL aus, zuerst mit -WhatIf.',
    },
    {
      en: 'Do what its last line says, so that the PCs notice the change. A startup script repairs what takes a moment, a scheduled task the rest.',
      ja: '最後に表示される手順に従い、PC に変更を認識させます。短時間で終わる修復はスタートアップ スクリプトで、残りはスケジュールされたタスクで行います。',
      de: 'Tun Sie, was die letzte Zeile verlangt, damit die PCs die Änderung bemerken. Ein Startskript repariert, was nur einen Moment dauert, eine geplante Aufgabe den Rest.',
    },
  ],
};
