# A healthy PC.
@{ Reason = 'no-failure'; HResult = @() }
