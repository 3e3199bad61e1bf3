<#
.SYNOPSIS
    Tries each scenario of a checklist on the emitted scripts. See README.md for what pass, fail and unknown promise.
.PARAMETER Diagnose
    The emitted script that detects.
.PARAMETER Repair
    The emitted script that repairs, or nothing.
.PARAMETER RepairAsUser
    The emitted script that repairs as the person signed in, or nothing.
.PARAMETER Collect
    The emitted script that collects, or nothing.
.PARAMETER Scenario
    Paths of scenarios: .../scenarios/<check or recipe>/<name>.<pass|fail|unknown|collect>.ps1, or .json for one that is
    a capture of a PC, whose check is tried and not repaired.
.PARAMETER Declared
    Commands that the index declares. A scenario, or windows.ps1 beside the folders of scenarios, says what they answer.
.PARAMETER Culture
    The culture to run under, such as tr-TR, where "i" is no small "I". Tools of Windows then speak foreign languages too.
#>
param(
    [Parameter(Mandatory)] [string] $Diagnose,
    [string] $Repair,
    [string] $RepairAsUser,
    [string] $Collect,
    [Parameter(Mandatory)] [string[]] $Scenario,
    [string[]] $Declared = @(),
    [string] $Culture
)

BeforeDiscovery {
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'Subject.psm1') -Force
    $repairing = @{}
    foreach ($script in @($Repair, $RepairAsUser) -ne '') {
        foreach ($check in Get-SubjectCheck -Subject (Import-Subject -Path $script)) { $repairing[$check.Id] = $script }
    }
    $checks = @(Get-SubjectCheck -Subject (Import-Subject -Path $Diagnose))
    $collectors = @(if ($Collect) { Get-SubjectCheck -Subject (Import-Subject -Path $Collect) })
    $cases = foreach ($path in $Scenario) {
        $owner = Split-Path -Path (Split-Path -Path $path -Parent) -Leaf
        $file = Split-Path -Path $path -Leaf
        $outcome = if ($file -match '\.(?:(pass|fail|unknown)\.(?:ps1|json)|(collect)\.ps1)$') { "$($Matches[1])$($Matches[2])" } else { 'misnamed' }
        $candidates = if ($outcome -eq 'collect') { $collectors } else { $checks }
        $owned = @($candidates | Where-Object { $_.Id -eq $owner })
        if (-not $owned) { $owned = @($candidates | Where-Object { $_.Words -eq $owner }) }
        if (-not $owned) { @{ Name = "$owner/$file"; Outcome = 'ownerless'; Path = $path; Id = $owner; With = @{}; Script = ''; AsUser = $false } }
        foreach ($check in $owned) {
            @{
                Name    = if ($check.Id -eq $owner) { "$owner/$file" } else { "$owner/$file for $($check.Id)" }
                Outcome = $outcome
                Path    = $path
                Id      = $check.Id
                With    = $check.With
                Script  = if ($outcome -eq 'collect') { $Collect } elseif ($repairing[$check.Id]) { $repairing[$check.Id] } else { $Diagnose }
                Repairs = $repairing.ContainsKey($check.Id)
                AsUser  = $check.IsAsUser
            }
        }
    }
}

