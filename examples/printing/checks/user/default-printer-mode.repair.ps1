param([string] $Value)
# Which printer it is to be, the user alone knows.
$key = 'HKCU:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Windows'
Set-RegistryValue -Path $key -Name $Value -Value 'REG_DWORD:0x1'
