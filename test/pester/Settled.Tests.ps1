<#
.SYNOPSIS
    Failures that Windows shows as installed, proxies of both families, dates and hours in the forms of many countries.
.PARAMETER Folder
    The folder of the product.
#>
param([Parameter(Mandatory)] [string] $Folder)

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
    $diagnose = Join-Path -Path $Folder -ChildPath 'diagnose.ps1'
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    $results = 'HKLM:\SYSTEM\Setup\SetupDiag\Results'
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    $public = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'

    # In the log of events, in the history, and in what servicing records.
    function Add-FailedUpdate {
        param([string] $Title, [int] $Code = 0x800F0823, [string] $Package)
        Add-SimulatedHistory -Windows $windows -Entry @(2, 3 | ForEach-Object { @{ Title = $Title; Code = $Code; Days = $_ } })
        $windows.Events.Add(@{
                Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddDays(-2)
                Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = $Title; errorCode = '0x{0:x8}' -f $Code; serviceGuid = $public }
            })
        if ($Package) {
            $windows.Events.Add(@{
                    Log = 'Setup'; Provider = 'Microsoft-Windows-Servicing'; Id = 3; Time = [datetime]::UtcNow.AddDays(-2)
                    UserData = @{ PackageIdentifier = $Package; IntendedPackageState = '5112'; ErrorCode = '0x{0:x8}' -f $Code; Client = 'UpdateAgentLCU' }
                })
        }
    }

    function Add-Rollup {
        param([double] $DaysAgo, [string] $Name = '26200.4652.1.9')
        $time = [int] [math]::Floor([datetime]::UtcNow.AddDays(-$DaysAgo).ToFileTimeUtc() / 4294967296)
        $windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~$Name"] = @{ CurrentState = 112; InstallTimeHigh = $time }
    }

    function Get-Found {
        param([string[]] $Check)
        $subject = Import-Subject -Path $diagnose -Windows $windows
        (Invoke-Subject -Subject $subject -Parameter @{ Check = $Check }).Output
    }

    $readers = 'event-log', 'servicing-failure', 'single-update', 'servicing-stack'
    $package = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9'
}

