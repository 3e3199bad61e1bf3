<#
.SYNOPSIS
    The one answer of a diagnosis: states of PCs, most of them scenarios of checks, and what is said of the cause.
.PARAMETER Folder
    The folder that holds diagnose.ps1 and reset-components.ps1.
#>
param([Parameter(Mandatory)] [string] $Folder)

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
    $diagnose = Join-Path -Path $Folder -ChildPath 'diagnose.ps1'
    $scenarios = "$PSScriptRoot/../../checks/scenarios"
    $checks = 'component-store', 'event-log', 'servicing-failure', 'single-update', 'update-server', 'disk-space', 'bits-start-type'

    function Add-Failure {
        param([int] $Id, [string] $Code, [string] $Log = 'System', [hashtable] $Data = @{})
        $windows.Events.Add(@{
                Log = $Log; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = $Id
                Time = [datetime]::UtcNow.AddHours(-2); Data = @{ errorCode = $Code } + $Data
            })
    }

    function Get-Report {
        param([string] $Language = 'en', [string[]] $Check = @())
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Json'; Language = $Language }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = $checks + $Check }
        $run.Output -join "`n" | ConvertFrom-Json
    }
}

Describe 'the answer' {
    BeforeEach { $windows = New-SimulatedWindows }

    AfterEach { Exit-SimulatedWindows }

    It 'is <Sure>, <Check>: <Path>' -ForEach @(
        @{ Path = 'servicing-failure/manifest-missing.fail'; Sure = 'certain'; Check = 'servicing-failure'; Words = '*KB5034129*'; Do = '*?q=KB5034129*'; Code = '0x800F0831' }
        @{ Path = 'servicing-failure/manifest-of-rollup.fail'; Sure = 'certain'; Check = 'servicing-failure'; Words = '*17763.5122*'; Do = '*?q=17763.5122*'; Code = '0x800F0831' }
        @{ Path = 'servicing-failure/info-level.fail'; Sure = 'certain'; Check = 'servicing-failure'; Words = '*DhcpServerRole*'; Do = '*'; Code = '0x80073701' }
        @{ Path = 'servicing-failure/installer.fail'; Sure = 'certain'; Check = 'servicing-failure'; Words = '*Task Scheduler*'; Do = '*'; Code = '0x80070002' }
        @{ Path = 'servicing-failure/installer-of-drivers.fail'; Sure = 'certain'; Check = 'servicing-failure'; Words = '*Driver Installer*'; Do = '*'; Code = '0x800705AA' }
        @{ Path = 'servicing-failure/language-japanese.fail'; Sure = 'certain'; Check = 'servicing-failure'; Words = '*ja-jp*'; Do = '*Remove the language pack ja-jp*'; Code = '0x800F0982' }
        @{ Path = 'servicing-failure/language-german.fail'; Sure = 'certain'; Check = 'servicing-failure'; Words = '*de-de*'; Do = '*de-de*'; Code = '0x800F0982' }
        @{ Path = 'servicing-failure/no-language.fail'; Sure = 'likely'; Check = 'component-store'; Words = '*0x800F0982*'; Do = '*-Force*'; Code = '0x800F0982' }
        @{ Path = 'servicing-failure/above-the-end.fail'; Sure = 'likely'; Check = 'component-store'; Words = '*0x800F0984*'; Do = '*'; Code = '0x800F0984' }
        @{ Path = 'servicing-failure/older-log.fail'; Sure = 'likely'; Check = 'component-store'; Words = '*0x800F0986*'; Do = '*'; Code = '0x800F0986' }
        @{ Path = 'servicing-failure/csi-codes.fail'; Sure = 'likely'; Check = 'component-store'; Words = '*0x80073712*'; Do = '*'; Code = '0x80073712' }
        @{ Path = 'servicing-failure/other-forms.fail'; Sure = 'likely'; Check = 'component-store'; Words = '*0x800F0831*'; Do = '*'; Code = '0x800F0831' }
        @{ Path = 'servicing-failure/staged.fail'; Sure = 'likely'; Check = 'servicing-failure'; Words = '*26100.8037.1.19*'; Do = '*Restart*'; Code = '' }
        @{ Path = 'servicing-failure/staged-server.fail'; Sure = 'likely'; Check = 'servicing-failure'; Words = '*20348.3000*'; Do = '*'; Code = '' }
        @{ Path = 'single-update/recovery-environment.fail'; Sure = 'likely'; Check = 'single-update'; Words = '*250 MB*'; Do = '*aka.ms/winreresize*'; Code = '0x80070643' }
        @{ Path = 'single-update/recovery-by-number.fail'; Sure = 'likely'; Check = 'single-update'; Words = '*250 MB*'; Do = '*'; Code = '0x80070643' }
        @{ Path = 'single-update/recovery-japanese.fail'; Sure = 'likely'; Check = 'single-update'; Words = '*250 MB*'; Do = '*'; Code = '0x80070643' }
        @{ Path = 'single-update/recovery-false-alarm.fail'; Sure = 'certain'; Check = 'single-update'; Words = '*error that is none*'; Do = '*Restart*ignored*'; Code = '0x80070643' }
        @{ Path = 'single-update/driver-not-better.fail'; Sure = 'certain'; Check = 'single-update'; Words = '*harmless*'; Do = 'Nothing needs to be done*'; Code = '0x80070103' }
        @{ Path = 'single-update/driver-fails.fail'; Sure = 'possible'; Check = 'single-update'; Words = 'A driver *'; Do = '*maker*'; Code = '0x800F020B' }
        @{ Path = 'single-update/firmware.fail'; Sure = 'possible'; Check = 'single-update'; Words = 'A firmware *'; Do = '*maker*'; Code = '0x800F0922' }
        @{ Path = 'single-update/firmware-japanese.fail'; Sure = 'possible'; Check = 'single-update'; Words = 'A firmware *'; Do = '*maker*'; Code = '0x80070002' }
        @{ Path = 'single-update/feature-update.fail'; Sure = 'possible'; Check = 'single-update'; Words = 'The upgrade *'; Do = '*media*'; Code = '0xC1900101' }
        @{ Path = 'single-update/feature-japanese.fail'; Sure = 'possible'; Check = 'single-update'; Words = 'The upgrade *'; Do = '*media*'; Code = '0xC1900208' }
        @{ Path = 'single-update/definitions.fail'; Sure = 'possible'; Check = 'single-update'; Words = 'Updates of the antivirus *'; Do = '*Windows Security*'; Code = '0x80070643' }
        @{ Path = 'single-update/disk-full.fail'; Sure = 'certain'; Check = 'single-update'; Words = '*lack of space*'; Do = 'Make room*'; Code = '0x80070070' }
        @{ Path = 'single-update/damaged.fail'; Sure = 'likely'; Check = 'component-store'; Words = '*0x80073712*'; Do = '*'; Code = '0x80073712' }
        @{ Path = 'single-update/dotnet.fail'; Sure = 'possible'; Check = 'single-update'; Words = '*KB5099888*'; Do = '*Catalog*KB5099888*'; Code = '0x80070643' }
        @{ Path = 'single-update/rollup-first.fail'; Sure = 'possible'; Check = 'single-update'; Words = '*KB5099999*'; Do = '*KB5099999*'; Code = '0x80070643' }
        @{ Path = 'component-store/noted-damage.fail'; Sure = 'certain'; Check = 'component-store'; Words = '*0x800F0915*'; Do = '*-Check component-store -WhatIf*'; Code = '' }
        @{ Path = 'component-store/source-missing.fail'; Sure = 'certain'; Check = 'component-store'; Words = '*0x800F081F*'; Do = '*setup.exe*'; Code = '0x800F081F' }
    ) {
        & "$scenarios/$Path.ps1" -Windows $windows
        $report = Get-Report
        $report.answer.check | Should -Be $Check
        $report.answer.sure | Should -Be $Sure
        $report.answer.cause | Should -BeLike $Words
        $report.answer.do | Should -BeLike $Do
        if ($Code) { $report.answer.hresults + $report.codes.hresult | Should -Contain $Code }
        # Where the file of the Catalog fails too, or there is none, nobody is sent there.
        if ($Path -match 'recovery|driver|firmware|disk-full|no-number') {
            "$($report.answer.cause) $($report.answer.do)" | Should -Not -Match 'catalog\.update|Try them'
        }
    }

    It 'names a server that answers and cannot serve: <_>' -ForEach '0x8024401c', '0x80244022', '0x80244010', '0x80244007', '0x80244018' {
        $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
        $windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530'; WUStatusServer = 'http://wsus.example:8530' }
        $windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
        $windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{ Services = @([pscustomobject]@{
                    ServiceID = '3da21691-e39d-4da6-8a4b-b43877bcb1b7'; IsDefaultAUService = $true; IsManaged = $true
                }) }
        $Code = $_
        Add-Failure -Id 25 -Code $Code -Log 'Microsoft-Windows-WindowsUpdateClient/Operational'
        $answer = (Get-Report).answer
        $answer.check | Should -Be 'update-server'
        $answer.sure | Should -Be 'likely'
        $answer.do | Should -BeLike '*WsusPool*'
        $answer.forbids | Should -Be '*'
    }

    It 'does not blame a server that the PC has not: <_>' -ForEach '0x8024401c', '0x80244022', '0x8024401f', '0x8024402c', '0x80072ee2' {
        Add-Failure -Id 25 -Code $_ -Log 'Microsoft-Windows-WindowsUpdateClient/Operational'
        $report = Get-Report -Check 'proxy'
        $report.answer.check | Should -Be 'proxy'
        $report.answer.sure | Should -Be 'possible'
        $report.answer.hresults | Should -Be "0x$($_.Substring(2).ToUpperInvariant())"
        $report.answer.cause | Should -BeLike '*on the way*'
        $report.answer.do | Should -Match 'proxy .*connection'
        $report.answer.do | Should -Not -Match 'WsusPool|Change nothing|administrator'
        $report.answer.forbids | Should -BeNullOrEmpty
    }

    It 'names the source before a repair that cannot find its files behind an update server' {
        $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
        $windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530' }
        $windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
        $windows.ImageHealth = 'Repairable'
        $answer = (Get-Report).answer
        $answer.sure | Should -Be 'certain'
        $answer.cause | Should -BeLike '*http://wsus.example:8530*'
        $answer.do | Should -BeLike '*/Source:wim:*'
    }

    It 'is a code alone, as possible, where nothing but symptoms is known' {
        Add-Failure -Id 20 -Code '0x80070643' -Data @{ updateTitle = 'KB1'; updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}' }
        $answer = (Get-Report).answer
        $answer.sure | Should -Be 'possible'
        $answer.cause | Should -BeLike '0x80070643 ERROR_INSTALL_FAILURE: *'
    }

    It 'prefers what is certain to what is possible, and what a code proves to what was only seen' {
        & "$scenarios/single-update/driver-fails.fail.ps1" -Windows $windows
        $windows.Services['bits'].Start = 4
        $windows.Services['bits'].Status = 'Stopped'
        (Get-Report).answer.check | Should -Be 'bits-start-type'
        Add-Failure -Id 20 -Code '0x80073712' -Data @{ updateTitle = 'KB1'; updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}' }
        (Get-Report).answer.check | Should -Be 'component-store'
        & "$scenarios/single-update/driver-not-better.fail.ps1" -Windows $windows
    }

    It 'is not given on a healthy PC' {
        (Get-Report).answer | Should -BeNullOrEmpty
    }

    It 'stands before the list, in the language of the report' {
        & "$scenarios/single-update/driver-not-better.fail.ps1" -Windows $windows
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Text'; Language = 'ja' }
        $text = (Invoke-Subject -Subject $subject -Parameter @{ Check = $checks }).Text
        $text[0] | Should -Match '^\u6700\u3082\u53ef\u80fd\u6027\u306e\u9ad8\u3044\u539f\u56e0 \(\u78ba\u5b9f\)\uff1a'
        $text[1] | Should -BeLike '*0x80070103 ERROR_NO_MORE_ITEMS*'
        $text[3] | Should -BeNullOrEmpty
        @($text -match '\{[A-Z]\w*\}') | Should -BeNullOrEmpty
    }
}

