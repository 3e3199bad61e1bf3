param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\UsoSvc\Parameters'] = @{ ServiceDll = @{ Expand = '%SystemRoot%\System32\usosvc2.dll' } }
