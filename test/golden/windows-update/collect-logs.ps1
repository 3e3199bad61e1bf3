# Mendsheet 0.1.0 - windows-update - collect-logs
# Made from checks.yaml. Do not edit: change the checklist and build again.
# Regions: Messages, Runtime, Collectors, Recipes, Check table, Main

<#
.SYNOPSIS
    Windows Update: collects logs into one zip file and changes nothing.
.DESCRIPTION
    Copies log files, event logs and settings that help to find a cause. What could not be read is listed
    in the manifest of the zip file. The zip file can hold names of computers, users and addresses: look
    through it before it leaves your organisation. Run it elevated, since most logs need that.

    Windows Update：ログを 1 つの ZIP ファイルにまとめます。何も変更しません。
    原因の調査に役立つログ ファイル、イベント ログ、設定をコピーします。読み取れなかったものは、ZIP ファイル内の
    マニフェストに記載します。コンピューター名、ユーザー名、アドレスが含まれることがあるため、組織の外に出す前に
    内容を確認してください。ほとんどのログは、管理者として実行しないと読み取れません。
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
.PARAMETER Redact
    Puts pseudonyms in place of names of users, computers, domains and networks, SIDs, addresses, serial
    numbers, product keys and tokens, the same one for the same name throughout. Event logs and traces in
    formats of their own cannot be redacted: they are left out. Names that nothing marks as one stay.
.PARAMETER Language
    en or ja. Without it: the language of Windows.
.EXAMPLE
    .\collect-logs.ps1 -OutputPath C:\Temp\logs.zip
    Collects the usual logs into that file.
.EXAMPLE
    .\collect-logs.ps1 -Redact -MaximumMegabytes 100
    Collects what may leave your organisation, and not more than 100 MB.
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

    [switch] $Redact,

    [ValidateSet('en', 'ja')]
    [string] $Language = $(if ((Get-UICulture).Name -like 'ja*') { 'ja' } else { 'en' })
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:Product = 'windows-update'
$script:Version = '0.1.0'
$script:ScriptName = 'collect-logs'
$script:Phase = 'collect'
$script:StateFolder = "$env:ProgramData\Mendsheet\$script:Product"
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
$script:Pseudonyms = @{}
$script:PseudonymCounts = @{}

#region Messages

# What this script says: a key and its sentence a line. {Name} stands for a value.
$script:Messages = @{}
$script:Messages['en'] = @{
    'languageMode' = 'PowerShell runs in a restricted language mode here (application control), so this script cannot work. Nothing was changed.'
    'notWindows' = 'This script is for Windows. Nothing was changed.'
    'unknownCheck' = 'Unknown check: {Wrong}. Known: {Known}'
    'badOutputPath' = '{Path} is not a file in an existing folder.'
    'defect' = 'This script has a defect: {Type} at line {Line}: {Text}'
    'notThisBuild' = 'Not for this build of Windows.'
    'notThisKind' = 'Not for this kind of Windows (client or server).'
    'notThisEdition' = 'Not for this edition of Windows.'
    'notThisArchitecture' = 'Not for this processor architecture.'
    'notThisAccount' = 'Not for the account that runs this script.'
    'collectNotElevated' = 'Not elevated, so that some logs cannot be read.'
    'notCollected' = 'Not collected: {Source} ({ErrorType}).'
    'leftOut' = '{Count} files were left out because of their size or because they cannot be redacted. manifest.json names each.'
    'collected' = '{Count} files are in {Path}. Look through them before you pass them on: they can hold names and addresses.'
    'title.event-log' = 'Failures in the event log'
    'title.windows-update-log' = 'Windows Update logs'
    'windows-update-log_failed' = 'The record of Windows Update holds {Failures} failures that no later success has settled, the newest at {Newest}.'
    'windows-update-log_missing' = 'There is no ReportingEvents.log. Windows Update has not run since its store was made anew.'
    'windows-update-log_unreadable' = 'ReportingEvents.log could not be read or has a form that is not known.'
}
$script:Messages['ja'] = @{
    'languageMode' = 'アプリケーション制御により PowerShell の言語モードが制限されているため、実行できません。何も変更していません。'
    'notWindows' = 'このスクリプトは Windows 専用です。何も変更していません。'
    'unknownCheck' = '「{Wrong}」というチェックはありません。指定できるもの：{Known}'
    'badOutputPath' = '{Path} は、既存のフォルダー内のファイルとして指定してください。'
    'defect' = 'スクリプトの不具合により中断しました：{Type}（{Line} 行目）：{Text}'
    'notThisBuild' = 'このビルドの Windows は対象外です。'
    'notThisKind' = 'この種類の Windows（クライアントまたはサーバー）は対象外です。'
    'notThisEdition' = 'このエディションの Windows は対象外です。'
    'notThisArchitecture' = 'このプロセッサ アーキテクチャは対象外です。'
    'notThisAccount' = 'このスクリプトを実行しているアカウントは対象外です。'
    'collectNotElevated' = '管理者として実行していないため、一部のログは読み取れません。'
    'notCollected' = '収集できませんでした：{Source}（{ErrorType}）。'
    'leftOut' = 'サイズの上限または匿名化できない形式のため、{Count} 個のファイルを除外しました。詳細は manifest.json にあります。'
    'collected' = '{Count} 個のファイルを {Path} に保存しました。名前やアドレスが含まれることがあるため、渡す前に内容を確認してください。'
    'title.event-log' = 'イベント ログに記録された失敗'
    'title.windows-update-log' = 'Windows Update のログ'
    'windows-update-log_failed' = 'Windows Update の記録に、その後も解消していない失敗が {Failures} 件あります (最新 {Newest})。'
    'windows-update-log_missing' = 'ReportingEvents.log がありません。データ ストアが作り直されてから、まだ Windows Update が実行されていません。'
    'windows-update-log_unreadable' = 'ReportingEvents.log を読み取れないか、形式を判別できませんでした。'
}

