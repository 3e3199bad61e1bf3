# Whole PCs: healthy ones, on which no check may find a problem, and such as public reports describe, on which the check
# that knows the cause must name it.
param([Parameter(Mandatory)] [string] $Folder)

BeforeAll {
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../../src/simulator/Subject.psm1') -Force
    Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath '../../src/simulator/SimulatedWindows.psm1') -Force -Scope Local
    . "$PSScriptRoot/Assert-Advice.ps1"
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
    $packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    $publicService = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'

    # The findings of all checks by id.
    function Get-AllFinding {
        param([string] $Script = 'diagnose')
        $subject = Import-Subject -Path (Join-Path -Path $Folder -ChildPath "$Script.ps1") -Windows $windows
        $found = @{}
        & $subject {
            param($found)
            $machine = Get-Machine
            foreach ($row in $script:Checks) { $found[$row.Id] = Invoke-Detection -Row $row -Machine $machine }
        } $found
        $found
    }

    function Assert-Healthy {
        $found = Get-AllFinding
        $found.Count | Should -BeGreaterThan 40
        $found.Keys | Where-Object { $found[$_].Status -eq 'Problem' } |
            ForEach-Object { "$_ $($found[$_].Reason): $($found[$_].Evidence | ConvertTo-Json -Compress -Depth 3)" } | Should -BeNullOrEmpty
        $subject = Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'diagnose.ps1') -Windows $windows -Parameter @{ OutputFormat = 'Json' }
        $report = (Invoke-Subject -Subject $subject).Output -join "`n" | ConvertFrom-Json
        $report.answer | Should -BeNullOrEmpty
        Assert-Advice -Report $report -Repair (Join-Path -Path $Folder -ChildPath 'reset-components.ps1') -Windows $windows
    }

    function Set-Version {
        param([string] $Build, [string] $Edition, [string] $Name, [int] $Revision = 4652, [string] $Kind = 'Client')
        $row = $windows.Registry[$version]
        $row.CurrentBuildNumber = $Build
        $row.EditionID = $Edition
        $row.DisplayVersion = $Name
        $row.UBR = $Revision
        $row.InstallationType = $Kind
        if ($Kind -ne 'Client') {
            $windows.Cim['Win32_OperatingSystem'].ProductType = 3
            # Servers have no list of antivirus software, and no System Restore.
            $windows.Cim.Remove('AntiVirusProduct')
            $windows.Cim.Remove('SystemRestore')
        }
    }

    # A cumulative update that was installed so many days ago.
    function Add-Rollup {
        param([int] $Days)
        $time = [int] [math]::Floor([datetime]::UtcNow.AddDays(-$Days).ToFileTimeUtc() / 4294967296)
        $windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9"] = @{ CurrentState = 112; InstallTimeHigh = $time }
    }

    function Add-Failure {
        param([string] $Title, [string] $Code, [string] $Service = $publicService)
        $windows.Events.Add(@{
                Log = 'System'; Provider = $client; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
                Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = $Title; errorCode = $Code; serviceGuid = $Service }
            })
    }

    function Add-FailedScan {
        param([string] $Code)
        $windows.Events.Add(@{
                Log = "$client/Operational"; Provider = $client; Id = 25; Time = [datetime]::UtcNow.AddHours(-2)
                Data = @{ serviceGuid = $publicService; errorCode = $Code }
            })
    }

    function Add-Server {
        param([string] $Url = 'http://wsus.example:8530')
        $windows.Registry[$policy] = @{ WUServer = $Url; WUStatusServer = $Url }
        $windows.Registry["$policy\AU"] = @{ UseWUServer = 1; AUOptions = 4 }
        $windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{ Services = @([pscustomobject]@{
                    ServiceID = '3da21691-e39d-4da6-8a4b-b43877bcb1b7'; IsDefaultAUService = $true; IsManaged = $true
                }) }
    }
}

