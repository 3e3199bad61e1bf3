param($Windows)
# A PC that serves pages, and on which nothing has failed.
$Windows.Cim.Win32_OptionalFeature += [pscustomobject]@{ Name = 'IIS-WebServerRole'; InstallState = [uint32] 1 }
@{ Reason = ''; HResult = @(); Evidence = @{ Features = 'IIS-WebServerRole' } }
