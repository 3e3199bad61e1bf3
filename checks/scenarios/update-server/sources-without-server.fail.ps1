param($Windows)
# All four kinds have a source, one of them a server of the organisation that is not there.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{
    SetPolicyDrivenUpdateSourceForFeatureUpdates = 0
    SetPolicyDrivenUpdateSourceForQualityUpdates = 1
    SetPolicyDrivenUpdateSourceForDriverUpdates  = 0
    SetPolicyDrivenUpdateSourceForOtherUpdates   = 0
}
$Windows.Registry["$policy\AU"] = @{ UseUpdateClassPolicySource = 1 }
@{
    Reason   = 'sources-without-server'
    HResult  = @()
    Evidence = @{ ServedBy = 'Windows Update'; SourcePolicies = 4 }
}
