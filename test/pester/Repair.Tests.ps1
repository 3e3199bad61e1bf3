<#
.SYNOPSIS
    Proves of every repair of a checklist, on one PC that needs it: a power cut at any point of its journal leaves what
    undo brings back, and a second repair changes nothing.
.DESCRIPTION
    The repair runs once. Before and behind each line of the journal the state of the PC is kept; each is then what a
    power cut at this moment would have left.
.PARAMETER Repair
    The emitted script that repairs.
.PARAMETER Scenario
    Paths of scenarios: .../scenarios/<check or recipe>/<name>.<pass|fail|unknown>.ps1
#>
param([Parameter(Mandatory)] [string] $Repair, [Parameter(Mandatory)] [string[]] $Scenario)

BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    $repairable = @(Get-SubjectCheck -Subject (Import-Subject -Path $Repair) | Where-Object { $_.HasRepair })
    # One PC for each check or recipe that repairs, of those that do not say that a repair must change nothing.
    $broken = $Scenario -match '\.fail\.ps1$' | Where-Object { [IO.File]::ReadAllText($_) -notmatch '\bRepair += ' }
    $cases = foreach ($owned in $broken | Group-Object -Property { Split-Path -Path (Split-Path -Path $_ -Parent) -Leaf }) {
        $check = @($repairable | Where-Object { $owned.Name -in $_.Id, $_.Words })[0]
        if ($check) { @{ Id = $check.Id; With = $check.With; Path = @($owned.Group | Sort-Object)[0]; Name = Split-Path -Path @($owned.Group | Sort-Object)[0] -Leaf } }
    }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local

    function Compare-State {
        param($Before, $After)
        Compare-Object -ReferenceObject $Before -DifferenceObject $After | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" }
    }
}

Describe 'repair of <Id> on <Name>' -ForEach $cases {
    BeforeAll {
        $windows = New-SimulatedWindows
        $text = [IO.File]::ReadAllText($Path).Replace('C:\', "$($windows.Drive)\")
        $null = & ([scriptblock]::Create($text)) $windows $With
        $subject = Import-Subject -Path $Repair -Windows $windows
        $all = @(Get-SimulatedState)
        $preview = Invoke-Subject -Subject $subject -Parameter @{ Check = $Id; WhatIf = $true }
        $afterPreview = @(Get-SimulatedState)
        $before = @(Get-SimulatedState -WithoutTraces)
        $running = @($windows.Services.Keys | Where-Object { $windows.Services[$_].Status -eq 'Running' })
        $moments = [Collections.Generic.List[object]]::new()
        & $subject {
            param($moments, $copy)
            $addLine = (Get-Item -Path function:Add-JournalLine).ScriptBlock
            Set-Item -Path function:script:Add-JournalLine -Value {
                param([string] $Path, [string] $Text)
                $moments.Add((& $copy))
                & $addLine -Path $Path -Text $Text
                $moments.Add((& $copy))
            }.GetNewClosure()
        } $moments (Get-Command -Name Copy-SimulatedWindows)
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = $Id }
        $halted = @($running | Where-Object { $windows.Services[$_].Status -ne 'Running' })
        $end = Copy-SimulatedWindows
        # Undo writes lines too; those are not looked at.
        $subject = Import-Subject -Path $Repair -Windows $windows
    }

    AfterAll { Exit-SimulatedWindows }

    It 'repairs' {
        $run.Code | Should -BeIn 0, 3010 -Because "$($run.Notices) $($run.Output.Failure)"
        # The first line, and a plan and its mark.
        $moments.Count | Should -BeGreaterOrEqual 6
    }

    It 'leaves each service running that ran' {
        $halted | Should -BeNullOrEmpty
    }

    It 'shows each change in a preview, and makes none' {
        $preview.Code | Should -Be 0
        @($preview.Notices).Count | Should -BeGreaterThan 0
        Compare-State -Before $all -After $afterPreview | Should -BeNullOrEmpty
    }

    It 'changes nothing the second time' {
        Undo-SimulatedWindows -Copy $end
        $repaired = @(Get-SimulatedState -WithoutTraces)
        $second = Invoke-Subject -Subject $subject -Parameter @{ Check = $Id }
        $second.Code | Should -BeIn 0, 3010 -Because "$($second.Notices) $($second.Output.Failure)"
        Compare-State -Before $repaired -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
        # What a tool of Windows does it may do again; nothing else is planned.
        $journal = "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\2\journal.txt"
        $lines = @(if (Test-Path -LiteralPath $journal) { Get-Content -LiteralPath $journal })
        $lines -match '^\d+\|plan\|(?!repair-tool|set-clock|restore-point)' | Should -BeNullOrEmpty
    }

    It 'can be undone wherever it was cut off' {
        foreach ($number in 1..$moments.Count) {
            Undo-SimulatedWindows -Copy $moments[$number - 1]
            $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
            $undo.Code | Should -Be 0 -Because "at point $number of $($moments.Count) the undo said $($undo.Notices)"
            Compare-State -Before $before -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty -Because "it was cut off at point $number"
        }
    }
}

Describe 'repairs that are proved' {
    It 'are all there are' {
        $known = @($Scenario -match '\.fail\.ps1$' | ForEach-Object { Split-Path -Path (Split-Path -Path $_ -Parent) -Leaf } | Select-Object -Unique)
        Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
        $checks = Get-SubjectCheck -Subject (Import-Subject -Path $Repair) | Where-Object { $_.HasRepair }
        $checks | Where-Object { $_.Id -notin $known -and $_.Words -notin $known } | ForEach-Object { $_.Id } | Should -BeNullOrEmpty
    }
}