Describe 'reading logs' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $subject = Import-Subject -Path $diagnose -Windows $windows
    }

    AfterEach { Exit-SimulatedWindows }

    It 'finds <Codes> in <Line>' -ForEach @(
        @{ Line = 'Failed to resolve package [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]'; Codes = '0x800F0831' }
        @{ Line = 'with HRESULT HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND).  Failure will not be ignored'; Codes = '0x80070002' }
        @{ Line = 'RegisterTask failed. HR=0x80070002.'; Codes = '0x80070002' }
        @{ Line = 'HRESULT_FROM_WIN32(14098) #1# from X[gle=0x80073712]'; Codes = '0x80073712' }
        @{ Line = 'Processing complete.  Session: 1, Package: P, hr: 0x800f0831'; Codes = '0x800F0831' }
        @{ Line = 'ServicingBootFiles failed. Error = 0x70'; Codes = '0x80070070' }
        @{ Line = 'InstallTaskOnline: RegisterTask failed 0x80070002'; Codes = '0x80070002' }
        @{ Line = 'status: 0x800f0922, failure source: Execute'; Codes = '0x800F0922' }
        @{ Line = 'category [l:21 ml:22] CorruptComponentValue [gle=0x80004005]'; Codes = '' }
        @{ Line = 'called (stack @0x7fed806eb5d @0x7fef9fb9b6d), Error = 0x0, [HRESULT = 0x00000000 - S_OK]'; Codes = '' }
        @{ Line = 'HRESULT_FROM_WIN32(ERROR_NOBODY_KNOWS)'; Codes = '' }
    ) {
        "$(& $subject { param($line) Get-LogCode -Line $line } $Line)" | Should -Be $Codes
    }

    It 'reads a file that a service has open, the oldest file first, and skips what is not there' {
        $old, $new = 'a.log', 'b.log' | ForEach-Object { Join-Path -Path "$($windows.Drive)\Windows" -ChildPath $_ }
        $old, $new | ForEach-Object { Set-Content -LiteralPath $_ -Value "failed $_", 'fine' }
        $path = (Get-Item -LiteralPath $new).FullName
        $open = New-Object -TypeName IO.FileStream -ArgumentList $path, 'Open', 'ReadWrite', 'ReadWrite'
        try {
            $files = @((Get-Item -LiteralPath $old).FullName, $path, "$path.gone")
            $lines = @(& $subject { param($files) Read-LogLine -Path $files -Pattern 'failed' -TimeoutSeconds 30 } $files)
        }
        finally { $open.Dispose() }
        $lines.Count | Should -Be 2
        $lines[0] | Should -BeLike '*a.log'
    }

    It 'unpacks a cabinet and leaves nothing of it behind' {
        $path = (New-Item -Path "$($windows.Drive)\Windows\CbsPersist_1.cab" -ItemType File -Force).FullName
        $windows.Tools['expand.exe'] = {
            param($Arguments)
            $name = $Arguments[1] -replace '^-F:'
            [IO.File]::WriteAllText([IO.Path]::Combine($Arguments[2], $name), "failed in $name`nfine`n")
            @{ ExitCode = 0 }
        }
        $before = @([IO.Directory]::GetDirectories([IO.Path]::GetTempPath(), 'log-*'))
        $lines = & $subject { param($file) Read-LogLine -Path $file -Pattern 'failed' -TimeoutSeconds 30 } $path
        $lines | Should -Be 'failed in CbsPersist_1.log'
        @([IO.Directory]::GetDirectories([IO.Path]::GetTempPath(), 'log-*')).Count | Should -Be $before.Count
    }

    It 'ends when its time is over, and takes no more than the end of a large file' {
        $path = (New-Item -Path "$($windows.Drive)\Windows\large.log" -ItemType File -Force).FullName
        [IO.File]::WriteAllText($path, ('x' * 79 + "`n") * 20000)
        $read = { param($path, $seconds) Read-LogLine -Path $path -Pattern 'x' -TimeoutSeconds $seconds -Megabytes 1 }
        @(& $subject $read $path 0).Count | Should -Be 0
        @(& $subject $read $path 30).Count | Should -BeIn 13107, 13108
    }
}

Describe 'a repair that fails' {
    AfterEach { Exit-SimulatedWindows }

    It 'says what its code means' {
        $windows = New-SimulatedWindows
        $windows.ImageHealth = 'Repairable'
        $windows.Tools['dism.exe'] = {
            param($Arguments)
            if ($Arguments -contains '/RestoreHealth') { return @{ ExitCode = [int] 0x800f0915; Lines = @('Error: 0x800f0915') } }
            @{ ExitCode = 0 }
        }
        $script = Join-Path -Path $Folder -ChildPath 'reset-components.ps1'
        $subject = Import-Subject -Path $script -Windows $windows -Parameter @{ OutputFormat = 'Text'; Language = 'en' }
        $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'component-store' }
        "$($run.Text)" | Should -BeLike '*0x800F0915: Repair files were not found anywhere*'
        "$($run.Text)" | Should -Not -BeLike '*not known to this script*'
    }
}
