$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'
# Taken away rather than set to the opposite: without them Windows decides.
if ((Get-RegistryValue -Path $key -Name 'Enabled') -eq 0) {
    Set-RegistryValue -Path $key -Name 'Enabled' -Value 'absent'
}
if ((Get-RegistryValue -Path $key -Name 'DisabledByDefault') -is [int]) {
    Set-RegistryValue -Path $key -Name 'DisabledByDefault' -Value 'absent'
}
