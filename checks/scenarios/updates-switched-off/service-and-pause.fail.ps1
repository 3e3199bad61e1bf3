param($Windows)
# One service alone is someone's choice; with a pause of decades beside it, it is a tool's.
$Windows.Services.UsoSvc.Start = 4
$Windows.Services.UsoSvc.Delayed = $false
$Windows.Services.UsoSvc.Status = 'Stopped'
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{ PauseUpdatesExpiryTime = '2077-01-01T00:00:00Z' }
@{
    Reason   = 'switched-off'
    HResult  = @()
    Evidence = @{ Services = 'usosvc'; Others = 'PauseUpdatesExpiryTime 2077-01-01T00:00:00Z'; Traces = 'usosvc (Start 4)', 'PauseUpdatesExpiryTime 2077-01-01T00:00:00Z' }
}
