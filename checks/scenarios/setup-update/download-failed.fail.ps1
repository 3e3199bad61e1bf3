param($Windows)
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = -1047526877 }
@{ Reason = 'download-failed'; HResult = '0xC1900223'; Evidence = @{ Result = '0xC1900223' } }
