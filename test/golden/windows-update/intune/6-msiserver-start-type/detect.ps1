# Mendsheet 0.1.0 - windows-update - detect
# Made from checks.yaml. Do not edit: change the checklist and build again.
# Regions: Runtime, Channel, Recipes, Check table, Main

<#
.SYNOPSIS
    Windows Update: detects without a user and changes nothing.
.DESCRIPTION
    For Intune remediations and other services that run scripts unattended. Asks nothing, and ends its
    output with one line that says what was found; "mendsheet decode" explains the line.

    Checks:
      6  msiserver-start-type  Start type of Windows Installer
.PARAMETER Check
    The checks to run, by id, with commas. Without it: all.
.OUTPUTS
    One line of text.
.NOTES
    Exit codes: 1 problem found; 0 otherwise, also when it could not be decided or this script failed,
    since 1 starts the repair.
#>
[CmdletBinding()]
[OutputType([string])]
param([string] $Check = '')

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:Product = 'windows-update'
$script:ChecklistVersion = '0.1.0'
$script:ScriptName = 'detect'
$script:Phase = 'detect'
$script:DefaultChecks = @('msiserver-start-type')
$script:LimitMinutes = 50
$script:LogPath = ''
$script:Line = ''

#region Runtime

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

# Stops what can be stopped, without waiting for it, and notes for the end that a thread may be left. The note is
# one of the process, since this may run in any of its runspaces.
function Save-HungCall {
    param([Parameter(Mandatory)] [PowerShell] $Shell)
    $null = $Shell.BeginStop($null, $null)
    [AppDomain]::CurrentDomain.SetData('Mendsheet.HungCall', $true)
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

#endregion
#region Channel

# Why this script cannot run here, as a key; empty when it can. It uses only what a restricted language mode
# allows.
function Get-StartRefusal {
    if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { return 'languageMode' }
    if (-not (Test-OnWindows)) { return 'notWindows' }
    ''
}

# One line of the log, whatever names of files and the like hold. A log that cannot be written must not fail the
# run.
function Write-ChannelLog {
    [CmdletBinding()]
    param([string] $Text)
    if (-not $script:LogPath) { return }
    $time = [datetime]::UtcNow.ToString('s', [cultureinfo]::InvariantCulture)
    $line = "${time}Z $Text" -replace '[\x00-\x1f\x7f]+', ' '
    try { Add-Content -LiteralPath $script:LogPath -Value $line -Encoding UTF8 }
    catch { Write-Verbose -Message "$_" }
}

# Detects with each row: one result a check. What is left when the time is up stays undecided and says so, since
# the service that runs this would end it without a word.
function Get-ChannelResult {
    param([hashtable[]] $Row, [Parameter(Mandatory)] [psobject] $Machine)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    foreach ($each in $Row) {
        $isLate = $clock.Elapsed.TotalMinutes -ge $script:LimitMinutes
        $finding = if ($isLate) { New-Finding -Status 'Unknown' -Reason 'outOfTime' }
        else { Invoke-Detection -Row $each -Machine $Machine }
        $evidence = @(foreach ($name in $finding.Evidence.Keys) { "$name=$($finding.Evidence[$name])" }) -join '; '
        Write-ChannelLog -Text "$($each.Id) $($finding.Status) $($finding.Reason) $evidence"
        [pscustomobject]@{
            Id      = $each.Id
            Status  = $finding.Status
            Reason  = $finding.Reason
            HResult = @($finding.HResult)
            Before  = ''
            Outcome = ''
        }
    }
}

# The weightiest status of all.
function Get-Verdict {
    param([psobject[]] $Result, [string] $Note = '')
    $statuses = @($Result | ForEach-Object { $_.Status })
    if ($statuses -contains 'Problem') { return 'Problem' }
    if ($statuses -contains 'Unknown' -or $Note) { return 'Unknown' }
    'Ok'
}

# The line that a management service shows of a run; docs/channels.md describes it. It has at most 2,048
# characters: the statuses always fit, reasons go in while there is room, those of problems first.
function Get-SummaryLine {
    param(
        [psobject[]] $Result = @(),
        [string] $Windows = '-',
        [string] $Note = ''
    )
    $verdict = Get-Verdict -Result $Result -Note $Note
    $head = "mendsheet/1 $script:Product $script:ChecklistVersion $script:Phase $Windows $verdict |"
    if ($Note) { $head += ' !' + ($Note -replace '[^A-Za-z0-9_.:-]') }
    $entries = [ordered]@{}
    foreach ($each in $Result) {
        $entry = "$($each.Id)="
        if ($each.Outcome) { $entry += $each.Before.Substring(0, 1) + '>' }
        $entry += $each.Status.Substring(0, 1)
        if ($each.Outcome) { $entry += '/' + $each.Outcome.Substring(0, 1) }
        $entries[$each.Id] = $entry
    }
    $room = 2048 - "$head $(@($entries.Values) -join ' ') | $verdict".Length
    $order = @('Problem', 'Unknown', 'NotApplicable', 'Ok')
    foreach ($each in $Result | Sort-Object -Property { $order.IndexOf($_.Status) }) {
        $code = $each.HResult | Select-Object -First 1
        $detail = ':' + ($each.Reason -replace '[^A-Za-z0-9_-]')
        if ($code) { $detail += ":$code" }
        if ($detail -eq ':' -or $detail.Length -gt $room) { continue }
        $entries[$each.Id] += $detail
        $room -= $detail.Length
    }
    "$head $(@($entries.Values) -join ' ') | $verdict" -replace ' +', ' '
}

# What a summary line says of an error that nobody foresaw.
function Get-DefectNote {
    param([Parameter(Mandatory)] [Management.Automation.ErrorRecord] $Record)
    $type = $Record.Exception.GetType().FullName
    Write-ChannelLog -Text "$type at line $($Record.InvocationInfo.ScriptLineNumber): $($Record.Exception.Message)"
    "defect:${type}:$($Record.InvocationInfo.ScriptLineNumber)"
}

#endregion
#region Recipes

# Recipe service-start-type, used by msiserver-start-type.
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

#endregion
#region Check table

$script:Checks = @(
    @{
        Id = 'msiserver-start-type'; Item = 6
        Test = { Test-ServiceStartType -Name 'msiserver' -Wanted 'demand' -WantedOnServer2016 'same' }
    }
)
# What a row leaves out is as usual.
foreach ($row in $script:Checks) {
    $usual = @{
        Needs = @(); Limit = 120
        MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @(); Architecture = @(); Account = @()
        Test = $null; Repair = $null; Export = $null
    }
    foreach ($name in $usual.Keys) { if (-not $row.ContainsKey($name)) { $row[$name] = $usual[$name] } }
}

#endregion
#region Main

# Runs the chosen checks and writes the line; sets the exit code.
function Invoke-Main {
    [CmdletBinding()]
    [OutputType([string])]
    param([string] $Check)
    $script:ExitCode = 64
    $rows = @(Select-Check -Check $Check)
    $asked = @(Get-CheckId -Id $Check | Sort-Object -Unique)
    if ($asked -and $asked.Count -ne $rows.Count) { return Get-SummaryLine -Note 'unknownCheck' }
    $machine = Get-Machine
    $results = @(Get-ChannelResult -Row $rows -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
    $script:ExitCode = if ((Get-Verdict -Result $results) -eq 'Problem') { 1 } else { 0 }
    Get-SummaryLine -Result $results -Windows "$($machine.Build).$($machine.Revision)"
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $refusal = Get-StartRefusal
        if ($refusal) { $script:Line = Get-SummaryLine -Note $refusal }
        else {
            $relaunch = @(Get-RelaunchArgument -Bound $PSBoundParameters)
            if ($relaunch) {
                $script:Line = @(& $script:NativeShell @relaunch)[-1]
                $script:ExitCode = $LASTEXITCODE
            }
            else {
                $script:LogPath = Get-LogPath
                $script:Line = Invoke-Main -Check $Check
            }
        }
    }
    catch {
        $script:ExitCode = 70
        $about = "$script:Product $script:ChecklistVersion $script:Phase"
        $script:Line = "mendsheet/1 $about - Unknown | !defect | Unknown"
        # What failed may be what makes the line.
        try { $script:Line = Get-SummaryLine -Note (Get-DefectNote -Record $_) }
        catch { Write-Verbose -Message "$_" }
    }
    Write-ChannelLog -Text $script:Line
    Write-Output -InputObject $script:Line
    Stop-HungProcess -Code ([int] ($script:ExitCode -eq 1))
    if ($script:ExitCode -eq 1) { exit 1 }
    exit 0
}

#endregion
