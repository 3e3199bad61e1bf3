<#
.SYNOPSIS
    The causes that people really have, each as a whole PC: what the one answer of a diagnosis names, and what it advises.
.PARAMETER Folder
    The folder of the product.
#>
param([Parameter(Mandatory)] [string] $Folder)

BeforeAll {
    Import-Module -Name "$PSScriptRoot/../../src/simulator/Subject.psm1" -Force
    Import-Module -Name "$PSScriptRoot/../../src/simulator/SimulatedWindows.psm1" -Force -Scope Local
    . "$PSScriptRoot/Assert-Advice.ps1"
    $diagnose = Join-Path -Path $Folder -ChildPath 'diagnose.ps1'
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
    $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
    $settings = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
    $services = 'HKLM:\SYSTEM\CurrentControlSet\Services'
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    $public = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
    $server = '{3DA21691-E39D-4DA6-8A4B-B43877BCB1B7}'
    $store = '{855E8A7C-ECB4-4CA3-B045-1DFA50104289}'

    function Set-Version {
        param([string] $Build, [string] $Edition, [string] $Name, [int] $Revision = 7100, [string] $Kind = 'Client')
        $row = $windows.Registry[$version]
        $row.CurrentBuildNumber = $Build
        $row.EditionID = $Edition
        $row.DisplayVersion = $Name
        $row.UBR = $Revision
        $row.InstallationType = $Kind
        if ($Kind -ne 'Client') { $windows.Cim['Win32_OperatingSystem'].ProductType = 3 }
    }

    # An update that failed each time, in the history and in the log.
    function Add-Failure {
        param([string] $Title, [int] $Code, [int] $Times = 3, [string] $Service = $public)
        Add-SimulatedHistory -Windows $windows -Entry @(1..$Times | ForEach-Object { @{ Title = $Title; Code = $Code; Days = 2 * $_ } })
        $windows.Events.Add(@{
                Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
                Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = $Title; errorCode = '0x{0:x8}' -f $Code; serviceGuid = $Service }
            })
    }

    function Add-FailedScan {
        param([string] $Code, [string] $Service = $public)
        $windows.Events.Add(@{
                Log = "$client/Operational"; Provider = $client; Id = 25; Time = [datetime]::UtcNow.AddHours(-2)
                Data = @{ serviceGuid = $Service; errorCode = $Code }
            })
    }

    function Add-Server {
        param([string] $Url = 'http://wsus.example:8530')
        $windows.Registry[$policy] = @{ WUServer = $Url; WUStatusServer = $Url }
        $windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
    }

    # What servicing records of a package, and CBS.log: each line gets its time.
    function Add-Servicing {
        param([string] $Code, [string[]] $Line, [string] $Package = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.9000.1.4', [string] $File = 'CBS.log')
        $windows.Events.Add(@{
                Log = 'Setup'; Provider = 'Microsoft-Windows-Servicing'; Id = 3; Time = [datetime]::UtcNow.AddHours(-5)
                UserData = @{ PackageIdentifier = $Package; IntendedPackageState = '5112'; ErrorCode = $Code; Client = 'UpdateAgentLCU' }
            })
        Set-Log -Line $Line -File $File
    }

    function Set-Log {
        param([string[]] $Line, [string] $File = 'CBS.log')
        $day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
        $null = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
        Set-Content -LiteralPath "C:\Windows\Logs\CBS\$File" -Value @($Line | ForEach-Object { "$day 10:00:00, $_" })
    }

    # A cumulative update that is installed (112) or waits (64) since so many days.
    function Add-Rollup {
        param([int] $Days, [int] $State = 112, [string] $Number = '26200.4652.1.9')
        $time = [int] [math]::Floor([datetime]::UtcNow.AddDays(-$Days).ToFileTimeUtc() / 4294967296)
        $windows.Registry["$servicing\Packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~$Number"] = @{ CurrentState = $State; InstallTimeHigh = $time }
    }

    function Add-Scanner {
        param([string] $Name, [string] $Path)
        $null = New-Item -Path "C:\$Path" -ItemType File -Force
        $windows.Cim['AntiVirusProduct'] = @($windows.Cim['AntiVirusProduct']) + [pscustomobject]@{
            displayName = $Name; instanceGuid = [guid]::NewGuid().ToString('B'); pathToSignedProductExe = "C:\$Path"; productState = [uint32] 266240
        }
    }

    function Get-Report {
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        (Invoke-Subject -Subject $subject).Output -join "`n" | ConvertFrom-Json
    }

    # A report that names what the case says, and sends nobody to what does not help.
    function Assert-Cause {
        param([hashtable] $Case)
        # Tools of Windows speak the language of the PC, and dates have its form.
        $usual = [cultureinfo]::CurrentCulture
        if ($Case['Culture']) {
            [cultureinfo]::CurrentCulture = $Case.Culture
            $windows.IsForeign = $true
        }
        . $Case.Prepare
        $report = Get-Report
        $answer = $report.answer
        Assert-Advice -Report $report -Repair (Join-Path -Path $Folder -ChildPath 'reset-components.ps1') -Windows $windows
        if (-not $Case.Check) {
            $answer | Should -BeNullOrEmpty -Because "$($answer.cause)"
            return
        }
        "$($answer.check): $($answer.cause)" | Should -BeLike "$($Case.Check): $($Case.Cause)"
        $answer.sure | Should -Be $Case.Sure
        $answer.do | Should -BeLike $Case.Do
        "$($answer.cause) $($answer.do)" | Should -Not -Match '\{[A-Z]\w*\}|\(\)'
        if (-not $Case['Catalog']) { "$($answer.cause) $($answer.do)" | Should -Not -Match 'catalog\.update' }
        if ($Case['Culture']) { [cultureinfo]::CurrentCulture = $usual }
    }
}

