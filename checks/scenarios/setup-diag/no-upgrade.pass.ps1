param($Windows)
# As most PCs are: no upgrade has failed, so nothing was written.
$Windows.Registry['HKLM:\SYSTEM\Setup'] = @{ SystemSetupInProgress = 0 }
@{ Reason = ''; HResult = @(); Evidence = @{ BoxResult = '0x00000000' } }
