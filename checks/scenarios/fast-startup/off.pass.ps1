# A healthy PC.
@{ Reason = ''; HResult = @(); Evidence = @{ HiberbootEnabled = 0 } }
