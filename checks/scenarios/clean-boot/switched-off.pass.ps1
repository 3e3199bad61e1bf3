param($Windows)
# A clean boot that is still in effect.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Shared Tools\MSConfig\services\BackupAgent'] = @{ YEAR = 2026 }
