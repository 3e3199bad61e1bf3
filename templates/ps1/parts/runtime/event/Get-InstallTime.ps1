# When this Windows was installed, in UTC. An upgrade is a new installation.
function Get-InstallTime {
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $seconds = [int64] (Get-RegistryValue -Path $version -Name 'InstallDate')
    [DateTimeOffset]::FromUnixTimeSeconds($seconds).UtcDateTime
}
