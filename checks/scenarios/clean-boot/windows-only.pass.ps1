# A healthy PC.
@{ Reason = ''; HResult = @(); Evidence = @{ Others = 0; SwitchedOff = 0 } }
