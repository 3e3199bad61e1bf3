<#
.SYNOPSIS
    Defects that were found in other scripts of this kind, D1 to D25, and why each cannot happen here.
.PARAMETER Folder
    The folder of the product: every emitted script and snippet.
#>
param([Parameter(Mandatory)] [string] $Folder)

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
    $diagnose = Join-Path -Path $Folder -ChildPath 'diagnose.ps1'
    $repair = Join-Path -Path $Folder -ChildPath 'reset-components.ps1'

    # What a script does, without comments and tables of words: one text for all PowerShell, one for all batch.
    $powershell = @(Get-ChildItem -LiteralPath $Folder -Recurse -File | Where-Object { $_.Name -match '\.ps1(\.txt)?$' })
    $trees = @{}
    $code = @(
        foreach ($file in $powershell) {
            $tokens = $errors = $null
            $trees[$file.Name] = [Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $tokens, [ref] $errors)
            $isWords = $false
            foreach ($token in $tokens) {
                if ($token.Kind -eq 'Comment') {
                    if ($token.Text -match '^#(?:end)?region\b') { $isWords = $token.Text -eq '#region Messages' }
                }
                elseif (-not $isWords -and $token.Kind -notlike 'HereString*') { $token.Text }
            }
        }
        foreach ($file in Get-ChildItem -LiteralPath $Folder -Recurse -File | Where-Object { $_.Name -match '\.cmd(\.txt)?$' }) {
            [IO.File]::ReadAllLines($file.FullName) | Where-Object { $_ -notmatch '^\s*(@?rem\b|@?echo\b|call :say\b|call :list_check\b)' }
        }
    ) -join "`n"

    function Find-Text {
        param([string] $Pattern)
        [regex]::Matches($code, $Pattern) | ForEach-Object { $code.Substring([math]::Max(0, $_.Index - 40), [math]::Min(80, $code.Length - $_.Index)) }
    }

    function Find-Command {
        param([string] $Name)
        $isCommand = { $args[0] -is [Management.Automation.Language.CommandAst] -and $args[0].GetCommandName() -eq $Name }
        foreach ($script in $diagnose, $repair) {
            foreach ($found in $trees[(Split-Path -Path $script -Leaf)].FindAll($isCommand, $true)) {
                $parent = $found.Parent
                while ($parent -and $parent -isnot [Management.Automation.Language.FunctionDefinitionAst]) { $parent = $parent.Parent }
                [pscustomobject]@{ Function = if ($parent) { $parent.Name } else { '' }; Text = $found.Extent.Text }
            }
        }
    }

    function Invoke-Repairing {
        param([string[]] $Check, [hashtable] $With = @{})
        Invoke-Subject -Subject (Import-Subject -Path $repair -Windows $windows) -Parameter (@{ Check = $Check; Force = $true } + $With)
    }

    function Get-RepairId { (Get-SubjectCheck -Subject (Import-Subject -Path $repair) | Where-Object { $_.HasRepair }).Id }
}