Describe 'scenario' {
    BeforeAll {
        Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'Subject.psm1') -Force
        Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'SimulatedWindows.psm1') -Force -Scope Local

        function Invoke-Detection {
            param($Subject, $Id)
            & $Subject {
                param($id)
                Invoke-Detection -Row ($script:Checks | Where-Object { $_.Id -eq $id }) -Machine (Get-Machine)
            } $Id
        }

        # What a table of a scenario demands and the finding does not have, one line each. Of
        # the evidence, entries that the table does not name are free; in a text, "*" stands for any other.
        function Compare-Finding {
            param($Subject, $Id, $Found, [hashtable] $Wanted)
            $said = & $Subject {
                param($id, $found)
                $row = $script:Checks | Where-Object { $_.Id -eq $id }
                Get-ReasonText -Words $row.Words -Reason $found.Reason -Evidence $found.Evidence
            } $Id $Found
            $actual = @{ Status = $Found.Status; Reason = $Found.Reason; HResult = $Found.HResult; Says = $said }
            foreach ($name in $Wanted.Keys) {
                if ($name -in 'Evidence', 'Repair') { continue }
                if (-not $actual.ContainsKey($name)) { "$name is none of Status, Reason, HResult, Evidence, Says, Repair" }
                elseif (-not (Test-Like -Value $actual[$name] -Pattern $Wanted[$name])) { "$name is '$($actual[$name] -join ', ')', not '$($Wanted[$name] -join ', ')'" }
            }
            if (-not $Wanted.ContainsKey('Evidence')) { return }
            if ($Wanted.Evidence -isnot [Collections.IDictionary]) { return 'Evidence is no table' }
            $known = @($Found.Evidence.Keys)
            foreach ($name in $Wanted.Evidence.Keys) {
                # A pattern may stand for any text, and for an entry that is not there it would.
                if ($name -notin $known) { "$name is none of the evidence, which has '$($known -join ', ')'"; continue }
                $value = $Found.Evidence[$name]
                if (-not (Test-Like -Value $value -Pattern $Wanted.Evidence[$name])) { "$name of the evidence is '$($value -join ', ')', not '$($Wanted.Evidence[$name] -join ', ')'" }
            }
        }

        # Whether a value, or each of several in their order, is as written.
        function Test-Like {
            param($Value, $Pattern)
            $values = @($Value | ForEach-Object { "$_" })
            $patterns = @($Pattern | ForEach-Object { "$_" })
            if ($values.Count -ne $patterns.Count) { return $false }
            for ($index = 0; $index -lt $values.Count; $index++) {
                $isSame = if ($patterns[$index] -match '\*') { $values[$index] -clike $patterns[$index] } else { $values[$index] -ceq $patterns[$index] }
                if (-not $isSame) { return $false }
            }
            $true
        }

        # What a check puts into a bundle, and what of that a table of a scenario does not want, one line each. In the table, Files
        # has the name of each file with a pattern of its text, and Problems the sources of what could not be collected.
        function Compare-Bundle {
            param($Subject, $Id, [hashtable] $Wanted)
            $folder = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath "mendsheet-bundle-$([guid]::NewGuid())"
            try {
                $problems = @(& $Subject {
                        param($id, $folder)
                        $null = New-Item -Path $folder -ItemType Directory
                        $script:BundleFolder = $folder
                        $script:BundlePart = 'part'
                        $script:BundleProblems = New-Object -TypeName 'System.Collections.Generic.List[object]'
                        $script:BundleOmissions = New-Object -TypeName 'System.Collections.Generic.List[object]'
                        $script:BundleLeft = [int64] 500MB
                        $script:IsRedacted = $true
                        $row = $script:Checks | Where-Object { $_.Id -eq $id }
                        try { $null = & $row.Export } catch { Add-BundleProblem -Source $id -Record $_ }
                        $script:BundleProblems | ForEach-Object { $_['source'] }
                    } $Id $folder)
                $part = Join-Path -Path $folder -ChildPath 'part'
                $made = @(if (Test-Path -LiteralPath $part) { (Get-ChildItem -LiteralPath $part -File).Name })
                $files = if ($Wanted.ContainsKey('Files')) { $Wanted.Files } else { @{} }
                foreach ($name in $Wanted.Keys) { if ($name -notin 'Files', 'Problems') { "$name is none of Files, Problems" } }
                if ($files -isnot [Collections.IDictionary]) { return 'Files is no table' }
                foreach ($name in $made) { if ($name -notin $files.Keys) { "$name is in the bundle, and not in Files" } }
                foreach ($name in $files.Keys) {
                    if ($name -notin $made) { "$name is not in the bundle, which has '$($made -join ', ')'"; continue }
                    $text = [IO.File]::ReadAllText((Join-Path -Path $part -ChildPath $name))
                    if ($text -cnotlike $files[$name]) { "$name has '$text', not '$($files[$name])'" }
                }
                $sources = @(if ($Wanted.ContainsKey('Problems')) { $Wanted.Problems })
                if (-not (Test-Like -Value $problems -Pattern $sources)) { "Problems are '$($problems -join ', ')', not '$($sources -join ', ')'" }
            }
            finally { if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse -Force } }
        }

        function Compare-State {
            param($Before, $After)
            Compare-Object -ReferenceObject $Before -DifferenceObject $After | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" }
        }
    }

    BeforeEach {
        $windows = New-SimulatedWindows
        $windows.IsForeign = [bool] $Culture
        $usual = [cultureinfo]::CurrentCulture
        if ($Culture) { [cultureinfo]::CurrentCulture = $Culture }
    }

    AfterEach {
        [cultureinfo]::CurrentCulture = $usual
        Exit-SimulatedWindows
    }

    It '<Name>' -ForEach $cases {
        $Outcome | Should -BeIn 'pass', 'fail', 'unknown', 'collect' -Because 'a scenario belongs to a check or recipe, and its name says what it promises'
        if ($Path -like '*.json') {
            Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'Replay.psm1') -Force -Scope Local
            $parts = [IO.Path]::Combine($PSScriptRoot, '..', '..', 'templates', 'ps1', 'parts', 'capture')
            $replay = Import-Replay -Script $Diagnose -Parts $parts -Parameter @{ Language = 'en' }
            $capture = ConvertFrom-CaptureJson -Text ([IO.File]::ReadAllText($Path))
            try { $found = (Invoke-Replay -Module $replay -Capture $capture -Parameter @{ Check = $Id }).Results[0] }
            finally { [TimeZoneInfo]::ClearCachedData() }
            $wanted = @{ pass = 'Ok', 'NotApplicable'; fail = 'Problem'; unknown = 'Unknown' }[$Outcome]
            $found.status | Should -BeIn $wanted -Because "it found $($found | ConvertTo-Json -Depth 4 -Compress)"
            return
        }
        # A person who opened no window as administrator, where the check is about that person.
        if ($AsUser) { $windows.Account.Elevated = $false }
        # On Windows the simulated drive has another letter.
        $text = [IO.File]::ReadAllText($Path).Replace('C:\', "$($windows.Drive)\")
        $common = [IO.Path]::Combine([IO.Path]::GetDirectoryName([IO.Path]::GetDirectoryName($Path)), 'windows.ps1')
        if (Test-Path -LiteralPath $common) {
            $usualText = [IO.File]::ReadAllText($common).Replace('C:\', "$($windows.Drive)\")
            @(& ([scriptblock]::Create($usualText)) $windows).Count | Should -Be 0 -Because 'windows.ps1 outputs nothing'
        }
        # What is not stood in for must neither run where this is a Windows, nor pass for a PC that cannot tell.
        $unanswered = [Collections.Generic.List[string]]::new()
        foreach ($command in $Declared) {
            if ($windows.Commands.ContainsKey($command)) { continue }
            $windows.Commands[$command] = { $unanswered.Add($command); throw "Nothing says what $command answers." }.GetNewClosure()
        }
        $wanted = @(& ([scriptblock]::Create($text)) $windows $With)
        $wanted.Count | Should -BeLessOrEqual 1 -Because 'a scenario outputs nothing, or one table of what must be found'
        $wanted = if ($wanted) { $wanted[0] } else { @{} }
        $wanted | Should -BeOfType hashtable -Because 'what must be found is a table'
        # Scenarios are about what a check finds, not about whether it may use the network.
        $parameter = @{}
        if ((Get-Command -Name $Script).Parameters.ContainsKey('IncludeNetworkTests')) { $parameter.IncludeNetworkTests = $true }
        $subject = Import-Subject -Path $Script -Windows $windows -Parameter $parameter
        $start = @(Get-SimulatedState)
        $standIn = 'the scenario or windows.ps1 says what it answers: $Windows.Commands[''Get-Name''] = { ... }'
        if ($Outcome -eq 'collect') {
            $differences = @(Compare-Bundle -Subject $subject -Id $Id -Wanted $wanted)
            $unanswered | Should -BeNullOrEmpty -Because $standIn
            $differences | Should -BeNullOrEmpty -Because 'the scenario says what is collected'
            Compare-State -Before $start -After @(Get-SimulatedState) | Should -BeNullOrEmpty -Because 'collecting only reads'
            return
        }
        $found = Invoke-Detection -Subject $subject -Id $Id
        $unanswered | Should -BeNullOrEmpty -Because $standIn
        $explanation = "it found $($found | ConvertTo-Json -Depth 4 -Compress)"
        Compare-State -Before $start -After @(Get-SimulatedState) | Should -BeNullOrEmpty -Because 'a detection only reads'

        $differences = @(
            Compare-Finding -Subject $subject -Id $Id -Found $found -Wanted $wanted
            if ($wanted.ContainsKey('Repair') -and $Outcome -ne 'fail') { "Repair is of a fail, and this is a $Outcome" }
        )
        $differences | Should -BeNullOrEmpty -Because $explanation

        if ($Outcome -eq 'pass') { $found.Status | Should -BeIn 'Ok', 'NotApplicable' -Because $explanation }
        if ($Outcome -eq 'unknown') { $found.Status | Should -Be 'Unknown' -Because $explanation }
        if ($Outcome -ne 'fail') { return }

        $found.Status | Should -Be 'Problem' -Because $explanation
        if (-not $Repairs) { return }

        $preview = Invoke-Subject -Subject $subject -Parameter @{ Check = $Id; WhatIf = $true }
        Compare-State -Before $start -After @(Get-SimulatedState) | Should -BeNullOrEmpty -Because '-WhatIf changes nothing'
        $allowed = if ($wanted.ContainsKey('Repair')) { 0, $wanted.Repair } else { 0 }
        $preview.Code | Should -BeIn $allowed -Because "$($preview.Notices)"

        $before = @(Get-SimulatedState -WithoutTraces)
        $repair = Invoke-Subject -Subject $subject -Parameter @{ Check = $Id }
        if ($wanted.ContainsKey('Repair')) {
            $repair.Code | Should -Be $wanted.Repair -Because "the repair said $($repair.Notices) $($repair.Output.Failure)"
            Compare-State -Before $before -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty -Because 'it is no repair for this PC'
            return
        }
        $repair.Code | Should -BeIn 0, 3010 -Because "the repair said $($repair.Notices) $($repair.Output.Failure)"
        (Invoke-Detection -Subject $subject -Id $Id).Status | Should -Be 'Ok' -Because 'it was repaired'

        $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $undo.Code | Should -Be 0 -Because "the undo said $($undo.Notices)"
        Compare-State -Before $before -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty -Because 'undo restores'
    }
}
