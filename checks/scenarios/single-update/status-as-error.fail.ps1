param($Windows)
# FACILITY_NT_BIT of winerror.h: an NTSTATUS that came back as an error, which has failed as any other.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = '2026-11 Update (KB5098765)'; Code = 0xD0000034; Days = $_ } })
@{ Reason = 'failing'; HResult = '0xD0000034'; Evidence = @{ Updates = 'KB5098765 (0xD0000034)'; Times = 2 } }
