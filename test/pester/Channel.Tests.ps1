<#
.SYNOPSIS
    Tests of scripts that services run with nobody there: whatever happens, exit code and last line are as the
    contract of the service says.
.PARAMETER Folder
    The folder of the product, which holds intune/.
#>
param([Parameter(Mandatory)] [string] $Folder)

BeforeDiscovery {
    $pairs = Get-ChildItem -LiteralPath (Join-Path -Path $Folder -ChildPath 'intune') -Recurse -Filter 'detect.ps1' |
        ForEach-Object { @{ Name = $_.Directory.Name; Path = $_.FullName } }
    $repairs = Get-ChildItem -LiteralPath (Join-Path -Path $Folder -ChildPath 'intune') -Recurse -Filter 'repair.ps1' |
        ForEach-Object { @{ Name = $_.Directory.Name; Path = $_.FullName } }
}

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Global
    $form = '^mendsheet/1 windows-update \S+ (detect|repair) (-|\d+\.\d+) (Ok|Problem|Unknown) \|( !\S+)?( [a-z0-9-]+=\S+)* \| \3$'

    # Runs a script from its first line to its exit. The stubs for functions that reach past commands, and those of a
    # case, are put in place at the first statement of main.
    function Invoke-Deployed {
        param([string] $Path, [hashtable] $Replace = @{}, [scriptblock] $Arrange, [hashtable] $Parameter = @{})
        $main = Select-String -LiteralPath $Path -Pattern '^\$script:ExitCode = 70' | Select-Object -Last 1
        $global:Deployed = @{ Replace = $Replace; Arrange = $Arrange }
        $breakpoint = Set-PSBreakpoint -Script $Path -Line $main.LineNumber -Action {
            $quiet = @{ WhatIf = $false; Confirm = $false }
            foreach ($stub in Get-ReachingFunction) {
                Set-Item @quiet -Path "function:script:$($stub.Name)" -Value $stub.ScriptBlock
            }
            foreach ($name in $global:Deployed.Replace.Keys) {
                Set-Item @quiet -Path "function:script:$name" -Value $global:Deployed.Replace[$name]
            }
            if ($global:Deployed.Arrange) { . $global:Deployed.Arrange }
        }
        try {
            $global:LASTEXITCODE = -99
            $written = @(& $Path @Parameter *>&1)
            [pscustomobject]@{ Code = $global:LASTEXITCODE; Written = $written; Line = "$($written | Select-Object -Last 1)" }
        }
        finally { $breakpoint | Remove-PSBreakpoint }
    }

    # Commands of a module that notice how often they are called, and break with one call: before it does anything, or after it
    # did, as where the answer is lost.
    function New-CutCommand {
        param([Parameter(Mandatory)] [psmoduleinfo] $Module, [int] $At = -1, [string] $When)
        $global:Cut = @{ Calls = 0; At = $At; When = $When; Module = $Module }
        $commands = @{}
        foreach ($name in $Module.ExportedFunctions.Keys) {
            $parameters = "$($Module.ExportedFunctions[$name].ScriptBlock.Ast.Body.ParamBlock)"
            $commands[$name] = [scriptblock]::Create(@"
$parameters
`$global:Cut.Calls++
`$isCut = `$global:Cut.Calls -eq `$global:Cut.At
if (`$isCut -and `$global:Cut.When -eq 'before') { throw [Net.Http.HttpRequestException]::new('cut off') }
& `$global:Cut.Module.ExportedFunctions['$name'] @PSBoundParameters
if (`$isCut) { throw [Net.Http.HttpRequestException]::new('cut off') }
"@)
        }
        $commands
    }

    function Confirm-Contract {
        param([psobject] $Run)
        $Run.Written | Should -HaveCount 1 -Because ($Run.Written -join "`n")
        $Run.Line | Should -MatchExactly $form
        $Run.Line.Length | Should -BeLessOrEqual 2048
        $Run.Code | Should -BeIn 0, 1
    }
}

Describe 'detection of <Name>' -ForEach $pairs {
    BeforeEach { $windows = New-SimulatedWindows }
    AfterEach { Exit-SimulatedWindows }

    It 'ends with 1 on a problem and with 0 otherwise' {
        $run = Invoke-Deployed -Path $Path
        Confirm-Contract -Run $run
        $run.Line | Should -Match '\| [a-z0-9-]+='
        $run.Code | Should -Be ([int] ($run.Line -match '=P'))
        $run.Line | Should -Not -Match '=P' -Because 'nothing is wrong with this PC'
    }

    It 'does not start a repair when it crashes: <Function>' -ForEach @(
        @{ Function = 'Get-Machine' }
        @{ Function = 'Select-Check' }
        @{ Function = 'New-Finding' }
        @{ Function = 'Get-LogPath' }
        @{ Function = 'Get-SummaryLine' }
    ) {
        # The app has no parameter, so nothing chooses its checks.
        if (-not (Select-String -LiteralPath $Path -Pattern "^function $Function " -Quiet)) { return }
        $run = Invoke-Deployed -Path $Path -Replace @{ $Function = { throw 'broken' } }
        Confirm-Contract -Run $run
        $run.Code | Should -Be 0
        $run.Line | Should -Match '!defect'
    }

    It 'is undecided where a check crashes' {
        $run = Invoke-Deployed -Path $Path -Replace @{ 'Invoke-Detection' = { New-Finding -Status 'Unknown' -Reason 'detectThrew' } }
        Confirm-Contract -Run $run
        $run.Code | Should -Be 0
        $run.Line | Should -Match '=U:detectThrew'
    }

    It 'is undecided when the time is up' {
        $run = Invoke-Deployed -Path $Path -Arrange { $script:LimitMinutes = 0 }
        Confirm-Contract -Run $run
        $run.Code | Should -Be 0
        $run.Line | Should -Match '=U:outOfTime'
    }

    It 'finds no problem where every program and query runs out of time' {
        $late = @{
            'Invoke-NativeTool' = { [pscustomobject]@{ ExitCode = $null; TimedOut = $true; Lines = @() } }
            'Get-CimInstance'   = { throw [TimeoutException]::new('Time out.') }
        }
        $run = Invoke-Deployed -Path $Path -Replace $late
        Confirm-Contract -Run $run
        $run.Code | Should -Be 0 -Because $run.Line
    }

    It 'finds no problem where commands are missing' {
        $missing = { throw [Management.Automation.CommandNotFoundException]::new('The term is not recognized.') }
        $names = 'Get-CimInstance', 'Get-WinEvent', 'Get-Service', 'Get-NetAdapter', 'Resolve-DnsName', 'Get-Process'
        $replace = @{}
        foreach ($name in $names) { $replace[$name] = $missing }
        $run = Invoke-Deployed -Path $Path -Replace $replace
        Confirm-Contract -Run $run
        $run.Code | Should -Be 0 -Because $run.Line
    }

    It 'says so where the language mode is restricted' {
        $run = Invoke-Deployed -Path $Path -Replace @{ 'Get-StartRefusal' = { 'languageMode' } }
        Confirm-Contract -Run $run
        $run.Code | Should -Be 0
        $run.Line | Should -Match '!languageMode'
    }
}

Describe 'repair of <Name>' -ForEach $repairs {
    BeforeEach { $windows = New-SimulatedWindows }
    AfterEach { Exit-SimulatedWindows }

    It 'changes nothing where nothing is wrong' {
        $before = @(Get-SimulatedState)
        $run = Invoke-Deployed -Path $Path
        Confirm-Contract -Run $run
        $run.Code | Should -Be 0 -Because $run.Line
        Compare-Object -ReferenceObject $before -DifferenceObject @(Get-SimulatedState) | Should -BeNullOrEmpty
    }

    It 'ends with 1 when it crashes: <_>' -ForEach 'Get-Machine', 'Get-SummaryLine' {
        $run = Invoke-Deployed -Path $Path -Replace @{ $_ = { throw 'broken' } }
        Confirm-Contract -Run $run
        $run.Code | Should -Be 1
        $run.Line | Should -Match '!defect'
    }
}

Describe 'a pair on a PC' {
    BeforeAll {
        $pair = Join-Path -Path $Folder -ChildPath 'intune/6-msiserver-start-type'
        $all = Join-Path -Path $Folder -ChildPath 'intune/all'
    }
    BeforeEach {
        $windows = New-SimulatedWindows
        $windows.Services.msiserver.Start = 4
    }
    AfterEach { Exit-SimulatedWindows }

    It 'detects, repairs and detects again' {
        (Invoke-Deployed -Path "$pair/detect.ps1").Code | Should -Be 1
        $run = Invoke-Deployed -Path "$pair/repair.ps1"
        $run.Line | Should -Match ' msiserver-start-type=P>O/R \| Ok$'
        $run.Code | Should -Be 0
        $windows.Services.msiserver.Start | Should -Be 3
        (Invoke-Deployed -Path "$pair/detect.ps1").Code | Should -Be 0
    }

    It 'is undone by the script for people' {
        $before = @(Get-SimulatedState -WithoutTraces)
        (Invoke-Deployed -Path "$pair/repair.ps1").Code | Should -Be 0
        Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
        $script = Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'reset-components.ps1') -Windows $windows
        (Invoke-Subject -Subject $script -Parameter @{ Undo = $true }).Code | Should -Be 0
        $windows.Services.msiserver.Start | Should -Be 4
        Compare-Object -ReferenceObject $before -DifferenceObject @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
    }

    It 'repairs of the whole list what is a problem, and nothing else' {
        $windows.Services.BITS.Status = 'Stopped'
        $run = Invoke-Deployed -Path "$all/repair.ps1"
        Confirm-Contract -Run $run
        $run.Line | Should -Match ' msiserver-start-type=P>O/R'
        $run.Line | Should -Match ' download-cache=O'
        ([regex]::Matches($run.Line, '>')).Count | Should -Be 1
        Test-Path -LiteralPath "$($windows.Drive)\Windows\SoftwareDistribution.mendsheet1" | Should -BeFalse
    }

    It 'repairs although Intune manages the PC' {
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\0A'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 }
        (Invoke-Deployed -Path "$pair/repair.ps1").Code | Should -Be 0
        $windows.Services.msiserver.Start | Should -Be 3
    }

    It 'waits for a restart that Windows wants, and installers hear of it' {
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'] = @{}
        $run = Invoke-Deployed -Path "$pair/repair.ps1"
        Confirm-Contract -Run $run
        $run.Code | Should -Be 1
        $run.Line | Should -Match '!exit:13 msiserver-start-type=P>P/B'
        (Invoke-Deployed -Path "$pair/repair.ps1" -Parameter @{ ExitCodes = 'Installer' }).Code | Should -Be 1618
        $windows.Services.msiserver.Start | Should -Be 4
    }

    It 'changes nothing without rights' {
        $windows.Account.Elevated = $false
        $run = Invoke-Deployed -Path "$pair/repair.ps1"
        Confirm-Contract -Run $run
        $run.Code | Should -Be 1
        $run.Line | Should -Match '!notElevated'
        $windows.Services.msiserver.Start | Should -Be 4
    }

    It 'shows with -WhatIf what it would repair' {
        $before = @(Get-SimulatedState)
        $run = Invoke-Deployed -Path "$pair/repair.ps1" -Parameter @{ WhatIf = $true }
        $run.Line | Should -Match 'msiserver-start-type=P>P/P'
        Compare-Object -ReferenceObject $before -DifferenceObject @(Get-SimulatedState) | Should -BeNullOrEmpty
    }

    It 'refuses a check that it does not have' {
        $run = Invoke-Deployed -Path "$all/detect.ps1" -Parameter @{ Check = 'clock,clok' }
        Confirm-Contract -Run $run
        $run.Line | Should -Match '!unknownCheck'
        (Invoke-Deployed -Path "$all/detect.ps1" -Parameter @{ Check = 'clock' }).Line | Should -Match '\| clock=O \|'
    }

    It 'takes an id that a check had before: <_>' -ForEach 'intune/all/detect.ps1', 'intune/all/repair.ps1', 'rmm/detect.ps1' {
        $path = Join-Path -Path $Folder -ChildPath $_
        $former = { ($script:Checks | Where-Object -Property Id -EQ 'bits-start-type').Formerly = @('bits', 'bits-service') }
        foreach ($check in 'bits-service', 'bits,BITS-start-type, bits-service') {
            $line = (Invoke-Deployed -Path $path -Arrange $former -Parameter @{ Check = $check }).Line
            [regex]::Matches($line, '=') | Should -HaveCount 1 -Because $line
            $line | Should -Match ' bits-start-type=O '
        }
        (Invoke-Deployed -Path $path -Arrange $former -Parameter @{ Check = 'bits,bit' }).Line | Should -Match '!unknownCheck'
    }

    It 'takes a list of checks with blanks and doubles as it is meant: <Script> <Check>' -ForEach @(
        foreach ($script in 'intune/all/detect.ps1', 'intune/all/repair.ps1', 'rmm/detect.ps1') {
            foreach ($check in 'bits-start-type,bits-start-type', ' bits-start-type , msiserver-start-type', 'bits-start-type,,BITS-start-type,', "`tbits-start-type") { @{ Script = $script; Check = $check } }
        }
    ) {
        $line = (Invoke-Deployed -Path (Join-Path -Path $Folder -ChildPath $Script) -Parameter @{ Check = $Check }).Line
        $line | Should -Not -Match '!unknownCheck'
        [regex]::Matches($line, ' bits-start-type=') | Should -HaveCount 1
        $line -match ' msiserver-start-type=' | Should -Be ($Check -match 'msiserver')
        $wrong = Invoke-Deployed -Path (Join-Path -Path $Folder -ChildPath $Script) -Parameter @{ Check = "$Check,clok,clok" }
        $wrong.Line | Should -Match '!unknownCheck'
    }

    It 'gives on what the 64-bit PowerShell said' {
        $child = {
            'noise'
            'mendsheet/1 windows-update 0.1.0 detect 26100.1 Problem | clock=P | Problem'
            $global:LASTEXITCODE = 1
        }
        $relaunch = { '-NoProfile' }
        $global:Child = $child
        $run = Invoke-Deployed -Path "$pair/detect.ps1" -Replace @{ 'Get-RelaunchArgument' = $relaunch } -Arrange {
            $script:NativeShell = $global:Child
        }
        Confirm-Contract -Run $run
        $run.Code | Should -Be 1
        $global:Child = { $global:LASTEXITCODE = -1073741510 }
        $run = Invoke-Deployed -Path "$pair/detect.ps1" -Replace @{ 'Get-RelaunchArgument' = $relaunch } -Arrange {
            $script:NativeShell = $global:Child
        }
        Confirm-Contract -Run $run
        $run.Code | Should -Be 0
    }

    It 'gives on to an installer what the 64-bit PowerShell ended with: <_>' -ForEach 0, 1, 1618, 3010 {
        $global:Child = [scriptblock]::Create("'mendsheet/1 windows-update 0.1.0 repair 26100.1 Ok | clock=O | Ok'; `$global:LASTEXITCODE = $_")
        $run = Invoke-Deployed -Path "$pair/repair.ps1" -Replace @{ 'Get-RelaunchArgument' = { '-NoProfile' } } -Arrange {
            $script:NativeShell = $global:Child
        } -Parameter @{ ExitCodes = 'Installer' }
        $run.Code | Should -Be $_
    }

    It 'keeps a log where Intune collects it and nobody else can write, as SYSTEM alone' {
        $logs = "$($windows.Drive)\ProgramData\Microsoft\IntuneManagementExtension\Logs"
        $null = New-Item -Path $logs -ItemType Directory
        $windows.Acl[$logs] = 'O:SYG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;0x1200a9;;;BU)'
        $null = Invoke-Deployed -Path "$pair/detect.ps1"
        Get-ChildItem -LiteralPath $logs | Should -BeNullOrEmpty
        $windows.Account.Kind = 'system'
        $broken = { New-Finding -Status 'Unknown' -Reason 'odd' -Evidence @{ Name = "a`r`nmendsheet/1 forged" } }
        $null = Invoke-Deployed -Path "$pair/detect.ps1" -Replace @{ 'Invoke-Detection' = $broken }
        @(Get-Content -LiteralPath "$logs\Mendsheet-windows-update-detect.log") | Should -HaveCount 2
        $null = Invoke-Deployed -Path "$pair/repair.ps1"
        $log = @(Get-Content -LiteralPath "$logs\Mendsheet-windows-update-repair.log")
        $log -match 'msiserver-start-type Problem disabled' | Should -HaveCount 1
        $log[-1] | Should -Match 'mendsheet/1 .*msiserver-start-type=P>O/R'
    }
}

Describe 'the summary line' {
    BeforeAll {
        $load = { param($path) . $path }
        $subject = New-Module -ScriptBlock $load -ArgumentList (Join-Path -Path $Folder -ChildPath 'intune/all/detect.ps1')
    }

    It 'holds every status of 45 checks in 2,048 characters, and reasons of problems first' {
        $line = & $subject {
            $results = foreach ($number in 1..45) {
                [pscustomobject]@{
                    Id      = "check-with-a-long-name-$number"
                    Status  = @('Unknown', 'Problem')[$number % 2]
                    Reason  = 'a-reason-of-some-length'
                    HResult = @('0x80070005')
                    Before  = ''
                    Outcome = ''
                }
            }
            Get-SummaryLine -Result $results -Windows '26100.1'
        }
        $line.Length | Should -BeLessOrEqual 2048
        [regex]::Matches($line, '=[PU]').Count | Should -Be 45
        $line | Should -Match '=P:a-reason'
        $line | Should -Not -Match '=U:a-reason'
    }

    It 'E12 tells the service no evidence' {
        $line = & $subject {
            function Invoke-Detection {
                $evidence = @{ UserName = 'Alice'; Computer = 'PC-0815' }
                New-Finding -Status 'Problem' -Reason 'broken' -Evidence $evidence -HResult '0x80070005'
            }
            $machine = [pscustomobject]@{ Build = 1; Revision = 1 }
            Get-SummaryLine -Result @(Get-ChannelResult -Row $script:Checks[0] -Machine $machine)
        }
        $line | Should -Match '=P:broken:0x80070005'
        $line | Should -Not -Match 'Alice|0815'
    }

    It 'keeps words of a reason from breaking the line' {
        $line = & $subject {
            $result = [pscustomobject]@{
                Id = 'x'; Status = 'Problem'; Reason = "a b|c`r`n!d=e$([char] 0x66f4)"; HResult = @(); Before = ''; Outcome = ''
            }
            Get-SummaryLine -Result $result
        }
        $line | Should -Be 'mendsheet/1 windows-update 0.1.0 detect - Problem | x=P:abcde | Problem'
    }
}

Describe 'under application control' {
    It 'says in a restricted language mode that nothing can be decided: <Script>' -ForEach @(
        @{ Script = 'intune/all/detect.ps1'; Code = 0; Line = 'mendsheet/1 * | !languageMode | Unknown' }
        @{ Script = 'intune/all/repair.ps1'; Code = 1; Line = 'mendsheet/1 * | !languageMode | Unknown' }
        @{ Script = 'intune/compliance/discovery.ps1'; Code = 0; Line = '{"*":1,*:1}' }
        @{ Script = 'configmgr/6-msiserver-start-type/discovery.ps1'; Code = 0; Line = 'Unknown' }
        @{ Script = 'rmm/detect.ps1'; Code = 0; Line = 'mendsheet/1 * | !languageMode | Unknown' }
    ) {
        Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1"
        $program, $first = Get-ShellCommand
        $path = Join-Path -Path $Folder -ChildPath $Script
        $command = "`$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; & '$path'; exit `$LASTEXITCODE"
        $lines = @(& $program @first -NoProfile -NonInteractive -Command $command 2>&1 | ForEach-Object { "$_" })
        $LASTEXITCODE | Should -Be $Code
        $lines | Should -HaveCount 1
        $lines[0] | Should -BeLike $Line
    }
}

