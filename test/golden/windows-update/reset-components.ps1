# Mendsheet 0.1.0 - windows-update - reset-components
# Made from checks.yaml. Do not edit: change the checklist and build again.
# Regions: Messages, Runtime, Actions, Recipes, Checks, Check table, Error codes, Main

<#PSScriptInfo
.VERSION 0.1.0
.GUID 6fb2a898-3101-5cdf-8d49-f3d79631fe09
.AUTHOR Mendsheet contributors
#>

<#
.SYNOPSIS
    Windows Update: repairs, and keeps everything that it replaces.
.DESCRIPTION
    Looks at every check first, repairs those that are a problem, the least invasive first, and looks
    again. What is OK is left alone. Every change is written to a journal before it is made, so that -Undo
    restores what was there, also after a crash. Nothing is deleted: folders are set aside under a numbered
    name. Use -WhatIf to see each change and make none.

    Windows Update：修復を行い、置き換えたものをすべて残します。
    すべてのチェックを確認してから、問題のあるものだけを影響の小さい順に修復し、もう一度確認します。正常なものには
    触れません。すべての変更を行う前に記録するため、処理が途中で止まっても -Undo で元に戻せます。削除は行わず、フォルダーは番号を付けた名前に変えて退避します。
    -WhatIf を指定すると、変更の内容を表示するだけで、何も変更しません。
    表示する言語は、-Language に en か ja を指定して選べます。指定しなければ Windows の表示言語に従います。

    Checks:
      1  clock  Clock
          日付と時刻
      21  proxy  Proxy and VPN
          プロキシと VPN
      21  tls-protocol  TLS 1.2
      21  winsock-catalog  Winsock catalogue
          Winsock カタログ
      15  wuauserv-rights  Access to the service Windows Update
          Windows Update サービスへのアクセス許可
      15  bits-rights  Access to the service BITS
          BITS サービスへのアクセス許可
      6  wuauserv-start-type  Start type of Windows Update
          Windows Update のスタートアップの種類
      6  bits-start-type  Start type of Background Intelligent Transfer Service
          Background Intelligent Transfer Service のスタートアップの種類
      6  usosvc-start-type  Start type of Update Orchestrator Service
          Update Orchestrator Service のスタートアップの種類
      6  cryptsvc-start-type  Start type of Cryptographic Services
          Cryptographic Services のスタートアップの種類
      6  trustedinstaller-start-type  Start type of Windows Modules Installer
          Windows Modules Installer のスタートアップの種類
      6  msiserver-start-type  Start type of Windows Installer
          Windows Installer のスタートアップの種類
      6  wlidsvc-start-type  Start type of Microsoft Account Sign-in Assistant
          Microsoft Account Sign-in Assistant のスタートアップの種類
      6  dosvc-start-type  Start type of Delivery Optimization
          Delivery Optimization (配信の最適化) のスタートアップの種類
      31  updates-switched-off  Updates switched off
          更新を止める設定
      12  bits-queue  BITS transfer queue
          BITS の転送キュー
      14  download-cache  Download cache
          ダウンロード キャッシュ
      11  component-store  Component store and system files
          コンポーネント ストアとシステム ファイル
      13  update-cleanup  Clean-up of replaced updates
          置き換え済みの更新プログラムのクリーンアップ
      16  restore-point  Restore point
          復元ポイント
      22  unwanted-update  Uninstalling one update
          特定の更新プログラムのアンインストール
      29  fast-startup  Fast startup
          高速スタートアップ
.PARAMETER Check
    The checks to look at and, where they are a problem, to repair, by id. Without it: all.
.PARAMETER Skip
    Checks to leave out, by id.
.PARAMETER Force
    Repairs the checks of -Check although they are no problem or undecided. For those who know that one is.
.PARAMETER Undo
    Restores what the newest run that is not yet undone has changed, unless something forbids changes now,
    as for a repair. With -Check: only what it has changed for these checks, which the .cmd edition does not
    note.
.PARAMETER Run
    The number of the run to undo. Without it: the newest.
.PARAMETER RemoveAside
    Deletes the folders and files that runs which ended well have set aside, and says how large they were.
    These runs cannot be undone completely afterwards.
.PARAMETER AllowManaged
    Repairs, or undoes, although an organisation manages this PC. For administrators of that organisation.
    Policies are never changed, with or without it.
.PARAMETER RepairSource
    Where DISM finds good files in place of Windows Update, for component-store. Media of the same
    version and language, as DISM writes it - wim:D:\sources\install.wim:1, or the Windows folder of
    another PC.
.PARAMETER UninstallUpdate
    The number of the one update that unwanted-update uninstalls, such as KB5062553. Without it none is.
.PARAMETER OutputFormat
    Text: sentences on the screen. Object: one object a check on the pipeline. Json, Csv: text on the
    pipeline and nothing else, for machines. Html: a page to read, print and pass on.
.PARAMETER OutputPath
    A file that receives the report in that format instead of the pipeline, in a folder that exists; or such a
    folder, also on a share, where PC and run give it a name.
.PARAMETER Language
    en or ja. Without it: the language of Windows. -Verbose shows how long each check took.
.PARAMETER ListChecks
    Lists the checks of this script and repairs none.
.EXAMPLE
    .\reset-components.ps1 -WhatIf
    Shows each change and makes none.
.EXAMPLE
    .\reset-components.ps1
    Repairs what is found to be broken, and nothing else.
.EXAMPLE
    .\reset-components.ps1 -Undo
    Brings back what the newest run has changed.
.OUTPUTS
    With -OutputFormat Object, one object a check: Id, Item, Title, Status, Reason, HResult, Evidence,
    Before, Outcome, Changes.
.NOTES
    Exit codes: 0 repaired and confirmed, 1 not confirmed, 2 undecided, 3 partly repaired, 10 needs elevation,
    11 not applicable here, 12 blocked by management, 13 restart first, 14 another run is active,
    15 language mode, 20 undo incomplete, 64 wrong usage, 70 a defect of this script,
    3010 restart required.
