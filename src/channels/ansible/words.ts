import type { ChannelWords } from '../../ir/channel.js';

export const words: ChannelWords = {
  heading: { en: 'Ansible', ja: 'Ansible', de: 'Ansible' },
  when: {
    en: 'Windows PCs and servers that Ansible manages over WinRM or SSH',
    ja: 'WinRM または SSH を使用して Ansible で管理している Windows PC やサーバー',
    de: 'Windows-PCs und -Server, die Ansible über WinRM oder SSH verwaltet',
  },
  steps: [
    {
      en: 'Put the role among your roles. Its defaults name the folder, the checks, and whether it repairs.',
      ja: 'ロールをほかのロールと同じ場所に置きます。フォルダー、対象のチェック、修復の有無は defaults で指定します。',
      de: 'Legen Sie die Rolle zu Ihren anderen Rollen. Ordner, Prüfungen und ob repariert wird, stehen in ihren Standardwerten (defaults).',
    },
    {
      en: 'Run the playbook in check mode first. It shows what would be changed.',
      ja: '最初はチェック モードでプレイブックを実行し、変更される内容を確認してください。',
      de: 'Führen Sie das Playbook zuerst im Prüfmodus (check mode) aus. Er zeigt, was geändert würde.',
    },
  ],
};
