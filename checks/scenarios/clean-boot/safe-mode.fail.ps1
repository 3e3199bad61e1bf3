param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SafeBoot\Option'] = @{ OptionValue = 2 }
