<#
.SYNOPSIS
    Repairs PCs in hundreds of random states and undoes it: each is as it was before.
.DESCRIPTION
    The numbers are the same each time. Start types, states and rights of services, folders, the queue of BITS, the proxy
    and TLS settings vary; three checks a PC are repaired, chosen at random among those that can be undone.
.PARAMETER Folder
    The folder that holds reset-components.ps1.
.PARAMETER Count
    Number of PCs.
#>
param([Parameter(Mandatory)] [string] $Folder, [int] $Count = 400)

Describe 'a repair and its undo' {
    BeforeAll {
        Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
        Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'reset-components.ps1') -Windows $windows
        $machine = & $subject {
            $null = Initialize-StateFolder
            # Guards are tried elsewhere, and hundreds of PCs need no report on their progress.
            Set-Item -Path function:script:Get-GuardCode -Value { 0 }
            Set-Item -Path function:script:Write-Step -Value {}
            # A file that is opened anew for each line takes its time; what is written is the same.
            Set-Item -Path function:script:Add-JournalLine -Value { param($Path, $Text) [IO.File]::AppendAllText($Path, "$Text`r`n") }
            Get-Machine
        }
        $wanted = @(
            'wuauserv-start-type', 'bits-start-type', 'usosvc-start-type', 'cryptsvc-start-type', 'trustedinstaller-start-type'
            'msiserver-start-type', 'wlidsvc-start-type', 'wuauserv-rights', 'bits-rights', 'bits-queue', 'download-cache', 'proxy'
            'tls-protocol'
        )
        $rows = @(& $subject { $script:Checks } | Where-Object { $_.Id -in $wanted })
        $services = 'wuauserv', 'BITS', 'UsoSvc', 'DoSvc', 'CryptSvc', 'TrustedInstaller', 'msiserver', 'wlidsvc', 'AppIDSvc'
        $rights = @(
            $windows.Services.BITS.Security, $windows.Services.wuauserv.Security, 'D:(A;;CCLCSWLORC;;;SY)(A;;CCLCSWLORC;;;BA)'
            'D:(D;;RPWP;;;WD)(A;;GA;;;SY)(A;;GA;;;BA)S:(AU;FA;CC;;;WD)', 'D:(A;;0x1ff;;;SY)(A;;0x8f;;;BA)'
        )
        $tls = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'
        $proxyKeys = 'SOFTWARE', 'SOFTWARE\WOW6432Node' | ForEach-Object {
            "HKLM:\$_\Microsoft\Windows\CurrentVersion\Internet Settings\Connections"
        }
        $gone = [Text.Encoding]::ASCII.GetBytes('gone.example:80')
        $proxies = @(
            [byte[]] (@(24, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0) + @(0) * 8)
            [byte[]] (@(24, 0, 0, 0, 5, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($gone.Count) + $gone + @(0, 0, 0, 0))
        )
        $windows.Network.Closed = @('gone.example:80')
        $files = @(
            'Windows\SoftwareDistribution\DataStore\DataStore.edb', 'Windows\SoftwareDistribution\Download\a\b.cab'
            'Windows\SoftwareDistribution.mendsheet1\old.log', 'Windows\SoftwareDistribution.mendsheet7\old.log'
            'Windows\System32\catroot2\edb.log', 'ProgramData\Microsoft\Network\Downloader\qmgr.db'
            'ProgramData\Microsoft\Network\Downloader\qmgr.jfm', 'ProgramData\Microsoft\Network\Downloader\edb00001.log'
            'ProgramData\Microsoft\Network\Downloader\qmgr0.dat', 'ProgramData\Microsoft\Network\Downloader\qmgr.db.mendsheet1'
        ) | ForEach-Object { [IO.Path]::Combine($windows.Root, $_.Replace('\', [IO.Path]::DirectorySeparatorChar)) }
        $folders = 'Windows\SoftwareDistribution', 'Windows\SoftwareDistribution.mendsheet1', 'Windows\SoftwareDistribution.mendsheet7', 'Windows\System32\catroot2',
        'ProgramData\Microsoft\Network\Downloader', 'ProgramData\Mendsheet\windows-update\runs' | ForEach-Object {
            [IO.Path]::Combine($windows.Root, $_.Replace('\', [IO.Path]::DirectorySeparatorChar))
        }

        function Set-RandomState {
            param([Random] $Random)
            foreach ($name in $services) {
                $service = $windows.Services[$name]
                $service.Start = 2 + $Random.Next(3)
                $service.Delayed = $service.Start -eq 2 -and $Random.Next(2) -eq 0
                $service.Status = ('Running', 'Stopped')[$Random.Next(2)]
                $service.Security = $rights[$Random.Next($rights.Count)]
            }
            # What runs has what it depends on.
            if ($windows.Services.CryptSvc.Status -eq 'Stopped') {
                foreach ($name in 'AppIDSvc', 'applockerfltr', 'IsolationSession') { $windows.Services[$name].Status = 'Stopped' }
            }
            $windows.Registry.Remove($tls)
            if ($Random.Next(3)) {
                $windows.Registry[$tls] = @{}
                foreach ($name in 'Enabled', 'DisabledByDefault', 'Other') {
                    if ($Random.Next(2)) { $windows.Registry[$tls][$name] = (0, 1, -1)[$Random.Next(3)] }
                }
            }
            foreach ($key in $proxyKeys) {
                $windows.Registry.Remove($key)
                if ($Random.Next(3)) { $windows.Registry[$key] = @{ Other = 'kept' } }
                if ($Random.Next(2)) { $windows.Registry[$key] = @{ WinHttpSettings = $proxies[$Random.Next(2)] } }
            }
            foreach ($folder in $folders) { if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) } }
            foreach ($file in $files) {
                if (-not $Random.Next(3)) { continue }
                $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($file))
                [IO.File]::WriteAllText($file, "$($Random.Next())")
            }
        }

        # What can vary here, and what our runs leave behind by purpose is left out: a generation that undo made way with.
        function Get-State {
            @(
                foreach ($name in $services) { $one = $windows.Services[$name]; "$name $($one.Status) $($one.Start) $($one.Delayed) $($one.Security)" }
                foreach ($key in @($tls) + $proxyKeys) {
                    $values = $windows.Registry[$key]
                    if ($null -ne $values) { "$key present" }
                    foreach ($name in @(if ($values) { $values.Keys | Sort-Object })) { "$key $name $($values[$name] -join ',')" }
                }
                foreach ($path in $folders[0..4]) {
                    if (-not [IO.Directory]::Exists($path)) { continue }
                    foreach ($file in [IO.Directory]::GetFiles($path, '*', 'AllDirectories') | Sort-Object) { "$file $([IO.File]::ReadAllText($file))" }
                }
            ) -join "`n"
        }
    }

    AfterAll { Exit-SimulatedWindows }

    It 'leave each of some hundred PCs as it was' {
        $random = [Random]::new(20261122)
        $touched = 0
        foreach ($number in 1..$Count) {
            Set-RandomState -Random $random
            $chosen = @(1..3 | ForEach-Object { $rows[$random.Next($rows.Count)] })
            $before = Get-State
            $undo = & $subject {
                param($rows, $machine)
                $script:Journal = $null
                $script:StoppedServices = @()
                $script:Notices = @()
                $null = Invoke-Repair -Row $rows -Machine $machine -Force 6>$null
                @{ Journal = $script:Journal }
                $script:StoppedServices = @()
                @{ Code = Undo-Run 6>$null; Notices = $script:Notices }
            } $chosen $machine
            if ($undo[0].Journal) { $touched++ }
            $ids = $chosen.Id -join ', '
            if ($undo[-1].Code -ne 0) { throw "PC $number ($ids): undo ended with $($undo[-1].Code): $($undo[-1].Notices). It was:`n$before" }
            $after = Get-State
            if ($after -cne $before) {
                $changed = Compare-Object -ReferenceObject ($before -split "`n") -DifferenceObject ($after -split "`n") |
                    ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" }
                throw "PC $number ($ids) is another one now:`n$($changed -join "`n")`nIt was:`n$before"
            }
        }
        $touched | Should -BeGreaterThan ($Count / 2) -Because 'PCs that need nothing prove nothing'
    }
}
