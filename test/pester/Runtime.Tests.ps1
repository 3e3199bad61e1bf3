<#
.SYNOPSIS
    Tests of the PowerShell runtime, on the emitted scripts of the bundled checklist.
.PARAMETER Folder
    The folder that holds diagnose.ps1, reset-components.ps1 and collect-logs.ps1.
#>
param([Parameter(Mandatory)] [string] $Folder)

BeforeDiscovery {
    $scripts = Get-ChildItem -LiteralPath $Folder -Filter '*.ps1' | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } }
    # What is skipped there needs what Windows has not: a place that is no Windows, links that anybody may make, /bin/sh, or a
    # changed copy of a script that is read rightly without a byte order mark. Other systems try all of it.
    $onWindows = $PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
    $diagnose = Join-Path -Path $Folder -ChildPath 'diagnose.ps1'
    $repair = Join-Path -Path $Folder -ChildPath 'reset-components.ps1'
    $collect = Join-Path -Path $Folder -ChildPath 'collect-logs.ps1'
    $simulated = "$PSScriptRoot/../../src/simulator/Invoke-Simulated.ps1"
    $program, $first = Get-ShellCommand

    function Invoke-InChild {
        param([string] $Script, [hashtable] $Parameter = @{}, [string] $Prepare = '', [string] $Root, [int] $KillAt = 0, [string] $Break = '')
        $own = -not $Root
        if ($own) { $Root = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid())") }
        $splat = @(
            '-NoProfile', '-NonInteractive', '-File', $simulated, '-Script', $Script, '-Root', $Root, '-KillAt', $KillAt
            '-Arguments', (ConvertTo-Json -InputObject $Parameter -Compress)
        )
        if ($Prepare) { $splat += '-Prepare', $Prepare }
        if ($Break) { $splat += '-Break', $Break }
        $text = & $program @first @splat 2>&1 | ForEach-Object { "$_" }
        $code = $LASTEXITCODE
        if ($own) { Remove-Item -LiteralPath $Root, "$Root.xml" -Recurse -Force -ErrorAction Ignore }
        [pscustomobject]@{ Code = $code; Lines = @($text) }
    }

    function Get-Journal {
        param([int] $Run = 1, [switch] $Undone)
        $name = if ($Undone) { "$Run.undone" } else { "$Run" }
        Get-Content -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\$name\journal.txt"
    }

    # A run written by hand: what an edition or an attacker could have left. The registry has its token.
    function Set-Journal {
        param([string[]] $Line, [int] $Run = 1, [string] $First = '0|run|2|windows-update|reset-components.cmd|0.1.0|1-2-3-4-5-6')
        $null = & $subject { Initialize-StateFolder }
        $folder = New-Item -Path "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\$Run" -ItemType Directory -Force
        $key = 'HKLM:\SOFTWARE\Mendsheet\windows-update\Runs'
        if (-not $windows.Registry.ContainsKey($key)) { $windows.Registry[$key] = @{} }
        $windows.Registry[$key]["$Run"] = ($First -split '\|')[-1]
        $text = (@($First) + $Line) -join "`r`n"
        [IO.File]::WriteAllText([IO.Path]::Combine($folder.FullName, 'journal.txt'), $text + "`r`n")
    }

    function Compare-State {
        param($Before, $After)
        Compare-Object -ReferenceObject $Before -DifferenceObject $After | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" }
    }
}

