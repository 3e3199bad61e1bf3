param($Windows)
# Policies name the source for each kind of update, so that delays do not.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.DisplayVersion = '22H2'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530'; DeferFeatureUpdates = 1; DeferFeatureUpdatesPeriodInDays = 180 }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1; UseUpdateClassPolicySource = 1 }
@{ Reason = 'delayed'; HResult = @() }
