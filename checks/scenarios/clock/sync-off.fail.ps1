param($Windows)
$Windows.ClockOffset = [timespan]::FromHours(2)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters'] = @{ Type = 'NoSync' }
