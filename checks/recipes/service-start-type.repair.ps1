param([string] $Name, [string] $Wanted, [string] $WantedOnServer)
# Every start type but Disabled was chosen by Windows or by an administrator, and is left as it is.
$start = Get-RegistryValue -Path "HKLM:\SYSTEM\CurrentControlSet\Services\$Name" -Name 'Start'
if ($start -ne 4) { return }
$kind = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' -Name 'InstallationType'
$startType = if ($kind -ne 'Client' -and $WantedOnServer -ne 'same') { $WantedOnServer } else { $Wanted }
Set-ServiceStartType -Name $Name -StartType $startType
