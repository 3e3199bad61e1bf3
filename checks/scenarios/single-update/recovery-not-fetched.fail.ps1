param($Windows)
# What never got here says nothing of the partition.
$title = '2026-10 Windows Recovery Environment Update (KB5099777)'
Add-SimulatedHistory -Windows $Windows -Entry @(1, 2 | ForEach-Object { @{ Title = $title; Code = 0x80072ee2; Days = $_ } })
@{ Reason = 'not-fetched'; HResult = '0x80072EE2'; Evidence = @{ Updates = 'KB5099777 (0x80072EE2)' } }
