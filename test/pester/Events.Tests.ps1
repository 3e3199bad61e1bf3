# The event logs of the simulated Windows, and how the library reads them. Run in several time zones. Sources: the code
# of Get-WinEvent in PowerShell 7 (GetEventCommand.cs at 9299036), manifests and recorded events as named in events.csv.
param([Parameter(Mandatory)] [string] $Folder)

BeforeAll {
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../../src/simulator/Subject.psm1') -Force
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../../src/simulator/SimulatedWindows.psm1') -Force -Scope Local
    $diagnose = Join-Path -Path $Folder -ChildPath 'diagnose.ps1'
    $client = 'Microsoft-Windows-WindowsUpdateClient'

    # Failures of installations, so many minutes ago.
    function Add-Failure {
        param([double[]] $Minutes)
        foreach ($one in $Minutes) {
            $data = @{ errorCode = '0x80070643'; updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}'; updateTitle = "$one minutes" }
            $windows.Events.Add(@{ Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddMinutes(-$one); Data = $data })
        }
    }

    function Get-ErrorId {
        param([hashtable] $Filter)
        try { $null = Get-WinEvent -FilterHashtable $Filter -ErrorAction Stop }
        catch { ($_.FullyQualifiedErrorId -split ',')[0] }
    }

    function Get-Minute {
        param($Records)
        @($Records | ForEach-Object { [int] ($_.Data['updateTitle'] -split ' ')[0] }) -join ' '
    }
}

