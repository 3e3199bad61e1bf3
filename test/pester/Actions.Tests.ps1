<#
.SYNOPSIS
    Tests of the actions by themselves, also of those that no check of the bundled checklist uses.
.PARAMETER Folder
    The folder that holds reset-components.ps1.
.PARAMETER Parts
    The folder of the actions, templates/ps1/parts/actions.
#>
param([Parameter(Mandatory)] [string] $Folder, [Parameter(Mandatory)] [string] $Parts)

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
    $repair = Join-Path -Path $Folder -ChildPath 'reset-components.ps1'

    # Runs a body as a repair would, with its own journal, and undoes it in a run of its own.
    function Import-Action {
        $subject = Import-Subject -Path $repair -Windows $windows
        & $subject {
            param($folder)
            foreach ($file in [IO.Directory]::GetFiles($folder, '*.ps1')) { . ([scriptblock]::Create([IO.File]::ReadAllText($file))) }
            foreach ($key in 'doRegistry', 'registryOwned', 'registryFailed', 'doSecurity', 'securityFailed', 'doWinHttpProxy', 'doWinsock', 'toolFailed', 'toolTimedOut') {
                # A script carries only the words of what its checks do.
                $script:Messages.en[$key] = "$key {Target}"
            }
            Get-ChildItem -Path function: | Where-Object { $_.Name -in [IO.Directory]::GetFiles($folder, '*.ps1').ForEach({ [IO.Path]::GetFileNameWithoutExtension($_) }) } |
                ForEach-Object { Set-Item -Path "function:script:$($_.Name)" -Value $_.ScriptBlock }
        } $Parts
        $subject
    }

    function Invoke-Action {
        param([scriptblock] $Body, [object[]] $With = @(), [switch] $WhatIf)
        & $subject {
            param($text, $with, $whatIf)
            $script:Changes = @()
            $script:Notices = @()
            $script:Journal = $null
            $null = Initialize-StateFolder
            $WhatIfPreference = $whatIf
            $null = & ([scriptblock]::Create($text)) @with 6>$null
        } "$Body" $With $WhatIf.IsPresent
    }

    function Get-Journal {
        param([int] $Run = 1)
        Get-Content -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\$Run\journal.txt"
    }

    function Compare-State {
        param($Before, $After)
        Compare-Object -ReferenceObject $Before -DifferenceObject $After | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" }
    }
}

