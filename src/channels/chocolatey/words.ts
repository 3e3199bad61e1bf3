import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'Chocolatey', ja: 'Chocolatey', de: 'Chocolatey' },
  when: {
    en: 'PCs whose packages Chocolatey installs',
    ja: 'Chocolatey でパッケージをインストールしている PC',
    de: 'PCs, deren Pakete Chocolatey installiert',
  },
  steps: [
    {
      en: 'Push the .nupkg file to a feed of your own, or install it from a folder: choco install mendsheet-{Product} --source C:\\packages.',
      ja: '.nupkg ファイルを自組織のフィードに登録するか、フォルダーから choco install mendsheet-{Product} --source C:\\packages のようにインストールします。',
      de: 'Stellen Sie die .nupkg-Datei in einen eigenen Feed, oder installieren Sie sie aus einem Ordner: choco install mendsheet-{Product} --source C:\\packages.',
    },
    {
      en: 'Installing runs nothing. A person starts the scripts, which stand in %ChocolateyInstall%\\lib\\mendsheet-{Product}\\tools.',
      ja: 'インストールしただけでは何も実行されません。スクリプトは %ChocolateyInstall%\\lib\\mendsheet-{Product}\\tools にあり、利用者が実行します。',
      de: 'Die Installation führt nichts aus. Die Skripts liegen in %ChocolateyInstall%\\lib\\mendsheet-{Product}\\tools; eine Person startet sie.',
    },
  ],
};