#>
[CmdletBinding(SupportsShouldProcess)]
[OutputType([string], [pscustomobject])]
param(
    [ArgumentCompleter({
            @(
                'clock', 'proxy', 'tls-protocol', 'winsock-catalog', 'wuauserv-rights', 'bits-rights',
                'wuauserv-start-type', 'bits-start-type', 'usosvc-start-type', 'cryptsvc-start-type',
                'trustedinstaller-start-type', 'msiserver-start-type', 'wlidsvc-start-type', 'dosvc-start-type',
                'updates-switched-off', 'bits-queue', 'download-cache', 'component-store', 'update-cleanup',
                'restore-point', 'unwanted-update', 'fast-startup'
            ) -like "$($args[2])*"
        })]
    [string[]] $Check,

    [string[]] $Skip,

    [switch] $Force,

    [switch] $Undo,

    [ValidateRange(1, 999999999)]
    [int] $Run,

    [switch] $RemoveAside,

    [switch] $AllowManaged,

    [ValidatePattern('^[^"<>|*?\x00-\x1f]{3,260}\z')]
    [string] $RepairSource,

    [ValidatePattern('^KB[0-9]{6,7}\z')]
    [string] $UninstallUpdate,

    [ValidateSet('Text', 'Object', 'Json', 'Html', 'Csv')]
    [string] $OutputFormat = 'Text',

    [string] $OutputPath,

    [ValidateSet('en', 'ja')]
    [string] $Language = $(if ((Get-UICulture).Name -match '^ja\b') { 'ja' } else { 'en' }),

    [switch] $ListChecks
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:Product = 'windows-update'
$script:Version = '0.1.0'
$script:ChecklistVersion = '0.1.0'
$script:Started = [datetime]::UtcNow
$script:Unsent = $null
$script:ScriptName = 'reset-components'
$script:CollectName = 'collect-logs'
$script:Phase = 'repair'
$script:StateFolder = "$env:ProgramData\Mendsheet\$script:Product"
$script:DefaultChecks = @(
    'clock', 'proxy', 'tls-protocol', 'winsock-catalog', 'wuauserv-rights', 'bits-rights', 'wuauserv-start-type',
    'bits-start-type', 'usosvc-start-type', 'cryptsvc-start-type', 'trustedinstaller-start-type',
    'msiserver-start-type', 'wlidsvc-start-type', 'dosvc-start-type', 'updates-switched-off', 'bits-queue',
    'download-cache', 'component-store', 'update-cleanup', 'restore-point', 'unwanted-update', 'fast-startup'
)
$script:HasProductGuard = $true

$script:Given = @{
    'repair-source' = $RepairSource
    'uninstall-update' = $UninstallUpdate
}

$script:States = @{
    Ok = 'stateOk'; Problem = 'stateProblem'; Unknown = 'stateUnknown'; NotApplicable = 'stateNotApplicable'
    Preview = 'statePreview'; Unchanged = 'stateUnchanged'; Repaired = 'stateRepaired'; Failed = 'stateFailed'
    NotConfirmed = 'stateNotConfirmed'; Blocked = 'stateBlocked'
}
$script:Verdicts = @{
    'preview 0' = 'statePreview', 'NotApplicable'
    'repair 3'  = 'verdictPartly', 'Unknown'
    'undo 0'    = 'verdictDone', 'Ok'
    'undo 20'   = 'verdictUndoMissed', 'Problem'
    'remove 0'  = 'verdictDone', 'Ok'
}

# What this run has done so far.
$script:RunId = [string] [guid]::NewGuid()
$script:UndoneRun = 'none'
$script:Notices = @()
$script:Changes = @()
$script:AsideTargets = @()
$script:StoppedServices = @()
$script:NeedsRestart = $false
$script:Journal = $null
$script:CheckId = ''
$script:NotedCheck = ''
$script:EntryCount = 0
$script:ConfirmLevel = 'High'
$script:HasTranscript = $false

#region Messages

# What this script says: a key and its sentence, a line for each language. {Name} stands for a value.
$script:Messages = @{ 'en' = @{}; 'ja' = @{} }
$sentences = @{
    'languageMode' = 'PowerShell runs in a restricted language mode here (application control), so this script cannot work. Nothing was changed.',
    'アプリケーション制御により PowerShell の言語モードが制限されているため、実行できません。何も変更していません。'
    'notWindows' = 'This script is for Windows. Nothing was changed.',
    'このスクリプトは Windows 専用です。何も変更していません。'
    'notElevated' = 'Open PowerShell as administrator and run this script again. Nothing was changed.',
    'PowerShell を管理者として開き、もう一度実行してください。何も変更していません。'
    'busy' = 'Another run of this product is active. Wait until it has ended. Nothing was changed.',
    '別の処理が実行中です。終了してからもう一度実行してください。何も変更していません。'
    'stateNotTrusted' = 'The folder {Path} could have been made or changed by someone who is no administrator. Look at it, remove it and run this script again. Nothing was changed.',
    'フォルダー {Path} は管理者以外が作成または変更した可能性があります。内容を確認して削除し、もう一度実行してください。何も変更していません。'
    'unknownCheck' = 'Unknown check: {Wrong}. Known: {Known}',
    '「{Wrong}」というチェックはありません。指定できるもの：{Known}'
    'badCombination' = '-Undo goes with -Run and -Check, -Force with -Check and -Skip, -RemoveAside with none of these. -Force needs -Check.',
    '-Undo には -Run と -Check、-Force には -Check と -Skip だけを組み合わせられます。-RemoveAside にはどれも組み合わせられません。-Force には -Check が必要です。'
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
    'repairThrew' = 'The repair failed unexpectedly: {ErrorType} at line {ErrorLine}.',
    '修復中に予期しないエラーが発生しました：{ErrorType} ({ErrorLine} 行目)。'
    'guarded' = 'Nothing was changed: {Reason}',
    '何も変更していません：{Reason}'
    'allowedAlthough' = 'Goes on because of -AllowManaged, although: {Reason}',
    '-AllowManaged が指定されたため続行します：{Reason}'
    'managed' = 'This PC is managed by an organisation through {Provider}. Ask its administrator.',
    'この PC は組織により {Provider} で管理されています。組織の管理者に問い合わせてください。'
    'restartPending' = 'Windows waits for a restart. Restart this PC first.',
    'Windows が再起動を待っています。先に PC を再起動してください。'
    'installerBusy' = 'An installation is under way ({Name}). Wait until it has ended.',
    'インストール処理が実行中です ({Name})。終了するまで待ってください。'
    'servicingAwaited' = 'Windows servicing (TiWorker) is at work. Waiting for it, {Minutes} minutes at most.',
    'Windows のサービス処理 (TiWorker) が実行中です。終了を待っています (最長 {Minutes} 分)。'
    'onBattery' = 'This PC runs on battery. Connect it to power.',
    'バッテリーで動作しています。電源に接続してください。'
    'diskFull' = 'Drive {Drive} has only {FreeMegabytes} MB left. Free some space first.',
    'ドライブ {Drive} の空き容量が {FreeMegabytes} MB しかありません。先に空き容量を増やしてください。'
    'whatIf' = 'Would be done: {Change}',
    '実行される処理：{Change}'
    'doStartType' = 'Set the start type of service {Name} from {Before} to {After}',
    'サービス {Name} のスタートアップの種類を {Before} から {After} に変更'
    'doStop' = 'Stop service {Name}',
    'サービス {Name} を停止'
    'doStart' = 'Start service {Name}',
    'サービス {Name} を開始'
    'doSetAside' = 'Rename {Path} to {Aside}',
    '{Path} の名前を {Aside} に変更して退避'
    'doSetClock' = 'Set the clock to {Now} (the time that it shows now does not come back)',
    '時計を {Now} に合わせる (元の時刻には戻せません)'
    'doRegistry' = 'Set the registry value {Target} from {Before} to {After}',
    'レジストリ値 {Target} を {Before} から {After} に変更'
    'doSecurity' = 'Set the access rights of service {Name} from {Before} to {After}',
    'サービス {Name} のアクセス許可を {Before} から {After} に変更'
    'doWinHttpProxy' = 'Take away the WinHTTP proxy (netsh winhttp reset proxy)',
    'WinHTTP プロキシの設定を解除 (netsh winhttp reset proxy)'
    'doWinsock' = 'Reset the Winsock catalogue (cannot be undone: only programs can enter themselves again)',
    'Winsock カタログをリセット (各プログラムの登録は消え、元には戻せません)'
    'doRepairTool' = 'Run {Command} (cannot be undone: only the tool knows its changes)',
    '{Command} を実行 (変更内容を記録できないため、元には戻せません)'
    'toolRuns' = '{Command} is running. It is given {Minutes} minutes at most.',
    '{Command} を実行しています (制限時間 {Minutes} 分)。'
    'toolWaitsForRestart' = '{Command} finishes its work at the next restart. Restart this PC and diagnose it again.',
    '{Command} の処理は次回の再起動で完了します。PC を再起動してから、もう一度診断してください。'
    'doRestorePoint' = 'Make the restore point {Name} (undo leaves it, since it replaces nothing)',
    '復元ポイント {Name} を作成 (何も置き換えないため、元に戻す処理の対象外です)'
    'serviceMissing' = 'There is no service {Name} on this PC.',
    'この PC にサービス {Name} はありません。'
    'startTypeFailed' = 'The start type of service {Name} could not be set (code {Code}).',
    'サービス {Name} のスタートアップの種類を変更できませんでした (コード {Code})。'
    'noWayBack' = 'Not changed, since undo could not bring it back: {Target}.',
    '元に戻せる形で記録できないため、変更していません ({Target})。'
    'registryOwned' = 'The registry value {Target} belongs to a policy or to Windows itself and was not changed.',
    'レジストリ値 {Target} はポリシーまたは Windows 自体が管理しているため、変更していません。'
    'registryFailed' = 'The registry value {Target} could not be set.',
    'レジストリ値 {Target} を設定できませんでした。'
    'securityFailed' = 'The access rights of service {Name} could not be set (code {Code}).',
    'サービス {Name} のアクセス許可を設定できませんでした (コード {Code})。'
    'stopFailed' = 'Service {Name} did not stop (code {Code}).',
    'サービス {Name} を停止できませんでした (コード {Code})。'
    'stopDisabled' = 'Service {Name} is disabled and could not be started again, so it was left running.',
    'サービス {Name} は無効になっており、停止すると再び開始できないため、停止していません。'
    'startFailed' = 'Service {Name} did not start (code {Code}).',
    'サービス {Name} を開始できませんでした (コード {Code})。'
    'inUse' = '{Path} is in use and could not be set aside. Restart this PC and try again.',
    '{Path} は使用中のため退避できませんでした。PC を再起動してから、もう一度実行してください。'
    'clockNotWitnessed' = 'The clock was not set, since no two independent servers agree on the time.',
    '互いに独立した 2 つのサーバーの時刻が一致しないため、時計を設定していません。'
    'clockFailed' = 'The clock could not be set.',
    '時計を設定できませんでした。'
    'restorePointFailed' = 'Windows made no restore point (code {Code}).',
    '復元ポイントが作成されませんでした (コード {Code})。'
    'toolFailed' = '{Command} ended with code {Code}.',
    '{Command} はコード {Code} で終了しました。'
    'toolTimedOut' = '{Command} timed out: it was stopped after {Minutes} minutes. How far it came is not known.',
    '{Command} は {Minutes} 分以内に終了しなかったため、時間切れで中止しました。どこまで処理されたかは不明です。'
    'undoStartType' = 'Set the start type of service {Target} back to {Before}',
    'サービス {Target} のスタートアップの種類を {Before} に戻す'
    'undoStop' = 'Start service {Target} again if it ran before',
    '実行中だったサービス {Target} を開始する'
    'undoStart' = 'Stop service {Target} again if it was stopped before',
    '停止していたサービス {Target} を停止する'
    'undoSetAside' = 'Rename {After} back to {Target}',
    '{After} の名前を {Target} に戻す'
    'undoRegistry' = 'Set the registry value {Target} back to {Before}',
    'レジストリ値 {Target} を {Before} に戻す'
    'undoSecurity' = 'Set the access rights of service {Target} back to {Before}',
    'サービス {Target} のアクセス許可を {Before} に戻す'
    'cannotUndoTool' = 'Cannot be undone: what {Target} {After} has changed.',
    '元に戻せません：{Target} {After} による変更。'
    'restorePointStays' = 'The restore point {Target} stays: it has changed nothing.',
    '復元ポイント {Target} は何も変更していないため、そのまま残します。'
    'cannotUndoClock' = 'Cannot be undone: the clock, set from {Before} to {After}.',
    '元に戻せません：時計の変更 ({Before} から {After})。'
    'replacementKept' = 'What stood at {Path} is kept as {Aside}.',
    '{Path} にあったものは {Aside} として残しています。'
    'nothingToUndo' = 'There is nothing to undo.',
    '元に戻す変更はありません。'
    'journalNotTrusted' = 'The journal {Path} is not one that this product wrote on this PC, so nothing was undone.',
    '記録 {Path} は、この PC で本製品が書いたものではないため、何も元に戻していません。'
    'journalLine' = 'Line {Line} of {Path} is not one that this product writes, so nothing of run {Run} was undone; other lines may be false as well. Each line has what was there before a change, to be brought back by hand. Once you have compared them with this PC, take that line out, and undo brings back the rest.',
    '{Path} の {Line} 行目は本製品が書いたものではないため、実行 {Run} の変更は何も元に戻していません。ほかの行も正しくない可能性があります。各行に変更前の状態が記録されているので、手動で元に戻せます。この PC の状態と照合したうえでその行を削除すると、残りを元に戻せます。'
    'journalOld' = 'The journal {Path} comes from a version that did not bind it to this PC, so nothing was undone. It lists each change with what was there before, to be brought back by hand.',
    '記録 {Path} は、PC との対応付けがない旧バージョンのものであるため、何も元に戻していません。変更の内容と変更前の状態が記録されているので、手動で元に戻してください。'
    'undoMissed' = 'Could not be undone: {Action} {Target}. Run this again after a restart.',
    '元に戻せませんでした：{Action} {Target}。PC を再起動してから、もう一度実行してください。'
    'undoneCheck' = 'What run {Run} has changed for {Checks} was undone.',
    '実行 {Run} の {Checks} による変更を元に戻しました。'
    'cannotUndoGone' = 'Cannot be undone: {Path}, since {Aside}, which held it, is not there any more. Undo can be run again when it is back.',
    '元に戻せません：{Path} (退避先の {Aside} が見つかりません)。退避先を復旧できた場合は、もう一度実行してください。'
    'journalGone' = 'The journal {Path} is not there any more, so what run {Run} has changed is not known and nothing was undone.',
    '記録 {Path} が見つからないため、実行 {Run} による変更が分からず、何も元に戻していません。'
    'cannotUndoRemoved' = 'Cannot be undone: {Path}, since {Aside} was deleted with -RemoveAside.',
    '元に戻せません：{Path} ({Aside} は -RemoveAside で削除済みです)。'
    'unfinishedRun' = 'Run {Run} was cut off. This run goes on from there; to undo that one, use {Script} -Undo -Run {Run}.',
    '実行 {Run} は途中で終わっています。このまま修復を続けます。元に戻すには、{Script} -Undo -Run {Run} を実行してください。'
    'doRemove' = 'Delete {Path} ({Megabytes} MB), which cannot be undone',
    '{Path} ({Megabytes} MB) を削除 (元には戻せません)'
    'removeFailed' = '{Path} could not be deleted completely.',
    '{Path} を完全には削除できませんでした。'
    'nothingToRemove' = 'No run that ended well has left anything set aside.',
    '正常に終了した実行で退避されたものは残っていません。'
    'undoneRest' = 'Of run {Run}, {Count} entries were undone; what is missing is named above.',
    '実行 {Run} の変更のうち {Count} 件を元に戻しました。元に戻せなかったものは上に示しています。'
    'undone' = 'Run {Run} was undone.',
    '実行 {Run} の変更を元に戻しました。'
    'stateOk' = 'OK',
    '正常'
    'stateProblem' = 'Problem',
    '問題あり'
    'stateUnknown' = 'Undecided',
    '判定できません'
    'stateNotApplicable' = 'Not applicable',
    '対象外'
    'statePreview' = 'Preview',
    'プレビュー'
    'stateUnchanged' = 'Nothing to change',
    '変更不要'
    'stateRepaired' = 'Repaired',
    '修復しました'
    'stateNotConfirmed' = 'Not confirmed',
    '修復を確認できず'
    'stateFailed' = 'Failed',
    '失敗'
    'stateBlocked' = 'Not repaired',
    '修復していません'
    'listJoin' = '{One}, {Other}',
    '{One}、{Other}'
    'timeForm' = 'yyyy-MM-dd HH:mm',
    'yyyy/MM/dd H:mm'
    'evidence' = 'Evidence',
    '確認した値'
    'verdictPartly' = 'Partly repaired',
    '一部だけ修復しました'
    'verdictDone' = 'Done',
    '完了しました'
    'verdictUndoMissed' = 'Not everything was undone',
    '一部を元に戻せませんでした'
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
    'reportKept' = 'The report is kept on this PC; the next run that repairs here sends it to the folder.',
    'レポートはこの PC に保管しました。次に修復を実行したときにフォルダーへ送ります。'
    'title.clock' = 'Clock',
    '日付と時刻'
    'title.proxy' = 'Proxy and VPN',
    'プロキシと VPN'
    'title.tls-protocol' = 'TLS 1.2',
    'TLS 1.2'
    'title.winsock-catalog' = 'Winsock catalogue',
    'Winsock カタログ'
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
    'title.bits-queue' = 'BITS transfer queue',
    'BITS の転送キュー'
    'title.download-cache' = 'Download cache',
    'ダウンロード キャッシュ'
    'title.component-store' = 'Component store and system files',
    'コンポーネント ストアとシステム ファイル'
    'title.update-cleanup' = 'Clean-up of replaced updates',
    '置き換え済みの更新プログラムのクリーンアップ'
    'title.restore-point' = 'Restore point',
    '復元ポイント'
    'title.unwanted-update' = 'Uninstalling one update',
    '特定の更新プログラムのアンインストール'
    'title.fast-startup' = 'Fast startup',
    '高速スタートアップ'
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
    'fast-startup_after-failure' = 'Fast startup is on and an upgrade failed lately. Switch it off, or choose Restart, not Shut down.',
    '高速スタートアップが有効で、最近アップグレードに失敗しています。無効にするか、シャットダウンではなく [再起動] を選んでください。'
    'fast-startup_switched-on' = 'Fast startup is on, as usual. Choose Restart when an update asks for it.',
    '高速スタートアップは有効です (通常の設定)。更新で求められたときは [再起動] を選んでください。'
    'fast-startup_by-policy' = 'A policy keeps fast startup on. Choose Restart when an update asks for it.',
    '高速スタートアップはポリシーで有効にされています。更新で求められたときは [再起動] を選んでください。'
    'fast-startup_unreadable' = 'The setting of fast startup could not be read.',
    '高速スタートアップの設定を読み取れません。'
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
    'guard_own-server' = 'This PC is set by policy to get its updates from a server of your organisation ({Server}).',
    'この PC は、組織の更新サーバー ({Server}) から更新を受け取るようにポリシーで構成されています。'
    'guard_access-disabled' = 'A policy of your organisation switches access to Windows Update off on this PC (DisableWindowsUpdateAccess).',
    'この PC では、組織のポリシー (DisableWindowsUpdateAccess) によって Windows Update へのアクセスが無効になっています。'
    'guard_update-sources' = 'Policies of your organisation assign a server of its own to these kinds of update: {Kinds}.',
    '組織のポリシーによって、次の種類の更新は組織のサーバーから取得するように指定されています ({Kinds})。'
    'guard_restart-required' = 'Windows Update waits for a restart to finish what it has installed. Restart the PC first.',
    'Windows Update がインストール済みの更新を完了するための再起動を待っています。先に PC を再起動してください。'
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

function New-GuardStop {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes an object in memory.')]
    param(
        [Parameter(Mandatory)]
        [ValidateSet(1, 12, 13, 14)]
        [int] $Code,
        [Parameter(Mandatory)]
        [string] $Reason,
        [hashtable] $Evidence = @{}
    )
    [pscustomobject]@{ Code = $Code; Reason = $Reason; Evidence = $Evidence }
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

# For programs that only read. Their words are translated and must not be matched: exit codes and numbers only.
function Invoke-ReadOnlyTool {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [string[]] $ArgumentList = @(),
        [int] $TimeoutSeconds = 60
    )
    Invoke-NativeTool -Path $Path -ArgumentList $ArgumentList -TimeoutSeconds $TimeoutSeconds
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

# Bytes free on the drive of Windows; nothing when they cannot be read.
function Get-FreeSpace {
    try { (New-Object -TypeName IO.DriveInfo -ArgumentList "$env:SystemRoot").TotalFreeSpace }
    catch { Write-Verbose -Message "$_" }
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

# What the actions throw is a sentence already; of anything else, type and place are the news.
function Get-FailureText {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record)
    $failure = $Record.Exception
    if ($failure -is [Management.Automation.RuntimeException] -and $failure.WasThrownFromThrowStatement) {
        return $failure.Message
    }
    $with = @{
        ErrorType = $failure.GetBaseException().GetType().FullName
        ErrorLine = $Record.InvocationInfo.ScriptLineNumber
    }
    Get-Message -Key 'repairThrew' -With $with
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

# Whether only SYSTEM, Administrators and the installer own and may change, by SDDL, which no language translates.
# Closed: whatever the folder above gives to others. What it does not understand, it does not trust.
function Test-TrustedDescriptor {
    param([string] $Sddl, [switch] $Closed)
    # Write, append, attributes, delete child, delete, change rights or owner, and their generic forms.
    $forbidden = 0x500D0156L
    $installer = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464'
    $trusted = 'SY', 'BA', 'S-1-5-18', 'S-1-5-32-544', $installer
    $account = '(?:S-1-[0-9-]+|[A-Z]{2})'
    # An absent or empty list of rights means everyone, or a form that is not read here.
    $shape = "\AO:(?<Owner>$account)(?:G:$account)?D:(?<Flags>[A-Z]*)(?<Rights>(?:\([^()]*\))+)(?:S:.*)?\z"
    if ($Sddl -cnotmatch $shape -or $Matches.Owner -notin $trusted) { return $false }
    if ($Closed -and $Matches.Flags -cnotlike 'P*') { return $false }
    $masks = @{
        CC = 0x1; DC = 0x2; LC = 0x4; SW = 0x8; RP = 0x10; WP = 0x20; DT = 0x40; LO = 0x80; CR = 0x100
        SD = 0x10000; RC = 0x20000; WD = 0x40000; WO = 0x80000
        GA = 0x10000000L; GX = 0x20000000L; GW = 0x40000000L; GR = 0x80000000L
        FA = 0x1F01FF; FR = 0x120089; FW = 0x120116; FX = 0x1200A0
    }
    foreach ($entry in $Matches.Rights.Trim('(', ')') -split '\)\(') {
        $type, $null, $rights, $null, $null, $sid = $entry -split ';'
        if ($type -in 'D', 'OD', 'XD' -or $sid -in $trusted) { continue }
        if ($type -cne 'A') { return $false }
        $mask = [int64] 0
        if ($rights -match '\A0x[0-9a-f]{1,8}\z') { $mask = [Convert]::ToInt64($rights, 16) }
        else {
            foreach ($word in $rights -split '(..)' -ne '') {
                if (-not $masks.ContainsKey($word)) { return $false }
                $mask = $mask -bor $masks[$word]
            }
        }
        if ($mask -band $forbidden) { return $false }
    }
    $true
}

# Whether what stands there is no link and no one but administrators can change it.
function Test-TrustedItem {
    param([Parameter(Mandatory)] [string] $Path, [switch] $Closed)
    $item = Get-Item -LiteralPath $Path -Force -ErrorAction SilentlyContinue
    if (-not $item -or $item.Attributes -band [IO.FileAttributes]::ReparsePoint) { return $false }
    Test-TrustedDescriptor -Sddl (Get-Acl -LiteralPath $Path).Sddl -Closed:$Closed
}

# Belongs to SYSTEM and Administrators alone from its first moment. Each .NET offers this elsewhere.
function Add-ProtectedFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $security = New-Object -TypeName Security.AccessControl.DirectorySecurity
    $security.SetSecurityDescriptorSddlForm('O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
    if ($PSVersionTable.PSVersion.Major -lt 6) { $null = [IO.Directory]::CreateDirectory($Path, $security) }
    else { [IO.FileSystemAclExtensions]::Create([IO.DirectoryInfo] $Path, $security) }
}

# Whether the seal, where only administrators can write, has a second name in this folder: nobody else can give it
# one, so that a folder made to look like ours is found out.
function Test-SealedFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $splat = @{
        Path         = "$env:SystemRoot\System32\fsutil.exe"
        ArgumentList = 'hardlink', 'list', "$env:ProgramFiles\Mendsheet\seal.txt"
    }
    (Invoke-ReadOnlyTool @splat).Lines -contains ("$Path\seal.txt" -replace '^[^:]*:')
}

# Made where nobody else can make anything, closed and sealed there, and moved to its place at once. A move onto a
# folder that somebody has made meanwhile ends inside of it, where no seal is looked for.
function Add-SealedFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $closed = "$env:ProgramFiles\Mendsheet"
    if (-not (Test-Path -LiteralPath $closed)) { Add-ProtectedFolder -Path $closed }
    if (-not (Test-Path -LiteralPath "$closed\seal.txt")) {
        Set-Content -LiteralPath "$closed\seal.txt" -Value $script:Product
    }
    $new = "$closed\new-$([guid]::NewGuid())"
    Add-ProtectedFolder -Path $new
    $splat = @{
        Path         = "$env:SystemRoot\System32\fsutil.exe"
        ArgumentList = 'hardlink', 'create', "$new\seal.txt", "$closed\seal.txt"
    }
    $null = Invoke-NativeTool @splat
    try { Move-Item -LiteralPath $new -Destination $Path }
    catch { Write-Verbose -Message "$_" }
}

# Whether the folder of journals is ours alone, from the one below ProgramData down; made where nothing stands.
function Initialize-StateFolder {
    $base = Split-Path -Path $script:StateFolder
    $runs = "$script:StateFolder\runs"
    if (-not (Test-Path -LiteralPath $base)) { Add-SealedFolder -Path $base }
    # In this order: what is closed and sealed then cannot have been put there in between.
    $isTrusted = (Test-TrustedItem -Path $base -Closed) -and (Test-SealedFolder -Path $base)
    if ($isTrusted) {
        # Below a closed folder nobody else can be first.
        if (-not (Test-Path -LiteralPath $script:StateFolder)) { Add-ProtectedFolder -Path $script:StateFolder }
        $isTrusted = (Test-TrustedItem -Path $script:StateFolder -Closed) -and
        (-not (Test-Path -LiteralPath $runs) -or (Test-TrustedItem -Path $runs))
    }
    if (-not $isTrusted) { Write-Notice -Key 'stateNotTrusted' -With @{ Path = $base } }
    $isTrusted
}

# The open file is the lock: a killed run leaves none. Nothing when another run holds it.
function Open-RunLock {
    # .NET knows neither the drives of PowerShell nor its current folder.
    $path = Join-Path -Path (Get-Item -LiteralPath $script:StateFolder).FullName -ChildPath 'lock'
    try { [IO.File]::Open($path, 'OpenOrCreate', 'ReadWrite', 'None') }
    catch [IO.IOException] { $null }
}

# The runs on record: { Number, IsUndone, Path, Journal }.
function Get-Run {
    $folder = "$script:StateFolder\runs"
    if (-not (Test-Path -LiteralPath $folder)) { return }
    Get-ChildItem -LiteralPath $folder -Directory |
        Where-Object -Property Name -Match '\A[0-9]{1,9}(\.undone)?\z' |
        ForEach-Object {
            [pscustomobject]@{
                Number   = [int] ($_.Name -replace '\..*')
                IsUndone = $_.Name -like '*.undone'
                Path     = "$folder\$($_.Name)"
                Journal  = Join-Path -Path $_.FullName -ChildPath 'journal.txt'
            }
        }
}

# Under a number never used. A run that changes nothing does not get here. The token, its id in reports, stands
# where only administrators can write, before the journal that names it.
function Add-RunFolder {
    $highest = Get-Run | ForEach-Object { $_.Number } | Sort-Object | Select-Object -Last 1
    $number = 1 + [int] $highest
    $key = "HKLM:\SOFTWARE\Mendsheet\$script:Product\Runs"
    if (-not (Test-Path -LiteralPath $key)) { $null = New-Item -Path $key -Force }
    Set-ItemProperty -LiteralPath $key -Name "$number" -Value $script:RunId
    $folder = New-Item -Path "$script:StateFolder\runs\$number" -ItemType Directory
    $script:Journal = Join-Path -Path $folder.FullName -ChildPath 'journal.txt'
    $script:EntryCount = 0
    $script:NotedCheck = ''
    $first = "0|run|2|$script:Product|$script:ScriptName.ps1|$script:Version|$script:RunId"
    Add-JournalLine -Path $script:Journal -Text $first
}

# For the undo of one check and for -RemoveAside. A journal can be undone without these notes.
function Add-RunNote {
    param([Parameter(Mandatory)] [string] $Text, [string] $Journal = $script:Journal)
    [IO.File]::AppendAllText(($Journal -replace 'journal\.txt$', 'notes.txt'), $Text + [char] 13 + [char] 10)
}

# { Checks (first entry -> check), EndCode (null: did not end), Removed, Restoring (entries) }.
function Read-RunNote {
    param([Parameter(Mandatory)] [string] $Journal)
    $notes = [pscustomobject]@{
        Exists = $false; Checks = [ordered]@{}; EndCode = $null; Removed = @(); Restoring = @()
    }
    $file = $Journal -replace 'journal\.txt$', 'notes.txt'
    if (-not [IO.File]::Exists($file)) { return $notes }
    $notes.Exists = $true
    foreach ($line in [IO.File]::ReadAllLines($file)) {
        $number = [int] ($line -creplace '^([a-z]+) (\d{1,9})(?: [a-z0-9-]+)?$|^.*$', '0$2')
        switch -CaseSensitive -Regex ($line) {
            '^check \d' { $notes.Checks["$number"] = ($line -split ' ')[-1] }
            '^end \d' { $notes.EndCode = $number }
            '^removed \d' { $notes.Removed += @($number) }
            '^restoring \d' { $notes.Restoring += @($number) }
        }
    }
    $notes
}

# What the format of the journal or batch could trip over is written as %XX of its UTF-8 bytes.
function ConvertTo-JournalText {
    param([string] $Text)
    if (-not $Text) { return '-' }
    if ($Text -eq '-') { return '%2D' }
    $encode = {
        param($match)
        -join ([Text.Encoding]::UTF8.GetBytes($match.Value) | ForEach-Object { '%{0:X2}' -f $_ })
    }
    # Whole runs of characters, so that surrogate pairs stay together.
    [regex]::Replace($Text, '[^A-Za-z0-9 \\:._(){}$,;=+@#~\[\]/&''-]+|^ +| +$', $encode)
}

# Throws when a field was not written by the rules.
function ConvertFrom-JournalText {
    param([string] $Text)
    if ($Text -eq '-') { return '' }
    if ($Text -cnotmatch '\A(?:[A-Za-z0-9 \\:._(){}$,;=+@#~\[\]/&''-]|%[0-9A-F]{2})+\z') { throw 'malformed' }
    $strict = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false, $true
    $decode = {
        param($match)
        $bytes = $match.Value -split '%' -ne '' | ForEach-Object { [Convert]::ToByte($_, 16) }
        $strict.GetString([byte[]] @($bytes))
    }
    [regex]::Replace($Text, '(?:%[0-9A-F]{2})+', $decode)
}

# On the disk before it returns: what follows may be the last thing this PC does. Half a line is taken off first.
function Add-JournalLine {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Text)
    $stream = [IO.File]::Open($Path, 'OpenOrCreate', 'ReadWrite', 'Read')
    try {
        $end = $stream.Length
        while ($end -gt 0) {
            $stream.Position = $end - 1
            if ($stream.ReadByte() -eq 10) { break }
            $end--
        }
        $stream.SetLength($end)
        $stream.Position = $end
        $bytes = [Text.Encoding]::ASCII.GetBytes("$Text`r`n")
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Flush($true)
    }
    finally { $stream.Dispose() }
}

# Outputs the number of the entry.
function Add-JournalPlan {
    param(
        [Parameter(Mandatory)] [string] $Action,
        [Parameter(Mandatory)] [string] $Target,
        [string] $Before,
        [string] $After
    )
    # What undo would not take must not happen: a path that ends with a backslash, or has a relative part.
    $entry = [pscustomobject]@{ Action = $Action; Target = $Target; Before = $Before; After = $After }
    if (-not (Test-JournalEntry -Entry $entry)) {
        throw (Get-Message -Key 'noWayBack' -With @{ Target = $Target })
    }
    if (-not $script:Journal) { Add-RunFolder }
    $script:EntryCount++
    if ($script:NotedCheck -ne $script:CheckId) {
        Add-RunNote -Text "check $script:EntryCount $script:CheckId"
        $script:NotedCheck = $script:CheckId
    }
    $fields = $Action, $Target, $Before, $After | ForEach-Object { ConvertTo-JournalText -Text $_ }
    Add-JournalLine -Path $script:Journal -Text "$script:EntryCount|plan|$($fields -join '|')"
    $script:EntryCount
}

function Complete-JournalEntry {
    param(
        [Parameter(Mandatory)] [int] $Number,
        [ValidateSet('done', 'failed', 'undone')] [string] $State = 'done',
        [string] $Path = $script:Journal
    )
    Add-JournalLine -Path $Path -Text "$Number|$State|-|-|-|-"
}

# Whether <key>:<value> may be changed: machine-wide, by its full plain path, owned neither by a policy nor by
# servicing.
function Test-RegistryTarget {
    param([Parameter(Mandatory)] [string] $Target)
    $owned = @(
        'Policies', 'PolicyManager', 'Group Policy', 'Enrollments', 'Component Based Servicing', 'RebootRequired'
    )
    $shape = '\AHKLM\\(?:SOFTWARE|SYSTEM)(?:\\(?!\.{1,2}[\\:])[A-Za-z0-9_. {}()-]+)+:[A-Za-z0-9_. -]+\z'
    if ($Target -cnotmatch $shape) { return $false }
    # Word by word: a pattern that ignores case misses an "i" in Turkish.
    -not ($Target -split '[\\:]' | Where-Object { $_ -in $owned })
}

# A journal steers what runs elevated, so only known actions on plain names and full local paths pass.
function Test-JournalEntry {
    param([Parameter(Mandatory)] [psobject] $Entry)
    $startTypes = 'automatic', 'delayed-automatic', 'demand', 'disabled', 'boot', 'system'
    # Nothing that could be taken for a switch; no relative part, stream or wildcard.
    $isService = $Entry.Target -cmatch '\A[A-Za-z0-9_.$][A-Za-z0-9_. $-]{0,250}\z'
    $name = '(?!\.{1,2}(?:\\|\z))[^\\/:*?"<>|\x00-\x1f]*[^\\/:*?"<>|\x00-\x1f. ]'
    $isPath = $Entry.Target -cmatch "\A[A-Za-z]:(?:\\$name)+\z"
    switch -CaseSensitive ($Entry.Action) {
        'service-start-type' {
            return $isService -and $Entry.Before -cin $startTypes -and $Entry.After -cin $startTypes
        }
        'stop-service' { return $isService -and $Entry.Before -ceq 'running' }
        'start-service' { return $isService -and $Entry.Before -ceq 'stopped' }
        'set-aside' {
            if (-not $isPath -or $Entry.Before -cne 'present') { return $false }
            $shape = '\A{0}\.mendsheet[1-9][0-9]{{0,5}}\z' -f [regex]::Escape($Entry.Target)
            return $Entry.After -cmatch $shape
        }
        'registry-value' {
            $data = @(
                'absent|no-key|REG_(?:DWORD|QWORD):0x[0-9a-f]{1,16}|REG_BINARY:(?:[0-9A-F]{2})*'
                'REG_(?:SZ|EXPAND_SZ|MULTI_SZ):[\s\S]*'
            ) -join '|'
            if (-not (Test-RegistryTarget -Target $Entry.Target)) { return $false }
            return $Entry.Before -cmatch "\A(?:$data)\z" -and $Entry.After -cmatch "\A(?:any|$data)\z"
        }
        'service-security' {
            $sddl = '\AD:[A-Za-z0-9;()-]+(?:S:[A-Za-z0-9;()-]+)?\z'
            return $isService -and $Entry.Before -cmatch $sddl -and $Entry.After -cmatch $sddl
        }
        'set-clock' { return $true }
        'repair-tool' { return $true }
        'restore-point' { return $true }
    }
    $false
}

# { IsTrusted, IsOld, Line, Entries (not undone, oldest first) }. One line that does not belong, which is Line, or
# another token makes all of it untrusted. Old: written before runs had tokens.
function Read-Journal {
    param([Parameter(Mandatory)] [string] $Path, [AllowEmptyString()] [string] $Token)
    $entries = [ordered]@{}
    $result = [pscustomobject]@{ IsTrusted = $false; IsOld = $false; Line = 0; Entries = @() }
    $text = [IO.File]::ReadAllText($Path, [Text.Encoding]::GetEncoding(28591))
    # Half a line was being written when the PC stopped: its action had not begun.
    $lines = @($text.Substring(0, 1 + $text.LastIndexOf("`n")) -split '\r?\n')
    $at = 0
    while ($at -lt $lines.Count -and $lines[$at] -eq '') { $at++ }
    if ($at -eq $lines.Count) {
        $result.IsTrusted = $true
        return $result
    }
    $shape = '\A0\|run\|([0-9]+)\|([a-z0-9-]+)\|[A-Za-z0-9.+-]+\|[A-Za-z0-9.+-]+(?:\|([A-Za-z0-9-]+))?\z'
    if ($lines[$at] -cnotmatch $shape) { return $result }
    $result.IsOld = $Matches[1] -eq '1'
    $isOurs = $Matches[1] -eq '2' -and $Matches[2] -ceq $script:Product
    if (-not $isOurs -or -not $Token -or $Matches[3] -cne $Token) { return $result }
    for ($at++; $at -lt $lines.Count; $at++) {
        if ($lines[$at] -eq '') { continue }
        $result.Line = $at + 1
        $fields = $lines[$at] -split '\|'
        if ($fields.Count -ne 6 -or $fields[0] -notmatch '\A[1-9][0-9]{0,8}\z') { return $result }
        try { $values = @($fields[2..5] | ForEach-Object { ConvertFrom-JournalText -Text $_ }) }
        catch { return $result }
        $number = $fields[0]
        if ($fields[1] -ceq 'plan' -and -not $entries.Contains($number)) {
            $entry = [pscustomobject]@{
                Number = [int] $number
                Action = $values[0]
                Target = $values[1]
                Before = $values[2]
                After  = $values[3]
                State  = 'plan'
            }
            if (-not (Test-JournalEntry -Entry $entry)) { return $result }
            $entries[$number] = $entry
        }
        else {
            $isMark = $fields[1] -cin 'done', 'failed', 'undone' -and -not (-join $values)
            if (-not $isMark -or -not $entries.Contains($number)) { return $result }
            $entries[$number].State = $fields[1]
        }
    }
    $result.IsTrusted = $true
    $result.Line = 0
    $result.Entries = @($entries.Values | Where-Object -Property State -NE 'undone')
    $result
}

# What Read-Journal makes of a run, with the token that the registry has for it. Nothing of what others may write.
function Read-RunJournal {
    param([Parameter(Mandatory)] [psobject] $Run)
    $files = 'journal.txt', 'notes.txt' | ForEach-Object { "$($Run.Path)\$_" }
    $present = @($Run.Path) + @($files | Where-Object { Test-Path -LiteralPath $_ })
    foreach ($path in $present) {
        if (-not (Test-TrustedItem -Path $path)) {
            return [pscustomobject]@{ IsTrusted = $false; IsOld = $false; Line = 0; Entries = @() }
        }
    }
    $key = "HKLM:\SOFTWARE\Mendsheet\$script:Product\Runs"
    Read-Journal -Path $Run.Journal -Token (Get-RegistryValue -Path $key -Name "$($Run.Number)")
}

function Write-UnfinishedRun {
    $run = Get-Run | Sort-Object -Property Number | Select-Object -Last 1
    if (-not $run -or $run.IsUndone -or -not (Test-Path -LiteralPath $run.Journal)) { return }
    $notes = Read-RunNote -Journal $run.Journal
    $entries = @((Read-RunJournal -Run $run).Entries)
    if (($notes.Exists -and $null -eq $notes.EndCode) -or ($entries -and $entries[-1].State -eq 'plan')) {
        Write-Notice -Key 'unfinishedRun' -With @{ Run = $run.Number; Script = "$script:ScriptName.ps1" }
    }
}

# An organisation's tool would set back what we change, and may have its reasons.
function Get-ManagementStop {
    $enrolments = 'HKLM:\SOFTWARE\Microsoft\Enrollments'
    foreach ($name in Get-SubkeyName -Path $enrolments) {
        $provider = Get-RegistryValue -Path "$enrolments\$name" -Name 'ProviderID'
        $state = Get-RegistryValue -Path "$enrolments\$name" -Name 'EnrollmentState'
        if ($provider -and $state -eq 1) {
            New-GuardStop -Code 12 -Reason 'managed' -Evidence @{ Provider = "MDM ($provider)" }
        }
    }
    if (Test-Path -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec') {
        New-GuardStop -Code 12 -Reason 'managed' -Evidence @{ Provider = 'Configuration Manager' }
    }
}

# Changes before a restart that servicing waits for could strand what it has staged.
function Get-RestartStop {
    foreach ($cause in Get-RestartCause) {
        New-GuardStop -Code 13 -Reason 'restartPending' -Evidence @{ Cause = $cause }
    }
}

# DismHost is none: Defender opens sessions of DISM by itself.
function Get-InstallerStop {
    foreach ($process in @(Get-Process -Name 'SetupHost', 'SetupPrep', 'wusa' -ErrorAction SilentlyContinue)) {
        New-GuardStop -Code 14 -Reason 'installerBusy' -Evidence @{ Name = $process.Name }
    }
    if (Test-Path -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress') {
        New-GuardStop -Code 14 -Reason 'installerBusy' -Evidence @{ Name = 'Windows Installer' }
    }
}

# Power that runs out half-way leaves more to repair than there was.
function Get-PowerStop {
    # 1, 4, 5: discharging, low, critical. A PC without a battery has no such object.
    $query = @{ ClassName = 'Win32_Battery'; OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    try { $batteries = @(Invoke-WithLimit -Command 'Get-CimInstance' -Parameter $query -TimeoutSeconds 40) }
    catch { return }
    $onBattery = @($batteries | Where-Object { $_.BatteryStatus -in 1, 4, 5 })
    if ($batteries -and $onBattery.Count -eq $batteries.Count) { New-GuardStop -Code 1 -Reason 'onBattery' }
}

# Room for journals and for what Windows rebuilds at once. A figure that cannot be read does not stop.
function Get-SpaceStop {
    $free = Get-FreeSpace
    if ($null -ne $free -and $free -lt 512MB) {
        $evidence = @{ Drive = "$env:SystemRoot".Substring(0, 2); FreeMegabytes = [math]::Floor($free / 1MB) }
        New-GuardStop -Code 1 -Reason 'diskFull' -Evidence $evidence
    }
}

# The processes in which servicing works; none when it is idle.
function Get-ServicingWorker {
    Get-Process -Name 'TiWorker' -ErrorAction SilentlyContinue
}

# Looked for before anything else: { Stops, Workers }. What servicing does then is not of our making.
function Get-Guard {
    [pscustomobject]@{
        Workers = @(Get-ServicingWorker | ForEach-Object { $_.Id })
        Stops   = @(
            Get-ManagementStop
            if ($script:HasProductGuard) { Test-ProductGuard }
            Get-RestartStop
            Get-InstallerStop
            Get-PowerStop
            Get-SpaceStop
        )
    }
}

# Waits until servicing is idle. Reading the health of the component store starts it, too, and it ends by itself
# two minutes after its work: a worker that came during this run is idle when it has used no time for a minute. One
# that was there before belongs to others, and must end.
function Get-ServicingStop {
    param([Parameter(Mandatory)] [psobject] $Guard, [int] $TimeoutSeconds = 300)
    # A preview changes nothing, so it has nothing to wait for.
    if ($WhatIfPreference) { return }
    $idleSince = 0
    $used = -1
    for ($waited = 0; $waited -le $TimeoutSeconds; $waited += 5) {
        $workers = @(Get-ServicingWorker)
        $others = @($workers | Where-Object { $_.Id -in $Guard.Workers })
        if (-not $workers) { break }
        $now = ($workers | Measure-Object -Property CPU -Sum).Sum
        if ($now - $used -ge 0.5) {
            $used = $now
            $idleSince = $waited
        }
        if (-not $others -and $waited - $idleSince -ge 60) {
            $workers = @()
            break
        }
        if ($waited -eq 0) { Write-Notice -Key 'servicingAwaited' -With @{ Minutes = $TimeoutSeconds / 60 } }
        Write-Step -Id 2 -Text "TiWorker $waited s"
        Start-Sleep -Seconds 5
    }
    Write-Step -Id 2 -Complete
    if ($workers) { New-GuardStop -Code 14 -Reason 'installerBusy' -Evidence @{ Name = 'TiWorker' } }
}

# Before the first change: 0, or the exit code of the weightiest reason to make none. Says all reasons.
function Get-GuardCode {
    param([Parameter(Mandatory)] [psobject] $Guard, [switch] $AllowManaged)
    $stops = @($Guard.Stops)
    $isFinal = @($stops | Where-Object { $_.Code -ne 12 -or -not $AllowManaged }).Count -gt 0
    if (-not $isFinal) { $stops += @(Get-ServicingStop -Guard $Guard) }
    $code = 0
    foreach ($weight in 12, 13, 14, 1) {
        foreach ($stop in $stops | Where-Object -Property Code -EQ $weight) {
            $text = Get-ReasonText -Words 'guard' -Reason $stop.Reason -Evidence $stop.Evidence
            if ($AllowManaged -and $stop.Code -eq 12) {
                Write-Notice -Key 'allowedAlthough' -With @{ Reason = $text }
                continue
            }
            Write-Notice -Key 'guarded' -With @{ Reason = $text }
            if ($code -eq 0) { $code = $stop.Code }
        }
    }
    $code
}

# Of a file, or of all files below a folder that can be seen.
function Get-ItemSize {
    param([Parameter(Mandatory)] [string] $Path)
    $bytes = [int64] 0
    $files = Get-ChildItem -LiteralPath $Path -Recurse -Force -File -ErrorAction SilentlyContinue
    foreach ($file in $files) { $bytes += $file.Length }
    $bytes
}

# Of the given paths, from this run and before: { Path, Bytes }.
function Get-AsideFolder {
    param([string[]] $Target)
    foreach ($path in $Target | Sort-Object -Unique) {
        $parent = Split-Path -Path $path
        $pattern = '\A{0}\.mendsheet[0-9]+\z' -f [regex]::Escape((Split-Path -Path $path -Leaf))
        $found = Get-ChildItem -LiteralPath $parent -Force | Where-Object -Property Name -Match $pattern
        foreach ($aside in $found | Sort-Object -Property { [int] ($_.Name -replace '.*\D') }) {
            $path = Join-Path -Path $parent -ChildPath $aside.Name
            [pscustomobject]@{ Path = $path; Bytes = Get-ItemSize -Path $path }
        }
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

# Keeps the report that could not be written where only administrators write, or sends what earlier runs kept.
# Whatever fails here fails nothing else.
function Send-KeptReport {
    param([string] $Path)
    $folder = "$script:StateFolder\reports"
    try {
        # A path with an ending is a file that each run writes anew.
        if ($script:Unsent -and [IO.Path]::GetExtension($Path)) { return }
        if (-not (Test-Path -LiteralPath $folder)) {
            if (-not $script:Unsent) { return }
            Add-ProtectedFolder -Path $folder
        }
        if (-not (Test-TrustedItem -Path $folder -Closed)) { return }
        $form = "\A$script:Product-[0-9a-f-]+\.(json|txt|csv|html)\z"
        $isOurs = { $_.Name -match $form -and (Test-TrustedItem -Path "$folder\$($_.Name)") }
        $kept = @(Get-ChildItem -LiteralPath $folder -File | Where-Object $isOurs |
                Sort-Object -Property LastWriteTimeUtc -Descending)
        if ($script:Unsent) {
            $name, $bytes = $script:Unsent
            $size = $bytes.Length
            for ($at = 0; $at -lt $kept.Count; $at++) {
                $size += $kept[$at].Length
                if ($at -ge 19 -or $size -gt 5MB) { Remove-Item -LiteralPath "$folder\$($kept[$at].Name)" }
            }
            # .NET knows no drives of PowerShell.
            $new = Join-Path -Path (Get-Item -LiteralPath $folder).FullName -ChildPath 'new'
            [IO.File]::WriteAllBytes($new, $bytes)
            Move-Item -LiteralPath $new -Destination "$folder\$name"
            return Write-Notice -Key 'reportKept'
        }
        if (-not (Test-Path -LiteralPath $Path -PathType Container)) { return }
        foreach ($one in $kept) {
            $file = "$folder\$($one.Name)"
            Copy-Item -LiteralPath $file -Destination $Path -Force
            Remove-Item -LiteralPath $file
        }
    }
    catch { Write-Verbose -Message "$_" }
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
#region Actions

# Every change passes here: -WhatIf says it, -Confirm asks, and what is done is kept for the report.
function Confirm-Change {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string] $Text)
    if ($WhatIfPreference) {
        Write-Notice -Key 'whatIf' -With @{ Change = $Text }
        return $false
    }
    $ConfirmPreference = $script:ConfirmLevel
    if (-not $PSCmdlet.ShouldProcess($Text, $Text, "Mendsheet $script:Product")) { return $false }
    $script:Changes += @($Text)
    $true
}

# As the service manager stores it; nothing when there is no such service.
function Get-ServiceStartType {
    param([Parameter(Mandatory)] [string] $Name)
    $key = "HKLM:\SYSTEM\CurrentControlSet\Services\$Name"
    $start = Get-RegistryValue -Path $key -Name 'Start'
    if ($null -eq $start) { return }
    $isDelayed = (Get-RegistryValue -Path $key -Name 'DelayedAutostart') -eq 1
    if ($start -eq 2 -and $isDelayed) { return 'delayed-automatic' }
    @('boot', 'system', 'automatic', 'demand', 'disabled')[$start]
}

function Wait-ServiceStatus {
    param([string] $Name, [ValidateSet('Running', 'Stopped')] [string] $Status, [int] $TimeoutSeconds = 60)
    foreach ($halfSecond in 0..(2 * $TimeoutSeconds)) {
        if ((Get-Service -Name $Name).Status -eq $Status) { return $true }
        if ($halfSecond -gt 2) { Write-Step -Id 2 -Text "$Name $([math]::Floor($halfSecond / 2)) s" }
        Start-Sleep -Milliseconds 500
    }
    $false
}

# sc.exe takes delayed start, answers with a number and does not wait. Outputs that number.
function Invoke-ServiceControl {
    param([Parameter(Mandatory)] [string[]] $ArgumentList)
    $splat = @{ Path = "$env:SystemRoot\System32\sc.exe"; ArgumentList = $ArgumentList; TimeoutSeconds = 30 }
    $answer = Invoke-NativeTool @splat
    # 1053: the service did not respond in time.
    if ($answer.TimedOut) { 1053 } else { $answer.ExitCode }
}

function ConvertTo-ScStartType {
    param([Parameter(Mandatory)] [string] $StartType)
    switch ($StartType) {
        'automatic' { 'auto' }
        'delayed-automatic' { 'delayed-auto' }
        default { $StartType }
    }
}

function Set-ServiceStartType {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [ValidateSet('automatic', 'delayed-automatic', 'demand')] [string] $StartType
    )
    $before = Get-ServiceStartType -Name $Name
    if (-not $before) { throw (Get-Message -Key 'serviceMissing' -With @{ Name = $Name }) }
    if ($before -eq $StartType) { return }
    $with = @{ Name = $Name; Before = $before; After = $StartType }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doStartType' -With $with))) { return }
    $entry = Add-JournalPlan -Action 'service-start-type' -Target $Name -Before $before -After $StartType
    $word = ConvertTo-ScStartType -StartType $StartType
    $code = Invoke-ServiceControl -ArgumentList 'config', $Name, 'start=', $word
    $isDone = $code -eq 0 -and (Get-ServiceStartType -Name $Name) -eq $StartType
    if ($isDone) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'startTypeFailed' -With @{ Name = $Name; Code = $code })
}

# First what depends on it. Outputs what it has stopped, in order, to be started again. A service that will not
# stop is no reason to give up: whether it matters shows when its files are touched.
function Stop-RunningService {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Name, [int] $TimeoutSeconds = 60)
    $service = Get-Service -Name $Name -ErrorAction SilentlyContinue
    if (-not $service -or $service.Status -eq 'Stopped') { return }
    # A disabled service could not be started again afterwards.
    if ((Get-ServiceStartType -Name $service.Name) -eq 'disabled') {
        return Write-Notice -Key 'stopDisabled' -With @{ Name = $service.Name }
    }
    foreach ($dependent in $service.DependentServices) {
        Stop-RunningService -Name $dependent.Name -TimeoutSeconds $TimeoutSeconds
    }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doStop' -With @{ Name = $service.Name }))) { return }
    $entry = Add-JournalPlan -Action 'stop-service' -Target $service.Name -Before 'running' -After 'stopped'
    $script:StoppedServices += @($service.Name)
    $code = Invoke-ServiceControl -ArgumentList 'stop', $service.Name
    # 1061: it is stopping already; 1062: it has stopped by itself.
    $splat = @{ Name = $service.Name; Status = 'Stopped'; TimeoutSeconds = $TimeoutSeconds }
    if ($code -in 0, 1061, 1062 -and (Wait-ServiceStatus @splat)) {
        Complete-JournalEntry -Number $entry
        return $service.Name
    }
    Complete-JournalEntry -Number $entry -State 'failed'
    Write-Notice -Key 'stopFailed' -With @{ Name = $service.Name; Code = $code }
}

