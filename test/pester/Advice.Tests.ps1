<#
.SYNOPSIS
    Every state that a scenario describes, healthy or not, as a whole PC: what its report advises.
.PARAMETER Folder
    The folder that holds diagnose.ps1 and reset-components.ps1.
.PARAMETER Scenario
    Paths of the scenarios.
#>
param([Parameter(Mandatory)] [string] $Folder, [Parameter(Mandatory)] [string[]] $Scenario)

BeforeDiscovery {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    $checks = @(Get-SubjectCheck -Subject (Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'diagnose.ps1')))
    $cases = foreach ($path in $Scenario) {
        $owner = Split-Path -Path (Split-Path -Path $path -Parent) -Leaf
        # One of the checks that share a recipe stands for all.
        $check = @($checks | Where-Object { $owner -in $_.Id, $_.Words })[0]
        @{ Name = "$owner/$(Split-Path -Path $path -Leaf)"; Path = $path; With = if ($check) { $check.With } else { @{} } }
    }
}

Describe 'no state' {
    BeforeAll {
        Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
        Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
        . "$PSScriptRoot/Assert-Advice.ps1"
    }

    AfterEach { Exit-SimulatedWindows }

    It 'leads to a repair that is then refused, or to advice that its sources call useless: <Name>' -ForEach $cases {
        $windows = New-SimulatedWindows
        $null = & $Path -Windows $windows -With $With
        $subject = Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'diagnose.ps1') -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        $report = (Invoke-Subject -Subject $subject).Output -join "`n" | ConvertFrom-Json
        Assert-Advice -Report $report -Repair (Join-Path -Path $Folder -ChildPath 'reset-components.ps1') -Windows $windows
    }
}
