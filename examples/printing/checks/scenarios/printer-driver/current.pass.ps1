param($Windows)
@{ Reason = ''; HResult = @(); Evidence = @{ Count = 1 } }
