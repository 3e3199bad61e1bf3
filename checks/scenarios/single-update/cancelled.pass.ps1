param($Windows)
# Given up twice by a person.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Windows 11, version 25H2'; Code = [int] '0x8024000B'; Days = 3 }
    @{ Title = 'Windows 11, version 25H2'; Code = [int] '0x800704C7'; Days = 1 }
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 2 }
}
