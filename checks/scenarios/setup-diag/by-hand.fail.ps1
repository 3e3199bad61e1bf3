param($Windows)
# SetupDiag was run by hand after a failed upgrade.
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = -1047526904 }
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile\SetupDiag'] = @{
    ProfileName    = 'CompatBlockedApplicationAutoUninstall'
    FailureDetails = 'App: Some Protection'
    FailureData    = 'Error: SetupDiag reports an application that blocks.'
}
@{
    Reason   = 'failed'
    HResult  = '0xC1900208'
    Evidence = @{
        BoxResult = '0xC1900208'
        Details   = 'App: Some Protection Error: SetupDiag reports an application that blocks.'
        Rule      = 'CompatBlockedApplicationAutoUninstall'
    }
}
