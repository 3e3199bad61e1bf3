param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Windows 10 バージョン 22H2 の機能更新プログラム'; Code = 0xC1900208; Days = 1 }
    @{ Title = 'Windows 10 バージョン 22H2 の機能更新プログラム'; Code = 0xC1900208; Days = 2 }
)
@{
    Reason   = 'feature-update'
    HResult  = '0xC1900208'
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 2 }
}