Describe 'the cause is named' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{ Services = @([pscustomobject]@{
                    ServiceID = '9482f4b4-e343-43b6-b170-9a65bc822c77'; IsDefaultAUService = $true; IsManaged = $false
                }) }
        Add-SimulatedHistory -Windows $windows -Entry @(@{ Title = '2026-10 Cumulative Update (KB5090001)'; Code = 0; Days = 40 })
        Remove-Item -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log'
        $windows.Cim['Win32_DiskDrive'] = @()
    }

    AfterEach { Exit-SimulatedWindows }

    It 'where a code proves it although a check sees nothing: <Name>' -ForEach @(
        @{ Name = 'a server that answers and times out'; Check = 'update-server'; Sure = 'likely'; Cause = '*0x8024401C*'; Do = 'Change nothing*WsusPool*'; Prepare = { Add-Server; Add-FailedScan -Code '0x8024401c' -Service $server } }
        @{ Name = 'a server over TLS that is overloaded'; Check = 'update-server'; Sure = 'likely'; Cause = '*0x80244022*'; Do = 'Change nothing*'; Prepare = {
                Add-Server -Url 'https://wsus.example:8531'
                Add-FailedScan -Code '0x80244022' -Service $server
                Add-Failure -Title '2026-11 Cumulative Update for Windows 11, version 25H2 (KB5099999)' -Code 0x80244022
            }
        }
        @{ Name = 'a server with too much to tell a server'; Check = 'update-server'; Sure = 'likely'; Cause = '*0x80244010*'; Do = 'Change nothing*'; Prepare = {
                Set-Version -Build '17763' -Edition 'ServerDatacenter' -Name '' -Kind 'Server'
                Add-Server
                Add-FailedScan -Code '0x80244010' -Service $server
            }
        }
        @{ Name = 'a component that the store lacks, on ARM64'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x80073701*'; Do = '*-Force*'; Prepare = {
                Set-Version -Build '19044' -Edition 'IoTEnterpriseS' -Name '21H2'
                Add-Failure -Title '2026-11 Cumulative Update for Windows 10 Version 21H2 for ARM64-based Systems (KB5099991)' -Code 0x80073701
            }
        }
        @{ Name = 'a base file that is missing, in German'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x800F0984*'; Do = '*-Force*'; Prepare = { Add-Failure -Title "2026-11 Kumulatives Update f$([char] 0xFC)r Windows 11, version 25H2 (KB5099999)" -Code 0x800f0984 } }
        @{ Name = 'a store that is inconsistent'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x80073712*'; Do = '*-Force*'; Prepare = { Add-Failure -Title '2026-11 Security Update (KB5099999)' -Code 0x80073712 -Times 1 } }
    ) { Assert-Cause -Case $_ }

    It 'by the kind of the update: <Name>' -ForEach @(
        @{ Name = 'a recovery partition that is too small'; Check = 'boot-partition'; Sure = 'likely'; Cause = '*250 MB*optional*'; Do = 'Leave it*'; Prepare = {
                Set-Version -Build '19045' -Edition 'Core' -Name '22H2'
                Add-Failure -Title '2024-12 Windows Recovery Environment Update (KB5048239)' -Code 0x80070643
                $windows.Events.Add(@{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4502; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ ErrorPhase = '2'; Errorcode = '-2147024784' } })
            }
        }
        @{ Name = 'a recovery update whose error is none'; Check = 'single-update'; Sure = 'certain'; Cause = '*error that is none*'; Do = '*can be ignored*'; Prepare = {
                Set-Version -Build '19045' -Edition 'Professional' -Name '22H2'
                Add-Failure -Title '2025-04 Windows Recovery Environment Update (KB5057589)' -Code 0x80070643 -Times 2
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
            }
        }
        @{ Name = 'a driver that is no better'; Check = 'single-update'; Sure = 'certain'; Cause = '*harmless*'; Do = 'Nothing needs to be done*'; Prepare = { Add-Failure -Title 'Intel - Extension - 2130.1.16.1' -Code 0x80070103 -Times 4 } }
        @{ Name = 'a cumulative update that names a version is no upgrade'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5099999*'; Do = '*KB5099999'; Catalog = $true; Prepare = { Add-Failure -Title '2026-11 Cumulative Update for Windows 11, version 25H2 for ARM64-based Systems (KB5099999) (26200.9000)' -Code 0x800705b9 } }
        @{ Name = 'an upgrade in German'; Check = 'single-update'; Sure = 'possible'; Cause = 'The upgrade *'; Do = '*SetupDiag*media*'; Prepare = { Add-Failure -Title "Funktionsupdate f$([char] 0xFC)r Windows 11, Version 25H2" -Code 0xc1900101 } }
        @{ Name = 'an upgrade in Japanese'; Check = 'single-update'; Sure = 'possible'; Cause = 'The upgrade *'; Do = '*media*'; Prepare = { Add-Failure -Title "Windows 11$([char] 0x3001)$([char] 0x30D0)$([char] 0x30FC)$([char] 0x30B8)$([char] 0x30E7)$([char] 0x30F3) 26H1" -Code 0x8007042b } }
        @{ Name = 'an upgrade without a title that says so'; Check = 'single-update'; Sure = 'possible'; Cause = 'The upgrade *'; Do = '*media*'; Prepare = { Add-Failure -Title 'Windows' -Code 0xc1900208 } }
        @{ Name = 'firmware of a maker'; Check = 'single-update'; Sure = 'possible'; Cause = 'A firmware *'; Do = '*power*BitLocker*maker*'; Prepare = {
                $windows.Cim['Win32_Battery'] = @([pscustomobject]@{ BatteryStatus = [uint16] 1; EstimatedChargeRemaining = 38 })
                Add-Failure -Title 'NEC Personal Computers, Ltd. - Firmware - 1.0.0.88' -Code 0x80070490
            }
        }
        @{ Name = 'definitions of the antivirus'; Check = 'single-update'; Sure = 'possible'; Cause = 'Updates of the antivirus fail: KB2267602 *'; Do = '*Windows Security*'; Prepare = { Add-Failure -Title 'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.441.22.0) - Current Channel (Broad)' -Code 0x80070643 } }
        @{ Name = 'a small drive that is full'; Check = 'single-update'; Sure = 'certain'; Cause = '*lack of space*'; Do = 'Make room*'; Prepare = {
                $windows.Cim['Win32_LogicalDisk'] = @([pscustomobject]@{ DeviceID = 'C:'; DriveType = 3; FreeSpace = 1.4GB; Size = 28.6GB })
                Set-Version -Build '19045' -Edition 'Core' -Name '22H2'
                Add-Failure -Title '2026-11 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5091234)' -Code 0x80070070
            }
        }
        @{ Name = 'an update that never got here'; Check = 'proxy'; Sure = 'possible'; Cause = '*on the way*0x80072EE2*'; Do = '*proxy*'; Prepare = { Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80072ee2 } }
    ) { Assert-Cause -Case $_ }

    It 'by what CBS.log says: <Name>' -ForEach @(
        @{ Name = 'a manifest that is missing'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*KB5034129*'; Do = '*?q=KB5034129*'; Catalog = $true; Prepare = {
                Set-Version -Build '20348' -Edition 'ServerStandard' -Name '21H2' -Kind 'Server'
                Add-Servicing -Code '0x800f0831' -Line 'Info                  CBS    Store corruption, manifest missing for package: Package_123_for_KB5034129~31bf3856ad364e35~amd64~~20348.2227.1.4'
            }
        }
        @{ Name = 'a manifest in an older log'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*KB5031539*'; Do = '*?q=KB5031539*'; Catalog = $true; Prepare = { Add-Servicing -Code '0x800f0831' -File 'CbsPersist_20261129010203.log' -Line "Info                  CBS    Store corruption, manifest missing for package: 'Package_77_for_KB5031539~31bf3856ad364e35~amd64~~19041.3570.1.0'" } }
        @{ Name = 'a component, at the level Info'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*DhcpServerRole*'; Do = '*component store*'; Prepare = {
                Set-Version -Build '20348' -Edition 'ServerStandard' -Name '21H2' -Kind 'Server'
                Add-Servicing -Code '0x800f0831' -Line 'Info                  CBS    Failed to pin deployment while resolving Update: Microsoft-Windows-DhcpServerRole-Package~31bf3856ad364e35~amd64~~10.0.20348.2227.DHCPServer from file: (null) [HRESULT = 0x80073701 - ERROR_SXS_ASSEMBLY_MISSING]'
            }
        }
        @{ Name = 'a language pack of ARM64'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*LanguagePack*de-DE*'; Do = '*component store*'; Prepare = { Add-Servicing -Code '0x80073701' -Line 'Info                  CBS    Failed to bulk stage deployment manifest and pin deployment for package:Microsoft-Windows-Client-LanguagePack-Package~31bf3856ad364e35~arm64~de-DE~10.0.26100.1  [HRESULT = 0x80073701 - ERROR_SXS_ASSEMBLY_MISSING]' } }
        @{ Name = 'an installer'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*Task Scheduler*'; Do = '*Task Scheduler*'; Prepare = { Add-Servicing -Code '0x800f0922' -Line 'Error      [0x018003] CSI    00000c71 (F) Failed execution of queue item Installer: Task Scheduler ({00000000-0000-0000-0000-000000000001}) with HRESULT HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND).  Failure will not be ignored' } }
        @{ Name = 'a command, by its number'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*Generic Command*'; Do = '*'; Prepare = { Add-Servicing -Code '0x800f0922' -Line 'Error      [0x018023] CSI    00000d1f (F) Failed execution of queue item Installer: Generic Command ({81a34a10-4256-436a-89d6-794b97ca407c}) with HRESULT HRESULT_FROM_WIN32(14109).  Failure will not be ignored' } }
        @{ Name = 'a driver, as one PC writes it'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*: flpydisk.inf.'; Do = '*driver*'; Prepare = {
                Add-Servicing -Code '0x80070002' -Line @(
                    'Info                  CBS    INSTALL index: 54, phase: 2, result 0, inf: fine.inf'
                    'Info                  CBS    INSTALL index: 55, phase: 2, result 2, inf: flpydisk.inf'
                    'Info                  CBS    Doqe: Failed installing driver updates [HRESULT = 0x80070002 - ERROR_FILE_NOT_FOUND]'
                )
            }
        }
        @{ Name = 'a driver, as another PC writes it'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*: mshdc.inf.'; Do = '*driver*'; Prepare = {
                Add-Servicing -Code '0x800f0922' -Line @(
                    'Info                  CBS    Doqe: Recording result: 0x8007000d, for Inf: mshdc.inf'
                    'Info                  CBS    Doqe: Recording result: 0x00000000, for Inf: usb.inf'
                    'Error                 CBS    Shtd: Failed while processing non-critical driver operations queue. [HRESULT = 0x8007000d - ERROR_INVALID_DATA]'
                )
            }
        }
        @{ Name = 'an installer whose failure counts for nothing'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x800F0984*'; Do = '*'; Prepare = {
                Add-Servicing -Code '0x800f0984' -Line 'Error      [0x018003] CSI    00000c71 (F) Failed execution of queue item Installer: Task Scheduler ({x}) with HRESULT HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND).  Failure will be ignored: The failure was encountered during rollback'
            }
        }
        @{ Name = 'a language pack of Japanese'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*ja-jp*'; Do = 'Remove the language pack ja-jp*DISM does not help*'; Prepare = {
                Set-Version -Build '17763' -Edition 'ServerStandard' -Name '1809' -Kind 'Server'
                Add-Failure -Title '2026-10 Cumulative Update for Windows Server 2019 (KB5090007)' -Code 0x800f0982
                Add-Servicing -Code '0x800f0982' -Package 'Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.7900.1.5' -Line 'Error                 CSI    00000012 (F) Component: amd64_microsoft-windows-printing3d.resources_31bf3856ad364e35_10.0.17763.1_ja-jp_0123456789abcdef missing [HRESULT = 0x800f0982 - PSFX_E_MATCHING_COMPONENT_NOT_FOUND]'
            }
        }
        @{ Name = 'codes of CSI alone'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x80073712*'; Do = '*'; Prepare = { Add-Servicing -Code '0x800f0922' -Line 'Error                 CSI    00000003 (F) HRESULT_FROM_WIN32(14098) #21123# from Windows::ServicingAPI::CCSITransaction_IRtlTransaction::Commit()[gle=0x80073712]' } }
        @{ Name = 'far above the end'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x800F0984*'; Do = '*'; Prepare = {
                Add-Servicing -Code '0x800f0922' -Line (@('Error                 CBS    Failed to hydrate [HRESULT = 0x800f0984 - PSFX_E_MATCHING_BINARY_MISSING]') +
                    @(1..2500 | ForEach-Object { "Info                  CBS    Appl: detect Parent, Package: P$_, state: Staged" }))
            }
        }
        @{ Name = 'files that SFC found in an earlier batch'; Check = 'component-store'; Sure = 'certain'; Cause = '*shell.dll*'; Do = '*-Check component-store*'; Prepare = {
                Set-Log -Line @(
                    'Info                  CSI    00000007 [SR] Beginning Verify and Repair transaction'
                    "Info                  CSI    00000009 [SR] Cannot repair member file [l:10]'shell.dll' of Foo, version 10.0.26100.1, arch amd64, nonSxS, pkt {l:8 b:31bf3856ad364e35} in the store, hash mismatch"
                    'Info                  CSI    0000000a [SR] Verify complete'
                    'Info                  CSI    0000000c [SR] Beginning Verify and Repair transaction'
                    'Info                  CSI    0000000d [SR] Verify complete'
                )
            }
        }
        @{ Name = 'updates that stay unpacked'; Check = 'servicing-failure'; Sure = 'likely'; Cause = '*26100.8037.1.19*26100.8246.1.23*'; Do = 'Restart*'; Prepare = {
                Add-Rollup -Days 5 -State 64 -Number '26100.8246.1.23'
                Add-Rollup -Days 35 -State 64 -Number '26100.8037.1.19'
                Add-Rollup -Days 150 -Number '26100.7171.1.16'
            }
        }
        @{ Name = 'a boot partition without space'; Check = 'boot-partition'; Sure = 'likely'; Cause = '*EFI system partition*'; Do = 'Restart twice*Known Issue Rollback*Do not delete*'; Prepare = {
                Add-Failure -Title '2026-05 Cumulative Update for Windows 11, version 25H2 (KB5089549)' -Code 0x800f0922
                Add-Servicing -Code '0x800f0922' -Line @(
                    'Info                  CBS    SpaceCheck: Insufficient free space'
                    'Info                  CBS    ServicingBootFiles failed. Error = 0x70'
                    'Error                 CBS    Startup: Failed to process advanced operation queue, startupPhase: 0.  A rollback transaction will be created. [HRESULT = 0x800f0922 - CBS_E_INSTALLERS_FAILED]'
                )
            }
        }
        @{ Name = 'damage that DISM is sent to a server for'; Check = 'component-store'; Sure = 'certain'; Cause = '*http://wsus.example:8530*0x800F081F*'; Do = '*/Source:wim:*'; Prepare = { Add-Server; $windows.ImageHealth = 'Repairable' } }
        @{ Name = 'damage whose repair may find no files'; Check = 'component-store'; Sure = 'certain'; Cause = '*0x800F0915*'; Do = '*-Check component-store*'; Prepare = { $windows.ImageHealth = 'Repairable' } }
    ) { Assert-Cause -Case $_ }

    It 'by a policy: <Name>' -ForEach @(
        @{ Name = 'a stale version'; Check = 'update-policy'; Sure = 'likely'; Cause = '*Windows 11 23H2*24H2*'; Do = 'Have whoever set the policy*'; Prepare = {
                Set-Version -Build '26100' -Edition 'Enterprise' -Name '24H2'
                $windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 11'; TargetReleaseVersionInfo = '23H2' }
            }
        }
        @{ Name = 'a stale version of Windows 10'; Check = 'update-policy'; Sure = 'likely'; Cause = '*Windows 10 21H2*'; Do = '*'; Prepare = {
                Set-Version -Build '19045' -Edition 'Professional' -Name '22H2'
                $windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 10'; TargetReleaseVersionInfo = '21H2' }
            }
        }
        @{ Name = 'a stale version of MDM beside WSUS'; Check = 'update-policy'; Sure = 'likely'; Cause = '*Windows 11 24H2*'; Do = '*'; Prepare = {
                Add-Server
                $windows.Registry[$mobile] = @{ DeferQualityUpdatesPeriodInDays = 7; ProductVersion = 'Windows 11'; TargetReleaseVersion = '24H2'; AllowAutoUpdate = 5 }
            }
        }
        @{ Name = 'a pause of decades'; Check = 'update-policy'; Sure = 'certain'; Cause = '*2099-01-01*'; Do = '*Resume updates*'; Prepare = { $windows.Registry[$settings] = @{ PauseUpdatesExpiryTime = '2099-01-01T00:00:00Z' } } }
        @{ Name = 'no way to the internet, and no server'; Check = 'update-policy'; Sure = 'likely'; Cause = '*DoNotConnectToWindowsUpdateInternetLocations*'; Do = '*'; Prepare = {
                $windows.Registry[$policy] = @{ DoNotConnectToWindowsUpdateInternetLocations = 1 }
                Add-FailedScan -Code '0x8024500c'
            }
        }
        @{ Name = 'no address for unified updates'; Check = 'update-policy'; Sure = 'likely'; Cause = '*UpdateServiceUrlAlternate*'; Do = '*machine policy*'; Prepare = {
                Add-Server -Url 'http://sup.example:8530'
                Add-SimulatedService -Windows $windows -Name 'CcmExec'
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80d02002 -Service $server
            }
        }
        @{ Name = 'apps of the Store fail beside a server'; Check = $null; Prepare = {
                Add-Server -Url 'http://sup.example:8530'
                Add-SimulatedService -Windows $windows -Name 'CcmExec'
                $windows.Events.Add(@{ Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ updateTitle = '9NBLGGH4NNS1-Microsoft.DesktopAppInstaller'; errorCode = '0x80d02002'; serviceGuid = $store } })
            }
        }
        @{ Name = 'software of an office'; Check = 'update-policy'; Sure = 'likely'; Cause = '*NoAutoUpdate 1, SetDisableUXWUAccess 1*SKYSEA Client View*'; Do = '*administrator*'; Prepare = {
                $windows.Cim['Win32_Service'] += [pscustomobject]@{ Name = 'SkyUpdtSv'; DisplayName = 'SKYSEA'; PathName = '"C:\Program Files\Sky Product\SKYSEA Client View\SkyUpdtSv.exe"'; State = 'Running' }
                $windows.Registry[$policy] = @{ SetDisableUXWUAccess = 1 }
                $windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1 }
                Add-Rollup -Days 119
            }
        }
        @{ Name = 'automatic updates off, by nobody known'; Check = 'update-policy'; Sure = 'likely'; Cause = '*NoAutoUpdate 1*'; Do = '*'; Prepare = {
                $windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1 }
                Add-Rollup -Days 90
            }
        }
        @{ Name = 'delays that end by themselves'; Check = $null; Prepare = { $windows.Registry[$policy] = @{ DeferQualityUpdates = 1; DeferQualityUpdatesPeriodInDays = 30; PauseQualityUpdatesStartTime = '2026-11-20' } } }
    ) { Assert-Cause -Case $_ }

    It 'by services and what they load: <Name>' -ForEach @(
        @{ Name = 'Delivery Optimization'; Check = 'dosvc-start-type'; Sure = 'likely'; Cause = '*dosvc*'; Do = '*-Check dosvc-start-type*'; Prepare = {
                $windows.Services.DoSvc.Start = 4
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80004002
            }
        }
        @{ Name = 'nothing to load'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*wuauserv ServiceDll=*'; Do = '*-Check updates-switched-off*'; Prepare = {
                $windows.Registry["$services\wuauserv\Parameters"] = @{ ServiceMain = 'WUServiceMain' }
                Add-FailedScan -Code '0x800700a1'
            }
        }
        @{ Name = 'a wrong name'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*wuaueng.dll_disabled*'; Do = '*-Check updates-switched-off*'; Prepare = { $windows.Registry["$services\wuauserv\Parameters"] = @{ ServiceDll = @{ Expand = '%systemroot%\system32\wuaueng.dll_disabled' } } } }
        @{ Name = 'a renamed file, which no repair brings back'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*usosvc.dll*'; Do = '*sfc /scannow*'; Prepare = { Rename-Item -LiteralPath 'C:\Windows\System32\usosvc.dll' -NewName 'usosvc.dll.bak' } }
        @{ Name = 'a rule of the firewall, which no repair takes away'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*FirewallRules\{1}*'; Do = '*wf.msc*'; Prepare = { $windows.Registry["$services\SharedAccess\Parameters\FirewallPolicy\FirewallRules"] = @{ '{1}' = 'v2.31|Action=Block|Active=TRUE|Dir=Out|Svc=wuauserv|Name=No updates|' } } }
        @{ Name = 'all of them, with a policy'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*wuauserv*bits*usosvc*dosvc*WaaSMedicSvc*NoAutoUpdate*Policies stay*'; Do = '*-Check updates-switched-off*'; Prepare = {
                foreach ($name in 'wuauserv', 'BITS', 'UsoSvc', 'WaaSMedicSvc', 'DoSvc') { $windows.Services[$name].Start = 4 }
                $windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1; AUOptions = 1 }
            }
        }
        @{ Name = 'the medic alone, which stops nothing'; Check = $null; Prepare = { $windows.Services.WaaSMedicSvc.Start = 4 } }
    ) { Assert-Cause -Case $_ }

    It 'by the network, the PC and its users: <Name>' -ForEach @(
        @{ Name = 'hosts of a privacy tool'; Check = 'hosts-file'; Sure = 'likely'; Cause = '*tsfe.trafficshaping.dsp.mp.microsoft.com*emdl.ws.microsoft.com*'; Do = '*put a # before*'; Prepare = {
                Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value '0.0.0.0 tsfe.trafficshaping.dsp.mp.microsoft.com', '0.0.0.0 emdl.ws.microsoft.com', '0.0.0.0 login.live.com'
                Add-FailedScan -Code '0x80240438'
            }
        }
        @{ Name = 'a proxy script in a file'; Check = 'proxy'; Sure = 'likely'; Cause = '*file://C:/proxy/proxy.pac*'; Do = '*http://*'; Prepare = {
                $windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'].AutoConfigURL = 'file://C:/proxy/proxy.pac'
                $windows.Network.Online = $false
                Add-FailedScan -Code '0x8024402c'
            }
        }
        @{ Name = 'a mobile network'; Check = 'metered-connection'; Sure = 'likely'; Cause = '*counts data*'; Do = '*Advanced options*'; Prepare = {
                $windows.Commands['Get-NetAdapter'] = { [pscustomobject]@{ InterfaceDescription = 'Mobile Connect'; InterfaceType = 243; InterfaceOperationalStatus = 1; InterfaceGuid = '{11111111-2222-3333-4444-555555555555}' } }
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ '4G' = 2; Ethernet = 1; WiFi = 1 }
                $windows.Registry[$settings] = @{ AllowAutoWindowsUpdateDownloadOverMeteredNetwork = 0 }
                Add-Rollup -Days 95
            }
        }
        @{ Name = 'an empty battery on the board'; Check = 'clock'; Sure = 'likely'; Cause = '*years behind*CMOS*'; Do = '*ms-settings:dateandtime*battery*replaced*'; Prepare = { $windows.ClockOffset = [datetime] '2018-01-01T00:10:00Z' - [datetime]::UtcNow } }
        @{ Name = 'a clock before the day of Windows, and no witness'; Check = 'clock'; Sure = 'likely'; Cause = '*CMOS*'; Do = '*'; Prepare = {
                $windows.ClockOffset = [datetime] '2018-01-01T00:10:00Z' - [datetime]::UtcNow
                foreach ($url in @($windows.Network.Dates.Keys) + 'http://www.msftconnecttest.com/connecttest.txt', 'http://connectivitycheck.gstatic.com/generate_204', 'http://detectportal.firefox.com/success.txt') { $windows.Network.Dates[$url] = $null }
            }
        }
        @{ Name = 'two scanners and an upgrade'; Check = 'antivirus'; Sure = 'likely'; Cause = '*ESET Security*VirusBuster*'; Do = 'Keep one*'; Prepare = {
                Add-Scanner -Name 'VirusBuster' -Path 'Program Files\Trend Micro\Titanium\uiWinMgr.exe'
                Add-Scanner -Name 'ESET Security' -Path 'Program Files\ESET\ESET Security\ecmds.exe'
                Add-Failure -Title 'Windows 11, version 25H2' -Code 0xc1900101 -Times 4
            }
        }
        @{ Name = 'two accounts in one folder'; Check = 'user-profile'; Sure = 'likely'; Cause = '*C:\Users\sato*'; Do = 'Back up*'; Prepare = {
                Set-Version -Build '22631' -Edition 'Professional' -Name '23H2'
                $null = New-Item -Path 'C:\Users\sato' -ItemType Directory
                foreach ($sid in 'S-1-5-21-1-2-3-1001', 'S-1-5-21-9-9-9-1001') { $windows.Registry["$version\ProfileList\$sid"] = @{ ProfileImagePath = 'C:\Users\sato'; State = 0 } }
                $windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = [int] 0x8007001F }
            }
        }
        @{ Name = 'results of SetupDiag in the registry'; Check = 'setup-diag'; Sure = 'likely'; Cause = '*CompatScanOnly*0xC1900208*'; Do = 'Act on what SetupDiag names*'; Prepare = {
                $windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{
                    ProfileName = 'CompatScanOnly'; FailureData = 'Error: SetupDiag reports DISM provisioned Apps'
                    FailureDetails = 'Err = 0xC1900208, LastOperation = PreDownload, LastPhase = Downlevel'; DateTime = [datetime]::UtcNow.ToString('yyyy-MM-dd')
                }
            }
        }
        @{ Name = 'a file system that is damaged'; Check = 'disk-error'; Sure = 'likely'; Cause = '*C:*'; Do = '*chkdsk*'; Prepare = {
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80070570 -Times 1
                $windows.Events.Add(@{ Provider = 'Ntfs'; Id = 55; Time = [datetime]::UtcNow.AddHours(-6); Data = @{ DriveName = 'C:' } })
            }
        }
        @{ Name = 'a Home PC with extended updates'; Check = $null; Prepare = { Set-Version -Build '19045' -Edition 'Core' -Name '22H2' } }
        @{ Name = 'certificates that are still to come'; Check = $null; Prepare = {
                $windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1801; Time = [datetime]::UtcNow.AddHours(-9); Data = @{} })
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State'] = @{ UEFISecureBootEnabled = 1 }
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\Servicing'] = @{ UEFICA2023Status = 'NotStarted'; UEFICA2023Error = 0 }
            }
        }
        @{ Name = 'apps of the Store'; Check = $null; Prepare = {
                $time = [datetime]::UtcNow.AddHours(-3).ToString('yyyy-MM-dd HH:mm:ss')
                $line = "{CB6DE3B4-0000-4BD7-B8F2-000000000001}", "${time}:734+0000", '1', '182 [AGENT_INSTALLING_FAILED]', '101', '{624F8F61-0000-4DF9-B992-000000000001}', '1', '80073d02', 'Update;taskhostw', 'Failure', 'Content Install',
                'Installation Failure: Windows failed to install the following update with error 0x80073d02: 9WZDNCRFJBMP-MICROSOFT.WINDOWSSTORE.', 'id'
                Set-Content -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log' -Encoding Unicode -Value ($line -join "`t")
            }
        }
        @{ Name = 'a download that was cancelled, beside a bad block'; Check = $null; Prepare = {
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x8024000b
                $windows.Events.Add(@{ Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-6); Data = @{} })
            }
        }
    ) { Assert-Cause -Case $_ }

    It 'of each new kind, in further forms: <Name>' -ForEach @(
        @{ Name = 'SetupDiag in the registry: a driver, with phase and operation'; Check = 'setup-diag'; Sure = 'likely'; Cause = '*FindRollbackFailure*0xC1900101-0x40017*'; Do = 'Act on what SetupDiag names*'; Culture = 'de-DE'; Prepare = {
                $windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{
                    ProfileName = 'FindRollbackFailure'; FailureData = 'Driver: oem12.inf'; DateTime = [datetime]::UtcNow.ToString('s', [cultureinfo]::InvariantCulture)
                    FailureDetails = 'Err = 0xC1900101-0x40017, LastOperation = Boot, LastPhase = Second Boot'
                }
            }
        }
        @{ Name = 'SetupDiag in the registry: run by hand, for lack of space'; Check = 'setup-diag'; Sure = 'likely'; Cause = '*DiskSpaceFailure*0x80070070*'; Do = '*'; Culture = 'ja-JP'; Prepare = {
                $windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile\SetupDiag'] = @{ ProfileName = 'DiskSpaceFailure'; FailureDetails = 'Err = 0x80070070, LastOperation = Download'; DateTime = [datetime]::UtcNow.AddDays(-2).ToString('s', [cultureinfo]::InvariantCulture) }
            }
        }
        @{ Name = 'SetupDiag in the registry: an old failure, and a success by hand since'; Check = $null; Prepare = {
                $windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{ ProfileName = 'DeviceInstallHang'; FailureDetails = 'Err = 0xC1900101'; DateTime = [datetime]::UtcNow.AddDays(-10).ToString('s') }
                $windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile\SetupDiag'] = @{ ProfileName = 'FindSuccessfulUpgrade'; FailureDetails = ''; DateTime = [datetime]::UtcNow.AddDays(-1).ToString('s') }
            }
        }
        @{ Name = 'a proxy script in the folder of a user with Japanese letters'; Check = 'proxy'; Sure = 'likely'; Cause = '*file:///C:/Users/*/proxy.pac*'; Do = '*http://*'; Culture = 'ja-JP'; Prepare = {
                $windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'].AutoConfigURL = "file:///C:/Users/$([char] 0x4F50)$([char] 0x85E4)/proxy.pac"
                $windows.Network.Online = $false
                Add-FailedScan -Code '0x80072ee7'
            }
        }
        @{ Name = 'a proxy script on a share, in Turkish'; Check = 'proxy'; Sure = 'likely'; Cause = '*FILE://srv.example/it/proxy.pac*'; Do = '*http://*'; Culture = 'tr-TR'; Prepare = {
                $windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'].AutoConfigURL = 'FILE://srv.example/it/proxy.pac'
                $windows.Network.Online = $false
                Add-FailedScan -Code '0x8024402c'
            }
        }
        @{ Name = 'a proxy script as a path'; Check = 'proxy'; Sure = 'likely'; Cause = '*C:\proxy\proxy.pac*'; Do = '*'; Prepare = {
                $windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'].AutoConfigURL = 'C:\proxy\proxy.pac'
                $windows.Network.Online = $false
                Add-FailedScan -Code '0x80072efd'
            }
        }
        @{ Name = 'a proxy script in a file that nobody needs'; Check = $null; Prepare = { $windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'].AutoConfigURL = 'file://C:/proxy/proxy.pac' } }
        @{ Name = 'tethering over USB, set by a person'; Check = 'metered-connection'; Sure = 'likely'; Cause = '*Remote NDIS*'; Do = '*Download updates over metered connections*'; Prepare = {
                $windows.Commands['Get-NetAdapter'] = { [pscustomobject]@{ InterfaceDescription = 'Remote NDIS based Internet Sharing Device'; InterfaceType = 6; InterfaceOperationalStatus = 1; InterfaceGuid = '{11111111-2222-3333-4444-555555555555}' } }
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\DusmSvc\Profiles\{11111111-2222-3333-4444-555555555555}\*'] = @{ UserCost = 2 }
                Add-Rollup -Days 80
            }
        }
        @{ Name = 'a Wi-Fi that an administrator made metered for all'; Check = 'metered-connection'; Sure = 'likely'; Cause = '*Wireless-AC*'; Do = '*'; Culture = 'de-DE'; Prepare = {
                $windows.Commands['Get-NetAdapter'] = { [pscustomobject]@{ InterfaceDescription = 'Dual Band Wireless-AC'; InterfaceType = 71; InterfaceOperationalStatus = 1; InterfaceGuid = '{11111111-2222-3333-4444-555555555555}' } }
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ WiFi = 2; '4G' = 2; Ethernet = 1 }
                Add-Rollup -Days 70
            }
        }
        @{ Name = 'a metered line beside a cable'; Check = $null; Prepare = {
                $windows.Commands['Get-NetAdapter'] = { foreach ($type in 243, 6) { [pscustomobject]@{ InterfaceDescription = "Adapter $type"; InterfaceType = $type; InterfaceOperationalStatus = 1; InterfaceGuid = "{$type}" } } }
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ '4G' = 2; Ethernet = 1; WiFi = 1 }
                Add-Rollup -Days 70
            }
        }
        @{ Name = 'a metered line that a policy allows'; Check = $null; Prepare = {
                $windows.Commands['Get-NetAdapter'] = { [pscustomobject]@{ InterfaceDescription = 'Mobile'; InterfaceType = 243; InterfaceOperationalStatus = 1; InterfaceGuid = '{1}' } }
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ '4G' = 2 }
                $windows.Registry[$policy] = @{ AllowAutoWindowsUpdateDownloadOverMeteredNetwork = 1 }
                Add-Rollup -Days 70
            }
        }
        @{ Name = 'Secure Boot: firmware that refuses'; Check = 'secure-boot'; Sure = 'possible'; Cause = '*0x80070013; maker: FUJITSU CLIENT COMPUTING LIMITED)*'; Do = '*newest firmware*BitLocker*'; Prepare = {
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State'] = @{ UEFISecureBootEnabled = 1 }
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\Servicing'] = @{ UEFICA2023Status = 'InProgress'; UEFICA2023Error = [int] '0x80070013'; UEFICA2023ErrorEvent = 1795 }
                $windows.Registry['HKLM:\HARDWARE\DESCRIPTION\System\BIOS'] = @{ SystemManufacturer = 'FUJITSU CLIENT COMPUTING LIMITED' }
            }
        }
        @{ Name = 'Secure Boot: no key of the maker, on a PC that has none named'; Check = 'secure-boot'; Sure = 'possible'; Cause = '*1803, -)*'; Do = '*'; Prepare = {
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State'] = @{ UEFISecureBootEnabled = 1 }
                $windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1803; Time = [datetime]::UtcNow.AddHours(-3); Data = @{} })
            }
        }
        @{ Name = 'Secure Boot: an error, and the new certificates since'; Check = $null; Prepare = {
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State'] = @{ UEFISecureBootEnabled = 1 }
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\Servicing'] = @{ UEFICA2023Status = 'InProgress'; UEFICA2023Error = [int] '0x80070013' }
                foreach ($one in @(1803, 30), @(1801, 20), @(1808, 2)) { $windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = $one[0]; Time = [datetime]::UtcNow.AddHours(-$one[1]); Data = @{} }) }
            }
        }
        @{ Name = 'a disk with bad blocks'; Check = 'disk-error'; Sure = 'likely'; Cause = '*2 times event 7*'; Do = 'Back up*Get-PhysicalDisk*replaced*'; Prepare = {
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x8007045d -Times 1
                foreach ($hours in 6, 7) { $windows.Events.Add(@{ Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-$hours); Data = @{} }) }
            }
        }
        @{ Name = 'a damaged store on a disk that fails'; Check = 'disk-error'; Sure = 'likely'; Cause = '*bad blocks*'; Do = 'Back up*repair Windows only after that*'; Prepare = {
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80073712
                $windows.Events.Add(@{ Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-6); Data = @{} })
            }
        }
        @{ Name = 'a volume without a letter'; Check = 'disk-error'; Sure = 'likely'; Cause = '*HarddiskVolume3*'; Do = '*chkdsk C: /scan*'; Prepare = {
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80070570 -Times 1
                $windows.Events.Add(@{ Provider = 'Ntfs'; Id = 55; Time = [datetime]::UtcNow.AddHours(-6); Data = @{ DriveName = '\Device\HarddiskVolume3' } })
            }
        }
        @{ Name = 'a worn USB drive beside a failure'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5099999*'; Do = '*KB5099999'; Catalog = $true; Prepare = {
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80070643
                $windows.Events.Add(@{ Provider = 'Ntfs'; Id = 55; Time = [datetime]::UtcNow.AddHours(-6); Data = @{ DriveName = 'E:' } })
                $windows.Events.Add(@{ Provider = 'disk'; Id = 51; Time = [datetime]::UtcNow.AddHours(-6); Data = @{ '' = '\Device\Harddisk1\DR1' } })
            }
        }
        @{ Name = 'a firewall that opens connections'; Check = 'tls-inspection'; Sure = 'likely'; Cause = '*FortiGate CA*'; Do = '*left out of the inspection*'; Prepare = {
                $windows.Network.Issuer = 'CN=FortiGate CA, O=Fortinet, C=US'
                Add-FailedScan -Code '0x80072f8f'
            }
        }
        @{ Name = 'an antivirus that opens connections, in German'; Check = 'tls-inspection'; Sure = 'likely'; Cause = '*Filter CA*'; Do = '*antivirus*'; Culture = 'de-DE'; Prepare = {
                $windows.Network.Issuer = 'CN=SSL Filter CA, O="Beispiel, spol. s r. o.", C=SK'
                Add-FailedScan -Code '0x80240438'
            }
        }
        @{ Name = 'a company that opens connections, and searches go on'; Check = $null; Prepare = {
                $windows.Network.Issuer = 'CN=Contoso Inspection CA, O=Contoso, C=JP'
                $windows.Events.Add(@{ Log = "$client/Operational"; Provider = $client; Id = 26; Time = [datetime]::UtcNow.AddHours(-2); Data = @{ serviceGuid = $public; updateCount = '0' } })
            }
        }
        @{ Name = 'a restart that never comes by itself, on battery'; Check = 'restart-pending'; Sure = 'likely'; Cause = '*on battery or in active hours*'; Do = '*Restart*'; Prepare = {
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
                $windows.Cim['Win32_Battery'] = @([pscustomobject]@{ BatteryStatus = [uint16] 4; EstimatedChargeRemaining = 18 })
            }
        }
        @{ Name = 'a restart that never comes by itself, at a desk that is used all day'; Check = 'restart-pending'; Sure = 'likely'; Cause = '*on battery or in active hours*'; Do = '*Restart*'; Prepare = {
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
                $windows.Registry[$settings] = @{ ActiveHoursStart = 5; ActiveHoursEnd = 23 }
            }
        }
        @{ Name = 'long hours and a battery, where nothing waits'; Check = $null; Prepare = {
                $windows.Registry[$settings] = @{ ActiveHoursStart = 5; ActiveHoursEnd = 23 }
                $windows.Cim['Win32_Battery'] = @([pscustomobject]@{ BatteryStatus = [uint16] 1; EstimatedChargeRemaining = 30 })
            }
        }
        @{ Name = 'a feature behind a server'; Check = 'servicing-failure'; Sure = 'likely'; Cause = '*NetFx3*'; Do = 'Behind an update server*'; Prepare = {
                Add-Server
                Add-Servicing -Code '0x800f081f' -Package 'Microsoft-Windows-NetFx3-OnDemand-Package~31bf3856ad364e35~amd64~~10.0.26100.1' -Line 'Error                 CBS    Failed to download FOD from WU [HRESULT = 0x800f0954 - CBS_E_INVALID_WINDOWS_UPDATE_COUNT_WSUS]'
            }
        }
        @{ Name = 'a manifest that came with Windows'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*Client-Features-Package*'; Do = '*component store*'; Prepare = { Add-Servicing -Code '0x800f0831' -Line 'Info                  CBS    Store corruption, manifest missing for package: Microsoft-Windows-Client-Features-Package~31bf3856ad364e35~amd64~~10.0.26100.1' } }
        @{ Name = 'a recovery update in German, of a number that no table has'; Check = 'single-update'; Sure = 'likely'; Cause = '*250 MB*'; Do = '*winreresize*'; Culture = 'de-DE'; Prepare = { Add-Failure -Title "2026-11 Update f$([char] 0xFC)r die Windows-Wiederherstellungsumgebung (KB5099777)" -Code 0x80070643 } }
        @{ Name = 'a firewall that is switched off with its service'; Check = 'mpssvc-start-type'; Sure = 'possible'; Cause = '*mpssvc*'; Do = '*'; Prepare = {
                $windows.Services.MpsSvc.Start = 4
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x800706d9
            }
        }
        @{ Name = 'a rollback of which no log says why'; Check = 'single-update'; Sure = 'possible'; Cause = '*0x800F0922*'; Do = '*Where they name nothing, restart*'; Prepare = { Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x800f0922 } }
        @{ Name = 'what comes before an update is missing'; Check = 'single-update'; Sure = 'possible'; Cause = '*0x800F0838*'; Do = '*KB5124010'; Catalog = $true; Prepare = { Add-Failure -Title '2026-11 Preview Update (KB5124010) (26200.9550)' -Code 0x800f0838 } }
        @{ Name = 'a server without what clients ask for'; Check = 'update-server'; Sure = 'likely'; Cause = '*0x80244019*'; Do = 'Change nothing*'; Prepare = {
                Add-Server
                Add-FailedScan -Code '0x80244019' -Service $server
            }
        }
        @{ Name = 'a pause and hours that are no time'; Check = $null; Prepare = {
                $windows.Registry[$settings] = @{ PauseUpdatesExpiryTime = 'unbekannt'; PauseFeatureUpdatesEndTime = 'x'; ActiveHoursStart = 'acht'; ActiveHoursEnd = 3 }
            }
        }
        @{ Name = 'an update without a title'; Check = 'single-update'; Sure = 'possible'; Cause = '*: - (0x80240022)*'; Do = '*'; Prepare = { Add-Failure -Title '' -Code 0x80240022 } }
        @{ Name = 'an MDM that forbids Windows Update'; Check = 'update-policy'; Sure = 'likely'; Cause = '*AllowUpdateService 0*'; Do = '*'; Prepare = { $windows.Registry[$mobile] = @{ AllowUpdateService = 0 } } }
        @{ Name = 'App Readiness and Delivery Optimization'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*: dosvc (Start 4), AppReadiness (Start 4)*'; Do = '*-Check updates-switched-off*'; Prepare = {
                $windows.Services.DoSvc.Start = 4
                Add-SimulatedService -Windows $windows -Name 'AppReadiness'
                $windows.Services.AppReadiness.Start = 4
            }
        }
    ) { Assert-Cause -Case $_ }

    # Each as somebody told it in public; where, stands beside it.
    It 'of public reports: <Name>' -ForEach @(
        # github.com/tsgrgo/windows-update-disabler/issues/15
        @{ Name = 'a tool that left the orchestrator disabled and the service of updates gone'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*usosvc*'; Do = '*'; Prepare = {
                $windows.Services.Remove('wuauserv')
                $windows.Services.usosvc.Start = 4
                $windows.Services.DoSvc.Start = 4
            }
        }
        # github.com/ChrisTitusTech/winutil/issues/5095
        @{ Name = 'an image without Get Help, the medic disabled: nothing that keeps updates off'; Check = $null; Prepare = {
                Add-SimulatedService -Windows $windows -Name 'WaaSMedicSvc'
                $windows.Services.WaaSMedicSvc.Start = 4
            }
        }
        # github.com/W4RH4WK/Debloat-Windows-10/issues/288
        @{ Name = 'services and hosts of a debloater, and 0x80242016'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*'; Do = '*'; Prepare = {
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80242016
                $windows.Services.DoSvc.Start = 4
                $windows.Services.usosvc.Start = 4
                Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value '0.0.0.0 fe2.update.microsoft.com'
            }
        }
        # github.com/builtbybel/FlyOOBE/issues/208
        @{ Name = 'an upgrade of a PC that is not meant for it'; Check = 'system-requirement'; Sure = 'possible'; Cause = '*0x80888002*Users report*'; Do = '*unchanged media*'; Prepare = { Add-Failure -Title 'Windows 11, version 25H2' -Code 0x80888002 } }
        # reinforz.co.jp/bizmedia/81970
        @{ Name = 'the service that ends behind a server, in Japanese'; Check = 'update-server'; Sure = 'likely'; Cause = '*0x80240069*'; Do = '*May 2025*'; Culture = 'ja-JP'; Prepare = {
                Add-Server
                Set-Version -Build '22631' -Edition 'Enterprise' -Name '23H2'
                $windows.Registry[$version].InstallDate = 1700000000
                Add-Failure -Title 'Windows 11, version 24H2 x64 2025-04B' -Code 0x80240069 -Service $server
                $windows.Registry[$version].CurrentBuildNumber, $windows.Registry[$version].DisplayVersion = '26100', '24H2'
            }
        }
        # nichepcgamer.com/archives/nec-windowsupdate-bios-update-problem-2020-6.html
        @{ Name = 'firmware of NEC'; Check = 'single-update'; Sure = 'possible'; Cause = 'A firmware*NEC Personal Computers*'; Do = '*maker*'; Culture = 'ja-JP'; Prepare = { Add-Failure -Title 'NEC Personal Computers, Ltd. - Firmware - 1.0.0.88' -Code 0x800f0922 } }
        # it-sora.net/archives/6717: a desktop of Fujitsu, and a search that fails with it.
        @{ Name = 'a battery that is empty, and a certificate that is not valid yet'; Check = 'clock'; Sure = 'likely'; Cause = '*CMOS*'; Do = '*battery*'; Culture = 'ja-JP'; Prepare = {
                $windows.ClockOffset = [datetime] '2020-01-01T00:10:00Z' - [datetime]::UtcNow
                Add-FailedScan -Code '0x80072f8f'
            }
        }
        # ittrip.xyz/windows10/windows-update-kb5044273-failed-fix: put in by hand from the Catalog.
        @{ Name = 'a cumulative update that somebody installed by hand, in Japanese'; Check = $null; Culture = 'ja-JP'; Prepare = {
                Add-Failure -Title ([regex]::Unescape('2026-10 x64 \u30d9\u30fc\u30b9 \u30b7\u30b9\u30c6\u30e0\u7528 Windows 11 Version 25H2 \u306e\u7d2f\u7a4d\u66f4\u65b0\u30d7\u30ed\u30b0\u30e9\u30e0 (KB5044273)')) -Code 0x800f0922
                $windows.Cim['Win32_QuickFixEngineering'] = @([pscustomobject]@{ HotFixID = 'KB5044273' })
            }
        }
        # ascii.jp/elem/000/001/679/1679400: a tablet of 32 GB, here with a restart that waits.
        @{ Name = 'a small tablet that is full, and a restart that waits'; Check = 'disk-space'; Sure = 'likely'; Cause = '*28.6 GB*USB*'; Do = 'Make room*'; Culture = 'ja-JP'; Prepare = {
                $windows.Cim['Win32_LogicalDisk'] = @([pscustomobject]@{ DeviceID = 'C:'; DriveType = 3; FreeSpace = [uint64] 1.4GB; Size = [uint64] 28.6GB })
                $windows.Registry["$servicing\RebootPending"] = @{}
            }
        }
        # github.com/actions/runner-images/issues/9148: an image of a cloud, whose update names no recovery environment.
        @{ Name = 'a server of a cloud without a recovery partition'; Check = 'single-update'; Sure = 'certain'; Cause = '*no recovery partition*'; Do = 'Nothing needs*'; Prepare = {
                Set-Version -Build '20348' -Edition 'ServerDatacenter' -Name '21H2' -Kind 'Server'
                $windows.Cim['MSFT_Partition'] = @($windows.Cim['MSFT_Partition'] | Select-Object -First 2)
                Add-Failure -Title '2024-01 Security Update for Microsoft server operating system version 21H2 for x64-based Systems (KB5034439)' -Code 0x800f081f
            }
        }
        @{ Name = 'a recovery update that never got here'; Check = 'proxy'; Sure = 'possible'; Cause = '*on the way*0x80D02002*'; Do = '*proxy*'; Prepare = { Add-Failure -Title '2026-10 Windows Recovery Environment Update (KB5099777)' -Code 0x80d02002 } }
        @{ Name = 'a recovery update, and a store that is inconsistent'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x80073712*'; Do = '*-Force*'; Prepare = { Add-Failure -Title '2026-10 Windows Recovery Environment Update (KB5099777)' -Code 0x80073712 } }
        # github.com/zoicware/RemoveWindowsAI/issues/77
        @{ Name = 'a component that a tool took out of the store'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*amd64_microsoft-copilot_*'; Do = '*over itself*'; Prepare = {
                Set-Version -Build '26100' -Edition 'IoTEnterpriseS' -Name '24H2'
                Add-Servicing -Code '0x80004005' -Line "Error                 CSI    000006d2 (F) Component marked deleted and is no longer available for: [l:77 ml:140]'amd64_microsoft-copilot_31bf3856ad364e35_10.0.26100.712_none_70c07f1218639276'[gle=0x80004005]"
            }
        }
        # learn.microsoft.com, "Windows Update common errors and mitigation".
        @{ Name = 'a firewall that filters downloads'; Check = 'single-update'; Sure = 'possible'; Cause = '*could not be fetched*'; Do = '*proxy*'; Prepare = { Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80200053 } }
        @{ Name = 'a change that a restart must roll back'; Check = 'single-update'; Sure = 'possible'; Cause = '*0x80070BC9*'; Do = '*restart, try*again*'; Prepare = { Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80070bc9 } }
        # learn.microsoft.com, "Fix Windows Update errors": damage whose disk says why.
        @{ Name = 'damage that Windows has noted, on a disk that dies'; Check = 'disk-error'; Sure = 'likely'; Cause = '*bad blocks*'; Do = 'Back up*replaced*'; Prepare = {
                $windows.ImageHealth = 'Repairable'
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80070570
                $windows.Events.Add(@{ Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-6); Data = @{} })
            }
        }
    ) { Assert-Cause -Case $_ }

    It 'and what is harmless does not hide another: <Name>' -ForEach @(
        @{ Name = 'a search that fails'; Check = 'proxy'; Sure = 'possible'; Cause = '*on the way*0x8024402C*'; Do = 'Look at proxy*'; Prepare = {
                Add-Failure -Title 'HP Inc. - SoftwareComponent - 14.8.1.1' -Code 0x80070103
                Add-FailedScan -Code '0x8024402c'
            }
        }
        @{ Name = 'a service that is disabled'; Check = 'wuauserv-start-type'; Sure = 'likely'; Cause = '*'; Do = '*'; Prepare = {
                Add-Failure -Title 'HP Inc. - SoftwareComponent - 14.8.1.1' -Code 0x80070103
                $windows.Services.wuauserv.Start = 4
            }
        }
        @{ Name = 'another update'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5099999*'; Do = '*KB5099999'; Catalog = $true; Prepare = {
                Add-Failure -Title 'HP Inc. - SoftwareComponent - 14.8.1.1' -Code 0x80070103
                Add-Failure -Title '2026-11 Update (KB5099999)' -Code 0x80070643
            }
        }
    ) { Assert-Cause -Case $_ }

    # Settled failures beside open ones, two codes at once, and answers that a repair would contradict.
    It 'among causes that are mixed: <Name>' -ForEach @(
        @{ Name = 'a server that is busy, and a cache that an update found damaged'; Check = 'update-server'; Sure = 'likely'; Cause = '*0x80244022*'; Do = 'Change nothing*'; Prepare = {
                Add-Server
                Add-FailedScan -Code '0x80244022' -Service $server
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x8024200d -Service $server
            }
        }
        @{ Name = 'the public servers that shed load, on Server 2025, and BITS disabled'; Check = 'bits-start-type'; Sure = 'likely'; Cause = '*bits is disabled*'; Do = '*-Check bits-start-type*'; Prepare = {
                Set-Version -Build '26100' -Edition 'ServerDatacenter' -Name '24H2' -Kind 'Server'
                $windows.Services.BITS.Start = 4
                Add-FailedScan -Code '0x8024402e'
            }
        }
        @{ Name = 'a service that ends behind a server, and a damaged cache'; Check = 'update-server'; Sure = 'likely'; Cause = '*0x80240069*'; Do = '*reset of the components does not help*'; Prepare = {
                Add-Server
                Add-Failure -Title 'Windows 11, version 25H2 x64 2025-04B' -Code 0x80240069 -Service $server
                $windows.Events.Add(@{
                        Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddHours(-4)
                        Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000007}'; updateTitle = '2026-11 Update (KB5099998)'; errorCode = '0x80248007'; serviceGuid = $server }
                    })
            }
        }
        @{ Name = 'a store that cannot be mended from a server, on Server 2019'; Check = 'component-store'; Sure = 'certain'; Cause = '*0x800F081F*'; Do = '*/Source:wim:*'; Prepare = {
                Set-Version -Build '17763' -Edition 'ServerStandard' -Name '' -Kind 'Server'
                Add-Server
                $windows.ImageHealth = 'Repairable'
                Add-Failure -Title '2026-11 Cumulative Update for Windows Server 2019 (KB5099999)' -Code 0x800f081f -Service $server
            }
        }
        @{ Name = 'bad blocks while an update failed that has been installed since, and a driver that is no better'; Check = 'single-update'; Sure = 'certain'; Cause = '*harmless*'; Do = 'Nothing needs*'; Prepare = {
                $data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000009}'; updateTitle = '2026-11 Update (KB5099999)'; serviceGuid = $public }
                $windows.Events.Add(@{ Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddHours(-50); Data = $data + @{ errorCode = '0x80070570' } })
                $windows.Events.Add(@{ Provider = $client; Id = 19; Time = [datetime]::UtcNow.AddHours(-40); Data = $data })
                $windows.Events.Add(@{ Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-51); Data = @{} })
                Add-Failure -Title 'Intel - Extension - 2130.1.16.1' -Code 0x80070103 -Times 4
            }
        }
        @{ Name = 'a boot partition that was too full last month, and a component of this month'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*LanguagePack*'; Do = '*component store*'; Prepare = {
                $data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000009}'; updateTitle = '2026-10 Update (KB5090009)'; serviceGuid = $public }
                $windows.Events.Add(@{ Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddDays(-9); Data = $data + @{ errorCode = '0x800f0922' } })
                $windows.Events.Add(@{ Provider = $client; Id = 19; Time = [datetime]::UtcNow.AddDays(-8); Data = $data })
                Add-Servicing -Code '0x80073701' -Line 'Info                  CBS    Failed to bulk stage deployment manifest and pin deployment for package:Microsoft-Windows-Client-LanguagePack-Package~31bf3856ad364e35~amd64~de-DE~10.0.26100.1  [HRESULT = 0x80073701 - ERROR_SXS_ASSEMBLY_MISSING]'
                Add-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value "$([datetime]::UtcNow.AddDays(-9).ToString('s').Replace('T', ' ')), Info                  CBS    ServicingBootFiles failed. Error = 0x70"
            }
        }
        @{ Name = 'the language of Windows itself, in Japanese'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x800F0982*'; Do = '*-Force*'; Culture = 'ja-JP'; Prepare = {
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Nls\Language'].InstallLanguage = '0411'
                Add-Servicing -Code '0x800f0982' -Line 'Error                 CSI    00000012 (F) Component: amd64_microsoft-windows-printing3d.resources_31bf3856ad364e35_10.0.26100.1_ja-jp_0123456789abcdef missing [HRESULT = 0x800f0982 - PSFX_E_MATCHING_COMPONENT_NOT_FOUND]'
            }
        }
        @{ Name = 'a language that was added, and damage that Windows has noted'; Check = 'component-store'; Sure = 'certain'; Cause = '*noted damage*'; Do = '*-Check component-store*'; Prepare = {
                $windows.ImageHealth = 'Repairable'
                Add-Servicing -Code '0x800f0982' -Line 'Error                 CSI    00000012 (F) Component: amd64_microsoft-windows-printing3d.resources_31bf3856ad364e35_10.0.26100.1_fr-fr_0123456789abcdef missing [HRESULT = 0x800f0982 - PSFX_E_MATCHING_COMPONENT_NOT_FOUND]'
            }
        }
        @{ Name = 'no recovery partition, on ARM64 at home, with a pin that a tool wrote'; Check = 'single-update'; Sure = 'certain'; Cause = '*no recovery partition*'; Do = 'Nothing needs*'; Prepare = {
                Set-Version -Build '26200' -Edition 'Core' -Name '25H2'
                $windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 11'; TargetReleaseVersionInfo = '23H2' }
                $windows.Cim['MSFT_Partition'] = @($windows.Cim['MSFT_Partition'] | Select-Object -First 2)
                Add-Failure -Title '2026-11 Windows Recovery Environment Update for arm64 (KB5099777)' -Code 0x80070643
            }
        }
        @{ Name = 'a way of RPC that is shut, where every check is in order'; Check = 'event-log'; Sure = 'possible'; Cause = '0x800706D9 *'; Do = '*Failures in the event log*'; Prepare = { Add-FailedScan -Code '0x800706d9' } }
        @{ Name = 'a bad gateway on a way of which every check is in order'; Check = 'proxy'; Sure = 'possible'; Cause = '*on the way*0x80244021*'; Do = 'Look at proxy*'; Prepare = { Add-FailedScan -Code '0x80244021' } }
        @{ Name = 'certificates of Secure Boot that wait for a restart'; Check = $null; Prepare = {
                $secure = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
                $windows.Registry["$secure\State"] = @{ UEFISecureBootEnabled = 1 }
                $windows.Registry["$secure\Servicing"] = @{ UEFICA2023Status = 'InProgress'; UEFICA2023Error = [int] '0x8007015E' }
                $windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1800; Time = [datetime]::UtcNow.AddHours(-9); Data = @{} })
            }
        }
        @{ Name = 'a server and an MDM that pins an old version'; Check = 'update-policy'; Sure = 'likely'; Cause = '*Windows 11 24H2*'; Do = 'Have whoever*'; Prepare = {
                Add-Server
                $windows.Registry[$mobile] = @{ ProductVersion = 'Windows 11'; TargetReleaseVersion = '24H2'; SetPolicyDrivenUpdateSourceForQualityUpdates = 0 }
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x8024200d
            }
        }
        @{ Name = 'a rule of the firewall for what comes in, and one for what goes out'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*FirewallRules\Out*'; Do = '*wf.msc*'; Culture = 'ja-JP'; Prepare = {
                $windows.Registry["$services\SharedAccess\Parameters\FirewallPolicy\FirewallRules"] = @{
                    In = 'v2.31|Action=Block|Active=TRUE|Dir=In|Svc=wuauserv|Name=x|'
                    Out = 'v2.31|Action=Block|Active=TRUE|Dir=Out|Protocol=6|App=%SystemRoot%\system32\svchost.exe|Svc=bits|Name=x|'
                }
            }
        }
    ) { Assert-Cause -Case $_ }

    # As an administrator of many PCs would judge: what the code proves, then what stands in front of it.
    It 'among causes that are mixed, once more: <Name>' -ForEach @(
        @{ Name = 'a server, and a recovery partition that is too small'; Check = 'boot-partition'; Sure = 'likely'; Cause = '*optional*'; Do = 'Leave it*'; Prepare = {
                Set-Version -Build '19045' -Edition 'Enterprise' -Name '22H2'
                Add-Server
                Add-Failure -Title '2024-12 Windows Recovery Environment Update (KB5048239)' -Code 0x80070643 -Service $server
                $windows.Events.Add(@{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4502; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ ErrorPhase = '2'; Errorcode = '-2147024784' } })
            }
        }
        @{ Name = 'a driver that is no better, and a store that is inconsistent'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x80073712*'; Do = '*-Force*'; Prepare = {
                Add-Failure -Title 'Intel - Extension - 2130.1.16.1' -Code 0x80070103 -Times 4
                Add-Failure -Title '2026-11 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5099999) (26200.9000)' -Code 0x80073712
            }
        }
        @{ Name = 'a boot partition that last month settled, and .NET of this month'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5099888*'; Do = '*KB5099888'; Catalog = $true; Prepare = {
                $title = 'Cumulative Update for Windows 11, version 25H2 for x64-based Systems'
                $windows.Events.Add(@{ Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddDays(-12); Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000005}'; updateTitle = "2026-10 $title (KB5090001)"; errorCode = '0x800f0922'; serviceGuid = $public } })
                $windows.Events.Add(@{ Provider = $client; Id = 19; Time = [datetime]::UtcNow.AddDays(-4); Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000006}'; updateTitle = "2026-11 $title (KB5099999)"; serviceGuid = $public } })
                $null = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
                Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value "$([datetime]::UtcNow.AddDays(-12).ToString('s').Replace('T', ' ')), Info                  CBS    ServicingBootFiles failed. Error = 0x70"
                Add-Failure -Title '2026-11 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11, version 25H2 for x64 (KB5099888)' -Code 0x80070643
            }
        }
        @{ Name = 'a server without the settings of clients, and BITS disabled'; Check = 'bits-start-type'; Sure = 'likely'; Cause = '*bits*'; Do = '*-Check bits-start-type*'; Prepare = {
                Set-Version -Build '20348' -Edition 'ServerDatacenter' -Name '21H2' -Kind 'Server Core'
                'AntiVirusProduct', 'SystemRestore' | ForEach-Object { $windows.Cim.Remove($_) }
                $windows.Services.BITS.Start = 4
                Add-FailedScan -Code '0x80070422'
            }
        }
        @{ Name = 'folders of a user and of OneDrive with Japanese letters, and an upgrade'; Check = 'single-update'; Sure = 'possible'; Cause = 'The upgrade *'; Do = '*SetupDiag*media*'; Culture = 'ja-JP'; Prepare = {
                $folder = [regex]::Unescape('C:\\Users\\\u4f50\u85e4')
                $null = New-Item -Path $folder -ItemType Directory
                $windows.Registry["$version\ProfileList\S-1-5-21-1-2-3-1001"] = @{ ProfileImagePath = $folder; State = 0 }
                $windows.Registry['HKCU:\Environment'] = @{ OneDrive = "$folder\OneDrive" }
                Add-Failure -Title ([regex]::Unescape('Windows 11\u3001\u30d0\u30fc\u30b8\u30e7\u30f3 26H1')) -Code 0xc1900101
            }
        }
        @{ Name = 'a full boot partition, and a restart that waits'; Check = 'restart-pending'; Sure = 'likely'; Cause = '*Windows waits for a restart*'; Do = '*Restart*'; Prepare = {
                Add-Failure -Title '2026-05 Cumulative Update for Windows 11, version 25H2 (KB5089549)' -Code 0x800f0922
                Add-Servicing -Code '0x800f0922' -Line 'Info                  CBS    ServicingBootFiles failed. Error = 0x70'
                $windows.Registry["$servicing\RebootPending"] = @{}
            }
        }
        @{ Name = 'a mobile network, and Delivery Optimization disabled'; Check = 'dosvc-start-type'; Sure = 'likely'; Cause = '*dosvc*'; Do = '*-Check dosvc-start-type*'; Prepare = {
                $windows.Commands['Get-NetAdapter'] = { [pscustomobject]@{ InterfaceDescription = 'Mobile'; InterfaceType = 243; InterfaceOperationalStatus = 1; InterfaceGuid = '{1}' } }
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ '4G' = 2 }
                Add-Rollup -Days 95
                $windows.Services.DoSvc.Start = 4
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80004002
            }
        }
        @{ Name = 'an office that updates by hand, and a server that is busy'; Check = 'update-server'; Sure = 'likely'; Cause = '*0x80244022*'; Do = 'Change nothing*'; Prepare = {
                $windows.Cim['Win32_Service'] += [pscustomobject]@{ Name = 'LspCmSrv'; DisplayName = 'LanScope'; PathName = '"C:\Program Files\MOTEX\LanScope\LspCmSrv.exe"'; State = 'Running' }
                Add-Server
                $windows.Registry["$policy\AU"].NoAutoUpdate = 1
                Add-Rollup -Days 110
                Add-FailedScan -Code '0x80244022' -Service $server
            }
        }
        @{ Name = 'automatic updates off, and damage where somebody tries by hand'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x80073712*'; Do = '*-Force*'; Prepare = {
                $windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1 }
                Add-Rollup -Days 90
                Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code 0x80073712
            }
        }
        @{ Name = 'hosts of a tool, and damage that Windows has noted'; Check = 'hosts-file'; Sure = 'likely'; Cause = '*emdl.ws.microsoft.com*'; Do = '*put a # before*'; Prepare = {
                Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value '0.0.0.0 emdl.ws.microsoft.com', '0.0.0.0 wustat.windows.com'
                $windows.ImageHealth = 'Repairable'
                Add-FailedScan -Code '0x80240438'
            }
        }
        @{ Name = 'a version out of service, and an update of the recovery environment'; Check = 'os-current'; Sure = 'likely'; Cause = '*2025-10-14*'; Do = 'Upgrade*'; Prepare = {
                Set-Version -Build '19045' -Edition 'Core' -Name '22H2' -Revision 6000
                Add-Failure -Title '2024-12 Windows Recovery Environment Update (KB5048239)' -Code 0x80070643
            }
        }
        @{ Name = 'Configuration Manager, and a manifest that is missing'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*KB5034129*'; Do = '*?q=KB5034129*'; Catalog = $true; Prepare = {
                Set-Version -Build '20348' -Edition 'ServerStandard' -Name '21H2' -Kind 'Server'
                Add-Server -Url 'http://sup.example:8530'
                $windows.Registry[$policy].UpdateServiceUrlAlternate = 'http://localhost:8005'
                Add-SimulatedService -Windows $windows -Name 'CcmExec'
                Add-Servicing -Code '0x800f0831' -Line 'Info                  CBS    Store corruption, manifest missing for package: Package_123_for_KB5034129~31bf3856ad364e35~amd64~~20348.2227.1.4'
            }
        }
        @{ Name = 'firmware that refuses certificates, and a rollback of which no log says why'; Check = 'single-update'; Sure = 'possible'; Cause = '*0x800F0922*'; Do = '*Where they name nothing, restart*'; Prepare = {
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State'] = @{ UEFISecureBootEnabled = 1 }
                $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\Servicing'] = @{ UEFICA2023Status = 'InProgress'; UEFICA2023Error = [int] '0x80070013'; UEFICA2023ErrorEvent = 1795 }
                Add-Failure -Title '2026-11 Cumulative Update for Windows 11, version 25H2 (KB5099999)' -Code 0x800f0922
            }
        }
        @{ Name = 'a pause of decades, and the orchestrator disabled: one hand did both'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*usosvc*2077*'; Do = '*-Check updates-switched-off*'; Prepare = {
                $windows.Services.UsoSvc.Start = 4
                $windows.Registry[$settings] = @{ PauseUpdatesExpiryTime = '2077-01-01T00:00:00Z' }
            }
        }
        @{ Name = 'updates that stay unpacked, and a restart that waits'; Check = 'restart-pending'; Sure = 'likely'; Cause = '*Windows waits for a restart*'; Do = '*Restart*'; Prepare = {
                Add-Rollup -Days 5 -State 64 -Number '26200.8246.1.23'
                Add-Rollup -Days 35 -State 64 -Number '26200.8037.1.19'
                Add-Rollup -Days 150 -Number '26200.7171.1.16'
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
            }
        }
        @{ Name = 'a manager of devices, and damage that Windows has noted'; Check = 'component-store'; Sure = 'certain'; Cause = '*noted damage*'; Do = '*MS DM Server*-Check component-store*'; Prepare = {
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\{11111111-2222-3333-4444-555555555555}'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 }
                $windows.ImageHealth = 'Repairable'
            }
        }
        @{ Name = 'apps of the Store, and definitions'; Check = 'single-update'; Sure = 'possible'; Cause = 'Updates of the antivirus fail: KB2267602 *'; Do = '*Windows Security*'; Prepare = {
                $windows.Events.Add(@{ Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddHours(-3); Data = @{ updateTitle = '9WZDNCRFJBMP-MICROSOFT.WINDOWSSTORE'; errorCode = '0x80073d02'; serviceGuid = $store } })
                Add-Failure -Title 'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.441.22.0)' -Code 0x80070643
            }
        }
        @{ Name = 'a server of an office that the PC has left, and BITS disabled'; Check = 'update-server'; Sure = 'likely'; Cause = '*does not answer*'; Do = '*Update server and policy*'; Prepare = {
                Add-Server -Url 'http://wsus.old.example:8530'
                $windows.Network.Closed = @('wsus.old.example:8530')
                $windows.Services.BITS.Start = 4
                Add-FailedScan -Code '0x8024402c' -Service $server
            }
        }
        @{ Name = 'firmware of a maker, and a small drive that is full'; Check = 'single-update'; Sure = 'certain'; Cause = '*lack of space*'; Do = 'Make room*'; Prepare = {
                $windows.Cim['Win32_LogicalDisk'] = @([pscustomobject]@{ DeviceID = 'C:'; DriveType = 3; FreeSpace = [uint64] 1.4GB; Size = [uint64] 28.6GB })
                Add-Failure -Title 'FUJITSU CLIENT COMPUTING LIMITED - Firmware - 1.30.0.0' -Code 0x80070490
                Add-Failure -Title '2026-11 Cumulative Update for Windows 11, version 25H2 (KB5091234)' -Code 0x80070070
            }
        }
        @{ Name = 'a source that an MDM names without a server, and searches that are refused'; Check = 'update-policy'; Sure = 'likely'; Cause = '*0x8024500C*'; Do = 'Have whoever*'; Prepare = {
                $windows.Registry[$mobile] = @{ SetPolicyDrivenUpdateSourceForQualityUpdates = 1; SetPolicyDrivenUpdateSourceForFeatureUpdates = 1 }
                Add-FailedScan -Code '0x8024500c'
            }
        }
        @{ Name = 'a source that an MDM names without a server, which has no effect'; Check = $null; Prepare = { $windows.Registry[$mobile] = @{ SetPolicyDrivenUpdateSourceForQualityUpdates = 1 } } }
        @{ Name = 'delays of an MDM beside a server of Windows 10, with the way to Microsoft barred'; Check = 'update-policy'; Sure = 'likely'; Cause = '*DoNotConnectToWindowsUpdateInternetLocations 1*'; Do = 'Have whoever*'; Prepare = {
                Set-Version -Build '19045' -Edition 'Enterprise' -Name '22H2'
                Add-Server
                $windows.Registry[$policy].DoNotConnectToWindowsUpdateInternetLocations = 1
                $windows.Registry[$mobile] = @{ DeferQualityUpdatesPeriodInDays = 7 }
                Add-FailedScan -Code '0x8024500c'
            }
        }
        @{ Name = 'a server of an MDM in a closed network'; Check = $null; Prepare = { $windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://wsus.example:8530'; AllowUpdateService = 0 } } }
    ) { Assert-Cause -Case $_ }

    It 'by what its code needs, not by one advice for all: <Name>' -ForEach @(
        @{ Name = 'metadata that no handler can use'; Code = '0x80242006'; Reason = 'stale'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5098765*'; Do = '*-Check download-cache -Force*' }
        @{ Name = 'a search of a store that lacks what it names'; Code = '0x80248014'; Reason = 'stale'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5098765*'; Do = '*-Check download-cache -Force*' }
        @{ Name = 'a download that is no longer offered'; Code = '0x80246001'; Reason = 'stale'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5098765*'; Do = '*-Check download-cache -Force*' }
        @{ Name = 'a download that failed'; Code = '0x80240034'; Reason = 'stale'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5098765*'; Do = '*-Check download-cache -Force*' }
        @{ Name = 'an error that users met with a damaged store'; Code = '0x80070302'; Reason = 'suspect'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5098765*'; Do = '*-Check component-store -Force*over itself*' }
        @{ Name = 'an element that is missing'; Code = '0x80070490'; Reason = 'suspect'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5098765*'; Do = '*-Check component-store -Force*' }
        @{ Name = 'another installation'; Code = '0x80240016'; Reason = 'unnumbered'; Check = 'restart-pending'; Sure = 'possible'; Cause = '*another installation*'; Do = '*Restart (not Shut down)*' }
        @{ Name = 'the installer of another program'; Code = '0x80070652'; Reason = 'unnumbered'; Check = 'restart-pending'; Sure = 'possible'; Cause = '*another installation*'; Do = '*Restart (not Shut down)*' }
        @{ Name = 'nobody who is signed in'; Code = '0x80240020'; Reason = 'unnumbered'; Check = 'single-update'; Sure = 'likely'; Cause = '*signed in*'; Do = 'Sign in as an administrator*' }
        @{ Name = 'a person who may not load it'; Code = '0x80246017'; Reason = 'unnumbered'; Check = 'single-update'; Sure = 'likely'; Cause = '*signed in*'; Do = 'Sign in as an administrator*' }
        @{ Name = 'a root certificate that is not trusted'; Code = '0x800B0109'; Reason = 'unnumbered'; Check = 'tls-inspection'; Sure = 'possible'; Cause = '*certificate*'; Do = '*root certificates*TLS inspection*' }
        @{ Name = 'a signing certificate of WSUS that is not trusted'; Code = '0x800B0109'; Reason = 'unnumbered'; Check = 'update-server'; Sure = 'likely'; Cause = '*certificate of its update server*'; Do = 'Have the administrator*trusted publishers*'; Prepare = { Add-Server } }
        @{ Name = 'access that is denied'; Code = '0x80070005'; Reason = 'unnumbered'; Check = 'antivirus'; Sure = 'possible'; Cause = '*denied*'; Do = 'Restart*antivirus of another maker*CBS.log*' }
        @{ Name = 'a file in use'; Code = '0x80070020'; Reason = 'unnumbered'; Check = 'antivirus'; Sure = 'possible'; Cause = '*in use*'; Do = 'Restart*' }
        @{ Name = 'a drive that cannot be read'; Code = '0x8007045D'; Reason = 'unnumbered'; Check = 'disk-error'; Sure = 'possible'; Cause = '*drive could not be read*'; Do = 'Back up*chkdsk*' }
        @{ Name = 'a policy that is none of the usual ones'; Code = '0x8024500C'; Reason = 'unnumbered'; Check = 'update-policy'; Sure = 'likely'; Cause = '*0x8024500C*none of the usual*'; Do = 'Have whoever*' }
        @{ Name = 'a feature from a server that lacks it'; Code = '0x800F0954'; Reason = 'unnumbered'; Check = 'servicing-failure'; Sure = 'possible'; Cause = '*feature or language*'; Do = 'Have the administrator allow*optional components*'; Prepare = { Add-Server } }
        @{ Name = 'no room for what is unpacked'; Code = '0x800F0828'; Reason = 'no-space'; Check = 'single-update'; Sure = 'certain'; Cause = '*lack of space*'; Do = 'Make room*' }
        @{ Name = 'a store of downloads on a managed PC'; Code = '0x80246002'; Reason = 'stale'; Check = 'single-update'; Sure = 'possible'; Cause = '*KB5098765*'; Do = '*MS DM Server*-AllowManaged*-Check download-cache -Force*'; Prepare = {
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\{11111111-2222-3333-4444-555555555555}'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 }
            }
        }
    ) {
        $code = $Code
        $prepare = $_['Prepare']
        $case = $_.Clone()
        $case.Prepare = {
            if ($prepare) { . $prepare }
            Add-Failure -Title '2026-11 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5098765)' -Code $code
        }
        Assert-Cause -Case $case
        $report = Get-Report
        $found = $report.checks | Where-Object -Property id -EQ 'single-update'
        $found.status | Should -Be 'Problem'
        $found.reasonKey | Should -Be $Reason
        $found.hresults | Should -Be $Code
        $found.evidence.Updates | Should -Be "KB5098765 ($Code)"
        # Nobody is sent to the Catalog, in the list either.
        "$($found.reason) $($found.advice)" | Should -Not -Match 'catalog\.update'
        $report.answer.hresults | Should -Contain $Code
    }

    It 'and what cannot be repaired is not sent to a repair: <Name>' -ForEach @(
        @{ Name = 'alone'; Prepare = {} }
        @{ Name = 'behind a server'; Prepare = { Add-Server } }
        @{ Name = 'beside a code that proves damage'; Prepare = { Add-Failure -Title '2026-11 Update (KB5098765)' -Code 0x80073701 } }
    ) {
        . $Prepare
        $windows.ImageHealth = 'NonRepairable'
        $report = Get-Report
        $report.answer.check | Should -Be 'component-store'
        $report.answer.sure | Should -Be 'certain'
        $report.answer.cause | Should -BeLike '*repair install*'
        $report.answer.do | Should -BeLike '*setup.exe*keep files and apps*'
        $report.answer.forbids | Should -Be 'component-store'
        ($report.checks | Where-Object -Property id -EQ 'component-store').reasonKey | Should -Be 'store-lost'
        @($report.ranking | Where-Object { $_.repairable }).check | Should -Not -Contain 'component-store'
        ConvertTo-Json -InputObject @($report.answer; $report.checks | Where-Object -Property id -EQ 'component-store') -Depth 6 |
            Should -Not -Match 'RepairSource|-Check component-store'
    }

    It 'and extended updates are named to nobody who cannot have them: <Name>' -ForEach @(
        @{ Name = 'Windows 11 22H2 of an enterprise'; Build = '22621'; Edition = 'Enterprise'; Release = '22H2'; Reason = 'version-ended' }
        @{ Name = 'Windows 11 24H2 at home'; Build = '26100'; Edition = 'Core'; Release = '24H2'; Reason = 'version-ended' }
        @{ Name = 'Windows 10 21H2'; Build = '19044'; Edition = 'Professional'; Release = '21H2'; Reason = 'version-ended' }
        @{ Name = 'Windows 10 22H2, which can'; Build = '19045'; Edition = 'Professional'; Release = '22H2'; Reason = 'out-of-service' }
    ) {
        Set-Version -Build $Build -Edition $Edition -Name $Release -Revision 6000
        $report = Get-Report
        $report.answer.check | Should -Be 'os-current'
        $report.answer.sure | Should -Be 'likely'
        ($report.checks | Where-Object -Property id -EQ 'os-current').reasonKey | Should -Be $Reason
        "$($report.answer.do)" -match 'ESU' | Should -Be ($Reason -eq 'out-of-service')
        if ($Reason -eq 'version-ended') { $report.answer.do | Should -BeLike 'Take the feature update*' }
    }

    It 'and what comes before a repair is said with it: <Name>' -ForEach @(
        @{ Name = 'a restart'; First = 'restart-pending'; Before = 'Windows waits for a restart*'; Code = 13; Prepare = { $windows.Registry["$servicing\RebootPending"] = @{} } }
        @{ Name = 'a server of an organisation'; Before = '*http://wsus.example:8530*administrator*-AllowManaged*'; Code = 12; Prepare = { Add-Server } }
        @{ Name = 'a manager of devices'; Before = '*MS DM Server*administrator*-AllowManaged*'; Code = 12; Prepare = {
                $windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\{11111111-2222-3333-4444-555555555555}'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 }
            }
        }
        @{ Name = 'Configuration Manager'; Before = '*Configuration Manager*administrator*-AllowManaged*'; Code = 12; Prepare = { Add-SimulatedService -Windows $windows -Name 'CcmExec' } }
        @{ Name = 'a policy that forbids Windows Update'; First = 'update-server'; Before = '*DisableWindowsUpdateAccess*'; Code = 12; Prepare = { $windows.Registry[$policy] = @{ DisableWindowsUpdateAccess = 1 } } }
    ) {
        # The repair of a disabled service is what the guard refuses; the diagnosis has said so.
        $windows.Services.BITS.Start = 4
        . $Prepare
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Text' }
        $text = (Invoke-Subject -Subject $subject).Text
        if ($First) {
            # It is the answer itself, and nothing advises the repair that would be refused.
            $text[0] | Should -BeLike "*$Before*"
            $text -match '-Check bits-start-type' | Should -BeNullOrEmpty
        }
        else { $text[-1] | Should -BeLike "*$Before*-Check bits-start-type*" }
        $repair = Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'reset-components.ps1') -Windows $windows
        (Invoke-Subject -Subject $repair -Parameter @{ Check = 'bits-start-type' }).Code | Should -Be $Code
    }

    It 'with a server that an MDM names, and with what no repair brings back: <Name>' -ForEach @(
        @{ Name = 'a server of an MDM that is far away, beside one that a group policy left'; Check = 'update-server'; Sure = 'likely'; Cause = '*http://mobile.example:8530*does not answer*'; Do = 'Follow*'; Prepare = {
                $windows.Registry[$policy] = @{ WUServer = 'http://left.example:8530' }
                $windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://mobile.example:8530' }
                $windows.Network.Closed = @('mobile.example:8530')
                Add-FailedScan -Code '0x80072ee2' -Service $server
            }
        }
        @{ Name = 'a server of an MDM with a slash too many, in Japanese'; Check = 'update-server'; Sure = 'likely'; Cause = '*http://mobile.example:8530/*'; Do = 'Follow*'; Culture = 'ja-JP'; Prepare = {
                Set-Version -Build '26200' -Edition 'Enterprise' -Name '25H2'
                $windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://mobile.example:8530/' }
            }
        }
        @{ Name = 'a group policy that names no server, and an MDM that does'; Check = $null; Prepare = {
                $windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
                $windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://mobile.example:8530' }
            }
        }
        @{ Name = 'a store that cannot be mended from the server of an MDM'; Check = 'component-store'; Sure = 'certain'; Cause = '*http://mobile.example:8530*0x800F081F*'; Do = '*/Source:wim:*'; Prepare = {
                $windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://mobile.example:8530' }
                $windows.ImageHealth = 'Repairable'
            }
        }
        @{ Name = 'a server of an MDM that is overloaded, on ARM64'; Check = 'update-server'; Sure = 'likely'; Cause = '*0x80244022*'; Do = 'Change nothing*'; Prepare = {
                $windows.Registry[$mobile] = @{ UpdateServiceUrl = 'https://mobile.example:8531'; SetPolicyDrivenUpdateSourceForQualityUpdates = 1 }
                Add-FailedScan -Code '0x80244022' -Service $server
                Add-Failure -Title '2026-11 Cumulative Update for Windows 11, version 25H2 for arm64-based Systems (KB5099999)' -Code 0x80244022 -Service $server
            }
        }
        @{ Name = 'a closed network with a server of an MDM'; Check = $null; Prepare = {
                $windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://mobile.example:8530'; AllowUpdateService = 0 }
                $windows.Network.Closed = @('sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443', 'download.windowsupdate.com:80')
            }
        }
        @{ Name = 'Cryptographic Services that are gone'; Check = 'cryptsvc-start-type'; Sure = 'likely'; Cause = '*cryptsvc does not exist*media*'; Do = 'Follow*'; Beyond = 'cryptsvc-start-type'; Prepare = {
                $windows.Services.Remove('CryptSvc')
                Add-FailedScan -Code '0x80070424'
            }
        }
        @{ Name = 'a Server 2022 without Windows Modules Installer'; Check = 'trustedinstaller-start-type'; Sure = 'likely'; Cause = '*trustedinstaller does not exist*media*'; Do = 'Follow*'; Beyond = 'trustedinstaller-start-type'; Prepare = {
                Set-Version -Build '20348' -Edition 'ServerStandard' -Name '21H2' -Kind 'Server'
                $windows.Services.Remove('TrustedInstaller')
                Add-FailedScan -Code '0x80070424'
            }
        }
        @{ Name = 'a rule of the firewall for the service of updates, which no repair touches'; Check = 'updates-switched-off'; Sure = 'certain'; Cause = '*Out*'; Do = '*wf.msc*'; Beyond = 'updates-switched-off'; Prepare = {
                $windows.Registry["$services\SharedAccess\Parameters\FirewallPolicy\FirewallRules"] = @{
                    Out = 'v2.31|Action=Block|Active=TRUE|Dir=Out|Protocol=6|App=%SystemRoot%\system32\svchost.exe|Svc=wuauserv|Name=x|'
                }
            }
        }
        @{ Name = 'damage that CSI names by NTSTATUS, on Server 2022 in Japanese'; Check = 'component-store'; Sure = 'likely'; Cause = '*0x80073712*'; Do = '*-Force*'; Culture = 'ja-JP'; Prepare = {
                Set-Version -Build '20348' -Edition 'ServerStandard' -Name '21H2' -Kind 'Server'
                Add-Servicing -Code '0x80073712' -Line 'Error                 CSI    00000012@2026/11/30:01:02:03.123 (F) STATUS_SXS_COMPONENT_STORE_CORRUPT #123# from CCSDirectTransaction::OperateEnding at index 0 of 1 operations, disposition 2[gle=0xd015001a]'
            }
        }
        @{ Name = 'a manifest of which only the mark is left, on ARM64'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*KB5027397*'; Do = '*?q=KB5027397*'; Catalog = $true; Prepare = {
                Set-Version -Build '26200' -Edition 'Enterprise' -Name '25H2'
                Add-Servicing -Code '0x800f0831' -Line 'Info                  CBS    Mark store corruption flag because of package: package_for_kb5027397~31bf3856ad364e35~arm64~~26200.7171.1.0. [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]'
            }
        }
        @{ Name = 'a language feature of Japanese, on Server 2025'; Check = 'servicing-failure'; Sure = 'certain'; Cause = '*LanguageFeatures-OCR-ja-jp*'; Do = '*component store*'; Prepare = {
                Set-Version -Build '26100' -Edition 'ServerDatacenter' -Name '24H2' -Kind 'Server'
                Add-Servicing -Code '0x80073701' -Line 'Info                  CBS    Failed to pin deployment while resolving Update: Microsoft-Windows-LanguageFeatures-OCR-ja-jp-Package~31bf3856ad364e35~amd64~~10.0.26100.1742 from file: (null) [HRESULT = 0x80073701 - ERROR_SXS_ASSEMBLY_MISSING]'
            }
        }
    ) {
        Assert-Cause -Case $_
        # What its repair leaves as it is, no line of the report sends anybody to.
        if (-not $_['Beyond']) { return }
        $subject = Import-Subject -Path $diagnose -Windows $windows -Parameter @{ OutputFormat = 'Text' }
        $said = (Invoke-Subject -Subject $subject).Text -join "`n"
        $said | Should -Match 'does not exist|Out'
        $said | Should -Not -Match ([regex]::Escape("-Check $($_.Beyond)"))
    }

    It 'and each finding that is not in order says what a person can do, or where it stands' {
        $windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 11'; TargetReleaseVersionInfo = '23H2'; DisableWindowsUpdateAccess = 1 }
        Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value '0.0.0.0 fe2.update.microsoft.com'
        $windows.Registry["$servicing\RebootPending"] = @{}
        $windows.Cim['Win32_LogicalDisk'] = @([pscustomobject]@{ DeviceID = 'C:'; DriveType = 3; FreeSpace = 1GB; Size = 200GB })
        Add-Failure -Title '2026-11 Update (KB5099999)' -Code 0x80070643
        Add-Servicing -Code '0x800f0922' -Line 'Error                 CBS    Failed [HRESULT = 0x80070002 - X]'
        $subject = Import-Subject -Path $diagnose -Windows $windows
        $found = (Invoke-Subject -Subject $subject).Output | Where-Object { $_.Status -in 'Problem', 'Unknown' }
        $found.Count | Should -BeGreaterThan 6
        $repairable = (Get-SubjectCheck -Subject (Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'reset-components.ps1')) | Where-Object { $_.HasRepair }).Id
        $found | Where-Object { -not $_.Advice -and $_.Id -notin $repairable } | ForEach-Object { $_.Id } | Should -BeNullOrEmpty
    }
}
