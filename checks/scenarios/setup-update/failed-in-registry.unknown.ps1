param($Windows)
$Windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{ ProfileName = 'FindAbruptDownlevelFailure'; FailureDetails = 'Err = 0xC1900101'; DateTime = [datetime]::Now.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture) }
@{ Reason = 'not-recorded'; HResult = @() }
