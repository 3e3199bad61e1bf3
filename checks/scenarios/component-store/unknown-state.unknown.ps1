param($Windows)
# A word that servicing does not have today.
$Windows.ImageHealth = 'Degraded'
@{ Reason = 'unreadable'; HResult = @(); Evidence = @{ State = 'Degraded' } }
