param($Windows)
# DISM does not come back: the script says so and goes on.
$Windows.ImageHealth = [TimeoutException]::new('Repair-WindowsImage 180 s')
@{ Reason = 'unreadable'; HResult = '0x80131505'; Evidence = @{ Code = '0x80131505' } }
