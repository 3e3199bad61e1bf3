param([string] $Value)
$found = Get-RegistryValue -Path 'HKLM:\SYSTEM\CurrentControlSet\Control\Print' -Name $Value
$evidence = @{ Value = $found }
if ($null -eq $found -or $found -eq 1) { return New-Finding -Status Ok -Evidence $evidence }
if ($found -is [int] -and $found -eq 0) {
    return New-Finding -Status Problem -Reason 'unprotected' -Evidence $evidence
}
New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
