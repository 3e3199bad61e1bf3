<#
.SYNOPSIS
    Each term of what keeps a script from changing a PC or lets it, and both sides of each limit.
.PARAMETER Folder
    The folder that holds diagnose.ps1 and reset-components.ps1.
#>
param([Parameter(Mandatory)] [string] $Folder)

BeforeDiscovery {
    $onWindows = $PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows
}

BeforeAll {
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../../src/simulator/Subject.psm1') -Force
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../../src/simulator/SimulatedWindows.psm1') -Force -Scope Local
    $repair = Join-Path -Path $Folder -ChildPath 'reset-components.ps1'
    $null = $onWindows
}

Describe 'a reason to change nothing' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $repair -Windows $windows
        $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
        $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
        $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
        $mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
        $null = $servicing, $manager, $policy, $mobile
    }

    AfterEach { Exit-SimulatedWindows }

    It 'is, or is none: <Name>' -ForEach @(
        @{ Name = 'a healthy PC'; Codes = @(); Arrange = { } }
        foreach ($key in 'RebootPending', 'RebootInProgress', 'PackagesPending') {
            @{ Name = "the key $key of servicing"; Codes = 13; Says = "Servicing $key"; With = $key; Arrange = { $windows.Registry["$servicing\$With"] = @{} } }
        }
        @{ Name = 'a session of servicing that is exclusive'; Codes = 13; Says = 'Servicing session'; Arrange = { $windows.Registry["$servicing\SessionsPending"] = @{ Exclusive = 1 } } }
        @{ Name = 'a session of servicing that is not'; Codes = @(); Arrange = { $windows.Registry["$servicing\SessionsPending"] = @{ Exclusive = 0 } } }
        @{ Name = 'an installer of updates that waits'; Codes = 13; Says = 'Update installer'; Arrange = { $windows.Registry['HKLM:\SOFTWARE\Microsoft\Updates'] = @{ UpdateExeVolatile = 1 } } }
        @{ Name = 'an installer of updates that does not'; Codes = @(); Arrange = { $windows.Registry['HKLM:\SOFTWARE\Microsoft\Updates'] = @{ UpdateExeVolatile = 0 } } }
        foreach ($value in 'PendingFileRenameOperations', 'PendingFileRenameOperations2') {
            @{ Name = "renames of servicing in $value"; Codes = 13; Says = 'Servicing file renames'; With = $value; Arrange = { $windows.Registry[$manager][$With] = @('\??\C:\Windows\WinSxS\Temp\PendingRenames\0a', '') } }
            @{ Name = "renames of a browser in $value"; Codes = @(); With = $value; Arrange = { $windows.Registry[$manager][$With] = @('\??\C:\Program Files\Browser\old.exe', '') } }
        }
        @{ Name = 'an update that waits for a restart'; Codes = 13; Reason = 'restart-required'; Arrange = { $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{} } }
        @{ Name = 'a service of updates that waits'; Codes = 13; Reason = 'restart-required'; Arrange = { $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Services\Pending\{0A}'] = @{} } }
        @{ Name = 'the key for such services, empty'; Codes = @(); Arrange = { $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Services\Pending'] = @{} } }
        @{ Name = 'an update server'; Codes = 12; Says = 'https://wsus.example'; Reason = 'own-server'; Arrange = { $windows.Registry[$policy] = @{ WUServer = 'https://wsus.example' }; $windows.Registry["$policy\AU"] = @{ UseWUServer = 1 } } }
        @{ Name = 'an update server that is not used'; Codes = @(); Arrange = { $windows.Registry[$policy] = @{ WUServer = 'https://wsus.example' }; $windows.Registry["$policy\AU"] = @{ UseWUServer = 0 } } }
        @{ Name = 'an update server of an MDM'; Codes = 12; Says = 'https://mobile.example'; Reason = 'own-server'; Arrange = { $windows.Registry[$mobile] = @{ UpdateServiceUrl = 'https://mobile.example' } } }
        @{ Name = 'an update server of an MDM beside one that is not used'; Codes = 12; Says = 'https://mobile.example'; Reason = 'own-server'; Arrange = { $windows.Registry[$policy] = @{ WUServer = 'https://wsus.example' }; $windows.Registry[$mobile] = @{ UpdateServiceUrl = 'https://mobile.example' } } }
        @{ Name = 'a policy of an MDM without a server'; Codes = @(); Arrange = { $windows.Registry[$mobile] = @{ UpdateServiceUrl = ''; AllowAutoUpdate = 4 } } }
        @{ Name = 'access that is switched off'; Codes = 12; Reason = 'access-disabled'; Arrange = { $windows.Registry[$policy] = @{ DisableWindowsUpdateAccess = 1 } } }
        @{ Name = 'access that is not'; Codes = @(); Arrange = { $windows.Registry[$policy] = @{ DisableWindowsUpdateAccess = 0 } } }
        foreach ($kind in 'Feature', 'Quality', 'Driver', 'Other') {
            @{ Name = "a source for updates of the kind $kind"; Codes = 12; Says = $kind; Reason = 'update-sources'; With = $kind; Arrange = {
                    $windows.Registry[$policy] = @{ "SetPolicyDrivenUpdateSourceFor${With}Updates" = 1 }
                    $windows.Registry["$policy\AU"] = @{ UseUpdateClassPolicySource = 1 }
                }
            }
            @{ Name = "Windows Update as the source for $kind"; Codes = @(); With = $kind; Arrange = {
                    $windows.Registry[$policy] = @{ "SetPolicyDrivenUpdateSourceFor${With}Updates" = 0 }
                    $windows.Registry["$policy\AU"] = @{ UseUpdateClassPolicySource = 1 }
                }
            }
        }
        @{ Name = 'sources that nothing switches on'; Codes = @(); Arrange = { $windows.Registry[$policy] = @{ SetPolicyDrivenUpdateSourceForQualityUpdates = 1 } } }
        foreach ($process in 'SetupHost', 'SetupPrep', 'wusa') {
            @{ Name = "$process runs"; Codes = 14; Says = $process; With = $process; Arrange = { $windows.Processes += $With } }
        }
        @{ Name = 'DismHost runs'; Codes = @(); Arrange = { $windows.Processes += 'DismHost' } }
        @{ Name = 'Windows Installer works'; Codes = 14; Says = 'Windows Installer'; Arrange = { $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress'] = @{} } }
        @{ Name = 'an MDM enrolment'; Codes = 12; Says = 'MDM (MS DM Server)'; Arrange = { $windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\0A'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 } } }
        foreach ($state in 0, 2) {
            @{ Name = "an MDM enrolment in state $state"; Codes = @(); With = $state; Arrange = { $windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\0A'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = $With } } }
        }
        @{ Name = 'an enrolment without a provider'; Codes = @(); Arrange = { $windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\0A'] = @{ EnrollmentState = 1 } } }
        @{ Name = 'Configuration Manager'; Codes = 12; Says = 'Configuration Manager'; Arrange = { Add-SimulatedService -Windows $windows -Name CcmExec } }
        foreach ($status in 1, 4, 5) {
            @{ Name = "a battery in status $status"; Codes = 1; Reason = 'onBattery'; With = $status; Arrange = { $windows.Cim.Win32_Battery = @([pscustomobject]@{ BatteryStatus = $With }) } }
        }
        foreach ($status in 2, 3, 6, 11) {
            @{ Name = "a battery in status $status"; Codes = @(); With = $status; Arrange = { $windows.Cim.Win32_Battery = @([pscustomobject]@{ BatteryStatus = $With }) } }
        }
        @{ Name = 'two batteries of which one charges'; Codes = @(); Arrange = { $windows.Cim.Win32_Battery = @([pscustomobject]@{ BatteryStatus = 1 }, [pscustomobject]@{ BatteryStatus = 2 }) } }
        @{ Name = 'a byte less than 512 MB'; Codes = 1; Says = '511'; Reason = 'diskFull'; Arrange = { $windows.Cim.Win32_LogicalDisk[0].FreeSpace = 512MB - 1 } }
        @{ Name = '512 MB'; Codes = @(); Arrange = { $windows.Cim.Win32_LogicalDisk[0].FreeSpace = 512MB } }
    ) {
        . $Arrange
        $stops = @(& $subject { (Get-Guard).Stops })
        @($stops | ForEach-Object { $_.Code }) | Should -Be @($Codes)
        if ($_.ContainsKey('Reason')) { $stops[0].Reason | Should -BeExactly $Reason }
        if ($_.ContainsKey('Says')) { "$($stops[0].Evidence.Values)" | Should -BeLike "*$Says*" }
    }

    It 'is weighed: 12 before 13, 14 and 1, and each is said' {
        $windows.Cim.Win32_LogicalDisk[0].FreeSpace = 0
        $growing = @(
            { }
            { $windows.Processes += 'wusa' }
            { $windows.Registry["$servicing\RebootInProgress"] = @{} }
            { $windows.Registry[$policy] = @{ DisableWindowsUpdateAccess = 1 } }
        )
        $order = foreach ($more in $growing) {
            . $more
            $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
            "$($run.Code) of $($run.Notices.Count)"
        }
        $order | Should -Be '1 of 1', '14 of 2', '13 of 3', '12 of 4'
    }
}

Describe 'a service that is started or stopped' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $repair -Windows $windows
        $entry = {
            Get-Content -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\1\journal.txt" |
                Select-Object -Skip 1
        }
        $null = $entry
        & $subject {
            $null = Initialize-StateFolder
            Add-RunFolder
            $script:Notices = @()
        }
    }

    AfterEach { Exit-SimulatedWindows }

    It 'ends well where sc.exe starts it with <Code>: <Well>' -ForEach @(
        @{ Code = 0; Status = 'Running'; Well = $true }, @{ Code = 0; Status = 'Stopped'; Well = $false }
        @{ Code = 1056; Status = 'Running'; Well = $true }, @{ Code = 1056; Status = 'Stopped'; Well = $false }
        @{ Code = 5; Status = 'Running'; Well = $false }, @{ Code = 1055; Status = 'Running'; Well = $false }
        @{ Code = 1057; Status = 'Running'; Well = $false }, @{ Code = 1058; Status = 'Stopped'; Well = $false }
    ) {
        $state, $number = $Status, $Code
        $windows.Services.BITS.Status = 'Stopped'
        # Something else may have started it between the look and the attempt.
        $windows.Tools['sc.exe'] = { param($Arguments, $Windows) $null = $Arguments; $Windows.Services.BITS.Status = $state; @{ ExitCode = $number } }.GetNewClosure()
        & $subject { Start-StoppedService -Name 'BITS' -TimeoutSeconds 1 }
        & $entry | Should -Be '1|plan|start-service|BITS|stopped|running', "1|$(if ($Well) { 'done' } else { 'failed' })|-|-|-|-"
        $said = & $subject { $script:Notices }
        if ($Well) { $said | Should -BeNullOrEmpty } else { "$said" | Should -Match "BITS.*$Code" }
        $windows.ToolCalls | Should -Be 'sc.exe start BITS'
    }

    It 'is left alone where it is so already, or is not there: <Command> <Name>' -ForEach @(
        @{ Command = 'Start-StoppedService'; Name = 'BITS'; Status = 'Running' }
        @{ Command = 'Stop-RunningService'; Name = 'BITS'; Status = 'Stopped' }
        @{ Command = 'Start-StoppedService'; Name = 'NoSuchService'; Status = 'Running' }
        @{ Command = 'Stop-RunningService'; Name = 'NoSuchService'; Status = 'Stopped' }
    ) {
        $windows.Services.BITS.Status = $Status
        $said = & $subject { param($Command, $Name) & $Command -Name $Name -TimeoutSeconds 1 } $Command $Name
        $said | Should -BeNullOrEmpty
        & $entry | Should -BeNullOrEmpty
        $windows.ToolCalls | Should -BeNullOrEmpty
        & $subject { $script:Notices } | Should -BeNullOrEmpty
    }

    It 'ends well where sc.exe stops it with <Code>: <Well>' -ForEach @(
        @{ Code = 0; Status = 'Stopped'; Well = $true }, @{ Code = 0; Status = 'Running'; Well = $false }
        @{ Code = 1061; Status = 'Stopped'; Well = $true }, @{ Code = 1062; Status = 'Stopped'; Well = $true }
        @{ Code = 1060; Status = 'Stopped'; Well = $false }, @{ Code = 1063; Status = 'Stopped'; Well = $false }
        @{ Code = 5; Status = 'Stopped'; Well = $false }, @{ Code = 1052; Status = 'Running'; Well = $false }
    ) {
        $state, $number = $Status, $Code
        $windows.Services.BITS.Status = 'Running'
        $windows.Tools['sc.exe'] = { param($Arguments, $Windows) $null = $Arguments; $Windows.Services.BITS.Status = $state; @{ ExitCode = $number } }.GetNewClosure()
        $stopped = & $subject { Stop-RunningService -Name 'BITS' -TimeoutSeconds 1 }
        & $entry | Should -Be '1|plan|stop-service|BITS|running|stopped', "1|$(if ($Well) { 'done' } else { 'failed' })|-|-|-|-"
        $stopped | Should -Be $(if ($Well) { 'BITS' } else { $null })
        $said = & $subject { $script:Notices }
        if ($Well) { $said | Should -BeNullOrEmpty } else { "$said" | Should -Match "BITS.*$Code" }
    }
}

Describe 'a tool that repairs' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $repair -Windows $windows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'ends with <Code>, and that is <Outcome> with exit code <Run>' -ForEach @(
        @{ Code = 0; Outcome = 'Repaired'; Run = 0 }, @{ Code = 3010; Outcome = 'Repaired'; Run = 3010 }
        @{ Code = 1; Outcome = 'Failed'; Run = 1 }, @{ Code = 3009; Outcome = 'Failed'; Run = 1 }
        @{ Code = 3011; Outcome = 'Failed'; Run = 1 }, @{ Code = 1641; Outcome = 'Failed'; Run = 1 }
        @{ Code = 87; Outcome = 'Failed'; Run = 1 }, @{ Code = -1; Outcome = 'Failed'; Run = 1 }
    ) {
        $number = $Code
        $windows.ImageHealth = 'Repairable'
        $windows.Tools['dism.exe'] = { param($Arguments, $Windows) $null = $Arguments; if ($number -in 0, 3010) { $Windows.ImageHealth = 'Healthy' }; @{ ExitCode = $number } }.GetNewClosure()
        $scans = [Collections.Generic.List[object]]::new()
        $windows.Tools['sfc.exe'] = { param($Arguments) $scans.Add("$Arguments"); @{ ExitCode = 0 } }.GetNewClosure()
        $done = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        # SFC takes its copies from a store that is whole, and refuses to run while one waits for a restart.
        $scans | Should -Be @(if ($Code -eq 0) { '/scannow' })
        $done.Output.Outcome | Should -Be $Outcome
        $done.Code | Should -Be $Run
        # Only the code that asks for a restart is followed by the word of it.
        @($done.Notices -match 'next restart').Count | Should -Be ([int] ($Code -eq 3010))
        if ($Outcome -eq 'Failed') { $done.Output.Failure | Should -Match $(if ($Code -lt 0) { '0xFFFFFFFF' } else { "\b$Code\b" }) }
    }

    It 'is killed when its time is over' -Skip:$onWindows {
        $subject = Import-Subject -Path $repair
        $mark = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-mark-$([guid]::NewGuid())")
        # What is not killed writes its mark four seconds later.
        $answer = & $subject {
            param($mark)
            Invoke-NativeTool -Path /bin/sh -ArgumentList '-c', "sleep 5; : > '$mark'" -TimeoutSeconds 1
        } $mark
        $answer.TimedOut | Should -BeTrue
        Start-Sleep -Seconds 6
        $isAlive = Test-Path -LiteralPath $mark
        Remove-Item -LiteralPath $mark -ErrorAction Ignore
        $isAlive | Should -BeFalse -Because 'two repairs would work on the same files'
    }
}

Describe 'the journal' {
    # Nothing that a test sees tells a cache from a disk, but for the call that asks for it.
    It 'asks for the disk before anything else happens, and lets go of the file' {
        $subject = Import-Subject -Path $repair
        $body = & $subject { (Get-Item -Path function:Add-JournalLine).ScriptBlock.Ast }
        $calls = $body.FindAll({ $args[0] -is [Management.Automation.Language.InvokeMemberExpressionAst] }, $true)
        $names = @($calls | ForEach-Object { "$($_.Member)" })
        $flush = @($calls | Where-Object { "$($_.Member)" -eq 'Flush' })
        $flush | Should -HaveCount 1
        "$($flush.Arguments)" | Should -Be '$true'
        $names.IndexOf('Flush') | Should -BeGreaterThan $names.IndexOf('Write')
        $names.IndexOf('Dispose') | Should -BeGreaterThan $names.IndexOf('Flush')
    }
}

Describe 'a descriptor' {
    BeforeAll { $subject = Import-Subject -Path $repair }

    # Each right that lets others change what is in a folder, as a word and as a number; and those that only read.
    It 'that gives users <Right> is trusted: <Trusted>' -ForEach @(
        foreach ($right in 'DC', 'LC', 'RP', 'DT', 'CR', 'SD', 'WD', 'WO', 'GA', 'GW', 'FA', 'FW',
            '0x2', '0x4', '0x10', '0x40', '0x100', '0x10000', '0x40000', '0x80000', '0x10000000', '0x40000000', '0x1301bf', '0x50000000') {
            @{ Right = $right; Trusted = $false }
        }
        foreach ($right in 'CC', 'SW', 'WP', 'LO', 'RC', 'GR', 'GX', 'FR', 'FX', 'CCSWWPLORC',
            '0x1', '0x8', '0x20', '0x80', '0x20000', '0x20000000', '0x80000000', '0x1200a9', '0x100000') {
            @{ Right = $right; Trusted = $true }
        }
    ) {
        $sddl = "O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;$Right;;;BU)"
        & $subject { param($sddl) Test-TrustedDescriptor -Sddl $sddl -Closed } $sddl | Should -Be $Trusted
    }

    It 'of an owner and a flag is trusted: <Sddl> <Closed> <Trusted>' -ForEach @(
        foreach ($owner in 'SY', 'BA', 'S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464') {
            @{ Sddl = "O:${owner}D:P(A;;FA;;;BA)"; Closed = $true; Trusted = $true }
        }
        foreach ($owner in 'BU', 'AU', 'WD', 'CO', 'S-1-5-19', 'S-1-5-32-545', 'S-1-5-80-1-2-3-4-5') {
            @{ Sddl = "O:${owner}D:P(A;;FA;;;BA)"; Closed = $true; Trusted = $false }
        }
        @{ Sddl = 'O:BAD:AI(A;;FA;;;BA)'; Closed = $true; Trusted = $false }
        @{ Sddl = 'O:BAD:AI(A;;FA;;;BA)'; Closed = $false; Trusted = $true }
        @{ Sddl = 'O:BAD:PAI(A;;FA;;;BA)'; Closed = $true; Trusted = $true }
        @{ Sddl = 'O:BAD:P(D;;FA;;;BU)(OD;;FA;;;BU)(XD;;FA;;;BU)(A;;FR;;;BU)'; Closed = $true; Trusted = $true }
        @{ Sddl = 'O:BAD:P(OA;;FR;;;BU)'; Closed = $true; Trusted = $false }
        @{ Sddl = 'O:BAD:P(a;;FR;;;BU)'; Closed = $true; Trusted = $false }
        @{ Sddl = 'O:BAD:P(A;;0x123456789;;;BU)'; Closed = $true; Trusted = $false }
    ) {
        & $subject { param($sddl, $closed) Test-TrustedDescriptor -Sddl $sddl -Closed:$closed } $Sddl $Closed | Should -Be $Trusted
    }
}

Describe 'a code of an event' {
    BeforeAll { $subject = Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'diagnose.ps1') }

    It '<Code> is a failure: <Failed>' -ForEach @(
        foreach ($code in '0x80070422', '0xC1900101', '0xc1900101', '0x8024000A', '0x8024000C', '0x800704C6', '0x800704C8', '0x8FFFFFFF', '0xCFFFFFFF',
            # An NTSTATUS that is carried as an HRESULT has a bit more (HRESULT_FROM_NT).
            '0xD0000001', '0xD000A002', '0x90000005', '0xFFFFFFFF') {
            @{ Code = $code; Failed = $true }
        }
        # Success, warnings of other kinds, what a person cancelled, and what is no code.
        foreach ($code in '0x00000000', '0x00240001', '0x40000001', '0x7FFFFFFF', '0x8024000B', '0x800704C7',
            '', '0x8007042', '0x800704222', 'x0x80070422', "0x80070422`n0", '80070422') {
            @{ Code = $code; Failed = $false }
        }
    ) {
        & $subject { param($code) Test-FailureCode -Code $code } $Code | Should -Be $Failed
    }
}

Describe 'the clock of a PC by itself' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $windows.Cim.Win32_ComputerSystem.DomainRole = 0
        $subject = Import-Subject -Path $repair -Windows $windows
        $key = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time'
        if (-not $windows.Registry.ContainsKey("$key\Config")) { $windows.Registry["$key\Config"] = @{} }
    }

    AfterEach { Exit-SimulatedWindows }

    # The time service corrects what is within its limit, 15 hours by default; beyond it the clock is set. Positive is behind.
    It 'that is <Ahead> s ahead, with the limits <Limits>, is set: <Set>' -ForEach @(
        @{ Ahead = 53900; Limits = @{}; Set = $false }, @{ Ahead = 54100; Limits = @{}; Set = $true }
        @{ Ahead = -53900; Limits = @{}; Set = $false }, @{ Ahead = -54100; Limits = @{}; Set = $true }
        @{ Ahead = 7300; Limits = @{ MaxNegPhaseCorrection = 7200; MaxPosPhaseCorrection = 99999 }; Set = $true }
        @{ Ahead = 7100; Limits = @{ MaxNegPhaseCorrection = 7200; MaxPosPhaseCorrection = 0 }; Set = $false }
        @{ Ahead = -7300; Limits = @{ MaxPosPhaseCorrection = 7200; MaxNegPhaseCorrection = 99999 }; Set = $true }
        @{ Ahead = -7100; Limits = @{ MaxPosPhaseCorrection = 7200; MaxNegPhaseCorrection = 0 }; Set = $false }
        # 0xFFFFFFFF, which the registry gives as -1: no limit.
        @{ Ahead = 900000; Limits = @{ MaxNegPhaseCorrection = -1 }; Set = $false }
        @{ Ahead = -900000; Limits = @{ MaxPosPhaseCorrection = -1 }; Set = $false }
        @{ Ahead = 3700; Limits = @{ MaxNegPhaseCorrection = 0 }; Set = $true }
    ) {
        foreach ($name in $Limits.Keys) { $windows.Registry["$key\Config"][$name] = $Limits[$name] }
        $windows.ClockOffset = [timespan]::FromSeconds($Ahead)
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'clock' }
        $journal = Get-Content -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\1\journal.txt"
        @($journal -match '\|plan\|set-clock\|').Count | Should -Be ([int] $Set)
        $windows.ToolCalls | Should -Contain 'w32tm.exe /resync /rediscover'
    }

    It 'of a PC in role <Role> is set by us: <Set>' -ForEach @(
        @{ Role = 0; Set = $true }, @{ Role = 1; Set = $false }, @{ Role = 2; Set = $true }
        @{ Role = 3; Set = $false }, @{ Role = 4; Set = $false }, @{ Role = 5; Set = $false }
    ) {
        $windows.Cim.Win32_ComputerSystem.DomainRole = $Role
        $windows.ClockOffset = [timespan]::FromDays(-20)
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'clock' }
        $path = "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\1\journal.txt"
        $journal = if (Test-Path -LiteralPath $path) { Get-Content -LiteralPath $path } else { @() }
        @($journal -match '\|plan\|set-clock\|').Count | Should -Be ([int] $Set)
        # A domain controller is left alone altogether.
        $windows.ToolCalls -contains 'w32tm.exe /resync /rediscover' | Should -Be ($Role -lt 4)
    }
}

Describe 'the lock' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $repair -Windows $windows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'is held by a run itself while a tool works, and let go of when it <Ends>' -ForEach @(
        @{ Ends = 'ends'; Code = 0 }, @{ Ends = 'fails'; Code = 5 }
    ) {
        $global:Edges = @{ File = $null; Opened = 'nothing was tried' }
        $number = $Code
        $windows.ImageHealth = 'Repairable'
        $windows.Tools['dism.exe'] = {
            param($Arguments, $Windows)
            $null = $Arguments
            $Edges.File = (Get-Item -LiteralPath "$($Windows.Drive)\ProgramData\Mendsheet\windows-update\lock").FullName
            # As another run would open it, which takes what it gets.
            $Edges.Opened = try { [IO.File]::Open($Edges.File, 'OpenOrCreate', 'ReadWrite', 'ReadWrite').Dispose(); 'yes' } catch { 'no' }
            if ($number -eq 0) { $Windows.ImageHealth = 'Healthy' }
            @{ ExitCode = $number }
        }.GetNewClosure()
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        $Edges.Opened | Should -Be 'no'
        { [IO.File]::Open($Edges.File, 'Open', 'ReadWrite', 'None').Dispose() } | Should -Not -Throw
        Remove-Variable -Name Edges -Scope Global
    }
}

Describe 'rights to a service' {
    BeforeAll { $subject = Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'diagnose.ps1') }

    # SYSTEM is one of the administrators, of those who have signed in and of everyone; an administrator is no SYSTEM.
    It '<Sddl> keeps out: <Lost>' -ForEach @(
        @{ Sddl = 'D:(A;;LCRP;;;BA)'; Lost = @() }
        foreach ($who in 'AU', 'WD') { @{ Sddl = "D:(A;;LCRP;;;$who)"; Lost = @() } }
        @{ Sddl = 'D:(A;;LCRP;;;SY)'; Lost = 'BA:LC', 'BA:RP' }
        foreach ($who in 'BU', 'IU', 'SU', 'S-1-5-32-544') { @{ Sddl = "D:(A;;LCRP;;;$who)"; Lost = 'SY:LC', 'SY:RP', 'BA:LC', 'BA:RP' } }
        foreach ($right in 'GA', 'FA', 'KA', 'GRGX', '0x10000000', '0x14', '0xA0000000', '0x80000010', '0x20000004') {
            @{ Sddl = "D:(A;;$right;;;BA)"; Lost = @() }
        }
        foreach ($right in 'LC', 'GR', '0x4', '0x80000000') { @{ Sddl = "D:(A;;$right;;;BA)"; Lost = 'SY:RP', 'BA:RP' } }
        foreach ($right in 'RP', 'GX', '0x10', '0x20000000') { @{ Sddl = "D:(A;;$right;;;BA)"; Lost = 'SY:LC', 'BA:LC' } }
        foreach ($right in 'CCDCSWWPDTLOCRSDRCWDWO', 'GW', '0x2ffeb', '0x40000000') {
            @{ Sddl = "D:(A;;$right;;;BA)"; Lost = 'SY:LC', 'SY:RP', 'BA:LC', 'BA:RP' }
        }
        # A letter of one pair and the first of the next are no pair.
        @{ Sddl = 'D:(A;;SLCR;;;BA)'; Lost = 'SY:LC', 'SY:RP', 'BA:LC', 'BA:RP' }
        @{ Sddl = 'D:(D;;RP;;;SY)(A;;LCRP;;;BA)'; Lost = @('SY:RP') }
        @{ Sddl = 'D:(D;;LC;;;BA)(A;;LCRP;;;WD)'; Lost = 'SY:LC', 'BA:LC' }
        @{ Sddl = 'D:(D;;RP;;;BU)(A;;LCRP;;;BA)'; Lost = @() }
        @{ Sddl = 'D:(A;;LCRP;;;BA)S:(AU;FA;LCRP;;;WD)'; Lost = @() }
        @{ Sddl = 'D:S:(A;;LCRP;;;BA)'; Lost = 'SY:LC', 'SY:RP', 'BA:LC', 'BA:RP' }
    ) {
        @(& $subject { param($sddl) Get-LostServiceRight -Sddl $sddl } $Sddl) | Should -Be @($Lost)
    }
}