function Start-StoppedService {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Name, [int] $TimeoutSeconds = 60)
    $service = Get-Service -Name $Name -ErrorAction SilentlyContinue
    if (-not $service -or $service.Status -eq 'Running') { return }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doStart' -With @{ Name = $service.Name }))) { return }
    $entry = Add-JournalPlan -Action 'start-service' -Target $service.Name -Before 'stopped' -After 'running'
    $code = Invoke-ServiceControl -ArgumentList 'start', $service.Name
    # 1056: something else has started it meanwhile.
    $splat = @{ Name = $service.Name; Status = 'Running'; TimeoutSeconds = $TimeoutSeconds }
    if ($code -in 0, 1056 -and (Wait-ServiceStatus @splat)) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    Write-Notice -Key 'startFailed' -With @{ Name = $service.Name; Code = $code }
}

# The next free name beside a path. No generation is ever reused or replaced.
function Get-AsidePath {
    param([Parameter(Mandatory)] [string] $Path)
    $generation = 1
    while (Test-Path -LiteralPath "$Path.mendsheet$generation") { $generation++ }
    "$Path.mendsheet$generation"
}

# Services that a trigger starts again may hold the item, so those stopped are stopped again between attempts.
function Rename-HeldItem {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $NewPath)
    foreach ($attempt in 1..5) {
        if ($attempt -gt 1) {
            Write-Step -Id 2 -Text "$Path ($attempt/5)"
            foreach ($name in $script:StoppedServices) {
                if ((Get-Service -Name $name).Status -eq 'Stopped') { continue }
                $null = Invoke-ServiceControl -ArgumentList 'stop', $name
            }
            Start-Sleep -Seconds 3
        }
        Rename-Item -LiteralPath $Path -NewName (Split-Path -Path $NewPath -Leaf) -ErrorAction SilentlyContinue
        if (Test-Path -LiteralPath $NewPath) { return $true }
    }
    $false
}

