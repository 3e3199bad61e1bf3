param($Windows)
# 0xC1900208
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = -1047526904 }
@{ Reason = 'setup-ended'; HResult = '0xC1900208'; Evidence = @{ BoxResult = '0xC1900208' } }
