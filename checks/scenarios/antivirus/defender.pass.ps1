# A healthy PC.
@{ Reason = ''; HResult = @(); Evidence = @{ Listed = 'Windows Defender' } }
