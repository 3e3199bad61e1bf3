param($Windows)
# Hours that Windows picks from use; those of a person, which are not in effect, are still there.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{
    SmartActiveHoursState = 1; SmartActiveHoursStart = 5; SmartActiveHoursEnd = 23; ActiveHoursStart = 8; ActiveHoursEnd = 17
}
@{ Reason = 'pending-held'; Evidence = @{ ActiveHours = '5-23'; Held = 'ActiveHours 5-23' } }
