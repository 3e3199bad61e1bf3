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
        # No program is started, and each of Windows' own would be looked for in all folders once a capture.
        $path = $env:PATH
        $env:PATH = ''
        $simulator = Join-Path -Path $Repository -ChildPath 'src/simulator'
        $parts = Join-Path -Path $Repository -ChildPath 'templates/ps1/parts/capture'
        foreach ($name in 'Subject', 'SimulatedWindows', 'Replay') {
            Import-Module -Name (Join-Path -Path $simulator -ChildPath "$name.psm1") -Force -Scope Local
        }
        $checks = @(Get-SubjectCheck -Subject (Import-Subject -Path $Diagnose))

        # The checks that a scenario is about, by the folder of it: one, or those of a recipe.
        function Get-ScenarioCheck {
            param($Path)
            $owner = Split-Path -Path (Split-Path -Path $Path -Parent) -Leaf
            $owned = @($checks | Where-Object { $_.Id -eq $owner })
            if ($owned) { $owned } else { $checks | Where-Object { $_.Words -eq $owner } }
        }

        # Captures of which one item is gone each: { Item, Tables }. A read, an answer, a command that is absent, a variable.
        # Check: whose reads can be gone; those of the look at the PC always. An answer to one read alone is gone with it.
        function Get-LesserCapture {
            param([Collections.IDictionary] $Tables, [string] $Check, [switch] $IsLooked)
            $askedBy = @($Check) + @(if (-not $IsLooked) { '-' })
            $uses = @{}
            foreach ($read in $Tables['reads']) { foreach ($number in $read['answers']) { $uses[$number] += @($read) } }
            for ($number = 0; $number -lt $Tables['reads'].Count; $number++) {
                $read = $Tables['reads'][$number]
                if ($read['check'] -notin $askedBy) { continue }
                $less = @{} + $Tables
                $less['reads'] = @($Tables['reads'] | Where-Object { -not [object]::ReferenceEquals($_, $read) })
                @{ Item = "$($read['command']) $($read['arguments'].Values)"; Tables = $less }
            }
            for ($number = 0; $number -lt $Tables['answers'].Count; $number++) {
                if (@($uses[$number]).Count -lt 2 -or -not ($uses[$number] | Where-Object { $_['check'] -in $askedBy })) { continue }
                $less = @{} + $Tables
                $less['answers'] = [object[]]::new($Tables['answers'].Count)
                $Tables['answers'].CopyTo($less['answers'], 0)
                $less['answers'][$number] = $null
                @{ Item = "answer to $($uses[$number] | ForEach-Object { "$($_['command']) $($_['arguments'].Values)" })"; Tables = $less }
            }
            foreach ($name in $Tables['absent']) {
                $less = @{} + $Tables
                $less['absent'] = @($Tables['absent'] | Where-Object { $_ -ne $name })
                @{ Item = "absence of $name"; Tables = $less }
            }
            foreach ($name in @($Tables['environment'].Keys)) {
                $less = @{} + $Tables
                $less['environment'] = @{} + $Tables['environment']
                $less['environment'].Remove($name)
                @{ Item = "variable $name"; Tables = $less }
            }
        }

        # What a capture holds of the look at the PC, as text.
        function Get-LookText {
            param([Collections.IDictionary] $Tables)
            $look = foreach ($read in $Tables['reads']) {
                if ($read['check'] -eq '-') { @{ of = $read['command'], $read['arguments']; is = @($read['answers'] | ForEach-Object { $Tables['answers'][$_] }) } }
            }
            ConvertTo-Json -InputObject @($look) -Depth 64 -Compress
        }

        # capture.json of one check on the simulated PC, in tables, and what the manifest says of it.
        function New-Capture {
            param($Windows, $Id, [switch] $Redact, [switch] $IsUnguarded)
            $subject = Import-Subject -Path $Collect -Windows $Windows
            $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-capture-$([guid]::NewGuid())")
            $null = [IO.Directory]::CreateDirectory($folder)
            try {
                $noted = & $subject {
                    param($id, $folder, $redact, $isUnguarded)
                    # No diagnosis asks for it.
                    if ($isUnguarded) { function script:Test-Guard { New-Finding -Status 'Ok' } }
                    if ($id) { $script:Detections = @($script:Detections | Where-Object { $_.Id -eq $id }) }
                    $script:BundleFolder = $folder
                    $script:BundleProblems = [Collections.Generic.List[object]]::new()
                    $script:BundleOmissions = [Collections.Generic.List[object]]::new()
                    $script:IsRedacted = $redact
                    # What a scenario is about counts, not whether it may measure the line.
                    $script:IncludeNetworkTests = $true
                    Add-BundleCapture
                    if ($script:BundleProblems.Count -gt 0) { throw "$($script:BundleProblems[0].error)" }
                    if ($redact) { Start-Redaction }
                    Save-Capture
                } $Id $folder ([bool] $Redact) ([bool] $IsUnguarded)
                $text = [IO.File]::ReadAllText([IO.Path]::Combine($folder, 'capture.json'))
                @{ Text = $text; Tables = ConvertFrom-CaptureJson -Text $text; Noted = $noted }
            }
            finally { [IO.Directory]::Delete($folder, $true) }
        }

        # A report without what two runs never share: who made it and when, how long it took, and the line of an error.
        function Get-Comparable {
            param($Json)
            # Of the clock only what its witnesses say and what the PC said matter, not when they were asked.
            "$Json" -replace '"(?:(?:started|finished|booted)Utc|run|device|sha256)":.*' -replace '(\d{4}-\d\d-\d\dT\d\d):\d\d:\d\dZ', '$1' -replace '"milliseconds":\s*\d+' -replace '"ErrorLine":\s*\d+' `
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
        & $replay { $script:IncludeNetworkTests = $true }
    }

    AfterAll {
        [TimeZoneInfo]::ClearCachedData()
        $env:PATH = $path
    }

    Context 'of every scenario' {
        BeforeAll {
            # A scenario, its capture, and the report of the PC itself.
            $cases = foreach ($path in $Scenario) {
                foreach ($check in Get-ScenarioCheck -Path $path) {
                    $windows = Enter-Scenario -Path $path -With $check.With
                    try {
                        $capture = New-Capture -Windows $windows -Id $check.Id -IsUnguarded
                        $subject = Import-Subject -Path $Diagnose -Windows $windows -Parameter @{ OutputFormat = 'Json'; IncludeNetworkTests = $true }
                        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = $check.Id }
                        @{ Name = "$path $($check.Id)"; Id = $check.Id; Capture = $capture; Json = $run.Output -join "`n"; Code = $run.Code }
                    }
                    finally { Exit-SimulatedWindows }
                }
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

        It 'has a problem and a healthy state of every check' {
            $found = foreach ($case in $cases) { "$($case.Id) $($case.Capture.Tables['results'][0]['status'])" }
            # What a person asks of a repair is a problem to nobody else: no diagnosis says so.
            $asked = @($Scenario | Where-Object { [IO.File]::ReadAllText($_) -match '\$Windows\.Given' } | ForEach-Object { (Get-ScenarioCheck -Path $_).Id })
            @($checks.Id | Where-Object { "$_ Problem" -notin $found -and $_ -notin $asked }) | Should -BeNullOrEmpty
            # What has nothing to look at on such a PC is as healthy.
            @($checks.Id | Where-Object { "$_ Ok" -notin $found -and "$_ NotApplicable" -notin $found }) | Should -BeNullOrEmpty
        }

        It 'never turns a problem into OK when anything of it is missing' {
            $problems = @($cases | Where-Object { $_.Capture.Tables['results'][0]['status'] -eq 'Problem' })
            $problems.Count | Should -BeGreaterThan 100
            $tried = 0
            # What a check does without a part of the look at the PC depends on that look, not on what else was found there.
            $looks = [Collections.Generic.HashSet[string]]::new()
            # Nor does it on the scenario, where the check says the same of a PC and the same read is gone.
            $seen = [Collections.Generic.HashSet[string]]::new()
            $wrong = foreach ($case in $problems) {
                $isLooked = -not $looks.Add("$($case.Id) $(Get-LookText -Tables $case.Capture.Tables)")
                $reason = $case.Capture.Tables['results'][0]['reason']
                foreach ($less in Get-LesserCapture -Tables $case.Capture.Tables -Check $case.Id -IsLooked:$isLooked) {
                    if (-not $seen.Add("$($case.Id) $reason $($less.Item)")) { continue }
                    $tried++
                    $found = @((Invoke-Replay -Module $replay -Capture $less.Tables -Parameter @{ Check = $case.Id }).Results)
                    if ($found.Count -ne 1 -or $found[0].status -notin 'Problem', 'Unknown') {
                        "$($case.Name) without $($less.Item): $($found.status)"
                    }
                }
            }
            $tried | Should -BeGreaterThan 1000
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
            # A diagnosis asks for no repair, so no guard.
            $found | Should -Be ((& $verdicts $plain) -notlike '-guard *')
            foreach ($problem in 'user-profile', 'hosts-file', 'update-server', 'internet-connection', 'single-update') {
                $found | Should -Contain ($found -like "$problem Problem*")[0]
            }
        }

        It 'looks for no folder of Windows where a bundle says that it is <_>' -ForEach '\\evil\share', '\\?\C:\Windows', 'Windows', 'C:\Windows\..\"', 'C:/Windows', '' {
            $windows = New-SimulatedWindows
            try { $capture = New-Capture -Windows $windows -Id 'hosts-file' }
            finally { Exit-SimulatedWindows }
            $tables = @{} + $capture.Tables
            $tables['environment'] = @{} + $tables['environment']
            $null = Invoke-Replay -Module $replay -Capture $tables -Parameter @{ Check = 'hosts-file' }
            [Environment]::GetEnvironmentVariable('SystemRoot') | Should -Match '^[A-Z]:\\'
            $tables['environment']['SystemRoot'] = $_
            $found = @((Invoke-Replay -Module $replay -Capture $tables -Parameter @{ Check = 'hosts-file' }).Results)
            [Environment]::GetEnvironmentVariable('SystemRoot') | Should -BeNullOrEmpty
            $found[0].status | Should -Be 'Unknown'
        }

        It 'gives an answer whatever a bundle holds' {
            $windows = New-NamedWindows
            try { $capture = New-Capture -Windows $windows }
            finally { Exit-SimulatedWindows }
            $original = Import-Replay -Script $Collect -Parts $parts
            $thrown = { param($type) @{ output = @(); thrown = $true; error = @{ type = $type; hresult = 1 } } }
            $answers = @(
                @{ output = @(@{}) }
                @{ output = @(@{ unheard = 'x' }) }
                @{ output = @(@{ bytes = 'zz' }) }
                @{ output = @(@{ datetime = 'yesterday' }) }
                @{ output = @(@{ int64 = '9' * 99 }) }
                @{ output = @(@{ object = @{ Name = 'a' } }, @{ object = @{ 'x y' = 1 }; calls = @{ '$(1)' = 'x'; "'" = 3 }; path = "x'; throw" }) }
                @{ output = @('x' * 100000) }
                & $thrown 'System.Management.Automation.PipelineStoppedException'
                & $thrown 'System.Management.Automation.BreakException'
                & $thrown 'System.Management.Automation.ExitException'
                & $thrown 'System.Management.Automation.PSInvalidOperationException'
                & $thrown 'System.StackOverflowException'
                & $thrown 'System.Threading.ThreadAbortException'
                & $thrown 'System.OperationCanceledException'
            )
            $machineReads = @($capture.Tables['reads'] | Where-Object { $_['check'] -eq '-' })
            $machineReads.Count | Should -BeGreaterThan 3
            $tables = @(
                foreach ($answer in $answers) {
                    $all = @{} + $capture.Tables
                    $all['answers'] = @(1..$capture.Tables['answers'].Count | ForEach-Object { $answer })
                    $all
                    # The look at the PC alone, on which all others build.
                    $look = @{} + $capture.Tables
                    $look['answers'] = @($capture.Tables['answers']) + $answer
                    $look['reads'] = @($capture.Tables['reads'] | ForEach-Object {
                            $read = @{} + $_
                            if ($read['check'] -eq '-') { $read['answers'] = @($capture.Tables['answers'].Count) }
                            $read
                        })
                    $look
                }
                $none = @{} + $capture.Tables
                $none['reads'] = @($none['reads'] | Where-Object { $_['check'] -ne '-' })
                $none
                $empty = @{} + $capture.Tables
                $empty['reads'] = @()
                $empty
            )
            foreach ($one in $tables) {
                foreach ($module in $replay, $original) {
                    $found = @((Invoke-Replay -Module $module -Capture $one).Results | Where-Object { $_.check -ne '-guard' })
                    $found.Count | Should -Be $checks.Count
                }
            }
            # Without a look at the PC nobody knows which checks are meant for it, so none is Ok.
            foreach ($one in $tables[-2..-1]) {
                foreach ($module in $replay, $original) {
                    (Invoke-Replay -Module $module -Capture $one).Results.status | Select-Object -Unique | Should -Be 'Unknown'
                }
            }
        }

        It 'says what guards a repair there, and never nothing where something of that is missing' {
            $causes = @(
                { param($Windows) $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{} }
                { param($Windows) $Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec'] = @{ Start = 2 } }
                { param($Windows) $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\1'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 } }
                { param($Windows) $Windows.Processes += 'SetupHost' }
                { param($Windows) $Windows.Cim.Win32_Battery = @([pscustomobject]@{ BatteryStatus = 1 }) }
                { param($Windows) $Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'] = @{ DisableWindowsUpdateAccess = 1 } }
            )
            $original = Import-Replay -Script $Collect -Parts $parts
            foreach ($cause in $causes) {
                $windows = New-SimulatedWindows
                & $cause -Windows $windows
                try { $capture = New-Capture -Windows $windows -Id 'hosts-file' }
                finally { Exit-SimulatedWindows }
                $capture.Noted.verdictsKept | Should -BeTrue
                $guard = $capture.Tables['results'][-1]
                $guard['check'] | Should -Be '-guard'
                $guard['status'] | Should -Be 'Problem' -Because "$cause"
                foreach ($less in Get-LesserCapture -Tables $capture.Tables -Check '-guard') {
                    $found = @((Invoke-Replay -Module $original -Capture $less.Tables).Results | Where-Object { $_.check -eq '-guard' })
                    $found[0].status | Should -BeIn 'Problem', 'Unknown' -Because "of $cause $($less.Item) is missing"
                }
            }
            $windows = New-SimulatedWindows
            try { (New-Capture -Windows $windows -Id 'hosts-file').Tables['results'][-1]['status'] | Should -Be 'Ok' }
            finally { Exit-SimulatedWindows }
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
