param($Windows)
# A clean boot that is still in effect.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Shared Tools\MSConfig\services\BackupAgent'] = @{ YEAR = 2026 }
@{ Reason = 'switched-off'; HResult = @(); Evidence = @{ Others = 0; SwitchedOff = 1 } }
