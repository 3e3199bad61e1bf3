# Mendsheet 0.1.0 - windows-update - collect-logs
# Made from checks.yaml. Do not edit: change the checklist and build again.
# Regions: Messages, Runtime, Collectors, Capture, Recipes, Checks, Check table, Main

<#PSScriptInfo
.VERSION 0.1.0
.GUID 36cea453-cec4-50e1-93f3-fefad7d75bcf
.AUTHOR Mendsheet contributors
#>

<#
.SYNOPSIS
    Windows Update: collects logs into one zip file and changes nothing.
.DESCRIPTION
    Copies log files, event logs and settings that help to find a cause. What could not be read is listed
    in the manifest of the zip file. Names of people, computers and networks, addresses, ids of this PC and
    secrets that can be recognised get pseudonyms; 00-README.txt in the zip file says how many of which kind.
    Names that nothing marks as one stay: look through it before it leaves your organisation. Run it
    elevated, since most logs need that. It also looks at this PC once, as a diagnosis does, and keeps what
    Windows answered as capture.json: from that file "mendsheet diagnose" diagnoses this PC elsewhere.

    Windows Update：ログを 1 つの ZIP ファイルにまとめます。何も変更しません。
    原因の調査に役立つログ ファイル、イベント ログ、設定をコピーします。読み取れなかったものは、ZIP ファイル内の
    マニフェストに記載します。ユーザー、コンピューター、ネットワークの名前、アドレス、この PC の ID、パスワードなどの
    秘密情報は、判別できるものを仮名に置き換えます。種類ごとの件数は ZIP ファイル内の 00-README.txt にあります。
    名前であることを示す手がかりがないものは残るため、組織の外に出す前に内容を確認してください。
    ほとんどのログは、管理者として実行しないと読み取れません。
    また、診断と同じ項目を一度だけ調べ、Windows の応答を capture.json として保存します。このファイルがあれば、
    別の場所で mendsheet diagnose を使ってこの PC を診断できます。
    表示する言語は、-Language に en か ja を指定して選べます。指定しなければ Windows の表示言語に従います。

    Checks:
      25  event-log  Failures in the event log
          イベント ログに記録された失敗
      26  windows-update-log  Windows Update logs
          Windows Update のログ
.PARAMETER Check
    What to collect, by id. Without it: the usual.
.PARAMETER OutputPath
    The zip file to write; its folder must exist. Without it: a new file in the folder for temporary files.
.PARAMETER MaximumMegabytes
    How much is collected at most, before compression. What does not fit any more is left out, and the
    manifest names it.
.PARAMETER Full
    Keeps everything as it is: names, addresses, ids and secrets too, and event logs and traces in formats of
    their own. For bundles that stay in your organisation.
.PARAMETER Redact
    What happens without -Full, and wins over it: pseudonyms in place of names of users, computers, domains and
    networks, mail addresses, SIDs, network addresses, ids of this PC, serial numbers, product keys, passwords
    and tokens, the same one for the same name throughout. Event logs and traces in formats of their own cannot
    be redacted: they are left out.
.PARAMETER Language
    en or ja. Without it: the language of Windows.
.EXAMPLE
    .\collect-logs.ps1 -OutputPath C:\Temp\logs.zip
    Collects the usual logs into that file.
.EXAMPLE
    .\collect-logs.ps1 -Full -MaximumMegabytes 100
    Collects everything with its names, and not more than 100 MB.
.OUTPUTS
    The zip file.
.NOTES
    Exit codes: 0 collected, 2 some parts could not be read, 11 not applicable here, 15 language mode,
    64 wrong usage, 70 a defect of this script.