#endregion
#region Runtime

# {Name} stands for an entry of With. A missing sentence shows as its key: better than a gap.
function Get-Message {
    param([Parameter(Mandatory)] [string] $Key, [hashtable] $With = @{})
    $text = $script:Messages[$script:Language][$Key]
    if (-not $text) { return $Key }
    foreach ($name in $With.Keys) { $text = $text.Replace("{$name}", ($With[$name] -join ', ')) }
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

# One command line, as C programs split it: backslashes count before a quote only. 5.1 lacks ArgumentList.
function ConvertTo-ArgumentText {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowEmptyCollection()] [AllowEmptyString()] [string[]] $ArgumentList)
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
        [AllowEmptyCollection()] [AllowEmptyString()] [string[]] $ArgumentList = @(),
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
        $lines = if ($complete) { $reading | ForEach-Object -Process { $_.Result -split '\r?\n' } }
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
        [AllowEmptyCollection()] [string[]] $ArgumentList = @(),
        [int] $TimeoutSeconds = 60
    )
    Invoke-NativeTool -Path $Path -ArgumentList $ArgumentList -TimeoutSeconds $TimeoutSeconds
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

# Says what does not make sense.
function Test-Selection {
    [CmdletBinding()]
    [OutputType([bool])]
    param([string[]] $Check, [string[]] $Skip, [string] $OutputPath)
    $known = @($script:Checks | ForEach-Object -Process { $_.Id })
    $named = @(@($Check) + @($Skip) -split ',' | ForEach-Object -Process { $_.Trim() } |
            Where-Object -FilterScript { $_ })
    $wrong = @($named | Where-Object -FilterScript { $_ -notin $known })
    if ($wrong) {
        Write-Notice -Key 'unknownCheck' -With @{ Wrong = $wrong; Known = $known } -Always
        return $false
    }
    if (-not $OutputPath) { return $true }
    $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    $folder = Split-Path -Path $file
    if ((Test-Path -LiteralPath $file -PathType Container) -or -not (Test-Path -LiteralPath $folder)) {
        Write-Notice -Key 'badOutputPath' -With @{ Path = $OutputPath } -Always
        return $false
    }
    $true
}

