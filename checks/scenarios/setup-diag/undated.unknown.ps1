param($Windows)
# Written on a PC with the calendar of Thailand: nothing says which year of ours that is.
$Windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{
    ProfileName = 'FindRollbackFailure'; FailureDetails = 'Err = 0xC1900101, LastPhase = First Boot'; DateTime = '28/11/2569 10:01:02'
}
@{ Reason = 'undated'; Evidence = @{ Time = '28/11/2569 10:01:02' } }