Describe 'action <Name>' -ForEach @(
    @{
        Name    = 'Set-RegistryValue over a value of another type'
        Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'] = @{ Mode = 'on' } }
        Body    = { Set-RegistryValue -Path 'HKLM:\SOFTWARE\Vendor' -Name 'Mode' -Value 'REG_DWORD:0xffffffff' }
        Line    = '1|plan|registry-value|HKLM\SOFTWARE\Vendor:Mode|REG_SZ:on|REG_DWORD:0xffffffff'
        After   = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'].Mode | Should -Be -1 }
    }
    @{
        Name    = 'Set-RegistryValue where there was no value'
        Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'] = @{} }
        Body    = { Set-RegistryValue -Path 'HKLM:\SOFTWARE\Vendor' -Name 'Mode' -Value 'REG_SZ:a b' }
        Line    = '1|plan|registry-value|HKLM\SOFTWARE\Vendor:Mode|absent|REG_SZ:a b'
        After   = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'].Mode | Should -BeExactly 'a b' }
    }
    @{
        Name    = 'Set-RegistryValue where there was no key'
        Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'] = @{} }
        Body    = { Set-RegistryValue -Path 'HKLM:\SOFTWARE\Vendor\Sub' -Name 'Mode' -Value 'REG_BINARY:00FF' }
        Line    = '1|plan|registry-value|HKLM\SOFTWARE\Vendor\Sub:Mode|no-key|REG_BINARY:00FF'
        After   = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor\Sub'].Mode | Should -Be ([byte[]] (0, 255)) }
    }
    @{
        Name    = 'Set-RegistryValue that removes a binary value'
        Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'] = @{ Mode = [byte[]] (1, 2, 254); Other = 1 } }
        Body    = { Set-RegistryValue -Path 'HKLM:\SOFTWARE\Vendor' -Name 'Mode' -Value 'absent' }
        Line    = '1|plan|registry-value|HKLM\SOFTWARE\Vendor:Mode|REG_BINARY:0102FE|absent'
        After   = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'].ContainsKey('Mode') | Should -BeFalse }
    }
    @{
        Name    = 'Set-RegistryValue over several lines'
        Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'] = @{ Mode = [string[]] ('a|b', 'C:\0x') } }
        Body    = { Set-RegistryValue -Path 'HKLM:\SOFTWARE\Vendor' -Name 'Mode' -Value "REG_MULTI_SZ:x`ny" }
        Line    = '1|plan|registry-value|HKLM\SOFTWARE\Vendor:Mode|REG_MULTI_SZ:a%7Cb%0AC:\0x|REG_MULTI_SZ:x%0Ay'
        After   = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'].Mode | Should -Be 'x', 'y' }
    }
    @{
        Name    = 'Set-RegistryValue over a text with a variable, which stays unexpanded'
        Arrange = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'] = @{ Mode = @{ Expand = '%windir%\x' } } }
        Body    = { Set-RegistryValue -Path 'HKLM:\SOFTWARE\Vendor' -Name 'Mode' -Value 'REG_QWORD:0x1ffffffff' }
        Line    = '1|plan|registry-value|HKLM\SOFTWARE\Vendor:Mode|REG_EXPAND_SZ:%25windir%25\x|REG_QWORD:0x1ffffffff'
        After   = { param($w) $w.Registry['HKLM:\SOFTWARE\Vendor'].Mode | Should -Be 0x1ffffffffL }
    }
    @{
        Name    = 'Set-ServiceSecurity, which keeps what is audited'
        Arrange = { param($w) $w.Services.BITS.Security = 'D:AI(D;;RPWP;;;BA)(A;;CCLCRC;;;BA)(A;;CCLC;;;SY)S:AI(AU;FA;CC;;;WD)' }
        Body    = { Set-ServiceSecurity -Name 'BITS' -Sddl 'D:(A;CI;CCRP;;;SY)(A;;CCRPRC;;;BA)' }
        Line    = '1|plan|service-security|BITS|D:AI(D;;RPWP;;;BA)(A;;CCLCRC;;;BA)(A;;CCLC;;;SY)S:AI(AU;FA;CC;;;WD)|' +
            'D:(A;CI;CCRP;;;SY)(A;;CCRPRC;;;BA)S:AI(AU;FA;CC;;;WD)'
        After   = { param($w) $w.Services.BITS.Security | Should -BeExactly 'D:(A;CI;CCRP;;;SY)(A;;CCRPRC;;;BA)S:AI(AU;FA;CC;;;WD)' }
    }
    @{
        Name    = 'Reset-WinHttpProxy'
        Arrange = {
            param($w)
            $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'
            $w.Registry[$key] = @{ WinHttpSettings = [byte[]] (24, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 120, 0, 0, 0, 0) }
        }
        Body    = { Reset-WinHttpProxy }
        Line    = '1|plan|registry-value|HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections:WinHttpSettings|' +
            'REG_BINARY:180000000000000003000000010000007800000000|any'
        After   = { param($w) $w.ToolCalls | Should -Contain 'netsh.exe winhttp reset proxy' }
        # A second reset would reset again: the caller looks first whether there is a proxy.
        Repeats = $true
    }
    @{
        Name    = 'Add-RestorePoint'
        Arrange = {
            param($w)
            $w.CimMethods['SystemRestore.CreateRestorePoint'] = {
                param($Arguments, $Windows)
                $Windows.Cim.SystemRestore += [pscustomobject]@{ SequenceNumber = [uint32] 8; Description = $Arguments.Description }
                [pscustomobject]@{ ReturnValue = [uint32] 0 }
            }
        }
        Body    = { Add-RestorePoint -Description 'Mendsheet' }
        Line    = '1|plan|restore-point|Mendsheet|7|-'
        After   = { param($w) $w.Cim.SystemRestore[-1].Description | Should -BeExactly 'Mendsheet' }
        Repeats = $true
    }
) {
    BeforeEach {
        $windows = New-SimulatedWindows
        & $Arrange $windows
        $subject = Import-Action
        $start = @(Get-SimulatedState -WithoutTraces)
    }

    AfterEach { Exit-SimulatedWindows }

    It 'changes nothing in a preview' {
        Invoke-Action -Body $Body -WhatIf
        Compare-State -Before $start -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
        Test-Path -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs" | Should -BeFalse
    }

    It 'notes, acts, and is undone' {
        Invoke-Action -Body $Body
        Get-Journal | Select-Object -Skip 1 -First 1 | Should -BeExactly $Line
        Get-Journal | Select-Object -Last 1 | Should -BeExactly '1|done|-|-|-|-'
        & $After $windows
        $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
        $undo.Code | Should -Be 0 -Because "$($undo.Notices)"
        Compare-State -Before $start -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
    }

    It 'does nothing the second time' {
        if ($Repeats) { Set-ItResult -Skipped -Because 'a tool of Windows acts each time' }
        Invoke-Action -Body $Body
        Invoke-Action -Body $Body
        Test-Path -LiteralPath "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\2" | Should -BeFalse
    }
}

