param([string] $Value)
# Without the value Windows encrypts, as it does on a new PC.
Set-RegistryValue -Path 'HKLM:\SYSTEM\CurrentControlSet\Control\Print' -Name $Value -Value 'absent'