# Renames to a numbered name beside it. Nothing is deleted, so undo can bring it back.
function Move-ItemAside {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Path)
    if (-not (Test-Path -LiteralPath $Path)) { return }
    # Windows makes it anew beside it.
    foreach ($stop in Get-SpaceStop) { throw (Get-Message -Key $stop.Reason -With $stop.Evidence) }
    $aside = Get-AsidePath -Path $Path
    $text = Get-Message -Key 'doSetAside' -With @{ Path = $Path; Aside = $aside }
    if (-not (Confirm-Change -Text $text)) { return }
    $entry = Add-JournalPlan -Action 'set-aside' -Target $Path -Before 'present' -After $aside
    $script:AsideTargets += @($Path)
    if (Rename-HeldItem -Path $Path -NewPath $aside) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'inUse' -With @{ Path = $Path })
}

# <type>:<data>, "absent", or "no-key" without its key; nothing when of a type that cannot be written back.
function Get-RegistrySnapshot {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name)
    if (-not (Test-Path -LiteralPath $Path)) { return 'no-key' }
    $key = Get-Item -LiteralPath $Path
    try {
        if ($Name -notin $key.GetValueNames()) { return 'absent' }
        $kind = "$($key.GetValueKind($Name))"
        $data = $key.GetValue($Name, $null, 'DoNotExpandEnvironmentNames')
    }
    finally { $key.Close() }
    switch ($kind) {
        'String' { "REG_SZ:$data" }
        'ExpandString' { "REG_EXPAND_SZ:$data" }
        'MultiString' { "REG_MULTI_SZ:$($data -join "`n")" }
        'DWord' { 'REG_DWORD:0x{0:x}' -f $data }
        'QWord' { 'REG_QWORD:0x{0:x}' -f $data }
        'Binary' { 'REG_BINARY:' + [BitConverter]::ToString($data).Replace('-', '') }
    }
}

# Outputs whether it is so now. A key made for a value goes with it, if nothing else lives there.
function Write-RegistrySnapshot {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Value
    )
    $present = Get-RegistrySnapshot -Path $Path -Name $Name
    if ($present -ceq $Value) { return $true }
    if ($Value -in 'absent', 'no-key') {
        if ($present -notin 'absent', 'no-key') { Remove-ItemProperty -LiteralPath $Path -Name $Name }
        if ($Value -eq 'no-key' -and (Test-Path -LiteralPath $Path)) {
            $key = Get-Item -LiteralPath $Path
            $isEmpty = -not $key.GetValueNames() -and -not (Get-SubkeyName -Path $Path)
            $key.Close()
            if ($isEmpty) { Remove-Item -LiteralPath $Path }
        }
        return (Get-RegistrySnapshot -Path $Path -Name $Name) -in 'absent', 'no-key'
    }
    $type, $data = $Value -split ':', 2
    $typed = switch ($type) {
        'REG_DWORD' { 'DWord', [Convert]::ToInt32($data, 16) }
        'REG_QWORD' { 'QWord', [Convert]::ToInt64($data, 16) }
        'REG_BINARY' {
            $bytes = $data -split '(..)' -ne '' | ForEach-Object { [Convert]::ToByte($_, 16) }
            'Binary', [byte[]] @($bytes)
        }
        'REG_MULTI_SZ' { 'MultiString', [string[]] @(if ($data) { $data -split "`n" }) }
        'REG_EXPAND_SZ' { 'ExpandString', $data }
        'REG_SZ' { 'String', $data }
    }
    if ($present -eq 'no-key') { $null = New-Item -Path $Path }
    $splat = @{ LiteralPath = $Path; Name = $Name; PropertyType = $typed[0]; Value = $typed[1] }
    $null = New-ItemProperty @splat -Force
    (Get-RegistrySnapshot -Path $Path -Name $Name) -ceq $Value
}

