param($Windows)
# The platform of the antivirus has a number, and comes the way of its definitions.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = 'Update for Microsoft Defender Antivirus antimalware platform - KB4052623 (Version 4.18.26010.5)'; Code = 0x80070643; Days = $_ } })
@{ Reason = 'definitions'; HResult = '0x80070643'; Evidence = @{ Updates = 'KB4052623 (0x80070643)'; Times = 2 } }
