$power = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'
if ((Get-RegistryValue -Path $power -Name 'HiberbootEnabled') -ne 1) { return }
Set-RegistryValue -Path $power -Name 'HiberbootEnabled' -Value 'REG_DWORD:0x0'
