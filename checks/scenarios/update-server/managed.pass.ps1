param($Windows)
$Windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{ Services = @([pscustomobject]@{ ServiceID = '9482f4b4-e343-43b6-b170-9a65bc822c77'; IsDefaultAUService = $true; IsManaged = $false }) }
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\{11111111-2222-3333-4444-555555555555}'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 }
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\Status'] = @{}
@{
    Reason   = 'by-manager'
    HResult  = @()
    Evidence = @{
        AutomaticUpdates  = $true
        InternetForbidden = $false
        Managers          = 'MS DM Server'
        ServedBy          = 'Windows Update'
        Services          = '9482f4b4-e343-43b6-b170-9a65bc822c77 default=True managed=False'
        SourcePolicies    = 0
    }
}
