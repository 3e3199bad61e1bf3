# Mendsheet 0.1.0 - windows-update - windows-kit
# Made from checks.yaml. Do not edit: change the checklist and build again.
# Regions: Messages, Runtime, Kit, Check table, Main

<#
.SYNOPSIS
    Windows Update: tries this product on a real Windows and writes down what was seen.
.DESCRIPTION
    For those who test the product. Checks signatures and the catalogue, parses every script, runs the diagnosis,
    the collection of logs and a preview of all repairs, in Windows PowerShell 5.1 and, where it is there, in
    PowerShell 7. Changes nothing. With -AllowChanges it also does each repair and undoes it: only on a PC that
    can be thrown away. What was seen goes into one file of JSON.

    Windows Update：この製品を実際の Windows で試し、結果を記録します。
    製品のテストを行う人のためのスクリプトです。署名とカタログの検証、全スクリプトの構文解析、診断、ログの収集、
    すべての修復のプレビューを、Windows PowerShell 5.1 と、インストールされていれば PowerShell 7 で実行します。
    何も変更しません。-AllowChanges を指定すると、修復とその取り消しも 1 件ずつ実行します。壊れてもよい PC でのみ
    使ってください。結果は 1 つの JSON ファイルに書き込みます。
    表示する言語は、-Language に en か ja を指定して選べます。指定しなければ Windows の表示言語に従います。
.PARAMETER OutputPath
    The file to write; its folder must exist. Without it: windows-kit.json in the current folder.
.PARAMETER AllowChanges
    Does and undoes each repair. Only on a PC that can be thrown away, elevated.
.PARAMETER Language
    en or ja. Without it: the language of Windows.
.EXAMPLE
    .\windows-kit.ps1 -OutputPath C:\Temp\evidence.json
    Looks at everything that can be seen without a change.
.NOTES
    Exit codes: 0 every claim held, 1 one is broken, 2 some could not be decided, 10 needs elevation,
    11 not Windows, 15 language mode, 64 wrong usage, 70 a defect of this script.
#>
[CmdletBinding()]
param(
    [string] $OutputPath = 'windows-kit.json',

    [switch] $AllowChanges,

    [ValidateSet('en', 'ja')]
    [string] $Language = $(if ((Get-UICulture).Name -match '^ja\b') { 'ja' } else { 'en' })
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:Product = 'windows-update'
$script:Version = '0.1.0'
$script:ScriptName = 'windows-kit'
$script:Language = $Language
$script:OutputFormat = 'Text'
$script:Notices = @()
$script:Evidence = @()

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
    'defect' = 'This script has a defect: {Type} at line {Line}: {Text}',
    'スクリプトの不具合により中断しました：{Type} ({Line} 行目)：{Text}'
    'detectThrew' = 'The check failed unexpectedly: {ErrorType} at line {ErrorLine}.',
    '確認中に予期しないエラーが発生しました：{ErrorType} ({ErrorLine} 行目)。'
    'timedOut' = 'Windows did not answer the check within {LimitSeconds} seconds.',
    'Windows が {LimitSeconds} 秒以内に応答しませんでした。'
    'noFinding' = 'The check gave {Findings} results instead of one.',
    'チェックの結果が 1 件ではなく {Findings} 件返されました。'
    'listJoin' = '{One}, {Other}',
    '{One}、{Other}'
    'timeForm' = 'yyyy-MM-dd HH:mm',
    'yyyy/MM/dd H:mm'
    'reportWritten' = 'The report is in {Path}.',
    'レポートを {Path} に保存しました。'
    'kitNoFolder' = 'The folder of {Path} does not exist.',
    '{Path} のフォルダーがありません。'
    'kitClaim' = '{Claim}: {Outcome}',
    '{Claim}：{Outcome}'
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

# ASCII, so that no code page on its way can damage it.
function ConvertTo-JsonText {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [object] $InputObject)
    $json = ConvertTo-Json -InputObject $InputObject -Depth 6
    [regex]::Replace($json, '[^\x00-\x7f]', { param($match) '\u{0:x4}' -f [int] [char] $match.Value })
}

#endregion
#region Kit