Describe 'events' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $usual = [cultureinfo]::CurrentCulture
    }

    AfterEach {
        [cultureinfo]::CurrentCulture = $usual
        Exit-SimulatedWindows
    }

    It 'are refused in a log that their provider does not write them to, with the right one' {
        $event = @{ Log = "$client/Operational"; Provider = $client; Id = 20; Time = [datetime]::UtcNow; Data = @{} }
        { $windows.Events.Add($event) } | Should -Throw "*written to 'System', not to '$client/Operational'*"
        { $windows.Events.Add(@{ Log = 'System'; Provider = $client; Id = 26; Time = [datetime]::UtcNow; Data = @{} }) } |
            Should -Throw "*written to '$client/Operational', not to 'System'*"
        $windows.Events.Count | Should -Be 0
    }

    It 'are refused in a form that no manifest has' -ForEach @(
        @{ Given = @{ Provider = 'Contoso'; Id = 1; Data = @{} }; Says = '*knows no provider*' }
        @{ Given = @{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 9999; Data = @{} }; Says = '*knows no event 9999*' }
        @{ Given = @{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 44; Data = @{ serviceGuid = '' } }; Says = '*no such fields*' }
        @{ Given = @{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 44; Data = @{ updateGuid = '{1f1e}' } }; Says = '*is no GUID*' }
        @{ Given = @{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 44; Version = 0; Data = @{ updateTitle = '' } }; Says = '*no such fields*' }
        @{ Given = @{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Data = @{ errorCode = '-2147024894' } }; Says = '*is no HexInt32*' }
        @{ Given = @{ Provider = 'Microsoft-Windows-Bits-Client'; Id = 61; Data = @{ hr = '0x80072ee7' } }; Says = '*is no UInt32*' }
        @{ Given = @{ Provider = 'Microsoft-Windows-Servicing'; Id = 3; Data = @{} }; Says = '*in UserData*' }
    ) {
        $Given.Time = [datetime]::UtcNow
        { $windows.Events.Add($Given) } | Should -Throw $Says
        { $windows.Events.Add(@{ Provider = $client; Id = 26; Time = [datetime] '2026-11-01'; Data = @{} }) } | Should -Throw '*UTC or local*'
    }

    It 'fail with the error ids of Windows where a query cannot be answered' {
        Get-ErrorId -Filter @{ LogName = 'Contoso/Operational' } | Should -Be 'NoMatchingLogsFound'
        Get-ErrorId -Filter @{ LogName = 'System'; ProviderName = 'Contoso' } | Should -Be 'NoMatchingProvidersFound'
        Get-ErrorId -Filter @{ LogName = 'Setup'; ProviderName = $client } | Should -Be 'LogsAndProvidersDontOverlap'
        Get-ErrorId -Filter @{ LogName = 'Setup' } | Should -Be 'NoMatchingEventsFound'
        $windows.MissingLogs = 'Setup'
        Get-ErrorId -Filter @{ LogName = 'Setup' } | Should -Be 'NoMatchingLogsFound'
        { Get-WinEvent -FilterHashtable @{ LogName = 'System'; Data = 'x' } } | Should -Throw '*is not simulated*'
    }

    It 'lose the kind and the fraction of a DateTime that asks for them, as in Windows' {
        $noon = [datetime]::SpecifyKind([datetime]::UtcNow.Date.AddHours(12), 'Utc')
        $asked = $noon.AddMilliseconds(700)
        $windows.Events.Add(@{ Provider = $client; Id = 27; Time = $noon.AddMilliseconds(100); Data = @{} })
        # Read as local time, whatever it was: found when that lies before the event.
        $isFound = $null -eq (Get-ErrorId -Filter @{ LogName = 'System'; StartTime = $asked })
        $isFound | Should -Be ([datetime]::SpecifyKind($noon, 'Local').ToUniversalTime() -le $noon)
        Get-ErrorId -Filter @{ LogName = 'System'; StartTime = $asked.ToLocalTime() } | Should -BeNullOrEmpty
        Get-ErrorId -Filter @{ LogName = 'System'; StartTime = $asked.ToString('o') } | Should -Be 'NoMatchingEventsFound'
        (Get-WinEvent -FilterHashtable @{ LogName = 'System' }).TimeCreated.Kind | Should -Be 'Local'
    }

    It 'are found in the window that was asked for, in every zone and culture, for UTC and for local time' {
        Add-Failure -Minutes 1, 59, 61, 300, 700
        $culture = 'en-US', 'ja-JP', 'th-TH', 'ar-SA', 'fa-IR', 'tr-TR', 'de-DE'
        foreach ($name in $culture) {
            [cultureinfo]::CurrentCulture = $name
            foreach ($since in [datetime]::UtcNow.AddHours(-1), [datetime]::Now.AddHours(-1)) {
                $found = & $subject { param($since) Get-EventRecord -Log 'System' -Provider 'Microsoft-Windows-WindowsUpdateClient' -Id 20 -Since $since } $since
                Get-Minute -Records $found | Should -Be '1 59' -Because "$name and $($since.Kind)"
                $found[0].Time.Kind | Should -Be 'Utc'
                [math]::Abs(([datetime]::UtcNow - $found[1].Time).TotalMinutes - 59) | Should -BeLessThan 1
            }
        }
    }

    It 'are found in the same window by a snippet' {
        Add-Failure -Minutes 1, 59, 61, 300
        $ErrorActionPreference = 'Stop'
        . (Join-Path -Path $PSScriptRoot -ChildPath '../../templates/ps1/snippet/parts/Get-EventRecord.ps1')
        Get-Minute -Records (Get-EventRecord -Log 'System' -Provider $client -Id 20 -Since ([datetime]::UtcNow.AddHours(-1))) | Should -Be '1 59'
        Get-EventRecord -Log 'System' -Provider $client -Id 19 -Since ([datetime]::UtcNow.AddHours(-1)) | Should -BeNullOrEmpty
    }

    It 'of other providers with the same number are left out' {
        Add-Failure -Minutes 3
        $windows.Events.Add(@{ Provider = 'Microsoft-Windows-Kernel-Boot'; Id = 20; Time = [datetime]::UtcNow; Data = @{ LastBootGood = 'false' } })
        $found = @(& $subject { Get-EventRecord -Log 'System' -Provider 'Microsoft-Windows-WindowsUpdateClient' -Id 20 -Since ([datetime]::UtcNow.AddDays(-1)) })
        Get-Minute -Records $found | Should -Be '3'
    }

    It 'that cannot be read are an error and not an empty log' {
        Add-Failure -Minutes 3
        $read = { Get-EventRecord -Log 'System' -Provider 'Microsoft-Windows-WindowsUpdateClient' -Id 20 -Since ([datetime]::UtcNow.AddDays(-1)) }
        $windows.LogErrors['System'] = 'damaged'
        { & $subject $read } | Should -Throw '*damaged*'
        $windows.LogErrors.Clear()
        $windows.MissingLogs = 'System'
        { & $subject $read } | Should -Throw
        $windows.MissingLogs = @()
        # A message that cannot be put together is an error beside the records.
        $windows.Commands['Get-WinEvent'] = {
            [CmdletBinding()]
            param($FilterHashtable)
            SimulatedWindows\Get-WinEvent -FilterHashtable $FilterHashtable
            Write-Error -Message 'The description string for parameter reference (%1) could not be found'
        }
        $subject = Import-Subject -Path $diagnose -Windows $windows
        Get-Minute -Records (& $subject $read) | Should -Be '3'
    }

    It 'have the form of recorded ones' {
        $windows.Events.Add(@{ Provider = $client; Id = 20; Time = [datetime]::UtcNow; Data = @{ errorCode = '0x800F0922'; updateGuid = '{A71D945C-A477-45F6-8F5D-3B4DAAB59C9D}' } })
        $record = Get-WinEvent -FilterHashtable @{ LogName = 'System' }
        $xml = $record.ToXml()
        $xml | Should -Not -Match '"|\n'
        $system = ([xml] $xml).Event.System
        $system.Provider.Name, $system.EventID, $system.Version, $system.Level, $system.Channel | Should -Be $client, '20', '1', '2', 'System'
        [datetimeoffset]::Parse($system.TimeCreated.SystemTime).UtcDateTime | Should -Be $record.TimeCreated.ToUniversalTime()
        $names = ([xml] $xml).Event.EventData.Data | ForEach-Object { $_.Name }
        $names | Should -Be 'errorCode', 'updateTitle', 'updateGuid', 'updateRevisionNumber', 'serviceGuid'
        $xml | Should -MatchExactly "'errorCode'>0x800f0922<"
        $xml | Should -MatchExactly "'updateGuid'>\{a71d945c-a477-45f6-8f5d-3b4daab59c9d\}<"
        $record.LevelDisplayName | Should -Be 'Error'
        $windows.IsForeign = $true
        (Get-WinEvent -FilterHashtable @{ LogName = 'System' }).LevelDisplayName | Should -Be 'Fehler'
    }

    It 'of servicing keep their fields by element, in the namespace of its manifest' {
        $windows.Events.Add(@{ Provider = 'Microsoft-Windows-Servicing'; Id = 3; Time = [datetime]::UtcNow; UserData = @{ PackageIdentifier = 'KB1'; ErrorCode = '0x800f0816' } })
        $change = ([xml] (Get-WinEvent -FilterHashtable @{ LogName = 'Setup' }).ToXml()).Event.UserData.CbsPackageChangeState
        $change.NamespaceURI | Should -Be 'http://manifests.microsoft.com/win/2004/08/windows/setup_provider'
        $change.PackageIdentifier, $change.ErrorCode | Should -Be 'KB1', '0x800f0816'
    }

    It 'have rows with a source each, and no numbers twice' {
        $rows = Import-Csv -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath '../../src/simulator/events.csv')
        @($rows | Where-Object { -not $_.source -or -not $_.channel }) | Should -BeNullOrEmpty
        @($rows | Group-Object -Property provider, id, version | Where-Object { $_.Count -gt 1 }) | Should -BeNullOrEmpty
        foreach ($group in $rows | Group-Object -Property provider, id) { @($group.Group.channel | Select-Object -Unique).Count | Should -Be 1 }
    }
}

