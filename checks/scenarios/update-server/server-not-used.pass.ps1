param($Windows)
# An address alone does nothing.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'no address' }
$Windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{
    Services = @(
        [pscustomobject]@{
            ServiceID = '9482f4b4-e343-43b6-b170-9a65bc822c77'; IsDefaultAUService = $true; IsManaged = $false
        }
    )
}
@{
    Reason   = 'by-windows-update'
    HResult  = @()
    Evidence = @{
        AutomaticUpdates  = $true
        InternetForbidden = $false
        ServedBy          = 'Windows Update'
        Server            = 'no address'
        Services          = '9482f4b4-e343-43b6-b170-9a65bc822c77 default=True managed=False'
        SourcePolicies    = 0
    }
}
