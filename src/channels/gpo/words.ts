import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'Group Policy', ja: 'グループ ポリシー', de: 'Gruppenrichtlinie' },
  when: {
    en: 'PCs of an Active Directory domain, without any other management (GPO)',
    ja: 'ほかの管理ツールを使用していない Active Directory ドメインの PC (グループ ポリシー、GPO)',
    de: 'PCs einer Active Directory-Domäne ohne weitere Verwaltung (Gruppenrichtlinie, GPO)',
  },
  steps: [
    {
      en: 'Where the Group Policy management tools are installed, run install.ps1 with -Name and a name for the new Group Policy object, first with -WhatIf.',
      ja: 'グループ ポリシー管理ツールがインストールされた PC で、新しいグループ ポリシー オブジェクト (GPO) の名前を -Name に指定して install.ps1 を実行します。最初は -WhatIf を付けてください。',
      de: 'Führen Sie auf einem PC mit der Gruppenrichtlinienverwaltung install.ps1 mit -Name und einem Namen für das neue Gruppenrichtlinienobjekt aus, zuerst mit -WhatIf.',
    },
    {
      en: 'Link the object to an organisational unit with a few PCs. A startup script repairs what takes a moment, a scheduled task the rest.',
      ja: '作成された GPO を、少数の PC を含む組織単位にリンクします。短時間で終わる修復はスタートアップ スクリプトで、残りはスケジュールされたタスクで行います。',
      de: 'Verknüpfen Sie das Objekt mit einer Organisationseinheit mit wenigen PCs. Ein Startskript repariert, was nur einen Moment dauert, eine geplante Aufgabe den Rest.',
    },
    {
      en: 'For an object that you have already, give the path of its folder in SYSVOL with -GpoPath, and do what the last line says, so that the PCs notice the change.',
      ja: '既存の GPO に追加する場合は、SYSVOL にある GPO のフォルダーを -GpoPath に指定し、最後に表示される手順に従って PC に変更を認識させます。',
      de: 'Für ein vorhandenes Objekt geben Sie mit -GpoPath den Pfad seines Ordners in SYSVOL an und tun, was die letzte Zeile verlangt, damit die PCs die Änderung bemerken.',
    },
  ],
};
