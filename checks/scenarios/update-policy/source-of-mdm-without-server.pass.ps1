param($Windows)
# Without a server, a source that an MDM names has no effect.
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{}
foreach ($kind in 'Feature', 'Quality', 'Driver', 'Other') { $Windows.Registry[$mobile]["SetPolicyDrivenUpdateSourceFor${kind}Updates"] = 1 }
@{ Reason = ''; HResult = @(); Evidence = @{ Policies = @() } }
