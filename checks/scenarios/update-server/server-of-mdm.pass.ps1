param($Windows)
# An MDM names a server by its address alone; some kinds of update come from Windows Update, as it says too.
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{
    UpdateServiceUrl                             = 'http://wsus.example:8530'
    SetPolicyDrivenUpdateSourceForFeatureUpdates = 0; SetPolicyDrivenUpdateSourceForQualityUpdates = 0
    SetPolicyDrivenUpdateSourceForDriverUpdates  = 1; SetPolicyDrivenUpdateSourceForOtherUpdates = 1
}
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Enrollments\0A'] = @{ ProviderID = 'MS DM Server'; EnrollmentState = 1 }
$Windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{
    Services = @(
        [pscustomobject]@{
            ServiceID = '3da21691-e39d-4da6-8a4b-b43877bcb1b7'; IsDefaultAUService = $true; IsManaged = $true
        }
    )
}
@{
    Reason   = 'by-both'
    HResult  = @()
    Evidence = @{ ServedBy = 'WSUS and Windows Update'; Server = 'http://wsus.example:8530'; Managers = 'MS DM Server' }
}
