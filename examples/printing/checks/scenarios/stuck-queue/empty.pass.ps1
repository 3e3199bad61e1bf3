param($Windows)
@{ Reason = ''; HResult = @(); Evidence = @{ Count = 0 } }
