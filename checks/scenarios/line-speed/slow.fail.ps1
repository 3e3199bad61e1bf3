param($Windows)
$Windows.Network.Rate = 400e3
@{ Reason = 'slow'; HResult = @(); Evidence = @{ Limits = '-'; Megabits = 0.4 } }
