param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530/' }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
$Windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{
    Services = @(
        [pscustomobject]@{
            ServiceID = '3da21691-e39d-4da6-8a4b-b43877bcb1b7'; IsDefaultAUService = $true; IsManaged = $true
        }
    )
}
@{
    Reason   = 'server-malformed'
    HResult  = @()
    Evidence = @{
        AutomaticUpdates  = $true
        InternetForbidden = $false
        ServedBy          = 'WSUS'
        Server            = 'http://wsus.example:8530/'
        SourcePolicies    = 0
    }
}