Describe 'emitted script <Name>' -ForEach $scripts {
    It 'is UTF-8 with CRLF and one BOM' {
        $strict = [Text.UTF8Encoding]::new($true, $true)
        $text = $strict.GetString([IO.File]::ReadAllBytes($Path))
        $text[0] | Should -Be ([char] 0xfeff)
        $lines = $text.Substring(1) -split "`r`n"
        $lines -match '[\p{C}\p{Zl}\p{Zp}]' | Should -BeNullOrEmpty
    }

    It 'holds each sentence that it says in letters, in both languages' {
        $text = [IO.File]::ReadAllText($Path)
        $messages = & (Import-Subject -Path $Path) { $script:Messages }
        foreach ($language in 'en', 'ja') {
            $messages[$language].Count | Should -BeGreaterThan 5
            foreach ($key in $messages[$language].Keys) {
                $sentence = $messages[$language][$key] -replace "['\u2018-\u201b]", '$&$&'
                $text -cmatch "(?m)^    (?:'$([regex]::Escape($key))' = )?'$([regex]::Escape($sentence))',?\r$" | Should -BeTrue -Because "$key is said so in $language"
            }
        }
    }

    It 'skips its main when it is dot-sourced' {
        $subject = Import-Subject -Path $Path
        & $subject { Get-Command -Name Invoke-Main } | Should -Not -BeNullOrEmpty
    }

    It 'has every message that it names, in both languages' {
        $text = [IO.File]::ReadAllText($Path)
        $keys = [regex]::Matches($text, "-Key '(?<Key>\w+)'") | ForEach-Object { $_.Groups['Key'].Value } | Sort-Object -Unique
        $subject = Import-Subject -Path $Path
        $messages = & $subject { $script:Messages }
        foreach ($language in 'en', 'ja') { $keys | Where-Object { -not $messages[$language][$_] } | Should -BeNullOrEmpty }
        Compare-Object -ReferenceObject @($messages.en.Keys) -DifferenceObject @($messages.ja.Keys) | Should -BeNullOrEmpty
    }

    It 'says the same values in both languages' {
        $messages = & (Import-Subject -Path $Path) { $script:Messages }
        foreach ($key in $messages.en.Keys) {
            $en, $ja = foreach ($language in 'en', 'ja') {
                @([regex]::Matches($messages[$language][$key], '\{\w+\}') | ForEach-Object { $_.Value } | Sort-Object -Unique) -join ' '
            }
            $ja | Should -Be $en -Because "both sentences of $key tell the same"
        }
    }

    It 'documents itself: what it does, each parameter, examples and exit codes' {
        $help = Get-Help -Name $Path -Full
        $help.Synopsis | Should -Not -BeLike '*.ps1*'
        $help.description.Text | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterThan 0
        "$($help.alertSet.alert.Text)" | Should -Match 'Exit codes: 0 '
        $tokens = $errors = $null
        $ast = [Management.Automation.Language.Parser]::ParseFile($Path, [ref] $tokens, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        foreach ($parameter in $ast.ParamBlock.Parameters) {
            $name = $parameter.Name.VariablePath.UserPath
            "$((Get-Help -Name $Path -Parameter $name).description.Text)" | Should -Not -BeNullOrEmpty -Because "-$name needs words"
        }
    }

    It 'ends with 11 and one line where there is no Windows' -Skip:$onWindows {
        $lines = @(& $program @first -NoProfile -NonInteractive -File $Path -Language en 2>&1 | ForEach-Object { "$_" })
        $LASTEXITCODE | Should -Be 11
        $lines | Should -Be 'This script is for Windows. Nothing was changed.'
    }

    It 'ends with 15 and one line in constrained language' {
        $command = "`$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; & '$Path' -Language en; exit `$LASTEXITCODE"
        $lines = @(& $program @first -NoProfile -NonInteractive -Command $command 2>&1 | ForEach-Object { "$_" })
        $LASTEXITCODE | Should -Be 15
        $lines | Should -HaveCount 1
        $lines[0] | Should -BeLike 'PowerShell runs in a restricted language mode*'
    }
}

Describe 'journal text' {
    BeforeAll {
        $subject = Import-Subject -Path $repair
        $random = [Random]::new(20261122)
        $texts = @('plain', '-', 'C:\Windows\SoftwareDistribution', 'a|b', '100%', '%41', ' led', 'trailed ', 'a"b', "line`r`nend", 'tab	tab')
        $texts += -join [char[]] (0x66f4, 0x65b0), "$([char]::ConvertFromUtf32(0x1F600))x", -join [char[]] (1..126)
        $texts += foreach ($length in 1..60) {
            -join (1..$length | ForEach-Object { [char[]] [char]::ConvertFromUtf32((1..0xD7FF + 0x10000..0x10FFF)[$random.Next(0xE7FE)]) })
        }
    }

    It 'gets the verdict of the list, torn at each byte' {
        $list = [IO.Path]::Combine($PSScriptRoot, '..', 'journals', 'verdicts.json')
        $file = [IO.Path]::Combine("$TestDrive", 'journal.txt')
        $corpus = [IO.File]::ReadAllText($list) | ConvertFrom-Json
        $differences = foreach ($each in $corpus) {
            $text = -join ($each.lines | ForEach-Object { "$_`r`n" })
            # The first line is the same in most of them.
            $from = if ($each -eq $corpus[0]) { 0 } else { $text.IndexOf("`n") }
            foreach ($length in $from..$text.Length) {
                $torn = $text.Substring(0, $length)
                [IO.File]::WriteAllText($file, $torn)
                $journal = & $subject { param($path) Read-Journal -Path $path -Token '1-2-3-4-5-6' } $file
                $verdict = if (-not $journal.IsTrusted) { 'refused' } elseif ($journal.Entries.Count) { 'open' } else { 'nothing' }
                $expected = $each.verdicts[$torn.Split("`n").Count - 1]
                if ($verdict -ne $expected) { "$($each.name): $verdict, not $expected, for '$torn'" }
            }
        }
        $differences | Should -BeNullOrEmpty
    }

    It 'comes back as it was and holds only safe characters' {
        foreach ($text in $texts) {
            $written = & $subject { param($text) ConvertTo-JournalText -Text $text } $text
            $written | Should -MatchExactly '^[A-Za-z0-9 \\:._(){}$,;=+@#~\[\]/&''%-]+$'
            $written | Should -Not -Be '-'
            & $subject { param($text) ConvertFrom-JournalText -Text $text } $written | Should -BeExactly $text
        }
    }

    It 'writes nothing as a dash' {
        & $subject { ConvertTo-JournalText -Text '' } | Should -Be '-'
        & $subject { ConvertFrom-JournalText -Text '-' } | Should -Be ''
    }

    It 'refuses what it would not write: <Text>' -ForEach @(
        @{ Text = 'a%2' }, @{ Text = 'a%zz' }, @{ Text = 'a%c3%a9' }, @{ Text = 'a"b' }, @{ Text = "a`tb" }, @{ Text = '%FF' }
    ) {
        { & $subject { param($text) ConvertFrom-JournalText -Text $text } $Text } | Should -Throw
    }
}

Describe 'state folder' {
    It 'trusts a descriptor only when nobody but administrators can write: <Sddl>' -ForEach @(
        @{ Trusted = $true; Sddl = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)' }
        @{ Trusted = $true; Sddl = 'O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)' }
        @{ Trusted = $true; Sddl = 'O:BAG:S-1-5-21-1-2-3-513D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)' }
        @{ Trusted = $true; Sddl = 'O:BAG:BAD:P(D;;FA;;;BU)(A;OICI;FA;;;BA)S:AI(AU;SA;FA;;;WD)' }
        @{ Trusted = $false; Sddl = 'O:BUG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)' }
        @{ Trusted = $false; Sddl = 'O:S-1-5-21-1-2-3-1001G:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)' }
        @{ Trusted = $false; Sddl = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;BU)' }
        @{ Trusted = $false; Sddl = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(A;CI;DCLCRPCR;;;BU)' }
        @{ Trusted = $false; Sddl = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(A;OICIIO;GA;;;CO)' }
        @{ Trusted = $false; Sddl = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(A;;WD;;;WD)' }
        @{ Trusted = $false; Sddl = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(A;;SD;;;AU)' }
        @{ Trusted = $false; Sddl = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(A;;ZZ;;;AU)' }
        @{ Trusted = $false; Sddl = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(XA;;FX;;;WD;(@User.Title=="PM"))' }
        @{ Trusted = $false; Sddl = 'O:BAG:BAD:NO_ACCESS_CONTROL' }
        @{ Trusted = $false; Sddl = 'O:BAG:BAD:' }
        @{ Trusted = $false; Sddl = 'O:BAG:BA' }
        @{ Trusted = $false; Sddl = '' }
    ) {
        $subject = Import-Subject -Path $repair
        & $subject { param($sddl) Test-TrustedDescriptor -Sddl $sddl } $Sddl | Should -Be $Trusted
    }

    Context 'on a PC' {
        BeforeEach {
            $windows = New-SimulatedWindows
            $subject = Import-Subject -Path $repair -Windows $windows
            $base = "$($windows.Drive)\ProgramData\Mendsheet"
            $state = "$base\windows-update"
            $protected = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'
            $forged = '1|plan|service-security|wuauserv|D:(A;;GA;;;WD)|D:(A;;CC;;;SY)', '1|done|-|-|-|-'

            function Write-Forged {
                $null = New-Item -Path "$state\runs\1" -ItemType Directory -Force
                Set-Content -LiteralPath "$state\runs\1\journal.txt" -Value (@('0|run|2|windows-update|reset-components.cmd|0.1.0|1-2-3-4-5-6') + $forged)
            }

            # Neither repair nor undo changes anything.
            function Confirm-Refusal {
                $before = @(Get-SimulatedState)
                foreach ($parameter in @{ Check = 'download-cache'; Force = $true }, @{ Undo = $true }, @{ RemoveAside = $true }) {
                    # Without a folder of the product there is nothing to undo.
                    if (-not $parameter['Check'] -and -not (Test-Path -LiteralPath $state)) { continue }
                    $run = Invoke-Subject -Subject $subject -Parameter $parameter
                    $run.Code | Should -Be $(if ($parameter['Undo']) { 20 } else { 1 })
                    $run.Notices | Should -BeLike '*could have been made or changed by someone who is no administrator*'
                }
                Compare-State -Before $before -After @(Get-SimulatedState) | Should -BeNullOrEmpty
            }

            function Confirm-NoUndo {
                param([string] $Words)
                $before = @(Get-SimulatedState)
                foreach ($parameter in @{ Undo = $true }, @{ Undo = $true; Run = 9 }) {
                    $run = Invoke-Subject -Subject $subject -Parameter $parameter
                    $run.Code | Should -Be 20
                    $run.Notices | Should -BeLike $Words
                }
                Compare-State -Before $before -After @(Get-SimulatedState) | Where-Object { $_ -notmatch '\\lock' } | Should -BeNullOrEmpty
            }
        }

        AfterEach { Exit-SimulatedWindows }

        It 'is made closed and sealed, where nobody else can make anything, and has a token for each run' {
            foreach ($run in 1, 2) {
                # Each run is a start of the script.
                $subject = Import-Subject -Path $repair -Windows $windows
                (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
                $null = New-Item -Path "$($windows.Drive)\Windows\SoftwareDistribution" -ItemType Directory
            }
            foreach ($path in $base, $state) { (Get-Acl -LiteralPath $path).Sddl | Should -Be 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)' }
            Test-Path -LiteralPath "$base\seal.txt" | Should -BeTrue
            Get-ChildItem -LiteralPath "$($windows.Drive)\Program Files\Mendsheet" | Select-Object -ExpandProperty Name | Should -Be 'seal.txt'
            $tokens = $windows.Registry['HKLM:\SOFTWARE\Mendsheet\windows-update\Runs']
            $tokens['1'] | Should -MatchExactly '\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z'
            $tokens['2'] | Should -Not -Be $tokens['1']
            foreach ($run in 1, 2) { @(Get-Journal -Run $run)[0] | Should -BeLike "0|run|2|windows-update|reset-components.ps1|*|$($tokens["$run"])" }
        }

        It 'is refused when it was there before, with nothing changed: <Made>' -ForEach @{ Made = 'Mendsheet' }, @{ Made = 'Mendsheet\windows-update\runs\1' } {
            $null = New-Item -Path "$($windows.Drive)\ProgramData\$Made" -ItemType Directory -Force
            Confirm-Refusal
        }

        # Each as a standard user could have left it, or an administrator who meant no harm. The journal gives everyone all
        # rights to a service, and the registry has its token.
        It 'is refused: <Name>' -ForEach @(
            @{ Name = 'made by a user who knows the token, after the one that was ours was deleted'
                Arrange = { Remove-Item -LiteralPath $base -Recurse; foreach ($path in $base, $state) { $windows.Acl.Remove($path) }; Write-Forged }
            }
            @{ Name = 'the same, with owner and rights as ours has them'
                Arrange = { Remove-Item -LiteralPath $base -Recurse; Write-Forged }
            }
            @{ Name = 'the same, with a seal that looks like ours'
                Arrange = { Remove-Item -LiteralPath $base -Recurse; Write-Forged; Set-Content -LiteralPath "$base\seal.txt" -Value 'windows-update' }
            }
            @{ Name = 'renamed, and made anew'
                Arrange = { Move-Item -LiteralPath $base -Destination "$base.old"; Write-Forged; foreach ($path in $base, $state) { $windows.Acl[$path] = $protected } }
            }
            @{ Name = 'the folder above belongs to a user'; Arrange = { $windows.Acl[$base] = $protected.Replace('O:BA', 'O:S-1-5-21-1-2-3-1001') } }
            @{ Name = 'the folder belongs to a user'; Arrange = { $windows.Acl[$state] = $protected.Replace('O:BA', 'O:S-1-5-21-1-2-3-1001') } }
            @{ Name = 'users may write to the folder'; Arrange = { $windows.Acl[$state] = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(A;OICI;FA;;;BU)' } }
            @{ Name = 'users may remove the folder from the one above it'; Arrange = { $windows.Acl[$base] = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(A;;DT;;;BU)' } }
            @{ Name = 'the folder above takes rights from ProgramData'; Arrange = { $windows.Acl[$base] = 'O:BAG:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)' } }
            @{ Name = 'the folder of runs belongs to a user'; Arrange = { $windows.Acl["$state\runs"] = 'O:S-1-5-21-1-2-3-1001G:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)' } }
        ) {
            Set-Journal -Line $forged
            . $Arrange
            Confirm-Refusal
        }

        It 'is refused where there is a link: <Place>' -Skip:$onWindows -ForEach @(
            foreach ($place in '', '\windows-update', '\windows-update\runs') { @{ Place = $place } }
        ) {
            Set-Journal -Line $forged
            $real = (Get-Item -LiteralPath "$base$Place").FullName
            [IO.Directory]::Move($real, "$real-elsewhere")
            $null = [IO.Directory]::CreateSymbolicLink($real, "$real-elsewhere")
            Confirm-Refusal
        }

        # Only what an undo follows: the folder itself is ours.
        It 'leads no undo: <Name>' -ForEach @(
            @{ Name = 'a run that belongs to a user'; Arrange = { $windows.Acl["$state\runs\9"] = 'O:S-1-5-21-1-2-3-1001G:BAD:AI(A;OICIID;FA;;;BA)' } }
            @{ Name = 'a run that users may write to'; Arrange = { $windows.Acl["$state\runs\9"] = 'O:BAG:BAD:P(A;OICI;FA;;;BA)(A;;CC;;;AU)' } }
            @{ Name = 'a journal that belongs to a user'; Arrange = { $windows.Acl["$state\runs\9\journal.txt"] = 'O:S-1-5-21-1-2-3-1001G:BAD:AI(A;ID;FA;;;BA)' } }
            @{ Name = 'notes that belong to a user'; Arrange = {
                    Set-Content -LiteralPath "$state\runs\9\notes.txt" -Value 'end 0'
                    $windows.Acl["$state\runs\9\notes.txt"] = 'O:S-1-5-21-1-2-3-1001G:BAD:AI(A;ID;FA;;;BA)'
                }
            }
            @{ Name = 'no token in the registry'; Arrange = { $windows.Registry.Remove('HKLM:\SOFTWARE\Mendsheet\windows-update\Runs') } }
            @{ Name = 'the token of another run'; Arrange = { $windows.Registry['HKLM:\SOFTWARE\Mendsheet\windows-update\Runs'] = @{ '8' = '1-2-3-4-5-6'; '9' = '1-2-3-4-5-7' } } }
            @{ Name = 'no token in the journal'; Arrange = { Set-Journal -Line $forged -Run 9 -First '0|run|2|windows-update|reset-components.cmd|0.1.0' } }
        ) {
            Set-Journal -Line $forged -Run 9
            . $Arrange
            Confirm-NoUndo -Words 'The journal * is not one that this product wrote on this PC*'
        }

        It 'leads no undo by a journal from before there were tokens, and says what is left to do' {
            Set-Journal -Line $forged -Run 9 -First '0|run|1|windows-update|reset-components.cmd|0.1.0'
            Confirm-NoUndo -Words '* comes from a version that did not bind it to this PC*by hand.'
        }

        It 'leads no undo by a journal that is a link' -Skip:$onWindows {
            Set-Journal -Line $forged -Run 9
            $real = (Get-Item -LiteralPath "$state\runs\9\journal.txt").FullName
            [IO.File]::Move($real, "$real-elsewhere")
            $null = [IO.File]::CreateSymbolicLink($real, "$real-elsewhere")
            Confirm-NoUndo -Words 'The journal * is not one that this product wrote on this PC*'
        }

        It 'is made by the next run when a run was killed before it got to its place' {
            $closed = "$($windows.Drive)\Program Files\Mendsheet"
            & $subject { param($closed) Add-ProtectedFolder -Path $closed; Add-ProtectedFolder -Path "$closed\new-1" } $closed
            (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
        }

        It 'is refused when somebody makes it just before it gets to its place' {
            $windows.Commands['Move-Item'] = {
                $null = New-Item -Path $args[3] -ItemType Directory
                SimulatedWindows\Move-Item -LiteralPath $args[1] -Destination $args[3]
            }
            $subject = Import-Subject -Path $repair -Windows $windows
            (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 1
            Test-Path -LiteralPath "$($windows.Drive)\Windows\SoftwareDistribution.mendsheet1" | Should -BeFalse
        }
    }
}

Describe 'repair' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $repair -Windows $windows
        $store = "$($windows.Drive)\Windows\SoftwareDistribution"
    }

    AfterEach { Exit-SimulatedWindows }

    It 'sets aside under a new number each time, and undoes the newest run first' {
        $start = @(Get-SimulatedState -WithoutTraces)
        foreach ($run in 1..3) {
            (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
            Test-Path -LiteralPath "$store.mendsheet$run" | Should -BeTrue
            $null = New-Item -Path $store -ItemType Directory
            Set-Content -LiteralPath "$store\generation.txt" -Value $run
        }
        foreach ($run in 3..1) {
            (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
            if ($run -gt 1) { Get-Content -LiteralPath "$store\generation.txt" | Should -Be ($run - 1) }
        }
        Compare-State -Before $start -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Notices | Should -Be 'There is nothing to undo.'
    }

    It 'undoes what the cmd edition has journaled in Wine' {
        $windows.Services.wuauserv.Status = 'Running'
        $start = @(Get-SimulatedState -WithoutTraces)
        $fixture = [IO.Path]::Combine($PSScriptRoot, '..', 'journals', 'reset-components.cmd.txt')
        $first, $lines = @(Get-Content -LiteralPath $fixture) -creplace 'C:\\windows', "$($windows.Drive)\Windows"
        foreach ($line in $lines -match '\|set-aside\|') {
            $null, $null, $null, $path, $null, $aside = $line -split '\|'
            Rename-Item -LiteralPath $path -NewName (Split-Path -Path $aside -Leaf)
        }
        Set-Journal -First $first -Line $lines
        $null = New-Item -Path $store -ItemType Directory
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        Test-Path -LiteralPath "$store.mendsheet2" | Should -BeTrue
        Remove-Item -LiteralPath "$store.mendsheet2" -Recurse
        Compare-State -Before $start -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
    }

    It 'writes a journal of this form' {
        foreach ($name in 'AppIDSvc', 'applockerfltr', 'IsolationSession') { $windows.Services[$name].Status = 'Stopped' }
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
        $fixture = [IO.Path]::Combine($PSScriptRoot, '..', 'journals', 'reset-components.ps1.txt')
        # The token of each run is another one.
        $written = @(Get-Journal) -creplace [regex]::Escape("$($windows.Drive)\"), 'C:\' -creplace '\|[0-9a-f-]{36}\z', '|00112233-4455-6677-8899-aabbccddeeff'
        $written -join "`n" | Should -Be (@(Get-Content -LiteralPath $fixture) -join "`n")
    }

    It 'reports what it keeps, with sizes' {
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        $result = (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Output | ConvertFrom-Json
        $result.generations.path | Should -Contain "$store.mendsheet1"
        $result.generations.bytes | Should -BeGreaterThan 0
        $result.journal | Should -Not -BeNullOrEmpty
    }

    It 'tries again while a folder is held, and stops again what comes back' {
        $windows.Holds[$store] = 2
        $windows.Services.BITS.ComesBack = 1
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeTrue
        @($windows.ToolCalls -eq 'sc.exe stop BITS').Count | Should -Be 2
    }

    It 'says that a folder is in use, starts the services again, and goes on with the next check' {
        $windows.Holds[$store] = 99
        $windows.Services.msiserver.Start = 4
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type', 'download-cache'; Force = $true }
        $run.Code | Should -Be 3
        ($run.Output | Where-Object { $_.Id -eq 'download-cache' }).Failure | Should -BeLike "*$store is in use*"
        foreach ($name in 'UsoSvc', 'DoSvc', 'BITS', 'CryptSvc') { $windows.Services[$name].Status | Should -Be 'Running' }
        $number = ((Get-Journal) -match 'set-aside' -split '\|')[0]
        Get-Journal | Should -Contain "$number|failed|-|-|-|-"
    }

    It 'leaves alone what is chosen and OK, and repairs it when forced' {
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache' }
        $run.Code | Should -Be 0
        $run.Output.Outcome | Should -Be 'None'
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeFalse
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeTrue
    }

    It 'looks for room before each generation' {
        $disk = $windows.Cim.Win32_LogicalDisk[0]
        $windows.Tools['sc.exe'] = {
            param($Arguments, $Windows)
            # Something else fills the disk meanwhile.
            if ($Arguments[0] -eq 'stop') { $Windows.Cim.Win32_LogicalDisk[0].FreeSpace = 100MB; $Windows.Services[$Arguments[1]].Status = 'Stopped' }
            if ($Arguments[0] -eq 'start') { $Windows.Services[$Arguments[1]].Status = 'Running' }
            @{ ExitCode = 0 }
        }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $disk.FreeSpace | Should -Be 100MB
        $run.Code | Should -Be 1
        $run.Output.Failure | Should -BeLike '*has only 100 MB left*'
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeFalse
        $windows.Services.BITS.Status | Should -Be 'Running'
    }

    It 'never takes away the transfers of other programs, forced or not' {
        $windows.Commands['Get-BitsTransfer'] = {
            [pscustomobject]@{ DisplayName = 'CCMDTS Job'; JobState = 'Suspended'; InternalErrorCode = 0; ModificationTime = [datetime]::Now }
        }
        $subject = Import-Subject -Path $repair -Windows $windows
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'bits-queue'; Force = $true }
        Test-Path -LiteralPath "$($windows.Drive)\ProgramData\Microsoft\Network\Downloader\qmgr.db" | Should -BeTrue
    }

    It 'ends with 1 when nothing could be repaired' {
        $windows.Services.msiserver.Start = 4
        $windows.Services.msiserver.ConfigCode = 5
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
        $run.Code | Should -Be 1
        $run.Output.Outcome | Should -Be 'Failed'
        $run.Output.Failure | Should -BeLike '*(code 5)*'
    }

    It 'says failed when the problem is still there afterwards' {
        $windows.Tools['sc.exe'] = { @{ ExitCode = 0 } }
        $windows.Services.msiserver.Start = 4
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
        $run.Code | Should -Be 1
        $run.Output.Status | Should -Be 'Problem'
    }

    It 'stops what depends on a service first, a driver too, and starts all of it again' {
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
        $stops = @((Get-Journal) -match 'plan\|stop-service' -replace '.*stop-service\|(\w+)\|.*', '$1')
        foreach ($name in 'AppIDSvc', 'applockerfltr', 'IsolationSession') {
            $stops | Should -Contain $name
            [array]::IndexOf($stops, $name) | Should -BeLessThan ([array]::IndexOf($stops, 'CryptSvc'))
            $windows.Services[$name].Status | Should -Be 'Running'
        }
    }

    It 'leaves a service that will not stop to the rename, which decides' {
        $windows.Services.DoSvc.RefusesStop = $true
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $run.Code | Should -Be 0
        $run.Notices | Should -BeLike 'Service DoSvc did not stop*'
    }

    It 'changes nothing and writes no journal when all is as wanted: forced <Force>' -ForEach @(
        @{ Force = $false; Outcome = 'None' }
        @{ Force = $true; Outcome = 'Unchanged' }
    ) {
        $before = @(Get-SimulatedState)
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type'; Force = $Force }
        $run.Code | Should -Be 0
        $run.Output.Status | Should -Be 'Ok'
        $run.Output.Outcome | Should -Be $Outcome
        Compare-State -Before $before -After @(Get-SimulatedState) | Where-Object { $_ -notmatch 'Mendsheet' } | Should -BeNullOrEmpty
        Test-Path -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs" | Should -BeFalse
    }

    It 'needs elevation, but a preview does not' {
        $windows.Account.Elevated = $false
        $before = @(Get-SimulatedState)
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 10
        $preview = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true; WhatIf = $true }
        $preview.Code | Should -Be 0
        $preview.Notices | Should -Contain "Would be done: Rename $store to $store.mendsheet1"
        Compare-State -Before $before -After @(Get-SimulatedState) | Should -BeNullOrEmpty
    }

    It 'previews in Japanese' {
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ Language = 'ja'; OutputFormat = 'Text' }
        $preview = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true; WhatIf = $true }
        # "Stop service BITS" in Japanese.
        $stop = 'BITS ' + -join [char[]] (0x3092, 0x505c, 0x6b62)
        @($preview.Text -like "*$stop*").Count | Should -Be 1
    }

    It 'previews an undo and changes nothing' {
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $before = @(Get-SimulatedState)
        $preview = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true; WhatIf = $true }
        $preview.Code | Should -Be 0
        $preview.Notices | Should -Contain "Would be done: Rename $store.mendsheet1 back to $store"
        Compare-State -Before $before -After @(Get-SimulatedState) | Should -BeNullOrEmpty
    }

    It 'leaves nothing behind when there is nothing to undo' {
        $before = @(Get-SimulatedState)
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        Compare-State -Before $before -After @(Get-SimulatedState) | Should -BeNullOrEmpty
    }

    It 'fails instead of waiting when -Confirm meets a console that cannot ask' {
        $run = Invoke-InChild -Script $repair -Parameter @{ Check = 'msiserver-start-type'; Confirm = $true } -Prepare (
            'param($Windows) $Windows.Services.msiserver.Start = 4')
        $run.Code | Should -Be 1
        @($run.Lines -match 'repair failed').Count | Should -Be 1 -Because "$($run.Lines)"
    }

    It 'lets one run at a time in' {
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
        $file = Join-Path -Path (Get-Item -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\windows-update").FullName -ChildPath 'lock'
        $held = [IO.File]::Open($file, 'Open', 'ReadWrite', 'None')
        try { $code = (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code } finally { $held.Dispose() }
        $code | Should -Be 14
        Test-Path -LiteralPath $store | Should -BeTrue
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
    }

    It 'writes its transcript as SYSTEM where nobody else can write: <Name>' -ForEach @(
        @{ Name = 'where Intune collects logs'; Sddl = 'O:SYG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;0x1200a9;;;BU)'; Folder = 'intune' }
        @{ Name = 'users may make files there'; Sddl = 'O:SYG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;CIID;DCLCRPCR;;;BU)'; Folder = 'windows' }
        @{ Name = 'it belongs to a user'; Sddl = 'O:S-1-5-21-1-2-3-1001G:SYD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'; Folder = 'windows' }
        @{ Name = 'whoever makes a file there owns it'; Sddl = 'O:SYG:SYD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICIIO;GA;;;CO)'; Folder = 'windows' }
        @{ Name = 'Intune is not there'; Sddl = ''; Folder = 'windows' }
        @{ Name = 'Configuration Manager collects logs'; Sddl = ''; Folder = 'ccm' }
    ) {
        $windows.Account.Kind = 'system'
        $folders = @{
            intune  = "$($windows.Drive)\ProgramData\Microsoft\IntuneManagementExtension\Logs"
            ccm     = "$($windows.Drive)\Windows\CCM\Logs"
            windows = "$($windows.Drive)\Windows\Logs"
        }
        if ($Sddl) {
            $null = New-Item -Path $folders.intune -ItemType Directory -Force
            $windows.Acl[$folders.intune] = $Sddl
        }
        if ($Folder -eq 'ccm') { $null = New-Item -Path $folders.ccm -ItemType Directory -Force }
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
        $windows.Transcripts | Should -Be "$($folders[$Folder])\Mendsheet-windows-update-reset-components.log"
    }

    It 'does not follow a link that stands at the name of its transcript' -Skip:$onWindows {
        $windows.Account.Kind = 'system'
        $logs = "$($windows.Drive)\Windows\Logs"
        $target = [IO.Path]::Combine((Get-Item -LiteralPath $logs).FullName, 'target.txt')
        $null = [IO.File]::CreateSymbolicLink([IO.Path]::Combine((Get-Item -LiteralPath $logs).FullName, 'Mendsheet-windows-update-reset-components.log'), $target)
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
        $windows.Transcripts | Should -BeNullOrEmpty
    }

    It 'takes ids separated by commas, as powershell.exe -File passes them' {
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type, download-cache'; Force = $true; Skip = 'download-cache' }
        $run.Output.Id | Should -Be 'msiserver-start-type'
    }
}

Describe 'choosing what to repair and to undo' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $repair -Windows $windows
        $store = "$($windows.Drive)\Windows\SoftwareDistribution"
    }

    AfterEach { Exit-SimulatedWindows }

    It 'repairs what it finds, least invasive first, and leaves alone what is OK' {
        $windows.Services.msiserver.Start = 4
        $windows.ClockOffset = [timespan]::FromHours(20)
        $run = Invoke-Subject -Subject $subject
        $run.Code | Should -Be 0 -Because "$($run.Notices)"
        $changed = @($run.Output | Where-Object { $_.Changes })
        $changed.Id | Sort-Object | Should -Be 'clock', 'msiserver-start-type'
        $changed.Outcome | Should -Be 'Repaired', 'Repaired'
        $rows = & $subject { $script:Checks }
        $risks = foreach ($id in $changed.Id) { [array]::IndexOf(@('none', 'low', 'medium', 'high'), ($rows | Where-Object { $_.Id -eq $id }).Risk) }
        $risks | Should -Be @($risks | Sort-Object)
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeFalse -Because 'nothing was wrong with the download cache'
    }

    It 'changes nothing on a healthy PC, however often it runs' {
        $before = @(Get-SimulatedState)
        $null = Invoke-Subject -Subject $subject
        $run = Invoke-Subject -Subject $subject
        $run.Output.Outcome | Sort-Object -Unique | Should -Be 'None'
        $run.Code | Should -Be $(if ($run.Output.Status -contains 'Unknown') { 2 } else { 0 })
        Compare-State -Before $before -After @(Get-SimulatedState) | Where-Object { $_ -notmatch 'Mendsheet' } | Should -BeNullOrEmpty
    }

    It 'leaves alone what an earlier repair has healed' {
        $windows.Services.msiserver.Start = 4
        $windows.Services.wlidsvc.Start = 4
        # The first repair to run heals the other service, too.
        $windows.Tools['sc.exe'] = {
            param($Arguments, $Windows)
            foreach ($name in 'msiserver', 'wlidsvc') { $Windows.Services[$name].Start = 3 }
            @{ ExitCode = 0 }
        }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type', 'wlidsvc-start-type' }
        $run.Code | Should -Be 0
        $run.Output.Outcome | Sort-Object | Should -Be 'None', 'Repaired'
    }

    It 'undoes a check that has another id by now' {
        $windows.Services.msiserver.Start = 4
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
        $windows.Services.msiserver.Start | Should -Be 3
        & $subject {
            $row = $script:Checks | Where-Object -Property Id -EQ 'msiserver-start-type'
            $row.Id, $row.Formerly = 'installer', @('msiserver-start-type')
        }
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true; Check = 'installer' }).Code | Should -Be 0
        $windows.Services.msiserver.Start | Should -Be 4
    }

    It 'undoes one check of a run, and the rest later' {
        $windows.Services.msiserver.Start = 4
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type', 'download-cache'; Force = $true }
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true; Check = 'msiserver-start-type' }).Code | Should -Be 0
        $windows.Services.msiserver.Start | Should -Be 4
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeTrue
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true; Check = 'msiserver-start-type' }).Notices | Should -Be 'There is nothing to undo.'
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        Test-Path -LiteralPath "$store\DataStore\DataStore.edb" | Should -BeTrue
        Get-Journal -Undone | Should -Not -BeNullOrEmpty
    }

    It 'undoes the run of a number' {
        $windows.Services.msiserver.Start = 4
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true; Run = 1 }
        $run.Code | Should -Be 0
        $run.Notices | Should -Be 'Run 1 was undone.'
        $windows.Services.msiserver.Start | Should -Be 4
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeTrue
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true; Run = 7 }).Notices | Should -Be 'There is nothing to undo.'
    }

    It 'deletes what a run that ended well has set aside, only when asked, and an undo says so afterwards' {
        $windows.Services.msiserver.Start = 4
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type', 'download-cache'; Force = $true }
        $null = New-Item -Path "$store.mendsheet9" -ItemType Directory
        $preview = Invoke-Subject -Subject $subject -Parameter @{ RemoveAside = $true; WhatIf = $true }
        $preview.Notices | Should -Contain "Would be done: Delete $store.mendsheet1 (1 MB), which cannot be undone"
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeTrue
        $run = Invoke-Subject -Subject $subject -Parameter @{ RemoveAside = $true }
        $run.Code | Should -Be 0
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeFalse
        Test-Path -LiteralPath "$store.mendsheet9" | Should -BeTrue -Because 'no journal names it'
        (Invoke-Subject -Subject $subject -Parameter @{ RemoveAside = $true }).Notices | Should -BeLike 'No run that ended well *'
        $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $undo.Code | Should -Be 20
        $undo.Notices | Should -Contain "Cannot be undone: $store, since $store.mendsheet1 was deleted with -RemoveAside."
        $windows.Services.msiserver.Start | Should -Be 4 -Because 'the rest is undone'
    }

    It 'keeps what a run that did not end well has set aside' {
        $windows.Services.msiserver.Start = 4
        $windows.Services.msiserver.ConfigCode = 5
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type', 'download-cache'; Force = $true }).Code | Should -Be 3
        Set-Journal -Run 2 -Line "1|plan|set-aside|$store|present|$store.mendsheet1", '1|done|-|-|-|-'
        (Invoke-Subject -Subject $subject -Parameter @{ RemoveAside = $true }).Notices | Should -BeLike 'No run that ended well *'
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeTrue
    }

    It 'refuses what does not go together: <_.Keys>' -ForEach @(
        @{ Undo = $true; Force = $true; Check = 'clock' }, @{ Force = $true }, @{ Undo = $true; RemoveAside = $true }, @{ Run = 1 }, @{ Undo = $true; Skip = 'clock' }
        @{ RemoveAside = $true; Check = 'clock' }, @{ RemoveAside = $true; Force = $true }
    ) {
        $run = Invoke-Subject -Subject $subject -Parameter $_
        $run.Code | Should -Be 64
        $run.Text | Should -HaveCount 1
    }

    It 'lists what each check costs' {
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        $list = (Invoke-Subject -Subject $subject -Parameter @{ ListChecks = $true }).Output | ConvertFrom-Json
        $row = $list | Where-Object { $_.Id -eq 'download-cache' }
        $row.Risk | Should -BeIn 'none', 'low', 'medium', 'high'
        $row.Default | Should -BeTrue
        ($list | Where-Object { $_.Id -eq 'clock' }).Default | Should -BeTrue
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ OutputFormat = 'Text' }
        $lines = (Invoke-Subject -Subject $subject -Parameter @{ ListChecks = $true }).Text
        $lines | Should -HaveCount (1 + $list.Count)
        @($lines | ForEach-Object { $_.IndexOf('  ', 6) -gt 0 }) | Should -Not -Contain $false
    }
}

Describe 'guard' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $repair -Windows $windows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'ends with <Code>: <Name>' -ForEach @(
        @{ Name = 'MDM'; Code = 12; Allowed = 0; Arrange = {
                param($w)
                $w.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\0A'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 }
            }
        }
        @{ Name = 'a past MDM enrolment'; Code = 0; Allowed = 0; Arrange = {
                param($w)
                $w.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\0A'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 0 }
            }
        }
        @{ Name = 'Configuration Manager'; Code = 12; Allowed = 0; Arrange = {
                param($w)
                $w.Services.CcmExec = @{ Status = 'Running'; Start = 2; Delayed = $true; Trigger = $false; DependsOn = @() }
            }
        }
        @{ Name = 'an update server of the organisation'; Code = 12; Allowed = 0; Arrange = {
                param($w)
                $w.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU'] = @{ UseWUServer = 1 }
            }
        }
        @{ Name = 'servicing waits for a restart'; Code = 13; Allowed = 13; Arrange = {
                param($w)
                $w.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'] = @{}
            }
        }
        @{ Name = 'renames that servicing owns'; Code = 13; Allowed = 13; Arrange = {
                param($w)
                $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
                $w.Registry[$manager].PendingFileRenameOperations = @('\??\C:\Windows\WinSxS\Temp\PendingRenames\0a', '')
            }
        }
        @{ Name = 'renames of a browser'; Code = 0; Allowed = 0; Arrange = {
                param($w)
                $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
                $w.Registry[$manager].PendingFileRenameOperations = @('\??\C:\Program Files\Browser\old.exe', '')
            }
        }
        @{ Name = 'servicing is at work'; Code = 14; Allowed = 14; Arrange = { param($w) $w.Processes += 'TiWorker' } }
        @{ Name = 'an installer is at work'; Code = 14; Allowed = 14; Arrange = {
                param($w)
                $w.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress'] = @{}
            }
        }
        @{ Name = 'on battery'; Code = 1; Allowed = 1; Arrange = {
                param($w)
                $w.Cim.Win32_Battery = @([pscustomobject]@{ BatteryStatus = 1 })
            }
        }
        @{ Name = 'a battery that charges'; Code = 0; Allowed = 0; Arrange = {
                param($w)
                $w.Cim.Win32_Battery = @([pscustomobject]@{ BatteryStatus = 2 })
            }
        }
        @{ Name = 'a full disk'; Code = 1; Allowed = 1; Arrange = { param($w) $w.Cim.Win32_LogicalDisk[0].FreeSpace = 100MB } }
    ) {
        & $Arrange $windows
        $before = @(Get-SimulatedState)
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $run.Code | Should -Be $Code
        if ($Code -ne 0) {
            $run.Output.Outcome | Should -Be 'Blocked'
            $run.Notices[-1] | Should -BeLike 'Nothing was changed: ?*'
            Compare-State -Before $before -After @(Get-SimulatedState) | Where-Object { $_ -notmatch 'Mendsheet' } | Should -BeNullOrEmpty
        }
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true; AllowManaged = $true }).Code | Should -Be $Allowed
    }

    It 'names the weightiest reason by the exit code, and says all' {
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'] = @{}
        $windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU'] = @{ UseWUServer = 1 }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $run.Code | Should -Be 12
        $run.Notices | Should -HaveCount 2
    }

    It 'stops an undo like a repair: <Name>' -ForEach @(
        @{ Name = 'managed'; Code = 12; Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU'] = @{ UseWUServer = 1 } } }
        @{ Name = 'an update waits'; Code = 13; Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{} } }
        @{ Name = 'servicing waits'; Code = 13; Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'] = @{} } }
        @{ Name = 'servicing works'; Code = 14; Arrange = { param($w) $w.Processes += 'TiWorker' } }
        @{ Name = 'on battery'; Code = 1; Arrange = { param($w) $w.Cim.Win32_Battery = @([pscustomobject]@{ BatteryStatus = 1 }) } }
        @{ Name = 'a full disk'; Code = 1; Arrange = { param($w) $w.Cim.Win32_LogicalDisk[0].FreeSpace = 100MB } }
    ) {
        $windows.Services.TrustedInstaller.Start = 4
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'trustedinstaller-start-type', 'download-cache'; Force = $true }
        & $Arrange $windows
        $before = @(Get-SimulatedState)
        $run = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $run.Code | Should -Be $Code
        $run.Notices[-1] | Should -BeLike 'Nothing was changed: ?*' -Because 'it says why'
        Compare-State -Before $before -After @(Get-SimulatedState) | Should -BeNullOrEmpty
        $windows.Services.TrustedInstaller.Start | Should -Be 3
        $allowed = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true; AllowManaged = $true }
        $allowed.Code | Should -Be $(if ($Code -eq 12) { 0 } else { $Code })
    }

    It 'judges a restart that waits as the check does: <Name>' -ForEach @(
        @{ Name = 'a session of servicing'; Waits = $true; Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\SessionsPending'] = @{ Exclusive = 1 } } }
        @{ Name = 'a service of updates'; Waits = $true; Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Services\Pending\{0A}'] = @{} } }
        @{ Name = 'an installer of updates'; Waits = $true; Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Microsoft\Updates'] = @{ UpdateExeVolatile = 1 } } }
        @{ Name = 'renames of servicing'; Waits = $true; Arrange = { param($w) $w.Registry[$manager].PendingFileRenameOperations2 = @('\??\C:\Windows\WinSxS\Temp\PendingRenames\0a', '') } }
        @{ Name = 'renames elsewhere below WinSxS'; Waits = $false; Arrange = { param($w) $w.Registry[$manager].PendingFileRenameOperations = @('\??\C:\Windows\WinSxS\Backup\old.dll', '') } }
        @{ Name = 'renames below servicing'; Waits = $false; Arrange = { param($w) $w.Registry[$manager].PendingFileRenameOperations = @('\??\C:\Windows\servicing\LCU\x', '') } }
        @{ Name = 'renames of a browser'; Waits = $false; Arrange = { param($w) $w.Registry[$manager].PendingFileRenameOperations2 = @('\??\C:\Program Files\Browser\old.exe', '') } }
    ) {
        $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
        & $Arrange $windows
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $run.Code | Should -Be $(if ($Waits) { 13 } else { 0 })
        $found = Invoke-Subject -Subject (Import-Subject -Path $diagnose -Windows $windows) -Parameter @{ Check = 'restart-pending' }
        $found.Output.Status | Should -Be $(if ($Waits) { 'Problem' } else { 'Ok' })
    }

    It 'waits for what its own look at the component store has started' {
        $windows.ImageHealth = 'Repairable'
        $windows.Tools['dism.exe'] = { param($Arguments, $Windows) $Windows.ImageHealth = 'Healthy'; @{ ExitCode = 0 } }
        $run = Invoke-Subject -Subject $subject
        $run.Code | Should -Be 0 -Because "$($run.Notices)"
        ($run.Output | Where-Object { $_.Id -eq 'component-store' }).Outcome | Should -Be 'Repaired'
        $windows.Slept | Should -BeGreaterOrEqual 60
    }

    It 'goes on beside its own worker that does not end, but not beside one that works: <Busy>' -ForEach @{ Busy = $false }, @{ Busy = $true } {
        $windows.ImageHealth = 'Repairable'
        $global:MendsheetWindows = $windows
        $worker = @{ Name = 'TiWorker'; Busy = $Busy }
        $windows.Commands['Get-ImageHealth'] = {
            if (-not ($MendsheetWindows.Processes | Where-Object { $_ -is [hashtable] })) { $MendsheetWindows.Processes += $worker }
            $MendsheetWindows.ImageHealth
        }.GetNewClosure()
        $windows.Tools['dism.exe'] = { param($Arguments, $Windows) $Windows.ImageHealth = 'Healthy'; @{ ExitCode = 0 } }
        $subject = Import-Subject -Path $repair -Windows $windows
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        $run.Code | Should -Be $(if ($Busy) { 14 } else { 0 }) -Because "$($run.Notices)"
        if (-not $Busy) { $windows.Slept | Should -BeLessThan 300 }
    }

    It 'takes no session of Defender for an installation, and waits for the work of others: <Until>' -ForEach @(
        @{ Until = 200; Code = 0 }, @{ Until = 900; Code = 14 }
    ) {
        $windows.Processes += 'DismHost'
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
        $windows.Processes += @{ Name = 'TiWorker'; Until = $Until; Busy = $true }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $run.Code | Should -Be $Code
        $run.Notices[0] | Should -BeLike 'Windows servicing (TiWorker) is at work*'
    }
}

Describe 'undo' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $repair -Windows $windows
        $drive = $windows.Drive
        $store = "$drive\Windows\SoftwareDistribution"
    }

    AfterEach { Exit-SimulatedWindows }

    It 'says what is gone, restores the rest, and can be run again: <Gone>' -ForEach @(
        @{ Gone = @('SoftwareDistribution'); Rebuilt = $true }, @{ Gone = @('SoftwareDistribution'); Rebuilt = $false }
        @{ Gone = @('SoftwareDistribution', 'System32\catroot2'); Rebuilt = $true }
    ) {
        $windows.Services.msiserver.Start = 4
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type', 'download-cache'; Force = $true }
        $kept = "$drive\kept"
        foreach ($name in $Gone) {
            if ($Rebuilt) { $null = New-Item -Path "$drive\Windows\$name" -ItemType Directory -Force }
            Move-Item -LiteralPath "$drive\Windows\$name.mendsheet1" -Destination "$kept-$(Split-Path -Path $name -Leaf)"
        }
        foreach ($attempt in 1..2) {
            $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
            $undo.Code | Should -Be 20
            foreach ($name in $Gone) {
                $undo.Notices | Should -Contain "Cannot be undone: $drive\Windows\$name, since $drive\Windows\$name.mendsheet1, which held it, is not there any more. Undo can be run again when it is back."
            }
            $undo.Notices -like 'Run 1 was undone*' | Should -BeNullOrEmpty
            $windows.Services.msiserver.Start | Should -Be 4 -Because 'the rest is restored'
            if ($Gone.Count -eq 1) { Test-Path -LiteralPath "$drive\Windows\System32\catroot2\edb.log" | Should -BeTrue }
        }
        foreach ($name in $Gone) { Move-Item -LiteralPath "$kept-$(Split-Path -Path $name -Leaf)" -Destination "$drive\Windows\$name.mendsheet1" }
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        Test-Path -LiteralPath "$store\DataStore\DataStore.edb" | Should -BeTrue
    }

    It 'lists in the report only what it has restored' {
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        Remove-Item -LiteralPath "$store.mendsheet1" -Recurse
        $report = (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Output | ConvertFrom-Json
        $report.exitCode | Should -Be 20
        @($report.changes -like '*SoftwareDistribution*') | Should -BeNullOrEmpty
        @($report.changes -like '*catroot2*') | Should -HaveCount 1
    }

    It 'takes what an undo that was cut off has brought back for restored' {
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $notes = "$drive\ProgramData\Mendsheet\windows-update\runs\1\notes.txt"
        $number = ((Get-Journal) -match "set-aside\|.*SoftwareDistribution\|" -split '\|')[0]
        Add-Content -LiteralPath $notes -Value "restoring $number"
        Rename-Item -LiteralPath "$store.mendsheet1" -NewName 'SoftwareDistribution'
        $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $undo.Code | Should -Be 0 -Because "$($undo.Notices)"
    }

    It 'does not take a run whose journal was deleted for one that changed nothing' {
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        Remove-Item -LiteralPath "$drive\ProgramData\Mendsheet\windows-update\runs\1\journal.txt"
        $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $undo.Code | Should -Be 20
        $undo.Notices | Should -BeLike 'The journal * is not there any more*'
    }

    It 'fails the one entry that cannot be restored, and says which: <Action>' -ForEach @(
        @{ Action = 'service-start-type'; Line = '1|plan|service-start-type|Gone|automatic|demand' }
        @{ Action = 'stop-service'; Line = '1|plan|stop-service|Gone|running|stopped' }
        @{ Action = 'start-service'; Line = '1|plan|start-service|Gone|stopped|running' }
        @{ Action = 'service-security'; Line = '1|plan|service-security|Gone|D:(A;;GA;;;BA)|D:(A;;GA;;;SY)' }
        @{ Action = 'registry-value'; Line = '1|plan|registry-value|HKLM\SOFTWARE\Gone\Below:Name|REG_SZ:x|absent' }
    ) {
        $windows.Commands['Write-RegistrySnapshot'] = { throw 'no key above' }
        $subject = Import-Subject -Path $repair -Windows $windows
        Set-Journal -Line $Line, '1|done|-|-|-|-', '2|plan|service-start-type|BITS|demand|delayed-automatic', '2|done|-|-|-|-'
        $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $undo.Code | Should -Be 20
        @($undo.Notices -like "Could not be undone: $Action *") | Should -HaveCount 1
        $windows.Services.BITS.Start | Should -Be 3 -Because 'the other one is restored'
    }

    It 'restores what the batch edition has written, which notes no starts' {
        $start = @(Get-SimulatedState -WithoutTraces)
        $windows.Services.BITS.Start = 3
        $windows.Services.BITS.Delayed = $false
        foreach ($name in 'UsoSvc', 'BITS') { $windows.Services[$name].Status = 'Stopped' }
        Rename-Item -LiteralPath $store -NewName 'SoftwareDistribution.mendsheet4'
        $null = New-Item -Path $store -ItemType Directory
        Set-Journal -Line @(
            '1|plan|service-start-type|BITS|delayed-automatic|demand', '1|done|-|-|-|-'
            '2|plan|stop-service|UsoSvc|running|stopped', '2|done|-|-|-|-'
            '3|plan|stop-service|BITS|running|stopped', '3|done|-|-|-|-'
            "4|plan|set-aside|$store|present|$store.mendsheet4", '4|done|-|-|-|-'
        )
        $run = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $run.Code | Should -Be 0 -Because "$($run.Notices)"
        Compare-State -Before $start -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeTrue -Because 'what stood in the way is set aside in turn'
        Get-Journal -Undone | Should -Contain '4|undone|-|-|-|-'
    }

    It 'stops services that hold the folder first, and what depends on them' {
        $windows.Services.CryptSvc.Status = 'Stopped'
        Rename-Item -LiteralPath "$drive\Windows\System32\catroot2" -NewName 'catroot2.mendsheet1'
        $windows.Services.CryptSvc.Status = 'Running'
        $windows.Services.AppIDSvc.Status = 'Running'
        foreach ($name in 'applockerfltr', 'IsolationSession') { $windows.Services[$name].Status = 'Stopped' }
        $null = New-Item -Path "$drive\Windows\System32\catroot2" -ItemType Directory
        Set-Journal -Line @(
            '1|plan|stop-service|CryptSvc|running|stopped', '1|done|-|-|-|-'
            "2|plan|set-aside|$drive\Windows\System32\catroot2|present|$drive\Windows\System32\catroot2.mendsheet1"
        )
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        @($windows.ToolCalls -like 'sc.exe *') | Should -Be @(
            'sc.exe stop AppIDSvc', 'sc.exe stop CryptSvc', 'sc.exe start CryptSvc', 'sc.exe start AppIDSvc'
        )
    }

    It 'passes over runs that changed nothing, and runs that are undone' {
        Set-Journal -Run 1 -Line '1|plan|service-start-type|BITS|delayed-automatic|demand'
        Set-Journal -Run 2 -Line @()
        $null = New-Item -Path "$drive\ProgramData\Mendsheet\windows-update\runs\3.undone" -ItemType Directory
        $windows.Services.BITS.Start = 3
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        $windows.Services.BITS.Start | Should -Be 2
        Test-Path -LiteralPath "$drive\ProgramData\Mendsheet\windows-update\runs\2" | Should -BeTrue
    }

    It 'ignores a last line that was being written when the power went, and can still add to the journal' {
        Set-Journal -Line '1|plan|service-start-type|BITS|delayed-automatic|demand'
        $file = (Get-Item -LiteralPath "$drive\ProgramData\Mendsheet\windows-update\runs\1\journal.txt").FullName
        [IO.File]::AppendAllText($file, '2|plan|set-asi')
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        Get-Journal -Undone | Select-Object -Last 1 | Should -Be '1|undone|-|-|-|-'
    }

    It 'says what cannot be undone and counts it as settled' {
        Set-Journal -Line @(
            '1|plan|set-clock|UTC|2026-11-22T10:00:00Z|2026-11-22T11:00:00Z', '1|done|-|-|-|-'
            '2|plan|repair-tool|w32tm|-|/resync /rediscover', '2|done|-|-|-|-'
        )
        $run = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $run.Code | Should -Be 0
        @($run.Notices -like 'Cannot be undone: *').Count | Should -Be 2
    }

    It 'ends with 20 while something is missing, and with 0 when it is done later' {
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
        $windows.Holds["$store.mendsheet1"] = 99
        $run = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $run.Code | Should -Be 20
        $run.Notices | Should -Contain "Could not be undone: set-aside $store. Run this again after a restart."
        $windows.Services.BITS.Status | Should -Be 'Running'
        $windows.Holds.Clear()
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        Test-Path -LiteralPath "$store\DataStore\DataStore.edb" | Should -BeTrue
    }

    It 'refuses a journal that this product did not write: <Name>' -ForEach @(
        @{ Name = 'another format'; First = '0|run|3|windows-update|reset-components.ps1|0.1.0|1'; Line = '1|plan|stop-service|BITS|running|stopped' }
        @{ Name = 'another product'; First = '0|run|2|other|reset-components.ps1|0.1.0|1'; Line = '1|plan|stop-service|BITS|running|stopped' }
        @{ Name = 'no first line'; First = '1|plan|stop-service|BITS|running|stopped'; Line = '1|done|-|-|-|-' }
        @{ Name = 'an unknown action'; Line = '1|plan|run-program|C:\x.exe|-|-' }
        @{ Name = 'an unknown state'; Line = '1|maybe|stop-service|BITS|running|stopped' }
        @{ Name = 'a mark without a plan'; Line = '1|done|-|-|-|-' }
        @{ Name = 'the same number twice'; Line = '1|plan|stop-service|BITS|running|stopped', '1|plan|stop-service|DoSvc|running|stopped' }
        @{ Name = 'too few fields'; Line = '1|plan|stop-service|BITS' }
        @{ Name = 'too many fields'; Line = '1|plan|stop-service|BITS|running|stopped|-' }
        @{ Name = 'a relative path'; Line = '1|plan|set-aside|Windows\x|present|Windows\x.mendsheet1' }
        @{ Name = 'a path without a drive'; Line = '1|plan|set-aside|\Windows\x|present|\Windows\x.mendsheet1' }
        @{ Name = 'a path relative to a drive'; Line = '1|plan|set-aside|C:x|present|C:x.mendsheet1' }
        @{ Name = 'a path of the network'; Line = '1|plan|set-aside|\\server\share\x|present|\\server\share\x.mendsheet1' }
        @{ Name = 'a device path'; Line = '1|plan|set-aside|\\.\C:\x|present|\\.\C:\x.mendsheet1' }
        @{ Name = 'a way up'; Line = '1|plan|set-aside|C:\a\..\b|present|C:\a\..\b.mendsheet1' }
        @{ Name = 'a stream'; Line = '1|plan|set-aside|C:\a:b|present|C:\a:b.mendsheet1' }
        @{ Name = 'a slash'; Line = '1|plan|set-aside|C:\a/b|present|C:\a/b.mendsheet1' }
        @{ Name = 'a wildcard'; Line = '1|plan|set-aside|C:\a%2A|present|C:\a%2A.mendsheet1' }
        @{ Name = 'another aside name'; Line = '1|plan|set-aside|C:\a|present|C:\b.mendsheet1' }
        @{ Name = 'an aside name in another folder'; Line = '1|plan|set-aside|C:\a|present|C:\a.mendsheet1\..\b' }
        @{ Name = 'an aside name without a number'; Line = '1|plan|set-aside|C:\a|present|C:\a.mendsheet' }
        @{ Name = 'a service name that is a switch'; Line = '1|plan|stop-service|-x|running|stopped' }
        @{ Name = 'a service name with a line end'; Line = '1|plan|stop-service|BITS%0A|running|stopped' }
        @{ Name = 'a path with a line end'; Line = '1|plan|set-aside|C:\a%0A|present|C:\a%0A.mendsheet1' }
        @{ Name = 'an aside name with a line end'; Line = '1|plan|set-aside|C:\a|present|C:\a.mendsheet1%0A' }
        @{ Name = 'access rights with a line end'; Line = '1|plan|service-security|BITS|D:(A;;RP;;;SY)%0A|D:(A;;RP;;;SY)' }
        @{ Name = 'a registry value with a line end in its name'; Line = '1|plan|registry-value|HKLM\SOFTWARE\x:y%0A|absent|absent' }
        @{ Name = 'a registry number with a line end'; Line = '1|plan|registry-value|HKLM\SOFTWARE\x:y|REG_DWORD:0x1%0A|absent' }
        @{ Name = 'a service name that is a computer'; Line = '1|plan|stop-service|\\server|running|stopped' }
        @{ Name = 'an unknown start type'; Line = '1|plan|service-start-type|BITS|demand binPath= C:\x.exe|demand' }
        @{ Name = 'a bad escape'; Line = '1|plan|stop-service|BI%5TS|running|stopped' }
        @{ Name = 'bytes that are no text'; Line = '1|plan|set-aside|C:\%FF|present|C:\%FF.mendsheet1' }
        @{ Name = 'a registry value of a policy'; Line = '1|plan|registry-value|HKLM\SOFTWARE\Policies\x:y|REG_DWORD:0x1|absent' }
        @{ Name = 'a registry value of a policy in capitals'; Line = '1|plan|registry-value|HKLM\SOFTWARE\POLICIES\x:y|REG_DWORD:0x1|absent' }
        @{ Name = 'a registry value of a user'; Line = '1|plan|registry-value|HKCU\SOFTWARE\x:y|REG_DWORD:0x1|absent' }
        @{ Name = 'a registry key with a way up'; Line = '1|plan|registry-value|HKLM\SOFTWARE\x\..\Policies:y|REG_DWORD:0x1|absent' }
        @{ Name = 'a registry value without a name'; Line = '1|plan|registry-value|HKLM\SOFTWARE\x:|REG_DWORD:0x1|absent' }
        @{ Name = 'a registry value of an unknown type'; Line = '1|plan|registry-value|HKLM\SOFTWARE\x:y|REG_LINK:z|absent' }
        @{ Name = 'a registry value that is no number'; Line = '1|plan|registry-value|HKLM\SOFTWARE\x:y|REG_DWORD:one|absent' }
        @{ Name = 'a tool''s value before the change'; Line = '1|plan|registry-value|HKLM\SOFTWARE\x:y|any|absent' }
        @{ Name = 'access rights with an owner'; Line = '1|plan|service-security|BITS|O:BAD:(A;;RP;;;SY)|D:(A;;RP;;;SY)' }
        @{ Name = 'access rights with a blank and a program'; Line = '1|plan|service-security|BITS|D:(A;;RP;;;SY) & calc|D:(A;;RP;;;SY)' }
        @{ Name = 'a good entry and a bad one'; Line = '1|plan|stop-service|BITS|running|stopped', '2|plan|x|y|-|-' }
    ) {
        $splat = @{ Line = $Line }
        if ($First) { $splat.First = $First }
        Set-Journal @splat
        $before = @(Get-SimulatedState)
        $run = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $run.Code | Should -Be 20
        $number = 1 + @($Line).Count
        $said = if ($First) { 'The journal * is not one that this product wrote on this PC*' }
        else { "Line $number of *\journal.txt is not one that this product writes, so nothing of run 1 was undone; *" }
        $run.Notices | Should -BeLike $said
        $windows.ToolCalls | Should -BeNullOrEmpty
        Compare-State -Before $before -After @(Get-SimulatedState) | Where-Object { $_ -notmatch '\\lock' } | Should -BeNullOrEmpty
    }

    It 'is undone once somebody has taken out the line that it cannot have' {
        $windows.Services['BITS'].Status = 'Stopped'
        $good = '1|plan|stop-service|BITS|running|stopped', '1|done|-|-|-|-'
        Set-Journal -Line ($good + '', '2|plan|x|y|-|-')
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Notices | Should -BeLike 'Line 5 of *'
        $windows.Services['BITS'].Status | Should -Be 'Stopped'
        Set-Journal -Line $good
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        $windows.Services['BITS'].Status | Should -Be 'Running'
    }
}

Describe 'a run that is killed' {
    BeforeAll {
        $root = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid())")
        # Fewer services make fewer points to die at; each kind of entry is still there.
        $quiet = 'param($Windows) foreach ($name in ''UsoSvc'', ''DoSvc'', ''CryptSvc'') { $Windows.Services[$name].Status = ''Stopped'' }'
    }

    AfterEach {
        Remove-Item -LiteralPath $root, "$root.xml" -Recurse -Force -ErrorAction Ignore
    }

    # The journal of this run has nine lines: the first, then two for each of four entries.
    It 'at point <_> of its journal can be undone, and can be run again' -ForEach (1..19) {
        $killed = Invoke-InChild -Script $repair -Root $root -KillAt $_ -Prepare $quiet -Parameter @{ Check = 'download-cache'; Force = $true }
        if ($_ -le 18) { $killed.Code | Should -Not -BeIn 0, 1, 70 } else { $killed.Code | Should -Be 0 -Because 'the journal ends before' }
        $windows = Restore-SimulatedWindows -Root $root
        $subject = Import-Subject -Path $repair -Windows $windows
        try {
            $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
            $undo.Code | Should -Be 0 -Because "$($undo.Notices)"
            $windows.Services.BITS.Status | Should -Be 'Running'
            Test-Path -LiteralPath "$($windows.Drive)\Windows\SoftwareDistribution\DataStore\DataStore.edb" | Should -BeTrue
            Test-Path -LiteralPath "$($windows.Drive)\Windows\System32\catroot2\edb.log" | Should -BeTrue
            $again = Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }
            $again.Code | Should -Be 0 -Because "$($again.Notices)"
        }
        finally { Exit-SimulatedWindows -KeepFiles }
    }

    It 'leaves no lock behind, and the next run does not trip over it' {
        $null = Invoke-InChild -Script $repair -Root $root -KillAt 6 -Prepare $quiet -Parameter @{ Check = 'download-cache'; Force = $true }
        $next = Invoke-InChild -Script $repair -Root $root -Parameter @{ Check = 'download-cache'; Force = $true; Language = 'en' }
        $next.Code | Should -Be 0
        $next.Lines[0] | Should -BeLike 'Run 1 was cut off.*-Undo -Run 1.'
        (Invoke-InChild -Script $repair -Root $root -Parameter @{ Check = 'download-cache'; Force = $true; Language = 'en' }).Lines -like '*was cut off*' | Should -BeNullOrEmpty
        (Invoke-InChild -Script $repair -Root $root -Parameter @{ Undo = $true }).Code | Should -Be 0
        (Invoke-InChild -Script $repair -Root $root -Parameter @{ Undo = $true }).Code | Should -Be 0
        (Invoke-InChild -Script $repair -Root $root -Parameter @{ Undo = $true }).Code | Should -Be 0
        (Invoke-InChild -Script $repair -Root $root -Parameter @{ Undo = $true }).Lines | Should -Be 'There is nothing to undo.'
    }
}

