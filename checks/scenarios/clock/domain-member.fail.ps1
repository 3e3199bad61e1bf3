param($Windows)
# A member that follows a server on the internet is put back on its domain first.
$Windows.ClockOffset = [timespan]::FromHours(2)
$Windows.Cim.Win32_ComputerSystem.DomainRole = 1
$Windows.Cim.Win32_ComputerSystem.PartOfDomain = $true
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters'] = @{ Type = 'NTP' }
$Windows.Tools['w32tm.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/syncfromflags:domhier') { $Windows.FollowsDomain = $true }
    if ($Arguments -contains '/resync' -and $Windows.FollowsDomain) { $Windows.ClockOffset = [timespan]::Zero }
    @{ ExitCode = 0; Lines = @() }
}
@{
    Reason   = 'ahead'
    HResult  = @()
    Evidence = @{
        OffsetMinutes = 120
        Source        = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled  = $false
        SyncType      = 'NTP'
    }
}
