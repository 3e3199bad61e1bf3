param($Windows)
# Windows may have been told to look elsewhere for the file.
$null = New-Item -Path 'C:\Windows\Temp\etc' -ItemType Directory
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'] = @{ DataBasePath = 'C:\Windows\Temp\etc' }
Set-Content -LiteralPath 'C:\Windows\Temp\etc\hosts' -Value '  ::1 WindowsUpdate.com'
@{
    Reason   = 'redirected'
    HResult  = @()
    Evidence = @{ File = 'C:\Windows\Temp\etc\hosts'; Lines = '::1 WindowsUpdate.com' }
}
