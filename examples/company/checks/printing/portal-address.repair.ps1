param([string] $Wanted)
$key = 'HKLM:\SOFTWARE\Contoso\Print'
if ((Get-RegistryValue -Path $key -Name 'Portal') -eq $Wanted) { return }
Set-RegistryValue -Path $key -Name 'Portal' -Value "REG_SZ:$Wanted"
