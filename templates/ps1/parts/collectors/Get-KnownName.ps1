# What this PC, its people and its networks are known by, from its registry and hardware: lists by kind.
function Get-KnownName {
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $control = 'HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName'
    $network = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
    $update = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'
    $joins = 'HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo'
    $logon = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Authentication\LogonUI'
    $quiet = @{ OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    $accounts = @(
        foreach ($name in 'LastLoggedOnUser', 'LastLoggedOnSAMUser', 'LastLoggedOnDisplayName') {
            Get-RegistryValue -Path $logon -Name $name
        }
        foreach ($id in Get-SubkeyName -Path $joins) { Get-RegistryValue -Path "$joins\$id" -Name 'UserEmail' }
    )
    $profiles = foreach ($sid in Get-SubkeyName -Path "$windows\ProfileList") {
        "$(Get-RegistryValue -Path "$windows\ProfileList\$sid" -Name 'ProfileImagePath')" -replace '^.*[\\/]'
    }
    $ending = '(?-i)\.(?:[A-Z][A-Z0-9-]{1,14}(?:\.\d{3})?|\d{3})$'
    $users = @(
        $env:USERNAME
        Get-RegistryValue -Path $windows -Name 'RegisteredOwner'
        Get-RegistryValue -Path $windows -Name 'RegisteredOrganization'
        $accounts -replace '^.*\\' -replace '@.*$'
        @($profiles) -creplace $ending
    )
    # The short form that FAT knew of a long name.
    $short = foreach ($name in @($profiles) + $users) {
        $letters = "$name" -replace '[^A-Za-z0-9_-]'
        if ($letters.Length -gt 2 -and "$name" -match '^.{9}|[ .]') {
            $letters.Substring(0, [math]::Min(6, $letters.Length))
        }
    }
    @{
        user     = $users
        short    = @($short)
        computer = @(
            $env:COMPUTERNAME
            Get-RegistryValue -Path $control -Name 'ComputerName'
            Get-RegistryValue -Path $network -Name 'Hostname'
        )
        domain   = @(
            $env:USERDOMAIN
            $env:USERDNSDOMAIN
            Get-RegistryValue -Path $network -Name 'Domain'
            Get-RegistryValue -Path $network -Name 'DhcpDomain'
            Get-RegistryValue -Path "$windows\Winlogon" -Name 'DefaultDomainName'
            @($accounts) -match '\\' -replace '\\.*$'
            @($accounts) -match '@' -replace '^.*@'
        )
        network  = @(
            foreach ($id in Get-SubkeyName -Path "$windows\NetworkList\Profiles") {
                Get-RegistryValue -Path "$windows\NetworkList\Profiles\$id" -Name 'ProfileName'
            }
        )
        serial   = @(
            foreach ($class in 'Win32_BIOS', 'Win32_BaseBoard', 'Win32_SystemEnclosure', 'Win32_DiskDrive') {
                Get-CimInstance -ClassName $class @quiet | Select-Object -Property SerialNumber |
                    ForEach-Object { $_.SerialNumber }
            }
        )
        id       = @(
            Get-RegistryValue -Path $update -Name 'SusClientId'
            Get-RegistryValue -Path $update -Name 'PingID'
            Get-RegistryValue -Path 'HKLM:\SOFTWARE\Microsoft\Cryptography' -Name 'MachineGuid'
            foreach ($id in Get-SubkeyName -Path $joins) { Get-RegistryValue -Path "$joins\$id" -Name 'TenantId' }
            Get-CimInstance -ClassName Win32_ComputerSystemProduct @quiet | Select-Object -Property UUID |
                ForEach-Object { $_.UUID }
        )
    }
}