# A step outputs { Outcome, Seen }. One that throws has not decided its claim.
function Invoke-ClaimStep {
    param([Parameter(Mandatory)] [string] $Claim, [Parameter(Mandatory)] [scriptblock] $Step)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try {
        $answer = & $Step | Select-Object -Last 1
        $found = @{ Outcome = $answer.Outcome; Seen = $answer.Seen }
    }
    catch {
        $found = @{ Outcome = 'open'; Seen = @{ Error = "$_"; Line = $_.InvocationInfo.ScriptLineNumber } }
    }
    Add-Evidence -Claim $Claim @found -Seconds $clock.Elapsed.TotalSeconds
}

# Outcome: held, broken or open. What was seen is kept as it is.
function Add-Evidence {
    param(
        [Parameter(Mandatory)] [string] $Claim,
        [Parameter(Mandatory)] [ValidateSet('held', 'broken', 'open')] [string] $Outcome,
        [hashtable] $Seen = @{},
        [double] $Seconds = 0
    )
    $script:Evidence += @([ordered]@{
            claim = $Claim; outcome = $Outcome; seconds = [math]::Round($Seconds, 1); seen = $Seen
        })
    Write-Notice -Key 'kitClaim' -With @{ Claim = $Claim; Outcome = $Outcome }
}

# The programs that can run scripts on this PC, by generation; an empty path where one is missing.
function Get-PowerShellEngine {
    $old = "$env:SystemRoot\System32\WindowsPowerShell\v1.0\powershell.exe"
    $new = Get-Command -Name 'pwsh.exe' -CommandType Application -ErrorAction SilentlyContinue |
        Select-Object -First 1
    @{
        '5.1' = if (Test-Path -LiteralPath $old) { $old } else { '' }
        '7'   = if ($new) { $new.Path } else { '' }
    }
}

# The scripts for people beside this one, by what they do.
function Get-ProductScript {
    param([Parameter(Mandatory)] [string] $Source)
    $found = @{ 'detect' = ''; 'repair' = ''; 'collect' = '' }
    foreach ($file in Get-ChildItem -LiteralPath $Source -Filter '*.ps1') {
        $lines = [IO.File]::ReadAllLines($file.FullName)
        $line = $lines -match '^\$script:Phase = ''\w+''$' | Select-Object -First 1
        if ($line) { $found[($line -split "'")[1]] = $file.FullName }
    }
    $found
}

# Runs a script in an engine of its own: { ExitCode, TimedOut, Lines }.
function Invoke-ProductScript {
    param(
        [string] $Engine,
        [string] $Script,
        [string[]] $ArgumentList = @(),
        [int] $TimeoutSeconds = 3600
    )
    if (-not $Engine) { throw 'this PowerShell is not installed' }
    if (-not $Script) { throw 'the product has no such script' }
    $first = '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $Script, '-Language', 'en'
    Invoke-NativeTool -Path $Engine -ArgumentList ($first + $ArgumentList) -TimeoutSeconds $TimeoutSeconds
}

# Runs a script that writes a report: { ExitCode, Report }. A preview writes no file, so it shows the report.
function Invoke-ProductReport {
    param(
        [string] $Engine,
        [string] $Script,
        [string[]] $ArgumentList = @()
    )
    $file = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid()).json")
    $with = @{
        Engine       = $Engine
        Script       = $Script
        ArgumentList = $ArgumentList + '-OutputFormat', 'Json', '-OutputPath', $file
    }
    $ended = Invoke-ProductScript @with
    $text = if (Test-Path -LiteralPath $file) { [IO.File]::ReadAllText($file) } else { $ended.Lines -join "`n" }
    Remove-Item -LiteralPath $file -ErrorAction SilentlyContinue
    [pscustomobject]@{ ExitCode = $ended.ExitCode; Report = ConvertFrom-Json -InputObject $text }
}

# Ids of all checks of a script, also of those that it does only when it is asked.
function Get-ProductCheck {
    param([string] $Engine, [string] $Script)
    $with = @{ Engine = $Engine; Script = $Script; ArgumentList = '-ListChecks', '-OutputFormat', 'Json' }
    $ended = Invoke-ProductScript @with
    $ids = @(ConvertFrom-Json -InputObject ($ended.Lines -join "`n") | ForEach-Object { $_.Id })
    if (-not $ids) { throw "it lists no checks and ends with $($ended.ExitCode)" }
    $ids
}

# Start type of every service. Windows starts and stops some by itself; it changes no start type.
function Get-ServiceSnapshot {
    $services = 'HKLM:\SYSTEM\CurrentControlSet\Services'
    $snapshot = @{}
    foreach ($service in Get-Service) {
        $snapshot[$service.Name] = Get-RegistryValue -Path "$services\$($service.Name)" -Name 'Start'
    }
    $snapshot
}

