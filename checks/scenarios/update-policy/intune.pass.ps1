param($Windows)
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ DeferQualityUpdatesPeriodInDays = 7; AllowAutoUpdate = 2 }
@{
    Reason   = 'delayed'
    HResult  = @()
    Evidence = @{ Installed = '25H2'; Managers = '-'; Policies = 'DeferQualityUpdatesPeriodInDays 7' }
}
