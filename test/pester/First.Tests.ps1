<#
.SYNOPSIS
    What makes a repair useless or harmful while it stands is the answer, whatever else a PC has: in pairs.
.PARAMETER Folder
    The folder of the product.
#>
param([Parameter(Mandatory)] [string] $Folder)

BeforeDiscovery {
    $first = @(
        @{ First = 'a disk that dies'; Rank = 1; Check = 'disk-error'; Do = '*Get-PhysicalDisk*replace*' }
        @{ First = 'a full drive'; Rank = 2; Check = 'disk-space'; Do = 'Make room before anything else*' }
        @{ First = 'a restart that is due'; Rank = 3; Check = 'restart-pending'; Do = '*Restart*' }
        @{ First = 'an empty battery'; Rank = 4; Check = 'clock'; Do = '*battery*replaced*' }
        @{ First = 'access forbidden by policy'; Rank = 5; Check = 'update-server'; Do = '*' }
        @{ First = 'updates switched off by a tool'; Rank = 6; Check = 'updates-switched-off'; Do = '*' }
        @{ First = 'inspected connections'; Rank = 7; Check = 'tls-inspection'; Do = '*left out of the inspection*' }
        @{ First = 'a version out of service'; Rank = 8; Check = 'os-current'; Do = 'Take the feature update to the newest version*' }
    )
    $later = @(
        @{ Later = 'noted damage of the store'; Repair = 'component-store' }
        @{ Later = 'a code that proves damage'; Repair = 'component-store' }
        @{ Later = 'BITS disabled'; Repair = 'bits-start-type' }
        @{ Later = 'a missing manifest'; Repair = 'component-store' }
    )
    $mixed = foreach ($one in $first) { foreach ($other in $later) { $one + $other } }
    $pairs = foreach ($one in $first) {
        foreach ($other in $first) {
            if ($one.Rank -lt $other.Rank) { @{ First = $one.First; Check = $one.Check; Do = $one.Do; Later = $other.First } }
        }
    }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
    $diagnose = Join-Path -Path $Folder -ChildPath 'diagnose.ps1'
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    $public = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
    $checks = 'clock', 'disk-space', 'tls-inspection', 'update-server', 'restart-pending', 'bits-start-type', 'updates-switched-off',
    'os-current', 'component-store', 'disk-error', 'event-log', 'servicing-failure', 'single-update', 'in-place-upgrade'

    function Add-FailedUpdate {
        param([string] $Code)
        $windows.Events.Add(@{
                Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
                Data = @{
                    updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; serviceGuid = $public; errorCode = $Code
                    updateTitle = '2026-11 Cumulative Update for Windows 11 (KB5099999)'
                }
            })
    }

    function Add-Cause {
        param([string] $Name)
        switch ($Name) {
            'a disk that dies' {
                Add-FailedUpdate -Code '0x8007045d'
                $windows.Events.Add(@{ Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-6); Data = @{} })
            }
            'a full drive' { $windows.Cim['Win32_LogicalDisk'] = @([pscustomobject]@{ DeviceID = 'C:'; DriveType = 3; FreeSpace = 1GB; Size = 200GB }) }
            'a restart that is due' { $windows.Registry["$servicing\RebootPending"] = @{} }
            # Behind by little more than a year: what else is recorded keeps its time.
            'an empty battery' { $windows.ClockOffset = [timespan]::FromDays(-400) }
            'access forbidden by policy' { $windows.Registry[$policy] = @{ DisableWindowsUpdateAccess = 1 } }
            'updates switched off by a tool' { foreach ($service in 'wuauserv', 'usosvc') { $windows.Services[$service].Start = 4; $windows.Services[$service].Status = 'Stopped' } }
            'inspected connections' {
                $windows.Network.Issuer = 'CN=FortiGate CA, O=Fortinet, C=US'
                $windows.Events.Add(@{
                        Log = "$client/Operational"; Provider = $client; Id = 25; Time = [datetime]::UtcNow.AddHours(-2)
                        Data = @{ serviceGuid = $public; errorCode = '0x80072f8f' }
                    })
            }
            'a version out of service' {
                $row = $windows.Registry[$version]
                $row.CurrentBuildNumber, $row.EditionID, $row.DisplayVersion = '22621', 'Core', '22H2'
            }
            'noted damage of the store' { $windows.ImageHealth = 'Repairable' }
            'a code that proves damage' { Add-FailedUpdate -Code '0x80073712' }
            'BITS disabled' { $windows.Services['bits'].Start = 4; $windows.Services['bits'].Status = 'Stopped' }
            'a missing manifest' { & "$PSScriptRoot/../../checks/scenarios/servicing-failure/manifest-missing.fail.ps1" -Windows $windows }
            default { throw "Nobody knows $Name." }
        }
    }

    function Get-Report {
        param([string] $Language = 'en')
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Json'; Language = $Language }
        (Invoke-Subject -Subject $subject -Parameter @{ Check = $checks }).Output -join "`n" | ConvertFrom-Json
    }

    function Assert-First {
        param([psobject] $Report, [string] $Check, [string] $Do, [string] $Repair)
        $Report.answer.check | Should -Be $Check
        $Report.answer.do | Should -BeLike $Do
        if ($Repair) { "$($Report.answer.do) $($Report.notices)" | Should -Not -Match "$Repair|DISM|RestoreHealth|sfc |Add-Package" }
    }
}

Describe 'first' {
    BeforeEach { $windows = New-SimulatedWindows }

    AfterEach { Exit-SimulatedWindows }

    It 'is <First>, not <Later>' -ForEach $mixed {
        Add-Cause -Name $Later
        Add-Cause -Name $First
        Assert-First -Report (Get-Report) -Check $Check -Do $Do -Repair $Repair
    }

    It 'is <First> before <Later>' -ForEach $pairs {
        Add-Cause -Name $Later
        Add-Cause -Name $First
        Assert-First -Report (Get-Report) -Check $Check -Do $Do
    }

    It 'is what the last line leaves alone, in each language: <Language>' -ForEach @(
        @{ Language = 'en'; Words = 'Back up your files now' }
        @{ Language = 'ja'; Words = '\u30d0\u30c3\u30af\u30a2\u30c3\u30d7' }
    ) {
        Add-Cause -Name 'BITS disabled'
        Add-Cause -Name 'a disk that dies'
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Text'; Language = $Language }
        $text = (Invoke-Subject -Subject $subject -Parameter @{ Check = $checks }).Text
        "$text" | Should -Match $Words
        $text -match '-Check bits-start-type' | Should -BeNullOrEmpty
    }

    It 'is nothing of the kind where only a repair is due: it is advised' {
        Add-Cause -Name 'BITS disabled'
        (Get-Report).answer.do | Should -BeLike '*-Check bits-start-type*'
    }

    It 'names a safeguard hold before the upgrade that fails, and lets an upgrade alone that nobody tried' {
        $windows.Registry["$version\AppCompatFlags\TargetVersionUpgradeExperienceIndicators\BR26H2"] = @{ GatedBlockId = '56318982'; UpgEx = 'Red' }
        (Get-Report).answer | Should -BeNullOrEmpty
        $windows.Events.Add(@{
                Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
                Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000002}'; serviceGuid = $public; errorCode = '0xc1900101'; updateTitle = 'Windows 11, version 26H2' }
            })
        $answer = (Get-Report).answer
        $answer.check | Should -Be 'in-place-upgrade'
        $answer.cause | Should -BeLike '*56318982*'
        $answer.do | Should -BeLike 'Wait*'
    }
}
