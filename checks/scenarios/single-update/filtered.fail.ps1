param($Windows)
# BITS: a firewall or proxy answers in place of the server.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 2 | ForEach-Object { @{ Title = '2026-11 Update (KB5099999)'; Code = 0x80200053; Days = $_ } })
@{ Reason = 'not-fetched'; HResult = '0x80200053'; Evidence = @{ Updates = 'KB5099999 (0x80200053)' } }
