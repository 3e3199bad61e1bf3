# A Windows made of one hashtable. Its commands replace those that the emitted scripts call, and the few functions of
# their runtime that reach past commands: programs, sockets, accounts, access control. See README.md for the state.

Set-StrictMode -Version 3.0

# On Windows the drive C is taken, so the simulated one gets another letter there.
$script:Letter = if ($PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows) { 'Q' } else { 'C' }
$script:Protected = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'
$script:Inherited = 'O:BAG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)'
$script:Ordinary = 'O:BAG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)' +
    '(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)'
# Of the person signed in, and what that person's profile gives to what is made in it.
$script:OwnSid = 'S-1-5-21-1-2-3-1001'
$script:Own = "O:$script:OwnSid`G:$script:OwnSid`D:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;FA;;;$script:OwnSid)"
$script:Catalog = 'HKLM:\SYSTEM\CurrentControlSet\Services\WinSock2\Parameters\Protocol_Catalog9\Catalog_Entries64'
# What tools say around their numbers where Windows speaks German, Japanese or Turkish, with words that would mislead whoever
# looks for English ones: "inconsistent", "error", "stopped", "failed".
$script:ForeignLines = @(
    'Der Windows-Ressourcenschutz hat keine Integrit\u00e4tsverletzungen gefunden. STATUS: GESTOPPT, nicht inkonsistent'
    'FEHLER 5: Zugriff verweigert. FAILED 1060 0x80240017'
    '\u6307\u5b9a\u3055\u308c\u305f\u30b5\u30fc\u30d3\u30b9\u306f\u3001\u30a4\u30f3\u30b9\u30c8\u30fc\u30eb\u3055\u308c\u305f\u30b5\u30fc\u30d3\u30b9\u3068\u3057\u3066\u5b58\u5728\u3057\u307e\u305b\u3093\u3002 STOPPED'
    'Hizmet durdurulamad\u0131. \u0130\u015flem ba\u015far\u0131s\u0131z: error, no error, completed'
) | ForEach-Object { [regex]::Unescape($_) }
$script:EnvironmentNames = 'SystemRoot', 'SystemDrive', 'ProgramData', 'ProgramFiles', 'windir', 'LOCALAPPDATA'

if (-not ('Mendsheet.Simulation.Provider' -as [type])) {
    $splatCode = @{ Path = 'SimulatedRegistry.cs', 'SimulatedSecurity.cs', 'SimulatedEvents.cs' | ForEach-Object { Join-Path -Path $PSScriptRoot -ChildPath $_ } }
    if ($PSVersionTable.PSVersion.Major -lt 6) { $splatCode.ReferencedAssemblies = 'System.Core' }
    # Compiling takes longer than all else here. Whoever starts many of these has compiled it once, with this PowerShell.
    if ($env:MENDSHEET_SIMULATOR) { $splatCode = @{ Path = $env:MENDSHEET_SIMULATOR } }
    Add-Type @splatCode
}
Import-Module -Assembly ([Mendsheet.Simulation.Provider].Assembly) -Global

. (Join-Path -Path $PSScriptRoot -ChildPath 'SimulatedEvents.ps1')

#region Making and comparing

# Rights as services have them unless they were given others.
$script:Security = 'D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)(A;;CCLCSWLOCRRC;;;IU)' +
    '(A;;CCLCSWLOCRRC;;;SU)S:(AU;FA;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;WD)'

function New-Service {
    param([string] $Status, [int] $Start, [switch] $Delayed, [switch] $Trigger, [switch] $Driver, [string[]] $DependsOn = @(), [string] $Security = $script:Security)
    @{
        Status = $Status; Start = $Start; Delayed = [bool] $Delayed; Trigger = [bool] $Trigger; Driver = [bool] $Driver
        DependsOn = $DependsOn; Security = $Security
    }
}

# A service that only some PCs have, healthy and stopped; one that is there already stays as it is. For recipes about
# services, which are tried with whatever service a check names.
function Add-SimulatedService {
    param([Parameter(Mandatory)] [hashtable] $Windows, [Parameter(Mandatory)] [string] $Name)
    if ($Windows.Services.Keys -notcontains $Name) { $Windows.Services[$Name] = New-Service -Status Stopped -Start 3 }
}

# An entry of the Winsock catalogue: a path of 260 bytes, then a structure with the address family.
function New-CatalogItem {
    param([string] $Path, [int] $Family)
    $bytes = [byte[]]::new(888)
    [Text.Encoding]::ASCII.GetBytes($Path).CopyTo($bytes, 0)
    [BitConverter]::GetBytes($Family).CopyTo($bytes, 336)
    , $bytes
}

function Get-HealthyCatalog {
    $number = 0
    foreach ($family in 2, 23, 32) {
        $number++
        @{ Name = '{0:D12}' -f $number; Item = New-CatalogItem -Path '%SystemRoot%\System32\mswsock.dll' -Family $family }
    }
}

# The history of updates as its COM class gives it, newest first. Entry: { Title, Code (0 is success), Days (ago) } and,
# where they matter, Operation, ResultCode and ServiceID.
function Add-SimulatedHistory {
    param([Parameter(Mandatory)] [hashtable] $Windows, [AllowEmptyCollection()] [hashtable[]] $Entry = @())
    $entries = foreach ($one in $Entry | Sort-Object -Property { $_.Days }) {
        $all = @{
            Operation  = 1
            ResultCode = if ($one.Code -eq 0) { 2 } else { 4 }
            ServiceID  = '9482f4b4-e343-43b6-b170-9a65bc822c77'
        }
        foreach ($name in $one.Keys) { $all[$name] = $one[$name] }
        $all.HResult = $all.Code
        $all.Date = [datetime]::UtcNow.AddDays(-$one.Days)
        [pscustomobject]$all
    }
    $searcher = [pscustomobject]@{ Entries = @($entries) } |
        Add-Member -PassThru -MemberType ScriptMethod -Name GetTotalHistoryCount -Value { $this.Entries.Count } |
        Add-Member -PassThru -MemberType ScriptMethod -Name QueryHistory -Value {
            param($from, $count)
            if ($count -lt 1 -or $count -gt $this.Entries.Count) { throw 'WU_E_INVALIDINDEX' }
            $this.Entries | Select-Object -Skip $from -First $count
        }
    $Windows.Com['Microsoft.Update.Session'] = [pscustomobject]@{ Searcher = $searcher } |
        Add-Member -PassThru -MemberType ScriptMethod -Name CreateUpdateSearcher -Value { $this.Searcher }
}

