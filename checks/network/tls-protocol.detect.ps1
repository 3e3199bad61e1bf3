$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'
# Without these values Windows offers TLS 1.2.
$evidence = @{
    Enabled           = Get-RegistryValue -Path $key -Name 'Enabled'
    DisabledByDefault = Get-RegistryValue -Path $key -Name 'DisabledByDefault'
}
foreach ($value in $evidence.Enabled, $evidence.DisabledByDefault) {
    if ($null -ne $value -and $value -isnot [int]) {
        return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
    }
}
if ($evidence.Enabled -eq 0 -or $evidence.DisabledByDefault) {
    return New-Finding -Status Problem -Reason 'switched-off' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence
