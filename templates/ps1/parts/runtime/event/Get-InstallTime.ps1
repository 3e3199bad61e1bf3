# When this Windows was installed, in UTC. An upgrade is a new installation; a time to come counts for nothing.
function Get-InstallTime {
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $seconds = [int64] (Get-RegistryValue -Path $version -Name 'InstallDate')
    $time = [DateTimeOffset]::FromUnixTimeSeconds($seconds).UtcDateTime
    if ($time -le [datetime]::UtcNow) { $time } else { [datetime]::MinValue }
}