Describe 'exit code of the process' {
    It 'is <Code>: <Name>' -ForEach @(
        @{ Code = 0; Name = 'healthy'; File = 'diagnose'; Parameter = @{ Check = 'disk-space' } }
        @{ Code = 1; Name = 'a problem'; File = 'diagnose'; Parameter = @{ Check = 'msiserver-start-type' }; Prepare = 'param($Windows) $Windows.Services.msiserver.Start = 4' }
        @{ Code = 2; Name = 'undecided'; File = 'diagnose'; Parameter = @{ Check = 'update-server' } }
        @{ Code = 64; Name = 'an unknown check'; File = 'diagnose'; Parameter = @{ Check = 'no-such' }; One = $true }
        @{ Code = 64; Name = 'an output path without a folder'; File = 'diagnose'; Parameter = @{ OutputPath = 'C:\no\such\file.json' }; One = $true }
        @{ Code = 70; Name = 'a defect'; File = 'diagnose'; Parameter = @{ Check = 'disk-space' }; Break = 'Get-Machine'; One = $true }
        @{ Code = 0; Name = 'repaired'; File = 'reset-components'; Parameter = @{ Check = 'download-cache'; Force = $true } }
        @{ Code = 0; Name = 'a preview'; File = 'reset-components'; Parameter = @{ Check = 'download-cache'; Force = $true; WhatIf = $true } }
        @{ Code = 10; Name = 'not elevated'; File = 'reset-components'; Parameter = @{ Check = 'download-cache'; Force = $true }; Prepare = 'param($Windows) $Windows.Account.Elevated = $false'; One = $true }
        @{ Code = 12; Name = 'managed'; File = 'reset-components'; Parameter = @{ Check = 'download-cache'; Force = $true }; Prepare = 'param($Windows) $Windows.Services.CcmExec = @{ Status = ''Running''; Start = 2; Delayed = $true; DependsOn = @() }' }
        @{ Code = 64; Name = 'undo with a choice to leave out'; File = 'reset-components'; Parameter = @{ Undo = $true; Skip = 'download-cache' }; One = $true }
        @{ Code = 0; Name = 'nothing to undo'; File = 'reset-components'; Parameter = @{ Undo = $true }; One = $true }
        @{ Code = 70; Name = 'a defect while repairing'; File = 'reset-components'; Parameter = @{ Check = 'download-cache'; Force = $true }; Break = 'Open-RunLock'; One = $true }
    ) {
        $splat = @{ Script = Join-Path -Path $Folder -ChildPath "$File.ps1"; Parameter = $Parameter + @{ Language = 'en' } }
        if ($Prepare) { $splat.Prepare = $Prepare }
        if ($Break) { $splat.Break = $Break }
        $run = Invoke-InChild @splat
        $run.Code | Should -Be $Code -Because "$($run.Lines)"
        if ($One) { $run.Lines | Should -HaveCount 1 -Because 'one clear line is enough' }
        $run.Lines -match '^\s+at |CategoryInfo|\| ' | Should -BeNullOrEmpty -Because 'nobody wants a stack trace'
    }

    It 'comes with JSON alone on the output' {
        $run = Invoke-InChild -Script $diagnose -Parameter @{ Check = 'disk-space'; OutputFormat = 'Json' }
        ($run.Lines -join "`n" | ConvertFrom-Json).exitCode | Should -Be $run.Code
        $refused = Invoke-InChild -Script $repair -Parameter @{ OutputFormat = 'Json'; Language = 'ja' } -Prepare 'param($Windows) $Windows.Account.Elevated = $false'
        $result = $refused.Lines -join "`n" | ConvertFrom-Json
        $result.exitCode | Should -Be 10
        $result.notices | Should -HaveCount 1
        $refused.Lines -join '' | Should -Match '^[\x20-\x7e]+$' -Because 'no code page can damage ASCII'
    }
}

