param($Windows)
# The download folder is still, as a naive look finds it, but the cache of Delivery Optimization grows.
$event = @{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'
    Id       = 44
    Time     = [datetime]::UtcNow.AddHours(-2)
    Data     = @{ updateTitle = 'KB5062553'; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
}
$Windows.Events.Add($event)
$Windows.Commands['Get-DeliveryOptimizationStatus'] = { [pscustomobject]@{ Status = 'Downloading'; FileSize = 900MB } }
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-2) }
$cache = 'C:\Windows\ServiceProfiles\NetworkService\AppData\Local\Microsoft\Windows\DeliveryOptimization\Cache'
$null = New-Item -Path "$cache\0a1b" -ItemType Directory -Force
Set-Content -LiteralPath "$cache\0a1b\content" -Value 'bytes'
@{ Reason = 'alive'; HResult = @(); Evidence = @{ Bytes = 54; Minutes = 30 } }