# <type>:<data>, such as "REG_DWORD:0x1", or "absent" to remove it. Makes a missing key, but none above it.
function Set-RegistryValue {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Value
    )
    $target = '{0}:{1}' -f ($Path -replace '^HKLM:', 'HKLM'), $Name
    # Without its colon the key would be a folder here, and a key in the journal.
    if ($Path -notlike 'HK??:\*' -or -not (Test-RegistryTarget -Target $target)) {
        throw (Get-Message -Key 'registryOwned' -With @{ Target = $target })
    }
    $before = Get-RegistrySnapshot -Path $Path -Name $Name
    if ($before -ceq $Value -or ($Value -eq 'absent' -and $before -eq 'no-key')) { return }
    $with = @{ Target = $target; Before = $before; After = $Value }
    # What cannot be captured cannot be restored.
    if (-not $before) { throw (Get-Message -Key 'registryFailed' -With $with) }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doRegistry' -With $with))) { return }
    $entry = Add-JournalPlan -Action 'registry-value' -Target $target -Before $before -After $Value
    if (Write-RegistrySnapshot -Path $Path -Name $Name -Value $Value) {
        return Complete-JournalEntry -Number $entry
    }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'registryFailed' -With $with)
}

# Sets the access list (D: of SDDL). What is audited (S:) stays as it is.
function Set-ServiceSecurity {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [ValidatePattern('\AD:[A-Za-z0-9;()-]+\z')] [string] $Sddl
    )
    $before = Get-ServiceSecurity -Name $Name
    if (-not $before) { throw (Get-Message -Key 'securityFailed' -With @{ Name = $Name; Code = 5 }) }
    $after = $Sddl + ($before -creplace '^D:[^:]*?(?=S:|$)')
    if ($before -ceq $after) { return }
    $with = @{ Name = $Name; Before = $before; After = $after }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doSecurity' -With $with))) { return }
    $entry = Add-JournalPlan -Action 'service-security' -Target $Name -Before $before -After $after
    $code = Invoke-ServiceControl -ArgumentList 'sdset', $Name, $after
    if ($code -eq 0) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'securityFailed' -With @{ Name = $Name; Code = $code })
}

# netsh writes the values, for 64 and 32 bits; both are kept first, so that undo writes them back.
function Reset-WinHttpProxy {
    [CmdletBinding(SupportsShouldProcess)]
    param()
    $name = 'WinHttpSettings'
    $captured = [ordered]@{}
    foreach ($software in 'SOFTWARE', 'SOFTWARE\WOW6432Node') {
        $key = "HKLM:\$software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections"
        # Without the key there is nothing to lose.
        $snapshot = Get-RegistrySnapshot -Path $key -Name $name
        if ($snapshot -ne 'no-key') { $captured["$($key -replace '^HKLM:', 'HKLM'):$name"] = $snapshot }
    }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doWinHttpProxy'))) { return }
    $entries = @($captured.Keys | ForEach-Object {
            Add-JournalPlan -Action 'registry-value' -Target $_ -Before $captured[$_] -After 'any'
        })
    $splat = @{
        Path           = "$env:SystemRoot\System32\netsh.exe"
        ArgumentList   = 'winhttp', 'reset', 'proxy'
        TimeoutSeconds = 60
    }
    $answer = Invoke-NativeTool @splat
    $isDone = -not $answer.TimedOut -and $answer.ExitCode -eq 0
    $state = if ($isDone) { 'done' } else { 'failed' }
    foreach ($entry in $entries) { Complete-JournalEntry -Number $entry -State $state }
    if ($isDone) { return }
    $with = @{ Command = 'netsh winhttp reset proxy'; Code = $answer.ExitCode; Minutes = 1 }
    throw (Get-Message -Key $(if ($answer.TimedOut) { 'toolTimedOut' } else { 'toolFailed' }) -With $with)
}

# Undo cannot bring the catalogue back: only programs can enter themselves. It is kept beside the journal to read.
function Reset-WinsockCatalog {
    [CmdletBinding(SupportsShouldProcess)]
    param()
    if (-not (Confirm-Change -Text (Get-Message -Key 'doWinsock'))) { return }
    $system = "$env:SystemRoot\System32"
    $entry = Add-JournalPlan -Action 'repair-tool' -Target 'netsh' -Before 'winsock.reg' -After 'winsock reset'
    $file = Join-Path -Path (Split-Path -Path $script:Journal) -ChildPath 'winsock.reg'
    $key = 'HKLM\SYSTEM\CurrentControlSet\Services\WinSock2\Parameters'
    $splat = @{ Path = "$system\reg.exe"; ArgumentList = 'export', $key, $file, '/y'; TimeoutSeconds = 60 }
    $answer = Invoke-NativeTool @splat
    if ($answer.ExitCode -eq 0) {
        $splat = @{ Path = "$system\netsh.exe"; ArgumentList = 'winsock', 'reset'; TimeoutSeconds = 60 }
        $answer = Invoke-NativeTool @splat
    }
    if ($answer.ExitCode -eq 0) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    $with = @{ Command = Split-Path -Path $splat.Path -Leaf; Code = $answer.ExitCode; Minutes = 1 }
    throw (Get-Message -Key $(if ($answer.TimedOut) { 'toolTimedOut' } else { 'toolFailed' }) -With $with)
}

# To what two independent witnesses agree on at this moment, and only that: one answer, whoever it comes from, sets
# no clock. A PC of a domain or a cloud directory has a source of its own and is left to it. Outputs whether it was
# set. Time cannot be taken back; the journal keeps both readings.
function Set-SystemClock {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string[]] $Witness, [Parameter(Mandatory)] [string] $Floor)
    $membership = Get-Membership
    if ($membership.Role -notin 0, 2 -or $membership.IsCloudJoined) { return $false }
    $offset = (Get-ClockOffset -Witness $Witness -Floor $Floor).Offset
    if ($null -eq $offset) { throw (Get-Message -Key 'clockNotWitnessed') }
    $tell = { $args[0].ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture) }
    $after = & $tell (Get-Date).ToUniversalTime().Add($offset)
    if (-not (Confirm-Change -Text (Get-Message -Key 'doSetClock' -With @{ Now = $after }))) { return $false }
    # The person may have thought about it for a while.
    $before = (Get-Date).ToUniversalTime()
    $splat = @{
        Action = 'set-clock'
        Target = 'UTC'
        Before = & $tell $before
        After  = & $tell $before.Add($offset)
    }
    $entry = Add-JournalPlan @splat
    $null = Set-Date -Adjust $offset
    $missed = ((Get-Date).ToUniversalTime() - $before - $offset).TotalSeconds
    if ([math]::Abs($missed) -lt 30) {
        Complete-JournalEntry -Number $entry
        return $true
    }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'clockFailed')
}

# Only the tool knows what it changes, so it cannot be undone, and journal, preview and report say so. Outputs the
# exit code, nothing in a preview; its words are translated and are not read.
function Invoke-RepairTool {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [ValidateSet('w32tm', 'sfc', 'dism', 'netsh', 'wusa')] [string] $Tool,
        [Parameter(Mandatory)] [string[]] $ArgumentList,
        [Parameter(Mandatory)] [int] $TimeoutSeconds,
        [int[]] $SuccessCode = @(0)
    )
    $command = "$Tool $(ConvertTo-ArgumentText -ArgumentList $ArgumentList)"
    $words = @{ Command = $command; Minutes = [math]::Ceiling($TimeoutSeconds / 60) }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doRepairTool' -With $words))) { return }
    # Without a progress bar, this tells why nothing happens for a while.
    if ($script:OutputFormat -in 'Text', 'Object') { Write-Line -Text (Get-Message -Key 'toolRuns' -With $words) }
    $entry = Add-JournalPlan -Action 'repair-tool' -Target $Tool -After ($ArgumentList -join ' ')
    $splat = @{
        Path           = "$env:SystemRoot\System32\$Tool.exe"
        ArgumentList   = $ArgumentList
        TimeoutSeconds = $TimeoutSeconds
    }
    $answer = Invoke-NativeTool @splat
    if (-not $answer.TimedOut -and $answer.ExitCode -in $SuccessCode) {
        Complete-JournalEntry -Number $entry
        # ERROR_SUCCESS_REBOOT_REQUIRED: done, but for what only a restart can replace.
        if ($answer.ExitCode -eq 3010) {
            $script:NeedsRestart = $true
            Write-Notice -Key 'toolWaitsForRestart' -With $words
        }
        return $answer.ExitCode
    }
    Complete-JournalEntry -Number $entry -State 'failed'
    if ($answer.TimedOut) { throw (Get-Message -Key 'toolTimedOut' -With $words) }
    $words.Code = if ($answer.ExitCode -lt 0) { '0x{0:X8}' -f $answer.ExitCode } else { $answer.ExitCode }
    if ($answer.ExitCode -lt 0 -and $script:ErrorCodes) {
        $words.Code += ": $((Get-ErrorMeaning -Code $words.Code).Meaning)"
    }
    throw (Get-Message -Key 'toolFailed' -With $words)
}

