param($Windows)
# Each definition is an update of its own under the same number, so one that succeeds settles the ones before it.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Security Intelligence Update - KB2267602 (1.5.0.0)'; Code = 0; Days = 1 }
    @{ Title = 'Security Intelligence Update - KB2267602 (1.4.0.0)'; Code = 0x80070643; Days = 2 }
    @{ Title = 'Security Intelligence Update - KB2267602 (1.4.0.0)'; Code = 0x80070643; Days = 3 }
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 3 }
}
