param($Windows)
# Cumulative updates come from Windows Update, beside a server for the rest, and the way to it is barred.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530'; DoNotConnectToWindowsUpdateInternetLocations = 1 }
foreach ($kind in 'Feature', 'Quality', 'Driver', 'Other') { $Windows.Registry[$policy]["SetPolicyDrivenUpdateSourceFor${kind}Updates"] = 0 }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1; UseUpdateClassPolicySource = 1 }
@{ Reason = 'source-barred'; HResult = @(); Evidence = @{ Policies = 'DoNotConnectToWindowsUpdateInternetLocations 1'; Server = 'http://wsus.example:8530' } }