Describe 'defect' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $store = "$($windows.Drive)\Windows\SoftwareDistribution"
        $journal = "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\1\journal.txt"
    }

    AfterEach { Exit-SimulatedWindows }

    It '<_>: policies, of groups or of MDM, and the keys of Windows Update are the same after every repair, even with -AllowManaged' -ForEach 'D1', 'D18' {
        $owned = @{
            'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'                = @{ TargetReleaseVersion = 1 }
            'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU'             = @{ NoAutoUpdate = 1 }
            'HKLM:\SOFTWARE\Policies\Microsoft\Windows Defender'                     = @{ x = 1 }
            'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System'        = @{ x = 1 }
            'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'           = @{ x = 1 }
            'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Services' = @{ x = 1 }
        }
        foreach ($key in $owned.Keys) { $windows.Registry[$key] = $owned[$key] }
        $windows.Services.wuauserv.Start = 4
        $before = @(Get-SimulatedState) -match 'Polic|\\WindowsUpdate'
        $before.Count | Should -BeGreaterThan 10
        $run = Invoke-Repairing -Check 'wuauserv-start-type', 'bits-queue', 'download-cache', 'tls-protocol' -With @{ AllowManaged = $true }
        $run.Code | Should -Be 0 -Because "$($run.Notices)"
        @(Get-SimulatedState) -match 'Polic|\\WindowsUpdate' | Should -Be $before
    }

    It 'D12: registry.pol is the same after every repair, and no script names it' {
        $file = "$($windows.Drive)\Windows\System32\GroupPolicy\Machine"
        $null = New-Item -Path $file -ItemType Directory
        Set-Content -LiteralPath "$file\registry.pol" -Value 'PReg'
        (Invoke-Repairing -Check 'bits-queue', 'download-cache').Code | Should -Be 0
        Get-Content -LiteralPath "$file\registry.pol" | Should -Be 'PReg'
        Find-Text -Pattern '(?i)registry\.pol' | Should -BeNullOrEmpty
    }

    It 'D2: no template of security settings is applied' {
        Find-Text -Pattern '(?i)secedit|defltbase|GroupPolicy|gpupdate' | Should -BeNullOrEmpty
    }

    It 'D3: the services that start Windows Update again are stopped first, and again when they come back' {
        $windows.Services.wuauserv.Status = 'Running'
        $windows.Services.wuauserv.ComesBack = 2
        (Invoke-Repairing -Check 'download-cache').Code | Should -Be 0
        $lines = @(Get-Content -LiteralPath $journal) -match '\|plan\|'
        $lines[0..1] | Should -BeLike '*|stop-service|*'
        $lines -match 'set-aside' | Should -HaveCount 2
        @($lines -match 'stop-service' -replace '.*stop-service\|(\w+).*', '$1')[0] | Should -Be 'UsoSvc'
        @($windows.ToolCalls -eq 'sc.exe stop wuauserv').Count | Should -BeGreaterThan 1
    }

    It 'D4: a second run sets aside under a new number, and one that cannot says failed' {
        foreach ($run in 1..2) {
            (Invoke-Repairing -Check 'download-cache').Code | Should -Be 0
            Test-Path -LiteralPath $store | Should -BeFalse
            $null = New-Item -Path $store -ItemType Directory
        }
        $windows.Holds[$store] = 99
        (Invoke-Repairing -Check 'download-cache').Output.Outcome | Should -Be 'Failed'
    }

    It 'D8: what the first run kept is there after the third' {
        foreach ($run in 1..3) {
            (Invoke-Repairing -Check 'download-cache').Code | Should -Be 0
            $null = New-Item -Path $store -ItemType Directory
        }
        foreach ($run in 1..3) { Test-Path -LiteralPath "$store.mendsheet$run" | Should -BeTrue }
        Test-Path -LiteralPath "$store.mendsheet1\DataStore\DataStore.edb" | Should -BeTrue
    }

    It 'D5: every program is waited for, within a limit, and no DLL is registered' {
        Find-Text -Pattern 'regsvr32' | Should -BeNullOrEmpty
        # What -Open shows a person is no work to wait for.
        Find-Command -Name 'Start-Process' | Where-Object { $_.Function -ne 'Open-Place' } | Should -BeNullOrEmpty
        $starters = foreach ($tree in $trees.Values) {
            $tree.FindAll({ $args[0] -is [Management.Automation.Language.InvokeMemberExpressionAst] -and $args[0].Extent.Text -like '*Diagnostics.Process]::Start*' }, $true) |
                ForEach-Object {
                    $parent = $_.Parent
                    while ($parent -isnot [Management.Automation.Language.FunctionDefinitionAst]) { $parent = $parent.Parent }
                    $parent.Name
                }
        }
        $starters | Select-Object -Unique | Should -Be 'Invoke-NativeTool'
    }

    It 'D22: the exit code of a program decides, not what it says, and not that it was started' {
        # The same proxy as in the scenario, with a netsh that fails.
        $text = [Text.Encoding]::ASCII.GetBytes('gone.example:80')
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
            WinHttpSettings = [byte[]] (@(24, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($text.Count) + $text)
        }
        $windows.Network.Closed = @('gone.example:80')
        $windows.Tools['netsh.exe'] = { @{ ExitCode = 1; Lines = @('Ok.') } }
        $run = Invoke-Repairing -Check 'proxy'
        $run.Code | Should -Be 1
        $run.Output.Outcome | Should -Be 'Failed'
        $windows.Tools['netsh.exe'] = { @{ ExitCode = $null; TimedOut = $true } }
        (Invoke-Repairing -Check 'proxy').Output.Failure | Should -BeLike '* timed out: it was stopped after 1 minutes*'
    }

    It 'D6: a disabled CryptSvc becomes automatic, as Windows has it' {
        $windows.Services.CryptSvc.Start = 4
        (Invoke-Repairing -Check 'cryptsvc-start-type').Code | Should -Be 0
        $windows.Services.CryptSvc.Start | Should -Be 2
        $windows.Services.CryptSvc.Delayed | Should -BeFalse
    }

    It 'D7: access lists give Power Users nothing, and one that lets SYSTEM and administrators in is left alone' {
        Find-Text -Pattern ';;;PU\)' | Should -BeNullOrEmpty
        $windows.Services.wuauserv.Security = 'D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;CCLCRPWP;;;BA)'
        foreach ($name in 'wuauserv-rights', 'bits-rights') { (Invoke-Repairing -Check $name).Output.Outcome | Should -Be 'Unchanged' }
        $windows.ToolCalls -like '*sdset*' | Should -BeNullOrEmpty
    }

    It 'D11: there is no list of words in several languages: the words that code compares with are English names and numbers' {
        Find-Text -Pattern '[^\x00-\x7e]' | Should -BeNullOrEmpty
        Find-Text -Pattern '(?i)inkonsistent|konsistent|ep.yhten|inkonsekvent' | Should -BeNullOrEmpty
    }

    It 'D14: the WMI repository is neither judged by words nor reset' {
        Find-Text -Pattern '(?i)inconsistent|winmgmt|verifyrepository|resetrepository' | Should -BeNullOrEmpty
    }

    It 'D9: no word that a tool says is looked at, so that a foreign Windows is repaired all the same' {
        Find-Text -Pattern 'find(?:str)?\.exe[^\n]*\b(?:STOPPED|RUNNING|FAILED|START_PENDING)\b|FAILED 1060' | Should -BeNullOrEmpty
        $windows.IsForeign = $true
        $windows.Services.msiserver.Start = 4
        $run = Invoke-Repairing -Check 'msiserver-start-type', 'download-cache', 'bits-rights'
        $run.Code | Should -Be 0 -Because "$($run.Notices)"
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeTrue
    }

    It '<_>: with -WhatIf no program that changes anything is started and nothing is written, by any repair' -ForEach 'D10', 'D13' {
        foreach ($service in 'wuauserv', 'BITS', 'UsoSvc', 'CryptSvc', 'msiserver') { $windows.Services[$service].Start = 4 }
        $windows.Services.BITS.Security = 'D:(A;;LC;;;SY)'
        $before = @(Get-SimulatedState)
        $null = Invoke-Repairing -Check @(Get-RepairId) -With @{ WhatIf = $true }
        @(Get-SimulatedState) | Should -Be $before
        $windows.ToolCalls | Where-Object { $_ -match '^sc\.exe (?!sdshow|query)|^(dism|sfc|netsh|w32tm|wusa)\.exe .*(reset|resync|config|restorehealth|scannow)' } |
            Should -BeNullOrEmpty
        # Whoever plans a change asks first.
        $planning = @(Find-Command -Name 'Add-JournalPlan' | ForEach-Object { $_.Function } | Select-Object -Unique)
        $asking = @(Find-Command -Name 'Confirm-Change' | ForEach-Object { $_.Function } | Select-Object -Unique)
        $planning.Count | Should -BeGreaterThan 5
        $planning | Where-Object { $_ -notin $asking } | Should -BeNullOrEmpty
    }

    It '<_>: a service that is stopped is no fault, and a healthy PC has no problem at all' -ForEach 'D15', 'D20' {
        foreach ($name in 'wuauserv', 'BITS', 'msiserver', 'TrustedInstaller', 'wlidsvc') { $windows.Services[$name].Status = 'Stopped' }
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $found = (Invoke-Subject -Subject $subject).Output
        @($found).Count | Should -BeGreaterThan 20
        $found | Where-Object { $_.Status -eq 'Problem' } | ForEach-Object { $_.Id } | Should -BeNullOrEmpty
    }

    It 'D16: no drive letter is written out, and no command that present-day Windows ignores is run' {
        Find-Text -Pattern '(?i)(?<![A-Za-z])C:\\' | Should -BeNullOrEmpty
        Find-Text -Pattern '(?i)\bwuauclt|\busoclient' | Should -BeNullOrEmpty
    }

    It 'D17: the update history is set aside and comes back' {
        (Invoke-Repairing -Check 'download-cache').Code | Should -Be 0
        Test-Path -LiteralPath "$store.mendsheet1\DataStore\DataStore.edb" | Should -BeTrue
        (Invoke-Subject -Subject (Import-Subject -Path $repair -Windows $windows) -Parameter @{ Undo = $true }).Code | Should -Be 0
        Test-Path -LiteralPath "$store\DataStore\DataStore.edb" | Should -BeTrue
        # What deletes at all: a key made by a run, a kept report that was sent, and generations when a person asks for that.
        $deleting = @(Find-Command -Name 'Remove-Item' | ForEach-Object { $_.Function } | Select-Object -Unique)
        $deleting | Where-Object { $_ -notin 'Write-RegistrySnapshot', 'Remove-AsideItem', 'Send-KeptReport' } | Should -BeNullOrEmpty
    }

    It 'D19: a pending restart stops the repair, and its sign stays' {
        $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'
        $windows.Registry[$key] = @{}
        (Invoke-Repairing -Check 'download-cache').Code | Should -Be 13
        $windows.Registry.ContainsKey($key) | Should -BeTrue
        Test-Path -LiteralPath $store | Should -BeTrue
    }

    It 'D21: updates stay removable, since nothing asks for /ResetBase' {
        Find-Text -Pattern '(?i)ResetBase' | Should -BeNullOrEmpty
    }

    It 'D23: a folder is renamed only while everything that uses it is stopped' {
        $seen = [Collections.Generic.List[string]]::new()
        $state = $windows
        $windows.Services.wuauserv.Status = 'Running'
        $windows.Commands['Rename-Item'] = {
            param([string] $LiteralPath, [string] $NewName)
            foreach ($name in 'UsoSvc', 'DoSvc', 'wuauserv', 'BITS', 'CryptSvc') {
                if ($state.Services[$name].Status -ne 'Stopped') { $seen.Add("$name at $LiteralPath") }
            }
            Microsoft.PowerShell.Management\Rename-Item -LiteralPath $LiteralPath -NewName $NewName
        }.GetNewClosure()
        (Invoke-Repairing -Check 'download-cache').Code | Should -Be 0
        $seen | Should -BeNullOrEmpty
    }

    It 'D24: what renames gets a bare name, which is all that works' {
        $names = @(Find-Command -Name 'Rename-Item' | ForEach-Object { [regex]::Match($_.Text, '-NewName (\(.*?\)|\S+)').Groups[1].Value } | Select-Object -Unique)
        $names.Count | Should -BeGreaterThan 0
        $names | Where-Object { $_ -notlike '(Split-Path * -Leaf)' -and $_ -cne '"$($run.Number).undone"' } | Should -BeNullOrEmpty
        $second = [regex]::Matches($code, '(?im)^\s*ren "[^"]+" "([^"]+)"') | ForEach-Object { $_.Groups[1].Value }
        $second | Should -Not -BeNullOrEmpty
        $second | Where-Object { $_ -match '[\\/]|%~[dp]' } | Should -BeNullOrEmpty
    }

    It 'D25: the queue of BITS is found where present-day Windows keeps it, in qmgr.db' {
        $folder = "$($windows.Drive)\ProgramData\Microsoft\Network\Downloader"
        Get-ChildItem -Path "$folder\qmgr*.dat" | Should -BeNullOrEmpty
        (Invoke-Repairing -Check 'bits-queue').Code | Should -Be 0
        Test-Path -LiteralPath "$folder\qmgr.db" | Should -BeFalse
        foreach ($name in 'qmgr.db', 'qmgr.jfm', 'edb00001.log') { Test-Path -LiteralPath "$folder\$name.mendsheet1" | Should -BeTrue }
    }
}