#>
[CmdletBinding()]
[OutputType([IO.FileInfo])]
param(
    [ArgumentCompleter({
            @('event-log', 'windows-update-log') -like "$($args[2])*"
        })]
    [string[]] $Check,

    [string] $OutputPath,

    [ValidateRange(1, 100000)]
    [int64] $MaximumMegabytes = 500,

    [switch] $Full,

    [switch] $Redact,

    [ValidateSet('en', 'ja')]
    [string] $Language = $(if ((Get-UICulture).Name -match '^ja\b') { 'ja' } else { 'en' })
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:Product = 'windows-update'
$script:Version = '0.1.0'
$script:ScriptName = 'collect-logs'
$script:Phase = 'collect'
$script:OutputFormat = 'Text'
$script:DefaultChecks = @('event-log', 'windows-update-log')
$script:Notices = @()
$script:BundleFolder = ''
$script:BundlePart = ''
$script:BundleProblems = $null
$script:BundleOmissions = $null
$script:BundleLeft = [int64]::MaxValue
$script:IsRedacted = $false
$script:RedactionPattern = $null
$script:RedactionException = $null
$script:RedactionHosts = @{}
$script:RedactionLabel = $null
$script:RedactionPc = @()
$script:RedactionMemory = $null
$script:RedactionCounts = @{}
$script:Pseudonyms = @{}
$script:IncludeNetworkTests = $false
$script:HasProductGuard = $true
$script:Recording = $null
$script:ReadList = $null
$script:Capture = $null
$script:PseudonymCounts = @{}

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
    'managed' = 'This PC is managed by an organisation through {Provider}. Ask its administrator.',
    'この PC は組織により {Provider} で管理されています。組織の管理者に問い合わせてください。'
    'restartPending' = 'Windows waits for a restart. Restart this PC first.',
    'Windows が再起動を待っています。先に PC を再起動してください。'
    'installerBusy' = 'An installation is under way ({Name}). Wait until it has ended.',
    'インストール処理が実行中です ({Name})。終了するまで待ってください。'
    'onBattery' = 'This PC runs on battery. Connect it to power.',
    'バッテリーで動作しています。電源に接続してください。'
    'diskFull' = 'Drive {Drive} has only {FreeMegabytes} MB left. Free some space first.',
    'ドライブ {Drive} の空き容量が {FreeMegabytes} MB しかありません。先に空き容量を増やしてください。'
    'listJoin' = '{One}, {Other}',
    '{One}、{Other}'
    'timeForm' = 'yyyy-MM-dd HH:mm',
    'yyyy/MM/dd H:mm'
    'collectNotElevated' = 'Not elevated, so that some logs cannot be read.',
    '管理者として実行していないため、一部のログは読み取れません。'
    'notCollected' = 'Not collected: {Source} ({ErrorType}).',
    '収集できませんでした：{Source} ({ErrorType})。'
    'leftOut' = '{Count} files were left out because of their size or because they cannot be redacted. manifest.json names each.',
    'サイズの上限または匿名化できない形式のため、{Count} 個のファイルを除外しました。詳細は manifest.json にあります。'
    'collected' = '{Count} files are in {Path}. Look through them before you pass them on: they can hold names and addresses.',
    '{Count} 個のファイルを {Path} に保存しました。名前やアドレスが含まれることがあるため、渡す前に内容を確認してください。'
    'readMeRedacted' = 'This bundle is redacted. {user-1} and the like stand for names, the same one for the same name in every file.',
    'このファイルは匿名化されています。{user-1} などは名前を置き換えた仮名で、同じ名前にはすべてのファイルで同じ仮名が付きます。'
    'readMeReplaced' = 'What was replaced: in how many places (how many different ones)',
    '置き換えた件数：箇所の数 (異なる名前の数)'
    'readMeLook' = 'What nothing marks as a name is still there. Look through the files before you pass them on.',
    '名前であることを示す手がかりがないものは残っています。渡す前に内容を確認してください。'
    'readMeFull' = 'This bundle is not redacted: it was made with -Full. It holds names, addresses and ids of this PC, and can hold passwords. Do not let it leave your organisation.',
    'このファイルは -Full を指定して作成されたため、匿名化されていません。この PC の名前、アドレス、ID を含み、パスワードを含むこともあります。組織の外に出さないでください。'
    'title.event-log' = 'Failures in the event log',
    'イベント ログに記録された失敗'
    'title.windows-update-log' = 'Windows Update logs',
    'Windows Update のログ'
    'windows-update-log_failed' = 'The record of Windows Update holds {Failures} failures that no later success has settled, the newest at {Newest}.',
    'Windows Update の記録に、その後も解消していない失敗が {Failures} 件あります (最新 {Newest})。'
    'windows-update-log_missing' = 'There is no ReportingEvents.log. Windows Update has not run since its store was made anew.',
    'ReportingEvents.log がありません。データ ストアが作り直されてから、まだ Windows Update が実行されていません。'
    'windows-update-log_unreadable' = 'ReportingEvents.log could not be read or has a form that is not known.',
    'ReportingEvents.log を読み取れないか、形式を判別できませんでした。'
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

# Belongs to SYSTEM and Administrators alone from its first moment. Each .NET offers this elsewhere.
function Add-ProtectedFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $security = New-Object -TypeName Security.AccessControl.DirectorySecurity
    $security.SetSecurityDescriptorSddlForm('O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
    if ($PSVersionTable.PSVersion.Major -lt 6) { $null = [IO.Directory]::CreateDirectory($Path, $security) }
    else { [IO.FileSystemAclExtensions]::Create([IO.DirectoryInfo] $Path, $security) }
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

# ASCII, so that no code page on its way can damage it.
function ConvertTo-JsonText {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [object] $InputObject)
    $json = ConvertTo-Json -InputObject $InputObject -Depth 6
    [regex]::Replace($json, '[^\x00-\x7f]', { param($match) '\u{0:x4}' -f [int] [char] $match.Value })
}

#endregion
#region Collectors

# Keeps what could not be collected, for the manifest. The text of an error is translated and may hold names, so
# its type stands for it.
function Add-BundleProblem {
    param(
        [Parameter(Mandatory)] [string] $Source,
        [Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record
    )
    $type = $Record.Exception.GetBaseException().GetType().FullName
    $script:BundleProblems.Add([ordered]@{ source = $Source; error = $type })
    Write-Notice -Key 'notCollected' -With @{ Source = $Source; ErrorType = $type }
}

# Keeps what was left out on purpose, for the manifest. Reason: size or redaction.
function Add-BundleOmission {
    param([Parameter(Mandatory)] [string] $Source, [Parameter(Mandatory)] [string] $Reason, [int64] $Bytes = 0)
    $script:BundleOmissions.Add([ordered]@{ source = $Source; reason = $Reason; bytes = $Bytes })
}

# A free path in this check's part of the bundle.
function Add-BundlePath {
    param([Parameter(Mandatory)] [string] $Name)
    $folder = Join-Path -Path $script:BundleFolder -ChildPath $script:BundlePart
    $null = New-Item -Path $folder -ItemType Directory -Force
    $path = Join-Path -Path $folder -ChildPath $Name
    $number = 2
    while (Test-Path -LiteralPath $path) {
        $path = Join-Path -Path $folder -ChildPath "$number-$Name"
        $number++
    }
    $path
}

# Whether something of this size still fits, which takes its room; what does not fit is noted.
function Test-BundleRoom {
    param([Parameter(Mandatory)] [string] $Source, [int64] $Bytes)
    if ($Bytes -le $script:BundleLeft) {
        $script:BundleLeft -= $Bytes
        return $true
    }
    Add-BundleOmission -Source $Source -Reason 'size' -Bytes $Bytes
    $false
}

# Copies files that their writers keep open. Of a long one the end is kept, with the mark that tells UTF-16.
function Add-BundleFile {
    param([Parameter(Mandatory)] [string] $Path, [int] $Newest = 0, [int64] $MaxBytes = 0)
    try { $files = @(Get-Item -Path $Path -Force | Where-Object { -not $_.PSIsContainer }) }
    catch [Management.Automation.ItemNotFoundException] { return }
    catch { return Add-BundleProblem -Source $Path -Record $_ }
    if ($Newest -gt 0) {
        $files = @($files | Sort-Object -Property LastWriteTimeUtc -Descending | Select-Object -First $Newest)
    }
    foreach ($file in $files) {
        Write-Step -Id 2 -Text $file.Name
        try {
            $source = [IO.File]::Open($file.FullName, 'Open', 'Read', 'ReadWrite, Delete')
            try {
                $isCut = $MaxBytes -gt 0 -and $source.Length -gt $MaxBytes
                $bytes = if ($isCut) { $MaxBytes } else { $source.Length }
                if (-not (Test-BundleRoom -Source $file.FullName -Bytes $bytes)) { continue }
                $mark = New-Object -TypeName 'byte[]' -ArgumentList 2
                $isWide = $isCut -and $source.Read($mark, 0, 2) -eq 2 -and $mark[0] -eq 255 -and $mark[1] -eq 254
                $start = if ($isCut) { $source.Length - $MaxBytes } else { 0 }
                $source.Position = if ($isWide) { $start + $start % 2 } else { $start }
                $copy = [IO.File]::Create((Add-BundlePath -Name $file.Name))
                try {
                    if ($isWide) { $copy.Write($mark, 0, 2) }
                    $source.CopyTo($copy)
                }
                finally { $copy.Dispose() }
            }
            finally { $source.Dispose() }
        }
        catch { Add-BundleProblem -Source $file.Name -Record $_ }
    }
}

# Takes a file that was just made in the bundle, or takes it out again when it is too large.
function Add-BundleMadeFile {
    param([Parameter(Mandatory)] [string] $Source, [Parameter(Mandatory)] [string] $Path)
    if (-not [IO.File]::Exists($Path)) { return }
    $bytes = (New-Object -TypeName IO.FileInfo -ArgumentList $Path).Length
    if (-not (Test-BundleRoom -Source $Source -Bytes $bytes)) { [IO.File]::Delete($Path) }
}

function Add-BundleText {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [AllowEmptyString()] [string[]] $Text)
    $file = Add-BundlePath -Name $Name
    [IO.File]::WriteAllLines($file, $Text)
    Add-BundleMadeFile -Source $Name -Path $file
}

# The newest days of an event log: in its own format, which keeps every field and cannot be redacted, and as text.
function Add-BundleEventLog {
    param([Parameter(Mandatory)] [string] $Channel, [ValidateRange(1, 365)] [int] $Days = 14)
    $name = $Channel.Replace('/', '-')
    Write-Step -Id 2 -Text $name
    try {
        if ($script:IsRedacted) { Add-BundleOmission -Source "$name.evtx" -Reason 'redaction' }
        else {
            $file = Add-BundlePath -Name "$name.evtx"
            $query = "*[System[TimeCreated[timediff(@SystemTime) <= $([int64] $Days * 86400000)]]]"
            $splat = @{
                Path           = "$env:SystemRoot\System32\wevtutil.exe"
                ArgumentList   = 'export-log', $Channel, $file, "/query:$query", '/overwrite:true'
                TimeoutSeconds = 300
            }
            $answer = Invoke-ReadOnlyTool @splat
            Add-BundleMadeFile -Source "$name.evtx" -Path $file
            # 15007: this Windows has no such log.
            if ($answer.ExitCode -eq 15007) { return }
            if ($answer.ExitCode -ne 0) { throw "wevtutil: $($answer.ExitCode)" }
        }
        $events = @(Read-EventLog -Log $Channel -Since ([datetime]::UtcNow.AddDays(-$Days)) -MaxEvents 1000)
        if ($events.Count -eq 0) { return }
        $lines = foreach ($record in $events) {
            $time = $record.TimeCreated.ToUniversalTime().ToString('s') + 'Z'
            "$time $($record.Id) $($record.LevelDisplayName) $($record.ProviderName): $($record.Message)"
        }
        Add-BundleText -Name "$name.txt" -Text $lines
    }
    catch {
        if ($_.FullyQualifiedErrorId -like 'NoMatchingLogsFound*') { return }
        Add-BundleProblem -Source $Channel -Record $_
    }
}

# A registry key with all below it, as text. Binary values can hold anything, so that only their length is kept.
function Add-BundleRegistry {
    param([Parameter(Mandatory)] [string] $Path)
    try {
        if (-not (Test-Path -LiteralPath $Path)) { return }
        Write-Step -Id 2 -Text $Path
        $paths = New-Object -TypeName 'System.Collections.Generic.Stack[string]'
        $paths.Push($Path)
        $lines = @(
            for ($count = 0; $paths.Count -gt 0 -and $count -lt 5000; $count++) {
                $current = $paths.Pop()
                "[$current]"
                # A name with "/", such as "Standard TCP/IP Port", is a path to the commands of PowerShell.
                try { $key = Get-Item -LiteralPath $current -ErrorAction Stop }
                catch {
                    '(not read)'
                    continue
                }
                foreach ($name in $key.GetValueNames() | Sort-Object) {
                    $kind = "$($key.GetValueKind($name))"
                    $value = $key.GetValue($name, $null, 'DoNotExpandEnvironmentNames')
                    $text = if ($kind -eq 'Binary') { "($($value.Length) bytes)" } else { $value -join '; ' }
                    "$kind $name = $text"
                }
                $key.Close()
                Get-SubkeyName -Path $current | Sort-Object -Descending |
                    ForEach-Object { $paths.Push("$current\$_") }
            }
            if ($paths.Count -gt 0) { '...' }
        )
        Add-BundleText -Name (($Path -replace '[:\\]+', '-') + '.txt') -Text $lines
    }
    catch { Add-BundleProblem -Source $Path -Record $_ }
}

# A file that a reading command of Windows PowerShell writes, given its path. It may take long or ask something: it
# runs in a process of its own, without input and with a time limit.
function Add-BundleCommand {
    param(
        [Parameter(Mandatory)] [ValidatePattern('\AGet-[A-Za-z]+\z')] [string] $Command,
        [Parameter(Mandatory)] [ValidatePattern('\A[A-Za-z]+\z')] [string] $PathParameter,
        [Parameter(Mandatory)] [string] $Name,
        [int] $TimeoutSeconds = 600
    )
    Write-Step -Id 2 -Text $Command
    $file = Add-BundlePath -Name $Name
    try {
        $quoted = $file.Replace('''', '''''')
        $text = '$ProgressPreference = ''SilentlyContinue''; {0} -{1} ''{2}''' -f $Command, $PathParameter, $quoted
        $splat = @{
            Path           = "$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe"
            ArgumentList   = '-NoProfile', '-NonInteractive', '-Command', $text
            TimeoutSeconds = $TimeoutSeconds
        }
        $answer = Invoke-ReadOnlyTool @splat
        if ($answer.TimedOut) { throw (New-Object -TypeName TimeoutException) }
        if ($answer.ExitCode -ne 0 -or -not [IO.File]::Exists($file)) { throw "${Command}: $($answer.ExitCode)" }
        Add-BundleMadeFile -Source $Name -Path $file
    }
    catch { Add-BundleProblem -Source $Command -Record $_ }
}

# What kind of PC this is, without names and serial numbers.
function Add-BundleSystem {
    $wanted = [ordered]@{
        Win32_OperatingSystem     = 'Caption', 'Version', 'OSLanguage', 'InstallDate', 'LastBootUpTime'
        Win32_ComputerSystem      = 'Manufacturer', 'Model', 'DomainRole', 'TotalPhysicalMemory'
        Win32_BIOS                = 'SMBIOSBIOSVersion', 'ReleaseDate'
        Win32_LogicalDisk         = 'DeviceID', 'DriveType', 'FileSystem', 'FreeSpace', 'Size'
        Win32_QuickFixEngineering = 'HotFixID', 'InstalledOn'
        Win32_Service             = 'Name', 'State', 'StartMode', 'ExitCode', 'PathName'
    }
    $system = [ordered]@{}
    foreach ($class in $wanted.Keys) {
        Write-Step -Id 2 -Text $class
        try {
            $system[$class] = @(Get-CimInstance -ClassName $class -OperationTimeoutSec 60 -ErrorAction Stop |
                    Select-Object -Property $wanted[$class] | ForEach-Object {
                        foreach ($property in $_.PSObject.Properties) {
                            if ($property.Value -is [datetime]) { $property.Value = $property.Value.ToString('s') }
                        }
                        $_
                    })
        }
        catch { Add-BundleProblem -Source $class -Record $_ }
    }
    Add-BundleText -Name 'system.json' -Text (ConvertTo-JsonText -InputObject $system)
}

# What logs and settings call a value that tells who somebody is or lets somebody in: a pattern for each kind. A
# label may end a longer word, as in ProxyPassword. The words of Japanese and German Windows stand in codes.
function Get-RedactionLabel {
    $labels = @{
        # A token that identifies the key of an assembly is no secret.
        secret   = @(
            '(?:pass|kenn)w(?:or[dt]|d)(?:[_-]?(?:hash|salt|text|value|plain|old|new)|\d|[dmot](?![a-z]))?'
            'pass(?:phrase|code)', 'pwd', 'psk', '(?:decryption|validation)[_ -]?key'
            'secret(?:[_-]?(?:key|value|text))?', '(?<![a-z])token'
            '(?:access|refresh|id|auth|session|sas|bearer|csrf|device|user|security)[_-]?token'
            'x-functions-key', 'key content'
            '(?:api|account|sharedaccess|storage|subscription|private)[_ -]?key(?:[_-]?value)?'
            '(?:shared|network|encryption|master)[_ -]?key(?:[_-]?value)?'
            'shared[_ -]?access[_ -]?signature', 'connection[_ -]?string', 'key[_ -]?material'
            'saml(?:response|assertion)', 'client[_-]?assertion', 'code[_-]?verifier'
            '(?:device|user)[_-]?ticket', '(?<![a-z])(?:otp|credentials?)', '(?:secret[_ -]?)?access[_ -]?key'
            '(?:partial[_ -]?)?product[_ -]?key'
            # Made of the hardware.
            'sus[ _-]?client[ _-]?id[ _-]?validation', 'contenu de la cl\u00e9'
            '(?:one[_ -]?time|verification|recovery)[_ -]?(?:code|key|password)', 'schl\u00fcsselinhalt'
            '\u30d1\u30b9\u30ef\u30fc\u30c9', '\u4e3b\u8981\u306a\u30b3\u30f3\u30c6\u30f3\u30c4'
        )
        user     = @(
            '(?:user|account|logon|login|sign-?in|sam[ _-]?account|principal)[ _-]?name'
            '(?<![a-z])(?:user|upn|login)', 'user[_-]?id'
            'last[ _-]?logged[ _-]?on(?:sam)?[ _-]?(?:user|display[ _-]?name)', '(?:given|sur|full)[ _-]?name'
            'registered[ _-]?(?:owner|organization)', '(?:user|owner|account|login)[ _-]?e-?mail'
            'benutzer(?:name)?', 'kontoname', '\u30e6\u30fc\u30b6\u30fc(?:\u540d)?'
            '\u30a2\u30ab\u30a6\u30f3\u30c8\u540d'
        )
        computer = @(
            '(?:computer|machine|host|workstation|client|server|net[ _-]?bios|node|dns[ _-]?host|pc)[ _-]?name'
            '(?<![a-z])(?:computer|workstation|machine|host|hostname|proxy|wsus|dhcp|dc)', 'logon[ _-]?server'
            '(?:proxy|wu(?:status)?|wsus|dhcp|dns|update|status|distribution|management)[ _-]?host'
            '(?:proxy|wu(?:status)?|wsus|dhcp|dns|update|status|distribution|management)[ _-]?server(?:\(s\))?'
            'update[ _-]?service[ _-]?url(?:[ _-]?alternate)?', 'proxy[ _-]?(?:override|bypass(?:[ _-]?list)?)'
            'bypass[ _-]?list', '(?:ntp|alternate)[ _-]?server'
            '\u30d7\u30ed\u30ad\u30b7 ?\u30b5\u30fc\u30d0\u30fc'
            '\u30d0\u30a4\u30d1\u30b9\u4e00\u89a7', 'umgehungsliste'
            'domain[ _-]?controller', 'rechnername', '\u30b3\u30f3\u30d4\u30e5\u30fc\u30bf\u30fc(?:\u540d)?'
        )
        domain   = @(
            'domain(?:[ _-]?(?:name|suffix))?', 'work[ _-]?group', 'dns[ _-]?suffix', 'forest[ _-]?name'
            'search[ _-]?list', '\u30c9\u30e1\u30a4\u30f3(?:\u540d)?', 'dom\u00e4ne'
        )
        network  = @(
            # A ProcessId, an AccessId and a ClassId end in these letters too.
            '(?<![a-z])(?:network|wlan|wi-?fi|hidden|current|connected)?[ _-]?ssid(?:[ -]name)?'
            '(?-i:(?<=[a-z])SSID)'
            '(?:all|current) user profile', 'profil f\u00fcr alle benutzer'
            '\u3059\u3079\u3066\u306e\u30e6\u30fc\u30b6\u30fc \u30d7\u30ed\u30d5\u30a1\u30a4\u30eb'
            '(?:network|wlan|wi-?fi|wireless)[ _-]?(?:profile)?[ _-]?name'
            '(?<![a-z])profile[ _-]?name'
        )
        serial   = @(
            'serial(?:[ _-]?(?:number|no\.?|#))?', '(?:service|asset)[ _-]?tag', 'identifying[ _-]?number'
            '(?<![a-z])(?:imei|meid|imsi|iccid|s/n)', 'seriennummer', '\u30b7\u30ea\u30a2\u30eb\s?\u756a\u53f7'
        )
        mac      = @(
            '(?<![a-z])mac', '(?:mac|physical|network)[ _-]?address', 'bssid', 'hwaddr'
            '(?:dhcpv6[ _-]?)?client[ _-]?duid'
        )
        id       = @(
            '(?:sus|ping|sqm)[ _-]?(?:client|machine)?[ _-]?id', '(?<![a-z])client[ _-]?id', 'domain[ _-]?guid'
            '(?:machine|hardware|computer|user)[ _-]?(?:gu)?id', '(?:system|product|bios)[ _-]?uuid'
            'enrol?lment[ _-]?id', 'device[ _-]?id', 'tenant(?:[ _-]?(?:gu)?id)?'
            '(?:aad|azure|entra)[ _-]?object[ _-]?id', '(?<![a-z])(?:tid|oid)', 'org(?:anization)?[ _-]?id'
        )
    }
    foreach ($kind in @($labels.Keys)) { $labels[$kind] = $labels[$kind] -join '|' }
    $labels
}

# How secrets, names and addresses look: patterns by where they begin, at the sign of a Link (: = %), the end of
# the tag of an Element (>), the blank before a type in a List of reg.exe, another Sign, or a Word. Of those that
# begin at one place the first counts. A group is called after the kind of what it holds; "keep" is what must not
# be taken for anything else. What has no upper limit ends its pattern, so that no text, however it was made, takes
# more steps than its length times a constant.
function Get-RedactionShape {
    param([Parameter(Mandatory)] [hashtable] $Label, [AllowEmptyCollection()] [string[]] $User = @())
    $word = '\p{L}\p{N}_'
    $quote = '(?:\\?["'']|&quot;|%22)'
    $guid = '[0-9A-F]{8}-?(?:[0-9A-F]{4}-?){3}[0-9A-F]{12}'
    $four = '(?:\d{1,9}\.){3}\d{1,9}'
    $server = "[$word][$word.-]{0,252}"
    $name = "[$word.'-]{0,63}[$word$]"
    # Behind a label stand a sign and the value: name=value, "name": "value", a column of dots, an attribute, an
    # element of XML or one in it as in answer files of Windows Setup, a line of reg.exe.
    $behind = { param($kind) "(?<=(?:$($Label[$kind]))${quote}?(?>[ \t.]{0,60}))(?:=>?|:|%3A|%3D)[ \t]{0,20}" }
    $valued = { param($kind) "(?<=(?:$($Label[$kind]))$quote\s{1,8}value\s{0,4})=\s{0,4}" }
    $listed = { param($kind) "(?<=(?:$($Label[$kind])))\s{1,8}REG_[A-Z_]{2,12}\s{1,8}" }
    $inside = {
        param($kind)
        "(?<=<(?!/)[^<>\r\n]{0,100}(?:$($Label[$kind]))(?:$quote|(?=[\s>]))(?:\s[^<>\r\n]{0,100})?)>\s{0,40}" +
        '(?:<(?:value|name)>\s{0,8})?'
    }
    # "String Name = text" as Add-BundleRegistry writes it; a label before a column of its own.
    $stated = { param($kind) "(?<=(?:\A|\n)\w{0,8}String [^=\r\n]{0,120}(?:$($Label[$kind])) )= " }
    $column = { param($kind) "(?<=(?:$($Label[$kind]))(?:[ .]{2,60}|(?=[:=](?:\t|  ))))[:=][ \t]{1,20}" }
    # Names of hosts and domains one behind the other, some with an asterisk for a part.
    $several = {
        param($kind)
        "(?:(?:[*.]{0,4}(?<$kind>$server)|<[\w-]{1,20}>)(?::\d{1,5})?(?:[;,]|\\0)){1,64}" +
        "(?:[*.]{0,4}(?<$kind>$server)|<[\w-]{1,20}>)(?![$word]| ?=| ?:\D)"
    }
    $value = {
        param($kind, $plain)
        "(?:\\""(?<$kind>(?:(?!\\"")[^\r\n])+)|""(?<$kind>(?:[^""\\\r\n]|\\.)+)|'(?<$kind>[^'\r\n]+)|" +
        "&quot;(?<$kind>(?:(?!&quot;)[^\r\n])+)|%22(?<$kind>(?:(?!%22)[^\s&])+)|(?<$kind>$plain))"
    }
    # The form of what stands behind a label, where nothing encloses it.
    $plain = @{
        secret  = '(?:[^\s&;,"''<>]|,(?=[^\s"'']))+'
        network = "[^\s""'<>,;&|={}]{1,64}(?: [$word.-]{1,32}){0,3}"
        user    = '[^\s"''<>,;&|()\[\]{}=]{1,128}'
    }
    $columns = @{
        secret  = '(?<secret>\S{1,256}(?: \S{1,256}){0,15})'
        network = "(?<network>[^\s""'<>;|{}]{1,64}(?: [^\s""'<>;|{}]{1,64}){0,7})"
        user    = "(?<user>[^\s""'<>,;|()\[\]{}=]{1,128}(?: [^\s""'<>,;|()\[\]{}=]{1,64}){0,5})"
    }
    $closed = @{
        mac      = '(?:[0-9A-F]{2}[:.-]?){5,19}[0-9A-F]{2}'
        serial   = '(?=[\w.-]{0,40}\d)[\w.-]{3,63}\w'
        computer = $server
        domain   = $server
    }
    $link = foreach ($kind in 'secret', 'mac', 'serial', 'network', 'user', 'computer', 'domain') {
        $form = if ($plain.ContainsKey($kind)) { & $value $kind $plain[$kind] }
        else { "${quote}?\\{0,4}(?<$kind>$($closed[$kind]))(?![$word])" }
        # reg.exe, a list of values in this bundle and a column of texts end with the line; others may go on in it.
        $line = if ($plain.ContainsKey($kind)) { "(?<$kind>[^\r\n]+)" } else { $form }
        @{
            Link = @(
                if ($kind -in 'computer', 'domain') { "$(& $behind $kind)${quote}?$(& $several $kind)" }
                if ($plain.ContainsKey($kind)) {
                    "$(& $stated $kind)$line"
                    "$(& $column $kind)$($columns[$kind])"
                }
                "(?:$(& $behind $kind)|$(& $valued $kind))$form"
            )
            List = @(
                if ($kind -in 'computer', 'domain') { "$(& $listed $kind)$(& $several $kind)" }
                "$(& $listed $kind)$line"
            )
        }
    }
    $elements = foreach ($kind in 'secret', 'mac', 'serial', 'network', 'user', 'computer', 'domain') {
        if ($plain.ContainsKey($kind)) {
            $sign = if ($kind -eq 'secret') { '<' } else { '<\r\n' }
            "$(& $inside $kind)(?:<!\[CDATA\[(?<$kind>(?:(?!\]\]>)[\s\S]){1,16384})|" +
            "(?<$kind>[^$sign]{1,16384})(?=</))"
        }
        else { "$(& $inside $kind)\\{0,4}(?<$kind>$($closed[$kind]))(?![$word])" }
    }
    $people = '(?:user|account|benutzer|\u30e6\u30fc\u30b6\u30fc)'
    $links = @(
        # Where an address of the web goes, and who is named in it.
        "(?::(?:\\?/){2}|%3A%2F%2F)(?:(?<secret>[^\s/?#@""'<>\\]{1,512})@)?(?!(?:CN|OU|DC)=)(?<computer>$server)"
        "(?<=\b(?:https?|ftp|socks))=(?<computer>$server)(?=:\d)"
        '(?<=\b(?:tel|phone|mobile)):[ \t]{0,4}(?<phone>\+?\d{7,15})(?!\d)'
        '(?<=\b(?:proxy-)?authorization[ \t]{0,8}):[ \t]{0,8}digest[ \t](?<secret>[^\r\n]+)'
        '(?<=\b(?:(?:proxy-)?authorization|(?:set-)?cookie|(?:x-)?api-key|x-auth-token|subscription-key)' +
        "${quote}?[ \t]{0,8})" +
        '[:=][ \t]{0,8}(?:"(?<secret>(?:[^"\\\r\n]|\\.)+)|''(?<secret>[^''\r\n]+)|(?<secret>[^\r\n"'']+))'
        '(?<=(?<![a-z])(?:sig|auth|ticket|assertion|x-(?:amz|goog)-signature)|[?&;]pass)(?:=|%3D)' +
        '(?<secret>[^\s&;,"''<>#]{3,})'
        '(?<=[?&;](?:code|key))(?:=|%3D)(?<secret>[^\s&;,"''<>#]{20,})'
        '(?<=\bt)=(?<secret>E[a-z][\w+/%=-]{30,})'
        $link.Link
    )
    $signs = @(
        # What is no name: pseudonyms, versions.
        '(?<keep>\{(?:secret|key|id|sid|mail|user|computer|domain|network|serial|mac|ip|phone)-\d{1,9}\})'
        "(?<=version|build|\bver|revision|release)(?<keep>(?: (?:number|is|of|was))?\W{1,6}v?$four" +
        "(?:\W{1,4}(?:(?:to|and|until) )?v?$four){0,3})"
        '(?<keep>[_~](?:\d{1,5}\.){3}\d{1,5}' +
        '(?=_(?:x64|x86|arm|neutral|none|~|[a-z]{2}-)|~|\.(?:mum|cat|cab|manifest)))'
        # Secrets that a frame, a label or a place on a command line tells.
        '-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY-----(?<secret>(?:(?!-----END)[\s\S]){1,16384})'
        '(?<![\w/-])[-/]{1,2}(?:password|passwd|pass|pwd|token|secret|rp|jp|api-?key|access-?token)[ \t]{1,4}' +
        '(?:"(?<secret>[^"\r\n]+)|(?<secret>[^\s"/-]\S*))'
        '(?<![\w/])/(?:p|pw|pass|rp|jp):(?:"(?<secret>[^"\r\n]+)|(?<secret>[^\s"]+))'
        '(?<![\w/])-u[ \t]{1,4}(?:"(?<user>[^"\r\n]{1,128})"|(?<user>[^\s"]{1,128}))[ \t]{1,4}-p[ \t]{0,4}' +
        '(?:"(?<secret>[^"\r\n]+)|(?<secret>[^\s"]+))'
        '(?<![\w/])-u[ \t]{1,4}"?(?<user>[^\s":]{1,128}):(?<secret>[^\s"]+)'
        "(?<![\w/])/(?:node|add|computer|server|target):[""\\]{0,3}(?<computer>$server)"
        '(?<![\w/])/u(?:ser)?[domt]?:(?:"(?<user>[^"\r\n]{1,128})"?|(?<user>[^\s"]{1,128}))' +
        '(?:(?<=\bnet1?(?:\.exe)?"? use [^\r\n]{0,400})[ \t]{1,4}(?<secret>[^\s/-]\S*))?'
        "(?<=\bssid[ \t]{0,2})[""'](?<network>[^""'\r\n]{1,64})"
        # Ids of this client that are keys of its registry.
        '\\(?:Enrollments|JoinInfo|TenantInfo)\\{1,2}(?<id>\{?[0-9A-F]{8}-?[0-9A-F-]{24,40}\}?)'
        '\\sysvol\\{1,2}(?<domain>(?:[\w-]{1,63}\.){1,6}[\w-]{2,24})'
        '(?<![\w/])/ru[ \t]{1,4}"(?<user>[^"\r\n]{1,128})'
        # Folders of people, on a share too. A name with blanks is known by what follows, or by its capitals.
        '(?<="[A-Z]:)\\{1,4}Users\\{1,4}(?<profile>[^\\/:*?"<>|\r\n\t]{1,104})(?=")'
        '[\\/]Profiles\$?[\\/]{1,4}(?<profile>[^\\/:*?"<>|\r\n\t]{1,104})(?=\.v[2-6](?!\w))'
        "(?<![\\${word}:.)}%\]*-])\\{2,4}(?<computer>[$word][$word.-]{1,252})\\{1,2}" +
        '(?:home|homes|users|profiles?)\$?' +
        '\\{1,2}(?<profile>[^\s\\/:*?"<>|,;]{1,104})'
        '(?:[\\/](?:Users|Documents and Settings|DOCUME~\d)(?:\\{1,4}|/{1,2})|(?<!\w)/home/)(?:' +
        '(?<profile>(?:[^\\/:*?"<>|\r\n\t]|\\u00(?:2[67]|60)){0,103}[^\\/:*?"<>|\r\n\t .])(?=[\\/])|' +
        "$(foreach ($one in $User) { "(?<profile>$one)(?![$word])|" })" +
        '(?<profile>[^\s\\/:*?"<>|,;''()&%]{1,104}(?: (?-i:\p{Lu})[\p{L}.''-]{0,40}){0,2}))'
        '%(?:5C|2F)(?:Users|Documents%20and%20Settings)%(?:5C|2F)(?<profile>(?:(?!%5C|%2F)[^\s&"''<>\\/;]){1,200})'
        # Hosts of shares.
        "(?<![\\${word}:.)}%\]*-])\\{2,4}(?:\?\\{1,2}UNC\\{1,2})?(?<computer>[$word][$word.-]{1,252})" +
        '(?=\\|@SSL|@\d|[\s"''/),;<]|\z)'
        "\\(?:UNC|Mup)\\{1,2}(?<computer>$server)(?=\\)|%5C%5C(?<computer>$server)(?=%5C)"
        "<SSID(?:Config)?>[^<>]{0,60}(?:<SSID>[^<>]{0,60})?(?:<hex>(?<network>[0-9A-F]{2,64})</hex>\s{0,40})?" +
        '<name>(?<network>[^<]{1,64})'
        "(?<=$people[ \t]{0,2})(?:'(?<user>[^'\r\n]{1,64})'|""(?<user>[^""\r\n]{1,64})""|" +
        "\u300c(?<user>[^\u300d\r\n]{1,64})\u300d|\((?<user>[$word.\\@-]{1,64})\)|\[(?<user>[$word.\\@-]{1,64})\])"
        '_USBSTOR#[\w&.-]{1,120}#(?<serial>[0-9A-Z]{6,64})(?![0-9A-Z])'
        '(?<![\w+.])(?<phone>\+[1-9]\d{0,2}[ /-](?:\(?\d{1,5}\)?[ /-]?){2,6}\d{2,8})(?![\d.])'
        "(?<![${word}.:])(?<ip>::(?:[0-9A-F]{1,4}:){0,6}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-F]{1,4})" +
        "(?:%\w{1,20})?)(?![$word])"
    )
    # Parts of Windows, of devices and of the registry that stand before one backslash.
    $places = 'HKLM|HKCU|HKCR|HKU|HKCC|SOFTWARE|SYSTEM|SYSTEM32|SYSWOW64|SECURITY|SAM|HARDWARE|REGISTRY|MACHINE|' +
    'COMPONENTS|DRIVERS|DEFAULT|WINDOWS|WINSXS|ROOT|AMD64|X64|X86|ARM64|WOW64|PCI|USB|USBSTOR|ACPI|HID|HDAUDIO|' +
    'SWD|SCSI|STORAGE|DISPLAY|UEFI|BTH|BTHENUM|EFI|BOOT|DEVICE|CBS|DISM|WMI|CIMV2|UNC|MICROSOFT|TEMP|APPDATA|' +
    'SOURCES|PANTHER|INF|LOGS|LOG|NT'
    $noFile = '(?<!\.(?:dll|exe|sys|log|inf|cat|cab|mum|ms[iu]|ini|xml|dat|mui|ps1|cmd|bat|txt|etl|evtx|tmp|' +
    'esd|wim|efi))'
    $end = "(?![$word\\/$*?-]|:(?!\s|\z)|%5C|\.\w)$noFile"
    $nobody = '(?!(?:profile|account|control|lockout|rights?|logon|database|mode|name|id|interface|data|manager|' +
    'service|experience|session|agent|context|state|settings?|policy|accounts?|that|who|is|was|has|the|an?|' +
    'of|for|in|to|does|did|may|can|must|with|and|or|from|on|at|system|local|network|it|this)\b)'
    $top = 'com|org|biz|edu|gov|mil|cloud|lan|corp|intern(?:al)?|intra(?:net)?|home|private|local(?:domain)?|' +
    'test|example|invalid|(?-i:net)'
    $country = 'de|jp|uk|fr|nl|it|es|se|no|dk|fi|ch|at|be|eu|us|ca|au|nz|br|mx|kr|cn|tw|hk|in|sg|pl|cz|hu|' +
    'pt|ie|il|tr|za|ru|ua|gr|ro|li|lu|lt|lv|ee|sk|si|bg|hr|th|vn|ph|ar|cl|pe|ae|sa|eg|ng|ag|io|tv|cc|co|' +
    '(?-i:app|dev|global|group|tech|online|gmbh|solutions|company|industries|digital|consulting)'
    $part = "[$word][$word-]{0,61}\."
    $words = @(
        '(?<keep>S-1-(?:5-21|12-1)-0-0-0-\d{1,9}(?![\d-]))'
        '(?<keep>public ?key ?token\W{1,4}[0-9a-f]{16})'
        'PuTTY-User-Key-File-\d:(?<secret>(?:(?!Private-MAC)[\s\S]){1,16384})'
        '(?<secret>eyJ[\w.=-]{8,})'
        '(?<key>(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}|(?:\d{6}-){7}\d{6})(?![A-Z0-9-])'
        '(?<secret>(?-i:AKIA|ASIA)[A-Z0-9]{16})(?!\w)'
        '(?<secret>(?:GOCSPX-|gh[oprsu]_|github_pat_|glpat-|xox[abeprs]-|npm_|sk_live_|ya29\.|(?-i:AIza))' +
        '[\w-]{16,})'
        '(?:bearer|basic|negotiate|ntlm|kerberos)[ \t]{1,4}' +
        '(?<secret>(?=[a-z~+/_.=-]{0,200}\d|[a-z0-9+/]{0,200}=)[\w.~+/=-]{8,})'
        'net1?(?:\.exe)?"? use (?:[a-z*]:? )?\\\\(?<computer>[^\\\s]{1,100})(?:\\\S{0,200})? ' +
        '(?<secret>[^\s/]\S{0,200})(?= {1,4}/u)'
        'net1?(?:\.exe)?"? user "?(?<user>[^\s"/]{1,64})"? (?<secret>[^\s"/]+)'
        'convertto-securestring[ \t]{1,4}(?:-string[ \t]{1,4})?' +
        '(?:"(?<secret>[^"\r\n]+)|''(?<secret>[^''\r\n]+)|(?<secret>[^\s"''$-]\S*))'
        '(?:pass(?:word|phrase|code)|(?:pass|kenn)wort) (?:is|was|ist|lautet|war) ' +
        '"?(?<secret>(?=[^\s"]{0,64}\d)[^\s",;]{4,256})'
        # A SID in binary.
        '(?<id>01[ ,-]?05[ ,-]?(?:00[ ,-]?){5}05[ ,-]?15[ ,-]?(?:00[ ,-]?){3}(?:[0-9A-F]{2}[ ,-]?){11,15}' +
        '[0-9A-F]{2})'
        '(?<id>g:\d{15,20})(?!\d)'
        '(?<sid>S-1-(?:5-21|12-1)(?:-\d{1,10}){1,14})'
        # Ids of this client: all others are of updates, products and interfaces.
        "(?<id>$guid)(?![0-9A-F])(?:(?<=(?:$($Label.id))(?:\W|%3D|%3A|%22|%7B|\bis\b|REG_SZ){1,60}?$guid)|" +
        "(?<=(?:microsoftonline\.com|\.windows\.net|/tenants|/devices|/users)(?:\\?/|%2F)$guid))"
        "(?<mail>[$word.+%'-]{1,64}(?:@|%40|&#64;|&#x40;|\\u0040|\uff20)(?!\dx\.)(?:[$word-]{1,63}\.){1,8}" +
        "(?!(?:dll|exe|sys|mui|png|inf|cpl|ocx)\b)\p{L}{2,24})(?![$word])"
        '(?<ip>[0-9a-f]{0,4}(?:-[0-9a-f]{0,4}){2,7}(?:s\d{1,9})?\.ipv6-literal\.net)'
        '(?<ip>(?:[0-9a-f]\.){16,32})(?=ip6\.arpa)'
        'serial(?: (?:number|no\.?))?(?: is)? {1,20}(?<serial>(?=[a-z-]{0,20}\d)[A-Z0-9-]{5,40})(?!\w)'
        'USB(?:STOR)?[\\#]{1,2}[\w&.-]{1,120}[\\#]{1,2}(?<serial>[0-9A-Z]{6,64})(?![0-9A-Z]|&[^0])'
        # Names of people: domain\name, a name in a directory, a name after a word that says so.
        "(?<![\\/:.%~&{}$-])(?:(?!(?-i:$places)\\)(?<domain>(?-i:[A-Z][A-Z0-9-]{1,14}))(?:\\{1,2}|%5C)|" +
        "(?<domain>(?:[$word-]{1,63}\.){1,6}\p{L}{2,24})\\{1,2})(?<user>$name)$end"
        '(?:user|owner|account|by|as|identity|principal|logon|credential)s?\W{1,3}' +
        "(?<domain>[$word-]{2,15})\\{1,2}(?<user>$name)$end"
        'CN=(?<user>(?:[^,=\\]|\\.){1,64})(?=(?:,(?:OU|CN)=[^,=]{1,64}){1,8},DC=)'
        "$people {1,2}$nobody(?<user>[\p{L}\p{N}][$word.-]{0,63}) (?:started|stopped|requested|logged|has|was|" +
        'is|initiated|installed|signed|cancell?ed|called|from|on|at|with|rebooted|restarted|removed|declined|' +
        'approved|does|did|cannot|could|failed)\b'
        "(?:(?:logged|signed) (?:on|in) as|running as|on behalf of) $nobody(?<user>[$word.\\@-]{0,63}[$word$])"
        "(?<user>$name)@(?!SSL\b)(?<domain>(?-i:[A-Z][A-Z0-9-]{2,14}))(?![$word.-])"
        # Hosts and networks.
        "(?:pinging|tracing route to) (?<computer>$server)"
        "(?!port:)(?<computer>[$word-]{2,63})(?=:853[01](?!\d))"
        "(?<![.\\/-])(?<computer>(?:$part){1,8}(?:$top)|(?:$part){2,8}(?:$country))(?![$word-]|\.\w)"
        '(?<mac>(?=[0-9-]{0,12}[A-F])(?=[A-F-]{0,12}\d)[0-9A-F]{6}-[0-9A-F]{6})(?![\w-])'
        '(?<![.:-])(?<mac>(?:[0-9A-F]{2}[:-]){5,7}[0-9A-F]{2}|(?:[0-9A-F]{4}\.){2}[0-9A-F]{4})(?![\w:-])'
        "(?<![.~])(?<ip>(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))(?![\d~]|\.\d)"
        '(?<!\.)(?=(?:[0-9A-F]{1,4}(?::|%3A)){1,7}(?::|%3A)|(?:[0-9A-F]{1,4}(?::|%3A)){6})' +
        '(?<ip>(?:[0-9A-F]{0,4}(?::|%3A)){2,8}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-F]{1,4}|' +
        '(?<=::|%3A%3A))(?:%25[\w~-]{1,20}|%[\w~-]{1,20})?)(?![\p{L}\p{N}_]|:[0-9A-F])'
    )
    @{ Link = $links; Element = @($elements); List = @($link.List); Sign = $signs; Word = $words }
}

# Values that every PC has, by kind: they name nobody, and checks and readers go by them.
function Get-RedactionException {
    $nothing = '-', '\.', '\*+', 'n/a', 'none', 'null', '\(null\)', 'nil', 'empty', 'unknown', 'true', 'false',
    'yes', 'no', 'on', 'off', 'enabled', 'disabled', '\d{1,2}', '0x[0-9a-f]{1,8}', '%[\w()]{1,32}%?', '\$\w{1,32}',
    '\$\(\w{1,32}\)', '<\w{1,32}>'
    $sub = '(?:[\w-]+\.)*'
    $exceptions = @{
        secret   = @()
        user     = @(
            'public', 'default(?:account|user\d?|apppool| user)?', 'all users', '(?:local|network) ?service'
            '(?:local ?)?system', 'systemprofile', 'administrat[eo](?:r|ur)s?', 'guests?', 'gast', 'users?'
            'everyone', 'anonymous(?: logon)?', 'wdagutilityaccount', 'trustedinstaller', 'authenticated users'
            'interactive', '(?:dwm|umfd)-\d+', 'desktop\.ini', 'creator owner', 'self'
            's-1-(?!5-21|12-1)[\d-]{1,40}'
            'windows', 'microsoft', 'root', 'account', 'name'
        )
        computer = @(
            'localhost', 'localdomain', 'aka\.ms', 'device', 'systemroot', 'registry', 'basenamedobjects', 'driver'
            'filesystem', 'global', 'knowndlls', 'globalroot', 'pipe', 'mailslot', 'windows', 'program files'
            'users', 'https?', 'ftp', 'socks\d?', 'system32', 'direct', 'auto', 'automatic', 'wpad'
            'dosdevices', 'sessions', 'temp', 'registered', 'unc', 'microsoft[\w-]*'
            '(?:command|more|tree|chcp|mode|format|diskcomp|diskcopy|edit|graftabl|kb16|loadfix|win|krnl\w*)\.com'
            "$sub(?:microsoft|windowsupdate|windows|msftconnecttest|msftncsi|microsoftonline)\.com"
            "$sub(?:live|office|office365|outlook|bing|msn)\.com"
            "$sub(?:msocsp|digicert|verisign|symantec|symcb|thawte)\.com"
            "$sub(?:globalsign|entrust|usertrust|sectigo|godaddy)\.com"
            "$sub(?:azureedge|msedge|a-msedge|akadns|akamai|akamaized|edgekey|edgesuite|trafficmanager)\.net"
            "$sub(?:windows|office)\.net", "$sub(?:w3|xmlsoap|openxmlformats|oasis-open|ietf|json-schema)\.org"
            "${sub}microsoft"
            '(?:microsoft|windows|system|asp|vb)(?:\.[\w-]+)*\.(?:net|internal|private|home|cloud|com|test)'
        )
        domain   = @(
            'nt (?:authority|service)', 'nt-autorit\u00e4t', 'authority', 'builtin', 'service', 'workgroup'
            'window manager', 'font driver host', 'iis apppool', 'azuread', 'microsoftaccount'
            'nt virtual machine', 'localdomain', 'local', 'com', 'nt', 'hk\w+', 'microsoft[\w-]*', 'windows'
            'software', 'system'
        )
        network  = @('default', 'wi-?fi', 'ethernet(?: \d+)?', 'domain', 'public', 'private', 'wlan')
        serial   = @('0+', 'default string', 'to be filled by o\.e\.m\.', 'system serial number', 'x+',
            '0123456789')
    }
    # Names of storage, web sites and tenants are a customer's, although the rest of the host is Microsoft's.
    $exceptions['customer'] = @(
        '(?<name>[\w-]+)\.(?<zone>(?:blob|queue|table|file|dfs|web|servicebus|database)\.(?:core\.)?windows\.net)'
        '(?<name>[\w-]+)\.(?<zone>(?:(?:mail\.)?onmicrosoft|sharepoint)\.com|azurewebsites\.net|vault\.azure\.net)'
        '(?<name>[\w-]+)\.(?<zone>mail\.protection\.outlook\.com)'
        '(?<name>[\w-]+)\.(?<zone>cloudapp\.(?:azure\.com|net)|[\w-]+\.cloudapp\.azure\.com)'
    )
    $options = [Text.RegularExpressions.RegexOptions] 'IgnoreCase, CultureInvariant'
    foreach ($kind in @($exceptions.Keys)) {
        $all = if ($kind -eq 'customer') { $exceptions[$kind] } else { $nothing + $exceptions[$kind] }
        $exceptions[$kind] = New-Object -TypeName regex -ArgumentList "\A(?:$($all -join '|'))\z", $options
    }
    $exceptions
}

# What this PC, its people and its networks are known by, from its registry and hardware: lists by kind.
function Get-KnownName {
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $control = 'HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName'
    $network = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
    $update = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'
    $joins = 'HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo'
    $logon = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Authentication\LogonUI'
    $quiet = @{ OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    $accounts = @(
        foreach ($name in 'LastLoggedOnUser', 'LastLoggedOnSAMUser', 'LastLoggedOnDisplayName') {
            Get-RegistryValue -Path $logon -Name $name
        }
        foreach ($id in Get-SubkeyName -Path $joins) { Get-RegistryValue -Path "$joins\$id" -Name 'UserEmail' }
    )
    $profiles = foreach ($sid in Get-SubkeyName -Path "$windows\ProfileList") {
        "$(Get-RegistryValue -Path "$windows\ProfileList\$sid" -Name 'ProfileImagePath')" -replace '^.*[\\/]'
    }
    $ending = '(?-i)\.(?:[A-Z][A-Z0-9-]{1,14}(?:\.\d{3})?|\d{3})$'
    $users = @(
        $env:USERNAME
        Get-RegistryValue -Path $windows -Name 'RegisteredOwner'
        Get-RegistryValue -Path $windows -Name 'RegisteredOrganization'
        $accounts -replace '^.*\\' -replace '@.*$'
        @($profiles) -creplace $ending
    )
    # The short form that FAT knew of a long name.
    $short = foreach ($name in @($profiles) + $users) {
        $letters = "$name" -replace '[^A-Za-z0-9_-]'
        if ($letters.Length -gt 2 -and "$name" -match '^.{9}|[ .]') {
            $letters.Substring(0, [math]::Min(6, $letters.Length))
        }
    }
    @{
        user     = $users
        short    = @($short)
        computer = @(
            $env:COMPUTERNAME
            Get-RegistryValue -Path $control -Name 'ComputerName'
            Get-RegistryValue -Path $network -Name 'Hostname'
        )
        domain   = @(
            $env:USERDOMAIN
            $env:USERDNSDOMAIN
            Get-RegistryValue -Path $network -Name 'Domain'
            Get-RegistryValue -Path $network -Name 'DhcpDomain'
            Get-RegistryValue -Path "$windows\Winlogon" -Name 'DefaultDomainName'
            @($accounts) -match '\\' -replace '\\.*$'
            @($accounts) -match '@' -replace '^.*@'
        )
        network  = @(
            foreach ($id in Get-SubkeyName -Path "$windows\NetworkList\Profiles") {
                Get-RegistryValue -Path "$windows\NetworkList\Profiles\$id" -Name 'ProfileName'
            }
        )
        serial   = @(
            foreach ($class in 'Win32_BIOS', 'Win32_BaseBoard', 'Win32_SystemEnclosure', 'Win32_DiskDrive') {
                Get-CimInstance -ClassName $class @quiet | Select-Object -Property SerialNumber |
                    ForEach-Object { $_.SerialNumber }
            }
        )
        id       = @(
            Get-RegistryValue -Path $update -Name 'SusClientId'
            Get-RegistryValue -Path $update -Name 'PingID'
            Get-RegistryValue -Path 'HKLM:\SOFTWARE\Microsoft\Cryptography' -Name 'MachineGuid'
            foreach ($id in Get-SubkeyName -Path $joins) { Get-RegistryValue -Path "$joins\$id" -Name 'TenantId' }
            Get-CimInstance -ClassName Win32_ComputerSystemProduct @quiet | Select-Object -Property UUID |
                ForEach-Object { $_.UUID }
        )
    }
}

# Makes ready what Protect-Text goes by: one pattern with a group for each kind, and what names nobody.
function Start-Redaction {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes objects in memory.')]
    param()
    $script:RedactionException = Get-RedactionException
    $script:RedactionMemory = New-Object -TypeName 'System.Collections.Generic.Dictionary[string, string]'
    # Whom this script itself asks is no secret, and checks go by it.
    $script:RedactionHosts = @{}
    foreach ($match in [regex]::Matches([IO.File]::ReadAllText($PSCommandPath), '://([\w-]+(?:\.[\w-]+)+)')) {
        $script:RedactionHosts[$match.Groups[1].Value] = $true
    }
    $labels = Get-RedactionLabel
    $known = Get-KnownName
    $names = @{}
    foreach ($kind in $known.Keys) {
        $names[$kind] = @($known[$kind] | ForEach-Object { "$_".Trim(' ', '{', '}') } |
                Where-Object {
                    $common = $script:RedactionException[$kind]
                    $_.Length -gt 1 -and -not ($common -and $common.IsMatch($_))
                } | Sort-Object -Unique | Sort-Object -Property Length -Descending)
    }
    # This PC is the first one everywhere.
    $script:RedactionPc = $names.computer
    foreach ($name in $names.computer) { $null = Get-Pseudonym -Kind computer -Value $name }
    # Two letters are a word too, and so is Windows: such names count where something says that they are names.
    $edges = '(?<![A-Za-z0-9])', '(?![A-Za-z0-9])'
    $whole = foreach ($kind in 'id', 'serial', 'user', 'computer', 'domain', 'network') {
        $long = @($names[$kind] | Where-Object { $_.Length -gt 2 } |
                ForEach-Object { [regex]::Escape($_) })
        if ($long) { "(?<$kind>$($edges[0])(?:$($long -join '|'))$($edges[1]))" }
    }
    $short = foreach ($name in $names.short) {
        "(?<user>$($edges[0])$([regex]::Escape($name))~\d(?:\.\w{1,3})?$($edges[1]))"
    }
    $tiny = foreach ($name in @($names.user | Where-Object { $_.Length -eq 2 })) {
        "\b(?:user|account|by|for|as|of|from|to|owner) (?<user>(?-i:$([regex]::Escape($name))))$($edges[1])"
        "(?<=[""'(\[])(?<user>(?-i:$([regex]::Escape($name))))(?=[""')\]])"
    }
    $users = @($names.user | ForEach-Object { [regex]::Escape($_) })
    $shapes = Get-RedactionShape -Label $labels -User $users
    $options = [Text.RegularExpressions.RegexOptions] 'IgnoreCase, CultureInvariant'
    # Most places are within words, where nothing can begin: they are passed by one look at the sign before.
    $all = @(
        "(?=[:=%])(?:$($shapes.Link -join '|'))"
        "(?=>)(?:$($shapes.Element -join '|'))"
        "(?=\s{1,8}REG_)(?:$($shapes.List -join '|'))"
        "(?=[^\p{L}\p{N}])(?:$($shapes.Sign -join '|'))"
        "(?<![\p{L}\p{N}_])(?:$($shapes.Word -join '|'))"
    )
    $all = $all + @($whole) + @($short) + @($tiny) -join '|'
    $limit = [timespan]::FromMinutes(10)
    $script:RedactionPattern = New-Object -TypeName regex -ArgumentList $all, $options, $limit
    $script:RedactionLabel = @{}
    foreach ($kind in 'secret', 'user', 'computer', 'domain', 'network', 'serial', 'id', 'mac') {
        $label = "(?:$($labels[$kind]))\z"
        $script:RedactionLabel[$kind] = New-Object -TypeName regex -ArgumentList $label, $options
    }
}

# Whether a text is an address that tells one PC or network from another, and no loopback, mask, version or time.
function Test-Address {
    param([Parameter(Mandatory)] [string] $Text)
    if ($Text -match 'ipv6-literal|\A(?:[0-9a-f]\.)+\z') { return $true }
    $address = $null
    $plain = $Text -replace '%3A', ':' -replace '%.*$'
    if (-not [Net.IPAddress]::TryParse($plain, [ref] $address)) { return $false }
    if ($plain -notmatch ':') { return $plain -notmatch '\A(?:127\.|255\.|0\.|\d+\.0\.0\.0\z)' }
    if ([Net.IPAddress]::IsLoopback($address) -or $plain -match '\A[:0]+\z|\A::ffff:(?:127|0)\.') { return $false }
    # Twelve times a colon with letters between is C++ as well.
    ($plain -match '::' -or $plain -match '\A(?:[^:]+:){7}') -and ($plain -match '\d' -or $plain -match '\Af[c-f]')
}

# What stands for a name of this kind; the same name has the same one in every file. A value that names nobody
# stays as it is; one with several names in it, such as DOMAIN\user, keeps its form.
function Get-Pseudonym {
    param([Parameter(Mandatory)] [string] $Kind, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Value)
    $pseudonym = '\{[a-z]+-\d{1,9}\}|S-1-(?:5-21|12-1)-0-0-0-\d+'
    if ($Value -match "\A(?:\s*|(?:$pseudonym|[\\@./:%`$\s-])+)\z") { return $Value }
    if ($Kind -eq 'computer' -and $script:RedactionHosts.ContainsKey($Value)) { return $Value }
    # A customer's own name in front of Microsoft's.
    $own = if ($Kind -eq 'computer') { $script:RedactionException.customer.Match($Value) }
    if ($own -and $own.Success) {
        return "$(Get-Pseudonym -Kind domain -Value $own.Groups['name'].Value).$($own.Groups['zone'].Value)"
    }
    $exception = $script:RedactionException[$Kind]
    if ($exception -and $exception.IsMatch($Value.Trim())) { return $Value }
    # Accounts of a PC stand behind its name as others behind that of a domain.
    if ($Kind -eq 'domain' -and $Value -in $script:RedactionPc) { $Kind = 'computer' }
    switch ($Kind) {
        'profile' {
            if ($script:RedactionException.user.IsMatch($Value)) { return $Value }
            if ($Value -cmatch '\A(?<name>.+?)\.(?<domain>[A-Z][A-Z0-9-]{1,14})(?<number>(?:\.\d{3})?)\z') {
                $name, $domain, $number = $Matches.name, $Matches.domain, $Matches.number
                $first = Get-Pseudonym -Kind user -Value $name
                return "$first.$(Get-Pseudonym -Kind domain -Value $domain)$number"
            }
            if ($Value -match '\A(?<name>.+?)(?<number>\.\d{3})\z') {
                $name, $number = $Matches.name, $Matches.number
                return "$(Get-Pseudonym -Kind user -Value $name)$number"
            }
            return Get-Pseudonym -Kind user -Value $Value
        }
        'mail' {
            $null = $Value -match '\A(?<name>.+?)(?<at>@|%40|&#64;|&#x40;|\\u0040|\uff20)(?<domain>[^@]+)\z'
            $name, $at, $domain = $Matches.name, $Matches.at, $Matches.domain
            return "$(Get-Pseudonym -Kind user -Value $name)$at$(Get-Pseudonym -Kind domain -Value $domain)"
        }
        'user' {
            $part = '(?:(?!%5C)[^\\/:])+'
            if ($Value -match "\A(?<domain>$part)(?<between>\\{1,4}|%5C)(?<name>$part)\z") {
                $name, $between, $domain = $Matches.name, $Matches.between, $Matches.domain
                $first = Get-Pseudonym -Kind domain -Value $domain
                # Accounts of Windows itself have domains of their own.
                if ($first -ceq $domain -and $domain -match '\Ant |builtin|host|manager|apppool') { return $Value }
                return "$first$between$(Get-Pseudonym -Kind user -Value $name)"
            }
            if ($Value -match '\A[^@]+(?:@|%40)[^@\s]+\z') { return Get-Pseudonym -Kind mail -Value $Value }
            if ($Value -match '[\\/:]|%5C|\AS-1-\d') { return Protect-Text -Text $Value }
        }
        'computer' {
            $ending = $Value.Substring($Value.TrimEnd('.').Length)
            $bare = $Value.TrimEnd('.')
            if ($exception.IsMatch($bare)) { return $Value }
            if ($bare -match '\A[\d.]+\z' -and $bare -match '\.') { return Get-Pseudonym -Kind ip -Value $bare }
            $parts = $bare.Split('.')
            if ($parts.Count -eq 2 -and $parts[1].Length -gt 1) {
                return "$(Get-Pseudonym -Kind domain -Value $bare)$ending"
            }
            if ($parts.Count -gt 2) {
                $first = Get-Pseudonym -Kind computer -Value $parts[0]
                $rest = Get-Pseudonym -Kind domain -Value $bare.Substring($parts[0].Length + 1)
                return "$first.$rest$ending"
            }
        }
        'ip' { if (-not (Test-Address -Text $Value)) { return $Value } }
    }
    $plain = $Value
    if ($plain -match '%[0-9a-f]{2}') { $plain = [Net.WebUtility]::UrlDecode($plain) }
    $key = "$Kind $($plain.Trim().ToLowerInvariant())"
    if (-not $script:Pseudonyms.ContainsKey($key)) {
        $number = $script:PseudonymCounts[$Kind] = 1 + $script:PseudonymCounts[$Kind]
        $script:Pseudonyms[$key] = switch -Regex ("$Kind $Value") {
            '^sid (S-1-(?:5-21|12-1))' { "$($Matches[1])-0-0-0-$number" }
            '^ip (169\.254\.|fe[89ab][0-9a-f]:)' { "$($Matches[1]){$Kind-$number}" }
            default { "{$Kind-$number}" }
        }
    }
    $script:Pseudonyms[$key]
}

# Counts the pseudonyms that stand for a value now, and a mail address as one too.
function Add-RedactionCount {
    param([Parameter(Mandatory)] [string] $Kind, [Parameter(Mandatory)] [string] $Text)
    $kinds = @(
        if ($Kind -eq 'mail') { 'mail' }
        if ($Kind -eq 'sid') { 'sid' }
        foreach ($match in [regex]::Matches($Text, '\{([a-z]+)-\d+\}')) { $match.Groups[1].Value }
    )
    foreach ($one in $kinds) { $script:RedactionCounts[$one] = 1 + $script:RedactionCounts[$one] }
}

# What of a match is to be replaced by what, in order: { Index, Length, Text }. Counts each place by its kind.
function Get-RedactionSpan {
    param([Parameter(Mandatory)] [Text.RegularExpressions.Match] $Match, [switch] $IsVersion)
    if ($Match.Groups['keep'].Success) { return }
    $kinds = 'secret', 'user', 'computer', 'domain', 'ip', 'profile', 'mail', 'sid', 'id', 'key', 'serial',
    'network', 'mac', 'phone'
    $found = foreach ($kind in $kinds) {
        $group = $Match.Groups[$kind]
        if (-not $group.Success -or $IsVersion -and $kind -eq 'ip') { continue }
        foreach ($one in $group.Captures) {
            # The same name stands in many lines.
            $text = ''
            $place = "$kind $($one.Value)"
            if (-not $script:RedactionMemory.TryGetValue($place, [ref] $text)) {
                $text = Get-Pseudonym -Kind $kind -Value $one.Value
                $script:RedactionMemory[$place] = $text
            }
            if ($text -ceq $one.Value) { continue }
            Add-RedactionCount -Kind $kind -Text $text
            [pscustomobject]@{ Index = $one.Index; Length = $one.Length; Text = $text }
        }
    }
    $found | Sort-Object -Property Index
}

# A text with pseudonyms in place of names. What a detection tells by its form keeps it: who is a person's SID,
# which address a PC gave itself. Name is what the text is called where it comes from, as with a value of the
# registry.
function Protect-Text {
    param([string] $Text, [string] $Name = '', [switch] $IsVersion)
    if ($Name) {
        foreach ($kind in $script:RedactionLabel.Keys) {
            if (-not $script:RedactionLabel[$kind].IsMatch($Name)) { continue }
            # What else has such a name has another form.
            $isValue = switch ($kind) {
                'id' { $Text -match '\A\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?\z' }
                'mac' { $Text -match '\A(?:[0-9a-f]{2}[:.-]?){5,7}[0-9a-f]{2}\z' }
                'serial' { $Text -match '\d' }
                { $_ -in 'computer', 'domain' } { $Text -match '\A[\p{L}\p{N}_][\p{L}\p{N}_.-]*\z' }
                default { $true }
            }
            if (-not $isValue -and $kind -in 'computer', 'domain') {
                # A port, or several of them: as a log has it.
                $labelled = Protect-Text -Text "$Name=$Text"
                if ($labelled.StartsWith("$Name=")) { return $labelled.Substring($Name.Length + 1) }
            }
            if (-not $isValue) { continue }
            $pseudonym = Get-Pseudonym -Kind $kind -Value $Text
            if ($pseudonym -cne $Text) { Add-RedactionCount -Kind $kind -Text $pseudonym }
            return $pseudonym
        }
    }
    $form = @{ IsVersion = $IsVersion }
    $replace = {
        param($match)
        $spans = @(Get-RedactionSpan -Match $match @form)
        $result = $match.Value
        for ($number = $spans.Count - 1; $number -ge 0; $number--) {
            $at = $spans[$number].Index - $match.Index
            $rest = $result.Substring($at + $spans[$number].Length)
            $result = $result.Substring(0, $at) + $spans[$number].Text + $rest
        }
        $result
    }
    # A pseudonym can leave a name beside it that was a part of a longer word before.
    for ($round = 0; $round -lt 9; $round++) {
        $before = $Text
        # Nearly every text. PowerShell compiles a block for each call that takes one.
        if (-not $script:RedactionPattern.IsMatch($before)) { break }
        $Text = $script:RedactionPattern.Replace($before, $replace)
        if ($Text -ceq $before) { break }
    }
    $Text
}

# { Text, Encoding, Head }, or nothing when it is no text. Logs are UTF-16 or UTF-8, with a mark or without, or in
# the code page of Windows. Head is what stands before the text: the mark, or the rest of a character that was cut.
function Read-BundleText {
    param([Parameter(Mandatory)] [string] $Path)
    $head = New-Object -TypeName 'byte[]' -ArgumentList 4096
    $stream = [IO.File]::OpenRead($Path)
    try { $count = $stream.Read($head, 0, 4096) } finally { $stream.Dispose() }
    $mark = if ($count -gt 1) { [BitConverter]::ToString($head, 0, [math]::Min(3, $count)) } else { '' }
    $wide = if ($mark -like 'FF-FE*') { 'little' } elseif ($mark -like 'FE-FF*') { 'big' } else { '' }
    $skip = if ($wide) { 2 } elseif ($mark -eq 'EF-BB-BF') { 3 } else { 0 }
    if (-not $wide) {
        # Letters of ASCII have a zero beside them in UTF-16. A trace can be large: its beginning has to do.
        $places = @{ 0 = $false; 1 = $false }
        for ($at = 0; $at -lt $count; $at++) { if ($head[$at] -eq 0) { $places[$at % 2] = $true } }
        if ($places[0] -and $places[1]) { return }
        if ($places[0]) { $wide = 'big' } elseif ($places[1]) { $wide = 'little' }
    }
    $bytes = [IO.File]::ReadAllBytes($Path)
    if ($wide) {
        $encoding = New-Object -TypeName Text.UnicodeEncoding -ArgumentList ($wide -eq 'big'), $false
        $text = $encoding.GetString($bytes, $skip, $bytes.Length - $skip)
        # With zeros in it, it is UTF-32 or no text. Without a mark it has to be whole.
        $none = if ($skip) { '\x00' } else { '[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]' }
        if ($text -match $none) { return }
    }
    else {
        if ([array]::IndexOf($bytes, [byte] 0) -ge 0) { return }
        $end = [math]::Min(3, $bytes.Length)
        while ($skip -lt $end -and ($bytes[$skip] -band 0xC0) -eq 0x80) { $skip++ }
        $encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false, $true
        try { $text = $encoding.GetString($bytes, $skip, $bytes.Length - $skip) }
        catch {
            $skip = 0
            $culture = [cultureinfo]::CurrentCulture
            $encoding = [Text.Encoding]::GetEncoding($culture.TextInfo.ANSICodePage)
            $text = $encoding.GetString($bytes)
        }
    }
    $head = New-Object -TypeName 'byte[]' -ArgumentList $skip
    [array]::Copy($bytes, $head, $skip)
    [pscustomobject]@{ Text = $text; Encoding = $encoding; Head = $head }
}

# Redacts what is text, names of files included, and takes out what is not, since nobody can tell what it holds. A
# text keeps its encoding, and one without names its bytes.
function Protect-Bundle {
    Start-Redaction
    foreach ($file in @(Get-ChildItem -LiteralPath $script:BundleFolder -Recurse -File -Force)) {
        Write-Step -Id 2 -Text $file.Name
        try {
            $read = Read-BundleText -Path $file.FullName
            if ($null -eq $read) {
                Remove-Item -LiteralPath $file.FullName -Force
                Add-BundleOmission -Source $file.Name -Reason 'redaction' -Bytes $file.Length
                continue
            }
            $text = Protect-Text -Text $read.Text
            $name = Protect-Text -Text $file.Name
            if ($text -ceq $read.Text -and $name -ceq $file.Name) { continue }
            Remove-Item -LiteralPath $file.FullName -Force
            $script:BundlePart = $file.Directory.Name
            $bytes = $read.Encoding.GetBytes($text)
            $copy = [IO.File]::Create((Add-BundlePath -Name $name))
            try {
                $copy.Write($read.Head, 0, $read.Head.Length)
                $copy.Write($bytes, 0, $bytes.Length)
            }
            finally { $copy.Dispose() }
        }
        catch {
            Add-BundleProblem -Source $file.Name -Record $_
            Remove-Item -LiteralPath $file.FullName -Force -ErrorAction SilentlyContinue
        }
    }
    foreach ($entry in $script:BundleProblems.ToArray() + $script:BundleOmissions.ToArray()) {
        $entry.source = Protect-Text -Text $entry.source
    }
}

# What was replaced, by kind: in how many places, and how many different names. No name itself.
function Get-RedactionReport {
    $report = [ordered]@{}
    if (-not $script:IsRedacted) { return $report }
    foreach ($kind in $script:RedactionCounts.Keys | Sort-Object) {
        $report[$kind] = [ordered]@{
            places = [int] $script:RedactionCounts[$kind]
            names  = [int] $script:PseudonymCounts[$kind]
        }
    }
    $report
}

# The file that whoever unpacks the bundle opens first: whether names are in it, and what was replaced how often.
function Add-BundleReadMe {
    param([Parameter(Mandatory)] [Collections.IDictionary] $Replaced)
    $lines = @(
        "$script:Product $script:Version $script:ScriptName.ps1"
        ''
        if ($script:IsRedacted) {
            Get-Message -Key 'readMeRedacted'
            ''
            Get-Message -Key 'readMeReplaced'
            foreach ($kind in $Replaced.Keys) {
                "  ${kind}: $($Replaced[$kind].places) ($($Replaced[$kind].names))"
            }
            ''
            Get-Message -Key 'readMeLook'
        }
        else { Get-Message -Key 'readMeFull' }
        if ($script:BundleOmissions.Count -gt 0) {
            ''
            Get-Message -Key 'leftOut' -With @{ Count = $script:BundleOmissions.Count }
        }
    )
    $text = ($lines -join "`r`n") + "`r`n"
    $mark = New-Object -TypeName Text.UTF8Encoding -ArgumentList $true
    [IO.File]::WriteAllText((Join-Path -Path $script:BundleFolder -ChildPath '00-README.txt'), $text, $mark)
}

# Writes the manifest and the zip file, and outputs the file.
function Save-Bundle {
    param([Parameter(Mandatory)] [psobject] $Machine, [string] $OutputPath, [hashtable] $Given = @{})
    $culture = [cultureinfo]::InvariantCulture
    $now = [datetime]::UtcNow
    if ($script:IsRedacted) { Protect-Bundle }
    $capture = Save-Capture -Given $Given
    $replaced = Get-RedactionReport
    Add-BundleReadMe -Replaced $replaced
    $files = foreach ($file in Get-ChildItem -LiteralPath $script:BundleFolder -Recurse -File -Force) {
        [ordered]@{
            path   = $file.FullName.Substring($script:BundleFolder.Length + 1).Replace('\', '/')
            bytes  = $file.Length
            sha256 = (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash
        }
    }
    $manifest = [ordered]@{
        format      = 'mendsheet-bundle/1'
        product     = $script:Product
        version     = $script:Version
        script      = "$script:ScriptName.ps1"
        finishedUtc = $now.ToString('yyyy-MM-ddTHH:mm:ssZ', $culture)
        build       = "$($Machine.Build).$($Machine.Revision)"
        elevated    = $Machine.Elevated
        redacted    = $script:IsRedacted
        replaced    = $replaced
        capture     = $capture
        files       = @($files)
        problems    = $script:BundleProblems.ToArray()
        omissions   = $script:BundleOmissions.ToArray()
    }
    $text = ConvertTo-JsonText -InputObject $manifest
    [IO.File]::WriteAllText((Join-Path -Path $script:BundleFolder -ChildPath 'manifest.json'), $text)
    # Nobody can have put something at a name that nobody knows.
    $name = "Mendsheet-$script:Product-$($now.ToString('yyyyMMdd-HHmmss', $culture))-$([guid]::NewGuid()).zip"
    $path = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath $name
    if ($OutputPath) {
        $path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    }
    $content = Get-ChildItem -LiteralPath $script:BundleFolder -Force | ForEach-Object { $_.FullName }
    # Windows PowerShell takes no other ending than .zip, and half a file must not pass for a whole one.
    $made = "$script:BundleFolder.zip"
    Compress-Archive -LiteralPath $content -DestinationPath $made -CompressionLevel Optimal -Force
    Move-Item -LiteralPath $made -Destination $path -Force
    if ($script:BundleOmissions.Count -gt 0) {
        Write-Notice -Key 'leftOut' -With @{ Count = $script:BundleOmissions.Count }
    }
    Write-Notice -Key 'collected' -With @{ Path = $path; Count = @($files).Count }
    Get-Item -LiteralPath $path
}

#endregion
#region Capture

# A value as capture.schema.json says it: texts, numbers of 32 bits, truth values, nothing and lists as themselves,
# all else as one entry named after its type. Of an object only the properties count that the script's text names.
function ConvertTo-CaptureValue {
    param([object] $Value, [string] $Path, [int] $Depth = 0)
    if ($null -eq $Value) { return }
    $base = $Value.PSObject.BaseObject
    if ($base -is [string] -or $base -is [bool] -or $base -is [int]) { return $base }
    $culture = [cultureinfo]::InvariantCulture
    if ($base -is [datetime]) { return @{ datetime = $base.ToString('o', $culture) } }
    if ($base -is [timespan]) { return @{ timespan = $base.ToString('c', $culture) } }
    if ($base -is [enum] -or $base -is [char] -or $base -is [guid] -or $base -is [scriptblock]) { return "$base" }
    if ($base -is [switch]) { return [bool] $base }
    if ($base -is [ValueType]) {
        return @{ $base.GetType().Name.ToLowerInvariant() = [Convert]::ToString($base, $culture) }
    }
    if ($base -is [byte[]]) { return @{ bytes = [BitConverter]::ToString($base) -replace '-' } }
    if ($Depth -gt 5) { return "$base" }
    if ($base -is [Collections.IDictionary]) {
        $table = @{}
        foreach ($pair in $base.GetEnumerator()) {
            $table["$($pair.Key)"] = ConvertTo-CaptureValue -Value $pair.Value -Depth ($Depth + 1)
        }
        return @{ table = $table }
    }
    if ($base -is [Collections.IEnumerable] -and $base -isnot [Xml.XmlNode]) {
        $items = New-Object -TypeName 'System.Collections.Generic.List[object]'
        foreach ($item in $base) { $items.Add((ConvertTo-CaptureValue -Value $item -Depth ($Depth + 1))) }
        return , $items.ToArray()
    }
    # A set that comes out of a statement would be a list of its entries.
    $named = $methods = New-Object -TypeName 'System.Collections.Generic.HashSet[string]'
    if ($script:ReadList) {
        $named = $script:ReadList.Members
        $methods = $script:ReadList.Methods
    }
    $object = @{}
    foreach ($property in $Value.PSObject.Properties) {
        if (-not $named.Contains($property.Name)) { continue }
        # Some properties of Windows' objects fail when they are asked.
        try { $object[$property.Name] = ConvertTo-CaptureValue -Value $property.Value -Depth ($Depth + 1) }
        catch { Write-Verbose -Message $property.Name }
    }
    $calls = @{}
    foreach ($name in @($methods) -cmatch '^(Get|To)[A-Z]\w+$') {
        $method = $Value.PSObject.Methods[$name]
        if (-not $method -or $Path -or $name -in 'GetType', 'GetHashCode', 'ToString') { continue }
        try { $calls[$name] = ConvertTo-CaptureValue -Value $method.Invoke() -Depth ($Depth + 1) }
        catch { Write-Verbose -Message $name }
    }
    $tree = @{ object = $object }
    if ($calls.Count -gt 0) { $tree['calls'] = $calls }
    if ($Path) { $tree['path'] = $Path }
    $tree
}

# JSON in ASCII, names in order, so that equal values are equal texts. ConvertTo-Json knows neither.
function ConvertTo-CaptureText {
    param([object] $Value)
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { return "$Value".ToLowerInvariant() }
    if ($Value -is [int] -or $Value -is [long]) { return [string] $Value }
    if ($Value -is [Collections.IDictionary]) {
        # A key can be called Keys itself.
        $names = [string[]] @(foreach ($pair in $Value.GetEnumerator()) { $pair.Key })
        [array]::Sort($names, [StringComparer]::Ordinal)
        $pairs = foreach ($name in $names) {
            (ConvertTo-CaptureText -Value $name) + ':' + (ConvertTo-CaptureText -Value $Value[$name])
        }
        return '{' + ($pairs -join ',') + '}'
    }
    if ($Value -is [Collections.IList]) {
        return '[' + (@(foreach ($one in $Value) { ConvertTo-CaptureText -Value $one }) -join ',') + ']'
    }
    $quoted = "$Value" -replace '["\\]', '\$0'
    # PowerShell compiles a block for each call that takes one, so only texts that need it are given to one.
    if ($quoted -match '[^\x20-\x7e]') {
        $quoted = [regex]::Replace($quoted, '[^\x20-\x7e]', {
                param($match)
                '\u{0:x4}' -f [int] [char] $match.Value
            })
    }
    """$quoted"""
}

# Methods of an object of COM, each call a read of its own. A method of a script does not know its name, so each
# one gets a body that says it; names come from the text of this script.
function Add-RecordedMethod {
    param([Parameter(Mandatory)] [psobject] $Object, [Parameter(Mandatory)] [string] $Path, [object] $Target)
    $Object | Add-Member -MemberType NoteProperty -Name 'RecordedPath' -Value $Path
    $Object | Add-Member -MemberType NoteProperty -Name 'RecordedTarget' -Value $Target
    foreach ($name in @($script:ReadList.Methods) -match '^[A-Z]\w+$') {
        if ($Object.PSObject.Properties[$name] -or $Object.PSObject.Methods[$name]) { continue }
        if ($null -ne $Target -and -not $Target.PSObject.Methods[$name]) { continue }
        $body = [scriptblock]::Create(
            'Invoke-Recorded -Name ''{0}'' -With $args -Target $this' -f $name)
        $Object | Add-Member -MemberType ScriptMethod -Name $name -Value $body
    }
}

# The value again. Objects have what was captured of them and nothing else, so that strict mode misses the rest.
function ConvertFrom-CaptureValue {
    param([object] $Tree)
    if ($null -eq $Tree) { return }
    if ($Tree -is [Collections.IList]) {
        $items = New-Object -TypeName 'System.Collections.Generic.List[object]'
        foreach ($one in $Tree) { $items.Add((ConvertFrom-CaptureValue -Tree $one)) }
        return , $items.ToArray()
    }
    # What reads JSON may take every number for a long one.
    if ($Tree -is [long]) { return [int] $Tree }
    if ($Tree -isnot [Collections.IDictionary]) { return $Tree }
    $culture = [cultureinfo]::InvariantCulture
    if ($Tree.Contains('table')) {
        $table = @{}
        foreach ($pair in $Tree['table'].GetEnumerator()) {
            $table[$pair.Key] = ConvertFrom-CaptureValue -Tree $pair.Value
        }
        return $table
    }
    if ($Tree.Contains('object')) {
        $object = New-Object -TypeName psobject
        foreach ($pair in $Tree['object'].GetEnumerator()) {
            $value = ConvertFrom-CaptureValue -Tree $pair.Value
            $object | Add-Member -MemberType NoteProperty -Name $pair.Key -Value $value -Force
        }
        $calls = if ($Tree.Contains('calls')) { $Tree['calls'] } else { @{} }
        foreach ($pair in $calls.GetEnumerator()) {
            $value = ConvertFrom-CaptureValue -Tree $pair.Value
            $object | Add-Member -MemberType NoteProperty -Name "$($pair.Key) answer" -Value $value
            $body = [scriptblock]::Create('$this.''{0} answer''' -f ($pair.Key -replace '\W'))
            $object | Add-Member -MemberType ScriptMethod -Name $pair.Key -Value $body -Force
        }
        if ($Tree.Contains('path')) { Add-RecordedMethod -Object $object -Path $Tree['path'] }
        return $object
    }
    $kind, $text = foreach ($pair in $Tree.GetEnumerator()) { $pair.Key, [string] $pair.Value }
    switch ($kind) {
        'datetime' { return [datetime]::Parse($text, $culture, 'RoundtripKind') }
        'timespan' { return [timespan]::Parse($text, $culture) }
        'bytes' {
            $bytes = for ($at = 0; $at -lt $text.Length; $at += 2) {
                [Convert]::ToByte($text.Substring($at, 2), 16)
            }
            return , [byte[]] @($bytes)
        }
    }
    $types = @{
        byte = [byte]; sbyte = [sbyte]; int16 = [int16]; uint16 = [uint16]; uint32 = [uint32]; int64 = [int64]
        uint64 = [uint64]; single = [single]; double = [double]; decimal = [decimal]
    }
    [Convert]::ChangeType($text, $types[$kind], $culture)
}

# What detections read, found in the text of this script: { Commands, Members, Methods, Variables, Own }, so that a
# new check is captured without a word about it. Functions that reach past commands are taken as one read, and
# what only reckons is none.
function Get-ReadList {
    param([Parameter(Mandatory)] [scriptblock[]] $Test)
    $whole = 'Get-RegistryValue', 'Get-SubkeyName', 'Get-WinHttpProxy', 'Read-EventLog', 'Invoke-NativeTool',
    'Invoke-WithLimit', 'Get-ImageHealth', 'Get-WebDate', 'Test-TcpPort', 'Measure-Download', 'Get-FreeSpace',
    'Get-Account', 'Read-LogLine', 'Get-TlsIssuer'
    $none = 'ForEach-Object', 'Where-Object', 'Sort-Object', 'Select-Object', 'Group-Object', 'Measure-Object',
    'Compare-Object', 'Get-Unique', 'Join-Path', 'Split-Path', 'New-TimeSpan', 'Out-Null', 'Write-Debug',
    'Write-Information', 'Write-Output', 'Write-Progress', 'Write-Verbose', 'ConvertFrom-Csv',
    'ConvertFrom-Json', 'ConvertTo-Json', 'Start-Sleep'
    # Sets, since a name can be one of those that a table has itself.
    $list = @{ Own = @{} }
    foreach ($kind in 'Commands', 'Members', 'Methods', 'Variables') {
        $list[$kind] = New-Object -TypeName 'System.Collections.Generic.HashSet[string]' -ArgumentList (
            [StringComparer]::OrdinalIgnoreCase)
    }
    $root = $Test[0].Ast
    while ($root.Parent) { $root = $root.Parent }
    $isFunction = { $args[0] -is [Management.Automation.Language.FunctionDefinitionAst] }
    foreach ($function in $root.FindAll($isFunction, $false)) { $list.Own[$function.Name] = $function }
    $isTelling = {
        $args[0] -is [Management.Automation.Language.CommandAst] -or
        $args[0] -is [Management.Automation.Language.MemberExpressionAst] -or
        $args[0] -is [Management.Automation.Language.StringConstantExpressionAst] -or
        $args[0] -is [Management.Automation.Language.VariableExpressionAst]
    }
    $queue = New-Object -TypeName 'System.Collections.Generic.Queue[object]'
    foreach ($one in $Test) { $queue.Enqueue($one.Ast) }
    $seen = @{}
    while ($queue.Count -gt 0) {
        foreach ($node in $queue.Dequeue().FindAll($isTelling, $true)) {
            switch ($node.GetType().Name) {
                'StringConstantExpressionAst' { $null = $list.Members.Add($node.Value) }
                'InvokeMemberExpressionAst' {
                    if (-not $node.Static) { $null = $list.Methods.Add("$($node.Member)") }
                }
                'VariableExpressionAst' {
                    $drive, $name = "$($node.VariablePath)" -split ':'
                    if ($drive -eq 'env') { $null = $list.Variables.Add($name) }
                }
                'CommandAst' {
                    $name = $node.GetCommandName()
                    if (-not $name -or $name -in $none) { continue }
                    $isRead = $name -in $whole -or -not $list.Own.ContainsKey($name)
                    if ($isRead) { $null = $list.Commands.Add($name) }
                    elseif (-not $seen.ContainsKey($name)) {
                        $seen[$name] = $true
                        $queue.Enqueue($list.Own[$name])
                    }
                }
            }
        }
    }
    $list
}

# Arguments as a function without parameters gets them, by parameter; those without a name as a list under ''.
# Handed on as they are, a switch that came out of a table would lose its value to the next parameter.
function Split-Argument {
    param([object[]] $Argument = @())
    $named = @{ '' = @() }
    $parameter = ''
    foreach ($token in $Argument) {
        $mark = if ($token -is [string]) { $token.PSObject.Properties['<CommandParameterName>'] }
        if ($mark) {
            $parameter = $mark.Value
            $named[$parameter] = $true
        }
        elseif ($parameter) {
            $named[$parameter] = $token
            $parameter = ''
        }
        else { $named[''] += , $token }
    }
    $named
}

# How a read is found again: { Check, Name, With (by parameter, or @0 by position), Key, IsQuiet, Variable }. How
# long to wait and what becomes of errors is no part of the question.
function Get-ReadKey {
    param([Parameter(Mandatory)] [string] $Name, [AllowEmptyCollection()] [object[]] $With = @())
    $given = @{}
    foreach ($pair in (Split-Argument -Argument $With).GetEnumerator()) {
        if ($pair.Key -ne '') { $given[$pair.Key] = $pair.Value; continue }
        for ($at = 0; $at -lt $pair.Value.Count; $at++) { $given["@$at"] = $pair.Value[$at] }
    }
    $isQuiet = "$($given['ErrorAction'])" -in 'SilentlyContinue', 'Ignore'
    $variable = [string] $given['ErrorVariable']
    foreach ($one in 'ErrorAction', 'ErrorVariable', 'OperationTimeoutSec', 'TimeoutSeconds', 'QuickTimeout') {
        $given.Remove($one)
    }
    $tree = (ConvertTo-CaptureValue -Value $given)['table']
    [pscustomobject]@{
        Check    = $script:Recording.Check
        Name     = $Name
        With     = $tree
        Key      = "$Name $(ConvertTo-CaptureText -Value $tree)"
        IsQuiet  = $isQuiet
        Variable = $variable
    }
}

# What of an error decides anything: its type, its numbers and its id. Its text is translated and can hold names.
function ConvertTo-RecordedError {
    param([Parameter(Mandatory)] [object] $Record)
    $failure = $Record.Exception
    $tree = @{ type = $failure.GetType().FullName; hresult = $failure.HResult }
    if ($Record.FullyQualifiedErrorId) { $tree['id'] = ($Record.FullyQualifiedErrorId -split ',')[0] }
    $inner = $failure.GetBaseException()
    if (-not [object]::ReferenceEquals($inner, $failure)) {
        $tree['inner'] = @{ type = $inner.GetType().FullName; hresult = $inner.HResult }
    }
    $tree
}

# An error with the type and the numbers that were captured; one of a type that is not known here is a plain one.
function New-RecordedError {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes an object in memory.')]
    param([Parameter(Mandatory)] [Collections.IDictionary] $Tree, [switch] $AsException)
    $inner = if ($Tree.Contains('inner')) { New-RecordedError -Tree $Tree['inner'] -AsException }
    $type = if ($Tree['type'] -match '^(System|Microsoft)\.[\w.]+$') { $Tree['type'] -as [type] }
    $failure = $null
    if ($type -and [Exception].IsAssignableFrom($type)) {
        $values = if ($inner) { @('captured', $inner) } else { @('captured') }
        try { $failure = New-Object -TypeName $type -ArgumentList $values } catch { $failure = $null }
    }
    if (-not $failure) {
        $failure = New-Object -TypeName InvalidOperationException -ArgumentList 'captured', $inner
    }
    [Exception].GetProperty('HResult').SetValue($failure, [int] $Tree['hresult'], $null)
    if ($AsException) { return $failure }
    $id = if ($Tree.Contains('id')) { $Tree['id'] } else { 'Captured' }
    New-Object -TypeName Management.Automation.ErrorRecord -ArgumentList $failure, $id, 'NotSpecified', $null
}

# What a run of the detections asked and was answered; or, for a replay, what an earlier one was.
function New-Recording {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes an object in memory.')]
    param([object[]] $Read = @(), [string[]] $Absent = @(), [switch] $IsReplay)
    $recording = @{
        Check    = ''
        IsReplay = [bool] $IsReplay
        Reads    = New-Object -TypeName 'System.Collections.Generic.List[object]'
        Places   = @{}
        Asked    = @{}
        Absent   = @{}
        Missing  = New-Object -TypeName 'System.Collections.Generic.List[string]'
    }
    foreach ($name in $Absent) { $recording.Absent[$name] = $true }
    foreach ($one in $Read) {
        $key = "$($one['command']) $(ConvertTo-CaptureText -Value $one['arguments'])"
        $recording.Places["$($one['check']) $key"] = $one
        # Whoever asked first stands for those who did not ask.
        if (-not $recording.Places.ContainsKey($key)) { $recording.Places[$key] = $one }
    }
    $recording
}

# Keeps an answer: the same read of the same check has one for each time it was asked.
function Add-RecordedRead {
    param([Parameter(Mandatory)] [psobject] $Read, [Parameter(Mandatory)] [hashtable] $Answer)
    $recording = $script:Recording
    $place = "$($Read.Check) $($Read.Key)"
    if (-not $recording.Places.ContainsKey($place)) {
        $recording.Places[$place] = @{
            check     = $Read.Check
            command   = $Read.Name
            arguments = $Read.With
            answers   = New-Object -TypeName 'System.Collections.Generic.List[object]'
        }
        $recording.Reads.Add($recording.Places[$place])
    }
    $recording.Places[$place].answers.Add($Answer)
}

# What stood behind a name before the recording.
function Invoke-Original {
    param([object] $Original, [object[]] $With = @())
    $named = Split-Argument -Argument $With
    $rest = $named['']
    $named.Remove('')
    & $Original @named @rest
}

# Asks Windows, and keeps what it answered: { Given, Failures, Thrown }. An object of COM is given as one whose
# methods are reads too.
function Get-LiveAnswer {
    param(
        [Parameter(Mandatory)] [psobject] $Read,
        [object] $Original,
        [object[]] $With,
        [psobject] $Target,
        [string] $Method,
        [string] $Path
    )
    $live = @()
    $failures = @()
    $thrown = $null
    $named = Split-Argument -Argument $With
    $rest = $named['']
    $named.Remove('')
    if ($Read.IsQuiet) { $named['ErrorVariable'] = 'recordedFailures' }
    try {
        $live = @(
            if ($Target) { $Target.RecordedTarget.PSObject.Methods[$Method].Invoke($With) }
            else { & $Original @named @rest }
        )
        $failures = Get-Variable -Name 'recordedFailures' -Scope 0 -ValueOnly -ErrorAction Ignore
    }
    catch { $thrown = $_ }
    $failures = @($failures | Where-Object { $_ })
    $given = New-Object -TypeName 'System.Collections.Generic.List[object]'
    $trees = New-Object -TypeName 'System.Collections.Generic.List[object]'
    $isBinary = $live.Count -gt 0 -and @($live | Where-Object { $_ -isnot [byte] }).Count -eq 0
    if ($isBinary) { $trees.Add((ConvertTo-CaptureValue -Value ([byte[]] $live))) }
    foreach ($one in $live) {
        if ($isBinary) { $given.Add($one); continue }
        # A collection that COM gives is a list, and a number a number.
        $isObject = $Path -and $null -ne $one -and $one -isnot [ValueType] -and $one -isnot [string] -and
        $one -isnot [Collections.IEnumerable]
        $hasMethod = $isObject -and ([Runtime.InteropServices.Marshal]::IsComObject($one.PSObject.BaseObject) -or
            @($one.PSObject.Methods | Where-Object -Property MemberType -EQ 'ScriptMethod').Count -gt 0)
        $tree = ConvertTo-CaptureValue -Value $one -Path $(if ($hasMethod) { $Path } else { '' })
        $trees.Add($tree)
        if ($hasMethod) {
            $plain = ConvertFrom-CaptureValue -Tree @{ object = $tree['object'] }
            Add-RecordedMethod -Object $plain -Path $Path -Target $one
            $given.Add($plain)
        }
        else { $given.Add($one) }
    }
    $answer = @{ output = $trees.ToArray() }
    $first = if ($thrown) { $thrown } elseif ($failures) { $failures[0] }
    if ($first) {
        $answer['error'] = ConvertTo-RecordedError -Record $first
        $answer['thrown'] = $null -ne $thrown
    }
    Add-RecordedRead -Read $Read -Answer $answer
    @{ Given = $given.ToArray(); Failures = $failures; Thrown = $thrown }
}

# The answer of a capture to a read, { Given, Failures, Thrown }: what this check got that time, or else what
# another check got. A read that was not captured is noted and thrown: whoever asks is undecided.
function Get-RecordedAnswer {
    param([Parameter(Mandatory)] [psobject] $Read)
    $recording = $script:Recording
    $answer = $null
    foreach ($key in "$($Read.Check) $($Read.Key)", $Read.Key) {
        if (-not $recording.Places.ContainsKey($key)) { continue }
        $answers = $recording.Places[$key].answers
        $number = [int] $recording.Asked[$key]
        $recording.Asked[$key] = $number + 1
        # The clock may be asked more often.
        if ($Read.Name -eq 'Get-Date') { $number = [math]::Min($number, $answers.Count - 1) }
        if ($number -lt $answers.Count) { $answer = $answers[$number] }
        break
    }
    if ($null -eq $answer -and $recording.Absent.ContainsKey($Read.Name)) {
        $failure = @{ type = 'System.Management.Automation.CommandNotFoundException'; hresult = -2146233087 }
        $answer = @{ output = @(); error = $failure; thrown = $true }
    }
    if ($null -eq $answer) {
        $recording.Missing.Add($Read.Key)
        throw (New-Object -TypeName InvalidOperationException -ArgumentList "NotCaptured: $($Read.Key)")
    }
    $given = New-Object -TypeName 'System.Collections.Generic.List[object]'
    foreach ($tree in @($answer['output'])) {
        $value = ConvertFrom-CaptureValue -Tree $tree
        # Lists come out of a command one by one.
        if ($value -is [array]) { $given.AddRange([object[]] $value) } else { $given.Add($value) }
    }
    $failure = if ($answer.Contains('error')) { New-RecordedError -Tree $answer['error'] }
    @{
        Given    = $given.ToArray()
        Failures = @($failure | Where-Object { $_ })
        Thrown   = if ($failure -and ($answer['thrown'] -or -not $Read.IsQuiet)) { $failure }
    }
}

# Stands in front of a read: keeps question and answer, or in a replay gives the answer that was kept.
function Invoke-Recorded {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [object[]] $With = @(),
        [psobject] $Target
    )
    $original = if (-not $Target) { $script:Originals[$Name] }
    # What a read asks on its way is part of it, and what keeps it is none.
    if ($script:IsReading -or -not $script:Recording.Check) {
        return Invoke-Original -Original $original -With $With
    }
    $script:IsReading = $true
    try {
        $read = Get-ReadKey -Name $(if ($Target) { "$($Target.RecordedPath).$Name()" } else { $Name }) -With $With
        $isCom = $Target -or ($Name -eq 'New-Object' -and $read.With.ContainsKey('ComObject'))
        if ($Name -eq 'New-Object' -and -not $isCom) {
            $answer = @{ Given = @(Invoke-Original -Original $original -With $With); Failures = @() }
        }
        elseif ($script:Recording.IsReplay) { $answer = Get-RecordedAnswer -Read $read }
        else {
            $path = if ($Target) { $read.Name } elseif ($isCom) { [string] $read.With['ComObject'] } else { '' }
            $splat = @{ Read = $read; Original = $original; With = $With; Target = $Target; Path = $path }
            $answer = Get-LiveAnswer @splat -Method $Name
        }
    }
    finally { $script:IsReading = $false }
    # Where the caller stands who named it.
    if ($read.Variable) { Set-Variable -Scope 2 -Name $read.Variable -Value $answer.Failures }
    $answer.Given
    if ($answer['Thrown']) { throw $answer.Thrown }
}

# Puts one function in front of everything that detections read. It runs where the detections run, which is not
# where the main runs.
function Start-Recording {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Changes functions of this process alone.')]
    param([Parameter(Mandatory)] [scriptblock[]] $Test)
    if ($script:ReadList) { return }
    $script:Originals = @{}
    $script:IsReading = $false
    $list = Get-ReadList -Test $Test
    foreach ($name in $list.Commands) {
        # A command that this Windows lacks is missed by whoever calls it.
        $original = Get-Command -Name $name -ErrorAction SilentlyContinue | Select-Object -First 1
        # What stands behind the name now, not what will.
        if ($original -is [Management.Automation.FunctionInfo]) { $original = $original.ScriptBlock }
        if ($original -or $script:Recording.IsReplay) { $script:Originals[$name] = $original }
        else { $script:Recording.Absent[$name] = $true }
    }
    foreach ($name in @($script:Originals.Keys)) {
        Set-Item -Path "function:script:$name" -Value {
            Invoke-Recorded -Name $MyInvocation.MyCommand.Name -With $args
        }
    }
    $script:ReadList = $list
}

# What stands in the way of a repair, as the finding of a check: Problem with each reason, or Ok.
function Test-Guard {
    $stops = @((Get-Guard).Stops)
    if (-not $stops) { return New-Finding -Status 'Ok' }
    $told = foreach ($one in $stops) { @{ Code = $one.Code; Reason = $one.Reason; Evidence = $one.Evidence } }
    New-Finding -Status 'Problem' -Reason $stops[0].Reason -Evidence @{ Stops = @($told) }
}

# The detection whose turn it is, the look at this PC ("-"), or what guards repairs ("-guard").
function Invoke-RecordedTest {
    $tests = @($script:Detections | ForEach-Object { $_.Test })
    $tests += { Get-Machine }, { Test-Guard }
    Start-Recording -Test $tests
    $script:IsReading = $false
    $id = $script:Recording.Check
    if ($id -eq '-') { return Get-Machine }
    if ($id -eq '-guard') { return Test-Guard }
    & ($script:Detections | Where-Object { $_.Id -eq $id }).Test
}

# Runs every detection once, in front of $script:Recording, and outputs what each found: by keys, without words.
# What guards repairs comes last.
function Invoke-RecordedDetection {
    $recording = $script:Recording
    $recording.Check = '-'
    $recording.Missing.Clear()
    $machine = Invoke-TestWithLimit -Test { Invoke-RecordedTest } -TimeoutSeconds 60
    if ($machine -is [Management.Automation.ErrorRecord]) {
        # Which checks are meant for a PC that nobody has looked at, nobody can say.
        if (-not $recording.IsReplay) { throw $machine }
        $machine = $null
    }
    $anywhere = @{ MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @(); Architecture = @(); Account = @() }
    $rows = @($script:Detections) + @(@{ Id = '-guard'; Needs = @(); Limit = 120 } + $anywhere)
    $done = 0
    foreach ($row in $rows) {
        Write-Step -Text $row.Id -Done $done -Of $rows.Count
        $done++
        $recording.Check = $row.Id
        $recording.Missing.Clear()
        $asked = $row.Clone()
        $asked.Test = { Invoke-RecordedTest }
        $finding = if ($machine) { Invoke-Detection -Row $asked -Machine $machine }
        else { New-Finding -Status 'Unknown' -Reason 'notCaptured' }
        $recording.Check = ''
        $result = [ordered]@{
            check    = $row.Id
            status   = $finding.Status
            reason   = [string] $finding.Reason
            hresults = [object[]] @($finding.HResult)
            evidence = (ConvertTo-CaptureValue -Value $finding.Evidence)['table']
        }
        if ($recording.Missing.Count -gt 0) {
            $result['status'] = 'Unknown'
            $result['reason'] = 'notCaptured'
        }
        $result
    }
    $recording.Check = ''
}

# Looks once at this PC as a diagnosis does, and keeps each read with its answer. Before anything is copied, since
# copying leaves traces of its own.
function Add-BundleCapture {
    if (-not $script:Detections) { return }
    $script:Recording = New-Recording
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $started = [datetime]::UtcNow
    try {
        $results = @(Invoke-RecordedDetection)
        $script:Capture = @{
            Reads   = $script:Recording.Reads
            Absent  = [string[]] @($script:Recording.Absent.Keys | Sort-Object)
            Results = $results
            Started = $started
            Seconds = [int] $clock.Elapsed.TotalSeconds
        }
    }
    catch { Add-BundleProblem -Source 'capture.json' -Record $_ }
    finally { $script:Recording.Check = '' }
}

# Bytes with x in place of names, in ASCII or UTF-16, so that lengths and places in them stay true.
function Protect-Byte {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Byte)
    $copy = [byte[]] $Byte.Clone()
    foreach ($width in 1, 2) {
        $text = if ($width -eq 1) { [Text.Encoding]::GetEncoding(28591).GetString($copy) }
        else { [Text.Encoding]::Unicode.GetString($copy, 0, $copy.Length - $copy.Length % 2) }
        foreach ($match in $script:RedactionPattern.Matches($text)) {
            foreach ($span in Get-RedactionSpan -Match $match) {
                for ($at = $span.Index; $at -lt $span.Index + $span.Length; $at++) { $copy[$at * $width] = 120 }
            }
        }
    }
    , $copy
}

# A value with pseudonyms in its texts; in bytes, which have lengths, names are overwritten. What is called a
# version is no address.
function Protect-CaptureValue {
    param([object] $Tree, [string] $Name = '')
    if ($null -eq $Tree) { return }
    if ($Tree -is [string]) {
        return Protect-Text -Text $Tree -Name $Name -IsVersion:($Name -match 'version|build')
    }
    if ($Tree -is [Collections.IDictionary]) {
        if ($Tree.Contains('bytes') -and $Tree['bytes'] -is [string]) {
            return ConvertTo-CaptureValue -Value (Protect-Byte -Byte (ConvertFrom-CaptureValue -Tree $Tree))
        }
        $isVersion = $Tree.Contains('Name') -and "$($Tree['Name'])" -match 'version|build'
        $copy = @{}
        if ($Name -match 'version|build') { $isVersion = $true }
        foreach ($pair in $Tree.GetEnumerator()) {
            $within = if ($isVersion) { 'version' } else { $pair.Key }
            $copy[(Protect-Text -Text $pair.Key)] = Protect-CaptureValue -Tree $pair.Value -Name $within
        }
        return $copy
    }
    if ($Tree -is [Collections.IList]) {
        $items = New-Object -TypeName 'System.Collections.Generic.List[object]'
        foreach ($one in $Tree) { $items.Add((Protect-CaptureValue -Tree $one -Name $Name)) }
        return , $items.ToArray()
    }
    $Tree
}

# Writes capture.json, in the form that leaves this PC, after judging that form once more: outputs what the
# manifest says of it. At most 5 MB: what is largest goes first.
function Save-Capture {
    param([hashtable] $Given = @{})
    if (-not $script:Capture) { return }
    $culture = [cultureinfo]::InvariantCulture
    $reads = $script:Capture.Reads.ToArray()
    $results = $script:Capture.Results
    $arguments = (ConvertTo-CaptureValue -Value $Given)['table']
    $variables = @{}
    $list = Get-ReadList -Test (@($script:Detections | ForEach-Object { $_.Test }))
    foreach ($name in $list.Variables) { $variables[$name] = [Environment]::GetEnvironmentVariable($name) }
    if ($script:IsRedacted) {
        $reads = @($reads | ForEach-Object {
                $named = "$($_.arguments['Name'])"
                $place = "$($_.arguments['Path'])$($_.arguments['LiteralPath'])"
                if ($place -match '\\Version$') { $named = 'version' }
                $answers = foreach ($one in $_.answers) { Protect-CaptureValue -Tree $one -Name $named }
                @{
                    check     = $_.check
                    command   = $_.command
                    arguments = Protect-CaptureValue -Tree $_.arguments
                    answers   = @($answers)
                }
            })
        $results = @($results | ForEach-Object {
                $_.evidence = Protect-CaptureValue -Tree $_.evidence
                $_
            })
        $arguments = Protect-CaptureValue -Tree $arguments
        $variables = Protect-CaptureValue -Tree $variables
    }
    $pool = @{}
    $texts = New-Object -TypeName 'System.Collections.Generic.List[string]'
    $bytes = 0
    foreach ($read in $reads) {
        $read['numbers'] = foreach ($one in $read.answers) {
            $text = ConvertTo-CaptureText -Value $one
            if (-not $pool.ContainsKey($text)) {
                $pool[$text] = $texts.Count
                $texts.Add($text)
                $bytes += $text.Length
            }
            $pool[$text]
        }
        $bytes += 200 + (ConvertTo-CaptureText -Value $read.arguments).Length
    }
    $gone = @{}
    foreach ($number in @(0..($texts.Count - 1) | Sort-Object -Property { $texts[$_].Length } -Descending)) {
        if ($bytes -lt 4900000) { break }
        $bytes -= $texts[$number].Length
        Add-BundleOmission -Source "capture.json: answer $number" -Reason 'size' -Bytes $texts[$number].Length
        $gone[$number] = $true
        $texts[$number] = 'null'
    }
    # Judged from what was kept, and nothing else.
    $kept = foreach ($read in $reads) {
        if (-not (@($read.numbers) | Where-Object { $gone.ContainsKey($_) })) { $read }
    }
    $replay = New-Recording -Read @($kept) -Absent $script:Capture.Absent -IsReplay
    # The runspace of the detections holds this very table.
    foreach ($name in @($replay.Keys)) { $script:Recording[$name] = $replay[$name] }
    $again = @(Invoke-RecordedDetection)
    $differing = for ($index = 0; $index -lt $results.Count; $index++) {
        $first = $results[$index]
        $second = $again[$index]
        if ("$($first.status) $($first.reason)" -ne "$($second.status) $($second.reason)") { $first.check }
    }
    $head = [ordered]@{
        format      = 'mendsheet-capture/1'
        product     = $script:Product
        version     = $script:Version
        script      = "$script:ScriptName.ps1"
        sha256      = "$((Get-FileHash -LiteralPath $PSCommandPath -Algorithm SHA256).Hash)"
        arguments   = $arguments
        startedUtc  = $script:Capture.Started.ToString('yyyy-MM-ddTHH:mm:ssZ', $culture)
        zone        = [TimeZoneInfo]::Local.ToSerializedString()
        culture     = [cultureinfo]::CurrentCulture.Name
        powershell  = "$($PSVersionTable.PSVersion)"
        environment = $variables
        redacted    = $script:IsRedacted
        absent      = [object[]] $script:Capture.Absent
    }
    $lines = @(
        '{'
        foreach ($name in $head.Keys) { """$name"":$(ConvertTo-CaptureText -Value $head[$name])," }
        '"answers":['
        $texts -join ",`n"
        '],'
        '"reads":['
        @($reads | ForEach-Object {
                $one = [ordered]@{
                    check     = $_.check
                    command   = $_.command
                    arguments = $_.arguments
                    answers   = [object[]] @($_.numbers)
                }
                ConvertTo-CaptureText -Value $one
            }) -join ",`n"
        '],'
        '"results":['
        @($results | ForEach-Object { ConvertTo-CaptureText -Value $_ }) -join ",`n"
        ']'
        '}'
    )
    $path = Join-Path -Path $script:BundleFolder -ChildPath 'capture.json'
    [IO.File]::WriteAllText($path, ($lines -join "`n") + "`n")
    [ordered]@{
        verdictsKept = @($differing).Count -eq 0
        differing    = @($differing)
        reads        = $reads.Count
        seconds      = $script:Capture.Seconds
    }
}

#endregion
#region Recipes

# Recipe log-collection, used by event-log, windows-update-log.
function Export-LogCollection {
    param(
        [string[]] $Channels,
        [string[]] $Files,
        [int] $Days,
        [int] $Newest,
        [int] $Megabytes,
        [string[]] $Keys,
        [string[]] $Reader
    )
    foreach ($channel in $Channels) {
        Add-BundleEventLog -Channel $channel -Days $Days
    }
    foreach ($file in $Files) {
        $path = Join-Path -Path $env:SystemRoot -ChildPath $file
        # Of a long file the end is kept. A trace without its beginning cannot be decoded, so traces stay whole.
        $limit = if ($file -like '*.etl') { 0 } else { $Megabytes * 1mb }
        Add-BundleFile -Path $path -Newest $Newest -MaxBytes $limit
    }
    foreach ($key in $Keys) {
        Add-BundleRegistry -Path $key
    }
    if ($Reader) {
        Add-BundleCommand -Command $Reader[0] -PathParameter $Reader[1] -Name $Reader[2]
    }
}

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
        Id = 'event-log'; Item = 25
        Export = {
            Export-LogCollection -Channels @(
                'Microsoft-Windows-WindowsUpdateClient/Operational', 'Microsoft-Windows-Bits-Client/Operational',
                'Microsoft-Windows-UpdateOrchestrator/Operational',
                'Microsoft-Windows-DeliveryOptimization/Operational', 'Setup', 'System'
            ) -Files @() -Days 14 -Newest 20 -Megabytes 32 -Keys @() -Reader @()
        }
    }
    @{
        Id = 'windows-update-log'; Item = 26
        Export = {
            Export-LogCollection -Channels @() -Files @(
                'Logs\WindowsUpdate\*.etl', 'SoftwareDistribution\ReportingEvents.log', 'Logs\CBS\CBS.log',
                'Logs\CBS\CbsPersist_*.log', 'Logs\DISM\dism.log', 'Logs\MoSetup\*.log',
                'Logs\SetupDiag\SetupDiagResults.*', 'Panther\setup*.log', 'Panther\NewOs\Panther\setup*.log',
                'Panther\UnattendGC\setup*.log', '..\$WINDOWS.~BT\Sources\Panther\setup*.log',
                '..\$WINDOWS.~BT\Sources\Rollback\setup*.log', 'Logs\SIH\*.etl',
                '..\ProgramData\USOShared\Logs\System\*.etl', 'INF\setupapi.dev.log', 'debug\NetSetup.LOG',
                'WinSxS\pending.xml', 'servicing\Sessions\Sessions.xml', 'System32\drivers\etc\hosts'
            ) -Days 14 -Newest 20 -Megabytes 32 -Keys @(
                'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate',
                'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update',
                'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate',
                'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings', 'HKLM:\SYSTEM\Setup\MoSetup',
                'HKLM:\SYSTEM\Setup\SetupDiag\Results'
            ) -Reader @('Get-WindowsUpdateLog', 'LogPath', 'WindowsUpdate.log')
        }
    }
)
# What looks at this PC once, for the capture.
$script:Detections = @(
    @{
        Id = 'clock'; Item = 1
        Test = {
            Test-Clock -Witnesses @(
                'http://www.msftconnecttest.com/connecttest.txt#200+Microsoft+Connect+Test',
                'http://connectivitycheck.gstatic.com/generate_204#204',
                'http://detectportal.firefox.com/success.txt#200+success'
            ) -Floor '2026-11-22' -LimitMinutes 60 -NoticeMinutes 5
        }
    }
    @{
        Id = 'internet-connection'; Item = 3
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
        Test = { Test-DiskSpace -MinimumGigabytes 2 -ComfortGigabytes 10 -UpgradeGigabytes 20 }
    }
    @{
        Id = 'proxy'; Item = 21
        Test = { Test-Proxy -Endpoint 'sls.update.microsoft.com' }
    }
    @{
        Id = 'mpssvc-start-type'; Item = 21
        Test = { Test-ServiceStartType -Name 'mpssvc' -Wanted 'automatic' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'hosts-file'; Item = 21
        Test = {
            Test-HostsFile -Domains @(
                'windowsupdate.com', 'wustat.windows.com', 'update.microsoft.com', 'delivery.mp.microsoft.com',
                'dsp.mp.microsoft.com', 'emdl.ws.microsoft.com'
            )
        }
    }
    @{
        Id = 'tls-protocol'; Item = 21
        Test = { Test-TlsProtocol }
    }
    @{
        Id = 'winsock-catalog'; Item = 21
        Test = { Test-WinsockCatalog }
    }
    @{
        Id = 'tls-inspection'; Item = 36; Account = @('user'); Needs = @('internet')
        Test = {
            $arguments = @{
                Endpoint = 'sls.update.microsoft.com'; Issuer = 'Microsoft Corporation'; Days = 14
                Provider = 'Microsoft-Windows-WindowsUpdateClient'
            }
            Test-TlsInspection @arguments
        }
    }
    @{
        Id = 'metered-connection'; Item = 34; Kind = @('client')
        Test = { Test-MeteredConnection -StaleDays 60 }
    }
    @{
        Id = 'update-server'; Item = 28
        Test = { Test-UpdateServer }
    }
    @{
        Id = 'update-policy'; Item = 28
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
        Test = { Test-RestartPending -PickedHours 1 }
    }
    @{
        Id = 'wuauserv-rights'; Item = 15
        Test = {
            Test-ServiceSecurity -Name 'wuauserv' -Entries @(
                '(A;;CCLCSWRPLORC;;;AU)', '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)',
                '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)'
            )
        }
    }
    @{
        Id = 'bits-rights'; Item = 15
        Test = {
            Test-ServiceSecurity -Name 'bits' -Entries @(
                '(A;CI;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)', '(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)',
                '(A;;CCLCSWLOCRRC;;;IU)', '(A;;CCLCSWLOCRRC;;;SU)'
            )
        }
    }
    @{
        Id = 'wuauserv-start-type'; Item = 6
        Test = { Test-ServiceStartType -Name 'wuauserv' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'bits-start-type'; Item = 6
        Test = { Test-ServiceStartType -Name 'bits' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'usosvc-start-type'; Item = 6
        Test = { Test-ServiceStartType -Name 'usosvc' -Wanted 'delayed-automatic' -WantedOnServer2016 'demand' }
    }
    @{
        Id = 'cryptsvc-start-type'; Item = 6
        Test = { Test-ServiceStartType -Name 'cryptsvc' -Wanted 'automatic' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'trustedinstaller-start-type'; Item = 6
        Test = { Test-ServiceStartType -Name 'trustedinstaller' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'msiserver-start-type'; Item = 6
        Test = { Test-ServiceStartType -Name 'msiserver' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'wlidsvc-start-type'; Item = 6; Kind = @('client')
        Test = { Test-ServiceStartType -Name 'wlidsvc' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'dosvc-start-type'; Item = 6
        Test = { Test-ServiceStartType -Name 'dosvc' -Wanted 'delayed-automatic' -WantedOnServer2016 'same' }
    }
    @{
        Id = 'updates-switched-off'; Item = 31
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
        Id = 'download-progress'; Item = 5
        Test = {
            Test-DownloadProgress -StallMinutes 30 -Hours 48 -SampleSeconds 10 -UpdateJob 'WU Client Download'
        }
    }
    @{
        Id = 'bits-queue'; Item = 12
        Test = {
            $arguments = @{
                DamageCodes = @('0x8020006C', '0x80200049', '0x80200050'); UpdateJob = 'WU Client Download'
                Limit = 300
            }
            Test-BitsQueue @arguments
        }
    }
    @{
        Id = 'download-cache'; Item = 14
        Test = {
            Test-UpdateFailure -Days 30 -Codes @(
                '0x80240031', '0x8024000D', '0x8024000E', '0x80242006', '0x8024200D', '0x80246002', '0x80246010',
                '0x80246012', '0x80248002', '0x80248003', '0x80248004', '0x80248007', '0x80248008', '0x8024801C',
                '0x80248FFF'
            ) -Store 'SoftwareDistribution\DataStore\DataStore.edb'
        }
    }
    @{
        Id = 'activation'; Item = 2
        Test = { Test-Activation -Application '55c92734-d682-4d71-983e-d6ec3f16059f' }
    }
    @{
        Id = 'system-requirement'; Item = 7
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
        Id = 'os-current'; Item = 8
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
        Id = 'secure-boot'; Item = 33
        Test = { Test-SecureBoot -Days 60 }
    }
    @{
        Id = 'line-speed'; Item = 9; Needs = @('network-tests')
        Test = {
            $arguments = @{
                Url = 'http://download.windowsupdate.com/microsoftupdate/v6/wsusscan/wsusscn2.cab'; Bytes = 4194304
                SlowKilobits = 1000
            }
            Test-LineSpeed @arguments
        }
    }
    @{
        Id = 'clean-boot'; Item = 19
        Test = { Test-CleanBoot }
    }
    @{
        Id = 'antivirus'; Item = 20
        Test = {
            Test-Antivirus -Defender '{D68DDC3A-831F-4FAE-9E44-DA132C1ACF46}' -Removers @(
                'Trend Micro=Trend Micro Diagnostic Toolkit', 'ESET=ESET Uninstaller', 'McAfee=MCPR',
                'Norton=Norton Remove and Reinstall', 'Kaspersky=kavremover', 'Avast=Avast Clear',
                'AVG=AVG Clear', 'F-Secure=F-Secure Uninstallation Tool'
            ) -Days 90
        }
    }
    @{
        Id = 'troubleshooter'; Item = 10; Kind = @('client')
        Test = { Test-Troubleshooter }
    }
    @{
        Id = 'component-store'; Item = 11; Limit = 240; Needs = @('admin')
        Test = { Test-ComponentStore }
    }
    @{
        Id = 'boot-partition'; Item = 32
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
        Test = { Test-DiskError -Days 14 -Hours 24 }
    }
    @{
        Id = 'update-cleanup'; Item = 13
        Test = { Test-UpdateCleanup -SupersededState 80 -ComfortGigabytes 10 }
    }
    @{
        Id = 'restore-point'; Item = 16; Kind = @('client'); Needs = @('admin')
        Test = { Test-RestorePoint -SettledDays 90 -LimitMinutes 1440 }
    }
    @{
        Id = 'unwanted-update'; Item = 22; Needs = @('admin')
        Test = { Test-UnwantedUpdate -Update '' -InstalledState 112 -Days 30 }
    }
    @{
        Id = 'event-log'; Item = 25
        Test = { Test-UpdateFailure -Days 14 -Codes @() -Store '' }
    }
    @{
        Id = 'windows-update-log'; Item = 26
        Test = { Test-WindowsUpdateLog -Days 14 }
    }
    @{
        Id = 'servicing-failure'; Item = 26
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
        Id = 'servicing-stack'; Item = 18
        Test = { Test-ServicingStack -Days 30 -Codes @('0x800F0823', '0x80242017', '0x800F082A', '0x8024D011') }
    }
    @{
        Id = 'setup-diag'; Item = 27
        Test = { Test-SetupDiag -Days 30 }
    }
    @{
        Id = 'in-place-upgrade'; Item = 24
        Test = { Test-InPlaceUpgrade -Days 30 -UpgradeGigabytes 20 }
    }
    @{
        Id = 'clean-install'; Item = 23; Kind = @('client')
        Test = { Test-CleanInstall -Days 90 }
    }
    @{
        Id = 'legacy-usb'; Item = 29; Kind = @('client')
        Test = { Test-LegacyUsb -Days 90 }
    }
    @{
        Id = 'fast-startup'; Item = 29; Kind = @('client')
        Test = { Test-FastStartup -Days 90 }
    }
    @{
        Id = 'optional-feature'; Item = 29; Kind = @('client')
        Test = {
            Test-OptionalFeature -Days 90 -Features @(
                'IIS-WebServerRole', 'MSMQ-Server', 'SMB1Protocol', 'SimpleTCP', 'ServicesForNFS-ClientOnly',
                'Containers', 'Microsoft-Hyper-V'
            )
        }
    }
    @{
        Id = 'user-profile'; Item = 29; Kind = @('client')
        Test = { Test-UserProfile -Days 90 }
    }
    @{
        Id = 'setup-update'; Item = 29; Kind = @('client')
        Test = {
            Test-SetupUpdate -Days 90 -DownloadCodes @(
                '0xC1900223', '0x80072EE2', '0x80072EE7', '0x80072EFD', '0x80240034', '0x80D02002'
            )
        }
    }
)
# What a row leaves out is as usual.
foreach ($row in $script:Checks + $script:Detections) {
    $usual = @{
        Needs = @(); Limit = 120
        MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @(); Architecture = @(); Account = @()
        Test = $null; Repair = $null; Export = $null
    }
    foreach ($name in $usual.Keys) { if (-not $row.ContainsKey($name)) { $row[$name] = $usual[$name] } }
}

#endregion
$script:ErrorCodes = ''

#region Main

# Collects what the chosen checks export into one zip file and sets the exit code.
function Invoke-Main {
    [CmdletBinding()]
    param(
        [string[]] $Check,
        [string] $OutputPath,
        [ValidateRange(1, 100000)] [int64] $MaximumMegabytes = 500,
        [switch] $Full,
        [switch] $Redact
    )
    $script:ExitCode = 64
    if (-not (Test-Selection -Check $Check -Skip @() -OutputPath $OutputPath)) { return }
    $rows = @(Select-Check -Check $Check -Skip @())
    $machine = Get-Machine
    if (-not $machine.Elevated) { Write-Notice -Key 'collectNotElevated' }
    $script:BundleFolder = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath "Mendsheet-$([guid]::NewGuid())"
    $script:BundleProblems = New-Object -TypeName 'System.Collections.Generic.List[object]'
    # What SYSTEM has for temporary files is open to all.
    if ($machine.Elevated) { Add-ProtectedFolder -Path $script:BundleFolder }
    else { $null = New-Item -Path $script:BundleFolder -ItemType Directory }
    $script:BundleOmissions = New-Object -TypeName 'System.Collections.Generic.List[object]'
    # Half of what is free, since everything is there twice for a moment, as files and in the zip file.
    $drive = New-Object -TypeName IO.DriveInfo -ArgumentList ([IO.Path]::GetPathRoot($script:BundleFolder))
    $room = [int64] [math]::Max([double] 0, $drive.AvailableFreeSpace / 2 - 256MB)
    $script:BundleLeft = [math]::Min([int64] ($MaximumMegabytes * 1MB), $room)
    # Who asks for both gets what gives less away.
    $script:IsRedacted = $Redact -or -not $Full
    $done = 0
    try {
        Add-BundleCapture
        $script:BundlePart = 'system'
        Add-BundleSystem
        foreach ($row in $rows) {
            Write-Step -Text (Get-Message -Key "title.$($row.Id)") -Done $done -Of $rows.Count
            $done++
            $script:BundlePart = "$($row.Item)-$($row.Id)"
            if ((Test-Applicability -Where $row -Machine $machine) -ne 'applies') { continue }
            try { $null = & $row.Export } catch { Add-BundleProblem -Source $row.Id -Record $_ }
        }
        Write-Step -Complete
        Save-Bundle -Machine $machine -OutputPath $OutputPath -Given $PSBoundParameters
    }
    finally {
        # Only this run's own copies; the folder's name was made above.
        Remove-Item -LiteralPath $script:BundleFolder -Recurse -Force
    }
    $script:ExitCode = if ($script:BundleProblems.Count -gt 0) { 2 } else { 0 }
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
            $splat = @{ MaximumMegabytes = $MaximumMegabytes; Full = $Full; Redact = $Redact }
            Invoke-Main -Check $Check -OutputPath $OutputPath @splat
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    exit $script:ExitCode
}

#endregion
