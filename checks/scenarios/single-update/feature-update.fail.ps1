param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Windows 11, version 25H2'; Code = 0xC1900101; Days = 1 }
    @{ Title = 'Windows 11, version 25H2'; Code = 0xC1900101; Days = 2 }
)
@{
    Reason   = 'feature-update'
    HResult  = '0xC1900101'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='
        Entries   = 2
        Updates   = 'Windows 11, version 25H2 (0xC1900101)'
    }
}
