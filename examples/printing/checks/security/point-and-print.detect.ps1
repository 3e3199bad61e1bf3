param([string] $Key)
$value = Get-RegistryValue -Path $Key -Name 'RestrictDriverInstallationToAdministrators'
$evidence = @{ Value = $value }
if ($null -eq $value -or $value -eq 1) { return New-Finding -Status Ok -Evidence $evidence }
if ($value -is [int] -and $value -eq 0) {
    return New-Finding -Status Problem -Reason 'open' -Evidence $evidence
}
New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
