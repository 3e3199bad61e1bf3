param($Windows)
# From six in the morning until midnight, and charging: no night is left to a PC that is off then.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{ ActiveHoursStart = 6; ActiveHoursEnd = 0 }
$Windows.Cim['Win32_Battery'] = @([pscustomobject]@{ BatteryStatus = [uint16] 2; EstimatedChargeRemaining = 90 })
@{ Reason = 'pending-held'; Evidence = @{ Held = 'ActiveHours 6-0' } }
