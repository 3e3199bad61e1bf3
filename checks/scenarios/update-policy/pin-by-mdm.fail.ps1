param($Windows)
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ TargetReleaseVersion = '23H2'; ProductVersion = 'Windows 11' }