# In the order of the table. powershell.exe -File passes "a,b" as one text.
function Select-Check {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string[]] $Check, [string[]] $Skip)
    $wanted = @(@($Check) -split ',' | ForEach-Object -Process { $_.Trim() } | Where-Object -FilterScript { $_ })
    $unwanted = @(@($Skip) -split ',' | ForEach-Object -Process { $_.Trim() })
    if (-not $wanted) { $wanted = $script:DefaultChecks }
    $script:Checks | Where-Object -FilterScript { $_.Id -in $wanted -and $_.Id -notin $unwanted }
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
    try { $files = @(Get-Item -Path $Path -Force | Where-Object -FilterScript { -not $_.PSIsContainer }) }
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
            $time = $record.TimeCreated.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
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
                $key = Get-Item -LiteralPath $current
                foreach ($name in $key.GetValueNames() | Sort-Object) {
                    $kind = "$($key.GetValueKind($name))"
                    $value = $key.GetValue($name, $null, 'DoNotExpandEnvironmentNames')
                    $text = if ($kind -eq 'Binary') { "($($value.Length) bytes)" } else { $value -join '; ' }
                    "$kind $name = $text"
                }
                $key.Close()
                Get-SubkeyName -Path $current | Sort-Object -Descending |
                    ForEach-Object -Process { $paths.Push("$current\$_") }
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
        [Parameter(Mandatory)] [ValidatePattern('^Get-[A-Za-z]+$')] [string] $Command,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z]+$')] [string] $PathParameter,
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
                    Select-Object -Property $wanted[$class] | ForEach-Object -Process {
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

# One pattern for all that names a person, a PC or a network, with a group for each kind. What this PC is known by
# comes from its registry and hardware, the rest from how it looks.
function Get-RedactionPattern {
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $control = 'HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName'
    $network = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
    $quiet = @{ OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    $known = @{
        user     = @(
            $env:USERNAME
            Get-RegistryValue -Path $windows -Name 'RegisteredOwner'
            Get-RegistryValue -Path $windows -Name 'RegisteredOrganization'
            foreach ($sid in Get-SubkeyName -Path "$windows\ProfileList") {
                Get-RegistryValue -Path "$windows\ProfileList\$sid" -Name 'ProfileImagePath'
            }
        )
        computer = @(
            $env:COMPUTERNAME
            Get-RegistryValue -Path $control -Name 'ComputerName'
            Get-RegistryValue -Path $network -Name 'Hostname'
        )
        domain   = @(
            $env:USERDOMAIN
            Get-RegistryValue -Path $network -Name 'Domain'
            Get-RegistryValue -Path $network -Name 'DhcpDomain'
        )
        network  = @(
            foreach ($id in Get-SubkeyName -Path "$windows\NetworkList\Profiles") {
                Get-RegistryValue -Path "$windows\NetworkList\Profiles\$id" -Name 'ProfileName'
            }
        )
        serial   = @(
            foreach ($class in 'Win32_BIOS', 'Win32_BaseBoard', 'Win32_SystemEnclosure', 'Win32_DiskDrive') {
                Get-CimInstance -ClassName $class @quiet | Select-Object -Property SerialNumber |
                    ForEach-Object -Process { $_.SerialNumber }
            }
            Get-CimInstance -ClassName Win32_ComputerSystemProduct @quiet | Select-Object -Property UUID |
                ForEach-Object -Process { $_.UUID }
        )
    }
    # Names that every PC has tell nothing, and short ones stand in other words.
    $common = 'Public', 'Default', 'systemprofile', 'LocalService', 'NetworkService', 'SYSTEM', 'Administrator',
    'WORKGROUP', 'NT AUTHORITY', 'Default string', 'To be filled by O.E.M.', 'System Serial Number', 'None',
    'Windows'
    $parts = foreach ($kind in 'serial', 'user', 'computer', 'domain', 'network') {
        $names = @($known[$kind] | ForEach-Object -Process { ("$_" -replace '^.*\\').Trim() } |
                Where-Object -FilterScript { $_.Length -gt 2 -and $_ -notin $common } | Sort-Object -Unique |
                Sort-Object -Property Length -Descending | ForEach-Object -Process { [regex]::Escape($_) })
        if ($names) { "(?<$kind>(?<![A-Za-z0-9])(?:$($names -join '|'))(?![A-Za-z0-9]))" }
    }
    $octet = '(?:25[0-5]|2[0-4]\d|1?\d?\d)'
    $group = '[0-9A-F]{1,4}'
    $shapes = @(
        '(?<key>\b(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}\b|\b(?:\d{6}-){7}\d{6}\b)'
        '(?<secret>(?<=://)[^/\s:@]+:[^/\s@]+(?=@)|(?<=\b(?:sig|access_token|password|pwd)=)[^&\s"'']+)'
        '(?<id>(?<=(?:ClientId|PingID|MachineGuid|TenantId|DeviceId)\W{1,6})[0-9A-F-]{32,36})'
        '(?<sid>\bS-1-(?:5-21|12-1)(?:-\d+)+)'
        '(?<mail>[\w.%+-]+@[\w.-]+\.[A-Z]{2,})'
        '(?<user>(?<=[\\/]Users[\\/]+)(?!(?:Public|Default|All Users)\b)[^\\/:*?"<>|\r\n]+)'
        '(?<mac>\b(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}\b)'
        "(?<ip>(?<![\d.])(?:$octet\.){3}$octet(?![\d.]))"
        "(?<ip>(?<![\w:])(?:(?:${group}:){7}$group|(?:${group}:){1,6}(?::$group){1,6})(?![\w:]))"
    )
    $options = [Text.RegularExpressions.RegexOptions] 'IgnoreCase, CultureInvariant'
    New-Object -TypeName regex -ArgumentList ((@($shapes[0..4]) + @($parts) + $shapes[5..8]) -join '|'), $options
}

# A text with pseudonyms in place of names. The same name gets the same pseudonym throughout a bundle.
function Protect-Text {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowEmptyString()] [string] $Text)
    $replace = {
        param($match)
        $kinds = 'key', 'secret', 'id', 'sid', 'mail', 'serial', 'user', 'computer', 'domain', 'network', 'mac',
        'ip'
        foreach ($kind in $kinds) {
            if (-not $match.Groups[$kind].Success) { continue }
            $name = "$kind $($match.Value.ToLowerInvariant())"
            if (-not $script:Pseudonyms.ContainsKey($name)) {
                $script:PseudonymCounts[$kind] = 1 + $script:PseudonymCounts[$kind]
                $script:Pseudonyms[$name] = "{$kind-$($script:PseudonymCounts[$kind])}"
            }
            return $script:Pseudonyms[$name]
        }
    }
    $script:RedactionPattern.Replace($Text, $replace)
}

