param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SafeBoot\Option'] = @{ OptionValue = 2 }
@{ Reason = 'safe-mode'; HResult = @(); Evidence = @{ Others = 0; SwitchedOff = 0 } }
