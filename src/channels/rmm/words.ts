import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'Remote management (RMM)', ja: 'リモート管理ツール (RMM)', de: 'Fernverwaltung (RMM)' },
  when: {
    en: 'PCs with the agent of a remote management tool: NinjaOne, Datto RMM, N-able, Action1, PDQ, Atera',
    ja: 'リモート管理ツール (NinjaOne、Datto RMM、N-able、Action1、PDQ、Atera) のエージェントがある PC',
    de: 'PCs mit dem Agenten einer Fernverwaltung: NinjaOne, Datto RMM, N-able, Action1, PDQ, Atera',
  },
  steps: [
    {
      en: 'Look for your tool in tools.json: NinjaOne, Datto RMM, N-able, PDQ Connect, Action1 and Atera. It names the scripts that fit, the arguments and the exit codes, and says why others are left out.',
      ja: 'tools.json で使用するツール (NinjaOne、Datto RMM、N-able、PDQ Connect、Action1、Atera) を探します。使えるスクリプト、引数、終了コード、使えないスクリプトとその理由が書かれています。',
      de: 'Suchen Sie Ihr Werkzeug in tools.json: NinjaOne, Datto RMM, N-able, PDQ Connect, Action1 und Atera. Dort stehen die passenden Skripts, die Argumente und Exitcodes und warum andere wegbleiben.',
    },
    {
      en: 'Enter detect.ps1 as a script that runs as System, with the arguments named there. Upload the file: pasting changes bytes and voids the signature.',
      ja: 'detect.ps1 を、SYSTEM で実行するスクリプトとして、記載された引数とともに登録します。貼り付けると内容が変わり署名が無効になるため、ファイルをアップロードしてください。',
      de: 'Tragen Sie detect.ps1 mit den dort genannten Argumenten als Skript ein, das als SYSTEM läuft. Laden Sie die Datei hoch: Einfügen ändert Bytes und macht die Signatur ungültig.',
    },
    {
      en: 'Let a problem start repair.ps1 of the same folder, where there is one, on a few PCs first. {Product} asks nothing and never restarts a PC.',
      ja: '問題が見つかったときに、同じフォルダーに repair.ps1 があれば実行されるように設定し、最初は少数の PC で試します。{Product} のスクリプトは質問を表示せず、PC を再起動しません。',
      de: 'Lassen Sie ein Problem zuerst auf wenigen PCs repair.ps1 aus demselben Ordner starten, wo es das gibt. {Product} fragt nichts und startet nie einen PC neu.',
    },
  ],
};
