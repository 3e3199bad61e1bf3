param($Windows)
# A limit that leaves enough.
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\DeliveryOptimization'] = @{
    DOMaxBackgroundDownloadBandwidth = 2048; DOMaxForegroundDownloadBandwidth = 0
}
@{
    Reason   = 'measured'
    HResult  = @()
    Evidence = @{ Limits = 'DOMaxBackgroundDownloadBandwidth'; Megabits = 50 }
}