Describe 'what asks for a verdict' {
    BeforeEach { $windows = New-SimulatedWindows }
    AfterEach { Exit-SimulatedWindows }

    It 'gives Intune one number a check' {
        $path = Join-Path -Path $Folder -ChildPath 'intune/compliance/discovery.ps1'
        $windows.Services.msiserver.Start = 4
        $run = Invoke-Deployed -Path $path
        $run.Written | Should -HaveCount 1
        $run.Code | Should -Be 0
        $levels = ConvertFrom-Json -InputObject $run.Line
        $levels.'msiserver-start-type' | Should -Be 2
        $levels.'disk-space' | Should -Be 0
        $crashed = Invoke-Deployed -Path $path -Replace @{ 'Get-Machine' = { throw 'broken' } }
        $crashed.Code | Should -Be 0
        $values = (ConvertFrom-Json -InputObject $crashed.Line).PSObject.Properties.Value
        $values | Sort-Object -Unique | Should -Be 1
        @($values).Count | Should -Be @($levels.PSObject.Properties).Count
    }

    It 'gives Configuration Manager one word' {
        $path = Join-Path -Path $Folder -ChildPath 'configmgr/6-msiserver-start-type/discovery.ps1'
        $windows.Services.msiserver.Start = 4
        $run = Invoke-Deployed -Path $path
        $run.Written | Should -Be 'Problem'
        $run.Code | Should -Be 0
        (Invoke-Deployed -Path $path -Replace @{ 'Get-Machine' = { throw 'broken' } }).Written | Should -Be 'Unknown'
        (Invoke-Deployed -Path $path -Replace @{ 'Get-StartRefusal' = { 'languageMode' } }).Written | Should -Be 'Unknown'
    }
}

Describe 'detection for tools of remote management' {
    BeforeAll { $detect = Join-Path -Path $Folder -ChildPath 'rmm/detect.ps1' }
    BeforeEach { $windows = New-SimulatedWindows }
    AfterEach { Exit-SimulatedWindows }

    It 'ends with <Code> <Why>' -ForEach @(
        @{ Why = 'where nothing is wrong'; Verdict = 'Ok'; More = @{}; Code = 0 }
        @{ Why = 'where nothing is wrong, whatever a problem is called'; Verdict = 'Ok'; More = @{ ProblemCode = 1001 }; Code = 0 }
        @{ Why = 'where it cannot be decided'; Verdict = 'Unknown'; More = @{ ProblemCode = 1001 }; Code = 0 }
        @{ Why = 'on a problem'; Verdict = 'Problem'; More = @{}; Code = 1 }
        @{ Why = 'on a problem, as it was told'; Verdict = 'Problem'; More = @{ ProblemCode = 1001 }; Code = 1001 }
    ) {
        $global:Wanted = $Verdict
        $found = @{ 'Get-ChannelResult' = {
                param([hashtable[]] $Row, [psobject] $Machine)
                [pscustomobject]@{ Id = $Row[0].Id; Status = $global:Wanted; Reason = ''; HResult = @(); Before = ''; Outcome = '' }
            }
        }
        $run = Invoke-Deployed -Path $detect -Replace $found -Parameter $More
        $run.Line | Should -MatchExactly $form
        $run.Line | Should -BeLike "* | $Verdict"
        $run.Written | Should -HaveCount 1
        $run.Code | Should -Be $Code
    }

    It 'is undecided where it crashes, and not green where it is asked for a check that it does not have' {
        $run = Invoke-Deployed -Path $detect -Replace @{ 'Get-Machine' = { throw 'broken' } } -Parameter @{ ProblemCode = 1001 }
        $run.Code | Should -Be 0
        $run.Line | Should -BeLike '*!defect*| Unknown'
        foreach ($check in 'no-such-check', 'clock,retired-check') {
            $run = Invoke-Deployed -Path $detect -Parameter @{ Check = $check; ProblemCode = 1001 }
            $run.Code | Should -Be 1064
            $run.Line | Should -BeLike '*| !unknownCheck | Unknown'
            (Invoke-Deployed -Path $detect -Parameter @{ Check = $check }).Code | Should -Be 64
        }
    }

    It 'puts the line between the markers of Datto, and nothing else' {
        $run = Invoke-Deployed -Path $detect -Parameter @{ Markers = $true }
        $run.Written | Should -HaveCount 3
        $run.Written[0] | Should -BeExactly '<-Start Result->'
        $run.Written[1] | Should -MatchExactly $form.Replace('^', '^Status=')
        $run.Written[2] | Should -BeExactly '<-End Result->'
    }

    It 'asks the 64-bit PowerShell for the line alone, and judges by it' {
        $shell = "$($windows.Drive)\shell.ps1"
        Set-Content -LiteralPath $shell -Value 'param($NoProfile, $File, $Check) "noise"; "mendsheet/1 windows-update 0 detect 1.1 Problem | $Check | Problem"; exit 0'
        $global:Shell = $shell
        $relaunch = @{ 'Get-RelaunchArgument' = {
                param($Bound)
                $script:NativeShell = $global:Shell
                if (@($Bound.Keys) -ne 'Check') { throw 'more than the checks' }
                'none', 'none', $Bound['Check']
            }
        }
        $run = Invoke-Deployed -Path $detect -Replace $relaunch -Parameter @{ Check = 'clock'; ProblemCode = 1001; Markers = $true }
        $run.Code | Should -Be 1001
        $run.Written[1] | Should -BeExactly 'Status=mendsheet/1 windows-update 0 detect 1.1 Problem | clock | Problem'
    }
}

Describe 'detection of the Win32 app' {
    BeforeAll { $detect = Join-Path -Path $Folder -ChildPath 'intune/win32/detect.ps1' }
    BeforeEach { $windows = New-SimulatedWindows }
    AfterEach { Exit-SimulatedWindows }

    It 'counts as not installed once it was removed, however healthy the PC is, and as installed again after the next installation' {
        $key = 'HKLM:\SOFTWARE\Mendsheet\windows-update'
        (Invoke-Deployed -Path $detect).Code | Should -Be 0
        $windows.Registry[$key] = @{ AppRemoved = 1 }
        $run = Invoke-Deployed -Path $detect
        $run.Code | Should -Be 1
        $run.Line | Should -Match '\| !removed \|'
        $windows.Registry[$key] = @{}
        (Invoke-Deployed -Path $detect).Code | Should -Be 0
    }

    It 'runs no check of an app that was removed, so that a broken one does not matter' {
        $key = 'HKLM:\SOFTWARE\Mendsheet\windows-update'
        $windows.Registry[$key] = @{ AppRemoved = 1 }
        (Invoke-Deployed -Path $detect -Replace @{ 'Get-Machine' = { throw 'broken' } }).Code | Should -Be 1
    }
}

Describe 'removing the Win32 app' {
    BeforeAll {
        Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1"
        $shell, $first = Get-ShellCommand
        $app = [IO.File]::ReadAllText((Join-Path -Path $Folder -ChildPath 'intune/win32/app.json')) | ConvertFrom-Json
        $null = $app.uninstallCommandLine -match '^%SystemRoot%\\Sysnative\\WindowsPowerShell\\v1\.0\\powershell\.exe (-NoProfile .*)-ExecutionPolicy Bypass -Command "(.+)"$'
        $line = $Matches[2]
        # What undo ends with, and what is noted in the registry then.
        function Invoke-Removal {
            param([string] $Undo, [int] $Note = 0)
            $place = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
            $null = [IO.Directory]::CreateDirectory($place)
            if ($Undo) { [IO.File]::WriteAllText("$place/undo.ps1", $Undo) }
            $stub = "function reg.exe { [IO.File]::WriteAllText('$place/noted', `"`$args`"); `$global:LASTEXITCODE = $Note }; Set-Location '$place'; "
            $null = & $shell @first -NoProfile -NonInteractive -Command ($stub + $line) 2>&1
            @{ Code = $LASTEXITCODE; Noted = if ([IO.File]::Exists("$place/noted")) { [IO.File]::ReadAllText("$place/noted") } }
        }
    }

    It 'counts as removed after <Code>: <Removed>' -ForEach @(
        @{ Code = 0; Removed = $true }
        @{ Code = 20; Removed = $true }
        foreach ($each in 1, 10, 13, 14, 15, 19, 21, 70) { @{ Code = $each; Removed = $false } }
    ) {
        $run = Invoke-Removal -Undo "param([switch] `$Undo, [switch] `$AllowManaged) if (-not (`$Undo -and `$AllowManaged)) { exit 99 } exit $Code"
        $run.Code | Should -Be $(if ($Removed) { 0 } else { $Code })
        $run.Noted | Should -Be $(if ($Removed) { 'add HKLM\SOFTWARE\Mendsheet\windows-update /v AppRemoved /t REG_DWORD /d 1 /f' })
    }

    It 'has failed where undo does not start, breaks, or the note cannot be made' {
        (Invoke-Removal).Code | Should -Be 1
        (Invoke-Removal -Undo 'throw "broken"').Code | Should -Be 1
        (Invoke-Removal -Undo 'exit 0' -Note 5).Code | Should -Be 5
    }
}

