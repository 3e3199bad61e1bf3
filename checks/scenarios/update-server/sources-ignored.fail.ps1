param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ SetPolicyDrivenUpdateSourceForQualityUpdates = 0 }
$Windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{
    Services = @(
        [pscustomobject]@{
            ServiceID = '9482f4b4-e343-43b6-b170-9a65bc822c77'; IsDefaultAUService = $true; IsManaged = $false
        }
    )
}
@{
    Reason   = 'sources-ignored'
    HResult  = @()
    Evidence = @{
        AutomaticUpdates  = $true
        InternetForbidden = $false
        ServedBy          = 'Windows Update'
        SourcePolicies    = 1
    }
}
