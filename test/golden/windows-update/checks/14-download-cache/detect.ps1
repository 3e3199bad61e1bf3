# Mendsheet 0.1.0 - windows-update - detect
# Made from checks.yaml. Do not edit: change the checklist and build again.
# Regions: Messages, Runtime, Recipes, Check table, Main

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

    Checks:
      14  download-cache  Download cache
          ダウンロード キャッシュ
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
.PARAMETER Language
    en or ja. Without it: the language of Windows. -Verbose shows how long each check took.
.PARAMETER Open
    Opens the settings page or tool that helps with each problem found, or with each check named by -Check;
    never for SYSTEM or under -NonInteractive.
.PARAMETER ListChecks
    Lists the checks of this script and runs none.
.EXAMPLE
    .\detect.ps1
    Runs the usual checks and prints what was found.
.EXAMPLE
    .\detect.ps1 -OutputFormat Json -OutputPath C:\Temp\report.json
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
            @('download-cache') -like "$($args[2])*"
        })]
    [string[]] $Check,

    [string[]] $Skip,

    [ValidateSet('Text', 'Object', 'Json', 'Html', 'Csv')]
    [string] $OutputFormat = 'Text',

    [string] $OutputPath,

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
$script:ScriptName = 'detect'
$script:RepairName = 'repair'
$script:CollectName = ''
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
    'title.download-cache' = 'Download cache',
    'ダウンロード キャッシュ'
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
#region Check table

$script:Checks = @(
    @{
        Id = 'download-cache'; Item = 14; Words = 'update-failure'; Risk = 'medium'; Minutes = 5
        Repairable = $true
        Explains = @(
            '0x80248007', '0x80248002', '0x8024801C', '0x80248008', '0x80240031', '0x8024200D', '0x80246002',
            '0x80246010', '0x80246012'
        )
        Test = {
            Test-UpdateFailure -Days 30 -Codes @(
                '0x80240031', '0x8024000D', '0x8024000E', '0x80242006', '0x8024200D', '0x80246002', '0x80246010',
                '0x80246012', '0x80248002', '0x80248003', '0x80248004', '0x80248007', '0x80248008', '0x8024801C',
                '0x80248FFF'
            ) -Store 'SoftwareDistribution\DataStore\DataStore.edb'
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
}
$script:DefaultChecks = @(foreach ($row in $script:Checks) { $row.Id })

#endregion
$script:ErrorCodes = ''

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
