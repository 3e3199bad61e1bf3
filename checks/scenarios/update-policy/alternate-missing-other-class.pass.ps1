param($Windows)
# Quality updates come from Windows Update by policy; what it could not load has nothing to do with the server.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{
    WUServer = 'http://sup.example:8530'; WUStatusServer = 'http://sup.example:8530'
    SetPolicyDrivenUpdateSourceForFeatureUpdates = 1; SetPolicyDrivenUpdateSourceForQualityUpdates = 0
    SetPolicyDrivenUpdateSourceForDriverUpdates  = 1; SetPolicyDrivenUpdateSourceForOtherUpdates = 1
}
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1; UseUpdateClassPolicySource = 1 }
Add-SimulatedService -Windows $Windows -Name 'CcmExec'
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
        Data = @{ updateTitle = '2026-11 Cumulative Update (KB5099999)'; errorCode = '0x80d02002'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Server = 'http://sup.example:8530' } }
