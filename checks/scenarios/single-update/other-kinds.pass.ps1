param($Windows)
# Apps of the Store, removals, and attempts that someone broke off.
$store = '855e8a7c-ecb4-4ca3-b045-1dfa50104289'
$update = '2026-11 Cumulative Update (KB5099999)'
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '9NBLGGH4NNS1-Microsoft.DesktopAppInstaller'; Code = 0x80073D02; Days = 1; ServiceID = $store }
    @{ Title = '9NBLGGH4NNS1-Microsoft.DesktopAppInstaller'; Code = 0x80073D02; Days = 2; ServiceID = $store }
    @{ Title = $update; Code = 0x800F0825; Days = 1; Operation = 2 }
    @{ Title = $update; Code = 0x800F0825; Days = 2; Operation = 2 }
    @{ Title = $update; Code = 0x8024000B; Days = 3; ResultCode = 5 }
    @{ Title = $update; Code = 0x8024000B; Days = 4; ResultCode = 5 }
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 6 }
}
