param([int] $LimitMinutes)
# Whether System Restore is on is for the owner of the PC to decide.
$restore = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore'
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\SystemRestore'
if ((Get-RegistryValue -Path $policy -Name 'DisableSR') -eq 1) { return }
if ((Get-RegistryValue -Path $restore -Name 'RPSessionInterval') -eq 0) { return }
$own = Get-RegistryValue -Path $restore -Name 'SystemRestorePointCreationFrequency'
$limit = if ($null -ne $own) { $own } else { $LimitMinutes }
# Within the limit Windows answers success and makes none; the point that is there serves as well.
$query = @{ Namespace = 'root/default'; ClassName = 'SystemRestore'; OperationTimeoutSec = 60 }
$oldest = (Get-Date).ToUniversalTime().AddMinutes(-$limit).ToString('s') -replace '\D'
$recent = @(Get-CimInstance @query -ErrorAction SilentlyContinue | Where-Object { $_.CreationTime -gt $oldest })
if ($recent.Count -eq 0) { Add-RestorePoint -Description 'Mendsheet' }
