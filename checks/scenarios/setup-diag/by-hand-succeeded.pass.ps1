param($Windows)
# SetupDiag /AddReg after a good upgrade writes a rule too.
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile\SetupDiag'] = @{
    ProfileName    = 'FindSuccessfulUpgrade'
    FailureDetails = 'LastOperation = OOBEBoot'
    FailureData    = 'SetupDiag reports successful upgrade found.'
}
@{ Reason = 'succeeded'; HResult = @(); Evidence = @{ BoxResult = '0x00000000' } }