# Windows answers success and makes none within its limit, so only a higher number counts. Undo leaves it.
function Add-RestorePoint {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Description)
    if (-not (Confirm-Change -Text (Get-Message -Key 'doRestorePoint' -With @{ Name = $Description }))) { return }
    $read = @{ Namespace = 'root/default'; ClassName = 'SystemRestore'; OperationTimeoutSec = 60 }
    $before = @(Get-CimInstance @read | ForEach-Object { $_.SequenceNumber } | Sort-Object)
    $highest = if ($before) { $before[-1] } else { 0 }
    $entry = Add-JournalPlan -Action 'restore-point' -Target $Description -Before "$highest"
    Write-Step -Id 2 -Text $Description
    # MODIFY_SETTINGS, BEGIN_SYSTEM_CHANGE
    $words = @{ Description = $Description; RestorePointType = [uint32] 12; EventType = [uint32] 100 }
    $make = @{
        Namespace           = 'root/default'
        ClassName           = 'SystemRestore'
        MethodName          = 'CreateRestorePoint'
        Arguments           = $words
        OperationTimeoutSec = 900
    }
    $answer = Invoke-CimMethod @make
    $made = @(Get-CimInstance @read | Where-Object -Property SequenceNumber -GT $highest)
    Write-Step -Id 2 -Complete
    if ($answer.ReturnValue -eq 0 -and $made) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'restorePointFailed' -With @{ Code = $answer.ReturnValue })
}

# Per check: detect, guards once before the first change, repair, detect again. What is no problem is left alone,
# and may have been healed by an earlier repair, unless it is forced. Sets the exit code.
function Invoke-Repair {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param(
        [hashtable[]] $Row,
        [Parameter(Mandatory)] [psobject] $Machine,
        [psobject] $Guard = (Get-Guard),
        [switch] $AllowManaged,
        [switch] $Force
    )
    $stopCode = $null
    $needsRestart = $false
    $mustStop = $false
    $done = 0
    $tally = @{ Preview = 0; Unchanged = 0; Repaired = 0; NotConfirmed = 0; Failed = 0; Blocked = 0 }
    foreach ($each in $Row) {
        $script:CheckId = $each.Id
        Write-Step -Text (Get-Message -Key "title.$($each.Id)") -Done $done -Of $Row.Count
        $done++
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $script:Changes = @()
        $script:NeedsRestart = $false
        $failure = ''
        $before = $after = Invoke-Detection -Row $each -Machine $Machine
        if ($before.Status -eq 'NotApplicable' -or (-not $Force -and $before.Status -ne 'Problem')) {
            ConvertTo-CheckResult -Row $each -Finding $before -Elapsed $clock.Elapsed
            continue
        }
        if ($null -eq $stopCode) { $stopCode = Get-GuardCode -Guard $Guard -AllowManaged:$AllowManaged }
        $isBlocked = $stopCode -ne 0 -or $mustStop
        if (-not $isBlocked) {
            try { $null = & $each.Repair }
            catch { $failure = Get-FailureText -Record $_ }
            finally {
                # A body that failed half-way must not leave a service stopped.
                foreach ($name in $script:StoppedServices) { Start-StoppedService -Name $name }
            }
            if (-not $WhatIfPreference) { $after = Invoke-Detection -Row $each -Machine $Machine }
        }
        $outcome = if ($isBlocked) { 'Blocked' }
        elseif ($failure) { 'Failed' }
        elseif ($WhatIfPreference) { 'Preview' }
        elseif ($after.Status -eq 'Unknown') { 'NotConfirmed' }
        elseif ($after.Status -eq 'Problem') {
            # What a tool leaves to the next restart can only be judged after it.
            if ($script:NeedsRestart) { 'NotConfirmed' } else { 'Failed' }
        }
        elseif ($script:Changes) { 'Repaired' }
        else { 'Unchanged' }
        $tally[$outcome]++
        # The guard of the next run would say the same: what servicing has staged comes first.
        if ($script:NeedsRestart) { $mustStop = $true }
        if ($mustStop -or ($outcome -eq 'Repaired' -and $each.Restart)) { $needsRestart = $true }
        $splat = @{
            Row     = $each
            Finding = $after
            Elapsed = $clock.Elapsed
            Before  = $before.Status
            Outcome = $outcome
            Failure = $failure
            Changes = $script:Changes
        }
        ConvertTo-CheckResult @splat
    }
    Write-Step -Complete
    $bad = $tally.Failed + $tally.NotConfirmed
    if ($mustStop) { $bad += $tally.Blocked }
    $script:ExitCode = if ($stopCode) { $stopCode }
    elseif ($bad -gt 0) { if ($tally.Repaired -gt 0) { 3 } else { 1 } }
    elseif ($needsRestart) { 3010 }
    else { 0 }
}

# Looks at all of them first, and repairs what is a problem, the least invasive first.
function Invoke-FoundRepair {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param(
        [hashtable[]] $Row,
        [Parameter(Mandatory)] [psobject] $Machine,
        [switch] $AllowManaged
    )
    $guard = Get-Guard
    $done = 0
    $results = @(
        foreach ($each in $Row) {
            Write-Step -Text (Get-Message -Key "title.$($each.Id)") -Done $done -Of $Row.Count
            $done++
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $finding = Invoke-Detection -Row $each -Machine $Machine
            ConvertTo-CheckResult -Row $each -Finding $finding -Elapsed $clock.Elapsed
        }
    )
    $results | Where-Object -Property Status -NE 'Problem'
    $problems = @((Get-Diagnosis -Result $results).Ranking | Where-Object -Property Status -EQ 'Problem')
    $found = @(foreach ($problem in $problems) { $Row | Where-Object { $_.Id -eq $problem.Id } })
    Invoke-Repair -Row $found -Machine $Machine -Guard $guard -AllowManaged:$AllowManaged
    if ($script:ExitCode -eq 0 -and @($results | Where-Object -Property Status -EQ 'Unknown')) {
        $script:ExitCode = 2
    }
}

function Restore-ServiceStartType {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $StartType)
    if ((Get-ServiceStartType -Name $Name) -eq $StartType) { return $true }
    $word = ConvertTo-ScStartType -StartType $StartType
    $null = Invoke-ServiceControl -ArgumentList 'config', $Name, 'start=', $word
    (Get-ServiceStartType -Name $Name) -eq $StartType
}

function Restore-RegistryValue {
    param([Parameter(Mandatory)] [string] $Target, [Parameter(Mandatory)] [string] $Before)
    $key, $name = $Target -split ':', 2
    Write-RegistrySnapshot -Path ($key -replace '^HKLM', 'HKLM:') -Name $name -Value $Before
}

function Restore-ServiceSecurity {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $Sddl)
    if ((Get-ServiceSecurity -Name $Name) -ceq $Sddl) { return $true }
    $null = Invoke-ServiceControl -ArgumentList 'sdset', $Name, $Sddl
    (Get-ServiceSecurity -Name $Name) -ceq $Sddl
}

# What Windows made in its place is set aside in turn. Without the aside item it was never moved, or is back.
function Restore-AsideItem {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Aside)
    if (-not (Test-Path -LiteralPath $Aside)) { return Test-Path -LiteralPath $Path }
    if (Test-Path -LiteralPath $Path) {
        $replacement = Get-AsidePath -Path $Path
        if (-not (Rename-HeldItem -Path $Path -NewPath $replacement)) { return $false }
        Write-Notice -Key 'replacementKept' -With @{ Path = $Path; Aside = $replacement }
    }
    Rename-HeldItem -Path $Aside -NewPath $Path
}

# Writes no plan: undo reads those there are. Outputs success. What depends on a service stops before it.
function Restore-ServiceStatus {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [ValidateSet('running', 'stopped')] [string] $Status
    )
    $service = Get-Service -Name $Name -ErrorAction SilentlyContinue
    if (-not $service) { return $false }
    if ($service.Status -eq $Status) { return $true }
    if ($Status -eq 'stopped') {
        foreach ($dependent in $service.DependentServices | Where-Object -Property Status -NE 'Stopped') {
            # Nobody could start a disabled service again.
            if ((Get-ServiceStartType -Name $dependent.Name) -eq 'disabled') { continue }
            $null = Restore-ServiceStatus -Name $dependent.Name -Status 'stopped'
        }
        $script:StoppedServices += @($Name)
    }
    $verb = if ($Status -eq 'running') { 'start' } else { 'stop' }
    $null = Invoke-ServiceControl -ArgumentList $verb, $Name
    Wait-ServiceStatus -Name $Name -Status $Status
}

# Undo starts and stops services around this, and has said before what it cannot undo: both count as settled here.
# What cannot be restored must not keep the others from it.
function Restore-Entry {
    param([Parameter(Mandatory)] [psobject] $Entry, [Parameter(Mandatory)] [string] $Journal)
    try {
        $isRestored = switch ($Entry.Action) {
            'set-aside' {
                # Noted first: an undo that is cut off behind it has brought it back.
                Add-RunNote -Text "restoring $($Entry.Number)" -Journal $Journal
                Restore-AsideItem -Path $Entry.Target -Aside $Entry.After
            }
            'service-start-type' { Restore-ServiceStartType -Name $Entry.Target -StartType $Entry.Before }
            'service-security' { Restore-ServiceSecurity -Name $Entry.Target -Sddl $Entry.Before }
            'registry-value' { Restore-RegistryValue -Target $Entry.Target -Before $Entry.Before }
            default { return $true }
        }
    }
    catch {
        Write-Verbose -Message "$($Entry.Target): $_"
        return $false
    }
    if ($isRestored) { Complete-JournalEntry -Number $Entry.Number -State 'undone' -Path $Journal }
    $isRestored
}

# The newest run with something to undo, or the one of that number, with its entries of all or some checks.
function Get-UndoableRun {
    param([int] $Number, [string[]] $Check)
    $runs = Get-Run | Where-Object -Property IsUndone -EQ $false | Sort-Object -Property Number -Descending
    foreach ($each in $runs) {
        if ($Number -and $each.Number -ne $Number) { continue }
        $notes = Read-RunNote -Journal $each.Journal
        # The first note follows the first line of the journal, so that one without the other was lost.
        $isThere = Test-Path -LiteralPath $each.Journal
        if (-not $isThere -and -not $notes.Exists) { continue }
        $content = if ($isThere) { Read-RunJournal -Run $each }
        else { [pscustomobject]@{ IsTrusted = $false; IsOld = $false; Line = 0; Entries = @() } }
        $entries = @($content.Entries | Where-Object {
                $entry = $_
                $first = @($notes.Checks.Keys | Where-Object { [int] $_ -le $entry.Number })
                -not $Check -or ($first -and (Get-CheckId -Id $notes.Checks[$first[-1]]) -in $Check)
            })
        if ($content.IsTrusted -and -not $entries) { continue }
        return [pscustomobject]@{
            Number    = $each.Number
            Path      = $each.Path
            Journal   = $each.Journal
            IsGone    = -not $isThere
            IsTrusted = $content.IsTrusted
            IsOld     = $content.IsOld
            Line      = $content.Line
            Entries   = $entries
            IsWhole   = $entries.Count -eq @($content.Entries).Count
            Notes     = $notes
        }
    }
}

# Whether what an entry has set aside is lost. Without a mark it may never have been moved, and an undo that was
# cut off may have brought it back.
function Test-AsideGone {
    param([Parameter(Mandatory)] [psobject] $Entry, [Parameter(Mandatory)] [psobject] $Notes)
    if ($Entry.Action -ne 'set-aside' -or (Test-Path -LiteralPath $Entry.After)) { return $false }
    if (-not (Test-Path -LiteralPath $Entry.Target)) { return $true }
    $Entry.State -eq 'done' -and $Entry.Number -notin $Notes.Restoring
}

function Get-UndoText {
    param([Parameter(Mandatory)] [psobject] $Entry)
    $keys = @{
        'service-start-type' = 'undoStartType'
        'stop-service'       = 'undoStop'
        'start-service'      = 'undoStart'
        'set-aside'          = 'undoSetAside'
        'registry-value'     = 'undoRegistry'
        'service-security'   = 'undoSecurity'
        'repair-tool'        = 'cannotUndoTool'
        'restore-point'      = 'restorePointStays'
        'set-clock'          = 'cannotUndoClock'
    }
    $with = @{ Target = $Entry.Target; Before = $Entry.Before; After = $Entry.After }
    Get-Message -Key $keys[$Entry.Action] -With $with
}

# What cannot be undone is said, and counts as settled.
function Confirm-Undo {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [psobject] $Entry)
    $text = Get-UndoText -Entry $Entry
    if ($Entry.Action -notin 'repair-tool', 'restore-point', 'set-clock') { return Confirm-Change -Text $text }
    Write-Notice -Text $text
    $true
}

