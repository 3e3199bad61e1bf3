<#
.SYNOPSIS
    Holds what a bundle says of a PC against what the PC says itself.
#>
param(
    [Parameter(Mandatory)] [string] $Collect,
    [Parameter(Mandatory)] [string] $Diagnose,
    [Parameter(Mandatory)] [string[]] $Scenario,
    [Parameter(Mandatory)] [string] $Repository
)

Describe 'a capture' {
    BeforeAll {
        $simulator = Join-Path -Path $Repository -ChildPath 'src/simulator'
        $parts = Join-Path -Path $Repository -ChildPath 'templates/ps1/parts/capture'
        foreach ($name in 'Subject', 'SimulatedWindows', 'Replay') {
            Import-Module -Name (Join-Path -Path $simulator -ChildPath "$name.psm1") -Force -Scope Local
        }
        $checks = @(Get-SubjectCheck -Subject (Import-Subject -Path $Diagnose))

        # The check that a scenario is about, by the folder of it: the first of those of a recipe.
        function Get-ScenarioCheck {
            param($Path)
            $owner = Split-Path -Path (Split-Path -Path $Path -Parent) -Leaf
            $owned = @($checks | Where-Object { $_.Id -eq $owner })
            if (-not $owned) { $owned = @($checks | Where-Object { $_.Words -eq $owner }) }
            $owned[0]
        }

        # capture.json of one check on the simulated PC, in tables, and what the manifest says of it.
        function New-Capture {
            param($Windows, $Id, [switch] $Redact)
            $subject = Import-Subject -Path $Collect -Windows $Windows
            $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-capture-$([guid]::NewGuid())")
            $null = [IO.Directory]::CreateDirectory($folder)
            try {
                $noted = & $subject {
                    param($id, $folder, $redact)
                    if ($id) { $script:Detections = @($script:Detections | Where-Object { $_.Id -eq $id }) }
                    $script:BundleFolder = $folder
                    $script:BundleProblems = [Collections.Generic.List[object]]::new()
                    $script:BundleOmissions = [Collections.Generic.List[object]]::new()
                    $script:IsRedacted = $redact
                    Add-BundleCapture
                    if ($script:BundleProblems.Count -gt 0) { throw "$($script:BundleProblems[0].error)" }
                    if ($redact) { Start-Redaction }
                    Save-Capture
                } $Id $folder ([bool] $Redact)
                $text = [IO.File]::ReadAllText([IO.Path]::Combine($folder, 'capture.json'))
                @{ Text = $text; Tables = ConvertFrom-CaptureJson -Text $text; Noted = $noted }
            }
            finally { [IO.Directory]::Delete($folder, $true) }
        }

        # A report without what two runs never share: when it was made, how long it took, and the line of an error.
        function Get-Comparable {
            param($Json)
            # Of the clock only what its witnesses say and what the PC said matter, not when they were asked.
            "$Json" -replace '"finishedUtc":.*' -replace '(\d{4}-\d\d-\d\dT\d\d):\d\d:\d\dZ', '$1' -replace '"milliseconds":\s*\d+' -replace '"ErrorLine":\s*\d+' `
                -replace ' at line \d+\.' -replace '\s+', ' '
        }

        function Enter-Scenario {
            param($Path, $With)
            $windows = New-SimulatedWindows
            $text = [IO.File]::ReadAllText($Path).Replace('C:\', "$($windows.Drive)\")
            $null = & ([scriptblock]::Create($text)) $windows $With
            $windows
        }

        $replay = Import-Replay -Script $Diagnose -Parts $parts -Parameter @{ Language = 'en'; OutputFormat = 'Json' }
    }

    AfterAll { [TimeZoneInfo]::ClearCachedData() }

    Context 'of every scenario' {
        BeforeAll {
            # A scenario, its capture, and the report of the PC itself.
            $cases = foreach ($path in $Scenario) {
                $check = Get-ScenarioCheck -Path $path
                $windows = Enter-Scenario -Path $path -With $check.With
                try {
                    $capture = New-Capture -Windows $windows -Id $check.Id
                    $subject = Import-Subject -Path $Diagnose -Windows $windows -Parameter @{ OutputFormat = 'Json' }
                    $run = Invoke-Subject -Subject $subject -Parameter @{ Check = $check.Id }
                    @{ Name = $path; Id = $check.Id; Capture = $capture; Json = $run.Output -join "`n"; Code = $run.Code }
                }
                finally { Exit-SimulatedWindows }
            }
        }

        It 'gives, on another computer, the very report of the PC, for every scenario' {
            $wrong = foreach ($case in $cases) {
                $there = Get-Comparable -Json $case.Json
                $here = Invoke-Replay -Module $replay -Capture $case.Capture.Tables -Parameter @{ Check = $case.Id }
                $json = Get-Comparable -Json ($here.Lines -join "`n")
                if ($json -ne $there) {
                    $at = 0
                    while ($json[$at] -eq $there[$at]) { $at++ }
                    $from = [math]::Max(0, $at - 100)
                    "$($case.Name): ...$($there.Substring($from).Substring(0, 200))`nbut over the capture ...$($json.Substring($from).Substring(0, 200))"
                }
                if (-not $case.Capture.Noted.verdictsKept) { "$($case.Name): the script itself finds otherwise over its capture" }
            }
            $wrong | Select-Object -First 12 | Should -BeNullOrEmpty -Because "$(@($wrong).Count) of $($cases.Count) scenarios"
        }

        It 'has a problem and a healthy state of nearly every check' {
            $found = foreach ($case in $cases) { "$($case.Id) $($case.Capture.Tables['results'][0]['status'])" }
            # Those without say Unknown or NotApplicable alone, or need what only a measurement of the line gives.
            $with = @($checks.Id | Where-Object { "$_ Problem" -in $found })
            $with.Count | Should -BeGreaterThan 25
        }

        It 'never turns a problem into OK when anything of it is missing' {
            $problems = @($cases | Where-Object { $_.Capture.Tables['results'][0]['status'] -eq 'Problem' })
            $problems.Count | Should -BeGreaterThan 30
            $tried = 0
            $wrong = foreach ($case in $problems) {
                $whole = $case.Capture.Tables
                for ($number = 0; $number -lt $whole['reads'].Count; $number++) {
                    $tried++
                    $less = @{} + $whole
                    $less['reads'] = @($whole['reads'] | Where-Object { -not [object]::ReferenceEquals($_, $whole['reads'][$number]) })
                    $found = (Invoke-Replay -Module $replay -Capture $less -Parameter @{ Check = $case.Id }).Results
                    if ($found.Count -ne 1 -or $found[0].status -notin 'Problem', 'Unknown') {
                        "$($case.Name) without $($whole['reads'][$number]['command']) $($whole['reads'][$number]['arguments'].Values): $($found.status)"
                    }
                }
            }
            Write-Information -MessageData "$tried reads of $($problems.Count) captures"
            $wrong | Select-Object -First 5 | Should -BeNullOrEmpty -Because "$(@($wrong).Count) of $tried"
        }
    }

    It 'is made in the runspace of its own that detections run in on a PC, and judged there again' {
        # Without a simulated Windows nothing stands in front of the limit. Accounts are asked on Windows alone.
        $text = [IO.File]::ReadAllText($Collect).Replace('function Get-Account {', "function Get-Account {`r`n    return [pscustomobject]@{ Kind = 'user'; Elevated = `$true }")
        $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-capture-$([guid]::NewGuid())")
        $null = [IO.Directory]::CreateDirectory($folder)
        $script = [IO.Path]::Combine($folder, 'collect-logs.ps1')
        [IO.File]::WriteAllText($script, $text, [Text.UTF8Encoding]::new($true))
        $place = $env:SystemRoot
        $env:SystemRoot = $folder
        try {
            $subject = Import-Subject -Path $script
            $noted = & $subject {
                param($folder)
                $script:Detections = @($script:Detections | Where-Object { $_.Id -in 'tls-protocol', 'hosts-file', 'servicing-failure', 'single-update' })
                $script:BundleFolder = $folder
                $script:BundleProblems = [Collections.Generic.List[object]]::new()
                $script:BundleOmissions = [Collections.Generic.List[object]]::new()
                Add-BundleCapture
                if ($script:BundleProblems.Count -gt 0) { throw "$($script:BundleProblems[0].error)" }
                Save-Capture
            } $folder
            $noted.differing | Should -BeNullOrEmpty
            $capture = ConvertFrom-CaptureJson -Text ([IO.File]::ReadAllText([IO.Path]::Combine($folder, 'capture.json')))
            @($capture['reads'] | Where-Object { $_['check'] -eq 'tls-protocol' }).Count | Should -Be 2
            ($capture['results'] | Where-Object { $_['check'] -eq 'servicing-failure' })['reason'] | Should -BeLike '*unreadable'
        }
        finally {
            $env:SystemRoot = $place
            [IO.Directory]::Delete($folder, $true)
        }
    }

    Context 'of a PC with names' {
        BeforeAll {
            # One name in each place that a detection reads.
            function New-NamedWindows {
                $windows = New-SimulatedWindows
                $list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
                $windows.Registry["$list\S-1-5-21-7700-88-99-1001"] = @{ ProfileImagePath = 'C:\Users\canary.user'; State = 0x800 }
                $windows.Registry["$list\S-1-5-21-7700-88-99-1001.bak"] = @{ ProfileImagePath = 'C:\Users\canary.user'; State = 0 }
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName'] = @{ ComputerName = 'CANARY-PC' }
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'] = @{ Domain = 'canary.example'; Hostname = 'canary-pc' }
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Version'] = @{ '10.0.1.2' = 'x' }
                $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
                $windows.Registry[$policy] = @{ WUServer = 'http://wsus.canary.example:8530' }
                $windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
                $text = [Text.Encoding]::ASCII.GetBytes('proxy.canary.example:8080')
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
                    WinHttpSettings = [byte[]] (@(0x28, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, $text.Length, 0, 0, 0) + $text + @(0, 0, 0, 0))
                }
                $windows.Cim.Win32_ComputerSystem = [pscustomobject]@{ DomainRole = 1; PartOfDomain = $true; Domain = 'canary.example' }
                $windows.Cim.Win32_NetworkAdapterConfiguration = @([pscustomobject]@{
                        Description = 'of CANARY-PC'; IPEnabled = $true; IPAddress = @('169.254.77.88', 'fe80::7788'); DefaultIPGateway = $null
                    })
                $windows.Cim.Win32_Service = @([pscustomobject]@{
                        Name = 'x'; DisplayName = 'Helper of canary.user'; PathName = 'C:\Users\canary.user\x.exe'; State = 'Running'
                    })
                $windows.Network.Online = $false
                $windows.Tools['w32tm.exe'] = { @{ ExitCode = 0; Lines = @('Tracking dc.canary.example [192.0.2.77:123].', '12:00:00, +00.0000000s') } }
                $title = '2026-11 Cumulative Update for CANARY-PC (KB5099999)'
                Add-SimulatedHistory -Windows $windows -Entry @(1..4 | ForEach-Object { @{ Title = $title; Code = 0x80070643; Days = $_ } })
                $windows.Events.Add(@{
                        Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-1)
                        Data = @{ updateTitle = $title; errorCode = '0x80070643'; updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}' }
                    })
                $hosts = [IO.Path]::Combine($windows.Root, 'Windows', 'System32', 'drivers', 'etc', 'hosts')
                [IO.File]::WriteAllText($hosts, '192.0.2.77 canary-pc.canary.example windowsupdate.com')
                $windows
            }
        }

        It 'holds none of them when redacted, finds the same, and takes no version for an address' {
            $windows = New-NamedWindows
            try {
                $plain = New-Capture -Windows $windows
                $hidden = New-Capture -Windows $windows -Redact
            }
            finally { Exit-SimulatedWindows }
            $names = 'canary|192\.0\.2\.77|77\.88|fe80::7788|7700-88'
            $plain.Text | Should -Match 'canary.user'
            $plain.Text | Should -Match '169\.254\.77\.88'
            $hidden.Text | Should -Not -Match $names
            $bytes = [regex]::Matches($hidden.Text, '"bytes":"([^"]*)"') | ForEach-Object { [Text.Encoding]::ASCII.GetString([Convert]::FromHexString($_.Groups[1].Value)) }
            $bytes.Count | Should -BeGreaterThan 0
            $bytes -join '' | Should -Not -Match $names
            $hidden.Text | Should -Match '10\.0\.1\.2' -Because 'it is the version of a servicing stack'
            $hidden.Noted.differing | Should -BeNullOrEmpty
            $verdicts = { param($capture) $capture.Tables['results'] | ForEach-Object { "$($_['check']) $($_['status']) $($_['reason'])" } }
            & $verdicts $hidden | Should -Be (& $verdicts $plain)
            $found = (Invoke-Replay -Module $replay -Capture $hidden.Tables).Results | ForEach-Object { "$($_.check) $($_.status) $($_.reason)" }
            $found | Should -Be (& $verdicts $plain)
            foreach ($problem in 'user-profile', 'hosts-file', 'update-server', 'internet-connection', 'single-update') {
                $found | Should -Contain ($found -like "$problem Problem*")[0]
            }
        }

        It 'names in its manifest a check that redaction changes' {
            $windows = New-SimulatedWindows
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName'] = @{ ComputerName = 'Client' }
            try { $hidden = New-Capture -Windows $windows -Redact }
            finally { Exit-SimulatedWindows }
            # The kind of the installation is called as this PC is.
            $hidden.Noted.verdictsKept | Should -BeFalse
            $hidden.Noted.differing | Should -Contain 'antivirus'
        }
    }
}
