param($Windows)
# Its Parameters name no file to load.
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\wuauserv\Parameters'] = @{ ServiceMain = 'WUServiceMain' }
@{
    Reason   = 'switched-off'
    HResult  = @()
    Evidence = @{ Files = 'wuauserv ServiceDll='; Traces = 'wuauserv ServiceDll=' }
}