# What differs, a line a service.
function Compare-Snapshot {
    param([Parameter(Mandatory)] [hashtable] $Before, [Parameter(Mandatory)] [hashtable] $After)
    foreach ($name in @($Before.Keys) + @($After.Keys) | Sort-Object -Unique) {
        if ($Before[$name] -ne $After[$name]) { "${name}: $($Before[$name]) -> $($After[$name])" }
    }
}

function Test-ProductSum {
    param([Parameter(Mandatory)] [string] $Source)
    $wrong = @()
    $lines = [IO.File]::ReadAllLines("$Source\SHA256SUMS")
    foreach ($line in $lines) {
        $sum, $path = $line -split ' [ *]', 2
        $file = Get-FileHash -LiteralPath "$Source\$path" -ErrorAction SilentlyContinue
        if (-not $file -or $file.Hash -ne $sum) { $wrong += @($path) }
    }
    if (-not $lines) { throw 'SHA256SUMS is empty' }
    @{ Outcome = if ($wrong) { 'broken' } else { 'held' }; Seen = @{ Files = $lines.Count; Wrong = $wrong } }
}

# A certificate that this PC does not trust is said, and is no fault of the signature.
function Test-ProductSignature {
    param([Parameter(Mandatory)] [string] $Source)
    $files = @(Get-ChildItem -LiteralPath $Source -Filter '*.ps1' -Recurse)
    $wrong = @()
    $statuses = @{}
    foreach ($file in $files) {
        $signature = Get-AuthenticodeSignature -LiteralPath $file.FullName
        $status = "$($signature.Status)"
        # Windows says so of a root that it does not trust, too; then it has read who signed.
        if ($status -eq 'UnknownError' -and -not $signature.SignerCertificate) { $status = 'Unread' }
        $statuses[$status] = 1 + [int] $statuses[$status]
        if ($status -in 'NotSigned', 'HashMismatch', 'NotSupportedFileFormat', 'Incompatible') {
            $wrong += @("$($file.Name): $status")
        }
    }
    $outcome = if ($wrong) { 'broken' } elseif ($files -and -not $statuses['Unread']) { 'held' } else { 'open' }
    @{ Outcome = $outcome; Seen = @{ Statuses = $statuses; Wrong = $wrong } }
}

# SHA256SUMS, its signature and the catalogue itself are no members.
function Test-ProductCatalog {
    param([Parameter(Mandatory)] [string] $Source)
    $with = @{ CatalogFilePath = "$Source\$script:Product.cat"; Path = $Source; Detailed = $true }
    $found = Test-FileCatalog @with -FilesToSkip 'SHA256SUMS', 'SHA256SUMS.p7s', "$script:Product.cat"
    $seen = @{
        Status    = "$($found.Status)"
        Members   = $found.CatalogItems.Count
        Signature = "$($found.Signature.Status)"
    }
    @{ Outcome = if ($seen.Status -eq 'Valid') { 'held' } else { 'broken' }; Seen = $seen }
}

function Test-ProductSyntax {
    param([Parameter(Mandatory)] [string] $Source, [AllowEmptyString()] [string] $Engine)
    if (-not $Engine) { throw 'this PowerShell is not installed' }
    $text = '& { param($folder)
        "engine $($PSVersionTable.PSVersion)"
        foreach ($file in Get-ChildItem -LiteralPath $folder -Filter *.ps1 -Recurse) {
            $tokens = $errors = $null
            $parser = [Management.Automation.Language.Parser]
            $null = $parser::ParseFile($file.FullName, [ref] $tokens, [ref] $errors)
            "file $($file.Name)"
            foreach ($each in $errors) { "error $($file.Name):$($each.Extent.StartLineNumber) $($each.ErrorId)" }
        } } '
    $folder = "'" + $Source.Replace("'", "''") + "'"
    $with = @{
        Path           = $Engine
        ArgumentList   = '-NoProfile', '-NonInteractive', '-Command', ($text + $folder)
        TimeoutSeconds = 900
    }
    $ended = Invoke-NativeTool @with
    $files = @($ended.Lines -clike 'file *')
    $errors = @($ended.Lines -clike 'error *')
    # An engine that ended half-way has not read all.
    $all = @(Get-ChildItem -LiteralPath $Source -Filter '*.ps1' -Recurse).Count
    $outcome = if ($errors) { 'broken' } elseif ($files -and $files.Count -eq $all) { 'held' } else { 'open' }
    $which = "$($ended.Lines -clike 'engine *')"
    @{ Outcome = $outcome; Seen = @{ Files = $files.Count; Errors = $errors; Engine = $which } }
}

