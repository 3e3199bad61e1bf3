param($Windows)
@{ Reason = ''; HResult = @() }
