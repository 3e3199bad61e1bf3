<#
.SYNOPSIS
    What windows-kit.ps1 takes for held: nothing that it has not seen.
#>
param(
    [Parameter(Mandatory)] [string] $Kit,
    [Parameter(Mandatory)] [string] $Simulator
)

Describe 'the kit' {
    BeforeAll {
        foreach ($name in 'Subject', 'SimulatedWindows') {
            Import-Module -Name (Join-Path -Path $Simulator -ChildPath "$name.psm1") -Force -Scope Local
        }

        # The kit, with a product whose repairing script knows these checks and reports those, and whose bundle has these files.
        function Import-Kit {
            param($Reported = @('a', 'b'), $Outcome = 'Preview', $Code = 0, $Member = @('capture.json', 'manifest.json'))
            $module = Import-Subject -Path $Kit -Windows $windows
            & $module {
                param($product)
                $script:Product = $product
                $script:Asked = @()
                function script:Invoke-ProductScript {
                    param($Engine, $Script, $ArgumentList, $TimeoutSeconds)
                    $null = $Engine, $Script, $TimeoutSeconds
                    $script:Asked += "$ArgumentList"
                    $at = [array]::IndexOf($ArgumentList, '-OutputPath')
                    $lines = if ($ArgumentList -contains '-ListChecks') { '[{"Id":"a"},{"Id":"b"}]' }
                    elseif ($ArgumentList[0] -eq '-Redact') {
                        $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), "kit-$([guid]::NewGuid())")
                        $null = [IO.Directory]::CreateDirectory($folder)
                        foreach ($name in $script:Product.Member) { [IO.File]::WriteAllText("$folder/$name", '{"capture":{"verdictsKept":true}}') }
                        [IO.Compression.ZipFile]::CreateFromDirectory($folder, $ArgumentList[$at + 1])
                        [IO.Directory]::Delete($folder, $true)
                    }
                    else {
                        $checks = @($script:Product.Reported | ForEach-Object { @{ id = $_; outcome = $script:Product.Outcome; status = 'Ok'; reasonKey = '' } })
                        ConvertTo-Json -InputObject @{ checks = $checks; changes = @() } -Depth 4
                    }
                    [pscustomobject]@{ ExitCode = $script:Product.Code; TimedOut = $false; Lines = @($lines) }
                }
            } @{ Reported = $Reported; Outcome = $Outcome; Code = $Code; Member = $Member }
            $module
        }
    }

    BeforeEach { $windows = New-SimulatedWindows }

    AfterEach { Exit-SimulatedWindows }

    It 'previews every repair, whatever the PC lacks, and calls the claim <Wanted> where <Why>' -ForEach @(
        @{ Why = 'each was shown'; With = @{}; Wanted = 'held' }
        @{ Why = 'one was not shown'; With = @{ Reported = @('a') }; Wanted = 'broken' }
        @{ Why = 'a guard let none through'; With = @{ Outcome = 'Blocked'; Code = 13 }; Wanted = 'open' }
        @{ Why = 'the script failed'; With = @{ Code = 70 }; Wanted = 'broken' }
    ) {
        $module = Import-Kit @With
        $claim = & $module { Test-ProductPreview -Engine 'x' -Script 'y' }
        $claim.Outcome | Should -Be $Wanted
        (& $module { $script:Asked })[1] | Should -Match '^-Check a,b -Force -WhatIf '
    }

    It 'does each repair, also those that are done only when asked' {
        $module = Import-Kit
        $claim = & $module { Test-ProductRepair -Engine 'x' -Scripts @{ repair = 'r'; detect = 'd'; collect = 'c' } }
        $claim.Outcome | Should -Be 'held'
        $claim.Seen.Repairs.Check | Should -Be 'a', 'b'
        foreach ($repair in $claim.Seen.Repairs) {
            foreach ($when in 'Before', 'Repaired', 'Undone') { $repair.Bundles[$when].HasCapture | Should -BeTrue -Because "$when of $($repair.Check)" }
        }
        # What an undo leaves is what the next repair finds.
        $claim.Seen.Repairs[1].Bundles.Before.Bundle | Should -Be $claim.Seen.Repairs[0].Bundles.Undone.Bundle
        @($claim.Seen.Repairs.Bundles | ForEach-Object { $_.Values.Bundle } | Select-Object -Unique).Count | Should -Be 5
        (& (Import-Kit -Code 13) { Test-ProductRepair -Engine 'x' -Scripts @{ repair = 'r'; detect = 'd'; collect = 'c' } }).Outcome | Should -Be 'open'
    }

    It 'holds the claim of the capture only where the bundle has one' {
        foreach ($case in @{ Member = 'capture.json', 'manifest.json'; Wanted = 'held' }, @{ Member = @('manifest.json'); Wanted = 'broken' }) {
            $claim = & (Import-Kit -Member $case.Member -Code 2) { Test-ProductCapture -Engine 'x' -Script 'c' }
            [IO.File]::Delete($claim.Seen.Bundle)
            $claim.Outcome | Should -Be $case.Wanted
        }
    }

    It 'holds nothing without having looked at something' {
        $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), "kit-$([guid]::NewGuid())")
        $null = [IO.Directory]::CreateDirectory($folder)
        [IO.File]::WriteAllText("$folder\SHA256SUMS", '')
        try {
            $module = Import-Kit
            { & $module { Test-ProductSum -Source $args[0] } $folder } | Should -Throw
            { & $module { Compare-EngineVerdict -Old @{ Checks = @{} } -New @{ Checks = @{} } } } | Should -Throw
            (& $module { Compare-EngineVerdict -Old @{ Checks = @{ a = 'Ok' } } -New @{ Checks = @{ a = 'Ok'; b = 'Ok' } } }).Outcome | Should -Be 'broken'
        }
        finally {
            [IO.File]::Delete("$folder\SHA256SUMS")
            [IO.Directory]::Delete($folder, $true)
        }
    }
}
