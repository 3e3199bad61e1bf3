param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\UsoSvc\Parameters'] = @{ ServiceDll = @{ Expand = '%SystemRoot%\System32\usosvc2.dll' } }
@{
    Reason   = 'switched-off'
    HResult  = @()
    Evidence = @{
        Files  = 'usosvc ServiceDll=C:\Windows\System32\usosvc2.dll'
        Traces = 'usosvc ServiceDll=C:\Windows\System32\usosvc2.dll'
    }
}
