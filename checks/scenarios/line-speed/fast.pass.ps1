# A healthy PC.
@{ Reason = 'measured'; HResult = @(); Evidence = @{ Limits = '-'; Megabits = 50 } }
