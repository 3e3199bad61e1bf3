param($Windows)
# Another version of Windows loads another file, which is there.
$null = New-Item -Path 'C:\Windows\System32\wuauserv.dll' -ItemType File
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\wuauserv\Parameters'] = @{ ServiceDll = @{ Expand = '%SystemRoot%\System32\wuauserv.dll' } }
@{ Reason = ''; HResult = @() }
