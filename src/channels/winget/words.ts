import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'WinGet and DSC', ja: 'WinGet と DSC', de: 'WinGet und DSC' },
  when: {
    en: 'PCs that are set up from a configuration file, or described with DSC',
    ja: '構成ファイルでセットアップする PC や DSC で構成を管理している PC',
    de: 'PCs, die nach einer Konfigurationsdatei eingerichtet oder mit DSC beschrieben werden',
  },
  steps: [
    {
      en: 'Copy the scripts beside the .winget file to %ProgramFiles%\\Mendsheet\\{Product}.',
      ja: '%ProgramFiles%\\Mendsheet\\{Product} に、.winget ファイルと同じ場所にあるスクリプトをコピーします。',
      de: 'Kopieren Sie die Skripts neben der .winget-Datei nach %ProgramFiles%\\Mendsheet\\{Product}.',
    },
    {
      en: 'Give the .winget file to WinGet configuration in a console opened as administrator, first with its test command.',
      ja: '管理者として開いたコンソールで、.winget ファイルを WinGet の構成に指定して実行します。最初はテスト用のコマンドを使用してください。',
      de: 'Übergeben Sie die .winget-Datei in einer als Administrator geöffneten Konsole an die WinGet-Konfiguration, zuerst mit deren Testbefehl.',
    },
  ],
};
