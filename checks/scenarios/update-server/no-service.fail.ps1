param($Windows)
$Windows.Com['Microsoft.Update.ServiceManager'] = [pscustomobject]@{ Services = @() }
@{
    Reason   = 'no-service'
    HResult  = @()
    Evidence = @{
        AutomaticUpdates  = $true
        InternetForbidden = $false
        ServedBy          = 'Windows Update'
        SourcePolicies    = 0
    }
}