Describe 'registry action' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Action
    }

    AfterEach { Exit-SimulatedWindows }

    It 'refuses what others own: <_>' -ForEach @(
        'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
        'HKLM:\SOFTWARE\POLICIES\Microsoft\Windows\WindowsUpdate\AU'
        'HKLM:\SOFTWARE\WOW6432Node\Policies\Microsoft'
        'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System'
        'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
        'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Group Policy\State'
        'HKLM:\SOFTWARE\Microsoft\Enrollments\0A'
        'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'
        'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'
        'HKLM:\SOFTWARE\Vendor\..\Policies\Microsoft'
        'HKLM:\SOFTWARE\\Policies'
        'HKLM:\SOFTWARE/Policies'
        'HKLM:\SOFTWARE\Pol*'
        'HKLM:\SAM\x'
        'HKLM:\SOFTWARE'
        'HKCU:\SOFTWARE\Vendor'
        'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Policies'
        'C:\x'
        'HKLM\SOFTWARE\Vendor'
    ) {
        $path = $_
        $start = @(Get-SimulatedState -WithoutTraces)
        foreach ($culture in 'en-US', 'tr-TR') {
            $kept = [cultureinfo]::CurrentCulture
            [cultureinfo]::CurrentCulture = $culture
            try {
                { Invoke-Action -Body { Set-RegistryValue -Path $args[0] -Name 'x' -Value 'REG_DWORD:0x1' } -With $path } |
                    Should -Throw -ExpectedMessage 'registryOwned *'
            }
            finally { [cultureinfo]::CurrentCulture = $kept }
        }
        Compare-State -Before $start -After @(Get-SimulatedState -WithoutTraces) | Should -BeNullOrEmpty
    }

    It 'keeps a key that something else came to live in' {
        $windows.Registry['HKLM:\SOFTWARE\Vendor'] = @{}
        Invoke-Action -Body { Set-RegistryValue -Path 'HKLM:\SOFTWARE\Vendor\Sub' -Name 'x' -Value 'REG_DWORD:0x1' }
        $windows.Registry['HKLM:\SOFTWARE\Vendor\Sub'].Other = 'kept'
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        $windows.Registry['HKLM:\SOFTWARE\Vendor\Sub'].Keys | Should -Be 'Other'
    }

    It 'undoes several changes of one value to the first state' {
        $windows.Registry['HKLM:\SOFTWARE\Vendor'] = @{ x = 7 }
        Invoke-Action -Body {
            Set-RegistryValue -Path 'HKLM:\SOFTWARE\Vendor' -Name 'x' -Value 'REG_SZ:one'
            Set-RegistryValue -Path 'HKLM:\SOFTWARE\Vendor' -Name 'x' -Value 'absent'
        }
        (Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }).Code | Should -Be 0
        $windows.Registry['HKLM:\SOFTWARE\Vendor'].x | Should -Be 7
    }
}

Describe 'service action' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Action
    }

    AfterEach { Exit-SimulatedWindows }

    It 'does not set rights that it could not read before' {
        $windows.Services.BITS.SecurityCode = 5
        $windows.Services.BITS.Security = ''
        { Invoke-Action -Body { Set-ServiceSecurity -Name 'BITS' -Sddl 'D:(A;;RP;;;SY)' } } | Should -Throw
        $windows.ToolCalls | Where-Object { $_ -like '*sdset*' } | Should -BeNullOrEmpty
    }

    It 'does not stop a service that could not be started again' {
        $windows.Services.BITS.Start = 4
        Invoke-Action -Body { Stop-RunningService -Name 'BITS' }
        $windows.Services.BITS.Status | Should -Be 'Running'
    }
}

Describe 'Winsock action' {
    It 'keeps the catalogue for a person, resets it, and says that undo cannot' {
        $windows = New-SimulatedWindows
        try {
            $subject = Import-Action
            Invoke-Action -Body { Reset-WinsockCatalog }
            $windows.ToolCalls | Should -Contain 'netsh.exe winsock reset'
            $folder = "$($windows.Drive)\ProgramData\Mendsheet\windows-update\runs\1"
            Test-Path -LiteralPath "$folder\winsock.reg" | Should -BeTrue
            Get-Journal | Should -Contain '1|plan|repair-tool|netsh|winsock.reg|winsock reset'
            $undo = Invoke-Subject -Subject $subject -Parameter @{ Undo = $true }
            $undo.Code | Should -Be 0
            $undo.Notices | Should -Contain 'Cannot be undone: what netsh winsock reset has changed.'
        }
        finally { Exit-SimulatedWindows }
    }
}
