<#
.SYNOPSIS
    Tests of snippets: their form, and one of each kind on a simulated PC.
.PARAMETER Folder
    The folder of the product, which holds snippets/ and reset-components.ps1.
#>
param([Parameter(Mandatory)] [string] $Folder)

BeforeDiscovery {
    $snippets = Get-ChildItem -LiteralPath (Join-Path -Path $Folder -ChildPath 'snippets') -Filter '*.ps1.txt' |
        ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } }
}

Describe 'snippet <Name>' -ForEach $snippets {
    It 'is one block that a console takes whole' {
        $text = [IO.File]::ReadAllText($Path)
        $text | Should -Match '^[\x20-\x7e\r\n]+$'
        $tokens = $errors = $null
        $ast = [Management.Automation.Language.Parser]::ParseInput($text, [ref] $tokens, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        $ast.ParamBlock | Should -BeNullOrEmpty
        $ast.ScriptRequirements | Should -BeNullOrEmpty
        @($ast.EndBlock.Statements).Count | Should -Be 1
        $ast.FindAll({ $args[0] -is [Management.Automation.Language.ExitStatementAst] }, $true) | Should -BeNullOrEmpty
        $tokens | Where-Object { $_.Kind -like 'HereString*' } | Should -BeNullOrEmpty
        # Without PSReadLine an empty line ends the input, and without one at the end the block does not run.
        $lines = $text -split '\r?\n'
        $lines[-2..-1] | Should -Be '', ''
        $lines[0..($lines.Count - 3)] | Should -Not -Contain ''
    }
}

Describe 'snippet on a PC' {
    BeforeAll {
        Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
        Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
        $repair = Join-Path -Path $Folder -ChildPath 'reset-components.ps1'

        function Set-GlobalTool {
            param([string] $Name, [scriptblock] $Value)
            $path = "function:global:$($windows.Drive)\Windows\System32\$Name"
            $ExecutionContext.SessionState.InvokeProvider.Item.Set($path, $Value, $true, $true)
        }

        function Invoke-Snippet {
            param([string] $Name)
            $text = [IO.File]::ReadAllText((Join-Path -Path $Folder -ChildPath "snippets/$Name.ps1.txt"))
            $console = New-Module -ScriptBlock { param($simulation) Import-Module $simulation } -ArgumentList (Get-Module -Name SimulatedWindows)
            $written = @(& $console ([scriptblock]::Create($text)) 3>&1)
            [pscustomobject]@{
                Output   = @($written | Where-Object { $_ -isnot [Management.Automation.WarningRecord] })
                Warnings = @($written | Where-Object { $_ -is [Management.Automation.WarningRecord] } | ForEach-Object { "$_" })
            }
        }
    }

    BeforeEach {
        $windows = New-SimulatedWindows
        $global:MendsheetElevation = 0
        Set-GlobalTool -Name 'fltmc.exe' -Value { $global:LASTEXITCODE = $global:MendsheetElevation }
        Set-GlobalTool -Name 'fsutil.exe' -Value { (SimulatedWindows\Invoke-NativeTool -Path 'C:\fsutil.exe' -ArgumentList $args).Lines }
        Set-GlobalTool -Name 'sc.exe' -Value {
            $answer = SimulatedWindows\Invoke-NativeTool -Path 'C:\sc.exe' -ArgumentList $args
            $global:LASTEXITCODE = $answer.ExitCode
            $answer.Lines
        }
        $store = "$($windows.Drive)\Windows\SoftwareDistribution"
        $journal = "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\1\journal.txt"
    }

    AfterEach { Exit-SimulatedWindows }

    It 'repairs, keeps a journal, and is undone by the script' {
        $before = @(Get-SimulatedState -WithoutTraces)
        $run = Invoke-Snippet -Name '14-download-cache'
        $run.Warnings | Should -BeNullOrEmpty
        Test-Path -LiteralPath "$store.mendsheet1" | Should -BeTrue
        $windows.Services.BITS.Status | Should -Be 'Running'
        @(Get-Content -LiteralPath $journal) | Should -Contain "8|plan|set-aside|$store|present|$store.mendsheet1"
        $undo = Invoke-Subject -Subject (Import-Subject -Path $repair -Windows $windows) -Parameter @{ Undo = $true }
        $undo.Code | Should -Be 0 -Because "$($undo.Notices)"
        Compare-Object -ReferenceObject $before -DifferenceObject @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
    }

    It 'can be pasted again after a repair by the script' {
        $subject = Import-Subject -Path $repair -Windows $windows
        (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache'; Force = $true }).Code | Should -Be 0
        $null = New-Item -Path $store -ItemType Directory
        (Invoke-Snippet -Name '14-download-cache').Warnings | Should -BeNullOrEmpty
        Test-Path -LiteralPath "$store.mendsheet2" | Should -BeTrue
        Test-Path -LiteralPath $journal.Replace('runs\1', 'runs\2') | Should -BeTrue
    }

    It 'sets a start type, and is undone by the script' {
        $windows.Services.msiserver.Start = 4
        (Invoke-Snippet -Name '6-msiserver-start-type').Warnings | Should -BeNullOrEmpty
        $windows.Services.msiserver.Start | Should -Be 3
        (Invoke-Subject -Subject (Import-Subject -Path $repair -Windows $windows) -Parameter @{ Undo = $true }).Code | Should -Be 0
        $windows.Services.msiserver.Start | Should -Be 4
    }

    It 'sets access rights, and is undone by the script' {
        $stripped = 'D:(A;;CCLCSWLORC;;;SY)(A;;0x2008d;;;BA)S:(AU;FA;CC;;;WD)'
        $windows.Services.BITS.Security = $stripped
        (Invoke-Snippet -Name '15-bits-rights').Warnings | Should -BeNullOrEmpty
        $windows.Services.BITS.Security | Should -BeLike 'D:(A;CI;*RP*;;;SY)*S:(AU;FA;CC;;;WD)'
        (Invoke-Snippet -Name '15-bits-rights').Warnings | Should -BeNullOrEmpty
        @(Get-Content -LiteralPath $journal.Replace('runs\1', 'runs\2')) | Should -HaveCount 1 -Because 'there was nothing left to do'
        (Invoke-Subject -Subject (Import-Subject -Path $repair -Windows $windows) -Parameter @{ Undo = $true }).Code | Should -Be 0
        $windows.Services.BITS.Security | Should -BeExactly $stripped
    }

    It 'changes the registry, by itself or by a tool, and is undone by the script: <Name>' -ForEach @(
        @{ Name = '21-tls-protocol'; Key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'
            Values = @{ Enabled = 0; Other = 'kept' }
        }
        @{ Name = '21-proxy'; Key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'
            Values = @{ WinHttpSettings = [byte[]] (0x18, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0x6e, 0x6f, 0x6e, 0x65, 0, 0, 0, 0) }
        }
    ) {
        $windows.Registry[$Key] = $Values
        Set-GlobalTool -Name 'netsh.exe' -Value {
            $global:LASTEXITCODE = (SimulatedWindows\Invoke-NativeTool -Path 'C:\netsh.exe' -ArgumentList $args).ExitCode
        }
        $before = @(Get-SimulatedState -WithoutTraces)
        $run = Invoke-Snippet -Name $Name
        $run.Warnings | Should -BeNullOrEmpty
        Compare-Object -ReferenceObject $before -DifferenceObject @(Get-SimulatedState -WithoutTraces) | Should -Not -BeNullOrEmpty
        (Invoke-Subject -Subject (Import-Subject -Path $repair -Windows $windows) -Parameter @{ Undo = $true }).Code | Should -Be 0
        Compare-Object -ReferenceObject $before -DifferenceObject @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
    }

    It 'changes nothing: <Name>' -ForEach @(
        @{ Name = 'not elevated'; Arrange = { $global:MendsheetElevation = 5 } }
        @{ Name = 'managed by Configuration Manager'; Arrange = {
                $windows.Services.CcmExec = @{ Status = 'Running'; Start = 2; Delayed = $true; DependsOn = @() }
            }
        }
        @{ Name = 'managed through MDM'; Arrange = {
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\0A'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 }
            }
        }
        @{ Name = 'an update server of the organisation'; Arrange = {
                $windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU'] = @{ UseWUServer = 1 }
            }
        }
        foreach ($key in 'RebootPending', 'RebootInProgress', 'PackagesPending') {
            @{ Name = "a restart is pending: $key"; Key = $key; Arrange = {
                    $windows.Registry["HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\$Key"] = @{}
                }
            }
        }
        foreach ($value in 'PendingFileRenameOperations', 'PendingFileRenameOperations2') {
            @{ Name = "servicing renames files at the next start: $value"; Value = $value; Arrange = {
                    $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
                    $windows.Registry[$manager][$Value] = '\??\C:\Windows\WinSxS\Temp\PendingRenames\a.dll', ''
                }
            }
        }
        foreach ($process in 'SetupHost', 'SetupPrep', 'wusa', 'TiWorker') {
            @{ Name = "$process installs something"; Process = $process; Arrange = { $windows.Processes += $Process } }
        }
        @{ Name = 'Windows Installer works'; Arrange = {
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress'] = @{}
            }
        }
        @{ Name = 'a state folder that someone else made'; Arrange = {
                $null = New-Item -Path "$($windows.Drive)\ProgramData\Mendsheet\windows-update" -ItemType Directory -Force
            }
        }
        @{ Name = 'an empty folder above it that someone else made'; Arrange = {
                $null = New-Item -Path "$($windows.Drive)\ProgramData\Mendsheet" -ItemType Directory
            }
        }
        @{ Name = 'a folder that looks like the one of a run, which was deleted'; Arrange = {
                $null = Invoke-Snippet -Name '6-msiserver-start-type'
                Remove-Item -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet" -Recurse
                $null = New-Item -Path "$($windows.Drive)\ProgramData\Mendsheet\windows-update" -ItemType Directory -Force
                Set-Content -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\seal.txt" -Value 'windows-update'
            }
        }
        @{ Name = 'a folder that users may write to'; Arrange = {
                $null = Invoke-Snippet -Name '6-msiserver-start-type'
                $windows.Acl["$($windows.Drive)\ProgramData\Mendsheet"] = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;BU)'
            }
        }
        @{ Name = 'a folder that a user owns'; Arrange = {
                $null = Invoke-Snippet -Name '6-msiserver-start-type'
                $windows.Acl["$($windows.Drive)\ProgramData\Mendsheet\windows-update"] = 'O:BUG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'
            }
        }
    ) {
        & $Arrange
        $before = @(Get-SimulatedState)
        $run = Invoke-Snippet -Name '14-download-cache'
        $run.Warnings | Should -HaveCount 1
        $run.Warnings | Should -BeLike '*Nothing was changed*'
        Compare-Object -ReferenceObject $before -DifferenceObject @(Get-SimulatedState) |
            Where-Object { $_.InputObject -notmatch 'Mendsheet' } | Should -BeNullOrEmpty
    }

    It 'waits for no other run' {
        (Invoke-Snippet -Name '6-msiserver-start-type').Warnings | Should -BeNullOrEmpty
        $state = (Get-Item -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\windows-update").FullName
        $held = [IO.File]::Open((Join-Path -Path $state -ChildPath 'lock'), 'Open', 'ReadWrite', 'None')
        try { (Invoke-Snippet -Name '14-download-cache').Warnings | Should -BeLike 'Another run is active*' } finally { $held.Dispose() }
        Test-Path -LiteralPath $store | Should -BeTrue
    }

    It 'detects and says why' {
        $found = (Invoke-Snippet -Name '4-disk-space').Output | Out-String
        $found | Should -Match 'Status +: Ok'
        $windows.Cim.Win32_LogicalDisk[0].FreeSpace = 1GB
        $found = (Invoke-Snippet -Name '4-disk-space').Output | Out-String
        $found | Should -Match 'Status +: Problem'
        $found | Should -Match 'Reason +: \S'
    }

    It 'has what its detection calls, as the scripts have it' {
        (Invoke-Snippet -Name '29-legacy-usb').Output | Out-String | Should -Match 'Status +: NotApplicable'
        $null = New-Item -Path "$($windows.Drive)\Windows\Logs\SetupDiag" -ItemType Directory
        Set-Content -LiteralPath "$($windows.Drive)\Windows\Logs\SetupDiag\SetupDiagResults.xml" -Value '<SetupDiag/>'
        $windows.Cim['Win32_DiskDrive'] = @(@{ Model = 'Example USB Device'; InterfaceType = 'USB' })
        (Invoke-Snippet -Name '29-legacy-usb').Output | Out-String | Should -Match 'Status +: Problem'
    }
}