# Nothing when it is no text. Logs are UTF-16 with a mark, UTF-8, or in the code page of Windows.
function Read-BundleText {
    param([Parameter(Mandatory)] [string] $Path)
    $head = New-Object -TypeName 'byte[]' -ArgumentList 4096
    $stream = [IO.File]::OpenRead($Path)
    try { $count = $stream.Read($head, 0, 4096) } finally { $stream.Dispose() }
    if ($count -gt 1 -and "$($head[0..1])" -in '255 254', '254 255') { return [IO.File]::ReadAllText($Path) }
    # A trace can be large, so that its beginning has to do.
    if ($count -gt 0 -and [array]::IndexOf($head, [byte] 0, 0, $count) -ge 0) { return }
    $bytes = [IO.File]::ReadAllBytes($Path)
    if ([array]::IndexOf($bytes, [byte] 0) -ge 0) { return }
    # The end of a long file can begin within a character.
    $skip = 0
    while ($skip -lt [math]::Min(3, $bytes.Length) -and ($bytes[$skip] -band 0xC0) -eq 0x80) { $skip++ }
    $strict = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false, $true
    try { $strict.GetString($bytes, $skip, $bytes.Length - $skip) }
    catch {
        $page = [Globalization.CultureInfo]::CurrentCulture.TextInfo.ANSICodePage
        [Text.Encoding]::GetEncoding($page).GetString($bytes)
    }
}

