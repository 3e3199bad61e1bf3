param($Windows, $With)
# Administrators lost the right to read the list too (0x20000), so that sc.exe shows nothing; the registry still does.
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].Security = 'D:(A;;0xd;;;SY)(A;;0xc000d;;;BA)(A;;0x8d;;;IU)'
@{
    Reason   = 'lost'
    HResult  = @()
    Evidence = @{
        AccessList = 'D:(A;;0xd;;;SY)(A;;0xc000d;;;BA)(A;;0x8d;;;IU)'
        Lost       = 'SY:RP', 'BA:RP'
    }
}