# { ExitCode, Checks (id -> "status reason") } of a diagnosis.
function Get-EngineVerdict {
    param(
        [string] $Engine,
        [string] $Script,
        [string[]] $ArgumentList = @()
    )
    $found = Invoke-ProductReport @PSBoundParameters
    $checks = @{}
    foreach ($check in $found.Report.checks) { $checks[$check.id] = "$($check.status) $($check.reasonKey)".Trim() }
    @{ ExitCode = $found.ExitCode; Checks = $checks }
}

function Get-VerdictClaim {
    param([Parameter(Mandatory)] [hashtable] $Verdict)
    $failed = @($Verdict.Checks.Keys | Where-Object {
            ($Verdict.Checks[$_] -split ' ')[-1] -in 'detectThrew', 'timedOut', 'noFinding'
        } | Sort-Object)
    $isGood = $Verdict.ExitCode -in 0, 1, 2 -and $Verdict.Checks.Count -gt 0 -and -not $failed
    @{ Outcome = if ($isGood) { 'held' } else { 'broken' }; Seen = $Verdict + @{ Failed = $failed } }
}

function Compare-EngineVerdict {
    param([hashtable] $Old, [hashtable] $New)
    if (-not $Old -or -not $New) { throw 'one of the diagnoses did not end' }
    $ids = @($Old.Checks.Keys) + @($New.Checks.Keys) | Sort-Object -Unique
    if (-not $ids) { throw 'neither of the diagnoses tells of a check' }
    $differing = @($ids | Where-Object { $Old.Checks[$_] -ne $New.Checks[$_] })
    @{ Outcome = if ($differing) { 'broken' } else { 'held' }; Seen = @{ Differing = $differing } }
}

# The bundle stays, so that it can be diagnosed elsewhere.
function Test-ProductCapture {
    param([string] $Engine, [string] $Script)
    $bundle = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid()).zip")
    $with = @{
        Engine       = $Engine
        Script       = $Script
        ArgumentList = '-Redact', '-MaximumMegabytes', '50', '-OutputPath', $bundle
    }
    $ended = Invoke-ProductScript @with
    $seen = @{ ExitCode = $ended.ExitCode; Bundle = $bundle; HasCapture = $false; Noted = $null }
    if (Test-Path -LiteralPath $bundle) {
        $seen.Bytes = (Get-Item -LiteralPath $bundle).Length
        $seen.Sha256 = (Get-FileHash -LiteralPath $bundle).Hash
        $folder = $bundle -replace '\.zip$'
        Expand-Archive -LiteralPath $bundle -DestinationPath $folder
        $seen.HasCapture = Test-Path -LiteralPath "$folder\capture.json"
        $manifest = [IO.File]::ReadAllText([IO.Path]::Combine($folder, 'manifest.json'))
        $seen.Noted = (ConvertFrom-Json -InputObject $manifest).capture
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
    @{ Outcome = if ($seen.HasCapture -and $ended.ExitCode -in 0, 2) { 'held' } else { 'broken' }; Seen = $seen }
}

# Forced, since a healthy PC would show a preview of nothing.
function Test-ProductPreview {
    param([string] $Engine, [string] $Script)
    $state = "$env:ProgramData\Mendsheet"
    $hadState = Test-Path -LiteralPath $state
    $ids = @(Get-ProductCheck -Engine $Engine -Script $Script)
    $before = Get-ServiceSnapshot
    $with = '-Check', ($ids -join ','), '-Force', '-WhatIf', '-AllowManaged'
    $found = Invoke-ProductReport -Engine $Engine -Script $Script -ArgumentList $with
    $changed = @(Compare-Snapshot -Before $before -After (Get-ServiceSnapshot))
    $seen = @{ ExitCode = $found.ExitCode; Services = $changed; Blocked = @(); Missing = @() }
    $shown = @($found.Report.checks)
    $seen.Blocked = @($shown | Where-Object -Property outcome -EQ 'Blocked' | ForEach-Object { $_.id })
    $seen.Missing = @($ids | Where-Object { $_ -notin $shown.id })
    $isSame = -not $changed -and $hadState -eq (Test-Path -LiteralPath $state)
    $outcome = if (-not $isSame -or $seen.Missing -or $found.ExitCode -notin 0, 1, 2, 13, 14) { 'broken' }
    elseif ($seen.Blocked) { 'open' }
    else { 'held' }
    @{ Outcome = $outcome; Seen = $seen }
}

