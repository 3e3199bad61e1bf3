param($Windows)
# A store that was made anew: asking for no entries would be an error.
Add-SimulatedHistory -Windows $Windows
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 0 }
}