Describe 'a failure that no event settles' {
    BeforeEach { $windows = New-SimulatedWindows }

    AfterEach { Exit-SimulatedWindows }

    It 'is none any more: <Name>' -ForEach @(
        @{ Name = 'the revision of its title runs'; Prepare = { Add-FailedUpdate -Title '2026-11 Cumulative Update (KB5099999) (26200.4652)' -Package $package } }
        @{ Name = 'a higher revision runs'; Prepare = { Add-FailedUpdate -Title '2026-10 Security Update (KB5090001) (26200.4100)' } }
        @{ Name = 'an enablement package made a higher build of it'; Prepare = { Add-FailedUpdate -Title '2026-10 Cumulative Update (KB5090001) (26100.4650)' -Package 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4650.1.4' } }
        @{ Name = 'a newer version of Windows runs'; Prepare = { Add-FailedUpdate -Title '2026-10 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5090001)' } }
        @{ Name = 'Windows was installed over itself since'; Prepare = {
                Add-FailedUpdate -Title '2026-11 .NET Framework Update (KB5099888)' -Package 'Package_for_KB5099888~31bf3856ad364e35~amd64~~10.0.1.1'
                $windows.Registry[$version].InstallDate = [int] [DateTimeOffset]::UtcNow.AddHours(-3).ToUnixTimeSeconds()
            }
        }
        @{ Name = 'Windows lists its number'; Prepare = {
                Add-FailedUpdate -Title '2026-11 Security Update for Windows (KB5099777)'
                $windows.Cim['Win32_QuickFixEngineering'] = @([pscustomobject]@{ HotFixID = 'KB5099777' })
            }
        }
        @{ Name = 'a cumulative update came later'; Prepare = {
                Add-FailedUpdate -Title '2026-10 Cumulative Update for Windows 11 (KB5090001)'
                Add-Rollup -DaysAgo 1
            }
        }
        @{ Name = 'a cumulative update came later, in Japanese'; Prepare = {
                Add-FailedUpdate -Title ([regex]::Unescape('2026-10 x64 \u30d9\u30fc\u30b9 \u30b7\u30b9\u30c6\u30e0\u7528 Windows 11 \u306e\u7d2f\u7a4d\u66f4\u65b0\u30d7\u30ed\u30b0\u30e9\u30e0 (KB5090001)'))
                Add-Rollup -DaysAgo 1
            }
        }
        @{ Name = 'a cumulative update came later, in German'; Prepare = {
                Add-FailedUpdate -Title ([regex]::Unescape('2026-10 Kumulatives Update f\u00fcr Windows 11 f\u00fcr x64-basierte Systeme (KB5090001)'))
                Add-Rollup -DaysAgo 1
            }
        }
        @{ Name = 'servicing has its package installed'; Prepare = {
                $name = 'Package_for_KB5099666~31bf3856ad364e35~amd64~~10.0.1.3'
                Add-FailedUpdate -Title '2026-11 Security Update (KB5099666) (26200.4000)' -Package $name
                $windows.Registry["$packages\$name"] = @{ CurrentState = 112 }
            }
        }
    ) {
        . $Prepare
        @(Get-Found -Check $readers | Where-Object { $_.Status -eq 'Problem' } | ForEach-Object { "$($_.Id) $($_.Reason)" }) | Should -BeNullOrEmpty
    }

    It 'stands: <Name>' -ForEach @(
        @{ Name = 'a higher revision failed'; Prepare = { Add-FailedUpdate -Title '2026-11 Cumulative Update (KB5099999) (26200.4653)' } }
        @{ Name = 'another branch with a higher revision'; Prepare = { Add-FailedUpdate -Title '2026-11 Cumulative Update (KB5099999) (28000.1000)' } }
        @{ Name = 'the last cumulative update is older'; Prepare = {
                Add-FailedUpdate -Title '2026-11 Cumulative Update for Windows 11 (KB5099999)'
                Add-Rollup -DaysAgo 5
            }
        }
        @{ Name = 'one of .NET, and a cumulative update of Windows came later'; Prepare = {
                Add-FailedUpdate -Title '2026-11 Cumulative Update for .NET Framework 3.5 and 4.8.1 (KB5099888)'
                Add-Rollup -DaysAgo 1
            }
        }
        @{ Name = 'Windows lists another number'; Prepare = {
                Add-FailedUpdate -Title '2026-11 Security Update for Windows (KB5099777)'
                $windows.Cim['Win32_QuickFixEngineering'] = @([pscustomobject]@{ HotFixID = 'KB5099776' })
            }
        }
        @{ Name = 'the day of the installation lies ahead'; Prepare = {
                Add-FailedUpdate -Title '2026-11 Security Update for Windows (KB5099777)'
                $windows.Registry[$version].InstallDate = [int] [DateTimeOffset]::UtcNow.AddDays(30).ToUnixTimeSeconds()
            }
        }
    ) {
        . $Prepare
        $found = Get-Found -Check $readers
        ($found | Where-Object { $_.Id -eq 'event-log' }).Status | Should -Be 'Problem'
        ($found | Where-Object { $_.Id -eq 'single-update' }).Status | Should -Be 'Problem'
    }

    It 'is settled in the record of Windows Update too: <Revision>' -ForEach @(
        @{ Revision = '26200.4652'; Status = 'Ok' }
        @{ Revision = '26200.4653'; Status = 'Problem' }
    ) {
        $stamp = [datetime]::UtcNow.AddHours(-9).ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture) + ':123+0000'
        $fields = '{11111111-1111-1111-1111-111111111111}', $stamp, '1', '182 [AGENT_INSTALLING_FAILED]', '101', '{0A1B2C3D-0000-4000-8000-000000000001}', '1', '800f0823', 'UpdateOrchestrator', 'Failure', 'Content Install', "Installation Failure: Windows failed to install the following update with error 0x800f0823: 2026-11 Cumulative Update (KB5099999) ($Revision)."
        Set-Content -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log' -Encoding Unicode -Value ($fields -join "`t")
        (Get-Found -Check 'windows-update-log').Status | Should -Be $Status
    }
}

Describe 'a proxy setting' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $diagnose -Windows $windows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'is read as <Servers>: <Setting>' -ForEach @(
        @{ Setting = 'proxy.example:8080'; Servers = ' proxy.example 8080' }
        @{ Setting = 'proxy.example'; Servers = ' proxy.example 80' }
        @{ Setting = '[2001:db8::1]:8080'; Servers = ' 2001:db8::1 8080' }
        @{ Setting = '[2001:db8::1]'; Servers = ' 2001:db8::1 80' }
        @{ Setting = '2001:db8::1'; Servers = ' 2001:db8::1 80' }
        @{ Setting = '::1'; Servers = ' ::1 80' }
        @{ Setting = '::ffff:192.0.2.1'; Servers = ' ::ffff:192.0.2.1 80' }
        @{ Setting = '[fe80::1%12]:3128'; Servers = ' fe80::1%12 3128' }
        @{ Setting = 'http=[::1]:3128;https=[::1]:3129'; Servers = 'http ::1 3128, https ::1 3129' }
        @{ Setting = 'http=a:80;https=b:8080;ftp=c'; Servers = 'http a 80, https b 8080, ftp c 80' }
        @{ Setting = 'http://[::1]:8080/'; Servers = ' ::1 8080' }
        @{ Setting = 'https://user:pw@proxy.example:444/x?y'; Servers = ' proxy.example 444' }
        @{ Setting = 'HTTPS=http://[2001:DB8::5]:9'; Servers = 'https 2001:DB8::5 9' }
        @{ Setting = 'socks=[::1]:1080'; Servers = 'socks ::1 1080' }
        @{ Setting = 'socks=gate.example'; Servers = 'socks gate.example 1080' }
        @{ Setting = 'socks5://gate.example'; Servers = ' gate.example 1080' }
        @{ Setting = 'a:1 b:2;;  c'; Servers = ' a 1, b 2, c 80' }
        @{ Setting = '[::1'; Servers = '' }
        @{ Setting = ':8080'; Servers = '' }
        @{ Setting = ''; Servers = '' }
    ) {
        $found = & $subject { param($setting) Get-ProxyEndpoint -Server $setting } $Setting
        @($found | ForEach-Object { "$($_.Protocol) $($_.Name) $($_.Port)" }) -join ', ' -replace ', +(?=\S+ \d)', ', ' | Should -Be $Servers
    }

    It 'leads to the server itself: <Setting>' -ForEach @(
        @{ Setting = '[2001:db8::1]:8080'; Closed = '2001:db8::1:8080' }
        @{ Setting = '2001:db8::1'; Closed = '2001:db8::1:80' }
        @{ Setting = 'http://[2001:db8::1]:8080/'; Closed = '2001:db8::1:8080' }
        @{ Setting = 'socks=[2001:db8::1]'; Closed = '2001:db8::1:1080' }
        @{ Setting = 'https=proxy.example:3128'; Closed = 'proxy.example:3128' }
    ) {
        & $subject { param($setting) Test-ProxyServer -Server $setting } $Setting | Should -BeTrue
        $windows.Network.Closed = @($Closed)
        & $subject { param($setting) Test-ProxyServer -Server $setting } $Setting | Should -BeFalse
    }
}