function Test-ProductBatch {
    param([string] $Script)
    $batch = $Script -replace '\.ps1$', '.cmd'
    if (-not $Script -or -not (Test-Path -LiteralPath $batch)) { throw 'the product has no such script' }
    $with = @{
        Path           = "$env:SystemRoot\System32\cmd.exe"
        ArgumentList   = '/d', '/c', $batch, '/quiet'
        TimeoutSeconds = 1800
    }
    $ended = Invoke-NativeTool @with
    # 10: it has looked at nothing without the rights for it.
    $outcome = switch ($ended.ExitCode) {
        { $_ -in 0, 1, 2 } { 'held' }
        10 { 'open' }
        default { 'broken' }
    }
    @{ Outcome = $outcome; Seen = @{ ExitCode = $ended.ExitCode; TimedOut = $ended.TimedOut } }
}

# One repair after the other, with a bundle before it, after it and after its undo. What cannot be undone by
# design is said by the report of its undo.
function Test-ProductRepair {
    param([AllowEmptyString()] [string] $Engine, [Parameter(Mandatory)] [hashtable] $Scripts)
    $repair = @{ Engine = $Engine; Script = $Scripts['repair'] }
    $detect = @{ Engine = $Engine; Script = $Scripts['detect'] }
    $collect = @{ Engine = $Engine; Script = $Scripts['collect'] }
    $bundle = (Test-ProductCapture @collect).Seen
    $rows = foreach ($id in Get-ProductCheck @repair | Sort-Object) {
        $before = Get-ServiceSnapshot
        $was = Get-EngineVerdict @detect -ArgumentList '-Check', $id
        $done = Invoke-ProductReport @repair -ArgumentList '-Check', $id, '-Force', '-AllowManaged'
        $is = Get-EngineVerdict @detect -ArgumentList '-Check', $id
        $bundles = @{ Before = $bundle; Repaired = (Test-ProductCapture @collect).Seen }
        $undone = Invoke-ProductReport @repair -ArgumentList '-Undo', '-AllowManaged'
        $after = Get-EngineVerdict @detect -ArgumentList '-Check', $id
        $moved = @(Compare-Snapshot -Before $before -After (Get-ServiceSnapshot))
        $bundles.Undone = $bundle = (Test-ProductCapture @collect).Seen
        @{
            Check    = $id
            Bundles  = $bundles
            Before   = $was.Checks[$id]
            Repaired = @{
                ExitCode = $done.ExitCode; Changes = @($done.Report.changes); Verdict = $is.Checks[$id]
            }
            Undone   = @{
                ExitCode = $undone.ExitCode; Changes = @($undone.Report.changes); Verdict = $after.Checks[$id]
            }
            Services = $moved
            IsGood   = $done.ExitCode -in 0, 2, 3010 -and $undone.ExitCode -eq 0 -and -not $moved
            # A restart that an earlier repair asks for stands in the way of the next.
            IsOpen   = 13 -in $done.ExitCode, $undone.ExitCode -or 14 -in $done.ExitCode, $undone.ExitCode
        }
    }
    $open = @($rows | Where-Object { $_.IsOpen } | ForEach-Object { $_.Check })
    $bad = @($rows | Where-Object { -not $_.IsGood -and -not $_.IsOpen })
    $bad = @($bad | ForEach-Object { $_.Check })
    @{
        Outcome = if ($bad) { 'broken' } elseif ($open) { 'open' } else { 'held' }
        Seen    = @{ Broken = $bad; Open = $open; Repairs = @($rows) }
    }
}

