param($Windows)
# Setup ended with a code since the last restart; SetupDiag left nothing.
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = [int] '0x8007001F' }
$Windows.Cim['Win32_OptionalFeature'] = @([pscustomobject]@{ Name = 'IIS-WebServerRole'; InstallState = [uint32] 1 })
@{ Reason = 'after-failure'; HResult = @(); Evidence = @{ Features = 'IIS-WebServerRole' } }
