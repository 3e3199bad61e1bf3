param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{
    WUServer                                    = 'https://wsus.example:8531'
    SetPolicyDrivenUpdateSourceForFeatureUpdates = 0
    SetPolicyDrivenUpdateSourceForQualityUpdates = 0
    SetPolicyDrivenUpdateSourceForDriverUpdates  = 1
    SetPolicyDrivenUpdateSourceForOtherUpdates   = 1
}
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1; UseUpdateClassPolicySource = 1 }
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
    Evidence = @{
        AutomaticUpdates  = $true
        InternetForbidden = $false
        ServedBy          = 'WSUS and Windows Update'
        Server            = 'https://wsus.example:8531'
        Services          = '3da21691-e39d-4da6-8a4b-b43877bcb1b7 default=True managed=True'
        SourcePolicies    = 4
    }
}
