param($Windows)
# Nothing is noted. The log of servicing is there, without a word of SFC.
$null = $Windows
@{ Reason = 'none-noted'; HResult = @(); Evidence = @{ Code = '0x00000000'; State = 'Healthy' } }
