param($Windows)
# Setup started SetupDiag, which wrote to the registry; the file was cleaned away.
$Windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{
    ProfileName    = 'CompatScanOnly'
    FailureData    = 'Error: SetupDiag reports DISM provisioned Apps'
    FailureDetails = 'Err = 0xC1900208, LastOperation = PreDownload, LastPhase = Downlevel'
    DateTime       = [datetime]::UtcNow.ToString('yyyy-MM-dd')
}
@{
    Reason   = 'failed'
    HResult  = '0xC1900208'
    Evidence = @{ BoxResult = '0x00000000'; Rule = 'CompatScanOnly' }
}
