param([string] $Name, [string] $Wanted, [string] $WantedOnServer2016)
# Every start type but Disabled is someone's choice and stays.
$start = Get-RegistryValue -Path "HKLM:\SYSTEM\CurrentControlSet\Services\$Name" -Name 'Start'
if ($start -ne 4) { return }
$windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$isServer = (Get-RegistryValue -Path $windows -Name 'InstallationType') -ne 'Client'
$is2016 = $isServer -and (Get-RegistryValue -Path $windows -Name 'CurrentBuildNumber') -eq '14393'
$startType = if ($is2016 -and $WantedOnServer2016 -ne 'same') { $WantedOnServer2016 } else { $Wanted }
Set-ServiceStartType -Name $Name -StartType $startType
