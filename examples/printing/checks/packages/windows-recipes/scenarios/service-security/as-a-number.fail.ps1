param($Windows, $With)
# Rights that have no letters of their own are written as a number: here to query (4), without to start (0x10).
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].Security = 'D:(A;;0x20004;;;SY)(A;;0xf01ff;;;BA)(D;;0x10;;;SY)'
@{
    Reason   = 'lost'
    HResult  = @()
    Evidence = @{ AccessList = 'D:(A;;0x20004;;;SY)(A;;0xf01ff;;;BA)(D;;0x10;;;SY)'; Lost = 'SY:RP' }
}