# Redacts what is text, names of files included, and takes out what is not, since nobody can tell what it holds.
function Protect-Bundle {
    $script:RedactionPattern = Get-RedactionPattern
    foreach ($file in @(Get-ChildItem -LiteralPath $script:BundleFolder -Recurse -File -Force)) {
        Write-Step -Id 2 -Text $file.Name
        try {
            $text = Read-BundleText -Path $file.FullName
            Remove-Item -LiteralPath $file.FullName -Force
            if ($null -eq $text) { Add-BundleOmission -Source $file.Name -Reason 'redaction' -Bytes $file.Length }
            else {
                $script:BundlePart = $file.Directory.Name
                $path = Add-BundlePath -Name (Protect-Text -Text $file.Name)
                [IO.File]::WriteAllText($path, (Protect-Text -Text $text))
            }
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

# Writes the manifest and the zip file, and outputs the file.
function Save-Bundle {
    param([Parameter(Mandatory)] [psobject] $Machine, [string] $OutputPath)
    $culture = [Globalization.CultureInfo]::InvariantCulture
    $now = [datetime]::UtcNow
    if ($script:IsRedacted) { Protect-Bundle }
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
        files       = @($files)
        problems    = $script:BundleProblems.ToArray()
        omissions   = $script:BundleOmissions.ToArray()
    }
    $text = ConvertTo-JsonText -InputObject $manifest
    [IO.File]::WriteAllText((Join-Path -Path $script:BundleFolder -ChildPath 'manifest.json'), $text)
    $name = "Mendsheet-$script:Product-$($now.ToString('yyyyMMdd-HHmmss', $culture)).zip"
    $path = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath $name
    if ($OutputPath) {
        $path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    }
    $content = Get-ChildItem -LiteralPath $script:BundleFolder -Force | ForEach-Object -Process { $_.FullName }
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

#endregion
#region Check table

$script:Checks = @(
    @{
        Id = 'event-log'; Item = 25; Words = 'log-collection'; Explains = @('0x80240FFF', '0x80240022')
        Export = {
            $arguments = @{
                Channels = @(
                    'Microsoft-Windows-WindowsUpdateClient/Operational',
                    'Microsoft-Windows-Bits-Client/Operational',
                    'Microsoft-Windows-UpdateOrchestrator/Operational',
                    'Microsoft-Windows-DeliveryOptimization/Operational', 'Setup', 'System'
                )
                Files = @()
                Days = 14
                Newest = 20
                Megabytes = 32
                Keys = @()
                Reader = @()
            }
            Export-LogCollection @arguments
        }
    }
    @{
        Id = 'windows-update-log'; Item = 26; Words = 'log-collection'; Explains = @('0x80240022', '0x8024200B')
        Export = {
            $arguments = @{
                Channels = @()
                Files = @(
                    'Logs\WindowsUpdate\*.etl', 'SoftwareDistribution\ReportingEvents.log', 'Logs\CBS\CBS.log',
                    'Logs\CBS\CbsPersist_*.log', 'Logs\DISM\dism.log', 'Logs\MoSetup\*.log',
                    'Logs\SetupDiag\SetupDiagResults.*', 'Panther\setup*.log', 'Panther\NewOs\Panther\setup*.log',
                    'Panther\UnattendGC\setup*.log', '..\$WINDOWS.~BT\Sources\Panther\setup*.log',
                    '..\$WINDOWS.~BT\Sources\Rollback\setup*.log', 'Logs\SIH\*.etl',
                    '..\ProgramData\USOShared\Logs\System\*.etl', 'INF\setupapi.dev.log', 'debug\NetSetup.LOG',
                    'WinSxS\pending.xml', 'servicing\Sessions\Sessions.xml', 'System32\drivers\etc\hosts'
                )
                Days = 14
                Newest = 20
                Megabytes = 32
                Keys = @(
                    'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate',
                    'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update',
                    'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate',
                    'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings', 'HKLM:\SYSTEM\Setup\MoSetup',
                    'HKLM:\SYSTEM\Setup\SetupDiag\Results'
                )
                Reader = @('Get-WindowsUpdateLog', 'LogPath', 'WindowsUpdate.log')
            }
            Export-LogCollection @arguments
        }
    }
)
# What a row leaves out is as usual.
foreach ($row in $script:Checks) {
    $usual = @{
        Words = $row.Id; Risk = 'none'; Minutes = 0; Restart = $false; Needs = @(); Explains = @(); Open = ''
        Answers = '- possible *'
        Limit = 120; Repairable = $null -ne $row['Repair']
        MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @(); Architecture = @(); Account = @()
        Test = $null; Repair = $null; Export = $null
    }
    foreach ($name in $usual.Keys) { if (-not $row.ContainsKey($name)) { $row[$name] = $usual[$name] } }
}

#endregion
#region Main

# Collects what the chosen checks export into one zip file and sets the exit code.
function Invoke-Main {
    [CmdletBinding()]
    param(
        [string[]] $Check,
        [string] $OutputPath,
        [ValidateRange(1, 100000)] [int64] $MaximumMegabytes = 500,
        [switch] $Redact
    )
    $script:ExitCode = 64
    if (-not (Test-Selection -Check $Check -Skip @() -OutputPath $OutputPath)) { return }
    $rows = @(Select-Check -Check $Check -Skip @())
    $machine = Get-Machine
    if (-not $machine.Elevated) { Write-Notice -Key 'collectNotElevated' }
    $script:BundleFolder = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath "Mendsheet-$([guid]::NewGuid())"
    $script:BundleProblems = New-Object -TypeName 'System.Collections.Generic.List[object]'
    $null = New-Item -Path $script:BundleFolder -ItemType Directory
    $script:BundleOmissions = New-Object -TypeName 'System.Collections.Generic.List[object]'
    # Half of what is free, since everything is there twice for a moment, as files and in the zip file.
    $drive = New-Object -TypeName IO.DriveInfo -ArgumentList ([IO.Path]::GetPathRoot($script:BundleFolder))
    $room = [int64] [math]::Max([double] 0, $drive.AvailableFreeSpace / 2 - 256MB)
    $script:BundleLeft = [math]::Min([int64] ($MaximumMegabytes * 1MB), $room)
    $script:IsRedacted = [bool] $Redact
    $done = 0
    try {
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
        Save-Bundle -Machine $machine -OutputPath $OutputPath
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
            $splat = @{ MaximumMegabytes = $MaximumMegabytes; Redact = $Redact }
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
