param($Windows)
# The partition that is full is its own, not that of Windows.
$title = '2026-10 Windows Recovery Environment Update (KB5099777)'
Add-SimulatedHistory -Windows $Windows -Entry @(1, 2 | ForEach-Object { @{ Title = $title; Code = 0x80070070; Days = $_ } })
@{ Reason = 'recovery-environment'; HResult = '0x80070070'; Evidence = @{ Updates = 'KB5099777 (0x80070070)' } }
