param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'].HiberbootEnabled = 1
$Windows.Cim['Win32_Battery'] = @([pscustomobject]@{ BatteryStatus = [uint16] 1; EstimatedChargeRemaining = 64 })
@{ Reason = 'pending-held'; Evidence = @{ Held = 'BatteryStatus' }; Says = '*none on battery or in active hours. Choose Restart.' }
