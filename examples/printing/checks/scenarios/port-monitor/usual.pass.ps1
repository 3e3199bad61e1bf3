param($Windows)
@{ Reason = ''; HResult = @(); Evidence = @{ Count = 2 } }
