param($Windows)
$Windows.ClockOffset = [timespan]::FromMinutes(-10)
