# A healthy PC.
@{ Reason = ''; HResult = @(); Evidence = @{ Encrypted = $false; RecoveryOn = $true } }