Describe 'report' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $windows.Services.msiserver.Start = 4
        $windows.Events.Add(@{
                Provider = 'Microsoft-Windows-WindowsUpdateClient'
                Id       = 20
                Time     = [datetime]::UtcNow
                Data     = @{ updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}'; updateTitle = 'x'; errorCode = '0x80070422' }
            })
    }

    AfterEach { Exit-SimulatedWindows }

    It 'says of each error code what it means, who saw it and what it points to: <Language>' -ForEach @(
        @{ Language = 'en'; Meaning = 'Needed service is disabled' }
        @{ Language = 'ja'; Meaning = -join [char[]] (0x5fc5, 0x8981, 0x306a, 0x30b5, 0x30fc, 0x30d3, 0x30b9, 0x304c, 0x7121, 0x52b9) }
    ) {
        $parameter = @{ OutputFormat = 'Json'; Language = $Language }
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter $parameter
        $result = (Invoke-Subject -Subject $subject).Output -join "`n" | ConvertFrom-Json
        $code = $result.codes | Where-Object { $_.hresult -eq '0x80070422' }
        $code.name | Should -Be 'ERROR_SERVICE_DISABLED'
        $code.meaning | Should -Be $Meaning
        $code.seen | Should -Contain 'event-log'
        # What is wrong and can be repaired, before all the services that are as they should be.
        $code.checks[0] | Should -Be 'msiserver-start-type'
        $code.checks | Should -Contain 'bits-start-type'
        $result.ranking[0] | ConvertTo-Json -Compress |
            Should -Be '{"check":"msiserver-start-type","repairable":true,"hresults":["0x80070422"]}'
        $result.ranking.check | Should -Not -Contain 'bits-start-type'
    }

    It 'knows every code of the table by name and meaning: <Language>' -ForEach @{ Language = 'en' }, @{ Language = 'ja' } {
        $table = Import-Csv -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath '../../checks/error-codes.csv') -Encoding UTF8
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ Language = $Language }
        $wrong = foreach ($row in $table | Where-Object { $_.hresult -notlike '`**' }) {
            $found = & $subject { param($code) Get-ErrorMeaning -Code $code } $row.hresult
            # What Windows says for it comes behind the meaning, for the page alone.
            $meaning = ($row.$Language -split ' / ')[0]
            if ($found.Name -cne $row.name -or $found.Meaning -cne $meaning) { $row.hresult }
        }
        $table.Count | Should -BeGreaterThan 500
        $wrong | Should -BeNullOrEmpty
    }

    It 'names the phase and the operation in what Windows Setup appends: <Language>' -ForEach @(
        @{ Language = 'en'; Words = '*(At the first start of the new Windows / Sysprep (mostly a driver))' }
        @{ Language = 'ja'; Words = '*(* / Sysprep (*))' }
    ) {
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ Language = $Language }
        $found = & $subject { (New-Finding -Status Problem -HResult '0xc1900101-0x30018').HResult }
        $found | Should -Be '0xC1900101-0x30018'
        $meaning = & $subject { param($code) Get-ErrorMeaning -Code $code } $found
        $meaning.Name | Should -Be 'MOSETUP_E_SETUP_PLATFORM'
        $meaning.Meaning | Should -BeLike $Words
        $meaning.Checks | Should -Contain 'setup-diag'
    }

    It 'ranks what is wrong and can be repaired first, the least invasive first of all' {
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $ranking = & $subject {
            $row = @{ Item = 1; Repairable = $true; Restart = $false; Minutes = 1; Risk = 'low'; Explains = @(); Holds = @() }
            $script:Checks = @(
                $row + @{ Id = 'undecided' } | ForEach-Object { $_.Explains = @('0x80240FFF'); $_ }
                $row + @{ Id = 'fine' } | ForEach-Object { $_.Explains = @('0x80240FFF'); $_ }
                $row + @{ Id = 'restarting' } | ForEach-Object { $_.Restart = $true; $_ }
                $row + @{ Id = 'rough' } | ForEach-Object { $_.Risk = 'high'; $_ }
                $row + @{ Id = 'by-hand' } | ForEach-Object { $_.Repairable = $false; $_ }
                $row + @{ Id = 'slow' } | ForEach-Object { $_.Minutes = 120; $_ }
                $row + @{ Id = 'named-by-code' } | ForEach-Object { $_.Item = 9; $_.Explains = @('0x80240FFF'); $_ }
                $row + @{ Id = 'quick' }
            )
            $results = foreach ($one in $script:Checks) {
                $status = if ($one.Id -eq 'undecided') { 'Unknown' } elseif ($one.Id -eq 'fine') { 'Ok' } else { 'Problem' }
                [pscustomobject]@{ Id = $one.Id; Status = $status; ReasonKey = ''; HResult = @(if ($one.Id -eq 'fine') { '0x80240FFF' }) }
            }
            (Get-Diagnosis -Result $results).Ranking
        }
        $ranking.Id | Should -Be 'named-by-code', 'quick', 'slow', 'restarting', 'rough', 'by-hand', 'undecided'
    }

    It 'decodes what it does not know: <Code>' -ForEach @(
        @{ Code = '0x80071234'; Meaning = 'Win32 error 4660, which has no entry here' }
        @{ Code = '0x8A15000F'; Meaning = 'a code of facility 533, which has no entry here' }
        @{ Code = '0xC0000022'; Meaning = 'NTSTATUS 0xC0000022, which has no entry here' }
    ) {
        $windows.Events[0].Data.errorCode = $Code
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Text' }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'event-log' }
        $run.Text | Should -Contain "Error code ${Code}: $Meaning. None of these checks explains it."
    }

    It 'shows words, the reason and the next step as text, and puts nothing on the pipeline' {
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Text' }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
        $run.Output | Should -BeNullOrEmpty
        $run.Text[0] | Should -BeLike 'Most probable cause (possible): The service msiserver is disabled*'
        $run.Text[1] | Should -BeLike 'Why: Start type of *'
        $run.Text[2] | Should -BeLike 'What to do: With the PC on power, *: .\reset-components.ps1 -Check msiserver-start-type -WhatIf'
        $run.Text[3] | Should -BeNullOrEmpty
        $run.Text[4] | Should -Match '^Problem +6  Start type of '
        $run.Text[5] | Should -BeLike (' ' * 6 + 'The service msiserver is disabled*')
        $run.Text[-1] | Should -BeLike 'Next, with the PC on power, *: .\reset-components.ps1 -Check msiserver-start-type -WhatIf'
    }

    It 'aligns Japanese words, which are twice as wide' {
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Text'; Language = 'ja' }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type', 'disk-space' }
        $columns = foreach ($line in $run.Text -match '^\S+ +\d+  ') {
            $head = [regex]::Match($line, '^\S+ +\d+  ').Value
            $head.Length + @($head.ToCharArray() | Where-Object { $_ -ge [char] 0x2E80 }).Count
        }
        $columns | Should -HaveCount 2
        $columns[0] | Should -Be $columns[1]
    }

    It 'breaks lines for a console: <Text>' -ForEach @(
        @{ Text = '  one two three four'; Width = 11; Indent = 2; Lines = '  one two', '  three', '  four' }
        @{ Text = 'OK   6  a long title'; Width = 14; Indent = 8; Lines = 'OK   6  a long', '        title' }
        # What opens a bracket does not end a line.
        @{ Text = "$([char] 0x66f4)$([char] 0x65b0)$([char] 0x300c)$([char] 0x66f4)"; Width = 6
            Lines = "$([char] 0x66f4)$([char] 0x65b0)", "$([char] 0x300c)$([char] 0x66f4)"
        }
        # German quotation marks take one column and stay with their word.
        @{ Text = "$([char] 0x201e)ab$([char] 0x201c) > $([char] 0x201e)cd ef$([char] 0x201c)"; Width = 10
            Lines = "$([char] 0x201e)ab$([char] 0x201c) > $([char] 0x201e)cd", "ef$([char] 0x201c)"
        }
        @{ Text = 'short'; Width = 40; Lines = 'short' }
        @{ Text = ''; Width = 40; Lines = '' }
        # Of characters that take two columns four go into ten, since the full stop stays with the last.
        @{ Text = "$([char] 0x66f4)" * 4 + "$([char] 0x65b0)$([char] 0x3002)"; Width = 10
            Lines = ("$([char] 0x66f4)" * 4), "$([char] 0x65b0)$([char] 0x3002)"
        }
        @{ Text = 'Look at what would change: .\reset-components.ps1 -Check clock -WhatIf'; Width = 40
            Lines = 'Look at what would change:', '.\reset-components.ps1 -Check clock -WhatIf'
        }
        @{ Text = 'See https://example.com/a/very/long/address, then go on'; Width = 20
            Lines = 'See', 'https://example.com/a/very/long/address,', 'then go on'
        }
    ) {
        $subject = Import-Subject -Path $diagnose -Windows $windows
        @(& $subject { param($text, $width, $indent) Split-Line -Text $text -Width $width -Indent $indent } $Text $Width $Indent) | Should -Be $Lines
    }

    It 'has the colour of its state on a console, and none elsewhere' {
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ Language = 'ja' }
        $told = & $subject {
            $state = Get-StateText -State 'Problem'
            foreach ($width in 79, 0) { Write-ReportLine -Text "$state   6  title" -Width $width }
            Write-ReportLine -Text 'a sentence' -Width 79
        } 6>&1
        $told[0].MessageData.ForegroundColor | Should -Be 'Red'
        "$($told[0])" | Should -Be "$($told[1])"
        $told[1].MessageData | Should -BeOfType [string]
        $told[2].MessageData | Should -BeOfType [string]
    }

    It 'goes on below a title that does not fit' {
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $told = & $subject {
            $line = '{0} {1,3}  {2}' -f (Format-Cell -Text (Get-StateText -State 'Ok') -Width 20), 6, 'a title of words'
            Write-ReportLine -Text $line -Width 40
        } 6>&1
        @($told | ForEach-Object { "$_" })[1] | Should -Be (' ' * 26 + 'words')
    }

    It 'tells a time in UTC as clocks show it here, and lists with the comma of its language: <Language>' -ForEach @(
        @{ Language = 'en'; Form = 'yyyy-MM-dd HH:mm'; Comma = ', ' }
        @{ Language = 'ja'; Form = 'yyyy/MM/dd H:mm'; Comma = [string] [char] 0x3001 }
    ) {
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ Language = $Language }
        $told = & $subject {
            $script:Messages[$script:Language]['trial'] = '{Time}/{List}/{Date}/{Other}'
            Get-Message -Key 'trial' -With @{
                Time = '2018-01-01T00:10:00Z'; List = 'a', 'b'; Date = '2018-01-01'; Other = 'at 2018-01-01T00:10:00Z'
            }
        }
        $local = ([datetime] '2018-01-01T00:10:00Z').ToString($Form, [cultureinfo]::InvariantCulture)
        $told | Should -Be "$local/a${Comma}b/2018-01-01/at 2018-01-01T00:10:00Z"
    }

    It 'names checks by their titles where it speaks of a code' {
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Text' }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'event-log', 'msiserver-start-type' }
        $line = $run.Text -like 'Error code *Look first at: *'
        $line | Should -HaveCount 1
        $line | Should -BeLike '*Look first at: *Start type of*'
        $line | Should -Not -Match 'msiserver-start-type'
    }

    It 'is one line a check as CSV' {
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Csv' }
        $rows = @((Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type', 'disk-space' }).Output | ConvertFrom-Csv)
        $rows.Id | Should -Be 'disk-space', 'msiserver-start-type'
        $rows[1].Status | Should -Be 'Problem'
        $rows[1].Evidence | Should -BeLike '*Start=4*'
    }

    It 'is a page that runs and loads nothing, whatever the evidence holds' {
        $hostile = '</dd><script>alert(1)</script><a href="x" onclick=''y''>&amp;`'
        $windows.Events[0].Data.updateTitle = $hostile
        foreach ($language in 'en', 'ja') {
            $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Html'; Language = $language }
            $page = (Invoke-Subject -Subject $subject -Parameter @{ Check = 'event-log', 'disk-space', 'msiserver-start-type' }).Output -join "`n"
            $page | Should -Match '^[\r\n\x20-\x7e]+$' -Because 'no code page can damage ASCII'
            $page | Should -Not -Match 'url\(|@import'
            $page -replace '>[^<]*<', '><' | Should -Not -Match '://' -Because 'addresses of steps are words to read'
            # It is well-formed, so that another parser can say what stands where.
            $document = [xml] $page
            $document.html.lang | Should -Be $language
            $document.SelectNodes('//*') | ForEach-Object { $_.Name } | Should -Not -BeIn 'script', 'a', 'img', 'link', 'iframe', 'form'
            $document.SelectNodes('//@*') | ForEach-Object { $_.Name } | Should -BeIn 'lang', 'charset', 'name', 'content', 'http-equiv', 'class'
            @($document.SelectNodes('//dd') | ForEach-Object { $_.InnerText }) | Should -Contain $hostile
            @($document.SelectNodes('//article') | ForEach-Object { $_.class }) | Should -Be 'Problem', 'Problem', 'Ok'
            $document.SelectNodes('//details') | ForEach-Object { $_.HasAttribute('open') | Should -BeFalse }
            $counts = @($document.SelectNodes('//header//li/b') | ForEach-Object { $_.InnerText })
            $counts | Should -Be '2', '0', '1', '0'
        }
    }

    It 'shows what no page may hold as a mark in its place' {
        $subject = Import-Subject -Path $diagnose
        $text = "a$([char] 0)b$([char] 0x1b)c$([char] 0x202e)d$([char] 0xd800)e$([char]::ConvertFromUtf32(0x1F600))$([char] 0x66f4)`r`nf"
        $made = & $subject { param($text) ConvertTo-HtmlText -Text $text } $text
        $made | Should -Be 'a&#65533;b&#65533;c&#65533;d&#65533;e&#128512;&#26356;&#10;f'
    }

    It 'shows as a page what a repair found before and after, and how to undo it' {
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ OutputFormat = 'Html' }
        $page = (Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type', 'bits-start-type' }).Output -join "`n"
        $document = [xml] $page
        $document.SelectSingleNode('//h1').InnerText | Should -Be 'Repaired'
        $document.SelectSingleNode('//header/p').InnerText | Should -BeLike '*-Undo'
        $article = $document.SelectNodes('//article')[0]
        @($article.SelectNodes('.//mark') | ForEach-Object { $_.InnerText }) | Should -Be 'Problem', 'OK'
        @($article.SelectNodes('.//li')).Count | Should -Be 1
    }

    It 'says on the page, too, that nothing was done' {
        $windows.Account.Elevated = $false
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ OutputFormat = 'Html' }
        $document = [xml] ((Invoke-Subject -Subject $subject).Output -join "`n")
        $document.SelectSingleNode('//h1').InnerText | Should -Be 'Not repaired'
        $document.SelectSingleNode('//header//li').InnerText | Should -BeLike 'Open PowerShell as administrator*'
    }

    It 'goes to a file instead of the pipeline with -OutputPath' {
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        $file = "$($windows.Drive)\Windows\Temp\report.json"
        (Invoke-Subject -Subject $subject -Parameter @{ OutputPath = $file }).Output | Should -BeNullOrEmpty
        (Get-Content -LiteralPath $file -Raw | ConvertFrom-Json).product | Should -Be 'windows-update'
        [IO.File]::ReadAllBytes((Get-Item -LiteralPath $file).FullName)[0] | Should -Be ([byte] [char] '{')
    }

    It 'says which PC and which run it is of, and no name' {
        $guid = '0A1B2C3D-0000-4000-8000-00AA00BB00CC'
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\Cryptography'] = @{ MachineGuid = $guid }
        $reports = foreach ($path in $diagnose, $diagnose, $repair) {
            $subject = Import-Subject -Path $path -Windows $windows -Parameter @{ OutputFormat = 'Json' }
            $text = (Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }).Output -join "`n"
            $text | Should -Not -Match $guid
            ConvertFrom-Json -InputObject $text
        }
        $bytes = [Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes('windows-update 0a1b2c3d-0000-4000-8000-00aa00bb00cc'))
        $reports.device | Should -Be (, [Convert]::ToHexString($bytes).Substring(0, 32).ToLowerInvariant() * 3)
        @($reports.run | Sort-Object -Unique).Count | Should -Be 3
        $reports[0].sha256 | Should -Be (Get-FileHash -LiteralPath $diagnose).Hash
        $reports[2].sha256 | Should -Be (Get-FileHash -LiteralPath $repair).Hash
        $reports[0].finishedUtc | Should -BeGreaterOrEqual $reports[0].startedUtc
        ($reports[0].finishedUtc - $reports[0].bootedUtc).TotalHours | Should -BeGreaterThan 4.9
    }

    It 'says which run it looks after, tries again or undoes: what is on record, and nothing of batch' {
        $key = 'HKLM:\SOFTWARE\Mendsheet\windows-update\Runs'
        $report = {
            param([string] $Path, [hashtable] $Parameter)
            $subject = Import-Subject -Path $Path -Windows $windows -Parameter @{ OutputFormat = 'Json' }
            (Invoke-Subject -Subject $subject -Parameter $Parameter).Output -join "`n" | ConvertFrom-Json
        }
        $look = @{ Check = 'msiserver-start-type' }
        $forced = @{ Check = 'download-cache'; Force = $true }
        (& $report $diagnose $look).follows | Should -BeNullOrEmpty
        $first = & $report $repair $forced
        $first.follows | Should -BeNullOrEmpty
        $first.run | Should -Be $windows.Registry[$key]['1']
        (& $report $diagnose $look).follows | Should -Be $first.run
        $null = New-Item -Path "$($windows.Drive)\Windows\SoftwareDistribution" -ItemType Directory -Force
        $second = & $report $repair $forced
        $second.follows | Should -Be $first.run
        $third = & $report $repair $look
        $third.follows | Should -Be $second.run
        # A run without changes is on no record.
        $idle = & $report $repair $look
        $idle.follows | Should -Be $third.run
        $idle.run | Should -Not -BeIn $windows.Registry[$key].Values
        (& $report $repair @{ Undo = $true; Run = 1 }).follows | Should -Be $first.run
        (& $report $repair @{ Undo = $true }).follows | Should -Be $third.run
        (& $report $repair @{ Undo = $true }).follows | Should -Be $second.run
        (& $report $repair @{ Undo = $true }).follows | Should -BeNullOrEmpty
        $windows.Registry[$key]['4'] = '1-2-3-4-5-6'
        $last = & $report $diagnose $look
        $last.follows | Should -Be $third.run
        $last.channel | Should -Be 'manual'
    }

    It 'tells no person, no name of the PC, no address and no serial number, whatever Windows says: <Name>' -ForEach @{ Name = 'diagnose' }, @{ Name = 'reset-components' } {
        $telling = 'Ulrike.Ohm', 'PC-ULRIKE', 'OHM-DOMAIN', 'ohm@example.org', '00-53-00-AA-BB-CC', '192.0.2.77', 'SN-4711-0815'
        $names = 'USERNAME', 'COMPUTERNAME', 'USERDOMAIN'
        $before = @($names | ForEach-Object { [Environment]::GetEnvironmentVariable($_) })
        try {
            for ($at = 0; $at -lt 3; $at++) { [Environment]::SetEnvironmentVariable($names[$at], $telling[$at]) }
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Cryptography'] = @{ MachineGuid = '1' }
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'].RegisteredOwner = $telling[3]
            $system = $windows.Cim.Win32_ComputerSystem
            $system | Add-Member -NotePropertyMembers @{ Name = $telling[1]; UserName = "$($telling[2])\$($telling[0])" }
            $windows.Cim.Win32_BIOS = [pscustomobject]@{ SerialNumber = $telling[6] }
            foreach ($card in $windows.Cim.Win32_NetworkAdapterConfiguration) {
                $card | Add-Member -NotePropertyMembers @{ MACAddress = $telling[4]; IPAddress = @($telling[5]) } -Force
            }
            $subject = Import-Subject -Path (Join-Path -Path $Folder -ChildPath "$Name.ps1") -Windows $windows -Parameter @{ OutputFormat = 'Json' }
            $json = (Invoke-Subject -Subject $subject).Output -join "`n"
        }
        finally {
            for ($at = 0; $at -lt 3; $at++) { [Environment]::SetEnvironmentVariable($names[$at], $before[$at]) }
        }
        ($json | ConvertFrom-Json).format | Should -Be 'mendsheet-result/2'
        foreach ($one in $telling) { $json | Should -Not -Match ([regex]::Escape($one)) }
    }

    It 'is written where Windows says neither who it is nor since when it runs' {
        $windows.Cim.Win32_OperatingSystem = { throw 'The service is stopped.' }
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
        $report = $run.Output -join "`n" | ConvertFrom-Json
        $report.device | Should -BeNullOrEmpty
        $report.bootedUtc | Should -BeNullOrEmpty
        $report.checks.Count | Should -Be 1
    }

    It 'goes into a folder under a name that no other PC or run has: <Format>' -ForEach @{ Format = 'Json'; End = 'json' }, @{ Format = 'Text'; End = 'txt' } {
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\Cryptography'] = @{ MachineGuid = '1' }
        $folder = "$($windows.Drive)\Windows\Temp\reports"
        $null = New-Item -Path $folder -ItemType Directory
        foreach ($time in 1..2) {
            $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = $Format }
            $null = Invoke-Subject -Subject $subject -Parameter @{ OutputPath = $folder; Check = 'msiserver-start-type' }
        }
        $names = @(Get-ChildItem -LiteralPath $folder | ForEach-Object { $_.Name })
        $names.Count | Should -Be 2
        foreach ($name in $names) { $name | Should -Match "^windows-update-[0-9a-f]{32}-[0-9a-f-]{36}\.$End$" }
    }

    It 'does not look at a share before there is something to write' {
        $subject = Import-Subject -Path $repair -Windows $windows
        & $subject { Test-Selection -OutputPath '\\away\reports' } | Should -BeTrue
        & $subject { Test-Selection -OutputPath 'C:\away\reports\a.json' } | Should -BeFalse
    }

    It 'is shown, and fails nothing, where it cannot be written' {
        $file = "$($windows.Drive)\Windows\Temp\report.json"
        $null = New-Item -Path $file -ItemType File
        $held = [IO.File]::Open((Get-Item -LiteralPath $file).FullName, 'Open', 'ReadWrite', 'None')
        try {
            foreach ($case in @{ Path = $diagnose; Code = 1; Status = 'Problem' }, @{ Path = $repair; Code = 0; Status = 'Ok' }) {
                $subject = Import-Subject -Path $case.Path -Windows $windows -Parameter @{ OutputFormat = 'Json' }
                $run = Invoke-Subject -Subject $subject -Parameter @{ OutputPath = $file; Check = 'msiserver-start-type' }
                $run.Code | Should -Be $case.Code
                $report = $run.Output -join "`n" | ConvertFrom-Json
                $report.checks[0].status | Should -Be $case.Status
            }
        }
        finally { $held.Dispose() }
    }

    It 'says the id that Entra gave the PC, where it gave one: <Name>' -ForEach @(
        @{ Name = 'joined'; Said = '             DeviceId : 0A1B2C3D-0000-4000-8000-00AA00BB00CC', '   Thumbprint : 00'; Known = '0a1b2c3d-0000-4000-8000-00aa00bb00cc' }
        @{ Name = 'registered alone'; Said = @('    WorkplaceDeviceId : 0A1B2C3D-0000-4000-8000-00AA00BB00CC'); Known = $null }
        @{ Name = 'a tool that fails'; Said = { throw 'Access is denied.' }; Known = $null }
    ) {
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\Cryptography'] = @{ MachineGuid = '1' }
        $windows.Tools['dsregcmd.exe'] = if ($Said -is [scriptblock]) { $Said } else { { @{ Lines = $Said } }.GetNewClosure() }
        foreach ($isJoined in $false, $true) {
            if ($isJoined) { $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo\00'] = @{ TenantId = '0' } }
            $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Json' }
            $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'msiserver-start-type' }
            $device = ($run.Output -join "`n" | ConvertFrom-Json).device
            if ($isJoined -and $Known) { $device | Should -BeExactly $Known } else { $device | Should -MatchExactly '^[0-9a-f]{32}$' }
        }
        @($windows.ToolCalls -like 'dsregcmd*') | Should -Be 'dsregcmd.exe /status'
    }

    Context 'that a share did not take' {
        BeforeEach {
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Cryptography'] = @{ MachineGuid = '1' }
            $state = "$($windows.Drive)\ProgramData\Mendsheet\windows-update"
            $queue = "$state\reports"
            $share = "$($windows.Drive)\Windows\Temp\share"
            $null = New-Item -Path $share -ItemType Directory
            $closed = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'
            # Somebody has what stands there open, so that nothing can be written to it: a share that is away is no path here.
            $away = "$($windows.Drive)\Windows\Temp\away"
            $held = foreach ($path in $away, "$away.json") {
                $null = New-Item -Path $path -ItemType File
                [IO.File]::Open((Get-Item -LiteralPath $path).FullName, 'Open', 'ReadWrite', 'None')
            }

            function Invoke-Reported {
                param([string] $Path, [string] $Script = $repair, [int] $Code = 0)
                $windows.Services.msiserver.Start = 4
                $subject = Import-Subject -Path $Script -Windows $windows -Parameter @{ OutputFormat = 'Json' }
                $run = Invoke-Subject -Subject $subject -Parameter @{ OutputPath = $Path; Check = 'msiserver-start-type' }
                $run.Code | Should -Be $Code
                $run
            }

            function Get-Name {
                param([string] $Path)
                if (Test-Path -LiteralPath $Path) { Get-ChildItem -LiteralPath $Path | ForEach-Object { $_.Name } }
            }

            function Add-Kept {
                param([int] $Count, [int] $Bytes = 10)
                if (-not (Test-Path -LiteralPath $queue)) { $null = Invoke-Reported -Path $away }
                foreach ($at in 1..$Count) {
                    $file = "$queue\windows-update-{0:d32}-$([guid]::NewGuid()).json" -f $at
                    Set-Content -LiteralPath $file -Value ('x' * $Bytes) -NoNewline
                    (Get-Item -LiteralPath $file).LastWriteTimeUtc = [datetime]::UtcNow.AddHours($at - 1000)
                }
            }
        }

        AfterEach { foreach ($one in $held) { $one.Dispose() } }

        It 'are kept where only administrators may write, and come to the folder at the next run' {
            $run = Invoke-Reported -Path $away
            $run.Notices -join ' ' | Should -BeLike '*could not be written*The report is kept on this PC*'
            $run.Output | Should -Not -BeNullOrEmpty
            (Get-Acl -LiteralPath $queue).Sddl | Should -Be $closed
            $kept = Get-Name -Path $queue
            $kept | Should -MatchExactly '^windows-update-[0-9a-f]{32}-[0-9a-f-]{36}\.json$'
            ($run.Output -join "`n" | ConvertFrom-Json).run | Should -Be ($kept -replace '^windows-update-[0-9a-f]+-|\.json$')
            $null = Invoke-Reported -Path $away
            @(Get-Name -Path $queue).Count | Should -Be 2
            $null = Invoke-Reported -Path $share
            Get-Name -Path $queue | Should -BeNullOrEmpty
            $names = @(Get-Name -Path $share)
            $names.Count | Should -Be 3
            $kept | Should -BeIn $names
            foreach ($name in $names) { (Get-Content -LiteralPath "$share\$name" -Raw | ConvertFrom-Json).checks[0].outcome | Should -Be 'Repaired' }
        }

        It 'are not kept of a path that is a file, of a preview, and of a script that may not write there' {
            $null = Invoke-Reported -Path "$away.json"
            $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ OutputFormat = 'Json' }
            $null = Invoke-Subject -Subject $subject -Parameter @{ WhatIf = $true; OutputPath = $away }
            $null = Invoke-Reported -Path $away -Script $diagnose -Code 1
            Get-Name -Path $queue | Should -BeNullOrEmpty
        }

        It 'are twenty at most, and the oldest go first' {
            Add-Kept -Count 25
            $null = Invoke-Reported -Path $away
            $names = @(Get-Name -Path $queue)
            $names.Count | Should -Be 20
            @($names -match '-0{30}(0[1-9]|1\d|2[0-5])-' -replace '.*-0*([0-9]+)-\w+-\w+-\w+-\w+-\w+\.json', '$1' | ForEach-Object { [int] $_ } | Sort-Object)[0] | Should -BeGreaterThan 6
            $null = Invoke-Reported -Path $share
            @(Get-Name -Path $share).Count | Should -Be 21
            Get-Name -Path $queue | Should -BeNullOrEmpty
        }

        It 'are five megabytes at most' {
            Add-Kept -Count 8 -Bytes 1MB
            $null = Invoke-Reported -Path $away
            (Get-ChildItem -LiteralPath $queue | Measure-Object -Property Length -Sum).Sum | Should -BeLessThan 5MB
            @(Get-Name -Path $queue).Count | Should -BeGreaterThan 4
        }

        It 'are lost, and fail nothing, where the disk is full' {
            Add-Kept -Count 1
            $before = @(Get-Name -Path $queue)
            # Nothing can be written to what is a folder.
            $null = New-Item -Path "$queue\new" -ItemType Directory
            $run = Invoke-Reported -Path $away
            $run.Notices -join ' ' | Should -Not -BeLike '*is kept*'
            @(Get-Name -Path $queue) -ne 'new' | Should -Be $before
        }

        It 'stay where one of them cannot be sent, and nothing of the rest is lost' {
            Add-Kept -Count 3
            $names = @(Get-Name -Path $queue)
            $null = New-Item -Path "$share\$($names[1])" -ItemType Directory
            $null = New-Item -Path "$share\$($names[1])\$($names[1])" -ItemType Directory
            $null = Invoke-Reported -Path $share
            $left = @(Get-Name -Path $queue)
            $left | Should -Contain $names[1]
            foreach ($name in $names) { $name -in $left -or (Test-Path -LiteralPath "$share\$name" -PathType Leaf) | Should -BeTrue }
        }

        It 'are neither sent nor read where a user can have put them: <Name>' -ForEach @(
            @{ Name = 'the folder is of a user'; Arrange = { $windows.Acl[$queue] = $closed.Replace('O:BA', 'O:S-1-5-21-1-2-3-1001') } }
            @{ Name = 'users may write to it'; Arrange = { $windows.Acl[$queue] = $closed + '(A;OICI;0x1301bf;;;BU)' } }
            @{ Name = 'it takes rights from above'; Arrange = { $windows.Acl[$queue] = 'O:BAG:BAD:AI(A;OICIID;FA;;;BA)' } }
            @{ Name = 'the file is of a user'; Arrange = { foreach ($name in Get-Name -Path $queue) { $windows.Acl["$queue\$name"] = 'O:S-1-5-21-1-2-3-1001G:BAD:AI(A;ID;FA;;;BA)' } } }
        ) {
            Add-Kept -Count 2
            . $Arrange
            $before = @(Get-Name -Path $queue)
            $null = Invoke-Reported -Path $share
            @(Get-Name -Path $share).Count | Should -Be 1
            Get-Name -Path $queue | Should -Be $before
        }

        It 'are no links and nothing that is called otherwise' -Skip:$onWindows {
            $null = Invoke-Reported -Path $away
            Get-ChildItem -LiteralPath $queue | Remove-Item
            $secret = "$($windows.Drive)\Windows\secret.txt"
            Set-Content -LiteralPath $secret -Value 'secret'
            $real = (Get-Item -LiteralPath $queue).FullName
            $null = [IO.File]::CreateSymbolicLink("$real/windows-update-00-$([guid]::NewGuid()).json", (Get-Item -LiteralPath $secret).FullName)
            foreach ($name in 'other.json', 'windows-update-0.json.exe', 'new', 'windows-update-zz.json') { Set-Content -LiteralPath "$queue\$name" -Value 'x' }
            $null = Invoke-Reported -Path $share
            @(Get-Name -Path $share).Count | Should -Be 1
            Test-Path -LiteralPath $secret | Should -BeTrue
            $null = [IO.Directory]::CreateDirectory("$real-elsewhere")
            Set-Content -LiteralPath "$queue-elsewhere\windows-update-00-$([guid]::NewGuid()).json" -Value 'x'
            [IO.Directory]::Delete($real, $true)
            $null = [IO.Directory]::CreateSymbolicLink($real, "$real-elsewhere")
            $null = Invoke-Reported -Path $share
            @(Get-Name -Path $share).Count | Should -Be 2
        }
    }

    It 'is not written in a preview' {
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        $file = "$($windows.Drive)\Windows\Temp\report.json"
        (Invoke-Subject -Subject $subject -Parameter @{ WhatIf = $true; OutputPath = $file }).Output | Should -Not -BeNullOrEmpty
        Test-Path -LiteralPath $file | Should -BeFalse
    }

    It 'ends one check undecided that never returns, in both languages, and goes on: <Language>' -ForEach @{ Language = 'en' }, @{ Language = 'ja' } {
        $windows.Cim.Win32_LogicalDisk = { while ($true) { [Threading.Thread]::Sleep(50) } }
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ Language = $Language }
        & $subject { ($script:Checks | Where-Object { $_.Id -eq 'disk-space' }).Limit = 1 }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'disk-space', 'msiserver-start-type' }
        $run.Code | Should -Be 1
        $run.Output[0].Status | Should -Be 'Unknown'
        $run.Output[0].ReasonKey | Should -Be 'timedOut'
        $run.Output[0].Reason | Should -Match '\b1 (seconds|\u79d2)'
        $run.Output[1].Status | Should -Be 'Problem'
    }

    It 'says Unknown with the type of the error when a detection fails' {
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $found = & $subject {
            $row = $script:Checks[0].Clone()
            $row.Test = { throw [InvalidCastException]::new('x') }
            Invoke-Detection -Row $row -Machine (Get-Machine)
            $row.Test = { throw [UnauthorizedAccessException]::new('x') }
            Invoke-Detection -Row $row -Machine (Get-Machine)
            $row.Test = { 'noise' }
            Invoke-Detection -Row $row -Machine (Get-Machine)
            $row.Test = { 'noise'; New-Finding -Status 'Ok' }
            Invoke-Detection -Row $row -Machine (Get-Machine)
        }
        $found.Status | Should -Be 'Unknown', 'Unknown', 'Unknown', 'Ok'
        $found.Reason | Should -Be 'detectThrew', 'accessDenied', 'noFinding', ''
        $found[0].Evidence.ErrorType | Should -Be 'System.InvalidCastException'
    }

    It 'leaves out what does not apply to this PC: <Key>' -ForEach @(
        @{ Key = 'notThisBuild'; Where = @{ MinBuild = 28000 } }
        @{ Key = 'notThisBuild'; Where = @{ MaxBuild = 22631 } }
        @{ Key = 'notThisKind'; Where = @{ Kind = @('server') } }
        @{ Key = 'notThisEdition'; Where = @{ EditionIds = @('Enterprise') } }
        @{ Key = 'notThisArchitecture'; Where = @{ Architecture = @('arm64') } }
        @{ Key = 'notThisAccount'; Where = @{ Account = @('system') } }
        @{ Key = 'applies'; Where = @{ MinBuild = 26200; MaxBuild = 26200; Kind = @('client'); Architecture = @('x64') } }
    ) {
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $all = @{ MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @(); Architecture = @(); Account = @() }
        foreach ($name in $Where.Keys) { $all[$name] = $Where[$name] }
        & $subject { param($where) Test-Applicability -Where $where -Machine (Get-Machine) } $all | Should -Be $Key
    }
}

