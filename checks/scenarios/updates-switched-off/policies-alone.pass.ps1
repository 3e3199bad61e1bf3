param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1 }
@{
    Reason   = 'by-policy'
    HResult  = @()
    Evidence = @{ Policies = 'NoAutoUpdate'; Traces = 'NoAutoUpdate' }
}
