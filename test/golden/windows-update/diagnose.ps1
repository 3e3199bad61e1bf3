# Mendsheet 0.1.0 - windows-update - diagnose
# Made from checks.yaml. Do not edit: change the checklist and build again.
# Regions: Messages, Runtime, Recipes, Checks, Check table, Error codes, Main

<#PSScriptInfo
.VERSION 0.1.0
.GUID 9d694ecd-adc1-5797-8d7c-678d5395f76e
.AUTHOR Mendsheet contributors
#>

<#
.SYNOPSIS
    Windows Update: finds out what is wrong and changes nothing.
.DESCRIPTION
    Reads services, registry, event logs and the like of this PC, and says for each check whether it is
    OK, a problem, undecided or not applicable, with the reason. Nothing on this PC is changed. Some
    checks see more when the script runs elevated.

    Windows Update：何が問題なのかを調べます。この PC には何も変更を加えません。
    サービス、レジストリ、イベント ログなどを読み取り、チェックごとに「正常」「問題あり」「判定できません」「対象外」
    のいずれかを理由とともに示します。管理者として実行すると、より多くのことが分かるチェックがあります。
    表示する言語は、-Language に en か ja を指定して選べます。指定しなければ Windows の表示言語に従います。
.PARAMETER Check
    The checks to run, by id. Without it: the usual ones.
.PARAMETER Skip
    Checks to leave out, by id.
.PARAMETER OutputFormat
    Text: sentences on the screen. Object: one object a check on the pipeline. Json, Csv: text on the
    pipeline and nothing else, for machines. Html: a page to read, print and pass on.
.PARAMETER OutputPath
    A file that receives the report in that format instead of the pipeline, in a folder that exists; or such a
    folder, also on a share, where PC and run give it a name.
.PARAMETER IncludeNetworkTests
    Runs also the checks that download data to measure the line.
.PARAMETER Language
    en or ja. Without it: the language of Windows. -Verbose shows how long each check took.
.PARAMETER Open
    Opens the settings page or tool that helps with each problem found, or with each check named by -Check;
    never for SYSTEM or under -NonInteractive.
.PARAMETER ListChecks
    Lists the checks of this script and runs none.
.EXAMPLE
    .\diagnose.ps1
    Runs the usual checks and prints what was found.
.EXAMPLE
    .\diagnose.ps1 -OutputFormat Json -OutputPath C:\Temp\report.json
    Writes the report for another program to read.
.OUTPUTS
    With -OutputFormat Object, one object a check: Id, Item, Title, Status, Reason, HResult, Evidence.
.NOTES
    Exit codes: 0 healthy, 1 problem found, 2 undecided, 11 not applicable here, 15 language mode,
    64 wrong usage, 70 a defect of this script.
#>
[CmdletBinding()]
[OutputType([string], [pscustomobject])]
param(
    [ArgumentCompleter({
            @(
                'clock', 'internet-connection', 'disk-space', 'proxy', 'mpssvc-start-type', 'hosts-file',
                'tls-protocol', 'winsock-catalog', 'tls-inspection', 'metered-connection', 'update-server',
                'update-policy', 'restart-pending', 'wuauserv-rights', 'bits-rights', 'wuauserv-start-type',
                'bits-start-type', 'usosvc-start-type', 'cryptsvc-start-type', 'trustedinstaller-start-type',
                'msiserver-start-type', 'wlidsvc-start-type', 'dosvc-start-type', 'updates-switched-off',
                'download-progress', 'bits-queue', 'download-cache', 'activation', 'system-requirement',
                'os-current', 'secure-boot', 'line-speed', 'clean-boot', 'antivirus', 'troubleshooter',
                'component-store', 'boot-partition', 'disk-error', 'update-cleanup', 'restore-point',
                'unwanted-update', 'event-log', 'windows-update-log', 'servicing-failure', 'single-update',
                'servicing-stack', 'setup-diag', 'in-place-upgrade', 'clean-install', 'legacy-usb',
                'fast-startup', 'optional-feature', 'user-profile', 'setup-update'
            ) -like "$($args[2])*"
        })]
    [string[]] $Check,

    [string[]] $Skip,

    [ValidateSet('Text', 'Object', 'Json', 'Html', 'Csv')]
    [string] $OutputFormat = 'Text',

    [string] $OutputPath,

    [switch] $IncludeNetworkTests,

    [ValidateSet('en', 'ja')]
    [string] $Language = $(if ((Get-UICulture).Name -match '^ja\b') { 'ja' } else { 'en' }),

    [switch] $Open,

    [switch] $ListChecks
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:Product = 'windows-update'
$script:Version = '0.1.0'
$script:ChecklistVersion = '0.1.0'
$script:Started = [datetime]::UtcNow
$script:ScriptName = 'diagnose'
$script:RepairName = 'reset-components'
$script:CollectName = 'collect-logs'
$script:Phase = 'detect'
$script:Notices = @()
$script:States = @{
    Ok = 'stateOk'; Problem = 'stateProblem'; Unknown = 'stateUnknown'; NotApplicable = 'stateNotApplicable'
}
$script:Verdicts = @{
    'detect 0' = 'verdictOk', 'Ok'
    'detect 1' = 'verdictProblem', 'Problem'
    'detect 2' = 'verdictUnknown', 'Unknown'
}
$script:HasTranscript = $false

#region Messages

# What this script says: a key and its sentence, a line for each language. {Name} stands for a value.
$script:Messages = @{ 'en' = @{}; 'ja' = @{} }
$sentences = @{
    'languageMode' = 'PowerShell runs in a restricted language mode here (application control), so this script cannot work. Nothing was changed.',
    'アプリケーション制御により PowerShell の言語モードが制限されているため、実行できません。何も変更していません。'
    'notWindows' = 'This script is for Windows. Nothing was changed.',
    'このスクリプトは Windows 専用です。何も変更していません。'
    'unknownCheck' = 'Unknown check: {Wrong}. Known: {Known}',
    '「{Wrong}」というチェックはありません。指定できるもの：{Known}'
    'badOutputPath' = '{Path} is neither a folder nor a file in an existing folder.',
    '{Path} は、既存のフォルダー、または既存のフォルダー内のファイルとして指定してください。'
    'defect' = 'This script has a defect: {Type} at line {Line}: {Text}',
    'スクリプトの不具合により中断しました：{Type} ({Line} 行目)：{Text}'
    'notThisBuild' = 'Not for this build of Windows.',
    'このビルドの Windows は対象外です。'
    'notThisKind' = 'Not for this kind of Windows (client or server).',
    'この種類の Windows (クライアントまたはサーバー) は対象外です。'
    'notThisEdition' = 'Not for this edition of Windows.',
    'このエディションの Windows は対象外です。'
    'notThisArchitecture' = 'Not for this processor architecture.',
    'このプロセッサ アーキテクチャは対象外です。'
    'notThisAccount' = 'Not for the account that runs this script.',
    'このスクリプトを実行しているアカウントは対象外です。'
    'networkTestsOff' = 'Not run, since it downloads data: pass -IncludeNetworkTests.',
    'データをダウンロードするため実行していません。実行するには -IncludeNetworkTests を指定してください。'
    'accessDenied' = 'This account may not read what the check needs. Run it as administrator.',
    'このアカウントには確認に必要な情報を読み取る権限がありません。管理者として実行してください。'
    'detectThrew' = 'The check failed unexpectedly: {ErrorType} at line {ErrorLine}.',
    '確認中に予期しないエラーが発生しました：{ErrorType} ({ErrorLine} 行目)。'
    'timedOut' = 'Windows did not answer the check within {LimitSeconds} seconds.',
    'Windows が {LimitSeconds} 秒以内に応答しませんでした。'
    'noFinding' = 'The check gave {Findings} results instead of one.',
    'チェックの結果が 1 件ではなく {Findings} 件返されました。'
    'stateOk' = 'OK',
    '正常'
    'stateProblem' = 'Problem',
    '問題あり'
    'stateUnknown' = 'Undecided',
    '判定できません'
    'stateNotApplicable' = 'Not applicable',
    '対象外'
    'listJoin' = '{One}, {Other}',
    '{One}、{Other}'
    'timeForm' = 'yyyy-MM-dd HH:mm',
    'yyyy/MM/dd H:mm'
    'evidence' = 'Evidence',
    '確認した値'
    'verdictOk' = 'No problem found',
    '問題は見つかりませんでした'
    'verdictProblem' = 'Problems found: {Problem}',
    '{Problem} 件の問題が見つかりました'
    'verdictUnknown' = 'No problem found, but not everything could be decided',
    '問題は見つかりませんでしたが、判定できない項目があります'
    'asideKept' = 'Kept as {Path} ({Megabytes} MB).',
    '{Path} として保存しています ({Megabytes} MB)。'
    'codeExplained' = 'Error code {Code}: {Meaning}. Look first at: {Checks}',
    'エラー コード {Code}：{Meaning}。優先して確認する項目：{Checks}'
    'codeRuledOut' = 'Error code {Code}: {Meaning}. The checks that it points to find nothing wrong.',
    'エラー コード {Code}：{Meaning}。関係する項目に問題はありません。'
    'codeUnexplained' = 'Error code {Code}: {Meaning}. None of these checks explains it.',
    'エラー コード {Code}：{Meaning}。関係する項目はありません。'
    'codeDeadEnd' = 'Collect the logs: .\{Script}.ps1',
    'ログを集めるコマンド：.\{Script}.ps1'
    'codeStands' = 'Error code {Code}: {Meaning}. That the checks find nothing wrong does not clear it.',
    'エラー コード {Code}：{Meaning}。チェックが正常でも、このコードが示す原因は残ります。'
    'codeOfWin32' = 'Win32 error {Number}, which has no entry here',
    'Win32 エラー {Number} (この一覧では未登録)'
    'codeOfStatus' = 'NTSTATUS {Status}, which has no entry here',
    'NTSTATUS {Status} (この一覧では未登録)'
    'codeOfFacility' = 'a code of facility {Number}, which has no entry here',
    '発生元 {Number} のコード (この一覧では未登録)'
    'codeUntold' = 'its meaning is in the report of the diagnosis',
    '意味は診断スクリプトのレポートに表示されます'
    'answerCause' = 'Most probable cause ({Sure}): {Cause}',
    '最も可能性の高い原因 ({Sure})：{Cause}'
    'answerWhy' = 'Why: {Why}',
    '根拠：{Why}'
    'answerDo' = 'What to do: {Do}',
    '対処：{Do}'
    'answerCertain' = 'certain',
    '確実'
    'answerLikely' = 'likely',
    '可能性大'
    'answerPossible' = 'possible',
    '可能性あり'
    'answerRepair' = 'With the PC on power, look at what would change: .\{Script}.ps1 -Check {Check} -WhatIf',
    'PC を電源に接続し、次のコマンドで変更内容を確認してください：.\{Script}.ps1 -Check {Check} -WhatIf'
    'answerRead' = 'Follow what stands below at "{Title}".',
    '下の一覧の「{Title}」の説明に従ってください。'
    'stepsAt' = 'Steps: {Places}',
    '手順：{Places}'
    'summary' = '{Problem} with a problem, {Ok} OK, {Unknown} undecided, {NotApplicable} not applicable.',
    '問題あり {Problem} 件、正常 {Ok} 件、判定できないもの {Unknown} 件、対象外 {NotApplicable} 件。'
    'nextRepair' = 'Next, with the PC on power, look at what would change: .\{Script}.ps1 -Check {Checks} -WhatIf',
    '次に、PC を電源に接続し、次のコマンドで変更内容を確認してください：.\{Script}.ps1 -Check {Checks} -WhatIf'
    'nextWithoutWhatIf' = 'Next: run the same command without -WhatIf to make these changes.',
    '次の手順：-WhatIf を外して実行すると、これらの変更を行います。'
    'nextUndo' = 'To bring back what was: .\{Script} -Undo',
    '元の状態に戻すコマンド：.\{Script} -Undo'
    'nextRestart' = 'Next: restart this PC. The repair needs it.',
    '次の手順：修復を完了するため、PC を再起動してください。'
    'reportWritten' = 'The report is in {Path}.',
    'レポートを {Path} に保存しました。'
    'reportNotWritten' = 'The report could not be written to {Path}: {Message}',
    'レポートを {Path} に保存できませんでした：{Message}'
    'opening' = 'Opening {Place}',
    '{Place} を開きます。'
    'nothingToOpen' = '-Open has nothing to open.',
    '-Open で開く画面はありません。'
    'openNeedsPerson' = '-Open needs a person at the screen.',
    '-Open は画面の前に利用者がいる場合だけ使えます。'
    'title.clock' = 'Clock',
    '日付と時刻'
    'title.internet-connection' = 'Internet connection',
    'インターネット接続'
    'title.disk-space' = 'Free disk space',
    'ディスクの空き容量'
    'title.proxy' = 'Proxy and VPN',
    'プロキシと VPN'
    'title.mpssvc-start-type' = 'Start type of Windows Defender Firewall',
    'Windows Defender Firewall のスタートアップの種類'
    'title.hosts-file' = 'Update servers in the hosts file',
    'hosts ファイルの更新サーバー'
    'title.tls-protocol' = 'TLS 1.2',
    'TLS 1.2'
    'title.winsock-catalog' = 'Winsock catalogue',
    'Winsock カタログ'
    'title.tls-inspection' = 'TLS inspection',
    'TLS 通信の検査'
    'title.metered-connection' = 'Metered connection',
    '従量制課金接続'
    'title.update-server' = 'Update server and policy',
    '更新サーバーとポリシー'
    'title.update-policy' = 'Policies that hold updates back',
    '更新を止めるポリシー'
    'title.restart-pending' = 'Restart pending',
    '再起動待ち'
    'title.wuauserv-rights' = 'Access to the service Windows Update',
    'Windows Update サービスへのアクセス許可'
    'title.bits-rights' = 'Access to the service BITS',
    'BITS サービスへのアクセス許可'
    'title.wuauserv-start-type' = 'Start type of Windows Update',
    'Windows Update のスタートアップの種類'
    'title.bits-start-type' = 'Start type of Background Intelligent Transfer Service',
    'Background Intelligent Transfer Service のスタートアップの種類'
    'title.usosvc-start-type' = 'Start type of Update Orchestrator Service',
    'Update Orchestrator Service のスタートアップの種類'
    'title.cryptsvc-start-type' = 'Start type of Cryptographic Services',
    'Cryptographic Services のスタートアップの種類'
    'title.trustedinstaller-start-type' = 'Start type of Windows Modules Installer',
    'Windows Modules Installer のスタートアップの種類'
    'title.msiserver-start-type' = 'Start type of Windows Installer',
    'Windows Installer のスタートアップの種類'
    'title.wlidsvc-start-type' = 'Start type of Microsoft Account Sign-in Assistant',
    'Microsoft Account Sign-in Assistant のスタートアップの種類'
    'title.dosvc-start-type' = 'Start type of Delivery Optimization',
    'Delivery Optimization (配信の最適化) のスタートアップの種類'
    'title.updates-switched-off' = 'Updates switched off',
    '更新を止める設定'
    'title.download-progress' = 'Download in progress',
    '進行中のダウンロード'
    'title.bits-queue' = 'BITS transfer queue',
    'BITS の転送キュー'
    'title.download-cache' = 'Download cache',
    'ダウンロード キャッシュ'
    'title.activation' = 'Activation',
    'ライセンス認証'
    'title.system-requirement' = 'System requirements',
    'システム要件'
    'title.os-current' = 'Windows version and last update',
    'Windows のバージョンと更新状況'
    'title.secure-boot' = 'Secure Boot certificates of 2023',
    'セキュア ブートの証明書 (2023 年版)'
    'title.line-speed' = 'Speed of the line',
    '回線の速度'
    'title.clean-boot' = 'Clean boot',
    'クリーン ブート'
    'title.antivirus' = 'Antivirus software',
    'セキュリティ対策ソフト'
    'title.troubleshooter' = 'Windows Update troubleshooter',
    'Windows Update のトラブルシューティング ツール'
    'title.component-store' = 'Component store and system files',
    'コンポーネント ストアとシステム ファイル'
    'title.boot-partition' = 'Boot and recovery partitions',
    'ブート パーティションと回復パーティション'
    'title.disk-error' = 'Errors of disk and file system',
    'ディスクとファイル システムのエラー'
    'title.update-cleanup' = 'Clean-up of replaced updates',
    '置き換え済みの更新プログラムのクリーンアップ'
    'title.restore-point' = 'Restore point',
    '復元ポイント'
    'title.unwanted-update' = 'Uninstalling one update',
    '特定の更新プログラムのアンインストール'
    'title.event-log' = 'Failures in the event log',
    'イベント ログに記録された失敗'
    'title.windows-update-log' = 'Windows Update logs',
    'Windows Update のログ'
    'title.servicing-failure' = 'Failures of servicing (CBS)',
    'サービス処理 (CBS) の失敗'
    'title.single-update' = 'Updates that fail again and again',
    '失敗を繰り返す更新'
    'title.servicing-stack' = 'Servicing stack',
    'サービス スタック'
    'title.setup-diag' = 'Results of SetupDiag',
    'SetupDiag の結果'
    'title.in-place-upgrade' = 'Upgrade from installation media',
    'インストール メディアからのアップグレード'
    'title.clean-install' = 'Clean installation',
    'クリーン インストール'
    'title.legacy-usb' = 'Legacy USB in the firmware',
    'ファームウェアのレガシー USB'
    'title.fast-startup' = 'Fast startup',
    '高速スタートアップ'
    'title.optional-feature' = 'Optional features added later',
    '後から追加した機能'
    'title.user-profile' = 'User profiles',
    'ユーザー プロファイル'
    'title.setup-update' = 'Updates during setup',
    'セットアップ中の更新プログラムの取得'
    'clock_ahead' = 'The clock says {LocalUtc}, ahead of the right time, {Actual}.',
    'PC の時計は {LocalUtc} で、正しい時刻 {Actual} より進んでいます。'
    'clock_behind' = 'The clock says {LocalUtc}, behind the right time, {Actual}.',
    'PC の時計は {LocalUtc} で、正しい時刻 {Actual} より遅れています。'
    'clock_years-behind' = 'The clock says {LocalUtc}, years behind {Actual}. If that comes back after each time without power, the battery on the main board (CMOS) is empty: have it replaced.',
    'PC の時計は {LocalUtc} で、正しい時刻 {Actual} より何年も遅れています。電源を切るたびに戻る場合は、内蔵電池 (CMOS 電池) が消耗しているため、交換してください。'
    'clock_domain-controller' = 'The clock of this domain controller is off by {OffsetMinutes} minutes. The whole domain follows it, so it is not changed here: check the time source of the PDC emulator.',
    'このドメイン コントローラーの時計は {OffsetMinutes} 分ずれています。ドメイン全体に影響するため変更しません。PDC エミュレーターの同期元を確認してください。'
    'clock_small-offset' = 'The clock is off by {OffsetMinutes} minutes. Updates work with that, but signing in to a domain may fail.',
    '時計のずれは {OffsetMinutes} 分です。更新には支障ありませんが、ドメインへのサインインに失敗することがあります。'
    'clock_before-windows' = 'The clock shows a time before {Floor}, when this Windows was built or installed. If that comes back, the battery on the main board (CMOS) is empty.',
    '時計の日時が、この Windows のビルドまたはインストールの日時 ({Floor}) より前です。繰り返す場合は、内蔵電池 (CMOS 電池) の消耗が考えられます。'
    'clock_closed-network' = 'A policy keeps this PC off the Internet. Compare its clock with another one of your organisation.',
    'ポリシーでインターネットに接続しない構成です。時計は組織内のほかの時計と比べてください。'
    'clock_no-witness' = 'No server answered as expected, so the clock could not be compared. Answers: {Answers}',
    '想定どおりに応答するサーバーがないため、時計が正しいかどうかを判定できません。応答：{Answers}'
    'clock_one-witness' = 'Only one server told its time, and one is not enough to judge the clock by. Answers: {Answers}',
    '時刻を確認できたサーバーが 1 つだけのため、時計が正しいかどうかを判定できません。応答：{Answers}'
    'clock_witnesses-disagree' = 'The servers do not agree on the time, so the clock could not be compared. Answers: {Answers}',
    'サーバーの時刻が一致しないため、時計が正しいかどうかを判定できません。応答：{Answers}'
    'clock_impossible-time' = 'The times that servers told cannot be right: before {Floor}, or decades later. Answers: {Answers}',
    'サーバーが返した時刻は {Floor} より前か数十年先で、正しい時刻ではあり得ません。応答：{Answers}'
    'internet-connection_automatic-address' = 'No adapter got an address: there is only one that the PC gave itself (169.254.x.x). Check the cable or Wi-Fi and the DHCP server.',
    'IP アドレスが割り当てられておらず、PC が自動的に設定したアドレス (169.254.x.x) しかありません。ケーブルまたは Wi-Fi と DHCP サーバーを確認してください。'
    'internet-connection_no-address' = 'No adapter has an address that reaches beyond this PC. Check the cable or Wi-Fi.',
    '通信に使用できる IP アドレスを持つネットワーク アダプターがありません。ケーブルまたは Wi-Fi を確認してください。'
    'internet-connection_names-unresolved' = 'None of the names of the update servers could be resolved. Check the DNS servers of the connection.',
    '更新サーバーの名前を 1 つも解決できません。接続に設定されている DNS サーバーを確認してください。'
    'internet-connection_partly-blocked' = 'Some update servers answer and others do not: {Blocked} {Unresolved}. A firewall or filter may block them.',
    '一部の更新サーバーに接続できません ({Blocked} {Unresolved})。ファイアウォールやフィルターで遮断されている可能性があります。'
    'internet-connection_blocked' = 'The names of update servers are resolved, but none can be connected to: {Blocked}.',
    '更新サーバーの名前は解決できますが、どのサーバーにも接続できません ({Blocked})。'
    'internet-connection_proxy' = 'Update servers cannot be reached directly, and a proxy is configured. Windows Update may work through it, which was not tested.',
    '更新サーバーに直接接続できませんが、プロキシが構成されています。プロキシ経由で Windows Update を利用できるかどうかは確認していません。'
    'internet-connection_closed-network' = 'Public update servers cannot be reached, as a policy wants it. The server of your organisation delivers the updates.',
    'インターネット上の更新サーバーには接続できませんが、ポリシーどおりの構成です。更新は組織の更新サーバーから提供されます。'
    'internet-connection_own-server' = 'Public update servers cannot be reached. This PC gets its updates from a server of your organisation, so that may be intended.',
    'インターネット上の更新サーバーに接続できません。この PC は組織の更新サーバーを使用するため、意図した構成の可能性があります。'
    'internet-connection_answers-indirectly' = 'No update server can be reached directly, but a web request was answered, perhaps through a proxy found automatically. Windows Update was not tested that way.',
    '更新サーバーに直接接続できませんが、Web 要求には応答がありました。自動検出されたプロキシを経由している可能性があり、この経路での Windows Update は確認していません。'
    'disk-space_full' = 'Drive {Drive} has {FreeGigabytes} GB free. Updates cannot be installed with less than {Minimum} GB.',
    'ドライブ {Drive} の空き容量は {FreeGigabytes} GB です。{Minimum} GB 未満では更新プログラムをインストールできません。'
    'disk-space_full-small' = 'Drive {Drive} has {FreeGigabytes} of {SizeGigabytes} GB free; updates need {Minimum}. Windows also uses a USB drive of 16 GB that is plugged in.',
    'ドライブ {Drive} ({SizeGigabytes} GB) の空き容量は {FreeGigabytes} GB です (更新には {Minimum} GB が必要)。16 GB の USB メモリを接続すると、作業領域になります。'
    'disk-space_small' = 'Drive {Drive} has {FreeGigabytes} of {SizeGigabytes} GB free. For large updates Windows asks for a USB drive.',
    'ドライブ {Drive} ({SizeGigabytes} GB) の空き容量は {FreeGigabytes} GB です。大きな更新では USB メモリが必要になることがあります。'
    'disk-space_tight' = 'Drive {Drive} has {FreeGigabytes} GB free. Large monthly updates may need up to {Comfort} GB.',
    'ドライブ {Drive} の空き容量は {FreeGigabytes} GB です。サイズの大きい毎月の更新では、最大で {Comfort} GB 程度必要になることがあります。'
    'disk-space_no-upgrade' = 'Drive {Drive} has {FreeGigabytes} GB free. That is enough for monthly updates; a feature update needs {Upgrade} GB.',
    'ドライブ {Drive} の空き容量は {FreeGigabytes} GB です。毎月の更新には十分ですが、機能更新プログラムには {Upgrade} GB が必要です。'
    'disk-space_unreadable' = 'Windows did not say how much space is free on drive {Drive}.',
    'ドライブ {Drive} の空き容量を取得できませんでした。'
    'proxy_unreachable' = 'The WinHTTP proxy {WinHttp} does not answer, so searches for updates fail.',
    'WinHTTP のプロキシ {WinHttp} が応答しないため、更新プログラムを検索できません。'
    'proxy_away' = 'The WinHTTP proxy {WinHttp} does not answer. It may be that of an organisation ({Owner}) whose network this PC is not in now, so it is left as it is.',
    'WinHTTP のプロキシ {WinHttp} が応答しません。組織 ({Owner}) のプロキシで、現在その組織のネットワークに接続していない可能性があるため、設定は変更しません。'
    'proxy_user-unreachable' = 'The proxy {User} of this user does not answer. Windows Update may get by without it. In another network than usual, switch it off (ms-settings:network-proxy).',
    'ユーザーのプロキシ {User} が応答しません。Windows Update には影響しない場合もあります。普段と異なるネットワークでは無効にしてください (ms-settings:network-proxy)。'
    'proxy_used' = 'A proxy is configured (WinHTTP: {WinHttp}; user: {User}). Those that are named answer.',
    'プロキシが構成され、応答しています (WinHTTP：{WinHttp}、ユーザー：{User})。'
    'proxy_script' = 'A script chooses the proxy ({Script}); it was not tested.',
    'プロキシは自動構成スクリプト ({Script}) で選ばれます (動作は未確認)。'
    'proxy_file-script' = 'Windows Update cannot read a proxy script from a file ({Script}), and its servers cannot be reached directly.',
    'Windows Update は file:// の自動構成スクリプト ({Script}) を読み込めず、更新サーバーに直接接続することもできません。'
    'proxy_vpn' = 'A VPN is connected ({Vpn}). Delivery Optimization may hold back downloads meanwhile.',
    'VPN に接続しています ({Vpn})。接続中は、配信の最適化がダウンロードを控えることがあります。'
    'proxy_unreadable' = 'The setting of the WinHTTP proxy could not be read.',
    'WinHTTP のプロキシの設定を読み取れません。'
    'hosts-file_redirected' = 'The file {File} sends update servers elsewhere: {Lines}.',
    '{File} により、更新サーバーへの接続先が変更されています ({Lines})。'
    'hosts-file_unreadable' = 'The file {File} could not be read.',
    '{File} を読み取れません。'
    'tls-protocol_switched-off' = 'TLS 1.2 is switched off for programs of this PC (Enabled: {Enabled}, DisabledByDefault: {DisabledByDefault}).',
    'この PC では TLS 1.2 が無効になっています (Enabled：{Enabled}、DisabledByDefault：{DisabledByDefault})。'
    'tls-protocol_unreadable' = 'The settings of TLS 1.2 are not numbers, so what Windows makes of them is unknown.',
    'TLS 1.2 の設定値が数値ではないため、判定できません。'
    'winsock-catalog_missing' = 'The Winsock catalogue names files that do not exist: {Missing}.',
    'Winsock カタログに、存在しないファイルが登録されています ({Missing})。'
    'winsock-catalog_others' = 'These programs filter all connections: {Others}.',
    'すべての通信が次のプログラムを経由しています ({Others})。'
    'winsock-catalog_unreadable' = 'The Winsock catalogue could not be read.',
    'Winsock カタログを読み取れません。'
    'tls-inspection_refused' = 'Something on the way opens the connection to {Server} and shows a certificate of its own ({Issuer}), which Windows Update refuses.',
    '{Server} への通信が途中で検査され、Windows Update が受け付けない独自の証明書 ({Issuer}) が提示されています。'
    'tls-inspection_opened' = 'The certificate of {Server} comes from {Issuer}, not Microsoft. The last search did not fail by it.',
    '{Server} の証明書の発行者は Microsoft ではなく {Issuer} ですが、直近の検索の失敗原因ではありません。'
    'tls-inspection_unseen' = '{Server} showed no certificate, so whether connections are opened on the way is not known.',
    '{Server} の証明書を取得できず、通信が途中で検査されているか分かりません。'
    'tls-inspection_log-unreadable' = 'The event log of Windows Update could not be read.',
    'Windows Update のイベント ログを読み取れません。'
    'metered-connection_holds-back' = 'The connection counts data ({Metered}), so Windows loads no updates by itself. Last cumulative one: {LastUpdate}.',
    '従量制課金接続 ({Metered}) のため、更新が自動でダウンロードされていません (最後の累積更新：{LastUpdate})。'
    'metered-connection_metered' = 'The connection counts data ({Metered}). Windows loads large updates only when someone asks for them.',
    '従量制課金接続 ({Metered}) です。大きな更新は、操作しない限りダウンロードされません。'
    'metered-connection_unreadable' = 'The network adapters could not be read.',
    'ネットワーク アダプターの情報を読み取れません。'
    'update-server_by-manager' = 'This PC gets its updates from Windows Update and is managed through {Managers}. A repair needs its administrator and -AllowManaged.',
    'この PC は Windows Update から更新を受け取り、{Managers} で管理されています。修復は管理者に依頼してください (-AllowManaged が必要です)。'
    'update-server_by-windows-update' = 'This PC gets its updates from Windows Update.',
    'この PC は Windows Update から更新を受け取ります。'
    'update-server_by-server' = 'This PC gets its updates from {Server}, a server of your organisation, which answers. A repair needs its administrator and -AllowManaged.',
    'この PC は組織の更新サーバー ({Server}) から更新を受け取ります。サーバーへの接続を確認しました。修復は管理者に依頼してください (-AllowManaged が必要です)。'
    'update-server_by-both' = 'This PC gets some kinds of update from {Server}, a server of your organisation, and the others from Windows Update.',
    'この PC は、一部の種類の更新を組織の更新サーバー ({Server}) から、それ以外を Windows Update から受け取ります。'
    'update-server_access-disabled' = 'A policy switches access to Windows Update off (DisableWindowsUpdateAccess).',
    'ポリシー (DisableWindowsUpdateAccess) によって、Windows Update へのアクセスが無効になっています。'
    'update-server_sources-ignored' = 'Policies name a source for kinds of update but have no effect, since UseUpdateClassPolicySource is not 1 below the key AU.',
    '更新の種類ごとの取得元がポリシーで指定されていますが、AU キーの UseUpdateClassPolicySource が 1 ではないため適用されません。'
    'update-server_sources-partial' = 'Policies name a source for {SourcePolicies} of four kinds of update. Only all four together are supported.',
    '更新の取得元が 4 種類のうち {SourcePolicies} 種類だけに指定されています。4 種類すべての指定が必要です。'
    'update-server_sources-without-server' = 'Policies name a server of the organisation as source of updates, but none is in use (UseWUServer is not 1).',
    '更新の取得元として組織のサーバーが指定されていますが、サーバーの使用が有効になっていません (UseWUServer が 1 ではありません)。'
    'update-server_server-missing' = 'A policy demands a server of the organisation (UseWUServer), but no address is set (WUServer).',
    '組織の更新サーバーを使用するポリシー (UseWUServer) が有効ですが、サーバーのアドレス (WUServer) が設定されていません。'
    'update-server_server-malformed' = 'The address of the update server is not valid ({Server}). It needs http:// or https:// and no slash or blank at its end.',
    '更新サーバーのアドレスが正しくありません ({Server})。http:// または https:// で始め、末尾に / や空白を付けないでください。'
    'update-server_server-unreachable' = 'This PC must get its updates from {Server}, which does not answer. Connect to the network of your organisation; if the PC has left it, ask its administrator to release the PC.',
    'この PC は {Server} から更新を受け取る構成ですが、応答がありません。組織のネットワークに接続してください。組織から離れた PC の場合は、管理者に構成の解除を依頼してください。'
    'update-server_no-service' = 'Windows Update knows no update service at all. Its store is probably damaged.',
    'Windows Update に更新サービスが 1 つも登録されていません。データ ストアが破損している可能性があります。'
    'update-server_agent-silent' = 'Windows Update did not answer, so the services that it uses are not known.',
    'Windows Update から応答がないため、使用している更新サービスを確認できません。'
    'update-policy_pin-behind' = 'A policy holds this PC at {Pin} while {Installed} is installed (TargetReleaseVersionInfo), so updates stay away.',
    'インストール済みは {Installed} ですが、ポリシー (TargetReleaseVersionInfo) で {Pin} に固定されているため、更新が提供されません。'
    'update-policy_source-barred' = 'A policy bars the update servers of Microsoft, the source of this PC ({Policies}): searches end with 0x8024500C.',
    '更新の取得元である Microsoft のサーバーがポリシーで禁止されているため ({Policies})、検索が 0x8024500C で失敗します。'
    'update-policy_source-refused' = 'Searches end with 0x8024500C - a policy bars the update servers of Microsoft, but none of the usual ones is set.',
    '検索が 0x8024500C で失敗します。Microsoft の更新サーバーを禁止するポリシーによるものですが、一般的なポリシーは見つかりません。'
    'update-policy_paused-long' = 'Updates are paused until {Until}, longer than Windows allows.',
    '更新が Windows の上限を超えて {Until} まで一時停止されています。'
    'update-policy_alternate-missing' = 'Configuration Manager has lost UpdateServiceUrlAlternate, so downloads from {Server} stay at 0 percent.',
    'Configuration Manager の UpdateServiceUrlAlternate が失われ、{Server} からのダウンロードが 0% から進みません。'
    'update-policy_automatic-off' = 'Policies switch automatic updates off or hide their page ({Policies}). Last cumulative update: {LastUpdate}; software that manages PCs: {Managers}.',
    'ポリシーにより、自動更新が無効か、更新の画面が表示されません ({Policies})。最後の累積更新：{LastUpdate}。この PC を管理しているソフトウェア：{Managers}。'
    'update-policy_dual-scan' = 'Policies delay updates ({Policies}) beside {Server}. This version of Windows then asks Windows Update, not that server.',
    '{Server} のほかに更新を遅らせるポリシー ({Policies}) があり、このバージョンの Windows は Windows Update から更新を取得します。'
    'update-policy_delayed' = 'Policies hold updates back for a time or at a version: {Policies}.',
    'ポリシーによって、更新の時期またはバージョンが制限されています ({Policies})。'
    'update-policy_unreadable' = 'The version of Windows could not be read, so policies could not be judged.',
    'Windows のバージョンを読み取れないため、ポリシーを判定できません。'
    'restart-pending_pending' = 'Windows waits for a restart. Restart first.',
    '再起動待ちの処理があります。先に再起動してください。'
    'restart-pending_pending-held' = 'Windows waits for a restart. By itself it does none on battery or in active hours. Choose Restart.',
    '再起動待ちの処理があります。バッテリー駆動中やアクティブ時間には自動で再起動しないため、[再起動] を選んでください。'
    'restart-pending_pending-fast-startup' = 'Windows waits for a restart. Choose Restart: with fast startup on, shutting down does not finish it.',
    '再起動待ちの処理があります。高速スタートアップが有効なため、シャットダウンではなく [再起動] を選んでください。'
    'restart-pending_survived-restart' = 'Windows still waits for a restart, as before its last start at {LastBoot}. If one more does not help, the prepared update is stuck: collect the logs.',
    '前回の起動 ({LastBoot}) より前からの再起動待ちの処理が残っています。もう一度再起動しても解消しない場合は、準備済みの更新が止まっているため、ログを収集してください。'
    'restart-pending_unreadable' = 'The state of Windows servicing could not be read: {Key} is missing.',
    'Windows のサービス スタックの状態を読み取れません ({Key} がありません)。'
    'updates-switched-off_switched-off' = 'Something has switched updates off: {Traces}. The repair sets services right; sfc /scannow brings files back. Policies stay: ask who set them.',
    '更新が止められています：{Traces}。サービスは修復で、ファイルは sfc /scannow で元に戻ります。ポリシーは変更しないため、設定した人に確認してください。'
    'updates-switched-off_by-other-means' = 'Something has switched updates off by means that the repair does not touch: {Traces}.',
    '修復の対象外の方法で更新が止められています：{Traces}。'
    'updates-switched-off_one-service' = 'The service {Services} is disabled, which alone does not stop updates or has a check of its own.',
    'サービス {Services} が無効です。これだけでは更新が止まらないか、別の項目で確認しています。'
    'updates-switched-off_by-policy' = 'Services are in order. Policies still keep updates back: {Policies}.',
    'サービスは正常ですが、ポリシーによる制限があります ({Policies})。'
    'updates-switched-off_unreadable' = 'The start types of services could not be read.',
    'サービスのスタートアップの種類を読み取れません。'
    'download-progress_alive' = 'The download that began at {Begun} goes on: its files grow (newest entry {Newest}).',
    '{Begun} に開始されたダウンロードは続いています。ファイルが増えています (最新は {Newest})。'
    'download-progress_too-early' = 'The download that began at {Begun} shows no progress yet, but began, or the PC was started or woken, only just now.',
    '{Begun} に開始されたダウンロードの進行をまだ確認できませんが、開始、起動または復帰から間もないため、判定できません。'
    'download-progress_stalled' = 'Nothing was written for the download that began at {Begun} for {Minutes} minutes, nor in the last seconds.',
    '{Begun} に開始されたダウンロードでは、{Minutes} 分以上何も書き込まれておらず、数秒間の観測でも変化がありません。'
    'download-progress_only-begun' = 'A download began at {Begun}, but none is under way. It was given up, replaced, or has ended.',
    '{Begun} に開始されたダウンロードは現在行われていません。中止されたか、置き換えられたか、終わっています。'
    'download-progress_transfers-hidden' = 'Whether the download that began at {Begun} is still under way, only an administrator can see.',
    '{Begun} に開始されたダウンロードがまだ続いているかどうかは、管理者でなければ確認できません。'
    'download-progress_cache-unreadable' = 'The download that began at {Begun} shows no progress in its folder, and this account may not look into the cache of Delivery Optimization.',
    '{Begun} に開始されたダウンロードの進行をフォルダーで確認できず、配信の最適化のキャッシュはこのアカウントでは読み取れません。'
    'download-progress_log-unreadable' = 'The log of Windows Update could not be read ({Error}), so whether a download is under way is not known.',
    'Windows Update のログを読み取れなかったため ({Error})、ダウンロード中かどうかを判定できません。'
    'bits-queue_damaged' = 'BITS reports that its queue is damaged or full: {Codes}.',
    'BITS のキューが破損しているか、満杯になっています ({Codes})。'
    'bits-queue_full' = 'The queue of BITS holds {Jobs} jobs; it takes no more than {Limit}.',
    'BITS のキューに {Jobs} 件のジョブがあり、上限の {Limit} 件に達しています。'
    'bits-queue_stuck' = '{UpdateJobs} downloads of Windows Update have failed and were left in the queue of BITS: {Codes}.',
    'Windows Update のダウンロードが {UpdateJobs} 件、失敗したまま BITS のキューに残っています ({Codes})。'
    'bits-queue_others-waiting' = 'The queue of BITS has a fault ({Codes}), but holds {OtherJobs} transfers of other programs, which a repair would take away. It is left as it is.',
    'BITS のキューに異常があります ({Codes})。ほかのプログラムの転送が {OtherJobs} 件あり、修復すると失われるため、何も変更しません。'
    'bits-queue_others-failed' = 'Some transfers of other programs have failed ({States}). They do not hold up Windows Update.',
    'ほかのプログラムの転送が失敗していますが ({States})、Windows Update には影響しません。'
    'bits-queue_not-elevated' = 'Only administrators see the transfers of all users.',
    '全ユーザーの転送を確認するには、管理者として実行する必要があります。'
    'bits-queue_disabled' = 'BITS is disabled, so its queue cannot be read.',
    'BITS が無効になっているため、キューを読み取れません。'
    'bits-queue_unreadable' = 'The queue of BITS could not be read: {Codes}.',
    'BITS のキューを読み取れません ({Codes})。'
    'activation_not-activated' = 'Windows is not activated (licence state {LicenseStatus}, reason {StatusReason}). An upgrade may be refused.',
    'Windows のライセンス認証が完了していません (状態 {LicenseStatus}、理由 {StatusReason})。アップグレードが拒否される可能性があります。'
    'activation_grace' = 'Windows waits to be activated and works in full for {DaysLeft} more days.',
    'Windows は認証の猶予期間中です。残り {DaysLeft} 日間はすべての機能を使用できます。'
    'activation_evaluation' = 'This is an evaluation of Windows with {DaysLeft} days left. It must be replaced or converted before that.',
    'この Windows は評価版で、残り {DaysLeft} 日です。期限までに製品版への移行が必要です。'
    'activation_by-organisation' = 'Activated by a server of your organisation; to be renewed within {DaysLeft} days, which Windows does by itself.',
    '組織のサーバーで認証されています。{DaysLeft} 日以内に更新が必要ですが、通常は自動で更新されます。'
    'activation_no-key' = 'Windows names no licence of its own, so whether it is activated is not known.',
    'Windows 自身のライセンスの情報がないため、認証されているかどうかを判定できません。'
    'activation_silent' = 'The licensing service of Windows did not answer ({Error}).',
    'Windows のライセンス サービスから応答がありませんでした ({Error})。'
    'system-requirement_not-ready' = '{Target} needs more than this PC has: {Missing}.',
    'この PC は {Target} の要件を満たしていません ({Missing})。'
    'system-requirement_runs-anyway' = 'Windows runs here, but {Target} officially needs more: {Missing}. Feature updates may be withheld.',
    'Windows は動作していますが、{Target} の正式な要件を満たしていないため ({Missing})、機能更新プログラムが提供されない可能性があります。'
    'system-requirement_partly-read' = 'Nothing that could be read is missing for {Target}. Not read: {Unread}. Run this as administrator.',
    '読み取れた範囲では {Target} の要件を満たしています。残りの確認には、管理者として実行してください ({Unread})。'
    'os-current_out-of-service' = 'Build {Build} ({Edition}) has been out of service since {EndOfService} and receives no updates.',
    'ビルド {Build} ({Edition}) のサービスは {EndOfService} に終了しているため、更新プログラムを受け取れません。'
    'os-current_version-ended' = 'Build {Build} ({Edition}) has been out of service since {EndOfService}. Only a newer version receives updates.',
    'ビルド {Build} ({Edition}) のサービスは {EndOfService} に終了しました。更新プログラムを受け取れるのは、新しいバージョンだけです。'
    'os-current_pinned' = 'Build {Build} has been out of service since {EndOfService}, and a policy holds this PC at version {PinnedTo}.',
    'ビルド {Build} のサービスは {EndOfService} に終了していますが、ポリシーによってバージョン {PinnedTo} に固定されています。'
    'os-current_upgrade-failed' = 'Build {Build} ({Edition}) has been out of service since {EndOfService}, and the upgrade to a newer one failed.',
    'ビルド {Build} ({Edition}) のサービスは {EndOfService} に終了していますが、新しいバージョンへのアップグレードに失敗しています。'
    'os-current_stale' = 'The last cumulative update was installed on {LastUpdate}, more than {StaleDays} days ago.',
    '最後に累積更新プログラムがインストールされたのは {LastUpdate} で、{StaleDays} 日以上前です。'
    'os-current_extended' = 'Build {Build} is out of service, but this PC receives extended security updates until {EndOfService} at most.',
    'ビルド {Build} のサービスは終了していますが、この PC には拡張セキュリティ更新プログラムが適用されています (最長 {EndOfService} まで)。'
    'os-current_paused' = 'Someone has paused updates on this PC until {PausedUntil}.',
    'この PC では、{PausedUntil} まで更新が一時停止されています。'
    'os-current_unlisted' = 'Build {Build}, edition {Edition}, is not in the table of this script, so whether it is in service is not known.',
    'ビルド {Build}、エディション {Edition} はこのスクリプトの表にないため、サービス期間中かどうかを判定できません。'
    'secure-boot_updated' = 'The Secure Boot certificates of 2023 are installed.',
    'セキュア ブートの 2023 年版の証明書は適用済みです。'
    'secure-boot_not-yet' = 'The Secure Boot certificates of 2023 are still to come ({Signs}). That is information, no failure: Windows installs them by itself.',
    'セキュア ブートの 2023 年版の証明書は未適用です ({Signs})。これは通知であり、エラーではありません。Windows が自動で適用します。'
    'secure-boot_restart-first' = 'The Secure Boot certificates of 2023 wait for a restart ({Code}). That is no failure.',
    'セキュア ブートの 2023 年版の証明書は、再起動後に適用されます ({Code})。エラーではありません。'
    'secure-boot_failed' = 'The Secure Boot certificates of 2023 could not be installed ({Code}; maker: {Maker}). Newer firmware usually helps.',
    'セキュア ブートの 2023 年版の証明書を適用できませんでした ({Code}、製造元：{Maker})。多くの場合、新しいファームウェアで解決します。'
    'secure-boot_firmware' = 'The firmware did not take the new Secure Boot certificates (event {Event}, {Maker}). Newer firmware usually helps.',
    'ファームウェアがセキュア ブートの新しい証明書を受け付けませんでした (イベント {Event}、{Maker})。多くの場合、新しいファームウェアで解決します。'
    'secure-boot_maker-key' = 'The maker has not signed the new Secure Boot key for this PC (event 1803, {Maker}). Newer firmware may bring it.',
    'この PC 用の新しいセキュア ブート鍵に製造元の署名がありません (イベント 1803、{Maker})。新しいファームウェアで提供される可能性があります。'
    'secure-boot_log-unreadable' = 'The event log System could not be read.',
    'システム イベント ログを読み取れません。'
    'line-speed_slow' = 'The update servers deliver {Megabits} Mbit/s: large updates may run into time limits. Limits set by policy: {Limits}.',
    '更新サーバーからの受信速度は {Megabits} Mbps です。大きな更新は時間切れになることがあります (ポリシーによる制限：{Limits})。'
    'line-speed_measured' = 'The update servers deliver {Megabits} Mbit/s. Limits set by policy: {Limits}.',
    '更新サーバーからの受信速度は {Megabits} Mbps です (ポリシーによる制限：{Limits})。'
    'line-speed_no-answer' = 'The test file could not be downloaded, so the speed is not known.',
    'テスト用のファイルをダウンロードできなかったため、速度を測定できません。'
    'clean-boot_safe-mode' = 'Windows runs in safe mode, where updates cannot be installed. Restart it normally.',
    'Windows がセーフ モードで動作しているため、更新プログラムをインストールできません。通常モードで再起動してください。'
    'clean-boot_switched-off' = 'Services are switched off in msconfig ({SwitchedOff}). Switch them on again after the update.',
    'msconfig で無効にされたサービスが {SwitchedOff} 個あります。更新後に元に戻してください。'
    'clean-boot_others' = '{Others} services of other makers run: {Names}.',
    '他社製のサービスが {Others} 個動作しています ({Names})。'
    'clean-boot_unreadable' = 'The list of services could not be read ({Error}).',
    'サービスの一覧を読み取れません ({Error})。'
    'antivirus_several' = '{Active} are active together and can block each other and updates. Removal tools of their makers: {Removers}.',
    '複数のセキュリティ対策ソフト ({Active}) が同時に有効で、互いの動作や更新を妨げることがあります。製造元の削除ツール：{Removers}'
    'antivirus_after-failure' = 'An upgrade failed lately and {Active} is active. Update it; if that does not help, uninstall it for the upgrade. Removal tool of its maker: {Removers}.',
    '最近アップグレードに失敗しており、{Active} が有効です。最新の状態にしても失敗する場合は、アンインストールしてからアップグレードしてください。製造元の削除ツール：{Removers}'
    'antivirus_other-maker' = '{Active} is active. If updates fail with access denied or files in use, try without it.',
    '{Active} が有効です。アクセス拒否やファイル使用中のエラーで更新に失敗する場合は、一時的にアンインストールして試してください。'
    'antivirus_on-server' = 'A server keeps no list of antivirus software.',
    'サーバーには、セキュリティ対策ソフトの一覧を管理する機能がありません。'
    'antivirus_unreadable' = 'Windows did not say which antivirus software is active ({Error}).',
    '有効なセキュリティ対策ソフトを取得できませんでした ({Error})。'
    'troubleshooter_get-help' = 'The Get Help app is on this PC and runs the troubleshooter when a person asks for it.',
    'この PC には「問い合わせ」アプリがあり、画面の操作でトラブルシューティング ツールを実行できます。'
    'troubleshooter_old-tool' = 'The older troubleshooter (MSDT) is still on this PC. Windows takes it out with a later version.',
    'この PC には旧来のトラブルシューティング ツール (MSDT) が残っています。今後のバージョンで削除されます。'
    'troubleshooter_none' = 'There is no troubleshooter on this PC, or a policy forbids it. The other checks look at the same things.',
    'この PC にはトラブルシューティング ツールがないか、ポリシーで禁止されています。ほかのチェックで同じ内容を確認できます。'
    'troubleshooter_missing' = 'Updates fail here, and no troubleshooter is on this PC. Get Help can be installed from Microsoft Store.',
    '更新プログラムのインストールに失敗していますが、この PC にはトラブルシューティング ツールがありません。「問い合わせ」アプリを Microsoft Store から入手できます。'
    'troubleshooter_unreadable' = 'The list of installed apps could not be read.',
    'インストール済みアプリの一覧を読み取れません。'
    'component-store_store-damaged' = 'Windows has noted damage in its component store, and can repair it. If the repair ends with 0x800F081F, 0x800F0915 (nobody has the files) or 0x800F0954, give it media of the same version with -RepairSource.',
    'Windows がコンポーネント ストアの破損を記録しています。修復できる状態です。修復が 0x800F081F、0x800F0915 (修復用ファイルがない)、0x800F0954 で終わる場合は、-RepairSource で同じバージョンのメディアを指定してください。'
    'component-store_store-from-server' = 'Windows has noted damage in its component store, and policy sends DISM to the update server {Server}, which seldom has repair files. Without other media the repair ends with 0x800F081F.',
    'コンポーネント ストアの破損が記録されています。ポリシーにより DISM は更新サーバー {Server} を参照しますが、通常は修復用ファイルがないため、メディアを指定しないと 0x800F081F で失敗します。'
    'component-store_store-lost' = 'Windows has noted damage in its component store that cannot be repaired. Only a repair install over itself helps.',
    'Windows がコンポーネント ストアの修復できない破損を記録しています。上書きインストール (インプレース アップグレード) が必要です。'
    'component-store_store-unmended' = 'DISM could not repair the damage that Windows has noted in its component store ({Code}), having no good files.',
    '修復用ファイルがないため、コンポーネント ストアの破損を DISM で修復できませんでした ({Code})。'
    'component-store_only-spares' = 'Only copies that lead back to an older version are missing, and DISM cannot fetch them ({Code}). Nothing in use is damaged.',
    '以前のバージョンに戻すためのコピーだけが足りず、DISM では取得できません ({Code})。使用中のファイルに破損はありません。'
    'component-store_files-damaged' = 'SFC ran and could not repair these files: {Files}.',
    '前回の SFC で修復できなかったファイルがあります ({Files})。'
    'component-store_none-noted' = 'Windows has noted no damage. Only the repair looks at every file; choose it with -Force -Check component-store.',
    '破損の記録はありません。すべてのファイルを検査するには、-Force -Check component-store を指定して修復を実行してください。'
    'component-store_unreadable' = 'Windows did not say what it has noted about its component store (code {Code}).',
    'コンポーネント ストアの状態を取得できませんでした (コード {Code})。'
    'boot-partition_boot-full' = 'Updates of boot files find too little space in the EFI system partition ({BootFree} of {BootSize} MB free) and are rolled back with 0x800F0922. Repairing the component store does not help.',
    'EFI システム パーティションの空きが足りず ({BootSize} MB 中 {BootFree} MB)、ブート ファイルの更新が 0x800F0922 で取り消されます。コンポーネント ストアの修復では解決しません。'
    'boot-partition_recovery-small' = 'The update of the recovery environment found too little space in its partition. {Needed} MB must be free; now {RecoveryFree} of {RecoverySize} MB are. It is optional; other updates go on.',
    '回復環境の更新時に回復パーティションの空きが不足しました (必要 {Needed} MB、現在 {RecoverySize} MB 中 {RecoveryFree} MB)。必須の更新ではなく、ほかの更新には影響しません。'
    'boot-partition_recovery-failed' = 'The recovery environment could not be updated ({Code}). Other updates go on.',
    '回復環境を更新できませんでした ({Code})。ほかの更新には影響しません。'
    'boot-partition_false-alarm' = '{Updates} says 0x80070643 although a restart installs it. Microsoft says to ignore it.',
    '{Updates} の 0x80070643 は誤った表示で、再起動するとインストールされます。Microsoft は無視してよいとしています。'
    'boot-partition_boot-tight' = 'The EFI system partition has {BootFree} of {BootSize} MB free. Updates of boot files may need more.',
    'EFI システム パーティションの空きは {BootSize} MB 中 {BootFree} MB で、不足する可能性があります。'
    'boot-partition_unreadable' = 'The partitions or the event log could not be read ({Error}).',
    'パーティションまたはイベント ログを読み取れません ({Error})。'
    'disk-error_file-system' = 'Windows found the file system of {Drives} damaged within a day of a failed update (Ntfs 55, newest {Newest}). First back up your files.',
    '失敗した更新の前後 1 日以内に、{Drives} のファイル システムの破損が記録されています (Ntfs 55、最新 {Newest})。先にファイルをバックアップしてください。'
    'disk-error_bad-blocks' = 'The disk of Windows reported bad blocks within a day of a failed update ({Events} times event 7, newest {Newest}). First back up your files.',
    '失敗した更新の前後 1 日以内に、Windows のディスクで不良ブロックが記録されています (イベント 7 が {Events} 回、最新 {Newest})。先にファイルをバックアップしてください。'
    'disk-error_retried' = 'Windows had to repeat reads or writes of its own disk within a day of a failed update ({Events} times).',
    '失敗した更新の前後 1 日以内に、Windows のディスクの読み書きの再試行が {Events} 回記録されています。'
    'disk-error_log-unreadable' = 'The System event log, or the number of the disk of Windows, could not be read.',
    'システム イベント ログ、または Windows のディスクの番号を読み取れません。'
    'update-cleanup_reclaimable' = 'Drive {Drive} has {FreeGigabytes} GB free, and Windows keeps {Superseded} replaced updates that a clean-up can remove.',
    'ドライブ {Drive} の空き容量は {FreeGigabytes} GB で、クリーンアップで削除できる置き換え済みの更新プログラムが {Superseded} 件あります。'
    'update-cleanup_kept' = 'Windows keeps {Superseded} replaced updates for a while and removes them by itself. There is space enough.',
    '置き換え済みの更新プログラムが {Superseded} 件ありますが、Windows が後で自動的に削除します。空き容量は十分です。'
    'update-cleanup_unreadable' = 'The list of installed packages, or the free space, could not be read.',
    'インストール済みパッケージの一覧または空き容量を読み取れません。'
    'restore-point_points' = '{Count} restore points, the newest of {Newest}. rstrui.exe goes back to one. A new one can be made {Hours} hours after the newest.',
    '復元ポイントは {Count} 個で、最新は {Newest} です。戻すには rstrui.exe を使います。次に作成できるのは、最新の復元ポイントから {Hours} 時間後です。'
    'restore-point_missing' = 'System Restore is on, but there is no restore point to go back to.',
    'システムの復元は有効ですが、復元ポイントが 1 つもありません。'
    'restore-point_none-yet' = 'System Restore is on. On this new installation it has made no restore point yet.',
    'システムの復元は有効です。インストールから日が浅いため、復元ポイントはまだ作成されていません。'
    'restore-point_switched-off' = 'System Restore is off on this PC, so there is no way back through it. That is common and no fault.',
    'この PC ではシステムの復元が無効になっているため、復元ポイントは使えません。よくある設定で、異常ではありません。'
    'restore-point_unreadable' = 'Windows did not say whether System Restore is on.',
    'システムの復元が有効かどうかを取得できませんでした。'
    'unwanted-update_installed' = '{Update} is installed and was named to be uninstalled.',
    '{Update} はインストールされており、アンインストールの対象として指定されています。'
    'unwanted-update_not-installed' = '{Update} is not installed, or leaves with the next restart.',
    '{Update} はインストールされていないか、次回の再起動で削除されます。'
    'unwanted-update_recent' = 'Installed in the last {Days} days: {Recent}. The repair uninstalls one that is named with -UninstallUpdate.',
    '過去 {Days} 日間にインストールされた更新プログラムは {Recent} です。-UninstallUpdate で指定したものだけをアンインストールできます。'
    'unwanted-update_no-package' = 'Windows lists {Update}, but not the package that it came with, so it cannot be uninstalled here.',
    '{Update} は一覧にありますが、対応するパッケージが見つからないため、ここではアンインストールできません。'
    'unwanted-update_unreadable' = 'The list of installed packages could not be read.',
    'インストール済みパッケージの一覧を読み取れません。'
    'windows-update-log_failed' = 'The record of Windows Update holds {Failures} failures that no later success has settled, the newest at {Newest}.',
    'Windows Update の記録に、その後も解消していない失敗が {Failures} 件あります (最新 {Newest})。'
    'windows-update-log_missing' = 'There is no ReportingEvents.log. Windows Update has not run since its store was made anew.',
    'ReportingEvents.log がありません。データ ストアが作り直されてから、まだ Windows Update が実行されていません。'
    'windows-update-log_unreadable' = 'ReportingEvents.log could not be read or has a form that is not known.',
    'ReportingEvents.log を読み取れないか、形式を判別できませんでした。'
    'servicing-failure_manifest-missing' = 'The component store lacks the manifest of a package: {Missing}. It belongs to the update at {Address}.',
    'コンポーネント ストアにパッケージのマニフェストがありません：{Missing}。対象の更新プログラム：{Address}'
    'servicing-failure_component-missing' = 'The component store lacks a component of this package: {Package}.',
    'コンポーネント ストアに、次のパッケージのコンポーネントがありません：{Package}。'
    'servicing-failure_installer-failed' = 'An installer of servicing failed, and the update was rolled back: {Installer}.',
    'サービス処理のインストーラーが失敗し、更新が元に戻されました：{Installer}。'
    'servicing-failure_language-pack' = 'Components of the language pack {Language} are not those that the update builds on.',
    '言語パック {Language} のコンポーネントが、更新プログラムの前提と一致していません。'
    'servicing-failure_staged' = 'Cumulative updates were unpacked and never installed: {Staged}.',
    '展開されたままインストールされていない累積更新プログラムがあります：{Staged}。'
    'servicing-failure_source-missing' = 'A feature or language did not get its files: {Packages}.',
    '機能または言語のファイルを取得できません：{Packages}。'
    'servicing-failure_failed' = 'Servicing could not change {Failures} packages, the newest at {Newest}: {Packages}',
    'サービス処理で変更できなかったパッケージが {Failures} 件あります (最新 {Newest})：{Packages}'
    'servicing-failure_log-unreadable' = 'The Setup event log could not be read.',
    'Setup イベント ログを読み取れません。'
    'single-update_failing' = 'These updates failed each time: {Updates}.',
    '次の更新は毎回失敗しています：{Updates}。'
    'single-update_recovery-environment' = 'The update of the recovery environment fails: {Updates}. Mostly its partition has less than 250 MB free; neither the Catalog nor DISM helps.',
    '回復環境 (WinRE) の更新が失敗しています：{Updates}。多くは回復パーティションの空きが 250 MB 未満のためで、カタログや DISM では解決しません。'
    'single-update_false-alarm' = 'The update of the recovery environment reports an error that is none: {Updates}. A restart completes it.',
    '回復環境 (WinRE) の更新が、実際には失敗ではないエラーを報告しています：{Updates}。再起動すると完了します。'
    'single-update_no-recovery' = 'This PC has no recovery partition, so it does not need the update of the recovery environment: {Updates}.',
    'この PC には回復パーティションがないため、回復環境 (WinRE) の更新は必要ありません：{Updates}。'
    'single-update_driver-not-better' = 'Windows refuses a driver that is no better than the one in use: {Updates}. This is harmless.',
    '現在のドライバーより適していないため、Windows がインストールを見送っています：{Updates}。問題はありません。'
    'single-update_driver' = 'A driver from Windows Update fails each time: {Updates}.',
    'Windows Update のドライバーが毎回失敗しています：{Updates}。'
    'single-update_firmware' = 'A firmware update fails each time: {Updates}. It belongs to the maker of the PC; the Catalog does not help.',
    'ファームウェアの更新が毎回失敗しています：{Updates}。PC メーカーの更新であり、カタログでは解決しません。'
    'single-update_feature-update' = 'The upgrade to a new version fails: {Updates}.',
    '新しいバージョンへのアップグレードが失敗しています：{Updates}。'
    'single-update_definitions' = 'Updates of the antivirus fail: {Updates}.',
    'ウイルス対策の更新が失敗しています：{Updates}。'
    'single-update_damaged' = 'These updates fail since the component store or an installed file is damaged: {Updates}. A file of the Catalog fails in the same way.',
    'コンポーネント ストアまたはインストール済みのファイルの破損により、更新が失敗しています：{Updates}。カタログのファイルでも同じように失敗します。'
    'single-update_no-space' = 'These updates fail for lack of space on the drive: {Updates}.',
    'ドライブの空き容量の不足により、更新が失敗しています：{Updates}。'
    'single-update_rolled-back' = 'Servicing could not install these updates: {Updates}. A file of the Catalog fails in the same way.',
    'サービス処理でインストールできない更新プログラムがあります：{Updates}。カタログのファイルでも同じように失敗します。'
    'single-update_stale' = 'Windows Update cannot use what it has loaded or stored of these updates: {Updates}.',
    'Windows Update が、次の更新のダウンロード済みまたは保存済みのデータを使用できません：{Updates}。'
    'single-update_suspect' = 'Files or entries of Windows are not as these updates expect them: {Updates}. A file of the Catalog fails in the same way.',
    'Windows のファイルまたは登録情報が、次の更新の想定と異なります：{Updates}。カタログのファイルでも同じように失敗します。'
    'single-update_not-fetched' = 'These updates could not be fetched: {Updates}. The fault lies on the way to the server or on it, not in the update.',
    '次の更新プログラムを取得できません：{Updates}。更新プログラムではなく、サーバーまでの経路またはサーバーに原因があります。'
    'single-update_not-applicable' = 'Windows says that these updates are not for this PC: {Updates}. The Catalog does not help.',
    'この PC は次の更新プログラムの対象外です：{Updates}。カタログでは解決しません。'
    'single-update_unnumbered' = 'These updates failed each time: {Updates}.',
    '次の更新は毎回失敗しています：{Updates}。'
    'single-update_history-unreadable' = 'The update history could not be read.',
    '更新の履歴を読み取れません。'
    'servicing-stack_too-old' = 'An update needs a newer servicing stack than {Version} ({Codes}). The newest cumulative update brings it along; before Windows 10 2004, a servicing stack update does.',
    'より新しいサービス スタックが必要な更新があります (現在 {Version}、{Codes})。最新の累積更新プログラムに含まれます (Windows 10 バージョン 2004 より前では、サービス スタック更新プログラム)。'
    'servicing-stack_version-unreadable' = 'The version of the servicing stack could not be read.',
    'サービス スタックのバージョンを読み取れません。'
    'servicing-stack_events-unreadable' = 'The event log of Windows Update could not be read.',
    'Windows Update のイベント ログを読み取れません。'
    'setup-diag_failed' = 'The last upgrade failed. SetupDiag says {Rule}: {Details}',
    '直近のアップグレードは失敗しています。SetupDiag の判定は {Rule} です：{Details}'
    'setup-diag_succeeded' = 'SetupDiag says that the last upgrade succeeded.',
    'SetupDiag は、直近のアップグレードが成功したと判定しています。'
    'setup-diag_no-match' = 'SetupDiag knows none of the faults in the logs of Setup, so whether an upgrade failed is open.',
    'SetupDiag では既知の問題に一致せず、アップグレードが失敗したかどうかは判定できません。'
    'setup-diag_setup-ended' = 'Windows Setup ended with code {BoxResult} since the last restart.',
    '前回の再起動以降に、Windows セットアップがコード {BoxResult} で終了しています。'
    'setup-diag_older' = 'The results of SetupDiag are from {Time}, long ago or before this Windows was installed.',
    'SetupDiag の結果 ({Time}) は古いか、現在の Windows をインストールする前のものです。'
    'setup-diag_undated' = 'SetupDiag judged an upgrade ({Rule}), but of which day is not clear ({Time}).',
    'SetupDiag の判定 ({Rule}) がありますが、日付 ({Time}) を特定できないため、いつのものか分かりません。'
    'setup-diag_results-unreadable' = 'The results of SetupDiag could not be read, or name no reason.',
    'SetupDiag の結果を読み取れないか、原因が示されていません。'
    'in-place-upgrade_blocked' = 'The last compatibility scan of Setup was blocked by: {Blockers}. Remove or update these first.',
    '前回の互換性スキャンで、アップグレードを妨げるものが見つかりました ({Blockers})。先に削除または更新してください。'
    'in-place-upgrade_rated-red' = 'Windows rates this PC as not fit for {HeldTarget} ({Rating}). "System requirements" tells what is missing.',
    'Windows は、この PC を {HeldTarget} の対象外と判定しています ({Rating})。不足している要件は「システム要件」で確認できます。'
    'in-place-upgrade_held' = 'Microsoft holds {HeldTarget} back from this PC for now (safeguard {Hold}). Wait until the hold is lifted.',
    'Microsoft がこの PC への {HeldTarget} の提供を保留しています (セーフガード {Hold})。解除されるまで待ってください。'
    'in-place-upgrade_little-space' = 'An upgrade needs {Needed} GB; {FreeGigabytes} GB are free.',
    'アップグレードには {Needed} GB の空き容量が必要です (現在 {FreeGigabytes} GB)。'
    'in-place-upgrade_media' = 'Media that keeps apps: {Edition}, {Locale}, {Architecture}.',
    'アプリを引き継げるメディア：{Edition}、{Locale}、{Architecture}'
    'in-place-upgrade_unreadable' = 'The report of the last compatibility scan could not be read ({Report}).',
    '前回の互換性スキャンの結果を読み取れません ({Report})。'
    'clean-install_recovery-off' = 'An upgrade failed lately, and the recovery environment is off, so Reset PC cannot run. Run reagentc /enable.',
    '最近アップグレードに失敗していますが、回復環境が無効なため PC をリセットできません。reagentc /enable を実行してください。'
    'clean-install_encrypted' = 'Drive {Drive} is encrypted. Have its recovery key at hand before you reinstall.',
    'ドライブ {Drive} は暗号化されています。再インストールの前に回復キーを用意してください。'
    'clean-install_unreadable' = 'The state of the recovery environment could not be read. Run this as administrator.',
    '回復環境の状態を読み取れません。管理者として実行してください。'
    'legacy-usb_look' = 'An upgrade failed lately. Look for legacy USB support in the firmware, which Windows cannot read.',
    '最近アップグレードに失敗しています。レガシー USB の設定は Windows から読み取れないため、ファームウェアで確認してください。'
    'legacy-usb_storage' = 'An upgrade failed lately and USB storage is attached ({Drives}). Remove it before the next try.',
    '最近アップグレードに失敗しており、USB ストレージ ({Drives}) が接続されています。取り外してから再試行してください。'
    'legacy-usb_no-failure' = 'The records of Windows Setup have no failed upgrade.',
    'Windows セットアップの記録に、失敗したアップグレードはありません。'
    'fast-startup_after-failure' = 'Fast startup is on and an upgrade failed lately. Switch it off, or choose Restart, not Shut down.',
    '高速スタートアップが有効で、最近アップグレードに失敗しています。無効にするか、シャットダウンではなく [再起動] を選んでください。'
    'fast-startup_switched-on' = 'Fast startup is on, as usual. Choose Restart when an update asks for it.',
    '高速スタートアップは有効です (通常の設定)。更新で求められたときは [再起動] を選んでください。'
    'fast-startup_by-policy' = 'A policy keeps fast startup on. Choose Restart when an update asks for it.',
    '高速スタートアップはポリシーで有効にされています。更新で求められたときは [再起動] を選んでください。'
    'fast-startup_unreadable' = 'The setting of fast startup could not be read.',
    '高速スタートアップの設定を読み取れません。'
    'optional-feature_after-failure' = 'An upgrade failed lately, and these features are on: {Features}. Try without them.',
    '最近アップグレードに失敗しています。有効な次の機能を無効にして試してください ({Features})。'
    'optional-feature_unreadable' = 'The features of Windows could not be read ({Error}).',
    'Windows の機能の状態を読み取れません ({Error})。'
    'user-profile_temporary' = 'Windows could not load these profiles and uses temporary ones: {Broken}. What is saved there is lost.',
    'プロファイルを読み込めず、一時プロファイルが使用されています ({Broken})。そこに保存したデータは失われます。'
    'user-profile_after-failure' = 'An upgrade failed lately, and these entries of profiles lead nowhere: {Leftovers}.',
    '最近アップグレードに失敗しています。実体のないプロファイルの登録があります ({Leftovers})。'
    'user-profile_shared' = 'An upgrade failed lately, and two accounts point to one folder: {Shared}. Setup cannot move it twice.',
    '最近アップグレードに失敗しています。2 つのアカウントが同じフォルダーを指しているため ({Shared})、セットアップで移行できません。'
    'user-profile_letters' = 'An upgrade failed lately. Users, not Microsoft, name folders with letters beyond ASCII ({Letters}) as a reason: try with a new account.',
    '最近アップグレードに失敗しています。日本語などを含むユーザー フォルダー ({Letters}) が原因との利用者の報告があるため、新しいアカウントで試してください。'
    'user-profile_unreadable' = 'The list of profiles could not be read.',
    'プロファイルの一覧を読み取れません。'
    'setup-update_download-failed' = 'The last Setup failed while it fetched updates ({Result}). Run it without them.',
    '前回のセットアップは更新プログラムの取得中に失敗しました ({Result})。取得せずに実行してください。'
    'setup-update_not-recorded' = 'An upgrade failed lately. Whether Setup was to fetch updates is not recorded.',
    '最近アップグレードに失敗しています。更新プログラムを取得する設定だったかどうかは記録されていません。'
    'setup-update_no-failure' = 'The records of Windows Setup have no failed upgrade.',
    'Windows セットアップの記録に、失敗したアップグレードはありません。'
    'answer.clock.0.do' = 'Set date and time (Settings > Time & language, ms-settings:dateandtime) and search again. Have the battery on the main board replaced; until then the clock goes wrong again.',
    '日付と時刻を合わせてから ([設定] > [時刻と言語]、ms-settings:dateandtime)、もう一度更新プログラムを確認してください。内蔵電池の交換が必要です。交換するまでは、また時計が狂います。'
    'answer.disk-space.0.do' = 'Make room before anything else: Settings > System > Storage (ms-settings:storagesense), or move large files to another drive. Then search for updates again.',
    'ほかの対処より先に、空き容量を増やしてください ([設定] > [システム] > [記憶域]、ms-settings:storagesense。または大きなファイルを別のドライブに移動)。その後、もう一度更新プログラムを確認します。'
    'answer.disk-space.1' = 'An update ran out of room ({Codes}) - on the Windows drive, or on its boot or recovery partition.',
    'Windows のドライブ、またはブート パーティションか回復パーティションの空きが不足しました ({Codes})。'
    'answer.disk-space.1.do' = 'Make room on the Windows drive (ms-settings:storagesense) and see "Boot and recovery partitions". Then try again.',
    'Windows のドライブの空き容量を増やし (ms-settings:storagesense)、「ブート パーティションと回復パーティション」も確認してから、もう一度試してください。'
    'answer.proxy.0' = 'The update server, or what stands on the way to it, refuses or does not answer in time ({Codes}).',
    '更新サーバー、またはそこまでの経路 (プロキシなど) が応答しないか、要求を拒否しています ({Codes})。'
    'answer.proxy.0.do' = 'Look at proxy (netsh winhttp show proxy), VPN, filter and connection, and try another one, such as that of a phone. If nothing is wrong there, try again in some hours.',
    'プロキシ (netsh winhttp show proxy で確認)、VPN、フィルター、回線を確認し、スマートフォンなど別の回線でも試してください。問題がない場合は、数時間後に再試行します。'
    'answer.proxy.1.do' = 'Have the script offered at an http:// address, or set the proxy for WinHTTP - netsh winhttp set proxy <server>:<port>',
    'スクリプトを http:// のアドレスで配布するか、WinHTTP のプロキシを設定してください (netsh winhttp set proxy <サーバー>:<ポート>)。'
    'answer.hosts-file.0.do' = 'Open Notepad as administrator, put a # before each of these lines of {File}, save, and search for updates again.',
    'メモ帳を管理者として開き、{File} のこれらの行の先頭に # を付けて保存してから、もう一度更新を確認してください。'
    'answer.tls-inspection.0.do' = 'Have *.update.microsoft.com and *.delivery.mp.microsoft.com left out of the inspection (administrator, or settings of the antivirus), then search again.',
    '*.update.microsoft.com と *.delivery.mp.microsoft.com を検査の対象から外してから (管理者またはセキュリティ対策ソフトの設定)、もう一度更新を確認してください。'
    'answer.tls-inspection.1' = 'A certificate was not accepted - that of a server, or the one that signs an update ({Codes}).',
    'サーバーの証明書、または更新プログラムに署名した証明書が信頼されませんでした ({Codes})。'
    'answer.tls-inspection.1.do' = 'Set the clock right, let Windows fetch root certificates (ctldl.windowsupdate.com), and have *.update.microsoft.com left out of TLS inspection. Then search again.',
    '時計を合わせ、ルート証明書の取得先 (ctldl.windowsupdate.com) への接続を許可し、*.update.microsoft.com を TLS 検査の対象から外してから、もう一度更新を確認してください。'
    'answer.metered-connection.0.do' = 'Switch on Download updates over metered connections (Settings > Windows Update > Advanced options, ms-settings:windowsupdate-options), or search in another network.',
    '[従量制課金接続で更新プログラムをダウンロードする] をオンにするか ([設定] > [Windows Update] > [詳細オプション]、ms-settings:windowsupdate-options)、別のネットワークで更新を確認してください。'
    'answer.update-server.0' = 'The server of updates is overloaded or at fault ({Codes}). That it can be reached proves nothing.',
    '更新サーバーが過負荷の状態か、サーバー側に問題があります ({Codes})。接続できるだけでは正常とはいえません。'
    'answer.update-server.0.do' = 'Change nothing on this PC; a reset makes the load worse. Tell the administrator of the server (WSUS - application pool WsusPool, clean-up of old updates).',
    'この PC では何も変更しないでください (リセットは負荷を増やします)。サーバーの管理者に連絡してください (WSUS ではアプリケーション プール WsusPool の確認と古い更新の整理)。'
    'answer.update-server.1' = 'This PC does not trust the certificate of its update server, or the one that signs its updates ({Codes}).',
    '更新サーバーの証明書、またはサーバーの更新に署名した証明書が、この PC で信頼されていません ({Codes})。'
    'answer.update-server.1.do' = 'Have the administrator distribute it by policy - to the trusted root authorities, and that of WSUS for signing to the trusted publishers too, with signed updates from an intranet server allowed.',
    '管理者に依頼し、ポリシーで「信頼されたルート証明機関」に配布してください。WSUS の署名用証明書は「信頼された発行元」にも配布し、イントラネットの署名済み更新プログラムを許可します。'
    'answer.update-server.2' = 'The service of Windows Update ended in the middle of a download ({Codes}). Updates of April 2025 did that on Windows 11 22H2 and 23H2 behind an update server.',
    'ダウンロード中に Windows Update のサービスが異常終了しました ({Codes})。組織の更新サーバーを使う Windows 11 22H2、23H2 では、2025 年 4 月の更新が原因でした。'
    'answer.update-server.2.do' = 'Restart and try once more. Behind an update server, the administrator first distributes the cumulative update of May 2025 or a newer one. A reset of the components does not help.',
    '再起動して、もう一度試してください。組織の更新サーバーを使う PC では、管理者が先に 2025 年 5 月以降の累積更新プログラムを配布します。コンポーネントをリセットしても解決しません。'
    'answer.update-policy.0.do' = 'Have whoever set the policy correct or remove it (the administrator; at home the tool or Group Policy that did), then search again.',
    'ポリシーの修正または解除を管理者に依頼するか、個人の PC では使ったツールやグループ ポリシーで元に戻し、もう一度更新を確認してください。'
    'answer.update-policy.1.do' = 'Ask the administrator, or undo it with the tool or Group Policy that did.',
    '管理者に相談するか、使ったツールやグループ ポリシーで元に戻してください。'
    'answer.update-policy.2.do' = 'Open Settings > Windows Update (ms-settings:windowsupdate) and choose Resume updates.',
    '[設定] > [Windows Update] (ms-settings:windowsupdate) を開き、[更新の再開] を選択してください。'
    'answer.update-policy.3.do' = 'Have the administrator refresh the machine policy of the Configuration Manager client, then restart.',
    'Configuration Manager クライアントのコンピューター ポリシーの更新を管理者に依頼し、その後再起動してください。'
    'answer.restart-pending.0.do' = 'Save your work and choose Start > Power > Restart (not Shut down). Then try again.',
    '作業中のファイルを保存し、[スタート] > [電源] > [再起動] を選択してから ([シャットダウン] ではありません)、もう一度試してください。'
    'answer.restart-pending.2' = 'What a restart ends stood in the way - another installation, a restart that is due or a lack of memory ({Codes}).',
    '別のインストール、再起動待ち、メモリ不足など、再起動で解消する状態が妨げになっています ({Codes})。'
    'answer.restart-pending.2.do' = 'Let a running installation finish, choose Restart (not Shut down), and try again.',
    '実行中のインストールの完了を待ち、[再起動] を選択してから ([シャットダウン] ではありません)、もう一度試してください。'
    'answer.updates-switched-off.1.do' = 'Undo it with the tool that did it, or as administrator - sfc /scannow for files, taskschd.msc for tasks, wf.msc for rules of the firewall - and restart.',
    '止めたツールで元に戻すか、管理者として、ファイルは sfc /scannow、タスクは taskschd.msc、ファイアウォールの規則は wf.msc で元に戻し、再起動してください。'
    'answer.system-requirement.0' = 'The upgrade to Windows 11 ended with {Codes}. Users report it of PCs below the requirements, or where the check of them was bypassed; no page of Microsoft names the code.',
    'Windows 11 へのアップグレードが {Codes} で終了しました。要件を満たさない PC や、要件の確認を回避した PC での報告がありますが、このコードを説明した Microsoft のページはありません。'
    'answer.system-requirement.0.do' = 'See what "System requirements" says. Where the PC meets them, upgrade with unchanged media of Microsoft; otherwise this version is not meant for it.',
    '「システム要件」の結果を確認してください。要件を満たす場合は、Microsoft の変更されていないメディアでアップグレードします。満たさない場合、このバージョンの対象ではありません。'
    'answer.os-current.0.do' = 'Upgrade to the newest version that this PC can run, or enrol in extended updates (ESU). Until then no updates come, whatever is repaired.',
    'この PC で利用できる最新のバージョンにアップグレードするか、拡張セキュリティ更新プログラム (ESU) に登録してください。それまでは、何を修復しても更新プログラムは提供されません。'
    'answer.os-current.1.do' = 'Take the feature update to the newest version that this PC can run (ms-settings:windowsupdate, or installation media); a policy that holds an old version goes first.',
    'この PC で利用できる最新のバージョンへの機能更新プログラムを適用してください (ms-settings:windowsupdate またはインストール メディア)。バージョンを固定するポリシーがある場合は、先に解除します。'
    'answer.secure-boot.0.do' = 'Install the newest firmware for this exact model, on power and with the BitLocker recovery key at hand.',
    '電源に接続し、BitLocker の回復キーを用意してから、機種に合う最新のファームウェアをインストールしてください。'
    'answer.antivirus.0' = 'A file, a key or a service was denied to an update, or in use ({Codes}).',
    '更新に必要なファイル、キー、またはサービスへのアクセスが拒否されたか、使用中でした ({Codes})。'
    'answer.antivirus.0.do' = 'Restart and try again. If it fails as before, uninstall an antivirus of another maker for the attempt; CBS.log names what was denied.',
    '再起動してもう一度試してください。失敗が続く場合は、他社製のセキュリティ対策ソフトを一時的にアンインストールします。拒否された対象は CBS.log で確認できます。'
    'answer.antivirus.1.do' = 'Keep one and update it, uninstall the others with their licence keys at hand, restart, then update Windows.',
    '1 つだけ残して最新の状態にし、ほかはライセンス キーを控えてからアンインストールして再起動し、その後で Windows を更新してください。'
    'answer.component-store.0.do' = 'With media of the same version and language, run DISM /Online /Cleanup-Image /RestoreHealth /Source:wim:D:\sources\install.wim:1 /LimitAccess, or have the administrator allow repair content from Windows Update (policy for optional components).',
    'バージョンと言語が同じメディアを用意し、DISM /Online /Cleanup-Image /RestoreHealth /Source:wim:D:\sources\install.wim:1 /LimitAccess を実行するか、修復用ファイルを Windows Update から取得できるよう、管理者に依頼してください (オプション コンポーネントのポリシー)。'
    'answer.component-store.1.do' = 'With media of the same version and language, run DISM /Online /Cleanup-Image /RestoreHealth /Source:wim:D:\sources\install.wim:1 /LimitAccess, or setup.exe on it, and keep files and apps.',
    'バージョンと言語が同じメディアを用意し、DISM /Online /Cleanup-Image /RestoreHealth /Source:wim:D:\sources\install.wim:1 /LimitAccess を実行するか、メディアの setup.exe で、ファイルとアプリを引き継いで上書きインストールします。'
    'answer.component-store.2.do' = 'Run setup.exe on media of the same version and language, and keep files and apps. DISM and SFC do not help.',
    'バージョンと言語が同じメディアの setup.exe を実行し、ファイルとアプリを引き継いでインストールします。DISM や SFC では解決しません。'
    'answer.component-store.4' = 'Servicing met damage in the component store ({Codes}), whether Windows has noted it or not. Only a look at every file decides.',
    'サービス処理がコンポーネント ストアの破損を検出しています ({Codes})。破損の記録がなくても同じです。すべてのファイルを検査すると確定します。'
    'answer.component-store.4.do' = 'Run the repair script with -Check component-store -Force (DISM, then SFC); behind an update server, with media for -RepairSource. If it ends with 0x800F081F or 0x800F0915, install Windows over itself from media of the same version.',
    '修復用スクリプトに -Check component-store -Force を付けて実行します (DISM、続いて SFC。組織の更新サーバーを使う PC では -RepairSource でメディアも指定)。0x800F081F または 0x800F0915 で終わる場合は、同じバージョンのメディアから上書きインストールします。'
    'answer.boot-partition.0.do' = 'Restart twice and search again, since newer cumulative updates judge the space correctly. In an organisation, have the administrator set the Known Issue Rollback. Do not delete files of this partition.',
    '2 回再起動し、もう一度更新を確認してください (新しい累積更新プログラムでは判定が修正されています)。組織では、既知の問題のロールバックを管理者に依頼します。このパーティションのファイルは削除しないでください。'
    'answer.boot-partition.1.do' = 'Leave it, or enlarge this partition by hand after a backup, as Microsoft describes (aka.ms/winreresize). DISM does not help.',
    'そのままでもかまいません。対処する場合は、バックアップ後に Microsoft の手順 (aka.ms/winreresize) で拡張します。DISM では解決しません。'
    'answer.disk-error.0.do' = 'Back up your files. Then run chkdsk {System} /scan and the PowerShell command Get-PhysicalDisk as administrator: replace a disk that is not Healthy. Repair Windows only after that.',
    'まずファイルをバックアップしてください。次に、管理者として chkdsk {System} /scan と PowerShell の Get-PhysicalDisk を実行し、Healthy でないディスクは交換します。Windows の修復はその後に行います。'
    'answer.disk-error.1.do' = 'Back up your files now. Get-PhysicalDisk (PowerShell, as administrator) and the tool of its maker tell the health of the disk. Have it replaced; repair Windows only after that.',
    'すぐにファイルをバックアップしてください。管理者として PowerShell の Get-PhysicalDisk を実行するか、製造元のツールでディスクの状態を確認し、ディスクを交換します。Windows の修復は交換後に行います。'
    'answer.disk-error.2' = 'A drive could not be read or written ({Codes}) - that of Windows, or the one that the files come from.',
    'ドライブ (Windows のドライブ、またはファイルの取得元) の読み書きに失敗しています ({Codes})。'
    'answer.disk-error.2.do' = 'Back up your files. Then run chkdsk /scan and the PowerShell command Get-PhysicalDisk as administrator, and make installation media anew.',
    'ファイルをバックアップしてから、管理者として chkdsk /scan と PowerShell の Get-PhysicalDisk を実行してください。インストール メディアを使う場合は作り直します。'
    'answer.servicing-failure.0.do' = 'Get the update that brought this package from {Address} and install it with DISM /Online /Add-Package; then try the failed update again.',
    '{Address} からこのパッケージの更新プログラムを入手し、DISM /Online /Add-Package でインストールした後、失敗した更新をもう一度試してください。'
    'answer.servicing-failure.1.do' = 'Repair the component store (reset-components -Check component-store -Force). Where that does not find the component, install Windows over itself from media of the same version.',
    'コンポーネント ストアを修復してください (reset-components -Check component-store -Force)。見つからない場合は、同じバージョンのメディアから上書きインストールします。'
    'answer.servicing-failure.2.do' = 'Mend what this installer works on (Task Scheduler, taskschd.msc - its service and damaged tasks; a name that ends in .inf - that driver), then try again. If it still fails, install Windows over itself from media of the same version.',
    'このインストーラーが扱う機能 (Task Scheduler なら taskschd.msc で、サービスと壊れたタスク。.inf で終わる名前なら、そのドライバー) を直してから、もう一度試してください。解決しない場合は、同じバージョンのメディアから上書きインストールします。'
    'answer.servicing-failure.3.do' = 'Remove the language pack {Language} (Settings > Time & language, ms-settings:regionlanguage), restart, install the update, and add the language again. DISM does not help first.',
    '言語パック {Language} を削除して再起動し ([設定] > [時刻と言語]、ms-settings:regionlanguage)、更新をインストールしてから、言語を追加し直してください。先に DISM を実行しても解決しません。'
    'answer.servicing-failure.4.do' = 'Restart the PC once. Where they stay so, install Windows over itself from media of the same version.',
    'PC を一度再起動してください。変わらない場合は、同じバージョンのメディアから上書きインストールします。'
    'answer.servicing-failure.5.do' = 'Behind an update server, have the administrator allow such files from Windows Update (policy for optional components). Otherwise try again later.',
    '組織の更新サーバーを使う PC では、Windows Update から取得できるよう管理者に依頼してください (オプション コンポーネントのポリシー)。それ以外の PC では、後で試してください。'
    'answer.servicing-failure.6' = 'Files of a feature or language could not be had from where this PC must look for them ({Codes}).',
    '機能または言語のファイルを、指定された取得元から入手できません ({Codes})。'
    'answer.servicing-failure.6.do' = 'Have the administrator allow such files from Windows Update (policy for optional components), or use media.',
    'Windows Update から取得できるよう管理者に依頼するか (オプション コンポーネントのポリシー)、メディアを使用してください。'
    'answer.servicing-failure.7.do' = 'Restart the PC and try once more. The codes below the list say which checks to follow.',
    'PC を再起動して、もう一度試してください。確認すべき項目は、一覧の下のエラー コードで分かります。'
    'answer.single-update.0' = 'Windows loads or installs this only for somebody who is signed in and may do so ({Codes}).',
    'サインイン中で、権限のあるユーザーだけが実行できる更新です ({Codes})。'
    'answer.single-update.0.do' = 'Sign in as an administrator and install it in Settings > Windows Update (ms-settings:windowsupdate).',
    '管理者としてサインインし、[設定] > [Windows Update] (ms-settings:windowsupdate) からインストールしてください。'
    'answer.single-update.1.do' = 'Run the repair script with -Check download-cache -Force, which has Windows store it anew; then search again.',
    '修復用スクリプトに -Check download-cache -Force を付けて実行し (データを作り直します)、もう一度更新を確認してください。'
    'answer.single-update.2.do' = 'Run the repair script with -Check component-store -Force (DISM, then SFC). If they fail as before, install Windows over itself from media of the same version.',
    '修復用スクリプトに -Check component-store -Force を付けて実行します (DISM、続いて SFC)。それでも失敗する場合は、同じバージョンのメディアから上書きインストールします。'
    'answer.single-update.3.do' = 'Restart the PC and search for updates again. Microsoft says that this error of this update can be ignored.',
    'PC を再起動し、もう一度更新を確認してください。この更新のこのエラーは無視できると Microsoft が案内しています。'
    'answer.single-update.4.do' = 'Nothing needs to be done. Where it disturbs, hide it with the tool wushowhide.diagcab of Microsoft.',
    '対処は不要です。表示が気になる場合は、Microsoft のツール wushowhide.diagcab で非表示にします。'
    'answer.single-update.5.do' = 'Leave it, since other updates go on, or enlarge the recovery partition by hand after a backup (aka.ms/winreresize).',
    'ほかの更新には影響しません。対処する場合は、バックアップ後に Microsoft の手順 (aka.ms/winreresize) で回復パーティションを拡張します。'
    'answer.single-update.6.do' = 'Make room on the Windows drive (Settings > System > Storage, ms-settings:storagesense), or plug in a USB drive of 16 GB where that one is small; then try again.',
    'Windows のドライブの空き容量を増やしてから ([設定] > [システム] > [記憶域]、ms-settings:storagesense)、もう一度試してください。ドライブの容量が小さい場合は、16 GB の USB メモリを接続する方法もあります。'
    'answer.single-update.7.do' = 'Connect the PC to power, have the BitLocker recovery key at hand, and take the firmware for this exact model from the page of the maker of the PC.',
    'PC を電源に接続し、BitLocker の回復キーを用意したうえで、PC メーカーのサポート サイト (NEC は 121ware、富士通は FMV サポートなど) から機種に合うファームウェアを入手してください。'
    'answer.single-update.8.do' = 'Take the driver from the page of the maker of the PC or device, for its exact model.',
    'PC やデバイスのメーカーのサイトから、機種に合うドライバーを入手してください。'
    'answer.single-update.9.do' = 'After what the other checks report, install it from the Microsoft Update Catalog: {Addresses}',
    'ほかのチェックの問題を解消してから、Microsoft Update カタログからインストールしてください：{Addresses}'
    'answer.single-update.10.do' = 'Look at the results of SetupDiag, then upgrade with installation media of the new version.',
    'SetupDiag の結果を確認し、新しいバージョンのインストール メディアでアップグレードしてください。'
    'answer.single-update.11.do' = 'Follow what "Failures of servicing (CBS)" and "Boot and recovery partitions" say. Where they name nothing, restart, try again, then install Windows over itself from media of the same version.',
    '「サービス処理 (CBS) の失敗」と「ブート パーティションと回復パーティション」の結果に従ってください。問題がなければ再起動して試し、失敗が続く場合は同じバージョンのメディアから上書きインストールします。'
    'answer.single-update.12.do' = 'Follow the checks of the clock, the internet connection, the proxy and the update server; then try again.',
    '時計、インターネット接続、プロキシ、更新サーバーのチェックに従って対処してから、もう一度試してください。'
    'answer.single-update.13.do' = 'Restart the PC and search for updates again.',
    'PC を再起動し、もう一度更新を確認してください。'
    'answer.single-update.14.do' = 'Open Windows Security (windowsdefender:) > Virus & threat protection > Protection updates and choose Check for updates.',
    '[Windows セキュリティ] (windowsdefender:) > [ウイルスと脅威の防止] > [保護の更新] で [更新プログラムのチェック] を選択してください。'
    'answer.setup-diag.0.do' = 'Act on what SetupDiag names, which learn.microsoft.com/windows/deployment/upgrade/setupdiag explains by rule, then upgrade again.',
    'SetupDiag が示した原因に対処してから (ルールの説明は learn.microsoft.com/windows/deployment/upgrade/setupdiag)、もう一度アップグレードしてください。'
    'answer.in-place-upgrade.0.do' = 'Wait, and do not go round the hold with media. learn.microsoft.com/windows/release-health tells which driver or app is the reason; update that one.',
    '保留が解除されるまで待ち、メディアで回避しないでください。原因のドライバーやアプリは learn.microsoft.com/windows/release-health で確認し、更新します。'
    'answer.user-profile.0.do' = 'Back up this folder. As another administrator, delete the account that is no longer used (SystemPropertiesAdvanced.exe > User Profiles), and upgrade.',
    'このフォルダーをバックアップし、別の管理者で、使わないほうのアカウントを削除してから (SystemPropertiesAdvanced.exe > [ユーザー プロファイル])、アップグレードしてください。'
    'service-security_lost' = 'The access list of the service {Service} keeps SYSTEM (SY) or administrators (BA) from querying (LC) or starting (RP) it: {Lost}.',
    'サービス {Service} のアクセス許可により、SYSTEM (SY) または管理者 (BA) が状態の照会 (LC) や開始 (RP) を行えません ({Lost})。'
    'service-security_unreadable' = 'The access list of the service {Service} could not be read.',
    'サービス {Service} のアクセス許可を読み取れません。'
    'service-start-type_disabled' = 'The service {Service} is disabled, so that it cannot be started when it is needed.',
    'サービス {Service} が無効になっているため、必要なときに起動できません。'
    'service-start-type_missing' = 'The service {Service} does not exist. No script brings it back, but installing Windows over itself from media does.',
    'この PC にはサービス {Service} がありません。スクリプトでは復元できず、メディアからの上書きインストールが必要です。'
    'service-start-type_unreadable' = 'The start type of the service {Service} could not be read.',
    'サービス {Service} のスタートアップの種類を読み取れません。'
    'update-failure_failed' = '{Failures} updates or searches failed last time they were tried, the newest at {Newest}: {Codes}.',
    '失敗したままの更新または検索が {Failures} 件あります (最新 {Newest}、エラー コード {Codes})。'
    'update-failure_no-store' = 'Windows has not made its store of downloads yet. It does so at the next search for updates.',
    'ダウンロード用のデータ ストアはまだ作成されていません。次に更新プログラムを検索するときに作成されます。'
    'update-failure_log-unreadable' = 'The event log of Windows Update could not be read.',
    'Windows Update のイベント ログを読み取れません。'
    'productTitle' = 'Windows Update',
    'Windows Update'
}
foreach ($key in $sentences.Keys) {
    $script:Messages['en'][$key], $script:Messages['ja'][$key] = $sentences[$key]
}

#endregion
#region Runtime

# {Name} stands for an entry of With; a time in UTC is told as clocks show it here. A missing sentence shows as its
# key: better than a gap.
function Get-Message {
    param([Parameter(Mandatory)] [string] $Key, [hashtable] $With = @{})
    $text = $script:Messages[$script:Language][$Key]
    if (-not $text) { return $Key }
    foreach ($name in $With.Keys) {
        $value = $With[$name] -join ((Get-Message -Key 'listJoin') -replace '{\w+}')
        if ($value -match '^\d{4}-\d\d-\d\dT[\d:]{8}Z$') {
            $value = ([datetime] $value).ToString((Get-Message -Key 'timeForm'), [cultureinfo]::InvariantCulture)
        }
        $text = $text.Replace("{$name}", $value)
    }
    $text
}

# Words for people go to the information stream: the pipeline holds results alone.
function Write-Line {
    [CmdletBinding()]
    param([string] $Text = '')
    Write-Information -MessageData $Text -InformationAction Continue
}

# Kept for the report, too. Who asked for Json or Csv gets it there alone, unless there will be no report.
function Write-Notice {
    param(
        [string] $Key,
        [hashtable] $With = @{},
        [string] $Text = (Get-Message -Key $Key -With $With),
        [switch] $Always
    )
    $script:Notices += @($Text)
    if ($Always -or $script:OutputFormat -in 'Text', 'Object') { Write-Line -Text $Text }
}

# Only where someone sees it: without a console each record would end up in the output of the caller.
function Write-Step {
    [CmdletBinding()]
    param(
        [string] $Text = ' ',
        [int] $Done = 0,
        [int] $Of = 0,
        [int] $Id = 1,
        [switch] $Complete,
        [bool] $IsSeen = [Environment]::UserInteractive -and -not [Console]::IsOutputRedirected
    )
    if (-not $IsSeen) { return }
    $splat = @{ Id = $Id; Activity = "Mendsheet $script:Product" }
    if ($Complete) { return Write-Progress @splat -Completed }
    $percent = if ($Of -gt 0) { [math]::Floor(100 * $Done / $Of) } else { -1 }
    Write-Progress @splat -Status $Text -PercentComplete $percent
}

# Enough to report a defect, and no stack trace.
function Write-Defect {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record)
    $with = @{
        Type = $Record.Exception.GetType().FullName
        Line = $Record.InvocationInfo.ScriptLineNumber
        Text = $Record.Exception.Message
    }
    Write-Notice -Key 'defect' -With $with -Always
}

# Reason is the key of one of the sentences of the check, which may name entries of Evidence.
function New-Finding {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes an object in memory.')]
    param(
        [Parameter(Mandatory)]
        [ValidateSet('Ok', 'Problem', 'Unknown', 'NotApplicable')]
        [string] $Status,
        [string] $Reason = '',
        [hashtable] $Evidence = @{},
        [string[]] $HResult = @()
    )
    [pscustomobject]@{
        Status   = $Status
        Reason   = $Reason
        Evidence = $Evidence
        HResult  = @($HResult | ForEach-Object { $_.ToUpperInvariant().Replace('0X', '0x') })
    }
}

function Test-OnWindows {
    # $IsWindows came with PowerShell 6; what is older runs on Windows alone.
    $PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows
}

# 0, or the exit code. The language mode comes first: in constrained language the other tests would fail.
function Get-StartCode {
    if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
        Write-Notice -Key 'languageMode' -Always
        return 15
    }
    if (-not (Test-OnWindows)) {
        Write-Notice -Key 'notWindows' -Always
        return 11
    }
    0
}

function Get-Account {
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList $identity
    [pscustomobject]@{
        Kind     = if ($identity.IsSystem) { 'system' } else { 'user' }
        Elevated = $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
    }
}

# Numbers and names that no language pack translates.
function Get-Machine {
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    # The variable of the process says x86 or AMD64 under emulation.
    $environment = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
    $processor = Get-RegistryValue -Path $environment -Name 'PROCESSOR_ARCHITECTURE'
    $installation = Get-RegistryValue -Path $version -Name 'InstallationType'
    $account = Get-Account
    [pscustomobject]@{
        Build        = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
        Revision     = [int] (Get-RegistryValue -Path $version -Name 'UBR')
        EditionId    = [string] (Get-RegistryValue -Path $version -Name 'EditionID')
        Kind         = if ($installation -eq 'Client') { 'client' } else { 'server' }
        Architecture = if ($processor -eq 'AMD64') { 'x64' } else { "$processor".ToLowerInvariant() }
        Account      = $account.Kind
        Elevated     = $account.Elevated
    }
}

# Nothing when the key or the value is missing.
function Get-RegistryValue {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name)
    if (-not (Test-Path -LiteralPath $Path)) { return }
    # Get-ItemProperty fails when any value of the key is malformed.
    $key = Get-Item -LiteralPath $Path
    try { $key.GetValue($Name) } finally { $key.Close() }
}

function Get-SubkeyName {
    param([Parameter(Mandatory)] [string] $Path)
    if (-not (Test-Path -LiteralPath $Path)) { return }
    Get-ChildItem -LiteralPath $Path | Select-Object -ExpandProperty PSChildName
}

# { Time (UTC), Id, Data = @{ name = text } }, newest first. The message is translated, and empty without its
# provider; fields are read by name (that of the disk has none), since their order differs between versions.
# Ids are unique per provider only.
function Get-EventRecord {
    param(
        [Parameter(Mandatory)] [string] $Log,
        [Parameter(Mandatory)] [string] $Provider,
        [Parameter(Mandatory)] [int[]] $Id,
        [Parameter(Mandatory)] [datetime] $Since
    )
    foreach ($record in Read-EventLog -Log $Log -Provider $Provider -Id $Id -Since $Since) {
        $document = [xml] $record.ToXml()
        $data = @{}
        foreach ($node in $document.SelectNodes('//*[local-name()="EventData"]/*[local-name()="Data"]')) {
            $data[$node.GetAttribute('Name')] += $node.InnerText
        }
        foreach ($node in $document.SelectNodes('//*[local-name()="UserData"]//*[not(*)]')) {
            $data[$node.LocalName] = $node.InnerText
        }
        [pscustomobject]@{ Time = $record.TimeCreated.ToUniversalTime(); Id = [int] $record.Id; Data = $data }
    }
}

# { LocalUtc, RemoteUtc, Status, Body } of a web server, the times UTC; nothing without an answer that carries a
# date. What looks like an answer may come from a portal or a cache: whoever sets a clock judges status and body.
# Plain HTTP, since a wrong clock breaks certificates; a redirection is an answer of its own.
function Get-WebDate {
    param([Parameter(Mandatory)] [string] $Url, [int] $TimeoutSeconds = 10)
    $request = [Net.WebRequest]::Create($Url)
    $request.Timeout = 1000 * $TimeoutSeconds
    $request.ReadWriteTimeout = 1000 * $TimeoutSeconds
    $request.AllowAutoRedirect = $false
    $request.Headers.Set('Cache-Control', 'no-cache')
    $response = $null
    try { $response = $request.GetResponse() }
    catch {
        $failure = $_.Exception
        while ($failure -and $failure -isnot [Net.WebException]) { $failure = $failure.InnerException }
        if ($failure) { $response = $failure.Response }
    }
    if (-not $response) { return }
    $local = [datetime]::UtcNow
    try {
        $buffer = New-Object -TypeName char[] -ArgumentList 1024
        $reader = New-Object -TypeName IO.StreamReader -ArgumentList $response.GetResponseStream()
        $null = $reader.ReadBlock($buffer, 0, $buffer.Length)
        $style = [Globalization.DateTimeStyles]::AdjustToUniversal
        $culture = [cultureinfo]::InvariantCulture
        $remote = [datetime]::ParseExact([string] $response.Headers['Date'], 'r', $culture, $style)
        [pscustomobject]@{
            LocalUtc  = $local
            RemoteUtc = [datetime]::SpecifyKind($remote, 'Utc')
            Status    = [int] $response.StatusCode
            Body      = (-join $buffer).Trim([char] 0, ' ', [char] 13, [char] 10)
        }
    }
    catch { Write-Verbose -Message "$Url $($_.Exception.GetType().Name)" }
    finally { $response.Dispose() }
}

# How far the clock is off, as two independent witnesses agree: { Offset (what to add; nothing without agreement),
# Reason, Floor, Answers }. A witness is "<url>#<status>+<body>", "+" for blanks: a server that answers otherwise,
# such as a portal, is none, and each belongs to another operator. No time before Windows was built or installed,
# or before the checklist was read last, can be right, nor one twenty years later.
function Get-ClockOffset {
    param([Parameter(Mandatory)] [string[]] $Witness, [Parameter(Mandatory)] [string] $Floor)
    $culture = [cultureinfo]::InvariantCulture
    $floorUtc = [datetime]::SpecifyKind([datetime]::ParseExact($Floor, 'yyyy-MM-dd', $culture), 'Utc')
    $kernel = Get-Item -LiteralPath "$env:SystemRoot\System32\ntoskrnl.exe" -ErrorAction SilentlyContinue
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $installed = Get-RegistryValue -Path $version -Name 'InstallDate'
    $dates = @(
        if ($kernel) { $kernel.LastWriteTimeUtc }
        if ($installed) { [DateTimeOffset]::FromUnixTimeSeconds($installed).UtcDateTime }
    )
    foreach ($date in $dates) { if ($date -gt $floorUtc) { $floorUtc = $date } }
    $result = [pscustomobject]@{ Offset = $null; Reason = 'no-witness'; Floor = $floorUtc; Answers = @() }
    $seen = @{}
    foreach ($one in $Witness) {
        $url, $status, $body = $one -replace '[#+]', ' ' -split ' ', 3
        $answer = Get-WebDate -Url $url -TimeoutSeconds 5
        if (-not $answer) { continue }
        $server = ([uri] $url).Host
        $result.Answers += "$server $($answer.Status) $($answer.RemoteUtc.ToString('s', $culture))Z"
        if ($answer.Status -ne $status -or $answer.Body -cne "$body") { continue }
        $isPossible = $answer.RemoteUtc -ge $floorUtc -and $answer.RemoteUtc -le $floorUtc.AddYears(20)
        if (-not $isPossible) {
            $result.Reason = 'impossible-time'
            continue
        }
        $seen[$server] = $answer.RemoteUtc - $answer.LocalUtc
    }
    # Those that agree within a minute.
    foreach ($first in $seen.Keys) {
        $same = @($seen.Values | Where-Object {
                ($_ - $seen[$first]).Duration().TotalSeconds -le 60
            })
        if ($same.Count -ge 2 -and 2 * $same.Count -gt $seen.Count) {
            $result.Offset = $seen[$first]
            $result.Reason = ''
            return $result
        }
    }
    if ($seen.Count -eq 1) { $result.Reason = 'one-witness' }
    if ($seen.Count -gt 1) { $result.Reason = 'witnesses-disagree' }
    $result
}

# How far the clock is off by a time server that Windows names itself; nothing without an answer. Of w32tm only the
# offset is read, which has a sign and a point in every language; its exit code says nothing.
function Get-SourceOffset {
    param([Parameter(Mandatory)] [string] $Server)
    $arguments = '/stripchart', "/computer:$Server", '/dataonly', '/samples:1'
    $splat = @{ Path = "$env:SystemRoot\System32\w32tm.exe"; ArgumentList = $arguments; TimeoutSeconds = 20 }
    $shape = '^\d\d:\d\d:\d\d, (?<Offset>[+-]\d+\.\d+)s$'
    $last = (Invoke-NativeTool @splat).Lines -match $shape | Select-Object -Last 1
    if ($last -match $shape) {
        [timespan]::FromSeconds([double]::Parse($Matches.Offset, [cultureinfo]::InvariantCulture))
    }
}

# Whom this PC belongs to: { Role (as Win32_ComputerSystem.DomainRole; -1: unknown), Domain, IsCloudJoined }.
function Get-Membership {
    $query = @{ ClassName = 'Win32_ComputerSystem'; OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    $computer = $null
    try { $computer = Invoke-WithLimit -Command 'Get-CimInstance' -Parameter $query -TimeoutSeconds 40 }
    catch { Write-Verbose -Message "$_" }
    $isMember = $computer -and $computer.DomainRole -notin 0, 2 -and $computer.PSObject.Properties['Domain']
    $joins = 'HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo'
    [pscustomobject]@{
        Role          = if ($computer) { [int] $computer.DomainRole } else { -1 }
        Domain        = if ($isMember) { $computer.Domain } else { '' }
        IsCloudJoined = [bool] (Get-SubkeyName -Path $joins)
    }
}

# Test-NetConnection has no time limit and pings first. All addresses are tried at once, each with a client of its
# own family: the one without a family is for IPv4 alone in Windows PowerShell.
function Test-TcpPort {
    param(
        [Parameter(Mandatory)] [string] $HostName,
        [Parameter(Mandatory)] [int] $Port,
        [int] $TimeoutSeconds = 5
    )
    $until = [datetime]::UtcNow.AddSeconds($TimeoutSeconds)
    $clients = @()
    try {
        $search = [Net.Dns]::GetHostAddressesAsync($HostName)
        if (-not $search.Wait(1000 * $TimeoutSeconds)) { return $false }
        $attempts = @(foreach ($address in $search.Result) {
                $client = New-Object -TypeName Net.Sockets.TcpClient -ArgumentList $address.AddressFamily
                $clients += $client
                $client.ConnectAsync($address, $Port)
            })
        while ($attempts.IsCompleted -contains $false -and [datetime]::UtcNow -lt $until) {
            if ($attempts.Status -contains 'RanToCompletion') { break }
            Start-Sleep -Milliseconds 50
        }
        $attempts.Status -contains 'RanToCompletion'
    }
    catch { $false }
    finally { foreach ($client in $clients) { $client.Dispose() } }
}

# Issuer of the certificate that answers for a server; nothing without one. Any is taken and only looked at, since
# who opens connections shows its own; nothing is sent. Windows PowerShell would offer TLS 1.0. Proxy: a setting.
function Get-TlsIssuer {
    param([Parameter(Mandatory)] [string] $HostName, [string] $Proxy, [int] $TimeoutSeconds = 10)
    $limit = 1000 * $TimeoutSeconds
    $name = $HostName
    $port = 443
    foreach ($one in Get-ProxyEndpoint -Server $Proxy | Select-Object -First 1) {
        $name = $one.Name
        $port = $one.Port
    }
    $client = $null
    $tls = $null
    try {
        $search = [Net.Dns]::GetHostAddressesAsync($name)
        if (-not $search.Wait($limit)) { return }
        foreach ($address in $search.Result | Select-Object -First 4) {
            if ($client) { $client.Dispose() }
            $client = New-Object -TypeName Net.Sockets.TcpClient -ArgumentList $address.AddressFamily
            $attempt = $client.ConnectAsync($address, $port)
            $null = [Threading.Tasks.Task]::WaitAny(@($attempt), $limit)
            if ($attempt.Status -eq 'RanToCompletion') { break }
        }
        $client.ReceiveTimeout = $client.SendTimeout = $limit
        $stream = $client.GetStream()
        if ($Proxy) {
            $end = "$([char] 13)$([char] 10)"
            $lines = "CONNECT ${HostName}:443 HTTP/1.1", "Host: ${HostName}:443", '', ''
            $bytes = [Text.Encoding]::ASCII.GetBytes($lines -join $end)
            $stream.Write($bytes, 0, $bytes.Length)
            $answer = ''
            while ($answer.Length -lt 8192 -and -not $answer.EndsWith("$end$end")) {
                $byte = $stream.ReadByte()
                if ($byte -lt 0) { return }
                $answer += [char] $byte
            }
            if ($answer -notmatch '\AHTTP/1\.\d 200') { return }
        }
        $any = [Net.Security.RemoteCertificateValidationCallback] { $true }
        $tls = New-Object -TypeName Net.Security.SslStream -ArgumentList $stream, $false, $any
        $tls.AuthenticateAsClient($HostName, $null, 'Tls12', $false)
        $tls.RemoteCertificate.Issuer
    }
    catch { Write-Verbose -Message "$HostName $($_.Exception.GetType().Name)" }
    finally {
        if ($tls) { $tls.Dispose() }
        if ($client) { $client.Dispose() }
    }
}

# { Bytes, Seconds } of the beginning of a file, within limits of both; nothing when nothing comes. It is not kept.
function Measure-Download {
    param(
        [Parameter(Mandatory)] [string] $Url,
        [Parameter(Mandatory)] [int] $Bytes,
        [int] $TimeoutSeconds = 30
    )
    $request = [Net.WebRequest]::Create($Url)
    $request.Timeout = 1000 * $TimeoutSeconds
    $request.ReadWriteTimeout = 1000 * $TimeoutSeconds
    $request.AllowAutoRedirect = $false
    $request.AddRange(0, $Bytes - 1)
    $buffer = New-Object -TypeName byte[] -ArgumentList 65536
    $received = 0
    $response = $null
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try {
        $response = $request.GetResponse()
        $stream = $response.GetResponseStream()
        do {
            $count = $stream.Read($buffer, 0, $buffer.Length)
            $received += $count
            Write-Step -Id 2 -Text "$received B" -Done $received -Of $Bytes
        } while ($count -gt 0 -and $received -lt $Bytes -and $clock.Elapsed.TotalSeconds -lt $TimeoutSeconds)
    }
    catch { Write-Verbose -Message "$Url $($_.Exception.GetType().Name)" }
    finally {
        # A server that knows no ranges would go on sending.
        $request.Abort()
        if ($response) { $response.Dispose() }
        Write-Step -Id 2 -Complete
    }
    if ($received -gt 0) { [pscustomobject]@{ Bytes = $received; Seconds = $clock.Elapsed.TotalSeconds } }
}

# The proxy servers of services as one text, nothing without, "?" when unreadable. Byte 8 holds flags (2: named
# proxy), 12 the length of the text at 16.
function Get-WinHttpProxy {
    $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'
    $bytes = @(Get-RegistryValue -Path $key -Name 'WinHttpSettings')
    if ($bytes.Count -eq 0) { return }
    if ($bytes.Count -lt 16 -or $bytes[0] -isnot [byte]) { return '?' }
    $bytes = [byte[]] $bytes
    if (-not ($bytes[8] -band 2)) { return }
    $length = [BitConverter]::ToInt32($bytes, 12)
    if ($length -lt 1 -or $length -gt $bytes.Count - 16) { return '?' }
    [Text.Encoding]::ASCII.GetString($bytes, 16, $length)
}

# { Protocol, Name, Port } of each server in "http=a;https=[2001:db8::1]:8080", "http://user@a:80/" or "::1".
function Get-ProxyEndpoint {
    param([string] $Server)
    $form = '^(?:(?<For>[a-z]+)=)?(?:[a-z0-9]+://)?(?:[^@/]*@)?(?:\[(?<Name>[0-9a-f:.]+(?:%\w+)?)\]|' +
    '(?<Name>[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*(?:%\w+)?)|(?<Name>[^][:/@]+))(?::(?<Port>[0-9]{1,5}))?(?:/|$)'
    foreach ($one in $Server -split '[;\s]+') {
        $match = [regex]::Match($one, $form, 'IgnoreCase, CultureInvariant')
        if (-not $match.Success) { continue }
        $port = if ($one -match '^(\w+=)?socks') { 1080 } else { 80 }
        if ($match.Groups['Port'].Success) { $port = [int] $match.Groups['Port'].Value }
        $for = $match.Groups['For'].Value.ToLowerInvariant()
        [pscustomobject]@{ Protocol = $for; Name = $match.Groups['Name'].Value; Port = $port }
    }
}

# Whether a server of a setting such as "http=a:80;https=b:8080" or "a:80" takes connections.
function Test-ProxyServer {
    param([Parameter(Mandatory)] [string] $Server)
    foreach ($one in Get-ProxyEndpoint -Server $Server) {
        if (Test-TcpPort -HostName $one.Name -Port $one.Port -TimeoutSeconds 3) { return $true }
    }
    $false
}

# A service that writes to a log has it open, so it is shared. The file in which time runs out is given as far as
# read. A cabinet is unpacked into a folder of its own, which is removed again; a large one is left out.
function Read-LogLine {
    param(
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Path,
        [Parameter(Mandatory)] [string] $Pattern,
        [Parameter(Mandatory)] [int] $TimeoutSeconds,
        [int] $Megabytes = 256
    )
    $wanted = New-Object -TypeName regex -ArgumentList $Pattern, 'Compiled'
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $found = @{}
    $unpacked = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath "log-$([guid]::NewGuid())"
    try {
        for ($at = $Path.Count - 1; $at -ge 0; $at--) {
            $left = $TimeoutSeconds - $clock.Elapsed.TotalSeconds
            if ($left -le 0) { break }
            $lines = New-Object -TypeName 'Collections.Generic.List[string]'
            $found[$at] = $lines
            $file = $Path[$at]
            if ($file -like '*.cab') {
                if ((Get-Item -LiteralPath $file).Length -gt 16MB) { continue }
                $null = [IO.Directory]::CreateDirectory($unpacked)
                $name = "$([IO.Path]::GetFileNameWithoutExtension($file)).log"
                $expand = @{
                    Path           = "$env:SystemRoot\System32\expand.exe"
                    ArgumentList   = $file, "-F:$name", $unpacked
                    TimeoutSeconds = [math]::Ceiling($left)
                }
                $null = Invoke-NativeTool @expand
                $file = [IO.Path]::Combine($unpacked, $name)
            }
            try {
                $mode = 'Open', 'Read', 'ReadWrite, Delete'
                $stream = New-Object -TypeName IO.FileStream -ArgumentList (@($file) + $mode)
            }
            catch [IO.IOException] { continue }
            if ($stream.Length -gt $Megabytes * 1MB) { $null = $stream.Seek(-$Megabytes * 1MB, 'End') }
            $reader = New-Object -TypeName IO.StreamReader -ArgumentList $stream
            try {
                $count = 0
                while ($null -ne ($line = $reader.ReadLine())) {
                    if ($wanted.IsMatch($line)) { $lines.Add($line) }
                    $count++
                    if ($count % 10000 -eq 0 -and $clock.Elapsed.TotalSeconds -ge $TimeoutSeconds) { break }
                }
            }
            finally { $reader.Dispose() }
        }
    }
    finally {
        if ([IO.Directory]::Exists($unpacked)) { [IO.Directory]::Delete($unpacked, $true) }
    }
    foreach ($at in $found.Keys | Sort-Object) { $found[$at] }
}

# "HRESULT = 0x...", "HR=0x...", "hr: 0x...", "[gle=0x...]", "failed 0x...", "status: 0x...", "Error = 0x70",
# "HRESULT_FROM_WIN32(14098)" or with a name. E_FAIL says no more than that something failed.
function Get-LogCode {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Line)
    $found = New-Object -TypeName 'Collections.Generic.List[string]'
    $forms = '(?<![\w@])0x([8C][0-9A-F]{7})\b|(?:error|gle|hr|hresult)(?: =|[=:]) ?0x0*([0-9A-F]{1,4})\b|' +
    'HRESULT_FROM_WIN32\((?:(\d{1,5})|ERROR_(\w+))\)'
    foreach ($text in $Line) {
        foreach ($match in [regex]::Matches($text, $forms, 'IgnoreCase')) {
            $code = $match.Groups[1].Value
            $name = $match.Groups[4].Value
            $number = if ($match.Groups[2].Value) { [Convert]::ToInt32($match.Groups[2].Value, 16) }
            elseif ($match.Groups[3].Value) { [int] $match.Groups[3].Value }
            if ($number) { $code = '8007{0:X4}' -f $number }
            elseif ($name) {
                $group = "(?m)^=(8007) ERROR_\r?\n(?:[^=\r\n].*\n)*?([0-9A-F]{4})\|$name\|"
                $row = [regex]::Match($script:ErrorCodes, $group)
                $code = $row.Groups[1].Value + $row.Groups[2].Value
            }
            $code = "0x$($code.ToUpperInvariant())"
            if ($code.Length -ne 10 -or $code -eq '0x80004005' -or $found.Contains($code)) { continue }
            $found.Add($code)
        }
    }
    $found
}

# Events as Windows gives them, newest first. Nothing else calls Get-WinEvent: it takes any DateTime for local
# time, while a text with its zone means the same in every zone and culture.
function Read-EventLog {
    param(
        [Parameter(Mandatory)] [string] $Log,
        [string] $Provider,
        [int[]] $Id,
        [Parameter(Mandatory)] [datetime] $Since,
        [int] $MaxEvents
    )
    $filter = @{ LogName = $Log; StartTime = $Since.ToUniversalTime().ToString('o') }
    if ($Provider) { $filter.ProviderName = $Provider }
    if ($Id) { $filter.Id = $Id }
    $query = @{ FilterHashtable = $filter; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
    if ($MaxEvents) { $query.MaxEvents = $MaxEvents }
    $failures = @()
    $records = @(Get-WinEvent @query)
    # An event whose message cannot be put together is a failure as well, beside the records.
    if ($records.Count -gt 0) { return $records }
    foreach ($failure in $failures) {
        if ($failure.FullyQualifiedErrorId -notlike 'NoMatchingEventsFound*') { throw $failure }
    }
}

# When this Windows was installed, in UTC. An upgrade is a new installation; a time to come counts for nothing.
function Get-InstallTime {
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $seconds = [int64] (Get-RegistryValue -Path $version -Name 'InstallDate')
    $time = [DateTimeOffset]::FromUnixTimeSeconds($seconds).UtcDateTime
    if ($time -le [datetime]::UtcNow) { $time } else { [datetime]::MinValue }
}

# One command line, as C programs split it: backslashes count before a quote only. 5.1 lacks ArgumentList.
function ConvertTo-ArgumentText {
    param([string[]] $ArgumentList)
    $quoted = foreach ($argument in $ArgumentList) {
        if ($argument -and $argument -notmatch '[\s"]') { $argument }
        else { '"' + ($argument -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"' }
    }
    $quoted -join ' '
}

# { ExitCode, TimedOut, Lines }. Both outputs are read meanwhile: a full pipe would stop the program. Closed input
# cannot wait for an answer.
function Invoke-NativeTool {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [string[]] $ArgumentList = @(),
        [int] $TimeoutSeconds = 60
    )
    $start = New-Object -TypeName Diagnostics.ProcessStartInfo
    $start.FileName = $Path
    $start.Arguments = ConvertTo-ArgumentText -ArgumentList $ArgumentList
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $name = Split-Path -Path $Path -Leaf
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $process = [Diagnostics.Process]::Start($start)
    try {
        $reading = [Threading.Tasks.Task[]] @(
            $process.StandardOutput.ReadToEndAsync()
            $process.StandardError.ReadToEndAsync()
        )
        $process.StandardInput.Close()
        while (-not $process.WaitForExit(1000) -and $clock.Elapsed.TotalSeconds -lt $TimeoutSeconds) {
            Write-Step -Id 2 -Text "$name $([int] $clock.Elapsed.TotalSeconds) s"
        }
        Write-Step -Id 2 -Complete
        $timedOut = -not $process.HasExited
        if ($timedOut) { $process.Kill() }
        # A program that it left behind may hold the pipes.
        $complete = [Threading.Tasks.Task]::WaitAll($reading, 5000)
        $lines = if ($complete) { $reading | ForEach-Object { $_.Result -split '\r?\n' } }
        [pscustomobject]@{
            ExitCode = if ($timedOut) { $null } else { $process.ExitCode }
            TimedOut = $timedOut
            Lines    = @(@($lines) -ne '')
        }
    }
    finally { $process.Dispose() }
}

# Stops what can be stopped, without waiting for it, and notes for the end that a thread may be left. The note is
# one of the process, since this may run in any of its runspaces.
function Save-HungCall {
    param([Parameter(Mandatory)] [PowerShell] $Shell)
    $null = $Shell.BeginStop($null, $null)
    [AppDomain]::CurrentDomain.SetData('Mendsheet.HungCall', $true)
}

# For commands without a time limit that can hang where Windows is broken. Left behind when it takes too long; what
# it throws is thrown here.
function Invoke-WithLimit {
    param(
        [Parameter(Mandatory)] [string] $Command,
        [hashtable] $Parameter = @{},
        [Parameter(Mandatory)] [int] $TimeoutSeconds
    )
    $shell = [PowerShell]::Create()
    $null = $shell.AddCommand($Command).AddParameters($Parameter)
    $pending = $shell.BeginInvoke()
    foreach ($second in 1..$TimeoutSeconds) {
        if ($pending.AsyncWaitHandle.WaitOne(1000)) { break }
        if ($second -gt 2) { Write-Step -Id 2 -Text "$Command $second s" }
    }
    Write-Step -Id 2 -Complete
    if (-not $pending.IsCompleted) {
        Save-HungCall -Shell $shell
        throw (New-Object -TypeName TimeoutException -ArgumentList "$Command $TimeoutSeconds s")
    }
    try { $shell.EndInvoke($pending) }
    catch { throw $_.Exception.GetBaseException() }
    finally { $shell.Dispose() }
}

# Healthy, Repairable or NonRepairable, as servicing has noted. CheckHealth changes nothing.
function Get-ImageHealth {
    $parameter = @{ Online = $true; CheckHealth = $true; ErrorAction = 'Stop' }
    $image = Invoke-WithLimit -Command 'Repair-WindowsImage' -Parameter $parameter -TimeoutSeconds 180
    [string] $image.ImageHealthState
}

# Whose proxy it may be when it does not answer: an organisation's whose network this PC is not in now, as a text;
# nothing when it is nobody's, or when it is gone although the network is there.
function Get-ProxyOwner {
    param([Parameter(Mandatory)] [string] $Server)
    $settings = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'
    $policies = $settings.Replace('Microsoft\', 'Policies\Microsoft\')
    $owner = @(
        $membership = Get-Membership
        if ($membership.Domain) { $membership.Domain }
        if ($membership.IsCloudJoined) { 'Microsoft Entra' }
        if ($membership.Role -lt 0) { '?' }
        foreach ($key in "HKLM:\$policies", "HKCU:\$policies", "HKLM:\$settings", "HKCU:\$settings") {
            if (Get-RegistryValue -Path $key -Name 'AutoConfigURL') { 'AutoConfigURL' }
            if ($key -like '*Policies*' -and (Get-RegistryValue -Path $key -Name 'ProxyServer')) { 'ProxyServer' }
        }
    )
    if (-not $owner) { return }
    $named = $false
    foreach ($one in Get-ProxyEndpoint -Server $Server) {
        $address = $null
        $found = [ipaddress]::TryParse($one.Name, [ref] $address) -or
        (Resolve-DnsName -Name $one.Name -QuickTimeout -ErrorAction SilentlyContinue)
        if ($found) { $named = $true }
    }
    # Port 389: a controller of the domain answers, so this is its network.
    $isHome = $named -and $membership.Domain -and
    (Test-TcpPort -HostName $membership.Domain -Port 389 -TimeoutSeconds 3)
    if (-not $isHome) { ($owner | Select-Object -Unique) -join ', ' }
}

# What Windows servicing keeps for the next start, one text each; the one judge for guard and checks. The presence
# of a key counts, not its content.
function Get-RestartCause {
    $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
    foreach ($name in 'RebootPending', 'RebootInProgress', 'PackagesPending') {
        if (Test-Path -LiteralPath "$servicing\$name") { "Servicing $name" }
    }
    if (Get-RegistryValue -Path "$servicing\SessionsPending" -Name 'Exclusive') { 'Servicing session' }
    $updates = 'HKLM:\SOFTWARE\Microsoft\Updates'
    if (Get-RegistryValue -Path $updates -Name 'UpdateExeVolatile') { 'Update installer' }
    # Browsers and security software rename files at restart all the time. Those of servicing come from here.
    $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
    foreach ($name in 'PendingFileRenameOperations', 'PendingFileRenameOperations2') {
        $owned = @(Get-RegistryValue -Path $manager -Name $name) -match '\\WinSxS\\Temp\\PendingRenames\\'
        if ($owned) { return 'Servicing file renames' }
    }
}

# What Setup and SetupDiag left of the last upgrade: { State, Rule, Details, Time, BoxResult, HasEnded }. State is
# Failed, Ended (by the code alone), Succeeded, NoMatch, Unreadable, Older, Undated or None.
function Get-SetupResult {
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [int] $Days)
    $setup = 'HKLM:\SYSTEM\Setup'
    $names = 'ProfileName', 'FailureDetails', 'FailureData', 'DateTime'
    $found = @{}
    # Lasts until the next restart: of a run by hand, and of Setup itself.
    $box = '0x{0:X8}' -f [int] (Get-RegistryValue -Path "$setup\MoSetup\Volatile" -Name 'BoxResult')
    # An upgrade that succeeds is a new installation and leaves older results where they were.
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $installed = Get-InstallTime
    if ($installed -gt $since) { $since = $installed }
    # 0xC1900210: a scan for compatibility that found nothing.
    $hasEnded = $box -match '^0x[8C]' -and $box -ne '0xC1900210'
    $result = @{ State = 'None'; Rule = ''; Details = ''; Time = $null; BoxResult = $box; HasEnded = $hasEnded }
    foreach ($key in "$setup\MoSetup\Volatile\SetupDiag", "$setup\SetupDiag\Results") {
        foreach ($name in $names) { $found[$name] = [string] (Get-RegistryValue -Path $key -Name $name) }
        # Each country writes it otherwise. Where the dates that it can mean differ, only a volatile one is taken.
        $digits = ($found.DateTime -split '[T ]')[0] -replace '[./]', '-'
        $dates = @('yyyy-M-d', 'M-d-yyyy', 'd-M-yyyy' | ForEach-Object {
                $day = [datetime]::MinValue
                $null = [datetime]::TryParseExact($digits, $_, [cultureinfo]::InvariantCulture, 'None', [ref] $day)
                if ($day.Year -ge 2015 -and $day -lt [datetime]::UtcNow.AddDays(2)) { $day }
            })
        $old = @($dates -lt $since.AddDays(-1))
        $isOld = $dates -and $old.Count -eq $dates.Count
        $isOpen = ($old -or -not $dates) -and $key -notlike '*Volatile*'
        if ($found.ProfileName -and ($isOld -or $isOpen)) {
            $result['State'] = if ($isOld) { 'Older' } else { 'Undated' }
            $result['Rule'], $result['Time'] = $found.ProfileName, $found.DateTime
            $found = @{ ProfileName = '' }
        }
        if ($found.ProfileName) { break }
    }
    $path = "$env:SystemRoot\Logs\SetupDiag\SetupDiagResults.xml"
    $file = Get-Item -LiteralPath $path -ErrorAction SilentlyContinue
    if (-not $found.ProfileName -and $file) {
        $result['Time'] = $file.LastWriteTimeUtc.ToString('s') + 'Z'
        $result['State'] = 'Older'
        if ($file.LastWriteTimeUtc -ge $since) {
            # Some KB in reality. Its text is English in every Windows.
            $text = if ($file.Length -lt 4000000) { [string] (Get-Content -LiteralPath $path -Raw) } else { '' }
            foreach ($name in $names) {
                $parts = [regex]::Matches($text, "(?s)<$name>(.*?)</$name>")
                $found[$name] = "$($parts | ForEach-Object { $_.Groups[1].Value.Trim() })"
            }
            $result['State'] = 'Unreadable'
        }
    }
    $rule = "$($found['ProfileName'])".Trim()
    # SetupDiag writes a rule after a success too, and where nothing fits.
    if ($rule -and $rule -notin 'FindSuccessfulUpgrade', 'No Match Found') {
        $result['State'] = 'Failed'
        $result['Rule'] = $rule
        $result['Details'] = ("$($found.FailureDetails) $($found.FailureData)" -replace '\s+', ' ').Trim()
    }
    elseif ($hasEnded) { $result['State'] = 'Ended' }
    elseif ($rule) { $result['State'] = if ($rule -eq 'No Match Found') { 'NoMatch' } else { 'Succeeded' } }
    $result
}

# Setup, SetupDiag and the event log are asked, so that no two checks differ. Provider writes event 20 with a title
# for what failed to install.
function Test-FailedUpgrade {
    param([Parameter(Mandatory)] [int] $Days, [Parameter(Mandatory)] [string] $Provider)
    $result = Get-SetupResult -Days $Days
    if ($result.State -in 'Failed', 'Ended', 'Unreadable') { return $true }
    if ($result.State -eq 'Succeeded') { return $false }
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    try { $open = @(Get-OpenFailure -Provider $Provider -Since $since) } catch { return $false }
    # Codes of Setup, or the name of a version without the number that every other update has.
    [bool] ($open | Where-Object {
            $_.Kind -eq 'install' -and
            ($_.Code -match '^0xC19' -or $_.Title -match '^(?!.*KB\d{6}).*\b\d\dH\d\b')
        })
}

# By the service that delivers it, or by the product that its title begins with, also inside a sentence.
function Test-StoreApp {
    param(
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Service,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Title
    )
    $stores = '855E8A7C-ECB4-4CA3-B045-1DFA50104289', '117CAB2D-82B1-4B5A-A08C-4D62DBEE7782'
    $Service.Trim('{}') -in $stores -or $Title -cmatch '^[0-9A-Z]{12}-|[\s:]9[0-9A-Z]{11}-'
}

# What a later success settles too: the number that definitions keep, or the title without month, number and build
# where each month brings another. Empty for an empty title.
function Get-UpdateSubject {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Title)
    if ($Title -match '^\d{4}-\d\d ') { ($Title -replace '^\S+ |\((KB\d+|[\d.]+)\)').Trim(' .') }
    elseif ($Title -match 'KB\d{6,8}') { $Matches[0] }
    else { $Title }
}

# What a person cancelled (WU_E_CALL_CANCELLED, ERROR_CANCELLED) has not failed.
function Test-FailureCode {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Code)
    $Code -match '\A0x[89A-F][0-9A-F]{7}\z' -and $Code -notin '0x8024000B', '0x800704C7'
}

# { Kind, Time (UTC), Code, Title, Service } of what failed when it was last tried: no later success, replacement
# or new installation has settled it, and it is no app of the Store. Kind is install, remove, scan or load.
function Get-OpenFailure {
    param(
        [Parameter(Mandatory)] [string] $Provider,
        [Parameter(Mandatory)] [datetime] $Since,
        [string[]] $Code = '*'
    )
    $query = @{ Provider = $Provider; Since = $Since }
    $records = @(
        Get-EventRecord -Log 'System' -Id 19, 20, 23, 24 @query
        Get-EventRecord -Log "$Provider/Operational" -Id 25, 26, 31, 41 @query
    ) | Sort-Object -Property Time
    $isApp = { Test-StoreApp -Service $_.Data['serviceGuid'] -Title $_.Data['updateTitle'] }
    # Where one of its events names neither service nor title, the id tells an app from the Store.
    $apps = @($records | Where-Object $isApp | ForEach-Object { $_.Data['updateGuid'] } | Where-Object { $_ })
    $records = $records | Where-Object { $_.Data['updateGuid'] -notin $apps } | Where-Object { -not (& $isApp) }
    $kinds = @{
        19 = 'install'; 20 = 'install'; 23 = 'remove'; 24 = 'remove'
        25 = 'scan'; 26 = 'scan'; 31 = 'load'; 41 = 'load'
    }
    $open = @{}
    foreach ($record in $records) {
        $service = ([string] $record.Data['serviceGuid']).Trim('{}')
        $kind = $kinds[$record.Id]
        $subject = if ($kind -eq 'scan') { $service } else { $record.Data['updateGuid'] }
        # 24 has its title in a list of one.
        $title = "$($record.Data['updateTitle'])$($record.Data['updatelist'])" -replace '^[\s-]+'
        $like = if ($kind -eq 'install') { Get-UpdateSubject -Title $title }
        $value = '0x' + ([string] $record.Data['errorCode'] -replace '^0x').ToUpperInvariant()
        if ($record.Id -in 19, 23, 26, 41) {
            # What is installed was downloaded, and settles what it replaces.
            foreach ($key in @($open.Keys)) {
                if ($key -eq "$kind $subject" -or ($kind -eq 'install' -and $key -eq "load $subject") -or
                    ($like -and $open[$key].Like -eq $like)) { $open.Remove($key) }
            }
        }
        elseif (Test-FailureCode -Code $value) {
            $open["$kind $subject"] = [pscustomobject]@{
                Kind = $kind; Time = $record.Time; Code = $value; Title = $title; Service = $service; Like = $like
            }
        }
    }
    $open.Values | Where-Object { $value = $_.Code; @($Code | Where-Object { $value -like $_ }) } |
        Where-Object { -not (Test-SettledUpdate -Title $_.Title -Time $_.Time) } |
        Sort-Object -Property Time -Descending
}

# Whether Windows shows that an update which failed (UTC) is installed or replaced, although no event says so.
function Test-SettledUpdate {
    param([string] $Title, [Parameter(Mandatory)] [datetime] $Time)
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $build, $revision, $name = 'CurrentBuildNumber', 'UBR', 'DisplayVersion' |
        ForEach-Object { Get-RegistryValue -Path $version -Name $_ }
    if ((Get-InstallTime) -gt $Time) { return $true }
    if ($Title -match '\((\d{5})\.(\d{1,5})\)') {
        # 64: it counts, and stays unpacked.
        $store = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
        $held = Get-SubkeyName -Path $store | Where-Object { $_ -like "*.$($Matches[2]).*" } |
            Where-Object { (Get-RegistryValue -Path "$store\$_" -Name 'CurrentState') -eq 64 }
        return -not $held -and [int] $build -ge $Matches[1] -and [int] $revision -ge $Matches[2]
    }
    if ($Title -notmatch 'KB\d{6,8}') { return $false }
    $query = @{ ClassName = 'Win32_QuickFixEngineering'; Filter = "HotFixID = '$($Matches[0])'" }
    if ($Title -match '\b(\d\dH\d)\b' -and $Matches[1] -lt $name) { return $true }
    if (Get-CimInstance @query -OperationTimeoutSec 60 -ErrorAction SilentlyContinue) { return $true }
    # Those of .NET are others.
    $latest = if ($Title -match '^(?!.*\.NET).*(umulati|\u7d2f\u7a4d)') { Get-LastRollupTime }
    $latest -gt $Time
}

# Each cumulative update leaves a package with its time; 112 is the state "installed".
function Get-LastRollupTime {
    $packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    $installed = @(Get-SubkeyName -Path $packages | Where-Object {
            $_ -like 'Package_for_RollupFix~*' -and
            (Get-RegistryValue -Path "$packages\$_" -Name 'CurrentState') -eq 112
        })
    $newest = $installed |
        ForEach-Object { Get-RegistryValue -Path "$packages\$_" -Name 'InstallTimeHigh' } |
        Sort-Object -Descending | Select-Object -First 1
    # The upper half of the file time is exact to seven minutes.
    if ($newest) { [datetime]::FromFileTimeUtc([long] $newest * 4294967296) }
}

# A group policy names a server and says apart that it is used; the address of an MDM says both.
function Get-UpdateServer {
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $address = [string] (Get-RegistryValue -Path $policy -Name 'WUServer')
    $isUsed = (Get-RegistryValue -Path "$policy\AU" -Name 'UseWUServer') -eq 1
    if (-not $isUsed -or -not $address) {
        $mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
        $named = [string] (Get-RegistryValue -Path $mobile -Name 'UpdateServiceUrl')
        if ($named) { return [pscustomobject] @{ Address = $named; IsUsed = $true } }
    }
    [pscustomobject] @{ Address = $address; IsUsed = $isUsed }
}

function Get-HostsLine {
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [string[]] $Domain)
    $key = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
    $folder = Get-RegistryValue -Path $key -Name 'DataBasePath'
    if (-not $folder) { $folder = Join-Path -Path $env:SystemRoot -ChildPath 'System32\drivers\etc' }
    $path = Join-Path -Path $folder -ChildPath 'hosts'
    $result = @{ File = $path; Lines = @() }
    if (-not (Test-Path -LiteralPath $path)) { return $result }
    # An address, any names, then a domain or a name in it. Both forms of i are written out, since in Turkish they
    # differ.
    $names = ($Domain | ForEach-Object { $_.Replace('.', '\.').Replace('i', '[iI]') }) -join '|'
    $pattern = '^\s*[0-9a-fA-F:.]+\s(?:[^#]*[\s.])?(?:' + $names + ')(?=[\s#]|$)'
    try {
        $found = @(Select-String -LiteralPath $path -Pattern $pattern -ErrorAction Stop)
        $result['Lines'] = @($found | ForEach-Object { $_.Line.Trim() })
    }
    catch { $result['Lines'] = $null }
    $result
}

# In SDDL, which no language of Windows translates; nothing when it cannot be read. sc.exe shows it to those whom
# the list itself lets read it, the registry to every administrator.
function Get-ServiceSecurity {
    param([Parameter(Mandatory)] [string] $Name)
    $splat = @{ Path = "$env:SystemRoot\System32\sc.exe"; ArgumentList = 'sdshow', $Name; TimeoutSeconds = 30 }
    $answer = Invoke-NativeTool @splat
    if ($answer.ExitCode -eq 0 -and -not $answer.TimedOut) {
        return $answer.Lines | ForEach-Object { $_.Trim() } |
            Where-Object { $_ -cmatch '\AD:[A-Za-z0-9:;()-]+\z' } | Select-Object -First 1
    }
    $key = "HKLM:\SYSTEM\CurrentControlSet\Services\$Name\Security"
    $descriptor = Get-RegistryValue -Path $key -Name 'Security'
    if ($descriptor) { ConvertTo-DaclText -Descriptor $descriptor }
}

# Which rights to query (LC) and start (RP) a service SYSTEM (SY) and administrators (BA) lack, as "SY:RP". Rights
# stand as pairs of letters or as a number.
function Get-LostServiceRight {
    param([Parameter(Mandatory)] [string] $Sddl)
    $entries = @(($Sddl -creplace 'S:.*$') -split '[()]' | Where-Object { $_ -clike '*;*' })
    foreach ($who in 'SY', 'BA') {
        $groups = if ($who -eq 'SY') { 'SY', 'BA', 'AU', 'WD' } else { 'BA', 'AU', 'WD' }
        $found = @{ 'A:LC' = 0; 'A:RP' = 0; 'D:LC' = 0; 'D:RP' = 0 }
        foreach ($entry in $entries) {
            $type, $null, $rights, $null, $null, $trustee = $entry -split ';'
            if ($trustee -cnotin $groups) { continue }
            $pairs = @($rights -split '(..)' -ne '')
            $mask = if ($rights -clike '0x*') { [Convert]::ToInt64($rights, 16) } else { 0 }
            # GA, FA and KA hold both; GR is to read, GX is to start and stop.
            $all = ($mask -band 0x10000000) -or ($pairs | Where-Object { $_ -cin 'GA', 'FA', 'KA' })
            if ($all -or ($mask -band 0x80000004) -or $pairs -ccontains 'LC' -or $pairs -ccontains 'GR') {
                $found["${type}:LC"]++
            }
            if ($all -or ($mask -band 0x20000010) -or $pairs -ccontains 'RP' -or $pairs -ccontains 'GX') {
                $found["${type}:RP"]++
            }
        }
        foreach ($right in 'LC', 'RP') {
            if ($found["D:$right"] -or -not $found["A:$right"]) { "${who}:$right" }
        }
    }
}

# The access list of a security descriptor in bytes, as SDDL with numbers for the rights; nothing where it has
# entries of other kinds than "allow" and "deny".
function ConvertTo-DaclText {
    param([Parameter(Mandatory)] [byte[]] $Descriptor)
    $names = @{ 'S-1-1-0' = 'WD'; 'S-1-5-4' = 'IU'; 'S-1-5-11' = 'AU'; 'S-1-5-18' = 'SY'; 'S-1-5-32-544' = 'BA' }
    $at = [BitConverter]::ToInt32($Descriptor, 16)
    $text = 'D:'
    for ($left = [BitConverter]::ToUInt16($Descriptor, $at + 4); $left -gt 0; $left--) {
        # Behind the head of the list, or behind the entry before.
        $at += if ($text -eq 'D:') { 8 } else { [BitConverter]::ToUInt16($Descriptor, $at + 2) }
        if ($at -eq 8 -or $Descriptor[$at] -gt 1) { return }
        $head = ('A', 'D')[$Descriptor[$at]] + ';' + ('', 'CI')[($Descriptor[$at + 1] -band 2) / 2]
        $who = "S-1-$($Descriptor[$at + 15])"
        for ($part = 1; $part -le $Descriptor[$at + 9]; $part++) {
            $who += '-' + [BitConverter]::ToUInt32($Descriptor, $at + 12 + 4 * $part)
        }
        if ($names.ContainsKey($who)) { $who = $names[$who] }
        $text += '({0};0x{1:x};;;{2})' -f $head, [BitConverter]::ToUInt32($Descriptor, $at + 4), $who
    }
    $text
}

# A 32-bit host sees other system folders and another registry. For it: how the 64-bit PowerShell runs this script.
function Get-RelaunchArgument {
    param(
        [Parameter(Mandatory)] [Collections.IDictionary] $Bound,
        [bool] $IsNative = [Environment]::Is64BitProcess -or -not [Environment]::Is64BitOperatingSystem
    )
    if ($IsNative) { return }
    $script:NativeShell = "$env:SystemRoot\Sysnative\WindowsPowerShell\v1.0\powershell.exe"
    '-NoProfile'
    '-File'
    $PSCommandPath
    foreach ($name in $Bound.Keys) {
        $value = $Bound[$name]
        if ($value -is [switch] -or $value -is [bool]) {
            if ($value) { "-$name" }
            continue
        }
        # No path or id holds a quote; a backslash at the end would swallow the closing one.
        $text = (@($value) -join ',').Replace('"', '').TrimEnd('\')
        if (-not $text) { continue }
        "-$name"
        $text
    }
}

# A list with commas, in ids of now.
function Get-CheckId {
    param([string[]] $Id)
    foreach ($each in @($Id) -split ',' -replace '^\s+|\s+$' -ne '') {
        $row = $script:Checks | Where-Object { $each -in $_['Formerly'] }
        if ($row) { $row.Id } else { $each }
    }
}

# Says what does not make sense.
function Test-Selection {
    param([string[]] $Check, [string[]] $Skip, [string] $OutputPath)
    $known = @($script:Checks | ForEach-Object { $_.Id })
    $wrong = @(Get-CheckId -Id (@($Check) + $Skip) | Where-Object { $_ -notin $known })
    if ($wrong) {
        Write-Notice -Key 'unknownCheck' -With @{ Wrong = $wrong; Known = $known } -Always
        return $false
    }
    # A share is looked at when the report is written: one that is away keeps nobody from repairing.
    if (-not $OutputPath -or $OutputPath -like '\\*') { return $true }
    $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    $folder = if (Test-Path -LiteralPath $file -PathType Container) { $file } else { Split-Path -Path $file }
    if (-not (Test-Path -LiteralPath $folder)) {
        Write-Notice -Key 'badOutputPath' -With @{ Path = $OutputPath } -Always
        return $false
    }
    $true
}

# In the order of the table.
function Select-Check {
    param([string[]] $Check, [string[]] $Skip)
    $wanted = @(Get-CheckId -Id $Check)
    $except = @(Get-CheckId -Id $Skip)
    if (-not $wanted) { $wanted = $script:DefaultChecks }
    $script:Checks | Where-Object { $_.Id -in $wanted -and $_.Id -notin $except }
}

function Write-CheckList {
    $list = @(foreach ($row in $script:Checks) {
            [pscustomobject]@{
                Item       = $row.Item
                Id         = $row.Id
                Title      = Get-Message -Key "title.$($row.Id)"
                Risk       = $row.Risk
                Minutes    = $row.Minutes
                Restart    = $row.Restart
                Repairable = $row.Repairable
                Default    = $row.Id -in $script:DefaultChecks
            }
        })
    switch ($script:OutputFormat) {
        'Object' { $list }
        'Json' { ConvertTo-JsonText -InputObject $list }
        'Csv' { $list | ConvertTo-Csv -NoTypeInformation }
        default {
            $width = ($list | ForEach-Object { $_.Id.Length } | Measure-Object -Maximum).Maximum
            $form = "{0,4}  {1,-$width}  {3,-7} {4,7} {5,-8} {6,-11} {7,-8} {2}"
            Write-Line -Text ($form -f @($list[0].PSObject.Properties | ForEach-Object { $_.Name }))
            foreach ($entry in $list) {
                Write-Line -Text ($form -f @($entry.PSObject.Properties | ForEach-Object { $_.Value }))
            }
        }
    }
}

# "applies", or the key of the sentence that says why not.
function Test-Applicability {
    param([Parameter(Mandatory)] [hashtable] $Where, [Parameter(Mandatory)] [psobject] $Machine)
    if ($Machine.Build -lt $Where.MinBuild) { return 'notThisBuild' }
    if ($Where.MaxBuild -gt 0 -and $Machine.Build -gt $Where.MaxBuild) { return 'notThisBuild' }
    if ($Where.Kind -and $Machine.Kind -notin $Where.Kind) { return 'notThisKind' }
    if ($Where.EditionIds -and $Machine.EditionId -notin $Where.EditionIds) { return 'notThisEdition' }
    if ($Where.Architecture -and $Machine.Architecture -notin $Where.Architecture) { return 'notThisArchitecture' }
    if ($Where.Account -and $Machine.Account -notin $Where.Account) { return 'notThisAccount' }
    'applies'
}

# A second runspace for what may never return: this script, dot-sourced from the text that is parsed already, so
# that it costs a few milliseconds once. Outputs nothing where it would have a restricted language.
function Open-Worker {
    $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
    $worker = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($Host, $state)
    $worker.ThreadOptions = 'ReuseThread'
    $worker.Open()
    if ("$($worker.SessionStateProxy.LanguageMode)" -ne 'FullLanguage') { return $worker.Dispose() }
    $text = ${function:Open-Worker}.Ast
    while ($text.Parent) { $text = $text.Parent }
    $names = 'Given', 'Language', 'OutputFormat', 'Recording'
    $values = @(Get-Variable -Scope Script | Where-Object -Property Name -In $names)
    $load = {
        param($text, $values)
        . $text.GetScriptBlock()
        foreach ($value in $values) { Set-Variable -Scope Global -Name $value.Name -Value $value.Value }
    }
    $shell = [PowerShell]::Create()
    $shell.Runspace = $worker
    $null = $shell.AddScript("$load").AddArgument($text).AddArgument($values).Invoke()
    $shell.Dispose()
    $worker
}

# Outputs what a detection outputs, and what it throws as an error record. One that takes too long is left behind
# with its runspace, since what hangs in Windows cannot be stopped.
function Invoke-TestWithLimit {
    param([Parameter(Mandatory)] [scriptblock] $Test, [Parameter(Mandatory)] [int] $TimeoutSeconds)
    $isOpen = (Test-Path -Path variable:script:Worker) -and $script:Worker
    if (-not $isOpen) { $script:Worker = Open-Worker }
    if (-not $script:Worker) {
        try { return & $Test }
        catch { return $_ }
    }
    $shell = [PowerShell]::Create()
    $shell.Runspace = $script:Worker
    $null = $shell.AddScript('try { & $args[0].GetScriptBlock() } catch { $_ }').AddArgument($Test.Ast)
    $pending = $shell.BeginInvoke()
    $clock = [Diagnostics.Stopwatch]::StartNew()
    # In short waits, so that Ctrl+C ends it.
    while (-not $pending.AsyncWaitHandle.WaitOne(250) -and $clock.Elapsed.TotalSeconds -lt $TimeoutSeconds) { }
    if ($pending.IsCompleted) {
        try { return $shell.EndInvoke($pending) }
        finally { $shell.Dispose() }
    }
    $script:Worker = $null
    Save-HungCall -Shell $shell
    throw (New-Object -TypeName TimeoutException -ArgumentList "$TimeoutSeconds s")
}

# What it cannot read or did not foresee is an Unknown finding with a reason, never a crash; nor does one that
# never returns hold up the others.
function Invoke-Detection {
    param([Parameter(Mandatory)] [hashtable] $Row, [Parameter(Mandatory)] [psobject] $Machine)
    $applies = Test-Applicability -Where $Row -Machine $Machine
    if ($applies -ne 'applies') { return New-Finding -Status 'NotApplicable' -Reason $applies }
    if ('network-tests' -in $Row.Needs -and -not $script:IncludeNetworkTests) {
        return New-Finding -Status 'NotApplicable' -Reason 'networkTestsOff'
    }
    try { $found = @(Invoke-TestWithLimit -Test $Row.Test -TimeoutSeconds $Row.Limit) }
    catch [TimeoutException] {
        return New-Finding -Status 'Unknown' -Reason 'timedOut' -Evidence @{ LimitSeconds = $Row.Limit }
    }
    $failure = $found | Where-Object { $_ -is [Management.Automation.ErrorRecord] } |
        Select-Object -First 1
    if ($failure) {
        $cause = $failure.Exception.GetBaseException()
        $denied = $cause -is [UnauthorizedAccessException] -or $cause -is [Security.SecurityException]
        # E_ACCESSDENIED, WBEM_E_ACCESS_DENIED and ERROR_ELEVATION_REQUIRED, as CIM, COM and DISM say it.
        if ($cause.HResult -in -2147024891, -2147217405, -2147024156) { $denied = $true }
        $line = $failure.InvocationInfo.ScriptLineNumber
        $evidence = @{ ErrorType = $cause.GetType().FullName; ErrorLine = $line }
        $reason = if ($denied) { 'accessDenied' } else { 'detectThrew' }
        return New-Finding -Status 'Unknown' -Reason $reason -Evidence $evidence
    }
    $findings = @($found | Where-Object { $_ -and $_.PSObject.Properties['Status'] })
    if ($findings.Count -eq 1) { return $findings[0] }
    New-Finding -Status 'Unknown' -Reason 'noFinding' -Evidence @{ Findings = $findings.Count }
}

# The check's own sentence, or else one of the runtime.
function Get-ReasonText {
    param([string] $Words, [string] $Reason, [hashtable] $Evidence = @{})
    if (-not $Reason) { return '' }
    $own = "${Words}_$Reason"
    $key = if ($script:Messages[$script:Language].ContainsKey($own)) { $own } else { $Reason }
    Get-Message -Key $key -With $Evidence
}

function ConvertTo-CheckResult {
    param(
        [Parameter(Mandatory)] [hashtable] $Row,
        [Parameter(Mandatory)] [psobject] $Finding,
        [timespan] $Elapsed,
        [string] $Before = $Finding.Status,
        [string] $Outcome = 'None',
        [string] $Failure = '',
        [string] $Advice = '',
        [string[]] $Changes = @()
    )
    $milliseconds = [int] $Elapsed.TotalMilliseconds
    Write-Verbose -Message "$($Row.Id): $milliseconds ms"
    $reason = Get-ReasonText -Words $Row.Words -Reason $Finding.Reason -Evidence $Finding.Evidence
    [pscustomobject]@{
        Id           = $Row.Id
        Item         = $Row.Item
        Title        = Get-Message -Key "title.$($Row.Id)"
        Status       = $Finding.Status
        Reason       = $reason
        ReasonKey    = $Finding.Reason
        HResult      = @($Finding.HResult)
        Evidence     = $Finding.Evidence
        Before       = $Before
        Outcome      = $Outcome
        Failure      = $Failure
        Advice       = $Advice
        Changes      = @($Changes)
        Milliseconds = $milliseconds
    }
}

# { Name, Meaning, Checks }. A code that the table lacks says what is in it: an error of Win32 or an NTSTATUS, or
# else who gave it. What Windows Setup appends (0xC1900101-0x30018) names a phase and, in its last two digits, an
# operation.
function Get-ErrorMeaning {
    param([Parameter(Mandatory)] [string] $Code)
    $Code, $extend = $Code -split '-0x'
    $field = '([^|\r\n]*)'
    # Within a group that begins like the code, past rows of that group alone.
    $group = "(?m)^=$($Code.Substring(2, 4)) ?(\w*)\r?\n(?:[^=\r\n].*\n)*?"
    $row = [regex]::Match($script:ErrorCodes, "$group$($Code.Substring(6))\|$field\|$field\|$field\|$field")
    # English stands in front of the other language of this script.
    $language = if ($script:Language -eq 'en') { 1 } else { 2 }
    if ($row.Success) {
        $name = $row.Groups[1].Value + $row.Groups[2].Value
        $meaning = $row.Groups[3 + $language].Value
    }
    else {
        $name = ''
        # HRESULT_FROM_WIN32 and FACILITY_NT_BIT of winerror.h; 0xC0... is an NTSTATUS as it is.
        $value = [Convert]::ToInt64($Code, 16)
        $key = 'codeOfFacility'
        $with = @{ Number = [math]::Floor($value / 65536) -band 0x7ff }
        if ($Code -like '0x8007*') {
            $key = 'codeOfWin32'
            $with = @{ Number = $value -band 0xffff }
        }
        elseif ($Code -match '^0x[9BDF]|^0xC0') {
            $key = 'codeOfStatus'
            $with = @{ Status = '0x{0:X8}' -f ($value -band 0xefffffff) }
        }
        if (-not $script:ErrorCodes) { $key = 'codeUntold' }
        $meaning = Get-Message -Key $key -With $with
    }
    if ($extend) {
        $parts = foreach ($digits in $extend.Substring(0, 1), $extend.Substring(3)) {
            $below = "(?m)^=-\r?\n(?:[^=\r\n].*\n)*?$digits\|\|\|$field\|$field"
            [regex]::Match($script:ErrorCodes, $below).Groups[$language].Value
        }
        $meaning += " ($($parts -join ' / '))"
    }
    $named = $row.Groups[3].Value -split ' '
    $rows = $script:Checks | Where-Object {
        "$($_.Item)" -in $named -or $_.Id -in $named -or $Code -in $_.Explains
    }
    [pscustomobject]@{
        Name    = $name
        Meaning = $meaning
        Checks  = @($rows | ForEach-Object { $_.Id })
    }
}

# { Codes: { Code, Name, Meaning, Seen, Checks }, Ranking: { Id, Status, Repairable, Codes }, Held: sentences that
# come before any repair }. What is wrong and can be repaired comes first, the least invasive first of all; a check
# that is OK is no candidate.
function Get-Diagnosis {
    param([psobject[]] $Result = @())
    $found = @{}
    $seen = @{}
    $held = @()
    foreach ($one in $Result) {
        $found[$one.Id] = $one.Status
        $row = $script:Checks | Where-Object { $_.Id -eq $one.Id }
        if ($row -and $one.ReasonKey -in $row.Holds) {
            # Japanese sentences have no blank between them.
            $held += $one.Reason + $(if ($script:Language -ne 'ja') { ' ' })
        }
        foreach ($code in $one.HResult -match '\A0x[0-9A-F]{8}(-0x[0-9A-F]{5})?\z') {
            if (-not $seen.ContainsKey($code)) { $seen[$code] = @() }
            $seen[$code] += $one.Id
        }
    }
    $meanings = @{}
    foreach ($code in $seen.Keys) { $meanings[$code] = Get-ErrorMeaning -Code $code }
    $risks = 'none', 'low', 'medium', 'high'
    $ranked = foreach ($row in $script:Checks) {
        $codes = @($seen.Keys | Where-Object { $row.Id -in $meanings[$_].Checks } | Sort-Object)
        $status = [string] $found[$row.Id]
        if ($status -ne 'Problem' -and -not $codes) { continue }
        $group = if ($status -in 'Ok', 'NotApplicable') { 3 } elseif ($status -ne 'Problem') { 2 } else { 1 }
        if ($group -eq 1 -and $row.Repairable) { $group = 0 }
        $risk = [array]::IndexOf($risks, $row.Risk)
        $order = @($group, $risk, [int] $row.Restart, $row.Minutes, (1000 - $codes.Count), $row.Item)
        $order += [array]::IndexOf($script:Checks, $row)
        [pscustomobject]@{
            Id         = $row.Id
            Status     = $status
            Repairable = $row.Repairable
            Codes      = $codes
            Order      = $order
        }
    }
    $ranked = @($ranked | Sort-Object -Property { -join ($_.Order | ForEach-Object { '{0:d5}' -f $_ }) })
    $ids = @($ranked | ForEach-Object { $_.Id })
    @{
        Codes   = @(foreach ($code in $seen.Keys | Sort-Object) {
                [pscustomobject]@{
                    Code    = $code
                    Name    = $meanings[$code].Name
                    Meaning = $meanings[$code].Meaning
                    Seen    = @($seen[$code])
                    Checks  = @($ids | Where-Object { $_ -in $meanings[$code].Checks })
                }
            })
        Held    = -join $held
        Ranking = @($ranked | Where-Object -Property Status -NotIn 'Ok', 'NotApplicable' |
                Select-Object -Property Id, Status, Repairable, Codes)
    }
}

# The most probable cause: { Check, Sure, IsFirst, Forbids, Cause, Why, Do, HResult }, or nothing. Answers of a
# row are texts, "<place> <how sure>/<first>/<forbidden repairs>/<reasons its codes need> <reasons or codes>".
# What has a number comes first of all: while it stands, a repair is useless or does harm. Then what is surer,
# what a code proves, what was seen, and what disturbs least. What is harmless explains its own codes alone.
function Get-Answer {
    param([psobject[]] $Result = @(), [Parameter(Mandatory)] [hashtable] $Diagnosis)
    $ranking = @($Diagnosis.Ranking | ForEach-Object { $_.Id })
    $places = @{ certain = 0; likely = 1; harmless = 2; possible = 3 }
    $known = @($Diagnosis.Codes | ForEach-Object { $_.Code })
    $candidates = foreach ($row in $script:Checks) {
        $one = $Result | Where-Object -Property Id -EQ $row.Id
        if (-not $one) { continue }
        $isTold = $false
        foreach ($answer in $row.Answers) {
            $at, $sure, $on = $answer -split ' '
            $sure, $first, $forbids, $when = $sure -split '/'
            if ($when -and $one.ReasonKey -notin ($when -split ',')) { continue }
            $codes = @($known | Where-Object { ($_ -split '-')[0] -in $on })
            # What could not be decided is a cause only where its reason is named.
            $isNamed = $one.Status -in 'Problem', 'Unknown' -and $one.ReasonKey -in $on
            $isSeen = -not $isTold -and ($isNamed -or ($one.Status -eq 'Problem' -and '*' -in $on))
            if (-not $codes -and -not $isSeen) { continue }
            if (-not $codes) { $isTold = $true }
            $key = "answer.$($row.Id).$at"
            $with = if ($codes) { @{ Codes = $codes } } else { $one.Evidence }
            $act = Get-Message -Key "$key.do" -With $with
            if ($act -eq "$key.do") {
                $act = Get-Message -Key $(if ($row.Repairable) { 'answerRepair' } else { 'answerRead' }) -With @{
                    Check = $row.Id; Script = $script:RepairName
                    Title = Get-Message -Key "title.$($row.Id)"
                }
            }
            if ($act -match '-Check ') { $act = $Diagnosis.Held + $act }
            $place = [array]::IndexOf($ranking, $row.Id)
            if ($place -lt 0) { $place = 999 }
            # What is wrong and the reason of a code comes before where it was seen.
            $explains = $place -lt 999 -and $Diagnosis.Ranking[$place].Codes
            $kind = if ($codes -or ($explains -and '*' -in $on)) { 0 } elseif ('*' -in $on) { 2 } else { 1 }
            [pscustomobject]@{
                Check   = $row.Id
                Sure    = $sure
                Cause   = if ($codes) { Get-Message -Key $key -With $with } else { $one.Reason }
                Do      = $act
                HResult = @(if ($codes) { $codes } else { $one.HResult })
                IsFirst = [bool] $first
                Forbids = @($forbids -split ',' -ne '')
                Order   = '{0}{1}{2}{3:d3}' -f $(if ($first) { $first } else { 9 }), $places[$sure], $kind, $place
            }
        }
    }
    $sorted = @($candidates | Sort-Object -Property Order)
    $best = $sorted | Select-Object -First 1
    $settled = @(if ($best -and $best.Sure -eq 'harmless') { $best.HResult })
    $isNew = { @($_.HResult | Where-Object { $_ -notin $settled }).Count -gt 0 }
    if ($settled) {
        $other = $sorted | Where-Object -Property Sure -EQ 'possible' | Where-Object $isNew
        if ($other) { $best = @($other)[0] }
    }
    $open = $null
    if (-not $best -or $best.Sure -eq 'harmless') {
        # Symptoms alone: all that is known is a code.
        $open = $Result | Where-Object -Property Status -EQ 'Problem' |
            Where-Object { -not $best -or (& $isNew) } | Select-Object -First 1
    }
    if ($open) {
        $first = $open.HResult | Where-Object { $_ -notin $settled } | Select-Object -First 1
        $code = $Diagnosis.Codes | Where-Object -Property Code -EQ $first
        # Below a check that is in order stands nothing.
        $id = (@($ranking | Where-Object { $code -and $_ -in $code.Checks }) + $open.Id)[0]
        $best = [pscustomobject]@{
            Check   = $open.Id
            Sure    = 'possible'
            IsFirst = $false
            Forbids = @()
            Cause   = if ($code) { "$first $($code.Name)".Trim() + ": $($code.Meaning)" } else { $open.Reason }
            Do      = Get-Message -Key 'answerRead' -With @{ Check = $id; Title = Get-Message -Key "title.$id" }
            HResult = @($open.HResult)
        }
    }
    if (-not $best) { return }
    if ($best.Sure -eq 'harmless') { $best.Sure = 'certain' }
    $told = @($Diagnosis.Codes | Where-Object -Property Code -In $best.HResult | Select-Object -First 3)
    $titles = @($best.Check) + @($told | ForEach-Object { $_.Seen }) | Select-Object -Unique |
        ForEach-Object { Get-Message -Key "title.$_" }
    $codes = @($told | ForEach-Object { "$($_.Code) $($_.Name)".Trim() + " ($($_.Meaning))" })
    $why = @{ Name = 'Why'; Expression = { $codes + $titles -join ' / ' } }
    $best | Select-Object -Property Check, Sure, IsFirst, Forbids, Cause, $why, Do, HResult
}

# A sentence each: what it is, why, what to do.
function Get-AnswerLine {
    param([psobject] $Answer)
    if (-not $Answer) { return }
    $words = @{ certain = 'answerCertain'; likely = 'answerLikely'; possible = 'answerPossible' }
    $sure = Get-Message -Key $words[$Answer.Sure]
    Get-Message -Key 'answerCause' -With @{ Sure = $sure; Cause = $Answer.Cause }
    Get-Message -Key 'answerWhy' -With @{ Why = $Answer.Why }
    Get-Message -Key 'answerDo' -With @{ Do = $Answer.Do }
}

# What a person can do about what a diagnosis found, in one sentence: what the answer to its reason says, or where
# its steps are. Nothing where it is in order; the last line of a report names what is repaired.
function Get-AdviceLine {
    param([Parameter(Mandatory)] [hashtable] $Row, [Parameter(Mandatory)] [psobject] $Finding)
    if ($Finding.Status -notin 'Problem', 'Unknown') { return }
    foreach ($answer in $Row.Answers) {
        $at, $null, $on = $answer -split ' '
        $key = "answer.$($Row.Id).$at.do"
        $act = Get-Message -Key $key -With $Finding.Evidence
        if ($Finding.Reason -in $on -and $act -ne $key) { return Get-Message -Key 'answerDo' -With @{ Do = $act } }
    }
    $places = @($Row.Open, $Row.Link) -ne ''
    if ($places) { Get-Message -Key 'stepsAt' -With @{ Places = $places -join ' , ' } }
}

# On the screen characters of East Asian scripts take two columns.
function Format-Cell {
    param([string] $Text, [int] $Width)
    $wide = @($Text.ToCharArray() | Where-Object { $_ -ge [char] 0x2E80 }).Count
    $Text + (' ' * [math]::Max(0, $Width - $Text.Length - $wide))
}

function Get-StateText {
    param([Parameter(Mandatory)] [string] $State)
    Get-Message -Key $script:States[$State]
}

# One sentence at most, and what comes before it.
function Get-NextStep {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $problems = $Report.Ranking | Where-Object { $_.Status -eq 'Problem' -and $_.Repairable }
    # What comes before every other cause is dealt with alone.
    if ($Report.Answer -and $Report.Answer.IsFirst) {
        $problems = $problems | Where-Object -Property Id -EQ $Report.Answer.Check
    }
    $ids = @($problems | ForEach-Object { $_.Id }) -join ','
    $changed = @($Report.Results | Where-Object { $_.Changes.Count -gt 0 }).Count -gt 0
    if ($Report.ExitCode -eq 3010) { return Get-Message -Key 'nextRestart' }
    if ($script:Phase -eq 'detect' -and $ids) {
        $next = Get-Message -Key 'nextRepair' -With @{ Checks = $ids; Script = $script:RepairName }
        return $Report.Held + $next
    }
    if ($Report.Mode -eq 'preview') { return Get-Message -Key 'nextWithoutWhatIf' }
    if ($Report.Mode -eq 'repair' -and $changed) {
        return Get-Message -Key 'nextUndo' -With @{ Script = "$script:ScriptName.ps1" }
    }
}

# What an undo did, what stands set aside, error codes: a sentence each.
function Get-ReportNote {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $Report.Changes
    foreach ($aside in $Report.Generations) {
        Get-Message -Key 'asideKept' -With @{ Path = $aside.Path; Megabytes = [math]::Ceiling($aside.Bytes / 1MB) }
    }
    $collect = ''
    foreach ($one in $Report.Codes) {
        # Three to begin with; the data formats have all.
        $open = @($Report.Ranking | Where-Object { $_.Id -in $one.Checks } |
                Select-Object -First 3 | ForEach-Object { $_.Id })
        $key = if ($open) { 'codeExplained' } elseif ($one.Checks) { 'codeRuledOut' } else { 'codeUnexplained' }
        $proven = $script:Checks | Where-Object { "$($_.Answers)" -like "*$($one.Code)*" }
        if ($proven -and -not $open) { $key = 'codeStands' }
        # What the answer is about has been explained.
        $answer = $Report.Answer
        if (-not $open -and $answer -and $answer.Sure -ne 'possible' -and $one.Code -in $answer.HResult) {
            $key = 'codeExplained'
            $open = $answer.Check
        }
        if (-not $open) { $collect = $script:CollectName }
        $code = "$($one.Code) $($one.Name)".Trim()
        $titles = $open | ForEach-Object { Get-Message -Key "title.$_" }
        Get-Message -Key $key -With @{ Code = $code; Meaning = $one.Meaning; Checks = $titles }
    }
    if ($collect) { Get-Message -Key 'codeDeadEnd' -With @{ Script = $collect } }
}

function Format-TextReport {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $answer = @(Get-AnswerLine -Answer $Report.Answer)
    if ($answer) { $answer + '' }
    foreach ($one in $Report.Results) {
        $state = Get-StateText -State $(if ($one.Outcome -eq 'None') { $one.Status } else { $one.Outcome })
        '{0} {1,3}  {2}' -f (Format-Cell -Text $state -Width 20), $one.Item, $one.Title
        $lines = @($one.Changes) + @($one.Failure, $one.Reason, $one.Advice) -ne ''
        foreach ($line in $lines) { (' ' * 6) + $line }
    }
    Get-ReportNote -Report $Report
    if ($Report.Results) {
        ''
        Get-Message -Key 'summary' -With $Report.Count
    }
    Get-NextStep -Report $Report
}

# In lines of so many columns: broken at blanks and beside characters of two columns, so far in behind the first.
# A command stays whole, since it is there to be copied; what ends a sentence begins no line, and what opens a
# bracket ends none.
function Split-Line {
    param([AllowEmptyString()] [string] $Text, [Parameter(Mandatory)] [int] $Width, [int] $Indent)
    $end = '[\u3001\u3002\u300d\u30fc\uff1a):,.]*'
    $form = "\.\\\S+\.ps1.*|[\u300c(]*[\u2e80-\uffff]$end|[^\u2e80-\uffff ]+$end|\u0020+"
    $line = ''
    $used = 0
    foreach ($piece in [regex]::Matches($Text, $form)) {
        $columns = $piece.Length + [regex]::Matches($piece.Value, '[\u2e80-\uffff]').Count
        if ($used + $columns -gt $Width -and $line.Trim() -and $piece.Value.Trim()) {
            $line.TrimEnd()
            $line = ' ' * $Indent
            $used = $Indent
        }
        $line += $piece.Value
        $used += $columns
    }
    $line.TrimEnd()
}

# A sentence a line for files and pipes. On a console of so many columns it is broken between words, and what
# begins with a state has its colour.
function Write-ReportLine {
    param([string] $Text, [int] $Width)
    if ($Width -lt 40) { return Write-Line -Text $Text }
    $tones = @{
        Ok = 'Green'; Repaired = 'Green'; Unknown = 'Yellow'; NotApplicable = 'Gray'
        Problem = 'Red'; Failed = 'Red'
    }
    $isState = { $script:States[$_] -and $Text.StartsWith("$(Get-StateText -State $_) ") }
    $state = @($tones.Keys | Where-Object $isState)
    # Below its title, or as far in as it begins itself.
    $indent = if ($state) { 26 } else { $Text.Length - $Text.TrimStart().Length }
    foreach ($line in Split-Line -Text $Text -Width $Width -Indent $indent) {
        if ($state) {
            $line = [Management.Automation.HostInformationMessage] @{
                Message         = $line
                ForegroundColor = $tones[$state[0]]
            }
        }
        Write-Information -MessageData $line -InformationAction Continue
    }
}

# ASCII, so that no code page on its way can damage it.
function ConvertTo-JsonText {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [object] $InputObject)
    $json = ConvertTo-Json -InputObject $InputObject -Depth 6
    [regex]::Replace($json, '[^\x00-\x7f]', { param($match) '\u{0:x4}' -f [int] [char] $match.Value })
}

# By result.schema.json, the same for every artefact.
function ConvertTo-ReportJson {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $machine = $Report.Machine
    $fields = {
        param($one)
        $cells = [ordered]@{}
        foreach ($property in $one.PSObject.Properties) {
            $name = $property.Name -creplace 'HResult', 'hresults' -creplace '^Code$', 'hresult'
            $cells[$name.Substring(0, 1).ToLowerInvariant() + $name.Substring(1)] = $property.Value
        }
        $cells
    }
    $checks = foreach ($one in $Report.Results) {
        $check = & $fields $one
        $check.evidence = [ordered]@{}
        foreach ($name in $one.Evidence.Keys | Sort-Object) { $check.evidence[$name] = $one.Evidence[$name] }
        $check
    }
    $now = [datetime]::UtcNow
    # What says more about the run must not cost its result.
    $boot = $hash = $follows = $null
    try {
        $hash = (Get-FileHash -LiteralPath $PSCommandPath -Algorithm SHA256).Hash
        # A service that never answers keeps no report off.
        $test = { Get-CimInstance -ClassName Win32_OperatingSystem }
        $system = Invoke-TestWithLimit -Test $test -TimeoutSeconds 10
        $boot = $system.LastBootUpTime.ToUniversalTime().ToString('s') + 'Z'
        # The token of a run on record is its id; a token of batch is none.
        $runs = "HKLM:\SOFTWARE\Mendsheet\$script:Product\Runs"
        $key = Get-Item -LiteralPath $runs -ErrorAction Ignore
        if ($key) {
            $follows = $key.GetValueNames() -like $Report.Follows | Sort-Object -Property { $_ -as [int] } |
                ForEach-Object { [string] ($key.GetValue($_) -as [guid]) } |
                Where-Object { $_ -and $_ -ne $Report.Run } | Select-Object -Last 1
        }
    }
    catch { Write-Verbose -Message "$_" }
    $document = [ordered]@{
        format        = 'mendsheet-result/2'
        product       = $script:Product
        version       = $script:Version
        checklist     = $script:ChecklistVersion
        script        = "$script:ScriptName.ps1"
        sha256        = $hash
        device        = $Report.Device
        run           = $Report.Run
        follows       = $follows
        channel       = 'manual'
        mode          = $Report.Mode
        language      = $script:Language
        startedUtc    = $script:Started.ToString('s') + 'Z'
        finishedUtc   = $now.ToString('s') + 'Z'
        milliseconds  = [long] ($now - $script:Started).TotalMilliseconds
        offsetMinutes = [int] [TimeZoneInfo]::Local.GetUtcOffset($now).TotalMinutes
        bootedUtc     = $boot
        windows       = [ordered]@{
            build        = $machine.Build
            revision     = $machine.Revision
            edition      = $machine.EditionId
            kind         = $machine.Kind
            architecture = $machine.Architecture
        }
        account       = [ordered]@{ kind = $machine.Account; elevated = $machine.Elevated }
        exitCode      = $Report.ExitCode
        notices       = @($script:Notices)
        checks        = @($checks)
        changes       = @($Report.Changes)
        answer        = if ($Report.Answer) { & $fields $Report.Answer }
        codes         = @($Report.Codes | ForEach-Object { & $fields $_ })
        ranking       = @($Report.Ranking | ForEach-Object {
                [ordered]@{ check = $_.Id; repairable = $_.Repairable; hresults = $_.Codes }
            })
        generations   = @($Report.Generations | ForEach-Object { & $fields $_ })
        journal       = $Report.Journal
    }
    ConvertTo-JsonText -InputObject $document
}

# Lists within a cell are separated by semicolons.
function ConvertTo-ReportCsv {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $names = 'Id', 'Item', 'Title', 'Status', 'Reason', 'HResult', 'Evidence', 'Before', 'Outcome', 'Failure',
    'Changes'
    $Report.Results | Select-Object -Property $names | ForEach-Object {
        $evidence = $_.Evidence
        $_.Evidence = $evidence.Keys | Sort-Object | ForEach-Object { "$_=$($evidence[$_] -join ',')" }
        foreach ($name in 'HResult', 'Evidence', 'Changes') { $_.$name = $_.$name -join '; ' }
        $_
    } | ConvertTo-Csv -NoTypeInformation
}

# In one sentence, with the status whose colour it gets.
function Get-ReportVerdict {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $key, $status = $script:Verdicts["$($Report.Mode) $($Report.ExitCode)"]
    if (-not $key) {
        $outcomes = @($Report.Results | ForEach-Object { $_.Outcome })
        $state = 'Failed', 'NotConfirmed', 'Repaired' | Where-Object { $_ -in $outcomes }
        if (-not $state) { $state = if ($Report.ExitCode -eq 0) { 'Unchanged' } else { 'Blocked' } }
        $state = @($state)[0]
        $tones = @{ Failed = 'Problem'; NotConfirmed = 'Unknown'; Blocked = 'Problem' }
        $key = $script:States[$state]
        $status = if ($tones[$state]) { $tones[$state] } else { 'Ok' }
    }
    [pscustomobject]@{ Text = Get-Message -Key $key -With $Report.Count; Status = $status }
}

# ASCII, so that no code page damages it. What could end a tag, turn the reading direction or break the page
# becomes harmless.
function ConvertTo-HtmlText {
    param([string] $Text)
    $high = '[\ud800-\udbff]'
    $low = '[\udc00-\udfff]'
    $unfit = '[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]'
    $plain = $Text -creplace '\r\n?', [char] 10 -creplace "$unfit|$high(?!$low)|(?<!$high)$low", [char] 0xfffd
    $encode = { param($match) '&#{0};' -f [char]::ConvertToUtf32($match.Value, 0) }
    [regex]::Replace($plain, "$high$low|[^\x20-\x7e]|[<>&\x22\x27\x60]", $encode)
}

# One page that loads and runs nothing: the verdict, the answer, then what needs attention, evidence folded.
function ConvertTo-ReportHtml {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $style = @'
:root{color-scheme:light dark;--p:#fcfcfb;--w:#f2f4f4;--i:#1a2126;--s:#566068;--l:#d9dedf}
.Ok{--c:#1f6a3a}.Problem{--c:#b3261e}.Unknown{--c:#8a5300}.NotApplicable{--c:var(--s)}
@media screen and (prefers-color-scheme:dark){
:root{--p:#14191c;--w:#1c2327;--i:#e3e8ea;--s:#a2aeb5;--l:#2f393e}
.Ok{--c:#86d3a0}.Problem{--c:#f2a097}.Unknown{--c:#f0b557}}
body{margin:0;overflow-wrap:anywhere;background:var(--p);color:var(--i);
font:16px/1.6 "Segoe UI","Yu Gothic UI",Meiryo,sans-serif}
main{max-width:54rem;margin:auto;padding:1.5rem 1rem}
header{border-bottom:3px solid var(--c);padding-bottom:1rem}
article{border-bottom:1px solid var(--l);padding:.75rem 0;break-inside:avoid}
h1{font-size:1.75rem;line-height:1.3;margin:.25rem 0}
h2{font-size:1rem;margin:0;display:flex;gap:.25rem .75rem;flex-wrap:wrap}
h2 i{min-width:1.5rem;text-align:right}
h2>span{flex:1 12rem}
i,em{font-style:normal;font-weight:400}
p,ul,dl,summary{margin:.375rem 0}
ul{padding-left:1.25rem}
mark{background:none;color:var(--c);border:1px solid;border-radius:4px;padding:0 .5rem;font-weight:600}
em *{white-space:nowrap}
code{display:block;background:var(--w);border-radius:5px;padding:.5rem .75rem}
code{font:400 .9rem Consolas,monospace;user-select:all}
.n{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.75rem}
.n b{font-size:1.375rem;color:var(--c);margin-right:.375rem}
h1+p{font-weight:600}
:lang(ja){word-break:auto-phrase}
i,details,.s{color:var(--s)}
em,details,.s{font-size:.875rem}
dl{display:grid;grid-template-columns:minmax(4rem,auto) 1fr;gap:0 1rem}
dd{margin:0;white-space:pre-wrap;font-family:Consolas,Meiryo,monospace}
@media(min-width:30rem){article>:not(h2){margin-left:2.25rem}}
@media print{main{padding:0}details::details-content{content-visibility:visible}}
'@
    $item = { param($name, $text, $class) '<{0}{1}>{2}</{0}>' -f $name, $class, (ConvertTo-HtmlText -Text $text) }
    $tag = { param($status) & $item 'mark' (Get-StateText -State $status) " class='$status'" }
    $machine = $Report.Machine
    $verdict = Get-ReportVerdict -Report $Report
    $statuses = 'Problem', 'Unknown', 'Ok', 'NotApplicable'
    $title = Get-Message -Key 'productTitle'
    $facts = @(
        $title
        [datetime]::Now.ToString((Get-Message -Key 'timeForm'), [cultureinfo]::InvariantCulture)
        "Windows $($machine.Build).$($machine.Revision) $($machine.EditionId) $($machine.Architecture)"
        "$script:ScriptName.ps1 $script:Version"
        if ($Report.Journal) { $Report.Journal }
    )
    "<!DOCTYPE html><html lang='$script:Language'><head><meta charset='utf-8'/>"
    '<meta name="viewport" content="width=device-width"/>'
    '<meta http-equiv="Content-Security-Policy" content="default-src ''none'';style-src ''unsafe-inline''"/>'
    & $item 'title' "$title - $($verdict.Text)"
    "<style>$style</style></head><body><main><header class='$($verdict.Status)'>"
    & $item 'div' ($facts -join ' | ') " class='s'"
    & $item 'h1' $verdict.Text
    $go = @(Get-AnswerLine -Answer $Report.Answer)
    if (-not $go) { $go = @(Get-NextStep -Report $Report) }
    # What is to be typed stands in a line of its own, which one click chooses.
    $go | ForEach-Object { (& $item 'p' $_) -replace '\.\\\S+\.ps1[^<]*', '<code>$0</code>' }
    if ($Report.Results) {
        '<ul class="n">'
        foreach ($status in $statuses) {
            $label = ConvertTo-HtmlText -Text (Get-StateText -State $status)
            "<li class='$status'><b>$($Report.Count[$status])</b>$label</li>"
        }
        '</ul>'
    }
    $notes = @($script:Notices) + @(Get-ReportNote -Report $Report)
    if ($notes) { "<ul>$(-join ($notes | ForEach-Object { & $item 'li' $_ }))</ul>" }
    '</header>'
    # What needs attention comes first, then what was changed.
    $sorted = foreach ($status in $statuses) {
        $these = @($Report.Results | Where-Object -Property Status -EQ $status)
        $these | Where-Object -Property Changes
        $these | Where-Object { -not $_.Changes }
    }
    foreach ($one in $sorted) {
        "<article class='$($one.Status)'><h2><i>$($one.Item)</i>$(& $item 'span' $one.Title)<em>"
        if ($one.Outcome -ne 'None') {
            & $item 'span' (Get-StateText -State $one.Outcome)
            if ($one.Before -ne $one.Status) { "$(& $tag $one.Before) &#8594;" }
        }
        "$(& $tag $one.Status)</em></h2>"
        $lines = @($one.Failure, $one.Reason, $one.Advice) -ne ''
        foreach ($line in $lines) { & $item 'p' $line }
        if ($one.Changes) { "<ul>$(-join ($one.Changes | ForEach-Object { & $item 'li' $_ }))</ul>" }
        $evidence = $one.Evidence
        $names = @($evidence.Keys | Sort-Object)
        if ($names -or $one.HResult) {
            "<details>$(& $item 'summary' (Get-Message -Key 'evidence'))<dl>"
            if ($one.HResult) { "<dt>HRESULT</dt>$(& $item 'dd' ($one.HResult -join ', '))" }
            foreach ($name in $names) { "$(& $item 'dt' $name)$(& $item 'dd' ($evidence[$name] -join [char] 10))" }
            '</dl></details>'
        }
        '</article>'
    }
    '</main></body></html>'
}

# By what reports know this PC: the id that Entra gave it, else a hash, which is another one in every product.
function Get-DeviceId {
    try {
        if (Get-SubkeyName -Path 'HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo') {
            $tool = "$env:SystemRoot\System32\dsregcmd.exe"
            $said = (Invoke-NativeTool -Path $tool -ArgumentList '/status' -TimeoutSeconds 20).Lines
            if ("$said" -match '\bDeviceId : ([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\b') {
                return $Matches[1].ToLowerInvariant()
            }
        }
    }
    catch { Write-Verbose -Message "$_" }
    try {
        $guid = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Microsoft\Cryptography' -Name 'MachineGuid'
        if (-not $guid) { return }
        $bytes = [Text.Encoding]::UTF8.GetBytes("$script:Product $guid".ToLowerInvariant())
        $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($bytes)
        [BitConverter]::ToString($hash, 0, 16).Replace('-', '').ToLowerInvariant()
    }
    catch { Write-Verbose -Message "$_" }
}

# Writes a report to a file, or into a folder under a name that no other PC or run has. Whether it was written:
# what was to be done is done, so a share that is away fails nothing.
function Save-Report {
    param([string] $Path, [hashtable] $Report, [string[]] $Line)
    $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
    $end = if ($script:OutputFormat -eq 'Text') { 'txt' } else { $script:OutputFormat.ToLowerInvariant() }
    $name = "$script:Product-$($Report.Device)-$($Report.Run).$end"
    # Spreadsheets and editors need the mark to see UTF-8; readers of JSON refuse it.
    $encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList ($script:OutputFormat -in 'Text', 'Csv')
    $bytes = $encoding.GetPreamble() + $encoding.GetBytes(($Line -join "`r`n") + "`r`n")
    try {
        if (Test-Path -LiteralPath $file -PathType Container) { $file = [IO.Path]::Combine($file, $name) }
        [IO.File]::WriteAllBytes($file, $bytes)
        Write-Notice -Key 'reportWritten' -With @{ Path = $file }
        $true
    }
    catch {
        Write-Notice -Key 'reportNotWritten' -With @{ Path = $file; Message = "$($_.Exception.Message)" }
        $script:Unsent = $name, $bytes
        $false
    }
}

function Write-Report {
    param(
        [psobject[]] $Result = @(),
        [Parameter(Mandatory)] [psobject] $Machine,
        [string] $Mode = $script:Phase,
        [string[]] $Change = @(),
        [psobject[]] $Generation = @(),
        [object] $Journal,
        [string] $Run = [guid]::NewGuid(),
        [string] $Follows = '*',
        [hashtable] $Diagnosis = (Get-Diagnosis -Result $Result),
        [psobject] $Answer,
        [string] $OutputPath
    )
    $count = @{ Ok = 0; Problem = 0; Unknown = 0; NotApplicable = 0 }
    foreach ($one in $Result) { $count[$one.Status]++ }
    $report = @{
        Device      = if ($OutputPath -or $script:OutputFormat -eq 'Json') { Get-DeviceId }
        Run         = $Run
        Follows     = $Follows
        Count       = $count
        Results     = @($Result)
        Machine     = $Machine
        Mode        = $Mode
        ExitCode    = $script:ExitCode
        Changes     = @($Change)
        Codes       = $Diagnosis.Codes
        Ranking     = $Diagnosis.Ranking
        Held        = $Diagnosis.Held
        Answer      = $Answer
        Generations = @($Generation)
        Journal     = $Journal
    }
    $lines = @(
        switch ($script:OutputFormat) {
            'Json' { ConvertTo-ReportJson -Report $report }
            'Html' { ConvertTo-ReportHtml -Report $report }
            'Csv' { ConvertTo-ReportCsv -Report $report }
            default { Format-TextReport -Report $report }
        }
    )
    # A preview writes nothing, so it shows the report; so does what could not be written.
    if ($OutputPath -and $Mode -ne 'preview') {
        if (Save-Report -Path $OutputPath -Report $report -Line $lines) { return }
    }
    # No columns where nobody looks at them.
    $isSeen = [Environment]::UserInteractive -and -not [Console]::IsOutputRedirected
    $width = if ($isSeen) { $Host.UI.RawUI.WindowSize.Width - 1 } else { 0 }
    switch ($script:OutputFormat) {
        'Text' { $lines | ForEach-Object { Write-ReportLine -Text $_ -Width $width } }
        'Object' { $report.Results }
        default { $lines }
    }
}

# The thread of a call that never returns would keep the process alive. A console that a person types into stays.
function Stop-HungProcess {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Ends this process alone.')]
    param([Parameter(Mandatory)] [int] $Code)
    # A restricted language started nothing that could hang, and may not ask.
    if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { return }
    if (-not [AppDomain]::CurrentDomain.GetData('Mendsheet.HungCall')) { return }
    # -File, -Command and -EncodedCommand, as short as PowerShell takes them.
    $isStarted = [Environment]::GetCommandLineArgs() -match '^[-/](?:f|fi|fil|file|c|com.*|e|ec|enc.*)$'
    if ($isStarted -and $Host.Name -eq 'ConsoleHost') { [Environment]::Exit($Code) }
}

function Test-Interactive {
    $isForbidden = [Environment]::GetCommandLineArgs() -match '^[-/]noni'
    [Environment]::UserInteractive -and -not $isForbidden -and (Get-Account).Kind -ne 'system'
}

# Opens the page or tool of each check that found a problem, or was chosen, for a person at the screen. The
# compiler has held them against a list. Explorer opens an address without the rights of this script.
function Open-Place {
    param([psobject[]] $Result, [switch] $All)
    $ids = @($Result | Where-Object { $All -or $_.Status -eq 'Problem' } |
            ForEach-Object { $_.Id })
    $rows = $script:Checks | Where-Object { $_.Open -and $_.Id -in $ids }
    $places = @($rows | ForEach-Object { $_.Open } | Select-Object -Unique)
    if (-not $places) { return Write-Notice -Key 'nothingToOpen' }
    if (-not (Test-Interactive)) { return Write-Notice -Key 'openNeedsPerson' }
    foreach ($place in $places) {
        Write-Notice -Key 'opening' -With @{ Place = $place }
        if ($place -match ':') { Start-Process -FilePath "$env:SystemRoot\explorer.exe" -ArgumentList $place }
        else { Start-Process -FilePath "$env:SystemRoot\System32\$place" }
    }
}

# SYSTEM has no screen: its words go where nobody else can write: Intune's logs, if they are closed, or Windows'.
function Get-LogPath {
    if ((Get-Account).Kind -ne 'system') { return }
    $name = "Mendsheet-$script:Product-$script:ScriptName.log"
    $intune = "$env:ProgramData\Microsoft\IntuneManagementExtension\Logs"
    $closed = '\AO:(SY|BA)G:\S+?D:\w*(\(A;\w*;(FA;;;(SY|BA)|0x1200a9;;;[\w-]+)\))+\z'
    try {
        foreach ($folder in $intune, "$env:SystemRoot\CCM\Logs", "$env:SystemRoot\Logs") {
            if (-not (Test-Path -LiteralPath $folder)) { continue }
            if ($folder -eq $intune -and (Get-Acl -LiteralPath $folder).Sddl -cnotmatch $closed) { continue }
            $file = Get-ChildItem -LiteralPath $folder -Filter $name
            if ($file -and $file.LinkType) { continue }
            if ($file -and $file.Length -gt 1MB) { Clear-Content -LiteralPath "$folder\$name" }
            return "$folder\$name"
        }
    }
    catch { Write-Verbose -Message "$_" }
}

function Open-Transcript {
    $path = Get-LogPath
    if (-not $path) { return }
    try {
        $null = Start-Transcript -LiteralPath $path -Append -Force
        $script:HasTranscript = $true
    }
    catch { Write-Verbose -Message "$_" }
}

function Close-Transcript {
    if ($script:HasTranscript) { $null = Stop-Transcript }
    $script:HasTranscript = $false
}

#endregion
#region Recipes

# Recipe service-security, used by wuauserv-rights, bits-rights.
function Test-ServiceSecurity {
    param([string] $Name, [string[]] $Entries)
    $evidence = @{ Service = $Name; AccessList = Get-ServiceSecurity -Name $Name; Lost = @() }
    $evidence['Expected'] = 'D:' + ($Entries -join '')
    # Entries with conditions are not judged: more than the list decides who they let in.
    if ([string] $evidence.AccessList -cnotmatch '^D:[A-Z]*(?:\([AD];[A-Z]*;[^;()]*;;;[^;()]+\))*(?:S:.*)?$') {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    $evidence['Lost'] = @(Get-LostServiceRight -Sddl $evidence.AccessList)
    if ($evidence.Lost) { return New-Finding -Status Problem -Reason 'lost' -Evidence $evidence }
    New-Finding -Status Ok -Evidence $evidence
}

# Recipe service-start-type, used by mpssvc-start-type, wuauserv-start-type, bits-start-type,
# usosvc-start-type, cryptsvc-start-type, trustedinstaller-start-type, msiserver-start-type,
# wlidsvc-start-type, dosvc-start-type.
function Test-ServiceStartType {
    param([string] $Name, [string] $Wanted, [string] $WantedOnServer2016)
    # Windows moves these between manual and automatic and starts them by trigger: only Disabled is a fault.
    $key = "HKLM:\SYSTEM\CurrentControlSet\Services\$Name"
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $isServer = (Get-RegistryValue -Path $windows -Name 'InstallationType') -ne 'Client'
    $is2016 = $isServer -and (Get-RegistryValue -Path $windows -Name 'CurrentBuildNumber') -eq '14393'
    $evidence = @{ Service = $Name; Start = $null; Expected = $Wanted }
    if ($is2016 -and $WantedOnServer2016 -ne 'same') { $evidence['Expected'] = $WantedOnServer2016 }
    if (-not (Test-Path -LiteralPath $key)) {
        return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence
    }
    $evidence['Start'] = Get-RegistryValue -Path $key -Name 'Start'
    if ($null -eq $evidence.Start) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    if ($evidence.Start -eq 4) {
        return New-Finding -Status Problem -Reason 'disabled' -Evidence $evidence
    }
    New-Finding -Status Ok -Evidence $evidence
}

# Recipe update-failure, used by download-cache, event-log.
function Test-UpdateFailure {
    param([int] $Days, [string[]] $Codes, [string] $Store)
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    if ($Store) {
        # What failed before the store was made anew says nothing about it.
        $path = Join-Path -Path $env:SystemRoot -ChildPath $Store
        $item = Get-Item -LiteralPath $path -Force -ErrorAction SilentlyContinue
        if ($null -eq $item) { return New-Finding -Status Ok -Reason 'no-store' -Evidence @{ Store = $path } }
        if ($item.CreationTimeUtc -gt $since) { $since = $item.CreationTimeUtc }
    }
    $evidence = @{ Since = $since.ToString('s') + 'Z'; Failures = 0; Newest = $null; Codes = @(); Updates = @() }
    if (-not $Codes) { $Codes = '*' }
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    try { $failures = @(Get-OpenFailure -Provider $client -Since $since -Code $Codes) }
    catch {
        $evidence['Error'] = $_.Exception.GetType().Name
        return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence
    }
    if ($failures.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    $evidence['Failures'] = $failures.Count
    $evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
    $evidence['Codes'] = @($failures | ForEach-Object { $_.Code } | Select-Object -Unique)
    $titles = $failures | ForEach-Object { $_.Title } | Where-Object { $_ }
    $evidence['Updates'] = @($titles | Select-Object -First 10)
    New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $evidence.Codes
}

#endregion
#region Checks

# 1 clock: Clock.
function Test-Clock {
    param([string[]] $Witnesses, [string] $Floor, [int] $LimitMinutes, [int] $NoticeMinutes)
    $service = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time'
    $now = (Get-Date).ToUniversalTime()
    $membership = Get-Membership
    $evidence = @{
        LocalUtc      = $now.ToString('s') + 'Z'
        TimeZone      = [TimeZoneInfo]::Local.Id
        SyncType      = Get-RegistryValue -Path "$service\Parameters" -Name 'Type'
        SyncDisabled  = (Get-RegistryValue -Path $service -Name 'Start') -eq 4
        OffsetSeconds = $null
        OffsetMinutes = $null
        Source        = $null
        Answers       = @()
    }
    # Who belongs to a domain or a cloud directory has a time source of its own, which comes first.
    $own = $membership.Domain
    if ($membership.IsCloudJoined -and -not $own) {
        $own = ([string] (Get-RegistryValue -Path "$service\Parameters" -Name 'NtpServer')) -replace '[, ].*$'
    }
    $toAdd = if ($own) { Get-SourceOffset -Server $own }
    if ($null -ne $toAdd) { $evidence['Source'] = $own }
    else {
        $answer = Get-ClockOffset -Witness $Witnesses -Floor $Floor
        $toAdd = $answer.Offset
        $evidence['Answers'] = $answer.Answers
        $evidence['Source'] = @($answer.Answers -replace ' .*') -join ', '
        $evidence['Floor'] = $answer.Floor.ToString('s') + 'Z'
        # A clock before the day this Windows was built or installed is wrong, whoever answers.
        if ($null -eq $toAdd -and $now.AddDays(1) -lt $answer.Floor) {
            return New-Finding -Status Problem -Reason 'before-windows' -Evidence $evidence
        }
        $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
        $isBarred = (Get-RegistryValue -Path $policy -Name 'DoNotConnectToWindowsUpdateInternetLocations') -eq 1
        if ($null -eq $toAdd -and $answer.Reason -eq 'no-witness' -and $isBarred) {
            return New-Finding -Status Ok -Reason 'closed-network' -Evidence $evidence
        }
        if ($null -eq $toAdd) { return New-Finding -Status Unknown -Reason $answer.Reason -Evidence $evidence }
    }
    $evidence['Actual'] = ($now + $toAdd).ToString('s') + 'Z'
    $evidence['OffsetSeconds'] = -[math]::Round($toAdd.TotalSeconds)
    $evidence['OffsetMinutes'] = [math]::Round($toAdd.Duration().TotalMinutes)
    if ($toAdd.Duration().TotalMinutes -gt $LimitMinutes) {
        $reason = if ($toAdd.Ticks -lt 0) { 'ahead' } else { 'behind' }
        # Years behind is what a clock shows whose battery is empty, after each time without power.
        if ($toAdd.TotalDays -gt 365) { $reason = 'years-behind' }
        # A step of its clock would reach every member of the domain, so it is never repaired here.
        if ($membership.Role -ge 4) { $reason = 'domain-controller' }
        return New-Finding -Status Problem -Reason $reason -Evidence $evidence
    }
    if ($toAdd.Duration().TotalMinutes -gt $NoticeMinutes) {
        return New-Finding -Status Ok -Reason 'small-offset' -Evidence $evidence
    }
    New-Finding -Status Ok -Evidence $evidence
}

# 3 internet-connection: Internet connection.
function Test-InternetConnection {
    param([string[]] $Endpoints, [string] $HttpProbe)
    # Endpoints first: an adapter without a gateway, or with an automatic address beside a good one, is often fine.
    $reached = @()
    $blocked = @()
    $unresolved = @()
    foreach ($endpoint in $Endpoints) {
        $hostName, $port = $endpoint -split ':'
        $address = Resolve-DnsName -Name $hostName -QuickTimeout -ErrorAction SilentlyContinue
        if (-not $address) {
            $unresolved += $endpoint
        }
        elseif (Test-TcpPort -HostName $hostName -Port $port -TimeoutSeconds 3) {
            $reached += $endpoint
        }
        else {
            $blocked += $endpoint
        }
    }
    $query = @{
        ClassName           = 'Win32_NetworkAdapterConfiguration'
        Filter              = 'IPEnabled = TRUE'
        OperationTimeoutSec = 30
    }
    $adapters = @(Get-CimInstance @query)
    $addresses = @($adapters | ForEach-Object { $_.IPAddress } | Where-Object { $_ })
    # A PC gives itself 169.254/16 and fe80::/10 when nobody hands one out.
    $usable = @($addresses | Where-Object { $_ -notmatch '^169\.254\.' -and $_ -notmatch '^fe[89ab][0-9a-f]:' })
    $evidence = @{
        Reached          = $reached
        Blocked          = $blocked
        Unresolved       = $unresolved
        Adapters         = $adapters.Count
        UsableAddresses  = $usable.Count
        AutomaticAddress = @($addresses | Where-Object { $_ -match '^169\.254\.' }).Count -gt 0
        Gateway          = @($adapters | Where-Object { $_.DefaultIPGateway }).Count -gt 0
        ProxyConfigured  = $false
        HttpAnswers      = $false
    }
    if ($blocked.Count + $unresolved.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    if (-not $usable) {
        $reason = if ($evidence.AutomaticAddress) { 'automatic-address' } else { 'no-address' }
        return New-Finding -Status Problem -Reason $reason -Evidence $evidence
    }
    # Behind a proxy a direct connection fails that Windows Update does not need. Byte 8: 2 stands for a named one.
    $settings = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'
    $winHttp = Get-RegistryValue -Path "HKLM:\$settings\Connections" -Name 'WinHttpSettings'
    $named = $winHttp -and $winHttp.Count -gt 8 -and ($winHttp[8] -band 2)
    $enabled = (Get-RegistryValue -Path "HKCU:\$settings" -Name 'ProxyEnable') -eq 1
    $automatic = Get-RegistryValue -Path "HKCU:\$settings" -Name 'AutoConfigURL'
    $evidence['ProxyConfigured'] = [bool] ($named -or $enabled -or $automatic)
    $answer = Get-WebDate -Url $HttpProbe -TimeoutSeconds 5
    # A portal answers too, but otherwise.
    $evidence['HttpAnswers'] = $null -ne $answer -and $answer.Body -eq 'Microsoft Connect Test'
    if ($evidence.ProxyConfigured) { return New-Finding -Status Unknown -Reason 'proxy' -Evidence $evidence }
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    if ((Get-UpdateServer).IsUsed) {
        # Such a network has no way out on purpose.
        if ((Get-RegistryValue -Path $policy -Name 'DoNotConnectToWindowsUpdateInternetLocations') -eq 1) {
            return New-Finding -Status Ok -Reason 'closed-network' -Evidence $evidence
        }
        return New-Finding -Status Unknown -Reason 'own-server' -Evidence $evidence
    }
    # A proxy that is found automatically passes requests on.
    if (-not $reached -and $evidence.HttpAnswers) {
        return New-Finding -Status Unknown -Reason 'answers-indirectly' -Evidence $evidence
    }
    if ($reached) { return New-Finding -Status Problem -Reason 'partly-blocked' -Evidence $evidence }
    if (-not $blocked) {
        return New-Finding -Status Problem -Reason 'names-unresolved' -Evidence $evidence
    }
    New-Finding -Status Problem -Reason 'blocked' -Evidence $evidence
}

# 4 disk-space: Free disk space.
function Test-DiskSpace {
    param([int] $MinimumGigabytes, [int] $ComfortGigabytes, [int] $UpgradeGigabytes)
    $filter = "DeviceID = '$env:SystemDrive'"
    $volume = Get-CimInstance -ClassName Win32_LogicalDisk -Filter $filter -OperationTimeoutSec 30
    if ($null -eq $volume -or $null -eq $volume.FreeSpace) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Drive = $env:SystemDrive }
    }
    $free = [math]::Round($volume.FreeSpace / 1gb, 1)
    $evidence = @{
        Drive         = $env:SystemDrive
        FreeGigabytes = $free
        SizeGigabytes = [math]::Round($volume.Size / 1gb, 1)
        Minimum       = $MinimumGigabytes
        Comfort       = $ComfortGigabytes
        Upgrade       = $UpgradeGigabytes
    }
    # What a drive cannot have free at all is no advice: some tablets have 32 GB.
    $isSmall = $evidence.SizeGigabytes -lt 2 * $UpgradeGigabytes
    if ($free -lt $MinimumGigabytes) {
        $reason = if ($isSmall) { 'full-small' } else { 'full' }
        return New-Finding -Status Problem -Reason $reason -Evidence $evidence
    }
    if ($isSmall -and $free -lt $ComfortGigabytes) { return New-Finding -Status Ok -Reason 'small' -Evidence $evidence }
    # Neither figure stops a monthly update for certain, so they are said and are no fault.
    if ($free -lt $ComfortGigabytes) { return New-Finding -Status Ok -Reason 'tight' -Evidence $evidence }
    if ($free -lt $UpgradeGigabytes) { return New-Finding -Status Ok -Reason 'no-upgrade' -Evidence $evidence }
    New-Finding -Status Ok -Evidence $evidence
}

# 21 proxy: Proxy and VPN.
function Test-Proxy {
    param([string] $Endpoint)
    # Searches use the proxy of WinHTTP, downloads that of the user as well. As SYSTEM that is the one of SYSTEM.
    $settings = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'
    $policy = "HKLM:\$($settings -replace 'Microsoft\\', 'Policies\Microsoft\')"
    # With this policy there is one setting for all users.
    $isShared = (Get-RegistryValue -Path $policy -Name 'ProxySettingsPerUser') -eq 0
    $key = if ($isShared) { "HKLM:\$settings" } else { "HKCU:\$settings" }
    $named = if ((Get-RegistryValue -Path $key -Name 'ProxyEnable') -eq 1) {
        Get-RegistryValue -Path $key -Name 'ProxyServer'
    }
    # 23 is a dialled connection, 53 a virtual adapter, as VPN clients make them. 1 is up.
    $tunnels = @(Get-NetAdapter -ErrorAction SilentlyContinue |
            Where-Object { $_.InterfaceType -in 23, 53 -and $_.InterfaceOperationalStatus -eq 1 })
    $machine = [string] (Get-WinHttpProxy)
    # Names and passwords do not belong into a report.
    $evidence = @{
        WinHttp   = $machine -replace '[^;=/\s]*@'
        User      = [string] $named -replace '[^;=/\s]*@'
        AllUsers  = $isShared
        Script    = [string] (Get-RegistryValue -Path $key -Name 'AutoConfigURL') -replace '[^;=/\s]*@'
        Vpn       = @($tunnels | ForEach-Object { $_.InterfaceDescription })
        Answering = @()
    }
    if ($machine -eq '?') { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
    if ($machine) {
        if (-not (Test-ProxyServer -Server $machine)) {
            $evidence['Owner'] = [string] (Get-ProxyOwner -Server $machine)
            if ($evidence.Owner) { return New-Finding -Status Unknown -Reason 'away' -Evidence $evidence }
            return New-Finding -Status Problem -Reason 'unreachable' -Evidence $evidence
        }
        $evidence['Answering'] += @('WinHttp')
    }
    if ($named) {
        if (-not (Test-ProxyServer -Server $named)) {
            return New-Finding -Status Unknown -Reason 'user-unreachable' -Evidence $evidence
        }
        $evidence['Answering'] += @('User')
    }
    # A script was not run here. WinHTTP reads none from a file or share, so that searches go out directly.
    $isFile = $evidence.Script -match '^(f[iI]le:|[A-Za-z]:|\\\\)' -and -not $machine
    if ($isFile -and -not (Test-TcpPort -HostName $Endpoint -Port 443)) {
        return New-Finding -Status Unknown -Reason 'file-script' -Evidence $evidence
    }
    if ($evidence.Script) { return New-Finding -Status Ok -Reason 'script' -Evidence $evidence }
    if ($machine -or $named) { return New-Finding -Status Ok -Reason 'used' -Evidence $evidence }
    if ($tunnels) { return New-Finding -Status Ok -Reason 'vpn' -Evidence $evidence }
    New-Finding -Status Ok -Evidence $evidence
}

# 21 hosts-file: Update servers in the hosts file.
function Test-HostsFile {
    param([string[]] $Domains)
    $found = Get-HostsLine -Domain $Domains
    $evidence = @{ File = $found.File; Lines = @($found.Lines | Select-Object -First 5) }
    if ($null -eq $found.Lines) { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
    if ($evidence.Lines) { return New-Finding -Status Problem -Reason 'redirected' -Evidence $evidence }
    New-Finding -Status Ok -Evidence $evidence
}

# 21 tls-protocol: TLS 1.2.
function Test-TlsProtocol {
    $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'
    # Without these values Windows offers TLS 1.2.
    $evidence = @{
        Enabled           = Get-RegistryValue -Path $key -Name 'Enabled'
        DisabledByDefault = Get-RegistryValue -Path $key -Name 'DisabledByDefault'
    }
    foreach ($value in $evidence.Enabled, $evidence.DisabledByDefault) {
        if ($null -ne $value -and $value -isnot [int]) {
            return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
        }
    }
    if ($evidence.Enabled -eq 0 -or $evidence.DisabledByDefault) {
        return New-Finding -Status Problem -Reason 'switched-off' -Evidence $evidence
    }
    New-Finding -Status Ok -Evidence $evidence
}

# 21 winsock-catalog: Winsock catalogue.
function Test-WinsockCatalog {
    $root = 'HKLM:\SYSTEM\CurrentControlSet\Services\WinSock2\Parameters'
    $catalogue = Get-RegistryValue -Path $root -Name 'Current_Protocol_Catalog'
    $list = "$root\$(if ($catalogue) { $catalogue } else { 'Protocol_Catalog9' })\Catalog_Entries64"
    $evidence = @{ Entries = 0; Missing = @(); Others = @() }
    foreach ($name in Get-SubkeyName -Path $list) {
        $bytes = [byte[]] @(Get-RegistryValue -Path "$list\$name" -Name 'PackedCatalogItem')
        if ($bytes.Count -lt 340) { continue }
        # 260 bytes of path, then WSAPROTOCOL_INFOW with the address family at 76. Only IPv4 (2) and IPv6 (23)
        # matter: a left-over of a virtual machine or Bluetooth stops nobody.
        if ([BitConverter]::ToInt32($bytes, 336) -notin 2, 23) { continue }
        $evidence['Entries']++
        $path = [Text.Encoding]::ASCII.GetString($bytes, 0, 260) -replace '\x00[\s\S]*'
        if ($path -match '^%([^%]+)%(.+)$' -and $Matches[1] -in 'SystemRoot', 'windir') {
            $path = $env:SystemRoot + $Matches[2]
        }
        # Other variables are not resolved here, so nothing can be said.
        if ($path -match '^%') { continue }
        if (-not (Test-Path -LiteralPath $path)) { $evidence['Missing'] += @($path) }
        if ($path -notlike '*\mswsock.dll') { $evidence['Others'] += @($path) }
    }
    if ($evidence.Entries -eq 0) { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
    if ($evidence.Missing) { return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence }
    if ($evidence.Others) { return New-Finding -Status Ok -Reason 'others' -Evidence $evidence }
    New-Finding -Status Ok -Evidence $evidence
}

# 36 tls-inspection: TLS inspection.
function Test-TlsInspection {
    param([string] $Endpoint, [string] $Issuer, [int] $Days, [string] $Provider)
    if ((Get-UpdateServer).IsUsed) { return New-Finding -Status NotApplicable }
    # Searches go through the proxy of WinHTTP: one for all protocols, or one for each.
    $servers = @(Get-ProxyEndpoint -Server ([string] (Get-WinHttpProxy)))
    $way = @($servers | Where-Object { $_.Protocol -eq 'https' }) + @($servers | Where-Object { -not $_.Protocol }) |
        Select-Object -First 1 | ForEach-Object {
            $name = if ($_.Name -like '*:*') { "[$($_.Name)]" } else { $_.Name }
            "${name}:$($_.Port)"
        }
    $evidence = @{
        Server = $Endpoint
        Proxy  = [string] $way
        Issuer = [string] (Get-TlsIssuer -HostName $Endpoint -Proxy $way)
    }
    if (-not $evidence.Issuer) { return New-Finding -Status Unknown -Reason 'unseen' -Evidence $evidence }
    if ($evidence.Issuer -cmatch "(^|, )O=$Issuer(,|$)") { return New-Finding -Status Ok -Evidence $evidence }
    # The last search decides: trust, handshakes and connections that were cut. Names that do not resolve and answers of
    # HTTP say nothing of a certificate.
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    try {
        $searches = @(Get-EventRecord -Log "$Provider/Operational" -Provider $Provider -Id 25, 26 -Since $since)
    }
    catch { return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence }
    $last = $searches | Where-Object { -not (Test-StoreApp -Service $_.Data['serviceGuid'] -Title '') } |
        Sort-Object -Property Time | Select-Object -Last 1
    $code = [string] $(if ($last) { $last.Data['errorCode'] })
    if ($code -notmatch '^0x(80072F(05|06|0D|17|7D|8F)|80072EF[DEF]|800B01..|80240438|8024402F)$') {
        return New-Finding -Status Ok -Reason 'opened' -Evidence $evidence
    }
    $code = '0x' + $code.Substring(2).ToUpperInvariant()
    New-Finding -Status Problem -Reason 'refused' -Evidence $evidence -HResult $code
}

# 34 metered-connection: Metered connection.
function Test-MeteredConnection {
    param([int] $StaleDays)
    # Windows keeps a cost for each kind of network (2 and 3 are metered), and one that a person chose for a network.
    $costs = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'
    $profiles = 'HKLM:\SOFTWARE\Microsoft\DusmSvc\Profiles'
    # Policy DataUsage/SetCost4G.
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WwanSvc\NetCost'
    $kinds = @{ 6 = 'Ethernet'; 71 = 'WiFi'; 243 = '4G'; 244 = '4G' }
    $known = @(Get-NetAdapter -ErrorAction SilentlyContinue)
    if (-not $known) { return New-Finding -Status Unknown -Reason 'unreadable' }
    # Those of hypervisors and VPN lead nowhere by themselves.
    $adapters = @($known | Where-Object {
            $isVirtual = $_ | Select-Object -ExpandProperty Virtual -ErrorAction SilentlyContinue
            $_.InterfaceOperationalStatus -eq 1 -and -not $isVirtual -and $kinds.ContainsKey([int] $_.InterfaceType)
        })
    $metered = @($adapters | Where-Object {
            $guid = $_ | Select-Object -ExpandProperty InterfaceGuid -ErrorAction SilentlyContinue
            $networks = @(if ($guid) { Get-SubkeyName -Path "$profiles\$guid" })
            $chosen = @($networks | ForEach-Object { Get-RegistryValue -Path "$profiles\$guid\$_" -Name 'UserCost' })
            $kind = $kinds[[int] $_.InterfaceType]
            $usual = if ($kind -eq '4G') { Get-RegistryValue -Path $policy -Name 'Cost4G' }
            if ($null -eq $usual) { $usual = Get-RegistryValue -Path $costs -Name $kind }
            # A network for which nobody chose counts as its kind does; a choice of 0 is one.
            if ($chosen.Count) { @($chosen | Where-Object { $_ -ne 2 }).Count -eq 0 } else { $usual -in 2, 3 }
        })
    # A person, a group policy or an MDM may allow it.
    $name = 'AllowAutoWindowsUpdateDownloadOverMeteredNetwork'
    $allowed = 'Microsoft\WindowsUpdate\UX\Settings', 'Policies\Microsoft\Windows\WindowsUpdate',
    'Microsoft\PolicyManager\current\device\Update' | ForEach-Object {
        Get-RegistryValue -Path "HKLM:\SOFTWARE\$_" -Name $name
    }
    $updated = Get-LastRollupTime
    $evidence = @{
        Metered    = @($metered | ForEach-Object { $_.InterfaceDescription })
        Allowed    = $allowed -contains 1
        LastUpdate = if ($updated) { $updated.ToString('s').Substring(0, 10) }
    }
    # One way that is not metered is enough.
    $isHeld = $metered.Count -gt 0 -and $metered.Count -eq $adapters.Count -and -not $evidence.Allowed
    if (-not $isHeld) { return New-Finding -Status Ok -Evidence $evidence }
    if ($updated -and $updated -lt (Get-Date).ToUniversalTime().AddDays(-$StaleDays)) {
        return New-Finding -Status Problem -Reason 'holds-back' -Evidence $evidence
    }
    New-Finding -Status Ok -Reason 'metered' -Evidence $evidence
}

# 28 update-server: Update server and policy.
function Test-UpdateServer {
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $named = Get-UpdateServer
    $server = $named.Address
    $useServer = $named.IsUsed
    $kinds = 'Feature', 'Quality', 'Driver', 'Other' | ForEach-Object { "SetPolicyDrivenUpdateSourceFor${_}Updates" }
    $sources = @($kinds | ForEach-Object { Get-RegistryValue -Path $policy -Name $_ } | Where-Object { $null -ne $_ })
    $sourcesApply = (Get-RegistryValue -Path "$policy\AU" -Name 'UseUpdateClassPolicySource') -eq 1
    $internet = Get-RegistryValue -Path $policy -Name 'DoNotConnectToWindowsUpdateInternetLocations'
    $enrolments = 'HKLM:\SOFTWARE\Microsoft\Enrollments'
    $managers = @(Get-SubkeyName -Path $enrolments | Where-Object {
            (Get-RegistryValue -Path "$enrolments\$_" -Name 'EnrollmentState') -eq 1
        } | ForEach-Object { Get-RegistryValue -Path "$enrolments\$_" -Name 'ProviderID' } | Where-Object { $_ })
    $agent = 'HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec'
    if (Test-Path -LiteralPath $agent) { $managers += 'Configuration Manager' }
    $evidence = @{
        ServedBy          = if ($useServer) { 'WSUS' } else { 'Windows Update' }
        Server            = $server
        AlternateServer   = [string] (Get-RegistryValue -Path $policy -Name 'UpdateServiceUrlAlternate')
        InternetForbidden = $internet -eq 1
        AutomaticUpdates  = (Get-RegistryValue -Path "$policy\AU" -Name 'NoAutoUpdate') -ne 1
        SourcePolicies    = $sources.Count
        Managers          = $managers
        Services          = @()
    }
    # Those of an MDM apply by themselves.
    $mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
    $applied = $sources
    if (-not $sourcesApply) { $applied = $kinds | ForEach-Object { Get-RegistryValue -Path $mobile -Name $_ } }
    if ($useServer -and $applied -contains 0) { $evidence['ServedBy'] = 'WSUS and Windows Update' }
    $reason = $null
    if ((Get-RegistryValue -Path $policy -Name 'DisableWindowsUpdateAccess') -eq 1) { $reason = 'access-disabled' }
    elseif ($sources.Count -gt 0 -and -not $sourcesApply) { $reason = 'sources-ignored' }
    elseif ($sources.Count -in 1, 2, 3) { $reason = 'sources-partial' }
    elseif ($sources -contains 1 -and -not $useServer) { $reason = 'sources-without-server' }
    elseif ($useServer -and -not $server) { $reason = 'server-missing' }
    if ($reason) { return New-Finding -Status Problem -Reason $reason -Evidence $evidence }
    if ($useServer) {
        if ($server -notmatch '^(https?)://([^/:\s\[\]]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?(/\S*[^/\s])?$') {
            return New-Finding -Status Problem -Reason 'server-malformed' -Evidence $evidence
        }
        $port = if ($Matches[3]) { [int] $Matches[3] } elseif ($Matches[1] -eq 'https') { 443 } else { 80 }
        if (-not (Test-TcpPort -HostName $Matches[2].Trim('[]') -Port $port -TimeoutSeconds 5)) {
            return New-Finding -Status Problem -Reason 'server-unreachable' -Evidence $evidence
        }
    }
    # The list is local: an empty one means a damaged store.
    try {
        $manager = New-Object -ComObject 'Microsoft.Update.ServiceManager'
        $evidence['Services'] = @($manager.Services | ForEach-Object {
                '{0} default={1} managed={2}' -f $_.ServiceID, $_.IsDefaultAUService, $_.IsManaged
            })
    }
    catch {
        $code = '0x{0:X8}' -f $_.Exception.GetBaseException().HResult
        return New-Finding -Status Unknown -Reason 'agent-silent' -Evidence $evidence -HResult $code
    }
    if ($evidence.Services.Count -eq 0) {
        return New-Finding -Status Problem -Reason 'no-service' -Evidence $evidence
    }
    $reason = if ($managers) { 'by-manager' } else { 'by-windows-update' }
    if ($useServer) { $reason = if ($evidence.ServedBy -eq 'WSUS') { 'by-server' } else { 'by-both' } }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 28 update-policy: Policies that hold updates back.
function Test-UpdatePolicy {
    param([string[]] $Managers, [int] $StaleDays, [int] $PauseDays)
    $group = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
    $user = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $now = (Get-Date).ToUniversalTime()
    $updated = Get-LastRollupTime
    $build = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
    if ($build -eq 0) { return New-Finding -Status Unknown -Reason 'unreadable' }
    $isClient = (Get-RegistryValue -Path $version -Name 'InstallationType') -eq 'Client'
    $server = Get-UpdateServer
    $useServer = $server.IsUsed
    $evidence = @{
        Policies   = @()
        Managers   = @()
        Pin        = ''
        Installed  = [string] (Get-RegistryValue -Path $version -Name 'DisplayVersion')
        LastUpdate = if ($updated) { $updated.ToString('s').Substring(0, 10) } else { '-' }
        Until      = ''
        Server     = $server.Address
    }
    # By the programs of services.
    $paths = @(Get-CimInstance -ClassName Win32_Service -OperationTimeoutSec 30 | ForEach-Object { "$($_.PathName)" })
    foreach ($row in $Managers) {
        $part, $name = $row -split '='
        $found = $paths | Where-Object { $_.IndexOf($part, [StringComparison]::OrdinalIgnoreCase) -ge 0 }
        if ($found) { $evidence['Managers'] += $name }
    }
    if (-not $evidence.Managers) { $evidence['Managers'] = @('-') }
    $set = @(
        foreach ($row in "$group\AU=NoAutoUpdate=1", "$group\AU=AUOptions=1", "$mobile=AllowAutoUpdate=5",
            "$group=SetDisableUXWUAccess=1", "$mobile=SetDisableUXWUAccess=1",
            "$group=DoNotConnectToWindowsUpdateInternetLocations=1", "$mobile=AllowUpdateService=0") {
            $key, $name, $value = $row -split '='
            if ([string] (Get-RegistryValue -Path $key -Name $name) -eq $value) { "$name $value" }
        }
    )
    $barred = @($set -match '^DoNot|^AllowUpdateS')
    $off = @($set | Where-Object { $_ -notin $barred })
    $delays = @(
        foreach ($key in $group, $mobile) {
            foreach ($name in 'DeferFeatureUpdatesPeriodInDays', 'DeferQualityUpdatesPeriodInDays') {
                $days = Get-RegistryValue -Path $key -Name $name
                if ($days) { "$name $days" }
            }
        }
        # Only this says whether a pause still holds.
        $state = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UpdatePolicy\Settings'
        foreach ($name in 'PausedFeatureStatus', 'PausedQualityStatus') {
            if ((Get-RegistryValue -Path $state -Name $name) -eq 1) { $name }
        }
    )
    # An MDM keeps the version where a group policy keeps 1.
    $pin = Get-RegistryValue -Path $mobile -Name 'TargetReleaseVersion'
    if ((Get-RegistryValue -Path $group -Name 'TargetReleaseVersion') -eq 1) {
        $pin = Get-RegistryValue -Path $group -Name 'TargetReleaseVersionInfo'
    }
    # Editions for the home do not follow it.
    if ((Get-RegistryValue -Path $version -Name 'EditionID') -like 'Core*') { $pin = $null }
    $product = -join ($group, $mobile | ForEach-Object { Get-RegistryValue -Path $_ -Name 'ProductVersion' })
    if ($pin) {
        $evidence['Pin'] = "$product $pin".Trim()
        $delays += "TargetReleaseVersion $pin"
    }
    $evidence['Policies'] = $off + $delays
    $isOlder = "$pin $($evidence.Installed)" -match '^(\d\dH\d) (\d\dH\d)$' -and $Matches[1] -lt $Matches[2]
    $isBehind = $isOlder -or ($pin -and $build -ge 22000 -and $product -match 'Windows 10$')
    # The source is Windows Update without a server, or where a policy says so; before Windows 11, delays do.
    $isByClass = (Get-RegistryValue -Path "$group\AU" -Name 'UseUpdateClassPolicySource') -eq 1
    $key = if ($isByClass) { $group } else { $mobile }
    $source = Get-RegistryValue -Path $key -Name 'SetPolicyDrivenUpdateSourceForQualityUpdates'
    $isDual = $useServer -and $delays -and $build -lt 22000 -and $null -eq $source -and -not $isByClass -and
    (Get-RegistryValue -Path $group -Name 'DisableDualScan') -ne 1
    $isPublic = -not $useServer -or $isDual -or $source -eq 0
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    try { $failed = @(Get-OpenFailure -Provider $client -Since $now.AddDays(-14) -Code '0x8024500C', '0x80D0*') }
    catch { $failed = @() }
    $codes = @($failed | ForEach-Object { $_.Code } | Select-Object -Unique) -eq '0x8024500C'
    $reason = $null
    $until = 'PauseUpdatesExpiryTime', 'PauseFeatureUpdatesEndTime', 'PauseQualityUpdatesEndTime' |
        ForEach-Object { [string] (Get-RegistryValue -Path $user -Name $_) } | Where-Object { $_ -match '^\d{4}-' } |
        Sort-Object | Select-Object -Last 1
    if ($isBehind) { $reason = 'pin-behind' }
    elseif ($isPublic -and ($barred -or $codes)) {
        $evidence['Policies'] = $barred
        $reason = if ($barred) { 'source-barred' } else { 'source-refused' }
    }
    elseif ($until -gt $now.AddDays($PauseDays).ToString('s')) {
        $evidence['Until'] = $until
        $reason = 'paused-long'
    }
    elseif ($useServer -and -not (Get-RegistryValue -Path $group -Name 'UpdateServiceUrlAlternate') -and
        (Test-Path -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec')) {
        # Its client loads from itself, at that address, but not what policies take from Windows Update.
        $codes = @($failed | Where-Object { $_.Service -eq '3DA21691-E39D-4DA6-8A4B-B43877BCB1B7' } |
                ForEach-Object { $_.Code } | Select-Object -Unique) -ne '0x8024500C'
        if ($codes) { $reason = 'alternate-missing' }
    }
    if ($reason) { return New-Finding -Status Problem -Reason $reason -Evidence $evidence -HResult $codes }
    if ($off) {
        $isOld = $isClient -and $updated -and $updated -lt $now.AddDays(-$StaleDays)
        $status = if ($isOld) { 'Problem' } else { 'Ok' }
        return New-Finding -Status $status -Reason 'automatic-off' -Evidence $evidence
    }
    if ($delays) { $reason = if ($isDual) { 'dual-scan' } else { 'delayed' } }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 30 restart-pending: Restart pending.
function Test-RestartPending {
    param([int] $PickedHours)
    $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
    $update = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'
    if (-not (Test-Path -LiteralPath $servicing)) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Key = $servicing }
    }
    $causes = @(Get-RestartCause)
    $held = @()
    $active = ''
    if (Test-Path -LiteralPath "$update\Auto Update\RebootRequired") {
        $causes += 'Windows Update RebootRequired'
        # A restart by itself waits for power and the end of active hours, 18 at most.
        $power = Get-CimInstance -ClassName Win32_Battery -OperationTimeoutSec 30 -ErrorAction SilentlyContinue |
            ForEach-Object { $_.BatteryStatus -in 1, 4, 5 }
        if ($power -and $power -notcontains $false) { $held += 'BatteryStatus' }
        # Those of a policy come first; what Windows picks itself has names of its own.
        $place = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
        $smart = ''
        if ((Get-RegistryValue -Path $place -Name 'SetActiveHours') -ne 1) {
            $place = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
            if ((Get-RegistryValue -Path $place -Name 'SmartActiveHoursState') -eq $PickedHours) { $smart = 'Smart' }
        }
        $hours = @('Start', 'End' | ForEach-Object {
                Get-RegistryValue -Path $place -Name "${smart}ActiveHours$_"
            } | Where-Object { $_ -is [int] })
        $active = if ($hours.Count -eq 2) { $hours -join '-' } elseif ($smart) { '?' }
        if ($hours.Count -eq 2 -and ($hours[1] - $hours[0] + 24) % 24 -ge 16) {
            $held += "ActiveHours $active"
        }
    }
    # The key Pending is always there: only a service inside it counts.
    if (Get-SubkeyName -Path "$update\Services\Pending") { $causes += 'Windows Update service registration' }
    $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
    $renames = @('PendingFileRenameOperations', 'PendingFileRenameOperations2' | ForEach-Object {
            Get-RegistryValue -Path $manager -Name $_
        } | Where-Object { $_ })
    $system = Get-CimInstance -ClassName Win32_OperatingSystem -OperationTimeoutSec 30
    $boot = if ($system) { $system.LastBootUpTime.ToUniversalTime() } else { $null }
    $pending = Join-Path -Path $env:SystemRoot -ChildPath 'WinSxS\pending.xml'
    $staged = Get-Item -LiteralPath $pending -Force -ErrorAction SilentlyContinue
    $evidence = @{
        Causes         = $causes
        Held           = $held
        ActiveHours    = $active
        QueuedRenames  = $renames.Count
        LastBoot       = if ($boot) { $boot.ToString('s') + 'Z' } else { $null }
        StagedSince    = if ($staged) { $staged.LastWriteTimeUtc.ToString('s') + 'Z' } else { $null }
        FastStartup    = (Get-RegistryValue -Path "$manager\Power" -Name 'HiberbootEnabled') -eq 1
    }
    if ($causes.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    $reason = if ($held) { 'pending-held' } elseif ($evidence.FastStartup) { 'pending-fast-startup' } else { 'pending' }
    # What was staged before the last start did not get done by it.
    if ($staged -and $boot -and $staged.LastWriteTimeUtc -lt $boot) { $reason = 'survived-restart' }
    New-Finding -Status Problem -Reason $reason -Evidence $evidence
}

# 31 updates-switched-off: Updates switched off.
function Test-UpdatesSwitchedOff {
    param([string[]] $Services, [string[]] $Tasks, [string[]] $Domains)
    $key = 'HKLM:\SYSTEM\CurrentControlSet\Services'
    $folder = Join-Path -Path $env:SystemRoot -ChildPath 'System32'
    $evidence = @{ Services = @(); Files = @(); Others = @(); Policies = @(); Tool = '' }
    $starts = @()
    $isOurs = $false
    foreach ($row in $Services) {
        $name, $null, $file = $row -split ' '
        $start = Get-RegistryValue -Path "$key\$name" -Name 'Start'
        if ($null -ne $start) { $starts += $start }
        if ($start -eq 4) { $evidence['Services'] += $name }
        if (-not $file -or -not (Test-Path -LiteralPath "$key\$name")) { continue }
        $library = [string] (Get-RegistryValue -Path "$key\$name\Parameters" -Name 'ServiceDll')
        $library = $library -replace '^%SystemRoot%|^%w[iI]nd[iI]r%', $env:SystemRoot
        # Its name differs between versions of Windows: only what is not there is wrong.
        if ($library -and (Test-Path -LiteralPath $library)) { continue }
        if (Test-Path -LiteralPath "$folder\$file") { $isOurs = $true }
        $stem = $file -replace '\.dll$'
        $renamed = "$file.OLD", "$file.bak", "${stem}_BAK.dll", "${file}e"
        $evidence['Files'] += @("$name ServiceDll=$library")
        $evidence['Files'] += @($renamed | Where-Object { Test-Path -LiteralPath "$folder\$_" })
    }
    if (-not $starts) { return New-Finding -Status Unknown -Reason 'unreadable' }
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $evidence['Policies'] = @(
        foreach ($name in 'AU:NoAutoUpdate', 'AU:AUOptions', ':DisableWindowsUpdateAccess', ':SetDisableUXWUAccess') {
            $below, $value = $name -split ':'
            if ((Get-RegistryValue -Path "$policy\$below".TrimEnd('\') -Name $value) -eq 1) { $value }
        }
        $server = (Get-UpdateServer).Address
        if ($server -match '^ +$|//(localhost|127\.|0\.0\.0\.0)') { "WUServer $server" }
    )
    $settings = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
    $until = [string] (Get-RegistryValue -Path $settings -Name 'PauseUpdatesExpiryTime')
    $others = @()
    if (Get-Command -Name 'Get-ScheduledTask' -ErrorAction SilentlyContinue) {
        foreach ($row in $Tasks) {
            $path, $name = $row -split '='
            $others += @(Get-ScheduledTask -TaskPath $path -TaskName $name -ErrorAction SilentlyContinue |
                    Where-Object { [string] $_.State -eq 'Disabled' } | ForEach-Object { "$path$name" })
        }
    }
    # One text a rule: v2.31|Action=Block|...|Svc=wuauserv|...| Those for some addresses or another port than the web's
    # keep no update off.
    $marks = '\|Action=Block\|', '\|Active=TRUE\|', '\|Dir=Out\|', '^(?!.*\|(RA[46]=|RPort=(?!(80|443)\|)))',
    '\|Svc=(wuauserv|usosvc|dosvc|b[iI]ts)\||^(?!.*\|Svc=\w).*\|App=[^|]*\\(svchost|usocl[iI]ent|MoUsoCoreWorker)\.exe\|'
    $rules = "$key\SharedAccess\Parameters\FirewallPolicy\FirewallRules"
    if (Test-Path -LiteralPath $rules) {
        $others += @((Get-Item -LiteralPath $rules).GetValueNames() | Where-Object {
                $rule = [string] (Get-RegistryValue -Path $rules -Name $_)
                -not ($marks | Where-Object { $rule -notmatch $_ })
            } | ForEach-Object { "FirewallRules\$_" })
    }
    $hosts = @((Get-HostsLine -Domain $Domains).Lines)
    $evidence['Others'] = @(
        if ($until -match '^\d{4}-' -and $until -gt (Get-Date).AddDays(400).ToString('s')) {
            "PauseUpdatesExpiryTime $until"
        }
        $others
        if ($hosts) { "drivers\etc\hosts ($($hosts.Count))" }
    )
    # One of these alone has a check of its own.
    if ($evidence.Services -and $evidence.Services.Count + $evidence.Others.Count -gt 1) { $isOurs = $true }
    $isBroken = $isOurs -or [bool] $evidence.Files -or $others.Count -gt 0
    # What only one known tool leaves; the code of each is public.
    $config = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\DeliveryOptimization\Config'
    $isTuned = (Get-RegistryValue -Path $config -Name 'DODownloadMode') -eq 0 -and
    $evidence.Policies -contains 'AUOptions'
    if ($isTuned -or $evidence.Files -match '\.dlle$') { $evidence['Tool'] = 'WinUtil' }
    if ($evidence.Files -match '\.OLD$') { $evidence['Tool'] = 'privacy.sexy' }
    if ($evidence.Files -match '_BAK\.dll$') { $evidence['Tool'] = 'Windows Update Disabler' }
    $evidence['Traces'] = @(
        if ($evidence.Tool) { $evidence.Tool }
        $evidence.Services | ForEach-Object { "$_ (Start 4)" }
        $evidence.Files
        $evidence.Others
        $evidence.Policies
    )
    if ($isOurs) { return New-Finding -Status Problem -Reason 'switched-off' -Evidence $evidence }
    # What the repair does not touch.
    if ($isBroken) { return New-Finding -Status Problem -Reason 'by-other-means' -Evidence $evidence }
    $reason = if ($evidence.Services) { 'one-service' } elseif ($evidence.Policies) { 'by-policy' }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 5 download-progress: Download in progress.
function Test-DownloadProgress {
    param([int] $StallMinutes, [int] $Hours, [int] $SampleSeconds, [string] $UpdateJob)
    $now = (Get-Date).ToUniversalTime()
    $log = 'Microsoft-Windows-WindowsUpdateClient'
    $query = @{ Provider = $log; Since = $now.AddHours(-$Hours) }
    try {
        $records = @(
            Get-EventRecord -Log 'System' -Id 19, 20, 43, 44 @query
            Get-EventRecord -Log "$log/Operational" -Id 31, 41 @query
        ) | Sort-Object -Property Time
    }
    catch {
        return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence @{ Error = $_.Exception.GetType().Name }
    }
    # 44 begins a download and replaces one that was given up; the others say that it ended. It names no service: titles
    # that begin with the id of a product are apps from the Store.
    $newest = $records | Where-Object { $_.Id -eq 44 } |
        Where-Object { -not (Test-StoreApp -Service '' -Title $_.Data['updateTitle']) } | Select-Object -Last 1
    if ($null -eq $newest) { return New-Finding -Status Ok }
    $ended = @($records | Where-Object { $_.Id -ne 44 -and $_.Time -ge $newest.Time } |
            Where-Object { $_.Data['updateGuid'] -eq $newest.Data['updateGuid'] })
    if ($ended.Count -gt 0) { return New-Finding -Status Ok }
    $evidence = @{ Begun = $newest.Time.ToString('s') + 'Z'; Newest = $null; Bytes = 0; Minutes = $StallMinutes }
    # A 44 without an end is common (up to 37 a log). Only a transfer that Windows has not given up shows a download:
    # a job of BITS, or a file of Delivery Optimization.
    $transfers = @()
    $isHidden = $false
    try {
        $transfers += @(Get-BitsTransfer -AllUsers -ErrorAction Stop | Where-Object {
                $_.DisplayName -like "$UpdateJob*" -and
                [string] $_.JobState -in 'Queued', 'Connecting', 'Transferring', 'TransientError', 'Error'
            })
    }
    catch { $isHidden = $true }
    if (Get-Command -Name 'Get-DeliveryOptimizationStatus' -ErrorAction SilentlyContinue) {
        try {
            $transfers += @(Get-DeliveryOptimizationStatus -ErrorAction Stop |
                    Where-Object { [string] $_.Status -eq 'Downloading' })
        }
        catch { $isHidden = $true }
    }
    if (-not $transfers -and -not $isHidden) { return New-Finding -Status Ok -Reason 'only-begun' -Evidence $evidence }
    $cache = 'ServiceProfiles\NetworkService\AppData\Local\Microsoft\Windows\DeliveryOptimization\Cache'
    $names = 'SoftwareDistribution\Download', $cache
    $folders = @($names | ForEach-Object { Join-Path -Path $env:SystemRoot -ChildPath $_ })
    $limit = $now.AddMinutes(-$StallMinutes)
    $earlier = $null
    foreach ($pause in 0, $SampleSeconds) {
        Start-Sleep -Seconds $pause
        $denied = $null
        $splat = @{ Recurse = $true; Force = $true; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'denied' }
        # Folders too: a finished file can carry the time of the server, its folder does not.
        $items = @(Get-ChildItem -LiteralPath $folders @splat | Sort-Object -Property LastWriteTimeUtc)
        $evidence['Bytes'] = [long] 0
        foreach ($item in $items) { if (-not $item.PSIsContainer) { $evidence['Bytes'] += $item.Length } }
        if ($items) { $evidence['Newest'] = $items[-1].LastWriteTimeUtc.ToString('s') + 'Z' }
        $grows = $null -ne $earlier -and $evidence.Bytes -ne $earlier
        if ($grows -or ($items -and $items[-1].LastWriteTimeUtc -gt $limit)) {
            return New-Finding -Status Ok -Reason 'alive' -Evidence $evidence
        }
        $earlier = $evidence.Bytes
    }
    # A PC that slept could not download.
    $boot = (Get-CimInstance -ClassName Win32_OperatingSystem -OperationTimeoutSec 30).LastBootUpTime
    $woken = @{ Log = 'System'; Provider = 'Microsoft-Windows-Kernel-Power'; Id = 107, 507; Since = $limit }
    if ($newest.Time -gt $limit -or $boot.ToUniversalTime() -gt $limit -or @(Get-EventRecord @woken).Count -gt 0) {
        return New-Finding -Status Unknown -Reason 'too-early' -Evidence $evidence
    }
    if (@($denied | Where-Object { $_.Exception -is [System.UnauthorizedAccessException] }).Count -gt 0) {
        return New-Finding -Status Unknown -Reason 'cache-unreadable' -Evidence $evidence
    }
    if (-not $transfers) { return New-Finding -Status Unknown -Reason 'transfers-hidden' -Evidence $evidence }
    New-Finding -Status Problem -Reason 'stalled' -Evidence $evidence
}

# 12 bits-queue: BITS transfer queue.
function Test-BitsQueue {
    param([string[]] $DamageCodes, [string] $UpdateJob, [int] $Limit)
    $evidence = @{ Jobs = 0; OtherJobs = 0; States = @(); Codes = @(); UpdateJobs = 0; Limit = $Limit }
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\BITS'
    $limitByPolicy = Get-RegistryValue -Path $policy -Name 'MaxJobsPerMachine'
    if ($limitByPolicy) { $evidence['Limit'] = $limitByPolicy }
    if ((Get-RegistryValue -Path 'HKLM:\SYSTEM\CurrentControlSet\Services\BITS' -Name 'Start') -eq 4) {
        return New-Finding -Status Unknown -Reason 'disabled' -Evidence $evidence
    }
    # Without it only jobs of the caller are listed, and Windows Update runs as SYSTEM.
    try {
        $jobs = @(Get-BitsTransfer -AllUsers -ErrorAction Stop)
    }
    catch {
        $code = '0x{0:X8}' -f $_.Exception.GetBaseException().HResult
        $evidence['Codes'] = @($code)
        if ($code -in $DamageCodes) {
            return New-Finding -Status Problem -Reason 'damaged' -Evidence $evidence -HResult $code
        }
        # E_ACCESSDENIED: the jobs of others are shown to administrators alone.
        $reason = if ($code -eq '0x80070005') { 'not-elevated' } else { 'unreadable' }
        return New-Finding -Status Unknown -Reason $reason -Evidence $evidence -HResult $code
    }
    $evidence['Jobs'] = $jobs.Count
    # Setting the queue aside takes all jobs with it, so those of others forbid that.
    $evidence['OtherJobs'] = @($jobs | Where-Object { $_.DisplayName -ne $UpdateJob }).Count
    $evidence['States'] = @($jobs | Group-Object -Property JobState | ForEach-Object { "$($_.Name)=$($_.Count)" })
    # BITS tries again what fails in passing. Failed jobs of others are theirs to clear away.
    $failed = @($jobs | Where-Object { [string] $_.JobState -eq 'Error' })
    $codes = @($failed | ForEach-Object { '0x{0:X8}' -f $_.InternalErrorCode } | Select-Object -Unique)
    $evidence['Codes'] = $codes
    $damage = @($codes | Where-Object { $_ -in $DamageCodes })
    $reason = if ($damage) { 'damaged' } elseif ($jobs.Count -ge $evidence.Limit) { 'full' }
    if ($reason -eq 'full') { $damage = $evidence['Codes'] = @('0x80200050') }
    if (-not $reason) {
        # The agent clears its failed jobs away within minutes; one a day old was forgotten.
        $old = (Get-Date).AddDays(-1)
        $update = @($failed | Where-Object { $_.DisplayName -eq $UpdateJob -and $_.ModificationTime -lt $old })
        $evidence['UpdateJobs'] = $update.Count
        if ($update) {
            $reason = 'stuck'
            $damage = $codes
        }
    }
    if ($reason -and $evidence.OtherJobs) {
        return New-Finding -Status Unknown -Reason 'others-waiting' -Evidence $evidence -HResult $damage
    }
    if ($reason) { return New-Finding -Status Problem -Reason $reason -Evidence $evidence -HResult $damage }
    if ($failed) { return New-Finding -Status Ok -Reason 'others-failed' -Evidence $evidence }
    New-Finding -Status Ok -Evidence $evidence
}

# 2 activation: Activation.
function Test-Activation {
    param([string] $Application)
    # Without this filter every edition that Windows could be is listed, which can take a minute.
    $query = @{
        ClassName           = 'SoftwareLicensingProduct'
        Property            = 'Description', 'LicenseStatus', 'LicenseStatusReason', 'GracePeriodRemaining'
        Filter              = "ApplicationID='$Application' AND PartialProductKey IS NOT NULL AND LicenseIsAddon=FALSE"
        OperationTimeoutSec = 60
    }
    try { $products = @(Get-CimInstance @query) }
    catch { return New-Finding -Status Unknown -Reason 'silent' -Evidence @{ Error = $_.Exception.GetType().Name } }
    if ($products.Count -eq 0) { return New-Finding -Status Unknown -Reason 'no-key' }
    # The key of an earlier edition may remain beside the one in use.
    $product = $products | Sort-Object -Property { $_.LicenseStatus -ne 1 } | Select-Object -First 1
    $evidence = @{
        LicenseStatus = [int] $product.LicenseStatus
        StatusReason  = '0x{0:X8}' -f $product.LicenseStatusReason
        DaysLeft      = [math]::Floor($product.GracePeriodRemaining / 1440)
        # These words are parts of a name, in English on every Windows.
        Channel       = if ($product.Description -cmatch '\b(RETAIL|OEM_\w+|VOLUME_\w+|TIMEBASED_\w+)') { $Matches[1] }
    }
    if ($evidence.LicenseStatus -in 0, 4, 5) {
        return New-Finding -Status Problem -Reason 'not-activated' -Evidence $evidence
    }
    if ($evidence.LicenseStatus -ne 1) { return New-Finding -Status Ok -Reason 'grace' -Evidence $evidence }
    $reasons = @{ TIMEBASED_EVAL = 'evaluation'; VOLUME_KMSCLIENT = 'by-organisation' }
    New-Finding -Status Ok -Reason $reasons["$($evidence.Channel)"] -Evidence $evidence
}

# 7 system-requirement: System requirements.
function Test-SystemRequirement {
    param([string[]] $Requirements, [string[]] $Processors, [int] $ExtendedRevision)
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $build = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
    $target = if ($build -lt 19041) { 'Windows 10' } else { 'Windows 11' }
    if ((Get-RegistryValue -Path $version -Name 'InstallationType') -ne 'Client') { $target = 'Windows Server' }
    $row = "$($Requirements | Where-Object { $_ -like "${target}:*" })"
    $cpu = 'HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor'
    # Windows can use less than is built in.
    $modules = @(Get-CimInstance -ClassName Win32_PhysicalMemory -Property Capacity -OperationTimeoutSec 30)
    $bytes = ($modules | ForEach-Object { $_.Capacity } | Measure-Object -Sum).Sum
    $drive = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID='$env:SystemDrive'" -OperationTimeoutSec 30
    $firmware = Get-RegistryValue -Path 'HKLM:\SYSTEM\CurrentControlSet\Control' -Name 'PEFirmwareType'
    $found = @{
        'RAM-GB' = if ($bytes) { [math]::Floor($bytes / 1073741824) }
        # A drive sold as 64 GB has a little less; Setup rounds as well.
        'Disk-GB' = if ($drive) { [math]::Round($drive.Size / 1073741824) }
        CPUs     = @(Get-SubkeyName -Path $cpu).Count
        UEFI     = if ($firmware -in 1, 2) { $firmware - 1 }
        TPM      = $null
    }
    try {
        $query = @{ Namespace = 'root\CIMV2\Security\MicrosoftTpm'; ClassName = 'Win32_Tpm'; OperationTimeoutSec = 30 }
        $chip = Get-CimInstance @query | ForEach-Object { $_.SpecVersion }
        $found['TPM'] = if ("$chip" -match '^\s*(\d)') { [int] $Matches[1] } else { 0 }
    }
    catch {
        # Only an administrator may ask the chip; its device everyone sees.
        $device = Get-RegistryValue -Path 'HKLM:\SYSTEM\CurrentControlSet\Services\TPM\Enum' -Name '0'
        if ($device -like 'ACPI\MSFT0101\*') { $found['TPM'] = 2 }
    }
    $missing = @()
    $unread = @()
    foreach ($pair in $row -split ' ' -like '*=*') {
        $name, $needed = $pair -split '='
        if ($null -eq $found[$name]) { $unread += $name }
        elseif ($found[$name] -lt [int] $needed) { $missing += "$name $($found[$name]) < $needed" }
    }
    $vendor = Get-RegistryValue -Path "$cpu\0" -Name 'VendorIdentifier'
    $model = [string] (Get-RegistryValue -Path "$cpu\0" -Name 'Identifier')
    $product = Get-RegistryValue -Path 'HKLM:\HARDWARE\DESCRIPTION\System\BIOS' -Name 'SystemProductName'
    # A virtual machine shows the model that its host gave it.
    if ($target -eq 'Windows 11' -and "$product" -notmatch 'Virtual|VMware|KVM|HVM|QEMU' -and
        $model -match 'Family (\d+) Model (\d+)') {
        $family, $number = [int] $Matches[1], [int] $Matches[2]
        foreach ($range in $Processors -like "$vendor *") {
            $null, $low, $high, $first, $last = $range -split '[ -]'
            if ($family -in [int] $low..[int] $high -and $number -in [int] $first..[int] $last) { $missing += $model }
        }
    }
    $missing = @($missing -replace '-GB (.+) <(.+)', ' $1 GB <$2 GB')
    $evidence = @{ Target = $target; Missing = $missing; Unread = $unread }
    foreach ($name in $found.Keys) { $evidence[($name -replace '-')] = $found[$name] }
    if ($missing) {
        # Who runs it already, or stays on Windows 10 on purpose, lacks nothing.
        $stays = (Get-RegistryValue -Path $version -Name 'UBR') -gt $ExtendedRevision -and $build -eq 19045
        $stays = $stays -or (Get-RegistryValue -Path $version -Name 'EditionID') -match '^(IoT)?EnterpriseS'
        if ($build -ge 22000 -or $stays -or $target -eq 'Windows Server') {
            return New-Finding -Status Ok -Reason 'runs-anyway' -Evidence $evidence
        }
        return New-Finding -Status Problem -Reason 'not-ready' -Evidence $evidence
    }
    if ($unread) { return New-Finding -Status Unknown -Reason 'partly-read' -Evidence $evidence }
    New-Finding -Status Ok -Evidence $evidence
}

# 8 os-current: Windows version and last update.
function Test-OsCurrent {
    param([string[]] $EndOfService, [int] $ExtendedRevision, [int] $StaleDays)
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $edition = [string] (Get-RegistryValue -Path $version -Name 'EditionID')
    # One build serves several editions, each for a time of its own.
    $kind = 'home'
    if ($edition -match '^(Enterprise|Education|IoTEnterprise|ServerRdsh)') { $kind = 'enterprise' }
    if ($edition -like 'EnterpriseS*') { $kind = 'long-term' }
    if ($edition -like 'IoTEnterpriseS*') { $kind = 'iot' }
    if ((Get-RegistryValue -Path $version -Name 'InstallationType') -ne 'Client') { $kind = 'server' }
    $now = (Get-Date).ToUniversalTime()
    $updated = Get-LastRollupTime
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $pinned = $edition -notlike 'Core*' -and (Get-RegistryValue -Path $policy -Name 'TargetReleaseVersion') -eq 1
    $settings = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
    $evidence = @{
        Build        = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
        Revision     = [int] (Get-RegistryValue -Path $version -Name 'UBR')
        Edition      = $edition
        EndOfService = $null
        LastUpdate   = if ($updated) { $updated.ToString('s').Substring(0, 10) }
        StaleDays    = $StaleDays
        PinnedTo     = if ($pinned) { Get-RegistryValue -Path $policy -Name 'TargetReleaseVersionInfo' }
        PausedUntil  = [string] (Get-RegistryValue -Path $settings -Name 'PauseUpdatesExpiryTime')
    }
    if (-not $edition) { $evidence['Edition'] = '-' }
    $row = $EndOfService | Where-Object { $_ -like "$($evidence.Build) *" } | Select-Object -First 1
    if ("$row" -notmatch " $kind=(\S+)") { return New-Finding -Status Unknown -Reason 'unlisted' -Evidence $evidence }
    $evidence['EndOfService'] = $Matches[1]
    # The last day is still one of service.
    if ($now.AddDays(-1) -gt [datetime] $evidence.EndOfService) {
        # Who gets extended updates has a revision that nobody else was offered. At home they end a year earlier.
        $membership = Get-Membership
        $isHome = $kind -eq 'home' -and -not $membership.Domain -and -not $membership.IsCloudJoined
        $term = if ($isHome) { 'consumer' } else { 'extended' }
        if ($evidence.Revision -gt $ExtendedRevision -and $row -match " $term=(\S+)" -and
            $now.AddDays(-1) -le [datetime] $Matches[1]) {
            $evidence['EndOfService'] = $Matches[1]
            return New-Finding -Status Ok -Reason 'extended' -Evidence $evidence
        }
        $reason = if ($row -match ' extended=') { 'out-of-service' } else { 'version-ended' }
        if ($evidence.PinnedTo) { $reason = 'pinned' }
        $client = 'Microsoft-Windows-WindowsUpdateClient'
        if ($reason -ne 'pinned' -and (Test-FailedUpgrade -Days 30 -Provider $client)) { $reason = 'upgrade-failed' }
        return New-Finding -Status Problem -Reason $reason -Evidence $evidence
    }
    if ($updated -and $updated -lt $now.AddDays(-$StaleDays)) {
        return New-Finding -Status Problem -Reason 'stale' -Evidence $evidence
    }
    $reason = if ($evidence.PausedUntil -match '^\d{4}-' -and $evidence.PausedUntil -gt $now.ToString('s')) { 'paused' }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 33 secure-boot: Secure Boot certificates of 2023.
function Test-SecureBoot {
    param([int] $Days)
    $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
    if ((Get-RegistryValue -Path "$key\State" -Name 'UEFISecureBootEnabled') -ne 1) {
        return New-Finding -Status NotApplicable
    }
    $code = '0x{0:X8}' -f [int] (Get-RegistryValue -Path "$key\Servicing" -Name 'UEFICA2023Error')
    $bios = 'HKLM:\HARDWARE\DESCRIPTION\System\BIOS'
    $evidence = @{
        State = [string] (Get-RegistryValue -Path "$key\Servicing" -Name 'UEFICA2023Status')
        Code  = $code
        Maker = [string] (Get-RegistryValue -Path $bios -Name 'SystemManufacturer')
        Event = $null
        Signs = @()
    }
    if ($evidence.State -eq 'Updated') { return New-Finding -Status Ok -Reason 'updated' -Evidence $evidence }
    $query = @{
        Log      = 'System'
        Provider = 'Microsoft-Windows-TPM-WMI'
        # 1796 is written for other changes of the boot files too.
        Id       = 1795, 1800, 1801, 1802, 1803, 1808
        Since    = (Get-Date).ToUniversalTime().AddDays(-$Days)
    }
    try {
        # Each start may end with 1801, which only says that certificates are to come: what was refused
        # since the last success says why.
        $records = @(Get-EventRecord @query | Sort-Object -Property Time)
        $newest = $records | Select-Object -Last 1
        $told = $records | Where-Object { $_.Id -ne 1801 } | Select-Object -Last 1
        if ($told -and $told.Id -ne 1808) { $newest = $told }
    }
    catch { return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence }
    if ($newest) { $evidence['Event'] = $newest.Id }
    if (-not $evidence.Maker) { $evidence['Maker'] = '-' }
    if ($evidence.Event -eq 1808) { return New-Finding -Status Ok -Reason 'updated' -Evidence $evidence }
    # ERROR_FAIL_NOACTION_REBOOT in winerror.h; 1800 says the same.
    if ($code -eq '0x8007015E' -or $evidence.Event -eq 1800) {
        return New-Finding -Status Ok -Reason 'restart-first' -Evidence $evidence
    }
    if ($code -ne '0x00000000') {
        return New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult (@($code) -match '^0x[8C]')
    }
    if ($evidence.Event -eq 1803) { return New-Finding -Status Problem -Reason 'maker-key' -Evidence $evidence }
    if ($evidence.Event -in 1795, 1802) {
        return New-Finding -Status Problem -Reason 'firmware' -Evidence $evidence
    }
    $evidence['Signs'] = @(@($evidence.State; if ($newest) { "TPM-WMI $($newest.Id)" }) | Where-Object { $_ })
    $reason = if ($evidence.Signs) { 'not-yet' }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 9 line-speed: Speed of the line.
function Test-LineSpeed {
    param([string] $Url, [int] $Bytes, [int] $SlowKilobits)
    $policies = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows'
    $limits = @('DOMaxBackgroundDownloadBandwidth', 'DOMaxForegroundDownloadBandwidth',
        'DOPercentageMaxBackgroundBandwidth', 'DOPercentageMaxForegroundBandwidth' | Where-Object {
            Get-RegistryValue -Path "$policies\DeliveryOptimization" -Name $_
        })
    if (Get-RegistryValue -Path "$policies\BITS" -Name 'EnableBITSMaxBandwidth') { $limits += 'EnableBITSMaxBandwidth' }
    $evidence = @{ Megabits = $null; Limits = if ($limits) { $limits } else { '-' } }
    $sample = Measure-Download -Url $Url -Bytes $Bytes -TimeoutSeconds 30
    if ($null -eq $sample) { return New-Finding -Status Unknown -Reason 'no-answer' -Evidence $evidence }
    $kilobits = 8 * $sample.Bytes / 1000 / $sample.Seconds
    $evidence['Megabits'] = [math]::Round($kilobits / 1000, 1)
    if ($kilobits -lt $SlowKilobits) { return New-Finding -Status Problem -Reason 'slow' -Evidence $evidence }
    New-Finding -Status Ok -Reason 'measured' -Evidence $evidence
}

# 19 clean-boot: Clean boot.
function Test-CleanBoot {
    $option = 'HKLM:\SYSTEM\CurrentControlSet\Control\SafeBoot\Option'
    $evidence = @{ SwitchedOff = 0; Others = 0; Names = @() }
    if (Get-RegistryValue -Path $option -Name 'OptionValue') {
        return New-Finding -Status Problem -Reason 'safe-mode' -Evidence $evidence
    }
    $evidence['SwitchedOff'] = @(Get-SubkeyName -Path 'HKLM:\SOFTWARE\Microsoft\Shared Tools\MSConfig\services').Count
    $query = @{ ClassName = 'Win32_Service'; Filter = "State='Running'"; Property = 'DisplayName', 'PathName' }
    try { $services = @(Get-CimInstance @query -OperationTimeoutSec 30) }
    catch {
        $evidence['Error'] = $_.Exception.GetType().Name
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    # svchost hosts parts of Windows, with rare exceptions. The file names its maker.
    $others = @($services | Where-Object {
            if ("$($_.PathName)" -notmatch '^"?(.+?\.exe)\b' -or $Matches[1] -like '*\svchost.exe') { return $false }
            $file = Get-Item -LiteralPath $Matches[1] -ErrorAction SilentlyContinue
            $file -and $file.VersionInfo.CompanyName -notlike 'Microsoft*'
        })
    $evidence['Others'] = $others.Count
    $evidence['Names'] = @($others | Select-Object -First 10 | ForEach-Object { $_.DisplayName })
    $reason = if ($others.Count -gt 0) { 'others' }
    if ($evidence.SwitchedOff -gt 0) { $reason = 'switched-off' }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 20 antivirus: Antivirus software.
function Test-Antivirus {
    param([string] $Defender, [string[]] $Removers, [int] $Days)
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    if ((Get-RegistryValue -Path $version -Name 'InstallationType') -ne 'Client') {
        return New-Finding -Status NotApplicable -Reason 'on-server'
    }
    $query = @{ Namespace = 'root\SecurityCenter2'; ClassName = 'AntiVirusProduct'; OperationTimeoutSec = 30 }
    try { $products = @(Get-CimInstance @query) }
    catch { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Error = $_.Exception.GetType().Name } }
    # The list keeps removed products: one counts only while its program is there. The four bits: 0 off, 1 on, 2
    # snoozed, 3 expired.
    $running = @($products | Where-Object {
            $program = "$($_.pathToSignedProductExe)" -replace '^%ProgramFiles%', $env:ProgramFiles
            $_.instanceGuid -ne $Defender -and ($_.productState -band 0xF000) -eq 0x1000 -and
            (Test-Path -LiteralPath $program.Trim('"') -PathType Leaf)
        })
    $active = @($running | ForEach-Object { $_.displayName } | Sort-Object -Unique)
    # What its maker offers to remove it with, by a part of its path.
    $tools = @($Removers | Where-Object {
            $part = ($_ -split '=')[0]
            $running | Where-Object {
                "$($_.pathToSignedProductExe)".IndexOf($part, [StringComparison]::OrdinalIgnoreCase) -ge 0
            }
        } | ForEach-Object { ($_ -split '=')[1] })
    if (-not $tools) { $tools = @('-') }
    $evidence = @{ Active = $active; Listed = @($products | ForEach-Object { $_.displayName }); Removers = $tools }
    if ($active.Count -gt 1) { return New-Finding -Status Problem -Reason 'several' -Evidence $evidence }
    if ($active -and (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient')) {
        return New-Finding -Status Ok -Reason 'after-failure' -Evidence $evidence
    }
    $reason = if ($active.Count -eq 1) { 'other-maker' }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 10 troubleshooter: Windows Update troubleshooter.
function Test-Troubleshooter {
    # The packs of MSDT run for a person alone, and newer releases have neither them nor the program.
    $old = Join-Path -Path $env:SystemRoot -ChildPath 'System32\msdt.exe'
    $pack = Join-Path -Path $env:SystemRoot -ChildPath 'diagnostics\system\WindowsUpdate'
    $apps = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications'
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\ScriptedDiagnostics'
    $evidence = @{
        OldTool         = (Test-Path -LiteralPath $old) -and (Test-Path -LiteralPath $pack)
        GetHelp         = @(Get-SubkeyName -Path $apps | Where-Object { $_ -like 'Microsoft.GetHelp_*' }).Count -gt 0
        AllowedByPolicy = (Get-RegistryValue -Path $policy -Name 'EnableDiagnostics') -ne 0
    }
    if ($evidence.GetHelp) { return New-Finding -Status Ok -Reason 'get-help' -Evidence $evidence }
    if ($evidence.OldTool -and $evidence.AllowedByPolicy) {
        return New-Finding -Status Ok -Reason 'old-tool' -Evidence $evidence
    }
    if (Test-Path -LiteralPath $apps) {
        # It is missed only where updates fail; apps from the Store fail for reasons of their own.
        $since = (Get-Date).ToUniversalTime().AddDays(-14)
        $query = @{ Log = 'System'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Since = $since }
        $failed = @(Get-EventRecord @query | Where-Object {
                -not (Test-StoreApp -Service $_.Data['serviceGuid'] -Title $_.Data['updateTitle']) -and
                (Test-FailureCode -Code $_.Data['errorCode'])
            })
        $isMissed = $failed -and $evidence.AllowedByPolicy
        if ($isMissed) { return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence }
        return New-Finding -Status Ok -Reason 'none' -Evidence $evidence
    }
    New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}

# 11 component-store: Component store and system files.
function Test-ComponentStore {
    # What servicing has noted; a scan takes minutes and belongs to the repair.
    try { $state = Get-ImageHealth }
    catch {
        # ERROR_ELEVATION_REQUIRED is what the caller has words for.
        if ($_.Exception.HResult -eq -2147024156) { throw }
        $code = '0x{0:X8}' -f $_.Exception.HResult
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Code = $code } -HResult $code
    }
    $evidence = @{ State = $state; Files = @(); Code = '0x00000000'; Server = '' }
    if ($evidence.State -eq 'NonRepairable') {
        return New-Finding -Status Problem -Reason 'store-lost' -Evidence $evidence
    }
    if ($evidence.State -notin 'Healthy', 'Repairable') {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    # The log is English in every language; Windows gives an older part of it another name.
    $folder = Join-Path -Path $env:SystemRoot -ChildPath 'Logs\CBS'
    $logs = @(Get-ChildItem -LiteralPath $folder -Filter '*.log' -ErrorAction SilentlyContinue |
            Sort-Object -Property LastWriteTimeUtc | Select-Object -Last 2)
    $told = '\[SR\] |\[Pnp\] |SFP repair object|System Update Readiness|\(p\)\t|Operation(?: result)?: '
    $lines = @(Read-LogLine -Path @($logs | ForEach-Object { $_.FullName }) -Pattern $told -TimeoutSeconds 45)
    $files = @{}
    $noted = @{}
    $isWhole = $false
    $isRepair = $false
    $lost = @()
    $operation = ''
    foreach ($line in $lines) {
        # A run of SFC has some 230 transactions of 100 components. Only one that came to the last, which is smaller,
        # has looked at what an earlier run noted.
        if ($line -match 'SFP repair object' -or ($isWhole -and $line -match '\[SR\] Verifying \d')) {
            $noted = @{}
            $isWhole = $isRepair = $false
        }
        if ($line -match '\[SR\] Verifying (\d+) component' -and [int] $Matches[1] -lt 100) { $isWhole = $true }
        elseif ($line -match '\[SR\] Verify complete' -and $isWhole) { $files = $noted }
        elseif ($line -match '\[SR\] Repairing \d+ component') {
            # Names once more what it cannot repair.
            $noted = @{}
            $isRepair = $true
        }
        elseif ($line -match '\[SR\] Repair complete' -and $isRepair) { $files = $noted }
        elseif ($line -match '\[SR\] Cannot repair member file \[[^]]*\]["''](?<Name>[^"'']+)') {
            $name = $Matches.Name
            $files[$name] = $noted[$name] = $true
        }
        # Drivers come after the last transaction.
        elseif ($line -match '\[Pnp\] Corrupt file: (?<Name>\S.*)') {
            $name = $Matches.Name
            $files[$name] = $true
        }
        elseif ($line -match '\[Pnp\] Repaired file: (?<Name>\S.*)') { $files.Remove($Matches.Name) }
        elseif ($line -match 'Checking System Update Readiness') {
            $lost = @()
            $operation = ''
            $evidence['Code'] = '0x00000000'
        }
        elseif ($line -match '\(p\)\t[^\t]+\t\(\w\)\t+(?!\(Fixed\))(?<Name>\S.*)') { $lost += $Matches.Name }
        elseif ($line -match 'Operation: (?<Name>\S.*\S)') { $operation = $Matches.Name }
        elseif ($operation -eq 'Detect and Repair' -and $line -match 'Operation result: (?<Name>0x[8C][0-9A-F]{7})') {
            $evidence['Code'] = $Matches.Name
        }
    }
    $evidence['Files'] = @($files.Keys | Sort-Object | Select-Object -First 10)
    if ($evidence.State -eq 'Repairable') {
        if ($evidence.Code -eq '0x00000000') {
            # DISM asks the update server, unless the policy for repairs sends it elsewhere (2: to Windows Update).
            $server = Get-UpdateServer
            $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Servicing'
            if ($server.IsUsed -and
                (Get-RegistryValue -Path $servicing -Name 'RepairContentServerSource') -ne 2 -and
                -not (Get-RegistryValue -Path $servicing -Name 'LocalSourcePath')) {
                $evidence['Server'] = $server.Address
                return New-Finding -Status Problem -Reason 'store-from-server' -Evidence $evidence
            }
            return New-Finding -Status Problem -Reason 'store-damaged' -Evidence $evidence
        }
        # Copies below "r" lead to an older version: a PC that lacked nothing else stayed "repairable" for good.
        $needed = @($lost -notmatch '^[^\\]+\\r\\')
        if ($evidence.Code -ne '0x800F0915' -or $lost.Count -eq 0 -or $needed.Count -gt 0) {
            return New-Finding -Status Problem -Reason 'store-unmended' -Evidence $evidence -HResult $evidence.Code
        }
    }
    if ($files.Count -gt 0) { return New-Finding -Status Problem -Reason 'files-damaged' -Evidence $evidence }
    $reason = if ($evidence.State -eq 'Repairable') { 'only-spares' } else { 'none-noted' }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 32 boot-partition: Boot and recovery partitions.
function Test-BootPartition {
    param(
        [int] $Days, [int] $BootMegabytes, [int] $RecoveryMegabytes, [string] $RecoveryType, [string[]] $Harmless,
        [string] $Provider
    )
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $evidence = @{ BootFree = $null; BootSize = $null; RecoveryFree = $null; RecoverySize = $null }
    $evidence['Needed'] = $RecoveryMegabytes
    $roles = @()
    # Partitions without a letter are volumes too; the path is what both have.
    $query = @{ Namespace = 'root\Microsoft\Windows\Storage'; OperationTimeoutSec = 30 }
    try {
        $volumes = @(Get-CimInstance -ClassName MSFT_Volume @query)
        foreach ($partition in Get-CimInstance -ClassName MSFT_Partition @query) {
            $role = switch ([string] $partition.GptType) {
                '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}' { 'Boot' }
                $RecoveryType { 'Recovery' }
            }
            $roles += $role
            $volume = $volumes | Where-Object { $_.Path -and $_.Path -in $partition.AccessPaths } |
                Select-Object -First 1
            if (-not $role -or -not $volume) { continue }
            $free = [math]::Round($volume.SizeRemaining / 1mb)
            # The emptiest is the one in use.
            if ($null -ne $evidence["${role}Free"] -and $evidence["${role}Free"] -ge $free) { continue }
            $evidence["${role}Free"] = $free
            $evidence["${role}Size"] = [math]::Round($volume.Size / 1mb)
        }
    }
    catch { $evidence['Error'] = $_.Exception.GetType().Name }
    $folder = Join-Path -Path $env:SystemRoot -ChildPath 'Logs\CBS'
    $logs = @(Get-ChildItem -LiteralPath $folder -Filter '*.log' -ErrorAction SilentlyContinue |
            Sort-Object -Property LastWriteTimeUtc | Select-Object -Last 2)
    # English in every Windows.
    $signs = 'SpaceCheck: Insufficient|ServicingBootFiles failed\. Error = 0x70'
    # What is older than the newest cumulative update kept it from nothing.
    $first = @($since; Get-LastRollupTime) | Sort-Object | Select-Object -Last 1
    $first = $first.ToLocalTime().ToString('s')
    $lines = @($logs | ForEach-Object { Select-String -LiteralPath $_.FullName -Pattern $signs } |
            Where-Object { $_.Line -match '^\d{4}-\d\d-\d\d ' -and $_.Line -replace '^(\S+) ', '$1T' -ge $first })
    try {
        $agent = @{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4501, 4502; Since = $since }
        $recovery = Get-EventRecord -Log 'System' @agent | Sort-Object -Property Time | Select-Object -Last 1
        $tried = @(Get-EventRecord -Log 'System' -Provider $Provider -Id 20 -Since $since)
        $failed = @(Get-OpenFailure -Provider $Provider -Since $since -Code '0x800F0922', '0x80070643')
    }
    catch {
        $evidence['Error'] = $_.Exception.GetType().Name
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    # What a later success has settled blames no partition.
    $boot = @($failed | Where-Object { $_.Code -eq '0x800F0922' })
    if (-not $boot -and ($tried | Where-Object { $_.Data['errorCode'] -eq '0x800F0922' })) { $lines = @() }
    $alarms = @($failed | Where-Object { $_.Code -eq '0x80070643' })
    $near = { $_.Data['errorCode'] -eq '0x80070643' -and [math]::Abs(($_.Time - $recovery.Time).TotalHours) -lt 1 }
    if ($recovery -and -not $alarms -and ($tried | Where-Object $near)) { $recovery = $null }
    $isTight = $null -ne $evidence.BootFree -and $evidence.BootFree -le $BootMegabytes
    if ($lines -or ($boot -and $isTight)) {
        return New-Finding -Status Problem -Reason 'boot-full' -Evidence $evidence -HResult '0x800F0922'
    }
    # A PC without such a partition needs no update of it.
    if ($recovery -and $recovery.Id -eq 4502 -and ('Boot' -notin $roles -or 'Recovery' -in $roles)) {
        # ERROR_DISK_FULL, or phase 2, in which the partition is written.
        $code = '0x{0:X8}' -f [int] $recovery.Data['Errorcode']
        $evidence['Code'] = $code
        $isFull = $code -eq '0x80070070' -or [string] $recovery.Data['ErrorPhase'] -eq '2'
        $reason = if ($isFull) { 'recovery-small' } else { 'recovery-failed' }
        return New-Finding -Status Problem -Reason $reason -Evidence $evidence -HResult $code
    }
    $evidence['Updates'] = @($alarms | ForEach-Object { [regex]::Match($_.Title, 'KB\d{6,8}').Value } |
            Where-Object { $_ -in $Harmless } | Select-Object -Unique)
    $reason = if ($evidence.Updates) { 'false-alarm' }
    if (-not $reason -and $isTight) { $reason = 'boot-tight' }
    if (-not $reason -and $evidence['Error']) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 35 disk-error: Errors of disk and file system.
function Test-DiskError {
    param([int] $Days, [int] $Hours)
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $query = @{ Log = 'System'; Since = $since }
    try {
        # An update that has been installed since was kept off by no disk.
        $client = 'Microsoft-Windows-WindowsUpdateClient'
        $failed = @(Get-OpenFailure -Provider $client -Since $since | Where-Object { $_.Kind -eq 'install' } |
                ForEach-Object { $_.Time })
        if (-not $failed) { return New-Finding -Status Ok }
        $reach = 60 * $Hours
        $near = { $time = $_.Time; $failed | Where-Object { [math]::Abs(($time - $_).TotalMinutes) -le $reach } }
        # Damage of another drive or of a shadow copy keeps no update off. Not every volume has a letter.
        $damage = @(Get-EventRecord @query -Provider 'Ntfs' -Id 55 | Where-Object {
                $drive = [string] $_.Data['DriveName']
                $drive -eq $env:SystemDrive -or $drive -notmatch '^[A-Za-z]:$|HarddiskVolumeShadowCopy'
            } | Where-Object $near)
        $disk = @(Get-EventRecord @query -Provider 'disk' -Id 7, 51, 153 | Where-Object $near)
        if ($disk) {
            $storage = @{ Namespace = 'root\Microsoft\Windows\Storage'; OperationTimeoutSec = 30; ErrorAction = 'Stop' }
            $here = Get-CimInstance -ClassName MSFT_Partition @storage |
                Where-Object { "$($_.DriveLetter):" -eq $env:SystemDrive } | Select-Object -First 1
            if (-not $here) { throw 'No partition has the letter of Windows.' }
            # What other disks report, such as a worn-out USB stick, keeps no update off: \Device\Harddisk0\DR0.
            $disk = @($disk | Where-Object { $_.Data[''] -like "*\Harddisk$($here.DiskNumber)\*" })
        }
    }
    catch { return New-Finding -Status Unknown -Reason 'log-unreadable' }
    # 7: a bad block. After 51 and 153 Windows tried again, and may have succeeded.
    $blocks = @($disk | Where-Object { $_.Id -eq 7 })
    if (-not $damage -and -not $disk) { return New-Finding -Status Ok }
    $evidence = @{
        System = $env:SystemDrive
        Drives = @($damage | ForEach-Object { $_.Data['DriveName'] } | Select-Object -Unique)
        Events = if ($blocks) { $blocks.Count } else { $disk.Count }
        Newest = @($damage + $blocks + $disk)[0].Time.ToString('s') + 'Z'
    }
    if ($damage) { return New-Finding -Status Problem -Reason 'file-system' -Evidence $evidence }
    if ($blocks) { return New-Finding -Status Problem -Reason 'bad-blocks' -Evidence $evidence }
    New-Finding -Status Ok -Reason 'retried' -Evidence $evidence
}

# 13 update-cleanup: Clean-up of replaced updates.
function Test-UpdateCleanup {
    param([int] $SupersededState, [int] $ComfortGigabytes)
    # Windows removes replaced updates by itself: they matter only where space is short.
    $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    $filter = "DeviceID = '$env:SystemDrive'"
    $volume = Get-CimInstance -ClassName Win32_LogicalDisk -Filter $filter -OperationTimeoutSec 30
    if (-not (Test-Path -LiteralPath $key) -or $null -eq $volume -or $null -eq $volume.FreeSpace) {
        return New-Finding -Status Unknown -Reason 'unreadable'
    }
    $superseded = @(Get-SubkeyName -Path $key | Where-Object { $_ -like 'Package_for_RollupFix~*' } |
            Where-Object { (Get-RegistryValue -Path "$key\$_" -Name 'CurrentState') -eq $SupersededState })
    $free = [math]::Round($volume.FreeSpace / 1gb, 1)
    $evidence = @{ Drive = $env:SystemDrive; FreeGigabytes = $free; Superseded = $superseded.Count }
    if ($superseded.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    if ($free -ge $ComfortGigabytes) { return New-Finding -Status Ok -Reason 'kept' -Evidence $evidence }
    New-Finding -Status Problem -Reason 'reclaimable' -Evidence $evidence
}

# 16 restore-point: Restore point.
function Test-RestorePoint {
    param([int] $SettledDays, [int] $LimitMinutes)
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $interval = Get-RegistryValue -Path "$version\SystemRestore" -Name 'RPSessionInterval'
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\SystemRestore'
    $isOff = (Get-RegistryValue -Path $policy -Name 'DisableSR') -eq 1 -or $interval -eq 0
    if ($isOff) { return New-Finding -Status Ok -Reason 'switched-off' }
    $query = @{ Namespace = 'root/default'; ClassName = 'SystemRestore'; OperationTimeoutSec = 60 }
    $points = @(Get-CimInstance @query -ErrorAction Stop | Sort-Object -Property SequenceNumber)
    if ($null -eq $interval -and $points.Count -eq 0) { return New-Finding -Status Unknown -Reason 'unreadable' }
    $evidence = @{ Count = $points.Count; Newest = $null; Sequence = 0; Hours = $LimitMinutes / 60 }
    $own = Get-RegistryValue -Path "$version\SystemRestore" -Name 'SystemRestorePointCreationFrequency'
    if ($null -ne $own) { $evidence['Hours'] = [math]::Round($own / 60, 1) }
    if ($points.Count -gt 0) {
        # DMTF, in UTC.
        $time = ([string] $points[-1].CreationTime).PadRight(14).Substring(0, 14)
        $evidence['Newest'] = $time -replace '^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$', '$1-$2-$3T$4:$5:$6Z'
        $evidence['Sequence'] = $points[-1].SequenceNumber
        return New-Finding -Status Ok -Reason 'points' -Evidence $evidence
    }
    # Windows makes one with its updates and keeps it for 60 to 90 days: only a new installation has none.
    $installed = Get-RegistryValue -Path $version -Name 'InstallDate'
    $age = (Get-Date).ToUniversalTime() - [datetimeoffset]::FromUnixTimeSeconds([long] $installed).UtcDateTime
    if ($age.TotalDays -lt $SettledDays) { return New-Finding -Status Ok -Reason 'none-yet' -Evidence $evidence }
    New-Finding -Status Problem -Reason 'missing' -Evidence $evidence
}

# 22 unwanted-update: Uninstalling one update.
function Test-UnwantedUpdate {
    param([string] $Update, [int] $InstalledState, [int] $Days)
    $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    if (-not (Test-Path -LiteralPath $key)) { return New-Finding -Status Unknown -Reason 'unreadable' }
    if (-not $Update) {
        $query = @{
            Log      = 'System'
            Provider = 'Microsoft-Windows-WindowsUpdateClient'
            Id       = 19
            Since    = (Get-Date).ToUniversalTime().AddDays(-$Days)
        }
        # Titles are translated, the number is not. These three come weekly: definitions and scanners.
        $often = 'KB2267602', 'KB4052623', 'KB890830'
        $titles = Get-EventRecord @query | ForEach-Object { [string] $_.Data['updateTitle'] }
        $numbers = $titles | ForEach-Object { [regex]::Match($_, 'KB[0-9]{6,7}').Value }
        $recent = @($numbers | Where-Object { $_ -and $_ -notin $often } | Select-Object -Unique -First 5)
        if ($recent.Count -eq 0) { return New-Finding -Status Ok }
        return New-Finding -Status Ok -Reason 'recent' -Evidence @{ Days = $Days; Recent = $recent }
    }
    # A cumulative update is a package without the number; its parts have it, and its version.
    $names = @(Get-SubkeyName -Path $key)
    $versions = @($names -match "^Package_\d+_for_$Update~" | ForEach-Object { ($_ -split '~')[-1] })
    $packages = @($names | Where-Object {
            $_ -like "Package_for_$Update~*" -or
            ($_ -like 'Package_for_RollupFix~*' -and ($_ -split '~')[-1] -in $versions)
        })
    $evidence = @{ Update = $Update; Packages = $packages }
    $states = @($packages | ForEach-Object { Get-RegistryValue -Path "$key\$_" -Name 'CurrentState' })
    if ($states -contains $InstalledState) {
        return New-Finding -Status Problem -Reason 'installed' -Evidence $evidence
    }
    $splat = @{ ClassName = 'Win32_QuickFixEngineering'; Filter = "HotFixID = '$Update'"; OperationTimeoutSec = 60 }
    if ($packages.Count -eq 0 -and @(Get-CimInstance @splat).Count -gt 0) {
        return New-Finding -Status Unknown -Reason 'no-package' -Evidence $evidence
    }
    New-Finding -Status Ok -Reason 'not-installed' -Evidence $evidence
}

# 26 windows-update-log: Windows Update logs.
function Test-WindowsUpdateLog {
    param([int] $Days)
    $path = Join-Path -Path $env:SystemRoot -ChildPath 'SoftwareDistribution\ReportingEvents.log'
    $evidence = @{ File = $path; Failures = 0; Newest = $null; Codes = @() }
    if (-not (Test-Path -LiteralPath $path)) {
        return New-Finding -Status Unknown -Reason 'missing' -Evidence $evidence
    }
    try {
        # The newest lines are enough, and the file may hold years of them.
        $lines = @(Get-Content -LiteralPath $path -Encoding Unicode -Tail 20000)
    }
    catch {
        $evidence['Error'] = $_.Exception.GetType().Name
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $culture = [cultureinfo]::InvariantCulture
    $stampPattern = '^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d):\d{3}([+-]\d\d):?(\d\d)$'
    $understood = 0
    # One entry an update whose last attempt failed; scans have an update id of zeros.
    $open = @{}
    foreach ($line in $lines) {
        # Fields: 1 local time with its offset, 3 kind of event, 5 update, 7 result in hexadecimal digits.
        $fields = $line -split "`t"
        if ($fields.Count -lt 8 -or $fields[1] -notmatch $stampPattern) { continue }
        $stamp = '{0} {1}:{2}' -f $Matches[1], $Matches[2], $Matches[3]
        $time = [DateTimeOffset]::ParseExact($stamp, 'yyyy-MM-dd HH:mm:ss zzz', $culture).UtcDateTime
        $understood++
        if ($time -lt $since) { continue }
        if (Test-StoreApp -Service '' -Title "$($fields | Select-Object -Skip 11)") { continue }
        # A sentence that ends with the title.
        $title = if ($fields.Count -gt 11 -and $fields[3] -match '^18[23] ') { $fields[11] -replace '^.*:\s*' }
        $like = if ($title) { Get-UpdateSubject -Title $title }
        if (Test-FailureCode -Code "0x$($fields[7])") {
            $code = '0x' + $fields[7].ToUpperInvariant()
            $open[$fields[5]] = @{ Time = $time; Code = $code; Like = $like; Title = [string] $title }
        }
        elseif ($fields[3] -match '^(147|183) ') {
            # 147: a scan succeeded, 183: an update was installed. A download alone proves nothing.
            $open.Remove($fields[5])
            foreach ($key in @($open.Keys)) { if ($like -and $open[$key].Like -eq $like) { $open.Remove($key) } }
        }
    }
    if ($lines.Count -gt 0 -and $understood -eq 0) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
    $failures = @($open.Values | Where-Object { -not (Test-SettledUpdate -Title $_.Title -Time $_.Time) } |
            Sort-Object -Property { $_.Time } -Descending)
    if ($failures.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    $evidence['Failures'] = $failures.Count
    $evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
    $evidence['Codes'] = @($failures | ForEach-Object { $_.Code } | Select-Object -Unique)
    New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $evidence.Codes
}

# 26 servicing-failure: Failures of servicing (CBS).
function Test-ServicingFailure {
    param([int] $Days, [int] $StagedDays, [int] $StagedState, [int] $InstalledState, [string] $Catalog)
    $evidence = @{
        Failures = 0; Newest = $null; Packages = @(); Package = ''; Missing = ''; Installer = ''; Language = ''
        Address = ''; Staged = @()
    }
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $query = @{ Log = 'Setup'; Provider = 'Microsoft-Windows-Servicing'; Id = 2, 3, 4; Since = $since }
    try { $records = @(Get-EventRecord @query | Sort-Object -Property Time) }
    catch { return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence }
    # 3: a change failed, 2: one worked, 4: a restart completes it. A failed removal (5000) keeps no update away.
    $open = @{}
    $failed = @()
    foreach ($record in $records) {
        $package = [string] $record.Data['PackageIdentifier']
        $isRemoval = [string] $record.Data['IntendedPackageState'] -in '5000', 'Absent'
        if ($record.Id -ne 3) {
            $open.Remove($package)
            # A newer version of it that works settles it.
            $family = $package -replace '~[^~]*$'
            foreach ($key in @($open.Keys)) {
                if (-not $isRemoval -and $key -replace '~[^~]*$' -eq $family) { $open.Remove($key) }
            }
        }
        elseif ($isRemoval) { continue }
        elseif ([string] $record.Data['ErrorCode'] -match '^0x[8C][0-9A-F]{7}$') {
            $open[$package] = @{ Name = $package; Time = $record.Time; Code = $Matches[0] }
            $local = $record.Time.ToLocalTime()
            $from = $local.AddDays(-2).ToString('s')
            $failed += @{ Name = $package; From = $from; At = $local.ToString('s').Substring(0, 16) }
        }
    }
    # Cumulative updates unpacked long ago, newer than the newest that is installed.
    $store = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    $installed = [version] '0.0'
    $waiting = @()
    foreach ($name in @(Get-SubkeyName -Path $store) -match '^Package_for_RollupFix~') {
        if ($name -notmatch '~(\d+(?:\.\d+){2,3})$') { continue }
        $version = [version] $Matches[1]
        $state = Get-RegistryValue -Path "$store\$name" -Name 'CurrentState'
        $ticks = ([int64] (Get-RegistryValue -Path "$store\$name" -Name 'InstallTimeHigh')) * 4294967296
        $time = [datetime]::FromFileTimeUtc($ticks)
        if ($state -eq $InstalledState -and $version -gt $installed) { $installed = $version }
        if ($state -eq $StagedState) { $waiting += @{ Version = $version; Time = $time } }
    }
    $latest = (Get-Date).ToUniversalTime().AddDays(-$StagedDays)
    $waiting = @($waiting | Where-Object { $_.Version -gt $installed })
    if ($waiting | Where-Object { $_.Time -lt $latest }) {
        $evidence['Staged'] = @($waiting | Sort-Object -Property { $_.Version } | ForEach-Object { "$($_.Version)" })
    }
    # A newer cumulative update, or installation of Windows, settles it.
    $failures = @($open.Values | Where-Object {
            -not (Test-SettledUpdate -Title '' -Time $_.Time) -and
            ($_.Name -notmatch '^Package_for_RollupFix~.*~(\d+(\.\d+){2,3})$' -or [version] $Matches[1] -gt $installed)
        } | Sort-Object -Property { $_.Time } -Descending)
    if ($failures.Count -eq 0) {
        if ($evidence.Staged) { return New-Finding -Status Problem -Reason 'staged' -Evidence $evidence }
        return New-Finding -Status Ok -Evidence $evidence
    }
    $evidence['Failures'] = $failures.Count
    $evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
    $evidence['Packages'] = @($failures | Select-Object -First 5 | ForEach-Object { "$($_.Name) ($($_.Code))" })
    # CBS.log, English in every Windows, says what lies beneath; it holds codes on a healthy PC too. Lines that are
    # errors are read, and others that say what failed.
    $folder = Join-Path -Path $env:SystemRoot -ChildPath 'Logs\CBS'
    $files = @(Get-ChildItem -LiteralPath $folder -Filter 'Cbs*' -ErrorAction SilentlyContinue |
            Where-Object { $_.LastWriteTimeUtc -ge $since -and $_.Extension -in '.log', '.cab' } |
            Sort-Object -Property LastWriteTimeUtc)
    $telling = '^[0-9:., -]*Error |[Ff]ailed|orrupt|manifest missing|original failure status|Processing complete|' +
    'change completion|result: 0x[8CE]\w{7}, for Inf|result [1-9]\d*, inf:'
    $noise = 'Failure will be ignored|SQM|performance datapoint|status report is incomplete|Not able to query|Read out cached|: 0x0\b'
    $lines = @(Read-LogLine -Path @($files | ForEach-Object { $_.FullName }) -Pattern $telling -TimeoutSeconds 45)
    # A line belongs to the failure that was recorded next, or to the last one.
    $names = @($failures | ForEach-Object { $_.Name })
    $lines = @($lines -notmatch $noise | Where-Object {
            $time = if ($_ -match '^(\d{4}-\d\d-\d\d) (\d\d:\d\d)') { $Matches[1] + 'T' + $Matches[2] }
            $next = @(@($failed | Where-Object { $_.At -ge $time }) + $failed[-1])[0]
            -not $time -or ($next.From -le $time -and
                ($failed | Where-Object { $_.At -eq $next.At -and $_.Name -in $names }))
        })
    $nls = 'HKLM:\SYSTEM\CurrentControlSet\Control\Nls\Language'
    $base = [string] (Get-RegistryValue -Path $nls -Name 'InstallLanguage')
    if ($base -match '^[0-9a-f]{4}$') { $base = ([cultureinfo] [Convert]::ToInt32($base, 16)).Name }
    $cited = @(foreach ($line in $lines) {
            $found = @(Get-LogCode -Line $line)
            # What is no error is told by codes of servicing and of the component store alone.
            if ($line -cnotmatch '^[0-9:., -]*Error |Doqe: Failed') {
                $found = @($found -match '^0x800(F0(8[123]|9)|73[67])|^0x80070070$' -ne '0x800F0805')
            }
            $found
            if ($line -match '((issing for|because of) package:? ''?|marked deleted .+?'')(?<Name>[^\s''\[]+)') {
                $evidence['Missing'] = $Matches.Name.TrimEnd('.')
            }
            elseif ($line -match 'queue item Installer: (?<Name>.+?) \(\{|(for I|, i)nf: (?<Name>\S+)') {
                $evidence['Installer'] = $Matches.Name
            }
            elseif ($line -match '(?<Name>\S+\.resources_31bf3856ad364e35_[^_]+_(?<Tag>[a-z]{2,3}-[a-z0-9-]+)_)') {
                # The language that Windows came in cannot go.
                if ($found -and $Matches.Tag -ne $base) { $evidence['Language'] = $Matches.Tag }
            }
            elseif ($found -and $line -match '(?:ackage:? ?''?|Update: )(?<Name>[\w.-]+~31bf3856ad364e35~[^\s'',[]+)') {
                $evidence['Package'] = $Matches.Name.TrimEnd('.')
            }
        })
    [array]::Reverse($cited)
    $codes = @($failures | ForEach-Object { '0x' + $_.Code.Substring(2).ToUpperInvariant() }) + $cited
    $codes = @($codes | Select-Object -Unique | Select-Object -First 8)
    if ($evidence.Missing -match 'KB\d{6,8}') { $evidence['Address'] = $Catalog + $Matches[0] }
    elseif ($evidence.Missing -match '~(?:10\.0\.)?(\d{5}\.(?!1$)\d+)') {
        $evidence['Address'] = $Catalog + $Matches[1]
    }
    # What came with Windows itself belongs to no update.
    elseif ($evidence.Missing) { $evidence['Package'] = $evidence.Missing }
    $reason = 'failed'
    if ($evidence.Language -and $codes -contains '0x800F0982') { $reason = 'language-pack' }
    elseif ($evidence.Address) { $reason = 'manifest-missing' }
    elseif ($evidence.Installer) { $reason = 'installer-failed' }
    elseif ($evidence.Package -and ($evidence.Missing -or $codes -contains '0x80073701')) {
        $reason = 'component-missing'
    }
    # A feature or a language whose source had nothing.
    elseif ($failures[0].Name -notlike 'Package_*' -and $failures[0].Code -match '^0x800F0(81F|90[67]|95[04])$') {
        $reason = 'source-missing'
    }
    elseif ($evidence.Staged) { $reason = 'staged' }
    New-Finding -Status Problem -Reason $reason -Evidence $evidence -HResult $codes
}

# 17 single-update: Updates that fail again and again.
function Test-SingleUpdate {
    param(
        [int] $Days, [int] $Attempts, [string] $Catalog,
        [string[]] $Recovery, [string[]] $FalseAlarms, [string] $RecoveryType, [string[]] $CodeKinds
    )
    try {
        $session = New-Object -ComObject 'Microsoft.Update.Session'
        $searcher = $session.CreateUpdateSearcher()
        # Asking for more than there is, or for none, is an error.
        $count = [math]::Min($searcher.GetTotalHistoryCount(), 200)
        $entries = @(if ($count -gt 0) { $searcher.QueryHistory(0, $count) })
    }
    catch {
        $code = '0x{0:X8}' -f $_.Exception.GetBaseException().HResult
        return New-Finding -Status Unknown -Reason 'history-unreadable' -Evidence @{ Code = $code } -HResult $code
    }
    # Updates whose attempts all failed since the last success: { Times, Code, Date }.
    $open = @{}
    foreach ($entry in $entries | Sort-Object -Property Date) {
        $title = [string] $entry.Title
        if ($entry.Operation -ne 1 -or (Test-StoreApp -Service $entry.ServiceID -Title $title)) { continue }
        if (-not $title) { $title = '-' }
        $name = if ($title -match 'KB\d{6,8}') { $Matches[0] } else { $title }
        $like = Get-UpdateSubject -Title $title
        if ($entry.ResultCode -in 2, 3) {
            foreach ($key in @($open.Keys)) { if ($open[$key].Like -eq $like) { $open.Remove($key) } }
            $open.Remove($name)
        }
        $code = '0x{0:X8}' -f $entry.HResult
        if ($entry.ResultCode -ne 4 -or -not (Test-FailureCode -Code $code)) { continue }
        $times = if ($open.ContainsKey($name)) { $open[$name].Times } else { 0 }
        $open[$name] = @{
            Name = $name; Title = $title; Times = $times + 1; Code = $code; Date = $entry.Date; Like = $like
        }
    }
    # What is no longer tried has been replaced by another update.
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $stuck = @($open.Values | Where-Object { $_.Times -ge $Attempts -and $_.Date -ge $since } |
            Where-Object { -not (Test-SettledUpdate -Title $_.Title -Time $_.Date) } |
            Sort-Object -Property { $_.Date } -Descending | Select-Object -First 10)
    $evidence = @{ Entries = $entries.Count; Updates = @(); Others = @(); Addresses = @($Catalog) }
    if ($stuck.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    # Without such a partition its update is not needed. On disks without GPT the type tells nothing.
    $storage = @{ Namespace = 'root\Microsoft\Windows\Storage'; ClassName = 'MSFT_Partition' }
    $types = @(Get-CimInstance @storage -OperationTimeoutSec 30 -ErrorAction SilentlyContinue |
            ForEach-Object { [string] $_.GptType })
    $hasNoRecovery = $types -match '^{c12a7328' -and $types -notcontains $RecoveryType
    # What helps follows from the code, then from the kind of update: its number, or words of its title in English,
    # German or Japanese. An upgrade names a version and no number, a cumulative update both.
    $kinds = @{}
    foreach ($one in $stuck) {
        $kind = switch -Regex ($one.Title) {
            '\.NET' { 'failing'; break }
            'Recovery Environment|Wiederherstellungsumgebung|\u56de\u5fa9\u74b0\u5883|WinRE' {
                'recovery-environment'
                break
            }
            'Feature update|Funktionsupdate|\u6a5f\u80fd\u66f4\u65b0' { 'feature-update'; break }
            'Firmware|\u30d5\u30a1\u30fc\u30e0\u30a6\u30a7\u30a2|BIOS' { 'firmware'; break }
            'KB2267602|Defender|Security Intelligence|Definition(s| U)pdate|\u5b9a\u7fa9' { 'definitions'; break }
            'KB\d{6,8}' { 'failing'; break }
            'Windows 1\d\D.*\d\dH\d' { 'feature-update'; break }
            'Driver|Treiber|\u30c9\u30e9\u30a4\u30d0\u30fc|^.+ - .+ - [\d/. :-]+$' { 'driver'; break }
            default { 'unnumbered' }
        }
        if ($one.Name -in $Recovery) { $kind = 'recovery-environment' }
        $isRecovery = $kind -eq 'recovery-environment'
        if ($one.Name -in $FalseAlarms -and $one.Code -eq '0x80070643') { $kind = 'false-alarm' }
        elseif ($isRecovery -and $hasNoRecovery) { $kind = 'no-recovery' }
        elseif (-not $isRecovery -and $one.Code -in '0x80070070', '0x800F0828') { $kind = 'no-space' }
        else {
            # A mark: only of updates with a number.
            foreach ($row in $CodeKinds) {
                $name, $codes = $row -split ' '
                if ($one.Code -notmatch "^0x(80)?($codes)" -or ($kind -ne 'failing' -and $name -like '_*')) { continue }
                $kind = $name.Trim('_')
                break
            }
        }
        $kinds += @{ $one.Name = $kind }
    }
    $order = 'no-space', 'damaged', 'failing', 'feature-update', 'rolled-back', 'suspect', 'stale', 'not-fetched',
    'definitions', 'unnumbered', 'firmware', 'driver', 'recovery-environment', 'not-applicable', 'no-recovery',
    'driver-not-better', 'false-alarm'
    $kind = @($order | Where-Object { $_ -in $kinds.Values })[0]
    $told = @($stuck | Where-Object { $kinds[$_.Name] -eq $kind })
    $others = @($stuck | Where-Object { $kinds[$_.Name] -ne $kind })
    $evidence['Updates'] = @($told | ForEach-Object { "$($_.Name) ($($_.Code))" })
    $evidence['Times'] = @($told | ForEach-Object { $_.Times })
    $evidence['Others'] = @($others | ForEach-Object { "$($_.Name) ($($_.Code))" })
    $numbers = @($told | ForEach-Object { $_.Name }) -match '^KB\d+$'
    if ($numbers) { $evidence['Addresses'] = @($numbers | ForEach-Object { "$Catalog$_" }) }
    $codes = @(@($told) + @($stuck) | ForEach-Object { $_.Code } | Select-Object -Unique)
    New-Finding -Status Problem -Reason $kind -Evidence $evidence -HResult $codes
}

# 18 servicing-stack: Servicing stack.
function Test-ServicingStack {
    param([int] $Days, [string[]] $Codes)
    # The names of the values are versions of stacks; the highest one works.
    $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Version'
    $names = @(if (Test-Path -LiteralPath $key) { (Get-Item -LiteralPath $key).GetValueNames() })
    $versions = @($names | Where-Object { $_ -match '^\d{1,9}(\.\d{1,9}){3}$' } |
            Sort-Object -Property { [version] $_ })
    if ($versions.Count -eq 0) { return New-Finding -Status Unknown -Reason 'version-unreadable' }
    $evidence = @{ Version = $versions[-1]; Codes = @() }
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    # Which stack is the newest, Windows does not know: only what asks for a newer one tells.
    try { $open = @(Get-OpenFailure -Provider 'Microsoft-Windows-WindowsUpdateClient' -Since $since -Code $Codes) }
    catch { return New-Finding -Status Unknown -Reason 'events-unreadable' -Evidence $evidence }
    $evidence['Codes'] = @($open | ForEach-Object { $_.Code } | Select-Object -Unique)
    if ($open.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    New-Finding -Status Problem -Reason 'too-old' -Evidence $evidence -HResult $evidence.Codes
}

# 27 setup-diag: Results of SetupDiag.
function Test-SetupDiag {
    param([int] $Days)
    $result = Get-SetupResult -Days $Days
    $line = $result.Details
    $evidence = @{
        Rule      = $result.Rule
        Details   = $line.Substring(0, [math]::Min($line.Length, 300))
        Time      = $result.Time
        BoxResult = $result.BoxResult
    }
    # With what Setup appends: "0xC1900101 - 0x30018" names the phase and the operation.
    $codes = [regex]::Matches($line, '0x[0-9A-Fa-f]{8}(\s*-\s*0x[0-9A-Fa-f]{5}\b)?')
    $codes = @($codes | ForEach-Object { $_.Value -replace '\s' })
    if ($result.HasEnded) { $codes = @($result.BoxResult) + $codes }
    $codes = @($codes | Select-Object -Unique | Select-Object -First 5)
    switch ($result.State) {
        'Failed' { return New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $codes }
        'Ended' { return New-Finding -Status Problem -Reason 'setup-ended' -Evidence $evidence -HResult $codes }
    }
    $open = @{ NoMatch = 'no-match'; Unreadable = 'results-unreadable'; Undated = 'undated' }[$result.State]
    if ($open) { return New-Finding -Status Unknown -Reason $open -Evidence $evidence }
    $reason = @{ Succeeded = 'succeeded'; Older = 'older' }[$result.State]
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 24 in-place-upgrade: Upgrade from installation media.
function Test-InPlaceUpgrade {
    param([int] $Days, [int] $UpgradeGigabytes)
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $control = 'HKLM:\SYSTEM\CurrentControlSet\Control'
    $language = [string] (Get-RegistryValue -Path "$control\Nls\Language" -Name 'InstallLanguage')
    $environment = "$control\Session Manager\Environment"
    $drive = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID='$env:SystemDrive'" -OperationTimeoutSec 30
    $evidence = @{
        Edition       = Get-RegistryValue -Path $version -Name 'EditionID'
        Locale        = if ($language -match '^[0-9a-f]{4}$') { ([cultureinfo] [Convert]::ToInt32($language, 16)).Name }
        Architecture  = Get-RegistryValue -Path $environment -Name 'PROCESSOR_ARCHITECTURE'
        FreeGigabytes = if ($drive) { [math]::Floor($drive.FreeSpace / 1073741824) }
        Needed        = $UpgradeGigabytes
        Blockers      = @()
        Hold          = ''
        HeldTarget    = ''
        Report        = ''
    }
    # The folder goes with a Setup that succeeds. What blocked one long ago may be gone.
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $panther = Join-Path -Path $env:SystemDrive -ChildPath '$WINDOWS.~BT\Sources\Panther'
    $report = Get-ChildItem -LiteralPath $panther -Filter 'CompatData*.xml' -Force -ErrorAction SilentlyContinue |
        Where-Object { $_.LastWriteTimeUtc -ge $since } | Sort-Object -Property LastWriteTimeUtc | Select-Object -Last 1
    if ($report) {
        $evidence['Report'] = $report.Name
        $paths = "//*[local-name()='Program'][*[@BlockingType='Hard']]/@Name",
        "//*[local-name()='HardwareItem'][*[@BlockingType='Hard']]/@HardwareType",
        "//*[local-name()='DriverPackage'][@BlockMigration='True']/@Inf"
        try {
            $evidence['Blockers'] = @(Select-Xml -LiteralPath $report.FullName -XPath ($paths -join ' | ') |
                    ForEach-Object { $_.Node.Value } | Sort-Object -Unique)
        }
        catch { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
    }
    if ($evidence.Blockers) { return New-Finding -Status Problem -Reason 'blocked' -Evidence $evidence }
    # One key a version, such as NI22H2; those of versions that the PC has passed remain.
    $indicators = "$version\AppCompatFlags\TargetVersionUpgradeExperienceIndicators"
    $current = [string] (Get-RegistryValue -Path $version -Name 'DisplayVersion')
    $next = Get-SubkeyName -Path $indicators | Where-Object { $_ -match '(\d\dH\d)$' -and $Matches[1] -gt $current } |
        Sort-Object -Property { $_.Substring($_.Length - 4) } | Select-Object -Last 1
    if ($next) {
        $evidence['Hold'] = [string] (Get-RegistryValue -Path "$indicators\$next" -Name 'GatedBlockId')
        $evidence['HeldTarget'] = $next.Substring($next.Length - 4)
        # How the appraiser of Windows rates the PC for it: Green, Yellow, Orange or Red, with its reason.
        $rating = [string] (Get-RegistryValue -Path "$indicators\$next" -Name 'UpgEx')
        $evidence['Rating'] = "$rating $(Get-RegistryValue -Path "$indicators\$next" -Name 'RedReason')".Trim()
    }
    if ($evidence.Hold -notin '', 'None') {
        $client = 'Microsoft-Windows-WindowsUpdateClient'
        $status = if (Test-FailedUpgrade -Days $Days -Provider $client) { 'Problem' } else { 'Ok' }
        return New-Finding -Status $status -Reason 'held' -Evidence $evidence
    }
    if ($evidence['Rating'] -like 'Red*') { return New-Finding -Status Ok -Reason 'rated-red' -Evidence $evidence }
    $short = $null -ne $evidence.FreeGigabytes -and $evidence.FreeGigabytes -lt $UpgradeGigabytes
    $reason = if ($short) { 'little-space' } else { 'media' }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 23 clean-install: Clean installation.
function Test-CleanInstall {
    param([int] $Days)
    $evidence = @{ Drive = $env:SystemDrive; Encrypted = $null; RecoveryOn = $null }
    # This class answers to administrators alone, and not on every edition.
    try {
        $query = @{ Namespace = 'root\CIMV2\Security\MicrosoftVolumeEncryption'; ClassName = 'Win32_EncryptableVolume' }
        $volume = Get-CimInstance @query -Filter "DriveLetter='$env:SystemDrive'" -OperationTimeoutSec 30
        $evidence['Encrypted'] = @($volume | Where-Object { $_.ProtectionStatus -eq 1 }).Count -gt 0
    }
    catch { $evidence['Error'] = $_.Exception.GetType().Name }
    $agent = Join-Path -Path $env:SystemRoot -ChildPath 'System32\Recovery\ReAgent.xml'
    try { $state = Select-Xml -LiteralPath $agent -XPath '//InstallState/@state' | ForEach-Object { $_.Node.Value } }
    catch { $state = '' }
    if ("$state" -notmatch '^[01]$') { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
    $evidence['RecoveryOn'] = $state -eq '1'
    # Many PCs do well without the recovery environment until an upgrade has failed.
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    if (-not $evidence.RecoveryOn -and (Test-FailedUpgrade -Days $Days -Provider $client)) {
        return New-Finding -Status Problem -Reason 'recovery-off' -Evidence $evidence
    }
    $reason = if ($evidence.Encrypted) { 'encrypted' }
    New-Finding -Status Ok -Reason $reason -Evidence $evidence
}

# 29 legacy-usb: Legacy USB in the firmware.
function Test-LegacyUsb {
    param([int] $Days)
    if (-not (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient')) {
        return New-Finding -Status NotApplicable -Reason 'no-failure'
    }
    # The firmware cannot be read; what is plugged in can.
    $query = @{ ClassName = 'Win32_DiskDrive'; Filter = "InterfaceType='USB'"; OperationTimeoutSec = 10 }
    $drives = @(Get-CimInstance @query | ForEach-Object { $_.Model })
    if ($drives) { return New-Finding -Status Problem -Reason 'storage' -Evidence @{ Drives = $drives } }
    New-Finding -Status Unknown -Reason 'look'
}

# 29 fast-startup: Fast startup.
function Test-FastStartup {
    param([int] $Days)
    $control = 'HKLM:\SYSTEM\CurrentControlSet\Control'
    $setting = Get-RegistryValue -Path "$control\Session Manager\Power" -Name 'HiberbootEnabled'
    $policy = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\System' -Name 'HiberbootEnabled'
    $hibernation = Get-RegistryValue -Path "$control\Power" -Name 'HibernateEnabled'
    $evidence = @{ HiberbootEnabled = $setting; Policy = $policy; HibernateEnabled = $hibernation }
    # It is a kind of hibernation, and without that has no effect.
    if ($hibernation -eq 0 -or $policy -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    if ($policy -eq 1) { return New-Finding -Status Ok -Reason 'by-policy' -Evidence $evidence }
    if ($null -eq $setting) { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
    if ($setting -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    if (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient') {
        return New-Finding -Status Problem -Reason 'after-failure' -Evidence $evidence
    }
    New-Finding -Status Ok -Reason 'switched-on' -Evidence $evidence
}

# 29 optional-feature: Optional features added later.
function Test-OptionalFeature {
    param([int] $Days, [string[]] $Features)
    # This class answers without elevation, unlike Get-WindowsOptionalFeature. 1 is enabled.
    $query = @{ ClassName = 'Win32_OptionalFeature'; Filter = 'InstallState=1'; OperationTimeoutSec = 60 }
    try { $enabled = @(Get-CimInstance @query | ForEach-Object { $_.Name } | Where-Object { $_ -in $Features }) }
    catch { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Error = $_.Exception.GetType().Name } }
    $evidence = @{ Features = $enabled }
    if ($enabled -and (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient')) {
        return New-Finding -Status Problem -Reason 'after-failure' -Evidence $evidence
    }
    New-Finding -Status Ok -Evidence $evidence
}

# 29 user-profile: User profiles.
function Test-UserProfile {
    param([int] $Days)
    $list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
    # Accounts of people; services have short identifiers.
    $sids = @(Get-SubkeyName -Path $list | Where-Object { $_ -match '^S-1-(5-21|12-1)-' })
    if (-not (Test-Path -LiteralPath $list)) { return New-Finding -Status Unknown -Reason 'unreadable' }
    # Windows puts .bak behind a profile that it cannot load and uses a temporary one (0x800).
    $broken = @($sids | Where-Object { $_ -notlike '*.bak' -and "$_.bak" -in $sids -and
            ((Get-RegistryValue -Path "$list\$_" -Name 'State') -band 0x800) })
    $broken += @($sids | Where-Object { $_ -like '*.bak' -and $_ -replace '\.bak$' -notin $sids })
    $leftovers = @($sids | Where-Object {
            $folder = Get-RegistryValue -Path "$list\$_" -Name 'ProfileImagePath'
            $_ -notin $broken -and ($_ -like '*.bak' -or -not $folder -or -not (Test-Path -LiteralPath $folder))
        })
    # Two accounts in one folder are left of a move to another account or PC.
    $folders = @($sids | Where-Object { $_ -notlike '*.bak' } |
            ForEach-Object { Get-RegistryValue -Path "$list\$_" -Name 'ProfileImagePath' } | Where-Object { $_ })
    $shared = @($folders | Group-Object | Where-Object { $_.Count -gt 1 } | ForEach-Object { $_.Name })
    $letters = @($folders -match '[^\x20-\x7e]' | Select-Object -Unique)
    $evidence = @{ Profiles = $sids.Count; Broken = $broken; Leftovers = $leftovers; Shared = $shared }
    $evidence['Letters'] = $letters
    if ($broken) { return New-Finding -Status Problem -Reason 'temporary' -Evidence $evidence }
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    if (($leftovers -or $shared -or $letters) -and (Test-FailedUpgrade -Days $Days -Provider $client)) {
        if ($shared) { return New-Finding -Status Problem -Reason 'shared' -Evidence $evidence }
        if ($leftovers) { return New-Finding -Status Problem -Reason 'after-failure' -Evidence $evidence }
        return New-Finding -Status Ok -Reason 'letters' -Evidence $evidence
    }
    New-Finding -Status Ok -Evidence $evidence
}

# 29 setup-update: Updates during setup.
function Test-SetupUpdate {
    param([int] $Days, [string[]] $DownloadCodes)
    # What the last Setup ended with, until the PC restarts.
    $code = Get-RegistryValue -Path 'HKLM:\SYSTEM\Setup\MoSetup\Volatile' -Name 'BoxResult'
    $evidence = @{ Result = if ($code) { '0x{0:X8}' -f $code } }
    if ($evidence.Result -in $DownloadCodes) {
        return New-Finding -Status Problem -Reason 'download-failed' -Evidence $evidence -HResult $evidence.Result
    }
    if (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient') {
        return New-Finding -Status Unknown -Reason 'not-recorded' -Evidence $evidence
    }
    New-Finding -Status NotApplicable -Reason 'no-failure' -Evidence $evidence
}

#endregion
#region Check table

$script:Checks = @(
    @{
        Id = 'clock'; Item = 1; Risk = 'medium'; Minutes = 4; Repairable = $true
        Answers = @(
            '0 likely/4 years-behind before-windows', '1 likely/4 ahead behind domain-controller', '- likely *'
        )
        Test = {
            Test-Clock -Witnesses @(
                'http://www.msftconnecttest.com/connecttest.txt#200+Microsoft+Connect+Test',
                'http://connectivitycheck.gstatic.com/generate_204#204',
                'http://detectportal.firefox.com/success.txt#200+success'
            ) -Floor '2026-11-22' -LimitMinutes 60 -NoticeMinutes 5
        }
    }
    @{
        Id = 'internet-connection'; Item = 3; Answers = @('- likely *')
        Link = '/troubleshoot/windows-client/installing-updates-features-roles/windows-update-issues-troubleshooting'
        Test = {
            Test-InternetConnection -Endpoints @(
                'sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443',
                'fe3cr.delivery.mp.microsoft.com:443', 'download.windowsupdate.com:80',
                'dl.delivery.mp.microsoft.com:80'
            ) -HttpProbe 'http://www.msftconnecttest.com/connecttest.txt'
        }
    }
    @{
        Id = 'disk-space'; Item = 4
        Answers = @('0 likely/2 full full-small', '1 possible 0x80070070 0x800F0828', '- likely *')
        Link = '/troubleshoot/windows-client/setup-upgrade-and-drivers/windows-10-upgrade-quick-fixes'
        Test = { Test-DiskSpace -MinimumGigabytes 2 -ComfortGigabytes 10 -UpgradeGigabytes 20 }
    }
    @{
        Id = 'proxy'; Item = 21; Risk = 'low'; Minutes = 1; Repairable = $true
        Answers = @(
            '0 possible 0x8024401C 0x80244022 0x8024401F 0x80244021 0x80244023 0x80244007 0x80244010',
            '0 possible 0x80244017 0x80244018 0x80244019 0x8024401B 0x8024402C 0x8024402D 0x8024402E',
            '0 possible 0x80240438 0x80072EE2 0x80072EE7 0x80072EFD 0x80072EFE 0x80072EFF 0x80D02002',
            '1 likely file-script', '- likely *'
        )
        Test = { Test-Proxy -Endpoint 'sls.update.microsoft.com' }
    }
    @{
        Id = 'mpssvc-start-type'; Item = 21; Words = 'service-start-type'
        Link = '/troubleshoot/windows-client/installing-updates-features-roles/windows-update-issues-troubleshooting'
        Test = { Test-ServiceStartType -Name 'mpssvc' -Wanted 'automatic' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'hosts-file'; Item = 21; Answers = @('0 likely/7 redirected', '- likely *')
        Link = '/windows/privacy/manage-windows-11-endpoints'
        Test = {
            Test-HostsFile -Domains @(
                'windowsupdate.com', 'wustat.windows.com', 'update.microsoft.com', 'delivery.mp.microsoft.com',
                'dsp.mp.microsoft.com', 'emdl.ws.microsoft.com'
            )
        }
    }
    @{
        Id = 'tls-protocol'; Item = 21; Risk = 'low'; Minutes = 1; Restart = $true; Repairable = $true
        Answers = @('- likely *')
        Test = { Test-TlsProtocol }
    }
    @{
        Id = 'winsock-catalog'; Item = 21; Risk = 'high'; Minutes = 3; Restart = $true; Repairable = $true
        Test = { Test-WinsockCatalog }
    }
    @{
        Id = 'tls-inspection'; Item = 36; Account = @('user'); Needs = @('internet')
        Answers = @('0 likely/7 refused', '1 possible 0x800B0109 0x800B010A 0x80072F8F 0x80072F0D', '- possible *')
        Link = '/windows/privacy/manage-windows-11-endpoints'
        Test = {
            $arguments = @{
                Endpoint = 'sls.update.microsoft.com'; Issuer = 'Microsoft Corporation'; Days = 14
                Provider = 'Microsoft-Windows-WindowsUpdateClient'
            }
            Test-TlsInspection @arguments
        }
    }
    @{
        Id = 'metered-connection'; Item = 34; Kind = @('client'); Open = 'ms-settings:windowsupdate-options'
        Answers = @('0 likely holds-back', '- possible *')
        Link = 'https://support.microsoft.com/windows/metered-connections-in-windows-7b33928f-a144-b265-97b6-f2e95a87c408'
        Test = { Test-MeteredConnection -StaleDays 60 }
    }
    @{
        Id = 'update-server'; Item = 28
        Answers = @(
            '0 likely//*/by-server,by-both 0x8024401C 0x80244022 0x8024401F 0x80244021 0x80244023 0x80244010 0x80244019',
            '0 likely//*/by-server,by-both 0x8024402D 0x8024402E 0x80244007 0x80244017 0x80244018',
            '1 likely///by-server,by-both 0x800B0109 0x800B010A 0x80072F8F 0x80072F0D',
            '2 likely//bits-queue,download-cache 0x80240069',
            '3 likely/5 access-disabled server-missing server-malformed server-unreachable', '- likely *'
        )
        Holds = @(
            'by-server', 'by-both', 'by-manager', 'access-disabled', 'server-missing', 'server-malformed',
            'server-unreachable'
        )
        Link = '/troubleshoot/windows-client/installing-updates-features-roles/determine-whether-wsus-configuration-causes-wu-issue'
        Test = { Test-UpdateServer }
    }
    @{
        Id = 'update-policy'; Item = 28; Open = 'ms-settings:windowsupdate-options'
        Answers = @(
            '0 likely/5 pin-behind source-barred source-refused', '1 likely automatic-off',
            '2 certain paused-long', '3 likely alternate-missing', '- likely *'
        )
        Link = '/windows/deployment/update/waas-wu-settings'
        Test = {
            Test-UpdatePolicy -Managers @(
                'CCM\CcmExec.exe=Configuration Manager', 'Microsoft Intune Management Extension=Intune',
                'SKYSEA Client View=SKYSEA Client View', 'MOTEX\LanScope=LANSCOPE', 'Hammock\AssetView=AssetView',
                'ISM CloudOne=ISM CloudOne', 'Tanium Client=Tanium', 'BES Client=BigFix',
                'NinjaRMMAgent=NinjaOne'
            ) -StaleDays 60 -PauseDays 35
        }
    }
    @{
        Id = 'restart-pending'; Item = 30
        Answers = @(
            '0 likely/3 pending pending-held pending-fast-startup', '1 likely/3 survived-restart',
            '2 possible 0x80240009 0x80240016 0x8024001B 0x8024001E 0x80240021 0x80070652 0x8007000E',
            '2 possible 0x800705AA 0x800705B4 0x80080005', '- likely *'
        )
        Holds = @('pending', 'pending-held', 'pending-fast-startup', 'survived-restart')
        Link = '/troubleshoot/windows-client/setup-upgrade-and-drivers/updates-not-install-with-fast-startup'
        Test = { Test-RestartPending -PickedHours 1 }
    }
    @{
        Id = 'wuauserv-rights'; Item = 15; Words = 'service-security'; Minutes = 1; Repairable = $true
        Test = {
            Test-ServiceSecurity -Name 'wuauserv' -Entries @(
                '(A;;CCLCSWRPLORC;;;AU)', '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)',
                '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)'
            )
        }
    }
    @{
        Id = 'bits-rights'; Item = 15; Words = 'service-security'; Minutes = 1; Repairable = $true
        Test = {
            Test-ServiceSecurity -Name 'bits' -Entries @(
                '(A;CI;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)', '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)',
                '(A;;CCLCSWLOCRRC;;;IU)', '(A;;CCLCSWLOCRRC;;;SU)'
            )
        }
    }
    @{
        Id = 'wuauserv-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1; Repairable = $true
        Answers = @('- likely *'); Beyond = @('missing')
        Test = { Test-ServiceStartType -Name 'wuauserv' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'bits-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1; Repairable = $true
        Answers = @('- likely *'); Beyond = @('missing')
        Test = { Test-ServiceStartType -Name 'bits' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'usosvc-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1; Repairable = $true
        Answers = @('- likely *'); Beyond = @('missing')
        Test = { Test-ServiceStartType -Name 'usosvc' -Wanted 'delayed-automatic' -WantedOnServer2016 'demand' }
    }
    @{
        Id = 'cryptsvc-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1; Repairable = $true
        Answers = @('- likely *'); Beyond = @('missing')
        Test = { Test-ServiceStartType -Name 'cryptsvc' -Wanted 'automatic' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'trustedinstaller-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1; Repairable = $true
        Answers = @('- likely *'); Beyond = @('missing')
        Test = { Test-ServiceStartType -Name 'trustedinstaller' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'msiserver-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1; Repairable = $true
        Beyond = @('missing')
        Test = { Test-ServiceStartType -Name 'msiserver' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'wlidsvc-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1; Repairable = $true
        Kind = @('client'); Beyond = @('missing')
        Test = { Test-ServiceStartType -Name 'wlidsvc' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'dosvc-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1; Repairable = $true
        Answers = @('- likely *'); Beyond = @('missing')
        Test = { Test-ServiceStartType -Name 'dosvc' -Wanted 'delayed-automatic' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'updates-switched-off'; Item = 31; Risk = 'low'; Minutes = 2; Restart = $true; Repairable = $true
        Answers = @('0 certain/6 switched-off', '1 certain/6 by-other-means', '- likely *')
        Beyond = @('by-other-means')
        Test = {
            Test-UpdatesSwitchedOff -Services @(
                'wuauserv demand wuaueng.dll', 'bits demand qmgr.dll', 'usosvc delayed-automatic usosvc.dll',
                'dosvc delayed-automatic dosvc.dll', 'WaaSMedicSvc demand WaaSMedicSvc.dll',
                'AppReadiness demand'
            ) -Tasks @(
                '\Microsoft\Windows\UpdateOrchestrator\=Schedule Scan',
                '\Microsoft\Windows\WindowsUpdate\=Scheduled Start'
            ) -Domains @(
                'windowsupdate.com', 'wustat.windows.com', 'update.microsoft.com', 'delivery.mp.microsoft.com',
                'dsp.mp.microsoft.com', 'emdl.ws.microsoft.com'
            )
        }
    }
    @{
        Id = 'download-progress'; Item = 5; Open = 'ms-settings:windowsupdate'
        Link = '/windows/deployment/update/how-windows-update-works'
        Test = {
            Test-DownloadProgress -StallMinutes 30 -Hours 48 -SampleSeconds 10 -UpdateJob 'WU Client Download'
        }
    }
    @{
        Id = 'bits-queue'; Item = 12; Risk = 'medium'; Minutes = 4; Repairable = $true
        Test = {
            $arguments = @{
                DamageCodes = @('0x8020006C', '0x80200049', '0x80200050'); UpdateJob = 'WU Client Download'
                Limit = 300
            }
            Test-BitsQueue @arguments
        }
    }
    @{
        Id = 'download-cache'; Item = 14; Words = 'update-failure'; Risk = 'medium'; Minutes = 5
        Repairable = $true
        Test = {
            Test-UpdateFailure -Days 30 -Codes @(
                '0x80240031', '0x8024000D', '0x8024000E', '0x80242006', '0x8024200D', '0x80246002', '0x80246010',
                '0x80246012', '0x80248002', '0x80248003', '0x80248004', '0x80248007', '0x80248008', '0x8024801C',
                '0x80248FFF'
            ) -Store 'SoftwareDistribution\DataStore\DataStore.edb'
        }
    }
    @{
        Id = 'activation'; Item = 2; Open = 'ms-settings:activation'
        Link = '/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes'
        Test = { Test-Activation -Application '55c92734-d682-4d71-983e-d6ec3f16059f' }
    }
    @{
        Id = 'system-requirement'; Item = 7; Open = 'ms-settings:about'
        Answers = @('0 possible 0x80888002', '- possible *'); Link = '/windows/whats-new/windows-11-requirements'
        Test = {
            Test-SystemRequirement -Requirements @(
                'Windows 11: RAM-GB=4 Disk-GB=64 CPUs=2 UEFI=1 TPM=2', 'Windows 10: RAM-GB=2 Disk-GB=20 CPUs=1',
                'Windows Server: RAM-GB=2 Disk-GB=32 CPUs=1'
            ) -Processors @(
                'GenuineIntel 0-5 0-255', 'GenuineIntel 6-6 0-84', 'GenuineIntel 6-6 86-95',
                'AuthenticAMD 0-22 0-255', 'AuthenticAMD 23-23 1-1', 'AuthenticAMD 23-23 17-17'
            ) -ExtendedRevision 6466
        }
    }
    @{
        Id = 'os-current'; Item = 8; Open = 'ms-settings:windowsupdate'
        Answers = @('0 likely/8 out-of-service', '1 likely/8 version-ended pinned', '- possible *')
        Link = '/windows/release-health/windows11-release-information'
        Test = {
            $arguments = @{
                EndOfService = @(
                    '14393 home=2018-04-10 enterprise=2019-04-09 long-term=2026-10-13 iot=2026-10-13 server=2027-01-12',
                    '17763 home=2020-11-10 enterprise=2021-05-11 long-term=2029-01-09 iot=2029-01-09 server=2029-01-09',
                    '18362 home=2020-12-08 enterprise=2020-12-08', '18363 home=2021-05-11 enterprise=2022-05-10',
                    '19041 home=2021-12-14 enterprise=2021-12-14', '19042 home=2022-05-10 enterprise=2023-05-09',
                    '19043 home=2022-12-13 enterprise=2022-12-13',
                    '19044 home=2023-06-13 enterprise=2024-06-11 long-term=2027-01-12 iot=2032-01-13',
                    '19045 home=2025-10-14 enterprise=2025-10-14 consumer=2027-10-12 extended=2028-10-10',
                    '20348 server=2031-10-14', '22000 home=2023-10-10 enterprise=2024-10-08',
                    '22621 home=2024-10-08 enterprise=2025-10-14', '22631 home=2025-11-11 enterprise=2026-11-10',
                    '26100 home=2026-10-13 enterprise=2027-10-12 long-term=2029-10-09 iot=2034-10-10 server=2034-11-14',
                    '26200 home=2027-10-12 enterprise=2028-10-10', '28000 home=2028-03-14 enterprise=2029-03-13'
                )
                ExtendedRevision = 6466; StaleDays = 120
            }
            Test-OsCurrent @arguments
        }
    }
    @{
        Id = 'secure-boot'; Item = 33; Open = 'ms-settings:windowsupdate'
        Answers = @('0 possible failed maker-key firmware', '- possible *')
        Link = 'https://support.microsoft.com/help/5016061'
        Test = { Test-SecureBoot -Days 60 }
    }
    @{
        Id = 'line-speed'; Item = 9; Needs = @('network-tests')
        Open = 'ms-settings:delivery-optimization-advanced'
        Link = '/windows/deployment/do/waas-delivery-optimization-reference'
        Test = {
            $arguments = @{
                Url = 'http://download.windowsupdate.com/microsoftupdate/v6/wsusscan/wsusscn2.cab'; Bytes = 4194304
                SlowKilobits = 1000
            }
            Test-LineSpeed @arguments
        }
    }
    @{
        Id = 'clean-boot'; Item = 19; Open = 'msconfig.exe'
        Link = 'https://support.microsoft.com/topic/how-to-perform-a-clean-boot-in-windows-da2f9573-6eec-00ad-2f8a-a97a1807f3dd'
        Test = { Test-CleanBoot }
    }
    @{
        Id = 'antivirus'; Item = 20; Open = 'windowsdefender:'
        Answers = @('0 possible 0x80070005 0x80070020', '1 likely several', '- possible *')
        Link = '/troubleshoot/windows-client/installing-updates-features-roles/common-windows-update-errors'
        Test = {
            Test-Antivirus -Defender '{D68DDC3A-831F-4FAE-9E44-DA132C1ACF46}' -Removers @(
                'Trend Micro=Trend Micro Diagnostic Toolkit', 'ESET=ESET Uninstaller', 'McAfee=MCPR',
                'Norton=Norton Remove and Reinstall', 'Kaspersky=kavremover', 'Avast=Avast Clear',
                'AVG=AVG Clear', 'F-Secure=F-Secure Uninstallation Tool'
            ) -Days 90
        }
    }
    @{
        Id = 'troubleshooter'; Item = 10; Kind = @('client'); Open = 'ms-settings:troubleshoot'
        Link = 'https://support.microsoft.com/windows/windows-update-troubleshooter-19bc41ca-ad72-ae67-af3c-89ce169755dd'
        Test = { Test-Troubleshooter }
    }
    @{
        Id = 'component-store'; Item = 11; Risk = 'low'; Minutes = 150; Limit = 240; Repairable = $true
        Needs = @('admin')
        Answers = @(
            '0 certain//component-store store-from-server', '1 certain//component-store store-unmended',
            '2 certain//component-store store-lost', '3 certain store-damaged files-damaged',
            '4 likely 0x80073712 0x80073701 0x8007371B 0x800736CC 0x8007370D 0x80070246 0x800F0831',
            '4 likely 0x800F0832 0x800F0900 0x800F0982 0x800F0983 0x800F0984 0x800F0985 0x800F0986',
            '4 likely 0x800F0987 0x800F0988 0x800F0989 0x800F0991', '- likely *'
        )
        Beyond = @('store-lost')
        Test = { Test-ComponentStore }
    }
    @{
        Id = 'boot-partition'; Item = 32
        Answers = @(
            '0 likely//component-store boot-full', '1 likely//component-store recovery-small recovery-failed',
            '- possible *'
        )
        Link = 'https://support.microsoft.com/help/5028997'
        Test = {
            $arguments = @{
                Days = 30; BootMegabytes = 10; RecoveryMegabytes = 250
                RecoveryType = '{de94bba4-06d1-4d40-a16a-bfd50179d6ac}'; Harmless = @('KB5057588', 'KB5057589')
                Provider = 'Microsoft-Windows-WindowsUpdateClient'
            }
            Test-BootPartition @arguments
        }
    }
    @{
        Id = 'disk-error'; Item = 35
        Answers = @(
            '0 likely/1 file-system', '1 likely/1 bad-blocks', '2 possible 0x8007045D 0x80070017', '- possible *'
        )
        Holds = @('file-system', 'bad-blocks')
        Link = '/troubleshoot/windows-server/backup-and-storage/event-id-51-information'
        Test = { Test-DiskError -Days 14 -Hours 24 }
    }
    @{
        Id = 'update-cleanup'; Item = 13; Risk = 'low'; Minutes = 90; Repairable = $true
        Test = { Test-UpdateCleanup -SupersededState 80 -ComfortGigabytes 10 }
    }
    @{
        Id = 'restore-point'; Item = 16; Minutes = 15; Repairable = $true; Kind = @('client'); Needs = @('admin')
        Test = { Test-RestorePoint -SettledDays 90 -LimitMinutes 1440 }
    }
    @{
        Id = 'unwanted-update'; Item = 22; Risk = 'high'; Minutes = 60; Restart = $true; Repairable = $true
        Needs = @('admin')
        Test = { Test-UnwantedUpdate -Update '' -InstalledState 112 -Days 30 }
    }
    @{
        Id = 'event-log'; Item = 25; Words = 'update-failure'; Answers = @()
        Link = '/windows/deployment/update/windows-update-error-reference'
        Test = { Test-UpdateFailure -Days 14 -Codes @() -Store '' }
    }
    @{
        Id = 'windows-update-log'; Item = 26; Answers = @()
        Link = '/windows/deployment/update/windows-update-logs'
        Test = { Test-WindowsUpdateLog -Days 14 }
    }
    @{
        Id = 'servicing-failure'; Item = 26
        Answers = @(
            '0 certain manifest-missing', '1 certain component-missing', '2 certain installer-failed',
            '3 certain//component-store language-pack', '4 likely staged', '5 likely source-missing',
            '6 possible 0x800F0954 0x800F0906 0x800F0907', '7 possible failed', '- possible *'
        )
        Link = '/troubleshoot/windows-server/installing-updates-features-roles/fix-windows-update-errors'
        Test = {
            $arguments = @{
                Days = 14; StagedDays = 30; StagedState = 64; InstalledState = 112
                Catalog = 'https://www.catalog.update.microsoft.com/Search.aspx?q='
            }
            Test-ServicingFailure @arguments
        }
    }
    @{
        Id = 'single-update'; Item = 17
        Answers = @(
            '0 likely 0x80240018 0x80240020 0x8024600E 0x80246017 0x80246018', '1 possible stale',
            '2 possible suspect', '3 certain/3 false-alarm', '4 harmless driver-not-better no-recovery',
            '5 likely recovery-environment', '6 certain/2 no-space', '7 possible firmware', '8 possible driver',
            '9 possible failing', '10 possible feature-update', '11 possible rolled-back',
            '12 possible not-fetched', '13 possible not-applicable', '14 possible definitions', '- possible *'
        )
        Link = '/troubleshoot/windows-client/installing-updates-features-roles/common-windows-update-errors'
        Test = {
            $arguments = @{
                Days = 14; Attempts = 2; Catalog = 'https://www.catalog.update.microsoft.com/Search.aspx?q='
                Recovery = @(
                    'KB5034439', 'KB5034440', 'KB5034441', 'KB5042320', 'KB5042321', 'KB5042322', 'KB5048239',
                    'KB5050758', 'KB5057588', 'KB5057589'
                )
                FalseAlarms = @('KB5057588', 'KB5057589'); RecoveryType = '{de94bba4-06d1-4d40-a16a-bfd50179d6ac}'
                CodeKinds = @(
                    'feature-update 888002|C1900', 'driver-not-better 070103',
                    'damaged 07(3(6B3|6CC|701|70D|712|71B)|0246)|0F0(83[12]|900|98[2-9]|991)',
                    'not-applicable 2400(17|24)',
                    'unnumbered 24(0009|001[68BE]|002[01]|0069|600E|601[78]|500C)|080005|0B01(09|0A)|0F0(82[3A]|90[67]|954)',
                    'unnumbered 07(00(05|0E|17|20)|042[24]|045D|05AA|05B4|0641|0652)',
                    'not-fetched 24(4|5|043|600[5C]|601[AE])|072[EF]|19|20|D0....$',
                    'stale 24(000[3DE]|001D|003[14]|2006|200D|6|8|A105)|09(2004|6004|6010)|0B0(004|100)',
                    '_suspect 040154|092003|07(000[23D]|0057|007E|030[26]|0490|0570)',
                    '_rolled-back 0F0(?!838)([89]\d\w|A)|070BC'
                )
            }
            Test-SingleUpdate @arguments
        }
    }
    @{
        Id = 'servicing-stack'; Item = 18; Link = '/windows/deployment/update/servicing-stack-updates'
        Test = { Test-ServicingStack -Days 30 -Codes @('0x800F0823', '0x80242017', '0x800F082A', '0x8024D011') }
    }
    @{
        Id = 'setup-diag'; Item = 27; Answers = @('0 likely failed', '- possible *')
        Link = '/windows/deployment/upgrade/setupdiag'
        Test = { Test-SetupDiag -Days 30 }
    }
    @{
        Id = 'in-place-upgrade'; Item = 24; Open = 'https://www.microsoft.com/software-download/windows11'
        Answers = @('0 likely/8 held', '- possible *')
        Link = 'https://www.microsoft.com/software-download/windows11'
        Test = { Test-InPlaceUpgrade -Days 30 -UpgradeGigabytes 20 }
    }
    @{
        Id = 'clean-install'; Item = 23; Kind = @('client'); Open = 'ms-settings:recovery'
        Link = 'https://support.microsoft.com/windows/reset-your-pc-0ef73740-b927-549b-b7c9-e6f2b48d275e'
        Test = { Test-CleanInstall -Days 90 }
    }
    @{
        Id = 'legacy-usb'; Item = 29; Kind = @('client'); Open = 'ms-settings:recovery'
        Link = '/troubleshoot/windows-client/setup-upgrade-and-drivers/windows-10-upgrade-quick-fixes'
        Test = { Test-LegacyUsb -Days 90 }
    }
    @{
        Id = 'fast-startup'; Item = 29; Risk = 'low'; Minutes = 1; Repairable = $true; Kind = @('client')
        Test = { Test-FastStartup -Days 90 }
    }
    @{
        Id = 'optional-feature'; Item = 29; Kind = @('client'); Open = 'optionalfeatures.exe'
        Link = '/windows/client-management/client-tools/add-remove-hide-features'
        Test = {
            Test-OptionalFeature -Days 90 -Features @(
                'IIS-WebServerRole', 'MSMQ-Server', 'SMB1Protocol', 'SimpleTCP', 'ServicesForNFS-ClientOnly',
                'Containers', 'Microsoft-Hyper-V'
            )
        }
    }
    @{
        Id = 'user-profile'; Item = 29; Kind = @('client'); Open = 'ms-settings:otherusers'
        Answers = @('0 likely shared', '- possible *')
        Link = '/troubleshoot/windows-client/setup-upgrade-and-drivers/windows-10-upgrade-resolution-procedures'
        Test = { Test-UserProfile -Days 90 }
    }
    @{
        Id = 'setup-update'; Item = 29; Kind = @('client')
        Link = '/windows-hardware/manufacture/desktop/windows-setup-command-line-options'
        Test = {
            Test-SetupUpdate -Days 90 -DownloadCodes @(
                '0xC1900223', '0x80072EE2', '0x80072EE7', '0x80072EFD', '0x80240034', '0x80D02002'
            )
        }
    }
)
# What a row leaves out is as usual.
foreach ($row in $script:Checks) {
    $usual = @{
        Words = $row.Id; Risk = 'none'; Minutes = 0; Restart = $false; Repairable = $null -ne $row['Repair']
        Answers = '- possible *'; Explains = @(); Holds = @(); Beyond = @(); Open = ''; Link = ''
        Needs = @(); Limit = 120
        MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @(); Architecture = @(); Account = @()
        Test = $null; Repair = $null; Export = $null
    }
    foreach ($name in $usual.Keys) { if (-not $row.ContainsKey($name)) { $row[$name] = $usual[$name] } }
    if ($row.Link -like '/*') { $row.Link = 'https://learn.microsoft.com' + $row.Link }
}
$script:DefaultChecks = @(foreach ($row in $script:Checks) { $row.Id })

#endregion
#region Error codes

# A line with "=" says how the codes and names below it begin. Then: rest of the code, rest of the name, checks it
# points to (item numbers, ids), meaning in English, meaning in Japanese. Below "-": phases and operations.
$script:ErrorCodes = @'
=0024 WU_S_
0001|SERVICE_STOP||Agent stopped as it should|WUA の正常停止
0002|SELFUPDATE||Agent updated itself|WUA の自己更新が完了
0003|UPDATE_ERROR|25 26|Finished, but some updates failed|完了したが一部の更新が失敗
0005|REBOOT_REQUIRED|17 25|Installed; a restart completes it|再起動後に完了
0006|ALREADY_INSTALLED|17 8|Already installed|インストール済み
0007|ALREADY_UNINSTALLED|22|Already removed|削除済み
0008|ALREADY_DOWNLOADED|5|Already downloaded|ダウンロード済み
0009|SOME_UPDATES_SKIPPED_ON_BATTERY|29|Some updates skipped on battery|バッテリー駆動で一部保留
2015|UH_INSTALLSTILLPENDING|25|Installation is still going on|インストールが継続中
8001|SEARCH_LOAD_SHEDDING|28|Search done while a service was throttled|負荷制限中に検索が完了
=8024 WU_E_
0001|NO_SERVICE|6 15|Update agent service was unavailable|WUA が利用不可
0002|MAX_CAPACITY_REACHED|26|Service reached its capacity limit|サービスの容量上限に到達
0003|UNKNOWN_ID|14 15|Agent does not know this identifier|未知の識別子
0004|NOT_INITIALIZED|6 15|Used before it was initialized|初期化前の使用
0007|INVALIDINDEX|26|Index outside the collection|インデックスが範囲外
0008|ITEMNOTFOUND|26|Requested item does not exist|要求した項目がない
0009|OPERATIONINPROGRESS|6 25|Another update operation is running|別の更新処理が実行中
000A|COULDNOTCANCEL|25|Can no longer be cancelled|もう取り消せない段階
000B|CALL_CANCELLED|25 26|Cancelled by the caller or a service|呼び出しの取り消し
000C|NOOP|8|Nothing to do|処理対象なし
000D|XML_MISSINGDATA|14 15|Update's XML lacks required data|更新の XML に必須項目がない
000E|XML_INVALID|14 15 18|Update's XML is invalid|更新の XML が不正
0012|REG_VALUE_INVALID|28 15|Invalid registry value of the agent|レジストリ値が不正
0013|DUPLICATE_ITEM|26|Entry exists already|項目の重複
0014|INVALID_INSTALL_REQUESTED|28|This installation may not be requested|許可されないインストール要求
0016|INSTALL_NOT_ALLOWED|25 6 30|Another installation or a restart is due|別のインストール中か再起動待ち
0017|NOT_APPLICABLE|17 7 18 8|Update is not for this PC|この PC は対象外
0018|NO_USERTOKEN|6|User token is missing|ユーザー トークンがない
0019|EXCLUSIVE_INSTALL_CONFLICT|17|This update must be installed alone|単独でのインストールが必要
001A|POLICY_NOT_SET|28|Required policy value is not set|必要なポリシーが未設定
001B|SELFUPDATE_IN_PROGRESS|6|Agent is updating itself|WUA の自己更新中
001D|INVALID_UPDATE|14|Update's metadata is invalid|更新のメタデータが不正
001E|SERVICE_STOP|6 25|Cut off by a stopping service or PC|停止処理による中断
001F|NO_CONNECTION|3 21|No network connection|ネットワーク接続がない
0020|NO_INTERACTIVE_USER|25|Signed-in user is needed|サインイン中のユーザーが必要
0021|TIME_OUT|9 25 26|Timed out|タイムアウト
0022|ALL_UPDATES_FAILED|11 20 25 26|All updates of the batch failed|すべての更新が失敗
0023|EULAS_DECLINED|17|License terms were declined|ライセンス条項に未同意
0024|NO_UPDATE|8 update-policy|No updates found|該当する更新なし
0025|USER_ACCESS_DISABLED|28|Policy bars access to Windows Update|ポリシーで利用を禁止
0026|INVALID_UPDATE_TYPE|26|Type of the update is wrong|更新の種類が不正
0027|URL_TOO_LONG|21 28|Address is too long|URL が長すぎる
0028|UNINSTALL_NOT_ALLOWED|22|Update cannot or may not be removed|削除できない更新
0029|INVALID_PRODUCT_LICENSE|2|Product license is not valid for it|ライセンスが無効
002A|MISSING_HANDLER|15 11|Update handler is missing|更新ハンドラーがない
002B|LEGACYSERVER|28|Server is an outdated SUS server|旧式の SUS サーバー
002C|BIN_SOURCE_ABSENT|14 11|Base file for a delta is missing|差分の元ファイルがない
002D|SOURCE_ABSENT|28 14|Source file is missing|ソース ファイルがない
002E|WU_DISABLED|28|Unmanaged access is switched off|管理外のアクセスが無効
002F|CALL_CANCELLED_BY_POLICY|28|Policy cancelled the call|ポリシーによる取り消し
0030|INVALID_PROXY_SERVER|21|Proxy setting is malformed|プロキシ設定の形式が不正
0031|INVALID_FILE|14|File has the wrong format|ファイルの形式が不正
0032|INVALID_CRITERIA|28|Search criteria are invalid|検索条件が不正
0033|EULA_UNAVAILABLE|3 21|License terms could not be downloaded|ライセンス条項の取得に失敗
0034|DOWNLOAD_FAILED|3 5 9 14 21|Update failed to download|更新のダウンロードに失敗
0035|UPDATE_NOT_PROCESSED|26|Update was not processed|更新が処理されなかった
0036|INVALID_OPERATION|26|Not possible in the present state|現在の状態では不可
0037|NOT_SUPPORTED|26|Function is not supported|未対応の機能
0038|WINHTTP_INVALID_FILE|21 3|Unexpected type of content (web portal?)|想定外の応答 (認証ページ等)
0039|TOO_MANY_RESYNC|28 14|Server asked for resync too often|再同期の要求が多すぎる
0040|NO_SERVER_CORE_SUPPORT|7|Not available on Server Core|Server Core では利用不可
0041|SYSPREP_IN_PROGRESS|25|Off while Sysprep runs|Sysprep の実行中
0042|UNKNOWN_SERVICE|28 15|Update service is not registered|更新サービスが未登録
0043|NO_UI_SUPPORT|25|No user interface available|UI が利用できない
0044|PER_MACHINE_UPDATE_ACCESS_DENIED|6|Per-machine updates need elevation|管理者権限が必要
0045|UNSUPPORTED_SEARCHSCOPE|28|Search scope is not supported|未対応の検索範囲
004A|SETUP_IN_PROGRESS|25|Agent's own setup is running|WUA の Setup 実行中
004B|ORPHANED_DOWNLOAD_JOB|12 14|Download job lost its owner|所有者のないダウンロード
004C|LOW_BATTERY|29|Battery is too low|バッテリー残量の不足
0056|SYSTEM_UNSUPPORTED|7|Agent does not support this system|未対応のシステム
0057|NO_SUCH_HANDLER_PLUGIN|15 11|Handler plug-in is missing|ハンドラーのプラグインがない
0059|NETWORK_COST_EXCEEDS_POLICY|3 9|Blocked on a metered connection|従量制課金接続のため保留
0061|FILETRUST_SHA2SIGNATURE_MISSING|18 1 14|File has no SHA-2 signature|SHA-2 署名がない
0062|UPDATE_NOT_APPROVED|28|Update is not approved|未承認の更新
0066|INSTALL_USERCONTEXT_ACCESSDENIED|6|Not permitted for this user|ユーザー権限での実行を拒否
0069|SERVICE_UNEXPECTED_EXIT|6 25|Agent process ended unexpectedly|WUA の予期しない終了
006A|ACCESS_DENIED_CALLER_IDENTITY|6|Caller is not permitted|呼び出し元を拒否
006B|SERVICE_REENABLE_ACCESS_DENIED|6 wuauserv-rights|Disabled service could not be enabled|無効なサービスの有効化に失敗
0436|PT_CATALOG_SYNC_REQUIRED|14|All update categories must be resynced|カテゴリの完全な同期が必要
0437|PT_SECURITY_VERIFICATION_FAILURE|1 28|Service did not authorize this PC|サービスの認証に失敗
0438|PT_ENDPOINT_UNREACHABLE|3 21 36|Update service cannot be reached|更新サービスに到達できない
0439|PT_INVALID_FORMAT|21 14|Reply has an unexpected format|応答の形式が不正
043A|PT_INVALID_URL|28|Address is invalid|URL が不正
043B|PT_NWS_NOT_LOADED|11|Web services runtime did not load|Web サービスの読み込みに失敗
043C|PT_PROXY_AUTH_SCHEME_NOT_SUPPORTED|21|Proxy sign-in method not supported|未対応のプロキシ認証方式
043D|SERVICEPROP_NOTAVAIL|28|Property of the service is unavailable|サービス情報の取得に失敗
043E|PT_ENDPOINT_REFRESH_REQUIRED|28|Service addresses must be refreshed|接続先情報の更新が必要
0440|PT_ENDPOINT_DISCONNECTED|3 21|Service ended the connection|接続が切断された
0444|PT_OPERATION_ABORTED|21|Request was aborted|要求の中止
0446|PT_QUOTA_EXCEEDED|28|Quota of the protocol was exceeded|通信の上限を超過
044A|PT_OTHER|21 28|Other communication failure|その他の通信エラー
044B|PT_SECURITY_SYSTEM_FAILURE|1 21|TLS or security failure|TLS などの保護の失敗
0FFF|UNEXPECTED|15 25 26 28|Unspecified failure of the agent|WUA の不明なエラー
1001|MSI_WRONG_VERSION|6|Windows Installer is too old|Windows Installer が古い
1002|MSI_NOT_CONFIGURED|6|Windows Installer is not configured|Windows Installer が未構成
1003|MSP_DISABLED|6 28|Policy disables installer patches|修正プログラムがポリシーで無効
1005|MSI_NOT_PRESENT|6 11|Windows Installer is missing|Windows Installer がない
1FFF|MSP_UNEXPECTED|6 25|Unknown failure of an installer patch|MSI 更新の不明なエラー
2000|UH_REMOTEUNAVAILABLE|6 15|Handler process is unavailable|ハンドラーが利用不可
2002|UH_UNKNOWNHANDLER|15|Unknown handler requested|不明なハンドラー
2004|UH_DOESNOTSUPPORTACTION|22|Handler cannot do this|ハンドラーが未対応の操作
2006|UH_INVALIDMETADATA|14 15|Handler cannot use the metadata|メタデータが不正
2007|UH_INSTALLERHUNG|19 20 25|Installer took too long|インストーラーの時間超過
2008|UH_OPERATIONCANCELLED|25|Handler's operation was cancelled|ハンドラー処理の取り消し
2009|UH_BADHANDLERXML|14|Handler's XML is invalid|ハンドラー用 XML が不正
200A|UH_CANREQUIREINPUT|17|Update may ask for input|入力を求めることがある更新
200B|UH_INSTALLERFAILURE|11 17 25 26|Installer failed|インストーラーの失敗
200C|UH_FALLBACKTOSELFCONTAINED|14|Full file needed in place of a delta|差分でなく全体の取得が必要
200D|UH_NEEDANOTHERDOWNLOAD|5 14|One more download is needed|追加のダウンロードが必要
200E|UH_NOTIFYFAILURE|6|Handler could not be notified|ハンドラーへの通知に失敗
200F|UH_INCONSISTENT_FILE_NAMES|14|File names do not match the metadata|ファイル名の不一致
2010|UH_FALLBACKERROR|14|Falling back to the full file failed|全体の取得にも失敗
2011|UH_TOOMANYDOWNLOADREQUESTS|14 11|Too many download requests|ダウンロード要求が多すぎる
2012|UH_UNEXPECTEDCBSRESPONSE|11 18|Unexpected answer from servicing (CBS)|CBS から想定外の応答
2013|UH_BADCBSPACKAGEID|14 18|Wrong package identity in the metadata|パッケージ ID が不正
2014|UH_POSTREBOOTSTILLPENDING|25|Work after the restart is unfinished|再起動後の処理が未完了
2015|UH_POSTREBOOTRESULTUNKNOWN|25 11|Result after the restart is unknown|再起動後の結果が不明
2016|UH_POSTREBOOTUNEXPECTEDSTATE|11 25|Unexpected state after the restart|再起動後の状態が異常
2017|UH_NEW_SERVICING_STACK_REQUIRED|18|Needs a newer servicing stack|新しい SSU が必要
201C|UH_DECRYPTFAILURE|14 28|Content could not be decrypted|復号に失敗
201D|UH_HANDLER_DISABLEDUNTILREBOOT|25|Handler disabled until a restart|再起動まで利用不可
201F|UH_NOTREADYTOCOMMIT|25|Not ready to be committed|確定の準備ができていない
2027|UH_TIMEOUT|19 20 25|Handler timed out|ハンドラーのタイムアウト
2028|UH_DRV_PREINSTALL_OPERATION_FAILED|7 25|Driver's pre-install step failed|ドライバー導入前処理の失敗
2FFF|UH_UNEXPECTED|11 25 26|Unknown failure of a handler|ハンドラーの不明なエラー
3003|INSTALLATION_RESULTS_NOT_FOUND|25 26|No stored result of the installation|インストール結果がない
3FFF|AUCLIENT_UNEXPECTED|25|Unknown failure of the update UI|更新画面の不明なエラー
4001|PT_SOAPCLIENT_INITIALIZE|15 28|SOAP client did not start (MSXML)|SOAP の初期化に失敗
4002|PT_SOAPCLIENT_OUTOFMEMORY|7 28|SOAP client ran out of memory|SOAP のメモリ不足
4003|PT_SOAPCLIENT_GENERATE|28|SOAP request could not be built|SOAP 要求の作成に失敗
4004|PT_SOAPCLIENT_CONNECT|3 21 28|SOAP client could not connect|更新サーバーへの接続に失敗
4005|PT_SOAPCLIENT_SEND|3 21 28|SOAP request could not be sent|要求を送信できない
4006|PT_SOAPCLIENT_SERVER|28|Server reported an error|サーバーのエラー応答
4007|PT_SOAPCLIENT_SOAPFAULT|14 28|SOAP fault (often an expired cookie)|SOAP エラー (Cookie 期限切れ等)
4009|PT_SOAPCLIENT_READ|21 28|Reply could not be read|応答を読み取れない
400A|PT_SOAPCLIENT_PARSE|21 28|Reply could not be parsed|応答を解析できない
400D|PT_SOAP_CLIENT|28|Server finds the request malformed|要求の形式が不正
400E|PT_SOAP_SERVER|28|Server could not handle the request|サーバー側の処理失敗
400F|PT_WMI_ERROR|11|WMI failed while preparing the search|検索準備中の WMI エラー
4010|PT_EXCEEDED_MAX_SERVER_TRIPS|28 14|Too many round trips to the server|サーバーとの往復回数の超過
4011|PT_SUS_SERVER_NOT_SET|28|No update server is set by policy|WSUS サーバーが未設定
4012|PT_DOUBLE_INITIALIZATION|15|Initialized twice|初期化の重複
4013|PT_INVALID_COMPUTER_NAME|28|Computer name is unavailable|コンピューター名が取得不可
4015|PT_REFRESH_CACHE_REQUIRED|14 28|Server changed; a resync is needed|再同期が必要
4016|PT_HTTP_STATUS_BAD_REQUEST|21 28|HTTP 400: bad request|HTTP 400 (要求が不正)
4017|PT_HTTP_STATUS_DENIED|21 28|HTTP 401: not authenticated|HTTP 401 (認証エラー)
4018|PT_HTTP_STATUS_FORBIDDEN|21 28|HTTP 403: access denied|HTTP 403 (アクセス拒否)
4019|PT_HTTP_STATUS_NOT_FOUND|28|HTTP 404: not found|HTTP 404 (見つからない)
401A|PT_HTTP_STATUS_BAD_METHOD|21 28|HTTP 405: method not allowed|HTTP 405 (方式が不許可)
401B|PT_HTTP_STATUS_PROXY_AUTH_REQ|21|HTTP 407: the proxy wants a sign-in|HTTP 407 (プロキシ認証が必要)
401C|PT_HTTP_STATUS_REQUEST_TIMEOUT|28 9 21|HTTP 408: request timeout|HTTP 408 (タイムアウト)
401D|PT_HTTP_STATUS_CONFLICT|28|HTTP 409: conflict|HTTP 409 (競合)
401E|PT_HTTP_STATUS_GONE|28|HTTP 410: gone|HTTP 410 (提供終了)
401F|PT_HTTP_STATUS_SERVER_ERROR|28|HTTP 500: server error|HTTP 500 (サーバー エラー)
4020|PT_HTTP_STATUS_NOT_SUPPORTED|28|HTTP 501: not implemented|HTTP 501 (未実装)
4021|PT_HTTP_STATUS_BAD_GATEWAY|21 28|HTTP 502: bad gateway or proxy|HTTP 502 (中継のエラー)
4022|PT_HTTP_STATUS_SERVICE_UNAVAIL|28|HTTP 503: server or WSUS overloaded|HTTP 503 (サーバー過負荷)
4023|PT_HTTP_STATUS_GATEWAY_TIMEOUT|21 28|HTTP 504: gateway timeout|HTTP 504 (中継のタイムアウト)
4024|PT_HTTP_STATUS_VERSION_NOT_SUP|21|HTTP 505: version not supported|HTTP 505 (未対応の版)
4025|PT_FILE_LOCATIONS_CHANGED|14 28|File locations changed; refresh needed|取得先が変更された
4027|PT_NO_AUTH_PLUGINS_REQUESTED|28|Server asked for no sign-in method|認証方式の指定がない
4028|PT_NO_AUTH_COOKIES_CREATED|28 14|No sign-in cookie obtained|認証 Cookie の取得に失敗
4029|PT_INVALID_CONFIG_PROP|28|Invalid setting of the server|サーバー設定が不正
402A|PT_CONFIG_PROP_MISSING|28|Setting of the server is missing|サーバー設定の欠落
402B|PT_HTTP_STATUS_NOT_MAPPED|21 28|Other HTTP status|その他の HTTP エラー
402C|PT_WINHTTP_NAME_NOT_RESOLVED|3 21 28|Name of server or proxy not resolved|名前解決に失敗
402D|PT_LOAD_SHEDDING|28|Server is overloaded; retry later|サーバーの負荷制限
402E|PT_CLIENT_ENFORCED_LOAD_SHEDDING|28|Backing off as the server asked|サーバー指示による待機
402F|PT_ECP_SUCCEEDED_WITH_ERRORS|21 14|Some external files failed (web filter?)|外部 CAB の処理で一部失敗
4030|PT_ECP_INIT_FAILED|14|External cab processing did not start|外部 CAB の処理の開始に失敗
4031|PT_ECP_INVALID_FILE_FORMAT|21 14|Wrong format of an external cab file|外部 CAB の形式が不正
4035|PT_ECP_FILE_LOCATION_ERROR|21 14|External cab was not at its address|外部 CAB の取得先エラー
4101|PT_GENERAL_AAD_CLIENT_ERROR|6 28|Entra ID device ticket failed|Entra ID の認証失敗
4FFF|PT_UNEXPECTED|21 28|Unknown communication failure|通信の不明なエラー
5001|REDIRECTOR_LOAD_XML|14 21|Redirector's XML cannot be loaded|リダイレクターの XML が不正
5004|REDIRECTOR_UNKNOWN_SERVICE|28|Service unknown to the redirector|リダイレクターに未知のサービス
5006|REDIRECTOR_INVALID_RESPONSE|21 28|Redirector's answer is invalid|リダイレクターの応答が不正
500B|REDIRECTOR_SLS_GENERIC_ERROR|21 28|Service locator (SLS) failed|サービス検索 (SLS) の失敗
500C|REDIRECTOR_CONNECT_POLICY|28|Policy bars internet update sources|ポリシーで外部接続を禁止
500D|REDIRECTOR_ONLINE_DISALLOWED|28|Caller allows no online call|オンライン接続が不許可
502D|PT_SAME_REDIR_ID|28 15|Same redirector data; sign-in failed|再認証に失敗
502E|PT_NO_MANAGED_RECOVER|28|No recovery for a managed server|管理サーバーでは復旧不可
50FF|REDIRECTOR_UNEXPECTED|21 28|Unknown failure of the redirector|リダイレクターの不明なエラー
5109|SIH_POST_REBOOT_INSTALL_FAILED|11 25|Self-healing install failed at restart|自己修復の導入に失敗
5113|SIH_ANOTHER_INSTANCE_RUNNING|6|Self-healing client runs already|自己修復が既に実行中
6001|DM_URLNOTAVAILABLE|28 14|No download address for a file|ダウンロード URL がない
6002|DM_INCORRECTFILEHASH|14 20 21|File's hash does not match|ファイルのハッシュ不一致
6003|DM_UNKNOWNALGORITHM|18|Unknown hash algorithm|不明なハッシュ方式
6004|DM_NEEDDOWNLOADREQUEST|14|Download request is missing|ダウンロード要求がない
6005|DM_NONETWORK|3 21|No network for the download|ダウンロード用の通信不可
6006|DM_WRONGBITSVERSION|12 11|BITS has the wrong version|BITS のバージョン不適合
6007|DM_NOTDOWNLOADED|5 14 24|Update has not been downloaded|未ダウンロードの更新
6008|DM_FAILTOCONNECTTOBITS|6 12 15|BITS cannot be reached|BITS への接続に失敗
6009|DM_BITSTRANSFERERROR|12 21 25|BITS reported a transfer error|BITS の転送エラー
600A|DM_DOWNLOADLOCATIONCHANGED|14 28|Download address changed|ダウンロード先の変更
600B|DM_CONTENTCHANGED|14|Content changed while downloading|ダウンロード中の内容変更
600C|DM_DOWNLOADLIMITEDBYUPDATESIZE|3 9|Size limit stopped the download|サイズ制限による中止
600E|DM_UNAUTHORIZED|6|Not authorized to download|ダウンロードの権限がない
6010|DM_DOWNLOADSANDBOXNOTFOUND|14|Update's download folder is missing|ダウンロード用フォルダーがない
6012|DM_DOWNLOADFILEMISSING|14 20|Downloaded file has vanished|ダウンロード済みファイルの消失
6013|DM_UPDATEREMOVED|14|Update was withdrawn|更新の提供終了
6014|DM_READRANGEFAILED|14 21|Reading a range of the file failed|部分読み取りの失敗
6017|DM_UNAUTHORIZED_LOCAL_USER|6|Local user is not authorized|ローカル ユーザーの権限不足
6018|DM_UNAUTHORIZED_DOMAIN_USER|6|Domain user is not authorized|ドメイン ユーザーの権限不足
6019|DM_UNAUTHORIZED_MSA_USER|6|Microsoft account may not download this|Microsoft アカウントに権限がない
601A|DM_FALLINGBACKTOBITS|6 12|No Delivery Optimization; BITS is used|配信の最適化が不可、BITS を使用
601B|DM_DOWNLOAD_VOLUME_CONFLICT|4|Conflict between download volumes|ダウンロード先ドライブの競合
601C|DM_SANDBOX_HASH_MISMATCH|14|Download folder's hash is wrong|フォルダーのハッシュ不一致
601E|DM_DOSVC_REQUIRED|6|Needs the Delivery Optimization service|配信の最適化サービスが必要
6FFF|DM_UNEXPECTED|14 26|Unknown failure of the download manager|ダウンロードの不明なエラー
7001|OL_INVALID_SCANFILE|17 28|Offline scan file is invalid|オフライン検索ファイルが不正
7002|OL_NEWCLIENT_REQUIRED|18|Offline scan needs a newer agent|新しい WUA が必要
7005|SERVICE_NOT_REGISTERED|28 15|Named service is not registered|指定のサービスが未登録
7101|METADATA_CONFIG_INVALID_BINARY_ENCODING|14 1|Metadata signing settings are invalid|メタデータ署名の設定が不正
7102|METADATA_FETCH_CONFIG|14 21|Metadata signing settings not fetched|メタデータ署名の設定の取得に失敗
7140|METADATA_BAD_SIGNATURE|14 1 21|Metadata's signature is bad|メタデータの署名が不正
7142|METADATA_SIGNATURE_VERIFY_FAILED|14 1|Metadata's signature check failed|メタデータの署名検証に失敗
7150|METADATATRUST_CERTIFICATECHAIN_VERIFICATION|1 14|Metadata certificate chain failed|証明書チェーンの検証に失敗
7151|METADATATRUST_UNTRUSTED_CERTIFICATECHAIN|1 21|Metadata certificate chain not trusted|信頼されない証明書チェーン
7161|METADATA_TIMESTAMP_TOKEN_VERIFICATION_FAILED|1 14|Metadata's timestamp check failed|タイムスタンプの検証に失敗
7162|METADATA_TIMESTAMP_TOKEN_UNTRUSTED|1|Metadata's timestamp is not trusted|信頼されないタイムスタンプ
7163|METADATA_TIMESTAMP_TOKEN_VALIDITY_WINDOW|1|Metadata timestamp out of time (clock?)|タイムスタンプの期限外 (時計?)
7167|METADATA_TIMESTAMP_TOKEN_ALL_BAD|1 14|All timestamps of the metadata are bad|全タイムスタンプが不正
7183|METADATA_CERT_UNTRUSTED|1 21|Metadata's certificate not trusted|信頼されないメタデータ証明書
8000|DS_SHUTDOWN|6 14|Data store is shutting down|DataStore の終了中
8001|DS_INUSE|6 14|Data store is in use|DataStore が使用中
8002|DS_INVALID|14 15|Data store is inconsistent|DataStore の不整合
8003|DS_TABLEMISSING|14 15|Table of the data store is missing|DataStore の表の欠落
8004|DS_TABLEINCORRECT|14 15|Table of the data store is wrong|DataStore の表が不正
8006|DS_BADVERSION|14 15|Unsupported version of the data store|DataStore の版が不適合
8007|DS_NODATA|14 15|Not found in the data store|DataStore に情報がない
8008|DS_MISSINGDATA|14 15|Entry of the data store is incomplete|DataStore の情報の欠落
800B|DS_CANTDELETE|14|Entry is in use and was not deleted|使用中のため削除不可
800C|DS_LOCKTIMEOUTEXPIRED|6 14|Data store stayed locked|DataStore のロック待ち超過
800E|DS_ROWEXISTS|14|Entry exists in the data store|DataStore の項目重複
800F|DS_STOREFILELOCKED|14 19 20|Another process locks the data store|DataStore が別処理によりロック中
8010|DS_CANNOTREGISTER|15|Data store is not registered|DataStore が未登録
8011|DS_UNABLETOSTART|6 14 15|Data store did not start|DataStore の開始に失敗
8013|DS_DUPLICATEUPDATEID|14|Two updates have the same identifier|更新 ID の重複
8014|DS_UNKNOWNSERVICE|28 15|Data store does not know the service|未知のサービス
8015|DS_SERVICEEXPIRED|28|Offline service has expired|サービス登録の期限切れ
8016|DS_DECLINENOTALLOWED|22|Update cannot be hidden|非表示にできない更新
8019|DS_NEEDWINDOWSSERVICE|28|Built-in service cannot be removed|既定のサービスは削除不可
801B|DS_SCHEMAMISMATCH|14 15|Data store's structure differs|DataStore の構造の相違
801C|DS_RESETREQUIRED|14 15|Data store must be reset|DataStore のリセットが必要
801E|DS_DATANOTAVAILABLE|14|Data of the store is unavailable|DataStore が利用不可
8024|DS_NODATA_COOKIE|14|Server's cookie is missing|サーバーの Cookie がない
8027|DS_NODATA_FILE|14|Record of a file is missing|ファイルの記録がない
8028|DS_NODATA_DOWNLOADJOB|14 12|Record of a download is missing|ダウンロード ジョブの記録がない
8FFF|DS_UNEXPECTED|14 15|Unknown failure of the data store|DataStore の不明なエラー
9005|INVENTORY_WMI_ERROR|11|WMI failed during inventory|インベントリ中の WMI エラー
A000|AU_NOSERVICE|6 15|Automatic Updates is unavailable|自動更新が利用不可
A004|AU_PAUSED|28|Automatic Updates is paused|自動更新の一時停止中
A005|AU_NO_REGISTERED_SERVICE|28|No service registered for auto updates|自動更新用サービスが未登録
A007|REBOOT_IN_PROGRESS|25 30|Restart is under way|再起動の処理中
A008|AU_OOBE_IN_PROGRESS|25|First-run setup is not finished|初期設定が未完了
=8024
A105||14 6 21|Agent stopped in mid-work (user reports)|処理の途中で停止 (利用者の報告)
=8024 WU_E_
AFFF|AU_UNEXPECTED|15 25|Unknown failure of Automatic Updates|自動更新の不明なエラー
B201|SLS_INVALID_REVISION|14 21|Invalid revision of service locator data|SLS データの版が不正
B303|TRUST_SUBJECT_NOT_TRUSTED|1 14 20|File is not trusted|信頼されないファイル
B304|TRUST_PROVIDER_UNKNOWN|6 11|Trust provider is unknown|不明な信頼プロバイダー
C001|DRV_PRUNED|7|Driver was skipped|ドライバーの除外
C004|DRV_NO_METADATA|14|Driver's metadata is missing|ドライバー情報の欠落
C006|DRV_SYNC_FAILED|28|Driver synchronization failed|ドライバー情報の同期に失敗
C008|DRV_DEVICE_PROBLEM|7 25|Device has a problem|デバイスに問題あり
CFFF|DRV_UNEXPECTED|7 25|Unknown driver failure|ドライバーの不明なエラー
D007|SETUP_REGISTRATION_FAILED|15|Agent's files did not register|WUA の登録に失敗
D009|SETUP_SKIP_UPDATE|28|Agent update skipped, as the server said|サーバー指示で自己更新を省略
D00B|SETUP_BLOCKED_CONFIGURATION|28|Agent update blocked on this setup|この構成では更新不可
D00C|SETUP_REBOOT_TO_FIX|25|Agent needs a restart to recover|修復のため再起動が必要
D00D|SETUP_ALREADYRUNNING|6|Agent's setup runs already|WUA の Setup が実行中
D00E|SETUP_REBOOTREQUIRED|25 30|Agent's setup needs a restart|WUA の Setup に再起動が必要
D011|SELFUPDATE_REQUIRED|8 18|Agent is too old for the service|WUA の更新が必要
D015|SETUP_NON_DEFERRABLE_REBOOT_PENDING|25|Restart before the agent's setup|先に再起動が必要
D016|SETUP_FAIL|15 11|Agent's setup failed|WUA の Setup に失敗
DFFF|SETUP_UNEXPECTED|15|Unknown failure of the agent's setup|WUA の Setup の不明なエラー
E002|EE_INVALID_EXPRESSION|14|Invalid rule of applicability|適用条件の式が不正
EFFF|EE_UNEXPECTED|14 11|Unknown failure of applicability rules|適用判定の不明なエラー
F001|REPORTER_EVENTCACHECORRUPT|14|Event cache file is corrupt|イベント キャッシュの破損
F004|SERVER_BUSY|28|Reporting server is busy|レポート サーバーの混雑
=8024 USO_E_
A10A|SERVICE_SHUTTING_DOWN|6|Update orchestrator is stopping|更新オーケストレーターの終了中
=000F CBS_S_
0803|STACK_SHUTDOWN_REQUIRED|18|Done; the servicing stack must restart|SSU の再読み込みが必要
=800F CBS_E_
0800|INTERNAL_ERROR|11|Internal servicing error|CBS の内部エラー
0801|NOT_INITIALIZED|11 6|Servicing session is not ready|CBS セッションが未初期化
0802|ALREADY_INITIALIZED|11|Servicing session is ready already|CBS セッションが初期化済み
0803|INVALID_PARAMETER|11|Wrong argument to servicing|CBS への引数が不正
0804|OPEN_FAILED|11 17|Package or image could not be opened|パッケージを開けない
0805|INVALID_PACKAGE|17 11|Package is invalid or unknown|パッケージが不正または不明
0806|PENDING|25 30|Pending operation must finish first|保留中の処理が先に必要
0807|NOT_INSTALLABLE|17|Package cannot be installed alone|単独ではインストール不可
0808|IMAGE_NOT_ACCESSIBLE|11|Image is not accessible|イメージにアクセスできない
080C|UNKNOWN_UPDATE|11|Package has no such update|パッケージ内にない更新
0816|DPX_JOB_STATE_SAVED|14 11|Unpacking was interrupted and saved|展開処理の途中保存
0817|PACKAGE_DELETED|11|Package was deleted|削除されたパッケージ
0818|IDENTITY_MISMATCH|11 24|Package and manifest do not match|パッケージとマニフェストの不一致
081A|INVALID_DRIVER_OPERATION_KEY|11|Bad record of a driver operation|ドライバー処理の記録が不正
081B|UNEXPECTED_PROCESSOR_ARCHITECTURE|17|Package is for another processor|別のプロセッサ用パッケージ
081E|NOT_APPLICABLE|17 18|Package is not for this Windows|この Windows は対象外
081F|SOURCE_MISSING|11 24|Source files were not found|ソース ファイルがない
0820|CANCEL|25|Cancelled by the user|ユーザーによる取り消し
0821|ABORT|11 19 servicing-failure|Aborted, or took too long|中止または時間切れ
0822|ILLEGAL_COMPONENT_UPDATE|11|This component may not be updated|許可されないコンポーネント更新
0823|NEW_SERVICING_STACK_REQUIRED|18|Needs a newer servicing stack|新しい SSU が必要
0824|SOURCE_NOT_IN_LIST|11|Source is not in the list|一覧にないソース
0825|CANNOT_UNINSTALL|22 11|Package cannot be removed|削除できないパッケージ
0826|PENDING_VICTIM|25 11|Failed over a pending conflict|保留中の競合による失敗
0828|INSUFFICIENT_DISK_SPACE|4 13|Not enough disk space for servicing|ディスクの空き容量不足
0829|AC_POWER_REQUIRED|29|AC power is needed|AC 電源が必要
082A|STACK_UPDATE_FAILED_REBOOT_REQUIRED|18 25|Servicing stack update failed; restart|SSU の更新失敗、要再起動
082C|DEPENDENT_FAILURE|11 18|Package that this one needs failed|依存パッケージの失敗
082E|NOT_ALLOWED_OFFLINE|11|Not allowed on an offline image|オフラインでは不可
082F|EXCLUSIVE_WOULD_MERGE|25 30|Package must be alone; restart first|先に再起動が必要 (単独の更新)
0830|IMAGE_UNSERVICEABLE|11 24 23|Image can no longer be serviced|サービス不能なイメージ
0831|STORE_CORRUPTION|11 24|Component store is corrupt|コンポーネント ストアの破損
0832|STORE_TOO_MUCH_CORRUPTION|11 23 24|Too much corruption to repair|修復の限度を超えた破損
0838|MISSING_PREREQUISITE_BASELINES|17|Checkpoint (baseline) update is missing|前提の更新 (ベースライン) がない
0840|SESSION_CORRUPT|11|Servicing session file is corrupt|CBS セッションの破損
0841|SESSION_INTERRUPTED|25|Servicing session was interrupted|CBS セッションの中断
0843|SESSION_READONLY|11|Servicing session is read-only|CBS セッションが読み取り専用
0900|XML_PARSER_FAILURE|11|Manifest's XML cannot be parsed|マニフェストの XML が不正
0902|BUSY|6 25|Servicing is busy|サービス処理が使用中
0905|NO_ACTIVE_EDITION|2 11|No active edition found|有効なエディションがない
0906|DOWNLOAD_FAILURE|3 21 28 11|Source could not be downloaded|ソースをダウンロードできない
0907|GROUPPOLICY_DISALLOWED|28 11|Policy bars Windows Update as source|ポリシーで取得元を禁止
0908|METERED_NETWORK|3|Blocked on a metered network|従量制課金接続のため不可
090B|REPAIR_PACKAGE_CORRUPT|11|Repair package is corrupt|修復用パッケージの破損
090F|WINDOWS_UPDATE_SEARCH_FAILURE|28 11|Search for repair files failed|修復用ファイルの検索に失敗
0910|WINDOWS_AUTOMATIC_UPDATE_SETTING_DISALLOWED|28 11|Update settings bar the repair source|更新設定で取得元を禁止
=800F
0915||11|Repair files were not found anywhere|修復用ファイルがどこにもない
=800F CBS_E_
0920|HANG_DETECTED|11 19 20|Servicing hung|サービス処理の停止を検出
0921|PRIMITIVES_FAILED|11 20|Basic operations failed|基本処理の失敗
0922|INSTALLERS_FAILED|4 11 20 21 32 servicing-failure optional-feature|Installers failed (partition, VPN, task)|拡張インストーラーの失敗
0923|SAFEMODE_ENTERED|19|Not possible in safe mode|セーフ モードでは不可
0924|SESSIONS_LEAKED|6 25|Servicing sessions were left open|CBS セッションの解放漏れ
0925|INVALID_EXECUTESTATE|11|Stored execution state is bad|実行状態の記録が不正
0940|WUSUS_MAPPING_UNAVAILABLE|28|WSUS offers no such content|WSUS に対応する内容がない
0946|SOURCE_MISSING_FROM_WUSUS_CAB|28 11|WSUS lacks the source file|WSUS にソースがない
0948|SOURCE_MISSING_FROM_WU_CAB|11|Windows Update lacks the source file|Windows Update にソースがない
0950|INVALID_WINDOWS_UPDATE_COUNT|28|Unexpected number of items offered|提供数が不正 (機能や言語)
0954|INVALID_WINDOWS_UPDATE_COUNT_WSUS|28|WSUS does not offer optional features|WSUS で機能を取得不可
=800F PSFX_E_
0982|MATCHING_COMPONENT_NOT_FOUND|11 24|Base component for a delta not found|差分の基準コンポーネントがない
0983|MATCHING_COMPONENT_DIRECTORY_MISSING|11|Base component's folder is missing|差分の基準フォルダーがない
0984|MATCHING_BINARY_MISSING|11 24|Base file for a delta is missing|差分の基準ファイルがない
0985|APPLY_REVERSE_DELTA_FAILED|11|Reverse delta failed|逆方向の差分適用に失敗
0986|APPLY_FORWARD_DELTA_FAILED|11 24|Forward delta failed|順方向の差分適用に失敗
0987|NULL_DELTA_HYDRATION_FAILED|11|Null delta could not be expanded|空の差分の展開に失敗
0988|INVALID_DELTA_COMBINATION|11 13|Wrong combination of deltas|差分の組み合わせが不正
0989|REVERSE_DELTA_MISSING|11|Reverse delta is missing|逆方向の差分がない
0991|MISSING_PAYLOAD_FILE|11 24|File of the update is missing|更新のファイルがない
=800F
0993||11 24|Files of the update do not fit (user reports)|更新ファイルの不整合 (利用者の報告)
=8007 ERROR_
0002|FILE_NOT_FOUND|11 14|File was not found|ファイルがない
0003|PATH_NOT_FOUND|11 14|Path was not found|パスがない
0005|ACCESS_DENIED|6 15 20|Access denied|アクセス拒否
0008|NOT_ENOUGH_MEMORY|7|Not enough memory|メモリ不足
000D|INVALID_DATA|14 11|Invalid or damaged data|データが不正または破損
000E|OUTOFMEMORY|7|Out of memory|メモリの確保に失敗
001F|GEN_FAILURE|7 27 legacy-usb user-profile|Device does not work|デバイスの動作不良
0020|SHARING_VIOLATION|19 20|File is in use|ファイルが使用中
0032|NOT_SUPPORTED|11|Request is not supported|未対応の要求
0035|BAD_NETPATH|3 28|Network path was not found|ネットワーク パスがない
0057|INVALID_PARAMETER|11 15|Parameter is wrong|パラメーターが不正
0070|DISK_FULL|4 13 32|Disk is full|ディスクの空き容量不足
007E|MOD_NOT_FOUND|11 31|Module was not found|モジュールがない
00B7|ALREADY_EXISTS|14|It exists already|既に存在する
00C1|BAD_EXE_FORMAT|17 11|Bad program (wrong architecture)|実行形式が不正
0246|ILLEGAL_CHARACTER|11|Illegal character in the store's data|データに不正な文字
041D|SERVICE_REQUEST_TIMEOUT|6 19|Service did not respond in time|サービスの応答なし
0422|SERVICE_DISABLED|6 31|Needed service is disabled|必要なサービスが無効
0426|SERVICE_NOT_ACTIVE|6|Needed service is not running|必要なサービスが停止中
0428|EXCEPTION_IN_SERVICE|6 11|Service failed inside|サービス内の例外
042B|PROCESS_ABORTED|11 27|Process ended unexpectedly|プロセスの異常終了
045B|SHUTDOWN_IN_PROGRESS|25|System is shutting down|システムの終了中
0490|NOT_FOUND|11 14|Element was not found (driver, store)|要素が見つからない
04C7|CANCELLED|25|Cancelled|操作の取り消し
04C9|CONNECTION_REFUSED|21|Connection was refused|接続の拒否
04CF|NETWORK_UNREACHABLE|3|Network cannot be reached|ネットワークに到達できない
04D4|CONNECTION_ABORTED|21|Connection was aborted|接続の中断
0522|PRIVILEGE_NOT_HELD|6|Privilege is missing|特権がない
0570|FILE_CORRUPT|11 29 35|File or folder is corrupt|ファイルやフォルダーの破損
05AA|NO_SYSTEM_RESOURCES|7 19|System resources are exhausted|システム リソース不足
05B4|TIMEOUT|9 19 25|Timed out|タイムアウト
05B9|XML_PARSE_ERROR|11|XML could not be parsed|XML を解析できない
0641|INSTALL_SERVICE_FAILURE|6|Windows Installer is unavailable|Windows Installer を利用不可
0643|INSTALL_FAILURE|4 11 17 25 32|Installation failed|インストールの致命的エラー
0652|INSTALL_ALREADY_RUNNING|6|Another installation is running|別のインストールが実行中
0654|INSTALL_PACKAGE_INVALID|14 17|Installation package is invalid|インストール パッケージが不正
=8007 RPC_S_
06BA|SERVER_UNAVAILABLE|6|RPC server is unavailable|RPC サーバーを利用不可
06BE|CALL_FAILED|6 11|Remote procedure call failed|RPC の失敗
=8007 EPT_S_
06D9|NOT_REGISTERED|6 21|No RPC endpoint (is the firewall off?)|RPC の接続先がない
=8007 ERROR_
015E|FAIL_NOACTION_REBOOT|30|Not done until the PC restarts|再起動するまで実行されない
0BC2|SUCCESS_REBOOT_REQUIRED|17 25|Done; a restart is needed|成功、再起動が必要
0BC9|FAIL_REBOOT_REQUIRED|6 25 30|Failed; a restart rolls it back|失敗、再起動で元に戻す
19E4|LOG_FULL|11 25|Transaction log (CLFS) is full|トランザクション ログが満杯
1A2D|TRANSACTION_NOT_ACTIVE|11 25|Transaction is not active|トランザクションが非アクティブ
1AA1|LOG_CORRUPTION_DETECTED|11|Transaction log (CLFS) is corrupt|トランザクション ログの破損
36B3|SXS_ASSEMBLY_NOT_FOUND|11|Component is not found in the store|ストアでコンポーネントが見つからない
36CC|SXS_FILE_HASH_MISMATCH|11|Store file's hash does not match|ストア内のハッシュ不一致
3701|SXS_ASSEMBLY_MISSING|11|Component is missing in the store|ストアにコンポーネントがない
3702|SXS_CORRUPT_ACTIVATION_STACK|11|Activation stack is corrupt|アクティベーション スタックの破損
370A|SXS_INVALID_IDENTITY_ATTRIBUTE_VALUE|11|Bad value in a component identity|コンポーネント ID の値が不正
370B|SXS_INVALID_IDENTITY_ATTRIBUTE_NAME|11|Bad name in a component identity|コンポーネント ID の名前が不正
370D|SXS_IDENTITY_PARSE_ERROR|11|Component identity is malformed|コンポーネント ID の形式が不正
3710|UNMAPPED_SUBSTITUTION_STRING|11|Unknown placeholder in a manifest|未知の置換文字列
3712|SXS_COMPONENT_STORE_CORRUPT|11 24|Component store is inconsistent|コンポーネント ストアの不整合
3713|ADVANCED_INSTALLER_FAILED|11 25|Advanced installer failed|拡張インストーラーの失敗
371B|SXS_TRANSACTION_CLOSURE_INCOMPLETE|11|Transaction is incomplete|トランザクションが不完全
=8000 E_
4002|NOINTERFACE|6 15|COM interface is missing|COM インターフェイスがない
4004|ABORT|25|Operation was aborted|操作の中止
4005|FAIL|11 25|Unspecified failure|不明なエラー
FFFF|UNEXPECTED|11 15|Unexpected failure|予期しないエラー
=8004 REGDB_E_
0154|CLASSNOTREG|15 11|COM class is not registered|COM クラスが未登録
=8007 WININET_E_
2EE2|TIMEOUT|3 9 21 28|Network request timed out|通信のタイムアウト
2EE5|INVALID_URL|28|Address is invalid|URL が不正
2EE6|UNRECOGNIZED_SCHEME|28|Address lacks http:// or https://|URL の種類が不明
2EE7|NAME_NOT_RESOLVED|3 21 28|Server's name was not resolved|サーバーの名前解決に失敗
2EFD|CANNOT_CONNECT|3 21 28|No connection to the server|サーバーへの接続に失敗
2EFE|CONNECTION_ABORTED|21 28 36|Connection broke off (or TLS cipher)|接続の異常終了
2EFF|CONNECTION_RESET|21|Connection was reset|接続のリセット
2F05|SEC_CERT_DATE_INVALID|1 21|Certificate date wrong (check the clock)|証明書の日付が無効
2F06|SEC_CERT_CN_INVALID|21 28|Certificate is for another host|証明書の名前の不一致
2F0D|INVALID_CA|21|Certificate's issuer is not trusted|信頼されない証明機関
2F19|SEC_CERT_REV_FAILED|21|Certificate revocation check failed|証明書の失効確認に失敗
2F76|HEADER_NOT_FOUND|21|HTTP header is missing|HTTP ヘッダーの欠落
2F7D|SECURITY_CHANNEL_ERROR|1 21|TLS channel failed|TLS チャネルのエラー
2F89|SEC_INVALID_CERT|1 21|Certificate is invalid|証明書が無効
=8007 ERROR_
0001|INVALID_FUNCTION|11|Function is not valid here|無効な機能
000B|BAD_FORMAT|11|Wrong format of a file|ファイル形式が不正
0015|NOT_READY|4|Device is not ready|デバイスの準備未完了
0017|CRC|4 11 35|Disk cannot be read (CRC)|ディスクの読み取りエラー (CRC)
001E|READ_FAULT|4|Device cannot be read|デバイスの読み取り不可
0026|HANDLE_EOF|14 11|File ends too early|ファイルが途中で終わっている
0050|FILE_EXISTS|14|File exists already|ファイルが既に存在する
007F|PROC_NOT_FOUND|11|Function is missing in a library|ライブラリに関数がない
0091|DIR_NOT_EMPTY|14|Folder is not empty|フォルダーが空でない
00A1|BAD_PATHNAME|4 11 31|Path is invalid (boot partition?)|パスが無効 (システム区画など)
00AA|BUSY|25|Resource is in use|リソースが使用中
00CE|FILENAME_EXCED_RANGE|11|Path is too long|パスが長すぎる
0103|NO_MORE_ITEMS|22|No newer driver than the one in use|現在より適したドライバーではない
0302|CANTFETCHBACKWARDS|11|Cannot read backwards (users: damaged store)|逆方向の読み取りが不可 (報告例：ストアの破損)
0306|ERRORS_ENCOUNTERED|11|Errors occurred while processing (users: try again)|処理中にエラーが発生 (報告例：再試行で解消)
03E3|OPERATION_ABORTED|19 20|Aborted by a program or a thread|処理の中断
03EE|FILE_INVALID|20 11|File was changed from outside|ファイルが外部で変更された
03F1|BADDB|11 16|Registry is damaged|レジストリの破損
03FA|KEY_DELETED|25|Registry key is being deleted|削除中のレジストリ キー
0424|SERVICE_DOES_NOT_EXIST|6 15 31|Service is not installed|サービスが登録されていない
042C|SERVICE_DEPENDENCY_FAIL|6|Service that it depends on failed|依存サービスの開始に失敗
0437|DUPLICATE_SERVICE_NAME|6|Name of a service is taken|サービス名の重複
043C|NOT_SAFEBOOT_SERVICE|19|Not possible in safe mode|セーフ モードでは不可
045A|DLL_INIT_FAILED|11 20|Library could not be started|DLL の初期化に失敗
045D|IO_DEVICE|4 24 35|Disk or medium cannot be read (I/O)|ディスクやメディアの入出力エラー
0661|INSTALL_PLATFORM_UNSUPPORTED|17|Not for this processor|このプロセッサは対象外
0663|PATCH_PACKAGE_UNSUPPORTED|17|Patch is not supported|対応しない修正プログラム
0666|PRODUCT_VERSION|17|Another version is installed|別のバージョンが導入済み
066A|PATCH_TARGET_NOT_FOUND|17|Program to be updated is not there|更新対象のプログラムがない
=8007 WININET_E_
2F8F|DECODING_FAILED|1 21 36|TLS failed (clock, TLS 1.2, root)|TLS の失敗 (時計、TLS 1.2 等)
=8008 CO_E_
0005|SERVER_EXEC_FAILURE|6 15 19|COM server did not start|COM サーバーの起動に失敗
=8009 NTE_
0006|BAD_SIGNATURE|14 6|Signature is bad|署名が不正
=8009 SEC_E_
0328|CERT_EXPIRED|1|Certificate expired (check the clock)|証明書の期限切れ
=8009 CRYPT_E_
2003|FILE_ERROR|6 14 15|Error reading or writing a file|ファイルの読み書きエラー
2004|NOT_FOUND|6 14|Object or property not found|対象のオブジェクトがない
2012|NO_REVOCATION_CHECK|21 1|Revocation could not be checked|失効確認ができない
2013|REVOCATION_OFFLINE|21 3|Revocation server is offline|失効確認サーバーに接続不可
=8009 TRUST_E_
6004|CERT_SIGNATURE|1 21|Certificate's signature is not valid|証明書の署名を検証できない
6010|BAD_DIGEST|14 20|Digest does not match|ダイジェストの不一致
=800B TRUST_E_
0001|PROVIDER_UNKNOWN|6 11|Trust provider is unknown|不明な信頼プロバイダー
0004|SUBJECT_NOT_TRUSTED|14 1|Subject is not trusted|信頼されない対象
0100|NOSIGNATURE|14 15|There is no signature|署名がない
=800B CERT_E_
0101|EXPIRED|1|Certificate out of date (or the clock)|証明書の期限外 (時計も確認)
0109|UNTRUSTEDROOT|21 1 36|Root certificate is not trusted|信頼されないルート証明書
010A|CHAINING|21 1|Certificate chain is incomplete|証明書チェーンが不完全
=800B TRUST_E_
010B|FAIL|6 14|Trust check failed|信頼性の検証に失敗
=800B CERT_E_
010E|REVOCATION_FAILURE|21|Revocation check failed|失効確認の失敗
=8019 HTTP_E_
0001|STATUS_UNEXPECTED|21 24|Unexpected HTTP status|想定外の HTTP 状態
01F7|STATUS_SERVICE_UNAVAIL|28|HTTP 503: service unavailable|HTTP 503 (利用不可)
=8019 BG_E_
0190|HTTP_ERROR_400|21|BITS: HTTP 400, bad request|BITS: HTTP 400 (要求が不正)
0191|HTTP_ERROR_401|21|BITS: HTTP 401, not authenticated|BITS: HTTP 401 (認証エラー)
0193|HTTP_ERROR_403|21|BITS: HTTP 403, access denied|BITS: HTTP 403 (アクセス拒否)
0194|HTTP_ERROR_404|28 14|BITS: HTTP 404, not found|BITS: HTTP 404 (見つからない)
0197|HTTP_ERROR_407|21|BITS: HTTP 407, the proxy wants sign-in|BITS: HTTP 407 (プロキシ認証)
=8020 BG_E_
0001|NOT_FOUND|12|BITS: job or file not found|BITS: ジョブがない
0002|INVALID_STATE|12|BITS: not possible in the job's state|BITS: ジョブの状態が不正
0003|EMPTY|12|BITS: the job has no files|BITS: ファイルのないジョブ
0004|FILE_NOT_AVAILABLE|12|BITS: nothing was transferred yet|BITS: 未転送のファイル
000D|DESTINATION_LOCKED|4 12 20|BITS: the target volume is locked|BITS: 保存先のロック
000E|VOLUME_CHANGED|4 12|BITS: the target volume changed|BITS: 保存先の変更
0010|NETWORK_DISCONNECTED|3 12|BITS: no network|BITS: 通信不可
0011|MISSING_FILE_SIZE|21 12|BITS: the server gave no file size|BITS: ファイル サイズ不明
0012|INSUFFICIENT_HTTP_SUPPORT|21 12|BITS: server lacks needed HTTP functions|BITS: HTTP 機能の不足
0013|INSUFFICIENT_RANGE_SUPPORT|21 12|BITS: Range is not supported|BITS: Range 要求に未対応
001B|INVALID_SERVER_RESPONSE|21 12|BITS: the server's reply is invalid|BITS: 応答が不正
001C|TOO_MANY_FILES|12|BITS: too many files in the job|BITS: ファイル数の超過
001D|LOCAL_FILE_CHANGED|12 20|BITS: a local file changed|BITS: ローカル ファイルの変更
0020|TOO_LARGE|12|BITS: the data is too large|BITS: データが大きすぎる
0022|CLIENT_SERVER_PROTOCOL_MISMATCH|21 12|BITS: protocols do not match|BITS: プロトコルの不一致
0024|NO_PROGRESS|9 12 21|BITS: no progress in time|BITS: 転送が進まない
002B|INVALID_RANGE|21 12|BITS: the byte range is invalid|BITS: バイト範囲が不正
002D|CONNECT_FAILURE|3 21|BITS: no connection|BITS: 接続の失敗
002E|CONNECTION_CLOSED|9 21|BITS: the connection was closed early|BITS: 接続の切断
003E|BLOCKED_BY_POLICY|12 28|BITS: a policy blocks transfers|BITS: ポリシーで禁止
003F|INVALID_PROXY_INFO|21|BITS: the proxy list is invalid|BITS: プロキシ設定が不正
0049|TOO_MANY_JOBS_PER_USER|12 15|BITS: too many jobs of this user|BITS: ユーザーのジョブ数超過
0050|TOO_MANY_JOBS_PER_MACHINE|12 15|BITS: too many jobs on this PC|BITS: PC のジョブ数超過
0053|VALIDATION_FAILED|21 12 14|BITS: the file's check failed|BITS: ファイルの検証に失敗
0054|MAXDOWNLOAD_TIMEOUT|9 12|BITS: maximum time exceeded|BITS: 最大時間の超過
0056|TOKEN_REQUIRED|12|BITS: a helper token is needed|BITS: 補助トークンが必要
0059|BLOCKED_BY_COST_TRANSFER_POLICY|3 12|BITS: blocked on a metered connection|BITS: 従量制課金接続
0065|STANDBY_MODE|29|BITS: blocked in standby|BITS: スタンバイ中
0068|BLOCKED_BY_BATTERY_SAVER|29|BITS: blocked by battery saver|BITS: バッテリー節約機能
006C|DATABASE_CORRUPT|12 15|BITS: the job database is corrupt|BITS: データベースの破損
006F|BLOCKED_BY_GAME_MODE|19|BITS: blocked by Game Mode|BITS: ゲーム モード
0070|BLOCKED_BY_SYSTEM_POLICY|12|BITS: a system policy blocks transfers|BITS: システム ポリシーで禁止
0073|REMOTE_FILE_CHANGED|14 12|BITS: the remote file changed|BITS: 転送元の変更
=8088
8002||7 24|Upgrade to Windows 11 ended (user reports)|Windows 11 への移行が中断 (報告)
=80D0 DO_E_
1001|NO_SERVICE|6|Delivery Optimization is unavailable|配信の最適化が利用不可
2002|DOWNLOAD_NO_PROGRESS|9 21 6 update-policy|No download progress in time|ダウンロードが進まない
2003|JOB_NOT_FOUND|14|Download job was not found|ダウンロード ジョブがない
2005|NO_DOWNLOADS|5|There are no downloads|ダウンロードがない
200C|JOB_TOO_OLD|14|Download job expired|ジョブの期限切れ
2010|FILE_NOT_AVAILABLE|21 28|No address of the file worked|どの URL からも取得不可
2013|INVALID_STATE|14|Not possible in the job's state|ジョブの状態が不正
201A|FILE_SIZE_UNKNOWN_HTTP_200|21|Size unknown (proxy strips Range?)|サイズ不明 (Range 未対応)
3002|NO_DOWNLOAD_EXTSETTINGS|28|Barred by user or admin settings|設定により禁止
3801|BLOCKED_BY_COST_TRANSFER_POLICY|3|Paused on a metered connection|従量制課金接続で一時停止
3803|BLOCKED_BY_CELLULAR_POLICY|3|Paused on a cellular connection|携帯回線で一時停止
3804|BLOCKED_BY_POWER_STATE|29|Paused without AC power|AC 電源がなく一時停止
3805|BLOCKED_BY_NO_NETWORK|3|Paused without a network|通信不可のため一時停止
3807|BLOCKED_BY_VPN_POLICY|21|Paused on a VPN|VPN 接続で一時停止
3808|BLOCKED_BY_CRITICAL_MEMORY_USAGE|7|Paused, memory is critically low|メモリ不足で一時停止
3809|DOWNLOADMODE_SET_BY_CACHE_ABSENCE|14|Cache folder is missing|キャッシュ フォルダーがない
380A|CLOUD_SERVICES_UNREACHABLE|21|Cloud service cannot be reached|クラウドに到達できない
380D|UNEXPECTED_HTTP_STATUS_2XX|21|Unexpected HTTP success status|想定外の HTTP 2xx
5001|HTTP_BLOCKSIZE_MISMATCH|21|Wrong block size (proxy without Range)|ブロック サイズの不一致
5002|HTTP_CERT_VALIDATION|1 21|Server's certificate was refused|サーバー証明書の拒否
5010|INVALID_RANGE|21|Byte range is invalid|バイト範囲が不正
5011|INSUFFICIENT_RANGE_SUPPORT|21|Range is not supported|Range 要求に未対応
6805|BAD_PIECE_HASH|14 21|Piece's hash does not match|断片のハッシュ不一致
6823|PHF_DIGESTMATCH_POTENTIAL_PROXYSERVER|3 21|Hash file differs (web portal, proxy?)|ハッシュ ファイルの不一致
=C180
0118||28|WSUS lacks the key of an upgrade|WSUS に復号キーがない
=C190 MOSETUP_E_
0100|VERSION_MISMATCH|24 27|Setup files are of different versions|Setup の版の不一致
0101|SETUP_PLATFORM|7 19 20 27 legacy-usb fast-startup optional-feature|Rolled back, mostly over a driver|ロールバック (主にドライバー)
0102|SHUTDOWN_BLOCK|27|Shutdown could not be blocked|シャットダウン抑止の失敗
0103|COMPAT_TIMEOUT|27|Compatibility issues not solved in time|互換性問題の時間切れ
0104|PROCESS_TIMEOUT|19 27|Setup took too long|Setup の時間超過
0106|TERMINATE_PROCESS|20 27|Setup was terminated|Setup の強制終了
0107|CLEANUP_PENDING|13 25 27 30|Old clean-up pending; restart first|前回の後始末が未完了
0109|COMPAT_TERMINATE|27|Ended in the compatibility phase|互換性確認中の終了
010A|UNKNOWN_CMD_LINE|24|Unknown argument to setup|Setup の引数が不明
010B|INSTALL_IMAGE_NOT_FOUND|24|Install image was not found|インストール イメージがない
010C|AUTOMATION_INVALID|24|Automation file is invalid|自動化ファイルが不正
010D|INVALID_CMD_LINE|24|Invalid argument to setup|Setup の引数が不正
010E|EULA_ACCEPT_REQUIRED|24|License terms must be accepted|ライセンスへの同意が必要
0112|TARGET_DRIVE_NOT_FOUND|4 27|Target drive was not found|対象ドライブがない
011F|PROCESS_CRASHED|27|Setup crashed|Setup の異常終了
0128|MISSING_TASK|27|Task of setup is missing|必要なタスクがない
0130|INSTALL_HASH_MISSING|14 27|File's hash is missing|ハッシュの欠落
0131|INSTALL_HASH_MISMATCH|14 24|File's hash does not match|ハッシュの不一致
01DF|DISK_FULL|4 13|Disk ran full during setup|ディスク容量の枯渇
01E1|PROCESS_SUSPENDED|27|Setup was suspended|Setup の一時停止
01E2|PREINSTALL_SCRIPT_FAILED|27|Pre-install script failed|事前スクリプトの失敗
0200|COMPAT_SYSREQ_BLOCK|7 27|System requirements are not met|システム要件の不足
0201|COMPAT_SYSREQ_CANCEL|7 27|Cancelled over system requirements|システム要件により取り消し
0202|COMPAT_DOWNLOADREQ_BLOCK|7 27|Requirements to download are not met|ダウンロード要件の不足
0204|COMPAT_MIGCHOICE_BLOCK|24 27|Cannot keep apps (edition, language)|選択した引き継ぎが不可
0206|COMPAT_DEVICEREQ_BLOCK|7 27|Device blocks the upgrade|デバイスによる阻害
0208|COMPAT_INSTALLREQ_BLOCK|20 27 24|App or driver blocks the upgrade|互換性のないアプリやドライバー
0209|COMPAT_INSTALLREQ_CANCEL|20 27 24|Cancelled over incompatible apps|互換性の問題で取り消し
020A|COMPAT_RECOVERYREQ_BLOCK|16 27|Recovery requirements are not met|回復要件の不足
020C|DOWNLOADDISKSPACE_BLOCK|4 13|No space for the download|ダウンロード用の容量不足
020E|INSTALLDISKSPACE_BLOCK|4 13 setup-update|No space for the installation|インストール用の容量不足
020F|INSTALLDISKSPACE_CANCEL|4 13|Cancelled for lack of space|容量不足で取り消し
0210|COMPAT_SCANONLY|7 27|Scan found nothing that blocks|互換性の問題なし
0211|DOWNLOAD_UNPACK_DISKSPACE_BLOCK|4 24|No space to download and unpack|取得と展開用の容量不足
0213|NO_OFFER_FOUND|24 28|No matching offer found|該当する提供がない
0215|NO_MATCHING_INSTALL_IMAGE|24|No image fits this system|適合するイメージがない
0216|ROLLBACK_PENDING|25 27|Rollback is pending|ロールバックの保留中
0220|COMPAT_REPORT_NOT_DISPLAYED|27|Compatibility report not shown|互換性レポートを表示不可
=C190
0223||3 9 21 setup-update|Feature update download failed|機能更新のダウンロード失敗
=C190 MOSETUP_E_
0401|UA_NO_PACKAGES_TO_DOWNLOAD|14 27|There is nothing to download|ダウンロード対象がない
0403|UA_CORRUPT_PAYLOAD_FILES|14 24|Downloaded files are corrupt|ダウンロードの破損
0404|UA_BOX_NOT_FOUND|14 27|Setup program is missing|Setup の実行ファイルがない
0405|UA_BOX_CRASHED|19 27|Setup ended unexpectedly|Setup の予期しない終了
=-
0|||Unknown|不明
1|||In the old Windows (downlevel)|以前の Windows の実行中
2|||In the small Windows that installs (SafeOS)|SafeOS (Windows PE) の実行中
3|||At the first start of the new Windows|新しい Windows の初回起動
4|||At the second start (OOBE)|2 回目の起動 (OOBE)
5|||While going back to the old Windows|以前の Windows への復元中
00|||Unknown|不明
01|||Copying the files|ファイルのコピー
02|||Downloading updates|更新プログラムのダウンロード
03|||Installing updates|更新プログラムの適用
04|||Installing the recovery environment|回復環境の展開
05|||Installing the recovery image|回復イメージの展開
06|||Carrying optional features over|オプション機能の引き継ぎ
07|||Installing drivers|ドライバーのインストール
08|||Preparing SafeOS|SafeOS の準備
09|||Preparing the way back|ロールバックの準備
0A|||Preparing the first start|初回起動の準備
0B|||Preparing the second start|2 回目の起動の準備
0C|||Applying the image|イメージの適用
0D|||Migrating data (profiles and files)|データの移行 (プロファイルなど)
0E|||Setting the product key|プロダクト キーの設定
0F|||Adding the answer file|応答ファイルの追加
10|||Adding a driver|ドライバーの追加
11|||Enabling a feature|機能の有効化
12|||Disabling a feature|機能の無効化
13|||Registering a process (asynchronous)|非同期プロセスの登録
14|||Registering a process (synchronous)|同期プロセスの登録
15|||Creating a file|ファイルの作成
16|||Creating the registry|レジストリの作成
17|||Starting (boot)|起動
18|||Sysprep (mostly a driver)|Sysprep (多くはドライバーが原因)
19|||First-run setup (OOBE)|初期設定 (OOBE)
1A|||Beginning of the first start|初回起動の開始
1B|||End of the first start|初回起動の終了
1C|||Beginning of the second start|2 回目の起動の開始
1D|||End of the second start|2 回目の起動の終了
1E|||Before first-run setup|初期設定の前
1F|||After first-run setup|初期設定の後
20|||Adding a provisioning package|プロビジョニング パッケージの追加
'@

#endregion
#region Main

function Invoke-Main {
    [CmdletBinding()]
    param([string[]] $Check, [string[]] $Skip, [string] $OutputPath, [switch] $Open, [switch] $ListChecks)
    $script:ExitCode = 64
    if (-not (Test-Selection -Check $Check -Skip $Skip -OutputPath $OutputPath)) { return }
    if ($ListChecks) {
        $script:ExitCode = 0
        return Write-CheckList
    }
    $rows = @(Select-Check -Check $Check -Skip $Skip)
    $machine = Get-Machine
    $done = 0
    $results = foreach ($row in $rows) {
        Write-Step -Text (Get-Message -Key "title.$($row.Id)") -Done $done -Of $rows.Count
        $done++
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $finding = Invoke-Detection -Row $row -Machine $machine
        if ($finding.Reason -in $row.Beyond) { $row.Repairable = $false }
        $advice = Get-AdviceLine -Row $row -Finding $finding
        ConvertTo-CheckResult -Row $row -Finding $finding -Elapsed $clock.Elapsed -Advice $advice
    }
    Write-Step -Complete
    $statuses = @($results | ForEach-Object { $_.Status })
    $script:ExitCode = if ($statuses -contains 'Problem') { 1 }
    elseif ($statuses -contains 'Unknown') { 2 }
    else { 0 }
    $diagnosis = Get-Diagnosis -Result $results
    $answer = Get-Answer -Result $results -Diagnosis $diagnosis
    if ($answer) {
        $diagnosis.Ranking | Where-Object { '*' -in $answer.Forbids -or $_.Id -in $answer.Forbids } |
            ForEach-Object { $_.Repairable = $false }
    }
    Write-Report -Result $results -Machine $machine -OutputPath $OutputPath -Diagnosis $diagnosis -Answer $answer
    if ($Open) { Open-Place -Result $results -All:([bool] $Check) }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $script:ExitCode = Get-StartCode
        $relaunch = @(if ($script:ExitCode -eq 0) { Get-RelaunchArgument -Bound $PSBoundParameters })
        if ($relaunch) {
            & $script:NativeShell @relaunch
            $script:ExitCode = $LASTEXITCODE
        }
        elseif ($script:ExitCode -eq 0) {
            Open-Transcript
            Invoke-Main -Check $Check -Skip $Skip -OutputPath $OutputPath -Open:$Open -ListChecks:$ListChecks
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    finally {
        Close-Transcript
    }
    Stop-HungProcess -Code $script:ExitCode
    exit $script:ExitCode
}

#endregion
