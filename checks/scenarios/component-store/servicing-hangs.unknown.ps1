param($Windows)
# DISM does not come back: the script says so and goes on.
$Windows.ImageHealth = [TimeoutException]::new('Repair-WindowsImage 180 s')