Describe 'repair tools' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $windows.ImageHealth = 'Repairable'
        $subject = Import-Subject -Path $repair -Windows $windows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'tells a tool that timed out from one that ended' {
        $windows.Tools['dism.exe'] = { @{ TimedOut = $true; ExitCode = $null } }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        $run.Code | Should -Be 1
        $run.Output.Outcome | Should -Be 'Failed'
        $run.Output.Failure | Should -Match '^dism .*/RestoreHealth.* timed out: .* 90 minutes'
        Get-Journal | Should -Contain '1|failed|-|-|-|-'
        $windows.ToolCalls | Should -Not -Contain 'sfc.exe /scannow' -Because 'SFC would copy from a store that was not repaired'
    }

    It 'says the code of a tool as its documentation does' {
        $windows.Tools['dism.exe'] = { @{ ExitCode = -2146498529; Lines = @('Der Vorgang wurde erfolgreich beendet.') } }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        $run.Code | Should -Be 1
        $run.Output.Failure | Should -Match 'ended with code 0x800F081F'
    }

    It 'says 3010 for what waits for a restart and is right already' {
        $windows.Tools['dism.exe'] = { param($arguments, $w) $null = $arguments; $w.ImageHealth = 'Healthy'; @{ ExitCode = 3010 } }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        $run.Code | Should -Be 3010
        $run.Output.Outcome | Should -Be 'Repaired'
        "$($run.Notices)" | Should -Match 'next restart'
        $windows.ToolCalls | Should -Be 'dism.exe /English /Online /Cleanup-Image /RestoreHealth /NoRestart'
    }

    It 'repairs nothing more until the restart that a tool waits for' {
        $windows.Tools['dism.exe'] = { param($arguments, $w) $null = $arguments; $w.ImageHealth = 'Healthy'; @{ ExitCode = 3010 } }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store', 'update-cleanup'; Force = $true }
        $run.Code | Should -Be 3
        $run.Output.Outcome | Should -Be 'Repaired', 'Blocked'
        $windows.ToolCalls | Should -HaveCount 1
    }

    It 'confirms nothing that only a restart can show' {
        $windows.Tools['dism.exe'] = { @{ ExitCode = 3010 } }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        $run.Code | Should -Be 1
        $run.Output.Outcome | Should -Be 'NotConfirmed'
        "$($run.Notices)" | Should -Match 'next restart'
    }

    It 'does not take success of a tool for a repair' {
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        $run.Code | Should -Be 1
        $run.Output.Outcome | Should -Be 'Failed'
    }

    It 'says before it starts one how long it may take, and keeps that out of Json' {
        $windows.Tools['dism.exe'] = { param($arguments, $w) $null = $arguments; $w.ImageHealth = 'Healthy'; @{} }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        $run.Text | Should -Contain 'sfc /scannow is running. It is given 60 minutes at most.'
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        "$($run.Output)" | ConvertFrom-Json | Should -Not -BeNullOrEmpty
    }

    It 'runs none of them where nothing is broken, and those that mend what is' {
        $windows.ImageHealth = 'Healthy'
        (Invoke-Subject -Subject $subject).Code | Should -Be 0
        $windows.ToolCalls | Where-Object { $_ -match '^(dism|sfc)' } | Should -BeNullOrEmpty
        $windows.ImageHealth = 'Repairable'
        $windows.Tools['dism.exe'] = { param($arguments, $w) $null = $arguments; $w.ImageHealth = 'Healthy'; @{} }
        (Invoke-Subject -Subject $subject).Code | Should -Be 0
        @($windows.ToolCalls -match '^(dism|sfc)').Count | Should -Be 2
    }

    It 'says in an undo what cannot be taken back' {
        $windows.Tools['dism.exe'] = { param($arguments, $w) $null = $arguments; $w.ImageHealth = 'Healthy'; @{} }
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $undo.Code | Should -Be 0
        $undo.Notices | Should -Contain 'Cannot be undone: what sfc /scannow has changed.'
    }

    It 'hands a given source to DISM as one argument, and asks no server then' {
        $windows.Tools['dism.exe'] = {
            param($arguments, $w)
            if ($arguments -ccontains '/Source:wim:D:\new media\install.wim:1' -and $arguments -ccontains '/LimitAccess') { $w.ImageHealth = 'Healthy' }
            @{}
        }
        $subject = Import-Subject -Path $repair -Windows $windows -Parameter @{ RepairSource = 'wim:D:\new media\install.wim:1' }
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }).Code | Should -Be 0
    }

    It 'takes no value for -<Name> but one of its form: <Value>' -ForEach @(
        @{ Name = 'UninstallUpdate'; Value = 'KB5062553 /Quiet' }
        @{ Name = 'UninstallUpdate'; Value = "KB5062553`n" }
        @{ Name = 'UninstallUpdate'; Value = '*' }
        @{ Name = 'RepairSource'; Value = 'D:\x" /ResetBase' }
    ) {
        $wrong = @{ $Name = $Value }
        $right = @{ UninstallUpdate = 'kb5062553'; RepairSource = '\\server\share\Windows' }
        { & { . $repair @wrong } } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        { & { . $repair @right } } | Should -Not -Throw
    }

    It 'uninstalls nothing that nobody named' {
        $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
        $windows.Registry["$key\Package_for_KB5062553~31bf3856ad364e35~amd64~~26100.4652.1.15"] = @{ CurrentState = 112 }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'unwanted-update'; Force = $true }
        $run.Code | Should -Be 0
        $run.Output.Outcome | Should -Be 'Unchanged'
        $windows.ToolCalls | Should -BeNullOrEmpty
    }

    It 'takes no answer for a restore point, but a new sequence number' {
        $windows.Cim.SystemRestore = @()
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'restore-point' }
        $run.Code | Should -Be 1
        $run.Output.Failure | Should -Be 'Windows made no restore point (code 0).'
        Get-Journal | Should -Contain '1|failed|-|-|-|-'
    }

    It 'makes no restore point within the limit of Windows, and says until when: <Limit>' -ForEach @(
        @{ Limit = $null; Says = 'made 24 hours after'; Calls = 0 }
        @{ Limit = 60; Says = 'made 1 hours after'; Calls = 1 }
    ) {
        $windows.Cim.SystemRestore[0].CreationTime = [datetime]::UtcNow.AddHours(-2).ToString('yyyyMMddHHmmss') + '.000000-000'
        $key = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore'
        if ($Limit) { $windows.Registry[$key].SystemRestorePointCreationFrequency = $Limit }
        $windows.CimMethods['SystemRestore.CreateRestorePoint'] = {
            param($Arguments, $Windows)
            $Windows.Cim.SystemRestore += [pscustomobject]@{ SequenceNumber = [uint32] 8; CreationTime = $Arguments.Description }
            [pscustomobject]@{ ReturnValue = [uint32] 0 }
        }
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'restore-point' }).Code | Should -BeIn 0, 2
        @($windows.Cim.SystemRestore).Count | Should -Be 1 -Because 'nothing is wrong'
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'restore-point'; Force = $true }
        $run.Code | Should -Be 0
        @($windows.Cim.SystemRestore).Count | Should -Be (1 + $Calls)
        $run.Output.Reason | Should -BeLike "*$Says*"
        $run.Output.Outcome | Should -Be @('Unchanged', 'Repaired')[$Calls]
    }

    It 'settles a run that was killed while a tool ran' {
        $root = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid())")
        try {
            # Behind the first line of the journal, and behind the plan of DISM.
            $null = Invoke-InChild -Script $repair -Root $root -Parameter @{ Check = 'component-store'; Force = $true } -KillAt 6
            $undo = Invoke-InChild -Script $repair -Root $root -Parameter @{ Undo = $true; Language = 'en' }
            $undo.Code | Should -Be 0
            "$($undo.Lines)" | Should -Match 'Cannot be undone: what dism'
            (Invoke-InChild -Script $repair -Root $root -Parameter @{ Undo = $true; Language = 'en' }).Lines | Should -Match 'nothing to undo'
        }
        finally { Remove-Item -LiteralPath $root, "$root.xml" -Recurse -Force -ErrorAction Ignore }
    }

    It 'writes no progress record where nobody can see it' {
        $subject = Import-Subject -Path $repair
        & $subject {
            $shown = [Collections.Generic.List[string]]::new()
            function Write-Progress { param($Id, $Activity, $Status, $PercentComplete, [switch] $Completed) $shown.Add("$Id $Activity $Status $PercentComplete $Completed") }
            Write-Step -Text 'unseen' -IsSeen $false
            Write-Step -Complete -IsSeen $false
            Write-Step -Text 'seen' -IsSeen $true
            $shown
        } | Should -Be '1 Mendsheet windows-update seen -1 False'
    }
}

