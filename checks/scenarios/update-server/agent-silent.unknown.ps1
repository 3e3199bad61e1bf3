param($Windows)
# As if the service were disabled: its class cannot be made.
$Windows.Com.Remove('Microsoft.Update.ServiceManager')
@{
    Reason   = 'agent-silent'
    HResult  = '0x80040154'
    Evidence = @{
        AutomaticUpdates  = $true
        InternetForbidden = $false
        ServedBy          = 'Windows Update'
        SourcePolicies    = 0
    }
}
