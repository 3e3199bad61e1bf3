# Mendsheet 0.1.0 - windows-update - repair
# Made from checks.yaml. Do not edit: change the checklist and build again.
# Regions: Messages, Runtime, Channel, Actions, Recipes, Checks, Check table, Main

<#
.SYNOPSIS
    Windows Update: repairs without a user what is found, and keeps what it replaces.
.DESCRIPTION
    For Intune remediations and other services that run scripts unattended. Asks nothing. Only checks that
    are a problem are repaired, as many as the time of the service allows; the next run takes the rest.
    Every change goes into a journal before it is made; reset-components.ps1 -Undo restores it.
    Whoever deploys this script manages the PC, so management does not stop it; policies are not changed.

    Checks:
      6  msiserver-start-type  Start type of Windows Installer
.PARAMETER Check
    The checks to repair, by id, with commas. Without it: all.
.PARAMETER ExitCodes
    Simple: 0 and 1. Installer: also 3010 restart needed, 1618 try again later, as Win32 apps of Intune
    expect.
.OUTPUTS
    One line of text; "mendsheet decode" explains it.
.NOTES
    Exit codes: 0 nothing is a problem any more, 1 otherwise; with -ExitCodes Installer also 1618 and 3010.
#>
[CmdletBinding(SupportsShouldProcess)]
[OutputType([string])]
param(
    [string] $Check = '',

    [ValidateSet('Simple', 'Installer')]
    [string] $ExitCodes = 'Simple'
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$script:Product = 'windows-update'
$script:Version = '0.1.0'
$script:ChecklistVersion = '0.1.0'
$script:ScriptName = 'repair'
$script:Phase = 'repair'
$script:StateFolder = "$env:ProgramData\Mendsheet\$script:Product"
$script:DefaultChecks = @('msiserver-start-type')
$script:LimitMinutes = 50
$script:OutputFormat = 'Text'
$script:Language = 'en'
$script:HasProductGuard = $true
$script:LogPath = ''
$script:Line = ''

# What this run has done so far.
$script:RunId = [string] [guid]::NewGuid()
$script:Notices = @()
$script:Changes = @()
$script:AsideTargets = @()
$script:StoppedServices = @()
$script:NeedsRestart = $false
$script:Journal = $null
$script:CheckId = ''
$script:NotedCheck = ''
$script:EntryCount = 0
$script:ConfirmLevel = 'None'
$script:HasTranscript = $false

#region Messages

# What this script says: a key and its sentence, a line for each language. {Name} stands for a value.
$script:Messages = @{}
$script:Messages['en'] = @{
    'languageMode' = 'PowerShell runs in a restricted language mode here (application control), so this script cannot work. Nothing was changed.'
    'notWindows' = 'This script is for Windows. Nothing was changed.'
    'notElevated' = 'Open PowerShell as administrator and run this script again. Nothing was changed.'
    'busy' = 'Another run of this product is active. Wait until it has ended. Nothing was changed.'
    'stateNotTrusted' = 'The folder {Path} could have been made or changed by someone who is no administrator. Look at it, remove it and run this script again. Nothing was changed.'
    'unknownCheck' = 'Unknown check: {Wrong}. Known: {Known}'
    'notThisBuild' = 'Not for this build of Windows.'
    'notThisKind' = 'Not for this kind of Windows (client or server).'
    'notThisEdition' = 'Not for this edition of Windows.'
    'notThisArchitecture' = 'Not for this processor architecture.'
    'notThisAccount' = 'Not for the account that runs this script.'
    'networkTestsOff' = 'Not run, since it downloads data: pass -IncludeNetworkTests.'
    'accessDenied' = 'This account may not read what the check needs. Run it as administrator.'
    'detectThrew' = 'The check failed unexpectedly: {ErrorType} at line {ErrorLine}.'
    'timedOut' = 'Windows did not answer the check within {LimitSeconds} seconds.'
    'noFinding' = 'The check gave {Findings} results instead of one.'
    'repairThrew' = 'The repair failed unexpectedly: {ErrorType} at line {ErrorLine}.'
    'guarded' = 'Nothing was changed: {Reason}'
    'allowedAlthough' = 'Goes on because of -AllowManaged, although: {Reason}'
    'managed' = 'This PC is managed by an organisation through {Provider}. Ask its administrator.'
    'restartPending' = 'Windows waits for a restart. Restart this PC first.'
    'installerBusy' = 'An installation is under way ({Name}). Wait until it has ended.'
    'servicingAwaited' = 'Windows servicing (TiWorker) is at work. Waiting for it, {Minutes} minutes at most.'
    'onBattery' = 'This PC runs on battery. Connect it to power.'
    'diskFull' = 'Drive {Drive} has only {FreeMegabytes} MB left. Free some space first.'
    'whatIf' = 'Would be done: {Change}'
    'doStartType' = 'Set the start type of service {Name} from {Before} to {After}'
    'doStart' = 'Start service {Name}'
    'serviceMissing' = 'There is no service {Name} on this PC.'
    'startTypeFailed' = 'The start type of service {Name} could not be set (code {Code}).'
    'noWayBack' = 'Not changed, since undo could not bring it back: {Target}.'
    'startFailed' = 'Service {Name} did not start (code {Code}).'
    'undone' = 'Run {Run} was undone.'
    'listJoin' = '{One}, {Other}'
    'timeForm' = 'yyyy-MM-dd HH:mm'
    'title.msiserver-start-type' = 'Start type of Windows Installer'
    'service-start-type_disabled' = 'The service {Service} is disabled, so that it cannot be started when it is needed.'
    'service-start-type_missing' = 'The service {Service} does not exist. No script brings it back, but installing Windows over itself from media does.'
    'service-start-type_unreadable' = 'The start type of the service {Service} could not be read.'
    'guard_own-server' = 'This PC is set by policy to get its updates from a server of your organisation ({Server}).'
    'guard_access-disabled' = 'A policy of your organisation switches access to Windows Update off on this PC (DisableWindowsUpdateAccess).'
    'guard_update-sources' = 'Policies of your organisation assign a server of its own to these kinds of update: {Kinds}.'
    'guard_restart-required' = 'Windows Update waits for a restart to finish what it has installed. Restart the PC first.'
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

# Bytes free on the drive of Windows; nothing when they cannot be read.
function Get-FreeSpace {
    try { (New-Object -TypeName IO.DriveInfo -ArgumentList "$env:SystemRoot").TotalFreeSpace }
    catch { Write-Verbose -Message "$_" }
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

# The rows whose check is a problem, in order, as many as the time of the service allows.
function Select-DueCheck {
    param([hashtable[]] $Row, [psobject[]] $Result)
    $problems = @($Result | Where-Object -Property Status -EQ 'Problem' | ForEach-Object { $_.Id })
    $minutes = 0
    foreach ($each in $Row | Where-Object { $_.Id -in $problems }) {
        $minutes += $each.Minutes
        if ($minutes -gt $script:LimitMinutes) {
            $minutes -= $each.Minutes
            continue
        }
        $each
    }
}

# Before the first change: why this PC cannot be repaired now, as a key, and the lock where it can.
function Get-RepairNote {
    param([Parameter(Mandatory)] [psobject] $Machine)
    if (-not $Machine.Elevated) { return 'notElevated' }
    if (-not (Initialize-StateFolder)) { return 'stateNotTrusted' }
    $script:Lock = Open-RunLock
    if (-not $script:Lock) { return 'busy' }
    ''
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

#endregion
#region Check table

$script:Checks = @(
    @{
        Id = 'msiserver-start-type'; Item = 6; Words = 'service-start-type'; Minutes = 1
        Test = { Test-ServiceStartType -Name 'msiserver' -Wanted 'demand' -WantedOnServer2016 'same' }
        Repair = { Repair-ServiceStartType -Name 'msiserver' -Wanted 'demand' -WantedOnServer2016 'same' }
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
#region Main

# Detects, repairs what is a problem, and writes the line; sets the exit code.
function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([string])]
    param([string] $Check)
    $script:ExitCode = 1
    $script:Lock = $null
    $ConfirmPreference = 'None'
    $rows = @(Select-Check -Check $Check)
    $asked = @(Get-CheckId -Id $Check | Sort-Object -Unique)
    if ($asked -and $asked.Count -ne $rows.Count) { return Get-SummaryLine -Note 'unknownCheck' }
    $machine = Get-Machine
    $windows = "$($machine.Build).$($machine.Revision)"
    try {
        $guard = Get-Guard 6>$null
        $results = @(Get-ChannelResult -Row $rows -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
        $due = @(Select-DueCheck -Row $rows -Result $results)
        $note = if ($due -and -not $WhatIfPreference) { Get-RepairNote -Machine $machine 6>$null }
        if ($note) { return Get-SummaryLine -Result $results -Windows $windows -Note $note }
        if ($due) {
            # Words of the repair are for the log alone: nothing but the line may stand on standard output.
            $repair = @{ Row = $due; Machine = $machine; Guard = $guard; AllowManaged = $true }
            Invoke-Repair @repair 2>$null 3>$null 4>$null 5>$null 6>&1 |
                ForEach-Object {
                    if ($_ -is [Management.Automation.InformationRecord]) { return Write-ChannelLog -Text "$_" }
                    $done = $_
                    Write-ChannelLog -Text "$($done.Id) $($done.Outcome) $($done.Failure)"
                    $done.Changes | ForEach-Object { Write-ChannelLog -Text "$($done.Id) $_" }
                    $result = $results | Where-Object -Property Id -EQ $done.Id
                    $result.Before = $done.Before
                    $result.Status = $done.Status
                    $result.Reason = $done.ReasonKey
                    $result.HResult = $done.HResult
                    $result.Outcome = $done.Outcome
                }
        }
        else { $script:ExitCode = 0 }
    }
    finally {
        if ($script:Lock) { $script:Lock.Dispose() }
    }
    if ($script:ExitCode -eq 0 -and (Get-Verdict -Result $results) -eq 'Problem') { $script:ExitCode = 1 }
    $note = if ($script:ExitCode -gt 1) { "exit:$script:ExitCode" }
    Get-SummaryLine -Result $results -Windows $windows -Note $note
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
    # 13, 14: restart first, another run. 1618: what the 64-bit PowerShell made of them.
    $isInstaller = $ExitCodes -eq 'Installer'
    $code = if ($isInstaller -and $script:ExitCode -in 13, 14, 1618) { 1618 }
    elseif ($isInstaller -and $script:ExitCode -eq 3010) { 3010 }
    else { [int] ($script:ExitCode -notin 0, 3010) }
    Stop-HungProcess -Code $code
    if ($ExitCodes -eq 'Installer' -and $code -eq 1618) { exit 1618 }
    if ($ExitCodes -eq 'Installer' -and $code -eq 3010) { exit 3010 }
    if ($code -eq 0) { exit 0 }
    exit 1
}

#endregion
