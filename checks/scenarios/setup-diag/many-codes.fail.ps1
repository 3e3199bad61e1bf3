param($Windows)
# A rule that quotes a log: five codes at most, and no more text than one reads.
$codes = 1..7 | ForEach-Object { '0xC190010{0}' -f $_ }
$Windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{
    ProfileName    = 'FindAbruptDowngradeFailure'
    FailureDetails = "$codes " + ('x' * 300)
    FailureData    = ''
    DateTime       = [datetime]::UtcNow.ToString('yyyy-MM-dd')
}
@{
    Reason   = 'failed'
    HResult  = $codes[0..4]
    Evidence = @{ Details = "$codes " + ('x' * 223); Rule = 'FindAbruptDowngradeFailure' }
}
