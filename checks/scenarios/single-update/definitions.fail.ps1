param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.1)'; Code = 0x80070643; Days = 1 }
    @{ Title = 'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.1)'; Code = 0x80070643; Days = 2 }
)
@{
    Reason   = 'definitions'
    HResult  = '0x80070643'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB2267602'
        Entries   = 2
        Updates   = 'KB2267602 (0x80070643)'
    }
}
