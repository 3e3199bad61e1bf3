# One pattern for all that names a person, a PC or a network, with a group for each kind. What this PC is known by
# comes from its registry and hardware, the rest from how it looks.
function Get-RedactionPattern {
    $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $control = 'HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName'
    $network = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
    $quiet = @{ OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    $known = @{
        user     = @(
            $env:USERNAME
            Get-RegistryValue -Path $windows -Name 'RegisteredOwner'
            Get-RegistryValue -Path $windows -Name 'RegisteredOrganization'
            foreach ($sid in Get-SubkeyName -Path "$windows\ProfileList") {
                Get-RegistryValue -Path "$windows\ProfileList\$sid" -Name 'ProfileImagePath'
            }
        )
        computer = @(
            $env:COMPUTERNAME
            Get-RegistryValue -Path $control -Name 'ComputerName'
            Get-RegistryValue -Path $network -Name 'Hostname'
        )
        domain   = @(
            $env:USERDOMAIN
            Get-RegistryValue -Path $network -Name 'Domain'
            Get-RegistryValue -Path $network -Name 'DhcpDomain'
        )
        network  = @(
            foreach ($id in Get-SubkeyName -Path "$windows\NetworkList\Profiles") {
                Get-RegistryValue -Path "$windows\NetworkList\Profiles\$id" -Name 'ProfileName'
            }
        )
        serial   = @(
            foreach ($class in 'Win32_BIOS', 'Win32_BaseBoard', 'Win32_SystemEnclosure', 'Win32_DiskDrive') {
                Get-CimInstance -ClassName $class @quiet | Select-Object -Property SerialNumber |
                    ForEach-Object -Process { $_.SerialNumber }
            }
            Get-CimInstance -ClassName Win32_ComputerSystemProduct @quiet | Select-Object -Property UUID |
                ForEach-Object -Process { $_.UUID }
        )
    }
    # Names that every PC has tell nothing, and short ones stand in other words.
    $common = 'Public', 'Default', 'systemprofile', 'LocalService', 'NetworkService', 'SYSTEM', 'Administrator',
    'WORKGROUP', 'NT AUTHORITY', 'Default string', 'To be filled by O.E.M.', 'System Serial Number', 'None',
    'Windows'
    $parts = foreach ($kind in 'serial', 'user', 'computer', 'domain', 'network') {
        $names = @($known[$kind] | ForEach-Object -Process { ("$_" -replace '^.*\\').Trim() } |
                Where-Object -FilterScript { $_.Length -gt 2 -and $_ -notin $common } | Sort-Object -Unique |
                Sort-Object -Property Length -Descending | ForEach-Object -Process { [regex]::Escape($_) })
        if ($names) { "(?<$kind>(?<![A-Za-z0-9])(?:$($names -join '|'))(?![A-Za-z0-9]))" }
    }
    $octet = '(?:25[0-5]|2[0-4]\d|1?\d?\d)'
    $group = '[0-9A-F]{1,4}'
    $shapes = @(
        '(?<key>\b(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}\b|\b(?:\d{6}-){7}\d{6}\b)'
        '(?<secret>(?<=://)[^/\s:@]+:[^/\s@]+(?=@)|(?<=\b(?:sig|access_token|password|pwd)=)[^&\s"'']+)'
        '(?<id>(?<=(?:ClientId|PingID|MachineGuid|TenantId|DeviceId)\W{1,6})[0-9A-F-]{32,36})'
        '(?<sid>\bS-1-(?:5-21|12-1)(?:-\d+)+)'
        '(?<mail>[\w.%+-]+@[\w.-]+\.[A-Z]{2,})'
        '(?<user>(?<=[\\/]Users[\\/]+)(?!(?:Public|Default|All Users)\b)[^\\/:*?"<>|\r\n]+)'
        '(?<mac>\b(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}\b)'
        "(?<ip>(?<![\d.])(?<!\b(?:version|build)\W{1,3})(?:$octet\.){3}$octet(?![\d.]))"
        "(?<ip>(?<![\w:])(?:(?:${group}:){7}$group|(?:${group}:){1,6}(?::$group){1,6})(?![\w:]))"
    )
    $options = [Text.RegularExpressions.RegexOptions] 'IgnoreCase, CultureInvariant'
    New-Object -TypeName regex -ArgumentList ((@($shapes[0..4]) + @($parts) + $shapes[5..8]) -join '|'), $options
}