Describe 'state' {
    BeforeEach {
        $windows = New-SimulatedWindows
        $usual = [cultureinfo]::CurrentCulture
        $windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{ Services = @([pscustomobject]@{
                    ServiceID = '9482f4b4-e343-43b6-b170-9a65bc822c77'; IsDefaultAUService = $true; IsManaged = $false
                }) }
        Add-SimulatedHistory -Windows $windows -Entry @(@{ Title = '2026-10 Cumulative Update (KB5090001)'; Code = 0; Days = 40 })
        $apps = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications'
        $windows.Registry[$apps] = @{}
        $windows.Registry["$apps\Microsoft.GetHelp_10.0_x64__8wekyb3d8bbwe"] = @{}
        Remove-Item -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log'
        $windows.Cim['Win32_DiskDrive'] = @()
        Add-Rollup -Days 12
    }

    AfterEach {
        [cultureinfo]::CurrentCulture = $usual
        Exit-SimulatedWindows
    }

    Context 'healthy' {
        It 'client at home' { Assert-Healthy }

        It 'client at home, Windows 11 Home' {
            Set-Version -Build '26200' -Edition 'Core' -Name '25H2'
            Assert-Healthy
        }

        It 'enterprise client of a domain' {
            Set-Version -Build '26200' -Edition 'Enterprise' -Name '25H2'
            $windows.Cim['Win32_ComputerSystem'] = [pscustomobject]@{ DomainRole = 1; PartOfDomain = $true; Domain = 'corp.example' }
            Assert-Healthy
        }

        It 'client of WSUS' {
            Set-Version -Build '26200' -Edition 'Enterprise' -Name '25H2'
            Add-Server
            Assert-Healthy
        }

        It 'client of Configuration Manager that loads from itself' {
            Set-Version -Build '26200' -Edition 'Enterprise' -Name '25H2'
            Add-Server -Url 'http://sup.example:8530'
            $windows.Registry[$policy].UpdateServiceUrlAlternate = 'http://localhost:8005'
            $windows.Registry["$policy\AU"].NoAutoUpdate = 1
            $windows.Services['CcmExec'] = $windows.Services['Spooler'].Clone()
            Assert-Healthy
        }

        It 'client of Intune with delays' {
            Set-Version -Build '26200' -Edition 'Enterprise' -Name '25H2'
            $windows.Registry[$mobile] = @{ DeferQualityUpdatesPeriodInDays = 7; DeferFeatureUpdatesPeriodInDays = 60; AllowAutoUpdate = 2; AllowUpdateService = 1 }
            Assert-Healthy
        }

        It 'client of Intune at its own version' {
            Set-Version -Build '26200' -Edition 'Enterprise' -Name '25H2'
            $windows.Registry[$mobile] = @{ TargetReleaseVersion = '25H2'; ProductVersion = 'Windows 11'; SetDisableUXWUAccess = 1 }
            Assert-Healthy
        }

        It 'sources by class, all four' {
            Set-Version -Build '26200' -Edition 'Enterprise' -Name '25H2'
            Add-Server
            foreach ($kind in 'Feature', 'Quality', 'Driver', 'Other') { $windows.Registry[$policy]["SetPolicyDrivenUpdateSourceFor${kind}Updates"] = 0 }
            $windows.Registry["$policy\AU"].UseUpdateClassPolicySource = 1
            Assert-Healthy
        }

        It 'LTSC 2021' {
            Set-Version -Build '19044' -Edition 'EnterpriseS' -Name '21H2' -Revision 6575
            Assert-Healthy
        }

        It 'LTSC 2024 for devices' {
            Set-Version -Build '26100' -Edition 'IoTEnterpriseS' -Name '24H2'
            Assert-Healthy
        }

        It 'Windows 10 with extended updates at home' {
            Set-Version -Build '19045' -Edition 'Core' -Name '22H2' -Revision 7100
            Assert-Healthy
        }

        It 'Server 2025' {
            Set-Version -Build '26100' -Edition 'ServerStandard' -Name '24H2' -Kind 'Server'
            Assert-Healthy
        }

        It 'Server 2019 behind WSUS, updated by hand' {
            Set-Version -Build '17763' -Edition 'ServerStandard' -Name '' -Revision 7900 -Kind 'Server'
            Add-Server
            Add-Rollup -Days 75
            $windows.Registry["$policy\AU"].NoAutoUpdate = 1
            Assert-Healthy
        }

        It 'Server 2016 without what came later' {
            Set-Version -Build '14393' -Edition 'ServerStandard' -Name '' -Revision 8500 -Kind 'Server Core'
            $windows.Services.UsoSvc.Start = 3
            $windows.Services.Remove('WaaSMedicSvc')
            $windows.Registry.Remove('HKLM:\SYSTEM\CurrentControlSet\Services\WaaSMedicSvc\Parameters')
            Assert-Healthy
        }

        It 'ARM64' {
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'].PROCESSOR_ARCHITECTURE = 'ARM64'
            $windows.Registry['HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor\0'] = @{ Identifier = 'ARMv8 (64-bit) Family 8 Model 1 Revision 201'; VendorIdentifier = 'Qualcomm Technologies Inc' }
            Assert-Healthy
        }

        It 'Japanese' {
            [cultureinfo]::CurrentCulture = 'ja-JP'
            $windows.IsForeign = $true
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\S-1-5-21-1-2-3-1001'] = @{ ProfileImagePath = "C:\Users\$([char] 0x4F50)$([char] 0x85E4)"; State = 0 }
            $null = New-Item -Path "C:\Users\$([char] 0x4F50)$([char] 0x85E4)" -ItemType Directory
            Assert-Healthy
        }

        It 'German' {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $windows.IsForeign = $true
            Assert-Healthy
        }

        It 'Turkish' {
            [cultureinfo]::CurrentCulture = 'tr-TR'
            $windows.IsForeign = $true
            Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value '127.0.0.1 localhost', '0.0.0.0 ads.example'
            Assert-Healthy
        }

        It 'notebook on a mobile network, with Secure Boot and its new certificates' {
            $windows.Commands['Get-NetAdapter'] = {
                [pscustomobject]@{ InterfaceDescription = 'Mobile Connect'; InterfaceType = 243; InterfaceOperationalStatus = 1; InterfaceGuid = '{11111111-2222-3333-4444-555555555555}' }
            }
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ '4G' = 2; Ethernet = 1; WiFi = 1 }
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State'] = @{ UEFISecureBootEnabled = 1 }
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\Servicing'] = @{ UEFICA2023Status = 'Updated'; UEFICA2023Error = 0 }
            Assert-Healthy
        }

        It 'only apps of the Store fail, and a download was cancelled' {
            Add-Failure -Title '9WZDNCRFJBMP-MICROSOFT.WINDOWSSTORE' -Code '0x80073d02' -Service '{855E8A7C-ECB4-4CA3-B045-1DFA50104289}'
            Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code '0x8024000b'
            Assert-Healthy
        }

        It 'closed network with a server of its own' {
            Set-Version -Build '26200' -Edition 'Enterprise' -Name '25H2'
            Add-Server -Url 'http://wsus.city.example:8530'
            $windows.Registry[$policy].DoNotConnectToWindowsUpdateInternetLocations = 1
            # Nothing answers but that server.
            $windows.Network.Unresolved = @('sls.update.microsoft.com', 'fe2.update.microsoft.com', 'fe3cr.delivery.mp.microsoft.com', 'download.windowsupdate.com', 'dl.delivery.mp.microsoft.com')
            foreach ($url in 'http://www.msftconnecttest.com/connecttest.txt', 'http://connectivitycheck.gstatic.com/generate_204', 'http://detectportal.firefox.com/success.txt') { $windows.Network.Dates[$url] = $null }
            $found = Get-AllFinding
            foreach ($id in 'clock', 'internet-connection', 'hosts-file', 'update-server', 'update-policy') { $found[$id].Status | Should -Be 'Ok' -Because $id }
            Assert-Healthy
        }
    }

    Context 'reported' {
        It 'the recovery partition is too small' {
            Add-Failure -Title '2024-12 Windows Recovery Environment Update (KB5048239)' -Code '0x80070643'
            $windows.Events.Add(@{
                    Log = 'System'; Provider = 'Microsoft-Windows-WinREAgent'; Id = 4502; Time = [datetime]::UtcNow.AddHours(-5)
                    Data = @{ ErrorPhase = '2'; Errorcode = '-2147024784' }
                })
            $found = Get-AllFinding
            $found['boot-partition'].Reason | Should -Be 'recovery-small'
            $found['component-store'].Status | Should -Be 'Ok'
        }

        It 'the boot partition is full' {
            Add-Failure -Title '2026-05 Cumulative Update for Windows 11, version 25H2 (KB5089549)' -Code '0x800f0922'
            $day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
            Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value "$day 10:00:00, Info                  CBS    ServicingBootFiles failed. Error = 0x70"
            (Get-AllFinding)['boot-partition'].Reason | Should -Be 'boot-full'
        }

        It 'a privacy tool disabled Delivery Optimization' {
            $windows.Services.DoSvc.Start = 4
            Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code '0x80004002'
            $found = Get-AllFinding
            $found['dosvc-start-type'].Status | Should -Be 'Problem'
            $found['updates-switched-off'].Reason | Should -Be 'one-service'
        }

        It 'a service has nothing to load' {
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\wuauserv\Parameters'] = @{ ServiceMain = 'WUServiceMain' }
            $windows.Services.wuauserv.RefusesStart = $true
            Add-FailedScan -Code '0x800700a1'
            $found = Get-AllFinding
            $found['updates-switched-off'].Status | Should -Be 'Problem'
            $found['updates-switched-off'].Evidence.Files | Should -Contain 'wuauserv ServiceDll='
        }

        It 'a tweak tool switched updates off; one run brings the services back, and the policies are still named' {
            foreach ($name in 'wuauserv', 'BITS', 'UsoSvc', 'WaaSMedicSvc', 'DoSvc') {
                $windows.Services[$name].Start = 4
                $windows.Services[$name].Status = 'Stopped'
            }
            $windows.Registry[$policy] = @{}
            $windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1; AUOptions = 1 }
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\DeliveryOptimization\Config'] = @{ DODownloadMode = 0 }
            $found = (Get-AllFinding)['updates-switched-off']
            $found.Reason | Should -Be 'switched-off'
            $found.Evidence.Tool | Should -Be 'WinUtil'
            $found.Evidence.Services.Count | Should -Be 5
            $found.Evidence.Policies | Should -Be 'NoAutoUpdate', 'AUOptions'
            $found.Evidence.Traces[0] | Should -Be 'WinUtil'
            $subject = Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'reset-components.ps1') -Windows $windows
            $run = Invoke-Subject -Subject $subject -Parameter @{ Check = 'updates-switched-off' }
            $run.Code | Should -BeIn 0, 3010
            foreach ($name in 'wuauserv', 'BITS', 'UsoSvc', 'WaaSMedicSvc', 'DoSvc') { $windows.Services[$name].Start | Should -Not -Be 4 }
            $windows.Registry["$policy\AU"].NoAutoUpdate | Should -Be 1
            $found = Get-AllFinding
            $found['updates-switched-off'].Reason | Should -Be 'by-policy'
            $found['update-policy'].Reason | Should -Be 'automatic-off'
        }

        It 'a tool renamed the files that services load' {
            foreach ($file in 'wuaueng', 'WaaSMedicSvc') { Rename-Item -LiteralPath "C:\Windows\System32\$file.dll" -NewName "${file}_BAK.dll" }
            $found = (Get-AllFinding)['updates-switched-off']
            $found.Status | Should -Be 'Problem'
            $found.Evidence.Tool | Should -Be 'Windows Update Disabler'
            $found.Evidence.Files | Should -Contain 'wuaueng_BAK.dll'
        }

        It 'tasks, rules of the firewall, a pause of decades and hosts are gathered' {
            $windows.Commands['Get-ScheduledTask'] = {
                param($TaskPath, $TaskName)
                [pscustomobject]@{ TaskPath = $TaskPath; TaskName = $TaskName; State = if ($TaskName -eq 'Schedule Scan') { 'Disabled' } else { 'Ready' } }
            }
            $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules'] = @{
                '{1}' = 'v2.31|Action=Block|Active=TRUE|Dir=Out|App=%SystemRoot%\System32\svchost.exe|Svc=wuauserv|Name=No updates|'
                '{2}' = 'v2.31|Action=Block|Active=FALSE|Dir=Out|Svc=BITS|Name=Off|'
                '{3}' = 'v2.31|Action=Allow|Active=TRUE|Dir=Out|Svc=DoSvc|Name=Delivery|'
            }
            $windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{ PauseUpdatesExpiryTime = '2099-12-31T00:00:00Z' }
            Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value '0.0.0.0 fe2.update.microsoft.com'
            $found = Get-AllFinding
            $found['updates-switched-off'].Status | Should -Be 'Problem'
            $found['updates-switched-off'].Evidence.Others | Should -Be 'PauseUpdatesExpiryTime=2099-12-31T00:00:00Z', '\Microsoft\Windows\UpdateOrchestrator\Schedule Scan', 'FirewallRules\{1}', 'hosts (1)'
            $found['update-policy'].Reason | Should -Be 'paused-long'
        }

        It 'a script in a file names the proxy of a branch office' {
            $windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'].AutoConfigURL = 'file://C:/proxy/proxy.pac'
            $windows.Network.Online = $false
            Add-FailedScan -Code '0x8024402c'
            (Get-AllFinding)['proxy'].Reason | Should -Be 'file-script'
        }

        It 'two scanners are active while an upgrade fails' {
            $windows.Cim['AntiVirusProduct'] = @(foreach ($path in 'Program Files\Trend Micro\Titanium\uiWinMgr.exe', 'Program Files\ESET\ESET Security\ecmds.exe') {
                    $null = New-Item -Path "C:\$path" -ItemType File -Force
                    [pscustomobject]@{ displayName = $path.Split('\')[1]; instanceGuid = [guid]::NewGuid().ToString('B'); pathToSignedProductExe = "C:\$path"; productState = [uint32] 266240 }
                })
            Add-Failure -Title 'Windows 11, version 25H2' -Code '0xc1900101'
            $found = (Get-AllFinding)['antivirus']
            $found.Reason | Should -Be 'several'
            $found.Evidence.Removers | Should -Be 'Trend Micro Diagnostic Toolkit', 'ESET Uninstaller'
        }

        It 'item 29 says of a failed upgrade what 25 and 27 say' {
            Add-Failure -Title 'Feature update to Windows 11, version 25H2' -Code '0x8007001f'
            $found = Get-AllFinding
            $found['event-log'].Status | Should -Be 'Problem'
            $found['legacy-usb'].Reason | Should -Be 'look'
            $found['setup-update'].Reason | Should -Be 'not-recorded'
        }

        It 'a repair waits for the restart that servicing waits for' {
            $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
            $windows.Registry["$servicing\RebootPending"] = @{}
            $windows.Registry["$servicing\PackagesPending"] = @{}
            (Get-Item -LiteralPath 'C:\Windows\SoftwareDistribution\DataStore\DataStore.edb').CreationTimeUtc = [datetime]::UtcNow.AddDays(-40)
            Add-Failure -Title '2026-11 Cumulative Update (KB5099999)' -Code '0x8024200D'
            $subject = Import-Subject -Path (Join-Path -Path $Folder -ChildPath 'reset-components.ps1') -Windows $windows
            (Invoke-Subject -Subject $subject -Parameter @{ Check = 'download-cache' }).Code | Should -Be 13
            Test-Path -LiteralPath 'C:\Windows\SoftwareDistribution\DataStore\DataStore.edb' | Should -BeTrue
        }
    }
}
