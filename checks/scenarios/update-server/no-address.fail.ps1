param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
$Windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{
    Services = @(
        [pscustomobject]@{
            ServiceID = '3da21691-e39d-4da6-8a4b-b43877bcb1b7'; IsDefaultAUService = $true; IsManaged = $true
        }
    )
}
@{
    Reason   = 'server-missing'
    HResult  = @()
    Evidence = @{
        AutomaticUpdates  = $true
        InternetForbidden = $false
        ServedBy          = 'WSUS'
        SourcePolicies    = 0
    }
}