Describe 'laying files into a GPO' {
    BeforeAll {
        $install = Join-Path -Path $Folder -ChildPath 'gpo/install.ps1'
        # Off Windows no command can look at a signature.
        $signed = @{ 'Test-SignedScript' = { $true } }
        function Get-GpoFile {
            Get-ChildItem -LiteralPath $root -Recurse -File | ForEach-Object { $_.FullName.Substring($root.Length).Replace('\', '/') } |
                Sort-Object
        }
    }
    BeforeEach {
        $windows = New-SimulatedWindows
        $id = '{01234567-89AB-CDEF-0123-456789ABCDEF}'
        $root = "$($windows.Root)/SYSVOL/example.com/Policies/$id"
        $null = [IO.Directory]::CreateDirectory($root)
        [IO.File]::WriteAllText([IO.Path]::Combine($root, 'GPT.INI'), "[General]`r`nVersion=1`r`n")
        $parameter = @{ GpoPath = "$($windows.Drive)\SYSVOL\example.com\Policies\$id" }
    }
    AfterEach { Exit-SimulatedWindows }

    It 'copies nothing with -WhatIf' {
        (Invoke-Deployed -Path $install -Replace $signed -Parameter ($parameter + @{ WhatIf = $true })).Code | Should -Be 0
        Get-GpoFile | Should -Be '/GPT.INI'
    }

    It 'copies all, writes the place of the GPO into the task, and can run again' {
        (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 0
        Get-GpoFile | Should -Contain '/Machine/Scripts/Startup/windows-update-startup.ps1'
        Get-GpoFile | Should -HaveCount 6
        $task = [IO.File]::ReadAllText("$root/Machine/Preferences/ScheduledTasks/ScheduledTasks.xml")
        $task | Should -Match ([regex]::Escape("\\example.com\SYSVOL\example.com\Policies\$id\Machine\Scripts\Startup\"))
        $task | Should -Not -Match 'DOMAIN|\{GPO\}'
        $null = [xml] $task
        $source = [IO.File]::ReadAllBytes((Join-Path -Path $Folder -ChildPath 'gpo/Machine/Scripts/psscripts.ini'))
        [IO.File]::ReadAllBytes("$root/Machine/Scripts/psscripts.ini") | Should -Be $source
        $again = Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter
        $again.Code | Should -Be 0
        "$($again.Written)" | Should -Match '^0 files'
    }

    It 'leaves a GPO alone that has other scripts' {
        $null = [IO.Directory]::CreateDirectory("$root/Machine/Scripts")
        [IO.File]::WriteAllText("$root/Machine/Scripts/psscripts.ini", 'theirs')
        (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 1
        Get-GpoFile | Should -HaveCount 2
        [IO.File]::ReadAllText("$root/Machine/Scripts/psscripts.ini") | Should -Be 'theirs'
    }

    Context 'that the Group Policy editor changed after the installation' {
        BeforeEach {
            (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 0
            $list = "$root/Machine/Scripts/psscripts.ini"
            $tasks = "$root/Machine/Preferences/ScheduledTasks/ScheduledTasks.xml"
            # As the editor writes it when the order of scripts is chosen.
            function Set-Order {
                param([string] $Parameters = '')
                $text = "`r`n[ScriptsConfig]`r`nStartExecutePSFirst=true`r`n[Startup]`r`n" +
                "0CmdLine=windows-update-startup.ps1`r`n0Parameters=$Parameters`r`n"
                [IO.File]::WriteAllText($list, $text, [Text.Encoding]::Unicode)
            }
            function Update-Task {
                param([scriptblock] $Change)
                $document = [xml] [IO.File]::ReadAllText($tasks)
                & $Change $document
                $document.Save($tasks)
            }
        }

        It 'keeps the order of scripts and their parameters, and installs the next version' {
            Set-Order -Parameters '-Check bits-queue'
            $before = [IO.File]::ReadAllBytes($list)
            [IO.File]::WriteAllText("$root/Machine/Scripts/Startup/windows-update-repair.ps1", 'earlier')
            $run = Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter
            $run.Code | Should -Be 0
            # Only scripts changed, so there is nothing to do in the editor.
            "$($run.Written)" | Should -Match '^1 files were copied\. The object itself needs no change'
            [IO.File]::ReadAllBytes($list) | Should -Be $before
            (Get-Item -LiteralPath "$root/Machine/Scripts/Startup/windows-update-repair.ps1").Length | Should -BeGreaterThan 1000
        }

        It 'starts the startup script again where the list lost it, and keeps the order' {
            [IO.File]::WriteAllText($list, "`r`n[ScriptsConfig]`r`nStartExecutePSFirst=true`r`n[Startup]`r`n", [Text.Encoding]::Unicode)
            $run = Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter
            $run.Code | Should -Be 0
            "$($run.Written)" | Should -Match 'Now open the object'
            $text = [IO.File]::ReadAllText($list)
            $text | Should -Match '\[Startup\]\r\n0CmdLine=windows-update-startup\.ps1\r\n0Parameters=\r\n'
            $text | Should -Match '\[ScriptsConfig\]\r\nStartExecutePSFirst=true'
            @([regex]::Matches($text, '\[Startup\]')).Count | Should -Be 1
            [BitConverter]::ToString([IO.File]::ReadAllBytes($list), 0, 2) | Should -Be 'FF-FE'
        }

        It 'keeps times and settings of the task, other tasks, and a second run changes nothing' {
            Update-Task {
                param($Document)
                $Document.SelectSingleNode('//StartBoundary').InnerText = '2026-01-01T03:00:00'
                $other = $Document.CreateElement('TaskV2')
                $other.SetAttribute('uid', '{11111111-2222-3333-4444-555555555555}')
                $null = $Document.DocumentElement.AppendChild($other)
            }
            $before = [IO.File]::ReadAllBytes($tasks)
            $run = Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter
            $run.Code | Should -Be 0
            "$($run.Written)" | Should -Match '^0 files'
            [IO.File]::ReadAllBytes($tasks) | Should -Be $before
        }

        It 'renews what the task starts, and nothing else of it' {
            Update-Task {
                param($Document)
                $Document.SelectSingleNode('//StartBoundary').InnerText = '2026-01-01T03:00:00'
                $Document.SelectSingleNode('//Arguments').InnerText = '-File old.ps1'
            }
            (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 0
            $document = [xml] [IO.File]::ReadAllText($tasks)
            $document.SelectSingleNode('//Arguments').InnerText | Should -Match 'windows-update-repair\.ps1"$'
            $document.SelectSingleNode('//StartBoundary').InnerText | Should -Be '2026-01-01T03:00:00'
            $document.SelectSingleNode('//Command').InnerText | Should -Match 'powershell\.exe$'
        }

        It 'puts the task back where an administrator took it out of the object' {
            [IO.File]::WriteAllText($tasks, '<?xml version="1.0" encoding="utf-8"?><ScheduledTasks clsid="{CC63F200-7309-4ba0-B154-A71CD118DBCC}"></ScheduledTasks>')
            (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 0
            [IO.File]::ReadAllText($tasks) | Should -Match 'windows-update-repair'
        }

        It 'leaves everything where it is when the object got <What>' -ForEach @(
            @{ What = 'a script of somebody else'; File = 'Scripts/psscripts.ini'; Text = "[Startup]`r`n0CmdLine=windows-update-startup.ps1`r`n0Parameters=`r`n1CmdLine=theirs.ps1`r`n1Parameters=`r`n" }
            @{ What = 'a script at shutdown'; File = 'Scripts/psscripts.ini'; Text = "[Shutdown]`r`n0CmdLine=windows-update-startup.ps1`r`n0Parameters=`r`n" }
            @{ What = 'another batch file'; File = 'Scripts/scripts.ini'; Text = "[Startup]`r`n0CmdLine=theirs.cmd`r`n0Parameters=`r`n" }
            @{ What = 'tasks of somebody else alone'; File = 'Preferences/ScheduledTasks/ScheduledTasks.xml'; Text = '<ScheduledTasks><TaskV2 uid="{1}"/></ScheduledTasks>' }
            @{ What = 'a document type'; File = 'Preferences/ScheduledTasks/ScheduledTasks.xml'; Text = '<!DOCTYPE x [<!ENTITY a "b">]><ScheduledTasks>&a;</ScheduledTasks>' }
        ) {
            [IO.File]::WriteAllText("$root/Machine/Scripts/Startup/windows-update-repair.ps1", 'earlier')
            [IO.File]::WriteAllText("$root/Machine/$File", $Text)
            (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 1
            [IO.File]::ReadAllText("$root/Machine/$File") | Should -Be $Text
            [IO.File]::ReadAllText("$root/Machine/Scripts/Startup/windows-update-repair.ps1") | Should -Be 'earlier'
        }
    }

    It 'stops starting a script that the next version has no more, and leaves the rest' {
        $copy = Join-Path -Path $TestDrive -ChildPath 'gpo'
        Copy-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'gpo') -Destination $copy -Recurse
        (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 0
        # What the editor added to the list.
        $list = "$root/Machine/Scripts/psscripts.ini"
        [IO.File]::WriteAllText($list, [IO.File]::ReadAllText($list) + "[ScriptsConfig]`r`nStartExecutePSFirst=true`r`n", [Text.Encoding]::Unicode)
        # No check is done in a moment and without a restart any more.
        Remove-Item -LiteralPath "$copy/Machine/Scripts/Startup/windows-update-startup.ps1"
        [IO.File]::WriteAllText("$copy/Machine/Scripts/psscripts.ini", "`r`n[Startup]`r`n", [Text.Encoding]::Unicode)
        $run = Invoke-Deployed -Path "$copy/install.ps1" -Replace $signed -Parameter $parameter
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        $text = [IO.File]::ReadAllText($list)
        $text | Should -Not -Match 'CmdLine'
        $text | Should -Match 'StartExecutePSFirst=true'
        "$($run.Written)" | Should -Match '^1 files were copied\. Now open the object'
        # And again, where a later one has it.
        (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 0
        [IO.File]::ReadAllText($list) | Should -Match '0CmdLine=windows-update-startup\.ps1'
        [IO.File]::ReadAllText($list) | Should -Match 'StartExecutePSFirst=true'
    }

    It 'replaces scripts of an earlier version' {
        (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 0
        [IO.File]::WriteAllText("$root/Machine/Scripts/Startup/windows-update-repair.ps1", 'earlier')
        (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 0
        (Get-Item -LiteralPath "$root/Machine/Scripts/Startup/windows-update-repair.ps1").Length | Should -BeGreaterThan 1000
    }

    It 'copies no script without a signature' {
        (Invoke-Deployed -Path $install -Replace @{ 'Test-SignedScript' = { $false } } -Parameter $parameter).Code | Should -Be 1
        Get-GpoFile | Should -HaveCount 1
    }

    It 'refuses what is no GPO, and one whose path does not say the domain' {
        (Invoke-Deployed -Path $install -Replace $signed -Parameter @{ GpoPath = 'C:\Windows' }).Code | Should -Be 64
        foreach ($place in 'SYSVOL/domain/Policies', 'Policies') {
            $folder = "$($windows.Root)/$place/$id"
            $null = [IO.Directory]::CreateDirectory($folder)
            [IO.File]::WriteAllText("$folder/GPT.INI", "[General]`r`nVersion=1`r`n")
            $path = "$($windows.Drive)\$($place.Replace('/', '\'))\$id"
            $run = Invoke-Deployed -Path $install -Replace $signed -Parameter @{ GpoPath = $path }
            $run.Code | Should -Be 64
            "$($run.Written)" | Should -Match 'SYSVOL\\<domain>\\Policies'
            @(Get-ChildItem -LiteralPath $folder -Recurse -File) | Should -HaveCount 1
        }
    }

    It 'names the domain of the path, whatever the domain of the account' {
        $before = $env:USERDNSDOMAIN
        $env:USERDNSDOMAIN = 'CORP.EXAMPLE.NET'
        try { (Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Code | Should -Be 0 }
        finally { $env:USERDNSDOMAIN = $before }
        $task = [IO.File]::ReadAllText("$root/Machine/Preferences/ScheduledTasks/ScheduledTasks.xml")
        $task | Should -Match ([regex]::Escape("\\example.com\SYSVOL\example.com\Policies\$id\Machine\"))
        $task | Should -Not -Match 'CORP'
    }

    It 'asks for the editor until the object has a version for machines: <Version>' -ForEach @(
        @{ Version = 0; Noted = $false }
        @{ Version = 0x10000; Noted = $false }
        @{ Version = 0x10001; Noted = $true }
    ) {
        [IO.File]::WriteAllText("$root/GPT.INI", "[General]`r`nVersion=$Version`r`n")
        "$((Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Written)" | Should -Match 'Now open the object'
        $again = "$((Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter).Written)"
        $again | Should -Match '^0 files'
        $again -match 'Now open the object' | Should -Be (-not $Noted)
    }

    It 'asks for the editor in the run that completes one that broke' {
        $breaks = @{ 'Write-FileByte' = {
                param([string] $Path, [byte[]] $Bytes)
                if ($Path -like '*psscripts.ini') { throw [IO.IOException]::new('The file is in use.') }
                $null = New-Item -Path (Split-Path -Path $Path) -ItemType Directory -Force
                Set-Content -LiteralPath $Path -Value $Bytes -AsByteStream
            }
        }
        $broken = Invoke-Deployed -Path $install -Replace ($signed + $breaks) -Parameter $parameter
        $broken.Code | Should -Be 1
        "$($broken.Written)" | Should -Match 'was refused\. .*The file is in use'
        Get-GpoFile | Should -HaveCount 5
        $run = Invoke-Deployed -Path $install -Replace $signed -Parameter $parameter
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        "$($run.Written)" | Should -Match 'Now open the object'
        Get-GpoFile | Should -HaveCount 6
    }
}

Describe 'a GPO of which a file was written in part' {
    BeforeAll { $install = Join-Path -Path $Folder -ChildPath 'gpo/install.ps1' }
    BeforeEach {
        $windows = New-SimulatedWindows
        $id = '{01234567-89AB-CDEF-0123-456789ABCDEF}'
        $root = "$($windows.Root)/SYSVOL/example.com/Policies/$id"
        $parameter = @{ GpoPath = "$($windows.Drive)\SYSVOL\example.com\Policies\$id" }
        $replace = @{ 'Test-SignedScript' = { $true } }
        function Reset-Gpo {
            if ([IO.Directory]::Exists($root)) { [IO.Directory]::Delete($root, $true) }
            $null = [IO.Directory]::CreateDirectory($root)
            [IO.File]::WriteAllText([IO.Path]::Combine($root, 'GPT.INI'), "[General]`r`nVersion=1`r`n")
        }
        function Get-GpoState {
            $files = Get-ChildItem -LiteralPath $root -Recurse -File | Sort-Object -Property FullName
            ($files | ForEach-Object { "$($_.Name) $((Get-FileHash -LiteralPath $_.FullName).Hash)" }) -join "`n"
        }
        # Writes so many bytes of the file with that number, and breaks.
        $torn = @{ 'Write-FileByte' = {
                param([string] $Path, [byte[]] $Bytes)
                $global:Torn.Calls++
                $isLast = $global:Torn.Calls -eq $global:Torn.At
                if ($isLast) { $Bytes = if ($global:Torn.Keeps) { $Bytes[0..[Math]::Min($global:Torn.Keeps - 1, $Bytes.Length - 1)] } else { @() } }
                $null = New-Item -Path (Split-Path -Path $Path) -ItemType Directory -Force
                Set-Content -LiteralPath $Path -Value $Bytes -AsByteStream
                if ($isLast) { throw [IO.IOException]::new('The network name is no longer available.') }
            }
        }
    }
    AfterEach { Exit-SimulatedWindows }

    It 'is complete after the next run: <_> bytes of any file' -ForEach 0, 1, 2, 7, 41 {
        Reset-Gpo
        (Invoke-Deployed -Path $install -Replace $replace -Parameter $parameter).Code | Should -Be 0
        $wanted = Get-GpoState
        foreach ($at in 1..5) {
            Reset-Gpo
            $global:Torn = @{ Calls = 0; At = $at; Keeps = $_ }
            (Invoke-Deployed -Path $install -Replace ($replace + $torn) -Parameter $parameter).Code | Should -Be 1
            $run = Invoke-Deployed -Path $install -Replace $replace -Parameter $parameter
            $run.Code | Should -Be 0 -Because "file ${at}: $($run.Written)"
            Get-GpoState | Should -Be $wanted -Because "file $at was cut off"
            "$($run.Written)" | Should -Match 'Now open the object' -Because 'the lists have to be noted'
        }
    }

    It 'is left alone where it is no beginning of ours: <Name>' -ForEach @(
        @{ Name = 'psscripts.ini'; Path = 'Machine/Scripts/psscripts.ini'; Text = "[Startup]`n0CmdLine=theirs.ps1" }
        @{ Name = 'ScheduledTasks.xml'; Path = 'Machine/Preferences/ScheduledTasks/ScheduledTasks.xml'; Text = '<ScheduledTasks><TaskV2' }
    ) {
        Reset-Gpo
        $null = [IO.Directory]::CreateDirectory((Split-Path -Path "$root/$Path"))
        [IO.File]::WriteAllText("$root/$Path", $Text)
        $run = Invoke-Deployed -Path $install -Replace $replace -Parameter $parameter
        $run.Code | Should -Be 1
        "$($run.Written)" | Should -Match 'has scripts or tasks of something else'
        [IO.File]::ReadAllText("$root/$Path") | Should -Be $Text
    }
}

Describe 'making a GPO through Import-GPO' {
    BeforeAll {
        $install = Join-Path -Path $Folder -ChildPath 'gpo/install.ps1'
        # Commands of the module GroupPolicy with the parameters that their documentation has. An import does what a backup
        # says: it empties the object, and copies each file that Backup.xml names from where it says to where it says.
        $domain = New-Module -Name 'Domain' -ScriptBlock {
            $script:Held = @{ Objects = @{}; Calls = @(); Root = ''; Sources = @(); Breaks = $false }
            function Get-GPO {
                param([string] $Name, [string] $Domain, [switch] $All)
                if ($script:Held['Refuses']) { throw $script:Held.Refuses }
                if ($All) { return $script:Held.Objects.Values }
                if ($script:Held.Objects[$Name]) { return $script:Held.Objects[$Name] }
                $absent = [ArgumentException]::new("A GPO named $Name was not found")
                throw [Management.Automation.ErrorRecord]::new($absent, 'GpoWithNameNotFound', 'ObjectNotFound', $Name)
            }
            function New-GPO {
                param([Parameter(Mandatory)] [string] $Name, [string] $Comment, [string] $Domain, [string] $Server)
                $script:Held.Calls += "New-GPO $Name $Domain"
                $version = [pscustomobject]@{ DSVersion = 0 }
                $id = [guid] '01234567-89ab-cdef-0123-456789abcdef'
                $made = [pscustomobject]@{ Id = $id; DisplayName = $Name; Computer = $version; User = [pscustomobject]@{ DSVersion = 0 } }
                $root = [IO.Path]::Combine($script:Held.Root, $id.ToString('B').ToUpperInvariant())
                $null = [IO.Directory]::CreateDirectory($root)
                [IO.File]::WriteAllText([IO.Path]::Combine($root, 'GPT.INI'), "[General]`r`nVersion=0`r`n")
                $script:Held.Objects[$Name] = $made
                $made
            }
            function Import-GPO {
                param(
                    [Parameter(Mandatory)] [guid] $BackupId, [Parameter(Mandatory)] [string] $Path, [guid] $TargetGuid,
                    [string] $TargetName, [string] $MigrationTable, [switch] $CreateIfNeeded, [string] $Domain, [string] $Server
                )
                $script:Held.Calls += "Import-GPO $TargetGuid $Domain"
                $script:Held.Sources += $Path
                if ($script:Held.Breaks) { throw 'no server' }
                $id = $BackupId.ToString('B').ToUpperInvariant()
                $manifest = [xml] [IO.File]::ReadAllText("$Path/manifest.xml")
                if ($manifest.Backups.BackupInst.ID -ne $id) { throw 'no such backup' }
                $backup = [xml] [IO.File]::ReadAllText("$Path/$id/Backup.xml")
                $target = [IO.Path]::Combine($script:Held.Root, $TargetGuid.ToString('B').ToUpperInvariant())
                if ([IO.Directory]::Exists("$target/Machine")) { [IO.Directory]::Delete("$target/Machine", $true) }
                foreach ($entry in $backup.SelectNodes('descendant::*[local-name()="FSObjectDir" or local-name()="FSObjectFile"]')) {
                    $from = "$Path/$id/$($entry.Location)".Replace('\', '/')
                    $to = $entry.Path.Replace('%GPO_MACH_FSPATH%', "$target/Machine").Replace('\', '/')
                    if ($entry.LocalName -eq 'FSObjectDir') { $null = [IO.Directory]::CreateDirectory($to) }
                    else { [IO.File]::Copy($from, $to) }
                }
                $object = @($script:Held.Objects.Values | Where-Object { $_.Id -eq $TargetGuid })[0]
                $object.Computer.DSVersion++
                [IO.File]::WriteAllText("$target/GPT.INI", "[General]`r`nVersion=$($object.Computer.DSVersion)`r`n")
            }
        }
        function Get-Held { & $domain { $script:Held } }
        function Invoke-Install {
            param([hashtable] $More = @{}, [hashtable] $With = @{})
            $here = @{ 'Test-SignedScript' = { $true } } + $With
            $given = @{ Name = 'Updates'; Domain = 'example.com' }
            foreach ($key in $More.Keys) { $given[$key] = $More[$key] }
            Invoke-Deployed -Path $install -Replace $here -Parameter $given
        }
        # Where the share of the domain is on this machine.
        $share = @{ 'Get-GpoPath' = { param([string] $Domain, [guid] $Id) "$($windows.Drive)\$($Id.ToString('B').ToUpperInvariant())" } }
    }
    BeforeEach {
        $windows = New-SimulatedWindows
        & $domain { param($Root) $script:Held = @{ Objects = @{}; Calls = @(); Root = $Root; Sources = @(); Breaks = $false } } $windows.Root
        $domain | Import-Module -Global -Force
        $root = [IO.Path]::Combine($windows.Root, '{01234567-89AB-CDEF-0123-456789ABCDEF}')
        $task = "$root/Machine/Preferences/ScheduledTasks/ScheduledTasks.xml"
    }
    AfterEach {
        Exit-SimulatedWindows
        Remove-Module -Name 'Domain' -ErrorAction SilentlyContinue
    }

    It 'makes the object, fills it, names its place in the task, and leaves no copy behind' {
        $run = Invoke-Install
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        "$($run.Written)" | Should -Match '^Updates: made through Import-GPO, with 5 files'
        (Get-Held).Calls | Should -Be @('New-GPO Updates example.com', 'Import-GPO 01234567-89ab-cdef-0123-456789abcdef example.com')
        foreach ($name in 'startup', 'repair') {
            $source = [IO.File]::ReadAllBytes((Join-Path -Path $Folder -ChildPath "gpo/Machine/Scripts/Startup/windows-update-$name.ps1"))
            [IO.File]::ReadAllBytes("$root/Machine/Scripts/Startup/windows-update-$name.ps1") | Should -Be $source
        }
        $text = [IO.File]::ReadAllText($task)
        $text | Should -Match ([regex]::Escape('\\example.com\SYSVOL\example.com\Policies\{01234567-89AB-CDEF-0123-456789ABCDEF}\Machine\Scripts\Startup\windows-update-repair.ps1'))
        $text | Should -Not -Match 'DOMAIN|\{GPO\}'
        (Get-Held).Sources | Should -HaveCount 1
        [IO.Directory]::Exists((Get-Held).Sources[0]) | Should -BeFalse
    }

    It 'lays the next version into the object, and keeps what its editor changed' {
        (Invoke-Install).Code | Should -Be 0
        $document = [xml] [IO.File]::ReadAllText($task)
        $document.SelectSingleNode('//StartBoundary').InnerText = '2026-01-01T03:00:00'
        $document.Save($task)
        [IO.File]::WriteAllText("$root/Machine/Registry.pol", 'a certificate')
        [IO.File]::WriteAllText("$root/Machine/Scripts/Startup/windows-update-repair.ps1", 'earlier')
        # The task names the share, so what is there is compared with that.
        $document.SelectSingleNode('//Arguments').InnerText = $document.SelectSingleNode('//Arguments').InnerText.Replace('\\example.com\SYSVOL\example.com\Policies', $windows.Drive)
        $document.Save($task)
        $run = Invoke-Install -With $share
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        "$($run.Written)" | Should -Match '^1 files were copied\. The object itself needs no change'
        (Get-Held).Calls | Should -HaveCount 2
        ([xml] [IO.File]::ReadAllText($task)).SelectSingleNode('//StartBoundary').InnerText | Should -Be '2026-01-01T03:00:00'
        [IO.File]::ReadAllText("$root/Machine/Registry.pol") | Should -Be 'a certificate'
        (Get-Item -LiteralPath "$root/Machine/Scripts/Startup/windows-update-repair.ps1").Length | Should -BeGreaterThan 1000
    }

    It 'fills an object that somebody made and that has no settings, and makes no second one' {
        $null = New-GPO -Name 'Updates' -Domain 'example.com'
        (Invoke-Install).Code | Should -Be 0
        (Get-Held).Calls | Should -Be @('New-GPO Updates example.com', 'Import-GPO 01234567-89ab-cdef-0123-456789abcdef example.com')
        [IO.File]::Exists($task) | Should -BeTrue
    }

    It 'imports nothing over settings for users, which an import would take away' {
        (New-GPO -Name 'Updates' -Domain 'example.com').User.DSVersion = 1
        (Invoke-Install -With $share).Code | Should -Be 0
        (Get-Held).Calls | Should -Be @('New-GPO Updates example.com')
    }

    It 'makes nothing <Why>' -ForEach @(
        @{ Why = 'with -WhatIf'; More = @{ WhatIf = $true }; With = @{}; Code = 0 }
        @{ Why = 'without a signature'; More = @{}; With = @{ 'Test-SignedScript' = { $false } }; Code = 1 }
        @{ Why = 'for a domain that is none'; More = @{ Domain = '..\x' }; With = @{}; Code = 64 }
    ) {
        $parameter = @{ Name = 'Updates'; Domain = 'example.com' }
        foreach ($key in $More.Keys) { $parameter[$key] = $More[$key] }
        $replace = @{ 'Test-SignedScript' = { $true } }
        foreach ($key in $With.Keys) { $replace[$key] = $With[$key] }
        (Invoke-Deployed -Path $install -Replace $replace -Parameter $parameter).Code | Should -Be $Code
        (Get-Held).Calls | Should -BeNullOrEmpty
    }

    It 'says so where the module is missing' {
        Remove-Module -Name 'Domain'
        $run = Invoke-Install
        $run.Code | Should -Be 1
        "$($run.Written)" | Should -Match 'module GroupPolicy is missing'
    }

    It 'ends in the next run as if nothing had happened: <_> any call' -ForEach 'before', 'after' {
        (Invoke-Install -With (New-CutCommand -Module $domain)).Code | Should -Be 0
        $count = $global:Cut.Calls
        $count | Should -Be 4
        $files = @(Get-ChildItem -LiteralPath $root -Recurse -File | ForEach-Object { "$($_.Name) $($_.Length)" } | Sort-Object)
        foreach ($at in 1..$count) {
            & $domain { $script:Held.Objects = @{}; $script:Held.Calls = @() }
            [IO.Directory]::Delete($root, $true)
            $broken = Invoke-Install -With (New-CutCommand -Module $domain -At $at -When $_)
            # The answer that there is none is an error already, behind which nothing is cut off.
            if ($_ -eq 'after' -and $at -eq 1) { continue }
            $broken.Code | Should -Be 1
            "$($broken.Written)" | Should -Match 'was refused\. .*cut off'
            $run = Invoke-Install -With $share
            $run.Code | Should -Be 0 -Because "call ${at}: $($run.Written)"
            @((Get-Held).Calls -match '^New-GPO') | Should -HaveCount 1 -Because "call $at"
            @(Get-ChildItem -LiteralPath $root -Recurse -File | ForEach-Object { "$($_.Name) $($_.Length)" } | Sort-Object).Count |
                Should -Be $files.Count
        }
    }

    It 'makes nothing where the domain gives another answer than that there is none: <_>' -ForEach 'UnauthorizedAccessException', 'Net.Sockets.SocketException' {
        (Get-Held).Refuses = [Management.Automation.ErrorRecord]::new((New-Object -TypeName $_), 'NoAnswer', 'NotSpecified', $null)
        $run = Invoke-Install
        $run.Code | Should -Be 1
        "$($run.Written)" | Should -Match '^This was refused\.'
        "$($run.Written)" | Should -Not -Match 'defect'
        (Get-Held).Calls | Should -BeNullOrEmpty
    }

    Context 'where somebody renamed the object' {
        BeforeEach {
            (Invoke-Install).Code | Should -Be 0
            $held = Get-Held
            $held.Objects['Ours'] = $held.Objects['Updates']
            $held.Objects['Ours'].DisplayName = 'Ours'
            $held.Objects.Remove('Updates')
            $repair = "$root/Machine/Scripts/Startup/windows-update-repair.ps1"
            [IO.File]::WriteAllText($repair, 'earlier')
            # Another object with the files of the first.
            function Add-Object {
                param([string] $Name, [string] $Id, [switch] $Bare)
                $held.Objects[$Name] = [pscustomobject]@{
                    Id = [guid] $Id; DisplayName = $Name; Computer = [pscustomobject]@{ DSVersion = 1 }; User = [pscustomobject]@{ DSVersion = 0 }
                }
                $place = [IO.Path]::Combine($windows.Root, "{$Id}", 'Machine/Scripts/Startup')
                $null = [IO.Directory]::CreateDirectory($place)
                if (-not $Bare) { [IO.File]::WriteAllText("$place/windows-update-repair.ps1", 'earlier') }
            }
        }

        It 'makes no second object where somebody renamed the one that has this product, and renews that one' {
            $run = Invoke-Install -With $share
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            "$($run.Written)" | Should -Match '^The object Ours has this product already, and is the one that gets this version\. \d files were copied'
            $held.Calls | Should -HaveCount 2
            (Get-Item -LiteralPath $repair).Length | Should -BeGreaterThan 1000
            "$((Invoke-Install -With $share -More @{ Name = 'Ours' }).Written)" | Should -Match '^0 files'
        }

        It 'shows it with -WhatIf, and copies nothing' {
            $run = Invoke-Install -With $share -More @{ WhatIf = $true }
            $run.Code | Should -Be 0
            "$($run.Written)" | Should -Match '^The object Ours has this product already'
            [IO.File]::ReadAllText($repair) | Should -Be 'earlier'
            $held.Calls | Should -HaveCount 2
        }

        It 'asks for a name where several have this product, and where the name is that of another object' {
            Add-Object -Name 'Theirs' -Id '11111111-2222-3333-4444-555555555555'
            $run = Invoke-Install -With $share
            $run.Code | Should -Be 1
            "$($run.Written)" | Should -Match '^These objects have this product already: (Ours, Theirs|Theirs, Ours)\. Nothing was made or copied'
            $held.Objects.Remove('Theirs')
            Add-Object -Name 'Updates' -Id '22222222-2222-3333-4444-555555555555' -Bare
            $run = Invoke-Install -With $share
            $run.Code | Should -Be 1
            "$($run.Written)" | Should -Match '^These objects have this product already: Ours\.'
            [IO.File]::ReadAllText($repair) | Should -Be 'earlier'
            $held.Calls | Should -HaveCount 2
            # An empty one of the new name is one that somebody wants besides.
            $held.Objects['Updates'].Computer.DSVersion = 0
            (Invoke-Install -With $share).Code | Should -Be 0
            $held.Calls[-1] | Should -Match '^Import-GPO 22222222'
        }

        It 'takes one that holds something else for no reason' {
            [IO.File]::Delete($repair)
            $held.Objects['Ours'].Id = [guid]::NewGuid()
            (Invoke-Install -With $share).Code | Should -Be 0
            $held.Calls[-1] | Should -Match '^Import-GPO 01234567'
        }
    }

    It 'takes over the object of the former product, and only where it is told that name' {
        (Invoke-Install).Code | Should -Be 0
        $held = Get-Held
        # As the former product left it, and its editor changed it.
        foreach ($name in 'startup', 'repair') {
            [IO.File]::Move("$root/Machine/Scripts/Startup/windows-update-$name.ps1", "$root/Machine/Scripts/Startup/before-$name.ps1")
        }
        $list = "$root/Machine/Scripts/psscripts.ini"
        $text = "`r`n[ScriptsConfig]`r`nStartExecutePSFirst=true`r`n[Startup]`r`n0CmdLine=before-startup.ps1`r`n0Parameters=-Check bits-queue`r`n"
        [IO.File]::WriteAllText($list, $text, [Text.Encoding]::Unicode)
        $document = [xml] [IO.File]::ReadAllText($task)
        $ours = $document.SelectSingleNode('//TaskV2')
        $ours.SetAttribute('uid', '{11111111-2222-3333-4444-555555555555}')
        $ours.SetAttribute('name', 'Mendsheet before')
        $document.SelectSingleNode('//StartBoundary').InnerText = '2026-01-01T03:00:00'
        $run = $document.SelectSingleNode('//Arguments')
        $run.InnerText = $run.InnerText.Replace('windows-update-repair', 'before-repair')
        $document.Save($task)
        $held.Objects['Updates'].DisplayName = 'Before'
        $held.Objects['Before'] = $held.Objects['Updates']
        $held.Objects.Remove('Updates')
        # Named by its name, it is an object of something else.
        $other = Invoke-Install -With $share -More @{ Name = 'Before' }
        $other.Code | Should -Be 1
        "$($other.Written)" | Should -Match 'has scripts or tasks of something else'
        $run = Invoke-Install -With $share -More @{ FormerProduct = 'before' }
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        "$($run.Written)" | Should -Match '^The object Before has this product already.* Now open the object'
        $held.Calls | Should -HaveCount 2
        [IO.File]::ReadAllText($list) | Should -BeExactly $text.Replace('before-startup', 'windows-update-startup')
        $document = [xml] [IO.File]::ReadAllText($task)
        @($document.SelectNodes('//TaskV2')) | Should -HaveCount 1
        $document.SelectSingleNode('//TaskV2').GetAttribute('name') | Should -Be 'Mendsheet before'
        $document.SelectSingleNode('//StartBoundary').InnerText | Should -Be '2026-01-01T03:00:00'
        $document.SelectSingleNode('//Arguments').InnerText | Should -Match '\\windows-update-repair\.ps1"$'
        # From now on it is ours, whatever the task is called.
        $again = Invoke-Install -With $share
        $again.Code | Should -Be 0 -Because "$($again.Written)"
        "$($again.Written)" | Should -Match '0 files were copied'
    }

    It 'leaves no copy behind where an import breaks, and fills the object in the next run' {
        (Get-Held).Breaks = $true
        (Invoke-Install).Code | Should -Be 70
        [IO.Directory]::Exists((Get-Held).Sources[0]) | Should -BeFalse
        (Get-Held).Breaks = $false
        (Invoke-Install).Code | Should -Be 0
        (Get-Held).Calls | Should -HaveCount 3
        [IO.File]::Exists($task) | Should -BeTrue
    }
}

Describe 'uploading to Intune' {
    BeforeAll {
        # Microsoft Graph as it documents deviceHealthScripts: a list in pages and without contents, one with them, and
        # assignments, which "assign" replaces.
        $graph = New-Module -Name 'Graph' -ScriptBlock {
            $script:Held = @{ Scripts = [ordered]@{}; Assignments = @{}; Calls = New-Object -TypeName 'Collections.Generic.List[string]' }
            function Get-MgContext { if (-not $script:Held.SignedOut) { [pscustomobject]@{ TenantId = 'made' } } }
            function Invoke-MgGraphRequest {
                param(
                    [ValidateSet('GET', 'POST', 'PATCH', 'DELETE')] [string] $Method, [Parameter(Mandatory)] [string] $Uri,
                    [object] $Body, [string] $ContentType, [ValidateSet('PSObject')] [string] $OutputType
                )
                $script:Held.Calls.Add("$Method $($Uri -replace '.*/beta/deviceManagement/' -replace '[0-9a-f-]{36}', '{id}')")
                if ($Body) {
                    if ($ContentType -notlike 'application/json*') { throw 'Graph wants JSON.' }
                    # The module before version 1.22 sends Latin-1 unless it is told otherwise.
                    $sends = if ($ContentType -match 'charset=(\S+)') { [Text.Encoding]::GetEncoding($Matches[1]) } else { [Text.Encoding]::Latin1 }
                    $Body = ConvertFrom-Json -InputObject ([Text.Encoding]::UTF8.GetString($sends.GetBytes($Body)))
                }
                # As its module does: an exception with the answer, or without one where none came.
                $refuses = $script:Held['Refuses']
                if ($refuses -and $script:Held.Calls[-1] -eq $refuses.Call -and $refuses.After-- -eq 0) {
                    $broken = [Net.Http.HttpRequestException]::new('Response status code does not indicate success.')
                    $answer = if ($refuses.Status) { [pscustomobject]@{ StatusCode = [Net.HttpStatusCode] $refuses.Status } }
                    $null = Add-Member -InputObject $broken -NotePropertyName 'Response' -NotePropertyValue $answer
                    $record = [Management.Automation.ErrorRecord]::new($broken, 'InvokeGraphHttpResponseException', 'InvalidOperation', $null)
                    # Head and body of the answer.
                    if ($answer) {
                        $record.ErrorDetails = "HTTP/1.1 $($refuses.Status) Refused`r`nContent-Type: application/json`r`n`r`n" +
                        '{"error":{"code":"Refused","message":"The scope \"Scripts\"\r\nis missing.","innerError":{"date":"2026-11-30"}}}'
                    }
                    throw $record
                }
                $null = $Uri -match '^https://graph\.microsoft\.com/beta/deviceManagement/deviceHealthScripts(/(?<id>[^/?]+))?(/(?<what>\w+))?(\?skip=(?<skip>\d+))?$'
                $id, $what, $skip = $Matches['id'], $Matches['what'], [int] $Matches['skip']
                if ($id -and -not $script:Held.Scripts.Contains($id)) { throw '404' }
                switch ("$Method $what".Trim()) {
                    'GET' {
                        if ($id) { return $script:Held.Scripts[$id] }
                        $keys = @($script:Held.Scripts.Keys)
                        $page = @{ value = @($keys | Select-Object -Skip $skip -First 2 | ForEach-Object {
                                    $one = $script:Held.Scripts[$_]
                                    [pscustomobject]@{ id = $_; displayName = $one.displayName; publisher = $one.publisher; version = $one.version }
                                })
                        }
                        if ($keys.Count -gt $skip + 2) { $page.'@odata.nextLink' = "https://graph.microsoft.com/beta/deviceManagement/deviceHealthScripts?skip=$($skip + 2)" }
                        return [pscustomobject] $page
                    }
                    'POST' {
                        $new = "$([guid]::NewGuid())"
                        Add-Member -InputObject $Body -NotePropertyName 'id' -NotePropertyValue $new
                        $script:Held.Scripts[$new] = $Body
                        return $Body
                    }
                    'PATCH' { foreach ($each in $Body.PSObject.Properties) { $script:Held.Scripts[$id] | Add-Member -NotePropertyName $each.Name -NotePropertyValue $each.Value -Force } }
                    'DELETE' { $script:Held.Scripts.Remove($id) }
                    'GET assignments' { return [pscustomobject]@{ value = @($script:Held.Assignments[$id] | Where-Object { $_ }) } }
                    'POST assign' { $script:Held.Assignments[$id] = @($Body.deviceHealthScriptAssignments) }
                }
            }
        }
        $deploy = Join-Path -Path $Folder -ChildPath 'intune/deploy.ps1'
        $signed = @{ 'Test-SignedScript' = { $true } }
        $pilot, $broad = '0d1e2f30-4152-6374-8596-a7b8c9dae0f1', '1d1e2f30-4152-6374-8596-a7b8c9dae0f2'
        function Get-Held { & $graph { $script:Held } }
        function Invoke-Deploy {
            param([hashtable] $More = @{}, [hashtable] $With = $signed)
            Invoke-Deployed -Path $deploy -Replace $With -Parameter $More
        }
    }
    BeforeEach {
        $windows = New-SimulatedWindows
        & $graph { foreach ($key in 'Scripts', 'Assignments', 'Calls') { $script:Held[$key].Clear() }; $script:Held.SignedOut = $false }
        $graph | Import-Module -Global -Force
        # Those of others, more than one page of them, one with our name.
        $held = Get-Held
        foreach ($number in 1..4) {
            $held.Scripts["theirs$number"] = [pscustomobject]@{ id = "theirs$number"; displayName = 'Windows Update: all checks'; publisher = "Somebody $number"; version = '1' }
        }
    }
    AfterEach {
        Exit-SimulatedWindows
        Remove-Module -Name 'Graph' -ErrorAction SilentlyContinue
    }

    It 'uploads once, and leaves alone what is there already' {
        (Invoke-Deploy).Code | Should -Be 0
        $held.Scripts.Count | Should -Be 5
        $made = @($held.Scripts.Values)[-1]
        $bytes = [IO.File]::ReadAllBytes((Join-Path -Path $Folder -ChildPath 'intune/all/detect.ps1'))
        $made.detectionScriptContent | Should -Be ([Convert]::ToBase64String($bytes))
        $made.runAs32Bit | Should -BeFalse
        $held.Calls.Clear()
        $run = Invoke-Deploy
        "$($run.Written)" | Should -Match 'Intune has these scripts already'
        $held.Calls -notmatch '^GET' | Should -BeNullOrEmpty
        $held.Scripts.Count | Should -Be 5
    }

    It 'renews another version under the same id, and takes a repair away that is no longer there' {
        (Invoke-Deploy -More @{ Package = '4-disk-space', 'all' }).Code | Should -Be 0
        $disk = @($held.Scripts.Values | Where-Object displayName -Like '*Free disk space*')[0]
        $disk | Should -Not -BeNullOrEmpty
        $disk.version = '0.0.9'
        $disk | Add-Member -NotePropertyName 'remediationScriptContent' -NotePropertyValue 'b2xk' -Force
        $held.Calls.Clear()
        $run = Invoke-Deploy -More @{ Package = '4-disk-space', 'all' }
        $run.Code | Should -Be 0
        @($held.Calls -match '^PATCH') | Should -HaveCount 1
        @($held.Calls -match '^POST') | Should -HaveCount 0
        $disk.version | Should -Be '0.1.0'
        $disk.remediationScriptContent | Should -BeNullOrEmpty
        $held.Scripts.Count | Should -Be 6
    }

    It 'keeps what was set in the console when the next version comes' {
        (Invoke-Deploy -More @{ GroupId = $pilot; Schedule = 'Daily' }).Code | Should -Be 0
        $mine = @($held.Scripts.Values)[-1]
        $mine.version = '0.0.9'
        $mine.detectionScriptContent = 'b2xk'
        $mine.description = 'Ask the service desk'
        $mine.roleScopeTagIds = @('7')
        $mine.enforceSignatureCheck = $true
        $held.Assignments[$mine.id][0].runSchedule.interval = 3
        (Invoke-Deploy -More @{ GroupId = $pilot, $broad }).Code | Should -Be 0
        $mine.version | Should -Be '0.1.0'
        $mine.detectionScriptContent | Should -Not -Be 'b2xk'
        $mine.description | Should -Be 'Ask the service desk'
        $mine.roleScopeTagIds | Should -Be '7'
        $mine.enforceSignatureCheck | Should -BeTrue
        $held.Assignments[$mine.id] | Should -HaveCount 2
        $held.Assignments[$mine.id][0].runSchedule.interval | Should -Be 3
    }

    It 'adds groups ring by ring, each once, with its schedule' {
        (Invoke-Deploy -More @{ GroupId = $pilot; Schedule = 'Hourly'; Every = 4 }).Code | Should -Be 0
        (Invoke-Deploy -More @{ GroupId = $broad, $pilot; At = '03:30' }).Code | Should -Be 0
        (Invoke-Deploy -More @{ AllDevices = $true; Schedule = 'Once' }).Code | Should -Be 0
        (Invoke-Deploy -More @{ AllDevices = $true; GroupId = $pilot }).Code | Should -Be 0
        $list = @($held.Assignments.Values)[0]
        $list.target.groupId | Where-Object { $_ } | Should -Be @($pilot, $broad)
        $list | Should -HaveCount 3
        $list[0].runSchedule.interval | Should -Be 4
        $list[0].runSchedule.'@odata.type' | Should -Be '#microsoft.graph.deviceHealthScriptHourlySchedule'
        $list[1].runSchedule.time | Should -Be '03:30:00.0000000'
        $list[1].runSchedule.'@odata.type' | Should -Be '#microsoft.graph.deviceHealthScriptDailySchedule'
        $list[2].target.'@odata.type' | Should -Be '#microsoft.graph.allDevicesAssignmentTarget'
        $list[2].runSchedule.'@odata.type' | Should -Be '#microsoft.graph.deviceHealthScriptRunOnceSchedule'
    }

    It 'changes the schedule of a group where one is given, and says what it left otherwise' {
        (Invoke-Deploy -More @{ GroupId = $pilot; Schedule = 'Daily'; Every = 7 }).Code | Should -Be 0
        $id = @($held.Scripts.Keys)[-1]
        $held.Assignments[$id][0].runRemediationScript = $false
        $held.Calls.Clear()
        $run = Invoke-Deploy -More @{ GroupId = $pilot }
        "$($run.Written)" | Should -Match "$pilot had it already and keeps its schedule \(Daily 7 12:00:00\)"
        "$($run.Written)" | Should -Not -Match 'assigned'
        $held.Calls -notmatch '^GET' | Should -BeNullOrEmpty
        $run = Invoke-Deploy -More @{ GroupId = $pilot; Schedule = 'Hourly'; Every = 4 }
        "$($run.Written)" | Should -Match "assigned to $pilot"
        $one = @($held.Assignments[$id])
        $one | Should -HaveCount 1
        $one[0].runSchedule.'@odata.type' | Should -Be '#microsoft.graph.deviceHealthScriptHourlySchedule'
        $one[0].runSchedule.interval | Should -Be 4
        # Detecting alone was set in the console, and is no schedule.
        $one[0].runRemediationScript | Should -BeFalse
        $held.Calls.Clear()
        "$((Invoke-Deploy -More @{ GroupId = $pilot; Schedule = 'Hourly'; Every = 4 }).Written)" | Should -Match "assigned to $pilot"
        $held.Calls -notmatch '^GET' | Should -BeNullOrEmpty
    }

    It 'sends words in UTF-8, whatever the module takes for usual' {
        $copy = Join-Path -Path $TestDrive -ChildPath 'words'
        Copy-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'intune') -Destination $copy -Recurse
        $path = "$copy/4-disk-space/remediation.json"
        $name = "Pr$([char] 0xfc)fung $([char] 0x6642)$([char] 0x8a08) $([char] 0x2013)"
        [IO.File]::WriteAllText($path, ([IO.File]::ReadAllText($path) -replace '(?m)^(  "displayName": ").*(",)', "`${1}$name`$2"))
        $run = Invoke-Deployed -Path "$copy/deploy.ps1" -Replace $signed -Parameter @{ Package = '4-disk-space' }
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        @($held.Scripts.Values)[-1].displayName | Should -BeExactly $name
    }

    It 'takes a package and a group once that are given twice' {
        $run = Invoke-Deploy -More @{ Package = 'all', '4-disk-space', 'ALL', 'all'; GroupId = $pilot, $pilot.ToUpperInvariant() }
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        @($held.Calls -match '^POST deviceHealthScripts$') | Should -HaveCount 2
        @($held.Assignments.Values | ForEach-Object { $_ }) | Should -HaveCount 2
        @($run.Written -match 'uploaded, version') | Should -HaveCount 2
    }

    It 'runs once with the interval that Graph takes for it, whatever -Every says' {
        (Invoke-Deploy -More @{ GroupId = $pilot; Schedule = 'Once'; Every = 5; At = '03:30' }).Code | Should -Be 0
        $run = @($held.Assignments.Values)[0].runSchedule
        "$($run.interval) $($run.time) $($run.useUtc)" | Should -Be '1 03:30:00.0000000 False'
        $run.date | Should -Not -BeNullOrEmpty
    }

    Context 'where something was renamed since' {
        BeforeAll {
            function Get-Own { @($held.Scripts.Values | Where-Object { $_.id -notlike 'theirs*' }) }
            # Scripts as a product of another name has them.
            function Set-Product {
                param([psobject] $Entry, [string] $Name)
                $text = [Text.Encoding]::ASCII.GetString([Convert]::FromBase64String($Entry.detectionScriptContent))
                $text = $text -replace "(?m)^\`$script:Product = '[^']*'", "`$script:Product = '$Name'"
                $Entry.detectionScriptContent = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($text))
            }
        }

        It 'renames what the title of checklist and check named before, and makes no second one' {
            $more = @{ Package = '4-disk-space', 'all'; GroupId = $pilot }
            (Invoke-Deploy -More $more).Code | Should -Be 0
            $before = @(Get-Own | ForEach-Object { "$($_.id) $($_.displayName)" } | Sort-Object)
            foreach ($one in Get-Own) { $one.displayName = "Before: $($one.displayName.Length)" }
            # A preview finds them, too.
            "$((Invoke-Deploy -More @{ Package = '4-disk-space', 'all'; Remove = $true; WhatIf = $true }).Written)" | Should -Not -Match 'no entry'
            $run = Invoke-Deploy -More $more
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            @(Get-Own | ForEach-Object { "$($_.id) $($_.displayName)" } | Sort-Object) | Should -Be $before
            "$($run.Written)" | Should -Match 'Before: \d+ is called Windows Update: all checks now\.'
            "$($run.Written)" | Should -Not -Match 'has further remediations'
            $held.Calls.Clear()
            (Invoke-Deploy -More $more).Code | Should -Be 0
            $held.Calls -notmatch '^GET' | Should -BeNullOrEmpty
        }

        It 'knows checks that have swapped their titles' {
            $more = @{ Package = '4-disk-space', '6-msiserver-start-type' }
            (Invoke-Deploy -More $more).Code | Should -Be 0
            $one, $two = Get-Own
            $before = $one.displayName, $two.displayName
            $one.displayName, $two.displayName = $two.displayName, $one.displayName
            (Invoke-Deploy -More $more).Code | Should -Be 0
            $one.displayName, $two.displayName | Should -Be $before
            Get-Own | Should -HaveCount 2
        }

        It 'takes over what the product made under its former name, and only where it is told that name' {
            (Invoke-Deploy).Code | Should -Be 0
            $mine = @(Get-Own)[0]
            Set-Product -Entry $mine -Name 'before'
            (Invoke-Deploy).Code | Should -Be 1
            (Invoke-Deploy -More @{ FormerProduct = 'another' }).Code | Should -Be 1
            $mine.displayName = 'Before: all checks'
            (Invoke-Deploy -More @{ FormerProduct = 'before' }).Code | Should -Be 0
            Get-Own | Should -HaveCount 1
            $mine.displayName | Should -Be 'Windows Update: all checks'
            (Invoke-Deploy).Code | Should -Be 0
            Get-Own | Should -HaveCount 1
        }

        It 'knows its own under another publisher and name, and gives it those of now' {
            $more = @{ Package = '4-disk-space', 'all'; GroupId = $pilot }
            (Invoke-Deploy -More $more).Code | Should -Be 0
            $before = @(Get-Own | ForEach-Object { "$($_.id) $($_.displayName) $($_.publisher)" } | Sort-Object)
            foreach ($one in Get-Own) { $one.publisher = 'Contoso' }
            @(Get-Own)[0].displayName = 'Ours'
            $run = Invoke-Deploy -More $more
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            @(Get-Own | ForEach-Object { "$($_.id) $($_.displayName) $($_.publisher)" } | Sort-Object) | Should -Be $before
            $held.Calls.Clear()
            (Invoke-Deploy -More $more).Code | Should -Be 0
            $held.Calls -notmatch '^GET' | Should -BeNullOrEmpty
        }

        It 'asks an administrator where two have its scripts under other names, and says which' {
            (Invoke-Deploy).Code | Should -Be 0
            $mine = @(Get-Own)[0]
            $mine.displayName = 'One'
            $twin = $mine.PSObject.Copy()
            $twin.id, $twin.displayName = 'twin', 'Two'
            $held.Scripts['twin'] = $twin
            $held.Calls.Clear()
            $run = Invoke-Deploy
            $run.Code | Should -Be 1
            "$($run.Written)" | Should -Match "scripts of .Windows Update: all checks.: One \($($mine.id)\), Two \(twin\)\. Nothing was changed"
            $held.Calls -notmatch '^GET' | Should -BeNullOrEmpty
        }

        It 'knows a check by an id that it had before' {
            (Invoke-Deploy -More @{ Package = '4-disk-space', '6-msiserver-start-type' }).Code | Should -Be 0
            $mine = @(Get-Own | Where-Object displayName -Like '*Free disk space*')[0]
            $text = [Text.Encoding]::ASCII.GetString([Convert]::FromBase64String($mine.detectionScriptContent))
            $old = $text.Replace("'disk-space'", "'room'")
            $old | Should -Not -Be $text
            $mine.detectionScriptContent = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($old))
            $mine.displayName = 'Windows Update: Room'
            # The version in which the check says so.
            $copy = Join-Path -Path $TestDrive -ChildPath 'former'
            Copy-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'intune') -Destination $copy -Recurse
            $new = $text -replace "(?m)^( {8}Id = 'disk-space'; Item = \d+)", "`$1; Formerly = @('space', 'room')"
            $new | Should -Not -Be $text
            [IO.File]::WriteAllText("$copy/4-disk-space/detect.ps1", $new)
            $body = "$copy/4-disk-space/remediation.json"
            $encode = { [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($args[0])) }
            [IO.File]::WriteAllText($body, [IO.File]::ReadAllText($body).Replace((& $encode $text), (& $encode $new)))
            $run = Invoke-Deployed -Path "$copy/deploy.ps1" -Replace $signed -Parameter @{ Package = '4-disk-space', '6-msiserver-start-type' }
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            "$($run.Written)" | Should -Match 'Windows Update: Room is called Windows Update: Free disk space'
            Get-Own | Should -HaveCount 2
            $mine.detectionScriptContent | Should -Be (& $encode $new)
        }

        It 'tells a list of one check from the check' {
            # A version whose list has one check.
            $copy = Join-Path -Path $TestDrive -ChildPath 'single'
            $null = New-Item -Path $copy -ItemType Directory
            foreach ($name in 'deploy.ps1', '6-msiserver-start-type') { Copy-Item -LiteralPath "$Folder/intune/$name" -Destination $copy -Recurse }
            Copy-Item -LiteralPath "$copy/6-msiserver-start-type" -Destination "$copy/all" -Recurse
            $body = [IO.File]::ReadAllText("$copy/all/remediation.json")
            [IO.File]::WriteAllText("$copy/all/remediation.json", ($body -replace '(?m)^(  "displayName": ").*(",)', '$1Windows Update: all checks$2'))
            foreach ($name in '6-msiserver-start-type', 'all', '6-msiserver-start-type') {
                $run = Invoke-Deployed -Path "$copy/deploy.ps1" -Replace $signed -Parameter @{ Package = $name }
                $run.Code | Should -Be 0 -Because "$($run.Written)"
                "$($run.Written)" | Should -Not -Match 'is called'
            }
            Get-Own | Should -HaveCount 2
        }

        It 'goes on where somebody deletes an entry between two calls' {
            (Invoke-Deploy -More @{ Package = '4-disk-space' }).Code | Should -Be 0
            $id = @(Get-Own)[0].id
            $held.Refuses = @{ Call = 'GET deviceHealthScripts/{id}'; After = 0; Status = 404 }
            $held.Scripts[$id].displayName = 'Before'
            try { $run = Invoke-Deploy -More @{ Package = '4-disk-space' } }
            finally { $held.Remove('Refuses') }
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            "$($run.Written)" | Should -Match 'uploaded, version'
        }

        It 'takes no entry of another publisher or product for its own, and removes its own under any name' {
            (Invoke-Deploy).Code | Should -Be 0
            $mine = @(Get-Own)[0]
            $copy = $mine.PSObject.Copy()
            $copy.id, $copy.displayName, $copy.publisher = 'theirs6', 'Copied', 'Somebody'
            $other = $mine.PSObject.Copy()
            $other.id, $other.displayName = 'theirs7', 'Printing: all checks'
            Set-Product -Entry $other -Name 'printing'
            foreach ($each in $copy, $other) { $held.Scripts[$each.id] = $each }
            $mine.displayName = 'Before: all checks'
            (Invoke-Deploy -More @{ Remove = $true }).Code | Should -Be 0
            Get-Own | Should -BeNullOrEmpty
            $held.Scripts.Keys | Should -Contain 'theirs6'
            $held.Scripts.Keys | Should -Contain 'theirs7'
        }

        It 'ends in the next run as if nothing had happened: <_> any call' -ForEach 'before', 'after' {
            $more = @{ Package = '4-disk-space', 'all'; GroupId = $pilot }
            function Reset-Tenant {
                foreach ($one in Get-Own) { $held.Scripts.Remove($one.id) }
                $held.Assignments.Clear()
                $null = Invoke-Deploy -More $more
                foreach ($one in Get-Own) { $one.displayName = "Before: $($one.displayName.Length)"; $one.version = '0.0.9' }
            }
            function Get-OwnState { (Get-Own | ForEach-Object { "$($_.displayName) $($_.version) $(@($held.Assignments[$_.id]).Count)" } | Sort-Object) -join "`n" }
            Reset-Tenant
            (Invoke-Deploy -More $more -With ($signed + (New-CutCommand -Module $graph))).Code | Should -Be 0
            $wanted, $count = (Get-OwnState), $global:Cut.Calls
            foreach ($at in 1..$count) {
                Reset-Tenant
                (Invoke-Deploy -More $more -With ($signed + (New-CutCommand -Module $graph -At $at -When $_))).Code | Should -Not -Be 0
                (Invoke-Deploy -More $more).Code | Should -Be 0
                Get-OwnState | Should -Be $wanted -Because "call $at was cut off"
            }
        }
    }

    It 'takes as many hours or days as Graph does: 1 to 23' {
        foreach ($count in 0, 24, 30) { { & $deploy -Every $count -WhatIf } | Should -Throw '*Every*' }
    }

    It 'says what Graph refused, what is done, and goes on in the next run: <Status>' -ForEach 403, 429, 0 {
        $held.Refuses = @{ Call = 'POST deviceHealthScripts'; After = 1; Status = $_ }
        try { $run = Invoke-Deploy -More @{ Package = '4-disk-space', 'all' } }
        finally { $held.Remove('Refuses') }
        $run.Code | Should -Be 1
        $said = if ($_) { "refused POST deviceManagement/deviceHealthScripts with $_" } else { 'gave no answer to POST' }
        "$($run.Written)" | Should -Match $said
        "$($run.Written)" | Should -Match $(if ($_) { 'The scope "Scripts" is missing\.' } else { 'does not indicate success' })
        "$($run.Written)" | Should -Match 'Done: 1 of 2 packages'
        "$($run.Written)" | Should -Not -Match 'defect'
        $held.Scripts.Count | Should -Be 5
        (Invoke-Deploy -More @{ Package = '4-disk-space', 'all' }).Code | Should -Be 0
        $held.Scripts.Count | Should -Be 6
    }

    Context 'in a run that breaks' {
        BeforeAll {
            function Get-TenantState {
                $lines = foreach ($one in $held.Scripts.Values) {
                    $targets = foreach ($each in $held.Assignments[$one.id]) { "$($each.target.groupId) $($each.runSchedule.interval) $($each.runRemediationScript)" }
                    "$($one.displayName) $($one.publisher) $($one.version) $($one.PSObject.Properties['description'].Value) " +
                    "$("$($one.PSObject.Properties['detectionScriptContent'].Value)".GetHashCode()) $(@($targets) -join ',')"
                }
                ($lines | Sort-Object) -join "`n"
            }
            $more = @{ Package = '4-disk-space', 'all'; GroupId = $pilot, $broad }
            # What an earlier version left, and its console changed.
            function Set-Earlier {
                foreach ($id in @($held.Scripts.Keys -notlike 'theirs*')) { $held.Scripts.Remove($id) }
                $held.Assignments.Clear()
                if (-not $args[0]) { return }
                foreach ($name in 'all checks', 'Free disk space') {
                    $id = "$([guid]::NewGuid())"
                    $held.Scripts[$id] = [pscustomobject]@{
                        id = $id; displayName = "Windows Update: $name"; publisher = 'Mendsheet contributors'; version = '0.0.9'; description = 'Ask the service desk'
                        detectionScriptContent = 'b2xk'; remediationScriptContent = 'b2xk'
                    }
                    $held.Assignments[$id] = @(ConvertFrom-Json -InputObject (
                            '{"target":{"@odata.type":"#microsoft.graph.groupAssignmentTarget","groupId":"' + $pilot +
                            '"},"runRemediationScript":false,"runSchedule":{"@odata.type":"#microsoft.graph.deviceHealthScriptDailySchedule","interval":3,"time":"03:00:00"}}'))
                }
            }
        }

        It 'ends in the next one as if nothing had happened: <When> any call, renewing <Renews>' -ForEach @(
            foreach ($each in 'before', 'after') { foreach ($one in $false, $true) { @{ When = $each; Renews = $one } } }
        ) {
            Set-Earlier $Renews
            $run = Invoke-Deploy -More $more -With ($signed + (New-CutCommand -Module $graph))
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            $wanted, $count = (Get-TenantState), $global:Cut.Calls
            $count | Should -BeGreaterThan 8
            $held.Scripts.Count | Should -Be 6
            foreach ($at in 1..$count) {
                Set-Earlier $Renews
                (Invoke-Deploy -More $more -With ($signed + (New-CutCommand -Module $graph -At $at -When $When))).Code | Should -Not -Be 0
                $run = Invoke-Deploy -More $more
                $run.Code | Should -Be 0 -Because "$($run.Written)"
                Get-TenantState | Should -Be $wanted -Because "call $at was cut off"
            }
        }
    }

    It 'removes its own and nothing else' {
        (Invoke-Deploy).Code | Should -Be 0
        (Invoke-Deploy -More @{ Remove = $true }).Code | Should -Be 0
        @($held.Scripts.Keys) | Should -Be @('theirs1', 'theirs2', 'theirs3', 'theirs4')
        $run = Invoke-Deploy -More @{ Remove = $true }
        $run.Code | Should -Be 0
        "$($run.Written)" | Should -Match 'no entry of that name and publisher'
    }

    It 'sends nothing but questions with -WhatIf' {
        (Invoke-Deploy -More @{ WhatIf = $true; GroupId = $pilot }).Code | Should -Be 0
        $held.Calls -notmatch '^GET' | Should -BeNullOrEmpty
        $held.Scripts.Count | Should -Be 4
    }

    It 'sends nothing at all <Why>' -ForEach @(
        @{ Why = 'of a folder that is not there'; More = @{ Package = 'all', 'nope' }; Code = 64; Says = 'No folder nope' }
        @{ Why = 'of scripts without a signature'; More = @{}; With = @{ 'Test-SignedScript' = { $false } }; Code = 1; Says = 'no signature' }
        @{ Why = 'while nobody is signed in'; More = @{}; SignedOut = $true; Code = 1; Says = 'Connect-MgGraph' }
    ) {
        & $graph { $script:Held.SignedOut = $args[0] } ([bool] $SignedOut)
        $run = Invoke-Deploy -More $More -With $(if ($With) { $With } else { $signed })
        $run.Code | Should -Be $Code
        "$($run.Written)" | Should -Match $Says
        $held.Calls | Should -BeNullOrEmpty
    }

    It 'sends nothing of a body that carries other scripts than those beside it' {
        $copy = Join-Path -Path $TestDrive -ChildPath 'intune'
        Copy-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'intune') -Destination $copy -Recurse
        $path = Join-Path -Path $copy -ChildPath 'all/remediation.json'
        $body = [IO.File]::ReadAllText($path) | ConvertFrom-Json
        $body.remediationScriptContent = 'ZXhpdCAw'
        [IO.File]::WriteAllText($path, (ConvertTo-Json -InputObject $body))
        $run = Invoke-Deployed -Path "$copy/deploy.ps1" -Replace $signed
        $run.Code | Should -Be 1
        $held.Calls | Should -BeNullOrEmpty
    }

    It 'names what the next version no longer has, and touches nothing of it' {
        (Invoke-Deploy -More @{ Package = '4-disk-space', '6-msiserver-start-type'; GroupId = $pilot }).Code | Should -Be 0
        $copy = Join-Path -Path $TestDrive -ChildPath 'next'
        Copy-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'intune') -Destination $copy -Recurse
        Remove-Item -LiteralPath "$copy/6-msiserver-start-type" -Recurse
        $path = "$copy/4-disk-space/remediation.json"
        $text = [IO.File]::ReadAllText($path)
        $old = @($held.Scripts.Values | Where-Object displayName -Like '*Free disk space*')[0]
        [IO.File]::WriteAllText($path, $text.Replace($old.displayName, 'Windows Update: Room \"C\"'))
        # Somebody else's with our title, and one of ours under a title of its own.
        $held.Scripts['theirs5'] = [pscustomobject]@{ id = 'theirs5'; displayName = 'Windows Update: gone'; publisher = 'Somebody'; version = '1' }
        $held.Scripts['ours2'] = [pscustomobject]@{ id = 'ours2'; displayName = 'Printing: gone'; publisher = $old.publisher; version = '1' }
        $before = $held.Scripts.Count
        $run = Invoke-Deployed -Path "$copy/deploy.ps1" -Replace $signed -Parameter @{ Package = '4-disk-space', 'all'; GroupId = $pilot }
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        # The one of another title is the same, so that the list alone is new.
        $held.Scripts.Count | Should -Be ($before + 1)
        $old.displayName | Should -Be 'Windows Update: Room "C"'
        $msi = @($held.Scripts.Values | Where-Object displayName -Like '*Windows Installer')[0].displayName
        "$($run.Written)" | Should -Match "has further remediations of this product.*: $([regex]::Escape($msi))\. Give -Package"
        $held.Scripts.Contains($old.id) | Should -BeTrue
        @($held.Assignments[$old.id]) | Should -HaveCount 1
        "$((Invoke-Deploy).Written)" | Should -Match 'has further remediations.*Room "C"\.'
    }

    It 'sends no change where a product of another name and the same title is there' {
        (Invoke-Deploy).Code | Should -Be 0
        $mine = @($held.Scripts.Values)[-1]
        $theirs = "# Theirs`r`n`$script:Product = 'other-product'`r`n"
        $mine.detectionScriptContent = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($theirs))
        foreach ($more in @{ Package = '4-disk-space', 'all' }, @{ Remove = $true }) {
            $held.Calls.Clear()
            $run = Invoke-Deploy -More $more
            $run.Code | Should -Be 1
            "$($run.Written)" | Should -Match 'of another product of this publisher \(other-product\)'
            $held.Calls -notmatch '^GET' | Should -BeNullOrEmpty
        }
    }

    It 'asks an administrator where two have its name' {
        (Invoke-Deploy).Code | Should -Be 0
        $twin = @($held.Scripts.Values)[-1].PSObject.Copy()
        $held.Scripts['twin'] = $twin
        $held.Calls.Clear()
        $run = Invoke-Deploy -More @{ Package = '4-disk-space', 'all' }
        $run.Code | Should -Be 1
        "$($run.Written)" | Should -Match 'several entries'
        # Every name is looked up before the first change.
        $held.Calls -notmatch '^GET' | Should -BeNullOrEmpty
    }
}

Describe 'uploading the Win32 app to Intune' {
    BeforeAll {
        # mobileApps as Microsoft Graph documents them, and the storage that content goes to: a block exists when it was put,
        # a file when its blocks were listed, a version when the file was committed with what opens it.
        $cloud = New-Module -Name 'Cloud' -ScriptBlock {
            $script:Held = @{}
            function Get-MgContext { [pscustomobject]@{ TenantId = 'made' } }
            function Invoke-MgGraphRequest {
                param(
                    [ValidateSet('GET', 'POST', 'PATCH', 'DELETE')] [string] $Method, [Parameter(Mandatory)] [string] $Uri,
                    [object] $Body, [string] $ContentType, [ValidateSet('PSObject')] [string] $OutputType
                )
                $path = $Uri -replace '^https://graph\.microsoft\.com/beta/deviceAppManagement/mobileApps'
                $script:Held.Calls.Add("$Method $($path -replace '[0-9a-f]{8}-[0-9a-f-]{27}', '{id}')")
                $given = if ($Body) { ConvertFrom-Json -InputObject $Body }
                $app, $rest = $path.TrimStart('/') -split '/', 2
                if ($path -like '[?]*' -or -not $path) {
                    if ($Method -eq 'GET') {
                        if ($path -notlike "*isof('microsoft.graph.win32LobApp')") { throw 'a list of every kind of app' }
                        return [pscustomobject]@{ value = @($script:Held.Apps.Values | Select-Object -Property id, displayName, publisher) }
                    }
                    if ($given.PSObject.Properties['committedContentVersion']) { throw 'no content is there yet' }
                    Add-Member -InputObject $given -NotePropertyName 'id' -NotePropertyValue "$([guid]::NewGuid())"
                    $script:Held.Apps[$given.id] = $given
                    return $given
                }
                if (-not $script:Held.Apps.Contains($app)) { throw '404' }
                switch -Regex ("$Method $rest".Trim()) {
                    '^GET$' { return $script:Held.Apps[$app] }
                    '^DELETE$' { return $script:Held.Apps.Remove($app) }
                    '^PATCH$' {
                        if ($given.committedContentVersion -and -not $script:Held.Committed["$app $($given.committedContentVersion)"]) { throw 'not committed' }
                        foreach ($each in $given.PSObject.Properties) { $script:Held.Apps[$app] | Add-Member -NotePropertyName $each.Name -NotePropertyValue $each.Value -Force }
                        return
                    }
                    '^GET assignments$' { return [pscustomobject]@{ value = @($script:Held.Assignments[$app] | Where-Object { $_ }) } }
                    '^POST assign$' { $script:Held.Assignments[$app] = @($given.mobileAppAssignments); return }
                    '^POST microsoft\.graph\.win32LobApp/contentVersions$' {
                        $script:Held.Version++
                        return [pscustomobject]@{ id = "$($script:Held.Version)" }
                    }
                    '/contentVersions/(\d+)/files$' {
                        $script:Held.File = [pscustomobject]@{
                            id = 'file1'; name = $given.name; size = $given.size; sizeEncrypted = $given.sizeEncrypted
                            azureStorageUri = $null; uploadState = 'azureStorageUriRequestPending'
                        }
                        return $script:Held.File
                    }
                    '^GET .*/files/file1$' {
                        $file = $script:Held.File
                        $now = [pscustomobject]@{ id = 'file1'; azureStorageUri = $file.azureStorageUri; uploadState = $file.uploadState }
                        # Done with the next question.
                        if ($file.uploadState -eq 'azureStorageUriRequestPending') {
                            $file.uploadState = 'azureStorageUriRequestSuccess'
                            $file.azureStorageUri = 'https://store.example.com/container/file?sv=1&sig=a%2Bb'
                        }
                        elseif ($file.uploadState -eq 'commitFilePending') { $file.uploadState = $script:Held.Outcome }
                        return $now
                    }
                    '/contentVersions/(\d+)/files/file1/commit$' {
                        $version = $Matches[1]
                        $script:Held.File.uploadState = 'commitFilePending'
                        $script:Held.Opens = $given.fileEncryptionInfo
                        $stored = $script:Held.Stored
                        if ($stored.Length -ne $script:Held.File.sizeEncrypted) { throw 'another size' }
                        $mac = New-Object -TypeName Security.Cryptography.HMACSHA256 -ArgumentList (, [Convert]::FromBase64String($given.fileEncryptionInfo.macKey))
                        if ([Convert]::ToBase64String($mac.ComputeHash($stored, 32, $stored.Length - 32)) -ne $given.fileEncryptionInfo.mac) { throw 'another MAC' }
                        $script:Held.Committed["$app $version"] = $script:Held.Outcome -eq 'commitFileSuccess'
                        return
                    }
                    default { throw "no such request: $_" }
                }
            }
            function Invoke-RestMethod {
                param([string] $Method, [string] $Uri, [object] $Body, [hashtable] $Headers, [string] $ContentType, [switch] $UseBasicParsing)
                if ($Method -ne 'Put' -or $Uri -notlike 'https://store.example.com/container/file?sv=1&sig=a%2Bb&comp=block*') { throw "no such place: $Method $Uri" }
                if ($Uri -match 'comp=block&blockid=(.+)$') {
                    if ($Headers['x-ms-blob-type'] -ne 'BlockBlob') { throw 'no kind of blob' }
                    $script:Held.Blocks[[uri]::UnescapeDataString($Matches[1])] = [byte[]] $Body
                    return
                }
                $list = [xml] $Body
                $stream = New-Object -TypeName IO.MemoryStream
                foreach ($name in $list.BlockList.Latest) {
                    $bytes = $script:Held.Blocks[$name]
                    $stream.Write($bytes, 0, $bytes.Length)
                }
                $script:Held.Stored = $stream.ToArray()
            }
        }
        $deploy = Join-Path -Path $Folder -ChildPath 'intune/deploy.ps1'
        $signed = @{ 'Test-SignedScript' = { param($Path) $global:Asked += @(Split-Path -Leaf $Path); $true } }
        function Get-Held { & $cloud { $script:Held } }
        function Invoke-Deploy {
            param([hashtable] $More = @{}, [hashtable] $With = $signed, [string] $Path = $deploy)
            Invoke-Deployed -Path $Path -Replace $With -Parameter (@{ Package = 'win32' } + $More)
        }
    }
    BeforeEach {
        $windows = New-SimulatedWindows
        $global:Asked = @()
        & $cloud {
            $script:Held = @{
                Apps = [ordered]@{}; Calls = New-Object -TypeName 'Collections.Generic.List[string]'; Version = 0; Committed = @{}
                Assignments = @{}; File = $null; Blocks = @{}; Stored = $null; Opens = $null; Outcome = 'commitFileSuccess'
            }
        }
        $cloud | Import-Module -Global -Force
    }
    AfterEach {
        Exit-SimulatedWindows
        Remove-Module -Name 'Cloud' -ErrorAction SilentlyContinue
    }

    It 'makes the app, uploads its content in blocks, commits it with what opens it, and names it last' {
        $run = Invoke-Deploy
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        $held = Get-Held
        $app = @($held.Apps.Values)[0]
        $app.displayName | Should -Be 'Windows Update: repairs'
        $app.committedContentVersion | Should -Be '1'
        $app.notes | Should -Match '^SHA-256 [0-9a-f]{64}$'
        # What was stored opens to the scripts of the package.
        $aes = [Security.Cryptography.Aes]::Create()
        $aes.Key = [Convert]::FromBase64String($held.Opens.encryptionKey)
        $aes.IV = [Convert]::FromBase64String($held.Opens.initializationVector)
        $open = $aes.CreateDecryptor().TransformFinalBlock($held.Stored, 48, $held.Stored.Length - 48)
        $open.Length | Should -Be $held.File.size
        [Convert]::ToBase64String([Security.Cryptography.SHA256]::Create().ComputeHash($open)) | Should -Be $held.Opens.fileDigest
        [Text.Encoding]::ASCII.GetString($open) | Should -Match 'repair\.ps1'
        $held.Calls[-1] | Should -Be 'PATCH /{id}'
        $global:Asked | Should -Be @('detect.ps1', 'repair.ps1')
    }

    It 'leaves alone what is there already, and uploads another build as another version of the same app' {
        (Invoke-Deploy).Code | Should -Be 0
        $held = Get-Held
        $count = $held.Calls.Count
        "$((Invoke-Deploy).Written)" | Should -Match 'has these scripts already'
        @($held.Calls | Select-Object -Skip $count | Where-Object { $_ -notlike 'GET*' }) | Should -BeNullOrEmpty
        $app = @($held.Apps.Values)[0]
        $app.notes = 'SHA-256 of an earlier build'
        (Invoke-Deploy).Code | Should -Be 0
        $held.Apps.Count | Should -Be 1
        $app.committedContentVersion | Should -Be '2'
        $app.notes | Should -Match '^SHA-256 [0-9a-f]{64}$'
        $app.displayVersion = '0.0.9'
        "$((Invoke-Deploy).Written)" | Should -Match 'renewed, version'
        $app.displayVersion | Should -Be '0.1.0'
        @($app.rules | Where-Object ruleType -EQ 'detection')[0].scriptContent = 'b2xk'
        "$((Invoke-Deploy).Written)" | Should -Match 'renewed, version'
        @($app.rules | Where-Object ruleType -EQ 'detection')[0].scriptContent | Should -Not -Be 'b2xk'
        "$((Invoke-Deploy).Written)" | Should -Match 'has these scripts already'
    }

    It 'calls no group assigned that is to lose the app' {
        $pilot = '0d1e2f30-4152-6374-8596-a7b8c9dae0f1'
        (Invoke-Deploy -More @{ GroupId = $pilot }).Code | Should -Be 0
        $held = Get-Held
        $one = $held.Assignments[@($held.Apps.Keys)[0]][0]
        $one.intent = 'uninstall'
        $run = Invoke-Deploy -More @{ GroupId = $pilot; Schedule = 'Daily' }
        "$($run.Written)" | Should -Match "$pilot has this app with the intent .uninstall."
        "$($run.Written)" | Should -Not -Match 'assigned'
        $one.intent | Should -Be 'uninstall'
    }

    It 'keeps what was set in the console when the next version comes' {
        (Invoke-Deploy).Code | Should -Be 0
        $app = @((Get-Held).Apps.Values)[0]
        $app.notes = 'SHA-256 of an earlier build'
        $app.description = 'Ask the service desk'
        $app.installExperience.maxRunTimeInMinutes = 90
        $app.rules = @(
            [pscustomobject]@{ ruleType = 'detection'; scriptContent = 'b2xk' }
            [pscustomobject]@{ ruleType = 'requirement'; valueName = 'theirs' }
        )
        (Invoke-Deploy).Code | Should -Be 0
        $app.description | Should -Be 'Ask the service desk'
        $app.installExperience.maxRunTimeInMinutes | Should -Be 90
        @($app.rules | Where-Object ruleType -EQ 'requirement').valueName | Should -Be 'theirs'
        @($app.rules | Where-Object ruleType -EQ 'detection') | Should -HaveCount 1
        @($app.rules | Where-Object ruleType -EQ 'detection').scriptContent | Should -Not -Be 'b2xk'
    }

    It 'begins again where an upload was cut off' {
        (Get-Held).Outcome = 'commitFileFailed'
        $run = Invoke-Deploy
        $run.Code | Should -Be 1
        "$($run.Written)" | Should -Match 'with commitFileFailed'
        "$($run.Written)" | Should -Not -Match 'defect'
        $held = Get-Held
        @($held.Apps.Values)[0].PSObject.Properties['notes'] | Should -BeNullOrEmpty
        $held.Outcome = 'commitFileSuccess'
        (Invoke-Deploy).Code | Should -Be 0
        $held.Apps.Count | Should -Be 1
        @($held.Apps.Values)[0].committedContentVersion | Should -Be '2'
    }

    It 'adds groups ring by ring, and keeps what an administrator set' {
        $pilot, $broad = '0d1e2f30-4152-6374-8596-a7b8c9dae0f1', '1d1e2f30-4152-6374-8596-a7b8c9dae0f2'
        (Invoke-Deploy -More @{ GroupId = $pilot }).Code | Should -Be 0
        $held = Get-Held
        $id = @($held.Apps.Keys)[0]
        $held.Assignments[$id][0].intent | Should -Be 'required'
        $held.Assignments[$id][0].intent = 'available'
        $held.Assignments[$id][0] | Add-Member -NotePropertyName 'settings' -NotePropertyValue ([pscustomobject]@{ notifications = 'hideAll' })
        (Invoke-Deploy -More @{ GroupId = $pilot, $broad }).Code | Should -Be 0
        $held.Assignments[$id] | Should -HaveCount 2
        $held.Assignments[$id][0].intent | Should -Be 'available'
        $held.Assignments[$id][0].settings.notifications | Should -Be 'hideAll'
        $held.Assignments[$id][1].target.groupId | Should -Be $broad
    }

    It 'ends in the next run as if nothing had happened: <_> any call' -ForEach 'before', 'after' {
        $more = @{ GroupId = '0d1e2f30-4152-6374-8596-a7b8c9dae0f1' }
        $held = Get-Held
        # Which number a version has does not matter, only that its content is committed.
        function Get-AppState {
            foreach ($app in $held.Apps.Values) {
                $targets = foreach ($each in $held.Assignments[$app.id]) { "$($each.target.groupId) $($each.intent)" }
                "$($app.displayName) $($app.notes) $($app.displayVersion) $($held.Committed["$($app.id) $($app.committedContentVersion)"]) " +
                "$(@($app.rules).Count) $(@($targets) -join ',')"
            }
        }
        (Invoke-Deploy -More $more -With ($signed + (New-CutCommand -Module $cloud))).Code | Should -Be 0
        $wanted, $count = (@(Get-AppState) -join "`n"), $global:Cut.Calls
        $wanted | Should -Match ' True 2 0d1e2f30\S+ required$'
        $count | Should -BeGreaterThan 12
        foreach ($at in 1..$count) {
            foreach ($key in 'Apps', 'Assignments', 'Committed', 'Blocks') { $held[$key].Clear() }
            (Invoke-Deploy -More $more -With ($signed + (New-CutCommand -Module $cloud -At $at -When $_))).Code | Should -Not -Be 0
            $run = Invoke-Deploy -More $more
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            @(Get-AppState) -join "`n" | Should -Be $wanted -Because "call $at was cut off"
        }
    }

    It 'removes the app and no other' {
        $held = Get-Held
        $held.Apps['theirs'] = [pscustomobject]@{ id = 'theirs'; displayName = 'Windows Update: repairs'; publisher = 'Somebody' }
        (Invoke-Deploy).Code | Should -Be 0
        (Invoke-Deploy -More @{ Remove = $true }).Code | Should -Be 0
        @($held.Apps.Keys) | Should -Be 'theirs'
    }

    It 'renames the app that has another title, and makes no second one' {
        (Invoke-Deploy).Code | Should -Be 0
        $held = Get-Held
        $app = @($held.Apps.Values)[0]
        $app.displayName = 'Before: repairs'
        $run = Invoke-Deploy
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        "$($run.Written)" | Should -Match 'Before: repairs is called Windows Update: repairs now'
        $held.Apps.Count | Should -Be 1
        $app.displayName | Should -Be 'Windows Update: repairs'
        "$((Invoke-Deploy).Written)" | Should -Match 'has these scripts already'
    }

    It 'replaces no app of the same title that another product made' {
        (Invoke-Deploy).Code | Should -Be 0
        $held = Get-Held
        $theirs = "`$script:Product = 'other-product'`r`n"
        $rule = @(@($held.Apps.Values)[0].rules | Where-Object ruleType -EQ 'detection')[0]
        $rule.scriptContent = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($theirs))
        $count = $held.Calls.Count
        $run = Invoke-Deploy
        $run.Code | Should -Be 1
        "$($run.Written)" | Should -Match 'other-product'
        @($held.Calls | Select-Object -Skip $count | Where-Object { $_ -notlike 'GET*' }) | Should -BeNullOrEmpty
    }

    It 'uploads nothing <Why>' -ForEach @(
        @{ Why = 'with -WhatIf'; Code = 0; More = @{ WhatIf = $true }; Change = $null }
        @{ Why = 'where the repair is not signed'; Code = 1; More = @{}; Change = $null; Unsigned = 'repair.ps1' }
        @{ Why = 'where the detection is not signed'; Code = 1; More = @{}; Change = $null; Unsigned = 'detect.ps1' }
        @{ Why = 'where app.json names another content'; Code = 1; More = @{}; Change = { $args[0].notes = 'SHA-256 ' + '0' * 64 } }
        @{ Why = 'where app.json carries another detection'; Code = 1; More = @{}; Change = { $args[0].rules[0].scriptContent = 'AAAA' } }
    ) {
        $path = $deploy
        if ($Change) {
            $copy = [IO.Path]::Combine($windows.Root, 'copy')
            $null = [IO.Directory]::CreateDirectory("$copy/win32")
            [IO.File]::Copy($deploy, "$copy/deploy.ps1")
            $from = Join-Path -Path $Folder -ChildPath 'intune/win32'
            foreach ($name in 'detect.ps1', 'repair.ps1', 'windows-update.intunewin') { [IO.File]::Copy("$from/$name", "$copy/win32/$name") }
            $app = [IO.File]::ReadAllText("$from/app.json") | ConvertFrom-Json
            & $Change $app
            [IO.File]::WriteAllText("$copy/win32/app.json", (ConvertTo-Json -InputObject $app -Depth 8))
            $path = "$copy/deploy.ps1"
        }
        $global:Unsigned = $Unsigned
        $with = @{ 'Test-SignedScript' = { param($Path) -not $global:Unsigned -or (Split-Path -Leaf $Path) -notlike $global:Unsigned } }
        (Invoke-Deploy -More $More -With $with -Path $path).Code | Should -Be $Code
        @((Get-Held).Calls | Where-Object { $_ -notlike 'GET*' }) | Should -BeNullOrEmpty
    }
}

Describe 'importing into Configuration Manager' {
    BeforeAll {
        # Commands of its module with the parameters that their documentation has; what a site holds is noted.
        $site = New-Module -Name 'Site' -ScriptBlock {
            # Items of others stand in Others, with the definition that each has.
            $script:Held = @{ Items = @{}; Others = @{}; Settings = [ordered]@{}; Baselines = @{}; Deployments = @{}; Scripts = @{} }
            function Get-CMConfigurationItem {
                param([Parameter(Position = 0)] [string] $Name, [switch] $Fast, [switch] $DisableWildcardHandling, [switch] $ForceWildcardHandling)
                @($script:Held.Items.Values) + @($script:Held.Others.Values) | Where-Object { $_ -and (-not $Name -or $_.LocalizedDisplayName -eq $Name) }
            }
            function Set-CMConfigurationItem {
                param([Parameter(Mandatory)] [int] $Id, [string] $NewName, [switch] $DisableWildcardHandling)
                if ($script:Held.Items[$NewName]) { throw [InvalidOperationException]::new('The name is taken.') }
                $item = @($script:Held.Items.Values | Where-Object -Property CI_ID -EQ $Id)[0]
                $script:Held.Items.Remove($item.LocalizedDisplayName)
                $item.LocalizedDisplayName = $NewName
                $script:Held.Items[$NewName] = $item
            }
            # Each change of an item is a revision of its own, with another id.
            function Add-Revision { foreach ($item in $script:Held.Items.Values) { $item.CI_ID++ } }
            function New-CMConfigurationItem {
                param([Parameter(Mandatory)] [string] $Name, [ValidateSet('WindowsOS')] [string] $CreationType, [string] $Description)
                $model = 'ScopeId_0A/OperatingSystem_0B'
                $script:Held.Items[$Name] = [pscustomobject]@{ LocalizedDisplayName = $Name; CI_ID = 16777219; ModelName = $model }
                $script:Held.Items[$Name]
            }
            # The definition of an item, with the elements that its settings have there.
            function Get-CMConfigurationItemXMLDefinition {
                param([Parameter(Mandatory)] [int] $Id, [switch] $DisableWildcardHandling)
                $other = $script:Held.Others.Values | Where-Object -Property CI_ID -EQ $Id
                if ($other) { return $other.Definition }
                if (-not ($script:Held.Items.Values | Where-Object -Property CI_ID -EQ $Id)) { throw 'no such revision' }
                $number = 0
                $rules = ''
                $settings = foreach ($key in $script:Held.Settings.Keys) {
                    $number++
                    $setting = $script:Held.Settings[$key]
                    # Of the script only the lines that say what it is from.
                    $file = "$($setting['DiscoveryScriptFile'])".Replace('\', '/')
                    $product = if ($file -and [IO.File]::Exists($file)) { (Select-String -LiteralPath $file -Pattern '^\$script:(Product|DefaultChecks) = ').Line -join "`n" } else { 'x' }
                    if ($setting['RuleName']) {
                        $rules += "<Rule xmlns=`"urn:rules`" id=`"Rule_$number`"><Annotation><DisplayName Text=`"$($setting.RuleName)`" /><Description Text=`"$($setting['RuleDescription'])`" /></Annotation>" +
                        "<Expression><Operator>Equals</Operator><Operands><SettingReference LogicalName=`"OperatingSystem_0B`" SettingLogicalName=`"ScriptSetting_$number`" />" +
                        '<ConstantValue Value="Ok" DataType="String" /></Operands></Expression></Rule>'
                    }
                    $repair = if ($script:Held.Settings[$key]['RemediationScriptFile']) { '<RemediationScriptBody ScriptType="PowerShell">x</RemediationScriptBody>' }
                    "<SimpleSetting LogicalName=`"ScriptSetting_$number`"><Annotation xmlns=`"urn:rules`"><DisplayName Text=`"$key`" /></Annotation>" +
                    "<ScriptDiscoverySource><DiscoveryScriptBody ScriptType=`"PowerShell`">$product</DiscoveryScriptBody>$repair</ScriptDiscoverySource></SimpleSetting>"
                }
                "<DesiredConfigurationDigest xmlns=`"urn:digest`"><OperatingSystem><Settings><RootComplexSetting>$settings</RootComplexSetting></Settings><Rules>$rules</Rules></OperatingSystem></DesiredConfigurationDigest>"
            }
            function Get-CMComplianceSetting {
                param([psobject] $InputObject, [string] $SettingName, [switch] $DisableWildcardHandling)
                if ($script:Held.Settings.Contains($SettingName)) { [pscustomobject]@{ SettingName = $SettingName } }
            }
            function New-CMComplianceRuleValue {
                param(
                    [Parameter(Mandatory)] [psobject] $InputObject, [Parameter(Mandatory)] [string] $RuleName, [Parameter(Mandatory)] [string] $ExpressionOperator,
                    [Parameter(Mandatory)] [string[]] $ExpectedValue, [string] $NoncomplianceSeverity, [switch] $ReportNoncompliance, [switch] $Remediate, [string] $RuleDescription
                )
                @{ Of = $InputObject.SettingName; Fields = $PSBoundParameters }
            }
            function Add-CMComplianceSettingRule {
                param([Parameter(Mandatory)] [psobject] $InputObject, [Parameter(Mandatory)] [hashtable] $Rule)
                Add-Revision
                foreach ($key in $Rule.Fields.Keys) { if ($key -ne 'InputObject') { $script:Held.Settings[$Rule.Of][$key] = $Rule.Fields[$key] } }
            }
            function Set-CMComplianceRuleValue {
                param([psobject] $InputObject, [Parameter(Mandatory)] [string] $RuleName, [bool] $Remediate, [string] $RuleDescription, [switch] $DisableWildcardHandling)
                Add-Revision
                $setting = @($script:Held.Settings.Values | Where-Object { $_['RuleName'] -eq $RuleName })[0]
                $setting['Remediate'] = $Remediate
                $setting['RuleDescription'] = $RuleDescription
            }
            function Add-CMComplianceSettingScript {
                param(
                    [psobject] $InputObject, [Parameter(Mandatory)] [string] $Name, [string] $DataType, [switch] $Is64Bit,
                    [string] $DiscoveryScriptFile, [string] $DiscoveryScriptLanguage, [string] $RemediationScriptFile,
                    [string] $RemediationScriptLanguage, [switch] $ValueRule, [string] $RuleName, [string] $ExpressionOperator,
                    [string[]] $ExpectedValue, [string] $NoncomplianceSeverity, [switch] $ReportNoncompliance, [switch] $Remediate, [string] $RuleDescription
                )
                Add-Revision
                $script:Held.Settings[$Name] = $PSBoundParameters
            }
            function Set-CMComplianceSettingScript {
                param(
                    [psobject] $InputObject, [Parameter(Mandatory)] [string] $SettingName, [string] $DiscoveryScriptFile,
                    [string] $DiscoveryScriptLanguage, [string] $RemediationScriptFile, [string] $RemediationScriptLanguage,
                    [switch] $RemoveRemediationScript, [switch] $DisableWildcardHandling
                )
                Add-Revision
                foreach ($key in $PSBoundParameters.Keys) { $script:Held.Settings[$SettingName][$key] = $PSBoundParameters[$key] }
                if ($RemoveRemediationScript) { $null = $script:Held.Settings[$SettingName].Remove('RemediationScriptFile') }
            }
            # What a baseline holds is noted by the model of the item, whatever revision it was added by.
            function Get-CMBaseline {
                param([Parameter(Position = 0)] [string] $Name, [switch] $Fast, [switch] $DisableWildcardHandling)
                $number = 100
                foreach ($key in @($script:Held.Baselines.Keys)) {
                    $number++
                    if (-not $Name -or $key -eq $Name) { [pscustomobject]@{ LocalizedDisplayName = $key; CI_ID = $number } }
                }
            }
            function Get-CMBaselineXMLDefinition {
                param([Parameter(Mandatory)] [int] $Id, [switch] $DisableWildcardHandling)
                $items = foreach ($model in $script:Held.Baselines[@($script:Held.Baselines.Keys)[$Id - 101]]) {
                    '<OperatingSystemReference AuthoringScopeId="{0}" LogicalName="{1}" />' -f ($model -split '/')
                }
                "<ConfigurationBaseline LogicalName=`"Baseline_0C`"><OperatingSystems>$items</OperatingSystems></ConfigurationBaseline>"
            }
            function New-CMBaseline { param([string] $Name, [string] $Description) $script:Held.Baselines[$Name] = @() }
            function Set-CMBaseline {
                param([string] $Name, [string[]] $AddOSConfigurationItem, [string] $NewName, [switch] $DisableWildcardHandling)
                if ($NewName) {
                    $script:Held.Baselines[$NewName] = $script:Held.Baselines[$Name]
                    $script:Held.Baselines.Remove($Name)
                    return
                }
                $item = $script:Held.Items.Values | Where-Object { "$($_.CI_ID)" -in $AddOSConfigurationItem }
                if (-not $item) { throw 'no such revision' }
                $script:Held.Baselines[$Name] += $item.ModelName
            }
            function Get-CMBaselineDeployment { param([string] $Name, [string] $CollectionName, [switch] $DisableWildcardHandling) $script:Held.Deployments["$Name $CollectionName"] }
            function New-CMBaselineDeployment {
                param([string] $Name, [string] $CollectionName, [bool] $EnableEnforcement, [switch] $DisableWildcardHandling)
                if ($CollectionName -eq 'nowhere') { throw [Management.Automation.ItemNotFoundException]::new('No object corresponds to the specified parameters.') }
                if ($CollectionName -eq 'closed') { throw [UnauthorizedAccessException]::new('No rights.') }
                $script:Held.Deployments["$Name $CollectionName"] = $EnableEnforcement
            }
            function Get-CMScript { param([string] $ScriptName, [switch] $Fast, [switch] $DisableWildcardHandling) $script:Held.Scripts[$ScriptName] }
            function New-CMScript { param([string] $ScriptName, [string] $ScriptFile, [switch] $Fast) $script:Held.Scripts[$ScriptName] = $ScriptFile }
        }
        $import = Join-Path -Path $Folder -ChildPath 'configmgr/import.ps1'
        $replace = @{ 'Test-SignedScript' = { $true }; 'Enter-Site' = { $true } }
        function Get-Held { & $site { $script:Held } }
        function Invoke-Import {
            param([hashtable] $More = @{}, [hashtable] $With = $replace)
            Invoke-Deployed -Path $import -Replace $With -Parameter (@{ SiteCode = 'XYZ' } + $More)
        }
    }
    BeforeEach {
        $windows = New-SimulatedWindows
        & $site { foreach ($key in @($script:Held.Keys)) { $script:Held[$key].Clear() } }
        $site | Import-Module -Global -Force
    }
    AfterEach {
        Exit-SimulatedWindows
        Remove-Module -Name 'Site' -ErrorAction SilentlyContinue
    }

    It 'makes one item with a setting for each check, 64-bit, that is to be Ok, and a baseline with it' {
        $run = Invoke-Import
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        $held = Get-Held
        $held.Items.Keys | Should -Be 'Mendsheet Windows Update'
        $held.Settings.Count | Should -BeGreaterThan 40
        $held.Baselines['Mendsheet Windows Update'] | Should -Be 'ScopeId_0A/OperatingSystem_0B'
        $held.Deployments.Count + $held.Scripts.Count | Should -Be 0
        foreach ($setting in $held.Settings.Values) {
            "$($setting.DataType) $($setting.Is64Bit) $($setting.ExpressionOperator) $($setting.ExpectedValue)" |
                Should -Be 'String True IsEquals Ok'
            $setting.DiscoveryScriptLanguage | Should -Be 'PowerShell'
            Test-Path -LiteralPath $setting.DiscoveryScriptFile | Should -BeTrue
            # Where nothing can repair, nothing is said to.
            [bool] $setting.Remediate | Should -Be ([bool] $setting['RemediationScriptFile'])
        }
        $held.Settings['15-bits-rights'].RemediationScriptFile | Should -Match 'remediation\.ps1$'
        $held.Settings['4-disk-space'].Keys | Should -Not -Contain 'RemediationScriptFile'
    }

    It 'renews scripts in a second run, and leaves rules and what somebody added' {
        (Invoke-Import).Code | Should -Be 0
        $held = Get-Held
        $held.Settings['6-msiserver-start-type'].NoncomplianceSeverity = 'Critical'
        $held.Settings['6-msiserver-start-type'].DiscoveryScriptFile = 'old'
        $held.Settings['theirs'] = @{ Name = 'theirs' }
        $run = Invoke-Import -More @{ CollectionName = 'Pilot'; RunScripts = $true }
        "$($run.Written)" | Should -Match '^0 settings were added'
        $held.Settings['6-msiserver-start-type'].DiscoveryScriptFile | Should -Match 'discovery\.ps1$'
        $held.Settings['6-msiserver-start-type'].NoncomplianceSeverity | Should -Be 'Critical'
        $held.Settings['4-disk-space'].RemoveRemediationScript | Should -BeTrue
        $held.Settings['theirs'].Count | Should -Be 1
        $held.Baselines['Mendsheet Windows Update'] | Should -HaveCount 1
        $held.Deployments['Mendsheet Windows Update Pilot'] | Should -BeTrue
        @($held.Scripts.Keys | Sort-Object) | Should -Be @(
            'Mendsheet Windows Update 0.1.0 (detect)', 'Mendsheet Windows Update 0.1.0 (repair)')
    }

    It 'puts the item into a baseline that an earlier run left empty, before it deploys it' {
        $stub = & $site { ${function:Set-CMBaseline} }
        & $site { function script:Set-CMBaseline { throw 'The object is locked by another user.' } }
        $site | Import-Module -Global -Force
        try { (Invoke-Import -More @{ CollectionName = 'Pilot' }).Code | Should -Be 70 }
        finally { & $site { param($stub) ${function:script:Set-CMBaseline} = $stub } $stub }
        $held = Get-Held
        $held.Baselines['Mendsheet Windows Update'] | Should -BeNullOrEmpty
        $held.Deployments.Count | Should -Be 0
        $site | Import-Module -Global -Force
        (Invoke-Import -More @{ CollectionName = 'Pilot' }).Code | Should -Be 0
        $held.Baselines['Mendsheet Windows Update'] | Should -Be 'ScopeId_0A/OperatingSystem_0B'
        $held.Deployments.Count | Should -Be 1
    }

    It 'knows a check by its id in the next version, whatever its number, and names settings that no check has' {
        (Invoke-Import).Code | Should -Be 0
        $held = Get-Held
        $count = $held.Settings.Count
        $held.Settings['theirs'] = @{ Name = 'theirs' }
        # What an administrator set stays, also that a rule repairs nothing.
        $held.Settings['6-msiserver-start-type'].Remediate = $false
        $copy = Join-Path -Path $TestDrive -ChildPath 'next'
        Copy-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'configmgr') -Destination $copy -Recurse
        Rename-Item -LiteralPath "$copy/12-bits-queue" -NewName '40-bits-queue'
        Remove-Item -LiteralPath "$copy/15-bits-rights" -Recurse
        Copy-Item -LiteralPath "$copy/6-msiserver-start-type/remediation.ps1" -Destination "$copy/4-disk-space/remediation.ps1"
        $run = Invoke-Deployed -Path "$copy/import.ps1" -Replace $replace -Parameter @{ SiteCode = 'XYZ' }
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        $held.Settings.Count | Should -Be ($count + 1)
        $held.Settings['12-bits-queue'].DiscoveryScriptFile | Should -Match '40-bits-queue'
        "$($run.Written)" | Should -Match 'no check for these settings in Mendsheet Windows Update: 15-bits-rights\.'
        $held.Settings['4-disk-space'].Remediate | Should -BeTrue
        $held.Settings['4-disk-space'].RemediationScriptFile | Should -Match 'remediation\.ps1$'
        [bool] $held.Settings['6-msiserver-start-type'].Remediate | Should -BeFalse
        $run = Invoke-Deployed -Path "$copy/import.ps1" -Replace $replace -Parameter @{ SiteCode = 'XYZ' }
        "$($run.Written)" | Should -Match '0 settings were added'
        $held.Settings.Count | Should -Be ($count + 1)
    }

    Context 'in a run that breaks' {
        BeforeAll {
            # A check that repairs, one that does not, and one that repairs in the second version alone.
            foreach ($version in 'first', 'second') {
                $copy = Join-Path -Path $TestDrive -ChildPath $version
                $null = New-Item -Path "$copy/run" -ItemType Directory
                foreach ($name in 'import.ps1', '6-msiserver-start-type', '4-disk-space', 'run/detect.ps1', 'run/repair.ps1') {
                    Copy-Item -LiteralPath "$Folder/configmgr/$name" -Destination "$copy/$(Split-Path -Path $name)" -Recurse
                }
            }
            Copy-Item -LiteralPath "$copy/6-msiserver-start-type/remediation.ps1" -Destination "$copy/4-disk-space/remediation.ps1"
            function Invoke-Version {
                param([string] $Version, [hashtable] $With = @{})
                $parameter = @{ SiteCode = 'XYZ'; CollectionName = 'Pilot'; RunScripts = $true }
                Invoke-Deployed -Path "$TestDrive/$Version/import.ps1" -Replace ($replace + $With) -Parameter $parameter
            }
            # What a site has in the end, whatever the way there.
            function Get-SiteState {
                $held = Get-Held
                $lines = foreach ($name in $held.Settings.Keys) {
                    $setting = $held.Settings[$name]
                    $fields = foreach ($key in 'DiscoveryScriptFile', 'RemediationScriptFile', 'RuleName', 'RuleDescription', 'ExpectedValue', 'Remediate') {
                        "$($setting[$key])" -replace 'False'
                    }
                    "$name $($fields -join '|')"
                }
                foreach ($kind in 'Items', 'Baselines', 'Deployments', 'Scripts') {
                    $lines += foreach ($key in $held[$kind].Keys) { "$kind $key $(@($held[$kind][$key]).Count)" }
                }
                ($lines | Sort-Object) -join "`n"
            }
            function Clear-Site { & $site { foreach ($key in @($script:Held.Keys)) { $script:Held[$key].Clear() } } }
        }

        It 'ends in the next one as if nothing had happened: <When> any call, of version <Version>' -ForEach @(
            foreach ($each in 'before', 'after') { foreach ($one in 'first', 'second') { @{ When = $each; Version = $one } } }
        ) {
            if ($Version -eq 'second') { (Invoke-Version -Version 'first').Code | Should -Be 0 }
            $run = Invoke-Version -Version $Version -With (New-CutCommand -Module $site)
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            $wanted, $count = (Get-SiteState), $global:Cut.Calls
            $wanted | Should -Match "4-disk-space .*\|$(if ($Version -eq 'second') { 'True' })(\n|`$)"
            $count | Should -BeGreaterOrEqual 10
            foreach ($at in 1..$count) {
                Clear-Site
                if ($Version -eq 'second') { (Invoke-Version -Version 'first').Code | Should -Be 0 }
                (Invoke-Version -Version $Version -With (New-CutCommand -Module $site -At $at -When $When)).Code | Should -Not -Be 0
                $run = Invoke-Version -Version $Version
                $run.Code | Should -Be 0 -Because "$($run.Written)"
                Get-SiteState | Should -Be $wanted -Because "call $at was cut off"
            }
        }

        It 'gives a setting its rule that has none, as where the site broke between the two' {
            (Invoke-Version -Version 'first').Code | Should -Be 0
            $wanted = Get-SiteState
            $held = Get-Held
            foreach ($setting in $held.Settings.Values) {
                foreach ($key in 'RuleName', 'RuleDescription', 'ExpectedValue', 'ExpressionOperator', 'Remediate') { $null = $setting.Remove($key) }
            }
            (Invoke-Version -Version 'first').Code | Should -Be 0
            Get-SiteState | Should -Be $wanted
            # One that somebody set, whatever its name, is one.
            $held.Settings['4-disk-space'].RuleName = 'Disk of ours'
            $held.Settings['4-disk-space'].RuleDescription = 'Ask the service desk'
            (Invoke-Version -Version 'second').Code | Should -Be 0
            $held.Settings['4-disk-space'].RuleName | Should -Be 'Disk of ours'
            [bool] $held.Settings['4-disk-space'].Remediate | Should -BeFalse
        }
    }

    It 'imports what there is where the lists were too long for Run Scripts' {
        $copy = Join-Path -Path $TestDrive -ChildPath 'configmgr'
        Copy-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'configmgr') -Destination $copy -Recurse
        Remove-Item -LiteralPath "$copy/run" -Recurse
        $run = Invoke-Deployed -Path "$copy/import.ps1" -Replace $replace -Parameter @{ SiteCode = 'XYZ'; RunScripts = $true }
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        (Get-Held).Scripts.Count | Should -Be 0
        (Get-Held).Settings.Count | Should -BeGreaterThan 40
    }

    It 'imports nothing into an item of the same title that another product made' {
        (Invoke-Import).Code | Should -Be 0
        $held = Get-Held
        $theirs = Join-Path -Path $TestDrive -ChildPath 'theirs.ps1'
        [IO.File]::WriteAllText($theirs, "# Theirs.`r`n`$script:Product = 'other-product'`r`n")
        $held.Settings['4-disk-space'].DiscoveryScriptFile = $theirs
        $held.Settings['6-msiserver-start-type'].DiscoveryScriptFile = 'old'
        $run = Invoke-Import -More @{ CollectionName = 'Pilot' }
        $run.Code | Should -Be 1
        "$($run.Written)" | Should -Match 'with settings of another product \(other-product\)'
        $held.Settings['6-msiserver-start-type'].DiscoveryScriptFile | Should -Be 'old'
        $held.Deployments.Count | Should -Be 0
    }

    It 'keeps a rule and takes the repair away where the next version repairs a check no more, and adds a new one beside the old one' {
        (Invoke-Import).Code | Should -Be 0
        $held = Get-Held
        $copy = Join-Path -Path $TestDrive -ChildPath 'less'
        Copy-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'configmgr') -Destination $copy -Recurse
        Remove-Item -LiteralPath "$copy/6-msiserver-start-type/remediation.ps1"
        Rename-Item -LiteralPath "$copy/4-disk-space" -NewName '4-free-space'
        $path = "$copy/4-free-space/discovery.ps1"
        [IO.File]::WriteAllText($path, [IO.File]::ReadAllText($path).Replace("'disk-space'", "'free-space'"))
        $run = Invoke-Deployed -Path "$copy/import.ps1" -Replace $replace -Parameter @{ SiteCode = 'XYZ' }
        $run.Code | Should -Be 0 -Because "$($run.Written)"
        $held.Settings['6-msiserver-start-type'].Keys | Should -Not -Contain 'RemediationScriptFile'
        $held.Settings['6-msiserver-start-type'].RuleName | Should -Be '6-msiserver-start-type is Ok'
        $held.Settings['4-free-space'].RuleName | Should -Be '4-free-space is Ok'
        $held.Settings['4-disk-space'].DiscoveryScriptFile | Should -Match 'configmgr'
        "$($run.Written)" | Should -Match 'no check for these settings in Mendsheet Windows Update: 4-disk-space\.'
        "$($run.Written)" | Should -Match '1 settings were added'
    }

    It 'says what the site refused, and is no defect: <Collection>' -ForEach @(
        @{ Collection = 'nowhere'; Said = 'No object corresponds' }
        @{ Collection = 'closed'; Said = 'No rights' }
    ) {
        $run = Invoke-Import -More @{ CollectionName = $Collection }
        $run.Code | Should -Be 1
        "$($run.Written)" | Should -Match "This was refused\. .*$Said"
        "$($run.Written)" | Should -Not -Match 'defect'
        (Invoke-Import -More @{ CollectionName = 'Pilot' }).Code | Should -Be 0
    }

    Context 'where something was renamed since' {
        BeforeAll {
            # The item and its baseline as an earlier title called them.
            function Set-Title {
                $held = Get-Held
                foreach ($each in 'Items', 'Baselines') {
                    $held[$each]['Mendsheet Before'] = $held[$each]['Mendsheet Windows Update']
                    $held[$each].Remove('Mendsheet Windows Update')
                }
                $held.Items['Mendsheet Before'].LocalizedDisplayName = 'Mendsheet Before'
            }
        }

        It 'renames the item and baseline of an earlier title, and makes no second one' {
            (Invoke-Import).Code | Should -Be 0
            Set-Title
            $held = Get-Held
            $run = Invoke-Import
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            "$($run.Written)" | Should -Match 'Mendsheet Before is called Mendsheet Windows Update now'
            "$($run.Written)" | Should -Match '0 settings were added'
            @($held.Items.Keys) | Should -Be 'Mendsheet Windows Update'
            @($held.Baselines.Keys) | Should -Be 'Mendsheet Windows Update'
            $held.Baselines['Mendsheet Windows Update'] | Should -Be 'ScopeId_0A/OperatingSystem_0B'
            "$((Invoke-Import).Written)" | Should -Not -Match 'is called'
        }

        It 'knows item and baseline that somebody renamed, and leaves them their names' {
            (Invoke-Import).Code | Should -Be 0
            $held = Get-Held
            $count = $held.Settings.Count
            $held.Items['Our updates'] = $held.Items['Mendsheet Windows Update']
            $held.Items['Our updates'].LocalizedDisplayName = 'Our updates'
            $held.Baselines['Our baseline'] = $held.Baselines['Mendsheet Windows Update']
            foreach ($each in 'Items', 'Baselines') { $held[$each].Remove('Mendsheet Windows Update') }
            $held.Others['theirs'] = [pscustomobject]@{ LocalizedDisplayName = 'Theirs'; CI_ID = 7; ModelName = 'ScopeId_0A/OperatingSystem_0C'; Definition = '<x />' }
            $run = Invoke-Import -More @{ CollectionName = 'Pilot' }
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            "$($run.Written)" | Should -Match '^0 settings were added and \d+ renewed in Our updates\. Deploy the baseline Our baseline'
            @($held.Items.Keys) | Should -Be 'Our updates'
            @($held.Baselines.Keys) | Should -Be 'Our baseline'
            $held.Settings.Count | Should -Be $count
            $held.Deployments['Our baseline Pilot'] | Should -BeTrue
        }

        It 'deploys none of several baselines that hold the item, and says which they are' {
            (Invoke-Import).Code | Should -Be 0
            $held = Get-Held
            foreach ($name in 'One', 'Two') { $held.Baselines[$name] = $held.Baselines['Mendsheet Windows Update'] }
            $held.Baselines.Remove('Mendsheet Windows Update')
            (Invoke-Import).Code | Should -Be 0
            $run = Invoke-Import -More @{ CollectionName = 'Pilot' }
            $run.Code | Should -Be 1
            "$($run.Written)" | Should -Match 'Several baselines hold this item, and none was deployed: (One, Two|Two, One)\.'
            @($held.Baselines.Keys) | Should -HaveCount 2
            $held.Deployments.Count | Should -Be 0
        }

        It 'imports nothing where two items have settings of this product' {
            (Invoke-Import).Code | Should -Be 0
            $held = Get-Held
            Set-Title
            $copy = "<x><DiscoveryScriptBody>`$script:Product = 'windows-update'`n</DiscoveryScriptBody></x>"
            $held.Others['copy'] = [pscustomobject]@{ LocalizedDisplayName = 'A copy'; CI_ID = 7; ModelName = 'ScopeId_0A/OperatingSystem_0C'; Definition = $copy }
            $run = Invoke-Import -More @{ CollectionName = 'Pilot' }
            $run.Code | Should -Be 1
            "$($run.Written)" | Should -Match 'Several configuration items have settings of this product: Mendsheet Before \(\d+\), A copy \(7\)\. Nothing was imported'
            $held.Deployments.Count | Should -Be 0
        }

        It 'knows a check by an id that it had before, and none by a name that a setting has from another check' {
            (Invoke-Import).Code | Should -Be 0
            $held = Get-Held
            $count = $held.Settings.Count
            $path = Join-Path -Path $Folder -ChildPath 'configmgr/4-disk-space/discovery.ps1'
            $text = [IO.File]::ReadAllText($path)
            $old = Join-Path -Path $TestDrive -ChildPath 'room.ps1'
            [IO.File]::WriteAllText($old, $text.Replace("'disk-space'", "'room'"))
            $held.Settings['9-room'] = $held.Settings['4-disk-space']
            $held.Settings['9-room'].DiscoveryScriptFile = $old
            $held.Settings.Remove('4-disk-space')
            # The check that the setting is named after is another one by now.
            $held.Settings['6-msiserver-start-type'], $held.Settings['12-bits-queue'] = $held.Settings['12-bits-queue'], $held.Settings['6-msiserver-start-type']
            $copy = Join-Path -Path $TestDrive -ChildPath 'formerly'
            Copy-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'configmgr') -Destination $copy -Recurse
            $new = $text -replace "(?m)^( {8}Id = 'disk-space'; Item = \d+)", "`$1; Formerly = @('space', 'room')"
            $new | Should -Not -Be $text
            [IO.File]::WriteAllText("$copy/4-disk-space/discovery.ps1", $new)
            $run = Invoke-Deployed -Path "$copy/import.ps1" -Replace $replace -Parameter @{ SiteCode = 'XYZ' }
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            "$($run.Written)" | Should -Match '^0 settings were added'
            $held.Settings.Count | Should -Be $count
            $held.Settings['9-room'].DiscoveryScriptFile | Should -Match '4-disk-space'
            $held.Settings['6-msiserver-start-type'].DiscoveryScriptFile | Should -Match '12-bits-queue'
            $held.Settings['12-bits-queue'].DiscoveryScriptFile | Should -Match '6-msiserver-start-type'
        }

        It 'knows a setting that somebody renamed by its script' {
            (Invoke-Import).Code | Should -Be 0
            $held = Get-Held
            $count = $held.Settings.Count
            $held.Settings['Our disk'] = $held.Settings['4-disk-space']
            $held.Settings.Remove('4-disk-space')
            $run = Invoke-Import
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            $held.Settings.Count | Should -Be $count
            "$($run.Written)" | Should -Match '0 settings were added'
            "$($run.Written)" | Should -Not -Match 'no check for these settings'
        }

        It 'takes over the item of the former product, and only where it is told that name' {
            (Invoke-Import).Code | Should -Be 0
            Set-Title
            $held = Get-Held
            $place = Join-Path -Path $TestDrive -ChildPath 'former'
            $null = [IO.Directory]::CreateDirectory($place)
            foreach ($key in @($held.Settings.Keys)) {
                $text = [IO.File]::ReadAllText((Convert-Path -LiteralPath $held.Settings[$key].DiscoveryScriptFile))
                [IO.File]::WriteAllText("$place/$key.ps1", ($text -replace "(?m)^\`$script:Product = '[^']*'", "`$script:Product = 'before'"))
                $held.Settings[$key].DiscoveryScriptFile = "$place/$key.ps1"
            }
            $run = Invoke-Import -More @{ FormerProduct = 'before' }
            $run.Code | Should -Be 0 -Because "$($run.Written)"
            @($held.Items.Keys) | Should -Be 'Mendsheet Windows Update'
            "$($run.Written)" | Should -Match '0 settings were added'
        }

        It 'ends in the next run as if nothing had happened: <_> any call' -ForEach 'before', 'after' {
            function Reset-Site {
                & $site { foreach ($key in @($script:Held.Keys)) { $script:Held[$key].Clear() } }
                $null = Invoke-Import
                Set-Title
            }
            function Get-Names { $held = Get-Held; "$($held.Items.Keys) | $($held.Baselines.Keys) | $($held.Baselines.Values) | $($held.Settings.Count)" }
            Reset-Site
            (Invoke-Import -With ($replace + (New-CutCommand -Module $site))).Code | Should -Be 0
            $wanted, $count = (Get-Names), $global:Cut.Calls
            # What comes after the renaming is cut off in other tests.
            foreach ($at in 1..[Math]::Min($count, 9)) {
                Reset-Site
                (Invoke-Import -With ($replace + (New-CutCommand -Module $site -At $at -When $_))).Code | Should -Be 1
                (Invoke-Import).Code | Should -Be 0
                Get-Names | Should -Be $wanted -Because "call $at was cut off"
            }
        }
    }

    It 'imports nothing with -WhatIf, without a signature, and without a site' {
        (Invoke-Import -More @{ WhatIf = $true; CollectionName = 'Pilot'; RunScripts = $true }).Code | Should -Be 0
        (Invoke-Import -With @{ 'Test-SignedScript' = { $false }; 'Enter-Site' = { $true } }).Code | Should -Be 1
        $run = Invoke-Import -With @{ 'Test-SignedScript' = { $true } }
        $run.Code | Should -Be 1
        "$($run.Written)" | Should -Match 'console of Configuration Manager is not installed'
        $held = Get-Held
        $held.Items.Count + $held.Settings.Count + $held.Deployments.Count + $held.Scripts.Count | Should -Be 0
    }
}

Describe 'what other services run around the scripts' {
    BeforeAll {
        # The lines of a literal block of YAML, in which a made answer stands in place of Windows PowerShell.
        function Get-Block {
            param([string] $Path, [string] $Key)
            $lines = [IO.File]::ReadAllLines((Join-Path -Path $Folder -ChildPath $Path))
            $start = 0..($lines.Count - 1) | Where-Object { $lines[$_].Trim() -eq "${Key}: |" } | Select-Object -First 1
            $indent = $lines[$start].Length - $lines[$start].TrimStart().Length
            $block = foreach ($line in $lines[($start + 1)..($lines.Count - 1)]) {
                if ($line.Length -gt $indent -and $line[$indent] -ne ' ') { break }
                if ($line.Trim() -and $line.Length - $line.TrimStart().Length -le $indent) { break }
                $line
            }
            [scriptblock]::Create(($block -join "`n").Replace('& $shell @arguments', 'Get-Answer -Arguments $arguments'))
        }

        function Get-Answer {
            param([object[]] $Arguments)
            $global:Asked = $Arguments
            $global:LASTEXITCODE = $global:Answer.Code
            $global:Answer.Lines
        }
    }

    It 'tells Ansible: changed <Changed>, failed <Failed>, of <Entry>' -ForEach @(
        @{ Entry = 'a=O'; Code = 0; Changed = $false; Failed = $false }
        @{ Entry = 'a=P>O/R'; Code = 0; Changed = $true; Failed = $false }
        @{ Entry = 'a=P>P/F:broken'; Code = 1; Changed = $true; Failed = $true }
        @{ Entry = 'a=P>P/B'; Code = 1; Changed = $false; Failed = $true }
        @{ Entry = 'a=P>P/P:broken'; Code = 1; Preview = $true; Changed = $true; Failed = $false }
        @{ Entry = '!unknownCheck'; Code = 0; Detect = $true; Changed = $false; Failed = $true }
        @{ Entry = '!unknownCheck'; Code = 1; Preview = $true; Changed = $false; Failed = $true }
        @{ Entry = 'a=U:unknownCheck'; Code = 0; Detect = $true; Changed = $false; Failed = $false }
        @{ Entry = $null; Code = -196608; Changed = $false; Failed = $true }
        @{ Entry = $null; Code = 1; Changed = $false; Failed = $true; Said = 'is not digitally signed' }
    ) {
        $Ansible = [pscustomobject]@{ Changed = $true; Failed = $false; Result = $null }
        $line = if ($Entry) { "mendsheet/1 windows-update 0.1.0 repair 26100.1 Ok | $Entry | Ok" }
        $global:Answer = @{ Code = $Code; Lines = @('noise') * [bool] $Entry + @($line) + @($Said) -ne $null }
        $splat = @{ File = 'C:\x\repair.ps1'; Checks = 'a,b'; Repair = $true }
        if ($Preview) { $splat.WhatIf = $true }
        if ($Detect) { $splat.Repair = $false }
        $key = 'mendsheet_windows_update_script'
        & (Get-Block -Path 'ansible/roles/mendsheet_windows_update/vars/main.yml' -Key $key) @splat
        # What PowerShell says of a script that it refuses is the reason that people look for.
        $Ansible.Result.message | Should -Be "$Said"
        $Ansible.Changed | Should -Be $Changed
        $Ansible.Failed | Should -Be $Failed
        $global:Asked -contains '-WhatIf' | Should -Be ([bool] $Preview)
    }

    It 'gives DSC one boolean, <Expected> for <Lines>' -ForEach @(
        @{ Lines = @('mendsheet/1 p 1 detect 1.1 Ok | a=O | Ok'); Expected = $true }
        @{ Lines = @('mendsheet/1 p 1 detect 1.1 Problem | a=P | Problem'); Expected = $false }
        @{ Lines = @('mendsheet/1 p 1 detect 1.1 Unknown | a=U | Unknown'); Expected = $false }
        @{ Lines = @('noise', 'mendsheet/1 p 1 detect 1.1 Ok | a=O | Ok'); Expected = $true }
    ) {
        $global:Answer = @{ Code = 0; Lines = $Lines }
        $given = @(& (Get-Block -Path 'winget/windows-update.winget' -Key 'testScript'))
        $given | Should -HaveCount 1
        $given[0] | Should -BeOfType [bool]
        $given[0] | Should -Be $Expected
    }

    It 'tells DSC of a script that PowerShell refuses, and not that something went wrong: <_>' -ForEach @(
        'getScript', 'testScript', 'setScript'
    ) {
        $global:Answer = @{ Code = 1; Lines = @() }
        { & (Get-Block -Path 'winget/windows-update.winget' -Key $_) } |
            Should -Throw '*.ps1 ended with exit code 1 and no result. It is missing, or this PC does not trust its publisher.'
    }

    It 'lets DSC pass over what a person repairs where nothing is wrong, and says the id where something is' {
        $text = [IO.File]::ReadAllText((Join-Path -Path $Folder -ChildPath 'winget/windows-update.winget'))
        # The last resource is a person's.
        $last = $text.Substring($text.LastIndexOf("`n  - name:"))
        $path = Join-Path -Path $TestDrive -ChildPath 'last.yaml'
        [IO.File]::WriteAllText($path, $last)
        $Folder = $TestDrive
        $set = Get-Block -Path 'last.yaml' -Key 'setScript'
        $global:Answer = @{ Code = 0; Lines = @('mendsheet/1 p 1 detect 1.1 Ok | a=O | Ok') }
        & $set | Should -BeNullOrEmpty
        $global:Answer = @{ Code = 1; Lines = @('mendsheet/1 p 1 detect 1.1 Problem | a=P:why | Problem') }
        { & $set } | Should -Throw 'Only a person can repair *; diagnose.ps1 says how. mendsheet/1 *a=P:why*'
        $global:Answer = @{ Code = 0; Lines = @('mendsheet/1 p 1 detect 1.1 Unknown | a=U:unreadable | Unknown') }
        $said = @(& $set 3>&1)
        $said | Should -HaveCount 1
        $said[0] | Should -BeOfType [Management.Automation.WarningRecord]
        "$said" | Should -Match 'could not be decided\. mendsheet/1 .*a=U:unreadable'
        $global:Answer = @{ Code = 0; Lines = @('mendsheet/1 p 1 detect - Unknown | !unknownCheck | Unknown') }
        { & $set } | Should -Throw 'mendsheet/1 *!unknownCheck*'
    }
}
