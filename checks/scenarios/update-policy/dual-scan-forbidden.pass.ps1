param($Windows)
# The policy that keeps the server the only source.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.DisplayVersion = '22H2'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530'; DisableDualScan = 1; DeferFeatureUpdates = 1; DeferFeatureUpdatesPeriodInDays = 180 }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
@{ Reason = 'delayed'; HResult = @() }
