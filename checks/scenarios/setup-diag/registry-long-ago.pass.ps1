param($Windows)
$Windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{
    ProfileName    = 'CompatScanOnly'
    FailureDetails = 'Err = 0xC1900208'
    DateTime       = [datetime]::UtcNow.AddDays(-400).ToString('yyyy-MM-dd')
}
@{ Reason = 'older'; HResult = @(); Evidence = @{ BoxResult = '0x00000000' } }