# Behind the repairs, which have made the state folder.
function Test-ProductState {
    param([AllowEmptyString()] [string] $Engine, [Parameter(Mandatory)] [hashtable] $Scripts)
    $fsutil = "$env:SystemRoot\System32\fsutil.exe"
    $repair = @{ Engine = $Engine; Script = $Scripts['repair'] }
    $undone = Invoke-ProductReport @repair -ArgumentList '-Undo', '-AllowManaged'
    $seal = "$env:ProgramFiles\Mendsheet\seal.txt"
    $names = if (Test-Path -LiteralPath $seal) {
        (Invoke-NativeTool -Path $fsutil -ArgumentList 'hardlink', 'list', $seal).Lines
    }
    $seen = @{ UndoExitCode = $undone.ExitCode; Names = @($names); Notices = @($undone.Report.notices) }
    $isSealed = @($names) -like '*\ProgramData\Mendsheet\seal.txt'
    @{ Outcome = if (-not $names) { 'open' } elseif ($isSealed) { 'held' } else { 'broken' }; Seen = $seen }
}

#endregion
#region Main

# Looks at one claim after the other; what a step throws leaves its claim open and the rest goes on.
function Invoke-Main {
    [CmdletBinding()]
    param([string] $OutputPath, [switch] $AllowChanges, [string] $Source)
    $script:ExitCode = 64
    $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    if (-not (Test-Path -LiteralPath (Split-Path -Path $file))) {
        return Write-Notice -Key 'kitNoFolder' -With @{ Path = $file } -Always
    }
    $machine = Get-Machine
    $script:ExitCode = 10
    if ($AllowChanges -and -not $machine.Elevated) { return Write-Notice -Key 'notElevated' -Always }
    $started = [datetime]::UtcNow
    $engines = Get-PowerShellEngine
    $scripts = Get-ProductScript -Source $Source
    Invoke-ClaimStep -Claim 'sums' -Step { Test-ProductSum -Source $Source }
    Invoke-ClaimStep -Claim 'signature' -Step { Test-ProductSignature -Source $Source }
    Invoke-ClaimStep -Claim 'catalog' -Step { Test-ProductCatalog -Source $Source }
    $verdicts = @{}
    foreach ($name in '5.1', '7') {
        $engine = $engines[$name]
        Invoke-ClaimStep -Claim "syntax-$name" -Step { Test-ProductSyntax -Source $Source -Engine $engine }
        Invoke-ClaimStep -Claim "diagnosis-$name" -Step {
            $verdicts[$name] = Get-EngineVerdict -Engine $engine -Script $scripts['detect']
            Get-VerdictClaim -Verdict $verdicts[$name]
        }
    }
    Invoke-ClaimStep -Claim 'engines-agree' -Step {
        Compare-EngineVerdict -Old $verdicts['5.1'] -New $verdicts['7']
    }
    $engine = $engines['5.1']
    Invoke-ClaimStep -Claim 'capture' -Step { Test-ProductCapture -Engine $engine -Script $scripts['collect'] }
    Invoke-ClaimStep -Claim 'preview' -Step { Test-ProductPreview -Engine $engine -Script $scripts['repair'] }
    Invoke-ClaimStep -Claim 'batch' -Step { Test-ProductBatch -Script $scripts['detect'] }
    if ($AllowChanges) {
        Invoke-ClaimStep -Claim 'repair-and-undo' -Step { Test-ProductRepair -Engine $engine -Scripts $scripts }
        Invoke-ClaimStep -Claim 'state-folder' -Step { Test-ProductState -Engine $engine -Scripts $scripts }
    }
    else {
        foreach ($claim in 'state-folder', 'repair-and-undo') {
            Add-Evidence -Claim $claim -Outcome 'open' -Seen @{ Why = 'needs -AllowChanges' }
        }
    }
    $evidence = [ordered]@{
        format         = 'mendsheet-evidence/1'
        product        = $script:Product
        version        = $script:Version
        startedUtc     = $started.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
        windows        = $machine
        culture        = (Get-Culture).Name
        engines        = $engines
        changesAllowed = [bool] $AllowChanges
        claims         = @($script:Evidence)
    }
    $encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
    [IO.File]::WriteAllText($file, (ConvertTo-JsonText -InputObject $evidence) + "`r`n", $encoding)
    Write-Notice -Key 'reportWritten' -With @{ Path = $file }
    $outcomes = @($script:Evidence | ForEach-Object { $_.outcome })
    $script:ExitCode = if ('broken' -in $outcomes) { 1 } elseif ('open' -in $outcomes) { 2 } else { 0 }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $script:ExitCode = Get-StartCode
        if ($script:ExitCode -eq 0) {
            Invoke-Main -OutputPath $OutputPath -AllowChanges:$AllowChanges -Source $PSScriptRoot
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    exit $script:ExitCode
}

#endregion
