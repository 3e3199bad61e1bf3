param([int] $Days)
$control = 'HKLM:\SYSTEM\CurrentControlSet\Control'
$setting = Get-RegistryValue -Path "$control\Session Manager\Power" -Name 'HiberbootEnabled'
$policy = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\System' -Name 'HiberbootEnabled'
$hibernation = Get-RegistryValue -Path "$control\Power" -Name 'HibernateEnabled'
$evidence = @{ HiberbootEnabled = $setting; Policy = $policy; HibernateEnabled = $hibernation }
# It is a kind of hibernation, and without that has no effect.
if ($hibernation -eq 0 -or $policy -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
if ($policy -eq 1) { return New-Finding -Status Ok -Reason 'by-policy' -Evidence $evidence }
if ($null -eq $setting) { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
if ($setting -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
if (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient') {
    return New-Finding -Status Problem -Reason 'after-failure' -Evidence $evidence
}
New-Finding -Status Ok -Reason 'switched-on' -Evidence $evidence