# Of the newest run, or of one, for all checks or some; outputs the exit code. The guards of a repair come first:
# what strands an update does so in either direction. Every step looks at the machine first, so undo can be
# repeated, also after a run that was killed anywhere.
function Undo-Run {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([int])]
    param([int] $Number, [string[]] $Check, [switch] $AllowManaged)
    $guard = Get-Guard
    $run = Get-UndoableRun -Number $Number -Check $Check
    if (-not $run) {
        Write-Notice -Key 'nothingToUndo'
        return 0
    }
    $script:UndoneRun = $run.Number
    if (-not $run.IsTrusted) {
        $key = if ($run.IsGone) { 'journalGone' } elseif ($run.IsOld) { 'journalOld' }
        elseif ($run.Line) { 'journalLine' } else { 'journalNotTrusted' }
        Write-Notice -Key $key -With @{ Path = "$($run.Path)\journal.txt"; Run = $run.Number; Line = $run.Line }
        return 20
    }
    $code = Get-GuardCode -Guard $guard -AllowManaged:$AllowManaged
    if ($code -ne 0) { return $code }
    $entries = @($run.Entries)
    [array]::Reverse($entries)
    $removed = @($entries | Where-Object -Property Number -In $run.Notes.Removed)
    $gone = @($entries | Where-Object -Property Number -NotIn $run.Notes.Removed | Where-Object {
            Test-AsideGone -Entry $_ -Notes $run.Notes
        })
    $keys = [ordered]@{ 'cannotUndoRemoved' = $removed; 'cannotUndoGone' = $gone }
    foreach ($key in $keys.Keys) {
        foreach ($entry in $keys[$key]) {
            Write-Notice -Key $key -With @{ Path = $entry.Target; Aside = $entry.After }
        }
    }
    $lost = @($removed + $gone | ForEach-Object { $_.Number })
    $entries = @($entries | Where-Object -Property Number -NotIn $lost)
    $steps = @($entries | Where-Object { Confirm-Undo -Entry $_ })
    if ($WhatIfPreference) { return $(if ($lost) { 20 } else { 0 }) }
    # Each service ends as before the run first touched it. Until then all are stopped: they hold the folders.
    $services = @($steps | Where-Object -Property Action -In 'stop-service', 'start-service')
    $names = @($services | ForEach-Object { $_.Target } | Select-Object -Unique)
    foreach ($name in $names) {
        # Nobody could start a disabled service again.
        if ((Get-ServiceStartType -Name $name) -eq 'disabled') { continue }
        $null = Restore-ServiceStatus -Name $name -Status 'stopped'
    }
    $restore = { -not (Restore-Entry -Entry $_ -Journal $run.Journal) }
    # What may keep a service from being started again waits until all are as they were.
    $late = 'service-start-type', 'service-security'
    $missed = @($steps | Where-Object -Property Action -NotIn $late | Where-Object $restore)
    foreach ($name in $names + @($script:StoppedServices | Where-Object { $_ -notin $names })) {
        $own = @($services | Where-Object -Property Target -EQ $name)
        $status = if ($own) { $own[-1].Before } else { 'running' }
        if (Restore-ServiceStatus -Name $name -Status $status) {
            $own | ForEach-Object {
                Complete-JournalEntry -Number $_.Number -State 'undone' -Path $run.Journal
            }
        }
        else { $missed += $own }
    }
    $missed += @($steps | Where-Object -Property Action -In $late | Where-Object $restore)
    foreach ($entry in $missed) {
        Write-Notice -Key 'undoMissed' -With @{ Action = $entry.Action; Target = $entry.Target }
        # The report lists what was done.
        $script:Changes = @($script:Changes -ne (Get-UndoText -Entry $entry))
    }
    if ($missed -or $gone -or $steps.Count -lt $entries.Count) {
        $count = $steps.Count - $missed.Count
        if ($missed -or $gone) { Write-Notice -Key 'undoneRest' -With @{ Run = $run.Number; Count = $count } }
        return 20
    }
    if ($run.IsWhole) { Rename-Item -LiteralPath $run.Path -NewName "$($run.Number).undone" }
    $key = if ($Check) { 'undoneCheck' } else { 'undone' }
    Write-Notice -Key $key -With @{ Run = $run.Number; Checks = $Check }
    if ($removed) { 20 } else { 0 }
}

# Goes by the journals of runs that ended well and nothing else; outputs the exit code.
function Remove-AsideItem {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([int])]
    param()
    $code = 0
    $count = 0
    foreach ($run in Get-Run | Where-Object -Property IsUndone -EQ $false | Sort-Object -Property Number) {
        if (-not (Test-Path -LiteralPath $run.Journal)) { continue }
        # Whoever was not helped may want it back.
        if ((Read-RunNote -Journal $run.Journal).EndCode -notin 0, 3010) { continue }
        foreach ($entry in (Read-RunJournal -Run $run).Entries) {
            if ($entry.Action -ne 'set-aside' -or -not (Test-Path -LiteralPath $entry.After)) { continue }
            $count++
            $with = @{ Path = $entry.After }
            $with.Megabytes = [math]::Ceiling((Get-ItemSize -Path $entry.After) / 1MB)
            if (-not (Confirm-Change -Text (Get-Message -Key 'doRemove' -With $with))) { continue }
            # Noted first, since an undo must not bring back a half.
            Add-RunNote -Text "removed $($entry.Number)" -Journal $run.Journal
            Remove-Item -LiteralPath $entry.After -Recurse -Force -ErrorAction SilentlyContinue
            if (Test-Path -LiteralPath $entry.After) {
                Write-Notice -Key 'removeFailed' -With $with
                $code = 1
            }
        }
    }
    if ($count -eq 0) { Write-Notice -Key 'nothingToRemove' }
    $code
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

function Repair-ServiceSecurity {
    param([string] $Name, [string[]] $Entries)
    # A list that lets SYSTEM and administrators in is left as it is.
    $present = Get-ServiceSecurity -Name $Name
    if ($present -and (Get-LostServiceRight -Sddl $present)) {
        Set-ServiceSecurity -Name $Name -Sddl ('D:' + ($Entries -join ''))
    }
}

# Recipe service-start-type, used by wuauserv-start-type, bits-start-type, usosvc-start-type,
# cryptsvc-start-type, trustedinstaller-start-type, msiserver-start-type, wlidsvc-start-type,
# dosvc-start-type.
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

function Repair-ServiceStartType {
    param([string] $Name, [string] $Wanted, [string] $WantedOnServer2016)
    # Every start type but Disabled is someone's choice and stays.
    $start = Get-RegistryValue -Path "HKLM:\SYSTEM\CurrentControlSet\Services\$Name" -Name 'Start'
    if ($start -ne 4) { return }
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $isServer = (Get-RegistryValue -Path $windows -Name 'InstallationType') -ne 'Client'
    $is2016 = $isServer -and (Get-RegistryValue -Path $windows -Name 'CurrentBuildNumber') -eq '14393'
    $startType = if ($is2016 -and $WantedOnServer2016 -ne 'same') { $WantedOnServer2016 } else { $Wanted }
    Set-ServiceStartType -Name $Name -StartType $startType
}

# Recipe update-failure, used by download-cache.
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

# Reasons of this checklist not to change a computer.
function Test-ProductGuard {
    # Whoever set these policies decides how this PC gets its updates. They are read here and never written.
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $server = Get-UpdateServer
    if ($server.IsUsed) { New-GuardStop -Code 12 -Reason 'own-server' -Evidence @{ Server = $server.Address } }
    if ((Get-RegistryValue -Path $policy -Name 'DisableWindowsUpdateAccess') -eq 1) {
        New-GuardStop -Code 12 -Reason 'access-disabled'
    }
    $sources = @('Feature', 'Quality', 'Driver', 'Other' | Where-Object {
            (Get-RegistryValue -Path $policy -Name "SetPolicyDrivenUpdateSourceFor${_}Updates") -eq 1
        })
    if ($sources -and (Get-RegistryValue -Path "$policy\AU" -Name 'UseUpdateClassPolicySource') -eq 1) {
        New-GuardStop -Code 12 -Reason 'update-sources' -Evidence @{ Kinds = $sources -join ', ' }
    }
    # What was installed and waits for its restart would be stranded without the store that it came from.
    $update = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'
    # The key Pending is always there: only a service inside it counts.
    $services = @(Get-SubkeyName -Path "$update\Services\Pending")
    if ($services -or (Test-Path -LiteralPath "$update\Auto Update\RebootRequired")) {
        New-GuardStop -Code 13 -Reason 'restart-required'
    }
}

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

