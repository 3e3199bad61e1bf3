param($Windows)
# One alone is someone's choice; wuauserv and others have checks of their own.
$Windows.Services.WaaSMedicSvc.Start = 4
@{
    Reason   = 'one-service'
    HResult  = @()
    Evidence = @{ Services = 'WaaSMedicSvc'; Traces = 'WaaSMedicSvc (Start 4)' }
}
