<#
.SYNOPSIS
    Tests of scripts that run as the person signed in: whose settings they change, whose journal they keep, and what they refuse.
.PARAMETER Folder
    The folder of examples/printing, built.
.PARAMETER Channels
    The folder with its unpacked archives.
#>
param([Parameter(Mandatory)] [string] $Folder, [Parameter(Mandatory)] [string] $Channels)

BeforeDiscovery {
    $onWindows = $PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Global
    $common = Join-Path -Path $PSScriptRoot -ChildPath '../../examples/printing/checks/scenarios/windows.ps1'
    $key = 'HKCU:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Windows'

    function Compare-State {
        param($Before, $After)
        Compare-Object -ReferenceObject $Before -DifferenceObject $After | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" }
    }

    function Import-Script {
        param([string] $Name)
        Import-Subject -Path (Join-Path -Path $Folder -ChildPath "$Name.ps1") -Windows $windows
    }

    # A run written by hand, as the person or a program of that person could have left it.
    function Set-Journal {
        param([string[]] $Line, [string] $First = '0|run|2|printing|repair-user.ps1|1.0.0|-')
        $folder = New-Item -Path "$state\runs\1" -ItemType Directory -Force
        [IO.File]::WriteAllText([IO.Path]::Combine($folder.FullName, 'journal.txt'), ((@($First) + $Line) -join "`r`n") + "`r`n")
    }
}

