param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(1..3 | ForEach-Object { @{ Title = "Funktionsupdate f$([char] 0xFC)r Windows 11, Version 25H2"; Code = 0x8007042b; Days = $_ } })
@{
    Reason   = 'feature-update'
    HResult  = '0x8007042B'
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 3 }
}