Describe 'what the simulated Windows does not know' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $diagnose -Windows $windows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'is refused by name: <_>' -ForEach 'bogus.exe', 'dism.exe /English /Online /Get-Packages', 'netsh.exe int ip reset', 'sfc.exe /verifyonly',
    'w32tm.exe /query /status', 'reg.exe delete HKLM\Software\X', 'powershell.exe -Command Remove-Item' {
        $name, $arguments = $_ -split ' '
        $call = { & $subject { param($path, $words) Invoke-NativeTool -Path $path -ArgumentList @($words) } "C:\Windows\System32\$name" $arguments }
        $call | Should -Throw "*$_* is not simulated*"
        $windows.Tools[$name] = { @{ Lines = 'said' } }
        (& $call).Lines | Should -Be 'said'
    }

    It 'is a class in another namespace than its own: <Class> in <Namespace>' -ForEach @(
        @{ Class = 'SystemRestore'; Namespace = 'root/default'; IsKnown = $true }
        @{ Class = 'SystemRestore'; Namespace = 'root/cimv2'; IsKnown = $false }
        @{ Class = 'AntiVirusProduct'; Namespace = 'root\SecurityCenter2'; IsKnown = $true }
        @{ Class = 'AntiVirusProduct'; Namespace = 'root\SecurityCenter'; IsKnown = $false }
        @{ Class = 'Win32_OperatingSystem'; Namespace = 'root\SecurityCenter2'; IsKnown = $false }
    ) {
        $windows.Cim[$Class] = [pscustomobject]@{ Name = 'x' }
        $found = & $subject { param($class, $namespace) @(Get-CimInstance -ClassName $class -Namespace $namespace -ErrorAction SilentlyContinue) } $Class $Namespace
        $found.Count -gt 0 | Should -Be $IsKnown
    }

    It 'is a method without an answer' {
        { & $subject { Invoke-CimMethod -ClassName 'SystemRestore' -MethodName 'Restore' } } | Should -Throw '*SystemRestore.Restore is not simulated*'
    }
}