Describe 'as the person signed in' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $windows.Account.Elevated = $false
        $null = & ([scriptblock]::Create([IO.File]::ReadAllText($common).Replace('C:\', "$($windows.Drive)\"))) $windows
        $windows.Cim['Win32_Printer'][0].Default = $false
        $windows.Cim['Win32_Printer'] += [pscustomobject]@{
            Name = 'Microsoft Print to PDF'; Default = $true; WorkOffline = $false; PortName = 'PORTPROMPT:'
        }
        $state = "$($windows.Drive)\Users\anna\AppData\Local\Mendsheet\printing"
        $subject = Import-Script -Name 'repair-user'
        $repair = @{ Check = 'default-printer-mode' }
    }

    AfterEach { Exit-SimulatedWindows }

    Context 'a repair as the person signed in' {
        It 'changes a value of that person, with a journal of that person, and brings it back' {
            $before = @(Get-SimulatedState)
            $run = Invoke-Subject -Subject $subject -Parameter $repair
            $run.Code | Should -Be 0
            $run.Output.Outcome | Should -Be 'Repaired'
            $windows.Registry[$key].LegacyDefaultPrinterMode | Should -Be 1
            $lines = @(Get-Content -LiteralPath "$state\runs\1\journal.txt")
            $lines[0] | Should -BeLike '0|run|2|printing|repair-user.ps1|*|-'
            $lines[1] | Should -Be "1|plan|registry-value|${key}:LegacyDefaultPrinterMode|absent|REG_DWORD:0x1"
            # Nothing of it is where a repair of the computer looks.
            $changed = Compare-State -Before $before -After @(Get-SimulatedState)
            $changed | Where-Object { $_ -notmatch '\\Users\\anna\\AppData\\Local\\Mendsheet|HKCU:' } | Should -BeNullOrEmpty
            $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
            $undo.Code | Should -Be 0
            Compare-State -Before $before -After @(Get-SimulatedState) | Where-Object { $_ -notmatch '\\AppData\\Local\\Mendsheet' } | Should -BeNullOrEmpty
            (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Notices | Should -Be 'There is nothing to undo.'
        }

        It 'is not stopped by what stops changes of the computer' {
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'] = @{}
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec'] = @{}
            (Invoke-Subject -Subject $subject -Parameter $repair).Code | Should -Be 0
        }

        It 'changes nothing for somebody else: <Name>' -ForEach @(
            @{ Name = 'elevated'; Account = @{ Kind = 'user'; Elevated = $true } }
            @{ Name = 'as SYSTEM'; Account = @{ Kind = 'system'; Elevated = $true } }
            @{ Name = 'as SYSTEM without the group'; Account = @{ Kind = 'system'; Elevated = $false } }
        ) {
            # There is something to repair and something to undo.
            Set-Journal -Line "1|plan|registry-value|${key}:Device|REG_SZ:x|REG_SZ:y", '1|done|-|-|-|-'
            $windows.Account = $Account
            $before = @(Get-SimulatedState)
            foreach ($parameter in $repair, ($repair + @{ WhatIf = $true }), @{ Undo = $true }, @{ Undo = $true; Run = 1 }) {
                $run = Invoke-Subject -Subject $subject -Parameter $parameter
                $run.Code | Should -Be 11
                $run.Notices | Should -BeLike '*that was not opened as administrator.'
            }
            Compare-State -Before $before -After @(Get-SimulatedState) | Should -BeNullOrEmpty
        }

        It 'refuses a key that is not of that person, before it writes anything: <Path>' -ForEach @(
            @{ Path = 'HKLM:\SOFTWARE\Example' }
            @{ Path = 'HKCU:\SOFTWARE\Policies\Example' }
            @{ Path = 'HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer' }
            @{ Path = 'HKCU:\SOFTWARE\x\..\Policies' }
            @{ Path = 'HKCU:\Volatile Environment' }
            @{ Path = 'HKU:\S-1-5-18\SOFTWARE\Example' }
        ) {
            $before = @(Get-SimulatedState)
            { & $subject { param($path) Set-RegistryValue -Path $path -Name 'x' -Value 'REG_DWORD:0x1' -Confirm:$false } $Path } |
                Should -Throw '*belongs to a policy or to Windows itself*'
            Compare-State -Before $before -After @(Get-SimulatedState) | Should -BeNullOrEmpty
        }
    }

    Context 'the journal of a person' {
        It 'leads undo nowhere else: <Name>' -ForEach @(
            @{ Name = 'a value of the computer'; Line = '1|plan|registry-value|HKLM\SOFTWARE\x:y|absent|REG_DWORD:0x1' }
            @{ Name = 'the same by its drive'; Line = '1|plan|registry-value|HKLM:\SOFTWARE\x:y|absent|REG_DWORD:0x1' }
            @{ Name = 'a value of somebody else'; Line = '1|plan|registry-value|HKU:\S-1-5-18\SOFTWARE\x:y|absent|REG_DWORD:0x1' }
            @{ Name = 'a policy'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\Policies\x:y|absent|REG_DWORD:0x1' }
            @{ Name = 'a way up'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\x\..\Policies:y|absent|REG_DWORD:0x1' }
            @{ Name = 'a key without its drive'; Line = '1|plan|registry-value|HKCU\SOFTWARE\x:y|absent|REG_DWORD:0x1' }
            @{ Name = 'a provider in front'; Line = '1|plan|registry-value|Registry::HKCU:\SOFTWARE\x:y|absent|REG_DWORD:0x1' }
            @{ Name = 'a wildcard'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\%2A:y|absent|REG_DWORD:0x1' }
            @{ Name = 'a line end'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\x:y%0A|absent|REG_DWORD:0x1' }
            @{ Name = 'no type'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\x:y|1|REG_DWORD:0x1' }
            @{ Name = 'what a tool wrote'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\x:y|absent|any' }
            @{ Name = 'a service'; Line = '1|plan|stop-service|Spooler|running|stopped' }
            @{ Name = 'rights of a service'; Line = '1|plan|service-security|Spooler|D:(A;;GA;;;WD)|D:(A;;CC;;;SY)' }
            @{ Name = 'a start type'; Line = '1|plan|service-start-type|Spooler|disabled|automatic' }
            @{ Name = 'a folder'; Line = '1|plan|set-aside|C:\Windows|present|C:\Windows.mendsheet1' }
            @{ Name = 'a folder of that person'; Line = '1|plan|set-aside|C:\Users\anna\x|present|C:\Users\anna\x.mendsheet1' }
            @{ Name = 'a tool'; Line = '1|plan|repair-tool|cmd.exe|-|/c calc' }
            @{ Name = 'the clock'; Line = '1|plan|set-clock|UTC|2026-01-01T00:00:00Z|2026-01-01T00:00:00Z' }
            @{ Name = 'a good line and a bad one'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\x:y|absent|REG_DWORD:0x1', '2|plan|x|y|-|-' }
            @{ Name = 'a token'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\x:y|absent|REG_DWORD:0x1'; First = '0|run|2|printing|repair-user.ps1|1.0.0|1-2-3' }
            @{ Name = 'no token'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\x:y|absent|REG_DWORD:0x1'; First = '0|run|2|printing|repair-user.ps1|1.0.0' }
            @{ Name = 'another product'; Line = '1|plan|registry-value|HKCU:\SOFTWARE\x:y|absent|REG_DWORD:0x1'; First = '0|run|2|other|repair-user.ps1|1.0.0|-' }
        ) {
            $windows.Registry['HKCU:\SOFTWARE\x'] = @{ y = 1 }
            $windows.Registry['HKLM:\SOFTWARE\x'] = @{ y = 1 }
            $splat = @{ Line = $Line }
            if ($First) { $splat.First = $First }
            Set-Journal @splat
            $before = @(Get-SimulatedState)
            $run = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
            $run.Code | Should -Be 20
            $said = if ($First) { 'The journal * is not one that this product wrote on this PC*' } else { "Line $(1 + @($Line).Count) of *" }
            $run.Notices | Should -BeLike $said
            $windows.ToolCalls | Should -BeNullOrEmpty
            Compare-State -Before $before -After @(Get-SimulatedState) | Where-Object { $_ -notmatch '\\lock' } | Should -BeNullOrEmpty
        }

        It 'is refused where somebody else could have written it: <Name>' -ForEach @(
            @{ Name = 'the topmost folder belongs to another user'; Place = '..'; Acl = 'O:S-1-5-21-1-2-3-1002G:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)' }
            @{ Name = 'whose number begins alike'; Place = '..'; Acl = 'O:S-1-5-21-1-2-3-10010G:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)' }
            @{ Name = 'everyone may write to the folder'; Place = '.'; Acl = 'O:S-1-5-21-1-2-3-1001G:BAD:AI(A;OICIID;FA;;;S-1-5-21-1-2-3-1001)(A;OICIID;FA;;;WD)' }
            @{ Name = 'users may remove from the folder of runs'; Place = 'runs'; Acl = 'O:S-1-5-21-1-2-3-1001G:BAD:AI(A;OICIID;FA;;;S-1-5-21-1-2-3-1001)(A;;DT;;;BU)' }
            @{ Name = 'the run belongs to another user'; Place = 'runs\1'; Acl = 'O:S-1-5-21-1-2-3-1002G:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)' }
            @{ Name = 'another user may write to the file'; Place = 'runs\1\journal.txt'; Acl = 'O:S-1-5-21-1-2-3-1001G:BAD:AI(A;ID;FA;;;S-1-5-21-1-2-3-1001)(A;;FW;;;S-1-5-21-1-2-3-1002)' }
        ) {
            $windows.Registry['HKCU:\SOFTWARE\x'] = @{ y = 1 }
            Set-Journal -Line '1|plan|registry-value|HKCU:\SOFTWARE\x:y|absent|REG_DWORD:0x1', '1|done|-|-|-|-'
            $path = switch ($Place) { '..' { Split-Path -Path $state } '.' { $state } default { "$state\$Place" } }
            $windows.Acl[$path] = $Acl
            $before = @(Get-SimulatedState)
            $run = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
            $run.Code | Should -Be 20
            Compare-State -Before $before -After @(Get-SimulatedState) | Where-Object { $_ -notmatch '\\lock' } | Should -BeNullOrEmpty
            if ($Place -in '..', '.', 'runs') {
                $run.Notices | Should -BeLike '*could have been made or changed by someone other than you*'
                (Invoke-Subject -Subject $subject -Parameter $repair).Code | Should -Be 1
                Compare-State -Before $before -After @(Get-SimulatedState) | Should -BeNullOrEmpty
            }
        }

        It 'is refused where there is a link: <Place>' -Skip:$onWindows -ForEach @{ Place = '' }, @{ Place = '\printing' }, @{ Place = '\printing\runs' } {
            $windows.Registry['HKCU:\SOFTWARE\x'] = @{ y = 1 }
            Set-Journal -Line '1|plan|registry-value|HKCU:\SOFTWARE\x:y|absent|REG_DWORD:0x1', '1|done|-|-|-|-'
            $real = (Get-Item -LiteralPath "$(Split-Path -Path $state)$Place").FullName
            [IO.Directory]::Move($real, "$real-elsewhere")
            $null = [IO.Directory]::CreateSymbolicLink($real, "$real-elsewhere")
            (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 20
            $windows.Registry['HKCU:\SOFTWARE\x'].y | Should -Be 1
        }

        It 'is none for a repair of the computer, which refuses such a line in its own' {
            Set-Journal -Line '1|plan|registry-value|HKCU:\SOFTWARE\x:y|absent|REG_DWORD:0x1', '1|done|-|-|-|-'
            $windows.Registry['HKCU:\SOFTWARE\x'] = @{ y = 1 }
            $windows.Account.Elevated = $true
            $machine = Import-Script -Name 'repair'
            (Invoke-Subject -Subject $machine -Parameter @{ Undo = $true }).Notices | Should -Be 'There is nothing to undo.'
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Print'].RpcAuthnLevelPrivacyEnabled = 0
            (Invoke-Subject -Subject $machine -Parameter @{ Check = 'print-rpc' }).Code | Should -BeIn 0, 3010
            $journal = "$($windows.Drive)\ProgramData\Mendsheet\printing\runs\1\journal.txt"
            Add-Content -LiteralPath $journal -Value '2|plan|registry-value|HKCU:\SOFTWARE\x:y|absent|REG_DWORD:0x1'
            $before = @(Get-SimulatedState)
            (Invoke-Subject -Subject $machine -Parameter @{ Undo = $true }).Code | Should -Be 20
            Compare-State -Before $before -After @(Get-SimulatedState) | Should -BeNullOrEmpty
        }
    }

    Context 'a diagnosis with checks of a person' {
        It 'sends that person to the script that repairs it' {
            $diagnose = Import-Script -Name 'diagnose'
            $run = Invoke-Subject -Subject $diagnose -Parameter @{ Check = 'default-printer-mode' }
            $run.Code | Should -Be 1
            & $diagnose { $script:OutputFormat = 'Text' }
            $text = (Invoke-Subject -Subject $diagnose -Parameter @{ Check = 'default-printer-mode' }).Text -join "`n"
            $text | Should -BeLike '*In a PowerShell that was not opened as administrator*.\repair-user.ps1 -Check default-printer-mode -WhatIf*'
            $text | Should -Not -BeLike '*.\repair.ps1*'
        }

        It 'is undecided where an administrator or SYSTEM runs it, and no exit code says healthy: <Kind>' -ForEach @{ Kind = 'user' }, @{ Kind = 'system' } {
            $windows.Account = @{ Kind = $Kind; Elevated = $true }
            $run = Invoke-Subject -Subject (Import-Script -Name 'diagnose') -Parameter @{ Check = 'default-printer-mode' }
            $run.Code | Should -Be 2
            $run.Output.Status | Should -Be 'Unknown'
            $run.Output.ReasonKey | Should -Be 'asUser'
        }
    }

    Context 'a remediation of Intune with the logged-on credentials' {
        It 'finds and repairs for the person signed in, and says of anyone else that it is undecided: <Name>' -ForEach @(
            # The list repairs nothing, since nothing is among the defaults of repair-user.
            @{ Name = 'user'; Scripts = @('detect') }
            @{ Name = '13-default-printer-mode'; Scripts = 'detect', 'repair' }
        ) {
            $load = { param($file) Import-Subject -Path (Join-Path -Path $Channels -ChildPath "intune/$Name/$file.ps1") -Windows $windows }
            $run = {
                param($subject)
                & $subject {
                    $line = Invoke-Main 6>$null
                    [pscustomobject]@{ Line = "$line"; Code = $script:ExitCode }
                }
            }
            $windows.Account.Elevated = $true
            foreach ($script in $Scripts) {
                $found = & $run (& $load $script)
                $found.Line | Should -BeLike '* default-printer-mode=U:asUser | Unknown'
                $found.Code | Should -Be 0
            }
            $windows.Registry[$key].ContainsKey('LegacyDefaultPrinterMode') | Should -BeFalse
            $windows.Account.Elevated = $false
            (& $run (& $load 'detect')).Code | Should -Be 1
            (Get-Content -LiteralPath (Join-Path -Path $Channels -ChildPath "intune/$Name/remediation.json") -Raw | ConvertFrom-Json).runAsAccount | Should -Be 'user'
        }

        It 'repairs the check that was chosen, in the journal of that person' {
            $subject = Import-Subject -Path (Join-Path -Path $Channels -ChildPath 'intune/13-default-printer-mode/repair.ps1') -Windows $windows
            & $subject { Invoke-Main 6>$null } | Should -BeLike '* default-printer-mode=P>O/R:chosen | Ok'
            Test-Path -LiteralPath "$state\runs\1\journal.txt" | Should -BeTrue
            Test-Path -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet" | Should -BeFalse
        }
    }
}
