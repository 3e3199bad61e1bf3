param($Windows)
# Its title names no recovery environment, and a server of a cloud has no partition for it (KB5034439).
$Windows.Cim['MSFT_Partition'] = @($Windows.Cim['MSFT_Partition'] | Select-Object -First 2)
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'].DisplayVersion = '21H2'
$title = '2024-01 Security Update for Microsoft server operating system version 21H2 for x64-based Systems (KB5034439)'
Add-SimulatedHistory -Windows $Windows -Entry @(1, 2 | ForEach-Object { @{ Title = $title; Code = 0x800f081f; Days = $_ } })
@{ Reason = 'no-recovery'; HResult = '0x800F081F'; Evidence = @{ Updates = 'KB5034439 (0x800F081F)' } }