Describe 'opening the right place' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $opened = [Collections.Generic.List[string]]::new()
        $windows.Commands['Start-Process'] = { param([string] $FilePath, [string] $ArgumentList) $opened.Add("$FilePath $ArgumentList".Trim()) }.GetNewClosure()
        $windows.Commands['Test-Interactive'] = { $true }
        $windows.Cim.SoftwareLicensingProduct = @()
    }

    AfterEach { Exit-SimulatedWindows }

    It 'opens what a chosen check names, and only when asked' {
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $null = Invoke-Subject -Subject $subject -Parameter @{ Check = 'activation', 'clean-boot', 'disk-space' }
        $opened | Should -BeNullOrEmpty
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'activation', 'clean-boot', 'disk-space'; Open = $true }
        $opened | Should -Be @("$env:SystemRoot\explorer.exe ms-settings:activation", "$env:SystemRoot\System32\msconfig.exe")
        $run.Notices | Should -Contain 'Opening ms-settings:activation'
    }

    It 'opens nothing for checks that found no problem, and says so' {
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $rows = & $subject { $script:Checks }
        foreach ($row in $rows) { $row.Test = { New-Finding -Status 'Ok' } }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Open = $true }
        $opened | Should -BeNullOrEmpty
        $run.Notices | Should -BeLike '-Open has nothing to open*'
    }

    It 'opens nothing without a person, and still reports' {
        $windows.Commands.Remove('Test-Interactive')
        $windows.Account.Kind = 'system'
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'activation'; Open = $true }
        $opened | Should -BeNullOrEmpty
        $run.Notices | Should -BeLike '-Open needs a person*'
        $run.Output | Should -HaveCount 1
    }
}

