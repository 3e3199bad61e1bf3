param($Windows)
$Windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{ ProfileName = 'FindAbruptDownlevelFailure'; FailureDetails = 'Err = 0xC1900101' }
@{ Reason = 'not-recorded'; HResult = @() }
