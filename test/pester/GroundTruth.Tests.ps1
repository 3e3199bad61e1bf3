# What real PCs recorded, loaded into the simulated PC: the detectors must read it and come to the right verdict.
# Truth names a folder with events/*.xml (<Events> of <Event>), logs/*.txt and services.csv; lines that begin with "#" in
# a log are the collector's.
param([Parameter(Mandatory)] [string] $Folder, [Parameter(Mandatory)] [string] $Truth)

BeforeDiscovery {
    $files = @(Get-ChildItem -Path (Join-Path -Path $Truth -ChildPath 'events') -Filter '*.xml' |
            Where-Object { $_.Name -match '^(WindowsUpdateClient|Servicing|Bits-Client)-' } |
            ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } })
    $rights = @(Import-Csv -Path (Join-Path -Path $Truth -ChildPath 'services.csv') |
            Where-Object { $_.service -eq 'wuauserv' -and $_.sddl -like 'D:*' } | ForEach-Object { @{ Windows = $_.windows; Sddl = $_.sddl } })
}

Describe 'recorded' {
    BeforeAll {
        Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../../src/simulator/Subject.psm1') -Force
        Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../../src/simulator/SimulatedWindows.psm1') -Force -Scope Local
        $diagnose = Join-Path -Path $Folder -ChildPath 'diagnose.ps1'

        function Get-Recorded {
            param([string] $Path)
            foreach ($node in ([xml] [IO.File]::ReadAllText($Path)).SelectNodes('/*/*[local-name()="Event"]')) { $node.OuterXml }
        }

        # Adds the events of a file, the first one so many hours ago and each next one a minute later.
        function Add-Recorded {
            param([string] $Name, [double] $Hours = 5)
            $time = [datetime]::UtcNow.AddHours(-$Hours)
            foreach ($text in Get-Recorded -Path (Join-Path -Path $Truth -ChildPath "events/$Name")) {
                $windows.Events.Add(@{ Xml = $text; Time = $time })
                $time = $time.AddMinutes(1)
            }
        }

        function Get-RecordedLine {
            param([string] $Name)
            @([IO.File]::ReadAllLines((Join-Path -Path $Truth -ChildPath "logs/$Name")) -notmatch '^#')
        }

        function Set-ServicingLog {
            param([object[]] $Lines)
            Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value $Lines
        }

        function Get-Finding {
            param([string] $Id)
            & $subject {
                param($id)
                Invoke-Detection -Row ($script:Checks | Where-Object { $_.Id -eq $id }) -Machine (Get-Machine)
            } $Id
        }
    }

    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $diagnose -Windows $windows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'events are in the log that the table names, and are read from there' -ForEach $files {
        foreach ($text in Get-Recorded -Path $Path) {
            $windows.Events.Clear()
            $windows.Events.Add(@{ Xml = $text; Time = [datetime]::UtcNow.AddHours(-1) })
            $event = ([xml] $text).DocumentElement
            $query = @{ Provider = $event.System.Provider.Name; Id = [int] $event.SelectSingleNode('.//*[local-name()="EventID"]').InnerText }
            $read = @(& $subject {
                    param($log, $query)
                    Get-EventRecord -Log $log @query -Since ([datetime]::UtcNow.AddDays(-1))
                } $event.System.Channel $query)
            $read.Count | Should -Be 1 -Because $text
            foreach ($node in $event.SelectNodes('.//*[local-name()="EventData"]/*[@Name]')) {
                $read[0].Data[$node.GetAttribute('Name')] | Should -Be $node.InnerText
            }
        }
    }

    It 'failures of apps from the Store are left alone' {
        Add-Recorded -Name 'WindowsUpdateClient-20-v1.xml'
        (Get-Finding -Id 'event-log').Status | Should -Be 'Ok'
        (Get-Finding -Id 'download-cache').Status | Should -Be 'Ok'
        (Get-Finding -Id 'servicing-stack').Status | Should -Be 'Ok'
    }

    It 'failures of other updates are found in the same form' {
        $text = @(Get-Recorded -Path (Join-Path -Path $Truth -ChildPath 'events/WindowsUpdateClient-20-v1.xml'))[0]
        $text = $text.Replace('{855e8a7c-ecb4-4ca3-b045-1dfa50104289}', '{9482f4b4-e343-43b6-b170-9a65bc822c77}') -replace '>9[0-9A-Z]{11}-[^<]*<', '>2026-11 (KB5099999)<'
        $windows.Events.Add(@{ Xml = $text; Time = [datetime]::UtcNow.AddHours(-1) })
        $found = Get-Finding -Id 'event-log'
        $found.Status | Should -Be 'Problem'
        $found.Evidence.Codes | Should -Be '0x80073D02'
    }

    It 'searches that failed are found' {
        Add-Recorded -Name 'WindowsUpdateClient-25-v1.xml'
        $found = Get-Finding -Id 'event-log'
        $found.Status | Should -Be 'Problem'
        $found.Evidence.Codes | Should -Be '0x80240438'
    }

    It 'downloads of apps, and downloads without an end, are no stalled ones' {
        Add-Recorded -Name 'WindowsUpdateClient-44-v1.xml'
        Add-Recorded -Name 'WindowsUpdateClient-43-v1.xml' -Hours 4
        (Get-Finding -Id 'download-progress').Status | Should -Be 'Ok'
    }

    It 'installations are named by their numbers, in German too' {
        Add-Recorded -Name 'WindowsUpdateClient-19-v1-de.xml'
        Add-Recorded -Name 'WindowsUpdateClient-19-v1.xml'
        $found = Get-Finding -Id 'unwanted-update'
        $found.Status | Should -Be 'Ok'
        "$($found.Evidence['Recent'])" | Should -Not -Match 'KB2267602'
    }

    It 'changes that failed in servicing are found, with what lies beneath in <Log>' -ForEach @(
        @{ Log = 'cbs-store-corrupt-0x80073712.txt'; Code = '0x80073712' }
        @{ Log = 'cbs-installers-failed-0x800f0922.txt'; Code = '0x800F0922' }
    ) {
        Add-Recorded -Name 'Servicing-1-3-v0.xml'
        # Of today, as the event is; what is older than a failure that counts is passed over.
        $today = [datetime]::UtcNow.ToString('yyyy-MM-dd')
        Set-ServicingLog -Lines @((Get-RecordedLine -Name $Log) -replace '^\d{4}-\d\d-\d\d', $today)
        $found = Get-Finding -Id 'servicing-failure'
        $found.Status | Should -Be 'Problem'
        $found.HResult | Should -Contain '0x800F0816'
        $found.HResult | Should -Contain $Code
    }

    It 'log of a sound PC, which holds codes as well, is no fault' {
        Set-ServicingLog -Lines (Get-RecordedLine -Name 'cbs-healthy-windows7.txt')
        (Get-Finding -Id 'servicing-failure').Status | Should -Be 'Ok'
        (Get-Finding -Id 'component-store').Status | Should -Be 'Ok'
    }

    It 'damage that sfc /verifyonly noted is found, until /scannow has repaired it' {
        $noted = Get-RecordedLine -Name 'sfc-verifyonly-damaged-drivers.txt'
        $repaired = Get-RecordedLine -Name 'sfc-scannow-repaired-drivers.txt'
        Set-ServicingLog -Lines $noted
        $found = Get-Finding -Id 'component-store'
        $found.Status | Should -Be 'Problem'
        $found.Reason | Should -Be 'files-damaged'
        @($found.Evidence.Files).Count | Should -Be 3
        Set-ServicingLog -Lines $repaired
        (Get-Finding -Id 'component-store').Status | Should -Be 'Ok'
        Set-ServicingLog -Lines @($noted; $repaired)
        (Get-Finding -Id 'component-store').Status | Should -Be 'Ok'
        Set-ServicingLog -Lines @($repaired; $noted)
        (Get-Finding -Id 'component-store').Status | Should -Be 'Problem'
    }

    It 'scans of the store tell what RestoreHealth can mend from what it cannot' {
        $all = [IO.File]::ReadAllText((Join-Path -Path $Truth -ChildPath 'logs/cbs-scanhealth-restorehealth.txt'))
        $part = @{}
        foreach ($section in [regex]::Matches($all, '(?ms)^# ([A-D])\. [^\n]*\n(.*?)(?=^# [A-D]\. |\z)')) {
            $part[$section.Groups[1].Value] = @($section.Groups[2].Value -split '\r?\n' -ne '')
        }
        $windows.ImageHealth = 'Repairable'
        # Only looked for: a repair has not been tried.
        Set-ServicingLog -Lines $part.A
        (Get-Finding -Id 'component-store').Reason | Should -Be 'store-damaged'
        Set-ServicingLog -Lines $part.B
        $found = Get-Finding -Id 'component-store'
        $found.Reason | Should -Be 'store-unmended'
        $found.HResult | Should -Be '0x800F081F'
        # The end of that run is in another file of the collection: DISM ended with 0x800f0915.
        $summary = $part.B -match 'Operation' -replace '0x800f081f', '0x800f0915'
        Set-ServicingLog -Lines @($part.D; $summary)
        $found = Get-Finding -Id 'component-store'
        $found.Status | Should -Be 'Ok'
        $found.Reason | Should -Be 'only-spares'
        $windows.ImageHealth = 'Healthy'
        Set-ServicingLog -Lines @($part.A; $part.C)
        (Get-Finding -Id 'component-store').Status | Should -Be 'Ok'
    }

    It 'results of SetupDiag are a failure or a success as they say' {
        $null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory -Force
        $path = 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml'
        Set-Content -LiteralPath $path -Encoding Unicode -Value (Get-RecordedLine -Name 'setupdiag-results-1.7.xml.txt')
        $found = Get-Finding -Id 'setup-diag'
        $found.Status | Should -Be 'Problem'
        $found.Evidence.Rule | Should -Be 'FindSPFatalError'
        $found.HResult | Should -Contain '0x00000057'
        & $subject { Test-FailedUpgrade -Days 90 -Provider 'Microsoft-Windows-WindowsUpdateClient' } | Should -BeTrue
        $success = Get-RecordedLine -Name 'setupdiag-results-success.txt'
        $name = ($success -match '^ProfileName' -split ': ', 2)[1]
        Set-Content -LiteralPath $path -Encoding Unicode -Value "<SetupDiag><ProfileName>$name</ProfileName></SetupDiag>"
        (Get-Finding -Id 'setup-diag').Status | Should -Be 'Ok'
        & $subject { Test-FailedUpgrade -Days 90 -Provider 'Microsoft-Windows-WindowsUpdateClient' } | Should -BeFalse
    }

    It 'lines of ReportingEvents.log are understood' {
        $today = [datetime]::UtcNow.ToString('yyyy-MM-dd')
        $lines = @(Get-RecordedLine -Name 'reporting-events.txt' | ForEach-Object { $_ -replace '\t\d{4}-\d\d-\d\d ', "`t$today " })
        Set-Content -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log' -Encoding Unicode -Value $lines
        $found = Get-Finding -Id 'windows-update-log'
        $found.Status | Should -Be 'Problem'
        $found.Evidence.Codes | Sort-Object | Should -Be '0x800F0820', '0x80242015'
    }

    It 'access list of wuauserv (<Windows>) is sound, from sc.exe and from the registry' -ForEach $rights {
        $windows.Services.wuauserv.Security = $Sddl
        (Get-Finding -Id 'wuauserv-rights').Status | Should -Be 'Ok'
        $windows.Services.wuauserv.SecurityCode = 5
        (Get-Finding -Id 'wuauserv-rights').Status | Should -Be 'Ok'
    }
}