Describe 'programs and network' {
    BeforeAll {
        $subject = Import-Subject -Path $repair
    }

    It 'passes arguments as they are: <_>' -Skip:$onWindows -ForEach @(
        'plain', '', 'two words', 'a"b', 'back\slash', 'end\', 'sp ace\', 'sp ace\"q', '\\"', 'a\\"b c', '%PATH% & | ^ ( )'
    ) {
        $answer = & $subject { param($text) Invoke-NativeTool -Path /bin/sh -ArgumentList '-c', 'printf "<%s>" "$@"', 'sh', $text } $_
        $answer.Lines | Should -Be "<$_>"
    }

    It 'reads long outputs of both kinds, and the exit code' -Skip:$onWindows {
        $shellText = 'i=0; while [ $i -lt 20000 ]; do echo "out $i"; echo "err $i" >&2; i=$((i+1)); done; exit 7'
        $answer = & $subject { param($text) Invoke-NativeTool -Path /bin/sh -ArgumentList '-c', $text } $shellText
        $answer.ExitCode | Should -Be 7
        $answer.TimedOut | Should -BeFalse
        $answer.Lines | Should -HaveCount 40000
    }

    It 'ends a program that takes too long, and one that waits for an answer gets none' -Skip:$onWindows {
        $answer = & $subject { Invoke-NativeTool -Path /bin/sh -ArgumentList '-c', 'sleep 30' -TimeoutSeconds 2 }
        $answer.TimedOut | Should -BeTrue
        $answer.ExitCode | Should -BeNullOrEmpty
        (& $subject { Invoke-NativeTool -Path /bin/sh -ArgumentList '-c', 'read answer || exit 3' }).ExitCode | Should -Be 3
    }

    It 'leaves a command behind that takes too long, and passes on what one throws' {
        $subject = Import-Subject -Path $diagnose
        { & $subject { Invoke-WithLimit -Command 'Start-Sleep' -Parameter @{ Seconds = 3600 } -TimeoutSeconds 1 } } |
            Should -Throw -ExceptionType ([TimeoutException])
        & $subject { Invoke-WithLimit -Command 'Write-Output' -Parameter @{ InputObject = 'a', 'b' } -TimeoutSeconds 60 } | Should -Be 'a', 'b'
        { & $subject { Invoke-WithLimit -Command 'Get-Item' -Parameter @{ LiteralPath = '/none'; ErrorAction = 'Stop' } -TimeoutSeconds 60 } } |
            Should -Throw -ExceptionType ([Management.Automation.ItemNotFoundException])
    }

    It 'makes the arguments for a 64-bit PowerShell' {
        $bound = [ordered]@{ Check = @('a', 'b'); Undo = [switch] $false; WhatIf = [switch] $true; OutputPath = 'C:\x y\'; Language = '' }
        $made = @(& $subject { param($bound) Get-RelaunchArgument -Bound $bound -IsNative $false } $bound)
        $made[0..1] | Should -Be '-NoProfile', '-File'
        $made[3..($made.Count - 1)] | Should -Be '-Check', 'a,b', '-WhatIf', '-OutputPath', 'C:\x y'
        & $subject { param($bound) Get-RelaunchArgument -Bound $bound } $bound | Should -BeNullOrEmpty
    }

    It 'tells open ports from closed ones' {
        $subject = Import-Subject -Path $diagnose
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        & $subject { param($port) Test-TcpPort -HostName '127.0.0.1' -Port $port } $port | Should -BeTrue
        $listener.Stop()
        & $subject { param($port) Test-TcpPort -HostName '127.0.0.1' -Port $port -TimeoutSeconds 1 } $port | Should -BeFalse
    }

    It 'reads time, status and text of a web server, follows no redirection, and gives nothing without a date' {
        $subject = Import-Subject -Path $diagnose
        $serve = {
            param($listener, $lines)
            $client = $listener.AcceptTcpClient()
            $stream = $client.GetStream()
            $null = $stream.Read([byte[]]::new(4096), 0, 4096)
            $bytes = [Text.Encoding]::ASCII.GetBytes($lines -join "`r`n")
            $stream.Write($bytes, 0, $bytes.Length)
            $client.Close()
        }
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $url = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/"
        $before = [datetime]::UtcNow
        $date = 'Date: Sun, 22 Nov 2026 10:11:12 GMT'
        $answers = foreach ($lines in @(
                , @('HTTP/1.1 403 Forbidden', $date, 'Content-Length: 3', 'Connection: close', '', 'no!')
                , @('HTTP/1.1 302 Found', $date, 'Location: https://portal.example/', 'Content-Length: 0', 'Connection: close', '', '')
                , @('HTTP/1.1 204 No Content', $date, 'Connection: close', '', '')
                , @('HTTP/1.1 200 OK', 'Date: yesterday', 'Content-Length: 0', 'Connection: close', '', '')
            )) {
            $server = [powershell]::Create().AddScript($serve).AddArgument($listener).AddArgument($lines)
            $pending = $server.BeginInvoke()
            try { @{ Answer = & $subject { param($url) Get-WebDate -Url $url -TimeoutSeconds 10 } $url } }
            finally { $null = $server.EndInvoke($pending) }
        }
        $listener.Stop()
        @($answers | Select-Object -First 3 | ForEach-Object { $_.Answer.Status }) | Should -Be 403, 302, 204
        @($answers | Select-Object -First 3 | ForEach-Object { $_.Answer.Body }) | Should -Be 'no!', '', ''
        $answers[0].Answer.RemoteUtc | Should -Be ([datetime]::new(2026, 11, 22, 10, 11, 12, [DateTimeKind]::Utc))
        $answers[0].Answer.RemoteUtc.Kind | Should -Be 'Utc'
        $answers[0].Answer.LocalUtc | Should -BeGreaterOrEqual $before
        $answers[0].Answer.LocalUtc | Should -BeLessOrEqual ([datetime]::UtcNow)
        $answers[3].Answer | Should -BeNullOrEmpty
        & $subject { param($url) Get-WebDate -Url $url -TimeoutSeconds 2 } $url | Should -BeNullOrEmpty
    }

    It 'leaves a detection behind that never returns, and goes on with the next in a new place' {
        $subject = Import-Subject -Path $diagnose
        $answer = & $subject {
            $script:OutputFormat = 'Json'
            try { Invoke-TestWithLimit -Test { [Threading.Thread]::Sleep(12000) } -TimeoutSeconds 1 }
            catch [TimeoutException] { 'late' }
            Invoke-TestWithLimit -Test { New-Finding -Status Ok -Reason $script:OutputFormat } -TimeoutSeconds 60
            Invoke-TestWithLimit -Test { throw 'broken' } -TimeoutSeconds 60
        }
        $answer[0] | Should -Be 'late'
        $answer[1].Status | Should -Be 'Ok'
        $answer[1].Reason | Should -Be 'Json' -Because 'it sees what the script was told'
        "$($answer[2])" | Should -Be 'broken'
        $answer[2] | Should -BeOfType ([Management.Automation.ErrorRecord])
    }

    It 'ends by itself with a report and its exit code although a call never returns' -Skip:$onWindows {
        $runner = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid()).ps1")
        $text = [IO.File]::ReadAllText($diagnose)
        $hang = "function Test-OnWindows { `$true }`nfunction Get-Account { [pscustomobject]@{ Kind = 'user'; Elevated = `$true } }`n" +
            "function Get-Machine { [pscustomobject]@{ Build = 26200; Revision = 1; EditionId = 'Pro'; Kind = 'client'; Architecture = 'x64'; Account = 'user'; Elevated = `$true } }`n" +
            "function Get-RelaunchArgument { }`nfunction Open-Transcript { }`n" +
            "`$script:Checks[0].Test = { [Threading.Thread]::Sleep(-1) }`n`$script:Checks[0].Limit = 1`n" +
            "`$script:Checks[1].Test = { New-Finding -Status Problem }`n`$script:Checks = @(`$script:Checks[0..1])`n"
        [IO.File]::WriteAllText($runner, $text.Replace("#region Main", "$hang#region Main"))
        try {
            $lines = @(& $program @first -NoProfile -NonInteractive -File $runner -OutputFormat Json)
            $LASTEXITCODE | Should -Be 1 -Because "$lines"
            $report = $lines -join "`n" | ConvertFrom-Json
            $report.checks[0].status | Should -Be 'Unknown'
            $report.checks[0].reasonKey | Should -Be 'timedOut'
            $report.checks[1].status | Should -Be 'Problem' -Because 'the rest goes on'
        }
        finally { Remove-Item -LiteralPath $runner }
    }
}

Describe 'tests that use the network' {
    BeforeEach {
        $windows = New-SimulatedWindows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'run only when asked for' {
        $windows.Commands['Measure-Download'] = { throw 'asked for a download' }
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $found = & $subject { Invoke-Detection -Row ($script:Checks | Where-Object { $_.Id -eq 'line-speed' }) -Machine (Get-Machine) }
        $found.Status | Should -Be 'NotApplicable'
        $found.Reason | Should -Be 'networkTestsOff'
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'line-speed' }).Code | Should -Be 0
    }

    It 'stop after as many bytes as they need, also when the server sends on' {
        $serve = {
            param($listener)
            $client = $listener.AcceptTcpClient()
            $stream = $client.GetStream()
            $asked = [byte[]]::new(4096)
            $stream.WriteTimeout = 20000
            $length = $stream.Read($asked, 0, 4096)
            $head = [Text.Encoding]::ASCII.GetBytes("HTTP/1.1 200 OK`r`nContent-Length: 100000000`r`n`r`n")
            $stream.Write($head, 0, $head.Length)
            try { 1..1000 | ForEach-Object { $stream.Write([byte[]]::new(100000), 0, 100000) } } catch [IO.IOException] { 'cut off' }
            $client.Close()
            [Text.Encoding]::ASCII.GetString($asked, 0, $length)
        }
        $subject = Import-Subject -Path $diagnose
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $url = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/"
        $server = [powershell]::Create().AddScript($serve).AddArgument($listener)
        $pending = $server.BeginInvoke()
        try { $answer = & $subject { param($url) Measure-Download -Url $url -Bytes 1000000 -TimeoutSeconds 20 } $url }
        finally { $said = $server.EndInvoke($pending); $listener.Stop() }
        $answer.Bytes | Should -BeGreaterOrEqual 1000000
        $answer.Bytes | Should -BeLessThan 1100000
        $said[0] | Should -Be 'cut off'
        $said[1] | Should -Match 'Range: bytes=0-999999'
        & $subject { param($url) Measure-Download -Url $url -Bytes 1000 -TimeoutSeconds 2 } $url | Should -BeNullOrEmpty
    }
}

Describe 'who issued a certificate' {
    BeforeAll {
        $subject = Import-Subject -Path $diagnose
        $key = [Security.Cryptography.RSA]::Create(2048)
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=Inspection CA, O=Contoso', $key, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $certificate = $request.CreateSelfSigned([datetimeoffset]::UtcNow.AddDays(-1), [datetimeoffset]::UtcNow.AddDays(1))
        # Answers one client: over TLS, after the lines of a proxy where one is asked for.
        $serve = {
            param($listener, $certificate, $reply)
            $client = $listener.AcceptTcpClient()
            $stream = $client.GetStream()
            $asked = ''
            if ($reply) {
                while (-not $asked.EndsWith("`r`n`r`n")) { $asked += [char] $stream.ReadByte() }
                $bytes = [Text.Encoding]::ASCII.GetBytes("HTTP/1.1 $reply`r`nVia: 1.1 proxy`r`n`r`n")
                $stream.Write($bytes, 0, $bytes.Length)
            }
            try {
                $tls = [Net.Security.SslStream]::new($stream, $false)
                $tls.AuthenticateAsServer($certificate, $false, 'Tls12', $false)
                $null = $tls.ReadByte()
            }
            catch { $null = $_ }
            finally { $client.Dispose() }
            $asked
        }
    }

    It 'is read through a proxy that <Name>' -ForEach @(
        @{ Name = 'lets it through'; Reply = '200 Connection established'; Issuer = 'CN=Inspection CA, O=Contoso' }
        @{ Name = 'wants a password'; Reply = '407 Proxy Authentication Required'; Issuer = $null }
    ) {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $server = [powershell]::Create().AddScript($serve).AddArgument($listener).AddArgument($certificate).AddArgument($Reply)
        $pending = $server.BeginInvoke()
        try {
            $found = & $subject { param($port) Get-TlsIssuer -HostName 'sls.update.example' -Proxy "127.0.0.1:$port" -TimeoutSeconds 20 } $listener.LocalEndpoint.Port
        }
        finally { $asked = $server.EndInvoke($pending); $listener.Stop() }
        $found | Should -Be $Issuer
        "$asked" | Should -BeLike "CONNECT sls.update.example:443 HTTP/1.1`r`nHost: sls.update.example:443*"
    }

    It 'is nothing where nobody answers, or what answers speaks no TLS' {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $server = [powershell]::Create().AddScript({ param($listener) $listener.AcceptTcpClient().Dispose() }).AddArgument($listener)
        $pending = $server.BeginInvoke()
        $ask = { param($port) Get-TlsIssuer -HostName 'sls.update.example' -Proxy "127.0.0.1:$port" -TimeoutSeconds 20 }
        try { & $subject $ask $port | Should -BeNullOrEmpty }
        finally { $server.EndInvoke($pending); $listener.Stop() }
        & $subject $ask $port | Should -BeNullOrEmpty
        & $subject { Get-TlsIssuer -HostName 'no-such-name.invalid' -TimeoutSeconds 20 } | Should -BeNullOrEmpty
    }
}

