param($Windows)
# Where there is no such partition, its update is not needed (KB5034441).
$Windows.Cim['MSFT_Partition'] = @($Windows.Cim['MSFT_Partition'] | Select-Object -First 2)
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'].DisplayVersion = '22H2'
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)'; Code = 0x80070643; Days = 2 }
)
@{ Reason = 'no-recovery'; HResult = '0x80070643'; Evidence = @{ Entries = 2; Updates = 'KB5034441 (0x80070643)'; Times = 2 } }
