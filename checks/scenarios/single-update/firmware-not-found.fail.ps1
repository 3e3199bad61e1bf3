param($Windows)
# An element that is missing blames Windows for updates with a number alone: firmware has its maker.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = 'Dell Inc. - Firmware - 1.31.0'; Code = 0x80070490; Days = $_ } })
@{ Reason = 'firmware'; HResult = '0x80070490'; Evidence = @{ Updates = 'Dell Inc. - Firmware - 1.31.0 (0x80070490)'; Times = 2 } }