function Repair-Clock {
    param([string[]] $Witnesses, [string] $Floor, [int] $ServiceLimitSeconds)
    $membership = Get-Membership
    # 4 and 5: a domain controller. A step of its clock reaches every member: a person decides that.
    if ($membership.Role -ge 4) { return }
    $service = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time'
    $syncType = Get-RegistryValue -Path "$service\Parameters" -Name 'Type'
    if ((Get-RegistryValue -Path $service -Name 'Start') -eq 4) {
        Set-ServiceStartType -Name 'W32Time' -StartType 'demand'
    }
    $clockSet = $false
    if ($membership.Role -in 0, 2 -and -not $membership.IsCloudJoined) {
        # The time service of a standalone PC leaves an offset beyond its limit (15 hours by default) alone, and
        # any while synchronisation is off.
        $toAdd = (Get-ClockOffset -Witness $Witnesses -Floor $Floor).Offset
        $isBehind = $null -ne $toAdd -and $toAdd.Ticks -gt 0
        $name = if ($isBehind) { 'MaxPosPhaseCorrection' } else { 'MaxNegPhaseCorrection' }
        $limit = Get-RegistryValue -Path "$service\Config" -Name $name
        if ($null -eq $limit) { $limit = $ServiceLimitSeconds }
        # 0xFFFFFFFF stands for no limit and reads as -1.
        $tooLarge = $null -ne $toAdd -and $limit -ge 0 -and $toAdd.Duration().TotalSeconds -gt $limit
        if ($tooLarge -or ($null -ne $toAdd -and $syncType -eq 'NoSync')) {
            $clockSet = Set-SystemClock -Witness $Witnesses -Floor $Floor
        }
        if ($syncType -eq 'NoSync') { return }
    }
    Start-StoppedService -Name 'W32Time'
    $policy = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Policies\Microsoft\W32Time\Parameters' -Name 'Type'
    if ($membership.Role -in 1, 3 -and $null -eq $policy -and $syncType -notin 'NT5DS', 'AllSync') {
        $domain = '/config', '/syncfromflags:domhier', '/update'
        $null = Invoke-RepairTool -Tool 'w32tm' -ArgumentList $domain -TimeoutSeconds 60
    }
    try {
        $null = Invoke-RepairTool -Tool 'w32tm' -ArgumentList '/resync', '/rediscover' -TimeoutSeconds 120
    }
    catch {
        # Where UDP port 123 is closed there is no answer, but the clock was just set over the web.
        if (-not $clockSet) { throw }
    }
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

function Repair-Proxy {
    # A proxy that answers is somebody's decision, and one of an organisation is needed again in its network. Only
    # one that is gone is taken away.
    $server = Get-WinHttpProxy
    if (-not $server -or $server -eq '?' -or (Test-ProxyServer -Server $server)) { return }
    if (-not (Get-ProxyOwner -Server $server)) { Reset-WinHttpProxy }
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

function Repair-TlsProtocol {
    $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'
    # Taken away rather than set to the opposite: without them Windows decides.
    if ((Get-RegistryValue -Path $key -Name 'Enabled') -eq 0) {
        Set-RegistryValue -Path $key -Name 'Enabled' -Value 'absent'
    }
    if ((Get-RegistryValue -Path $key -Name 'DisabledByDefault') -is [int]) {
        Set-RegistryValue -Path $key -Name 'DisabledByDefault' -Value 'absent'
    }
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

function Repair-WinsockCatalog {
    Reset-WinsockCatalog
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

function Repair-UpdatesSwitchedOff {
    param([string[]] $Services)
    # Services and what they load are ours to set again. Policies, tasks, rules and files belong to whoever set them.
    $key = 'HKLM:\SYSTEM\CurrentControlSet\Services'
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $isServer = (Get-RegistryValue -Path $windows -Name 'InstallationType') -ne 'Client'
    $is2016 = $isServer -and (Get-RegistryValue -Path $windows -Name 'CurrentBuildNumber') -eq '14393'
    foreach ($row in $Services) {
        $name, $startType, $file = $row -split ' '
        if ($is2016 -and $name -eq 'usosvc') { $startType = 'demand' }
        $path = "$key\$name"
        if ((Get-RegistryValue -Path $path -Name 'Start') -eq 4) {
            # Administrators may not configure this one, but write its values.
            if ($name -eq 'WaaSMedicSvc') { Set-RegistryValue -Path $path -Name 'Start' -Value 'REG_DWORD:0x3' }
            else { Set-ServiceStartType -Name $name -StartType $startType }
        }
        if (-not (Test-Path -LiteralPath "$path\Parameters") -or -not $file) { continue }
        $library = [string] (Get-RegistryValue -Path "$path\Parameters" -Name 'ServiceDll')
        $library = $library -replace '^%SystemRoot%|^%w[iI]nd[iI]r%', $env:SystemRoot
        if ($library -and (Test-Path -LiteralPath $library)) { continue }
        $usual = Join-Path -Path $env:SystemRoot -ChildPath "System32\$file"
        if (-not (Test-Path -LiteralPath $usual)) { continue }
        $value = "REG_EXPAND_SZ:%SystemRoot%\System32\$file"
        Set-RegistryValue -Path "$path\Parameters" -Name 'ServiceDll' -Value $value
    }
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

function Repair-BitsQueue {
    param([string[]] $Files, [string[]] $DamageCodes, [string] $UpdateJob)
    # Jobs of other programs are theirs. What is in a queue that cannot be read is lost to them as well.
    try {
        $jobs = @(Get-BitsTransfer -AllUsers -ErrorAction Stop)
        if ($jobs | Where-Object { $_.DisplayName -ne $UpdateJob }) { return }
    }
    catch {
        $code = '0x{0:X8}' -f $_.Exception.GetBaseException().HResult
        if ($code -notin $DamageCodes) { return }
    }
    $folder = Join-Path -Path $env:ProgramData -ChildPath 'Microsoft\Network\Downloader'
    $present = @($Files | ForEach-Object {
            Get-ChildItem -Path (Join-Path -Path $folder -ChildPath $_) -Force -ErrorAction SilentlyContinue
        } | ForEach-Object { Join-Path -Path $folder -ChildPath $_.Name } | Select-Object -Unique)
    if (-not $present) { return }
    # Those that queue jobs first, so that none starts BITS again.
    $stopped = @()
    try {
        foreach ($name in 'UsoSvc', 'DoSvc', 'wuauserv', 'bits') { $stopped += @(Stop-RunningService -Name $name) }
        foreach ($path in $present) { Move-ItemAside -Path $path }
    }
    finally {
        [array]::Reverse($stopped)
        foreach ($name in $stopped) { Start-StoppedService -Name $name }
    }
}

# 14 download-cache: Download cache.
function Repair-DownloadCache {
    # catroot2 is built anew by CryptSvc. The folder catroot, without the 2, holds the catalogues and stays.
    $folders = @('SoftwareDistribution', 'System32\catroot2' | ForEach-Object {
            Join-Path -Path $env:SystemRoot -ChildPath $_
        } | Where-Object { Test-Path -LiteralPath $_ })
    if (-not $folders) { return }
    # In this order none starts another again: the orchestrator first.
    $stopped = @()
    try {
        foreach ($name in 'UsoSvc', 'DoSvc', 'wuauserv', 'bits', 'CryptSvc') {
            $stopped += @(Stop-RunningService -Name $name)
        }
        foreach ($folder in $folders) { Move-ItemAside -Path $folder }
    }
    finally {
        # Only those that ran before, each after what it depends on.
        [array]::Reverse($stopped)
        foreach ($name in $stopped) { Start-StoppedService -Name $name }
    }
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

function Repair-ComponentStore {
    param([int] $StoreMinutes, [int] $FilesMinutes, [string] $Source)
    # The store first: SFC takes its good copies from there.
    $arguments = @('/English', '/Online', '/Cleanup-Image', '/RestoreHealth', '/NoRestart')
    # With a source of its own DISM asks no server, which fails where WSUS answers.
    if ($Source) { $arguments += "/Source:$Source", '/LimitAccess' }
    $splat = @{
        Tool           = 'dism'
        ArgumentList   = $arguments
        TimeoutSeconds = 60 * $StoreMinutes
        SuccessCode    = 0, 3010
    }
    $code = Invoke-RepairTool @splat
    # SFC does not run while repairs of the store wait for a restart.
    if ($code -eq 3010) { return }
    $null = Invoke-RepairTool -Tool 'sfc' -ArgumentList '/scannow' -TimeoutSeconds (60 * $FilesMinutes)
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

function Repair-UpdateCleanup {
    param([int] $Minutes)
    # Never with /ResetBase, after which no installed update could be uninstalled any more.
    $cleanUp = '/English', '/Online', '/Cleanup-Image', '/StartComponentCleanup', '/NoRestart'
    $null = Invoke-RepairTool -Tool 'dism' -ArgumentList $cleanUp -TimeoutSeconds (60 * $Minutes) -SuccessCode 0, 3010
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

function Repair-RestorePoint {
    param([int] $LimitMinutes)
    # Whether System Restore is on is for the owner of the PC to decide.
    $restore = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore'
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\SystemRestore'
    if ((Get-RegistryValue -Path $policy -Name 'DisableSR') -eq 1) { return }
    if ((Get-RegistryValue -Path $restore -Name 'RPSessionInterval') -eq 0) { return }
    $own = Get-RegistryValue -Path $restore -Name 'SystemRestorePointCreationFrequency'
    $limit = if ($null -ne $own) { $own } else { $LimitMinutes }
    # Within the limit Windows answers success and makes none; the point that is there serves as well.
    $query = @{ Namespace = 'root/default'; ClassName = 'SystemRestore'; OperationTimeoutSec = 60 }
    $oldest = (Get-Date).ToUniversalTime().AddMinutes(-$limit).ToString('s') -replace '\D'
    $recent = @(Get-CimInstance @query -ErrorAction SilentlyContinue | Where-Object { $_.CreationTime -gt $oldest })
    if ($recent.Count -eq 0) { Add-RestorePoint -Description 'Mendsheet' }
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

function Repair-UnwantedUpdate {
    param([string] $Update, [int] $InstalledState, [int] $Minutes)
    if (-not $Update) { return }
    $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    $names = @(Get-SubkeyName -Path $key)
    $versions = @($names -match "^Package_\d+_for_$Update~" | ForEach-Object { ($_ -split '~')[-1] })
    foreach ($name in $names) {
        $isOwn = $name -like "Package_for_$Update~*"
        $isRollup = $name -like 'Package_for_RollupFix~*' -and ($name -split '~')[-1] -in $versions
        if (-not $isOwn -and -not $isRollup) { continue }
        if ((Get-RegistryValue -Path "$key\$name" -Name 'CurrentState') -ne $InstalledState) { continue }
        $arguments = '/English', '/Online', '/Remove-Package', "/PackageName:$name", '/NoRestart'
        $splat = @{ Tool = 'dism'; ArgumentList = $arguments; TimeoutSeconds = 60 * $Minutes; SuccessCode = 0, 3010 }
        $null = Invoke-RepairTool @splat
    }
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

function Repair-FastStartup {
    $power = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'
    if ((Get-RegistryValue -Path $power -Name 'HiberbootEnabled') -ne 1) { return }
    Set-RegistryValue -Path $power -Name 'HiberbootEnabled' -Value 'REG_DWORD:0x0'
}

#endregion
#region Check table

$script:Checks = @(
    @{
        Id = 'clock'; Item = 1; Risk = 'medium'; Minutes = 4
        Test = {
            Test-Clock -Witnesses @(
                'http://www.msftconnecttest.com/connecttest.txt#200+Microsoft+Connect+Test',
                'http://connectivitycheck.gstatic.com/generate_204#204',
                'http://detectportal.firefox.com/success.txt#200+success'
            ) -Floor '2026-11-22' -LimitMinutes 60 -NoticeMinutes 5
        }
        Repair = {
            Repair-Clock -Witnesses @(
                'http://www.msftconnecttest.com/connecttest.txt#200+Microsoft+Connect+Test',
                'http://connectivitycheck.gstatic.com/generate_204#204',
                'http://detectportal.firefox.com/success.txt#200+success'
            ) -Floor '2026-11-22' -ServiceLimitSeconds 54000
        }
    }
    @{
        Id = 'proxy'; Item = 21; Risk = 'low'; Minutes = 1
        Test = { Test-Proxy -Endpoint 'sls.update.microsoft.com' }
        Repair = { Repair-Proxy }
    }
    @{
        Id = 'tls-protocol'; Item = 21; Risk = 'low'; Minutes = 1; Restart = $true
        Test = { Test-TlsProtocol }
        Repair = { Repair-TlsProtocol }
    }
    @{
        Id = 'winsock-catalog'; Item = 21; Risk = 'high'; Minutes = 3; Restart = $true
        Test = { Test-WinsockCatalog }
        Repair = { Repair-WinsockCatalog }
    }
    @{
        Id = 'wuauserv-rights'; Item = 15; Words = 'service-security'; Minutes = 1
        Test = {
            Test-ServiceSecurity -Name 'wuauserv' -Entries @(
                '(A;;CCLCSWRPLORC;;;AU)', '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)',
                '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)'
            )
        }
        Repair = {
            Repair-ServiceSecurity -Name 'wuauserv' -Entries @(
                '(A;;CCLCSWRPLORC;;;AU)', '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)',
                '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)'
            )
        }
    }
    @{
        Id = 'bits-rights'; Item = 15; Words = 'service-security'; Minutes = 1
        Test = {
            Test-ServiceSecurity -Name 'bits' -Entries @(
                '(A;CI;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)', '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)',
                '(A;;CCLCSWLOCRRC;;;IU)', '(A;;CCLCSWLOCRRC;;;SU)'
            )
        }
        Repair = {
            Repair-ServiceSecurity -Name 'bits' -Entries @(
                '(A;CI;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)', '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)',
                '(A;;CCLCSWLOCRRC;;;IU)', '(A;;CCLCSWLOCRRC;;;SU)'
            )
        }
    }
    @{
        Id = 'wuauserv-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1
        Test = { Test-ServiceStartType -Name 'wuauserv' -Wanted 'demand' -WantedOnServer2016 'same' }
        Repair = { Repair-ServiceStartType -Name 'wuauserv' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'bits-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1
        Test = { Test-ServiceStartType -Name 'bits' -Wanted 'demand' -WantedOnServer2016 'same' }
        Repair = { Repair-ServiceStartType -Name 'bits' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'usosvc-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1
        Test = { Test-ServiceStartType -Name 'usosvc' -Wanted 'delayed-automatic' -WantedOnServer2016 'demand' }
        Repair = {
            Repair-ServiceStartType -Name 'usosvc' -Wanted 'delayed-automatic' -WantedOnServer2016 'demand'
        }
    }
    @{
        Id = 'cryptsvc-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1
        Test = { Test-ServiceStartType -Name 'cryptsvc' -Wanted 'automatic' -WantedOnServer2016 'same' }
        Repair = { Repair-ServiceStartType -Name 'cryptsvc' -Wanted 'automatic' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'trustedinstaller-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1
        Test = { Test-ServiceStartType -Name 'trustedinstaller' -Wanted 'demand' -WantedOnServer2016 'same' }
        Repair = { Repair-ServiceStartType -Name 'trustedinstaller' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'msiserver-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1
        Test = { Test-ServiceStartType -Name 'msiserver' -Wanted 'demand' -WantedOnServer2016 'same' }
        Repair = { Repair-ServiceStartType -Name 'msiserver' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'wlidsvc-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1; Kind = @('client')
        Test = { Test-ServiceStartType -Name 'wlidsvc' -Wanted 'demand' -WantedOnServer2016 'same' }
        Repair = { Repair-ServiceStartType -Name 'wlidsvc' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'dosvc-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1
        Test = { Test-ServiceStartType -Name 'dosvc' -Wanted 'delayed-automatic' -WantedOnServer2016 'same' }
        Repair = { Repair-ServiceStartType -Name 'dosvc' -Wanted 'delayed-automatic' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'updates-switched-off'; Item = 31; Risk = 'low'; Minutes = 2; Restart = $true
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
        Repair = {
            Repair-UpdatesSwitchedOff -Services @(
                'wuauserv demand wuaueng.dll', 'bits demand qmgr.dll', 'usosvc delayed-automatic usosvc.dll',
                'dosvc delayed-automatic dosvc.dll', 'WaaSMedicSvc demand WaaSMedicSvc.dll',
                'AppReadiness demand'
            )
        }
    }
    @{
        Id = 'bits-queue'; Item = 12; Risk = 'medium'; Minutes = 4
        Test = {
            $arguments = @{
                DamageCodes = @('0x8020006C', '0x80200049', '0x80200050'); UpdateJob = 'WU Client Download'
                Limit = 300
            }
            Test-BitsQueue @arguments
        }
        Repair = {
            Repair-BitsQueue -Files @('qmgr*.dat', 'qmgr.db', 'qmgr.jfm', 'edb*.log', 'edb*.chk') -DamageCodes @(
                '0x8020006C', '0x80200049', '0x80200050'
            ) -UpdateJob 'WU Client Download'
        }
    }
    @{
        Id = 'download-cache'; Item = 14; Words = 'update-failure'; Risk = 'medium'; Minutes = 5
        Test = {
            Test-UpdateFailure -Days 30 -Codes @(
                '0x80240031', '0x8024000D', '0x8024000E', '0x80242006', '0x8024200D', '0x80246002', '0x80246010',
                '0x80246012', '0x80248002', '0x80248003', '0x80248004', '0x80248007', '0x80248008', '0x8024801C',
                '0x80248FFF'
            ) -Store 'SoftwareDistribution\DataStore\DataStore.edb'
        }
        Repair = { Repair-DownloadCache }
    }
    @{
        Id = 'component-store'; Item = 11; Risk = 'low'; Minutes = 150; Limit = 240; Needs = @('admin')
        Test = { Test-ComponentStore }
        Repair = { Repair-ComponentStore -StoreMinutes 90 -FilesMinutes 60 -Source $script:Given['repair-source'] }
    }
    @{
        Id = 'update-cleanup'; Item = 13; Risk = 'low'; Minutes = 90
        Test = { Test-UpdateCleanup -SupersededState 80 -ComfortGigabytes 10 }
        Repair = { Repair-UpdateCleanup -Minutes 90 }
    }
    @{
        Id = 'restore-point'; Item = 16; Minutes = 15; Kind = @('client'); Needs = @('admin')
        Test = { Test-RestorePoint -SettledDays 90 -LimitMinutes 1440 }
        Repair = { Repair-RestorePoint -LimitMinutes 1440 }
    }
    @{
        Id = 'unwanted-update'; Item = 22; Risk = 'high'; Minutes = 60; Restart = $true; Needs = @('admin')
        Test = { Test-UnwantedUpdate -Update $script:Given['uninstall-update'] -InstalledState 112 -Days 30 }
        Repair = {
            Repair-UnwantedUpdate -Update $script:Given['uninstall-update'] -InstalledState 112 -Minutes 60
        }
    }
    @{
        Id = 'fast-startup'; Item = 29; Risk = 'low'; Minutes = 1; Kind = @('client')
        Test = { Test-FastStartup -Days 90 }
        Repair = { Repair-FastStartup }
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
}

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
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [string[]] $Check,
        [string[]] $Skip,
        [switch] $Force,
        [switch] $Undo,
        [int] $Run,
        [switch] $RemoveAside,
        [switch] $AllowManaged,
        [string] $OutputPath,
        [switch] $ListChecks
    )
    $script:ExitCode = 64
    $isContrary = ($Undo -and $RemoveAside) -or ($Run -and -not $Undo) -or ($Check -and $RemoveAside) -or
    ($Skip -and ($Undo -or $RemoveAside)) -or ($Force -and ($Undo -or $RemoveAside -or -not $Check))
    if ($isContrary) { return Write-Notice -Key 'badCombination' -Always }
    if (-not (Test-Selection -Check $Check -Skip $Skip -OutputPath $OutputPath)) { return }
    if ($ListChecks) {
        $script:ExitCode = 0
        return Write-CheckList
    }
    # -Confirm asks once for each change, not again for each command that makes it.
    $script:ConfirmLevel = $ConfirmPreference
    $ConfirmPreference = 'None'
    $machine = Get-Machine
    $report = @{ Machine = $machine; OutputPath = $OutputPath; Run = $script:RunId }
    $report.Mode = if ($WhatIfPreference) { 'preview' }
    elseif ($Undo) { 'undo' }
    elseif ($RemoveAside) { 'remove' }
    else { 'repair' }
    $lock = $null
    try {
        # A preview writes nothing, so it needs no rights, no state folder and no lock.
        if (-not $WhatIfPreference) {
            $script:ExitCode = 10
            if (-not $machine.Elevated) {
                Write-Notice -Key 'notElevated'
                return Write-Report @report
            }
            if (($Undo -or $RemoveAside) -and -not (Test-Path -LiteralPath $script:StateFolder)) {
                $script:ExitCode = 0
                Write-Notice -Key $(if ($Undo) { 'nothingToUndo' } else { 'nothingToRemove' })
                return Write-Report @report
            }
            $script:ExitCode = if ($Undo) { 20 } else { 1 }
            if (-not (Initialize-StateFolder)) { return Write-Report @report }
            $script:ExitCode = 14
            $lock = Open-RunLock
            if (-not $lock) {
                Write-Notice -Key 'busy'
                return Write-Report @report
            }
            Open-Transcript
        }
        if ($Undo) {
            $ids = if ($Check) { @(Select-Check -Check $Check | ForEach-Object { $_.Id }) }
            $script:ExitCode = Undo-Run -Number $Run -Check $ids -AllowManaged:$AllowManaged
            $report.Change = $script:Changes
            $report.Follows = $script:UndoneRun
        }
        elseif ($RemoveAside) {
            $script:ExitCode = Remove-AsideItem
            $report.Change = $script:Changes
        }
        else {
            if ($lock) { Write-UnfinishedRun }
            $rows = @(Select-Check -Check $Check -Skip $Skip)
            $splat = @{ Row = $rows; Machine = $machine; AllowManaged = $AllowManaged }
            $report.Result = @(if ($Force) { Invoke-Repair @splat -Force } else { Invoke-FoundRepair @splat })
            if ($script:Journal) { Add-RunNote -Text "end $script:ExitCode" }
            $report.Generation = @(Get-AsideFolder -Target $script:AsideTargets)
            $report.Journal = $script:Journal
        }
        Write-Report @report
        if ($lock -and $OutputPath) { Send-KeptReport -Path $OutputPath }
    }
    finally {
        if ($lock) { $lock.Dispose() }
    }
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
            $splat = @{
                Check        = $Check
                Skip         = $Skip
                Force        = $Force
                Undo         = $Undo
                Run          = $Run
                RemoveAside  = $RemoveAside
                AllowManaged = $AllowManaged
                OutputPath   = $OutputPath
                ListChecks   = $ListChecks
            }
            Invoke-Main @splat
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