Describe 'collecting' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $windows.Tools['wevtutil.exe'] = {
            param($Arguments)
            [IO.File]::WriteAllText($Arguments[2], "$Arguments")
            @{ ExitCode = if ($Arguments[1] -eq 'Setup') { 5 } else { 0 } }
        }
        $subject = Import-Subject -Path $collect -Windows $windows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'makes a zip file with a manifest, says what is missing, and leaves nothing else behind' {
        $before = @(Get-SimulatedState)
        $copies = @(Get-ChildItem -LiteralPath ([IO.Path]::GetTempPath()) -Filter 'Mendsheet-*' -Directory | ForEach-Object { $_.Name })
        $zip = "$($windows.Drive)\Windows\Temp\logs.zip"
        $run = Invoke-Subject -Subject $subject -Parameter @{ OutputPath = $zip; Full = $true }
        $run.Code | Should -Be 2
        $run.Output.Name | Should -Be 'logs.zip'
        $folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), "unzipped-$([guid]::NewGuid())")
        Expand-Archive -LiteralPath (Get-Item -LiteralPath $zip).FullName -DestinationPath $folder
        try {
            $manifest = Get-Content -LiteralPath (Join-Path -Path $folder -ChildPath 'manifest.json') -Raw | ConvertFrom-Json
            $manifest.files.path | Should -Contain '26-windows-update-log/CBS.log'
            foreach ($file in $manifest.files) {
                (Get-FileHash -LiteralPath (Join-Path -Path $folder -ChildPath $file.path)).Hash | Should -Be $file.sha256
            }
            $manifest.problems.source | Should -Contain 'Setup'
            $manifest.redacted | Should -BeFalse
            $manifest.files.path | Should -Contain 'system/system.json'
        }
        finally { Remove-Item -LiteralPath $folder -Recurse -Force }
        Compare-State -Before $before -After @(Get-SimulatedState) | Where-Object { $_ -notmatch 'logs\.zip' } | Should -BeNullOrEmpty
        Get-ChildItem -LiteralPath ([IO.Path]::GetTempPath()) -Filter 'Mendsheet-*' -Directory |
            Where-Object { $_.Name -clike 'Mendsheet-*' -and $_.Name -notin $copies } | Should -BeNullOrEmpty
    }

    Context 'on a PC with names' {
        BeforeEach {
            $script:unzipped = [IO.Path]::Combine([IO.Path]::GetTempPath(), "unzipped-$([guid]::NewGuid())")
            $root = $windows.Root
            # Names that want to be commands, patterns or paths elsewhere.
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\S-1-5-21-1-2-3-1001'] = @{
                ProfileImagePath = 'C:\Users\ta.ro $(x)'
            }
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName'] = @{ ComputerName = 'DESK-77' }
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'] = @{ Domain = 'corp.example.test' }
            $windows.Cim.Win32_BIOS = [pscustomobject]@{ SerialNumber = 'PF3XYZ12'; SMBIOSBIOSVersion = '1.0'; ReleaseDate = [datetime] '2024-01-01' }
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'] = @{
                SusClientId = '0a1b2c3d-0000-4000-8000-00aa00bb00cc'
                Blob        = [byte[]] (1, 2, 3)
            }
            $lines = @(
                'user C:\Users\ta.ro $(x)\AppData on desk-77.corp.example.test, DESK-77, again TA.RO $(x)'
                'S-1-5-21-111-222-333-1001 AB1CD-EF2GH-IJ3KL-MN4OP-QR5ST a.b@corp.example.test 192.0.2.77 2001:db8::7 00-1A-2B-3C-4D-5E'
                'http://proxyuser:pw@proxy/ ?sig=abc%3D&x=1 PF3XYZ12 192.0.2.77 10.0.26100.4652 12:34:56 KB5040442'
            )
            [IO.File]::WriteAllText([IO.Path]::Combine($root, 'Windows', 'Logs', 'CBS', 'CBS.log'), $lines -join "`r`n", [Text.Encoding]::Unicode)
            $null = [IO.Directory]::CreateDirectory([IO.Path]::Combine($root, 'Windows', 'Logs', 'MoSetup'))
            [IO.File]::WriteAllText([IO.Path]::Combine($root, 'Windows', 'Logs', 'MoSetup', 'DESK-77 [1] $(x).log'), 'plain')
            $null = [IO.Directory]::CreateDirectory([IO.Path]::Combine($root, 'Windows', 'Logs', 'WindowsUpdate'))
            [IO.File]::WriteAllBytes([IO.Path]::Combine($root, 'Windows', 'Logs', 'WindowsUpdate', 'WU.DESK-77.etl'), [byte[]] (0, 1, 2, 3))
            $windows.Events.Add(@{ Provider = 'Service Control Manager'; Id = 7036; Time = [datetime]::UtcNow; Data = @{ param1 = 'of desk-77' } })
            $windows.Tools['powershell.exe'] = {
                param($Arguments)
                $file = [regex]::Match($Arguments[-1], "-LogPath '(.+)'$").Groups[1].Value
                [IO.File]::WriteAllText($file, 'decoded for DESK-77')
                @{ ExitCode = 0 }
            }

            function Get-Bundle {
                param([hashtable] $Parameter)
                $zip = "$($windows.Drive)\Windows\Temp\logs"
                $run = Invoke-Subject -Subject $subject -Parameter ($Parameter + @{ OutputPath = $zip })
                Copy-Item -LiteralPath $zip -Destination "$unzipped.zip"
                Expand-Archive -LiteralPath "$unzipped.zip" -DestinationPath $unzipped
                $manifest = Get-Content -LiteralPath (Join-Path -Path $unzipped -ChildPath 'manifest.json') -Raw | ConvertFrom-Json
                $texts = @{}
                foreach ($file in Get-ChildItem -LiteralPath $unzipped -Recurse -File) { $texts[$file.Name] = [IO.File]::ReadAllText($file.FullName) }
                [pscustomobject]@{ Code = $run.Code; Manifest = $manifest; Texts = $texts; Notices = $run.Notices }
            }
        }

        AfterEach { Remove-Item -LiteralPath $unzipped, "$unzipped.zip" -Recurse -Force -ErrorAction Ignore }

        It 'takes them as they are with -Full, with settings, rendered events and decoded traces' {
            $bundle = Get-Bundle -Parameter @{ Full = $true }
            $bundle.Manifest.redacted | Should -BeFalse
            $bundle.Texts['00-README.txt'] | Should -Match 'is not redacted: it was made with -Full'
            $bundle.Texts['CBS.log'] | Should -Match 'PF3XYZ12'
            $bundle.Texts['System.txt'] | Should -BeLike '*Z 7036 Information Service Control Manager: of desk-77*'
            $bundle.Texts['WindowsUpdate.log'] | Should -Be 'decoded for DESK-77'
            $bundle.Texts.Keys | Should -Contain 'WU.DESK-77.etl'
            $bundle.Texts.Keys | Should -Contain 'DESK-77 [1] $(x).log'
            $keys = $bundle.Texts['HKLM-SOFTWARE-Microsoft-Windows-CurrentVersion-WindowsUpdate.txt']
            $keys | Should -BeLike '*String SusClientId = 0a1b*'
            $keys | Should -BeLike '*Binary Blob = (3 bytes)*'
            $bundle.Manifest.omissions | Should -BeNullOrEmpty
        }

        It 'puts pseudonyms in their place by itself, the same for the same name, and leaves out what it cannot read' {
            $bundle = Get-Bundle -Parameter @{}
            $bundle.Manifest.redacted | Should -BeTrue
            $all = ($bundle.Texts.Keys + $bundle.Texts.Values) -join "`n"
            $all | Should -Not -Match 'desk-77|ta\.ro|example\.test|PF3XYZ12|S-1-5-21-1|AB1CD|192\.0\.2\.77|2001:db8|00-1A-2B|proxyuser|abc%3D|0a1b2c3d'
            $log = $bundle.Texts['CBS.log']
            @([regex]::Matches($log, '\{ip-\d\}') | ForEach-Object { $_.Value } | Select-Object -Unique) | Should -HaveCount 2
            @([regex]::Matches($log, '\{computer-\d\}') | ForEach-Object { $_.Value } | Select-Object -Unique) | Should -Be '{computer-1}', '{computer-2}'
            @([regex]::Matches($log, '\{user-\d\}') | ForEach-Object { $_.Value }) | Should -Be '{user-1}', '{user-1}', '{user-2}'
            $log | Should -Match '\{user-2\}@\{domain-1\}' -Because 'a mail address shows the domain of the PC'
            $log | Should -Match '10\.0\.26100\.4652 12:34:56 KB5040442' -Because 'versions, times and updates are what the log is for'
            $bundle.Texts['WindowsUpdate.log'] | Should -Be 'decoded for {computer-1}'
            $bundle.Texts['{computer-1} [1] $(x).log'] | Should -Be 'plain'
            $bundle.Manifest.omissions.source | Should -Contain 'WU.{computer-1}.etl'
            $bundle.Manifest.omissions.source | Should -Contain 'System.evtx'
            $bundle.Manifest.omissions.reason | Sort-Object -Unique | Should -Be 'redaction'
            @($bundle.Notices -like '* files were left out *').Count | Should -Be 1
            $bundle.Manifest.files.path | Should -Contain '00-README.txt'
            $bundle.Manifest.replaced.ip.names | Should -BeGreaterOrEqual 2
            $bundle.Manifest.replaced.ip.places | Should -BeGreaterThan 2
            $bundle.Texts['00-README.txt'] | Should -Match "  ip: $($bundle.Manifest.replaced.ip.places) \($($bundle.Manifest.replaced.ip.names)\)"
            "$($bundle.Manifest.replaced | ConvertTo-Json)" | Should -Match '\A[\s{}",:0-9a-z]+\z' -Because 'it counts and names nobody'
        }

        It 'holds a canary of no class, wherever it was planted: logs, names of files, events, settings, services, the capture' {
            $planted = @(
                'DefaultPassword = canary1', 'Authorization: Digest username="canary2", response="canary3"', 'mail canary4@canary5.test'
                'C:\Users\canary6\x', 'by CANARY-7\canary8: done', '\\canary9\share', 'http://canary10:8530/', 'resolved canary11.canary12.test'
                'SSID : canary13', 'S-1-5-21-7788-7799-7700-1001', 'SusClientId = ca7a5e00-0000-4000-8000-00aa00bb00cc', '203.0.113.77', '2001:db8:77::88'
                '00-77-88-77-88-77', 'SerialNumber: CANARY14', 'key CANRY-CANRY-CANRY-CANRY-77AAA', '+1 555 0100 7788', '<Password>canary15</Password>'
            )
            $text = ($planted -join "`r`n") + "`r`nKB5040442 0x80070643`r`n"
            $logs = [IO.Path]::Combine($windows.Root, 'Windows', 'Logs')
            [IO.File]::WriteAllText([IO.Path]::Combine($logs, 'CBS', 'CBS.log'), $text)
            foreach ($name in 'canary4@canary5.test', 'S-1-5-21-7788-7799-7700-1001', '203.0.113.77', '00-77-88-77-88-77') {
                [IO.File]::WriteAllText([IO.Path]::Combine($logs, 'MoSetup', "$name.log"), 'plain')
                [IO.File]::WriteAllBytes([IO.Path]::Combine($logs, 'WindowsUpdate', "$name.etl"), [byte[]] (0, 1, 2, 3))
            }
            foreach ($one in $planted) {
                $windows.Events.Add(@{ Provider = 'Service Control Manager'; Id = 7036; Time = [datetime]::UtcNow; Data = @{ param1 = $one } })
            }
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'] = @{
                ProxyPassword = 'canary16 canary17'; LastUserName = 'canary18 canary19'; ProxyServer = 'http=canary20:8080;https=canary21:8080'
                ProxyOverride = 'canary22;<local>'; Note = $text
            }
            $windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'] = @{ WUServer = 'http://canary23:8530'; UpdateServiceUrlAlternate = 'canary24:8530' }
            $windows.Cim.Win32_Service = @([pscustomobject]@{
                    Name = 'x'; DisplayName = 'x'; State = 'Running'; StartMode = 'Auto'; ExitCode = 0; PathName = '"C:\Users\canary25 canary26\x.exe" /password:canary27'
                })
            $bundle = Get-Bundle -Parameter @{}
            $gone = 'canary|canry|7788-7799|ca7a5e00|203\.0\.113|db8:77|77-88-77|0100 7788'
            foreach ($name in $bundle.Texts.Keys) {
                "$name $($bundle.Texts[$name])" -split "`n" -match $gone | Should -BeNullOrEmpty -Because $name
            }
            $bundle.Texts['CBS.log'] | Should -Match 'KB5040442 0x80070643'
            $bundle.Texts['System.txt'] | Should -Match '\{user-\d+\}'
        }

        It 'redacts when -Full and -Redact are both asked for' {
            (Get-Bundle -Parameter @{ Full = $true; Redact = $true }).Manifest.redacted | Should -BeTrue
        }

        It 'writes a text in the encoding that it had, and one without names as it was' {
            $folder = [IO.Path]::Combine($windows.Root, 'Windows', 'Logs', 'MoSetup')
            $kinds = @{
                utf8 = [Text.UTF8Encoding]::new($false); utf8mark = [Text.UTF8Encoding]::new($true)
                little = [Text.UnicodeEncoding]::new($false, $false); littlemark = [Text.UnicodeEncoding]::new($false, $true)
                big = [Text.UnicodeEncoding]::new($true, $false); bigmark = [Text.UnicodeEncoding]::new($true, $true)
            }
            foreach ($kind in $kinds.Keys) {
                [IO.File]::WriteAllText([IO.Path]::Combine($folder, "$kind.log"), "Gr`u{fc}`u{df}e von DESK-77`r`n", $kinds[$kind])
                [IO.File]::WriteAllText([IO.Path]::Combine($folder, "plain-$kind.log"), "Gr`u{fc}`u{df}e `u{7530} KB5040442`n", $kinds[$kind])
            }
            # The end of a long file begins within a character; half a pair stands in a text with a mark.
            $cut = [byte[]] (0xa4, 0xbc) + [Text.Encoding]::UTF8.GetBytes(' DESK-77')
            [IO.File]::WriteAllBytes([IO.Path]::Combine($folder, 'cut.log'), $cut)
            $half = [byte[]] (0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00)
            [IO.File]::WriteAllBytes([IO.Path]::Combine($folder, 'half.log'), $half)
            [IO.File]::WriteAllBytes([IO.Path]::Combine($folder, 'wide.log'), [Text.Encoding]::UTF32.GetPreamble() + [Text.Encoding]::UTF32.GetBytes('DESK-77'))
            $null = Get-Bundle -Parameter @{}
            $made = @{}
            foreach ($file in Get-ChildItem -LiteralPath $unzipped -Recurse -File) { $made[$file.Name] = [IO.File]::ReadAllBytes($file.FullName) }
            foreach ($kind in $kinds.Keys) {
                $wanted = $kinds[$kind].GetPreamble() + $kinds[$kind].GetBytes("Gr`u{fc}`u{df}e von {computer-1}`r`n")
                [Convert]::ToHexString($made["$kind.log"]) | Should -Be ([Convert]::ToHexString($wanted)) -Because $kind
                $wanted = $kinds[$kind].GetPreamble() + $kinds[$kind].GetBytes("Gr`u{fc}`u{df}e `u{7530} KB5040442`n")
                [Convert]::ToHexString($made["plain-$kind.log"]) | Should -Be ([Convert]::ToHexString($wanted)) -Because $kind
            }
            [Convert]::ToHexString($made['cut.log']) | Should -BeLike 'A4BC20*'
            [Text.Encoding]::UTF8.GetString($made['cut.log']) | Should -Match '\{computer-1\}$'
            [Convert]::ToHexString($made['half.log']) | Should -Be ([Convert]::ToHexString($half))
            $made.Keys | Should -Not -Contain 'wide.log' -Because 'names in it could not be seen'
        }

        It 'keeps to the limit, and names what did not fit' {
            [IO.File]::WriteAllBytes([IO.Path]::Combine($windows.Root, 'Windows', 'Logs', 'WindowsUpdate', 'large.etl'), [byte[]]::new(2MB))
            $bundle = Get-Bundle -Parameter @{ MaximumMegabytes = 1 }
            ($bundle.Manifest.files.bytes | Measure-Object -Sum).Sum | Should -BeLessThan 1MB
            $omission = $bundle.Manifest.omissions | Where-Object { $_.source -like '*large.etl' }
            $omission.reason | Should -Be 'size'
            $omission.bytes | Should -Be 2MB
            $bundle.Texts.Keys | Should -Contain 'CBS.log'
        }

        It 'makes a bundle when reading fails everywhere, and says where' {
            foreach ($log in 'System', 'Setup') { $windows.LogErrors[$log] = 'damaged' }
            $windows.Tools['powershell.exe'] = { @{ ExitCode = $null; TimedOut = $true } }
            $windows.Tools['wevtutil.exe'] = { throw [IO.IOException]::new('no pipe') }
            $bundle = Get-Bundle -Parameter @{ Redact = $true }
            $bundle.Code | Should -Be 2
            $bundle.Manifest.problems.source | Should -Contain 'System'
            ($bundle.Manifest.problems | Where-Object { $_.source -eq 'Get-WindowsUpdateLog' }).error | Should -Be 'System.TimeoutException'
            $bundle.Texts.Keys | Should -Contain 'CBS.log'
        }
    }

    It 'keeps the end of a long file, and the newest of many' {
        $bundle = & $subject {
            $script:BundleFolder = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath "bundle-$([guid]::NewGuid())"
            $script:BundlePart = '1-x'
            $script:BundleProblems = New-Object -TypeName 'System.Collections.Generic.List[object]'
            $source = New-Item -Path "$($script:BundleFolder)-source" -ItemType Directory
            foreach ($number in 1..4) {
                $file = Join-Path -Path $source.FullName -ChildPath "$number.log"
                [IO.File]::WriteAllText($file, "$number" * 10 + 'END')
                [IO.File]::SetLastWriteTimeUtc($file, [datetime]::UtcNow.AddHours($number))
            }
            Add-BundleFile -Path (Join-Path -Path $source.FullName -ChildPath '*.log') -Newest 2 -MaxBytes 5
            Add-BundleFile -Path (Join-Path -Path $source.FullName -ChildPath 'none-*.log')
            $other = New-Item -Path (Join-Path -Path $source.FullName -ChildPath 'other') -ItemType Directory
            [IO.File]::WriteAllText((Join-Path -Path $other.FullName -ChildPath '4.log'), 'same name')
            Add-BundleFile -Path (Join-Path -Path $other.FullName -ChildPath '4.log')
            Remove-Item -LiteralPath $source.FullName -Recurse
            Get-ChildItem -LiteralPath $script:BundleFolder -Recurse -File | Sort-Object -Property Name | ForEach-Object {
                "$($_.Name) $([IO.File]::ReadAllText($_.FullName).Trim())"
            }
            Remove-Item -LiteralPath $script:BundleFolder -Recurse
        }
        $bundle | Should -Be '2-4.log same name', '3.log 33END', '4.log 44END'
    }
}
