# An organisation's tool would set back what we change, and may have its reasons.
function Get-ManagementStop {
    $enrolments = 'HKLM:\SOFTWARE\Microsoft\Enrollments'
    foreach ($name in Get-SubkeyName -Path $enrolments) {
        $provider = Get-RegistryValue -Path "$enrolments\$name" -Name 'ProviderID'
        $state = Get-RegistryValue -Path "$enrolments\$name" -Name 'EnrollmentState'
        if ($provider -and $state -eq 1) {
            New-GuardStop -Code 12 -Reason 'managed' -Evidence @{ Provider = "MDM ($provider)" }
        }
    }
    if (Test-Path -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec') {
        New-GuardStop -Code 12 -Reason 'managed' -Evidence @{ Provider = 'Configuration Manager' }
    }
}