Describe 'a date or an hour of another country' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $usual = [cultureinfo]::CurrentCulture
    }

    AfterEach {
        [cultureinfo]::CurrentCulture = $usual
        Exit-SimulatedWindows
    }

    It 'of SetupDiag in <Culture>, <Days> days ago, is <Reason>' -ForEach @(
        foreach ($culture in 'en-US', 'ja-JP', 'de-DE', 'tr-TR', 'sv-SE') {
            @{ Culture = $culture; Days = 1; Reason = 'failed' }
            @{ Culture = $culture; Days = 400; Reason = 'older' }
        }
        # Years of another calendar say nothing here.
        foreach ($culture in 'ar-SA', 'th-TH') {
            @{ Culture = $culture; Days = 1; Reason = 'undated' }
            @{ Culture = $culture; Days = 400; Reason = 'undated' }
        }
    ) {
        [cultureinfo]::CurrentCulture = $Culture
        $text = [datetime]::UtcNow.AddDays(-$Days).ToString('d', [cultureinfo] $Culture) + ' 10:01:02'
        # Short forms that the data of this PowerShell lacks, as Windows writes them.
        if ($Culture -eq 'th-TH') { $text = "5/6/$([datetime]::UtcNow.AddDays(-$Days).Year + 543) 10:01:02" }
        if ($Culture -eq 'ar-SA') { $text = '05/06/1448 10:01:02' }
        $windows.Registry[$results] = @{ ProfileName = 'FindRollbackFailure'; FailureDetails = 'Err = 0xC1900101'; DateTime = $text }
        $found = Get-Found -Check 'setup-diag'
        $found.ReasonKey | Should -Be $Reason -Because "the text is $text"
        if ($Reason -eq 'undated') {
            $found.Status | Should -Be 'Unknown'
            "$($found.Evidence.Time)" | Should -Be $text
        }
    }

    It 'whose day and month can change places is open where that matters' {
        # The tenth of a month near to now, or of another: the one is recent, the other long ago.
        $windows.Registry[$results] = @{ ProfileName = 'FindRollbackFailure'; FailureDetails = 'Err = 0xC1900101'; DateTime = 'soon' }
        (Get-Found -Check 'setup-diag').ReasonKey | Should -Be 'undated'
        $windows.Registry[$results].Remove('DateTime')
        (Get-Found -Check 'setup-diag').ReasonKey | Should -Be 'undated'
    }

    It 'that goes with the next restart needs no date' {
        $windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile\SetupDiag'] = @{ ProfileName = 'FindRollbackFailure'; FailureDetails = 'Err = 0xC1900101'; DateTime = 'soon' }
        (Get-Found -Check 'setup-diag').ReasonKey | Should -Be 'failed'
    }

    It 'keeps no line of CBS.log from being read: <_>' -ForEach 'ja-JP', 'de-DE', 'tr-TR', 'ar-SA', 'th-TH' {
        & "$PSScriptRoot/../../checks/scenarios/servicing-failure/manifest-missing.fail.ps1" -Windows $windows
        [cultureinfo]::CurrentCulture = $_
        (Get-Found -Check 'servicing-failure').ReasonKey | Should -Be 'manifest-missing'
    }

    It 'says active hours as <Held>: <Name>' -ForEach @(
        @{ Name = 'those of a person'; Values = @{ ActiveHoursStart = 5; ActiveHoursEnd = 23 }; Held = 'ActiveHours 5-23'; Hours = '5-23' }
        @{ Name = 'those that Windows picks'; Values = @{ SmartActiveHoursState = 1; SmartActiveHoursStart = 4; SmartActiveHoursEnd = 22; ActiveHoursStart = 8; ActiveHoursEnd = 17 }; Held = 'ActiveHours 4-22'; Hours = '4-22' }
        @{ Name = 'short ones that Windows picks'; Values = @{ SmartActiveHoursState = 1; SmartActiveHoursStart = 8; SmartActiveHoursEnd = 12; ActiveHoursStart = 5; ActiveHoursEnd = 23 }; Held = ''; Hours = '8-12' }
        @{ Name = 'what Windows picks is not there'; Values = @{ SmartActiveHoursState = 1; ActiveHoursStart = 5; ActiveHoursEnd = 23 }; Held = ''; Hours = '?' }
        @{ Name = 'Windows picks none'; Values = @{ SmartActiveHoursState = 2; SmartActiveHoursStart = 8; SmartActiveHoursEnd = 12; ActiveHoursStart = 5; ActiveHoursEnd = 23 }; Held = 'ActiveHours 5-23'; Hours = '5-23' }
        @{ Name = 'those of a policy'; Values = @{ SmartActiveHoursState = 1; SmartActiveHoursStart = 8; SmartActiveHoursEnd = 12 }; Policy = $true; Held = 'ActiveHours 6-0'; Hours = '6-0' }
    ) {
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = $Values
        if ($Policy) { $windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'] = @{ SetActiveHours = 1; ActiveHoursStart = 6; ActiveHoursEnd = 0 } }
        $found = Get-Found -Check 'restart-pending'
        "$($found.Evidence.Held)" | Should -Be $Held
        "$($found.Evidence.ActiveHours)" | Should -Be $Hours
    }
}
