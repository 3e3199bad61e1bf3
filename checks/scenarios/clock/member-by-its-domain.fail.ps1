param($Windows)
# The portal on the way says nothing; the controller of the domain does.
$Windows.ClockOffset = [timespan]::FromHours(2)
$Windows.Network.Online = $false
$Windows.Cim.Win32_ComputerSystem = [pscustomobject]@{ DomainRole = 1; PartOfDomain = $true; Domain = 'corp.example' }
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters'] = @{ Type = 'NT5DS' }
$Windows.Tools['w32tm.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/resync') { $Windows.ClockOffset = [timespan]::Zero }
    # The offset has a sign and a point in every language.
    $offset = (-$Windows.ClockOffset.TotalSeconds).ToString('+00.0000000;-00.0000000', [cultureinfo]::InvariantCulture)
    $lines = if ($Arguments -contains '/computer:corp.example') {
        'corp.example wird verfolgt [192.0.2.1:123].', "19:23:06, ${offset}s"
    }
    @{ ExitCode = 0; Lines = @($lines) }
}
@{
    Reason   = 'ahead'
    HResult  = @()
    Evidence = @{
        OffsetMinutes = 120
        Source        = 'corp.example'
        SyncDisabled  = $false
        SyncType      = 'NT5DS'
    }
}