# A healthy Windows 11 client, on which nothing was repaired yet. Root holds the files of its system drive.
function New-SimulatedWindows {
    param(
        [string] $Root = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid())"),
        [switch] $KeepFiles
    )
    $windows = @{
        Root        = $Root
        Drive       = "${script:Letter}:"
        Services    = @{
            wuauserv         = New-Service -Status Stopped -Start 3 -Trigger -DependsOn 'RpcSs' -Security (
                'D:(A;;CCLCSWRPLORC;;;AU)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)' +
                'S:(AU;FA;CCDCLCSWRPWPDTLOSDRCWDWO;;;WD)')
            BITS             = New-Service -Status Running -Start 2 -Delayed -DependsOn 'RpcSs' -Security (
                'D:(A;CI;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)' +
                '(A;;CCLCSWLOCRRC;;;IU)(A;;CCLCSWLOCRRC;;;SU)')
            UsoSvc           = New-Service -Status Running -Start 2 -Delayed -DependsOn 'RpcSs'
            DoSvc            = New-Service -Status Running -Start 2 -Delayed -Trigger -DependsOn 'RpcSs'
            CryptSvc         = New-Service -Status Running -Start 2 -DependsOn 'RpcSs'
            W32Time          = New-Service -Status Stopped -Start 3 -Trigger
            WaaSMedicSvc     = New-Service -Status Stopped -Start 3 -DependsOn 'RpcSs'
            TrustedInstaller = New-Service -Status Stopped -Start 3
            msiserver        = New-Service -Status Stopped -Start 3 -DependsOn 'RpcSs'
            # What depends on CryptSvc on Windows 11 25H2; the second one is a driver.
            AppIDSvc         = New-Service -Status Running -Start 3 -Trigger -DependsOn 'CryptSvc', 'RpcSs'
            applockerfltr    = New-Service -Status Running -Start 3 -DependsOn 'CryptSvc' -Driver
            IsolationSession = New-Service -Status Running -Start 3 -DependsOn 'CryptSvc'
            MpsSvc           = New-Service -Status Running -Start 2 -DependsOn 'BFE'
            BFE              = New-Service -Status Running -Start 2 -DependsOn 'RpcSs'
            EventLog         = New-Service -Status Running -Start 2
            RpcSs            = New-Service -Status Running -Start 2
            Winmgmt          = New-Service -Status Running -Start 2 -DependsOn 'RpcSs'
            Schedule         = New-Service -Status Running -Start 2 -DependsOn 'RpcSs'
            Dnscache         = New-Service -Status Running -Start 2 -Trigger
            Dhcp             = New-Service -Status Running -Start 2
            NlaSvc           = New-Service -Status Running -Start 3 -DependsOn 'Dhcp'
            Spooler          = New-Service -Status Running -Start 2 -DependsOn 'RpcSs'
            wlidsvc          = New-Service -Status Stopped -Start 3 -Trigger -DependsOn 'RpcSs'
        }
        Registry    = @{
            'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Version'   = @{
                '10.0.26100.1738' = 'C:\Windows\WinSxS\amd64_microsoft-windows-servicingstack'
                '10.0.26100.7010' = 'C:\Windows\WinSxS\amd64_microsoft-windows-servicingstack'
            }
            'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'                                   = @{
                CurrentBuildNumber = '26200'
                UBR                = 4652
                EditionID          = 'Professional'
                InstallationType   = 'Client'
                DisplayVersion     = '25H2'
                InstallDate        = 1735689600
            }
            'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore'                     = @{ RPSessionInterval = 1 }
            'HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor\0'                                = @{
                Identifier       = 'Intel64 Family 6 Model 154 Stepping 3'
                VendorIdentifier = 'GenuineIntel'
                '~MHz'           = 2496
            }
            'HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor\1'                                = @{}
            'HKLM:\HARDWARE\DESCRIPTION\System\BIOS'                                             = @{ SystemProductName = 'Contoso 14' }
            'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\S-1-5-18'              = @{ State = 0 }
            'HKLM:\SYSTEM\CurrentControlSet\Control\Nls\Language'                                = @{ InstallLanguage = '0409' }
            'HKLM:\SYSTEM\CurrentControlSet\Control'                                             = @{ PEFirmwareType = 2 }
            'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'                               = @{}
            'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'                         = @{ HiberbootEnabled = 0 }
            'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'                   = @{
                PROCESSOR_ARCHITECTURE = 'AMD64'
            }
            'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters'                           = @{
                Type      = 'NTP'
                NtpServer = 'time.windows.com,0x9'
            }
            # What these load, by names of Windows 10 and 11; a text with a variable.
            'HKLM:\SYSTEM\CurrentControlSet\Services\wuauserv\Parameters'                          = @{ ServiceDll = @{ Expand = '%SystemRoot%\System32\wuaueng.dll' } }
            'HKLM:\SYSTEM\CurrentControlSet\Services\BITS\Parameters'                              = @{ ServiceDll = @{ Expand = '%SystemRoot%\System32\qmgr.dll' } }
            'HKLM:\SYSTEM\CurrentControlSet\Services\UsoSvc\Parameters'                            = @{ ServiceDll = @{ Expand = '%SystemRoot%\System32\usosvc.dll' } }
            'HKLM:\SYSTEM\CurrentControlSet\Services\DoSvc\Parameters'                             = @{ ServiceDll = @{ Expand = '%SystemRoot%\System32\dosvc.dll' } }
            'HKLM:\SYSTEM\CurrentControlSet\Services\WaaSMedicSvc\Parameters'                      = @{ ServiceDll = @{ Expand = '%SystemRoot%\System32\WaaSMedicSvc.dll' } }
            'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'            = @{}
            'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'   = @{}
            'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update'            = @{}
            'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Services\Pending'       = @{}
            'HKLM:\SOFTWARE\Microsoft\Enrollments'                                                 = @{}
            'HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'                    = @{ ProxyEnable = 0 }
        }
        Events      = New-SimulatedEventList
        LogErrors   = @{}
        MissingLogs = @()
        Cim         = @{
            Win32_OperatingSystem             = [pscustomobject]@{
                LastBootUpTime = [datetime]::Now.AddHours(-5)
                ProductType    = 1
                BuildNumber    = '26200'
            }
            Win32_ComputerSystem              = [pscustomobject]@{ DomainRole = 0; PartOfDomain = $false }
            Win32_LogicalDisk                 = @([pscustomobject]@{
                    DeviceID  = "${script:Letter}:"
                    DriveType = 3
                    FreeSpace = 80GB
                    Size      = 256GB
                })
            Win32_Battery                     = @()
            Win32_QuickFixEngineering         = @()
            SystemRestore                     = @([pscustomobject]@{
                    SequenceNumber = [uint32] 7
                    CreationTime   = [datetime]::UtcNow.AddDays(-3).ToString('yyyyMMddHHmmss') + '.000000-000'
                })
            Win32_Service                     = @([pscustomobject]@{
                    Name        = 'wuauserv'
                    DisplayName = 'Windows Update'
                    PathName    = 'C:\Windows\system32\svchost.exe -k netsvcs -p'
                    State       = 'Running'
                })
            AntiVirusProduct                  = @([pscustomobject]@{
                    displayName            = 'Windows Defender'
                    instanceGuid           = '{D68DDC3A-831F-4fae-9E44-DA132C1ACF46}'
                    pathToSignedProductExe = 'windowsdefender://'
                    productState           = [uint32] 397568
                })
            Win32_EncryptableVolume           = @([pscustomobject]@{ DriveLetter = "${script:Letter}:"; ProtectionStatus = [uint32] 0 })
            Win32_OptionalFeature             = @([pscustomobject]@{ Name = 'MediaPlayback'; InstallState = [uint32] 1 })
            Win32_PhysicalMemory              = @([pscustomobject]@{ Capacity = [uint64] 8GB }, [pscustomobject]@{ Capacity = [uint64] 8GB })
            # The two partitions without a letter, as sizes of an installation of 25H2.
            MSFT_Partition                    = @(
                [pscustomobject]@{ GptType = '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}'; DriveLetter = [char] $script:Letter; DiskNumber = 0; AccessPaths = @("${script:Letter}:\") }
                [pscustomobject]@{ GptType = '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}'; DriveLetter = [char] 0; DiskNumber = 0; AccessPaths = @('\\?\Volume{00000000-0000-0000-0000-000000000001}\') }
                [pscustomobject]@{ GptType = '{de94bba4-06d1-4d40-a16a-bfd50179d6ac}'; DriveLetter = [char] 0; DiskNumber = 0; AccessPaths = @('\\?\Volume{00000000-0000-0000-0000-000000000002}\') })
            MSFT_Volume                       = @(
                [pscustomobject]@{ Path = '\\?\Volume{00000000-0000-0000-0000-000000000001}\'; Size = [uint64] 200MB; SizeRemaining = [uint64] 160MB }
                [pscustomobject]@{ Path = '\\?\Volume{00000000-0000-0000-0000-000000000002}\'; Size = [uint64] 750MB; SizeRemaining = [uint64] 270MB })
            Win32_Tpm                         = @([pscustomobject]@{ SpecVersion = '2.0, 0, 1.38' })
            SoftwareLicensingProduct          = {
                param($Filter)
                # Without these two the real class answers with hundreds of editions, after a minute.
                foreach ($part in 'ApplicationID=', 'PartialProductKey IS NOT NULL') {
                    if ("$Filter" -notlike "*$part*") { throw "The licences are asked for without $part" }
                }
                [pscustomobject]@{
                    Description          = 'Windows(R) Operating System, OEM_DM channel'
                    LicenseStatus        = [uint32] 1
                    LicenseStatusReason  = [uint32] 1074066433
                    GracePeriodRemaining = [uint32] 0
                }
            }
            Win32_NetworkAdapterConfiguration = @([pscustomobject]@{
                    Description      = 'Ethernet'
                    IPEnabled        = $true
                    IPAddress        = @('192.0.2.10', 'fe80::1234')
                    DefaultIPGateway = @('192.0.2.1')
                })
        }
        Processes   = @('explorer', 'svchost')
        CimMethods  = @{ 'SystemRestore.CreateRestorePoint' = { [pscustomobject]@{ ReturnValue = [uint32] 0 } } }
        Given       = $null
        ImageHealth = 'Healthy'
        Tools       = @{}
        ToolCalls   = [Collections.Generic.List[string]]::new()
        Network     = @{
            Online = $true; Rate = 50e6; Closed = @(); Unresolved = @(); Dates = @{}
            Issuer = 'CN=Microsoft Update Secure Server CA 2.1, O=Microsoft Corporation, L=Redmond, S=Washington, C=US'
        }
        ClockOffset = [timespan]::Zero
        Account     = @{ Kind = 'user'; Elevated = $true }
        Com         = @{}
        Commands    = @{
            'Get-BitsTransfer'               = {}
            'Get-DeliveryOptimizationStatus' = {}
            'Get-NetAdapter'                 = {
                [pscustomobject]@{ InterfaceDescription = 'Ethernet'; InterfaceType = 6; InterfaceOperationalStatus = 1 }
            }
        }
        Holds       = @{}
        IsForeign   = $false
        Acl         = @{}
        Transcripts = [Collections.Generic.List[string]]::new()
        Slept       = [double] 0
    }
    foreach ($entry in Get-HealthyCatalog) { $windows.Registry["$script:Catalog\$($entry.Name)"] = @{ PackedCatalogItem = $entry.Item } }
    $files = if ($KeepFiles) { @() } else { Get-HealthyFile }
    foreach ($file in $files) {
        $path = [IO.Path]::Combine($Root, $file.Replace('\', [IO.Path]::DirectorySeparatorChar))
        $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($path))
        $content = if ($file -like '*\ReAgent.xml') { '<WindowsRE><InstallState state="1"/></WindowsRE>' } else { $file }
        [IO.File]::WriteAllText($path, $content)
    }
    Enter-SimulatedWindows -Windows $windows
    $windows
}

function Get-HealthyFile {
    @(
        'Windows\SoftwareDistribution\DataStore\DataStore.edb'
        'Windows\SoftwareDistribution\Download\update.cab'
        'Windows\SoftwareDistribution\ReportingEvents.log'
        'Windows\System32\catroot2\edb.log'
        'Windows\System32\sc.exe'
        'Windows\System32\mswsock.dll'
        'Windows\System32\wuaueng.dll'
        'Windows\System32\qmgr.dll'
        'Windows\System32\usosvc.dll'
        'Windows\System32\dosvc.dll'
        'Windows\System32\WaaSMedicSvc.dll'
        'Windows\System32\drivers\etc\hosts'
        'Windows\System32\ntoskrnl.exe'
        'Windows\System32\Recovery\ReAgent.xml'
        'Windows\Logs\CBS\CBS.log'
        'Windows\Temp\.keep'
        'Program Files\.keep'
        'ProgramData\Microsoft\.keep'
        'Users\anna\AppData\Local\.keep'
        'ProgramData\Microsoft\Network\Downloader\qmgr.db'
        'ProgramData\Microsoft\Network\Downloader\qmgr.jfm'
        'ProgramData\Microsoft\Network\Downloader\edb00001.log'
    )
}

# Puts a state in place of this machine: drives, environment and the stubs below follow it.
function Enter-SimulatedWindows {
    param([Parameter(Mandatory)] [hashtable] $Windows)
    $script:Windows = $Windows
    $script:Environment = @{}
    foreach ($name in $script:EnvironmentNames) { $script:Environment[$name] = [Environment]::GetEnvironmentVariable($name) }
    $env:SystemDrive = $Windows.Drive
    $env:SystemRoot = $env:windir = "$($Windows.Drive)\Windows"
    $env:ProgramData = "$($Windows.Drive)\ProgramData"
    $env:ProgramFiles = "$($Windows.Drive)\Program Files"
    $env:LOCALAPPDATA = "$($Windows.Drive)\Users\anna\AppData\Local"
    [Mendsheet.Simulation.Provider]::Keys = $Windows.Registry
    [Mendsheet.Simulation.Provider]::Services = $Windows.Services
    foreach ($hive in 'HKLM', 'HKCU') {
        Remove-PSDrive -Name $hive -Scope Global -Force -ErrorAction Ignore
        $null = New-PSDrive -Name $hive -PSProvider SimulatedRegistry -Root '' -Scope Global
    }
    Remove-PSDrive -Name $script:Letter -Scope Global -Force -ErrorAction Ignore
    $null = New-PSDrive -Name $script:Letter -PSProvider FileSystem -Root $Windows.Root -Scope Global
}

function Exit-SimulatedWindows {
    param([switch] $KeepFiles)
    foreach ($name in 'HKLM', 'HKCU', $script:Letter) { Remove-PSDrive -Name $name -Scope Global -Force -ErrorAction Ignore }
    foreach ($name in $script:EnvironmentNames) { [Environment]::SetEnvironmentVariable($name, $script:Environment[$name]) }
    if (-not $KeepFiles) { [IO.Directory]::Delete($script:Windows.Root, $true) }
}

# Keeps what outlives a process beside the files of the system drive, and takes it up again.
function Save-SimulatedWindows {
    $lasting = @{}
    foreach ($name in 'Services', 'Registry', 'Acl', 'ClockOffset') { $lasting[$name] = $script:Windows[$name] }
    Export-Clixml -LiteralPath "$($script:Windows.Root).xml" -InputObject $lasting -Depth 5
}

function Restore-SimulatedWindows {
    param([Parameter(Mandatory)] [string] $Root)
    $windows = New-SimulatedWindows -Root $Root -KeepFiles
    $lasting = Import-Clixml -LiteralPath "$Root.xml"
    foreach ($name in $lasting.Keys) { $windows[$name] = $lasting[$name] }
    Enter-SimulatedWindows -Windows $windows
    $windows
}

# The state at one moment, to be brought back later: what a power cut would leave.
function Copy-SimulatedWindows {
    $copy = @{ Tables = @{}; Files = @{}; Folders = @() }
    foreach ($name in 'Services', 'Registry', 'Acl', 'Holds') {
        $copy.Tables[$name] = @{}
        foreach ($key in $script:Windows[$name].Keys) {
            $value = $script:Windows[$name][$key]
            $inner = if ($value -is [hashtable]) { $value.Clone() }
            $copy.Tables[$name][$key] = @{ Value = $value; Inner = $inner }
        }
    }
    $copy.ClockOffset = $script:Windows.ClockOffset
    foreach ($path in [IO.Directory]::GetFiles($script:Windows.Root, '*', 'AllDirectories')) {
        # A run holds its lock open. It says nothing, and a stale one must not matter.
        if ([IO.Path]::GetFileName($path) -ne 'lock') { $copy.Files[$path] = [IO.File]::ReadAllBytes($path) }
    }
    $copy.Folders = [IO.Directory]::GetDirectories($script:Windows.Root, '*', 'AllDirectories')
    $copy
}

function Undo-SimulatedWindows {
    param([Parameter(Mandatory)] [hashtable] $Copy)
    foreach ($name in $Copy.Tables.Keys) {
        $script:Windows[$name].Clear()
        foreach ($key in $Copy.Tables[$name].Keys) {
            $value = $Copy.Tables[$name][$key].Value
            $script:Windows[$name][$key] = $value
            if ($value -isnot [hashtable]) { continue }
            # In place: scenarios hold on to services.
            $value.Clear()
            $inner = $Copy.Tables[$name][$key].Inner
            foreach ($one in $inner.Keys) { $value[$one] = $inner[$one] }
        }
    }
    $script:Windows.ClockOffset = $Copy.ClockOffset
    $script:Windows.Transcripts.Clear()
    foreach ($folder in [IO.Directory]::GetDirectories($script:Windows.Root)) { [IO.Directory]::Delete($folder, $true) }
    foreach ($folder in $Copy.Folders) { $null = [IO.Directory]::CreateDirectory($folder) }
    foreach ($path in $Copy.Files.Keys) { [IO.File]::WriteAllBytes($path, $Copy.Files[$path]) }
}

# The whole state as sorted lines, to be compared. What a repair leaves behind on purpose can be left out: its own
# state folder, generations that were set aside, and what cannot be undone, such as the work of servicing.
function Get-SimulatedState {
    param([switch] $WithoutTraces)
    $lines = @(
        foreach ($name in $script:Windows.Services.Keys) {
            $service = $script:Windows.Services[$name]
            # This one starts for whoever asks servicing something, and ends by itself.
            $status = if ($name -eq 'TrustedInstaller') { '-' } else { $service.Status }
            "service $name $status $($service.Start) $([bool] $service.Delayed) $($service['Security'])"
        }
        foreach ($key in $script:Windows.Registry.Keys) {
            "key $key"
            foreach ($value in $script:Windows.Registry[$key].Keys) {
                $data = $script:Windows.Registry[$key][$value]
                $text = if ($data -is [Collections.IDictionary]) { "expand $($data.Expand)" } else { $data -join ',' }
                "key $key $value=$(if ($null -ne $data) { $data.GetType().Name -replace '^ArrayList$|^Object', 'String' }) $text"
            }
        }
        foreach ($item in Get-ChildItem -LiteralPath $script:Windows.Root -Recurse -Force) {
            $path = $item.FullName.Substring($script:Windows.Root.Length).Replace('/', '\')
            if ($item.PSIsContainer) { "folder $path" } else { "file $path $([IO.File]::ReadAllText($item.FullName))" }
        }
        "clock $($script:Windows.ClockOffset)"
        $script:Windows.Transcripts | ForEach-Object { "transcript $_" }
    )
    if ($WithoutTraces) {
        $lines = $lines -notmatch '\\Mendsheet(\\|$| )|\.mendsheet\d+(\\|$| )|^clock |\\Component Based Servicing\\|\\Logs\\CBS\\|\\WinSock2\\'
    }
    $lines | Sort-Object
}

#endregion
#region Commands of Windows

# Names of the functions that bodies have become, as Import-Subject finds them.
$script:Bodies = @()

function Set-SimulatedBody {
    param([AllowEmptyCollection()] [string[]] $Name)
    $script:Bodies = $Name
}

# To a body a file has the path that it has on Windows. Parts open what they get by .NET, which knows this disk alone.
function ConvertTo-WindowsItem {
    param([Parameter(ValueFromPipeline)] [object] $Item)
    begin {
        $caller = Get-PSCallStack | Where-Object { $_.FunctionName -notmatch '^(?:<ScriptBlock>|ConvertTo-WindowsItem|Get-(?:Child)?Item)' } | Select-Object -First 1
        $isForBody = $caller -and ($caller.FunctionName -replace '<.*') -in $script:Bodies
        $root = if ($script:Windows) { $script:Windows.Root.TrimEnd('\', '/') } else { '' }
    }
    process {
        if ($isForBody -and $Item -is [IO.FileSystemInfo] -and $Item.FullName.StartsWith($root, [StringComparison]::Ordinal)) {
            $path = $script:Windows.Drive + $Item.FullName.Substring($root.Length).Replace('/', '\')
            Add-Member -InputObject $Item -MemberType NoteProperty -Name FullName -Value $path -Force
        }
        $Item
    }
}

# That of PowerShell reads the file at FullName.
$splatVersion = @{
    TypeName = 'System.IO.FileInfo'; MemberName = 'VersionInfo'; MemberType = 'ScriptProperty'; Force = $true
    Value    = { [Diagnostics.FileVersionInfo]::GetVersionInfo($this.PSBase.FullName) }
}
Update-TypeData @splatVersion

# What stands in front of Get-ChildItem and Get-Item in a script, with all their parameters, by their names. It passes on errors and
# -ErrorVariable as the commands do, and belongs to the script: the drive "function:" is one of each module.
function Get-ItemProxy {
    $proxies = @{}
    foreach ($name in 'Get-ChildItem', 'Get-Item') {
        $command = Get-Command -Name "Microsoft.PowerShell.Management\$name" -CommandType Cmdlet
        $proxy = [Management.Automation.ProxyCommand]::Create([Management.Automation.CommandMetadata]::new($command))
        $proxies[$name] = $proxy.Replace('& $wrappedCmd @PSBoundParameters', '& $wrappedCmd @PSBoundParameters | ConvertTo-WindowsItem')
    }
    $proxies
}

function Get-Service {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)] [string[]] $Name)
    process {
        # Drivers answer to their names, and to no list.
        $wanted = if ($Name) { $Name } else { @($script:Windows.Services.Keys | Where-Object { -not $script:Windows.Services[$_]['Driver'] }) }
        foreach ($one in $wanted) {
            $known = $script:Windows.Services.Keys | Where-Object { $_ -eq $one }
            if (-not $known) {
                $text = "Cannot find any service with service name '$one'."
                Write-Error -Message $text -ErrorId 'NoServiceFoundForGivenName' -Category ObjectNotFound
                continue
            }
            $service = $script:Windows.Services[$known]
            $dependents = $script:Windows.Services.Keys | Where-Object { $known -in $script:Windows.Services[$_].DependsOn }
            [pscustomobject]@{
                Name              = $known
                Status            = $service.Status
                StartType         = @('Boot', 'System', 'Automatic', 'Manual', 'Disabled')[[int] $service.Start]
                DependentServices = @($dependents | ForEach-Object {
                        [pscustomobject]@{ Name = $_; Status = $script:Windows.Services[$_].Status }
                    })
            } | Add-Member -PassThru -MemberType ScriptMethod -Name WaitForStatus -Value {
                param($status)
                if ($script:Windows.Services[$this.Name].Status -ne $status) { throw [TimeoutException]::new('Time out.') }
            }
        }
    }
}

function Stop-Service {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, ValueFromPipeline)] [string[]] $Name, [switch] $Force, [switch] $NoWait)
    process {
        foreach ($one in $Name) {
            if ($Force) {
                (Get-Service -Name $one).DependentServices | Where-Object { $_.Status -ne 'Stopped' } |
                    ForEach-Object { Stop-Service -Name $_.Name -Force }
            }
            if ($PSCmdlet.ShouldProcess($one)) { $code = Invoke-SimulatedServiceControl -Verb stop -Name $one }
            if ($code -notin 0, 1062) { Write-Error -Message "Service '$one' cannot be stopped ($code)." }
        }
    }
}

function Start-Service {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory, ValueFromPipeline)] [string[]] $Name)
    process {
        foreach ($one in $Name) {
            if ($PSCmdlet.ShouldProcess($one)) { $code = Invoke-SimulatedServiceControl -Verb start -Name $one }
            if ($code -notin 0, 1056) { Write-Error -Message "Service '$one' cannot be started ($code)." }
        }
    }
}

# The answers of sc.exe, which are Win32 error numbers.
function Invoke-SimulatedServiceControl {
    param([string] $Verb, [string] $Name, [string] $StartType)
    $known = $script:Windows.Services.Keys | Where-Object { $_ -eq $Name }
    if (-not $known) { return 1060 }
    $service = $script:Windows.Services[$known]
    switch ($Verb) {
        'config' {
            if ($service['ConfigCode']) { return $service.ConfigCode }
            $service.Start = @{ boot = 0; system = 1; auto = 2; 'delayed-auto' = 2; demand = 3; disabled = 4 }[$StartType]
            $service.Delayed = $StartType -eq 'delayed-auto'
        }
        'stop' {
            if ($service.Status -eq 'Stopped') { return 1062 }
            $dependents = (Get-Service -Name $known).DependentServices | Where-Object { $_.Status -ne 'Stopped' }
            if ($dependents) { return 1051 }
            if ($service['RefusesStop']) { return 1052 }
            $service.Status = 'Stopped'
            if ($service['ComesBack']) {
                $service.ComesBack--
                $service.Returns = $true
            }
        }
        'start' {
            if ($service.Status -eq 'Running') { return 1056 }
            if ($service.Start -eq 4) { return 1058 }
            if ($service['RefusesStart']) { return 1053 }
            foreach ($needed in $service.DependsOn) { $null = Invoke-SimulatedServiceControl -Verb start -Name $needed }
            $service.Status = 'Running'
        }
    }
    0
}

# Classes outside root\cimv2, as their documentation has them.
$script:Namespaces = @{
    AntiVirusProduct      = 'root\SecurityCenter2'
    MSFT_Partition        = 'root\Microsoft\Windows\Storage'
    MSFT_Volume           = 'root\Microsoft\Windows\Storage'
    SystemRestore         = 'root\default'
    Win32_EncryptableVolume = 'root\CIMV2\Security\MicrosoftVolumeEncryption'
    Win32_Tpm             = 'root\CIMV2\Security\MicrosoftTpm'
}

function Get-CimInstance {
    [CmdletBinding()]
    param([string] $ClassName, [string] $Filter, [string] $Namespace, [uint32] $OperationTimeoutSec, [string[]] $Property)
    $null = $OperationTimeoutSec, $Property
    # A class is known in its own namespace alone.
    $own = if ($script:Namespaces[$ClassName]) { $script:Namespaces[$ClassName] } else { 'root\cimv2' }
    $asked = if ($Namespace) { $Namespace.Replace('/', '\') } else { 'root\cimv2' }
    if ($asked -ne $own -or -not $script:Windows.Cim.ContainsKey($ClassName)) {
        Write-Error -Message 'Invalid class' -ErrorId 'HRESULT 0x80041010'
        return
    }
    $found = $script:Windows.Cim[$ClassName]
    if ($found -is [scriptblock]) { return & $found $Filter }
    if (-not $Filter) { return $found }
    if ($Filter -notmatch '^\s*(?<Name>\w+)\s*=\s*(?<Value>''[^'']*''|\w+)\s*$') { throw "Filter is not simulated: $Filter" }
    $name, $value = $Matches.Name, $Matches.Value.Trim("'")
    $found | Where-Object { [string] $_.$name -eq $value }
}

function Invoke-CimMethod {
    [CmdletBinding()]
    param([string] $Namespace, [string] $ClassName, [string] $MethodName, [hashtable] $Arguments = @{}, [uint32] $OperationTimeoutSec)
    $null = $Namespace, $OperationTimeoutSec
    $name = "$ClassName.$MethodName"
    if (-not $script:Windows.CimMethods.ContainsKey($name)) { throw [NotSupportedException]::new("The method $name is not simulated.") }
    & $script:Windows.CimMethods[$name] $Arguments $script:Windows
}

# An entry is a name, or { Name, Until (seconds slept), Busy (whether it uses the processor) }.
function Get-Process {
    [CmdletBinding()]
    param([string[]] $Name)
    $number = 1000
    foreach ($entry in $script:Windows.Processes) {
        $number += 4
        $process = if ($entry -is [string]) { @{ Name = $entry } } else { $entry }
        if ($process['Until'] -and $script:Windows.Slept -ge $process.Until) { continue }
        if ($Name -and $process.Name -notin $Name) { continue }
        $used = if ($process['Busy']) { $script:Windows.Slept } else { [double] 1 }
        [pscustomobject]@{ Name = $process.Name; Id = $number; CPU = $used }
    }
}

# What asking servicing something leaves running: TrustedInstaller ends two minutes after its work.
function Start-SimulatedServicing {
    $until = $script:Windows.Slept + 120
    $script:Windows.Services.TrustedInstaller.Status = 'Running'
    $running = @($script:Windows.Processes | Where-Object { $_ -is [hashtable] -and $_.Name -eq 'TiWorker' -and -not $_['Busy'] })
    if ($running) { $running[0].Until = $until }
    else { $script:Windows.Processes += @{ Name = 'TiWorker'; Until = $until } }
}

function Get-Acl {
    [CmdletBinding()]
    param([string] $LiteralPath, [Parameter(Position = 0)] [string] $Path = $LiteralPath)
    $sddl = $script:Windows.Acl[$Path]
    # What nobody has given rights of its own has those of the folder above it.
    for ($above = $Path; -not $sddl -and $above -like '*\*\*'; $above = $above.Substring(0, $above.LastIndexOf('\'))) {
        if ($script:Windows.Acl[$above] -eq $script:Protected) { $sddl = $script:Inherited }
        elseif ($script:Windows.Acl[$above]) { break }
    }
    $usual = if ($Path -like "$($script:Windows.Drive)\Users\anna\*") { $script:Own } else { $script:Ordinary }
    [pscustomobject]@{ Path = $Path; Sddl = if ($sddl) { $sddl } else { $usual } } |
        Add-Member -PassThru -MemberType ScriptMethod -Name SetSecurityDescriptorSddlForm -Value { $this.Sddl = $args[0] }
}

function Set-Acl {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [psobject] $AclObject)
    if ($PSCmdlet.ShouldProcess($Path)) { $script:Windows.Acl[$Path] = $AclObject.Sddl }
}

function Get-Date {
    [CmdletBinding()]
    param([datetime] $Date, [string] $Format, [string] $UFormat)
    $null = $Date, $Format, $UFormat
    if (-not $PSBoundParameters.ContainsKey('Date')) { $PSBoundParameters.Date = [datetime]::Now + $script:Windows.ClockOffset }
    Microsoft.PowerShell.Utility\Get-Date @PSBoundParameters
}

function Set-Date {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [timespan] $Adjust)
    if ($PSCmdlet.ShouldProcess('clock')) { $script:Windows.ClockOffset += $Adjust }
    Get-Date
}

function Rename-Item {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $LiteralPath, [Parameter(Mandatory)] [string] $NewName)
    $held = $script:Windows.Holds[$LiteralPath] -gt 0
    if ($held) { $script:Windows.Holds[$LiteralPath]-- }
    foreach ($service in $script:Windows.Services.Values) {
        if (-not $service['Returns']) { continue }
        # Started again by a trigger between the stop and this moment.
        $service.Returns = $false
        $service.Status = 'Running'
        $held = $true
    }
    if ($held) {
        Write-Error -Message "Access to the path '$LiteralPath' is denied." -ErrorId 'RenameItemIOError' -Category WriteError
        return
    }
    if ($PSCmdlet.ShouldProcess($LiteralPath)) {
        Microsoft.PowerShell.Management\Rename-Item -LiteralPath $LiteralPath -NewName $NewName
    }
}

# Elsewhere than on Windows these two turn backslashes round.
function Join-Path {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $ChildPath)
    $joined = Microsoft.PowerShell.Management\Join-Path @PSBoundParameters
    if ($Path -match '^[A-Za-z]:') { $joined.Replace('/', '\') } else { $joined }
}

function Split-Path {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string] $Path, [switch] $Leaf, [switch] $Parent)
    $null = $Leaf, $Parent
    $part = Microsoft.PowerShell.Management\Split-Path @PSBoundParameters
    if ($Path -match '^[A-Za-z]+:') { $part.Replace('/', '\') } else { $part }
}

function Start-Sleep {
    [CmdletBinding()]
    param([double] $Seconds, [int] $Milliseconds)
    $script:Windows.Slept += $Seconds + $Milliseconds / 1000
    $ended = @($script:Windows.Processes | Where-Object { $_ -is [hashtable] -and $_['Until'] -and $script:Windows.Slept -ge $_.Until })
    if (@($ended | ForEach-Object { $_.Name }) -contains 'TiWorker') { $script:Windows.Services.TrustedInstaller.Status = 'Stopped' }
    $script:Windows.Processes = @($script:Windows.Processes | Where-Object { $_ -notin $ended })
}

function Write-Progress {
    [CmdletBinding()]
    param([string] $Activity, [string] $Status, [int] $Id, [int] $PercentComplete, [switch] $Completed)
    $null = $Activity, $Status, $Id, $PercentComplete, $Completed
}

function Start-Transcript {
    [CmdletBinding()]
    param([string] $LiteralPath, [switch] $Append, [switch] $Force)
    $null = $Append, $Force
    $script:Windows.Transcripts.Add($LiteralPath)
}

function Stop-Transcript {
    [CmdletBinding()]
    param()
}

function Resolve-DnsName {
    [CmdletBinding()]
    param([string] $Name, [switch] $QuickTimeout, [string] $Type)
    $null = $QuickTimeout, $Type
    if ($script:Windows.Network.Online -and $Name -notin $script:Windows.Network.Unresolved) { return [pscustomobject]@{ Name = $Name; IPAddress = '192.0.2.80' } }
    Write-Error -Message "$Name : DNS name does not exist" -ErrorId 'DNS_ERROR_RCODE_NAME_ERROR'
}

# Kept, since a name with a module in front is looked up anew at each call, and detections make many lists.
$script:OriginalNewObject = Get-Command -Name 'Microsoft.PowerShell.Utility\New-Object' -CommandType Cmdlet

function New-Object {
    [CmdletBinding(DefaultParameterSetName = 'Net')]
    param(
        [Parameter(ParameterSetName = 'Net', Position = 0)] [string] $TypeName,
        [Parameter(ParameterSetName = 'Net', Position = 1)] [object[]] $ArgumentList,
        [Parameter(ParameterSetName = 'Com')] [string] $ComObject
    )
    # .NET opens a file of this disk, whose path on Windows a body has got.
    if ($TypeName -eq 'IO.FileStream' -and $script:Windows -and "$($ArgumentList[0])".StartsWith("$($script:Windows.Drive)\")) {
        $root = $script:Windows.Root.TrimEnd('\', '/')
        $below = "$($ArgumentList[0])".Substring($script:Windows.Drive.Length).Replace('\', [IO.Path]::DirectorySeparatorChar)
        $PSBoundParameters['ArgumentList'] = @("$root$below") + @($ArgumentList | Select-Object -Skip 1)
    }
    if (-not $ComObject) { return & $script:OriginalNewObject @PSBoundParameters }
    if (-not $script:Windows.Com.ContainsKey($ComObject)) {
        throw [Runtime.InteropServices.COMException]::new("Class not registered: $ComObject", 0x80040154)
    }
    $made = $script:Windows.Com[$ComObject]
    if ($made -is [scriptblock]) { & $made } else { $made }
}

#endregion
#region Functions of the runtime that reach past commands

function Test-OnWindows {
    [CmdletBinding()]
    param()
    $true
}

function Get-Account {
    [CmdletBinding()]
    param()
    [pscustomobject] $script:Windows.Account
}

function Get-OwnSid {
    [CmdletBinding()]
    param()
    $script:OwnSid
}

function Add-ProtectedFolder {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path)
    $null = New-Item -Path $Path -ItemType Directory
    $script:Windows.Acl[$Path] = $script:Protected
}

# A folder takes its rights along.
function Move-Item {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [Alias('Path')] [string] $LiteralPath, [Parameter(Mandatory)] [string] $Destination, [switch] $Force
    )
    $isInside = Test-Path -LiteralPath $Destination -PathType Container
    Microsoft.PowerShell.Management\Move-Item @PSBoundParameters
    $to = if ($isInside) { "$Destination\$(Split-Path -Path $LiteralPath -Leaf)" } else { $Destination }
    foreach ($path in @($script:Windows.Acl.Keys | Where-Object { "$_\".StartsWith("$LiteralPath\") })) {
        $script:Windows.Acl[$to + $path.Substring($LiteralPath.Length)] = $script:Windows.Acl[$path]
        $script:Windows.Acl.Remove($path)
    }
}

# Names of one file are files with one text here, which nobody can guess.
function Invoke-SimulatedHardLink {
    param([string] $Verb, [string[]] $Path)
    if ($Verb -eq 'create') {
        $text = if (Test-Path -LiteralPath $Path[1]) { Get-Content -LiteralPath $Path[1] -Raw }
        if ("$text".Length -lt 36) { $text = "$([guid]::NewGuid())" }
        foreach ($each in $Path) { Set-Content -LiteralPath $each -Value $text -NoNewline }
        return
    }
    if (-not (Test-Path -LiteralPath $Path[0])) { return 'Fehler:  Das System kann die angegebene Datei nicht finden.' }
    $text = Get-Content -LiteralPath $Path[0] -Raw
    $folders = @('Program Files', 'ProgramData' | ForEach-Object { "$($script:Windows.Drive)\$_" })
    Get-ChildItem -LiteralPath $folders -Filter 'seal.txt' -Recurse -Force |
        Where-Object { (Get-Content -LiteralPath $_.FullName -Raw) -eq $text } |
        ForEach-Object { $_.FullName.Substring($script:Windows.Root.TrimEnd('\', '/').Length).Replace('/', '\') }
}

# Calls that end with 0 where all is well, and whose words nobody reads. Any other call needs an answer from the scenario.
$script:QuietTools = @{
    'dism.exe'       = '^/English /Online /(Cleanup-Image /(RestoreHealth|StartComponentCleanup)|Remove-Package /PackageName:\S+)( /NoRestart| /Source:.+ /LimitAccess)+$'
    'dsregcmd.exe'   = '^/status$'
    'expand.exe'     = '\.cab -F:\S+\.log '
    'powershell.exe' = '^-NoProfile -NonInteractive -Command .*Get-WindowsUpdateLog -LogPath '
    'sfc.exe'        = '^/scannow$'
    'w32tm.exe'      = '^/(resync /rediscover|config /syncfromflags:domhier /update|stripchart /computer:\S+ /dataonly /samples:1)$'
    'wevtutil.exe'   = '^export-log '
}

function Invoke-NativeTool {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path, [string[]] $ArgumentList = @(), [int] $TimeoutSeconds = 60)
    $null = $TimeoutSeconds
    $name = ($Path -split '\\')[-1]
    if ($name -eq 'fsutil.exe') {
        $lines = @(Invoke-SimulatedHardLink -Verb $ArgumentList[1] -Path ($ArgumentList | Select-Object -Skip 2))
        return [pscustomobject]@{ ExitCode = 0; TimedOut = $false; Lines = $lines }
    }
    $script:Windows.ToolCalls.Add("$name $ArgumentList")
    $answer = @{ ExitCode = 0; TimedOut = $false; Lines = @() }
    if ($script:Windows.Tools.ContainsKey($name)) {
        $given = & $script:Windows.Tools[$name] $ArgumentList $script:Windows
        foreach ($key in $given.Keys) { $answer[$key] = $given[$key] }
    }
    elseif ($name -eq 'sc.exe') {
        $verb, $service, $text, $startType = $ArgumentList
        $known = $script:Windows.Services.Keys | Where-Object { $_ -eq $service }
        if ($verb -notin 'sdshow', 'sdset') {
            $answer.ExitCode = Invoke-SimulatedServiceControl -Verb $verb -Name $service -StartType $startType
        }
        elseif (-not $known) { $answer.ExitCode = 1060 }
        elseif ($script:Windows.Services[$known]['SecurityCode']) { $answer.ExitCode = $script:Windows.Services[$known].SecurityCode }
        elseif ($verb -eq 'sdset') { $script:Windows.Services[$known].Security = $text }
        else {
            $list = $script:Windows.Services[$known]['Security']
            $groups = @('WD', 'AU', 'IU', $(if ($script:Windows.Account.Elevated) { 'BA' }))
            # Services belong to SYSTEM, and an owner may always read the list.
            $mayRead = $script:Windows.Account.Kind -eq 'system' -or [Mendsheet.Simulation.Security]::MayRead($list, $groups)
            # Elevated, the list of what is audited follows that of the rights.
            if ($mayRead) { $answer.Lines = @('', $list) } else { $answer.ExitCode = 5 }
        }
    }
    elseif ($name -eq 'netsh.exe' -and "$ArgumentList" -eq 'winhttp reset proxy') {
        foreach ($software in 'SOFTWARE', 'SOFTWARE\WOW6432Node') {
            $values = $script:Windows.Registry["HKLM:\$software\Microsoft\Windows\CurrentVersion\Internet Settings\Connections"]
            if ($values) { $values.WinHttpSettings = [byte[]] (0x18, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) }
        }
    }
    elseif ($name -eq 'netsh.exe' -and "$ArgumentList" -eq 'winsock reset') {
        foreach ($key in @($script:Windows.Registry.Keys -like "$script:Catalog\*")) { $script:Windows.Registry.Remove($key) }
        foreach ($entry in Get-HealthyCatalog) { $script:Windows.Registry["$script:Catalog\$($entry.Name)"] = @{ PackedCatalogItem = $entry.Item } }
    }
    elseif ($name -eq 'reg.exe' -and $ArgumentList[0] -eq 'export') { [IO.File]::WriteAllText($ArgumentList[2], $ArgumentList[1]) }
    elseif (-not $script:QuietTools[$name] -or "$ArgumentList" -notmatch $script:QuietTools[$name]) {
        throw [NotSupportedException]::new("$name $ArgumentList is not simulated. A scenario says in `$Windows.Tools what it answers.")
    }
    if ($script:Windows.IsForeign) { $answer.Lines = $script:ForeignLines + @($answer.Lines) + $script:ForeignLines }
    [pscustomobject] $answer
}

# In this process, where the state is. What does not end by itself is stopped from another thread.
function Invoke-TestWithLimit {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [scriptblock] $Test, [Parameter(Mandatory)] [int] $TimeoutSeconds)
    $shell = [powershell]::Create('CurrentRunspace').AddScript('try { & $args[0] } catch { $_ }').AddArgument($Test)
    $watch = [Mendsheet.Simulation.Watch]::new($shell, $TimeoutSeconds)
    try { $shell.Invoke() }
    catch { if (-not $watch.HasStopped) { throw } }
    finally {
        $watch.Dispose()
        $shell.Dispose()
    }
    if ($watch.HasStopped) { throw [TimeoutException]::new("$TimeoutSeconds s") }
}

function Invoke-WithLimit {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Command, [hashtable] $Parameter = @{}, [int] $TimeoutSeconds)
    $null = $TimeoutSeconds
    & $Command @Parameter
}

function Get-FreeSpace {
    [CmdletBinding()]
    param()
    $script:Windows.Cim.Win32_LogicalDisk | Where-Object { $_.DeviceID -eq $script:Windows.Drive } | ForEach-Object { $_.FreeSpace }
}

function Get-ImageHealth {
    [CmdletBinding()]
    param()
    Start-SimulatedServicing
    if ($script:Windows.ImageHealth -is [Exception]) { throw $script:Windows.ImageHealth }
    $script:Windows.ImageHealth
}

function Get-WebDate {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Url, [int] $TimeoutSeconds = 10)
    $null = $TimeoutSeconds
    $network = $script:Windows.Network
    $now = [datetime]::UtcNow
    $remote = if ($network.Dates.ContainsKey($Url)) { $network.Dates[$Url] } elseif ($network.Online) { $now }
    if ($null -eq $remote) { return }
    $answer = if ($remote -is [hashtable]) { $remote } else { @{ Date = $remote } }
    $usual = switch -Wildcard ($Url) {
        '*/connecttest.txt' { 200, 'Microsoft Connect Test' }
        '*/generate_204' { 204, '' }
        '*/success.txt' { 200, 'success' }
        default { 200, '' }
    }
    [pscustomobject]@{
        LocalUtc  = $now + $script:Windows.ClockOffset
        RemoteUtc = $answer.Date
        Status    = if ($answer.ContainsKey('Status')) { $answer.Status } else { $usual[0] }
        Body      = if ($answer.ContainsKey('Body')) { $answer.Body } else { $usual[1] }
    }
}

function Measure-Download {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Url, [Parameter(Mandatory)] [int] $Bytes, [int] $TimeoutSeconds = 30)
    $null = $Url, $TimeoutSeconds
    if ($script:Windows.Network.Online) { [pscustomobject]@{ Bytes = $Bytes; Seconds = 8 * $Bytes / $script:Windows.Network.Rate } }
}

function Test-TcpPort {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $HostName, [Parameter(Mandatory)] [int] $Port, [int] $TimeoutSeconds = 5)
    $null = $TimeoutSeconds
    $script:Windows.Network.Online -and "${HostName}:$Port" -notin $script:Windows.Network.Closed
}

function Get-TlsIssuer {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $HostName, [string] $Proxy, [int] $TimeoutSeconds = 10)
    $null = $TimeoutSeconds
    $network = $script:Windows.Network
    $way = if ($Proxy) { $Proxy } else { "${HostName}:443" }
    if ($network.Online -and $way -notin $network.Closed -and $HostName -notin $network.Unresolved) { $network.Issuer }
}

#endregion

# The functions of the runtime that reach past commands, for whoever puts stubs into a script before its main runs.
$script:Reaching = @(
    'Test-OnWindows', 'Get-Account', 'Get-OwnSid', 'Add-ProtectedFolder', 'Invoke-NativeTool', 'Get-ImageHealth', 'Get-WebDate', 'Test-TcpPort', 'Get-TlsIssuer'
    'Measure-Download', 'Invoke-TestWithLimit', 'Invoke-WithLimit', 'Get-FreeSpace'
)

function Get-ReachingFunction {
    foreach ($name in $script:Reaching) { Get-Item -LiteralPath "function:$name" }
}

$exported = $script:Reaching + @(
    'New-SimulatedWindows', 'Enter-SimulatedWindows', 'Exit-SimulatedWindows', 'Get-SimulatedState'
    'Save-SimulatedWindows', 'Restore-SimulatedWindows', 'Copy-SimulatedWindows', 'Undo-SimulatedWindows'
    'Add-SimulatedService', 'Add-SimulatedHistory', 'New-CatalogItem', 'Get-ReachingFunction'
    'Get-Service', 'Stop-Service', 'Start-Service', 'Get-CimInstance', 'Invoke-CimMethod', 'Get-WinEvent', 'Get-Process', 'Get-Acl', 'Set-Acl', 'Move-Item', 'Get-Date'
    'ConvertTo-WindowsItem', 'Get-ItemProxy', 'Set-SimulatedBody'
    'Set-Date', 'Rename-Item', 'Join-Path', 'Split-Path', 'Start-Sleep', 'Write-Progress', 'Start-Transcript', 'Stop-Transcript', 'Resolve-DnsName'
    'New-Object'
)
Export-ModuleMember -Function $exported
