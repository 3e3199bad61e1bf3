import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'Intune', ja: 'Intune', de: 'Intune' },
  when: {
    en: 'PCs that Microsoft Intune manages: remediations, Win32 apps, compliance',
    ja: 'Microsoft Intune で管理している PC (修復スクリプト、Win32 アプリ、コンプライアンス)',
    de: 'PCs, die Microsoft Intune verwaltet: Wartungsskripts, Win32-Apps, Konformität',
  },
  steps: [
    {
      en: 'In the Intune admin center, open Devices, Scripts and remediations, and create a script package.',
      ja: 'Intune 管理センターで [デバイス] の [スクリプトと修復] を開き、スクリプト パッケージを作成します。',
      de: 'Öffnen Sie im Intune Admin Center unter „Geräte“ den Bereich für Skripts und Wartungen (Scripts and remediations) und legen Sie ein Skriptpaket an.',
    },
    {
      en: 'Give it detect.ps1 of one folder, and repair.ps1 where there is one: all for every check in one run, or the folder of one check.',
      ja: '1 つのフォルダーの detect.ps1 と、repair.ps1 があればそれも指定します。全項目を 1 回で実行する場合は all、個別に実行する場合は各チェックのフォルダーを使います。',
      de: 'Geben Sie ihm detect.ps1 aus einem Ordner mit, und repair.ps1, wo es das gibt: all für alle Prüfungen in einem Lauf oder den Ordner einer Prüfung.',
    },
    {
      en: 'Run with the credentials of the signed-in user: No, or Yes where remediation.json says runAsAccount user. In 64-bit PowerShell: Yes. Or let deploy.ps1 do all that through Microsoft Graph, first with -WhatIf.',
      ja: 'ログオン ユーザーの資格情報での実行は [いいえ] (remediation.json の runAsAccount が user の場合は [はい])、64 ビット PowerShell での実行は [はい] にします。deploy.ps1 を使うと、同じ内容を Microsoft Graph で登録できます。最初は -WhatIf を付けてください。',
      de: 'Mit den Anmeldeinformationen des angemeldeten Benutzers ausführen: Nein, oder Ja, wo in remediation.json runAsAccount user steht. In 64-Bit-PowerShell ausführen: Ja. Oder lassen Sie das alles deploy.ps1 über Microsoft Graph erledigen, zuerst mit -WhatIf.',
    },
    {
      en: 'Assign it to a small group. The output column holds one line a PC; "mendsheet decode" puts it into words.',
      ja: '少数のグループに割り当てます。結果は PC ごとに 1 行で表示され、「mendsheet decode」で文章にできます。',
      de: 'Weisen Sie es einer kleinen Gruppe zu. Die Ausgabespalte enthält eine Zeile je PC; „mendsheet decode“ macht daraus Worte.',
    },
  ],
};
