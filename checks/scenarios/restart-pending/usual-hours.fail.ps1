param($Windows)
# Two batteries, one of which charges; hours as Windows sets them.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{ ActiveHoursStart = 8; ActiveHoursEnd = 17 }
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'].HiberbootEnabled = 0
$Windows.Cim['Win32_Battery'] = @(foreach ($state in 1, 2) { [pscustomobject]@{ BatteryStatus = [uint16] $state; EstimatedChargeRemaining = 64 } })
@{ Reason = 'pending'; Evidence = @{ Held = @() } }
