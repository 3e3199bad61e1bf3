param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'ファームウェア - 3.1.0.0'; Code = 0x80070002; Days = 1 }
    @{ Title = 'ファームウェア - 3.1.0.0'; Code = 0x80070002; Days = 2 }
)
@{
    Reason   = 'firmware'
    HResult  = '0x80070002'
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 2 }
}
